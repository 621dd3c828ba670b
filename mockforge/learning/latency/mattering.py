"""Whether something matters: a size, or the hour of the day, for how long it takes."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from math import sqrt

from mockforge.learning.latency.points import DAY, Point, hour_of

FEWEST = 24
"""Fewer points tell nothing of hours."""
GROUP = 8
"""So many points make a group of sizes, or a block of days, at least."""
STRETCHES = 6
"""So many stretches of three hours on some days tell of hours, and one more."""
APART = 3.5
"""Standard deviations up to which latencies of the same hours may be alike."""
BY_CHANCE = 3.7
"""Standard deviations up to which sizes may seem to matter by chance."""
BY_DAYS = 3.3
"""The same for hours, where whole stretches of a day count as one."""


def size_matters(sizes: Sequence[float], bar: float = BY_CHANCE) -> bool:
    """Whether *sizes*, of points in order of latency, are hardly so by chance.

    It takes *bar* standard deviations. Either the two rise or fall together, or groups
    of sizes differ in latency.
    """
    count = len(sizes)
    if count < GROUP or len(set(sizes)) < 2:
        return False
    order = _ranks(sizes)
    middle = (count - 1) / 2
    spread = sum((each - middle) ** 2 for each in order)
    whole = sum((rank - middle) ** 2 for rank in range(count))
    together = sum((rank - middle) * (order[rank] - middle) for rank in range(count))
    if abs(together) / sqrt(spread * whole) * sqrt(count - 1) > bar:
        return True
    return _groups_differ(order, bar)


def _groups_differ(order: list[float], bar: float) -> bool:
    """Whether points grouped by *order* differ in rank (Kruskal and Wallis)."""
    count = len(order)
    groups = min(8, count // GROUP)
    sums: dict[int, list[float]] = {}
    for rank, each in enumerate(order):
        group = sums.setdefault(int(each * groups / count), [0.0, 0.0])
        group[0] += rank - (count - 1) / 2
        group[1] += 1.0
    if len(sums) < 2:
        return False
    told = sum(total * total / size for total, size in sums.values())
    return _deviations(12.0 * told / (count * (count + 1)), len(sums) - 1) > bar


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


def hours_matter(times: Sequence[int], bar: float = BY_DAYS) -> bool:
    """Whether *times*, of points in order of latency, tell of hours that differ.

    It takes *bar* standard deviations.

    Each point's rank is compared with the mean rank, within its own days, of what was
    seen around its hour on other days. So neither a change from one day to the next
    nor something that happened once looks like an hour.
    """
    if len(times) < FEWEST:
        return False
    blocks = [_Block(ranks) for ranks in _blocks(times)]
    if len(blocks) < 2:
        return False
    together: dict[tuple[int, int], float] = {}
    sums = [sum(block.sums[hour] for block in blocks) for hour in range(24)]
    counts = [sum(block.counts[hour] for block in blocks) for hour in range(24)]
    for number, block in enumerate(blocks):
        for hour in range(24):
            if not block.counts[hour]:
                continue
            around = [(hour + turn) % 24 for turn in (-1, 0, 1)]
            others = sum(counts[each] - block.counts[each] for each in around)
            if not others:
                continue
            told = sum(sums[each] - block.sums[each] for each in around) / others
            key = (number, hour // 3)
            together[key] = together.get(key, 0.0) + block.sums[hour] * told
    return _above_nothing(list(together.values())) > bar


def _above_nothing(values: list[float]) -> float:
    """Return how far above zero the mean of *values* is, in standard deviations.

    That is Student's t, made as large as a normal deviate that is as unlikely (to the
    first order of Cornish and Fisher's expansion).
    """
    free = len(values) - 1
    if free < STRETCHES:
        return 0.0
    mean = sum(values) / len(values)
    spread = sum((value - mean) ** 2 for value in values) / free
    if spread <= 0.0:
        return 0.0
    told = mean / sqrt(spread / len(values))
    return told * (1.0 - 0.25 / free) / sqrt(1.0 + told * told / (2.0 * free))


def alike_by_hour(some: Iterable[Point], others: Iterable[Point]) -> bool:
    """Whether *some* may be as *others* were at the same hours.

    Within each hour their ranks are compared (Wilcoxon's test, put together as van
    Elteren does).
    """
    hours: list[list[tuple[float, bool]]] = [[] for _ in range(24)]
    for which, points in ((True, some), (False, others)):
        for point in points:
            hours[int(hour_of(point.time))].append((point.value, which))
    apart = spread = 0.0
    for seen in hours:
        count = len(seen)
        one = sum(which for _, which in seen)
        if not 0 < one < count:
            continue
        ranks = _ranks([value for value, _ in seen])
        told = sum(rank for rank, (_, which) in zip(ranks, seen, strict=True) if which)
        apart += (told - one * (count - 1) / 2) / (count + 1)
        spread += one * (count - one) / 12.0 / (count + 1)
    return apart * apart <= APART * APART * spread


class _Block:
    """What some days tell of each hour."""

    def __init__(self, ranks: list[tuple[int, int]]) -> None:
        self.sums = [0.0] * 24
        self.counts = [0] * 24
        mean = sum(rank for rank, _ in ranks) / len(ranks)
        for rank, time in ranks:
            hour = int(hour_of(time))
            self.sums[hour] += rank - mean
            self.counts[hour] += 1


def _blocks(times: Sequence[int]) -> list[list[tuple[int, int]]]:
    """Return ranks and times in runs of whole days, each long enough to tell."""
    days: dict[int, list[tuple[int, int]]] = {}
    for rank, time in enumerate(times):
        days.setdefault(time // DAY, []).append((rank, time))
    blocks: list[list[tuple[int, int]]] = [[]]
    for day in sorted(days):
        if len(blocks[-1]) >= GROUP:
            blocks.append([])
        blocks[-1] += days[day]
    if len(blocks) > 1 and len(blocks[-1]) < GROUP:
        last = blocks.pop()
        blocks[-1] += last
    return blocks
