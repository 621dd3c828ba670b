"""What is known of when requests come: of a subject, and within sessions."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate, pairwise
from typing import Any

from mockforge.learning.frequency.gaps import Batch, Gaps, pairs, short
from mockforge.learning.patterns.following import Following
from mockforge.learning.patterns.law import Law
from mockforge.learning.patterns.observation import Observation
from mockforge.options import Json

IDLE = 3600.0
"""Seconds after which a session that asks again has begun anew."""
MOST_SESSIONS = 2_000
"""Sessions of which the last request is remembered."""
HOURS, DAYS = 24, 7
DAY = 86400.0
ENOUGH_DAYS = 2
"""Days that must have been seen before the hours of a day are told."""

GapsNow = Following[Gaps, float]


@dataclass(slots=True)
class Arrivals:
    """What is known of a subject."""

    gaps: GapsNow = field(default_factory=lambda: Following(Gaps()))
    """Between one request and the next."""
    last: float | None = None
    """When the last one came."""
    hours: list[float] = field(default_factory=lambda: [0.0] * HOURS)
    """Requests by hour of the day, UTC."""
    weekdays: list[float] = field(default_factory=lambda: [0.0] * DAYS)
    """Requests by day of the week, Monday first."""
    days: list[int] = field(default_factory=list)
    """The first days that were seen, by number."""

    def take(self, times: Sequence[float], law: Law) -> None:
        """Take in when requests came, in order."""
        if not times:
            return
        latest = list(accumulate(times, max, initial=self.last))
        fresh = [now - before for before, now in pairwise(latest)]
        self.last = latest[-1]
        times, at = sorted(times), 0
        while at < len(times):
            day, second = divmod(times[at], DAY)
            hour = int(second // 3600) % HOURS
            start, until = at, day * DAY + (hour + 1) * 3600
            at = max(bisect_left(times, until, at), at + 1)
            self.hours[hour] += at - start
            # The first of January 1970 was a Thursday.
            self.weekdays[int(day + 3) % DAYS] += at - start
            if len(self.days) < ENOUGH_DAYS and int(day) not in self.days:
                self.days.append(int(day))
        if fresh:
            self.gaps.update(Batch(fresh), law, Gaps())

    def fade(self, law: Law) -> None:
        """Lose evidence."""
        self.gaps.fade(law)
        for counts in (self.hours, self.weekdays):
            counts[:] = [count * (1.0 - law.decay) for count in counts]

    def to_json(self) -> Json:
        """Return this as JSON."""
        hours, weekdays = (
            pairs(dict(enumerate(counts))) for counts in (self.hours, self.weekdays)
        )
        return [told_of(self.gaps), self.last, hours, weekdays, self.days]

    @classmethod
    def from_json(cls, told: Any) -> Arrivals:
        """Return what `to_json` told."""
        gaps, last, hours, weekdays, days = told
        return cls(
            gaps_of(gaps),
            None if last is None else time_of(last),
            _counts(hours, HOURS),
            _counts(weekdays, DAYS),
            [*map(int, days)],
        )


@dataclass(slots=True)
class Sessions:
    """What is known of sessions, all endpoints together."""

    begins: Arrivals = field(default_factory=Arrivals)
    """When sessions begin."""
    waits: dict[str, GapsNow] = field(default_factory=dict)
    """How long a session waits before it asks an endpoint."""
    last: OrderedDict[str, float] = field(default_factory=OrderedDict)
    """When each session's last answer was complete."""

    def take(self, seen: Sequence[Observation], law: Law) -> None:
        """Take in what was asked, in order of start."""
        begun: list[float] = []
        waited: dict[str, list[float]] = {}
        for one in seen:
            before = self.last.pop(one.session, None)
            wait = None if before is None else one.started - before
            if wait is None or wait > IDLE:
                begun.append(one.started)
            else:
                # What is asked beside another request waits for nothing.
                waited.setdefault(one.endpoint, []).append(wait if wait > 0.0 else 0.0)
            ended = one.started + max(one.elapsed, 0.0)
            self.last[one.session] = ended if before is None else max(before, ended)
        while len(self.last) > MOST_SESSIONS:
            self.last.popitem(last=False)
        if begun:
            self.begins.take(begun, law)
        for endpoint in sorted(waited):
            known = self.waits.setdefault(endpoint, Following(Gaps()))
            known.update(Batch(waited[endpoint]), law, Gaps())

    def to_json(self) -> Json:
        """Return this as JSON."""
        waits = {endpoint: told_of(self.waits[endpoint]) for endpoint in self.waits}
        return [self.begins.to_json(), waits, list(map(list, self.last.items()))]

    @classmethod
    def from_json(cls, told: Any) -> Sessions:
        """Return what `to_json` told."""
        begins, waits, last = told
        return cls(
            Arrivals.from_json(begins),
            {str(endpoint): gaps_of(each) for endpoint, each in waits.items()},
            OrderedDict((str(name), time_of(ended)) for name, ended in last),
        )


def _counts(told: Any, most: int) -> list[float]:
    found = [0.0] * most
    for at, count in zip(told[::2], told[1::2], strict=True):
        found[int(at)] = time_of(count)
    return found


def told_of(gaps: GapsNow) -> Json:
    """Return *gaps* as JSON."""
    new = None if gaps.new is None else gaps.new.to_json()
    return [gaps.old.to_json(), new, short(gaps.share)]


def gaps_of(told: Any) -> GapsNow:
    """Return what `told_of` told."""
    old, new, share = told
    fresh = None if new is None else Gaps.from_json(new)
    return Following(Gaps.from_json(old), fresh, min(max(time_of(share), 0.0), 1.0))


def time_of(value: Any) -> float:
    """Return a number that is one.

    Raises:
        ValueError: If *value* is none.
    """
    number = float(value)
    if not math.isfinite(number):
        raise ValueError(f"{value!r} is no time")
    return number
