import json
import math

import pytest

from mockforge.learning.patterns.part import Subject
from mockforge.learning.patterns.windows import MOST_WAITING, Windows
from tests.learning.patterns.made import observation

A, B = Subject("GET /a"), Subject("GET /b")


def test_an_update_is_due_when_the_traffic_says_that_time_has_passed():
    windows = Windows(60.0, 2)
    due = [
        windows.add(observation(n, started=20.0 * n, elapsed=0.0), [A])
        for n in range(1, 8)
    ]

    assert due == [False, False, False, True, True, True, True]
    assert [one.id for one in windows.take()[0][1]] == [1, 2, 3, 4, 5, 6, 7]
    assert not windows.add(observation(8, started=141.0, elapsed=0.0), [A])


def test_who_has_too_little_waits_for_the_next():
    windows = Windows(60.0, 3)
    windows.add(observation(1), [A, B])
    windows.add(observation(2), [A])
    windows.add(observation(3), [A])

    assert [subject for subject, _ in windows.take()] == [A]
    assert [
        (subject, [one.id for one in seen]) for subject, seen in windows.rest()
    ] == [(B, [1])]
    assert windows.rest() == []


def test_a_clock_that_goes_back_stands_still():
    windows = Windows(60.0, 1)
    windows.add(observation(1, started=1000.0, elapsed=0.0), [A])

    assert not windows.add(observation(2, started=10.0, elapsed=0.0), [A])
    assert not windows.add(observation(3, started=math.nan), [A])
    assert windows.clock == 1000.0


def test_if_very_many_wait_an_update_is_due_whatever_the_time():
    windows = Windows(60.0, 10**9)
    one = observation(1)

    due = [windows.add(one, [A]) for _ in range(MOST_WAITING)]

    assert due.index(True) == MOST_WAITING - 1
    assert len(windows.take()[0][1]) == MOST_WAITING


def test_a_pause_of_all_traffic_is_no_time():
    windows = Windows(60.0, 1)
    for number, started in enumerate((0.0, 10.0, 40_000.0), start=1):
        windows.add(observation(number, started=started, elapsed=0.0), [A])

    assert windows.active == 70.0


def test_whoever_is_quiet_for_much_longer_than_usual_is_silent():
    windows = Windows(10.0, 1)
    for number in range(1, 4):
        windows.add(observation(number, started=5.0 * number, elapsed=0.0), [A, B])
    windows.take()
    for number in range(4, 13):
        windows.add(observation(number, started=5.0 * number, elapsed=0.0), [B])
    assert list(windows.silent(0.5)) == []
    windows.add(observation(13, started=65.0, elapsed=0.0), [B])

    found = [list(windows.silent(0.5)) for _ in range(4)]

    assert found == [[(A, False)], [(A, False)], [(A, True)], []]


def test_without_decay_nobody_is_silent():
    windows = Windows(1.0, 1)
    windows.add(observation(1), [A])
    windows.take()
    windows.add(observation(90_000), [B])

    assert list(windows.silent(0.0)) == []


def test_windows_come_back_from_json():
    windows = Windows(60.0, 2)
    for number in range(1, 6):
        windows.add(observation(number), [A] if number % 2 else [A, B])
    windows.take()
    windows.add(observation(6, started=1_700_000_100.0), [B])
    told = json.loads(json.dumps(windows.to_json()))

    again = Windows.from_json(told, 60.0, 2)

    assert json.loads(json.dumps(again.to_json())) == told
    assert again.rest() == windows.rest()


@pytest.mark.parametrize(
    "told",
    [
        {},
        {"clock": 1, "active": 1, "updated": 1, "heard": [["a"]], "waiting": []},
        {"clock": math.inf, "active": 1, "updated": 1, "heard": [], "waiting": []},
        {"clock": 1, "active": 1, "updated": 1, "heard": [], "waiting": [[1]]},
    ],
)
def test_what_is_no_windows_is_refused(told):
    with pytest.raises(ValueError, match=r"windows|no time|unpack"):
        Windows.from_json(told, 60.0, 2)


def test_what_waits_may_be_given_another_session():
    windows = Windows(60.0, 2)
    windows.add(observation(3), [A])

    found = windows.renamed(A, 3, "mine")
    assert found is not None
    assert found.session == "mine"
    assert windows.renamed(A, 4, "mine") is None
    assert windows.renamed(B, 3, "mine") is None
