"""Tallies: how often an endpoint fails, and how failures follow one another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from math import isfinite
from typing import Any

from mockforge.learning.failures.outcomes import WELL
from mockforge.learning.failures.statistics import same_share

OUTCOMES = 8
"""Ways to fail that one endpoint can have; more than are ever seen."""

_FALSE_ALARM = 0.001
"""How often an update without a change may be taken for one."""

_ON = "on"
"""The event that a burst goes on; no outcome is called so."""

_SESSIONS = 64
"""Sessions whose last request failed that are remembered."""

Pairs = dict[tuple[str, str], float]
"""How often one outcome was followed by another."""


class Last:
    """What came last, so that what comes next is known by what it follows.

    Of sessions only those that failed are known. That leaves how likely what follows
    a failure is, and what follows no failure, as they are.
    """

    __slots__ = ("failed", "outcome")

    def __init__(self) -> None:
        self.outcome: str | None = None
        """Of all requests."""
        self.failed: dict[str, str] = {}
        """By session, of those whose last request failed."""


class Tally:
    """Counts of some observations; an `Estimate`."""

    __slots__ = ("arrived", "counts", "in_session")

    def __init__(self) -> None:
        self.counts: dict[str, float] = {}
        """Observations by outcome; caused failures are none of them."""
        self.arrived: Pairs = {}
        """Neighbours in the order in which requests ended, whoever sent them."""
        self.in_session: Pairs = {}
        """Neighbours in the order of each session."""

    @classmethod
    def of(
        cls, marks: Iterable[tuple[str, str | None]], last: Last | None = None
    ) -> Tally:
        """Return the counts of a batch.

        Args:
            marks: The session and outcome of each observation, in order; the outcome
                None if it does not count.
            last: What came before, and then the last of the batch.
        """
        made = cls()
        last = Last() if last is None else last
        counts: Counter[str] = Counter()
        arrived: Counter[tuple[str, str]] = Counter()
        in_session: Counter[tuple[str, str]] = Counter()
        before, lasts = last.outcome, dict(last.failed)
        for session, outcome in marks:
            if outcome is None:
                continue
            counts[outcome] += 1
            if before is not None:
                arrived[before, outcome] += 1
            mine = lasts.get(session)
            if mine is not None:
                in_session[mine, outcome] += 1
            before = lasts[session] = outcome
        last.outcome = before
        last.failed = {
            session: outcome for session, outcome in lasts.items() if outcome != WELL
        }
        while len(last.failed) > _SESSIONS:
            del last.failed[next(iter(last.failed))]
        made.counts.update(counts)
        made.arrived.update(arrived)
        made.in_session.update(in_session)
        return made

    @classmethod
    def well(cls, sessions: Sequence[str], last: Last) -> Tally | None:
        """Return what `of` does where nothing failed, in whatever order.

        Args:
            sessions: That of each observation.
            last: What came before, and then the last of the batch.

        Returns:
            None where the order matters: something failed just before.
        """
        if last.failed or last.outcome or not sessions:
            return None
        made, count = cls(), len(sessions)
        made.counts[WELL] = count
        pairs = count if last.outcome is not None else count - 1
        if pairs:
            made.arrived[WELL, WELL] = pairs
        if count > (begun := len(set(sessions))):
            made.in_session[WELL, WELL] = count - begun
        last.outcome = WELL
        return made

    @property
    def samples(self) -> float:
        """How much evidence there is."""
        return sum(self.counts.values())

    @samples.setter
    def samples(self, samples: float) -> None:
        whole = self.samples
        if whole > 0:
            for table in self._tables:
                for key in table:
                    table[key] *= samples / whole

    @property
    def failed(self) -> float:
        """How many failed."""
        return sum(count for outcome, count in self.counts.items() if outcome != WELL)

    @property
    def _tables(self) -> tuple[dict[Any, float], ...]:
        return self.counts, self.arrived, self.in_session

    def add(self, seen: Sequence[Tally]) -> None:
        """Take the counts of *seen* in."""
        for one in seen:
            for mine, theirs in zip(self._tables, one._tables, strict=True):
                for key, count in theirs.items():
                    mine[key] = mine.get(key, 0.0) + count

    def move(self, outcome: str, count: float) -> None:
        """Count *count* more of *outcome*, which stood alone among what was well.

        Less, if it is below zero.
        """
        more = max(count, -self.counts.get(outcome, 0.0))
        self.counts[outcome] = self.counts.get(outcome, 0.0) + more
        for pairs in (self.arrived, self.in_session):
            for pair in ((WELL, outcome), (outcome, WELL)):
                pairs[pair] = max(pairs.get(pair, 0.0) + more, 0.0)

    def differs(self, seen: Sequence[Tally]) -> bool:
        """Whether *seen* can hardly be more of the same.

        Failures of one burst are one event: what is compared is how often bursts
        begin, and how often they go on. Whose bursts they are, a session's or those of
        all, is where failures follow one another more.
        """
        now = Tally()
        now.add(seen)
        in_session = _dependence(self.in_session, now.in_session)
        if in_session > _dependence(self.arrived, now.arrived):
            mine, theirs = _events(self.in_session), _events(now.in_session)
        else:
            mine, theirs = _events(self.arrived), _events(now.arrived)
        never = mine.pop(WELL), theirs.pop(WELL)
        tests = [
            (mine.get(event, never[0]), theirs.get(event, never[1]))
            for event in {*mine, *theirs}
        ]
        likely = _FALSE_ALARM / max(len(tests), 1)
        return any(same_share(*pair) < likely for pair in tests)

    def to_json(self) -> list[Any]:
        """Return this as a JSON document."""
        return [
            {outcome: _short(count) for outcome, count in self.counts.items()},
            [[*pair, _short(count)] for pair, count in self.arrived.items()],
            [[*pair, _short(count)] for pair, count in self.in_session.items()],
        ]

    @classmethod
    def from_json(cls, told: Sequence[Any]) -> Tally:
        """Return what `to_json` told."""
        counts, arrived, in_session = told
        made = cls()
        made.counts = {str(key): _count(count) for key, count in counts.items()}
        made.arrived = {(str(a), str(b)): _count(n) for a, b, n in arrived}
        made.in_session = {(str(a), str(b)): _count(n) for a, b, n in in_session}
        return made


def failed_after(pairs: Mapping[tuple[str, str], float]) -> list[list[float]]:
    """Return how often a failure followed what was well and what was not.

    Two rows, of what came before: well, failed; each with how often it was followed
    by what was well, and by a failure.
    """
    table = [[0.0, 0.0], [0.0, 0.0]]
    for (before, after), count in pairs.items():
        table[before != WELL][after != WELL] += count
    return table


def _dependence(*tables: Pairs) -> float:
    """Return how much more likely a failure is after one than after none."""
    well = begun = ended = on = 0.0
    for pairs in tables:
        table = failed_after(pairs)
        well, begun = well + table[0][0], begun + table[0][1]
        ended, on = ended + table[1][0], on + table[1][1]
    if not on:
        return 0.0
    return on / (on + ended) - begun / max(well + begun, 1.0)


def _events(pairs: Pairs) -> dict[str, tuple[float, float]]:
    """Return how often each kind of burst begins, and how often any goes on.

    Each with how often it could have; under WELL, the same of what never happened.
    """
    (well, begun), (ended, on) = failed_after(pairs)
    events = {
        after: (count, well + begun)
        for (before, after), count in pairs.items()
        if before == WELL != after
    }
    return {**events, WELL: (0.0, well + begun), _ON: (on, on + ended)}


def _short(count: float) -> float:
    return int(count) if count == int(count) else round(count, 4)


def _count(told: Any) -> float:
    count = float(told)
    return count if isfinite(count) and count > 0.0 else 0.0
