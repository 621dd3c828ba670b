"""Settings of reality and personas: not yet in use."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from mockforge.options import Json, Options

Ratio = Annotated[float, Field(ge=0.0, le=1.0)]
"""A share, 0 to 1."""

LifecycleState = Literal[
    "NewSignup",
    "Active",
    "PowerUser",
    "ChurnRisk",
    "Churned",
    "UpgradePending",
    "PaymentFailed",
    "new_signup",
    "active",
    "power_user",
    "churn_risk",
    "churned",
    "upgrade_pending",
    "payment_failed",
]
"""Where a persona stands, in either spelling."""


class RouteOptions(Options):
    """The ratio of some endpoints."""

    pattern: str
    """Which: `/api/users/*`, `GET /orders/{id}`."""
    ratio: Ratio | None = None
    """Their ratio."""
    group: str | None = None
    """The group whose ratio they have."""
    enabled: bool = True
    """Whether the rule counts."""


class ScheduleOptions(Options):
    """A ratio that moves with time."""

    start_time: str
    """When it begins to move."""
    end_time: str
    """When it stops."""
    start_ratio: Ratio = 0.0
    """The ratio at the start."""
    end_ratio: Ratio = 1.0
    """The ratio at the end."""
    curve: Literal["linear", "exponential", "sigmoid"] = "linear"
    """How it moves between."""


class RealityOptions(Options):
    """How much of an answer is real."""

    enabled: bool = True
    """Whether the ratio counts."""
    default_ratio: Ratio = 0.0
    """0 all invented, 1 all from the upstream."""
    transition_mode: Literal["manual", "time_based", "scheduled"] = "manual"
    """What moves the ratio."""
    merge_strategy: Literal["field_level", "weighted", "body_blend"] = "field_level"
    """How two bodies become one."""
    routes: list[RouteOptions] = []
    """Ratios of some endpoints; the first that fits counts."""
    groups: dict[str, Ratio] = {}
    """Group to its ratio."""
    time_schedule: ScheduleOptions | None = None
    """How the ratio moves with time."""


class PersonaStateOptions(Options):
    """Where one persona stands."""

    persona_id: str
    """The persona: `user:123`."""
    state: LifecycleState
    """Its state."""


class PersonasOptions(Options):
    """The personas of the world."""

    default_lifecycle_state: LifecycleState = "Active"
    """Where a persona stands that is not listed."""
    lifecycle_states: list[PersonaStateOptions] = []
    """Where some personas stand."""
    reality_aware_generation: bool = False
    """Whether their values follow the reality ratio."""


class PersonaGraphOptions(Options):
    """The relations between entities."""

    enabled: bool = True
    """Whether they are kept."""


class ConsistencyOptions(Options):
    """One world behind all endpoints."""

    enabled: bool = True
    """Whether it is kept."""
    persona_graph: PersonaGraphOptions = PersonaGraphOptions()
    """The relations between entities."""
    personas: PersonasOptions = PersonasOptions()
    """The personas of the world."""


class DataOptions(Options):
    """Invented data."""

    personas: Json = None
    """The personas whose data is invented."""
