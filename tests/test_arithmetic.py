import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mockforge import arithmetic
from mockforge.arithmetic import Unfit, add, multiply, power, same

NUMBERS = st.integers(-(10**6), 10**6) | st.floats(-1e6, 1e6)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=4),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.text(max_size=3), inner, max_size=3)
    ),
    max_leaves=5,
)
PAIRS = {
    "add": arithmetic.add,
    "subtract": arithmetic.subtract,
    "multiply": arithmetic.multiply,
    "divide": arithmetic.divide,
    "floor_divide": arithmetic.floor_divide,
    "modulo": arithmetic.modulo,
    "power": arithmetic.power,
    "below": arithmetic.below,
    "within": arithmetic.within,
    "rounded": arithmetic.rounded,
}


@given(NUMBERS, NUMBERS)
@settings(max_examples=50)
def test_numbers_are_reckoned_as_python_does(left, right):
    assert arithmetic.add(left, right) == left + right
    assert arithmetic.subtract(left, right) == left - right
    assert arithmetic.multiply(left, right) == left * right
    assert arithmetic.below(left, right) == (left < right)
    if abs(right) > 1e-6:
        assert arithmetic.divide(left, right) == left / right
        assert arithmetic.floor_divide(left, right) == left // right
        assert arithmetic.modulo(left, right) == left % right


@given(st.sampled_from(sorted(PAIRS)), JSON, JSON)
@settings(max_examples=100)
def test_whatever_it_is_given_an_operator_gives_json_or_is_unfit(name, left, right):
    try:
        value = PAIRS[name](left, right)
    except Unfit:
        return
    assert isinstance(value, (bool, int, float, str, list))
    assert not isinstance(value, float) or math.isfinite(value)


@pytest.mark.parametrize(
    ("made", "left", "right"),
    [
        (multiply, "a", 10**9),
        (multiply, 10**9, "a"),
        (multiply, "a" * 1000, 1001),
        (multiply, 2**600, 2**600),
        (multiply, [1], 3),
        (multiply, True, "a"),
        (add, "a", 1),
        (add, True, 1),
        (add, "a" * 999_999, "bb"),
        (add, [1], "a"),
        (add, 1e308, 1e308),
        (power, 10, 10**10),
        (power, 2, 1025),
        (power, -1.5, 0.5),
        (power, 0, -1),
        (power, 1e200, 2),
        (arithmetic.divide, 1, 0),
        (arithmetic.modulo, 5, 0),
        (arithmetic.modulo, "%s", 1),
        (arithmetic.below, "a", 1),
        (arithmetic.rounded, 1.5, 10**9),
        (arithmetic.within, 1, "abc"),
        (arithmetic.within, "a", 5),
    ],
    ids=range(23),
)
def test_giants_and_wrong_kinds_are_unfit(made, left, right):
    with pytest.raises(Unfit):
        made(left, right)


@pytest.mark.parametrize(
    ("made", "left", "right", "value"),
    [
        (add, "a", "b", "ab"),
        (add, [1], ["a"], [1, "a"]),
        (multiply, "ab", 2, "abab"),
        (multiply, "ab", -2, ""),
        (power, 2, 10, 1024),
        (power, 2, -1, 0.5),
        (power, 2, -(10**9), 0.0),
        (arithmetic.rounded, 2.71828, 2, 2.72),
        (arithmetic.rounded, 2.7, 0, 3),
        (arithmetic.within, "b", "abc", True),
        (arithmetic.within, 1.0, [1], True),
        (arithmetic.within, True, [1], False),
        (arithmetic.within, "a", {"a": 1}, True),
    ],
    ids=range(13),
)
def test_what_fits_is_made(made, left, right, value):
    assert made(left, right) == value


def test_negation_changes_the_sign():
    assert arithmetic.negate(5) == -5
    with pytest.raises(Unfit):
        arithmetic.negate("5")


@pytest.mark.parametrize(
    ("left", "right", "value"),
    [
        (1, 1.0, True),
        (True, 1, False),
        (False, 0, False),
        (None, None, True),
        ([1, [True]], [1.0, [True]], True),
        ([1], [True], False),
        ({"a": 1}, {"a": 1.0}, True),
        ({"a": 1}, {"a": True}, False),
        ({"a": 1}, {"b": 1}, False),
        ("1", 1, False),
    ],
    ids=range(10),
)
def test_equality_is_that_of_json(left, right, value):
    assert same(left, right) is value
