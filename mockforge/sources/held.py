"""Held answers: those that were read last, as long as they have room."""

from __future__ import annotations

from collections import OrderedDict

from mockforge.sources.answering import HELD_BODY, Kept


class Held:
    """What was read of recordings, by the recording's number and the exchange's."""

    def __init__(self, most: int) -> None:
        """Begin with nothing.

        Args:
            most: Bytes that may be taken.
        """
        self._most = most
        self._held: OrderedDict[tuple[int, int], Kept] = OrderedDict()
        self._bytes = 0

    def get(self, place: tuple[int, int]) -> Kept | None:
        """Return what is at *place*, None if it is not held."""
        held = self._held.get(place)
        if held is not None:
            self._held.move_to_end(place)
        return held

    def put(self, place: tuple[int, int], kept: Kept) -> None:
        """Hold *kept*, unless it is long; what was asked for longest ago makes room."""
        size = _size(kept)
        if size > HELD_BODY:
            return
        self._held[place] = kept
        self._bytes += size
        while self._bytes > self._most:
            _, old = self._held.popitem(last=False)
            self._bytes -= _size(old)


def _size(kept: Kept) -> int:
    # Some 3 KB for the head and the objects, so that many small ones are bounded too.
    return 3072 + (len(kept.response.body) if kept.response else 0)
