"""How real answers are, as mockforge.yaml says it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, model_validator

from mockforge.endpoint import Endpoint
from mockforge.options import Duration, Options
from mockforge.stages.reality.curves import Curve

Ratio = Annotated[float, Field(ge=0.0, le=1.0)]
"""0 all invented, 1 all from the upstream."""


def _instant(text: str) -> str:
    seconds(text)
    return text


def seconds(text: str) -> float:
    """Return the seconds since the epoch of an RFC 3339 time; UTC if it names no zone.

    Raises:
        ValueError: If it is none.
    """
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        raise ValueError(
            f"{text!r} is not a time; write 2025-01-31T08:00:00Z"
        ) from None
    if found.tzinfo is None:
        found = found.replace(tzinfo=UTC)
    return found.timestamp()


Instant = Annotated[str, AfterValidator(_instant)]
"""A time as in RFC 3339: `2025-01-31T08:00:00Z`."""


def route(text: str) -> Endpoint:
    """Return what a pattern of a route stands for; a `*` at its end, all below.

    Raises:
        ValueError: If it is none.
    """
    found = Endpoint.parse(text)
    if found.template.endswith("/*"):
        return Endpoint(found.method, f"{found.template}/**")
    return found


def _pattern(text: str) -> str:
    route(text)
    return text


Pattern = Annotated[str, AfterValidator(_pattern)]
"""Which requests: `/api/users/*`, `GET /orders/{id}`, `/files/**`."""


class RouteOptions(Options):
    """The ratio of some endpoints."""

    pattern: Pattern
    """Which: `/api/users/*`, `GET /orders/{id}`."""
    ratio: Ratio | None = None
    """Their ratio."""
    group: str | None = None
    """The group whose ratio they have."""
    enabled: bool = True
    """Whether the rule counts."""


class ScheduleOptions(Options):
    """A ratio that moves with time."""

    start_time: Instant
    """When it begins to move."""
    end_time: Instant
    """When it stops."""
    start_ratio: Ratio = 0.0
    """The ratio at the start."""
    end_ratio: Ratio = 1.0
    """The ratio at the end."""
    curve: Curve = Curve.LINEAR
    """How it moves between."""

    @model_validator(mode="after")
    def _goes_on(self) -> ScheduleOptions:
        if seconds(self.end_time) <= seconds(self.start_time):
            raise ValueError(
                f"end_time {self.end_time!r} is not after start_time"
                f" {self.start_time!r}"
            )
        return self


class MixingOptions(Options):
    """Where the values of some fields come from when answers are blended."""

    path: str | None = None
    """Which fields: `$.email`, `$.items[*].price`; every one if not given."""
    entity: str | None = None
    """Of which resource, by its name; of every one if not given."""
    source: Literal["upstream", "recorded", "synthetic"]
    """Whose values they have, where that source has an answer."""


class RealityOptions(Options):
    """How much of an answer is real."""

    enabled: bool = True
    """Whether the ratio counts; else everything is the upstream's."""
    default_ratio: Ratio = 0.0
    """0 all invented, 1 all from the upstream."""
    transition_mode: Literal["manual", "time_based", "scheduled"] = "manual"
    """What moves the ratio: nobody but you, the schedule from its start on for ever, or
    the schedule between its start and its end alone."""
    merge_strategy: Literal["field_level", "weighted", "body_blend"] = "field_level"
    """How two bodies become one."""
    routes: list[RouteOptions] = []
    """Ratios of some endpoints; the first that fits counts."""
    groups: dict[str, Ratio] = {}
    """Group to its ratio."""
    time_schedule: ScheduleOptions | None = None
    """How the ratio moves with time."""
    field_mixing: list[MixingOptions] = []
    """Where the values of some fields come from; the first that fits counts."""
    stickiness: Literal["entity", "session", "request"] = "entity"
    """What keeps its source while the ratio stays: each thing that is asked for, each
    client, or nothing."""
    upstream_timeout: Duration = 10.0
    """Seconds after which an upstream that says nothing is done without."""

    @model_validator(mode="after")
    def _groups_are_known(self) -> RealityOptions:
        for one in self.routes:
            if one.group is not None and one.group not in self.groups:
                known = ", ".join(sorted(self.groups)) or "none"
                raise ValueError(
                    f"group {one.group!r} of route {one.pattern!r} has no ratio;"
                    f" groups with one: {known}"
                )
        if self.transition_mode != "manual" and self.time_schedule is None:
            raise ValueError(
                f"transition_mode {self.transition_mode!r} needs a time_schedule"
            )
        return self
