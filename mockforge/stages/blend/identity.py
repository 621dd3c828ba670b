"""Identity: which objects of two documents are the same thing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from mockforge.bodies.document import Scalar
from mockforge.options import Json

# By how sure it is that a field of this name tells one thing from all others.
_NAMES = ("id", "_id", "uuid", "guid", "uid", "key", "sha", "digest", "slug", "urn")
_KNOWN = frozenset(_NAMES)
_OWN = re.compile(r"(?:^|[a-z_])(?:id|Id|ID|uuid|UUID|guid|key|sha|digest|slug)\Z")
_NAMED = ("name", "code", "username", "login", "email", "title", "path", "url", "href")

_TELLING = frozenset((int, str))

Mark = tuple[str, Scalar]
"""A field and its value."""

_SORTS = ("type", "kind", "object", "__typename", "@type", "resourceType")
"""Fields that say what kind of thing it is."""


def mark_of(value: Json, names: Sequence[str] = ()) -> Mark | None:
    """Return what tells the object *value* from others; None if nothing does.

    Args:
        value: Any JSON.
        names: Fields that are known to identify such objects, the surest first.
    """
    if not isinstance(value, dict):
        return None
    for name in names:
        if _is_telling(value.get(name)):
            return name, value[name]
    if not _KNOWN.isdisjoint(value):
        for name in _NAMES:
            if _is_telling(value.get(name)):
                return name, value[name]
    # `order_id` first in an order is its own; further on it is another thing's.
    first = next(iter(value), None)
    if isinstance(first, str) and _OWN.search(first) and _is_telling(value[first]):
        return first, value[first]
    return None


class Tellers(NamedTuple):
    """Which fields of objects with certain names tell what such an object is."""

    sorts: tuple[str, ...]
    """Those that say of what kind it is."""
    ids: tuple[str, ...]
    """Those that may identify it, the surest first."""
    names: tuple[str, ...]
    """Those that name it, if it has no id."""


@lru_cache(maxsize=4096)
def tellers(names: tuple[str, ...], ids: Sequence[str] = ()) -> Tellers | None:
    """Return which of the fields *names* tell what an object is; None if none does.

    Args:
        names: Of all its fields.
        ids: Names of fields that are known to identify, the surest first.
    """
    there = frozenset(names)
    own = names[:1] if names and _OWN.search(names[0]) else ()
    found = Tellers(
        tuple(name for name in _SORTS if name in there),
        tuple(dict.fromkeys(n for n in (*ids, *_NAMES, *own) if n in there)),
        tuple(name for name in _NAMED if name in there),
    )
    return found if any(found) else None


def is_same(one: Json, other: Json, names: Sequence[str] = ()) -> bool | None:
    """Return whether two objects are the same thing; None if neither says what it is.

    One that says what it is is no other that does not. Things of two kinds are two,
    whatever their ids; and where nothing has an id, what has another name is another.
    """
    if are_other(one, other):
        return False
    first, second = mark_of(one, names), mark_of(other, names)
    if first is None and second is None:
        return False if are_other(one, other, _NAMED) else None
    return first == second


def are_other(one: Json, other: Json, names: Iterable[str] = _SORTS) -> bool:
    """Return whether two objects differ in a text or number that *names* lead to."""
    if not isinstance(one, dict) or not isinstance(other, dict):
        return False
    for name in names:
        mine = one.get(name)
        if mine is None or mine == other.get(name):
            continue
        if _is_telling(mine) and _is_telling(other.get(name)):
            return True
    return False


def told_apart(
    lists: Sequence[list[Json]], names: Sequence[str] = ()
) -> tuple[str, list[list[Scalar]]] | None:
    """Return by which field the items of some lists are known, alike in all of them.

    Args:
        lists: Items of one kind.
        names: Fields that are known to identify them, the surest first.

    Returns:
        The field, and for each list what its items have in it, in its order; None if
        nothing tells all items of each list apart.
    """
    items = [item for each in lists for item in each]
    if {*map(type, items)} != {dict}:
        return None
    first = next(iter(items[0]), None)
    own = (first,) if isinstance(first, str) and _OWN.search(first) else ()
    for name in dict.fromkeys((*names, *_NAMES, *own, *_NAMED)):
        found = _values(lists, name) if name in items[0] else None
        if found is not None:
            return name, found
    return None


def _values(lists: Sequence[list[Json]], name: str) -> list[list[Scalar]] | None:
    found: list[list[Scalar]] = []
    for each in lists:
        told = [item.get(name) for item in each]
        # What `_is_telling` says, for all of them at once.
        if not {*map(type, told)} <= _TELLING:
            return None
        if len({*told}) < len(told) or "" in told:
            return None
        found.append(told)
    return found


def _is_telling(value: Json) -> bool:
    return type(value) is int or (type(value) is str and value != "")
