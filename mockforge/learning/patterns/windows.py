"""Windows: what waits for the next update, and who has fallen silent.

Time is the traffic's own: the latest end of an exchange so far. An update is due when
it has passed the interval since the last; whoever has too few observations by then
waits for the next. The order of the exchanges' numbers alone decides, so that it makes
no difference in how many pieces they come.
"""

from __future__ import annotations

import heapq
import math
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from mockforge.learning.patterns.observation import Observation
from mockforge.learning.patterns.part import Subject

MOST_WAITING = 50_000
"""Observations that wait, beyond which an update is due whatever the time."""

MUCH = 4.0
"""How much longer than its longest gap a subject is quiet before it counts as silent.
Of gaps that come by chance, at a steady rate, hardly one in a million is."""

QUIET = 5.0
"""Intervals that nobody is called silent before."""

PAUSE = 1.0
"""Seconds that a pause of all traffic counts as at least, whatever the interval."""

LEAST = 0.5
"""Samples below which a faded pattern is forgotten."""


@dataclass(slots=True)
class Heard:
    """When a subject was heard of."""

    last: float
    """Seconds of traffic before its last exchange."""
    ended: float
    """Seconds since the epoch at the end of that."""
    longest: float = 0.0
    """The longest gap between two of its exchanges, in seconds of traffic."""
    evidence: float = 0.0
    """How much was taken in of it, less what has faded."""


class Windows:
    """What waits, by subject, and the traffic's clock."""

    def __init__(self, interval: float, least: int) -> None:
        """Begin with nothing.

        Args:
            interval: Seconds from one update to the next.
            least: Observations of a subject that an update takes.
        """
        self.interval = interval
        self.least = max(1, min(least, MOST_WAITING // 2))
        self.clock: float | None = None
        """The latest end so far; None before the first exchange."""
        self.active = 0.0
        """Seconds of traffic so far: pauses of all of it are left out."""
        self.updated = 0.0
        """What the clock said at the last update."""
        self.heard: dict[Subject, Heard] = {}
        self._waiting: dict[Subject, list[Observation]] = {}
        self._count = 0
        self._deadlines: list[tuple[float, str, str]] = []

    def add(self, seen: Observation, subjects: Iterable[Subject]) -> bool:
        """Let *seen* wait for the update of *subjects*; return whether one is due."""
        ended, clock = seen.started + seen.elapsed, self.clock
        if clock is None or not ended <= clock:
            clock = self._passed(ended)
        active = self.active
        for subject in subjects:
            known = self.heard.get(subject)
            if known is None:
                self.heard[subject] = Heard(active, clock)
            else:
                gap = active - known.last
                if gap > known.longest:
                    known.longest = gap
                known.last, known.ended = active, clock
            waiting = self._waiting.get(subject)
            if waiting is None:
                self._waiting[subject] = [seen]
            else:
                waiting.append(seen)
            self._count += 1
        late = clock - self.updated >= self.interval
        return late or self._count >= MOST_WAITING

    def renamed(
        self, subject: Subject, number: int, session: str
    ) -> Observation | None:
        """Give what waits for *subject* under *number* another session.

        Returns:
            It, None where it does not wait.
        """
        waiting = self._waiting.get(subject, [])
        at = bisect_left(waiting, number, key=_number)
        if at == len(waiting) or waiting[at].id != number:
            return None
        waiting[at] = waiting[at]._replace(session=session)
        return waiting[at]

    def take(self) -> list[tuple[Subject, list[Observation]]]:
        """Return what is updated now, and begin the next interval."""
        assert self.clock is not None
        self.updated = self.clock
        ready = [
            subject
            for subject, waiting in self._waiting.items()
            if len(waiting) >= self.least
        ]
        return [(subject, self._taken(subject)) for subject in sorted(ready, key=_name)]

    def rest(self) -> list[tuple[Subject, list[Observation]]]:
        """Return all that waits, and let nothing wait."""
        every = sorted(self._waiting, key=_name)
        return [(subject, self._taken(subject)) for subject in every]

    def silent(self, decay: float) -> Iterator[tuple[Subject, bool]]:
        """Yield who is silent, and whether all that was known of it has faded.

        Args:
            decay: The share of its evidence that each of them loses now.
        """
        if not decay:
            return
        again = []
        while self._deadlines and self._deadlines[0][0] <= self.active:
            _, endpoint, persona = heapq.heappop(self._deadlines)
            subject = Subject(endpoint, persona or None)
            known = self.heard[subject]
            deadline = self._deadline(known)
            if deadline > self.active:
                heapq.heappush(self._deadlines, (deadline, endpoint, persona))
                continue
            known.evidence *= 1.0 - decay
            gone = known.evidence < LEAST
            if gone:
                known.evidence = 0.0
            else:
                again.append((deadline, endpoint, persona))
            yield subject, gone
        for one in again:
            heapq.heappush(self._deadlines, one)

    def to_json(self) -> dict[str, Any]:
        """Return this as JSON."""
        rows: dict[int, tuple[Observation, list[int]]] = {}
        subjects = sorted(self.heard, key=_name)
        for number, subject in enumerate(subjects):
            for one in self._waiting.get(subject, ()):
                rows.setdefault(one.id, (one, []))[1].append(number)
        return {
            "clock": self.clock,
            "active": self.active,
            "updated": self.updated,
            "heard": [
                [*subject, one.last, one.ended, one.longest, one.evidence]
                for subject in subjects
                for one in (self.heard[subject],)
            ],
            "waiting": [[*_plain(one), at] for one, at in map(rows.get, sorted(rows))],  # type: ignore[misc]
        }

    @classmethod
    def from_json(cls, told: Mapping[str, Any], interval: float, least: int) -> Windows:
        """Return what `to_json` told.

        Raises:
            ValueError: If it is something else.
        """
        found = cls(interval, least)
        try:
            if told["clock"] is not None:
                found.clock = _finite(told["clock"])
            found.active = _finite(told["active"])
            found.updated = _finite(told["updated"])
            subjects = []
            for endpoint, persona, *numbers in told["heard"]:
                subjects.append(Subject(endpoint, persona))
                found.heard[subjects[-1]] = heard = Heard(*map(_finite, numbers))
                if heard.evidence:
                    found._watch(subjects[-1])
            for *plain, at in told["waiting"]:
                one = _observation(plain)
                for number in at:
                    found._waiting.setdefault(subjects[number], []).append(one)
                    found._count += 1
        except (KeyError, TypeError, IndexError, AttributeError) as error:
            raise ValueError(f"these are no windows: {error!r}") from error
        return found

    def _passed(self, ended: float) -> float:
        """Let time pass until *ended*, if that is later; return the clock."""
        if not math.isfinite(ended):
            ended = self.clock if self.clock is not None else 0.0
        if self.clock is None:
            self.clock = self.updated = ended
        elif ended > self.clock:
            self.active += min(ended - self.clock, max(self.interval, PAUSE))
            self.clock = ended
        return self.clock

    def _taken(self, subject: Subject) -> list[Observation]:
        waiting = self._waiting.pop(subject)
        self._count -= len(waiting)
        heard = self.heard[subject]
        if not heard.evidence:
            heard.evidence = float(len(waiting))
            self._watch(subject)
        else:
            heard.evidence += len(waiting)
        return waiting

    def _watch(self, subject: Subject) -> None:
        deadline = self._deadline(self.heard[subject])
        entry = (deadline, subject.endpoint, subject.persona or "")
        heapq.heappush(self._deadlines, entry)

    def _deadline(self, known: Heard) -> float:
        quiet = max(MUCH * known.longest, QUIET * max(self.interval, PAUSE))
        return known.last + quiet


def _number(one: Observation) -> int:
    return one.id


def _name(subject: Subject) -> tuple[str, str]:
    return subject.endpoint, subject.persona or ""


def _plain(one: Observation) -> list[Any]:
    """Return *one* as JSON can hold it."""
    return [
        *one._replace(
            failure=None if one.failure is None else one.failure.value,  # type: ignore[arg-type]
            asked=one.asked.hex(),  # type: ignore[arg-type]
        )
    ]


def _observation(told: Sequence[Any]) -> Observation:
    from mockforge.exchange import FailureKind

    one = Observation._make(told)
    failure = None if one.failure is None else FailureKind(one.failure)
    return one._replace(failure=failure, asked=bytes.fromhex(one.asked))  # type: ignore[arg-type]


def _finite(value: Any) -> float:
    number = float(value)
    if not math.isfinite(number):
        raise ValueError(f"{value!r} is no time")
    return number
