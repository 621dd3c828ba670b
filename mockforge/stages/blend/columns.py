"""Columns: objects of one shape in a long list, merged a field at a time.

What comes of it is what `Merging` makes of each pair of objects by itself, several
times sooner.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, repeat
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from mockforge.options import Json
from mockforge.stages.blend.counts import counted
from mockforge.stages.blend.identity import tellers
from mockforge.stages.blend.lots import all_crossed, all_inside
from mockforge.stages.blend.measures import (
    Average,
    averaged,
    averages,
    is_marked,
    whole_averages,
)
from mockforge.stages.blend.plan import BOTH, OTHER, REAL, TOLD, Field, Shape
from mockforge.stages.blend.texts import Fraction

if TYPE_CHECKING:
    from mockforge.stages.blend.lots import Numbers
    from mockforge.stages.blend.merging import Merging

Column = list[Json]

_PLAIN = frozenset((str, int, bool, type(None), Fraction))
_NUMBERS = frozenset((int, Fraction))
_SIDES = {True: REAL, False: OTHER}
_FIRST = itemgetter(0)


class Rows(NamedTuple):
    """Pairs of objects that have the same names in the same order."""

    real: list[dict[str, Json]]
    other: list[dict[str, Json]]
    at: Numbers
    """The number of each pair's place."""
    places: Sequence[str]
    """Names and identities on the way to each; fewer if no more is told."""


class Columns:
    """The merging of many objects of one shape."""

    def __init__(self, merging: Merging, shape: Shape, rows: Rows, facts: int) -> None:
        """Merge.

        Args:
            merging: What it is a part of.
            shape: What is known of such objects.
            rows: The objects.
            facts: The number of what says which thing one is.
        """
        self._merging = merging
        self._shape = shape
        self._rows = rows
        self._number = facts
        self._facts = merging.all_drawn(all_inside(rows.at, facts))
        self._resized: set[int] = set()

    def merged(self) -> list[Json]:
        """Return one object for each pair."""
        real, other = self._rows.real, self._rows.other
        columns = self._differing()
        numbers = [field.number for field, _, _ in columns]
        places = all_crossed(self._rows.at, numbers)
        made = [
            (field.name, self._column(field, one, two, at))
            for at, (field, one, two) in zip(places, columns, strict=True)
        ]
        # What says which thing it is is of one side already then.
        found: list[Json] = _picked(real, other, self._facts)
        told = [(name, column) for name, column in made if column is not None]
        if told:
            found = [*map(dict.copy, found)]
        for name, column in told:
            for each, value in zip(found, column, strict=True):
                each[name] = value
        for number in self._resized:
            pair = real[number], other[number]
            found[number] = counted(found[number], pair)
        return found

    def _differing(self) -> list[tuple[Field, Column, Column]]:
        """Return the fields that differ, with what they hold on the two sides."""
        names = tuple(self._rows.real[0])
        known = self._shape.fields
        sides = [_turned(side, len(names)) for side in self._rows[:2]]
        return [
            (known.get(name) or self._shape.field(name), mine, theirs)
            for name, mine, theirs in zip(names, *sides, strict=True)
            if mine != theirs
        ]

    def _column(
        self, field: Field, real: Column, other: Column, at: Numbers
    ) -> Column | None:
        """Return a column of what is made; None if it goes with the facts."""
        kinds = {*map(type, real), *map(type, other)}
        if kinds <= _PLAIN:
            if field.is_fact:
                self._tell(field, real, other, self._facts)
                return None
            drawn = self._drawn(field, (real, other), at, has_texts=str in kinds)
            return self._plain(field, (real, other), drawn, kinds)
        if kinds == {dict} and self._is_even(real, other):
            places = [f"{place}.{field.name}" for place in self._rows.places]
            rows = Rows(real, other, at, places)
            return Columns(self._merging, field.inside, rows, self._number).merged()
        if kinds == {list} and _are_plain([*real, *other]):
            return self._lists(field, real, other, at)
        return [self._cell(field, n, real[n], other[n]) for n in range(len(real))]

    def _lists(self, field: Field, real: Column, other: Column, at: Numbers) -> Column:
        """Return a column of lists of what is no object."""
        drawn = self._facts if field.is_fact else self._merging.all_drawn(at)
        self._tell(field, real, other, drawn)
        lengths = [*map(len, real)], [*map(len, other)]
        if lengths[0] != lengths[1]:
            pairs = enumerate(zip(*lengths, strict=True))
            self._resized |= {n for n, (one, two) in pairs if one != two}
        return _picked(real, other, drawn)

    def _is_even(self, real: Column, other: Column) -> bool:
        """Whether objects all have the same names, of which none says what they are."""
        names = tuple(real[0])
        if not names or tellers(names, self._merging.ids) is not None:
            return False
        return are_named([*real, *other], names)

    def _plain(
        self,
        field: Field,
        pair: tuple[Column, Column],
        drawn: list[bool],
        kinds: set[type],
    ) -> Column:
        """Return a column of values that are neither objects nor lists."""
        found = _picked(*pair, drawn)
        means = None
        if field.average and not kinds.isdisjoint(_NUMBERS):
            means = self._means(field, *pair, kinds)
        if means is None:
            self._tell(field, *pair, drawn)
            return found
        averaged = [mean is not None for mean in means]
        self._tell(field, *pair, drawn, averaged)
        return [
            one if mean is None else mean
            for one, mean in zip(found, means, strict=True)
        ]

    def _drawn(
        self, field: Field, pair: tuple[Column, Column], at: Numbers, *, has_texts: bool
    ) -> list[bool]:
        own = self._merging.all_drawn(at)
        if field.is_known or not has_texts:
            return own
        return [
            fact if is_marked(mine) or is_marked(theirs) else one
            for one, fact, mine, theirs in zip(own, self._facts, *pair, strict=True)
        ]

    def _means(
        self, field: Field, real: Column, other: Column, kinds: set[type]
    ) -> Column | None:
        """Return the means of a column, with None where there is none."""
        share, average = self._merging.share, field.average
        found: Column | None = None
        if kinds == {Fraction} and average >= Average.FRACTIONS:
            found = averages(real, other, share)
        elif kinds == {int} and average is Average.ALWAYS:
            found = whole_averages(real, other, share)
        if found is not None:
            return found
        return [
            None
            if mine == theirs
            or type(mine) not in _NUMBERS
            or type(theirs) not in _NUMBERS
            else averaged(mine, theirs, share, average)
            for mine, theirs in zip(real, other, strict=True)
        ]

    def _tell(
        self,
        field: Field,
        real: Column,
        other: Column,
        drawn: Sequence[bool],
        are_means: Sequence[bool] = (),
    ) -> None:
        """Tell whose the values of a column are where the two differ."""
        merging, places = self._merging, self._rows.places
        taken, told, first = merging.taken, merging.sides, 0
        if any(are_means):
            taken.add(BOTH)
        if places and len(told) < TOLD:
            first = len(places)
            means = are_means or repeat(False)
            rows = zip(places, real, other, drawn, means, strict=False)
            for place, mine, theirs, is_real, is_mean in rows:
                if mine == theirs:
                    continue
                side = BOTH if is_mean else _SIDES[is_real]
                taken.add(side)
                if len(told) < TOLD:
                    told[f"{place}.{field.name}"] = side
        self._tell_rest(real, other, drawn, first)

    def _tell_rest(
        self, real: Column, other: Column, drawn: Sequence[bool], first: int
    ) -> None:
        """Tell which sides something of a column is from, from the *first* place on."""
        taken = self._merging.taken
        for number in range(first, len(real)):
            if BOTH in taken or len(taken) == 2:
                break
            if real[number] != other[number]:
                taken.add(_SIDES[drawn[number]])

    def _cell(self, field: Field, number: int, real: Json, other: Json) -> Json:
        """Return one value for two of a column with objects or lists in it."""
        if real == other:
            return real
        places = self._rows.places
        place = places[number] if number < len(places) else "$["
        facts = _SIDES[self._facts[number]]
        spot = (int(self._rows.at[number]), place, facts, None)
        found, is_resized = self._merging.field(field, real, other, spot)
        if is_resized:
            self._resized.add(number)
        return found


def are_named(objects: Sequence[dict[str, Json]], names: tuple[str, ...]) -> bool:
    """Return whether all *objects* have these *names* in this order.

    As no object has a name twice, none of them begins or ends within the names.
    """
    return [*chain.from_iterable(objects)] == [*names] * len(objects)


def _turned(objects: list[dict[str, Json]], width: int) -> list[Column]:
    """Return what objects with *width* members hold, a column for each."""
    flat = [*chain.from_iterable(map(dict.values, objects))]
    return [flat[number::width] for number in range(width)]


def _picked(real: Column, other: Column, drawn: Sequence[bool]) -> Column:
    return [
        mine if is_real else theirs
        for mine, theirs, is_real in zip(real, other, drawn, strict=True)
    ]


def _are_plain(items: list[list[Json]]) -> bool:
    """Return whether none of some lists is empty, or begins with an object."""
    return all(items) and dict not in {*map(type, map(_FIRST, items))}
