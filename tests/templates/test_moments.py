from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mockforge.arithmetic import Unfit
from mockforge.templates.moments import (
    MONTHS,
    UNITS,
    Moment,
    Months,
    moment,
    offset,
    span,
    written,
)
from tests.templates.scopes import NOW, rendered

AT = Moment(NOW + 0.25)


@pytest.mark.parametrize(
    ("pattern", "value"),
    [
        ("iso", "2023-11-14T22:13:20Z"),
        ("iso_ms", "2023-11-14T22:13:20.250Z"),
        ("date", "2023-11-14"),
        ("time", "22:13:20"),
        ("http", "Tue, 14 Nov 2023 22:13:20 GMT"),
        ("unix", 1_700_000_000),
        ("unix_ms", 1_700_000_000_250),
        ("year", 2023),
        ("weekday", "Tuesday"),
        ("%Y-%m-%d %H:%M:%S", "2023-11-14 22:13:20"),
        ("%-d.%-m.%y %I %p %f %j %s %%", "14.11.23 10 PM 250000 318 1700000000 %"),
        ("%A %a %B %b", "Tuesday Tue November Nov"),
        ("yyyy-MM-dd'T'HH:mm:ss.SSSXXX", "2023-11-14T22:13:20.250Z"),
        ("yyyy-MM-ddTHH:mm:ssZ", "2023-11-14T22:13:20+0000"),
        ("dd/MM/yyyy hh:mm a", "14/11/2023 10:13 PM"),
        ("d MMM yy", "14 Nov 23"),
        ("EEEE 'the' d''", "Tuesday the 14'"),
        ("DD.MM.YYYY", "14.11.2023"),
    ],
)
def test_a_moment_is_written_in_a_format(pattern, value):
    assert written(AT, pattern) == value


@pytest.mark.parametrize("pattern", ["%Q", "%9999999d", "%", "QQ", "{0}" * 99, 5])
def test_a_format_that_is_none_is_unfit(pattern):
    with pytest.raises(Unfit):
        written(AT, pattern)


@given(st.datetimes(datetime(1, 1, 1), datetime(9999, 12, 31)))
@settings(max_examples=50)
def test_patterns_agree_with_those_of_python(day):
    at = Moment(day.replace(tzinfo=UTC, microsecond=0).timestamp())
    pattern = "%m-%d %H:%M:%S %y %j %a %b"

    assert written(at, pattern) == at.day.strftime(pattern)
    assert moment(written(at, "iso")) == at


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        (1_700_000_000, 1.7e9),
        (1_700_000_000_000, 1.7e9),
        ("2023-11-14T22:13:20Z", 1.7e9),
        ("2023-11-15T00:13:20+02:00", 1.7e9),
        ("2023-11-14 22:13:20", 1.7e9),
        ("1970-01-02", 86400),
    ],
)
def test_a_number_or_a_text_is_a_moment(value, seconds):
    assert moment(value) == Moment(seconds)


@pytest.mark.parametrize("value", ["soon", "", None, True, [], "1" * 300])
def test_what_is_no_moment_is_unfit(value):
    with pytest.raises(Unfit):
        moment(value)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("3 days", "2023-11-17T22:13:20Z"),
        ("-1h", "2023-11-14T21:13:20Z"),
        ("1d 12h", "2023-11-16T10:13:20Z"),
        ("-1d 2h", "2023-11-13T20:13:20Z"),
        ("1 month", "2023-12-14T22:13:20Z"),
        ("2 years", "2025-11-14T22:13:20Z"),
        ("", "2023-11-14T22:13:20Z"),
    ],
)
def test_a_text_moves_a_moment(text, date):
    assert str(offset(Moment(NOW), text)) == date


@pytest.mark.parametrize("text", ["soon", "3", "3 eons", "3 days later", None, []])
def test_a_text_that_is_no_span_is_unfit(text):
    with pytest.raises(Unfit):
        offset(Moment(NOW), text)


def test_months_end_at_the_last_day():
    last = moment("2024-01-31")

    assert written(last.moved(Months(1)), "date") == "2024-02-29"
    assert written(last.moved(Months(1), -1), "date") == "2023-12-31"
    with pytest.raises(Unfit):
        last.moved(Months(10**9))


def test_every_unit_is_a_span():
    assert span(1.5, "h") == 5400
    assert span(2, "weeks") == 14 * 86400
    assert span(250, "ms") == 0.25
    assert span(2, "y") == Months(24)
    with pytest.raises(Unfit):
        span(1.5, "month")
    assert not UNITS.keys() & MONTHS.keys()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("{{ now.year }}-{{ now.month }}", "2023-11"),
        ("{{ (now + 1h).time }}", "23:13:20"),
        ("{{ (now + 1 month) | date('yyyy-MM') }}", "2023-12"),
        ("{{ now - 1 year }}", "2022-11-14T22:13:20Z"),
        ("{{ now > '2020-01-01' and now < now + 1s }}", True),
        ("{{ now + 1h - now }}", 3600),
        ("{{ today }}", "2023-11-14"),
        ("{{ today 'MM' }}", "11"),
        ("{{ timestamp }}", 1_700_000_000),
        ("{{ timestamp_ms }}", 1_700_000_000_000),
        ("{{ '2024-02-01' | date('%d.%m.%Y') }}", "01.02.2024"),
        ("{{ now + 10000000 years }}", None),
        ("{{ now.iso_ms }}", "2023-11-14T22:13:20.000Z"),
    ],
)
def test_times_are_reckoned_with_in_templates(text, value):
    assert rendered(text) == value
