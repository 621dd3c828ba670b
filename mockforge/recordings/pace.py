"""Pace: what learning may take of a process that has something better to do.

While a proxy is busy, what it spends on learning is a small share of what it spends on
everything else; what nobody needs it may use. So learning costs no more on traffic of
which there is a lot to learn: it falls behind, and catches up when there is a pause.
"""

from __future__ import annotations

import threading
import time
from typing import Protocol

REST = 0.004
"""Seconds of a rest, whatever was spent."""

LONGEST = 0.1
"""Seconds after which is looked again."""

SHARE = 0.025
"""The share of what everything else takes of the processor that learning may take."""

IDLE = 0.25
"""The share that it may take of the time in which the process has nothing to do."""

BUSY = 2.0
"""Seconds of each in which the process is at work that count as no such time. It may
have waited for its turn: of what others do on the machine, it knows nothing."""


class Meter(Protocol):
    """Tells what was used, each since some time or other."""

    def own(self) -> float:
        """Return the seconds of the processor that this thread has used."""

    def whole(self) -> float:
        """Return those that the whole process has used."""

    def passed(self) -> float:
        """Return the seconds that have passed."""


class Machine:
    """The meter of the machine."""

    def own(self) -> float:
        """Return the seconds of the processor that this thread has used."""
        return time.thread_time()

    def whole(self) -> float:
        """Return those that the whole process has used."""
        return time.process_time()

    def passed(self) -> float:
        """Return the seconds that have passed."""
        return time.perf_counter()


class Pace:
    """Lets one thread rest as long as it should."""

    def __init__(
        self,
        hurry: threading.Event,
        wanted: threading.Event | None = None,
        *,
        meter: Meter | None = None,
    ) -> None:
        """Begin.

        Args:
            hurry: Set when nobody is to be waited for any more: it rests no longer.
            wanted: Set while somebody waits for what is learned: its rests are short.
            meter: The machine's if None.
        """
        self._hurry = hurry
        self._wanted = wanted or threading.Event()
        self._meter = meter or Machine()
        self._began: tuple[float, float, float] | None = None

    def begin(self) -> None:
        """Count from now on, in this thread."""
        self._began = self._told()

    def owed(self) -> float:
        """Return the seconds that were spent too early; 0.0 or less if none were."""
        if self._began is None:
            self._began = self._told()
        used = zip(self._told(), self._began, strict=True)
        own, whole, passed = (now - then for now, then in used)
        others = max(0.0, whole - own)
        return own - SHARE * others - IDLE * max(0.0, passed - BUSY * whole)

    def rest(self) -> None:
        """Let others have their turn."""
        self._hurry.wait(REST)
        while not (self._hurry.is_set() or self._wanted.is_set()):
            owed = self.owed()
            if owed <= 0.0:
                return
            self._hurry.wait(min(max(owed / IDLE, REST), LONGEST))

    def _told(self) -> tuple[float, float, float]:
        meter = self._meter
        return meter.own(), meter.whole(), meter.passed()
