"""Truth values, times and reasons are as the status is."""

import pytest

from mockforge.synthesis.flags import agree, missing
from mockforge.synthesis.members import Members

WHEN = "2025-01-01T00:00:00Z"


def agreed(made):
    agree(Members({}, made, set(), lambda schema, value: True))
    return made


@pytest.mark.parametrize(
    ("status", "flag", "is_so"),
    [
        ("active", "is_active", True),
        ("suspended", "isActive", False),
        ("terminated", "active", False),
        ("paid", "isPaid", True),
        ("overdue", "paid", False),
        ("draft", "paid", False),
        ("cancelled", "isCanceled", True),
        ("scheduled", "cancelled", False),
        ("completed", "archived", False),
        ("failed", "success", False),
        ("delivered", "is_shipped", True),
        ("pending", "is_shipped", False),
        ("refunded", "captured", True),
    ],
)
@pytest.mark.parametrize("was", [True, False])
def test_a_flag_says_what_the_status_says(status, flag, is_so, was):
    assert agreed({"status": status, flag: was})[flag] is is_so


@pytest.mark.parametrize(
    ("status", "name", "is_there"),
    [
        ("open", "paidAt", False),
        ("paid", "paid_at", True),
        ("running", "finished_at", False),
        ("cancelled", "delivered_at", False),
        ("active", "cancelledAt", False),
        ("approved", "reimbursed_at", False),
        ("submitted", "approvedBy", False),
        ("approved", "approved_by", True),
    ],
)
def test_there_is_no_time_of_what_has_not_come(status, name, is_there):
    assert (agreed({"status": status, name: WHEN})[name] is not None) is is_there


@pytest.mark.parametrize("flag", ["emailVerified", "is_email_verified"])
def test_a_flag_and_its_time_agree(flag):
    assert agreed({flag: True, "email_verified_at": None})[flag] is False
    assert agreed({flag: False, "emailVerifiedAt": WHEN})["emailVerifiedAt"] is None


def test_there_is_a_reason_only_for_what_came_about():
    assert agreed({"status": "paid", "failureReason": "x"})["failureReason"] is None
    assert agreed({"status": "failed", "failureReason": "x"})["failureReason"] == "x"


def test_what_is_done_is_at_its_end():
    found = agreed({"status": "success", "exit_code": 7, "progress": 40})

    assert (found["exit_code"], found["progress"]) == (0, 100)


def test_times_that_must_be_there_are_told():
    made = {"status": "shipped", "shippedAt": None, "deliveredAt": None}

    assert list(missing(Members({}, made, set(), lambda *_: True))) == ["shippedAt"]


@pytest.mark.parametrize(("status", "is_there"), [("open", False), ("closed", True)])
@pytest.mark.parametrize("name", ["csat", "resolution", "state_reason", "closedBy"])
def test_what_comes_at_the_end_is_told_only_then(name, status, is_there):
    made = {"status": status, name: "x"}
    agree(Members({}, made, set(), lambda *_: True))

    assert (made.get(name) is not None) is is_there
