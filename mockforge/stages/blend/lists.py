"""Lists: their things are aligned by what they are known by, and merged one by one."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain
from typing import TYPE_CHECKING

from mockforge.options import Json
from mockforge.stages.blend.aligning import (
    GONE,
    Row,
    aligned,
    name_of,
    names_of,
    paired,
    place_of,
)
from mockforge.stages.blend.columns import Columns, Rows, are_named
from mockforge.stages.blend.identity import are_other, tellers
from mockforge.stages.blend.lots import all_named, inside, number_of_name
from mockforge.stages.blend.plan import FACTS, OTHER, REAL, TOLD, Shape

if TYPE_CHECKING:
    from mockforge.stages.blend.merging import Merging, Spot

FEW = 8
"""Items below which merging them one by one is as quick."""


def merged(
    merging: Merging, shape: Shape, real: list[Json], other: list[Json], spot: Spot
) -> Json:
    """Return one list for two; *spot* says whose if they are two things."""
    _, place, facts, side = spot
    whose = merging.whose if "[" not in place else {}
    is_whole = side is not None and not shape.is_ruled
    rows = None
    if whose or not is_whole:
        rows = aligned(real, other, merging.ids)
    if rows is None and whose and len(merging.owners) == 1:
        # What was made on one side must be in it, and nothing tells where.
        facts = min(merging.owners)
    elif rows is None and not is_whole:
        rows = paired(shape, real, other)
    if rows is None:
        # Items without an identity mean what they do as a whole.
        merging.is_resized |= len(real) != len(other)
        return merging.of(facts, real, other, place)
    if len(rows) < FEW or whose or side is not None or shape.is_ruled:
        found = [_item(merging, shape, row, spot, whose) for row in rows]
    else:
        found = _items(merging, shape, rows, spot)
    kept = [each for each in found if each is not GONE]
    merging.is_resized |= not len(kept) == len(real) == len(other)
    return kept


def _items(merging: Merging, shape: Shape, rows: list[Row], spot: Spot) -> list[Json]:
    """Return what becomes of many things, GONE for those that are left out."""
    even = _even(rows)
    found = [real for _, real, _ in rows]
    if even:
        picked = [rows[number] for number in even]
        at = all_named(spot[0], names_of(picked))
        # Of the first ones all is told, and not of all of them the first field.
        left = max(TOLD - len(merging.sides), 0)
        told = picked[: -(-left // max(len(picked[0][1]), 1))]
        parts = Rows(
            [real for _, real, _ in picked],
            [other for _, _, other in picked],
            at,
            [spot[1] + place_of(row) for row in told],
        )
        made = Columns(merging, shape, parts, FACTS).merged()
        for number, one in zip(even, made, strict=True):
            found[number] = one
    if len(even) == len(rows):
        return found
    for number in sorted({*range(len(rows))}.difference(even)):
        found[number] = _item(merging, shape, rows[number], spot, {})
    return found


def _item(
    merging: Merging, shape: Shape, row: Row, spot: Spot, whose: Mapping[str, str]
) -> Json:
    """Return what becomes of a thing in a list; GONE if it is left out."""
    _, real, other = row
    _, place, _, side = spot
    name = name_of(row)
    if whose and str(name) in whose:
        return _owned(merging, row, whose[str(name)], place)
    if real == other:
        return real
    at = inside(spot[0], number_of_name(name))
    own = side or merging.drawn(at, 0)
    place = f"{place}[" if merging.is_told else place + place_of(row)
    if real is GONE or other is GONE:
        return merging.of(own, real, other, place)
    if side is None and are_other(real, other):
        side = own
    if side is not None and not shape.is_ruled:
        return merging.of(side, real, other, place)
    facts = side or merging.drawn(at, FACTS)
    return merging.members(shape, real, other, (at, place, facts, side))


def _owned(merging: Merging, row: Row, owner: str, place: str) -> Json:
    """Return a thing that is wholly of one side, or of none."""
    _, real, other = row
    if owner not in (REAL, OTHER):
        side, found = OTHER if other is GONE else REAL, GONE
    elif owner == OTHER and other is not GONE:
        side, found = OTHER, other
    else:
        # What was made here is shown even if only the other side has it by now.
        side, found = REAL, real
    if real != other:
        merging.tell(side, place + place_of(row))
    elif found is GONE:
        merging.taken |= {REAL, OTHER}
    return found


def _even(rows: list[Row]) -> list[int]:
    """Return the numbers of those rows that differ and have the same names."""
    numbers = [
        number
        for number, (_, real, other) in enumerate(rows)
        if real is not GONE and other is not GONE and real != other
    ]
    if not numbers:
        return []
    names = tuple(rows[numbers[0]][1])
    known = tellers(names)
    sorts = known.sorts if known else ()
    pairs = [rows[number][1:] for number in numbers]
    if not sorts and are_named([*chain.from_iterable(pairs)], names):
        return numbers
    return [
        number
        for number, (real, other) in zip(numbers, pairs, strict=True)
        if tuple(real) == names == tuple(other)
        and not (sorts and are_other(real, other, sorts))
    ]
