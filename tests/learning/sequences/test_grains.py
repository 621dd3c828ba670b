import pytest
from hypothesis import given
from hypothesis import strategies as st

from mockforge.learning.sequences.grains import grain_of, quantile


@given(st.lists(st.floats(0.001, 10_000.0), min_size=1, max_size=30), st.floats(0, 1))
def test_a_gap_is_told_to_a_tenth(gaps, u):
    grains: dict = {}
    for gap in gaps:
        grains[grain_of(gap)] = grains.get(grain_of(gap), 0.0) + 1.0

    assert min(gaps) / 1.11 <= quantile(grains, u) <= max(gaps) * 1.11


@pytest.mark.parametrize("gap", [float("nan"), float("-inf"), -3.0, 0.0])
def test_what_is_no_gap_is_none(gap):
    assert grain_of(gap) == 0
    assert quantile({0: 1.0}, 0.5) == 0.0
    assert quantile({}, 0.5) == 0.0
    assert grain_of(1e300) == grain_of(1e12)
