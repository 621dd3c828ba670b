"""Telling failures apart: caused by what was asked, or met by chance.

What a request causes it gets each time: 404 for an id that nobody knows, 422 for a
body that is wrong. What it meets by chance it does not get when it is asked again. A
status says which of them it can be (RFC 9110, 15); what the same request was answered
before and after says which it is.
"""

from __future__ import annotations

from collections import Counter, OrderedDict
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from mockforge.learning.failures.outcomes import WELL, is_said, may_pass, outcome_of
from mockforge.learning.failures.runs import Run, Suspicion
from mockforge.learning.patterns.observation import Observation

KEPT = 256
"""Requests of an endpoint that are remembered because they failed last."""

_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})


class Told(NamedTuple):
    """What was told of a batch."""

    marks: list[str | None]
    """Of each observation: `WELL`, the outcome if it was met by chance, None if it is
    neither, because its request caused it or nobody waited for it."""
    caused: Counter[str]
    """How many failures are caused, by outcome."""
    late: Counter[str]
    """How many earlier failures count as random now, less those that do not now."""


class Telling:
    """Tells failures of one endpoint apart, and remembers what that takes."""

    def __init__(self, kept: int = KEPT) -> None:
        """Begin with nothing seen.

        Args:
            kept: Requests that are remembered because they failed last.
        """
        self._kept = kept
        self._runs: OrderedDict[bytes, dict[str, Run]] = OrderedDict()
        """What failed last, by request and outcome."""
        self._suspicion = Suspicion()
        self._batch = 0
        self.seen = 0
        self.failed = 0
        """How much failed so that it may pass."""

    def tell(self, batch: Sequence[Observation]) -> Told:
        """Tell apart what failed in *batch*, which is in the order it was seen in."""
        outcomes = [
            WELL if one.failure is None and 100 <= one.status < 400 else outcome_of(one)
            for one in batch
        ]
        runs = self._runs
        asked_again = bool(runs) and any(one.asked in runs for one in batch)
        if not asked_again and not any(outcomes):
            self.seen += len(outcomes) - outcomes.count(None)
            return Told(outcomes, Counter(), Counter())
        self._batch += 1
        flukes = _flukes(batch, outcomes)
        own: Counter[str] = Counter()
        marks = list(outcomes)
        met: list[tuple[int, Run]] = []
        ended: list[Run] = []
        for at, (one, outcome) in enumerate(zip(batch, outcomes, strict=True)):
            if outcome is None:
                continue
            self.seen += 1
            if at in flukes:
                self.failed += 1
            elif outcome != WELL and (may_pass(outcome) or one.retry_after is not None):
                self.failed += 1
                met.append((at, self._run(one, outcome, own[one.session])))
            else:
                # Who says what is wrong with a request is well himself.
                own[one.session] += 1
                ended += self._ended(one.asked)
                marks[at] = WELL if outcome == WELL else None
        late = self._settled(marks, met, ended)
        caused = Counter(
            out for out, mark in zip(outcomes, marks, strict=True) if out and not mark
        )
        return Told(marks, caused, late)

    def _run(self, one: Observation, outcome: str, mine: int) -> Run:
        """Return the run that *one* is of, *mine* answers of its session being well."""
        runs = self._runs.pop(one.asked, {})
        self._runs[one.asked] = runs
        if len(self._runs) > self._kept:
            self._runs.popitem(last=False)
        wells = self.seen - self.failed
        run = runs.get(outcome)
        if run is None:
            run = runs[outcome] = Run(outcome, one.session, wells)
        elif one.retry_after is not None:
            # It says itself that it passes.
            pass
        elif run.session == one.session and run.batch == self._batch:
            run.occasions += mine > run.own
        else:
            run.occasions += wells > run.wells
        run.session, run.wells, run.own = one.session, wells, mine
        run.batch = self._batch
        run.count += 1
        return run

    def _ended(self, asked: bytes) -> Iterable[Run]:
        """Return the runs that end because *asked* was answered as it should be."""
        ended = self._runs.pop(asked, {}).values()
        for run in ended:
            run.closed = True
            self._suspicion.end(run)
        return ended

    def _settled(
        self, marks: list[str | None], met: list[tuple[int, Run]], ended: list[Run]
    ) -> Counter[str]:
        """Take out of *marks* what is caused, and return what changed of old ones.

        Args:
            marks: As if every failure were met by chance.
            met: Which of them are of which run.
            ended: Runs that are over.
        """
        still = [run for runs in self._runs.values() for run in runs.values()]
        self._suspicion.weigh(still, self.failed, self.seen)
        # Of what never went well nothing can be told, and it stays as it is.
        is_working = self.seen > self.failed
        every = {id(run): run for run in (*still, *ended, *(run for _, run in met))}
        random = {
            key: is_working and not self._suspicion.is_caused(run)
            for key, run in every.items()
        }
        now = Counter(id(run) for _, run in met)
        late: Counter[str] = Counter()
        for key, run in every.items():
            before = run.count - now[key]
            late[run.outcome] += (before if random[key] else 0) - run.charged
            run.charged = run.count if random[key] else 0
        for at, run in met:
            if not random[id(run)]:
                marks[at] = None
        return late

    def to_json(self) -> list[Any]:
        """Return this as a JSON document."""
        runs = [
            [asked.hex(), run.to_json()]
            for asked, found in self._runs.items()
            for run in found.values()
        ]
        return [self.seen, self.failed, runs, self._suspicion.to_json()]

    @classmethod
    def from_json(cls, told: Sequence[Any]) -> Telling:
        """Return what `to_json` told."""
        made = cls()
        seen, failed, runs, suspicion = told
        made.seen, made.failed = int(seen), int(failed)
        for asked, each in runs:
            run = Run.from_json(each)
            made._runs.setdefault(bytes.fromhex(asked), {})[run.outcome] = run
        made._suspicion = Suspicion.from_json(suspicion)
        return made


def by_chance(observations: Iterable[Observation]) -> dict[int, str]:
    """Return the outcome of each exchange that failed by chance, by its number.

    Args:
        observations: All there are, of any endpoints, in order.
    """
    batches: dict[str, list[Observation]] = {}
    for one in observations:
        batches.setdefault(one.endpoint, []).append(one)
    found: dict[int, str] = {}
    for batch in batches.values():
        marks = Telling(kept=len(batch)).tell(batch).marks
        found |= {one.id: mark for one, mark in zip(batch, marks, strict=True) if mark}
    return found


def _flukes(batch: Sequence[Observation], outcomes: Sequence[str | None]) -> set[int]:
    """Return which of *batch* failed while nothing changed that could explain it.

    What is said not to be there is there the moment before and after, and between
    them its session asked for nothing that could have made the difference, nor did
    anybody else: their numbers follow one another in the recording.
    """
    asked = {
        (one.session, one.asked)
        for one, outcome in zip(batch, outcomes, strict=True)
        if outcome and not may_pass(outcome) and not is_said(outcome)
    }
    if not asked:
        return set()
    found: set[int] = set()
    threads: dict[tuple[str, bytes], list[int]] = {}
    for at, one in enumerate(batch):
        if (one.session, one.asked) in asked:
            threads.setdefault((one.session, one.asked), []).append(at)
    for places in threads.values():
        for before, at, after in zip(places, places[1:], places[2:], strict=False):
            outcome = outcomes[at]
            if not outcome or may_pass(outcome) or is_said(outcome):
                continue
            is_between = outcomes[before] == outcomes[after] == WELL
            if is_between and _are_next(batch, before, after):
                found.add(at)
    return found


def _are_next(batch: Sequence[Observation], first: int, last: int) -> bool:
    """Whether nothing that changes anything came between these two of *batch*."""
    is_safe = batch[first].endpoint.partition(" ")[0] in _SAFE
    apart = last - first
    is_all = batch[last].id - batch[first].id == apart
    return is_all and (is_safe or apart == 2)
