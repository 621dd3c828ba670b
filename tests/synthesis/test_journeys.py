"""What comes about between a beginning and an end."""

import pytest

from mockforge.synthesis.edges import spans_of
from mockforge.synthesis.journeys import within, worked
from mockforge.synthesis.members import Members
from mockforge.synthesis.series import Row


def members(made):
    return Members({}, made, set(), lambda schema, value: True)


def test_what_is_listed_of_a_week_happened_in_it():
    entries = [{"date": "2020-01-01"}, {"date": "2030-01-01"}]
    made = {"week_start": "2025-03-03", "week_end": "2025-03-09", "entries": entries}
    within(members(made), {"entries": [Row(members(one), "") for one in entries]})
    days = [one["date"] for one in entries]

    assert "2025-03-03" <= days[0] < days[1] <= "2025-03-09"


def test_hours_worked_are_those_there_without_the_break():
    made = {"start": "x", "end": "y", "break_minutes": 30, "hours_worked": 2.0}
    worked(members(made), spans_of(("start", "end"))[0], 8.5 * 3600)

    assert made["hours_worked"] == 8.0


@pytest.mark.parametrize("speed", [50.0, 500.0])
def test_a_speed_is_that_of_the_way(speed):
    made = {"start": "x", "end": "y", "distance_km": 60.0, "avg_speed": speed}
    worked(members(made), spans_of(("start", "end"))[0], 3600)

    assert made["avg_speed"] == pytest.approx(made["distance_km"], abs=0.01)
