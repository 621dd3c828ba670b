"""A sketch: some hundred weighted values that stand for any number of them."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate, repeat
from math import pi
from typing import NamedTuple


class Room(NamedTuple):
    """How many values a sketch keeps."""

    limit: int
    """More are thinned out."""
    kept: int
    """At most so many are left then."""
    slowest: int
    """So many of the greatest are never merged: heavy tails are mostly these."""
    fastest: int
    """So many of the least are never merged."""


WHOLE = Room(384, 200, 32, 4)
PART = Room(20, 14, 3, 1)
"""For one of many sketches."""
SEVERAL = 10
"""More values at a time are sorted in, fewer are put where they belong."""
APART = 2.0
"""Neighbours further apart than this factor are not merged: they may be two humps."""
_PATIENCE = 6

_Entry = tuple[float, float, int]


class Sketch:
    """Values with weights, in order of value.

    Up to the limit of different values this is all that was added, and no less. Beyond
    that neighbours are merged into their mean, the fewer the nearer to an end.
    """

    __slots__ = ("room", "total", "values", "weights", "wide")

    def __init__(
        self,
        values: Iterable[float] = (),
        weights: Iterable[float] = (),
        wide: Iterable[int] = (),
        *,
        room: Room = WHOLE,
    ) -> None:
        """Hold what is in order.

        Args:
            values: No two the same.
            weights: One each.
            wide: One each: 1 for the mean of different values, else 0.
            room: How many to keep.
        """
        self.values = array("f", values)
        self.weights = array("f", weights)
        self.wide = bytearray(wide)
        self.total = sum(self.weights)
        self.room = room

    def copy(self) -> Sketch:
        """Return another that is the same."""
        return Sketch(self.values, self.weights, self.wide, room=self.room)

    def add(self, values: Sequence[float], weight: float = 1.0) -> None:
        """Take *values* in, each with *weight*."""
        exact = array("f", values)
        if len(exact) > SEVERAL:
            self._take(list(zip(exact, repeat(weight), repeat(0))))
            return
        for value in exact:
            at = bisect_left(self.values, value)
            if at < len(self.values) and self.values[at] == value:
                self.weights[at] += weight
                continue
            self.values.insert(at, value)
            self.weights.insert(at, weight)
            self.wide.insert(at, 0)
        if len(self.values) > self.room.limit:
            self._take([])
        else:
            self.total = sum(self.weights)

    def merge(self, other: Sketch) -> None:
        """Take in what *other* stands for."""
        self._take(list(zip(other.values, other.weights, other.wide, strict=True)))

    def scale(self, factor: float) -> None:
        """Make every weight *factor* of what it is."""
        self.weights = array("f", [weight * factor for weight in self.weights])
        self.total = sum(self.weights)

    def _take(self, entries: list[_Entry]) -> None:
        entries += zip(self.values, self.weights, self.wide, strict=True)
        entries = _joined(sorted(entries))
        if len(entries) > self.room.limit:
            entries = _joined(_thinned(entries, self.room))
        self.values = array("f", [value for value, _, _ in entries])
        self.weights = array("f", [weight for _, weight, _ in entries])
        self.wide = bytearray([wide for _, _, wide in entries])
        self.total = sum(self.weights)


class Curve:
    """A sketch made ready to ask."""

    __slots__ = ("_halves", "_steps", "_values", "_wide", "total")

    def __init__(self, sketch: Sketch) -> None:
        """Make *sketch* ready, which is not empty."""
        values = self._values = sketch.values[:]
        self._steps = array("d", accumulate(sketch.weights))
        self._halves = array("f", bytes(4 * len(values)))
        self.total = self._steps[-1]
        self._wide = any(sketch.wide)
        for index, wide in enumerate(sketch.wide):
            if wide and 0 < index < len(values) - 1:
                value = values[index]
                gap = min(value - values[index - 1], values[index + 1] - value)
                self._halves[index] = gap / 2

    @property
    def least(self) -> float:
        """The least value."""
        return self._values[0]

    @property
    def most(self) -> float:
        """The greatest value."""
        return self._values[-1]

    def at(self, share: float) -> float:
        """Return the value that *share* of all are below.

        Values as they were seen are steps. A mean of several is spread evenly around
        itself, so that the mean of all stays what it is.
        """
        steps = self._steps
        weight = share * self.total
        index = bisect_right(steps, weight)
        if index >= len(steps):
            return self._values[-1]
        half = self._halves[index]
        if not half:
            return self._values[index]
        before = steps[index - 1]
        inside = (weight - before) / (steps[index] - before)
        return self._values[index] + (2.0 * inside - 1.0) * half

    def step(self, value: float) -> tuple[float, float]:
        """Return the shares that are below *value*, and below or equal.

        One more is counted than there are, so that neither is 0 or 1.
        """
        values, steps = self._values, self._steps
        low = bisect_left(values, value)
        high = low + (low < len(values) and values[low] == value)
        below = steps[low - 1] if low else 0.0
        upto = steps[high - 1] if high else 0.0
        if self._wide:
            for index in (low - 1, low):
                half = self._halves[index] if 0 <= index < len(values) else 0.0
                if half and abs(value - values[index]) < half:
                    inside = (value - values[index] + half) / (2.0 * half)
                    start = steps[index - 1]
                    below = upto = start + inside * (steps[index] - start)
        whole = self.total + 1.0
        return (below + 0.5) / whole, (upto + 0.5) / whole

    def parts(self) -> list[tuple[float, float]]:
        """Return each value with its share of the whole."""
        before = 0.0
        found = []
        for value, step in zip(self._values, self._steps, strict=True):
            found.append((value, (step - before) / self.total))
            before = step
        return found


def _joined(entries: list[_Entry]) -> list[_Entry]:
    """Return *entries*, equal values made one."""
    joined: list[_Entry] = []
    last = None
    for entry in entries:
        if entry[0] == last:
            value, weight, wide = joined[-1]
            joined[-1] = (value, weight + entry[1], wide | entry[2])
        else:
            joined.append(entry)
            last = entry[0]
    return joined


def _thinned(entries: list[_Entry], room: Room) -> list[_Entry]:
    """Return *entries*, as few as *room* has after thinning."""
    total = sum(weight for _, weight, _ in entries)
    share = total * pi / (room.kept - room.slowest - room.fastest)
    patience = _PATIENCE
    while len(entries) > room.kept:
        apart = APART if patience > 0 else float("inf")
        entries = _merged(entries, room, share=share, apart=apart)
        share *= 1.3
        patience -= 1
    return entries


def _merged(
    entries: list[_Entry], room: Room, *, share: float, apart: float
) -> list[_Entry]:
    """Return *entries*, neighbours merged that weigh little enough together.

    In the middle that is half of *share*, and at the ends next to nothing.
    """
    total = sum(weight for _, weight, _ in entries)
    merged = entries[: room.fastest]
    below = sum(weight for _, weight, _ in merged)
    value, heavy, wide = entries[room.fastest]
    most, squared = value * apart, share * share
    for entry in entries[room.fastest + 1 : -room.slowest]:
        other, weight, _ = entry
        both = heavy + weight
        rank = (below + both / 2) / total
        # The square of it, as it is asked often: share * sqrt(rank * (1 - rank)).
        if both * both <= squared * rank * (1.0 - rank) and other <= most:
            value += (other - value) * weight / both
            heavy, wide = both, 1
            continue
        merged.append((value, heavy, wide))
        below += heavy
        value, heavy, wide = entry
        most = value * apart
    merged.append((value, heavy, wide))
    merged += entries[-room.slowest :]
    exact = array("f", [value for value, _, _ in merged])
    return [
        (value, weight, wide)
        for value, (_, weight, wide) in zip(exact, merged, strict=True)
    ]
