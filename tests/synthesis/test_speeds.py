"""Ways, times and speeds are of one another."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mockforge.chance import rng
from mockforge.synthesis.members import Members
from mockforge.synthesis.speeds import day_of_work, energy, travel, ways_in
from tests.synthesis.things import entity


def travelled(made, noun, kept=()):
    thing = entity("")
    thing.shared.noun = noun
    members = Members({}, made, set(kept), lambda *_: True)
    travel(members, thing, rng(1))
    return made


@settings(max_examples=40, deadline=None)
@given(
    st.sampled_from([("run", 8, 14), ("bike ride", 15, 28), ("hike", 4, 6)]),
    st.floats(0.1, 400),
    st.integers(10, 300),
)
def test_a_way_is_as_long_as_one_comes_in_that_time(sort, far, minutes):
    noun, low, high = sort
    made = travelled({"distance_km": round(far, 2), "duration_minutes": minutes,
                      "avg_speed_kmh": 3.0}, noun)  # fmt: skip
    speed = made["distance_km"] / minutes * 60

    assert low * 0.88 <= speed <= high * 1.12
    assert made["avg_speed_kmh"] == pytest.approx(speed, abs=0.06)


def test_a_way_that_is_given_stays():
    made = travelled({"distance": 90.0, "duration_minutes": 60}, "run", ("distance",))

    assert made["distance"] == 90.0


def test_a_pace_is_of_the_way():
    made = travelled({"distance_km": 10.0, "moving_time_sec": 3000, "pace": "Blue"},
                     "run")  # fmt: skip
    assert made["pace"] == "5:00 /km"


def test_the_type_beside_it_tells_how_fast_it_is():
    made = travelled({"type": "Ride", "distance_km": 500.0, "duration_min": 60}, "run")

    assert 15 <= made["distance_km"] <= 28


def test_nothing_is_done_where_no_way_is_told():
    assert ways_in(("duration", "price")) is None


def test_a_day_has_few_hours():
    members = Members({}, {"date": "2025-01-01", "hours": 45}, set(), lambda *_: True)
    day_of_work(members, rng(1))

    assert 1 <= (members.worth("hours") or 0) <= 9


def test_no_more_energy_flows_than_the_power_gives():
    made = {"energy_kwh": 900.0, "power_kw": 50.0, "duration_minutes": 30,
            "cost": 4000.0, "currency": "EUR"}  # fmt: skip
    members = Members({}, made, set(), lambda *_: True)
    energy(members, rng(1))
    used = members.worth("energy_kwh") or 0

    assert 2.5 <= used <= 25
    assert 0.1 * used <= (members.worth("cost") or 0) <= 0.9 * used
