"""What learns the failures of endpoints: how often, in which bursts, and which kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from math import isfinite
from typing import Any

from mockforge.learning.failures.chain import Chain
from mockforge.learning.failures.outcomes import WELL
from mockforge.learning.failures.statistics import wilson
from mockforge.learning.failures.tally import Last, Tally
from mockforge.learning.failures.telling import Telling
from mockforge.learning.patterns.following import Following
from mockforge.learning.patterns.law import Law
from mockforge.learning.patterns.observation import Observation
from mockforge.learning.patterns.part import Shown, Subject
from mockforge.options import Json

PLOTTED = 24
"""Updates whose rates are told."""


class _Known:
    """What is known of one subject."""

    __slots__ = ("caused", "chain", "following", "last", "rates", "telling")

    def __init__(self) -> None:
        self.telling = Telling()
        self.following: Following[Tally, Tally] = Following(Tally())
        self.last = Last()
        self.caused: Counter[str] = Counter()
        self.rates: list[float] = []
        """The share that failed at random, of each of the last updates."""
        self.chain: Chain | None = None
        """What all of it comes to, once it was asked for."""


class Failures:
    """The failures that endpoints give at random, and those that requests cause."""

    kind = "errors"

    def __init__(self) -> None:
        self._known: dict[Subject, _Known] = {}
        self._told: dict[Subject, list[Any]] = {}
        """What was kept of those that nobody has asked for yet."""

    def update(self, subject: Subject, seen: Sequence[Observation], law: Law) -> None:
        """Take in what was seen of *subject* since its last update, in order of end."""
        known = self._find(subject)
        if known is None:
            known = self._known[subject] = _Known()
        told = known.telling.tell(seen)
        # A burst is of requests that came one after the other. Those of several clients
        # at once end in another order: what is slow ends behind what came later.
        tally = None
        if told.marks.count(WELL) == len(seen):
            tally = Tally.well([one.session for one in seen], known.last)
        if tally is None:
            marked = sorted(zip(seen, told.marks, strict=True), key=_arrival)
            tally = Tally.of(((one.session, mark) for one, mark in marked), known.last)
        known.caused.update(told.caused)
        for outcome, count in told.late.items():
            if count:
                known.following.parts[-1][1].move(outcome, count)
                known.caused[outcome] = max(known.caused[outcome] - count, 0)
        known.chain = None
        samples = tally.samples
        if not samples:
            return
        known.following.update([tally], law, Tally())
        known.rates.append(round(tally.failed / samples, 4))
        del known.rates[:-PLOTTED]

    def fade(self, subject: Subject, law: Law) -> None:
        """Lose evidence of *subject*, which is silent for longer than is usual."""
        known = self._find(subject)
        if known is not None:
            known.following.fade(law)

    def forget(self, subject: Subject) -> None:
        """Know nothing of *subject* any more."""
        self._known.pop(subject, None)
        self._told.pop(subject, None)

    def chain(self, subject: Subject, law: Law) -> Chain | None:
        """Return how failures of *subject* are drawn, None if too little is known.

        A persona of whom too little is known fails as everybody does.
        """
        known = self._find(subject)
        if known is None or not law.applies(known.following.samples):
            if subject.persona is None:
                return None
            return self.chain(Subject(subject.endpoint), law)
        return _chain(known)

    def draw(self, subject: Subject, before: str | None, u: float, law: Law) -> str:
        """Return how the next request of *subject* fails; "" if it does not.

        Args:
            subject: Whose.
            before: What this returned for the request before it, of the same session;
                None if this is the first.
            u: From 0 to 1, exclusive.
            law: When what was learned is applied.
        """
        chain = self.chain(subject, law)
        return WELL if chain is None else chain.draw(before, u)

    def fails(self, endpoint: str, law: Law) -> bool:
        """Whether anything of *endpoint* is ever drawn to fail."""
        chain = self.chain(Subject(endpoint), law)
        return chain is not None and chain.failing > 0.0

    def shown(self, law: Law) -> Iterable[Shown]:
        """Yield every pattern, also those that are not applied yet."""
        subjects = {*self._known, *self._told}
        for subject in sorted(subjects, key=lambda one: (one[0], one[1] or "")):
            known = self._find(subject)
            if known is None:
                continue
            samples = known.following.samples
            chain = _chain(known)
            yield Shown(
                *(self.kind, subject, samples, law.confidence(samples)),
                told=_told(chain, known.caused),
                plot=tuple(known.rates) if any(known.rates) else (),
                detail=_detail(chain, known),
                changing=known.following.share,
            )

    def to_json(self) -> Json:
        """Return this as JSON, short: there may be ten thousand endpoints."""
        known = [
            [
                *(subject.endpoint, subject.persona),
                known.following.old.to_json(),
                None if known.following.new is None else known.following.new.to_json(),
                round(known.following.share, 6),
                known.telling.to_json(),
                {outcome: count for outcome, count in known.caused.items() if count},
                list(known.rates) if any(known.rates) else len(known.rates),
                [known.last.outcome, dict(known.last.failed)],
            ]
            for subject, known in self._known.items()
        ]
        rest = [[*subject, *told] for subject, told in self._told.items()]
        return [*known, *rest]

    @classmethod
    def from_json(cls, told: Any) -> Failures:
        """Return what `to_json` told; what cannot be read of it is not known."""
        made = cls()
        for each in told if isinstance(told, list) else ():
            if isinstance(each, list) and len(each) > 2 and isinstance(each[0], str):
                persona = each[1] if isinstance(each[1], str) else None
                made._told[Subject(each[0], persona)] = each[2:]
        return made

    def _find(self, subject: Subject) -> _Known | None:
        known = self._known.get(subject)
        if known is None and subject in self._told:
            try:
                known = _read(*self._told.pop(subject))
            except (TypeError, ValueError, AttributeError, OverflowError):
                return None
            self._known[subject] = known
        return known


def _arrival(marked: tuple[Observation, str | None]) -> tuple[float, int]:
    one = marked[0]
    return one.started if isfinite(one.started) else 0.0, one.id


def _read(  # noqa: PLR0913 - what `to_json` wrote of one subject
    old: Any, new: Any, share: Any, telling: Any, caused: Any, rates: Any, last: Any
) -> _Known:
    known = _Known()
    known.following = Following(
        Tally.from_json(old),
        None if new is None else Tally.from_json(new),
        min(max(float(share), 0.0), 1.0) if new is not None else 0.0,
    )
    known.telling = Telling.from_json(telling)
    known.caused = Counter({str(out): int(count) for out, count in caused.items()})
    if isinstance(rates, int):
        known.rates = [0.0] * min(max(rates, 0), PLOTTED)
    else:
        known.rates = [min(max(float(rate), 0.0), 1.0) for rate in rates[-PLOTTED:]]
    outcome, failed = last
    known.last.outcome = None if outcome is None else str(outcome)
    known.last.failed = {str(session): str(told) for session, told in failed.items()}
    return known


def _chain(known: _Known) -> Chain:
    if known.chain is None:
        known.chain = Chain.of(known.following.parts)
    return known.chain


def _told(chain: Chain, caused: Counter[str]) -> str:
    rates = sorted(
        ((share, name) for name, share in chain.shares.items() if name and share > 0),
        reverse=True,
    )
    told = ", ".join(f"{_percent(share)} {name}" for share, name in rates)
    if chain.is_bursty:
        told += f", bursts of {chain.burst:.1f}"
    names = sorted(name for name, count in caused.items() if count > 0)
    if names:
        told += f"{'; ' if told else ''}caused: {', '.join(names)}"
    return told or "none"


def _percent(share: float) -> str:
    return f"{share * 100:.2g} %" if share < 0.0995 else f"{share * 100:.0f} %"


def _detail(chain: Chain, known: _Known) -> dict[str, Json]:
    counts: Counter[str] = Counter()
    for _, tally in known.following.parts:
        counts.update({name: count for name, count in tally.counts.items() if name})
    samples = known.following.samples
    rates: dict[str, Json] = {}
    for name in sorted(counts):
        if counts[name] > 0:
            low, high = wilson(counts[name], samples)
            rates[name] = {
                "rate": round(chain.shares.get(name, 0.0), 8),
                "low": round(low, 8),
                "high": round(high, 8),
                "count": round(counts[name], 3),
            }
    return {
        "rate": round(chain.failing, 8),
        "burst": round(chain.burst, 4),
        "random": rates,
        "caused": {name: count for name, count in known.caused.items() if count > 0},
    }
