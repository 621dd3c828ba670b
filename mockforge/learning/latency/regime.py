"""A regime: latencies that are of one kind, from one change upstream to the next."""

from __future__ import annotations

from collections.abc import Iterable

from mockforge.learning.latency.change import Unevenness
from mockforge.learning.latency.model import Conditions, Model
from mockforge.learning.latency.points import Point, Points, Trail
from mockforge.learning.latency.sketch import Sketch

TESTED = 256
"""So many points of one update are held against what is known, at most."""
WAITING = 96
"""So many points wait to be absorbed, at most."""
AT_ONCE = 1024
"""So many points are absorbed at once where not every one is kept."""
AGAIN = 1.5
"""What latency hangs on is asked again when there is so much more of it."""


class Regime:
    """What was seen: absorbed into a sketch and a sample, and what is fresh.

    What is absorbed is what new points are held against, so it changes in few steps.
    """

    __slots__ = ("_model", "conditions", "fresh", "judged", "sketch", "trail")

    def __init__(self, fresh: Iterable[Point] = ()) -> None:
        self.sketch = Sketch()
        self.trail = Trail()
        self.conditions = Conditions()
        self.judged = 0.0
        """How much there was when it was told what latency hangs on."""
        self.fresh = Points(fresh)
        self._model: Model | None = None

    @classmethod
    def of(cls, regimes: Iterable[Regime]) -> Regime:
        """Return all of *regimes* as one, with nothing fresh."""
        ordered = sorted(regimes, key=lambda each: -each.samples)
        whole = ordered[0].copy() if ordered else cls()
        for each in ordered[1:]:
            if each.complete:
                whole.fresh += each.trail.points
            else:
                whole.sketch.merge(each.sketch)
                whole.trail.merge(each.trail)
                whole.judged = 0.0
                whole.conditions = Conditions()
            whole.fresh += each.fresh
        whole.absorb(len(whole.fresh))
        whole.judge()
        return whole

    def copy(self) -> Regime:
        """Return another that is the same."""
        same = Regime(self.fresh)
        same.sketch = self.sketch.copy()
        same.trail = Trail(iter(self.trail.points), self.trail.limit)
        same.conditions = self.conditions.copy()
        same.judged = self.judged
        return same

    @property
    def samples(self) -> float:
        """How much evidence there is."""
        return self.sketch.total + len(self.fresh)

    @property
    def complete(self) -> bool:
        """Whether every point that was absorbed is in the sample."""
        return self.trail.complete and self.sketch.total == len(self.trail.points)

    @property
    def model(self) -> Model:
        """What is absorbed, ready; there must be something."""
        if self._model is None:
            self._model = Model(self.sketch, self.conditions)
        return self._model

    @property
    def known(self) -> float:
        """How many points a new one is held against."""
        return self.conditions.known(self.sketch.total)

    def absorb(self, count: int) -> None:
        """Absorb the first *count* of what is fresh."""
        points = self.fresh.take(0, count)
        at = 0
        while at < len(points):
            some = points[at : at + (WAITING if self.trail.complete else AT_ONCE)]
            at += len(some)
            self.conditions.add(some)
            self._model = None
            self.sketch.add(some.values)
            self.trail.add(some)
            if self.sketch.total >= AGAIN * self.judged:
                self.judge()

    def judge(self) -> None:
        """Tell again what latency hangs on, from the sample."""
        total, points = self.sketch.total, sorted(self.trail.points)
        if not points or total == self.judged:
            return
        if not self.complete:
            points = self._spread(points)
        self._model = None
        self.judged = total
        known = self.conditions
        told = Conditions.told_by(points, known, late=not self.complete)
        if not self.complete:
            told.keep(known)
        self.conditions = told

    def _spread(self, points: list[Point]) -> list[Point]:
        """Return *points*, which are in order, with the latencies of their ranks.

        They are a sample, and together are now as the whole is.
        """
        curve, count = self.model.curve, len(points)
        return [
            point._replace(value=curve.at((rank + 0.5) / count))
            for rank, point in enumerate(points)
        ]

    def settle(self, tail: int) -> None:
        """Absorb what is fresh but the last *tail*, if that is worth it."""
        ready = len(self.fresh) - tail
        if ready >= min(WAITING, self.sketch.total / 2):
            self.absorb(ready)

    def scale(self, factor: float) -> None:
        """Keep *factor* of the evidence."""
        self.absorb(len(self.fresh))
        self.sketch.scale(factor)
        self.conditions.scale(factor)
        self.judged *= factor
        self._model = None

    def held_against(self, points: Points) -> Unevenness:
        """Return how *points* are spread over what is absorbed."""
        step = -(-len(points) // TESTED)
        return Unevenness.of(self.model.shares(points[::step]))


def blend(old: Regime, new: Regime, share: float) -> Regime:
    """Return *old* and *new* as one of which *share* is new."""
    total = old.samples + new.samples
    parts = (old.copy(), new.copy())
    for part, wanted in zip(parts, (1.0 - share, share), strict=True):
        if part.samples > 0:
            part.scale(wanted * total / part.samples)
    return Regime.of(parts)
