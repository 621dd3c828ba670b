"""Ids, tokens and times are told from values that move."""

from itertools import pairwise
from typing import Any

import pytest

from mockforge.chance import rng
from mockforge.stages.drift.minted import (
    are_times,
    are_tokens,
    is_minted,
    state_of,
    whose,
)
from mockforge.stages.drift.numbers import Number


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        *(("id", True), ("order_id", True), ("requestId", True), ("csrf_token", True)),
        *(("eTag", True), ("etag", True), ("bodyHash", True), ("next_cursor", True)),
        *(("paid", False), ("status", False), ("hashes", False), ("grid", False)),
        *(("orderID", True), ("validity", False), ("", False)),
    ],
)
def test_a_name_tells_what_is_minted(name, expected):
    assert is_minted(name) is expected


@pytest.mark.parametrize(
    ("value", "state"),
    [
        *(("pending", "pending"), ("In Transit", "In Transit"), (True, "true")),
        *((False, "false"), ("v2", "v2"), ("2024-01-01", None), ("", None), (5, None)),
        *((None, None), ("a1b2c3d4", None), ("x" * 41, None), ("a@b.example", None)),
    ],
)
def test_a_state_is_a_short_word_or_a_switch(value, state):
    assert state_of(value) == state


def changes(values, at=1e9):
    numbers: list[Any] = [Number.read(value) for value in values]
    pairs = pairwise(numbers)
    return [
        (one, other, one.value, at + 60 * n) for n, (one, other) in enumerate(pairs)
    ]


@pytest.mark.parametrize("unit", [1, 1000, 1_000_000, 1_000_000_000])
def test_numbers_that_tell_the_time_of_the_read_are_times(unit):
    assert are_times(changes([int((1e9 + 60 * n) * unit) for n in range(9)]))
    assert not are_times(changes([int((5e8 + 60 * n) * unit) for n in range(9)]))
    assert not are_times(changes([60 * n for n in range(9)], at=500.0))


def test_long_numbers_that_have_nothing_to_do_with_each_other_are_tokens():
    assert are_tokens(changes([rng(1, n).getrandbits(60) for n in range(30)]))
    assert not are_tokens(changes([10**9 + n for n in range(30)]))
    assert not are_tokens(changes([rng(1, n).randrange(100) for n in range(30)]))
    assert not are_tokens(changes([rng(1, n).random() * 1e9 for n in range(30)]))


def test_an_object_tells_whose_it_is():
    assert whose({"n": 1}) == whose({}) == ""
    assert whose({"id": 1, "n": 1}) == whose({"id": 1}) != whose({"id": 2})
    assert whose({"username": "a"}) != whose({"email": "a"})
