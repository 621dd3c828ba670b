"""When each request is due: at equal gaps, or as soon as a connection is free."""

from __future__ import annotations

import math
from dataclasses import dataclass

LATE = 0.5
"""Seconds after the end in which what was due before it is still sent."""


@dataclass(frozen=True, slots=True)
class Pacing:
    """How many requests, how fast, and for how long."""

    rate: float | None = None
    """Requests a second; None for as fast as answers come."""
    duration: float = 10.0
    """Seconds, after the warm-up."""
    warmup: float = 0.0
    """Seconds at the beginning that are not measured."""
    requests: int | None = None
    """At most this many, those of the warm-up not counted."""


class Schedule:
    """The due times of one run.

    A request that is due while no connection is free stays due: nothing is left out,
    and the time it waited counts.
    """

    __slots__ = ("_first", "_pacing", "_taken", "begin", "end", "measured", "start")

    def __init__(self, pacing: Pacing, start: float) -> None:
        self._pacing = pacing
        self.start = start
        self.begin = start + pacing.warmup
        """From when on is measured."""
        self.end = self.begin + pacing.duration
        """No request is due from then on."""
        self.measured = 0
        """How many requests were taken that count."""
        self._taken = 0
        # The number of the one that is due when the warm-up is over.
        self._first = math.floor(pacing.warmup * (pacing.rate or 0.0))

    def take(self, now: float, free: float) -> float | None:
        """Return when the next request was due and count it as taken; None if not yet.

        Args:
            now: The time.
            free: When the connection for it became free: due then, without a rate.
        """
        if self.is_over(now):
            return None
        due = free
        if self._pacing.rate is not None:
            if now >= self.begin:
                # What the warm-up could not send is not owed by what is measured.
                self._taken = max(self._taken, self._first)
            due = self.due(self._taken)
            if due > now or due >= self.end:
                return None
        self._taken += 1
        if due >= self.begin:
            self.measured += 1
        return due

    def due(self, number: int) -> float:
        """Return when request *number*, from 0, is due at the rate.

        Computed from the number alone: gaps do not add up to a drift.
        """
        assert self._pacing.rate is not None
        return self.begin + (number - self._first) / self._pacing.rate

    def next_due(self) -> float | None:
        """Return when the next request is due; None if none is, or without a rate."""
        if self._pacing.rate is None or self._is_counted_out():
            return None
        due = self.due(self._taken)
        return due if due < self.end else None

    def is_over(self, now: float) -> bool:
        """Whether no further request is sent at *now*."""
        if self._is_counted_out():
            return True
        if self._pacing.rate is None:
            return now >= self.end
        # What was due just before the end must not be lost to a clock's tick.
        if now < self.end:
            return False
        return now >= self.end + LATE or self.due(self._taken) >= self.end

    def missing(self, now: float) -> int:
        """Return how many requests were due at *now* and have not been taken."""
        rate = self._pacing.rate
        if rate is None or now < self.begin:
            return 0
        until = min(now, self.end)
        wanted = math.ceil((until - self.begin) * rate)
        # What is due at the very end must not be due here and not due there.
        if self.due(self._first + wanted - 1) >= until:
            wanted -= 1
        if self._pacing.requests is not None:
            wanted = min(wanted, self._pacing.requests)
        return max(wanted - self.measured, 0)

    def _is_counted_out(self) -> bool:
        requests = self._pacing.requests
        return requests is not None and self.measured >= requests
