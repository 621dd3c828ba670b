"""Lots: which side a field or a thing is taken from, by seed and place alone."""

from __future__ import annotations

from hashlib import blake2b
from zlib import crc32

_MIX, _MASK = 0x9E3779B97F4A7C15, (1 << 64) - 1


class Lots:
    """Draws that depend on a key and a place alone, in about a microsecond."""

    __slots__ = ("_key",)

    def __init__(self, *keys: str | int) -> None:
        """Draw by *keys*."""
        digest = blake2b(repr(keys).encode(), digest_size=8).digest()
        self._key = int.from_bytes(digest, "big")

    def at(self, place: str) -> float:
        """Return the number in [0, 1) that belongs to *place*."""
        data = place.encode("utf-8", "surrogatepass")
        # Two sums, spread by splitmix64: one alone would be the same for many places.
        mixed = self._key ^ (crc32(data) << 32 | crc32(data, 0x5BD1E995))
        mixed = (mixed + _MIX) & _MASK
        mixed = ((mixed ^ mixed >> 30) * 0xBF58476D1CE4E5B9) & _MASK
        mixed = ((mixed ^ mixed >> 27) * 0x94D049BB133111EB) & _MASK
        return ((mixed ^ mixed >> 31) >> 11) / (1 << 53)
