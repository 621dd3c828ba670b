"""Codes that the name of a field asks for, as those who issue them write them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from random import Random  # noqa: TID251 - the type alone
from typing import NamedTuple

from mockforge.learning.fields.checking import matches
from mockforge.learning.fields.seen import MISSING
from mockforge.options import Json
from mockforge.synthesis import codebook, codings, notations, platforms
from mockforge.synthesis.entity import Entity, Field
from mockforge.synthesis.issuing import ISSUED
from mockforge.synthesis.lettering import ROLES as LETTERED
from mockforge.synthesis.lettering import lettered, money_name, money_number
from mockforge.synthesis.naming import singular, words_of
from mockforge.synthesis.surrounded import surrounded

_MARKS = {
    "#": "0123456789",
    "@": "ABCDEFGHJKLMNPRSTUVWXYZ",
    "~": "0123456789abcdef",
    "^": "0123456789ABCDEF",
    "*": "ABCDEFGHJKLMNPQRSTUVWXYZ23456789",
    "?": "abcdefghijkmnpqrstuvwxyz23456789",
    "%": "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz0123456789",
    "$": "0123456789ABCDEFGHJKMNPQRSTVWXYZ",
}


VOICES = {
    **ISSUED,
    **codings.VOICES,
    "moneyname": money_name,
    "moneynumber": money_number,
}
"""What works out what stands in brackets."""


_WHOLE = re.compile(r"(?:[A-Z]{1,3} )?(\d|[1-9][\d .-]*\d)")
"""What a whole number can stand for."""


class Row(NamedTuple):
    """One way to write a code, and where it is meant."""

    forms: tuple[str, ...]
    near: frozenset[str]
    """Of these words one has to be around it, if there are any."""
    never: frozenset[str]
    """None of these may be."""
    within: str
    """What it has to be a member of, if anything."""
    is_shared: bool
    """Whether what is in a thing has the same."""


def _both(words: Iterable[str]) -> frozenset[str]:
    """Return *words* as they are, and one of each."""
    return frozenset(one for word in words for one in (word, singular(word)))


@lru_cache(maxsize=1)
def _table() -> dict[str, tuple[Row, ...]]:
    found: dict[str, tuple[Row, ...]] = {}
    text = "\n".join(one.ROWS.strip() for one in (platforms, notations, codebook))
    for line in text.replace("\n  ", " ").splitlines():
        names, forms, near = (*line.split(" | "), "")[:3]
        words = near.split()
        row = Row(
            tuple(form.strip() for form in forms.split(" / ")),
            _both(one for one in words if one[0] not in "!>"),
            frozenset(one[1:] for one in words if one[0] == "!"),
            next((one[1:] for one in words if one[0] == ">"), ""),
            names.startswith("^"),
        )
        for name in names.lstrip("^").split(","):
            own = words_of(name)
            # Its own name tells nothing of what is around it.
            rest = row.near.difference(own) or (row.near and frozenset(("-",)))
            key = "".join(own)
            found[key] = (*found.get(key, ()), row._replace(near=rest))
    return found


@lru_cache(maxsize=8192)
def rows_of(name: str) -> tuple[Row, ...]:
    """Return the rows of a field called *name*, the most telling first."""
    words = words_of(name)
    table = _table()
    return tuple(
        row
        for start in range(len(words))
        for row in table.get("".join(words[start:]), ())
        # The code of a country is none of what is bought.
        if not start or words[start:] not in _LOOSE or row.near & {*words[:start]}
    )


_LOOSE = frozenset((one,) for one in (
    "code", "name", "number", "state", "type", "key", "display", "system", "text",
    "price", "subject", "rating", "object", "usage", "prefix",
))  # fmt: skip
"""Names that say nothing but with the word before them."""


def coded(entity: Entity, field: Field) -> Json:
    """Return a code for *field*, or MISSING where its name asks for none."""
    told = placed(entity, field)
    if told is not MISSING:
        return told
    row = row_for(entity, field)
    if row is None:
        is_told = field.role.name in LETTERED and field.kind == "string"
        return lettered(entity, field) if is_told else MISSING
    if row.is_shared:
        above = _above(entity, field.name.lower())
        if above is not MISSING:
            return above
    made = written(entity, field, entity.rng.choice(row.forms))
    return _spelt(made, field)


def placed(entity: Entity, field: Field) -> Json:
    """Return what *field* holds by the object it is in, or MISSING."""
    return surrounded(entity, field, lambda: _around(entity))


def code_called(name: str) -> Callable[[Entity, Field], Json] | None:
    """Return what writes the codes called *name*, as a format is; None if none are."""
    rows = _table().get("".join(words_of(name)), ())
    if not rows or rows[0].near:
        return None
    forms = rows[0].forms
    return lambda entity, field: _spelt(
        written(entity, field, entity.rng.choice(forms)), field
    )


def row_for(entity: Entity, field: Field) -> Row | None:
    """Return how a code for *field* is written, None where its name asks for none."""
    rows = rows_of(field.name)
    if not rows or (field.role.name in _LISTED and isinstance(field.path[-1], int)):
        return None
    return next((row for row in rows if _is_meant(row, entity, field)), None)


_LISTED = frozenset(("tags", "labels"))


def _is_meant(row: Row, entity: Entity, field: Field) -> bool:
    """Return whether *row* is what is meant, by what is around *field*."""
    if row.within and row.within not in entity.path[-2:]:
        steps = [step for step in entity.path[-4:] if isinstance(step, str)]
        if row.within not in steps[-2:]:
            return False
    if not row.near and not row.never:
        return True
    around = _around(entity)
    if not row.never.isdisjoint(around):
        return False
    return (
        not row.near
        or not row.near.isdisjoint(around)
        or not row.near.isdisjoint(field.role.words)
    )


def _around(entity: Entity) -> frozenset[str]:
    """Return the words of what is asked for, of the thing and of what it is in."""
    found = entity.memo.get("words around")
    if isinstance(found, frozenset):
        return found
    shared = entity.shared
    spoken = _ones((*shared.evidence.weights, *shared.words))
    words = {*spoken, *words_of(shared.noun), *words_of(shared.kind)}
    thing: Entity | None = entity
    while thing is not None:
        words |= {*words_of(thing.kind)}
        for step in thing.path:
            if isinstance(step, str):
                words |= {singular(word) for word in words_of(step)}
        words |= _members(thing)
        thing = thing.parent
    made = frozenset(words)
    entity.memo["words around"] = made
    return made


@lru_cache(maxsize=512)
def _ones(words: tuple[str, ...]) -> frozenset[str]:
    """Return *words* in the singular."""
    return frozenset(map(singular, words))


def _members(entity: Entity) -> frozenset[str]:
    schema = entity.memo.get("schema")
    names = schema.get("properties", {}) if isinstance(schema, dict) else {}
    return _words(tuple(names))


@lru_cache(maxsize=2048)
def _words(names: tuple[str, ...]) -> frozenset[str]:
    """Return the words of *names*, and those of each in one."""
    found: set[str] = set()
    for name in names:
        words = words_of(name)
        found |= {singular(word) for word in words} | {"".join(words)}
    return frozenset(found)


def _above(entity: Entity, name: str) -> Json:
    thing = entity.parent
    while thing is not None:
        if isinstance(thing.known.get(name), str):
            return thing.known[name]
        thing = thing.parent
    return MISSING


def written(entity: Entity, field: Field, form: str) -> str:
    """Return *form* with signs for its marks, and what is worked out."""
    made, rest = "", form
    while "{" in rest:
        before, _, after = rest.partition("{")
        name, _, rest = after.partition("}")
        made += filled(before, entity.rng) + VOICES[name](entity, field)
    return made + filled(rest, entity.rng)


def filled(form: str, rng: Random) -> str:
    """Return *form* with a sign for each of its marks; `[1-9]` is a digit of those."""
    made, rest = "", form
    while "[" in rest:
        before, _, after = rest.partition("[")
        told, _, rest = after.partition("]")
        made += _filled(before, rng) + str(rng.randint(int(told[0]), int(told[-1])))
    return made + _filled(rest, rng)


def _filled(form: str, rng: Random) -> str:
    return "".join(
        rng.choice(_MARKS[mark]) if mark in _MARKS else mark for mark in form
    )


def _spelt(made: str, field: Field) -> Json:
    """Return *made* in the spelling that the schema of *field* allows."""
    if field.kind == "integer":
        found = _WHOLE.fullmatch(made)
        return int(re.sub(r"\D", "", found[1])) if found else MISSING
    schema = field.schema
    pattern = schema.get("pattern")
    least, most = schema.get("minLength", 0), schema.get("maxLength", len(made))
    if not isinstance(pattern, str) and least <= len(made) <= most:
        return made
    bare = "".join(mark for mark in made if mark.isalnum())
    parts = made.replace(" ", "-").split("-")
    for one in (made, bare, made.lower(), bare.lower(), made.upper(), bare.upper(),
                made.replace("-", " "), "-".join(parts), bare[:most]):  # fmt: skip
        if least <= len(one) <= most and matches(str(pattern or ""), one):
            return one
    return MISSING
