"""Tallies: distinct values with how often each came, in bounded room.

While few values differ all are kept. Beyond that those with the smallest hashes stay:
a fair sample of the distinct values, each with its exact count, whatever the order in
which they came. Two tallies merge into the one that would have seen everything.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from random import Random  # noqa: TID251 - the type alone

from mockforge.options import Json

_WHOLE = 1 << 64


class Tally:
    """Texts with their counts."""

    __slots__ = ("_hashes", "bound", "counts", "room", "total")

    def __init__(self, room: int = 64) -> None:
        self.room = room
        """How many distinct values are kept."""
        self.total = 0
        """How many values came, distinct or not."""
        self.counts: dict[str, int] = {}
        self.bound = _WHOLE
        """Every value whose hash is below this was kept."""
        self._hashes: dict[str, int] = {}

    def __len__(self) -> int:
        return len(self.counts)

    def __iter__(self) -> Iterator[str]:
        return iter(self.counts)

    @property
    def is_sample(self) -> bool:
        """Whether values were left out."""
        return self.bound < _WHOLE

    def add(self, value: str, count: int = 1) -> None:
        """Count *value*."""
        self.total += count
        known = self.counts.get(value)
        if known is not None:
            self.counts[value] = known + count
        elif not self.is_sample and len(self.counts) < self.room:
            self.counts[value] = count
        elif _hash(value) < self.bound:
            self.counts[value] = count
            self._shrink()

    def merge(self, other: Tally) -> None:
        """Count everything that *other* counted."""
        self.total += other.total
        for value, count in other.counts.items():
            self.counts[value] = self.counts.get(value, 0) + count
        if other.bound < self.bound:
            self.bound = other.bound
        self._shrink()

    def distinct(self) -> float:
        """Return how many values differ, estimated where not all are kept.

        Source:
            Bar-Yossef et al., "Counting distinct elements in a data stream" (2002):
            the k-th smallest hash tells how densely hashes lie.
        """
        if not self.is_sample:
            return float(len(self.counts))
        return len(self.counts) * _WHOLE / max(self.bound, 1)

    def draw(self, rng: Random) -> str:
        """Return a value, each as often as it came.

        Raises:
            IndexError: If there is none.
        """
        known = sorted(self.counts.items())
        return rng.choices(
            [value for value, _ in known], [count for _, count in known]
        )[0]

    def to_json(self) -> Json:
        """Return what `from_json` takes."""
        bound = self.bound if self.is_sample else None
        return [self.total, bound, dict(sorted(self.counts.items()))]

    @classmethod
    def from_json(cls, value: Json, room: int = 64) -> Tally:
        """Return the tally that *value* was made from."""
        found = cls(room)
        found.total, found.counts = value[0], dict(value[2])
        found.bound = _WHOLE if value[1] is None else value[1]
        return found

    def _shrink(self) -> None:
        """Leave out what is beyond the bound, and beyond the room."""
        if not self.is_sample and len(self.counts) <= self.room:
            return
        known = self._hashes
        ordered = sorted(
            (known[value] if value in known else _hash(value), value)
            for value in self.counts
        )
        for number, (place, _) in enumerate(ordered):
            if number == self.room or place >= self.bound:
                self.bound = min(self.bound, place)
                break
        self._hashes = {text: place for place, text in ordered if place < self.bound}
        if len(self._hashes) < len(self.counts):
            self.counts = {
                value: count
                for value, count in self.counts.items()
                if value in self._hashes
            }


def _hash(value: str) -> int:
    digest = hashlib.blake2b(value.encode("utf-8", "surrogatepass"), digest_size=8)
    return int.from_bytes(digest.digest(), "big")
