"""Parts make what they are named for."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mockforge.chance import rng
from mockforge.synthesis import Wanted, made
from mockforge.synthesis.members import Members
from mockforge.synthesis.portions import is_portioned, portions_of, share_out

SEEDS = st.integers(0, 10**9)


def shared(held, seed=1, kept=()):
    share_out(Members({}, held, set(kept), lambda *_: True), rng(seed))
    return held


@settings(max_examples=30, deadline=None)
@given(SEEDS, st.integers(60, 140))
def test_quarters_make_the_score(seed, score):
    held = shared({"score": score, "q1": 90, "q2": 1, "q3": 4, "q4": 70}, seed)

    assert held["score"] == score
    assert held["q1"] + held["q2"] + held["q3"] + held["q4"] == score
    assert all(score * 0.1 <= held[one] <= score * 0.45 for one in ("q1", "q2", "q3"))


@pytest.mark.parametrize(
    ("whole", "one", "other"),
    [("rebounds", "offensive_rebounds", "defensive_rebounds"),
     ("totalExcess", "compulsoryExcess", "voluntaryExcess"),
     ("passengers", "passengersDomestic", "passengersInternational")],
)  # fmt: skip
def test_two_sides_make_the_whole(whole, one, other):
    assert shared({whole: 3, one: 11, other: 31})[whole] == 42
    held = shared({whole: 84, one: 11, other: 31}, kept=[whole])
    assert held[whole] == 84 == held[one] + held[other]


@settings(max_examples=30, deadline=None)
@given(SEEDS)
def test_soil_is_of_sand_silt_and_clay(seed):
    schema = {"type": "object", "properties": {
        one: {"type": "number"} for one in ("sandPercent", "siltPercent",
                                            "clayPercent")}}  # fmt: skip
    schema["required"] = [*schema["properties"]]
    found = made(Wanted(schema, path="/fields/3/soil"), rng(seed), now=1_763_700_000.0)

    assert sum(found.values()) == pytest.approx(100, abs=0.01)


def test_what_has_no_parts_is_left():
    assert not is_portioned(("name", "price", "domestic_flights"))
    assert portions_of(("q1", "q2", "score")) == ()
