"""Which step follows in a session, and after how long: as far as that was learned."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from mockforge.learning.sequences.steps import Step


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
