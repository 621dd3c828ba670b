"""Ends come after beginnings, as long after as is told."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mockforge.chance import rng
from mockforge.synthesis.durations import fit
from mockforge.synthesis.members import Members
from tests.synthesis.things import NOW, entity, when

PAST, LATER = "2025-03-01T10:00:00Z", "2025-03-01T11:30:00Z"


def fitted(made, kind="", kept=(), seed=1):
    held = Members({}, made, set(kept), lambda schema, value: True)
    fit(held, entity(kind), rng(seed), NOW)
    return made


UNITS = [("durationMinutes", 60), ("duration_seconds", 1), ("duration_ms", 0.001),
         ("elapsed_hours", 3600)]  # fmt: skip


@settings(max_examples=40, deadline=None)
@given(
    st.sampled_from(
        [("start", "end"), ("started_at", "finished_at"), ("startTime", "endTime"),
         ("check_in", "check_out"), ("departure", "arrival")]
    ),
    st.sampled_from(UNITS),
    st.sampled_from(["event", "flight", "job", "meeting", ""]),
    st.booleans(),
    st.integers(0, 99),
)  # fmt: skip
def test_a_duration_is_from_the_beginning_to_the_end(names, unit, kind, turned, seed):
    start, end = names
    made = {start: LATER if turned else PAST, end: PAST if turned else LATER,
            unit[0]: 7.5}  # fmt: skip
    fitted(made, kind, seed=seed)
    length = when(made[end]) - when(made[start])

    assert length > 0
    tolerance = max(0.006 * unit[1], 0.01 * length)
    assert made[unit[0]] * unit[1] == pytest.approx(length, abs=tolerance)


def test_an_end_follows_what_is_given():
    made = {"start": PAST, "end": PAST, "durationMinutes": 45}

    assert fitted(made, kept=["start", "durationMinutes"])["end"] == (
        "2025-03-01T10:45:00Z"
    )


def test_nights_are_from_day_to_day():
    found = fitted({"checkIn": "2025-03-01", "checkOut": "2025-03-04", "nights": 9},
                   "booking")  # fmt: skip

    assert found["nights"] == 3


def test_what_is_over_ended_before_now():
    found = fitted({"started_at": "2025-11-21T04:30:00Z",
                    "finished_at": "2025-11-25T04:00:00Z"}, "job")  # fmt: skip

    assert when(found["finished_at"]) <= NOW


@pytest.mark.parametrize(
    ("status", "place"), [("planned", 0), ("active", 1), ("expired", 2)]
)
def test_a_status_is_so_now(status, place):
    made = {"status": status, "start_date": "2020-01-01", "end_date": "2020-06-01"}
    fitted(made, "project")
    start, end = when(made["start_date"]), when(made["end_date"])

    assert (start <= NOW) + (end + 86400 < NOW) == place


def test_a_period_is_a_month_and_holds_today():
    made = {"interval": "month", "status": "active",
            "current_period_start": "2024-05-05T10:00:00Z",
            "current_period_end": "2024-05-06T10:00:00Z"}  # fmt: skip
    fitted(made, "subscription")
    start, end = (when(made[f"current_period_{one}"]) for one in ("start", "end"))

    assert start <= NOW <= end
    assert end - start == 30 * 86400


def test_the_sun_rises_in_the_morning():
    made = {"sunrise": "2025-03-01T22:00:00Z", "sunset": "2025-03-01T22:00:00Z"}
    fitted(made)

    assert "05" <= made["sunrise"][11:13] <= "08"
    assert made["sunrise"] < made["sunset"]
