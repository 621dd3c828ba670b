"""Gaps: the times between things, in classes that grow with them."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from math import log
from typing import Any

FLOOR = 0.001
"""Seconds of the shortest gap that is told from none."""

STEP = math.log(1.08)
"""The width of a class: gaps within 8 % of one another are the same."""

TOP = 280
"""The last class: gaps of three weeks and more."""

_LONG = FLOOR * math.exp(STEP * (TOP - 2))
"""Seconds of a gap that is surely not of the last class."""

RARE = 0.002
"""How seldom a change is told where there is none."""

FEW = 6
"""Gaps that tell nothing of a change."""


class Gaps:
    """How often there were gaps of each length; bounded, however many there are."""

    __slots__ = ("bins", "samples")

    def __init__(self) -> None:
        self.samples = 0.0
        """How much evidence there is; less than was seen if it has faded."""
        self.bins: dict[int, float] = {}
        """How many of each class."""

    def add(self, seen: Sequence[float]) -> None:
        """Take *seen* in, in seconds."""
        total = math.fsum(self.bins.values())
        if total > 0 and self.samples < total * (1 - 1e-9):
            # What has faded weighs less than what comes.
            share = self.samples / total
            self.bins = {at: count * share for at, count in self.bins.items()}
        for at, count in _classes(seen).items():
            self.bins[at] = self.bins.get(at, 0.0) + count
        self.samples += len(seen)

    def differs(self, seen: Sequence[float]) -> bool:
        """Whether *seen* can hardly be more of the same (Kolmogorov and Smirnov)."""
        count, total = len(seen), math.fsum(self.bins.values())
        if count < FEW or self.samples < FEW or not total:
            return False
        fresh = _classes(seen)
        apart = old = new = 0.0
        for at in sorted({*self.bins, *fresh}):
            old += self.bins.get(at, 0.0) / total
            new += fresh.get(at, 0) / count
            apart = max(apart, abs(old - new))
        many = self.samples * count / (self.samples + count)
        return apart > math.sqrt(-math.log(RARE / 2) / (2 * many))

    def to_json(self) -> list[float]:
        """Return this as JSON: the evidence, then classes and counts in turn."""
        return [short(self.samples), *pairs(self.bins)]

    @classmethod
    def from_json(cls, told: Sequence[Any]) -> Gaps:
        """Return what `to_json` told.

        Raises:
            ValueError: If it is something else.
        """
        found = cls()
        found.samples = _amount(told[0])
        found.bins = {
            int(at): _amount(count)
            for at, count in zip(told[1::2], told[2::2], strict=True)
            if 0 <= int(at) <= TOP
        }
        return found


class Batch(tuple[float, ...]):
    """Gaps whose classes are told once, however often they are asked for."""

    classes: Mapping[int, int]

    def __new__(cls, gaps: Iterable[float]) -> Batch:
        """Tell the classes of *gaps*."""
        made = super().__new__(cls, gaps)
        made.classes = _counted(made)
        return made


def _classes(seen: Sequence[float]) -> Mapping[int, int]:
    return seen.classes if isinstance(seen, Batch) else _counted(seen)


def _counted(seen: Sequence[float]) -> Mapping[int, int]:
    """Return how many of *seen* are of each class, in the order of the first."""
    return Counter(
        1 + int(log(gap / FLOOR) / STEP) if FLOOR < gap < _LONG else _class(gap)
        for gap in seen
    )


def pairs(counts: Mapping[int, float]) -> list[float]:
    """Return *counts* as JSON: place and count in turn, where there is one."""
    told: list[float] = []
    for at in sorted(counts):
        if counts[at]:
            told += (at, short(counts[at]))
    return told


def short(number: float) -> float:
    """Return *number* as JSON tells it shortest."""
    return int(number) if number == int(number) else number


def mixed(parts: Iterable[tuple[float, Gaps]]) -> dict[int, float]:
    """Return the share of each class in *parts*, which have shares."""
    found: dict[int, float] = {}
    for share, gaps in parts:
        total = math.fsum(gaps.bins.values())
        # In order: sums do not depend on whether they were kept in between.
        for at in sorted(gaps.bins) if total > 0 else ():
            found[at] = found.get(at, 0.0) + share * gaps.bins[at] / total
    whole = math.fsum(found.values())
    return {at: found[at] / whole for at in sorted(found)} if whole > 0 else {}


def quantile(shares: Mapping[int, float], u: float) -> float:
    """Return the gap that a share *u* of all is below, in seconds.

    Args:
        shares: Of each class, in order; not empty.
        u: 0 to 1.
    """
    below, at = 0.0, 0
    for at, share in shares.items():
        if below + share >= u and share > 0:
            within = min(max((u - below) / share, 0.0), 1.0)
            return _edge(at, within)
        below += share
    return _edge(at, 1.0)


def mean(shares: Mapping[int, float], most: float = math.inf) -> float:
    """Return the mean gap in seconds, of those up to *most*."""
    weight = total = 0.0
    for at, share in shares.items():
        middle = _edge(at, 0.5)
        if middle <= most:
            weight += share
            total += share * middle
    return total / weight if weight > 0 else 0.0


def _class(gap: float) -> int:
    if not gap > FLOOR:
        return 0
    return min(1 + int(math.log(gap / FLOOR) / STEP), TOP) if gap < math.inf else TOP


def _edge(at: int, within: float) -> float:
    """Return the gap that is so far within a class."""
    if at == 0:
        return FLOOR * within
    return FLOOR * math.exp((at - 1 + within) * STEP)


def _amount(value: Any) -> float:
    number = float(value)
    if not 0 <= number < math.inf:
        raise ValueError(f"{value!r} is no count")
    return number
