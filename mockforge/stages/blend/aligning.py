"""Aligning: which items of two lists are the same thing."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import repeat

from mockforge.options import Json
from mockforge.stages.blend.identity import Mark, are_other, told_apart
from mockforge.stages.blend.measures import is_marked
from mockforge.stages.blend.plan import Shape

GONE = object()
"""What is not there."""


Row = tuple[Mark | int, Json, Json]
"""A thing that one list or both have: what it is known by, or its place in both; it in
the first list, or GONE; it in the second, or GONE."""


def name_of(row: Row) -> str | float | bool | None:
    """Return what a thing is known by, without the field."""
    mark = row[0]
    return mark if isinstance(mark, int) else mark[1]


def names_of(rows: Sequence[Row]) -> list[str | float | bool | None]:
    """Return what things are known by, as `name_of` does."""
    return [mark if isinstance(mark, int) else mark[1] for mark, _, _ in rows]


def place_of(row: Row) -> str:
    """Return where a thing is in its list, for people."""
    mark = row[0]
    return f"[{mark}]" if isinstance(mark, int) else f"[{mark[0]}={mark[1]!r}]"


def aligned(
    real: list[Json], other: list[Json], ids: Sequence[str]
) -> list[Row] | None:
    """Return the things of two lists, the first's and then the rest of the second's.

    Args:
        real: A list.
        other: A list.
        ids: Names of fields that are known to identify, the surest first.

    Returns:
        None if nothing tells the things of each list apart.
    """
    told = told_apart((real, other), ids)
    if told is None:
        return None
    name, (first, second) = told
    known = zip(repeat(name), first, strict=False)
    if first == second:
        return [*zip(known, real, other, strict=True)]
    mine = dict(zip(known, real, strict=True))
    theirs = dict(zip(zip(repeat(name), second, strict=False), other, strict=True))
    rows: list[Row] = [
        (mark, item, theirs.get(mark, GONE)) for mark, item in mine.items()
    ]
    return rows + [
        (mark, GONE, item) for mark, item in theirs.items() if mark not in mine
    ]


def paired(shape: Shape, real: list[Json], other: list[Json]) -> list[Row] | None:
    """Return the items of two lists by their places; None if they are not the same.

    They are not if one list is longer, if some are no objects, or if what says what
    an item is differs: they may then be in another order.

    Args:
        shape: What is known of such items.
        real: A list.
        other: A list.
    """
    if len(real) != len(other):
        return None
    pairs = [*zip(real, other, strict=True)]
    if any(_is_other(shape, one, two) for one, two in pairs):
        return None
    return [(number, one, two) for number, (one, two) in enumerate(pairs)]


def _is_other(shape: Shape, one: Json, two: Json) -> bool:
    if not isinstance(one, dict) or not isinstance(two, dict) or are_other(one, two):
        return True
    for name, mine in one.items():
        theirs = two.get(name)
        if mine == theirs or isinstance(mine, dict) or theirs is None:
            continue
        field = shape.fields.get(name) or shape.field(name)
        if field.is_fact or is_marked(mine) or is_marked(theirs):
            return True
    return False
