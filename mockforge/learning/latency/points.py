"""Points: what is kept of an observation, and a fair sample of any number of them."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from math import isfinite, log2
from typing import NamedTuple

from mockforge.learning.patterns.observation import Observation

DAY = 86_400
LONGEST = 1e6
"""Seconds; what takes longer is a clock that was set."""
KEPT = 224
"""So many points are kept at least when there are more."""
_FINE = 2048.0
_LAST = 2**32 - 1
_MIX = 0x9E3779B97F4A7C15
_MASK = 2**64 - 1


class Point(NamedTuple):
    """One answer."""

    value: float
    """Seconds to its first byte, as exactly as four bytes tell."""
    size: int
    """Of its body, as a code: see `size_code`."""
    time: int
    """Seconds since the epoch when it was asked for."""


def size_code(size: int | None) -> int:
    """Return *size* on a scale of factors, in two bytes."""
    if size is None or size <= 0:
        return 0
    return min(int(log2(1 + size) * _FINE + 0.5), 0xFFFF)


def hour_of(time: float) -> float:
    """Return the hour of the day, 0 to 24, of seconds since the epoch."""
    return (time % DAY) / 3600.0


def points_of(seen: Iterable[Observation]) -> dict[int, list[Point]]:
    """Return what *seen* says of latency, by status; 0 where no answer came."""
    found: dict[int, list[tuple[float, int, int]]] = {}
    for each in seen:
        taken = each.first_byte
        if taken is None and each.status == 0 and each.failure is not None:
            taken = each.elapsed
        if taken is None or not 0.0 <= taken <= LONGEST or not isfinite(each.started):
            continue
        time = min(max(int(each.started), 0), _LAST)
        found.setdefault(each.status, []).append((taken, size_code(each.size), time))
    return {status: _rounded(points) for status, points in found.items()}


def _rounded(points: list[tuple[float, int, int]]) -> list[Point]:
    values = array("f", [value for value, _, _ in points])
    return [
        Point(value, size, time)
        for value, (_, size, time) in zip(values, points, strict=True)
    ]


class Trail:
    """A fair sample of points: which are in it depends on nothing but themselves."""

    __slots__ = ("limit", "points")

    def __init__(self, points: Iterable[Point] = (), limit: int = _MASK) -> None:
        """Begin with what is kept.

        Args:
            points: In any order.
            limit: Points whose number is above it are not taken.
        """
        self.points = list(points)
        self.limit = limit

    @property
    def complete(self) -> bool:
        """Whether nothing was left out."""
        return self.limit == _MASK

    def add(self, points: Sequence[Point]) -> None:
        """Take *points* in as far as they are fair."""
        limit = self.limit
        if limit == _MASK:
            self.points += points
        else:
            self.points += [point for point in points if _number(point) <= limit]
        self._cut()

    def merge(self, other: Trail) -> None:
        """Take in what *other* is a sample of."""
        limit = self.limit = min(self.limit, other.limit)
        both = self.points + other.points
        self.points = [point for point in both if _number(point) <= limit]
        self._cut()

    def _cut(self) -> None:
        if len(self.points) <= KEPT + KEPT // 8:
            return
        numbered = sorted((_number(point), point) for point in self.points)[:KEPT]
        self.limit = numbered[-1][0]
        self.points = [point for _, point in numbered]


def _number(point: Point) -> int:
    """Return a number that has nothing to do with what *point* says."""
    mixed = (int(point.value * 1e9) * 0x100000001B3 + point.size) & _MASK
    mixed = ((mixed ^ (mixed >> 31)) + point.time * _MIX) & _MASK
    mixed = ((mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9) & _MASK
    mixed = ((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB) & _MASK
    return mixed ^ (mixed >> 31)
