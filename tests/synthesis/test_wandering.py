"""Samples go from one to the next."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from mockforge.chance import rng
from mockforge.synthesis.members import Members
from mockforge.synthesis.wandering import evenly, measures, wander


def several(items):
    return [Members({}, one, set(), lambda *_: True) for one in items]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.floats(-40, 40), min_size=3, max_size=20))
def test_each_is_near_the_one_before(values):
    items = [{"temperature": one} for one in values]
    wander(several(items), ["temperature"], rng(1))
    made = [one["temperature"] for one in items]
    spread = max(values) - min(values)

    assert all(abs(b - a) <= 0.21 * spread + 0.02
               for a, b in pairwise(made))  # fmt: skip


def test_a_meter_rises_a_battery_falls_and_a_capacity_stays():
    items = [{"odometer": o, "battery": b, "capacity": c}
             for o, b, c in ((5, 40, 9), (3, 60, 7), (9, 50, 8))]  # fmt: skip
    wander(several(items), ["odometer", "battery", "capacity"], rng(1))

    assert [one["odometer"] for one in items] == sorted(o["odometer"] for o in items)
    assert items[0]["battery"] > items[-1]["battery"]
    assert {one["capacity"] for one in items} == {9}


def test_a_day_opens_with_what_the_one_before_closed_with():
    items = [{"open": 5.0, "high": 9.0, "low": 1.0, "close": one} for one in (4.0, 6.0)]
    wander(several(items), ["open", "high", "low", "close"], rng(1))

    assert items[1]["open"] == items[0]["close"]
    for one in items:
        assert one["low"] <= min(one["open"], one["close"])
        assert one["high"] >= max(one["open"], one["close"])


def test_days_follow_days():
    items = [{"date": "2025-01-05", "visits": 3}, {"date": "2024-01-05", "visits": 3}]
    evenly(several(items), "date", (0.0, 1_763_700_000.0))

    assert [one["date"] for one in items] == ["2025-11-20", "2025-11-21"]
    assert measures(several(items), ("date",)) == ["visits"]


def test_bytes_are_no_times_and_all_there_are_stay():
    items = [{"mem_total_bytes": size} for size in (34_359_738_368, 17_179_869_184)]

    assert measures(several(items), ()) == ["mem_total_bytes"]
    wander(several(items), ["mem_total_bytes"], rng(1))
    assert items[0] == items[1]
