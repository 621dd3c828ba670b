"""All patterns of one API, learned from observations in the order of their numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from mockforge.learning.endpoints import EndpointMap
from mockforge.learning.failures import Failures
from mockforge.learning.frequency import Frequency
from mockforge.learning.latency import Latencies
from mockforge.learning.patterns.law import Law
from mockforge.learning.patterns.observation import Observation
from mockforge.learning.patterns.options import DriftLearningOptions
from mockforge.learning.patterns.part import Part, Shown, Subject
from mockforge.learning.patterns.resets import KINDS, Reset
from mockforge.learning.patterns.selection import Selection, among
from mockforge.learning.patterns.windows import Windows
from mockforge.learning.sequences import Sequences
from mockforge.options import Json

VERSION = 1
"""Of how patterns are learned and told; what another kept is learned again."""

EVERYTHING = "*"
"""The endpoint of a subject that is of all of them: for sequences, and arrivals."""

MODES = {
    "behavioral": ("sequences",),
    "statistical": ("latency", "errors", "frequency"),
    "hybrid": KINDS,
}
"""What each mode learns."""

MOST_SUBJECTS = 40_000
"""Endpoints, and personas at them, that have patterns of their own."""

MOST_PERSONAS = 64
"""Personas that have; of more, those that came first."""


class Patterns:
    """What is known of an API's latency, errors, sequences and frequency.

    What `patterns_of` returns is shared and settled: read it, and change nothing.
    """

    def __init__(
        self,
        options: DriftLearningOptions | None = None,
        endpoints: EndpointMap | None = None,
        resets: Iterable[Reset] = (),
    ) -> None:
        """Begin with nothing.

        Args:
            options: How to learn.
            endpoints: Whose keys the observations have: by these a request is located.
            resets: What is not to be learned again.

        Raises:
            ValueError: If the options name an endpoint that is no pattern.
        """
        self.options = options or DriftLearningOptions()
        self.endpoints = endpoints if endpoints is not None else EndpointMap(())
        self.law = Law.of(self.options)
        self.latency = Latencies()
        self.failures = Failures()
        self.sequences = Sequences()
        self.frequency = Frequency()
        self.resets: tuple[Reset, ...] = tuple(resets)
        self.last = 0
        """The highest number of an exchange that was taken in."""
        self.count = 0
        """How many were taken in."""
        self._windows = Windows(self.options.update_interval, self.law.min_samples)
        personas = self.options.persona_learning
        self._selection = Selection(
            self.options.endpoint_learning,
            personas if self.options.persona_adaptation else None,
        )
        self._subjects: dict[tuple[str, str | None], tuple[Subject, ...]] = {}

    @property
    def parts(self) -> tuple[Part, ...]:
        """What learns in this mode, one of a kind."""
        every: tuple[Part, ...] = (
            *(self.latency, self.failures, self.sequences, self.frequency),
        )
        kinds = MODES[self.options.mode]
        return tuple(part for part in every if part.kind in kinds)

    @property
    def clock(self) -> float | None:
        """The latest end of an exchange; None if there was none."""
        return self._windows.clock

    def update(self, observations: Iterable[Observation]) -> None:
        """Take *observations* in, in the order of their numbers.

        Those that were taken in before change nothing.
        """
        if not self.options.enabled:
            return
        known, add = self._subjects, self._windows.add
        for seen in observations:
            if seen.id <= self.last:
                continue
            self.last = seen.id
            self.count += 1
            if seen.follows is not None:
                self._rename(seen.follows, seen.session)
            subjects = known.get((seen.endpoint, seen.persona))
            if subjects is None:
                subjects = self._subjects_of(seen)
            if add(seen, subjects):
                self._update()

    def settled(self) -> Patterns:
        """Return a copy that has taken in what waits for the next update."""
        return Patterns.from_json(self.to_json(), self.options, self.endpoints).settle()

    def settle(self) -> Patterns:
        """Take in what waits for the next update, and return this.

        Nothing may be added afterwards: it would not be as if learned in one go.
        """
        for subject, seen in self._windows.rest():
            self._feed(subject, seen)
        return self

    def reset(
        self,
        *,
        endpoint: str | None = None,
        kind: str | None = None,
        persona: str | None = None,
        until: int | None = None,
    ) -> Reset:
        """Forget what was learned, all or what fits; what comes later counts.

        Args:
            endpoint: A pattern as in `endpoint_learning`, or a key.
            kind: One of KINDS.
            persona: Whose own patterns; None for everybody's and each one's.
            until: The last exchange that does not count; the last there was if None.

        Raises:
            ValueError: If *kind* is none, or *endpoint* no pattern.
        """
        last = self.last if until is None else until
        known = Reset.of(last, endpoint, kind, persona)
        self.resets = (*self.resets, known)
        for part in self.parts:
            for subject in list(self._windows.heard):
                if known.covers(part.kind, subject, subject.endpoint):
                    part.forget(subject)
        return known

    def shown(
        self,
        law: Law | None = None,
        *,
        endpoint: str | None = None,
        kind: str | None = None,
        persona: str | None = None,
    ) -> Iterator[Shown]:
        """Yield every pattern, or those that fit, also those not applied yet.

        Args:
            law: The one it was learned by if None.
            endpoint: A pattern as in `endpoint_learning`, or a key.
            kind: One of KINDS.
            persona: One persona.

        Raises:
            ValueError: If *endpoint* is no pattern.
        """
        for part in self.parts:
            if kind is not None and part.kind != kind:
                continue
            for row in part.shown(law or self.law):
                if persona is not None and row.subject.persona != persona:
                    continue
                if endpoint is not None and not among(
                    (endpoint,), row.subject.endpoint
                ):
                    continue
                heard = self._windows.heard.get(row.subject)
                yield replace(row, seen=None if heard is None else heard.ended)

    def to_json(self) -> dict[str, Any]:
        """Return this as JSON, also what waits."""
        return {
            "version": VERSION,
            "last": self.last,
            "count": self.count,
            "resets": [reset.to_json() for reset in self.resets],
            "windows": self._windows.to_json(),
            "parts": {part.kind: _in_order(part.to_json()) for part in self.parts},
        }

    @classmethod
    def from_json(
        cls,
        told: Mapping[str, Any],
        options: DriftLearningOptions | None = None,
        endpoints: EndpointMap | None = None,
    ) -> Patterns:
        """Return what `to_json` told.

        Args:
            told: The JSON.
            options: Those it was learned with.
            endpoints: Those it was learned with.

        Raises:
            ValueError: If it is of another version or shape.
        """
        if not isinstance(told, Mapping) or told.get("version") != VERSION:
            raise ValueError("patterns of another version, or none")
        try:
            resets = [Reset.from_json(each) for each in told["resets"]]
            found = cls(options, endpoints, resets)
            found.last, found.count = int(told["last"]), int(told["count"])
            interval, least = found.options.update_interval, found.law.min_samples
            found._windows = Windows.from_json(told["windows"], interval, least)
            parts = told["parts"]
            for part in found.parts:
                found._put(part.kind, parts[part.kind])
        except (KeyError, TypeError, IndexError, AttributeError) as error:
            raise ValueError(f"these are no patterns: {error!r}") from error
        return found

    def _put(self, kind: str, told: Any) -> None:
        if kind == "latency":
            self.latency = Latencies.from_json(told)
        elif kind == "errors":
            self.failures = Failures.from_json(told)
        elif kind == "sequences":
            self.sequences = Sequences.from_json(told)
        else:
            self.frequency = Frequency.from_json(told)

    def _rename(self, number: int, session: str) -> None:
        """Let exchange *number* be of *session*, if it still waits."""
        every = Subject(EVERYTHING)
        if (found := self._windows.renamed(every, number, session)) is not None:
            for subject in self._subjects_of(found)[1:]:
                self._windows.renamed(subject, number, session)

    def _subjects_of(self, seen: Observation) -> tuple[Subject, ...]:
        key = (seen.endpoint, seen.persona)
        found = self._subjects.get(key)
        if found is None:
            found = self._chosen(seen.endpoint, seen.persona)
            if len(self._subjects) >= MOST_SUBJECTS:
                self._subjects.clear()
            self._subjects[key] = found
        return found

    def _chosen(self, endpoint: str, persona: str | None) -> tuple[Subject, ...]:
        if not self._selection.learns(endpoint):
            return ()
        wanted = [Subject(EVERYTHING)]
        heard = self._windows.heard
        if Subject(endpoint) in heard or len(heard) < MOST_SUBJECTS:
            wanted.append(Subject(endpoint))
        if persona is not None and self._has_patterns(persona):
            wanted.append(Subject(EVERYTHING, persona))
            own = Subject(endpoint, persona)
            if own in heard or len(heard) < MOST_SUBJECTS:
                wanted.append(own)
        return tuple(wanted)

    def _has_patterns(self, persona: str) -> bool:
        """Tell whether *persona* learns, and is not one too many."""
        if not self._selection.persona_learns(persona):
            return False
        heard = self._windows.heard
        if Subject(EVERYTHING, persona) in heard:
            return True
        named = sum(one.endpoint == EVERYTHING for one in heard)
        return named <= MOST_PERSONAS and len(heard) < MOST_SUBJECTS

    def _update(self) -> None:
        for subject, seen in self._windows.take():
            self._feed(subject, seen)
        for subject, gone in self._windows.silent(self.law.decay):
            for part in self.parts:
                if gone:
                    part.forget(subject)
                else:
                    part.fade(subject, self.law)

    def _feed(self, subject: Subject, seen: Sequence[Observation]) -> None:
        for part in self.parts:
            if not _is_for(part.kind, subject):
                continue
            counting = self._counting(part.kind, subject, seen)
            if counting:
                part.update(subject, counting, self.law)

    def _counting(
        self, kind: str, subject: Subject, seen: Sequence[Observation]
    ) -> Sequence[Observation]:
        """Return *seen* less what was reset."""
        for reset in self.resets:
            seen = [
                one
                for one in seen
                if one.id > reset.until or not reset.covers(kind, subject, one.endpoint)
            ]
        return seen


def _in_order(told: Json) -> Json:
    """Return what a part told with its subjects in order: whoever came first."""
    if not isinstance(told, list):
        return told
    return sorted(told, key=lambda row: [str(word) for word in row[:2]])


def _is_for(kind: str, subject: Subject) -> bool:
    if kind == "frequency":
        return True
    return (subject.endpoint == EVERYTHING) == (kind == "sequences")
