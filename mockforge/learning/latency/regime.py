"""A regime: latencies that are of one kind, from one change upstream to the next."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from mockforge.learning.latency.change import ALARM, Unevenness
from mockforge.learning.latency.model import Conditions, Model
from mockforge.learning.latency.points import Point, Trail
from mockforge.learning.latency.sketch import Sketch

TESTED = 256
"""So many points of one update are held against what is known, at most."""
WAITING = 128
"""So many points wait to be absorbed, at most."""


class Regime:
    """What was seen: absorbed into a sketch and a sample, and what is fresh.

    What is absorbed is what new points are held against, so it changes in few steps.
    """

    __slots__ = ("_conditions", "_reference", "fresh", "sketch", "trail")

    def __init__(
        self,
        sketch: Sketch | None = None,
        trail: Trail | None = None,
        fresh: Iterable[Point] = (),
    ) -> None:
        self.sketch = sketch or Sketch()
        self.trail = trail or Trail()
        self.fresh = list(fresh)
        self._conditions: Conditions | None = None
        self._reference: Model | None = None

    @classmethod
    def of(cls, regimes: Iterable[Regime]) -> Regime:
        """Return all of *regimes* as one, with nothing fresh."""
        whole = cls()
        for each in regimes:
            whole.sketch.merge(each.sketch)
            whole.trail.merge(each.trail)
            whole.fresh += each.fresh
        whole.absorb(len(whole.fresh))
        return whole

    @property
    def samples(self) -> float:
        """How much evidence there is."""
        return self.sketch.total + len(self.fresh)

    @property
    def conditions(self) -> Conditions:
        """What the ranks of what is absorbed hang on."""
        if self._conditions is None:
            self._conditions = Conditions(self.trail.points)
        return self._conditions

    @property
    def reference(self) -> Model:
        """What is absorbed, ready to hold others against; there must be something."""
        if self._reference is None or self._conditions is None:
            self._reference = Model(self.sketch, self.conditions)
        return self._reference

    @property
    def known(self) -> float:
        """How many points a new one is held against."""
        telling = self.conditions.telling
        return min(self.sketch.total, telling) if telling else self.sketch.total

    def absorb(self, count: int) -> None:
        """Absorb the first *count* of what is fresh."""
        if count <= 0:
            return
        points = self.fresh[:count]
        del self.fresh[:count]
        self.sketch.add([point.value for point in points])
        self._reference = None
        if self.trail.add(points):
            self._conditions = None

    def settle(self, tail: int) -> None:
        """Absorb what is fresh but the last *tail*, if that is worth it."""
        ready = len(self.fresh) - tail
        if ready >= min(WAITING, self.sketch.total / 2):
            self.absorb(ready)

    def scale(self, factor: float) -> None:
        """Keep *factor* of the evidence."""
        self.absorb(len(self.fresh))
        self.sketch.scale(factor)
        self._reference = None

    def held_against(self, points: Sequence[Point]) -> Unevenness:
        """Return how *points* are spread over what is absorbed."""
        step = -(-len(points) // TESTED)
        return Unevenness.of(self.reference.shares(points[::step]))

    def holds(self, points: Sequence[Point]) -> bool:
        """Whether *points* may be more of the same."""
        if not points or not self.sketch.total:
            return True
        return self.held_against(points).against(self.known) <= ALARM


def blend(old: Regime, new: Regime, share: float) -> Regime:
    """Return *old* and *new* as one of which *share* is new."""
    total = old.samples + new.samples
    parts = (Regime.of([old]), Regime.of([new]))
    for part, wanted in zip(parts, (1.0 - share, share), strict=True):
        if part.samples > 0:
            part.scale(wanted * total / part.samples)
    return Regime.of(parts)
