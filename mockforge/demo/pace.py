"""How the shop's time passes: as the machine's does, or one second a request."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Protocol

from mockforge.clock import Clock, SystemClock, VirtualClock

Sleep = Callable[[float], Awaitable[object]]
"""Waits for so many seconds."""

EPOCH = 1_767_258_000.0
"""When a seeded shop opens: 2026-01-01 09:00:00 UTC."""


class Pace(Protocol):
    """What moves the shop's clock, and how one waits for a moment on it."""

    clock: Clock

    def request(self) -> None:
        """Take note that a request has come."""

    async def until(self, moment: float) -> None:
        """Return when the clock shows *moment*, or later."""


class RealPace:
    """Time passes by itself."""

    def __init__(
        self, clock: Clock | None = None, sleep: Sleep = asyncio.sleep
    ) -> None:
        self.clock: Clock = clock or SystemClock()
        self._sleep = sleep

    def request(self) -> None:
        """Do nothing: time does not wait for requests."""

    async def until(self, moment: float) -> None:
        """Sleep until the clock shows *moment*."""
        while (left := moment - self.clock.now()) > 0.0:
            await self._sleep(left)


class CountedPace:
    """Time is counted in requests, so that a seed decides every timestamp."""

    def __init__(
        self, start: float = EPOCH, *, sleep: Sleep = asyncio.sleep, wait: float = 0.05
    ) -> None:
        self._clock = VirtualClock(start)
        self.clock: Clock = self._clock
        self._sleep = sleep
        self._wait = wait
        """Seconds really waited for a moment, however far it is: events then still
        come one by one."""

    def request(self) -> None:
        """Move on by one second."""
        self._clock.advance(1.0)

    async def until(self, moment: float) -> None:
        """Wait a little, then move the clock to *moment* if it is not there yet."""
        if moment <= self._clock.now():
            return
        await self._sleep(self._wait)
        self._clock.advance(max(0.0, moment - self._clock.now()))
