"""Faults: which recorded failures are given again, and when."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from enum import StrEnum

KEPT = 100_000
"""Places that are remembered, one for each session and endpoint. One that was not asked
for so many others begins anew."""


class Errors(StrEnum):
    """When failures are given that came and went when they were recorded."""

    NONE = "none"
    """Never; what requests cause is answered all the same."""
    RECORDED = "recorded"
    """When it is their turn."""
    LEARNED = "learned"
    """As often as such answers failed, and in such bursts, drawn anew for each."""


class Places:
    """Where each session stands in the failures of each endpoint.

    What is drawn depends on the place alone: the same requests fail alike however
    sessions interleave, and one session's bursts are none of another's.
    """

    def __init__(self, kept: int = KEPT) -> None:
        self._kept = kept
        self._places: OrderedDict[tuple[str, str], tuple[int, str | None]] = (
            OrderedDict()
        )

    def __len__(self) -> int:
        return len(self._places)

    def step(
        self, session: str, endpoint: str, draw: Callable[[int, str | None], str]
    ) -> tuple[int, str]:
        """Return the number of this request, the first being 0, and what it meets.

        Args:
            session: Whose request it is.
            endpoint: What it asks.
            draw: Gives that for its number and what the one before it met, which is
                None for the first.
        """
        place = (session, endpoint)
        turn, before = self._places.pop(place, (0, None))
        met = draw(turn, before)
        self._places[place] = turn + 1, met
        if len(self._places) > self._kept:
            self._places.popitem(last=False)
        return turn, met
