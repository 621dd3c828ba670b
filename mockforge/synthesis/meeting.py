"""Which fields what a request says is about, by what their names mean."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from mockforge.learning.fields.seen import MISSING
from mockforge.options import Json
from mockforge.synthesis.dated import ROLES as TIMES
from mockforge.synthesis.facts import Fact, edge_of
from mockforge.synthesis.forms import shown
from mockforge.synthesis.kinds import nature_of
from mockforge.synthesis.naming import tokens
from mockforge.synthesis.roles import role_of
from mockforge.synthesis.scope import Met, Phrase, Scope
from mockforge.synthesis.spots import DIRECTIONS, Spot, meant
from mockforge.synthesis.ways import directed, direction_of
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
_SORTING = {
    *TIMES, "city", "country", "country code", "region", "zip", "year", "month", "lat",
    "status", "currency", "language", "locale", "category", "tag", "type", "lng",
    "priority", "severity", "environment", "gender", "timezone", "weekday", "period",
    "amount", "quantity",
}  # fmt: skip
"""Roles of what several things have alike."""
_CODES = (("code",), ("symbol",), ("slug",), ("ticker",), ("isbn",))
_POINTERS = frozenset(
    (
        "subject",
        "patient",
        "practitioner",
        "encounter",
        "performer",
        "organization",
        "location",
        "author",
        "recorder",
        "requester",
        "beneficiary",
        "device",
        "individual",
        "actor",
        "for",
    )
)
"""What points at another thing by its type and its id."""
_ENVELOPE = frozenset(("status", "type", "message", "success", "error", "code",
                       "state"))  # fmt: skip
_PEOPLE = ("author", "owner", "user", "creator", "account", "member", "customer",
           "sender", "organizer", "host")  # fmt: skip


def met(fact: Fact, scope: Scope) -> list[Met]:
    """Return the fields that *fact* is about, with the values they may have."""
    direction = direction_of(fact)
    if direction:
        found = directed(fact, direction, scope)
        if found:
            return found
    for tier in _tiers(fact, scope):
        found = []
        for spot in tier:
            if _is_other_time(fact, spot, scope):
                continue
            values = [shown(_pointed(fact, value, spot), spot)
                      for value in fact.values]  # fmt: skip
            fitting = tuple(one for one in values if one is not MISSING)
            if fitting:
                found.append((spot, fitting))
        if found:
            return found
    return []


def _pointed(fact: Fact, value: Json, spot: Spot) -> Json:
    """Return *value* as a field that points at it has it: `Patient/P-77`."""
    holder = spot.path[-2:-1]
    is_pointer = spot.path[-1] == "reference" and holder and holder[0] in _POINTERS
    if not is_pointer or "/" in str(value) or not spot.takes_text:
        return value
    return f"{fact.words[0].title()}/{value}"


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
    if fact.place == "part":
        yield _some(scope, fact.words)
        return
    # What a list is of is told apart by something else than what is in it.
    if fact.is_own and (not scope.is_list or fact.place == "query"):
        yield from _own(fact, scope)
        return
    if fact.is_last and not scope.is_list:
        yield from _last(fact, scope)
    if fact.owner and fact.place != "body":
        yield from _others(fact, scope)
    else:
        yield from _plain(fact, scope)


def _others(fact: Fact, scope: Scope) -> Iterator[Iterable[Spot]]:
    """Yield the fields that tell of another thing, which *fact* tells apart."""
    yield from _referring(fact, scope)
    if fact.is_near and not scope.is_list:
        yield from _own(fact, scope)
    elif fact.is_near and fact.words in _CODES:
        # All rows are of what they are told of by.
        yield [spot for spot in _some(scope, fact.words) if scope.is_item(spot)]
    if scope.is_list:
        # Beside a list is told what it is of.
        for name in (fact.words, *_names(fact)):
            yield [spot for spot in scope.named([name]) if scope.is_outer(spot)]


def _last(fact: Fact, scope: Scope) -> Iterator[list[Spot]]:
    """Yield what the end of a path tells of, where it is called otherwise than before.

    `/registry/{package}` is the name of what is answered, `/reports/{campaign_id}` its
    id.
    """
    if role_of(fact.name).name in _SORTING:
        return
    yield [spot for spot in _some(scope, fact.words) if scope.is_item(spot)]
    for name in _names(fact):
        yield [spot for spot in _some(scope, name, (*fact.words, *name))
               if scope.is_item(spot)]  # fmt: skip


def _some(scope: Scope, *phrases: Phrase, deep: bool = False) -> list[Spot]:
    """Return the fields that are named by one of *phrases*."""
    wanted = {phrase for phrase in phrases if phrase}
    found = [
        spot for spot in scope.named(wanted)
        if deep or scope.is_item(spot) or _echoes(scope, spot)
    ]  # fmt: skip
    if deep:
        # `lines` of an order have the `user_id` of the order.
        found += [
            spot for spot in scope.spots
            if spot.lists > scope.inside.count("*") and spot not in found
            and any(len(phrase) > 1 and spot.words[-len(phrase) :] == phrase
                    for phrase in wanted)
        ]  # fmt: skip
    return found


def _echoes(scope: Scope, spot: Spot) -> bool:
    is_plain = len(spot.words) > 1 or spot.words[-1] not in _ENVELOPE
    return scope.is_outer(spot) and is_plain


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
    others: tuple[Phrase, ...] = (words,) if words not in _CALLED else ()
    if words == ("username",):
        # Whose login it is stands by itself, and in place of an id.
        others = (words, (*owner, "id"))
    # What has several of them is not all about one.
    is_one = nature_of(owner[-1]) != "goods"
    if words == owner and not looks:
        for called in _CALLED[1:3]:
            yield _some(scope, (*owner, *called), deep=is_one)
    yield _some(scope, phrase, *others, deep=is_one)
    is_number = all(str(value).isdecimal() for value in fact.values)
    # Nobody is called 12, but `cus_12` is no name either.
    yield [spot for spot in _some(scope, owner)
           if not (is_number and spot.takes_text)]  # fmt: skip
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


_OTHERS: dict[str, tuple[Phrase, ...]] = {
    "city": (("location",), ("place",), ("location", "name"), ("place", "name"),
             ("city", "name")),
    "iban": (("account",), ("account", "number"), ("account", "id")),
}  # fmt: skip
"""What else a value of a role is called."""


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
    for name in (*_names(fact), ("type",)):
        yield _some(scope, (*words, *name))
    yield _some(scope, *_OTHERS.get(named, ()))
    if len(words) == 1:
        # `?patient=P-77`: `subject: {reference: Patient/P-77}`
        who = ("subject",) if words == ("patient",) else ()
        yield _some(scope, (*words, "reference"), (*who, "reference"))
    yield [spot for spot in scope.spots if scope.is_item(spot)
           and spot.words[-len(words) :] == words
           and len(spot.words) == len(words) + 1 and spot.words[0] in _NEUTRAL
           ]  # fmt: skip
    size = len(scope.inside) + 2
    yield [spot for spot in scope.spots if len(spot.path) == size
           and spot.path[-1] == "*" and spot.words in (fact.words, words)
           and spot.lists == scope.inside.count("*") + 1]  # fmt: skip
    if fact.place == "path":
        for name in ((), *_names(fact)):
            phrase = (*words, *name)
            yield [spot for spot in scope.spots if scope.is_item(spot)
                   and len(spot.words) == len(phrase) + 1
                   and spot.words[1:] == phrase]  # fmt: skip


_NEUTRAL = frozenset(("current", "primary", "main", "default", "home", "address",
                      "location", "overall", "contact", "base", "product", "item",
                      "profile", "meta", "metadata", "release", "publication",
                      "published", "model", "vs", "display", "preferred",
                      "convert", "v"))  # fmt: skip


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
        if of == tuple(word for word in whose
                       if (word,) != scope.kind and word not in _NEUTRAL):  # fmt: skip
            yield spot
