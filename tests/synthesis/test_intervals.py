"""Intervals follow each other; what one person earns stays."""

from itertools import pairwise
from typing import Any

from mockforge.chance import rng
from mockforge.synthesis import Maker, Wanted
from mockforge.synthesis.intervals import in_turn, intervals, is_one_thing, league, stay
from mockforge.synthesis.members import Members
from tests.synthesis.asks import thing
from tests.synthesis.things import NOW, when


def several(items, kept=()):
    return [Members({}, one, set(kept), lambda *_: True) for one in items]


def test_an_interval_begins_where_the_one_before_ended():
    items = [{"from": "2024-03-01T00:11:00Z", "to": "2024-06-01T00:00:00Z",
              "consumption_kwh": 3.0} for _ in range(4)]  # fmt: skip

    assert intervals(several(items), NOW, 900.0, frozenset(("usage",)))
    for before, after in pairwise(items):
        assert after["from"] == before["to"]
        assert when(str(after["to"])) - when(str(after["from"])) == 900


def test_other_spans_are_left():
    items = [{"name": "a", "start": "2024-03-01", "end": "2024-03-04", "price": 2}
             for _ in range(2)]  # fmt: skip

    assert not intervals(several(items), NOW, None, frozenset(("bookings",)))


def test_what_is_told_from_without_is_one_thing():
    items = [{"host": "web-1", "cpu": 3}, {"host": "web-1", "cpu": 5}]

    assert is_one_thing(several(items, ["host"]))
    assert not is_one_thing(several(items))


def test_a_wage_and_a_name_stay():
    items = [{"employee_id": 4, "employee_name": n, "hourly_wage": w}
             for n, w in (("A", 20.5), ("B", 41.0))]  # fmt: skip
    stay(several(items, ["employee_id"]))

    assert items[0] == items[1]


def test_a_minute_tells_the_order():
    assert in_turn(several([{"minute": 3}, {"minute": 1}])) == "minute"
    assert in_turn(several([{"name": "a"}])) == ""


def test_all_of_a_league_played_about_as_often():
    items: list[dict[str, Any]] = [
        {"played": p, "won": p // 2, "drawn": 1, "lost": p - p // 2 - 1, "points": 9}
        for p in (38, 6, 20, 11)
    ]
    league(several(items), rng(1))

    assert max(o["played"] for o in items) - min(o["played"] for o in items) <= 1
    for one in items:
        assert one["won"] + one["drawn"] + one["lost"] == one["played"]
        assert one["points"] == 3 * one["won"] + one["drawn"]


def test_a_meter_is_read_each_hour():
    item = {"type": "object", "required": ["meterId", "start", "end", "kwh"],
            "properties": {"meterId": {"type": "string"}, "kwh": {"type": "number"},
                           "start": {"type": "string", "format": "date-time"},
                           "end": {"type": "string",
                                   "format": "date-time"}}}  # fmt: skip
    wanted = Wanted(path="/meters/m1/usage", params={"meterId": "m1"}, count=5,
                    prompt="hourly usage")  # fmt: skip
    made: Any = Maker(item).made(wanted, rng(4), now=NOW)

    for before, after in pairwise(made):
        assert after["start"] == before["end"]
        assert when(after["end"]) - when(after["start"]) == 3600


_TRIP = "id startTime endTime durationMinutes:i fuelUsedL:n"


def test_trips_begin_when_they_begin_and_not_each_where_the_one_before_ended():
    schema = {"type": "array", "items": thing(_TRIP)}
    wanted = Wanted(schema, path="/vehicles/3/trips", count=6)
    for seed in range(5):
        for one in Maker(schema).made(wanted, rng(seed, "trips"), now=NOW):
            length = when(one["endTime"]) - when(one["startTime"])
            assert abs(length / 60 - one["durationMinutes"]) <= 1
