"""Settings of data drift: how the values of an answer move on."""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    field_validator,
    model_validator,
)

from mockforge.options import Duration, Options
from mockforge.stages.drift.fields import parse_field

_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_SHARE = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)\s*%")
_WITH_UNIT = re.compile(r"\s*[\d.]+\s*[a-z]+\s*")


def _snake(value: object) -> object:
    """Return `StateMachine` and `state-machine` as `state_machine`."""
    if not isinstance(value, str):
        return value
    return _CAMEL.sub("_", value.strip()).replace("-", "_").lower()


def _is_amount(value: float | str) -> float | str:
    if isinstance(value, str):
        if not _SHARE.fullmatch(value.strip()):
            raise ValueError(f"{value!r} is not an amount; write 0.5, or '5%'")
        return value.strip()
    if not abs(value) < float("inf"):
        raise ValueError(f"{value!r} is no amount")
    return value


Amount = Annotated[float | str, AfterValidator(_is_amount)]
"""A number, or a share of the first value such as `5%`."""


def _texts(value: object) -> object:
    """Return states as texts: `1` and `true` are states too."""
    if isinstance(value, list | tuple):
        return [_text(each) for each in value]
    return value


def _text(value: object) -> object:
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value) if isinstance(value, int | float) else value


def _table(value: object) -> object:
    """Return transitions with texts as states; no list of them is an empty one."""
    if not isinstance(value, dict):
        return value
    return {_text(state): _ways(ways) for state, ways in value.items()}


def _ways(ways: object) -> object:
    if ways is None:
        return []
    if isinstance(ways, dict):
        return [[_text(state), share] for state, share in ways.items()]
    if not isinstance(ways, list | tuple):
        return ways
    return [
        [_text(way[0]), *way[1:]] if isinstance(way, list | tuple) and way else way
        for way in ways
    ]


def _is_field(value: str) -> str:
    parse_field(value)
    return value


FieldName = Annotated[str, AfterValidator(_is_field)]
"""A field of an answer: `status`, `items[0].quantity`, `orders[*].status`."""

Share = Annotated[float, Field(ge=0.0, le=1.0)]
Ways = list[tuple[str, Share]]


def _adds_up(table: dict[str, Ways]) -> dict[str, Ways]:
    for state, ways in table.items():
        total = sum(share for _, share in ways)
        if total > 1.0 + 1e-9:
            raise ValueError(
                f"what {state!r} may become adds up to {total:g};"
                " probabilities add up to at most 1"
            )
    return table


class DriftRuleOptions(Options):
    """How one field of an answer moves on."""

    field: FieldName
    """The field: `status`, `items[0].quantity`, `orders[*].status`."""
    strategy: Annotated[
        Literal["linear", "stepped", "state_machine", "random_walk", "custom"],
        BeforeValidator(_snake),
    ] = "linear"
    """How it moves."""
    rate: Amount = 1.0
    """By how much at each step; negative goes down. `5%` is a share of the first
    value."""
    min_value: Amount | None = None
    """It stops here going down."""
    max_value: Amount | None = None
    """It stops here going up."""
    states: Annotated[
        list[str],
        BeforeValidator(_texts, json_schema_input_type=list[str | float | bool]),
    ] = []
    """The states of a `state_machine`; each becomes the next where `transitions` says
    nothing."""
    transitions: Annotated[
        dict[str, Ways], BeforeValidator(_table), AfterValidator(_adds_up)
    ] = {}
    """State to the states it may become, each with its probability; what is left to 1
    is that it stays."""
    values: list[str | bool | int | float] = []
    """The values of a `stepped` rule, one after the other."""
    steps: Annotated[int, Field(ge=1)] | list[Annotated[int, Field(ge=1)]] = 1
    """For `stepped`: how many steps each value is held, or at which steps `values`
    begin."""
    repeat: bool = False
    """For `stepped`: whether `values` begin again after the last."""
    expression: str | None = None
    """The next value of a `custom` rule, from the value, other fields and the count."""
    condition: str | None = None
    """It moves only while this holds: `value > 10 AND query.live == "1"`."""

    @model_validator(mode="after")
    def _is_whole(self) -> DriftRuleOptions:
        problem = _lacking(self) or _wrong_steps(self) or _wrong_bounds(self)
        if problem:
            raise ValueError(problem)
        return self


def _lacking(rule: DriftRuleOptions) -> str | None:
    """Return what the strategy of *rule* cannot do without."""
    if rule.strategy == "state_machine" and not (rule.states or rule.transitions):
        return f"the state machine of {rule.field!r} has no states; write states:"
    if rule.strategy == "custom" and not rule.expression:
        return f"the custom rule of {rule.field!r} has no expression:"
    if rule.strategy != "custom" and rule.expression:
        return f"an expression of {rule.field!r} takes strategy: custom"
    if rule.strategy != "stepped" and rule.values:
        return f"values of {rule.field!r} take strategy: stepped"
    return None


def _wrong_steps(rule: DriftRuleOptions) -> str | None:
    if not isinstance(rule.steps, list):
        return None
    if len(rule.steps) != len(rule.values):
        return (
            f"{rule.field!r} has {len(rule.steps)} steps for {len(rule.values)}"
            " values; each value has the step that it begins at"
        )
    if rule.steps != sorted(set(rule.steps)):
        return f"the steps of {rule.field!r} do not go up: {rule.steps!r}"
    return "repeat takes steps as one number" if rule.repeat else None


def _wrong_bounds(rule: DriftRuleOptions) -> str | None:
    low, high = rule.min_value, rule.max_value
    if isinstance(low, float) and isinstance(high, float) and low > high:
        return f"min_value {low:g} of {rule.field!r} is above max_value {high:g}"
    return None


Scenario = Literal[
    "order_status", "stock_depletion", "price_fluctuation", "activity_score"
]


class DriftOptions(Options):
    """How an answer moves on from request to request, or with time."""

    enabled: bool = True
    """Whether it moves."""
    request_based: bool = True
    """Whether steps are counted in requests; else in time. An interval with a unit,
    such as `60s`, is one in time."""
    interval: Duration = 1.0
    """Requests, or a time, from one step to the next."""
    scenario: Annotated[
        Literal[
            "order_status", "stock_depletion", "price_fluctuation", "activity_score"
        ]
        | None,
        BeforeValidator(_snake),
    ] = None
    """A preset: order_status, stock_depletion, price_fluctuation, activity_score."""
    field: FieldName | None = None
    """The field that the scenario moves, in place of its own."""
    learned: bool = False
    """Whether fields move as they did in the recordings; `rules` go first."""
    resource: list[str] | None = None
    """The parameters of path and query that tell one thing from another. If not
    given, the path, and the query where the path has no parameter."""
    rules: list[DriftRuleOptions] = []
    """What moves; one for a field of the scenario adds to it."""

    @model_validator(mode="before")
    @classmethod
    def _in_time(cls, given: Any) -> Any:
        """Take an interval with a unit as one in time."""
        if not isinstance(given, dict) or "request_based" in given:
            return given
        interval = given.get("interval")
        if isinstance(interval, str) and _WITH_UNIT.fullmatch(interval):
            return {**given, "request_based": False}
        return given

    @field_validator("rules")
    @classmethod
    def _once(cls, rules: list[DriftRuleOptions]) -> list[DriftRuleOptions]:
        names = [str(parse_field(rule.field)) for rule in rules]
        for name in names:
            if names.count(name) > 1:
                raise ValueError(f"{name!r} has two rules; a field moves by one")
        return rules

    @model_validator(mode="after")
    def _is_whole(self) -> DriftOptions:
        if self.interval <= 0:
            raise ValueError("an interval is more than 0")
        if self.request_based and self.interval != int(self.interval):
            raise ValueError(
                f"an interval of {self.interval:g} requests; it is a whole number,"
                " or a time with request_based: false"
            )
        if self.field is not None and self.scenario is None:
            raise ValueError("field: names what a scenario moves; write scenario: too")
        return self
