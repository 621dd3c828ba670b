"""Numbers are as large as their names let one expect, within their bounds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mockforge.chance import rng
from mockforge.learning.fields.seen import MISSING
from mockforge.synthesis.figures import any_number, bounded, figure, truth
from tests.synthesis.things import entity, field


@pytest.mark.parametrize(
    ("name", "low", "high"),
    [("rating", 0, 5), ("humidity", 0, 100), ("likes", 0, 10_000), ("cost", 1, 1000)],
)
def test_a_name_tells_a_size(name, low, high):
    for seed in range(20):
        assert low <= figure(entity(seed=seed), field(name, "number")) <= high


def test_a_name_that_tells_nothing_gives_nothing():
    assert figure(entity(), field("qwerty", "number")) is MISSING
    assert any_number(entity(), field("qwerty", "integer")) > 0


@given(st.integers(0, 999), st.integers(-50, 50), st.integers(0, 100))
def test_bounds_are_kept(seed, low, span):
    schema = {"minimum": low, "maximum": low + span}
    made = bounded(schema, "number", rng(seed), (10, 40, 1, 1.5))

    assert made is MISSING or low <= made <= low + span


def test_what_is_rare_is_rare():
    deleted = sum(
        truth(entity(seed=n), field("is_deleted", "boolean")) for n in range(99)
    )
    active = sum(
        truth(entity(seed=n), field("is_active", "boolean")) for n in range(99)
    )

    assert deleted < 20 < active
