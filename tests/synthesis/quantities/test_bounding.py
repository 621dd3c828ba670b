"""What is usual is taken within bounds, and what is allowed where none of it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mockforge.chance import rng
from mockforge.learning.fields.seen import MISSING
from mockforge.synthesis.quantities.bounding import bounded, bounds_of


@given(st.integers(0, 999), st.integers(-50, 50), st.integers(0, 100))
def test_bounds_are_kept(seed, low, span):
    schema = {"minimum": low, "maximum": low + span}
    made = bounded(schema, "number", rng(seed), (10, 40, 1, 1.5))

    assert made is MISSING or low <= made <= low + span


@pytest.mark.parametrize("most", [2, 20, 100_000])
def test_what_has_no_size_of_its_own_is_spread_over_what_is_allowed(most):
    schema = {"minimum": 0, "maximum": most}
    found = [bounded(schema, "number", rng(n), (100, 900, 2, 2)) for n in range(50)]

    assert max(found) - min(found) > min(most, 100) / 3


def test_what_has_a_size_of_its_own_is_not_made_up_where_it_is_not_allowed():
    assert bounded({"maximum": 5}, "number", rng(1), (36, 38, 1, 1)) is MISSING


def test_a_step_is_kept():
    schema = {"multipleOf": 0.25, "minimum": 1.1}

    assert bounded(schema, "number", rng(1), (1, 5, 2, 1)) * 4 % 1 == 0


def test_bounds_that_are_left_out_are_bounds_too():
    assert bounds_of({"exclusiveMinimum": 3, "maximum": 9}) == (3, 9)
