"""Chains: failures drawn one after the other, as often and in such bursts as seen.

The states are the outcomes, of which one is to be well. How often each is drawn in the
long run is its share of what was seen; how one follows another is as it was seen, if
that can hardly be chance, and else by those shares alone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from mockforge.learning.failures.outcomes import WELL
from mockforge.learning.failures.statistics import same_share
from mockforge.learning.failures.tally import OUTCOMES, Pairs, Tally, failed_after

Joint: TypeAlias = dict[str, dict[str, float]]
"""How likely one outcome is followed by another: of all pairs, and they sum to one."""

_CHANCE = 0.005
"""How seldom neighbours are alike by chance where they are taken to be in a burst."""

_ROUNDS = 200
_CLOSE = 1e-10


@dataclass(frozen=True, slots=True)
class Chain:
    """What is drawn after what."""

    shares: Mapping[str, float]
    """How often each outcome comes in the long run."""
    follows: Mapping[str, Mapping[str, float]]
    """How likely each comes after each."""

    @classmethod
    def of(cls, parts: Sequence[tuple[float, Tally]]) -> Chain:
        """Return what *parts*, each with its share in the whole, come to."""
        whole: Joint = {}
        for weight, tally in parts:
            for before, row in joint(tally).items():
                mine = whole.setdefault(before, {})
                for after, likely in row.items():
                    mine[after] = mine.get(after, 0.0) + weight * likely
        total = sum(sum(row.values()) for row in whole.values())
        if not total > 0.0:
            return cls({WELL: 1.0}, {WELL: {WELL: 1.0}})
        shares = {before: sum(row.values()) / total for before, row in whole.items()}
        follows = {
            before: {after: likely / sum(row.values()) for after, likely in row.items()}
            for before, row in whole.items()
            if sum(row.values()) > 0.0
        }
        return cls(shares, follows)

    @property
    def failing(self) -> float:
        """How often a request fails in the long run."""
        return sum(share for outcome, share in self.shares.items() if outcome != WELL)

    @property
    def burst(self) -> float:
        """How many requests one after the other fail, on average; 0.0 if none do."""
        begins = 0.0
        for outcome, likely in self.follows.get(WELL, {}).items():
            if outcome != WELL:
                begins += likely * self.shares.get(WELL, 0.0)
        return self.failing / begins if begins > 0.0 else 0.0

    @property
    def is_bursty(self) -> bool:
        """Whether a failure makes the next more likely."""
        apart = 1.0 - self.failing
        return apart > 0.0 and self.burst * apart > 1.0 + 1e-6

    def draw(self, before: str | None, u: float) -> str:
        """Return the next outcome.

        Args:
            before: The one before; None if this is the first.
            u: From 0 to 1, exclusive.
        """
        row = self.shares if before is None else self.follows.get(before, self.shares)
        # What is well comes last, so that nothing fails by a rounding error.
        for outcome in sorted(row, reverse=True):
            u -= row[outcome]
            if u < 0.0:
                return outcome
        return WELL


def joint(tally: Tally) -> Joint:
    """Return how likely each outcome is followed by each, by *tally*."""
    shares = _shares(tally)
    pairs = _pairs(tally)
    if pairs is None:
        return {a: {b: shares[a] * shares[b] for b in shares} for a in shares}
    return _fitted(shares, pairs)


def _shares(tally: Tally) -> dict[str, float]:
    counts = {outcome: count for outcome, count in tally.counts.items() if count > 0.0}
    total = sum(counts.values())
    failures = sorted((name for name in counts if name), key=lambda one: -counts[one])
    failing = sum(counts[name] for name in failures)
    kept = failures[:OUTCOMES]
    told = sum(counts[name] for name in kept)
    shares = {name: counts[name] / told * failing / total for name in kept}
    if counts.get(WELL):
        shares[WELL] = counts[WELL] / total
    return shares


def _pairs(tally: Tally) -> Pairs | None:
    """Return the neighbours that depend on one another most; None if none do."""
    best, found = 0.0, None
    for pairs in (tally.arrived, tally.in_session):
        (well, begun), (ended, on) = failed_after(pairs)
        if not on + ended or not well + begun:
            continue
        if same_share((on, on + ended), (begun, well + begun)) >= _CHANCE:
            continue
        apart = abs(on / (on + ended) - begun / (well + begun))
        if apart > best:
            best, found = apart, pairs
    return found


def _fitted(shares: Mapping[str, float], pairs: Pairs) -> Joint:
    """Return the chain with these *shares* in the long run that is most like *pairs*.

    Rows and columns are scaled in turn until both sum to the shares (Deming and
    Stephan 1940), which keeps the ratios of odds as they were seen.
    """
    table = {
        a: {b: pairs.get((a, b), 0.0) + shares[a] * shares[b] for b in shares}
        for a in shares
    }
    for _ in range(_ROUNDS):
        for a, row in table.items():
            scale = shares[a] / sum(row.values())
            for b in row:
                row[b] *= scale
        off = 0.0
        for b, share in shares.items():
            column = sum(row[b] for row in table.values())
            off = max(off, abs(column / share - 1.0))
            for row in table.values():
                row[b] *= share / column
        if off < _CLOSE:
            break
    return table
