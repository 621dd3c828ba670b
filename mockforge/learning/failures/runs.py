"""Runs: the same request failing the same way again and again, and what that tells.

A request that a failure met by chance is soon answered well; one that causes it is
not. How often it failed counts by occasions: what failed twice while nothing else was
answered well in between tells no more than what failed once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

_STAYS = 0.95
"""How likely a failure that its request causes is there again the next time."""

_SUSPECTED = {"500": 0.25}
"""How likely a failure seen again is caused, before anything is known of it."""
_SELDOM = 0.05

_PRIOR = 4.0
"""By how many observations such a beginning counts."""

_EVEN = 0.5
_SURE = 0.75
"""How likely a failure is caused that is taken for it."""

_ROUNDS = 12
_LONGEST = 20
"""Occasions after which more tell nothing more."""


@dataclass(slots=True, eq=False)
class Run:
    """One request, failing in one way."""

    outcome: str
    session: str
    """Whose it was last."""
    wells: int
    """How much of the endpoint had been answered well when it failed last."""
    own: int = 0
    """The same of that session alone, since the beginning of the batch."""
    batch: int = 0
    """The batch in which it failed last."""
    occasions: int = 1
    count: int = 0
    charged: int = 0
    """As many of them count as random."""
    closed: bool = False
    """The request was answered well afterwards."""

    def to_json(self) -> list[Any]:
        """Return this as a JSON document."""
        told = [self.outcome, self.session, self.wells]
        return [*told, self.occasions, self.count, self.charged]

    @classmethod
    def from_json(cls, told: list[Any]) -> Run:
        """Return what `to_json` told."""
        outcome, session, *numbers = told
        wells, occasions, count, charged = (int(number) for number in numbers)
        return cls(
            *(str(outcome), str(session), wells),
            batch=-1,
            occasions=max(occasions, 1),
            count=count,
            charged=charged,
        )


@dataclass(slots=True)
class Suspicion:
    """Which runs are caused, as all runs of an endpoint tell together."""

    again: float = 0.5
    """How likely a failure met by chance is met again by the same request."""
    caused: Counter[str] = field(default_factory=Counter)
    """How many of those that tell something are caused, by outcome."""
    telling: Counter[str] = field(default_factory=Counter)
    """How many tell something."""
    closed: dict[tuple[str, int], int] = field(default_factory=dict)
    """How many ended, by outcome and occasions."""

    def end(self, run: Run) -> None:
        """Count *run*, which ended."""
        place = run.outcome, min(run.occasions, _LONGEST)
        self.closed[place] = self.closed.get(place, 0) + 1

    def weigh(self, open_runs: Iterable[Run], failed: int, seen: int) -> None:
        """Estimate anew how runs begin and go on.

        Args:
            open_runs: Those that have not ended.
            failed: How much of the endpoint failed so that it may pass.
            seen: How much of it was seen.
        """
        cells: dict[tuple[str, int, bool], int] = {}
        for (outcome, occasions), count in self.closed.items():
            cells[outcome, occasions, True] = count
        for run in open_runs:
            if run.occasions > 1:
                place = run.outcome, min(run.occasions, _LONGEST), False
                cells[place] = cells.get(place, 0) + 1
        self.again = share = (failed + 0.5) / (seen + 1.0)
        self.caused, self.telling = Counter(), Counter()
        for (outcome, _, _), count in cells.items():
            self.telling[outcome] += count
        if not any(many > 1 for _, many, _ in cells):
            return
        for _ in range(_ROUNDS):
            share = self._round(cells, share, failed, seen)

    def _round(
        self,
        cells: Mapping[tuple[str, int, bool], int],
        share: float,
        failed: int,
        seen: int,
    ) -> float:
        gone_on = ended = found = 0.0
        caused: dict[str, float] = {}
        for (outcome, occasions, is_closed), count in cells.items():
            likely = self.likely(outcome, occasions, is_closed=is_closed)
            caused[outcome] = caused.get(outcome, 0.0) + likely * count
            found += likely * count * occasions
            gone_on += (1.0 - likely) * count * (occasions - 1)
            ended += (1.0 - likely) * count * is_closed
        share = max(failed - found, 0.5) / max(seen - found, 1.0)
        self.caused = Counter()
        self.caused.update(caused)
        total = _PRIOR + gone_on + ended
        self.again = min((_PRIOR * min(share, 1.0) + gone_on) / total, 0.999)
        return share

    def likely(self, outcome: str, occasions: int, *, is_closed: bool) -> float:
        """Return how likely such a run is caused by its request, 0 to 1."""
        begins = _PRIOR * _SUSPECTED.get(outcome, _SELDOM) + self.caused[outcome]
        begins /= _PRIOR + self.telling[outcome]
        goes_on = min(occasions, _LONGEST) - 1
        caused = begins * _STAYS**goes_on
        chance = (1.0 - begins) * self.again**goes_on
        if is_closed:
            caused *= 1.0 - _STAYS
            chance *= 1.0 - self.again
        return caused / (caused + chance) if caused > 0.0 else 0.0

    def is_caused(self, run: Run) -> bool:
        """Whether the request of *run* is what makes it fail.

        Once is enough only where nearly all that fail so do it again and again.
        """
        least = _EVEN if run.occasions > 1 else _SURE
        return self.likely(run.outcome, run.occasions, is_closed=run.closed) > least

    def to_json(self) -> list[Any]:
        """Return this as a JSON document."""
        return [[*place, count] for place, count in sorted(self.closed.items())]

    @classmethod
    def from_json(cls, told: list[Any]) -> Suspicion:
        """Return what `to_json` told."""
        closed = {(str(out), int(many)): int(count) for out, many, count in told}
        return cls(closed=closed)
