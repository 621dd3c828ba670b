"""Which step follows in a session, and after how long: as far as that was learned."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Protocol

from mockforge.learning.patterns.law import Law
from mockforge.learning.sequences.sequences import Sequences
from mockforge.learning.sequences.steps import END, START, Step
from mockforge.simulation.stories import Stories

Key = tuple[str, int]
"""An endpoint and a status."""


class Chain(Protocol):
    """What is known of the order of steps."""

    def next(self, context: Sequence[Step]) -> Sequence[tuple[Step, float]]:
        """Return what may follow *context*, the session so far, and how likely.

        `END` is the end of it. Nothing is returned where too little was seen.
        """

    def gap(self, before: Step, after: Step, u: float) -> float | None:
        """Return the seconds from the answer of *before* to the request of *after*.

        Args:
            before: A step.
            after: One that follows it.
            u: Drawn, from 0 to 1.
        """


class Unlearned:
    """Too little is known: sessions go as they were recorded."""

    def next(self, context: Sequence[Step]) -> Sequence[tuple[Step, float]]:
        """Return nothing."""
        return ()

    def gap(self, before: Step, after: Step, u: float) -> float | None:
        """Return None."""
        return None


class LearnedChain:
    """The learned sequences, where they were seen often enough to be applied.

    They hold everything for possible; users do only what was done.
    """

    def __init__(self, sequences: Sequences, law: Law, stories: Stories) -> None:
        self._sequences = sequences
        self._law = law
        self._is_timed = stories.is_timed
        self._after: dict[Key, Counter[Key]] = {}
        for story in stories.stories:
            steps = [stories.takes[number].step for number in story]
            pairs = zip([START, *steps], [*steps, END], strict=True)
            for before, after in pairs:
                self._after.setdefault(before[:2], Counter())[after[:2]] += 1

    @property
    def share(self) -> float:
        """The part of the recorded steps after which the learned ones are drawn."""
        if not self._sequences.next((), self._law):
            return 0.0
        counts = [each.total() for each in self._after.values()]
        known = sum(count for count in counts if self._law.applies(count))
        return known / max(sum(counts), 1)

    def next(self, context: Sequence[Step]) -> Sequence[tuple[Step, float]]:
        """Return what may follow *context*, and how likely."""
        seen = self._after.get((context[-1] if context else START)[:2])
        if seen is None or not self._law.applies(seen.total()):
            return ()
        told = self._sequences.next(context, self._law)
        return [(step, share) for step, share in told if step[:2] in seen]

    def gap(self, before: Step, after: Step, u: float) -> float | None:
        """Return the seconds between the two, None if they were seen too seldom."""
        seen = self._after.get(before[:2], Counter())[after[:2]]
        if not self._is_timed or not self._law.applies(seen):
            return None
        return self._sequences.gap(before, after, u) or None
