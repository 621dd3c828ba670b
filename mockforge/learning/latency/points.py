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


class Points:
    """Points in order, in few bytes."""

    __slots__ = ("sizes", "times", "values")

    def __init__(self, points: Iterable[Point] = ()) -> None:
        self.values = array("f")
        self.sizes = array("H")
        self.times = array("I")
        self += points

    @classmethod
    def of(
        cls, values: Iterable[float], sizes: Iterable[int], times: Iterable[int]
    ) -> Points:
        """Return the points that these columns make."""
        found = cls.__new__(cls)
        found.values = array("f", values)
        found.sizes = array("H", sizes)
        found.times = array("I", times)
        return found

    def __len__(self) -> int:
        return len(self.values)

    def __iter__(self) -> Iterator[Point]:
        return map(Point, self.values, self.sizes, self.times)

    def __getitem__(self, some: slice) -> Points:
        found = Points()
        found.values = self.values[some]
        found.sizes = self.sizes[some]
        found.times = self.times[some]
        return found

    def __iadd__(self, points: Iterable[Point]) -> Points:
        if isinstance(points, Points):
            values, sizes, times = points.values, points.sizes, points.times
        else:
            values, sizes, times = _columns(points)
        self.values.extend(values)
        self.sizes.extend(sizes)
        self.times.extend(times)
        return self

    def take(self, start: int, stop: int) -> Points:
        """Return those from *start* to *stop*, which are no longer among these."""
        some = slice(start, stop)
        taken = self[some]
        del self.values[some], self.sizes[some], self.times[some]
        return taken

    def packed(self) -> bytes:
        """Return these as bytes, the least first."""
        columns: tuple[array[Any], ...] = (self.values, self.sizes, self.times)
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
            (found.values, 0, 4 * count),
            (found.sizes, 4 * count, 6 * count),
            (found.times, 6 * count, 10 * count),
        ):
            column.frombytes(data[start:stop])
            turn(column)
        if not all(0.0 <= value <= LONGEST for value in found.values):
            raise ValueError("no latency")
        return found


def points_of(seen: Sequence[Observation]) -> dict[int, Points]:
    """Return what *seen* says of latency, by status; 0 where no answer came."""
    found: dict[int, Points] = {}
    for each in seen:
        taken, started = each.first_byte, each.started
        if taken is None:
            if each.status or each.failure is None:
                continue
            # What never answered took until it was given up.
            taken = each.elapsed
        if not (0.0 <= taken <= LONGEST and isfinite(started)):
            continue
        points = found.get(each.status)
        if points is None:
            points = found[each.status] = Points()
        points.values.append(taken)
        points.sizes.append(size_code(each.size))
        points.times.append(int(started) if 0 <= started < _LAST else _second(started))
    return found


def _second(started: float) -> int:
    """Return the second of a time that is before or behind all that can be kept."""
    return min(max(int(started), 0), _LAST)


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

    def add(self, points: Iterable[Point]) -> None:
        """Take *points* in as far as they are fair."""
        limit = self.limit
        if limit == _MASK:
            self.points += points
        else:
            some = points if isinstance(points, Points) else Points(points)
            self.points += _fair(some, limit)
        self._cut()

    def merge(self, other: Trail) -> None:
        """Take in what *other* is a sample of."""
        limit = self.limit = min(self.limit, other.limit)
        every = Points(iter(self.points))
        every += other.points
        self.points = _fair(every, limit)
        self._cut()

    def _cut(self) -> None:
        count = len(self.points)
        kept = KEPT if count * (_MASK / (self.limit + 1)) < MANY else FEW
        if count <= kept + kept // 4:
            return
        points = self.points
        columns = points.values, points.sizes, points.times
        numbered = sorted(zip(_numbers(points), *columns, strict=True))[:kept]
        self.limit = numbered[-1][0]
        _, *columns_kept = zip(*numbered, strict=True)
        self.points = Points.of(*columns_kept)


def _fair(points: Points, limit: int) -> Points:
    """Return those of *points* whose number is not above *limit*."""
    values, sizes, times = points.values, points.sizes, points.times
    numbers = enumerate(_numbers(points))
    chosen = [at for at, number in numbers if number <= limit]
    if len(chosen) == len(values):
        return points
    return Points.of(
        [values[at] for at in chosen],
        [sizes[at] for at in chosen],
        [times[at] for at in chosen],
    )


def _numbers(points: Points) -> list[int]:
    """Return a number for each of *points* that has nothing to do with what it says."""
    told = map(_POINT.pack, points.values, points.sizes, points.times)
    return [check * _MIX & _MASK for check in map(crc32, told)]
