import json
import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mockforge.chance import rng
from mockforge.learning.frequency.gaps import TOP, Batch, Gaps, mean, mixed, quantile

SECONDS = st.floats(0, 1e7)


def of(seen):
    gaps = Gaps()
    gaps.add(seen)
    return gaps


@given(st.lists(SECONDS, min_size=1, max_size=60), st.floats(0, 1))
def test_a_quantile_lies_in_the_class_of_a_gap_that_was_seen(seen, u):
    shares = mixed([(1.0, of(seen))])

    found = quantile(shares, u)

    rank = sorted(seen)[min(int(u * len(seen)), len(seen) - 1)]
    near = [one for one in seen if one / 1.1 - 0.001 <= found <= one * 1.1 + 0.001]
    assert near or found >= 1_000_000
    assert found == pytest.approx(rank, rel=0.17, abs=0.002) or u > 0 or rank > 1e6


@given(st.lists(st.floats(), max_size=60))
def test_a_batch_is_as_its_gaps_one_by_one(seen):
    one = Gaps()
    for gap in seen:
        one.add([gap])

    assert of(Batch(seen)).to_json() == of(seen).to_json() == one.to_json()
    assert one.differs(Batch(seen)) is one.differs(seen)


@given(st.lists(SECONDS, min_size=1, max_size=60))
def test_quantiles_rise_with_their_share(seen):
    shares = mixed([(1.0, of(seen))])
    found = [quantile(shares, u / 20) for u in range(21)]

    assert found == sorted(found)
    assert sum(shares.values()) == pytest.approx(1.0)


def test_the_mean_is_near_that_of_what_was_seen():
    chance = rng(1, "gaps")
    seen = [chance.expovariate(0.5) for _ in range(5000)]

    assert mean(mixed([(1.0, of(seen))])) == pytest.approx(sum(seen) / 5000, rel=0.03)


def test_more_of_the_same_is_seldom_called_a_change():
    """At most some in a thousand, so that with hundreds of updates few are wrong."""
    chance = rng(2, "gaps")
    known = of([chance.expovariate(1) for _ in range(2000)])

    wrong = sum(
        known.differs([chance.expovariate(1) for _ in range(30)]) for _ in range(1000)
    )

    assert wrong <= 10


def test_gaps_three_times_as_long_are_a_change():
    chance = rng(3, "gaps")
    known = of([chance.expovariate(1) for _ in range(2000)])

    assert known.differs([chance.expovariate(1 / 3) for _ in range(50)])


def test_what_has_faded_weighs_less_than_what_comes():
    gaps = of([1.0] * 100)
    gaps.samples *= 0.1
    gaps.add([100.0] * 10)

    assert gaps.samples == 20
    assert sum(gaps.bins.values()) == pytest.approx(20)


@settings(max_examples=40)
@given(st.lists(st.floats(allow_nan=True, allow_infinity=True), max_size=20))
def test_any_number_is_a_gap_of_some_class(seen):
    gaps = of(seen)

    assert all(0 <= at <= TOP for at in gaps.bins)
    assert Gaps.from_json(json.loads(json.dumps(gaps.to_json()))).bins == gaps.bins


@pytest.mark.parametrize("told", [[math.nan], [1, 2], [1, 2, -1], [1, "x", 1]])
def test_what_is_no_gaps_is_refused(told):
    with pytest.raises(ValueError, match=r"no count|zip|invalid"):
        Gaps.from_json(told)
