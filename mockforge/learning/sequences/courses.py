"""Courses: how a thing goes from state to state while somebody asks for it again.

Reads of the same thing in one session are a run as long as their answers are of one
variant, that is of one status and state. A run that ends without any other write of
the session in between went on by itself: that is polling, and the length of the run
is how often one asks. Failures that pass by themselves are counted apart, as tries.
"""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from mockforge.learning.failures.outcomes import may_pass
from mockforge.learning.patterns.law import Law
from mockforge.learning.patterns.observation import Observation
from mockforge.learning.sequences.counts import Counts, Tracked
from mockforge.learning.sequences.course import (
    FIRST,
    ITSELF,
    LATER,
    Course,
    Variant,
)
from mockforge.learning.sequences.grains import grain_of
from mockforge.learning.sequences.notation import Tables

LONGEST = 10_000
MOST_RUNS = 4_000
"""Lengths of runs that are told apart, in an endpoint's table."""

_EXACT = 32
WELL = "well"
"""The outcome of what did not fail."""

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
        is_first = asked.variant is None and not asked.tries
        fails = is_passing(seen.status)
        table = self._table(seen.endpoint, is_needed=fails or not is_first)
        if table is not None and not asked.tries:
            when = FIRST if is_first else LATER
            table.waiting.count((when,), seen.status if fails else WELL)
        if table is not None and not is_first:
            self._again(table.waiting, asked, seen, gap, writes)
        if fails:
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

    def _table(self, endpoint: str, *, is_needed: bool) -> Tracked | None:
        found = self._fresh.get(endpoint)
        if found is None and (is_needed or endpoint in self.tables):
            found = self._fresh[endpoint] = self.tables.made(endpoint)
        return found

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
            counts.count(("moved", *asked.variant), ITSELF)
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


@lru_cache(1_024)
def is_passing(status: int) -> bool:
    """Whether such an answer may be well the next time."""
    return status == 0 or may_pass(str(status))


@lru_cache(4_096)
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
