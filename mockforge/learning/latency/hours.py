"""Hours of the day: whether latency goes with them, told from several days."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt

from mockforge.learning.latency.points import DAY, hour_of

STRICT = 3.0
"""Standard deviations from which it is not taken for chance."""
BLOCK = 8
"""So many points make a block of days, at least."""
FEWEST = 24
"""Fewer points tell nothing of hours."""


def hours_matter(times: Sequence[int]) -> bool:
    """Whether *times*, of points in order of latency, tell of hours that differ.

    Each point's rank is compared with the mean rank, within its own days, of what was
    seen around its hour on other days. So neither a change from one day to the next
    nor something that happened once looks like an hour.
    """
    if len(times) < FEWEST:
        return False
    blocks = _blocks(times)
    if len(blocks) < 2:
        return False
    tables = [_Hours(block) for block in blocks]
    together: dict[tuple[int, int], float] = {}
    sums = [sum(table.sums[hour] for table in tables) for hour in range(24)]
    counts = [sum(table.counts[hour] for table in tables) for hour in range(24)]
    for number, table in enumerate(tables):
        for hour in range(24):
            if not table.counts[hour]:
                continue
            around = [(hour + turn) % 24 for turn in (-1, 0, 1)]
            others = sum(counts[each] - table.counts[each] for each in around)
            if not others:
                continue
            told = sum(sums[each] - table.sums[each] for each in around) / others
            key = (number, hour // 3)
            together[key] = together.get(key, 0.0) + table.sums[hour] * told
    squares = sum(each * each for each in together.values())
    return squares > 0.0 and sum(together.values()) / sqrt(squares) > STRICT


class _Hours:
    """What one block of days tells of each hour."""

    def __init__(self, block: list[tuple[int, int]]) -> None:
        self.sums = [0.0] * 24
        self.counts = [0] * 24
        mean = sum(rank for rank, _ in block) / len(block)
        for rank, time in block:
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
        if len(blocks[-1]) >= BLOCK:
            blocks.append([])
        blocks[-1] += days[day]
    if len(blocks) > 1 and len(blocks[-1]) < BLOCK:
        last = blocks.pop()
        blocks[-1] += last
    return blocks
