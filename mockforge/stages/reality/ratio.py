"""The ratio of a request: by an override, a route, its group, the schedule, or none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from mockforge.endpoint import Endpoint
from mockforge.stages.reality.options import (
    RealityOptions,
    ScheduleOptions,
    route,
    seconds,
)

Moving = Literal["time_based", "scheduled"]
"""How a schedule counts: on and on, or between its ends alone."""


@dataclass(frozen=True, slots=True)
class Resolved:
    """A ratio, and what made it that."""

    ratio: float
    origin: str
    """For people: `override '/api/users/*'`, `default`."""


class Dial:
    """The ratio as it is set now; it may be moved while requests come."""

    def __init__(self, options: RealityOptions, ratio: float | None = None) -> None:
        """Set it as *options* say.

        Args:
            options: The settings.
            ratio: In place of the default one, and of the schedule.
        """
        self.enabled = options.enabled
        self.mode = options.transition_mode
        self.default = options.default_ratio if ratio is None else ratio
        self.schedule = options.time_schedule
        if ratio is not None:
            self.mode = "manual"
        self.overrides: dict[str, float] = {}
        """Pattern to ratio; the latest that fits counts."""
        self._groups = dict(options.groups)
        self._routes: list[tuple[Endpoint, str, float | None, str | None]] = [
            (route(one.pattern), one.pattern, one.ratio, one.group)
            for one in options.routes
            if one.enabled
        ]

    def resolve(self, method: str, path: str, now: float) -> Resolved:
        """Return the ratio of a request.

        Args:
            method: Its method.
            path: Its path, without a query.
            now: Seconds since the epoch.
        """
        if not self.enabled:
            return Resolved(1.0, "reality_continuum.enabled is false")
        for pattern in reversed(self.overrides):
            if route(pattern).match(method, path) is not None:
                return Resolved(self.overrides[pattern], f"override {pattern!r}")
        return self._routed(method, path) or self.standing(now)

    def _routed(self, method: str, path: str) -> Resolved | None:
        grouped = None
        for endpoint, pattern, ratio, group in self._routes:
            if endpoint.match(method, path) is None:
                continue
            if ratio is not None:
                return Resolved(ratio, f"route {pattern!r}")
            if group is not None and grouped is None:
                grouped = Resolved(self._groups[group], f"group {group!r}")
        return grouped

    def standing(self, now: float) -> Resolved:
        """Return the ratio of requests that no override and no route names."""
        if self.mode != "manual" and self.schedule is not None:
            ratio = scheduled(self.schedule, now, is_open=self.mode == "time_based")
            if ratio is not None:
                return Resolved(ratio, "schedule")
        return Resolved(self.default, "default")

    def set(self, ratio: float) -> None:
        """Make *ratio* that of whatever nothing else names; no schedule moves it on.

        Raises:
            ValueError: If it is not between 0 and 1.
        """
        self.default = checked(ratio)
        self.mode = "manual"

    def advance(self, by: float, now: float) -> None:
        """Move it by *by*, as far as 0 or 1.

        Raises:
            ValueError: If it is no number.
        """
        if by != by:
            raise ValueError("the ratio is moved by a number, not nan")
        # Tenths are to add up to what people write: .3, and not a little more.
        moved = round(self.standing(now).ratio + by, 9)
        self.set(min(max(moved, 0.0), 1.0))

    def override(self, pattern: str, ratio: float | None) -> None:
        """Give requests of *pattern* a ratio before all else; None takes it back.

        Raises:
            ValueError: If it is no pattern, or the ratio not between 0 and 1.
            KeyError: If there is no such override to take back.
        """
        route(pattern)
        if ratio is None:
            del self.overrides[pattern]
            return
        self.overrides.pop(pattern, None)
        self.overrides[pattern] = checked(ratio)

    def follow(
        self, schedule: ScheduleOptions | None, mode: Moving = "time_based"
    ) -> None:
        """Move with *schedule* from now on; None leaves the ratio where it is set.

        Args:
            schedule: How it moves.
            mode: Whether before its start and after its end too.
        """
        self.schedule = schedule
        self.mode = "manual" if schedule is None else mode


def checked(ratio: float) -> float:
    """Return *ratio*.

    Raises:
        ValueError: If it is not between 0 and 1.
    """
    if not 0.0 <= ratio <= 1.0:
        raise ValueError(f"a ratio is between 0 and 1, not {ratio!r}")
    return float(ratio)


def scheduled(schedule: ScheduleOptions, now: float, *, is_open: bool) -> float | None:
    """Return the ratio of *schedule* at *now*.

    Args:
        schedule: How the ratio moves.
        now: Seconds since the epoch.
        is_open: Whether it counts before its start and after its end too; else None
            is returned there.
    """
    begin, end = seconds(schedule.start_time), seconds(schedule.end_time)
    if not is_open and not begin <= now <= end:
        return None
    share = schedule.curve.at((now - begin) / (end - begin))
    first, last = schedule.start_ratio, schedule.end_ratio
    # The ends exactly, whatever floats make of the sum.
    return last if share == 1.0 else first + (last - first) * share
