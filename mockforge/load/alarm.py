"""Waking up on time: event loops do so to the millisecond, which is far too late."""

from __future__ import annotations

import asyncio
import ctypes
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import Protocol

from mockforge.clock import SystemClock

# Before this much a loop's own timer is not late yet; the rest is waited awake.
COARSE = 0.002


class Alarm(Protocol):
    """Calls back once for each time it is set."""

    def set(self, seconds: float) -> None:
        """Call back in *seconds*, and not at the time set before."""

    def close(self) -> None:
        """Never call back again."""


def alarm(wake: Callable[[], None]) -> Alarm:
    """Return an alarm of the running loop that calls *wake*: the kernel's if it can."""
    loop = asyncio.get_running_loop()
    if sys.platform == "linux":
        with suppress(OSError, AttributeError, NotImplementedError):
            return KernelAlarm(loop, wake)
    return AwakeAlarm(loop, wake)


class KernelAlarm:
    """A timer that is read as a file is. Source: timerfd_create(2)."""

    def __init__(
        self, loop: asyncio.AbstractEventLoop, wake: Callable[[], None]
    ) -> None:
        # os has these from Python 3.13 on.
        self._libc = ctypes.CDLL(None, use_errno=True)
        flags = os.O_NONBLOCK | os.O_CLOEXEC
        self._file = self._libc.timerfd_create(_MONOTONIC, flags)
        if self._file < 0:
            raise OSError(ctypes.get_errno(), "no timer")
        self._loop = loop
        self._wake = wake
        self._spec = _Spec()
        self._where = ctypes.byref(self._spec)
        loop.add_reader(self._file, self._ring)

    def set(self, seconds: float) -> None:
        """Call back in *seconds*, and not at the time set before."""
        # All zero would switch it off.
        nanoseconds = max(int(seconds * 1e9), 1)
        self._spec.seconds, self._spec.nanoseconds = divmod(nanoseconds, 10**9)
        self._libc.timerfd_settime(self._file, 0, self._where, None)

    def close(self) -> None:
        """Never call back again."""
        if self._file >= 0:
            self._loop.remove_reader(self._file)
            os.close(self._file)
            self._file = -1

    def _ring(self) -> None:
        try:
            os.read(self._file, 8)
        except BlockingIOError:
            # Set anew between its ringing and our hearing it.
            return
        self._wake()


class AwakeAlarm:
    """A timer of the loop, and for the last millisecond no sleep at all."""

    def __init__(
        self, loop: asyncio.AbstractEventLoop, wake: Callable[[], None]
    ) -> None:
        self._loop = loop
        self._wake = wake
        self._clock = SystemClock()
        self._at = 0.0
        self._handle: asyncio.Handle | None = None

    def set(self, seconds: float) -> None:
        """Call back in *seconds*, and not at the time set before."""
        self.close()
        self._at = self._clock.monotonic() + seconds
        self._handle = self._loop.call_soon(self._wait)

    def close(self) -> None:
        """Never call back again."""
        if self._handle is not None:
            self._handle.cancel()
            self._handle = None

    def _wait(self) -> None:
        left = self._at - self._clock.monotonic()
        if left <= 0.0:
            self._handle = None
            self._wake()
        elif left > COARSE:
            self._handle = self._loop.call_later(left - COARSE, self._wait)
        else:
            self._handle = self._loop.call_soon(self._wait)


class _Spec(ctypes.Structure):
    # struct itimerspec: how often again, and when first.
    _fields_ = (
        ("again_seconds", ctypes.c_long),
        ("again_nanoseconds", ctypes.c_long),
        ("seconds", ctypes.c_long),
        ("nanoseconds", ctypes.c_long),
    )


_MONOTONIC = 1
