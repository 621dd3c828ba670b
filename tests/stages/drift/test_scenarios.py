"""Scenarios are ready to use, and may be changed."""

from itertools import pairwise

import pytest

from mockforge.stages.drift import scenarios
from mockforge.stages.drift.compiling import compile_drift
from mockforge.stages.drift.options import DriftOptions, DriftRuleOptions

BASES = {
    "order_status": ("status", "pending"),
    "stock_depletion": ("quantity", 5),
    "price_fluctuation": ("price", 99.99),
    "activity_score": ("activity_score", 50),
}


def drift_options(**given):
    return DriftOptions.model_validate(given)


def answers(options, body, count):
    drift, state, given = compile_drift(options, where="here"), None, []
    for _ in range(count):
        told, state = drift.moved(body, state, now=0, key="k", seed=1, names={})
        given.append(told)
    return given


@pytest.mark.parametrize("name", scenarios.SCENARIOS)
def test_each_moves_its_field_from_yaml_as_from_python(name):
    field, base = BASES[name]
    body = {"id": 1, field: base}

    given = answers(drift_options(scenario=name), body, 30)

    assert given[0] == body
    assert given[1:] != [body] * 29
    assert given == answers(scenarios.SCENARIOS[name](), body, 30)


@pytest.mark.parametrize("name", scenarios.SCENARIOS)
def test_each_moves_another_field_if_told_to(name):
    body = {"in": {"side": BASES[name][1]}}

    given = answers(drift_options(scenario=name, field="in.side"), body, 30)

    assert given[-1] != body
    assert given == answers(scenarios.SCENARIOS[name](field="in.side"), body, 30)


def test_they_go_where_their_names_say():
    stock = [
        each["quantity"]
        for each in answers(
            drift_options(scenario="stock_depletion"), {"quantity": 3}, 6
        )
    ]
    score = [
        each["activity_score"]
        for each in answers(
            drift_options(scenario="activity_score"), {"activity_score": 98}, 5
        )
    ]
    prices = [
        each["price"]
        for each in answers(
            drift_options(scenario="price_fluctuation"), {"price": 200.0}, 300
        )
    ]
    steps = [abs(a - b) for a, b in pairwise(prices)]

    assert stock == [3, 2, 1, 0, 0, 0]
    assert score == [98, 99, 100, 100, 100]
    assert 180 <= min(prices) < max(prices) <= 220
    assert max(steps) <= 1.0 + 0.1


def test_a_rule_for_its_field_adds_to_it_and_others_stand_beside_it():
    drift = drift_options(
        scenario="stock_depletion",
        rules=[{"field": "quantity", "rate": -2}, {"field": "sold", "rate": 2}],
    )

    given = answers(drift, {"quantity": 3, "sold": 0}, 4)

    assert [(each["quantity"], each["sold"]) for each in given] == [
        *((3, 0), (1, 2), (0, 4), (0, 6))
    ]


def test_a_rule_with_another_strategy_has_nothing_of_the_scenario():
    drift = drift_options(
        scenario="stock_depletion",
        rules=[{"field": "quantity", "strategy": "stepped", "values": [-5]}],
    )

    assert [each["quantity"] for each in answers(drift, {"quantity": 3}, 2)] == [3, -5]


def test_what_was_learned_is_for_fields_that_nothing_is_written_for():
    learned = [DriftRuleOptions(field="a", rate=5), DriftRuleOptions(field="b", rate=5)]

    rules = scenarios.rules_of(
        drift_options(rules=[{"field": "a", "rate": 1}]), learned
    )

    assert [(rule.field, rule.rate) for rule in rules] == [("a", 1.0), ("b", 5.0)]
