"""An object tells of its lists what is in them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mockforge.chance import rng
from mockforge.synthesis.members import Members
from mockforge.synthesis.series import Row, shared_out
from mockforge.synthesis.tallies import tally, within


def members(made):
    return Members({}, made, set(), lambda schema, value: True)


def rows(items):
    return [Row(members(one), "") for one in items]


@pytest.mark.parametrize(
    ("whole", "part"),
    [("total_votes", "votes"), ("spent", "spent"), ("totalHours", "hours"),
     ("total_budget", "allocated")],
)  # fmt: skip
def test_a_total_is_the_sum(whole, part):
    made = {whole: 1, "entries": [{part: 2}, {part: 5}]}
    tally(members(made), {"entries": rows(made["entries"])}, rng(1))

    assert made[whole] == 7


@settings(max_examples=40, deadline=None)
@given(st.integers(1, 5000), st.integers(0, 99))
def test_an_average_is_that_of_the_ratings(count, seed):
    made = {"average": 1.0, "count": count,
            "distribution": {str(star): 0 for star in range(1, 6)}}  # fmt: skip
    tally(members(made), {}, rng(seed))
    counts = {int(star): many for star, many in made["distribution"].items()}
    mean = sum(star * many for star, many in counts.items()) / count

    assert sum(counts.values()) == count == made["count"]
    assert made["average"] == pytest.approx(mean, abs=0.051)


def test_refunds_are_no_more_than_was_paid():
    several = rows([{"amount": 80.0}, {"amount": 40.0}])

    assert within(several, 60.0) <= 60
    assert all(row.members.made["amount"] > 0 for row in several)


def test_three_points_are_won():
    made = {"played": 9, "won": 4, "drawn": 2, "lost": 3, "points": 99}
    tally(members(made), {}, rng(1))

    assert made["points"] == 14


@settings(max_examples=50, deadline=None)
@given(st.lists(st.floats(0.1, 1000), min_size=1, max_size=20), st.integers(0, 3))
def test_shares_are_all_of_it_together(sizes, decimals):
    assert sum(shared_out(sizes, 100, decimals)) == pytest.approx(100)
