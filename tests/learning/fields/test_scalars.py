"""Models of texts and numbers: merged as seen at once, kept in JSON, bounded."""

import json
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mockforge.learning.fields.scalars import Numbers, Texts

TEXTS = st.lists(st.text(max_size=5) | st.sampled_from(["true", "12", "-0.5"]))
NUMBERS = st.lists(st.integers() | st.floats())


def texts_of(values):
    found = Texts()
    for value in values:
        found.add(value)
    return found


def numbers_of(values):
    found = Numbers()
    for value in values:
        found.add(value)
    return found


@given(TEXTS, TEXTS)
def test_merged_texts_are_those_seen_at_once(some, others):
    merged = texts_of(some)
    merged.merge(texts_of(others))

    assert merged.to_json() == texts_of(some + others).to_json()


@given(NUMBERS, NUMBERS)
def test_merged_numbers_are_those_seen_at_once(some, others):
    merged = numbers_of(some)
    merged.merge(numbers_of(others))

    assert merged.to_json() == numbers_of(some + others).to_json()


@given(TEXTS, NUMBERS)
def test_both_survive_json_of_the_strict_kind(texts, numbers):
    for one in (texts_of(texts), numbers_of(numbers)):
        told = json.dumps(one.to_json(), allow_nan=False)
        again = type(one).from_json(json.loads(told))
        assert again.to_json() == one.to_json()


@pytest.mark.parametrize(
    ("numbers", "is_counter"),
    [
        (range(10), True),
        ([1, 2, 3], False),
        ([1, 2, 3, 4, 5, 5], False),
        ([1, 2, 3, 4, 5, 4], False),
        ([1.0, 2.0, 3.0, 4.0, 5.0], False),
    ],
)
def test_a_counter_rises_each_time(numbers, is_counter):
    assert numbers_of(numbers).is_counter is is_counter


def test_numbers_beyond_all_bounds_are_counted_and_no_more():
    found = numbers_of([math.nan, math.inf, 10**400, 1])

    assert found.count == 4
    assert (found.low, found.high) == (1, 1)


@pytest.mark.parametrize(
    ("texts", "choices"),
    [
        (["open", "done"] * 5, ["done", "open"]),
        (["open", "done"] * 4, None),
        (["open", "it is done"] * 5, None),
        ([f"s{n}" for n in range(20)] * 9, None),
        (["a" * 400, "b"] * 5, None),
    ],
)
def test_few_texts_that_recur_often_are_a_choice(texts, choices):
    assert texts_of(texts).choices() == choices


def test_a_long_text_is_kept_to_a_bound():
    found = texts_of("x" * size for size in range(1_000, 100_000, 9_000))

    assert max(map(len, found.long)) == 1000
    assert len(found.long) <= 4
