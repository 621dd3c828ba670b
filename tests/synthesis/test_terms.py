"""When something is due, and what came about as it was to."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mockforge.chance import rng
from mockforge.synthesis.clocks import like
from mockforge.synthesis.members import Members
from mockforge.synthesis.terms import actual, due, lasts, over, paid_out, period
from tests.synthesis.things import NOW, when

DAY = 86_400.0


def members(made, kept=()):
    return Members({}, made, set(kept), lambda schema, value: True)


@settings(max_examples=50, deadline=None)
@given(
    st.sampled_from([("issue_date", "due_date"), ("invoiceDate", "dueDate"),
                     ("issuedOn", "dueOn")]),
    st.sampled_from(["", "open", "sent", "overdue", "paid"]),
    st.integers(0, 900),
    st.integers(0, 99),
)  # fmt: skip
def test_it_is_due_some_weeks_later(names, status, age, seed):
    made = {names[0]: like("2025-01-01", NOW - age * DAY),
            names[1]: like("2025-01-01", NOW + 20 * DAY)}  # fmt: skip
    made |= {"status": status} if status else {}
    due(members(made), rng(seed), NOW)
    start, end = (when(made[name]) for name in names)

    assert 7 <= (end - start) / DAY <= 60
    assert start <= NOW
    if status in ("open", "sent"):
        assert end >= NOW - DAY
    if status == "overdue" and age:
        assert end < NOW


def test_it_was_issued_before_a_day_that_is_given():
    made = {"issue_date": "2020-01-01", "due_date": "2025-11-30", "status": "overdue"}
    due(members(made, ["due_date"]), rng(1), NOW)

    assert "2025-09-30" <= made["issue_date"] <= "2025-11-23"
    assert made["status"] == "open"


@pytest.mark.parametrize(
    ("planned", "done"),
    [("departure_time", "actual_departure_time"), ("scheduledStart", "actualStart"),
     ("start_time", "clock_in"), ("returnDate", "returnedAt")],
)  # fmt: skip
def test_what_came_about_did_so_near_to_when_it_was_to(planned, done):
    made = {planned: "2025-03-01T10:00:00Z", done: "2024-01-01T10:00:00Z"}
    actual(members(made), rng(1), NOW)

    assert 0 <= when(made[done]) - when(made[planned]) <= 1800


def test_what_is_to_come_did_not_come_about():
    made = {"departure": "2026-03-01T10:00:00Z", "actual_departure": "2025-01-01"}
    actual(members(made), rng(1), NOW)

    assert made["actual_departure"] is None


@pytest.mark.parametrize(
    ("end", "is_over"), [("2024-01-01", True), ("2027-01-01", False)]
)
def test_what_is_over_has_ended(end, is_over):
    made = {"closed": not is_over, "closesAt": end}
    over(members(made), NOW)

    assert made["closed"] is is_over


def test_wages_are_paid_when_their_period_ends():
    made = {"periodStart": "2025-01-01", "periodEnd": "2025-01-31",
            "payDate": "2024-05-05"}  # fmt: skip
    paid_out(members(made), rng(1))

    assert "2025-01-31" <= made["payDate"] <= "2025-02-05"


def test_the_year_is_that_of_the_date():
    made = {"date": "2025-05-04", "year": 2001, "month": 12, "quarter": 4}
    period(members(made), NOW)

    assert (made["year"], made["month"], made["quarter"]) == (2025, 5, 2)


@pytest.mark.parametrize(("status", "is_past"), [("expired", True), ("active", False)])
def test_what_has_expired_has_ended_and_what_is_valid_has_not(status, is_past):
    for end in ("2019-02-03", "2035-02-03"):
        made = {"status": status, "valid_until": end}
        lasts(Members({}, made, set(), lambda *_: True), rng(1), NOW)

        assert (when(made["valid_until"]) < NOW) is is_past
