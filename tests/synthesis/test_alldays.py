"""What lasts all day begins and ends at midnight."""

import pytest

from mockforge.synthesis.alldays import whole_days
from mockforge.synthesis.members import Members


@pytest.mark.parametrize("flag", ["allDay", "is_all_day", "fullDay"])
def test_whole_days_begin_at_midnight(flag):
    made = {flag: True, "start": "2025-03-04T09:30:00Z", "end": "2025-03-04T11:00:00Z",
            "duration_minutes": 90}  # fmt: skip
    whole_days(Members({}, made, set(), lambda *_: True))

    assert made["start"] == "2025-03-04T00:00:00Z"
    assert made["end"] == "2025-03-05T00:00:00Z"
    assert made["duration_minutes"] == 1440


def test_dates_alone_are_of_that_day():
    made = {"all_day": True, "start_date": "2025-03-04", "end_date": "2025-03-04"}
    whole_days(Members({}, made, set(), lambda *_: True))

    assert made["end_date"] == "2025-03-04"


def test_other_times_stay():
    made = {"all_day": False, "start": "2025-03-04T09:30:00Z",
            "end": "2025-03-04T11:00:00Z"}  # fmt: skip
    held = dict(made)
    whole_days(Members({}, made, set(), lambda *_: True))

    assert made == held
