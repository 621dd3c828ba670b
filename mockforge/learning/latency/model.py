"""A model: what latencies are drawn from, and new ones are held against."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from mockforge.learning.latency.cells import Cells
from mockforge.learning.latency.mattering import (
    BY_CHANCE,
    BY_DAYS,
    hours_matter,
    size_matters,
)
from mockforge.learning.latency.points import Point, hour_of
from mockforge.learning.latency.sketch import Curve, Sketch

LATE = 1.2
"""So much more evidence it takes when not every point is kept any more."""
STILL = 0.6
"""What is known to matter goes on to as long as so much of the evidence is left."""


class Conditions:
    """What latency hangs on: cells by size, by the hour, both or none.

    If both, cells by the hour hold shares of those by size.
    """

    __slots__ = ("hour", "size")

    def __init__(self, size: Cells | None = None, hour: Cells | None = None) -> None:
        self.size = size
        self.hour = hour

    @classmethod
    def told_by(
        cls, points: Sequence[Point], known: Conditions, *, late: bool
    ) -> Conditions:
        """Return what *points* tell, with all of them in the cells.

        Args:
            points: A fair sample.
            known: What was told before: less is enough for that to go on.
            late: Whether there were more than these.
        """
        ordered = sorted(points)
        count = len(ordered)
        found = cls()
        bar = BY_CHANCE * (STILL if known.size else LATE if late else 1.0)
        if size_matters([point.size for point in ordered], bar):
            told = [(float(each.size), each.value) for each in ordered]
            found.size = Cells.of_sizes(told)
            found.size.add(told)
            ordered.sort(key=found.place)
        bar = BY_DAYS * (STILL if known.hour else 1.0)
        if hours_matter([point.time for point in ordered], bar):
            found.hour = Cells.of_hours()
            found.hour.add(
                [
                    (
                        hour_of(each.time),
                        each.value if found.size is None else (rank + 0.5) / count,
                    )
                    for rank, each in enumerate(ordered)
                ]
            )
        return found

    def keep(self, known: Conditions) -> None:
        """Keep the cells of *known* that go on: they hold more than a sample."""
        if (self.size is None) == (known.size is None):
            self.size = known.size
            if self.hour is not None and known.hour is not None:
                self.hour = known.hour

    def copy(self) -> Conditions:
        """Return others that are the same."""
        return Conditions(
            self.size.copy() if self.size else None,
            self.hour.copy() if self.hour else None,
        )

    def add(self, points: Iterable[Point]) -> None:
        """Take *points* in."""
        if self.hour is not None:
            self.hour.add(self.by_hour(points))
        if self.size is not None:
            self.size.add((float(each.size), each.value) for each in points)

    def by_hour(self, points: Iterable[Point]) -> list[tuple[float, float]]:
        """Return the hour of each of *points*, and what its cell holds of it."""
        return [(hour_of(each.time), self.place(each)) for each in points]

    def place(self, point: Point) -> float:
        """Return where *point* is among answers of its size, if that matters."""
        if self.size is None:
            return point.value
        low, high = self.size.step(point.value, point.size)
        return (low + high) / 2

    def step(self, point: Point, curve: Curve) -> tuple[float, float]:
        """Return the shares of such answers that are below *point*, or equal.

        Args:
            point: Its size and hour count as far as they matter.
            curve: Of all answers.
        """
        if self.hour is None:
            if self.size is None:
                return curve.step(point.value)
            return self.size.step(point.value, point.size)
        hour = hour_of(point.time)
        if self.size is None:
            return self.hour.step(point.value, hour)
        low, high = self.size.step(point.value, point.size)
        return self.hour.step(low, hour)[0], self.hour.step(high, hour)[1]

    def scale(self, factor: float) -> None:
        """Keep *factor* of the evidence."""
        for cells in (self.size, self.hour):
            if cells is not None:
                cells.scale(factor)

    def known(self, total: float) -> float:
        """Return how many points a new one is held against, of *total*."""
        found = total
        if self.size is not None:
            found = min(found, 4.0 * self.size.narrowest)
        if self.hour is not None:
            found = min(found, self.hour.narrowest)
        return found


class Model:
    """What a latency is drawn from."""

    __slots__ = ("conditions", "curve")

    def __init__(self, sketch: Sketch, conditions: Conditions) -> None:
        """Make *sketch* ready, which is not empty."""
        self.curve = Curve(sketch)
        self.conditions = conditions

    def draw(self, share: float, size: int | None, hour: float | None) -> float:
        """Return the latency that *share* of them are below.

        Args:
            share: 0 to 1.
            size: The code of the answer's size, if that is known.
            hour: Of the day, 0 to 24, if that is known.
        """
        sizes, hours = self.conditions.size, self.conditions.hour
        if hours is not None and hour is not None:
            if sizes is None:
                return hours.at(share, hour)
            share = hours.at(share, hour)
        if sizes is None or size is None:
            return self.curve.at(share)
        drawn = sizes.at(share, size)
        return min(max(drawn, self.curve.least), self.curve.most)

    def shares(self, points: Iterable[Point]) -> list[float]:
        """Return what share of latencies each of *points* is above, of such answers.

        What is as likely as the rest gives shares that are spread evenly. Equal
        latencies are spread over their step.
        """
        ordered = sorted(points)
        conditions, curve = self.conditions, self.curve
        if conditions.size is None and conditions.hour is None:
            steps = [curve.step(value) for value, _, _ in ordered]
        else:
            steps = [conditions.step(point, curve) for point in ordered]
        if all(low == high for low, high in steps):
            return [low for low, _ in steps]
        count = Counter(value for value, _, _ in ordered)
        shares = []
        last, index = -1.0, 0
        for (value, _, _), (low, high) in zip(ordered, steps, strict=True):
            index = index + 1 if value == last else 0
            last = value
            shares.append(low + (high - low) * (index + 0.5) / count[value])
        return shares
