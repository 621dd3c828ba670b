"""Which fields what a request says is about, by what their names mean."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from mockforge.learning.fields.seen import MISSING
from mockforge.options import Json
from mockforge.synthesis.atlas import country_of, currencies, is_airport, town_of
from mockforge.synthesis.dated import ROLES as TIMES
from mockforge.synthesis.facts import Fact, edge_of
from mockforge.synthesis.forms import directed, shown, whereabouts
from mockforge.synthesis.kinds import nature_of
from mockforge.synthesis.naming import tokens
from mockforge.synthesis.roles import role_of
from mockforge.synthesis.spots import DIRECTIONS, Spot, meant
from mockforge.synthesis.windows import interval

_ALIKE = frozenset(
    tokens(
        """
        city region zip currency language locale timezone lat lng email phone gender
        category brand tier priority severity type symbol sku isbn flight airport
        first last username serial plate ip environment
        """
    )
) | {"country", "country code", "region code", "payment method", "card brand",
     "shipping method"}  # fmt: skip
"""Roles of which a thing mostly has one, under whatever name."""
_EVERYWHERE = frozenset(("currency", "language", "locale"))
"""Roles that are the same for all of a document."""
_CALLED = (("id",), ("username",), ("slug",), ("code",), ("symbol",), ("key",),
           ("name",), ("title",), ("number",))  # fmt: skip
_NUMBERED = (("id",), ("number",), ("key",), ("code",), ("reference",))
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
_ENVELOPE = frozenset(("status", "type", "message", "success", "error", "code",
                       "state"))  # fmt: skip
_MONEYS = {"origin": ("origin", "base"), "destination": ("destination", "quote",
                                                       "counter", "term")}  # fmt: skip
_PEOPLE = ("author", "owner", "user", "creator", "account", "member", "customer",
           "sender", "organizer", "host")  # fmt: skip
Phrase = tuple[str, ...]
Met = tuple[Spot, tuple[Json, ...]]
"""A field, and the values that it may have."""


class Scope(NamedTuple):
    """The fields of a document, and which of them are those of its things."""

    spots: tuple[Spot, ...]
    inside: tuple[str | int, ...]
    """Where its things are."""
    kind: Phrase
    """What they are, as it is compared."""
    is_list: bool
    """Whether there are several of them."""
    required: tuple[str, ...] = ()
    """The members that each of them has to have."""

    def is_item(self, spot: Spot) -> bool:
        """Return whether *spot* is of a thing itself, and of no list within it."""
        steps = spot.path[: len(self.inside)]
        return steps == self.inside and spot.lists == self.inside.count("*")

    def is_outer(self, spot: Spot) -> bool:
        """Return whether *spot* is beside the list of things."""
        return bool(self.inside) and spot.lists == 0

    def called(self, spot: Spot) -> tuple[Phrase, ...]:
        """Return what names *spot*."""
        if self.is_item(spot):
            return spot.words, self.bare(spot)
        return (spot.words,)

    def bare(self, spot: Spot) -> Phrase:
        """Return the words of *spot* without the kind of the thing."""
        size = len(self.kind)
        is_named = size and spot.words[:size] == self.kind and len(spot.words) > size
        return spot.words[size:] if is_named else spot.words


def met(fact: Fact, scope: Scope) -> list[Met]:
    """Return the fields that *fact* is about, with the values they may have."""
    direction = _direction(fact)
    if direction:
        found = _directed(fact, direction, scope)
        if found:
            return found
    for tier in _tiers(fact, scope):
        found = []
        for spot in tier:
            if _is_other_time(fact, spot, scope):
                continue
            values = [shown(value, spot) for value in fact.values]
            fitting = tuple(one for one in values if one is not MISSING)
            if fitting:
                found.append((spot, fitting))
        if found:
            return found
    return []


def _is_other_time(fact: Fact, spot: Spot, scope: Scope) -> bool:
    """Return whether *fact* is a time that *spot* need not have, but be near to."""
    text = str(fact.values[0]) if fact.values else ""
    if text.isdigit() or interval(text, 0.0) is None:
        return False
    if spot.role.name not in TIMES:
        return bool({*spot.words} & {*DIRECTIONS})
    if not scope.is_list or not scope.is_item(spot):
        return False
    is_exact = spot.schema.get("format") == "date" or len(text) > len("2026-01-01")
    return bool(edge_of(fact.name)[0]) or not is_exact


def _tiers(fact: Fact, scope: Scope) -> Iterator[Iterable[Spot]]:
    """Yield fields that *fact* may be about, the likeliest first."""
    # What a list is of is told apart by something else than what is in it.
    if fact.is_own and (not scope.is_list or fact.place == "query"):
        yield from _own(fact, scope)
        return
    if fact.owner and fact.place != "body":
        yield from _referring(fact, scope)
        if fact.is_near and not scope.is_list:
            yield from _own(fact, scope)
        return
    yield from _plain(fact, scope)


def _some(scope: Scope, *phrases: Phrase, deep: bool = False) -> list[Spot]:
    """Return the fields that are named by one of *phrases*."""
    wanted = {phrase for phrase in phrases if phrase}
    return [
        spot for spot in scope.spots
        if not wanted.isdisjoint(scope.called(spot))
        and (deep or scope.is_item(spot) or _echoes(scope, spot))
    ]  # fmt: skip


def _echoes(scope: Scope, spot: Spot) -> bool:
    return scope.is_outer(spot) and spot.words[-1] not in _ENVELOPE


def _own(fact: Fact, scope: Scope) -> Iterator[list[Spot]]:
    words, owner, kind = fact.words, fact.owner, scope.kind
    if fact.place == "query":
        yield [one for one in _some(scope, ("id",), (*kind, "id"))
               if scope.is_item(one)]  # fmt: skip
        return
    ids = (("id",), (*owner, "id"), (*kind, "id"))
    mine: tuple[Phrase, ...] = (words, (*owner, *words), (*kind, *words))
    if words == ("username",):
        mine = (*mine, ("user", *words), ("account", *words))
    if words == owner:
        mine = (words,)
    elif fact.is_id:
        mine = (*ids, words)
    found = _some(scope, *mine)
    if found and owner:
        # What is in it refers to it.
        found += [one for one in _some(scope, (*owner, "id"), deep=True)
                  if one not in found]  # fmt: skip
    yield found
    if words not in (("id",), owner, (*owner, "id")):
        yield from _plain(fact, scope)
        return
    for name in _names(fact):
        yield _some(scope, name, (*owner, *name), (*kind, *name))
    yield _some(scope, owner)


def _referring(fact: Fact, scope: Scope) -> Iterator[list[Spot]]:
    words, owner = fact.words, fact.owner
    phrase = words if words[: len(owner)] == owner else (*owner, *words)
    if words == owner:
        phrase = (*owner, "id")
    looks = all(_looks_like_id(value) for value in fact.values)
    others = (words,) if words not in _CALLED else ()
    # What has several of them is not all about one.
    is_one = nature_of(owner[-1]) != "goods"
    yield _some(scope, phrase, *others, deep=is_one)
    yield [spot for spot in _some(scope, owner) if looks == (not spot.takes_text)
           or not looks or spot.schema.get("format") == "uuid"]  # fmt: skip
    for name in _names(fact):
        yield _some(scope, (*owner, *name))
    yield _some(scope, ("parent", "id"))
    if nature_of(owner[-1]) == "person":
        ending = "id" if looks else "username"
        for who in _PEOPLE:
            yield _some(scope, (who, ending), *(() if looks else ((who,),)))


def _names(fact: Fact) -> Sequence[Phrase]:
    """Return what a value that tells something apart is called, the likeliest first."""
    if all(str(value).isdecimal() for value in fact.values):
        # Nobody is called 12.
        return _NUMBERED
    if all(_looks_like_id(value) for value in fact.values):
        return _CALLED
    return (*_CALLED[1:], ("id",))


def _looks_like_id(value: Json) -> bool:
    text = str(value)
    return any(mark.isdigit() for mark in text) or isinstance(value, int)


def _plain(fact: Fact, scope: Scope) -> Iterator[list[Spot]]:
    words = fact.words
    if words[: len(scope.kind)] == scope.kind and len(words) > len(scope.kind):
        words = words[len(scope.kind) :]
    role = role_of("_".join(meant(fact.words)) or fact.name)
    asked = role_of(fact.name)
    named = asked.name or role.name
    everywhere = named in _EVERYWHERE and not asked.whose
    yield _some(scope, fact.words, words, deep=everywhere)
    if all(str(value).isdecimal() for value in fact.values):
        yield _some(scope, (*words, "id"))
    if named in _ALIKE:
        yield list(_alike(named, meant(tuple(asked.whose.split())), scope))
    for name in _names(fact):
        yield _some(scope, (*words, *name))
    if named == "city":
        yield _some(scope, ("location",), ("place",), ("location", "name"),
                    ("place", "name"), ("city", "name"))  # fmt: skip
    yield [spot for spot in scope.spots if scope.is_item(spot)
           and spot.words[-len(words) :] == words
           and len(spot.words) == len(words) + 1 and spot.words[0] in _NEUTRAL
           ]  # fmt: skip
    if fact.place == "path":
        for name in ((), *_names(fact)):
            phrase = (*words, *name)
            yield [spot for spot in scope.spots if scope.is_item(spot)
                   and len(spot.words) == len(phrase) + 1
                   and spot.words[1:] == phrase]  # fmt: skip


_NEUTRAL = frozenset(("current", "primary", "main", "default", "home", "address",
                      "location", "overall", "contact", "base", "product", "item",
                      "profile", "meta", "metadata"))  # fmt: skip


def _alike(name: str, whose: Phrase, scope: Scope) -> Iterator[Spot]:
    names = {name}
    if name in ("country", "country code"):
        names = {"country", "country code"}
    for spot in scope.spots:
        if spot.role.name not in names or not (scope.is_item(spot)
                                               or _echoes(scope, spot)
                                               or name in _EVERYWHERE):  # fmt: skip
            continue
        of = tuple(word for word in meant(tuple(spot.role.whose.split()))
                   if word not in _NEUTRAL and (word,) != scope.kind)  # fmt: skip
        if of == tuple(word for word in whose if (word,) != scope.kind):
            yield spot


def _direction(fact: Fact) -> str:
    """Return which end of a way *fact* names, if it names one."""
    if not fact.words or fact.words[0] not in (*DIRECTIONS, "base", "quote"):
        return ""
    if not {*fact.words[1:]} <= _QUALIFIED or fact.name.lower() in ("start", "end"):
        return ""
    if fact.words[0] in ("base", "quote"):
        return "origin" if fact.words[0] == "base" else "destination"
    return fact.words[0]


def _directed(fact: Fact, direction: str, scope: Scope) -> list[Met]:
    """Return the fields of one end of a way, each in its own form."""
    text = str(fact.values[0]) if fact.values else ""
    if interval(text, 0.0) is not None or not text:
        return []
    is_money = text.upper() in currencies() and not is_airport(text)
    heads = _MONEYS[direction]
    found: list[Met] = []
    where = whereabouts(text, "city")
    write: Callable[[Spot], Json] = lambda spot: directed(where, spot)  # noqa: E731
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
        elif _direction(fact):
            yield _direction(fact), text
        elif fact.owner == ("city",) or (
            role.name in ("city", "airport", "place") and whose == fact.owner[:1]
        ):
            yield "", text
