"""The account an engine keeps of what it did, for the report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from mockforge.sources.misses import NoMatch

MISSES_KEPT = 1000
"""Misses told one by one; what comes after is counted."""

GAPS_KEPT = 100
"""Different sentences on what is missing; it says as much as a thousand would."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """A request that no recording answered and the upstream was asked."""

    miss: NoMatch
    status: int | None
    """None when the upstream did not answer either."""


@dataclass(slots=True)
class Ledger:
    """What an engine has done so far."""

    seen: int = 0
    answered: Counter[str] = field(default_factory=Counter)
    """Answers by source, recorded ones by tier."""
    misses: list[NoMatch] = field(default_factory=list)
    """The first thousand; *missed* counts them all."""
    missed: int = 0
    fetched: list[Fetched] = field(default_factory=list)
    """The first thousand requests the upstream was asked instead of a recording."""
    gaps: list[str] = field(default_factory=list)
    """What is missing from this account, a sentence each."""
    recorded: int = 0
    failed: int = 0
    """Exchanges that ended without a whole response."""

    settle: list[Callable[[], None]] = field(default_factory=list)
    """Called before *used* is read, by who counts beside the ledger with `use`."""
    _used: dict[tuple[str, int], int] = field(default_factory=dict)

    @property
    def used(self) -> dict[tuple[str, int], int]:
        """How often each (recording, exchange id) was served."""
        for each in self.settle:
            each()
        return self._used

    def keep(self, miss: NoMatch) -> None:
        """Tell of *miss*, if there is room."""
        if len(self.misses) < MISSES_KEPT:
            self.misses.append(miss)

    def fetch(self, miss: NoMatch, status: int | None) -> None:
        """Tell that the upstream was asked, if there is room.

        Args:
            miss: Why it was.
            status: Of what it said; None if it said nothing.
        """
        if len(self.fetched) < MISSES_KEPT:
            self.fetched.append(Fetched(miss, status))

    def lack(self, what: str) -> None:
        """Tell once that *what* is missing from this account, if there is room."""
        if what not in self.gaps and len(self.gaps) < GAPS_KEPT:
            self.gaps.append(what)

    def use(self, place: tuple[str, int], times: int = 1) -> None:
        """Count that the exchange at *place* was served."""
        self._used[place] = self._used.get(place, 0) + times
