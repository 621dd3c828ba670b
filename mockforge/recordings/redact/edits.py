"""Edits to a text: gathered first, then made at once."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable


class Edits:
    """What is to stand where in one text; what was put first wins."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self._starts: list[int] = []
        self._edits: list[tuple[int, bytes]] = []

    def put(self, start: int, end: int, change: Callable[[bytes], bytes]) -> None:
        """Change what stands from *start* to *end*, unless some of it is spoken for.

        Args:
            start: Offset in bytes.
            end: Offset in bytes, exclusive.
            change: Returns what is to stand there.
        """
        at = bisect_left(self._starts, start)
        if at and self._edits[at - 1][0] > start:
            return
        if at < len(self._starts) and self._starts[at] < end:
            return
        new = change(self.data[start:end])
        self._starts.insert(at, start)
        self._edits.insert(at, (end, new))

    def made(self) -> bytes:
        """Return the text with its edits; the same object if they change nothing."""
        if not self._starts:
            return self.data
        pieces, at = [], 0
        for start, (end, new) in zip(self._starts, self._edits, strict=True):
            pieces += [self.data[at:start], new]
            at = end
        made = b"".join([*pieces, self.data[at:]])
        return self.data if made == self.data else made
