"""Settings of personas: not yet in use."""

from __future__ import annotations

from typing import Literal

from mockforge.options import Json, Options

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
