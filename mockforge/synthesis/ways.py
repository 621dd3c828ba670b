"""Where a way begins and ends: from one city, airport or currency to another."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from mockforge.learning.fields.seen import MISSING
from mockforge.options import Json
from mockforge.synthesis.atlas import country_of, currencies, is_airport, town_of
from mockforge.synthesis.dated import ROLES as TIMES
from mockforge.synthesis.facts import Fact
from mockforge.synthesis.forms import directed as written
from mockforge.synthesis.forms import shown, whereabouts
from mockforge.synthesis.naming import tokens
from mockforge.synthesis.roles import role_of
from mockforge.synthesis.scope import Met, Scope
from mockforge.synthesis.spots import DIRECTIONS, Spot, meant
from mockforge.synthesis.windows import interval

_QUALIFIED = frozenset(
    tokens(
        """
        airport code iata icao city name currency station port location place country
        symbol unit language account timezone lat lng id origin destination
        text asset coin
        """
    )
)
_AMOUNTS = frozenset(("amount", "rate", "price", "value", "total", "quantity"))
_MONEYS = {"origin": ("origin", "base"), "destination": ("destination", "quote",
                                                       "counter", "term")}  # fmt: skip


def direction_of(fact: Fact) -> str:
    """Return which end of a way *fact* names, if it names one."""
    if not fact.words or fact.words[0] not in (*DIRECTIONS, "base", "quote"):
        return ""
    if not {*fact.words[1:]} <= _QUALIFIED or fact.name.lower() in ("start", "end"):
        return ""
    if fact.words[0] in ("base", "quote"):
        return "origin" if fact.words[0] == "base" else "destination"
    return fact.words[0]


def directed(fact: Fact, direction: str, scope: Scope) -> list[Met]:
    """Return the fields of one end of a way, each in its own form."""
    text = str(fact.values[0]) if fact.values else ""
    if interval(text, 0.0) is not None or not text:
        return []
    is_money = text.upper() in currencies() and not is_airport(text)
    heads = _MONEYS[direction]
    found: list[Met] = []
    where = whereabouts(text, "city")
    write: Callable[[Spot], Json] = lambda spot: written(where, spot)  # noqa: E731
    if is_money or "currency" in fact.words:
        write = lambda spot: shown(text.upper(), spot)  # noqa: E731
    for spot in scope.spots:
        if not (scope.is_item(spot) or scope.is_outer(spot)):
            continue
        words = scope.bare(spot)
        at = next((at for at, word in enumerate(words) if word in heads), None)
        if at is None or not {*words} - {*heads} <= _QUALIFIED:
            continue
        if spot.role.name in TIMES and len(words) > 1:
            continue
        made = write(spot)
        if made is not MISSING and not _is_odd(spot, text, is_money=is_money):
            found.append((spot, (made,)))
    return found


def _is_odd(spot: Spot, text: str, *, is_money: bool) -> bool:
    """Return whether *spot* is of something else than *text*, as a number is."""
    if {*spot.words} & _AMOUNTS:
        return True
    return "currency" in spot.words and not is_money and len(text) != len("EUR")


def places_named(facts: Sequence[Fact]) -> Iterator[tuple[str, str]]:
    """Yield the places that *facts* name: for which end of a way, and how."""
    ends = {fact.values for fact in facts if direction_of(fact)}
    for fact in facts:
        text = str(fact.values[0]) if len(fact.values) == 1 else ""
        role = role_of(fact.name)
        whose = meant(tuple(role.whose.split()))
        is_country = "country" in (role.name.partition(" ")[0], *fact.owner[:1])
        if is_country:
            if not whose and country_of(text) is not None:
                yield "country", text
        elif not text or town_of(text) is None:
            continue
        elif direction_of(fact):
            yield direction_of(fact), text
        elif fact.values in ends:
            continue
        elif fact.owner in (("city",), ("airport",)) or (
            role.name in ("city", "airport", "place") and whose == fact.owner[:1]
        ):
            yield "", text
