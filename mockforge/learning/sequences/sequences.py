"""Sequences, as a part of the patterns."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from math import isfinite
from operator import attrgetter
from typing import Any

from mockforge.learning.patterns.law import Law
from mockforge.learning.patterns.observation import Observation
from mockforge.learning.patterns.part import Shown, Subject
from mockforge.learning.sequences import telling
from mockforge.learning.sequences.chain import END_AT, ORDER, Chain
from mockforge.learning.sequences.course import Course
from mockforge.learning.sequences.courses import (
    Courses,
    is_write,
    remembered,
)
from mockforge.learning.sequences.notation import Tables
from mockforge.learning.sequences.open import (
    MOST_ASKED,
    MOST_SESSIONS,
    Open,
    ended_of,
)
from mockforge.learning.sequences.steps import SESSION_GAP, Step
from mockforge.options import Json

EVERYTHING = "*"
"""The endpoint of the subject that sequences are learned of."""

START_AT = 0
"""The number of the first step of every session."""


@dataclass(slots=True)
class Known:
    """What is known of everybody, or of one persona."""

    chain: Chain = field(default_factory=Chain)
    courses: Courses = field(default_factory=Courses)
    open: OrderedDict[str, Open] = field(default_factory=OrderedDict)
    """By session, the one not heard of for longest first."""
    clock: float = 0.0
    _is_whole: bool = False
    """The chain counts the sessions that go on as if they ended now."""

    def update(self, seen: Sequence[Observation], law: Law) -> None:
        """Take in what was seen since the last update."""
        for one in sorted(seen, key=_order):
            self._see(one)
        self._end_old()
        self.chain.settle(law)
        self.courses.settle(law)
        self._is_whole = False

    def _see(self, seen: Observation) -> None:
        at = self.chain.number((seen.endpoint, seen.status, seen.state))
        ended = ended_of(seen)
        if ended > self.clock:
            self.clock = ended
        session = self._session(seen, ended)
        if at is None:
            return
        gap = seen.started - session.ended if session.context[-1] != START_AT else None
        self.chain.see(session.context, at, None if gap is None else max(0.0, gap))
        session.context = (*session.context, at)[-ORDER:]
        asked = remembered(session.asked, seen.asked, MOST_ASKED)
        self.courses.see(asked, seen, ended, session.writes)
        session.writes += is_write(seen.endpoint)
        if ended > session.ended:
            session.ended = ended

    def _session(self, seen: Observation, ended: float) -> Open:
        name = seen.session
        found = self.open.get(name)
        if found is not None and seen.started - found.ended > SESSION_GAP:
            self._end(self.open.pop(name))
            found = None
        if found is None:
            found = self.open[name] = Open((START_AT,), ended)
            if len(self.open) > MOST_SESSIONS:
                self.open.popitem(last=False)
        else:
            self.open.move_to_end(name)
        return found

    def _end_old(self) -> None:
        while self.open:
            name, session = next(iter(self.open.items()))
            if self.clock - session.ended <= SESSION_GAP:
                # Those behind it were heard of later.
                return
            self._end(self.open.pop(name))

    def _end(self, session: Open) -> None:
        self.chain.see(session.context, END_AT, None)

    def whole(self) -> Chain:
        """Return what follows what, if the sessions that go on ended now."""
        if not self._is_whole:
            self.chain.end(session.context for session in self.open.values())
            self._is_whole = True
        return self.chain

    def fade(self, law: Law, endpoint: str | None = None) -> None:
        """Lose evidence, of *endpoint* or of all."""
        self.chain.fade(law, endpoint)
        self.courses.fade(law, endpoint)
        self._is_whole = False

    def forget(self, endpoint: str) -> None:
        """Know nothing of *endpoint* any more."""
        numbers = self.chain.forget(endpoint)
        self.courses.tables.pop(endpoint)
        for name, session in list(self.open.items()):
            if numbers.intersection(session.context):
                del self.open[name]
        self._is_whole = False

    def to_json(self) -> dict[str, Any]:
        """Return this as JSON."""
        return {
            "chain": self.chain.to_json(),
            "courses": self.courses.tables.to_json(),
            "open": [[name, *one.to_json()] for name, one in self.open.items()],
            "clock": self.clock,
        }

    @classmethod
    def from_json(cls, kept: Any) -> Known:
        """Return what `to_json` told."""
        return cls(
            Chain.from_json(kept["chain"]),
            Courses(Tables.from_json(kept["courses"], str)),
            OrderedDict((str(one[0]), Open.from_json(one[1:])) for one in kept["open"]),
            float(kept["clock"]),
        )


class Sequences:
    """What follows what in a session, for everybody and for each persona."""

    kind = "sequences"

    def __init__(self) -> None:
        self._known: dict[str | None, Known] = {}

    def update(self, subject: Subject, seen: Sequence[Observation], law: Law) -> None:
        """Take in what was seen of *subject*, whose endpoint is `EVERYTHING`."""
        known = self._known.get(subject.persona)
        if known is None:
            known = self._known[subject.persona] = Known()
        known.update([one for one in seen if isfinite(one.started)], law)

    def fade(self, subject: Subject, law: Law) -> None:
        """Lose evidence of *subject*, which is silent for longer than is usual."""
        known = self._known.get(subject.persona)
        if known is None:
            return
        if subject.endpoint == EVERYTHING:
            known.fade(law)
        elif subject.persona is None:
            # What a persona does fades with the persona.
            known.fade(law, subject.endpoint)

    def forget(self, subject: Subject) -> None:
        """Know nothing of *subject* any more; of `EVERYTHING`, nothing at all."""
        if subject.endpoint == EVERYTHING:
            self._known.pop(subject.persona, None)
        elif subject.persona in self._known:
            self._known[subject.persona].forget(subject.endpoint)

    def next(
        self, context: Sequence[Step], law: Law, persona: str | None = None
    ) -> list[tuple[Step, float]]:
        """Return what comes after *context* and how likely, the likeliest first.

        Args:
            context: The steps of the session so far, or the last few.
            law: Whether what is known is applied; nothing is returned if not.
            persona: Who asks; everybody's sequences if theirs are not known.
        """
        known = self._of(law, persona)
        return [] if known is None else known.whole().next(context)

    def gap(
        self, step: Step, next_step: Step, u: float, persona: str | None = None
    ) -> float:
        """Return the seconds from the end of *step* to *next_step*.

        Args:
            step: What was asked.
            next_step: What is asked next.
            u: Which of all the gaps that were seen: a number from 0 to 1.
            persona: Who asks.
        """
        for name in (persona, None):
            known = self._known.get(name)
            if known is not None:
                found = known.chain.gap(step, next_step, u)
                if found > 0.0 or name is None:
                    return found
        return 0.0

    def course(self, endpoint: str, persona: str | None = None) -> Course:
        """Return how the things at *endpoint* go from state to state."""
        known = self._known.get(persona) or Known()
        return known.courses.of(endpoint)

    def courses(self) -> list[str]:
        """Return the endpoints whose things were seen to change, or to fail."""
        known = self._known.get(None)
        return known.courses.tables.names if known else []

    def flows(
        self, law: Law, persona: str | None = None
    ) -> list[tuple[tuple[Step, ...], float]]:
        """Return the commonest paths from a session's beginning, with their shares."""
        known = self._of(law, persona)
        return [] if known is None else telling.flows(known.whole())

    def diagram(self, law: Law, persona: str | None = None) -> str:
        """Return the steps and what follows them as a Mermaid state diagram."""
        known = self._of(law, persona)
        return telling.diagram(Chain() if known is None else known.whole())

    def samples(self, persona: str | None = None) -> float:
        """Return how often something was seen to follow something."""
        known = self._known.get(persona)
        return 0.0 if known is None else known.chain.samples

    def shown(self, law: Law) -> Iterable[Shown]:
        """Yield every pattern, also those that are not applied yet."""
        for persona, known in sorted(self._known.items(), key=lambda one: one[0] or ""):
            subject = Subject(EVERYTHING, persona)
            yield from telling.shown(known.whole(), known.courses, subject, law)

    def to_json(self) -> Json:
        """Return this as JSON."""
        return [[name, known.to_json()] for name, known in self._sorted()]

    @classmethod
    def from_json(cls, kept: Any) -> Sequences:
        """Return what `to_json` told.

        Raises:
            ValueError: If it is nothing that was learned.
        """
        found = cls()
        try:
            for name, one in kept:
                found._known[name] = Known.from_json(one)
        except (TypeError, KeyError, IndexError, AttributeError) as error:
            raise ValueError(f"these are no sequences: {error!r}") from error
        return found

    def _sorted(self) -> Iterator[tuple[str | None, Known]]:
        yield from sorted(
            self._known.items(), key=lambda one: (one[0] is not None, one[0] or "")
        )

    def _of(self, law: Law, persona: str | None) -> Known | None:
        for name in (persona, None):
            known = self._known.get(name)
            if known is not None and law.applies(known.chain.samples):
                return known
        return None


_order = attrgetter("started", "id")
