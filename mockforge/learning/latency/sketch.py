"""A sketch: some hundred weighted values that stand for any number of them."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from itertools import accumulate
from math import sqrt

LIMIT = 320
"""More values than this are thinned out."""
KEPT = 208
"""At most so many are left then."""
SLOWEST = 32
"""So many of the greatest are never merged: the tail of heavy tails is their mean."""
FASTEST = 4
"""So many of the least are never merged."""
APART = 2.0
"""Neighbours further apart than this factor are not merged: they may be two humps."""


class Sketch:
    """Values with weights, in order of value.

    Up to LIMIT different values this is all that was added, and no less. Beyond that
    neighbours are merged into their mean, the fewer the nearer they are to an end.
    """

    __slots__ = ("total", "values", "weights")

    def __init__(
        self, values: Iterable[float] = (), weights: Iterable[float] = ()
    ) -> None:
        self.values = array("f", values)
        self.weights = array("f", weights)
        self.total = sum(self.weights)

    def add(self, values: Sequence[float]) -> None:
        """Take *values* in, one each."""
        self._take([(value, 1.0) for value in values])

    def merge(self, other: Sketch) -> None:
        """Take in what *other* stands for."""
        self._take(list(zip(other.values, other.weights, strict=True)))

    def scale(self, factor: float) -> None:
        """Make every weight *factor* of what it is."""
        self.weights = array("f", [weight * factor for weight in self.weights])
        self.total = sum(self.weights)

    def steps(self) -> list[float]:
        """Return the weight up to and with each value."""
        return list(accumulate(self.weights))

    def _take(self, pairs: list[tuple[float, float]]) -> None:
        pairs += zip(self.values, self.weights, strict=True)
        pairs.sort()
        pairs = _joined(pairs)
        total = sum(weight for _, weight in pairs)
        share = 0.02
        while len(pairs) > LIMIT or (share > 0.02 and len(pairs) > KEPT):
            pairs = _thinned(pairs, total, share)
            share *= 1.4
        self.values = array("f", [value for value, _ in pairs])
        self.weights = array("f", [weight for _, weight in pairs])
        self.total = total


def _joined(pairs: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Return *pairs*, equal values made one."""
    joined: dict[float, float] = {}
    for value, weight in pairs:
        joined[value] = joined.get(value, 0.0) + weight
    return list(joined.items())


def _thinned(
    pairs: list[tuple[float, float]], total: float, share: float
) -> list[tuple[float, float]]:
    """Return *pairs*, neighbours merged that weigh little enough together.

    In the middle that is *share* of half the total, and at the ends next to nothing.
    """
    thin = pairs[:FASTEST]
    below = sum(weight for _, weight in thin)
    value, heavy = pairs[FASTEST]
    least = value
    for other, weight in pairs[FASTEST + 1 : -SLOWEST]:
        both = heavy + weight
        rank = min((below + both / 2) / total, 1.0)
        if both <= total * share * sqrt(rank * (1.0 - rank)) and (
            other <= least * APART or share > 0.2
        ):
            value += (other - value) * weight / both
            heavy = both
            continue
        thin.append((value, heavy))
        below += heavy
        value, heavy, least = other, weight, other
    thin.append((value, heavy))
    return thin + pairs[-SLOWEST:]
