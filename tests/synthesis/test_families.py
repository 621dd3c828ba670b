"""Numbers whose names differ in a word are in order, and parts of a whole."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mockforge.chance import rng
from mockforge.synthesis.families import has_own_share, relate
from mockforge.synthesis.members import Members

NUMBERS = st.integers(1, 1000)


def related(made, kept=()):
    relate(Members({}, made, set(kept), lambda schema, value: True), rng(1))
    return made


@settings(max_examples=40, deadline=None)
@given(NUMBERS, NUMBERS, NUMBERS, st.sampled_from(["temp_{}", "{}Latency", "{}"]))
def test_an_average_is_between(low, mean, high, shape):
    names = [shape.format(one) for one in ("min", "avg", "max")]
    found = related(dict(zip(names, (low, mean, high), strict=True)))

    assert sorted(found.values()) == [found[name] for name in names]


def test_percentiles_rise():
    found = related({"p50": 9, "p95": 3, "p99": 5})

    assert found == {"p50": 3, "p95": 5, "p99": 9}


@settings(max_examples=40, deadline=None)
@given(
    st.sampled_from(
        [
            ("capacity", "registered", "spotsLeft"),
            ("seatsTotal", "seatsSold", "seatsAvailable"),
            ("total_tasks", "completed_tasks", "open_tasks"),
            ("quota", "used", "remaining"),
            ("quantity_on_hand", "quantity_reserved", "quantity_available"),
            ("totalQuestions", "correctAnswers", "incorrectAnswers"),
            ("memory_total_mb", "memory_used_mb", "memory_free_mb"),
        ]
    ),
    NUMBERS,
    NUMBERS,
    NUMBERS,
)
def test_what_is_taken_and_left_is_the_whole(names, whole, taken, left):
    found = related(dict(zip(names, (whole, taken, left), strict=True)))
    made = [found[name] for name in names]

    assert made[0] == made[1] + made[2]
    assert min(made) >= 0


def test_the_share_is_that_of_what_is_taken():
    found = related({"tasksTotal": 8, "tasksCompleted": 2, "progress": 70})

    assert found["progress"] == 25


def test_what_is_done_is_done_wholly():
    found = related({"status": "completed", "lessonsTotal": 8, "lessonsCompleted": 2})

    assert found["lessonsCompleted"] == 8


@pytest.mark.parametrize(("sold", "is_out"), [(10, True), (4, False)])
def test_what_is_sold_out_has_nothing_left(sold, is_out):
    found = related({"capacity": 10, "sold": sold, "available": 3, "soldOut": False},
                    ["sold"])  # fmt: skip

    assert found["soldOut"] is is_out
    assert found["available"] == 10 - sold


def test_a_share_of_what_is_told_beside_it():
    assert has_own_share(("quota", "used", "percentUsed"), "percentUsed")
    assert not has_own_share(("name", "percentage"), "percentage")
