from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mockforge.learning.failures.tally import Last, Tally, failed_after
from tests.learning.failures.talk import independent, modulated


def tally(outcomes, session=lambda number: "s"):
    return Tally.of((session(number), one) for number, one in enumerate(outcomes))


def test_neighbours_are_counted_on_both_axes():
    made = Tally.of([("s", ""), ("t", "503"), ("s", "503"), ("s", None), ("t", "")])

    assert made.counts == {"": 2, "503": 2}
    assert made.arrived == {("", "503"): 1, ("503", "503"): 1, ("503", ""): 1}
    assert made.in_session == {("", "503"): 1, ("503", ""): 1}
    assert failed_after(made.arrived) == [[0, 1], [1, 1]]


@given(st.lists(st.sampled_from("abc"), min_size=1), st.sampled_from([None, ""]))
def test_where_all_is_well_it_is_as_one_after_the_other(sessions, before):
    one, other = Last(), Last()
    one.outcome = other.outcome = before

    found = Tally.well(sessions, one)

    assert found is not None
    expected = Tally.of([(session, "") for session in sessions], other)
    assert found.to_json() == expected.to_json()
    assert (one.outcome, one.failed) == (other.outcome, other.failed)


@pytest.mark.parametrize("failed", [{}, {"s": "503"}])
def test_behind_a_failure_the_order_matters(failed):
    last = Last()
    last.outcome, last.failed = "503", failed

    assert Tally.well(["s"], last) is None


def test_counts_add_up_and_fade_together():
    made = tally(["", "", "503", "503"])
    made.add([tally(["", "", "", "500"])])
    made.samples *= 0.5

    assert made.samples == 4.0
    assert made.counts == {"": 2.5, "503": 1.0, "500": 0.5}
    assert made.arrived["503", "503"] == 0.5


def test_one_that_is_taken_back_leaves_nothing_behind():
    made = tally(["", "500", "", ""])
    made.move("500", -1)
    made.move("500", -1)

    assert made.counts == {"": 3, "500": 0}
    assert made.arrived["", "500"] == made.arrived["500", ""] == 0


@pytest.mark.parametrize(
    ("before", "now"),
    [
        (independent(0.01, 1000, 1), independent(0.3, 50, 2)),
        (independent(0.3, 1000, 1), independent(0.01, 50, 2)),
        ([""] * 500, independent(0.3, 50, 2)),
        (independent(0.2, 500, 1), independent(0.2, 80, 2, "500")),
        (modulated(0.05, 0.5, 2000, 1), modulated(0.05, 0.05, 400, 4)),
    ],
    ids=["more", "less", "some", "another", "longer"],
)
def test_a_change_is_seen(before, now):
    assert tally(before).differs([tally(now)])


def test_more_of_the_same_seldom_looks_like_a_change():
    alarms = tests = 0
    for seed in range(30):
        chance = Random(seed)
        begins = chance.choice([0.002, 0.01, 0.1])
        source = modulated(begins, chance.choice([0.1, 0.5, 1 - begins]), 1800, seed)
        known = tally(source[:60])
        for start in range(60, 1800, 60):
            batch = tally(source[start : start + 60])
            alarms += known.differs([batch])
            tests += 1
            known.add([batch])

    assert alarms <= 0.01 * tests


def test_json_holds_all_of_it_and_nothing_that_is_no_count():
    made = tally(["", "503", "503", "reset"])
    told = made.to_json()

    assert Tally.from_json(told).to_json() == told
    told[0]["503"] = float("nan")
    assert Tally.from_json(told).counts["503"] == 0.0
