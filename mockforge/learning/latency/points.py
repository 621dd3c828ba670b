"""Points: what is kept of an observation, and a fair sample of any number of them."""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from math import isfinite, log2
from struct import Struct
from typing import Any, NamedTuple
from zlib import crc32

from mockforge.learning.patterns.observation import Observation

DAY = 86_400
LONGEST = 1e6
"""Seconds; what takes longer is a clock that was set."""
KEPT = 512
"""So many points are kept at least when there are more."""
FEW = 160
"""So many are kept of MANY: what latency hangs on was told by then."""
MANY = 4000
WIDTH = 10
"""Bytes of one point that is packed."""
_FINE = 2048.0
_LAST = 2**32 - 1
_POINT = Struct("<fHI")
_MIX = 0x9E3779B1
_MASK = 2**32 - 1


class Point(NamedTuple):
    """One answer."""

    value: float
    """Seconds to its first byte, as exactly as four bytes tell."""
    size: int
    """Of its body, as a code: see `size_code`."""
    time: int
    """Seconds since the epoch when it was asked for."""


@lru_cache(4096)
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
    found: dict[int, list[Observation]] = {}
    for each in seen:
        found.setdefault(each.status, []).append(each)
    return {
        status: points
        for status, some in found.items()
        if (points := _points(status, some))
    }


def _points(status: int, seen: list[Observation]) -> list[Point]:
    """Return what *seen*, all of *status*, says of latency."""
    told = [
        (taken, each.size, each.started)
        for each in seen
        if (taken := _taken(each, status)) is not None
        and 0.0 <= taken <= LONGEST
        and isfinite(each.started)
    ]
    values = array("f", [taken for taken, _, _ in told])
    return [
        Point(value, size_code(size), min(max(int(started), 0), _LAST))
        for value, (_, size, started) in zip(values, told, strict=True)
    ]


def _taken(each: Observation, status: int) -> float | None:
    """Return how long *each* took; what never answered took until it was given up."""
    if each.first_byte is None and status == 0 and each.failure is not None:
        return each.elapsed
    return each.first_byte


class Points:
    """Points in order, in few bytes."""

    __slots__ = ("_sizes", "_times", "_values")

    def __init__(self, points: Iterable[Point] = ()) -> None:
        self._values = array("f")
        self._sizes = array("H")
        self._times = array("I")
        self += points

    def __len__(self) -> int:
        return len(self._values)

    def __iter__(self) -> Iterator[Point]:
        return map(Point, self._values, self._sizes, self._times)

    def __iadd__(self, points: Iterable[Point]) -> Points:
        if isinstance(points, Points):
            values, sizes, times = points._values, points._sizes, points._times
        else:
            values, sizes, times = _columns(points)
        self._values.extend(values)
        self._sizes.extend(sizes)
        self._times.extend(times)
        return self

    def take(self, start: int, stop: int) -> list[Point]:
        """Return those from *start* to *stop*, which are no longer among these."""
        columns = (self._values, self._sizes, self._times)
        taken = list(map(Point, *(column[start:stop] for column in columns)))
        for column in columns:
            del column[start:stop]
        return taken

    def packed(self) -> bytes:
        """Return these as bytes, the least first."""
        columns: tuple[array[Any], ...] = (self._values, self._sizes, self._times)
        return b"".join(little(column) for column in columns)

    @classmethod
    def unpacked(cls, data: bytes) -> Points:
        """Return the points that *data* holds.

        Raises:
            ValueError: If it holds none.
        """
        count = len(data) // WIDTH
        found = cls()
        for column, start, stop in (
            (found._values, 0, 4 * count),
            (found._sizes, 4 * count, 6 * count),
            (found._times, 6 * count, 10 * count),
        ):
            column.frombytes(data[start:stop])
            turn(column)
        if not all(0.0 <= value <= LONGEST for value in found._values):
            raise ValueError("no latency")
        return found


_Columns = tuple["array[float]", "array[int]", "array[int]"]


def _columns(points: Iterable[Point]) -> _Columns:
    """Return the values, sizes and times of *points*."""
    values, sizes, times = tuple(zip(*points, strict=True)) or ((), (), ())
    return array("f", values), array("H", sizes), array("I", times)


def turn(numbers: array[Any]) -> None:
    """Turn the bytes of *numbers*, on a machine that has the greatest first."""
    if sys.byteorder == "big":
        numbers.byteswap()


def little(numbers: array[Any]) -> bytes:
    """Return *numbers* as bytes, the least first."""
    turned = numbers[:]
    turn(turned)
    return turned.tobytes()


class Trail:
    """A fair sample of points: which are in it depends on nothing but themselves."""

    __slots__ = ("limit", "points")

    def __init__(self, points: Iterable[Point] = (), limit: int = _MASK) -> None:
        """Begin with what is kept.

        Args:
            points: In any order.
            limit: Points whose number is above it are not taken.
        """
        self.points = points if isinstance(points, Points) else Points(points)
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
            self.points += _fair(points, limit)
        self._cut()

    def merge(self, other: Trail) -> None:
        """Take in what *other* is a sample of."""
        limit = self.limit = min(self.limit, other.limit)
        self.points = Points(_fair([*self.points, *other.points], limit))
        self._cut()

    def _cut(self) -> None:
        count = len(self.points)
        kept = KEPT if count * (_MASK / (self.limit + 1)) < MANY else FEW
        if count <= kept + kept // 4:
            return
        numbers = _numbers(self.points)
        numbered = sorted(zip(numbers, self.points, strict=True))[:kept]
        self.limit = numbered[-1][0]
        self.points = Points(point for _, point in numbered)


def _fair(points: Sequence[Point], limit: int) -> list[Point]:
    """Return those of *points* whose number is not above *limit*."""
    numbered = zip(_numbers(points), points, strict=True)
    return [point for number, point in numbered if number <= limit]


def _numbers(points: Iterable[Point]) -> list[int]:
    """Return a number for each of *points* that has nothing to do with what it says."""
    return [crc32(_POINT.pack(*point)) * _MIX & _MASK for point in points]
