"""Requests are due at equal gaps, whatever the client does meanwhile."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mockforge.load.schedule import LATE, Pacing, Schedule

rates = st.floats(0.5, 5000)
START = 1000.0


def taken(schedule, now):
    """Return the due times of everything that is due at *now*."""
    return list(iter(lambda: schedule.take(now, now), None))


@given(rates, st.floats(0, 2), st.lists(st.floats(0, 0.2), max_size=30))
def test_requests_are_due_at_equal_gaps(rate, warmup, pauses):
    schedule = Schedule(Pacing(rate, duration=1.0, warmup=warmup), START)
    now, found = START, []
    for pause in pauses:
        now += pause
        found += taken(schedule, now)

    # Counted from the beginning of what is measured: gaps do not add up to a drift.
    numbers = [(due - schedule.begin) * rate for due in found]
    assert all(abs(each - round(each)) < 1e-5 for each in numbers)
    assert all(START - 1e-9 <= due <= now for due in found)
    measured = [round(each) for each in numbers if each > -0.5]
    assert measured == list(range(len(measured)))


@given(rates, st.floats(0.001, 2), st.floats(0, 2))
def test_as_many_are_due_as_the_rate_says(rate, duration, warmup):
    schedule = Schedule(Pacing(rate, duration=duration, warmup=warmup), START)

    found = taken(schedule, schedule.end)

    measured = [due for due in found if due >= schedule.begin]
    assert len(measured) == schedule.measured
    assert abs(len(measured) - rate * duration) <= 1
    assert all(due < schedule.end for due in found)
    assert schedule.missing(schedule.end) == 0


@given(rates, st.floats(0.001, 2), st.integers(0, 100))
def test_what_was_due_and_not_taken_is_missing(rate, duration, count):
    pacing = Pacing(rate, duration=duration)
    due = len(taken(Schedule(pacing, START), START + duration))
    schedule = Schedule(pacing, START)
    done = sum(schedule.take(schedule.end, 0) is not None for _ in range(count))

    assert schedule.missing(schedule.end) == due - done
    assert schedule.missing(schedule.end + 100) == due - done


@given(st.one_of(st.none(), rates), st.integers(1, 20))
def test_a_number_of_requests_is_not_exceeded(rate, number):
    pacing = Pacing(rate, duration=1e6, requests=number)
    schedule = Schedule(pacing, START)

    found = taken(schedule, START + 1e5)

    assert len(found) == schedule.measured == number
    assert schedule.is_over(START + 1e5)
    assert schedule.next_due() is None
    assert schedule.missing(START + 1e5) == 0


@pytest.mark.parametrize("rate", [None, 100.0])
def test_the_warm_up_is_not_counted(rate):
    schedule = Schedule(Pacing(rate, duration=1.0, warmup=1.0, requests=5), START)

    assert schedule.take(START + 0.5, START + 0.5) is not None
    assert schedule.measured == 0
    assert not schedule.is_over(START + 0.5)


def test_what_the_warm_up_could_not_send_is_not_owed():
    schedule = Schedule(Pacing(100.0, duration=1.0, warmup=1.0), START)

    assert schedule.take(schedule.begin, START) == schedule.begin
    assert schedule.measured == 1


def test_without_a_rate_a_request_is_due_when_its_connection_is_free():
    schedule = Schedule(Pacing(duration=1.0), START)

    assert schedule.take(START + 0.3, START + 0.2) == START + 0.2
    assert schedule.next_due() is None
    assert schedule.take(START + 1.0, START + 1.0) is None


def test_nothing_is_due_before_its_time():
    schedule = Schedule(Pacing(2.0, duration=5.0), START)

    assert schedule.take(START, START) == START
    assert schedule.take(START + 0.4, START) is None
    assert schedule.next_due() == START + 0.5


def test_what_was_due_before_the_end_is_still_sent_for_a_moment():
    schedule = Schedule(Pacing(10.0, duration=1.0), START)

    assert not schedule.is_over(schedule.end)
    assert schedule.take(schedule.end + LATE / 2, 0) == START
    assert schedule.take(schedule.end + LATE, 0) is None
    assert schedule.missing(schedule.end + LATE) == 9
