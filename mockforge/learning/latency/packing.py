"""Packing: an estimate as a short text, and back."""

from __future__ import annotations

import base64
import binascii
import struct
from array import array
from itertools import pairwise
from math import isfinite
from typing import Any

from mockforge.learning.latency.cells import HOURS, Cells, Line
from mockforge.learning.latency.change import Unevenness
from mockforge.learning.latency.estimate import Estimate
from mockforge.learning.latency.points import (
    LONGEST,
    WIDTH,
    Points,
    Trail,
    little,
    turn,
)
from mockforge.learning.latency.regime import Regime
from mockforge.learning.latency.sketch import PART, WHOLE, Room, Sketch

_HEAD = struct.Struct("<BBdd")
_COUNTS = struct.Struct("<BHHId")
_COUNT = struct.Struct("<H")
_CELLS = struct.Struct("<ddH")
_MARK = struct.Struct("<II4d")
_VERSION = 1
_NEW, _PAST = 1, 2
_SIZE, _HOUR = 1, 2


def packed(estimate: Estimate) -> str:
    """Return *estimate* as text."""
    flags = (_NEW if estimate.new else 0) | (_PAST if estimate.past else 0)
    parts = [_HEAD.pack(_VERSION, flags, estimate.share, estimate.asked)]
    for regime in (estimate.old, estimate.new, estimate.past):
        if regime is not None:
            parts += _regime(regime)
    parts.append(struct.pack("<HH", len(estimate.waiting), len(estimate.marks)))
    parts.append(estimate.waiting.packed())
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
    trail, fresh, cells = regime.trail, regime.fresh, regime.conditions
    flags = (_SIZE if cells.size else 0) | (_HOUR if cells.hour else 0)
    parts = [
        _COUNTS.pack(flags, len(trail.points), len(fresh), trail.limit, regime.judged),
        *_sketch(regime.sketch),
        trail.points.packed(),
        fresh.packed(),
    ]
    if cells.size is not None:
        line = cells.size.line or Line(1.0, 0.0)
        bounds = cells.size.bounds
        parts.append(_CELLS.pack(line.base, line.slope, len(bounds)))
        parts.append(little(array("f", bounds)))
        parts += [part for each in cells.size.sketches for part in _sketch(each)]
    if cells.hour is not None:
        parts += [part for each in cells.hour.sketches for part in _sketch(each)]
    return parts


def _sketch(sketch: Sketch) -> list[bytes]:
    """Return *sketch*; a weight below zero is that of a mean of several."""
    weights = [
        -weight if wide else weight
        for weight, wide in zip(sketch.weights, sketch.wide, strict=True)
    ]
    return [
        _COUNT.pack(len(sketch.values)),
        little(sketch.values),
        little(array("f", weights)),
    ]


class _Reader:
    """Reads what was packed.

    All of it raises ValueError or struct.error for what was not.
    """

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = 0

    def estimate(self) -> Estimate:
        version, flags, share, asked = self._take(_HEAD)
        if version != _VERSION or not (0.0 <= share <= 1.0 and isfinite(asked)):
            raise ValueError("of another version")
        found = Estimate()
        found.share = share
        found.asked = asked
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
        flags, points, fresh, limit, judged = self._take(_COUNTS)
        found = Regime()
        found.sketch = self._sketch(WHOLE)
        found.trail = Trail(self._points(points), limit)
        found.fresh = self._points(fresh)
        found.judged = judged if isfinite(judged) else 0.0
        if flags & _SIZE:
            base, slope, count = self._take(_CELLS)
            if not (0.0 < base <= LONGEST and 0.0 <= slope <= LONGEST):
                raise ValueError("no line")
            bounds = list(self._numbers(count))
            sketches = [self._sketch(PART) for _ in range(count + 1)]
            found.conditions.size = Cells(bounds, sketches, line=Line(base, slope))
        if flags & _HOUR:
            hours = [self._sketch(PART) for _ in range(len(HOURS) + 1)]
            found.conditions.hour = Cells(HOURS, hours, around=True)
        if points and not found.sketch.total:
            raise ValueError("a sample of nothing")
        return found

    def _sketch(self, room: Room) -> Sketch:
        (count,) = self._take(_COUNT)
        values, weights = self._numbers(count), self._numbers(count)
        if not all(weights) or any(a >= b for a, b in pairwise(values)):
            raise ValueError("no sketch")
        wide = [weight < 0.0 for weight in weights]
        return Sketch(values, map(abs, weights), wide, room=room)

    def _numbers(self, count: int) -> array[float]:
        numbers = array("f", self._data[self._at : self._at + 4 * count])
        turn(numbers)
        self._at += 4 * count
        if len(numbers) != count or not all(map(isfinite, numbers)):
            raise ValueError("no numbers")
        return numbers

    def _points(self, count: int) -> Points:
        found = Points.unpacked(self._data[self._at : self._at + WIDTH * count])
        self._at += WIDTH * count
        if len(found) != count:
            raise ValueError("no points")
        return found

    def _mark(self) -> tuple[int, Unevenness]:
        count, tested, *sums = self._take(_MARK)
        if not all(map(isfinite, sums)):
            raise ValueError("no mark")
        return count, Unevenness(tested, *sums)
