"""Samples of one thing are of one thing."""

from itertools import pairwise

import pytest

from mockforge.chance import rng
from mockforge.synthesis import Maker, Wanted
from mockforge.synthesis.members import Members
from mockforge.synthesis.samples import bodied, hold, onward, position_in
from tests.synthesis.things import NOW


def several(items):
    return [Members({}, one, set(), lambda *_: True) for one in items]


def test_a_model_stays_and_a_status_does_not():
    items = [{"model": m, "status": s} for m, s in (("A", "on"), ("B", "off"))]
    hold(several(items), rng(1), frozenset())

    assert [one["model"] for one in items] == ["A", "A"]
    assert [one["status"] for one in items] == ["on", "off"]


def test_what_moves_comes_no_farther_than_it_may():
    items = [{"ts": 1_763_700_000 + 60 * at, "lat": lat, "lng": 10.0, "speed_kmh": 60}
             for at, lat in enumerate((50.0, -30.0, 20.0))]  # fmt: skip
    hold(several(items), rng(1), frozenset(("track",)))

    for one, other in pairwise(items):
        assert 0 < abs(one["lat"] - other["lat"]) + abs(one["lng"] - other["lng"]) < 0.1


def test_what_stands_stays_where_it_is():
    items = [{"position": {"lat": lat, "lon": 10.0}} for lat in (50.0, -30.0)]
    hold(several(items), rng(1), frozenset(("readings",)))

    assert items[0]["position"] == items[1]["position"]


def test_an_odometer_goes_with_the_way():
    items = [{"ts": 1_763_700_000 + 360 * at, "speed_kmh": 50, "odometer_km": km}
             for at, km in enumerate((1000.0, 9000.0))]  # fmt: skip
    onward(several(items))

    assert items[1]["odometer_km"] == pytest.approx(1005.0)


def test_an_index_is_of_weight_and_height():
    made = {"bmi": 3.0, "weight_kg": 80.0, "height_cm": 200}
    bodied(*several([made]))

    assert made["bmi"] == 20.0


def test_positions_are_found():
    assert position_in(("id", "latitude", "longitude")) == ("latitude", "longitude")
    assert position_in(("id", "lat")) is None


def test_telemetry_of_a_vehicle_is_of_one_vehicle():
    item = {"type": "object", "properties": {
        "id": {"type": "string"}, "vehicleId": {"type": "string"},
        "model": {"type": "string"}, "timestamp": {"type": "string",
        "format": "date-time"}, "lat": {"type": "number"}, "lng": {"type": "number"},
        "speed": {"type": "number"}}}  # fmt: skip
    item["required"] = [*item["properties"]]
    wanted = Wanted(path="/vehicles/v1/telemetry", params={"vehicleId": "v1"}, count=6)
    made = Maker(item).made(wanted, rng(4), now=NOW)

    assert len({one["model"] for one in made}) == 1
    assert max(one["lat"] for one in made) - min(one["lat"] for one in made) < 1
