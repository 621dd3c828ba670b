import pytest
from hypothesis import given
from hypothesis import strategies as st

from mockforge.learning.formats import Format
from mockforge.learning.formats.times import EARLIEST, LATEST, read_time

NOTATIONS = [
    1700000000,
    "1700000000",
    1700000000.25,
    "1700000000.250000",
    1700000000250,
    "1700000000250001",
    1700000000250001000,
    "2023-11-14T22:13:20Z",
    "2023-11-14T22:13:20.250Z",
    "2023-11-14T22:13:20.250001234+02:00",
    "2023-11-14 22:13:20,25",
    "2023-11-14 22:13:20.250 UTC",
    "20231114T221320Z",
    "2023-11-14T22:13-0530",
    "Tue, 14 Nov 2023 22:13:20 GMT",
    "Tuesday, 14-Nov-23 22:13:20 GMT",
    "Tue, 14-Nov-2023 22:13:20 GMT",
    "Tue Nov 14 22:13:20 2023",
    "Tue Nov  7 22:13:20 2023",
    "14 Nov 2023 22:13:20 +0100",
    "2023-11-14",
]


@pytest.mark.parametrize("text", NOTATIONS, ids=str)
def test_a_time_is_written_as_it_was_read(text):
    moment = read_time(text)

    assert moment is not None
    assert moment.at(moment.ns) == text


@pytest.mark.parametrize("text", NOTATIONS, ids=str)
@given(seconds=st.integers(EARLIEST, LATEST - 1))
def test_another_time_is_read_as_what_was_written(text, seconds):
    moment = read_time(text)
    assert moment is not None

    again = read_time(moment.at(seconds * 10**9), near=seconds)

    assert again is not None
    assert again.format is moment.format
    # A notation without seconds, or without hours, keeps what it has room for.
    assert abs(again.seconds - seconds) < 86400


@pytest.mark.parametrize(
    "text",
    [
        *("2023-13-14", "2023-02-30T00:00:00Z", "20231114", "2023-1-4", "pending"),
        *("1234567890", 999, -1700000000, 4102444800, True, None, "99999999999999"),
        *(
            "Tue, 31 Feb 2023 22:13:20 GMT",
            "\uff11\uff17" + "\uff10" * 8,
            1e300,
            float("nan"),
        ),
    ],
)
def test_what_is_no_time_is_none(text):
    assert read_time(text) is None


def test_two_digits_of_a_year_mean_the_nearer_century():
    moment = read_time("Tuesday, 14-Nov-23 22:13:20 GMT")

    assert moment is not None
    assert moment.seconds == 1_700_000_000


def test_when_it_was_said_decides_what_nineteen_digits_are():
    assert read_time("1700000000250001001", near=1_700_000_100.0) is not None
    assert read_time("1700000000250001001", near=1_825_000_000.0) is None


def test_a_time_without_room_stays():
    moment = read_time(1_700_000_000)
    assert moment is not None

    assert moment.at(10**20) == 1_700_000_000
    assert moment.format is Format.EPOCH


def test_a_leap_second_is_a_time():
    assert read_time("2016-12-31T23:59:60Z") is not None
    assert read_time("2016-12-31T23:59:61Z") is None
