"""A model: sketches made ready to draw from, and to hold new values against."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from mockforge.learning.latency.given import Given, by_hour, by_size, size_matters
from mockforge.learning.latency.hours import hours_matter
from mockforge.learning.latency.points import Point, hour_of
from mockforge.learning.latency.sketch import Sketch


class Conditions:
    """What ranks hang on, told from a sample of points."""

    __slots__ = ("hour", "size")

    def __init__(self, points: Sequence[Point]) -> None:
        ordered = sorted(points)
        sizes = [point.size for point in ordered]
        self.size = by_size(sizes) if size_matters(sizes) else None
        if self.size is not None:
            ordered = self._given_size(ordered, self.size)
        self.hour: Given | None = None
        times = [point.time for point in ordered]
        if hours_matter(times):
            self.hour = by_hour([hour_of(time) for time in times])

    @staticmethod
    def _given_size(ordered: list[Point], size: Given) -> list[Point]:
        """Return points in order of their rank among those of their size."""
        count = len(ordered)
        shares = [
            (size.share((rank + 0.5) / count, point.size), rank)
            for rank, point in enumerate(ordered)
        ]
        return [ordered[rank] for _, rank in sorted(shares)]

    @property
    def telling(self) -> int:
        """How many points tell of one place, about; 0 if ranks hang on nothing."""
        found = [given.narrowest for given in (self.size, self.hour) if given]
        return min(found, default=0)


class Model:
    """What a latency is drawn from."""

    __slots__ = ("conditions", "steps", "total", "values")

    def __init__(self, sketch: Sketch, conditions: Conditions | None) -> None:
        """Make *sketch* ready.

        Args:
            sketch: Not empty.
            conditions: What ranks hang on; None for nothing.
        """
        self.values = sketch.values[:]
        self.steps = array("d", sketch.steps())
        self.total = self.steps[-1]
        self.conditions = conditions

    def draw(self, share: float, size: int | None, hour: float | None) -> float:
        """Return the latency that *share* of them are below.

        Args:
            share: 0 to 1.
            size: The code of the answer's size, if that is known.
            hour: Of the day, 0 to 24, if that is known.
        """
        conditions = self.conditions
        if conditions is not None:
            if conditions.hour is not None and hour is not None:
                share = conditions.hour.rank(share, hour)
            if conditions.size is not None and size is not None:
                share = conditions.size.rank(share, size)
        index = bisect_right(self.steps, share * self.total)
        return self.values[min(index, len(self.values) - 1)]

    def shares(self, points: Sequence[Point]) -> list[float]:
        """Return what share of latencies each of *points* is above, with its size.

        What is as likely as the rest gives shares that are spread evenly. Equal
        latencies are spread over their step.
        """
        ordered = sorted(points)
        shares = []
        at = 0
        while at < len(ordered):
            value = ordered[at].value
            end = at + 1
            while end < len(ordered) and ordered[end].value == value:
                end += 1
            low, high = self._step(value)
            for index in range(at, end):
                rank = low + (high - low) * (index - at + 0.5) / (end - at)
                shares.append(self._given(rank, ordered[index]))
            at = end
        return shares

    def _step(self, value: float) -> tuple[float, float]:
        low = bisect_left(self.values, value)
        high = bisect_right(self.values, value, lo=low)
        whole = self.total + 1.0
        return (
            ((self.steps[low - 1] if low else 0.0) + 0.5) / whole,
            ((self.steps[high - 1] if high else 0.0) + 0.5) / whole,
        )

    def _given(self, rank: float, point: Point) -> float:
        conditions = self.conditions
        if conditions is None:
            return rank
        if conditions.size is not None:
            rank = conditions.size.share(rank, point.size)
        if conditions.hour is not None:
            rank = conditions.hour.share(rank, hour_of(point.time))
        return rank
