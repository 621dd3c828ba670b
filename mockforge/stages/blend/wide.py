"""Wide objects: those with many members are merged all members at once.

What comes of it is what `Merging` makes of each member by itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mockforge.options import Json
from mockforge.stages.blend.lots import all_numbers_inside
from mockforge.stages.blend.measures import Average, averages, is_marked
from mockforge.stages.blend.plan import BOTH, OTHER, REAL, Field, Shape
from mockforge.stages.blend.texts import Fraction

if TYPE_CHECKING:
    from mockforge.stages.blend.merging import Merging, Spot

_NESTED = frozenset((dict, list))
_PLAIN = frozenset((str, bool, type(None)))
_NUMBERS = frozenset((int, Fraction))

LEAST = 48
"""Members from which on this is quicker."""


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
    at, place, facts, _ = spot
    fields, left = _parted(shape, real, other)
    means = _means(merging, shape, left, (real, other))
    numbers = [field.number for field in fields]
    drawn = merging.all_drawn(all_numbers_inside(at, numbers)) if numbers else []
    found = {**real, **means}
    for field, is_real in zip(fields, drawn, strict=True):
        name = field.name
        side = REAL if is_real else OTHER
        if field.is_fact or (
            not field.is_known and (is_marked(real[name]) or is_marked(other[name]))
        ):
            side = facts
        if side == OTHER:
            found[name] = other[name]
        if merging.is_told:
            merging.taken.add(side)
        else:
            merging.tell(side, place, name)
    for name in means:
        merging.tell(BOTH, place, name)
    return found, [name for name in left if name not in means]


def _parted(
    shape: Shape, real: dict[str, Json], other: dict[str, Json]
) -> tuple[list[Field], list[str]]:
    """Return the fields that differ and are chosen, and the names of the others."""
    known = shape.fields
    left: list[str] = []
    fields: list[Field] = []
    for name, mine in real.items():
        theirs = other[name]
        if mine == theirs:
            continue
        field = known.get(name) or shape.field(name)
        if type(mine) in _PLAIN or not _is_left(field, type(mine), type(theirs)):
            fields.append(field)
        else:
            left.append(name)
    return fields, left


def _means(
    merging: Merging,
    shape: Shape,
    names: list[str],
    pair: tuple[dict[str, Json], dict[str, Json]],
) -> dict[str, Json]:
    """Return those of the members *names* that are averaged."""
    real, other = pair
    names = [
        name
        for name in names
        if type(real[name]) is Fraction
        and type(other[name]) is Fraction
        and shape.fields[name].average is not Average.NEVER
    ]
    if not names:
        return {}
    found = averages(
        [real[name] for name in names], [other[name] for name in names], merging.share
    )
    if found is None:
        return {}
    told = zip(names, found, strict=True)
    return {name: mean for name, mean in told if mean is not None}


def _is_left(field: Field, kind: type, also: type) -> bool:
    """Return whether values are merged by rules of their own."""
    if kind in _NESTED or also in _NESTED:
        return True
    if kind not in _NUMBERS or also not in _NUMBERS:
        return False
    has_fraction = kind is Fraction or also is Fraction
    return field.average >= (Average.FRACTIONS if has_fraction else Average.ALWAYS)
