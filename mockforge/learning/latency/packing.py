"""Packing: an estimate as a short text, and back."""

from __future__ import annotations

import base64
import binascii
import struct
from array import array
from math import isfinite
from typing import Any

from mockforge.learning.latency.change import Unevenness
from mockforge.learning.latency.estimate import Estimate
from mockforge.learning.latency.points import LONGEST, Point, Trail
from mockforge.learning.latency.regime import Regime
from mockforge.learning.latency.sketch import Sketch

_HEAD = struct.Struct("<BBd")
_COUNTS = struct.Struct("<HHHQ")
_POINT = struct.Struct("<fHI")
_MARK = struct.Struct("<II4d")
_VERSION = 1
_NEW, _PAST = 1, 2


def packed(estimate: Estimate) -> str:
    """Return *estimate* as text."""
    flags = (_NEW if estimate.new else 0) | (_PAST if estimate.past else 0)
    parts = [_HEAD.pack(_VERSION, flags, estimate.share)]
    for regime in (estimate.old, estimate.new, estimate.past):
        if regime is not None:
            parts += _regime(regime)
    parts.append(struct.pack("<HH", len(estimate.waiting), len(estimate.marks)))
    parts += [_POINT.pack(*point) for point in estimate.waiting]
    for count, mark in [(0, estimate.doubt), *estimate.marks]:
        parts.append(_MARK.pack(count, *mark))
    return base64.b64encode(b"".join(parts)).decode()


def unpacked(text: str) -> Estimate:
    """Return the estimate that *text* is; an empty one if it is none."""
    try:
        return _Reader(base64.b64decode(text, validate=True)).estimate()
    except (ValueError, struct.error, binascii.Error):
        return Estimate()


def _regime(regime: Regime) -> list[bytes]:
    sketch, trail, fresh = regime.sketch, regime.trail, regime.fresh
    counts = (len(sketch.values), len(trail.points), len(fresh), trail.limit)
    return [
        _COUNTS.pack(*counts),
        _little(sketch.values).tobytes(),
        _little(sketch.weights).tobytes(),
        *(_POINT.pack(*point) for point in trail.points),
        *(_POINT.pack(*point) for point in fresh),
    ]


def _little(numbers: array[float]) -> array[float]:
    """Return *numbers* with the byte order of what is packed."""
    if struct.pack("=H", 1) == b"\x01\x00":
        return numbers
    turned = numbers[:]
    turned.byteswap()
    return turned


class _Reader:
    """Reads what was packed.

    All of it raises ValueError or struct.error for what was not.
    """

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = 0

    def estimate(self) -> Estimate:
        version, flags, share = self._take(_HEAD)
        if version != _VERSION or not 0.0 <= share <= 1.0:
            raise ValueError("of another version")
        found = Estimate()
        found.share = share
        found.old = self._regime()
        found.new = self._regime() if flags & _NEW else None
        found.past = self._regime() if flags & _PAST else None
        waiting, marks = self._take(struct.Struct("<HH"))
        found.waiting = self._points(waiting)
        _, found.doubt = self._mark()
        found.marks = [self._mark() for _ in range(marks)]
        if sum(count for count, _ in found.marks) > len(found.old.fresh):
            raise ValueError("marks of nothing")
        if found.new is not None and not (found.new.samples and found.old.samples):
            raise ValueError("a change of nothing")
        return found

    def _take(self, form: struct.Struct) -> tuple[Any, ...]:
        values = form.unpack_from(self._data, self._at)
        self._at += form.size
        return values

    def _regime(self) -> Regime:
        values, points, fresh, limit = self._take(_COUNTS)
        sketch = Sketch(self._numbers(values), self._numbers(values))
        if any(weight <= 0.0 for weight in sketch.weights) or list(
            sketch.values
        ) != sorted(sketch.values):
            raise ValueError("no sketch")
        trail = Trail(self._points(points), limit)
        return Regime(sketch, trail, self._points(fresh))

    def _numbers(self, count: int) -> array[float]:
        numbers = array("f", self._data[self._at : self._at + 4 * count])
        self._at += 4 * count
        if len(numbers) != count or not all(map(isfinite, numbers)):
            raise ValueError("no numbers")
        return _little(numbers)

    def _points(self, count: int) -> list[Point]:
        points = []
        for _ in range(count):
            value, size, time = self._take(_POINT)
            if not 0.0 <= value <= LONGEST:
                raise ValueError("no latency")
            points.append(Point(value, size, time))
        return points

    def _mark(self) -> tuple[int, Unevenness]:
        count, tested, *sums = self._take(_MARK)
        if not all(map(isfinite, sums)):
            raise ValueError("no mark")
        return count, Unevenness(tested, *sums)
