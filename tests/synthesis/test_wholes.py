"""Parts are all of their whole."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mockforge.chance import rng
from mockforge.synthesis import Maker, Wanted
from mockforge.synthesis.members import Members
from mockforge.synthesis.wholes import is_split, split, splits_of, within

ROWS = [
    ("total", "passed", "failed", "skipped"),
    ("testsTotal", "tests_passed", "testsFailed", "skippedTests"),
    ("total_devices", "online", "offline"),
    ("ballots_cast", "valid_votes", "invalid-votes", "blankVotes"),
    ("valid_votes", "yes_votes", "no_votes"),
    ("total", "male", "female"),
    ("payment", "principal", "interest"),
    ("total", "critical", "high", "medium", "low"),
    ("total_guests", "confirmed", "declined", "pending"),
    ("headcount", "full_time", "part_time"),
]


def members(made, kept=()):
    return Members({}, made, set(kept), lambda schema, value: True)


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(ROWS), st.integers(1, 99))
def test_parts_add_up(names, seed):
    chance = rng(seed)
    made = {name: chance.randint(0, 400) for name in names}
    split(members(made), chance)

    assert made[names[0]] == sum(made[name] for name in names[1:])
    assert min(made.values()) >= 0


@pytest.mark.parametrize(
    "names",
    [
        ("open", "high", "low", "close", "volume"),
        ("pending", "available", "currency"),
        ("name", "yes", "no"),
        ("total_time", "passed", "failed_at"),
    ],
)
def test_what_only_sounds_like_parts_is_none(names):
    assert splits_of(names) == ()
    assert not is_split(names)


def test_what_is_given_stays_and_the_rest_fits():
    made = {"total": 50, "passed": 3, "failed": 30, "skipped": 9}
    split(members(made, kept=("failed",)), rng(2))

    assert made["failed"] == 30
    assert made["total"] == made["passed"] + 30 + made["skipped"]


def test_nothing_failed_where_the_status_says_so():
    made = {"total": 50, "passed": 3, "failed": 30, "skipped": 9, "status": "passed"}
    split(members(made), rng(2))

    assert made["failed"] == 0
    made = {"total": 50, "passed": 50, "failed": 0, "skipped": 0, "status": "failed"}
    split(members(made), rng(2))
    assert made["failed"] == 1


def test_shares_are_those_of_the_parts():
    made = {"total": 90, "passed": 3, "failed": 30, "pass_rate": 7.0}
    split(members(made), rng(3))

    assert made["pass_rate"] == pytest.approx(100 * made["passed"] / 90, abs=0.06)


def test_where_the_most_is_not_told_the_rest_is_little():
    made = {"tests": 200, "failures": 180, "errors": 100, "skipped": 60}
    split(members(made), rng(3))

    assert made["failures"] + made["errors"] + made["skipped"] < 60


def test_a_document_of_test_runs_adds_up():
    names = ("total", "passed", "failed", "skipped")
    schema = {"type": "object", "required": [*names],
              "properties": {name: {"type": "integer"} for name in names}}  # fmt: skip
    maker = Maker(schema)
    for seed in range(20):
        found = maker.made(Wanted(path="/test-runs/4"), rng(seed), now=1.7e9)

        assert found["total"] == found["passed"] + found["failed"] + found["skipped"]


def test_a_build_that_passed_has_no_failed_tests_within():
    made = {"status": "passed", "tests": {"total": 9, "passed": 7, "failed": 2}}
    within(members(made))

    assert made["tests"] == {"total": 9, "passed": 9, "failed": 0}


def test_bikes_and_docks_are_all_there_are():
    made = {"capacity": 24, "num_bikes_available": 90, "num_docks_available": 9}
    split(members(made), rng(1))

    assert made["num_bikes_available"] + made["num_docks_available"] == 24
