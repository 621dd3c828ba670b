"""Learning patterns while a proxy records, off every answer's path.

A thread reads what was recorded since the last time, a little at a time and with rests
between, so that requests wait for it no longer than a few milliseconds.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator, Iterable, Iterator, Sequence
from contextlib import asynccontextmanager, closing, suppress
from pathlib import Path
from typing import TypeVar

from mockforge.clock import Clock, SystemClock
from mockforge.endpoint import Endpoint
from mockforge.errors import RecordingError
from mockforge.learning.learned import Learned, samples_of
from mockforge.learning.patterns.patterns import Patterns
from mockforge.learning.patterns.resets import Reset
from mockforge.recordings import charting, patterns
from mockforge.recordings.charting import Chart
from mockforge.recordings.files import StoredRecording
from mockforge.recordings.learning import declared_in
from mockforge.recordings.matchers import Matcher, MatchOptions
from mockforge.recordings.patterns import Settings
from mockforge.recordings.progress import Progress
from mockforge.recordings.redact import RedactOptions
from mockforge.store.file import StoredFile
from mockforge.store.light import LightFile
from mockforge.store.reader import open_reader

PAGE = 400
"""Exchanges that are read at a time."""

SLICE = 40
"""Exchanges that are taken in before others have their turn: some milliseconds."""

REST = 0.004
"""Seconds of a rest."""

SHORTEST = 1.0
"""Seconds from one time to the next, however short the interval."""

SPENT = 0.01
"""The share of the time that keeping what was learned may take."""

MOST_LEFT = 100_000
"""Exchanges that are taken in at the end: some seconds. If more are left, they are
learned when somebody wants the patterns."""

_One = TypeVar("_One")


class Online:
    """Learns the patterns of a recording that is being written; close it."""

    def __init__(
        self,
        recording: StoredRecording,
        config: Settings,
        *,
        clock: Clock | None = None,
    ) -> None:
        """Begin; nothing happens before it is started.

        Args:
            recording: A file, open to be read for as long as this is.
            config: The settings.
            clock: The system's if None.
        """
        self.is_enabled = config.drift_learning.enabled
        """Whether anything is learned: it may be changed at any time."""
        self._recording = recording
        self._config = config
        self._clock = clock or SystemClock()
        self._lesson = _Lesson(config, declared_in(config.learning))
        self._stopping = asyncio.Event()
        self._lock = asyncio.Lock()
        self._kept = 0
        self._not_before = 0.0
        self._running: asyncio.Task[None] | None = None

    def told(self, text: str) -> str:
        """Return *text* less the secrets in it."""
        return self._recording.redactor.text(text)

    def start(self) -> None:
        """Learn from now on, until it is closed."""
        loop = asyncio.get_running_loop()
        self._running = loop.create_task(self._run())

    async def close(self) -> None:
        """Take in what is left, keep it, and stop."""
        self._stopping.set()
        self._lesson.hurry.set()
        if self._running is not None:
            await self._running
            self._running = None
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
                await self._step()

    async def patterns(self) -> Patterns:
        """Return what is learned of all that is recorded by now.

        Raises:
            RecordingError: If that cannot be read.
        """
        async with self._lock:
            if self.is_enabled:
                await self._step()
            progress = self._lesson.progress
            if progress is None:
                return Patterns(self._config.drift_learning)
            return await asyncio.to_thread(progress.patterns.settled)

    async def reset(
        self, *, endpoint: str | None, kind: str | None, persona: str | None
    ) -> None:
        """Forget what fits, and keep that it is forgotten.

        The arguments are those of `reset_patterns`.

        Raises:
            RecordingError: If the database cannot be read or written.
            ValueError: If *kind* is none, or *endpoint* no pattern.
        """
        async with self._lock:
            await patterns.reset_patterns(
                self._recording,
                self._config,
                endpoint=endpoint,
                kind=kind,
                persona=persona,
            )
            self._kept = -1
            await self._step()
        await self._keep()

    async def _step(self) -> None:
        reader = self._recording.reader
        assert isinstance(reader, StoredFile)
        resets = await patterns.resets_of(self._recording)
        await asyncio.to_thread(self._lesson.take, reader, resets)

    async def _run(self) -> None:
        interval = max(self._config.drift_learning.update_interval, SHORTEST)
        while not self._stopping.is_set():
            with suppress(TimeoutError):
                await asyncio.wait_for(self._stopping.wait(), interval)
            if not self._stopping.is_set():
                await self.step()
                if self._clock.monotonic() >= self._not_before:
                    await self._keep()

    async def _keep(self) -> None:
        progress = self._lesson.progress
        if progress is None or progress.last == self._kept:
            return
        began = self._clock.monotonic()
        with suppress(RecordingError):
            async with self._lock:
                version = patterns.version_in(self._config)
                await patterns.keep(self._recording, progress, version)
                self._kept = progress.last
        took = self._clock.monotonic() - began
        self._not_before = began + took / SPENT


@asynccontextmanager
async def learning(
    location: str | Path, config: Settings, *, clock: Clock | None = None
) -> AsyncIterator[Online | None]:
    """Learn the patterns of the database at *location* until the context is left.

    What is recorded by then is taken in before. None where nothing is learned: it is
    switched off, or the database is on a server, where `mockforge learn` does it.

    Raises:
        RecordingError: If it cannot be read.
    """
    if not config.drift_learning.enabled:
        yield None
        return
    reader = await open_reader(location)
    try:
        if not isinstance(reader, StoredFile):
            yield None
            return
        matcher = Matcher(MatchOptions())
        recording = await StoredRecording.open(reader, matcher, RedactOptions())
        online = Online(recording, config, clock=clock)
        online.start()
        try:
            yield online
        finally:
            await online.close()
    finally:
        await reader.close()


class _Lesson:
    """What one recording has taught so far; used by one thread at a time."""

    def __init__(self, config: Settings, declared: Sequence[Endpoint]) -> None:
        self.hurry = threading.Event()
        """Set when nobody is to be waited for any more."""
        self.progress: Progress | None = None
        self._options = config.drift_learning
        self._chart = Chart(declared)
        self._charted = 0
        self._resets: tuple[Reset, ...] = ()

    def take(self, reader: StoredFile, resets: Sequence[Reset]) -> None:
        """Take in what is new in the file behind *reader*.

        Raises:
            RecordingError: If it cannot be read.
        """
        with closing(LightFile(reader.place)) as file:
            if self.hurry.is_set() and file.left(self._charted) > MOST_LEFT:
                return
            if self.progress is None or tuple(resets) != self._resets:
                self._resets = tuple(resets)
                self.progress = None
            while rows := file.page(self._charted, PAGE):
                for row in self._slowly(rows):
                    if row.source == "upstream":
                        self._chart.add(row, file)
                self._charted = rows[-1].id
                self._go_on(file, is_last=len(rows) < PAGE)

    def _go_on(self, file: LightFile, *, is_last: bool) -> None:
        """Take in what the chart knows of."""
        progress = self.progress
        if progress is None or self._is_outdated(progress, is_last=is_last):
            progress = self._renewed(progress, file)
            self.progress = progress
        while progress.last < self._charted:
            rows = file.page(progress.last, SLICE)
            progress.take([row for row in rows if row.id <= self._charted], file)
            self.hurry.wait(REST)

    def _is_outdated(self, progress: Progress, *, is_last: bool) -> bool:
        if self._chart.is_grown:
            return True
        missing = progress.observing.missing > 0
        return missing and (self._chart.may_know_more or is_last)

    def _renewed(self, progress: Progress | None, file: LightFile) -> Progress:
        """Return *progress* with the endpoints as they are known now.

        If what was taken in would be of others by now, all is taken in anew: the
        patterns are those that would be learned of the whole recording.
        """
        endpoints = self._chart.settle()
        samples = samples_of(self._chart.samples, endpoints)
        states = patterns.states_in(Learned(endpoints, samples=samples))
        if progress is not None:
            before = progress.patterns.endpoints
            added = not charting.same(before, endpoints)
            if not (
                charting.renames(before, endpoints)
                or (added and progress.observing.missing)
                or dict(states) != dict(progress.states)
            ):
                progress.knows(endpoints)
                return progress
        found = Progress(self._options, endpoints, states, resets=self._resets)
        found.last = patterns.begin_behind(self._resets)
        found.looked = file.count(found.last) if found.last else 0
        return found

    def _slowly(self, rows: Iterable[_One]) -> Iterator[_One]:
        for number, row in enumerate(rows, start=1):
            yield row
            if number % SLICE == 0:
                self.hurry.wait(REST)
