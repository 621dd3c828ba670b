"""An estimate: the latency of one endpoint and status, which follows what is seen."""

from __future__ import annotations

from mockforge.learning.latency.change import ALARM, CALM, NOTHING, Unevenness, heaviest
from mockforge.learning.latency.mattering import alike_by_hour
from mockforge.learning.latency.model import Model
from mockforge.learning.latency.points import Points
from mockforge.learning.latency.regime import Regime, blend
from mockforge.learning.patterns.following import GONE
from mockforge.learning.patterns.law import Law

FEWEST = 5
"""Fewer points are never held against what is known."""
RECENT = 8
"""A change is looked for in so many of the last updates: it is seen late if small."""
MOST = 100
"""So many points of the last updates are kept apart; more tell for themselves."""
LONG = 10.0
"""What was before is let go when there is so much more since."""
AGAIN = 1.25
"""Whether the hour does it is asked again when there is so much more."""
LATELY = 4
"""So many updates that are as before end a change."""
UNLIKE = 6.0
"""From where on an update that is as before is not also as it is becoming."""
LIKELY = 9.5
"""From where on it is seldom by chance: once in twenty."""


class Estimate:
    """What is known of one status of one endpoint."""

    __slots__ = (
        "_model",
        "asked",
        "doubt",
        "marks",
        "new",
        "old",
        "past",
        "share",
        "waiting",
    )

    def __init__(self) -> None:
        self.old = Regime()
        """What holds, or held until now."""
        self.new: Regime | None = None
        """What it is becoming; None while nothing changes."""
        self.share = 0.0
        """Of what is new."""
        self.past: Regime | None = None
        """What held before: it counts again if it turns out that the hour does it."""
        self.marks: list[tuple[int, Unevenness]] = []
        """Of the last updates: how many points each, at the end of what is fresh in
        `old`, and how they are spread over what was there before."""
        self.doubt = NOTHING
        """How what came since the change began is spread over `old`."""
        self.waiting = Points()
        """Too few for an update."""
        self.asked = 0.0
        """How much there was when it was asked last whether the hour does it."""
        self._model: Model | None = None

    @property
    def samples(self) -> float:
        """How much evidence there is."""
        new = self.new.samples if self.new else 0.0
        return self.old.samples + new + len(self.waiting)

    def update(self, points: Points, law: Law) -> None:
        """Take *points* in."""
        self._model = None
        self.waiting += points
        if len(self.waiting) < max(law.min_samples, FEWEST):
            return
        points = self.waiting.take(0, len(self.waiting))
        if self.new is not None:
            self._change(self.new, points, law)
            return
        self.old.fresh += points
        if self.old.sketch.total < max(law.min_samples, FEWEST):
            self.old.absorb(len(self.old.fresh))
            return
        self.marks.append((len(points), self.old.held_against(points)))
        begun = self._begun()
        if begun:
            self._begin(begun, law)
            return
        if self.past is not None and self.old.samples > LONG * self.past.samples:
            self.past = None
        del self.marks[: -self._remembered() or None]
        self.old.settle(sum(count for count, _ in self.marks))

    def fade(self, law: Law) -> None:
        """Lose evidence."""
        self._model = None
        self.marks.clear()
        keep = 1.0 - law.decay
        for regime in (self.old, self.new, self.past):
            if regime is not None:
                regime.scale(keep)
        if self.waiting and self.old.samples < law.min_samples:
            self.old.fresh += self.waiting
            self.old.scale(keep)
            self.waiting = Points()

    @property
    def whole(self) -> Regime:
        """All evidence that counts, as one."""
        if self.new is not None:
            return blend(self.old, self.new, self.share)
        waiting = Regime(self.waiting)
        return Regime.of([self.old, waiting])

    @property
    def model(self) -> Model:
        """What to draw from; there must be something."""
        if self._model is None:
            self._model = (self._by_the_hour() or self.whole).model
        return self._model

    def _begun(self) -> int:
        """Return with how many of the last updates a change began, or 0."""
        known = self.old.known
        told, begun = heaviest([mark for _, mark in reversed(self.marks)], known)
        if told.against(known) <= ALARM:
            return 0
        self.doubt = told
        return begun

    def _remembered(self) -> int:
        """Return how many of the last updates to remember: less than is known."""
        left = min(self.old.sketch.total / 2, MOST)
        for number, (count, _) in enumerate(reversed(self.marks)):
            left -= count
            if left < 0 or number == RECENT:
                return number
        return len(self.marks)

    def _begin(self, begun: int, law: Law) -> None:
        """Begin to follow a change that is *begun* updates old."""
        count = sum(count for count, _ in self.marks[-begun:])
        self.marks.clear()
        first = len(self.old.fresh) - count
        points = self.old.fresh.take(first, first + count)
        self.new = Regime(points)
        self.new.absorb(count)
        self.share = 1.0 - (1.0 - law.sensitivity) ** begun
        self._end()
        self._ask()

    def _change(self, new: Regime, points: Points, law: Law) -> None:
        """Take *points* in while something changes."""
        by_old = self.old.held_against(points)
        old = by_old.against(self.old.known)
        other = new.held_against(points).against(new.known)
        self.marks = [*self.marks[1 - LATELY :], (0, by_old)]
        if (old < CALM and other > max(old, UNLIKE)) or self._is_over():
            self.old.fresh += points
            self.old.settle(0)
            self.share *= 1.0 - law.sensitivity
            if self.share < GONE:
                self._shelve(new)
                self.new, self.share = None, 0.0
                self.marks.clear()
            return
        if min(old, other) > ALARM:
            by_old = self._change_again(new, points)
            new = self.new = Regime()
        new.fresh += points
        new.absorb(len(points))
        self.share = 1.0 - (1.0 - self.share) * (1.0 - law.sensitivity)
        self.doubt = self.doubt.plus(by_old)
        if self.doubt.against(self.old.known) < CALM:
            self.old = Regime.of([self.old, new])
            self.new, self.share = None, 0.0
            self.marks.clear()
            return
        self._end()
        self._ask()

    def _is_over(self) -> bool:
        """Whether the last updates together are as before."""
        if len(self.marks) < LATELY:
            return False
        lately = NOTHING
        for _, mark in self.marks:
            lately = lately.plus(mark)
        return lately.against(self.old.known) < LIKELY

    def _change_again(self, new: Regime, points: Points) -> Unevenness:
        """Begin another change; return how *points* are spread over what held."""
        if self.share < 0.5:
            self._shelve(new)
        else:
            self._shelve(self.old)
            self.old = new
        self.share, self.doubt = 0.0, NOTHING
        self.marks.clear()
        return self.old.held_against(points)

    def _shelve(self, gone: Regime) -> None:
        """Keep *gone* for when it turns out that the hour does it."""
        self.past = Regime.of([self.past, gone] if self.past else [gone])

    def _end(self) -> None:
        """End a change that is complete."""
        if self.new is None or self.share <= 1.0 - GONE:
            return
        self._shelve(self.old)
        self.marks.clear()
        self.old, self.new, self.share = self.new, None, 0.0
        self.asked = 0.0

    def _ask(self) -> None:
        """Take everything as one if it turns out that it differs by the hour."""
        samples = self.samples + (self.past.samples if self.past else 0.0)
        if samples < AGAIN * self.asked:
            return
        self.asked = samples
        whole = self._by_the_hour()
        if whole is not None:
            self.old, self.new, self.past, self.share = whole, None, None, 0.0
            self.marks.clear()
            self.waiting = Points()

    def _by_the_hour(self) -> Regime | None:
        """Return all that was ever seen, if that differs by the hour and no more."""
        if self.new is None and self.past is None:
            return None
        every = [each for each in (self.past, self.old, self.new) if each]
        whole = Regime.of([*every, Regime(self.waiting)])
        if whole.conditions.hour is None:
            return None
        for each in every:
            rest = [
                p for other in every if other is not each for p in other.trail.points
            ]
            if not alike_by_hour(each.trail.points, rest):
                return None
        return whole
