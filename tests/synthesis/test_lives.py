"""What comes later in a life has a later time."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mockforge.chance import rng
from mockforge.synthesis import Maker, Wanted
from mockforge.synthesis.clocks import like
from mockforge.synthesis.lives import fill, in_order, times_in
from mockforge.synthesis.members import Members
from tests.synthesis.asks import thing
from tests.synthesis.things import NOW, entity, when

STEPS = ["createdAt", "confirmedAt", "shippedAt", "deliveredAt", "updatedAt"]


@settings(max_examples=50, deadline=None)
@given(
    st.permutations(STEPS),
    st.lists(st.integers(0, 10**7), min_size=5, max_size=5),
)
def test_steps_are_in_order_and_none_is_ahead(names, ages):
    made = {name: like("2025-01-01T00:00:00Z", NOW - age)
            for name, age in zip(names, ages, strict=True)}  # fmt: skip
    in_order(Members({}, made, set(), lambda *_: True), rng(1), NOW)
    times = [when(made[name]) for name in STEPS]

    assert times == sorted(times)
    assert times[-1] <= NOW + 1


@pytest.mark.parametrize(
    ("made", "name"),
    [
        (
            {"status": "shipped", "createdAt": "2025-01-01", "shippedAt": None},
            "shippedAt",
        ),
        ({"is_verified": True, "verified_at": None, "x": 1}, "verified_at"),
    ],
)
def test_times_that_must_be_there_are_put(made, name):
    fill(Members({}, made, set(), lambda *_: True), entity("order"))

    assert when(made[name]) <= NOW


def test_names_of_times():
    assert times_in(("created_at", "dueDate", "name", "dob")) == (
        "created_at",
        "dueDate",
        "dob",
    )


def test_what_came_about_in_a_departure_is_near_to_when_it_was_to():
    at = {"type": "string", "format": "date-time"}
    way = thing("iata", scheduled=at, actual=at)
    schema = thing("status", departure=way, arrival=way)
    for seed in range(8):
        wanted = Wanted(schema, path="/flights/BA117/status")
        made = Maker(schema).made(wanted, rng(seed, "f"), now=NOW)
        for one in (made["departure"], made["arrival"]):
            assert abs(when(one["actual"]) - when(one["scheduled"])) <= 6 * 3600
        left, there = made["departure"], made["arrival"]
        assert when(left["scheduled"]) < when(there["scheduled"])
