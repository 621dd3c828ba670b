"""Given something else: how the rank of a latency hangs on a size, or on an hour.

A rank is a latency's place in a sample, 0 to 1. For each of some places on the other
scale there is a window, the ranks of the points that are near. Drawing within the
window, and then the latency that has the rank, leaves the whole as it is.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise
from math import sqrt

PLACES = 24
"""So many windows there are at most."""
NEAREST = 8
"""So many points are in a window at least."""
STRICT = 3.5
"""Standard deviations from which a dependence is not taken for chance."""
_HOURS = 24.0


class Given:
    """Windows of ranks along another scale."""

    __slots__ = ("bounds", "narrowest", "points", "windows")

    def __init__(
        self, bounds: Sequence[float], windows: Sequence[array[int]], points: int
    ) -> None:
        """Hold windows.

        Args:
            bounds: Where each window ends and the next begins.
            windows: Ranks in order, as whole numbers below *points*.
            points: In all.
        """
        self.bounds = list(bounds)
        self.windows = windows
        self.points = points
        self.narrowest = min(map(len, windows))

    def rank(self, share: float, place: float) -> float:
        """Return the rank that *share* of the ranks near *place* are below."""
        window = self.windows[bisect_right(self.bounds, place)]
        at = share * len(window)
        index = min(int(at), len(window) - 1)
        return (window[index] + min(at - index, 1.0)) / self.points

    def share(self, rank: float, place: float) -> float:
        """Return what share of the ranks near *place* are below *rank*."""
        window = self.windows[bisect_right(self.bounds, place)]
        at = rank * self.points
        index = bisect_right(window, at) - 1
        if index < 0:
            return 0.0
        return (index + min(at - window[index], 1.0)) / len(window)


def by_size(sizes: Sequence[float]) -> Given:
    """Return the windows of points in order of rank that have *sizes*."""
    inside = sorted(zip(sizes, range(len(sizes)), strict=True))
    scale = [size for size, _ in inside]
    different = sorted(set(scale))
    if len(different) > PLACES:
        last = len(scale) - 1
        middles = [scale[last * (2 * n + 1) // (2 * PLACES)] for n in range(PLACES)]
        different = sorted(set(middles))
    width = max(NEAREST, len(sizes) // 16)
    windows = [
        array("H", sorted(rank for _, rank in _near(inside, scale, each, width)))
        for each in different
    ]
    bounds = [(a + b) / 2 for a, b in pairwise(different)]
    return Given(bounds, windows, len(sizes))


def by_hour(hours: Sequence[float]) -> Given:
    """Return the windows of points in order of rank that have *hours*."""
    around = sorted(
        (hour + turn, rank)
        for rank, hour in enumerate(hours)
        for turn in (-_HOURS, 0.0, _HOURS)
    )
    scale = [hour for hour, _ in around]
    windows = []
    for hour in range(24):
        low, high = bisect_left(scale, hour - 0.25), bisect_left(scale, hour + 1.25)
        near = around[low:high]
        if len(near) < NEAREST:
            near = _near(around, scale, hour + 0.5, NEAREST)
        windows.append(array("H", sorted({rank for _, rank in near})))
    return Given([float(hour) for hour in range(1, 24)], windows, len(hours))


def _near(
    inside: list[tuple[float, int]], scale: list[float], place: float, width: int
) -> list[tuple[float, int]]:
    """Return the *width* points nearest to *place*, or all that are right there."""
    low, high = bisect_left(scale, place), bisect_right(scale, place)
    last = len(scale)
    while high - low < width and (low > 0 or high < last):
        left = place - scale[low - 1] if low > 0 else float("inf")
        right = scale[high] - place if high < last else float("inf")
        if left <= right:
            low -= 1
        else:
            high += 1
    return inside[low:high]


def size_matters(sizes: Sequence[float]) -> bool:
    """Whether *sizes*, of points in order of rank, hardly have that order by chance.

    Either the two rise or fall together, or groups of sizes differ in rank.
    """
    count = len(sizes)
    if count < NEAREST or len(set(sizes)) < 2:
        return False
    order = _ranks(sizes)
    middle = (count - 1) / 2
    spread = sum((each - middle) ** 2 for each in order)
    whole = sum((rank - middle) ** 2 for rank in range(count))
    if spread == 0.0:
        return False
    together = sum((rank - middle) * (order[rank] - middle) for rank in range(count))
    if abs(together) / sqrt(spread * whole) * sqrt(count - 1) > STRICT:
        return True
    return _groups_differ(order)


def _groups_differ(order: list[float]) -> bool:
    """Whether points grouped by *order* differ in rank (Kruskal and Wallis)."""
    count = len(order)
    groups = min(8, count // NEAREST)
    sums: dict[int, list[float]] = {}
    for rank, each in enumerate(order):
        group = sums.setdefault(int(each * groups / count), [0.0, 0.0])
        group[0] += rank - (count - 1) / 2
        group[1] += 1.0
    if len(sums) < 2:
        return False
    told = sum(total * total / size for total, size in sums.values())
    free = len(sums) - 1
    statistic = 12.0 * told / (count * (count + 1))
    return _deviations(statistic, free) > STRICT


def _deviations(squares: float, free: int) -> float:
    """Return *squares*, a chi-squared, in standard deviations (Wilson, Hilferty)."""
    part = 2.0 / (9.0 * free)
    root: float = (squares / free) ** (1.0 / 3.0)
    return (root - (1.0 - part)) / sqrt(part)


def _ranks(values: Sequence[float]) -> list[float]:
    """Return the rank of each of *values*; equal values have the mean of theirs."""
    ordered = sorted(values)
    middle = {
        value: (bisect_left(ordered, value) + bisect_right(ordered, value) - 1) / 2
        for value in set(values)
    }
    return [middle[value] for value in values]
