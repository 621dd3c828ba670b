"""Settings of data drift: how the values of an answer move on."""

from __future__ import annotations

from typing import Literal

from mockforge.options import Duration, Options


class DriftRuleOptions(Options):
    """How one field of an answer moves on."""

    field: str
    """The field: `status`, `items[0].quantity`, `orders[*].status`."""
    strategy: Literal["linear", "stepped", "state_machine", "random_walk", "custom"] = (
        "linear"
    )
    """How it moves."""
    rate: float = 1.0
    """By how much at each step; negative goes down."""
    min_value: float | None = None
    """It stops here going down."""
    max_value: float | None = None
    """It stops here going up."""
    states: list[str] = []
    """The states of a `state_machine`, the first one first."""
    transitions: dict[str, list[tuple[str, float]]] = {}
    """State to the states it may become, each with its probability."""
    expression: str | None = None
    """The next value of a `custom` rule, from the value, other fields and the count."""


class DriftOptions(Options):
    """How an answer moves on from request to request, or with time."""

    enabled: bool = True
    """Whether it moves."""
    request_based: bool = True
    """Whether steps are counted in requests; else in time."""
    interval: Duration = 1.0
    """Requests, or a time, from one step to the next."""
    scenario: str | None = None
    """A preset: order_status, stock_depletion, price_fluctuation, activity_score."""
    rules: list[DriftRuleOptions] = []
    """What moves."""
