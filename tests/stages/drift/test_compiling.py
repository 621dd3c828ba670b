"""What is written of drift is read once, with all that is wrong with it."""

import pytest

from mockforge.errors import ConfigError
from mockforge.stages.drift.compiling import compile_drift
from mockforge.stages.drift.options import DriftOptions
from mockforge.stages.drift.strategies import Custom, Linear, Stateful, Stepped, Walk


def drift_options(**given):
    return DriftOptions.model_validate(given)


@pytest.mark.parametrize(
    ("rule", "kind"),
    [
        ({}, Linear),
        ({"strategy": "random_walk"}, Walk),
        ({"strategy": "stepped"}, Linear),
        ({"strategy": "stepped", "values": [1]}, Stepped),
        ({"strategy": "state_machine", "states": ["a"]}, Stateful),
        ({"strategy": "custom", "expression": "value"}, Custom),
    ],
)
def test_each_strategy_has_its_own(rule, kind):
    drift = compile_drift(drift_options(rules=[{"field": "x", **rule}]), where="here")

    assert isinstance(drift.rules[0].strategy, kind)


def test_everything_that_is_wrong_is_told_at_once():
    rules = [
        {"field": "x", "strategy": "custom", "expression": "value +"},
        {"field": "y", "condition": "value >"},
    ]

    with pytest.raises(ConfigError) as refused:
        compile_drift(drift_options(rules=rules), where="f.yaml:3:5: drift")

    told = str(refused.value)
    assert "f.yaml:3:5: drift: the rule of 'x': expression, column 8" in told
    assert "f.yaml:3:5: drift: the rule of 'y': condition, column 8" in told


def test_one_that_is_wrong_is_told_as_it_is():
    rules = [{"field": "y", "condition": "value >"}]

    with pytest.raises(ConfigError) as refused:
        compile_drift(drift_options(rules=rules), where="here")

    assert refused.value.where == "here: the rule of 'y': condition, column 8"


def test_a_state_that_is_most_likely_misspelt_is_warned_of():
    rule = {
        "field": "status",
        "strategy": "state_machine",
        "transitions": {"pending": [["shiped", 1]], "shipped": [["pending", 1]]},
    }

    drift = compile_drift(drift_options(rules=[rule]), where="here")

    assert drift.warnings == (
        "here: the rule of 'status': nothing leads on from state 'shiped';"
        " 'shipped' is like it",
    )


def test_the_rest_is_taken_over():
    drift = compile_drift(drift_options(interval="90s", resource=["id"]), where="here")

    assert (drift.interval, drift.request_based, drift.resource) == (
        90.0,
        False,
        ("id",),
    )
