"""Chains: what comes after the last few steps.

Contexts of up to `ORDER` steps are counted, and each is believed as far as its own
evidence goes: what it lacks is filled in from the context one step shorter (Witten
and Bell's interpolation). All contexts that end in one step follow a change together.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeGuard

from mockforge.learning.patterns.law import Law
from mockforge.learning.sequences.counts import Counts, Outcomes, Tracked, mixed
from mockforge.learning.sequences.grains import grain_of, quantile
from mockforge.learning.sequences.notation import Tables
from mockforge.learning.sequences.steps import END, START, Step

ORDER = 5
"""Steps that are looked back at most."""

MOST_CONTEXTS = 40_000
"""Contexts that are counted; those with the least evidence go first."""

MOST_WAYS = 10_000
"""Contexts with what followed that are known again within one update."""

MOST_STEPS = 50_000
"""Steps that are told apart."""

COMMONEST = 100
"""Steps that are thought of after one that nothing is known of."""

FEW = 3
"""Times that two steps follow each other before the gaps between them are kept apart
from those between the first and anything else."""

END_AT = 1
"""The number of the last step of every session."""

_GAP = ("gap",)

Context = tuple[int, ...]
"""Steps by their numbers, the last one last."""

Way = tuple[Counts, list[Outcomes], list[Outcomes]]
"""What is followed, and its rows of gaps and of steps."""


@dataclass(slots=True)
class Chain:
    """What follows what."""

    steps: list[Step] = field(default_factory=lambda: [START, END])
    branches: Tables[int] = field(default_factory=Tables[int])
    """By the last step: of what came before it, what followed."""
    size: int = 0
    """The contexts that are counted."""
    _numbers: dict[tuple[str, int, str | None], int] = field(default_factory=dict)
    _fresh: dict[int, Tracked] = field(default_factory=dict)
    _ways: dict[tuple[Context, int], Way] = field(default_factory=dict)
    """Where is counted what was seen since the last time, if it comes again."""
    _ends: dict[int, Counts] = field(default_factory=dict)
    _usual: list[tuple[float, int]] | None = None
    _samples: float | None = None

    def number(self, step: tuple[str, int, str | None]) -> int | None:
        """Return the number of *step*; None if it is unknown and there is no room."""
        if (found := self.known(step)) is None and len(self.steps) < MOST_STEPS:
            found = self._numbers[step] = len(self.steps)
            self.steps.append(Step(*step))
        return found

    def known(self, step: tuple[str, int, str | None]) -> int | None:
        """Return the number of *step*; None if it was never seen."""
        if not self._numbers:
            self._numbers = {each: at for at, each in enumerate(self.steps)}
        return self._numbers.get(step)

    def see(self, context: Context, next_: int, gap: float | None) -> None:
        """Take note that *next_* followed; `settle` takes it in.

        Args:
            context: The steps before it, up to ORDER of them.
            next_: The step.
            gap: Seconds between the last of them and it.
        """
        way = self._ways.get((context, next_))
        if way is not None:
            way[0].witness()
            if gap is not None:
                grain = grain_of(gap)
                for row in way[1]:
                    row[grain] = row.get(grain, 0.0) + 1.0
            for row in way[2]:
                row[next_] += 1.0
            return
        last = context[-1]
        if (branch := self._fresh.get(last)) is None:
            branch = self._fresh[last] = self.branches.made(last)
        waiting = branch.waiting
        waiting.witness()
        if gap is not None:
            grain = grain_of(gap)
            waiting.count(_GAP, grain)
            if branch.seen((), next_) >= FEW:
                waiting.count((*_GAP, next_), grain)
        self._go(branch, context, next_)

    def _go(self, branch: Tracked, context: Context, next_: int) -> None:
        """Count that *next_* followed each end of *context*."""
        waiting, way = branch.waiting, list[Outcomes]()
        for start in range(len(context) - 1, -1, -1):
            cause = context[start:-1]
            row, is_new = waiting.rows.get(cause), False
            if row is None:
                is_new = not branch.knows(cause)
                row = waiting.rows[cause] = {}
            row[next_] = row.get(next_, 0.0) + 1.0
            way.append(row)
            self.size += is_new
            if is_new and self.size > MOST_CONTEXTS // 2:
                # A longer one is only of use if this one comes again.
                return
        gaps = [waiting.rows.get(_GAP), waiting.rows.get((*_GAP, next_))]
        rows = [row for row in gaps if row is not None]
        if len(rows) != 1 and len(self._ways) < MOST_WAYS:
            self._ways[context, next_] = waiting, rows, way

    def settle(self, law: Law) -> None:
        """Take in what was seen since the last time."""
        for branch in self._fresh.values():
            branch.settle(law)
        self._fresh = {}
        self._ways = {}
        self._usual = self._samples = None
        if self.size > MOST_CONTEXTS:
            self._prune()

    def end(self, contexts: Iterable[Context]) -> None:
        """Count what goes on, at *contexts*, as if it ended now; that is not kept."""
        self._ends = {}
        for context in contexts:
            counts = self._ends.setdefault(context[-1], Counts())
            for start in range(len(context)):
                counts.count(context[start:-1], END_AT)

    def _rows(self, last: int | None, cause: Context) -> list[tuple[float, Outcomes]]:
        """Return what came after *cause* and *last*, with what would end now."""
        if last is None:
            return []
        branch, ends = self.branches.get(last), self._ends.get(last)
        rows = [(1.0, Outcomes())] if branch is None else branch.rows(cause)
        if ends is not None:
            for name, weight in ends.rows.get(cause, {}).items():
                rows[-1][1][name] = rows[-1][1].get(name, 0.0) + weight
        return rows

    def fade(self, law: Law, endpoint: str | None = None) -> None:
        """Lose evidence, of what follows *endpoint* or of all."""
        for at, branch in self.branches.every():
            if endpoint is None or self.steps[at].endpoint == endpoint:
                branch.fade(law)
        self._usual = self._samples = None

    @property
    def samples(self) -> float:
        """How often something followed something."""
        if self._samples is None:
            self._samples = self.branches.samples
        return self._samples

    def next(self, context: Sequence[Step]) -> list[tuple[Step, float]]:
        """Return what comes after *context*, the likeliest first.

        Args:
            context: The steps of the session so far; none at its beginning.
        """
        known = [self.known(step) for step in (START, *context)][-ORDER:]
        chances = self._chances(known)
        whole = sum(chances.values()) or 1.0
        found = [(self.steps[at], part / whole) for at, part in chances.items()]
        return sorted(found, key=lambda one: (-one[1], str(one[0])))

    def after(self, context: Sequence[Step]) -> list[tuple[Step, float]]:
        """Return what was seen after the last of *context*, and how likely it is."""
        number = self.known(context[-1] if context else START)
        after = mixed(self._rows(number, ()))
        found = [(self.steps[at], part) for at, part in after.items() if _is_step(at)]
        return sorted(found, key=lambda one: (-one[1], str(one[0])))

    def _chances(self, known: list[int | None]) -> dict[int, float]:
        lower, last = self._base(), known[-1]
        rows = []
        for length in range(len(known)):
            before = [
                at for at in known[len(known) - 1 - length : -1] if at is not None
            ]
            found = self._rows(last, tuple(before)) if len(before) == length else []
            if not any(row for _, row in found):
                break
            rows.append(found)
        if not rows:
            return lower
        chances = dict[int, float]()
        for number, (share, _) in enumerate(rows[0]):
            own = lower
            for found in rows:
                own = _sharpened(found[number][1], own)
            for at, part in own.items():
                chances[at] = chances.get(at, 0.0) + share * part
        return chances

    def usual(self) -> list[tuple[float, int]]:
        """Return how often the commonest steps were seen, the commonest first."""
        if self._usual is None:
            seen: dict[int, float] = {}
            for _, branch in self.branches.every():
                for share, row in branch.rows(()):
                    for at, weight in row.items():
                        if _is_step(at):
                            seen[at] = seen.get(at, 0.0) + share * weight
            every = sorted(((n, -at) for at, n in seen.items()), reverse=True)
            self._usual = [(n, -at) for n, at in every[:COMMONEST]]
        return self._usual

    def _base(self) -> dict[int, float]:
        chosen = self.usual()
        whole = sum(weight for weight, _ in chosen) or 1.0
        return {at: weight / whole for weight, at in chosen}

    def gap(self, step: Step, next_step: Step, u: float) -> float:
        """Return seconds from the end of *step* to *next_step*, the u-th quantile.

        Where the two were seen together a few times only, that of whatever followed;
        0.0 where nothing did.
        """
        number, after = self.known(step), self.known(next_step)
        branch = self.branches.get(number) if number is not None else None
        if branch is None:
            return 0.0
        return quantile(branch.mixed((*_GAP, after)) or branch.mixed(_GAP), u)

    def forget(self, endpoint: str) -> set[int]:
        """Know nothing of *endpoint* any more; return the numbers of its steps."""
        gone = {at for at, step in enumerate(self.steps) if step.endpoint == endpoint}
        gone -= {0, 1}
        for last in gone:
            self.branches.pop(last)
        for _, branch in self.branches.every():
            for counts in branch.tables:
                _drop(counts, gone)
        self._usual = self._samples = None
        return gone

    def _prune(self) -> None:
        """Drop the long contexts with the least evidence."""
        tables = [one for _, branch in self.branches.every() for one in branch.tables]
        every = [
            (sum(row.values()), -len(cause), number, cause)
            for number, counts in enumerate(tables)
            for cause, row in counts.rows.items()
            if isinstance(cause, tuple) and cause and cause[0] != "gap"
        ]
        every.sort()
        gone = len(every) // 2
        for _, _, number, cause in every[:gone]:
            del tables[number].rows[cause]
        # Those of one step alone stay, however many there are.
        self.size = len(every) - gone

    def to_json(self) -> dict[str, Any]:
        """Return this as JSON."""
        return {
            "steps": [list(step) for step in self.steps],
            "branches": self.branches.to_json(),
            "size": self.size,
            "usual": [list(one) for one in self.usual()],
        }

    @classmethod
    def from_json(cls, kept: Any) -> Chain:
        """Return what `to_json` told."""
        steps = [
            Step(str(name), int(status), state) for name, status, state in kept["steps"]
        ]
        found = cls(steps, Tables.from_json(kept["branches"], int), int(kept["size"]))
        found._usual = [(float(n), int(at)) for n, at in kept["usual"]]
        return found


def _drop(counts: Counts, gone: set[int]) -> None:
    """Drop whatever is of the steps *gone*."""
    for cause in list(counts.rows):
        row = counts.rows[cause]
        assert isinstance(cause, tuple)
        if cause[:1] != _GAP:
            for at in gone & row.keys():
                del row[at]
        if gone.intersection(cause) or not row:
            del counts.rows[cause]


def _sharpened(row: Outcomes, lower: dict[int, float]) -> dict[int, float]:
    """Return what *row* says, and where it says little, what *lower* does."""
    kinds, whole = len(row), sum(row.values())
    if whole <= 0:
        return lower
    chances = {at: kinds * part / (whole + kinds) for at, part in lower.items()}
    for at, weight in row.items():
        assert _is_step(at)
        chances[at] = chances.get(at, 0.0) + weight / (whole + kinds)
    return chances


def _is_step(outcome: object) -> TypeGuard[int]:
    return type(outcome) is int
