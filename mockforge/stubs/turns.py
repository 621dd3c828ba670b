"""Turns: how often each client asked for each thing."""

from __future__ import annotations

from collections import OrderedDict

MOST = 100_000
"""Things whose turns are remembered; the oldest are forgotten, and begin anew."""


class Turns:
    """Counts."""

    def __init__(self, most: int = MOST) -> None:
        """Begin with none.

        Args:
            most: How many are remembered.
        """
        self._most = most
        self._counts: OrderedDict[tuple[str, ...], int] = OrderedDict()

    def take(self, key: tuple[str, ...], *, looks: bool = False) -> int:
        """Return how often *key* was taken before, and count it.

        Args:
            key: What is taken.
            looks: It is not taken, but looked at.
        """
        if looks:
            return self._counts.get(key, 0)
        turn = self._counts.pop(key, 0)
        self._counts[key] = turn + 1
        if len(self._counts) > self._most:
            self._counts.popitem(last=False)
        return turn
