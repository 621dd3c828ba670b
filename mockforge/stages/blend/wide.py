"""Wide objects: those with many members are merged all members at once.

What comes of it is what `Merging` makes of each member by itself.
"""

from __future__ import annotations

from itertools import compress, count
from operator import ne
from typing import TYPE_CHECKING

from mockforge.options import Json
from mockforge.stages.blend.lots import all_inside
from mockforge.stages.blend.measures import Average, averages, is_marked
from mockforge.stages.blend.plan import BOTH, OTHER, REAL, TOLD, Layout, Shape
from mockforge.stages.blend.texts import Fraction

if TYPE_CHECKING:
    from mockforge.stages.blend.merging import Merging, Spot

_NESTED = frozenset((dict, list))
_NUMBERS = frozenset((int, Fraction))
_SIDES = {True: REAL, False: OTHER}

LEAST = 48
"""Members from which on this is quicker."""

Pair = tuple[list[Json], list[Json]]
"""What two objects hold, in the order of the names of the first."""


def merged(
    merging: Merging,
    shape: Shape,
    real: dict[str, Json],
    other: dict[str, Json],
    spot: Spot,
) -> tuple[dict[str, Json], list[str]]:
    """Return one object for two of the same names, and what is left to be merged.

    Args:
        merging: What it is a part of.
        shape: What is known of such objects; no rule is.
        real: The one.
        other: The other.
        spot: Where they are.
    """
    layout = shape.layout(tuple(real))
    names = layout.names
    pair = [*real.values()], [*map(other.__getitem__, names)]
    chosen, left = _parted(layout, pair)
    means = _means(merging, layout, left, pair)
    sides = _sides(merging, layout, chosen, pair, spot)
    theirs = pair[1]
    taken = {
        names[number]: theirs[number]
        for number, is_real in zip(chosen, sides, strict=True)
        if not is_real
    }
    told = [names[number] for number in chosen[:TOLD]]
    for name, is_real in zip(told, sides, strict=False):
        merging.tell(REAL if is_real else OTHER, spot[1], name)
    for name in [*means][:TOLD]:
        merging.tell(BOTH, spot[1], name)
    merging.taken |= {_SIDES[is_real] for is_real in {*sides}}
    rest = [names[number] for number in left if names[number] not in means]
    return {**real, **taken, **means}, rest


def _parted(layout: Layout, pair: Pair) -> tuple[list[int], list[int]]:
    """Return which members differ and are chosen, and which are left."""
    kinds, others = ([*map(type, side)] for side in pair)
    also = {*others}
    least = {kind: {each: _least(kind, each) for each in also} for kind in {*kinds}}
    averages = layout.averages
    differing = [*compress(count(), map(ne, *pair))]
    left = [n for n in differing if averages[n] >= least[kinds[n]][others[n]]]
    if not left:
        return differing, left
    apart = frozenset(left)
    return [number for number in differing if number not in apart], left


def _sides(
    merging: Merging, layout: Layout, chosen: list[int], pair: Pair, spot: Spot
) -> list[bool]:
    """Return which of the members *chosen* are real."""
    if not chosen:
        return []
    drawn = merging.all_drawn(all_inside(layout.numbers[chosen], spot[0]))
    is_fact_real = spot[2] == REAL
    are_facts, are_known = layout.are_facts, layout.are_known
    unknown = [number for number in chosen if not are_known[number]]
    marked = {
        number
        for side in pair
        for number in unknown
        if type(side[number]) is str and is_marked(side[number])
    }
    return [
        is_fact_real if are_facts[number] or number in marked else is_real
        for number, is_real in zip(chosen, drawn, strict=True)
    ]


def _means(
    merging: Merging, layout: Layout, left: list[int], pair: Pair
) -> dict[str, Json]:
    """Return those of the members that are *left* which are averaged."""
    real, other = pair
    averaged = layout.averages
    numbers = [
        number
        for number in left
        if type(real[number]) is Fraction
        and type(other[number]) is Fraction
        and averaged[number] >= Average.FRACTIONS
    ]
    if not numbers:
        return {}
    found = averages(
        [real[number] for number in numbers],
        [other[number] for number in numbers],
        merging.share,
    )
    if found is None:
        return {}
    told = zip(numbers, found, strict=True)
    return {layout.names[n]: mean for n, mean in told if mean is not None}


def _least(kind: type, also: type) -> int:
    """Return from which Average on values are merged by rules of their own."""
    if kind in _NESTED or also in _NESTED:
        return Average.NEVER
    if kind not in _NUMBERS or also not in _NUMBERS:
        return Average.ALWAYS + 1
    has_fraction = kind is Fraction or also is Fraction
    return Average.FRACTIONS if has_fraction else Average.ALWAYS
