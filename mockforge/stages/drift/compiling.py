"""Compiling: what is written of drift becomes what moves values."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import TYPE_CHECKING

from mockforge.errors import ConfigError
from mockforge.stages.drift.drift import Drift
from mockforge.stages.drift.fields import digest, parse_field
from mockforge.stages.drift.machine import Machine
from mockforge.stages.drift.numbers import Amount
from mockforge.stages.drift.options import DriftOptions, DriftRuleOptions
from mockforge.stages.drift.scenarios import rules_of
from mockforge.stages.drift.strategies import (
    Custom,
    Linear,
    Stateful,
    Stepped,
    Strategy,
    Walk,
)
from mockforge.stages.drift.turn import Rule

if TYPE_CHECKING:
    from mockforge.conditions import Condition


def compile_drift(
    options: DriftOptions, *, where: str, learned: Sequence[DriftRuleOptions] = ()
) -> Drift:
    """Return what moves answers as *options* say.

    Args:
        options: What was written.
        where: Its place, for errors.
        learned: Rules that were learned, for fields that none is written for.

    Raises:
        ConfigError: If expressions or conditions cannot be read; all are told.
    """
    rules: list[Rule] = []
    wrong: list[ConfigError] = []
    warnings: list[str] = []
    for rule in rules_of(options, learned):
        place = f"{where}: the rule of {rule.field!r}"
        try:
            compiled = _rule(rule, place)
        except ConfigError as error:
            wrong.append(error)
            continue
        rules.append(compiled)
        if isinstance(compiled.strategy, Stateful):
            warnings += [
                f"{place}: nothing leads on from state {state!r}; {near!r} is like it"
                for state, near in compiled.strategy.machine.doubtful
            ]
    if len(wrong) == 1:
        raise wrong[0]
    if wrong:
        raise ConfigError("\n".join(str(error) for error in wrong))
    named = None if options.resource is None else tuple(options.resource)
    return Drift(
        tuple(rules),
        options.interval,
        options.request_based,
        named,
        tuple(warnings),
    )


def _rule(rule: DriftRuleOptions, where: str) -> Rule:
    condition: Condition | None = None
    if rule.condition is not None:
        from mockforge.conditions import compile_condition

        # Any name may be a field of an answer.
        place = f"{where}: condition"
        condition = compile_condition(rule.condition, where=place, names=None)
    strategy = _strategy(rule, where)
    # By what it does: a rule for `[*].status` is that for `status` of one item.
    mark = digest(rule.model_dump(mode="json", exclude={"field"}))
    return Rule(parse_field(rule.field), rule.strategy, strategy, condition, mark)


def _strategy(rule: DriftRuleOptions, where: str) -> Strategy:
    low = None if rule.min_value is None else Amount.of(rule.min_value)
    high = None if rule.max_value is None else Amount.of(rule.max_value)
    if rule.strategy == "custom":
        from mockforge.conditions import compile_expression

        assert rule.expression is not None
        place = f"{where}: expression"
        expression = compile_expression(rule.expression, where=place, names=None)
        return Custom(expression, low, high)
    if rule.strategy == "state_machine":
        return Stateful(Machine.of(rule.states, rule.transitions))
    rate = Amount.of(rule.rate)
    if rule.strategy == "random_walk":
        return Walk(rate, low, high)
    if rule.strategy == "linear" or not rule.values:
        every = rule.steps if isinstance(rule.steps, int) else 1
        return Linear(rate, low, high, every if rule.strategy == "stepped" else 1)
    return _stepped(rule)


def _stepped(rule: DriftRuleOptions) -> Stepped:
    if isinstance(rule.steps, list):
        return Stepped(tuple(rule.values), tuple(rule.steps))
    begins = accumulate([rule.steps] * len(rule.values))
    every = rule.steps * len(rule.values) if rule.repeat else 0
    return Stepped(tuple(rule.values), tuple(begins), every)
