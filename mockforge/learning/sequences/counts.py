"""Counts: how often what came of what, and whether it has changed."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from math import erfc, isfinite, log, sqrt
from typing import Any

from mockforge.learning.patterns.following import Following
from mockforge.learning.patterns.law import Law

Outcomes = dict[Hashable, float]

ALARM = 2e-4
"""How seldom a change is told where there is none. Some fifty rows of counts are
looked at with one update: less than one update in a hundred is wrong then."""


class Counts:
    """How often each outcome came of each cause."""

    __slots__ = ("_samples", "rows")

    def __init__(self) -> None:
        self.rows: dict[Hashable, Outcomes] = {}
        self._samples = 0.0

    @property
    def samples(self) -> float:
        """How much evidence there is; what is set makes all of it count less."""
        return self._samples

    @samples.setter
    def samples(self, left: float) -> None:
        if self._samples > 0:
            scale = left / self._samples
            for outcomes in self.rows.values():
                for outcome in outcomes:
                    outcomes[outcome] *= scale
        self._samples = left

    def count(self, cause: Hashable, outcome: Hashable, weight: float = 1.0) -> None:
        """Take note that *outcome* came of *cause*."""
        row = self.rows.get(cause)
        if row is None:
            row = self.rows[cause] = {}
        row[outcome] = row.get(outcome, 0.0) + weight

    def witness(self, number: float = 1.0) -> None:
        """Take note that there is *number* more of what is to be followed."""
        self._samples += number

    def add(self, seen: Sequence[Counts]) -> None:
        """Take all of *seen* in."""
        for one in seen:
            self._samples += one.samples
            for cause, outcomes in one.rows.items():
                row = self.rows.setdefault(cause, {})
                for outcome, weight in outcomes.items():
                    row[outcome] = row.get(outcome, 0.0) + weight

    def differs(self, seen: Sequence[Counts]) -> bool:
        """Whether *seen* can hardly be more of the same.

        Only what `is_telling` is looked at: the rest follows from it, or is so rare
        that it tells nothing.
        """
        pairs = [
            (self.rows[cause], outcomes)
            for one in seen
            for cause, outcomes in one.rows.items()
            if is_telling(cause) and cause in self.rows
        ]
        return bool(pairs) and differ(pairs) < ALARM


def is_telling(cause: Hashable) -> bool:
    """Whether a change is told by what came of *cause*.

    That is the last step alone, or a variant that was left.
    """
    return cause == () or (isinstance(cause, tuple) and cause[0] == "run")


def differ(pairs: Iterable[tuple[Mapping[Hashable, float], Outcomes]]) -> float:
    """Return how likely such differences are where nothing has changed.

    It is the likelihood ratio of two samples of the same outcomes (a G test), with
    half an observation taken from every surprise: one rare thing is no change.
    """
    statistic, degrees = 0.0, 0
    for before, after in pairs:
        olds, news = sum(before.values()), sum(after.values())
        if olds <= 0 or news <= 0:
            continue
        names = before.keys() | after.keys()
        degrees += len(names) - 1
        for name in names:
            for seen, size in ((before, olds), (after, news)):
                whole = before.get(name, 0.0) + after.get(name, 0.0)
                expected = whole * size / (olds + news)
                statistic += _surprise(seen.get(name, 0.0), expected)
    return beyond(statistic, degrees)


def _surprise(seen: float, expected: float) -> float:
    off = max(0.0, abs(seen - expected) - 0.5)
    if off == 0.0:
        return 0.0
    told = expected + off if seen > expected else expected - off
    return 2.0 * ((told * log(told / expected) if told > 0 else 0.0) - told + expected)


def beyond(statistic: float, degrees: int) -> float:
    """Return how likely a chi-square of so many *degrees* is more than *statistic*."""
    if degrees <= 0 or statistic <= 0:
        return 1.0
    # Wilson and Hilferty: its cube root is nearly normal.
    part = 2.0 / (9.0 * degrees)
    place = ((statistic / degrees) ** (1 / 3) - (1.0 - part)) / sqrt(part)
    return 0.5 * erfc(place / sqrt(2.0))


class Tracked(Following[Counts, Counts]):
    """Counts that follow a change, and what is too little yet to tell one by."""

    __slots__ = ("waiting",)

    def __init__(
        self, old: Counts, new: Counts | None = None, share: float = 0.0
    ) -> None:
        super().__init__(old, new, share)
        self.waiting = Counts()
        """What was seen since the last update."""

    @property
    def samples(self) -> float:
        """How much evidence there is, with what waits."""
        return super().samples + self.waiting.samples

    def settle(self, law: Law) -> None:
        """Take in what waits, if that is enough to tell a change by."""
        if self.waiting.samples >= law.min_samples:
            self.update([self.waiting], law, Counts())
            self.waiting = Counts()

    def fade(self, law: Law) -> None:
        """Lose evidence."""
        super().fade(law)
        self.waiting.samples *= 1.0 - law.decay

    def rows(self, cause: Hashable) -> list[tuple[float, Outcomes]]:
        """Return what came of *cause*, by the shares of what was and of what is.

        What waits counts towards the latest.
        """
        parts = self.parts
        found = [(share, dict(part.rows.get(cause, ()))) for share, part in parts]
        latest = found[-1][1]
        for outcome, weight in self.waiting.rows.get(cause, {}).items():
            latest[outcome] = latest.get(outcome, 0.0) + weight
        return found

    def knows(self, cause: Hashable) -> bool:
        """Whether anything came of *cause*."""
        if cause in self.waiting.rows or cause in self.old.rows:
            return True
        return self.new is not None and cause in self.new.rows

    def seen(self, cause: Hashable, outcome: Hashable) -> float:
        """Return how often *outcome* came of *cause*, before and now."""
        before, now = self.old.rows.get(cause), self.waiting.rows.get(cause)
        found = before.get(outcome, 0.0) if before is not None else 0.0
        found += now.get(outcome, 0.0) if now is not None else 0.0
        if self.new is not None and cause in self.new.rows:
            found += self.new.rows[cause].get(outcome, 0.0)
        return found

    def mixed(self, cause: Hashable) -> Outcomes:
        """Return how likely each outcome of *cause* is; empty if none is known."""
        return mixed(self.rows(cause))

    def total(self, cause: Hashable) -> float:
        """Return how much evidence there is of *cause*."""
        return sum(sum(row.values()) for _, row in self.rows(cause))

    @property
    def causes(self) -> list[Hashable]:
        """Everything that something came of."""
        known: dict[Hashable, None] = {}
        for part in (*(part for _, part in self.parts), self.waiting):
            known.update(dict.fromkeys(part.rows))
        return list(known)

    @property
    def tables(self) -> list[Counts]:
        """All that it is made of."""
        return [*(part for _, part in self.parts), self.waiting]


def mixed(rows: Sequence[tuple[float, Outcomes]]) -> Outcomes:
    """Return how likely each outcome is, by rows with their shares."""
    found: Outcomes = {}
    for share, row in rows:
        whole = sum(row.values())
        for outcome, weight in row.items() if whole > 0 else ():
            found[outcome] = found.get(outcome, 0.0) + share * weight / whole
    whole = sum(found.values())
    return {name: part / whole for name, part in found.items()} if whole > 0 else {}


def drawn(outcomes: Mapping[Any, float], u: float) -> Any:
    """Return one of *outcomes*, each as likely as it is, for a *u* from 0 to 1."""
    left = (u if isfinite(u) else 0.5) * sum(outcomes.values())
    name: Any = None
    for name in sorted(outcomes, key=repr):
        left -= outcomes[name]
        if left < 0:
            break
    return name
