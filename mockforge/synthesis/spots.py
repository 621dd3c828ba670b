"""Where the fields of a document are, and which words name each of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any, NamedTuple

from mockforge.bodies.document import Path
from mockforge.learning.fields.composing import Composing
from mockforge.learning.fields.schema import Schema
from mockforge.synthesis.kinds import WRAPPERS
from mockforge.synthesis.naming import singular, words_of
from mockforge.synthesis.roles import Role, role_of

_SAME = """
id: uid uuid guid identifier pk oid
number: no num nr
origin: from source src departure depart departing start pickup
destination: to target dest dst arrival arrive arriving end dropoff
quantity: qty
currency: ccy curr
lng: lon long longitude
lat: latitude
language: lang
category: cat
organization: organisation org
customer: cust client buyer shopper
department: dept
description: desc
address: addr
employee: emp staff
product: prod article
repository: repo
telephone: phone tel mobile
postcode: zip zipcode postal
username: login handle
iso: alpha
username name: username
first name: firstname
last name: lastname surname
"""
_SILENT = frozenset(("is", "has", "the", "of", "attribute", "detail", "info"))
HOLDERS = WRAPPERS | {
    *("attributes", "details", "info", "properties", "relationships", "meta"),
    *("metadata", "pagination", "paging", "page_info", "pageinfo", "filters", "query"),
    *("params", "criteria", "request"),
}
_SINGLE = ("string", "integer", "number", "boolean")
_MOST = 400
_DEEPEST = 7


def _same() -> dict[str, str]:
    found = {}
    for row in _SAME.strip().splitlines():
        one, _, others = row.partition(": ")
        if " " not in one:
            found.update(dict.fromkeys(others.split(), one))
    return found


_ONE = _same()
DIRECTIONS = ("origin", "destination")


@lru_cache(maxsize=4096)
def meant(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return *words* as they are compared: in the singular, one for all that say it."""
    found: list[str] = []
    for word in words:
        one = singular(word)
        one = _ONE.get(one, _ONE.get(word, one))
        if one not in _SILENT and found[-1:] != [one]:
            found.append(one)
    return tuple(found)


class Spot(NamedTuple):
    """A field, or a place where one is in each item of a list."""

    path: Path
    """With `*` for each item."""
    words: tuple[str, ...]
    """What names it and what it is in, as they are compared."""
    role: Role
    """Told by all of its words that are no list's."""
    schema: Schema
    types: tuple[str, ...]
    lists: int
    """How many lists it is in."""

    @property
    def takes_text(self) -> bool:
        """Whether it may be a text."""
        return "string" in self.types

    @property
    def takes_numbers(self) -> bool:
        """Whether it may be a number."""
        return bool({"integer", "number"} & {*self.types})


def spots_in(schema: Schema, composing: Composing) -> tuple[Spot, ...]:
    """Return the fields of *schema* that hold one value, outer ones first."""
    found: list[Spot] = []
    level: list[tuple[Any, Path, tuple[str, ...], int]] = [(schema, (), (), 0)]
    for _ in range(_DEEPEST):
        deeper: list[tuple[Any, Path, tuple[str, ...], int]] = []
        for told, path, names, lists in level:
            for part in _parts(told, path, names, lists, composing.flat):
                if isinstance(part, Spot):
                    found.append(part)
                else:
                    deeper.append(part)
            if len(found) + len(deeper) > _MOST:
                return tuple(found)
        level = deeper
    return tuple(found)


def _parts(
    told: Any,
    path: Path,
    names: tuple[str, ...],
    lists: int,
    flat: Callable[[Any, Any], Schema],
) -> Iterator[Spot | tuple[Any, Path, tuple[str, ...], int]]:
    schema = flat(told, _plain_first)
    types = schema.get("type", ())
    types = tuple(types) if isinstance(types, list) else (types,) if types else ()
    members = schema.get("properties", {})
    if members:
        for name, inner in members.items():
            is_one = isinstance(inner, dict) and inner.get("type") in _SINGLE
            is_held = name.lower() in HOLDERS and not names and not is_one
            held = () if is_held else (name,)
            yield inner, (*path, name), (*names, *held), lists
    elif "items" in schema and "object" not in types:
        yield schema["items"], (*path, "*"), names, lists + 1
    elif path and not {"object", "array"} & {*types}:
        if not types:
            types = ("string", "integer", "number")
        plain = tuple(word for name in names for word in words_of(name))
        yield Spot(path, meant(plain), role_of("_".join(plain)), schema, types, lists)


def _plain_first(choices: list[Any]) -> list[Any]:
    """Return *choices* with nothing as the last of them."""
    return sorted(
        choices, key=lambda one: isinstance(one, dict) and one.get("type") == "null"
    )
