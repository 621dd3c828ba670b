"""Times counted in buckets: bounded memory, a known error, and sums that add up.

Up to 512 ns each nanosecond has a bucket of its own. Above, each doubling is divided
into 256 equal buckets, so a bucket is never wider than 1/256 of what is in it.
"""

from __future__ import annotations

import math

_BITS = 8
_LONGEST = 42
# In bits of nanoseconds: 73 minutes, longer than any time-out.
_SIZE = (_LONGEST - _BITS + 1) << _BITS
ERROR = 2.0**-_BITS
"""How much more than the true one a quantile may be, as a part of it."""


class Histogram:
    """How often what took how long."""

    __slots__ = ("_buckets", "count", "highest", "total")

    def __init__(self) -> None:
        self._buckets = [0] * _SIZE
        self.count = 0
        self.total = 0.0
        """Seconds, of all together."""
        self.highest = 0.0
        """Seconds; exact."""

    def add(self, seconds: float) -> None:
        """Count one that took *seconds*; less than nothing counts as nothing."""
        if seconds > self.highest:
            self.highest = seconds
        elif seconds < 0.0:
            seconds = 0.0
        nanoseconds = int(seconds * 1e9)
        shift = nanoseconds.bit_length() - _BITS - 1
        if shift > 0:
            nanoseconds = (shift << _BITS) + (nanoseconds >> shift)
        try:
            self._buckets[nanoseconds] += 1
        except IndexError:
            self._buckets[-1] += 1
        self.count += 1
        self.total += seconds

    def merge(self, other: Histogram) -> None:
        """Count everything that *other* counted."""
        self._buckets = [
            mine + theirs
            for mine, theirs in zip(self._buckets, other._buckets, strict=True)
        ]
        self.count += other.count
        self.total += other.total
        self.highest = max(self.highest, other.highest)

    @property
    def mean(self) -> float:
        """Seconds on average; 0.0 of none."""
        return self.total / self.count if self.count else 0.0

    def quantile(self, share: float) -> float:
        """Return the seconds within which *share* of all were done; 0.0 of none.

        Never less than the true ones, and by at most ERROR and a nanosecond more.

        Args:
            share: From 0.0 to 1.0; 0.99 for the 99th percentile.
        """
        wanted = max(math.ceil(share * self.count), 1)
        seen = 0
        for bucket, count in enumerate(self._buckets[:-1]):
            seen += count
            if seen >= wanted:
                return min(_end(bucket) * 1e-9, self.highest)
        return self.highest


def _end(bucket: int) -> int:
    """Return the nanoseconds at which *bucket* ends."""
    shift = max((bucket >> _BITS) - 1, 0)
    return ((bucket - (shift << _BITS)) + 1) << shift
