"""Changes: whether new latencies can be more of the same.

Where each stands among those known is a share, 0 to 1; while nothing changes these are
spread evenly, whatever the distribution. How far they are from that is measured by the
first four orthogonal polynomials (Neyman's smooth test): by level, spread, skew and
humps.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import sqrt
from typing import NamedTuple

ALARM = 26.0
"""From where on it is not by chance: less than once in a thousand updates."""
CALM = 15.0
"""Below it an alarm was false."""

_ROOTS = (sqrt(3.0), sqrt(5.0), sqrt(7.0), 3.0)


class Unevenness(NamedTuple):
    """How some shares are spread; those of several updates are added."""

    tested: int
    level: float
    spread: float
    skew: float
    humps: float

    @classmethod
    def of(cls, shares: Iterable[float]) -> Unevenness:
        """Measure *shares*."""
        spans = [2.0 * share - 1.0 for share in shares]
        squares = [x * x for x in spans]
        level = sum(spans)
        spread = sum(squares) * 1.5 - 0.5 * len(spans)
        skew = sum((2.5 * y - 1.5) * x for x, y in zip(spans, squares, strict=True))
        humps = sum((4.375 * y - 3.75) * y for y in squares) + 0.375 * len(spans)
        sums = (level, spread, skew, humps)
        return cls(len(spans), *(a * b for a, b in zip(sums, _ROOTS, strict=True)))

    def plus(self, other: Unevenness) -> Unevenness:
        """Return this and *other* as one."""
        return Unevenness(
            self.tested + other.tested,
            self.level + other.level,
            self.spread + other.spread,
            self.skew + other.skew,
            self.humps + other.humps,
        )

    def against(self, known: float) -> float:
        """Return how unlikely this is, if *known* is the count it was held against.

        By chance it is as a chi-squared of four degrees of freedom, about.
        """
        if not self.tested or known <= 0.0:
            return 0.0
        # A product that is too large is infinite, where a power raises.
        squares = sum(one * one for one in self[1:])
        return squares / (self.tested * (1.0 + self.tested / known))


NOTHING = Unevenness(0, 0.0, 0.0, 0.0, 0.0)
"""What no shares are."""


def heaviest(updates: Sequence[Unevenness], known: float) -> tuple[Unevenness, int]:
    """Return the first so many of *updates* as one that are least by chance.

    Args:
        updates: At least one.
        known: The count they were held against.

    Returns:
        These as one, and how many they are.
    """
    best, found = -1.0, (NOTHING, 0)
    tested, level, spread, skew, humps = NOTHING
    for number, each in enumerate(updates, 1):
        tested += each[0]
        level += each[1]
        spread += each[2]
        skew += each[3]
        humps += each[4]
        squares = level * level + spread * spread + skew * skew + humps * humps
        told = squares / (tested * (1.0 + tested / known))
        if told > best:
            best = told
            found = Unevenness(tested, level, spread, skew, humps), number
    return found
