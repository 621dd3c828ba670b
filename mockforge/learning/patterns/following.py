"""Following a change: an estimate of what was before and of what is now, in shares.

While nothing changes all evidence counts alike, so that the estimate gets better and
better. When what is seen differs from it, a second estimate begins, and with each
update its share grows by `sensitivity` of what is left: after n updates it is
1 - (1 - sensitivity) ** n. When what is seen is again as it was before, the share of
the second fades likewise.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Generic, Protocol, TypeVar

from mockforge.learning.patterns.law import Law

_Seen = TypeVar("_Seen", contravariant=True)

GONE = 0.05
"""The share below which an estimate is dropped."""


class Estimate(Protocol[_Seen]):
    """What was made of some observations."""

    samples: float
    """How much evidence there is; less than was seen if it has faded."""

    def add(self, seen: Sequence[_Seen]) -> None:
        """Take *seen* in."""

    def differs(self, seen: Sequence[_Seen]) -> bool:
        """Whether *seen* can hardly be more of the same."""


_Estimate = TypeVar("_Estimate", bound=Estimate[Any])
_One = TypeVar("_One")


class Following(Generic[_Estimate, _One]):
    """An estimate that follows what is seen."""

    __slots__ = ("new", "old", "share")

    def __init__(
        self, old: _Estimate, new: _Estimate | None = None, share: float = 0.0
    ) -> None:
        """Begin with what is known.

        Args:
            old: The estimate so far, empty at the beginning.
            new: What it is becoming; None while nothing changes.
            share: Of *new* in the whole.
        """
        self.old = old
        self.new = new
        self.share = share

    @property
    def parts(self) -> list[tuple[float, _Estimate]]:
        """The estimates, each with its share; the shares add up to one."""
        if self.new is None:
            return [(1.0, self.old)]
        return [(1.0 - self.share, self.old), (self.share, self.new)]

    @property
    def samples(self) -> float:
        """How much evidence there is."""
        return sum(part.samples for _, part in self.parts)

    def update(self, seen: Sequence[_One], law: Law, fresh: _Estimate) -> None:
        """Take one update in.

        Args:
            seen: What was seen since the last: enough to tell a change by.
            law: How fast to follow.
            fresh: An empty estimate, for when a change begins.
        """
        if self.new is None:
            if self.old.samples < law.min_samples or not self.old.differs(seen):
                self.old.add(seen)
                return
            self.new, self.share = fresh, 0.0
        elif self.new.differs(seen) and not self.old.differs(seen):
            self.old.add(seen)
            self.share *= 1.0 - law.sensitivity
            if self.share < GONE:
                self.new, self.share = None, 0.0
            return
        self.new.add(seen)
        self.share = 1.0 - (1.0 - self.share) * (1.0 - law.sensitivity)
        if self.share > 1.0 - GONE:
            self.old, self.new, self.share = self.new, None, 0.0

    def fade(self, law: Law) -> None:
        """Lose evidence, because nothing was seen for longer than is usual."""
        for _, part in self.parts:
            part.samples *= 1.0 - law.decay
