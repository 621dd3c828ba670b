"""Learning patterns while a proxy records, off every answer's path.

A thread reads what was recorded since the last time, a little at a time and with rests
between, so that requests wait for it no longer than a few milliseconds.
"""

from __future__ import annotations

import asyncio
import gc
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from mockforge.clock import Clock, SystemClock
from mockforge.errors import RecordingError
from mockforge.recordings.garbage import uncollected
from mockforge.store import patterns as stored
from mockforge.store.file import StoredFile
from mockforge.store.reader import open_reader

if TYPE_CHECKING:
    from mockforge.learning.patterns.patterns import Patterns
    from mockforge.recordings.lesson import Lesson
    from mockforge.recordings.patterns import Settings

SHORTEST = 1.0
"""Seconds from one time to the next, however short the interval."""

SPENT = 0.01
"""The share of the time that keeping what was learned may take while nobody asks."""

SPENT_BUSY = 0.001
"""The same while requests come: what is not kept is learned again if need be."""

FIRST = 60.0
"""Seconds before it is first kept while requests come."""


class Online:
    """Learns the patterns of a recording that is being written; close it."""

    def __init__(
        self, reader: StoredFile, config: Settings, *, clock: Clock | None = None
    ) -> None:
        """Begin; nothing happens before it is started.

        Args:
            reader: The recording, open for as long as this is.
            config: The settings.
            clock: The system's if None.
        """
        self.is_enabled = config.drift_learning.enabled
        """Whether anything is learned: it may be changed at any time."""
        self.options = config.drift_learning
        self._reader = reader
        self._config = config
        self._clock = clock or SystemClock()
        self._lesson: Lesson | None = None
        self._hurry = threading.Event()
        self._wanted = threading.Event()
        self._stopping = asyncio.Event()
        self._lock = asyncio.Lock()
        self._seen = self._kept = self._waiting = 0
        self._ready = 0.0
        """When it may be kept again, if nobody asks meanwhile."""
        self._due = self._clock.monotonic() + FIRST
        """When it is kept whatever comes."""
        self._running: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Learn from now on, until it is closed.

        Raises:
            RecordingError: If the recording cannot be read.
        """
        self._seen = await self._reader.last()
        loop = asyncio.get_running_loop()
        self._running = loop.create_task(self._run())

    async def close(self) -> None:
        """Take in what is left, keep it, and stop."""
        self._stopping.set()
        self._hurry.set()
        if self._running is not None:
            await self._running
            self._running = None
        with uncollected():
            await self.step()
            await self._keep()

    async def step(self) -> None:
        """Take in what was recorded since the last time."""
        if not self.is_enabled:
            return
        # A recording that cannot be read now can be the next time, or when somebody
        # wants its patterns: nothing is lost.
        with suppress(RecordingError):
            async with self._lock:
                last = await self._reader.last()
                if last != self._seen:
                    await self._take()
                    self._seen = last

    async def patterns(self) -> Patterns:
        """Return what is learned of all that is recorded by now.

        Raises:
            RecordingError: If that cannot be read.
        """
        async with self._wanting(), self._lock:
            if self.is_enabled:
                await self._take()
            lesson = self._lesson
            if lesson is not None:
                return await asyncio.to_thread(lesson.settled)
        from mockforge.learning.patterns.patterns import Patterns

        return Patterns(self.options)

    async def reset(
        self,
        *,
        endpoint: str | None = None,
        kind: str | None = None,
        persona: str | None = None,
    ) -> None:
        """Forget what fits, and keep that it is forgotten.

        The arguments are those of `recordings.patterns.reset_patterns`.

        Raises:
            RecordingError: If the database cannot be read or written.
            ValueError: If *kind* is none, or *endpoint* no pattern.
        """
        from mockforge.recordings.resets import reset_in

        async with self._wanting(), self._lock:
            await reset_in(self._reader, endpoint=endpoint, kind=kind, persona=persona)
            await self._take()
            self._kept = -1
        await self._keep()

    async def _take(self) -> None:
        resets = await stored.resets(self._reader)
        await asyncio.to_thread(self._taken, resets)

    def _taken(self, resets: str | None) -> None:
        if self._lesson is None:
            self._lesson = self._begun()
        self._lesson.take(self._reader, resets)

    def _begun(self) -> Lesson:
        # Imported late, and not on the loop: it takes a tenth of a second.
        with uncollected():
            from mockforge.recordings.lesson import Lesson

            if gc.get_freeze_count():
                # Nor is it to be looked at later, as all that was there before.
                gc.freeze()
        return Lesson(self._config, self._hurry, self._wanted)

    @asynccontextmanager
    async def _wanting(self) -> AsyncIterator[None]:
        """Let what is learned be learned soon until the context is left."""
        self._waiting += 1
        self._wanted.set()
        try:
            yield
        finally:
            self._waiting -= 1
            if not self._waiting:
                self._wanted.clear()

    async def _run(self) -> None:
        interval = max(self._config.drift_learning.update_interval, SHORTEST)
        while not self._stopping.is_set():
            with suppress(TimeoutError):
                await asyncio.wait_for(self._stopping.wait(), interval)
            if not self._stopping.is_set():
                before = self._seen
                await self.step()
                is_quiet = self._seen == before
                if self._clock.monotonic() >= (self._ready if is_quiet else self._due):
                    await self._keep()

    async def _keep(self) -> None:
        """Keep what was learned, if that is more than was kept."""
        lesson = self._lesson
        if lesson is None or lesson.last == self._kept:
            return
        began = self._clock.monotonic()
        with suppress(RecordingError):
            async with self._lock:
                await stored.keep(self._reader, *await asyncio.to_thread(lesson.kept))
                self._kept = lesson.last
        took = self._clock.monotonic() - began
        self._ready = began + took / SPENT
        self._due = began + took / SPENT_BUSY


@asynccontextmanager
async def learning(
    location: str | Path, config: Settings, *, clock: Clock | None = None
) -> AsyncIterator[Online | None]:
    """Learn the patterns of the database at *location* until the context is left.

    What is recorded by then is taken in before. None where nothing is learned: it is
    switched off, or the database is on a server, where `mockforge learn` does it.

    Raises:
        RecordingError: If it cannot be read.
        ConfigError: If the OpenAPI document that is known before cannot be.
    """
    if not config.drift_learning.enabled:
        yield None
        return
    if config.learning.openapi is not None:
        from mockforge.recordings.learning import declared_in

        declared_in(config.learning)
    reader = await open_reader(location)
    try:
        if not isinstance(reader, StoredFile):
            yield None
            return
        online = Online(reader, config, clock=clock)
        await online.start()
        try:
            yield online
        finally:
            await online.close()
    finally:
        await reader.close()
