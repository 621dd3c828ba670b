"""Chains: what comes after the last few steps.

Contexts of up to `ORDER` steps are counted, and each is believed as far as its own
evidence goes: what it lacks is filled in from the context one step shorter (Witten
and Bell's interpolation). All contexts that end in one step follow a change together.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from math import exp, isfinite, log
from typing import Any

from mockforge.learning.patterns.law import Law
from mockforge.learning.sequences.counts import Counts, Outcomes, Tracked
from mockforge.learning.sequences.notation import told, tracked
from mockforge.learning.sequences.steps import END, START, Step

ORDER = 5
"""Steps that are looked back at most."""

MOST_CONTEXTS = 40_000
"""Contexts that are counted; those with the least evidence go first."""

MOST_STEPS = 50_000
"""Steps that are told apart."""

COMMONEST = 100
"""Steps that are thought of after one that nothing is known of."""

_LEAST_GAP = 1e-4
_GRAIN = log(1.1)
_MOST_GRAINS = 240

Context = tuple[int, ...]
"""Steps by their numbers, the last one last."""


@dataclass(slots=True)
class Chain:
    """What follows what."""

    steps: list[Step] = field(default_factory=lambda: [START, END])
    branches: dict[int, Tracked] = field(default_factory=dict)
    """By the last step: of what came before it, what followed."""
    _numbers: dict[Step, int] = field(default_factory=dict)
    _fresh: dict[int, Counts] = field(default_factory=dict)
    _usual: list[tuple[float, int]] | None = None

    def number(self, step: Step) -> int | None:
        """Return the number of *step*; None if it is unknown and there is no room."""
        if not self._numbers:
            self._numbers = {step: at for at, step in enumerate(self.steps)}
        found = self._numbers.get(step)
        if found is None and len(self.steps) < MOST_STEPS:
            found = self._numbers[step] = len(self.steps)
            self.steps.append(step)
        return found

    def see(self, context: Context, next_: int, gap: float | None) -> None:
        """Take note that *next_* followed; `settle` takes it in.

        Args:
            context: The steps before it, up to ORDER of them.
            next_: The step.
            gap: Seconds between the last of them and it.
        """
        last = context[-1]
        counts = self._fresh.get(last)
        if counts is None:
            counts = self._fresh[last] = Counts()
        counts.witness()
        for start in range(len(context)):
            counts.count(context[start:-1], next_)
        if gap is not None:
            counts.count(("gap", next_), grain_of(gap))

    def settle(self, law: Law) -> None:
        """Take in what was seen since the last time."""
        for last, counts in self._fresh.items():
            branch = self.branches.get(last)
            if branch is None:
                branch = self.branches[last] = Tracked(Counts())
            branch.take(counts, law)
        self._fresh = {}
        self._usual = None
        self._prune()

    def fade(self, law: Law, endpoint: str | None = None) -> None:
        """Lose evidence, of what follows *endpoint* or of all."""
        for at, branch in self.branches.items():
            if endpoint is None or self.steps[at].endpoint == endpoint:
                branch.fade(law)
        self._usual = None

    @property
    def samples(self) -> float:
        """How often something followed something."""
        return sum(branch.samples for branch in self.branches.values())

    def next(self, context: Sequence[Step]) -> list[tuple[Step, float]]:
        """Return what comes after *context*, the likeliest first.

        Args:
            context: The steps of the session so far; none at its beginning.
        """
        known = [self._known(step) for step in (START, *context)][-ORDER:]
        chances = self._chances(known)
        whole = sum(chances.values()) or 1.0
        found = [(self.steps[at], part / whole) for at, part in chances.items()]
        return sorted(found, key=lambda one: (-one[1], str(one[0])))

    def after(self, context: Sequence[Step]) -> list[tuple[Step, float]]:
        """Return what was seen after the last of *context*, and how likely it is."""
        number = self._known(context[-1] if context else START)
        branch = self.branches.get(number) if number is not None else None
        mixed = branch.mixed(()) if branch is not None else {}
        found = [
            (self.steps[at], part) for at, part in mixed.items() if isinstance(at, int)
        ]
        return sorted(found, key=lambda one: (-one[1], str(one[0])))

    def _chances(self, known: list[int | None]) -> dict[int, float]:
        lower = self._base()
        if not known or known[-1] is None or known[-1] not in self.branches:
            return lower
        branch, mixed = self.branches[known[-1]], dict[int, float]()
        for number in range(len(branch.parts)):
            share, chances = 1.0, lower
            for length in range(len(known)):
                before = known[len(known) - 1 - length : -1]
                if None in before:
                    break
                share, row = branch.rows(tuple(before))[number]
                if not row:
                    break
                chances = _sharpened(row, chances)
            for at, part in chances.items():
                mixed[at] = mixed.get(at, 0.0) + share * part
        return mixed

    def usual(self) -> list[tuple[float, int]]:
        """Return how often each step was seen, the commonest first."""
        if self._usual is None:
            seen: dict[int, float] = {}
            for branch in self.branches.values():
                for share, row in branch.rows(()):
                    for at, weight in row.items():
                        assert isinstance(at, int)
                        seen[at] = seen.get(at, 0.0) + share * weight
            self._usual = sorted(((n, at) for at, n in seen.items()), reverse=True)
        return self._usual

    def _base(self) -> dict[int, float]:
        chosen = self.usual()[:COMMONEST]
        whole = sum(weight for weight, _ in chosen) or 1.0
        return {at: weight / whole for weight, at in chosen}

    def _known(self, step: Step) -> int | None:
        if not self._numbers:
            self.number(START)
        return self._numbers.get(step)

    def gap(self, step: Step, next_step: Step, u: float) -> float:
        """Return seconds from the end of *step* to *next_step*, the u-th quantile.

        Where the two were never seen together, that of whatever followed; 0.0 where
        nothing did.
        """
        number, after = self._known(step), self._known(next_step)
        branch = self.branches.get(number) if number is not None else None
        if branch is None:
            return 0.0
        grains = branch.mixed(("gap", after))
        if not grains:
            for cause in branch.causes:
                if isinstance(cause, tuple) and cause[:1] == ("gap",):
                    for grain, part in branch.mixed(cause).items():
                        weight = part * branch.total(cause)
                        grains[grain] = grains.get(grain, 0.0) + weight
        return quantile(grains, u)

    def forget(self, endpoint: str) -> set[int]:
        """Know nothing of *endpoint* any more; return the numbers of its steps."""
        gone = {at for at, step in enumerate(self.steps) if step.endpoint == endpoint}
        gone -= {0, 1}
        for last in gone & self.branches.keys():
            del self.branches[last]
        for counts in self._tables():
            for cause in list(counts.rows):
                assert isinstance(cause, tuple)
                row = counts.rows[cause]
                for at in gone & row.keys() if cause[:1] != ("gap",) else ():
                    del row[at]
                if gone.intersection(cause) or not row:
                    del counts.rows[cause]
        self._usual = None
        return gone

    def _tables(self) -> Iterator[Counts]:
        for branch in self.branches.values():
            yield from branch.tables

    def _prune(self) -> None:
        """Drop the long contexts with the least evidence, if there are too many."""
        tables = list(self._tables())
        if sum(len(counts.rows) for counts in tables) <= MOST_CONTEXTS:
            return
        every = [
            (sum(row.values()), -len(cause), number, repr(cause), cause)
            for number, counts in enumerate(tables)
            for cause, row in counts.rows.items()
            if isinstance(cause, tuple) and cause and cause[0] != "gap"
        ]
        every.sort(key=lambda one: one[:4])
        for _, _, number, _, cause in every[: len(every) // 3]:
            del tables[number].rows[cause]

    def to_json(self) -> Any:
        """Return this as JSON."""
        return {
            "steps": [list(step) for step in self.steps],
            "branches": [
                [at, *told(branch)] for at, branch in sorted(self.branches.items())
            ],
        }

    @classmethod
    def from_json(cls, kept: Any) -> Chain:
        """Return what `to_json` told."""
        steps = [Step(str(one[0]), int(one[1]), one[2]) for one in kept["steps"]]
        branches = {int(one[0]): tracked(one[1:]) for one in kept["branches"]}
        return cls(steps, branches)


def _sharpened(row: Outcomes, lower: dict[int, float]) -> dict[int, float]:
    """Return what *row* says, and where it says little, what *lower* does."""
    kinds, whole = len(row), sum(row.values())
    if whole <= 0:
        return lower
    chances = {at: kinds * part / (whole + kinds) for at, part in lower.items()}
    for at, weight in row.items():
        assert isinstance(at, int)
        chances[at] = chances.get(at, 0.0) + weight / (whole + kinds)
    return chances


def grain_of(gap: float) -> int:
    """Return which grain of time *gap* falls into; each is a tenth longer."""
    if not isfinite(gap) or gap <= _LEAST_GAP:
        return 0
    return min(_MOST_GRAINS, 1 + int(log(gap / _LEAST_GAP) / _GRAIN))


def quantile(grains: Outcomes, u: float) -> float:
    """Return the seconds below which a share *u* of *grains* is."""
    order = sorted((at, weight) for at, weight in grains.items() if isinstance(at, int))
    left = min(max(u, 0.0), 1.0) * sum(weight for _, weight in order)
    for at, weight in order:
        if left <= weight and weight > 0:
            within = left / weight
            return _LEAST_GAP * exp((at - 1 + within) * _GRAIN) if at else 0.0
        left -= weight
    return 0.0
