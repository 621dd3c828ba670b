"""Values move as their strategy says: exactly, within bounds, also many at once."""

from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mockforge.chance import rng
from mockforge.conditions import compile_expression
from mockforge.stages.drift.machine import SINGLE
from mockforge.stages.drift.numbers import Amount
from mockforge.stages.drift.strategies import Custom, Linear, Span, Stepped, Walk


def span(first, last, seed=1, **names):
    return Span(
        first,
        last,
        lambda step: rng(seed, step),
        lambda value, count: {"value": value, "count": count, **names},
    )


def walked(strategy, base, count, seed=1, **names):
    """Return the values of *count* steps, taken one by one."""
    held, shown = strategy.begun(base), []
    for step in range(count):
        if step:
            held = strategy.moved(held, span(step - 1, step, seed, **names))
        shown.append(strategy.shown(held, step))
    return shown


def test_a_number_that_falls_by_one_falls_by_one_as_an_integer():
    shown = walked(Linear(Amount.of(-1.0)), 100, 3)

    assert shown == [100, 99, 98]
    assert all(type(each) is int for each in shown)


@pytest.mark.parametrize(
    ("base", "rate", "shown"),
    [
        (10, 0.5, [10, 11, 11, 12, 12]),
        (10.00, -0.1, ["10.0", "9.9", "9.8", "9.7", "9.6"]),
        ("9.90", 0.05, ["9.90", "9.95", "10.00", "10.05", "10.10"]),
        (-3, 1, [-3, -2, -1, 0, 1]),
        (200, "1%", [200, 202, 204, 206, 208]),
    ],
)
def test_numbers_keep_what_they_are(base, rate, shown):
    told = walked(Linear(Amount.of(rate)), base, 5)

    assert [each if type(each) is int else str(each) for each in told] == shown


BOUND = st.none() | st.integers(-50, 50).map(float)
BASE = st.one_of(
    st.integers(-100, 100),
    st.decimals(-100, 100, places=2, allow_nan=False),
)


@settings(max_examples=50)
@given(
    st.sampled_from([Linear, Walk]),
    BASE,
    st.floats(-10, 10, allow_nan=False).map(lambda rate: round(rate, 3)),
    BOUND,
    BOUND,
)
def test_the_first_is_the_base_and_then_bounds_hold(kind, base, rate, low, high):
    if low is not None and high is not None and low > high:
        low, high = high, low
    ends = [None if end is None else Amount.of(end) for end in (low, high)]
    shown = walked(kind(Amount.of(rate), *ends), base, 12)

    assert shown[0] == base
    if rate:
        assert all(low is None or each >= low for each in shown[1:])
        assert all(high is None or each <= high for each in shown[1:])
    assert {type(each) for each in shown} == {type(base)}


@settings(max_examples=50)
@given(BASE, st.integers(0, 1000), st.floats(0.01, 5))
def test_no_step_of_a_walk_is_longer_than_its_rate(base, seed, rate):
    walk = Walk(Amount.of(rate), Amount.of(-200.0), Amount.of(200.0))
    shown = walked(walk, base, 20, seed)
    step = Decimal(1) if isinstance(base, int) else Decimal("0.01")

    for one, other in pairwise(shown):
        assert abs(other - one) <= Decimal(repr(rate)) + step


@pytest.mark.parametrize(
    "strategy",
    [
        Linear(Amount.of(-1.5), Amount.of(0.0)),
        Linear(Amount.of(2.0), every=3),
        Walk(Amount.of(2.0), Amount.of(0.0), Amount.of(200.0)),
        Stepped((90, 80, 70), (1, 2, 3)),
        Stepped((1, 2, 3), (2, 4, 6), 6),
    ],
)
@pytest.mark.parametrize("first", [1, 7, 30])
def test_many_steps_at_once_are_those_steps_one_by_one(strategy, first):
    held = strategy.moved(strategy.begun(100), span(0, first))
    held = strategy.moved(held, span(first, 40))

    assert strategy.shown(held, 40) == walked(strategy, 100, 41)[-1]


def test_a_walk_of_very_many_steps_stays_where_it_may():
    walk = Walk(Amount.of(0.5), Amount.of("90%"), Amount.of("110%"))
    ends = set()
    for seed in range(20):
        held = walk.moved(walk.begun(99.99), span(0, 10**9, seed))
        shown: Any = walk.shown(held, 10**9)
        ends.add(float(shown))

    assert 89.99 <= min(ends) < max(ends) <= 109.99
    assert len(ends) > 15


@pytest.mark.parametrize(
    ("strategy", "base", "shown"),
    [
        (Stepped(("a", "b"), (1, 2)), "x", [*"xabbb"]),
        (Stepped(("a", "b", "c"), (2, 4, 6)), "a", [*"aabbc"]),
        (Stepped((80, 50), (2, 3)), 100, [100, 100, 80, 50, 50]),
        (Stepped((True, False), (1, 2), 2), False, [False, True, False, True, False]),
        (Stepped((1, None), (1, 2)), True, [True, 1, None, None, None]),
        (Linear(Amount.of(-10.0), every=2), 100, [100, 100, 90, 90, 80]),
    ],
)
def test_stepped_values_hold_for_their_steps(strategy, base, shown):
    assert walked(strategy, base, 5) == shown


@pytest.mark.parametrize(
    ("text", "base", "shown"),
    [
        ("value * 2", 1, [1, 2, 4, 8]),
        ("value + count", 0, [0, 1, 3, 6]),
        ("value * 1.1", 10.0, [10.0, 11.0, 12.1, 13.3]),
        ("if(value == 'on', 'off', 'on')", "on", ["on", "off", "on", "off"]),
        ("NOT value", True, [True, False, True, False]),
        ("value + other", 1, [1, 6, 11, 16]),
    ],
)
def test_an_expression_gives_the_next_value(text, base, shown):
    custom = Custom(compile_expression(text, where="", names=None))

    told = walked(custom, base, 4, other=5)

    assert [
        float(each) if isinstance(each, Decimal) else each for each in told
    ] == shown


@pytest.mark.parametrize("text", ["missing", "value / 0", "'text'", "value + missing"])
def test_an_expression_without_a_number_for_a_number_is_told(text):
    custom = Custom(compile_expression(text, where="", names=None))

    with pytest.raises(ValueError, match="gives"):
        custom.moved(custom.begun(5), span(0, 1))


def test_an_expression_is_reckoned_a_bounded_number_of_times():
    grows = Custom(compile_expression("value + 1", where="", names=None))
    rests = Custom(compile_expression("min(value + 1, 5)", where="", names=None))
    held = grows.moved(grows.begun(0), span(0, 10**9))

    assert grows.shown(held, 10**9) == SINGLE
    assert rests.shown(rests.moved(rests.begun(0), span(0, 10**9)), 9) == 5


@pytest.mark.parametrize("value", ["text", None, True, {}, [1], float("nan")])
def test_what_is_no_number_does_not_move_as_one(value):
    assert Linear(Amount.of(1.0)).begun(value) is None
    assert Walk(Amount.of(1.0)).begun(value) is None
