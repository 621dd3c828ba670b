"""A lesson: what a recording has taught so far, while it is written."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Sequence
from contextlib import closing
from typing import NamedTuple

from mockforge.learning.patterns.patterns import Patterns
from mockforge.learning.patterns.resets import Reset
from mockforge.learning.sample import Sample
from mockforge.recordings import charting
from mockforge.recordings.charting import Chart
from mockforge.recordings.learning import declared_in
from mockforge.recordings.pace import Pace
from mockforge.recordings.patterns import (
    Settings,
    packed,
    states_in,
    version_in,
)
from mockforge.recordings.progress import Progress
from mockforge.recordings.resets import begin_behind, resets_in
from mockforge.store.file import StoredFile
from mockforge.store.light import Light, LightFile

PAGE = 400
"""Exchanges that are read at a time."""

SLICE = 100
"""Exchanges that are taken in before others have their turn: a millisecond or two."""

ADDED = 10
"""The same of those that tell the endpoints, some of which are read whole."""

MOST_LEFT = 25_000
"""Exchanges that are taken in at the end: a second or two. If more are left, they are
learned when somebody wants the patterns."""


class _Sampled(NamedTuple):
    samples: list[Sample]


class Lesson:
    """What one recording has taught so far; used by one thread at a time."""

    def __init__(
        self,
        config: Settings,
        hurry: threading.Event,
        wanted: threading.Event | None = None,
    ) -> None:
        """Begin with nothing.

        Args:
            config: The settings.
            hurry: Set when nobody is to be waited for any more.
            wanted: Set while somebody waits for what is learned.

        Raises:
            ConfigError: If the OpenAPI document that is known before cannot be read.
        """
        self.progress: Progress | None = None
        """How far it is; None before the first time."""
        self._hurry = hurry
        self._pace = Pace(hurry, wanted)
        self._config = config
        self._chart = Chart(declared_in(config.learning))
        self._charted = 0
        self._resets: tuple[Reset, ...] = ()

    def kept(self) -> tuple[str, str]:
        """Return what was learned, as `store.patterns.keep` takes it.

        Nothing may be taken in afterwards if nobody is to be waited for any more.
        """
        assert self.progress is not None
        version = version_in(self._config)
        return packed(self.progress, version, goes_on=not self._hurry.is_set())

    def settled(self) -> Patterns:
        """Return a copy of what was learned that has taken in what waits."""
        if self.progress is None:
            return Patterns(self._config.drift_learning)
        return self.progress.patterns.settled()

    @property
    def last(self) -> int:
        """The highest number of an exchange that was looked at."""
        return 0 if self.progress is None else self.progress.last

    def take(self, reader: StoredFile, told: str | None) -> None:
        """Take in what is new in the file behind *reader*.

        What comes meanwhile is left for the next time.

        Args:
            reader: The recording.
            told: What was reset, as the store has it.

        Raises:
            RecordingError: If it cannot be read.
        """
        self._pace.begin()
        with closing(LightFile(reader.place)) as file:
            if self._is_too_much(file):
                return
            last = file.last()
            resets = resets_in(told)
            if resets != self._resets:
                self._resets, self.progress = resets, None
            while self._charted < last and not self._is_too_much(file):
                rows = file.page(self._charted, PAGE)
                self._add(rows, file)
                self._charted = rows[-1].id
                self._go_on(file, rows, is_last=self._charted >= last)
            if self.progress is None and self._charted:
                self._go_on(file, (), is_last=True)

    def _is_too_much(self, file: LightFile) -> bool:
        """Tell whether more is left at the end than anybody would wait for."""
        return self._hurry.is_set() and file.left(self._charted) > MOST_LEFT

    def _go_on(self, file: LightFile, rows: Sequence[Light], *, is_last: bool) -> None:
        """Take in what the chart knows of: *rows*, if nothing is learned anew."""
        progress = before = self.progress
        if progress is None or self._is_outdated(progress, is_last=is_last):
            progress = self.progress = self._renewed(progress, file)
        if progress is not before:
            rows = file.page(progress.last, PAGE)
        while rows:
            for start in range(0, len(rows), SLICE):
                progress.take(rows[start : start + SLICE], file)
                self._pace.rest()
            if progress.last >= self._charted:
                return
            rows = [
                row for row in file.page(progress.last, PAGE) if row.id <= self._charted
            ]

    def _is_outdated(self, progress: Progress, *, is_last: bool) -> bool:
        ends = is_last and self._hurry.is_set() and self._chart.has_more
        if self._chart.is_grown or ends:
            return True
        missing = progress.observing.missing > 0
        return missing and (self._chart.may_know_more or is_last)

    def _renewed(self, progress: Progress | None, file: LightFile) -> Progress:
        """Return *progress* with the endpoints as they are known now.

        If what was taken in would be of others by now, all is taken in anew: the
        patterns are those that would be learned of the whole recording.
        """
        endpoints = self._chart.settle()
        states = states_in(_Sampled(self._chart.samples(endpoints)))
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
        found = Progress(
            self._config.drift_learning, endpoints, states, resets=self._resets
        )
        found.last = begin_behind(self._resets)
        found.looked = file.count(found.last) if found.last else 0
        return found

    def _add(self, rows: Iterable[Light], file: LightFile) -> None:
        """Take *rows* into the chart."""
        add, added = self._chart.add, 0
        for row in rows:
            if row.source == "upstream" and add(row, file):
                added += 1
                if added % ADDED == 0:
                    self._pace.rest()
