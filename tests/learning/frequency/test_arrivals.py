import json

import pytest

from mockforge.learning.frequency.arrivals import (
    MOST_SESSIONS,
    Arrivals,
    Sessions,
    time_of,
)
from mockforge.learning.patterns.law import Law
from tests.learning.patterns.made import observation

MONDAY = 4 * 86_400.0
"""The fifth of January 1970."""


def plain(known):
    return json.loads(json.dumps(known.to_json()))


def test_gaps_run_from_one_update_to_the_next():
    known = Arrivals()
    known.take([0.0, 1.0], Law())
    known.take([3.0], Law())

    assert known.gaps.samples == 2


def test_requests_are_counted_by_hour_and_by_day():
    known = Arrivals()
    known.take([MONDAY + 3600 * 5, MONDAY + 86_400 + 3600 * 5, MONDAY], Law())

    assert (known.hours[5], known.hours[0]) == (2, 1)
    assert known.weekdays[:2] == [2, 1]
    assert len(known.days) == 2


def test_a_session_waits_from_the_end_of_an_answer_to_its_next_request():
    known = Sessions()
    known.take(
        [
            observation(1, started=0.0, elapsed=2.0, session="a"),
            observation(2, started=1.0, elapsed=0.1, session="b"),
            observation(3, started=5.0, elapsed=0.1, session="a", endpoint="GET /b"),
            observation(4, started=9_000.0, elapsed=0.1, session="a"),
        ],
        Law(),
    )

    assert set(known.waits) == {"GET /b"}
    assert known.waits["GET /b"].samples == 1
    assert known.begins.gaps.samples == 2


def test_of_many_sessions_the_last_are_remembered():
    known = Sessions()
    many = [observation(n, session=f"s{n}") for n in range(1, 2 * MOST_SESSIONS)]

    known.take(many, Law())

    assert len(known.last) == MOST_SESSIONS


def test_they_come_back_from_json():
    known, arrivals = Sessions(), Arrivals()
    seen = [observation(n, session=f"s{n % 3}") for n in range(1, 40)]
    known.take(seen, Law())
    arrivals.take([one.started for one in seen], Law())

    assert plain(Sessions.from_json(plain(known))) == plain(known)
    assert plain(Arrivals.from_json(plain(arrivals))) == plain(arrivals)


@pytest.mark.parametrize("value", ["x", float("nan"), float("inf")])
def test_what_is_no_time_is_refused(value):
    with pytest.raises(ValueError, match=r"no time|convert"):
        time_of(value)
