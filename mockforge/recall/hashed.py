"""The embedder that needs nothing: hashed features, the same on every machine."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import sqrt
from typing import TYPE_CHECKING
from zlib import crc32

from mockforge.recall.fields import Bag, Fields

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Vectors = NDArray[np.float32]

VERSION = 1
"""Of the features and how they are hashed; vectors of another one are made anew."""


@dataclass(frozen=True, slots=True)
class Span:
    """Which numbers of a vector are a field's."""

    name: str
    start: int
    stop: int
    weight: float
    """The share of the likeness that it has."""


SPANS = (
    Span("address", 0, 112, 0.40),
    Span("shape", 112, 208, 0.20),
    Span("values", 208, 352, 0.20),
    Span("text", 352, 512, 0.30),
)
DIM = SPANS[-1].stop


def row_of(fields: Fields) -> list[float]:
    """Return the vector of *fields*: each field of its weight, all of length 1."""
    bags = fields.bags
    total = sum(span.weight for span, bag in zip(SPANS, bags, strict=True) if bag)
    row: list[float] = []
    for span, bag in zip(SPANS, bags, strict=True):
        row += _field(span, bag, span.weight / total if bag else 0.0)
    return row


def _field(span: Span, bag: Bag, weight: float) -> list[float]:
    """Return the features of *bag* where their names lead, half of them negative."""
    width = span.stop - span.start
    row = [0.0] * width
    if not bag:
        return row
    for name, value in bag.items():
        number = _number(name)
        row[number % width] += value if number & 0x8000_0000 else -value
    square = sum([each * each for each in row])
    if not square:
        return row
    scale = sqrt(weight / square)
    return [each * scale for each in row]


@lru_cache(maxsize=65_536)
def _number(name: str) -> int:
    return crc32(name.encode("utf-8", "surrogatepass"))


def matrix(rows: Iterable[Sequence[float]]) -> Vectors:
    """Return *rows* as numpy has them."""
    import numpy as np

    found = [np.asarray(row, dtype=np.float32) for row in rows]
    if not found:
        return np.zeros((0, DIM), dtype=np.float32)
    return np.stack(found)
