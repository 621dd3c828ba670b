"""Nothing is more than what it is some of."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mockforge.chance import rng
from mockforge.synthesis.members import Members
from mockforge.synthesis.subsets import is_nested, nest, nested_of

PAIRS = [
    ("users", "active_users"), ("totalUsers", "newUsers"), ("shots", "shotsOnTarget"),
    ("passes", "completed_passes"), ("orders", "cancelledOrders"),
    ("full_time_home", "half_time_home"), ("home_score", "home_half_time_score"),
    ("ftAway", "htAway"), ("issues", "open_issues"),
]  # fmt: skip


def members(made, kept=()):
    return Members({}, made, set(kept), lambda schema, value: True)


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(PAIRS), st.integers(0, 500), st.integers(0, 500))
def test_a_part_is_no_more_than_the_whole(names, whole, part):
    made = dict(zip(names, (whole, part), strict=True))
    nest(members(made), rng(1))

    assert 0 <= made[names[1]] <= made[names[0]] == whole


def test_a_part_that_is_given_stays():
    made = {"users": 5, "active_users": 90}
    nest(members(made, kept=("active_users",)), rng(1))

    assert made["active_users"] == 90
    assert made["users"] >= 90


def test_both_sides_make_a_hundred():
    made = {"home_possession": 83, "away_possession": 64}
    nest(members(made), rng(1))
    assert made["home_possession"] + made["away_possession"] == 100

    made = {"home": 83, "away": 64}
    nest(members(made), rng(1), "possession")
    assert made["home"] + made["away"] == 100


def test_goals_at_the_half_within_objects():
    made = {"halfTime": {"home": 4, "away": 0}, "fullTime": {"home": 2, "away": 3}}
    nest(members(made), rng(1))

    assert made["halfTime"]["home"] <= 2
    assert made["halfTime"]["away"] == 0


def test_costs_of_each_sort_add_up():
    made = {"total_cost": 3.0, "labor_cost": 40.5, "material_cost": 10.0}
    nest(members(made), rng(1))

    assert made["total_cost"] == pytest.approx(50.5)


@pytest.mark.parametrize(
    "names",
    [("id", "name", "price", "available"), ("followers", "following", "active"),
     ("total_price", "unit_price"), ("rating", "average_rating")],
)  # fmt: skip
def test_what_only_sounds_like_a_part_is_none(names):
    assert not any(nested_of(names))
    assert not is_nested(names)
