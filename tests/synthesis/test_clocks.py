"""Times are read, and written as they were."""

import pytest

from mockforge.synthesis.clocks import form_in, like, seconds_of


@pytest.mark.parametrize(
    ("value", "form", "seconds"),
    [
        ("2025-01-01T00:00:00Z", "date-time", 1735689600),
        ("2025-01-01T01:00:00+01:00", "date-time", 1735689600),
        ("2025-01-01", "date", 1735689600),
        (1735689600, "seconds", 1735689600),
        (1735689600000, "milliseconds", 1735689600),
        ("09:30", "clock", 34200),
    ],
)
def test_a_time_is_read(value, form, seconds):
    assert form_in(value) == form
    assert seconds_of(value) == seconds


@pytest.mark.parametrize("value", ["yesterday", "2025-13-01", 7, True, None, {}])
def test_what_is_none_is_none(value):
    assert seconds_of(value) is None


@pytest.mark.parametrize("value", ["2025-01-01", 1735689600, "09:30"])
def test_what_is_written_is_of_the_same_form(value):
    assert form_in(like(value, 1735700000.0)) == form_in(value)


def test_a_blank_in_the_middle_stays():
    assert like("2026-03-17 23:46:16", 1_763_700_000.0) == "2025-11-21 04:40:00"
