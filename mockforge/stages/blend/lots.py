"""Lots: which side a field or a thing is taken from, by seed and place alone."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b
from typing import TYPE_CHECKING
from zlib import crc32

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.uint64]

_MIX, _MASK = 0x9E3779B97F4A7C15, (1 << 64) - 1
_SPREAD = 0xD6E8FEB86659FD93

WHOLE = 1 << 64
"""What a share of all is among numbers."""


class Lots:
    """Draws that depend on a key and a place alone, in about a microsecond."""

    __slots__ = ("_key",)

    def __init__(self, *keys: str | int) -> None:
        """Draw by *keys*."""
        digest = blake2b(repr(keys).encode(), digest_size=8).digest()
        self._key = int.from_bytes(digest, "big")

    @property
    def root(self) -> int:
        """The number of the outermost place."""
        return self._key

    def at(self, place: str) -> float:
        """Return the number in [0, 1) that belongs to *place*."""
        data = place.encode("utf-8", "surrogatepass")
        return (number_of(data, self._key) >> 11) / (1 << 53)


def number_of(data: bytes, key: int = 0) -> int:
    """Return a number of 64 bits for *data*."""
    # Two sums, spread by splitmix64: one alone would be the same for many places.
    mixed = key ^ (crc32(data) << 32 | crc32(data, 0x5BD1E995))
    mixed = (mixed + _MIX) & _MASK
    mixed = ((mixed ^ mixed >> 30) * 0xBF58476D1CE4E5B9) & _MASK
    mixed = ((mixed ^ mixed >> 27) * 0x94D049BB133111EB) & _MASK
    return mixed ^ mixed >> 31


def inside(place: int, number: int) -> int:
    """Return the number of what is called *number* at *place*.

    Both are spread already, so that two steps are enough.
    """
    mixed = ((place ^ number) * _SPREAD) & _MASK
    return ((mixed ^ mixed >> 32) * _SPREAD) & _MASK


def number_of_name(name: str | float | bool | None) -> int:
    """Return a number of 64 bits for what something is known by."""
    if type(name) is int:
        return (name * _MIX) & _MASK
    return number_of(str(name).encode("utf-8", "surrogatepass"))


def all_inside(places: Numbers, number: int) -> Numbers:
    """Return `inside` of all *places*."""
    import numpy as np

    mixed = (places ^ np.uint64(number)) * np.uint64(_SPREAD)
    return (mixed ^ mixed >> np.uint64(32)) * np.uint64(_SPREAD)


def all_named(place: int, names: Sequence[str | float | bool | None]) -> Numbers:
    """Return `inside` of *place* with the number of each of *names*."""
    import numpy as np

    if {*map(type, names)} == {int}:
        try:
            known = np.array(names, dtype=np.int64).astype(np.uint64) * np.uint64(_MIX)
            return all_inside(known, place)
        except OverflowError:
            pass
    return all_numbers_inside(place, [number_of_name(name) for name in names])


def all_crossed(places: Numbers, numbers: Sequence[int]) -> Numbers:
    """Return `inside` of all *places* with each of *numbers*, a row for each."""
    import numpy as np

    column = np.array(numbers, dtype=np.uint64).reshape(-1, 1)
    mixed = (places ^ column) * np.uint64(_SPREAD)
    return (mixed ^ mixed >> np.uint64(32)) * np.uint64(_SPREAD)


def all_numbers_inside(place: int, numbers: Sequence[int]) -> Numbers:
    """Return `inside` of *place* with each of *numbers*."""
    import numpy as np

    return all_inside(np.array(numbers, dtype=np.uint64), place)


def all_below(places: Numbers, most: int) -> list[bool]:
    """Return which of *places* are below *most*, as from `limit`."""
    import numpy as np

    if most >= WHOLE:
        return [True] * len(places)
    found: list[bool] = (places < np.uint64(most)).tolist()
    return found


def limit(share: float) -> int:
    """Return what numbers are below whose part of all is *share*."""
    return int(share * WHOLE)
