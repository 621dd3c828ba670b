import json

import pytest

from mockforge.chance import rng
from mockforge.learning.frequency import Frequency
from mockforge.learning.patterns.law import Law
from mockforge.learning.patterns.part import Subject
from tests.learning.patterns.made import observation

LAW = Law()
ALL, ITEMS = Subject("*"), Subject("GET /items")


def learned(times, *, subject=ITEMS, size=50, session="s{}"):
    known = Frequency()
    seen = [
        observation(n, started=time, elapsed=0.0, session=session.format(n % 7))
        for n, time in enumerate(times, start=1)
    ]
    for start in range(0, len(seen), size):
        known.update(subject, seen[start : start + size], LAW)
    return known


def arrivals(count, each, *, seed=1, start=0.0):
    chance, now, found = rng(seed, "arrivals"), start, []
    for _ in range(count):
        now += chance.expovariate(1 / each)
        found.append(now)
    return found


def test_the_rate_is_that_of_the_traffic():
    known = learned(arrivals(2000, 0.5))

    assert known.rate(ITEMS, LAW) == pytest.approx(120, rel=0.1)
    assert known.gap(ITEMS, 0.5, LAW) == pytest.approx(0.5 * 0.693, rel=0.15)


def test_a_night_is_no_part_of_the_rate():
    day = arrivals(1000, 1.0)
    next_day = [time + 86_400 for time in day]

    known = learned(day + next_day)

    assert known.rate(ITEMS, LAW) == pytest.approx(60, rel=0.15)


def test_too_few_are_not_applied():
    known = learned(range(9))

    assert known.gap(ITEMS, 0.5, LAW) is None
    assert known.rate(ITEMS, LAW) is None
    assert known.gap(Subject("GET /other"), 0.5, LAW) is None
    assert [row.samples for row in known.shown(LAW)] == [8]


def test_a_persona_without_a_pattern_is_everybody():
    known = learned(arrivals(100, 1.0))

    own = Subject("GET /items", "vip")
    assert known.gap(own, 0.5, LAW) == known.gap(ITEMS, 0.5, LAW)


def test_twice_the_rate_is_followed_in_eleven_updates():
    """To nine tenths, with a sensitivity of a fifth."""
    before = arrivals(1000, 1.0)
    after = arrivals(11 * 100, 0.25, seed=2, start=before[-1])

    known = learned(before + after, size=100)

    assert known.rate(ITEMS, LAW) == pytest.approx(240, rel=0.35)
    assert known.gap(ITEMS, 0.5, LAW) == pytest.approx(0.25 * 0.693, rel=0.25)


def test_a_session_waits_as_it_did():
    times = [10.0 * n for n in range(300)]

    known = learned(times, subject=ALL)

    assert known.wait(ITEMS, 0.5, LAW) == pytest.approx(70, rel=0.08)
    assert known.wait(Subject("GET /other"), 0.5, LAW) == pytest.approx(70, rel=0.08)
    assert Frequency().wait(ITEMS, 0.5, LAW) is None


def test_sessions_begin_so_often():
    seen = [
        observation(n, started=30.0 * n, elapsed=0.0, session=f"s{n}")
        for n in range(1, 60)
    ]
    known = Frequency()
    known.update(ALL, seen, LAW)

    assert known.sessions(LAW) == pytest.approx(2, rel=0.1)
    assert known.sessions(LAW, "vip") is None


def test_hours_are_told_once_there_were_two_days():
    day = [3600.0 * 9 + n for n in range(50)]

    assert learned(day).hours(ITEMS, LAW) is None
    hours = learned([*day, *(time + 86_400 for time in day)]).hours(ITEMS, LAW)
    assert hours is not None
    assert (hours[9], sum(hours)) == (1.0, pytest.approx(1.0))


def test_it_is_told_with_a_plot():
    known = learned(arrivals(300, 2.0))

    row = next(iter(known.shown(LAW)))

    assert (row.kind, row.subject) == ("frequency", ITEMS)
    assert "a minute" in row.told
    assert len(row.plot) > 2
    assert min(row.plot) >= 0
    assert row.detail["per_minute"] == known.rate(ITEMS, LAW)


def test_fading_leaves_less_evidence():
    known = learned(arrivals(300, 2.0))
    before = next(iter(known.shown(LAW))).samples

    known.fade(ITEMS, LAW)
    known.fade(ALL, LAW)

    assert next(iter(known.shown(LAW))).samples == pytest.approx(before * 0.95)


def test_it_comes_back_from_json():
    known = learned(arrivals(300, 2.0), subject=ALL)
    told = json.loads(json.dumps(known.to_json()))

    again = Frequency.from_json(told)

    assert json.loads(json.dumps(again.to_json())) == told
    assert list(again.shown(LAW)) == list(known.shown(LAW))


@pytest.mark.parametrize(
    "told",
    [None, {}, {"arrivals": [[1]], "sessions": []}, {"arrivals": [], "sessions": [1]}],
)
def test_what_is_no_frequency_is_refused(told):
    with pytest.raises(ValueError, match=r"frequency|unpack"):
        Frequency.from_json(told)
