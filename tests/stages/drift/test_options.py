"""What may be written of drift, and what is refused at once."""

import pytest
from pydantic import ValidationError

from mockforge.stages.drift.options import DriftOptions, DriftRuleOptions


def drift_options(**given):
    return DriftOptions.model_validate(given)


def rule_options(**given):
    return DriftRuleOptions.model_validate(given)


def test_an_interval_with_a_unit_is_one_in_time():
    assert drift_options(interval="60s").request_based is False
    assert drift_options(interval="60s").interval == 60.0
    assert drift_options(interval=3).request_based is True
    assert drift_options(interval=2.5, request_based=False).interval == 2.5
    assert drift_options(interval="3").request_based is True


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("StateMachine", "state_machine"),
        ("RandomWalk", "random_walk"),
        ("state-machine", "state_machine"),
        ("Linear", "linear"),
    ],
)
def test_strategies_may_be_spelled_as_in_the_documents(written, name):
    states = ["a"] if name == "state_machine" else []
    rule = rule_options(field="x", strategy=written, states=states)

    assert rule.strategy == name


def test_states_may_be_numbers_and_booleans_and_ways_a_mapping():
    rule = rule_options(
        field="x",
        strategy="state_machine",
        states=[1, 2, False],
        transitions={1: {2: 0.5}, 2: [[False, 1.0]], False: None},
    )

    assert rule.states == ["1", "2", "false"]
    assert rule.transitions == {"1": [("2", 0.5)], "2": [("false", 1.0)], "false": []}


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ({"field": "a b"}, "is not a field"),
        ({"strategy": "state_machine"}, "has no states"),
        ({"strategy": "custom"}, "has no expression"),
        ({"expression": "value"}, "takes strategy: custom"),
        ({"values": [1]}, "take strategy: stepped"),
        ({"min_value": 2, "max_value": 1}, "min_value 2 of 'x' is above max_value 1"),
        ({"rate": "fast"}, "'fast' is not an amount"),
        ({"rate": float("inf")}, "is no amount"),
        (
            {"strategy": "state_machine", "transitions": {"a": [["b", 7], ["c", 3]]}},
            "less than or equal to 1",
        ),
        (
            {
                "strategy": "state_machine",
                "transitions": {"a": [["b", 0.7], ["c", 0.5]]},
            },
            "adds up to 1.2",
        ),
        ({"strategy": "state_machine", "transitions": {"a": 5}}, "list"),
        ({"strategy": "stepped", "values": [1, 2], "steps": [1]}, "1 steps for 2"),
        ({"strategy": "stepped", "values": [1, 2], "steps": [2, 1]}, "do not go up"),
        (
            {"strategy": "stepped", "values": [1], "steps": [2], "repeat": True},
            "steps as one number",
        ),
    ],
)
def test_a_rule_that_cannot_be_meant_is_refused(rule, said):
    with pytest.raises(ValidationError, match=said):
        rule_options(**{"field": "x", **rule})


@pytest.mark.parametrize(
    ("drift", "said"),
    [
        ({"interval": 0}, "more than 0"),
        ({"interval": 1.5}, "whole number"),
        ({"interval": "60s", "request_based": False, "field": "x"}, "scenario"),
        ({"scenario": "weather"}, "order_status"),
        ({"rules": [{"field": "a"}, {"field": "$.a"}]}, "'a' has two rules"),
    ],
)
def test_drift_that_cannot_be_meant_is_refused(drift, said):
    with pytest.raises(ValidationError, match=said):
        drift_options(**drift)
