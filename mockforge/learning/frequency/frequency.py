"""How often each endpoint is asked, and how a session spaces its requests."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from operator import attrgetter

from mockforge.learning.frequency.arrivals import (
    ENOUGH_DAYS,
    Arrivals,
    GapsNow,
    Sessions,
)
from mockforge.learning.frequency.gaps import mean, mixed, quantile
from mockforge.learning.patterns.law import Law
from mockforge.learning.patterns.observation import Observation
from mockforge.learning.patterns.part import Shown, Subject
from mockforge.options import Json

EVERYTHING = "*"
PAUSED = 300.0
LONGER = 20.0
"""A gap that is longer than both PAUSED seconds and LONGER times what nineteen of
twenty gaps are below is a pause of the traffic, and no part of its rate."""


class Frequency:
    """Arrivals by endpoint and persona, and the pace of sessions."""

    kind = "frequency"

    def __init__(self) -> None:
        self._arrivals: dict[Subject, Arrivals | list[Json]] = {}
        # Of ten thousand endpoints few are asked for: a list is read when it is wanted.
        self._sessions: dict[str | None, Sessions] = {}

    def update(self, subject: Subject, seen: Sequence[Observation], law: Law) -> None:
        """Take in what was seen of *subject* since its last update."""
        usable = [one for one in seen if math.isfinite(one.started + one.elapsed)]
        usable.sort(key=attrgetter("started"))
        known = self._known(subject)
        if known is None:
            known = self._arrivals[subject] = Arrivals()
        known.take([one.started for one in usable], law)
        if subject.endpoint == EVERYTHING:
            pace = self._sessions.setdefault(subject.persona, Sessions())
            pace.take(usable, law)

    def fade(self, subject: Subject, law: Law) -> None:
        """Lose evidence of *subject*, which is silent for longer than is usual."""
        if (known := self._known(subject)) is not None:
            known.fade(law)
        pace = self._sessions.get(subject.persona)
        if pace is None:
            return
        if subject.endpoint == EVERYTHING:
            pace.begins.fade(law)
        elif (waits := pace.waits.get(subject.endpoint)) is not None:
            waits.fade(law)

    def forget(self, subject: Subject) -> None:
        """Know nothing of *subject* any more."""
        self._arrivals.pop(subject, None)
        if subject.endpoint == EVERYTHING:
            self._sessions.pop(subject.persona, None)
        elif (pace := self._sessions.get(subject.persona)) is not None:
            pace.waits.pop(subject.endpoint, None)

    def gap(self, subject: Subject, u: float, law: Law) -> float | None:
        """Return the seconds from one request of *subject* to the next, of any client.

        Args:
            subject: An endpoint, or `*`; a persona without a pattern is everybody.
            u: The share of gaps below it, 0 to 1.
            law: Says whether enough was seen.

        Returns:
            None where too little was seen.
        """
        return _drawn(self._applied(subject, law), u)

    def wait(self, subject: Subject, u: float, law: Law) -> float | None:
        """Return the seconds that a session waits before it asks *subject*.

        They count from the end of the answer before. The arguments are those of `gap`;
        for `*`, or an endpoint of which too little was seen, it is before any request.
        """
        for persona in dict.fromkeys((subject.persona, None)):
            pace = self._sessions.get(persona)
            if pace is None:
                continue
            own = pace.waits.get(subject.endpoint)
            if own is not None and law.applies(own.samples):
                return _drawn(mixed(own.parts), u)
            shares = _together(pace.waits)
            if law.applies(sum(waits.samples for waits in pace.waits.values())):
                return _drawn(shares, u)
        return None

    def rate(self, subject: Subject, law: Law) -> float | None:
        """Return the requests a minute while there is traffic; None as in `gap`."""
        return _rate(self._applied(subject, law))

    def sessions(self, law: Law, persona: str | None = None) -> float | None:
        """Return the sessions that begin in a minute; None as in `gap`."""
        pace = self._sessions.get(persona)
        if pace is None or not law.applies(pace.begins.gaps.samples):
            return None
        return _rate(mixed(pace.begins.gaps.parts))

    def hours(self, subject: Subject, law: Law) -> tuple[float, ...] | None:
        """Return the share of each hour of the day, UTC.

        None where less than ENOUGH_DAYS days, or too few requests, were seen.
        """
        known = self._known(subject)
        total = sum(known.hours) if known is not None else 0.0
        if known is None or len(known.days) < ENOUGH_DAYS or not law.applies(total):
            return None
        return tuple(count / total for count in known.hours)

    def shown(self, law: Law) -> Iterator[Shown]:
        """Yield every pattern, also those that are not applied yet."""
        for subject in sorted(self._arrivals, key=_name):
            known = self._known(subject)
            assert known is not None
            shares = mixed(known.gaps.parts)
            yield Shown(
                self.kind,
                subject,
                known.gaps.samples,
                law.confidence(known.gaps.samples),
                _said(shares),
                self._plot(subject, shares, law),
                self._detail(subject, shares, law),
                known.gaps.share,
            )

    def to_json(self) -> Json:
        """Return this as JSON."""
        return {
            "arrivals": [
                [*subject, known if isinstance(known, list) else known.to_json()]
                for subject in sorted(self._arrivals, key=_name)
                for known in (self._arrivals[subject],)
            ],
            "sessions": [
                [persona, self._sessions[persona].to_json()]
                for persona in sorted(self._sessions, key=str)
            ],
        }

    @classmethod
    def from_json(cls, told: Json) -> Frequency:
        """Return what `to_json` told.

        Raises:
            ValueError: If it is something else.
        """
        found = cls()
        try:
            for endpoint, persona, known in told["arrivals"]:
                subject = Subject(endpoint, persona)
                if not isinstance(known, list):
                    raise TypeError("arrivals are told in a list")
                found._arrivals[subject] = known
            for persona, pace in told["sessions"]:
                found._sessions[persona] = Sessions.from_json(pace)
        except (KeyError, TypeError, IndexError, AttributeError) as error:
            raise ValueError(f"this is no frequency: {error!r}") from error
        return found

    def _known(self, subject: Subject) -> Arrivals | None:
        found = self._arrivals.get(subject)
        if isinstance(found, list):
            try:
                found = Arrivals.from_json(found)
            except (ValueError, TypeError, IndexError, OverflowError):
                # Damaged: it is as if nothing had been seen.
                found = Arrivals()
            self._arrivals[subject] = found
        return found

    def _applied(self, subject: Subject, law: Law) -> dict[int, float]:
        """Return the gaps of *subject*, or of everybody, if enough were seen."""
        for each in dict.fromkeys((subject, Subject(subject.endpoint))):
            known = self._known(each)
            if known is not None and law.applies(known.gaps.samples):
                return mixed(known.gaps.parts)
        return {}

    def _plot(
        self, subject: Subject, shares: Mapping[int, float], law: Law
    ) -> tuple[float, ...]:
        """Return the hours of the day, or else the lengths of gaps, by tens."""
        if (hours := self.hours(subject, law)) is not None:
            return hours
        if not shares:
            return ()
        first, last = min(shares), max(shares)
        width = max(1, math.ceil((last - first + 1) / 12))
        found = [0.0] * ((last - first) // width + 1)
        for at, share in shares.items():
            found[(at - first) // width] += share
        return tuple(found)

    def _detail(
        self, subject: Subject, shares: Mapping[int, float], law: Law
    ) -> dict[str, Json]:
        detail: dict[str, Json] = {"per_minute": _rate(shares)}
        for name, u in (("p50", 0.5), ("p95", 0.95)):
            detail[f"gap_{name}"] = _drawn(shares, u)
        detail["hours"] = self.hours(subject, law)
        if subject.endpoint == EVERYTHING:
            detail["sessions_per_minute"] = self.sessions(law, subject.persona)
        detail["wait_p50"] = self.wait(subject, 0.5, law)
        return detail


def _name(subject: Subject) -> tuple[str, str]:
    return subject.endpoint, subject.persona or ""


def _rate(shares: Mapping[int, float]) -> float | None:
    if not shares:
        return None
    most = max(PAUSED, LONGER * quantile(shares, 0.95))
    usual = mean(shares, most)
    return 60.0 / usual if usual > 0 else None


def _drawn(shares: Mapping[int, float], u: float) -> float | None:
    return quantile(shares, u) if shares else None


def _together(waits: Mapping[str, GapsNow]) -> dict[int, float]:
    whole = sum(each.samples for each in waits.values())
    return mixed(
        (share * each.samples / whole, gaps)
        for each in waits.values()
        if whole > 0
        for share, gaps in each.parts
    )


def _said(shares: Mapping[int, float]) -> str:
    rate = _rate(shares)
    if rate is None:
        return "asked once"
    often = f"{rate:.3g} a minute" if rate >= 1 else f"{rate * 60:.3g} an hour"
    return f"{often}, gap p50 {_length(quantile(shares, 0.5))}"


def _length(seconds: float) -> str:
    if seconds < 1:
        return f"{seconds * 1000:.3g} ms"
    return f"{seconds:.3g} s" if seconds < 600 else f"{seconds / 60:.3g} min"
