"""Cells: a sketch for each stretch of another scale, of size or of the hour."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise

from mockforge.learning.latency.sketch import PART, Curve, Sketch

ENOUGH = 8.0
"""A cell with less takes its neighbours to it."""
HOURS = tuple(float(hour) for hour in range(1, 24))
"""Where an hour of the day ends and the next begins."""
SIZES = 16
"""So many cells there are by size, at most."""
_FINE = 2048.0
_LEAST = 1e-9


class Line:
    """What is expected by size: so many seconds, and so many more for each byte.

    Cells by size hold latencies over it, so that within a cell the greater take longer.
    """

    __slots__ = ("base", "slope")

    def __init__(self, base: float, slope: float) -> None:
        self.base = base
        self.slope = slope

    def at(self, code: float) -> float:
        """Return what is expected of the size of *code*."""
        if not self.slope:
            return self.base
        return self.base + self.slope * _bytes(code)

    @classmethod
    def through(cls, points: Sequence[tuple[float, float]]) -> Line:
        """Return the line through codes and latencies, by relative distances."""
        level = Line(1.0, 0.0)
        found = [(_bytes(code), value) for code, value in points]
        mean = sum(value for _, value in found) / len(found)
        line = Line(mean, 0.0)
        for _ in range(6):
            better = _fitted(found, line)
            if better is None:
                return level
            line = better
        return line


def _fitted(found: Sequence[tuple[float, float]], line: Line) -> Line | None:
    """Return the line by least squares, over what *line* expects; None if it falls."""
    sums = [0.0] * 5
    for size, value in found:
        weight = 1.0 / max(line.base + line.slope * size, _LEAST) ** 2
        for index, term in enumerate((1.0, size, size * size, value, size * value)):
            sums[index] += weight * term
    whole, sizes, squares, values, products = sums
    apart = whole * squares - sizes * sizes
    if apart <= 1e-9 * whole * squares:
        return None
    slope = (whole * products - sizes * values) / apart
    base = (values - slope * sizes) / whole
    if slope <= 0.0:
        return None
    if base <= 0.0:
        least = min(value for _, value in found)
        base, slope = max(least / 2, _LEAST), products / squares
    return Line(base, slope)


def _bytes(code: float) -> float:
    return float(2.0 ** (code / _FINE)) - 1.0


class Cells:
    """Sketches along a scale; each place has that of its stretch."""

    __slots__ = ("_curves", "around", "bounds", "line", "sketches")

    def __init__(
        self,
        bounds: Sequence[float],
        sketches: Iterable[Sketch] | None = None,
        *,
        line: Line | None = None,
        around: bool = False,
    ) -> None:
        """Hold cells.

        Args:
            bounds: Where each ends and the next begins.
            sketches: One more; None for empty ones.
            line: What is expected along the scale; None for the same everywhere.
            around: Whether the last is next to the first.
        """
        self.bounds = list(bounds)
        if sketches is None:
            sketches = [Sketch(room=PART) for _ in range(len(self.bounds) + 1)]
        self.sketches = list(sketches)
        self.line = line
        self.around = around
        self._curves: dict[int, Curve] = {}

    @classmethod
    def of_sizes(cls, points: Sequence[tuple[float, float]]) -> Cells:
        """Return empty cells that the sizes of *points*, with latencies, fall into."""
        codes = sorted(code for code, _ in points)
        different = sorted(set(codes))
        count = min(SIZES, len(codes) // int(ENOUGH))
        if len(different) > count:
            firsts = [codes[len(codes) * n // count] for n in range(count)]
            different = sorted(set(firsts))
            bounds = different[1:]
        else:
            bounds = [(a + b) / 2 for a, b in pairwise(different)]
        return cls(bounds, line=Line.through(points))

    @classmethod
    def of_hours(cls) -> Cells:
        """Return empty cells for the hours of the day."""
        return cls(HOURS, around=True)

    def copy(self) -> Cells:
        """Return others that are the same."""
        sketches = [sketch.copy() for sketch in self.sketches]
        return Cells(self.bounds, sketches, line=self.line, around=self.around)

    def add(self, points: Iterable[tuple[float, float]], weight: float = 1.0) -> None:
        """Take in places and what was seen there, each with *weight*."""
        self._curves.clear()
        found: dict[int, list[float]] = {}
        for place, value in points:
            if self.line is not None:
                value /= self.line.at(place)
            found.setdefault(bisect_right(self.bounds, place), []).append(value)
        for index, values in found.items():
            self.sketches[index].add(values, weight)

    def scale(self, factor: float) -> None:
        """Make every weight *factor* of what it is."""
        self._curves.clear()
        for sketch in self.sketches:
            sketch.scale(factor)

    @property
    def narrowest(self) -> float:
        """How many points a place is told by, at least."""
        filled = [sketch.total for sketch in self.sketches if sketch.total]
        return max(min(filled, default=0.0), ENOUGH)

    def at(self, share: float, place: float) -> float:
        """Return what *share* of all that is at *place* is below."""
        curve = self._curve(bisect_right(self.bounds, place))
        value = curve.at(share)
        return value if self.line is None else value * self.line.at(place)

    def step(self, value: float, place: float) -> tuple[float, float]:
        """Return the shares at *place* that are below *value*, and below or equal."""
        if self.line is not None:
            value /= self.line.at(place)
        return self._curve(bisect_right(self.bounds, place)).step(value)

    def _curve(self, index: int) -> Curve:
        curve = self._curves.get(index)
        if curve is None:
            curve = self._curves[index] = Curve(self._gathered(index))
        return curve

    def _gathered(self, index: int) -> Sketch:
        """Return the sketch of one cell, with its neighbours if it has too little."""
        gathered = self.sketches[index].copy()
        count = len(self.sketches)
        for distance in range(1, count):
            if gathered.total >= ENOUGH:
                break
            for other in {index - distance, index + distance}:
                if self.around:
                    gathered.merge(self.sketches[other % count])
                elif 0 <= other < count:
                    gathered.merge(self.sketches[other])
        return gathered
