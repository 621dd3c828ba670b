"""Times of one thing, in the order they come in its life."""

from __future__ import annotations

from datetime import UTC, datetime
from random import Random  # noqa: TID251 - the type alone

DAY = 86_400.0
_STEPS = ("created", "confirmed", "started", "shipped", "delivered", "finished", "ends")
_GAPS = {
    "confirmed": (0.02, 0.5),
    "started": (0.3, 3.0),
    "shipped": (0.2, 1.5),
    "delivered": (1.0, 4.0),
    "finished": (0.05, 1.0),
    "ends": (0.1, 3.0),
}
"""Days from one step to the next."""


class Moments:
    """The times of one thing; each is settled when it is asked for."""

    def __init__(
        self,
        rng: Random,
        now: float,
        span: tuple[float, float],
        age: float | None = None,
    ) -> None:
        """Begin in *span*, in days before *now*; at *age* of it, if that is told."""
        self._rng = rng
        self._now = now
        near, far = span
        # Most things are rather new.
        back = near + (far - near) * (rng.random() ** 1.5 if age is None else age)
        self._known: dict[str, float] = {"created": now - back * DAY}

    def at(self, step: str) -> float:
        """Return the seconds since 1970 of *step*."""
        if step not in self._known:
            self._settle(step)
        found: float = self._known[step]
        return found

    def _settle(self, step: str) -> None:
        if step in _STEPS:
            self._steps()
        elif step == "updated":
            known = self._known.values()
            # All of it may lie ahead, if who asks wants it so.
            passed = [time for time in known if time <= self._now]
            after = max(passed) if passed else min(known)
            left = max(self._now - after, 0.0)
            self._known[step] = after + left * self._rng.random()
        elif step == "deleted":
            after = self._known["created"]
            left = max(self._now - after, 0.0)
            self._known[step] = after + left * self._rng.random()
        else:
            after = max(self._now, *self._known.values())
            days = self._rng.randint(1, 30) + self._rng.random()
            self._known[step] = after + days * DAY

    def _steps(self) -> None:
        rng, start = self._rng, self._known["created"]
        gaps = [rng.uniform(*_GAPS[step]) * DAY for step in _STEPS[1:]]
        passed = self._now - start
        share = min(1.0, passed / max(sum(gaps), 1.0)) if passed >= 0 else 1.0
        at = start
        for step, gap in zip(_STEPS[1:], gaps, strict=True):
            at += gap * share
            self._known.setdefault(step, at)


def written(seconds: float, form: str) -> str | int | float:
    """Return a time as *form* has it: date-time, date, time, seconds, milliseconds."""
    if form == "seconds":
        return int(seconds)
    if form in _FINER:
        return int(seconds) * _FINER[form]
    at = datetime.fromtimestamp(int(seconds), UTC)
    return at.strftime(_FORMS[form])


_FINER = {"milliseconds": 1000, "microseconds": 10**6, "nanoseconds": 10**9}
_FORMS = {
    "date-time": "%Y-%m-%dT%H:%M:%SZ",
    "date": "%Y-%m-%d",
    "time": "%H:%M:%SZ",
    "clock": "%H:%M",
    "year": "%Y",
}
