"""Courses: how a thing goes from state to state while somebody asks for it again.

Reads of the same thing in one session are a run as long as their answers are of one
variant, that is of one status and state. A run that ends without any other write of
the session in between went on by itself: that is polling, and the length of the run
is how often one asks. Failures that pass by themselves are counted apart, as tries.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from typing import Any

from mockforge.learning.failures.outcomes import may_pass
from mockforge.learning.patterns.law import Law
from mockforge.learning.patterns.observation import Observation
from mockforge.learning.sequences.chain import grain_of
from mockforge.learning.sequences.counts import Counts, Outcomes, Tracked, drawn
from mockforge.learning.sequences.notation import Tables

Variant = tuple[int, str | None]
"""A status and a state."""

BY_ITSELF = 0.8
"""The share of changes that no write came before, from which on a thing is polled."""

LONGEST = 10_000
MOST_RUNS = 4_000
"""Lengths of runs that are told apart, in an endpoint's table."""

_EXACT = 32
_ITSELF = "by itself"
_READS = frozenset({"GET", "HEAD", "OPTIONS"})
_QUERY = "[graphql=query "


@dataclass(slots=True)
class Asked:
    """How one thing that a session asks for stands."""

    variant: Variant | None = None
    length: int = 0
    first: Variant | None = None
    """What it was when it was asked for first."""
    writes: int = 0
    """Those of its session, when it was asked for last."""
    ended: float = 0.0
    failing: int = 0
    """Its status, while it fails."""
    tries: int = 0
    wait: float | None = None
    """Seconds after which it was to be asked again."""


@dataclass(slots=True)
class Courses:
    """The courses of all endpoints."""

    tables: Tables[str] = field(default_factory=Tables[str])
    """By the key of the endpoint."""
    _fresh: dict[str, Tracked] = field(default_factory=dict)

    def see(self, asked: Asked, seen: Observation, ended: float, writes: int) -> None:
        """Take note of one more answer to a request; `settle` takes it in.

        Args:
            asked: How what it asks for stands.
            seen: What was answered.
            ended: When.
            writes: Those of its session before it.
        """
        gap = seen.started - asked.ended
        if asked.variant is not None or asked.tries:
            table = self._fresh.get(seen.endpoint)
            if table is None:
                table = self._fresh[seen.endpoint] = self.tables.made(seen.endpoint)
            self._again(table.waiting, asked, seen, gap, writes)
        if is_passing(seen.status):
            asked.failing = asked.failing or seen.status
            asked.tries = min(asked.tries + 1, LONGEST)
            asked.wait = seen.retry_after
        else:
            if asked.variant is None:
                asked.first = (seen.status, seen.state)
                asked.variant, asked.length = asked.first, 1
            asked.failing, asked.tries, asked.wait = 0, 0, None
        asked.ended = ended
        asked.writes = writes + is_write(seen.endpoint)

    def _again(
        self, counts: Counts, asked: Asked, seen: Observation, gap: float, writes: int
    ) -> None:
        if asked.wait is not None:
            kept = "kept" if gap >= 0.95 * asked.wait else "early"
            counts.count(("wait", asked.failing), kept)
        if asked.tries:
            counts.count(("again", asked.failing), grain_of(gap))
        if is_passing(seen.status):
            return
        if asked.tries:
            counts.count(("run", asked.failing), (grouped(asked.tries), seen.status))
            counts.witness()
        if asked.variant is None:
            return
        if not asked.tries:
            counts.count(("gap", *asked.variant), grain_of(gap))
        self._went(counts, asked, (seen.status, seen.state), writes)

    def _went(
        self, counts: Counts, asked: Asked, variant: Variant, writes: int
    ) -> None:
        assert asked.variant is not None
        if variant == asked.variant:
            asked.length = min(asked.length + 1, LONGEST)
            return
        if writes == asked.writes:
            counts.count(("run", *asked.variant), (grouped(asked.length), *variant))
            counts.witness()
            counts.count(("moved", *asked.variant), _ITSELF)
            if asked.first is not None:
                counts.count(("start",), asked.first)
                asked.first = None
        else:
            counts.count(("moved", *asked.variant), "by a write")
            asked.first = variant
        asked.variant, asked.length = variant, 1

    def settle(self, law: Law) -> None:
        """Take in what was seen since the last time."""
        for table in self._fresh.values():
            table.settle(law)
            for counts in table.tables:
                _prune(counts)
        self._fresh = {}

    def fade(self, law: Law, endpoint: str | None = None) -> None:
        """Lose evidence, of *endpoint* or of all."""
        for key, table in self.tables.every():
            if endpoint is None or key == endpoint:
                table.fade(law)

    def of(self, endpoint: str) -> Course:
        """Return how what is at *endpoint* goes."""
        return Course(self.tables.get(endpoint) or Tracked(Counts()))


@dataclass(frozen=True, slots=True)
class Course:
    """How the things of one endpoint go from state to state."""

    table: Tracked

    @property
    def moves(self) -> float:
        """How often one went on by itself."""
        causes = [("moved", *variant) for variant in self.variants]
        rows = [row for cause in causes for _, row in self.table.rows(cause)]
        return sum(row.get(_ITSELF, 0.0) for row in rows)

    def polls(self, law: Law) -> bool:
        """Whether clients ask for it until it is done, as far as is known."""
        return law.applies(self.moves) and any(map(self.goes_on, self.variants))

    def goes_on(self, variant: Variant) -> bool:
        """Whether what is of *variant* becomes something else by itself."""
        moved = self.table.mixed(("moved", *variant))
        return moved.get(_ITSELF, 0.0) >= BY_ITSELF

    def retries(self, status: int, law: Law) -> bool:
        """Whether it is known how often one asks again after *status*."""
        return law.applies(self.table.total(("run", status)))

    @property
    def failing(self) -> list[int]:
        """The failures after which somebody asked again, in vain or not."""
        return sorted(
            cause[1]
            for cause in self.table.causes
            if isinstance(cause, tuple) and cause[0] == "run" and len(cause) == 2
        )

    @property
    def variants(self) -> list[Variant]:
        """Those that were left for another."""
        found = [
            (cause[1], cause[2])
            for cause in self.table.causes
            if isinstance(cause, tuple) and cause[0] == "run" and len(cause) == 3
        ]
        return sorted(found, key=lambda one: (one[0], one[1] or ""))

    def lengths(self, variant: Variant) -> dict[int, float]:
        """Return how likely it is asked for so often before it leaves *variant*."""
        return _lengths(self.table.mixed(("run", *variant)))

    def tries(self, status: int) -> dict[int, float]:
        """Return how likely *status* is answered so often before it is well."""
        return _lengths(self.table.mixed(("run", status)))

    def nexts(self, variant: Variant) -> dict[Variant, float]:
        """Return what *variant* is left for, and how likely."""
        found: dict[Variant, float] = {}
        for outcome, part in self.table.mixed(("run", *variant)).items():
            assert isinstance(outcome, tuple)
            after = (outcome[1], outcome[2])
            found[after] = found.get(after, 0.0) + part
        return found

    def course(
        self,
        recorded: Sequence[Variant],
        lengths: Sequence[int],
        chance: Callable[[], float],
    ) -> list[tuple[Variant, int]]:
        """Return a course through *recorded* variants, each with its length.

        No variant comes twice, so that nothing goes back from what is final. The last
        one has the length that was recorded.

        Args:
            recorded: Those that are at hand, in order; at least one.
            lengths: How often each was recorded.
            chance: Gives numbers from 0 to 1, to draw by.
        """
        known = dict(zip(recorded, lengths, strict=True))
        at: Variant | None = self._start(known, chance)
        found: list[tuple[Variant, int]] = []
        while at is not None:
            passed = {variant for variant, _ in found} | {at}
            told = {
                outcome: part
                for outcome, part in self.table.mixed(("run", *at)).items()
                if isinstance(outcome, tuple)
                and outcome[1:] in known
                and outcome[1:] not in passed
            }
            u = chance()
            if told and self.goes_on(at):
                length, *after = drawn(told, u)
                found.append((at, length))
                at = (after[0], after[1])
            else:
                found.append((at, known[at]))
                later = list(known)[list(known).index(at) + 1 :]
                at = next((one for one in later if one not in passed), None)
        return found

    def _start(
        self, known: Collection[Variant], chance: Callable[[], float]
    ) -> Variant:
        starts: Outcomes = {
            name: part
            for name, part in self.table.mixed(("start",)).items()
            if name in known
        }
        u = chance()
        found: Variant = drawn(starts, u) if starts else next(iter(known))
        return found


def is_passing(status: int) -> bool:
    """Whether such an answer may be well the next time."""
    return status == 0 or may_pass(str(status))


def is_write(endpoint: str) -> bool:
    """Whether what is asked of *endpoint* may change something."""
    return endpoint.partition(" ")[0] not in _READS and _QUERY not in endpoint


def grouped(length: int) -> int:
    """Return *length* as it is counted: exactly if it is short.

    >>> grouped(7), grouped(1001)
    (7, 992)
    """
    if length <= _EXACT:
        return length
    step = 1 << (length.bit_length() - 5)
    return length // step * step


def remembered(asked: OrderedDict[bytes, Asked], key: bytes, most: int) -> Asked:
    """Return how *key* stands; of *most* others the one asked for least is dropped."""
    found = asked.get(key)
    if found is None:
        found = asked[key] = Asked()
        if len(asked) > most:
            asked.popitem(last=False)
    else:
        asked.move_to_end(key)
    return found


def _lengths(outcomes: Outcomes) -> dict[int, float]:
    found: dict[int, float] = {}
    for outcome, part in outcomes.items():
        assert isinstance(outcome, tuple)
        found[outcome[0]] = found.get(outcome[0], 0.0) + part
    return dict(sorted(found.items()))


def _prune(counts: Counts) -> None:
    """Drop the rarest outcomes of an endpoint that has too many."""
    every: list[tuple[float, str, Any, Any]] = []
    if sum(len(row) for row in counts.rows.values()) <= MOST_RUNS:
        return
    for cause, row in counts.rows.items():
        every += (
            (part, repr((cause, name)), cause, name) for name, part in row.items()
        )
    every.sort(key=lambda one: one[:2])
    for _, _, cause, name in every[: len(every) // 2]:
        del counts.rows[cause][name]
        if not counts.rows[cause]:
            del counts.rows[cause]
