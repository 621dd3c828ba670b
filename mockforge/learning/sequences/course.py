"""A course: what is known of how the things of one endpoint change, and go on."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from mockforge.learning.patterns.law import Law
from mockforge.learning.sequences.counts import (
    ALARM,
    Outcomes,
    Tracked,
    differ,
    drawn,
)

Variant = tuple[int, str | None]
"""A status and a state."""

ITSELF = "by itself"
FIRST, LATER = "first", "later"

BY_ITSELF = 0.8
"""The share of changes that no write came before, from which on a thing is polled."""

OPENING = 4.0
"""How much likelier a failure is at first than later, if it belongs to a beginning."""


@dataclass(frozen=True, slots=True)
class Course:
    """How the things of one endpoint go from state to state."""

    table: Tracked

    @property
    def moves(self) -> float:
        """How often one went on by itself."""
        causes = [("moved", *variant) for variant in self.variants]
        rows = [row for cause in causes for _, row in self.table.rows(cause)]
        return sum(row.get(ITSELF, 0.0) for row in rows)

    def polls(self, law: Law) -> bool:
        """Whether clients ask for it until it is done, as far as is known."""
        return law.applies(self.moves) and any(map(self.goes_on, self.variants))

    def goes_on(self, variant: Variant) -> bool:
        """Whether what is of *variant* becomes something else by itself."""
        moved = self.table.mixed(("moved", *variant))
        return moved.get(ITSELF, 0.0) >= BY_ITSELF

    def retries(self, status: int, law: Law) -> bool:
        """Whether it is known how often one asks again after *status*."""
        return law.applies(self.table.total(("run", status)))

    def opens(self, status: int, law: Law) -> bool:
        """Whether *status* comes when a thing is first asked for, hardly ever later.

        What comes by chance comes whenever it likes.
        """
        if not self.retries(status, law):
            return False
        first, later = (_parted(self.table, when, status) for when in (FIRST, LATER))
        if min(sum(first.values()), sum(later.values())) < law.min_samples:
            return False
        share = later[True] / sum(later.values())
        is_more = first[True] / sum(first.values()) > OPENING * share
        return is_more and differ([(later, first)]) < ALARM

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


def _parted(table: Tracked, when: str, status: int) -> Outcomes:
    found: Outcomes = {True: 0.0, False: 0.0}
    for _, row in table.rows((when,)):
        for outcome, weight in row.items():
            found[outcome == status] += weight
    return found


def _lengths(outcomes: Outcomes) -> dict[int, float]:
    found: dict[int, float] = {}
    for outcome, part in outcomes.items():
        assert isinstance(outcome, tuple)
        found[outcome[0]] = found.get(outcome[0], 0.0) + part
    return dict(sorted(found.items()))
