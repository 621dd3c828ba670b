"""Identity: which objects of two documents are the same thing."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mockforge.bodies.document import Scalar
from mockforge.options import Json

# By how sure it is that a field of this name tells one thing from all others.
_NAMES = ("id", "_id", "uuid", "guid", "uid", "key", "sha", "digest", "slug", "urn")
_KNOWN = frozenset(_NAMES)
_OWN = re.compile(r"(?:^|[a-z_])(?:id|Id|ID|uuid|UUID|guid|key|sha|digest|slug)\Z")
_NAMED = ("name", "code", "username", "login", "email", "title", "path", "url", "href")

Mark = tuple[str, Scalar]
"""A field and its value."""


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


def is_same(one: Json, other: Json, names: Sequence[str] = ()) -> bool | None:
    """Return whether two objects are the same thing; None if neither says what it is.

    One that says what it is is no other that does not.
    """
    first, second = mark_of(one, names), mark_of(other, names)
    if first is None and second is None:
        return None
    return first == second


def marks(
    lists: Sequence[list[Json]], names: Sequence[str] = ()
) -> list[list[Mark]] | None:
    """Return what each item of some lists is known by, alike in all of them.

    Args:
        lists: Items of one kind.
        names: Fields that are known to identify them, the surest first.

    Returns:
        For each list the marks in its order; None if nothing tells all items of each
        list apart.
    """
    items = [item for each in lists for item in each]
    if not items or not all(isinstance(item, dict) for item in items):
        return None
    first = next(iter(items[0]), None)
    own = (first,) if isinstance(first, str) and _OWN.search(first) else ()
    for name in dict.fromkeys((*names, *_NAMES, *own, *_NAMED)):
        found = [[(name, item.get(name)) for item in each] for each in lists]
        if all(_is_telling(value) for each in found for _, value in each) and all(
            len(set(each)) == len(each) for each in found
        ):
            return found
    return None


def _is_telling(value: Json) -> bool:
    return type(value) is int or (type(value) is str and value != "")
