"""Documents move on, step after step, whoever asks in between."""

import json
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mockforge.stages.drift.compiling import compile_drift
from mockforge.stages.drift.drift import as_json
from mockforge.stages.drift.options import DriftOptions

BODY: dict[str, Any] = {
    "status": "pending",
    "quantity": 100,
    "price": 99.99,
    "items": [{"id": "a", "quantity": 5}, {"id": "b", "quantity": 50}],
}


def drift_of(*rules, **options):
    return compile_drift(
        DriftOptions.model_validate({"rules": rules, **options}), where="here"
    )


def asked(drift, times, body=BODY, key="k", seed=1, names=None):
    """Return the answers at some *times*, with the state kept as JSON in between."""
    state: Any = None
    told: list[Any] = []
    for now in times:
        document = body(len(told)) if callable(body) else body
        one, state = drift.moved(
            document, state, now=now, key=key, seed=seed, names=names or {}
        )
        state = json.loads(json.dumps(state))
        told.append(one)
    return told


FALLS = {"field": "quantity", "rate": -1, "min_value": 0}


def test_the_first_answer_is_the_base():
    told = asked(drift_of(FALLS), [0, 0, 0])

    assert [each["quantity"] for each in told] == [100, 99, 98]
    assert told[0] == BODY
    assert type(told[1]["quantity"]) is int


def test_an_interval_of_three_moves_on_the_fourth_seventh_and_tenth():
    told = asked(drift_of(FALLS, interval=3), [0] * 10)

    assert [each["quantity"] for each in told] == [
        *(100, 100, 100, 99, 99, 99, 98, 98, 98, 97)
    ]


def test_an_hour_of_minutes_is_sixty_steps():
    walk = {"field": "price", "strategy": "random_walk", "rate": 0.5}
    drift = drift_of(FALLS, walk, interval="60s")

    at_once = asked(drift, [1e9, 1e9 + 3600])
    often = asked(drift, [1e9 + 60 * minute for minute in range(61)])
    between = asked(drift, [1e9, 1e9 + 59.9, 1e9 + 60, 1e9 + 1000, 1e9 + 3600])

    assert at_once[-1]["quantity"] == 40
    assert at_once[-1] == often[-1] == between[-1]
    assert [each["quantity"] for each in between[:3]] == [100, 100, 99]


def test_a_clock_that_goes_back_moves_nothing_back():
    told = asked(drift_of(FALLS, interval="1s"), [100, 105, 50, 104, 106])

    assert [each["quantity"] for each in told] == [100, 95, 95, 95, 94]


def test_items_move_by_their_identity_wherever_they_stand():
    drift = drift_of({"field": "items[*].quantity", "rate": -1})

    def body(turn):
        items = BODY["items"] if turn % 2 else BODY["items"][::-1]
        return {"items": items if turn != 2 else [{"id": "c", "quantity": 7}, *items]}

    told = asked(drift, [0] * 4, body)
    by_id = [{i["id"]: i["quantity"] for i in each["items"]} for each in told]

    assert [each["a"] for each in by_id] == [5, 4, 3, 2]
    assert [each["b"] for each in by_id] == [50, 49, 48, 47]
    assert by_id[2]["c"] == 7


def test_one_item_may_be_meant_alone():
    told = asked(drift_of({"field": "items[0].quantity", "rate": -1}), [0] * 3)

    assert [each["items"][0]["quantity"] for each in told] == [5, 4, 3]
    assert [each["items"][1]["quantity"] for each in told] == [50] * 3


def test_a_base_that_is_another_each_time_is_that_of_the_first_answer():
    told = asked(
        drift_of(FALLS, interval=2), [0] * 4, lambda n: {"quantity": 10 * n + 7}
    )

    assert [each["quantity"] for each in told] == [7, 7, 6, 6]


def test_what_was_written_in_between_is_a_first_value_again():
    drift, state = drift_of(FALLS, {"field": "stock", "rate": -1}), None
    told = []
    for quantity, is_written in [
        (9, False),
        (9, False),
        (9, True),
        (4, True),
        (4, False),
    ]:
        moved = drift.step(
            {"quantity": quantity, "stock": 5},
            state,
            now=0,
            key="k",
            seed=1,
            names={},
            is_written=is_written,
        )
        state = moved.state
        told.append((dict(moved.changes).get(("quantity",), quantity), state["count"]))

    assert told == [(9, 1), (8, 2), (7, 3), (4, 4), (3, 5)]
    assert moved.changes["stock",] == 1


def test_chance_is_of_the_thing_alone():
    walk = {"field": "price", "strategy": "random_walk", "rate": 0.5}
    drift = drift_of(walk)

    one, same = asked(drift, [0] * 9), asked(drift, [5] * 9)
    other, seeded = asked(drift, [0] * 9, key="l"), asked(drift, [0] * 9, seed=2)

    assert one == same
    assert one != other
    assert one != seeded


@settings(max_examples=50)
@given(st.lists(st.sampled_from("abc"), max_size=30))
def test_the_order_in_which_things_are_asked_for_does_not_matter(order):
    drift = drift_of(
        {"field": "price", "strategy": "random_walk", "rate": 0.5},
        {"field": "status", "strategy": "state_machine", "states": ["pending", "done"]},
        FALLS,
    )
    states: dict = dict.fromkeys("abc")
    told: dict = {"a": [], "b": [], "c": []}
    for key in order:
        one, states[key] = drift.moved(
            BODY, states[key], now=0, key=key, seed=1, names={}
        )
        told[key].append(one)

    for key in "abc":
        assert told[key] == asked(drift, [0] * len(told[key]), key=key)


def test_a_rule_sees_what_those_before_it_did_and_what_was_asked():
    drift = drift_of(
        {"field": "quantity", "rate": -10},
        {
            "field": "total",
            "strategy": "custom",
            "expression": "round(quantity * price * params.factor, 2)",
        },
        {
            "field": "items[*].quantity",
            "strategy": "custom",
            "expression": "if(id == 'a', value + quantity, answer.quantity)",
        },
    )
    body = {"quantity": 100, "price": 0.5, "total": 100.00, "items": BODY["items"]}

    _, second = asked(drift, [0, 0], body, names={"params": {"factor": 2}})

    assert second["total"] == 90.0
    assert [each["quantity"] for each in second["items"]] == [10, 90]


@pytest.mark.parametrize(
    ("condition", "shown"),
    [
        ("value > 98", [100, 99, 98, 98, 98]),
        ("price > 1000", [100] * 5),
        ("query.live == 'yes'", [100, 99, 98, 97, 96]),
        ("count <= 1", [100, 99, 99, 99, 99]),
        ("missing == 1", [100] * 5),
    ],
)
@pytest.mark.parametrize("is_at_once", [False, True])
def test_it_moves_only_while_its_condition_holds(condition, shown, is_at_once):
    rule = {**FALLS, "condition": condition}
    names = {"query": {"live": "yes"}}
    times = [0, 4] if is_at_once else range(5)

    told = asked(drift_of(rule, interval="1s"), times, names=names)

    assert told[-1]["quantity"] == shown[-1]
    if not is_at_once:
        assert [each["quantity"] for each in told] == shown


def test_very_many_steps_cost_no_more_than_so_many():
    drift = drift_of(
        FALLS,
        {"field": "price", "strategy": "random_walk", "rate": 0.5, "min_value": 0},
        {"field": "status", "strategy": "state_machine", "states": ["pending", "done"]},
        {"field": "items[0].quantity", "strategy": "custom", "expression": "value + 1"},
        {"field": "items[1].quantity", "rate": 1, "condition": "value < 70"},
        interval="1ms",
    )

    first, later = asked(drift, [0, 1e10])

    assert (later["quantity"], later["status"]) == (0, "done")
    assert later["items"][1]["quantity"] == 70
    assert first == BODY


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ({"quantityy": 1}, "the answer has no field 'quantity'; it has 'quantityy'"),
        ({"quantity": "many"}, "quantity is not a number: it stays"),
        ({"quantity": None}, None),
        ({"quantity": {"n": 1}}, "quantity is not a number: it stays"),
        ([], None),
        (5, "the answer has no field 'quantity'"),
        ([{"quantity": True}], "[0].quantity is not a number: it stays"),
    ],
)
def test_what_cannot_move_stays_and_is_told(body, said):
    drift = drift_of(FALLS)
    moved = drift.step(body, None, now=0, key="k", seed=1, names={})

    assert moved.changes == {}
    assert moved.said == (() if said is None else (said,))


def test_an_expression_without_a_value_leaves_the_value_and_is_told():
    drift = drift_of(
        {"field": "quantity", "strategy": "custom", "expression": "value / zero"}
    )
    state = None
    for _ in range(2):
        moved = drift.step(
            {"quantity": 5, "zero": 0}, state, now=0, key="k", seed=1, names={}
        )
        state = moved.state

    assert moved.changes == {}
    assert moved.said == (
        "quantity stays as it is: 'value / zero' gives None, no number",
    )


@pytest.mark.parametrize(
    "state",
    [
        {"values": {".quantity": ["linear"]}},
        {"values": {".quantity": ["linear", 5, 1, 1, "x"]}},
    ],
)
def test_a_state_that_is_none_moves_nothing(state):
    moved = drift_of(FALLS).step(
        {"quantity": 5}, state, now=0, key="k", seed=1, names={}
    )

    assert moved.changes == {}
    assert len(moved.said) == 1


@pytest.mark.parametrize(
    "state", [{"count": "x"}, {"since": None}, {"values": []}, {"steps": {}}, [], 5]
)
def test_what_is_no_state_at_all_is_as_none(state):
    moved = drift_of(FALLS).step(BODY, state, now=0, key="k", seed=1, names={})

    assert moved.changes == {}
    assert moved.state["count"] == 1


def test_a_state_does_not_grow_for_ever():
    drift = drift_of({"field": "[*].n", "rate": 1})

    def body(turn):
        return [{"id": 800 * turn + number, "n": 1} for number in range(800)]

    state: Any = None
    for turn in range(6):
        _, state = drift.moved(body(turn), state, now=0, key="k", seed=1, names={})

    assert len(state["values"]) == 2000


def test_decimals_that_came_in_go_out_with_all_their_digits():
    drift = drift_of({"field": "price", "rate": 0.5})
    state = None
    for _ in range(2):
        moved = drift.step(
            {"price": Decimal("9.50")}, state, now=0, key="k", seed=1, names={}
        )
        state = moved.state

    assert str(moved.changes["price",]) == "10.00"
    assert as_json(moved.changes["price",]) == 10.0
    assert moved.fields == ("price",)


STATED = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=3),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["quantity", "items", "id"]), inner, max_size=3
        )
    ),
    max_leaves=12,
)


@settings(max_examples=50)
@given(STATED, STATED)
def test_no_document_is_too_strange(one, other):
    drift = drift_of(
        FALLS,
        {"field": "items[*].quantity", "strategy": "random_walk"},
        {"field": "items[0]", "strategy": "custom", "expression": "value + 1"},
        {"field": "id", "strategy": "stepped", "values": [1, "x"]},
    )
    state = None
    for body in (one, other, one):
        _, state = drift.moved(body, state, now=0, key="k", seed=1, names={})
        json.dumps(state)
