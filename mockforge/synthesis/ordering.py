"""Lists in the order that is asked for, with the fields that are asked for."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from mockforge.bodies.document import Path
from mockforge.options import Json
from mockforge.synthesis.facts import FIELDS, plain
from mockforge.synthesis.naming import words_of
from mockforge.synthesis.roles import role_of
from mockforge.synthesis.scope import Scope
from mockforge.synthesis.spots import Spot, meant

_BY = frozenset(("sort", "sortby", "orderby", "ordering", "order", "sortfield"))
_WAY = frozenset(("order", "sortorder", "direction", "sortdirection", "sortdir", "dir",
                  "orderdir"))  # fmt: skip
_DOWN = frozenset(("desc", "descending", "dsc", "down", "-1"))
_UP = frozenset(("asc", "ascending", "up", "1"))
_NAMED = {"newest": ("created", True), "latest": ("created", True),
          "recent": ("created", True), "oldest": ("created", False),
          "cheapest": ("price", False), "popular": ("popularity", True),
          "popularity": ("popularity", True), "toprated": ("rating", True),
          "date": ("created", False), "alphabetical": ("name", False),
          "bestselling": ("sales", True), "best": ("rating", True)}  # fmt: skip
_POPULAR = (("popularity",), ("sale",), ("view",), ("play",), ("like",), ("review",),
            ("review", "count"), ("rating",), ("score",), ("star",))  # fmt: skip
_PART = re.compile(r"[,;]\s*")


class Order(NamedTuple):
    """A field that a list is sorted by."""

    spot: Spot
    is_down: bool


def orders_in(query: Mapping[str, Json], scope: Scope) -> list[Order]:
    """Return what *query* wants the list to be sorted by, the first first."""
    told: list[tuple[str, bool | None]] = []
    way: bool | None = None
    for name, value in query.items():
        key, text = plain(name), str(value).strip()
        inner = re.fullmatch(r"_?(?:sort|order)\[(\w+)\]", name)
        if inner:
            told.append((inner[1], text.lower() in _DOWN))
        elif key in _WAY and text.lower() in _DOWN | _UP:
            way = text.lower() in _DOWN
        elif key in _BY:
            told += map(_one, _PART.split(text))
    found = []
    for text, is_down in told:
        order = _found(text, way if is_down is None else is_down, scope)
        if order is not None:
            found.append(order)
    return found


def _one(text: str) -> tuple[str, bool | None]:
    """Return what a part of `-price,name:asc` names, and whether it goes down."""
    plain_text = text.strip().lstrip("+ ")
    if plain_text.startswith("-"):
        return plain_text[1:], True
    words = re.split(r"[:\s|.]+", plain_text)
    if len(words) > 1 and words[-1].lower() in _DOWN | _UP:
        return " ".join(words[:-1]), words[-1].lower() in _DOWN
    match = re.fullmatch(r"(\w+?)[_-](asc|desc)(?:ending)?", plain_text, re.IGNORECASE)
    if match:
        return match[1], match[2].lower() in _DOWN
    match = re.fullmatch(r"(\w+?)[_-](low|high)[_-]to[_-](low|high)", plain_text)
    if match:
        return match[1], match[2] == "high"
    return plain_text, None


def _found(text: str, is_down: bool | None, scope: Scope) -> Order | None:
    words = meant(words_of(text))
    items = [spot for spot in scope.spots if scope.is_item(spot)]
    wanted: list[tuple[str, ...]] = [words] if words else []
    role, usual = _NAMED.get(plain(text), (role_of(text).name, False))
    if role == "popularity":
        wanted += _POPULAR
    elif role == "price":
        wanted.append((role,))
    for phrase in wanted:
        for spot in items:
            if phrase in (spot.words, scope.bare(spot)):
                return Order(spot, usual if is_down is None else is_down)
    for spot in items:
        is_like = spot.role.name == role != "" and not spot.role.whose
        if is_like or (words and spot.words[-len(words) :] == words):
            return Order(spot, usual if is_down is None else is_down)
    return None


def ordered(items: Sequence[Json], orders: Sequence[Order], depth: int) -> list[Json]:
    """Return *items* in the order of *orders*.

    Args:
        items: The things of a list.
        orders: What they are sorted by.
        depth: How many steps of a path lead to a thing.
    """
    made = list(items)
    for order in reversed(orders):
        path = order.spot.path[depth:]
        made.sort(key=_key(path), reverse=order.is_down)
        # What has none comes last, whichever way.
        made.sort(key=lambda item, path=path: _at(item, path) is None)  # type: ignore[misc]
    return made


def _key(path: Path) -> Callable[[Json], tuple[Any, ...]]:
    def key(item: Json) -> tuple[Any, ...]:
        value = _at(item, path)
        if isinstance(value, bool | int | float):
            return (0, value)
        return (1, str(value).casefold())

    return key


def _at(item: Json, path: Path) -> Json:
    for step in path:
        item = item.get(step) if isinstance(item, dict) else None
    return item


def fields_in(query: Mapping[str, Json]) -> frozenset[str]:
    """Return the members that *query* wants alone, as they are looked up; or none."""
    for name, value in query.items():
        if plain(name) in FIELDS:
            several = value if isinstance(value, list) else str(value).split(",")
            return frozenset(plain(str(one).split(".")[0].split("(")[0])
                             for one in several) - {""}  # fmt: skip
    return frozenset()


def narrowed(
    thing: Json, fields: frozenset[str], is_valid: Callable[[Json], bool] | None
) -> Json:
    """Return *thing* with *fields* alone, and what has to be there.

    Args:
        thing: An object.
        fields: The names of its members, as they are looked up.
        is_valid: Whether it may be like that; None where nothing has to be.
    """
    if not isinstance(thing, dict) or not any(plain(name) in fields for name in thing):
        return thing
    kept = {name: each for name, each in thing.items() if plain(name) in fields}
    if is_valid is None or is_valid(kept):
        return kept
    kept = dict(thing)
    for name in thing:
        if plain(name) not in fields:
            value = kept.pop(name)
            if not is_valid(kept):
                kept = {one: thing[one] for one in thing if one in kept or one == name}
                kept[name] = value
    return kept
