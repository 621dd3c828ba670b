"""Quantiles are within their error of the true ones, and sums add up."""

import math

from hypothesis import given
from hypothesis import strategies as st

from mockforge.load.histogram import ERROR, Histogram

seconds = st.one_of(
    st.floats(0, 1e-6), st.floats(0, 0.1), st.floats(0, 3600), st.just(5000.0)
)
many = st.lists(seconds, min_size=1, max_size=50)


def counted(times):
    histogram = Histogram()
    for each in times:
        histogram.add(each)
    return histogram


@given(many, st.floats(0, 1))
def test_a_quantile_is_never_too_low_and_hardly_too_high(times, share):
    true = sorted(times)[max(math.ceil(share * len(times)), 1) - 1]

    found = counted(times).quantile(share)

    assert found >= true * (1 - 1e-12)
    assert found <= true * (1 + ERROR) + 2e-9 or found == 5000.0


@given(many)
def test_the_whole_is_the_highest(times):
    histogram = counted(times)

    assert histogram.quantile(1.0) == histogram.highest == max(times)
    assert math.isclose(histogram.mean, sum(times) / len(times), abs_tol=1e-12)
    assert histogram.count == len(times)


@given(many, many)
def test_two_together_are_as_one(one, other):
    both = counted(one)
    both.merge(counted(other))
    whole = counted(one + other)

    assert both.count == whole.count
    assert both.highest == whole.highest
    assert math.isclose(both.total, whole.total)
    for share in (0, 0.1, 0.5, 0.9, 0.999, 1):
        assert both.quantile(share) == whole.quantile(share)


@given(many)
def test_memory_does_not_depend_on_what_is_counted(times):
    assert len(counted(times)._buckets) == len(Histogram()._buckets)


def test_none_took_no_time():
    empty = Histogram()

    assert (empty.mean, empty.quantile(0.5), empty.highest) == (0.0, 0.0, 0.0)


def test_a_clock_that_went_back_counts_as_nothing():
    histogram = counted([-1.0])

    assert (histogram.count, histogram.total, histogram.highest) == (1, 0.0, 0.0)
