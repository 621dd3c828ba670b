from math import comb

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mockforge.learning.failures.statistics import same_share, wilson


@pytest.mark.parametrize(
    ("count", "total", "interval"),
    # By R: binom::binom.wilson.
    [(1, 1000, (0.000177, 0.005643)), (5, 10, (0.236593, 0.763407))],
)
def test_an_interval_is_that_of_wilson(count, total, interval):
    assert wilson(count, total) == pytest.approx(interval, abs=1e-6)


def test_of_nothing_everything_is_possible():
    assert wilson(0, 0) == (0.0, 1.0)
    assert wilson(0, 50)[0] == 0.0


def tail(one, of_one, two, of_two):
    """Return the smaller tail, added up."""
    both, total = one + two, of_one + of_two

    def likely(k):
        return comb(both, k) * comb(total - both, of_one - k) / comb(total, of_one)

    feasible = range(max(0, of_one + both - total), min(both, of_one) + 1)
    return min(
        sum(likely(k) for k in feasible if k <= one),
        sum(likely(k) for k in feasible if k >= one),
    )


COUNTS = st.integers(1, 30).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


@given(COUNTS, COUNTS)
def test_two_shares_are_compared_exactly(first, second):
    likely = same_share(first, second)

    assert likely == same_share(second, first) or likely == pytest.approx(
        same_share(second, first)
    )
    if likely < 1.0:
        assert likely == pytest.approx(2 * tail(*first, *second), rel=1e-6)


def test_large_counts_take_no_time_and_do_not_overflow():
    assert same_share((1000, 1_000_000), (1_000_000, 1_001_000)) == 0.0
    assert same_share((5000, 1_000_000), (5010, 1_000_000)) > 0.5
