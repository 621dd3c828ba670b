"""What is to come is told in the order it comes in."""

from mockforge.chance import rng
from mockforge.synthesis import Maker, Wanted
from mockforge.synthesis.members import Members
from mockforge.synthesis.reordering import by_time, counting, reorder
from tests.synthesis.things import NOW


def several(items):
    return [Members({}, one, set(), lambda *_: True) for one in items]


def test_ids_that_count_up_stay_where_they_are():
    items = [{"id": 1, "name": "b"}, {"id": 2, "name": "a"}]
    reorder(several(items), [1, 0])

    assert items == [{"id": 1, "name": "a"}, {"id": 2, "name": "b"}]
    assert counting(several(items)) == "id"


def test_only_boards_are_put_in_order():
    items = [{"startsAt": "2025-03-02T10:00:00Z"}, {"startsAt": "2025-03-01T10:00:00Z"}]

    assert not by_time(several(items), ("order", "orders"))
    assert by_time(several(items), ("", "showtimes"))
    assert items[0]["startsAt"] < items[1]["startsAt"]


def test_departures_come_in_order():
    item = {"type": "object", "required": ["scheduled", "line"], "properties": {
        "scheduled": {"type": "string", "format": "date-time"},
        "line": {"type": "string"}}}  # fmt: skip
    wanted = Wanted(path="/stations/7/departures", count=6)
    made = Maker(item).made(wanted, rng(2), now=NOW)
    whens = [one["scheduled"] for one in made]

    assert whens == sorted(whens)
