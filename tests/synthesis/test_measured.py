"""What is measured, its value and its unit fit each other, whichever comes first."""

import itertools

import pytest

from mockforge.chance import rng
from mockforge.synthesis import Wanted, made
from tests.synthesis.things import NOW

TEXT, NUMBER = {"type": "string"}, {"type": "number"}
SIZES = {"temperature": (-10, 60), "humidity": (10, 100), "pressure": (900, 1100)}
UNITS = {"temperature": "°C", "humidity": "%", "pressure": "hPa"}


def one(schema, seed=1, **wanted):
    whole = {"type": "object", "properties": schema, "required": [*schema]}
    return made(Wanted(whole, **wanted), rng(seed), now=NOW)


@pytest.mark.parametrize(
    "order", [*itertools.permutations(("metric", "value", "unit"))], ids="-".join
)
def test_a_metric_its_value_and_its_unit_are_of_one_thing(order):
    members = {"metric": {"type": "string", "enum": [*UNITS]}, "value": NUMBER,
               "unit": TEXT}  # fmt: skip
    for seed in range(12):
        found = one({name: members[name] for name in order}, seed, path="/readings")
        low, high = SIZES[found["metric"]]
        assert low <= found["value"] <= high
        assert found["unit"] == UNITS[found["metric"]]


def test_a_value_is_in_the_unit_that_is_allowed():
    pounds = {"value": NUMBER, "unit": {"enum": ["lb", "oz"]}}
    inner = {"type": "object", "required": [*pounds], "properties": pounds}
    kilos = {**inner, "properties": {"value": NUMBER, "unit": {"const": "kg"}}}
    for seed in range(10):
        found = one({"weight": inner}, seed, path="/parcels")["weight"]
        assert found["unit"] == "lb"
        assert 0.3 < found["value"] < 60
        assert one({"weight": kilos}, seed, path="/parcels")["weight"]["value"] < 28


def test_what_an_object_is_called_tells_what_its_value_is():
    inner = {"type": "object", "required": ["avg", "max", "min"],
             "properties": dict.fromkeys(("avg", "max", "min"), NUMBER)}  # fmt: skip
    found = one({"heart_rate": inner}, path="/workouts/3")["heart_rate"]

    assert 90 < found["min"] <= found["avg"] <= found["max"] < 200


def test_a_unit_beside_a_number_of_its_own_name_is_that_ones():
    schema = {"distance": NUMBER, "distanceUnit": {"enum": ["mi", "km"]},
              "weight": NUMBER, "weight_unit": TEXT}  # fmt: skip
    found = one(schema)

    assert found["distanceUnit"] in ("mi", "km")
    assert found["weight_unit"] == "kg"


def test_a_laboratory_test_has_a_value_within_its_reference():
    schema = {"test_name": TEXT, "value": NUMBER, "unit": TEXT,
              "reference_low": NUMBER, "reference_high": NUMBER}  # fmt: skip
    for seed in range(10):
        found = one(schema, seed, path="/lab-results")
        assert found["reference_low"] <= found["value"] <= found["reference_high"]


def test_values_without_anything_measured_are_left_alone():
    schema = {"type": {"enum": ["percentage", "fixed"]}, "value": NUMBER}
    found = {one(schema, seed, path="/coupons")["type"] for seed in range(20)}

    assert found == {"percentage", "fixed"}


def test_the_unit_of_what_is_listed_within_is_that_of_the_type():
    sample = {"type": "object", "properties": {"value": NUMBER}, "required": ["value"]}
    units = {"temperature": "C", "humidity": "%", "co2": "ppm"}
    schema = {
        "type": {"type": "string", "enum": [*units]},
        "unit": {"type": "string", "enum": [*units.values()]},
        "readings": {"type": "array", "items": sample},
    }
    for seed in range(9):
        found = one(schema, seed, path="/sensors/7")

        assert found["unit"] == units[found["type"]]


def test_a_metric_tells_more_than_what_is_measured_around():
    text = {"metric": TEXT, "value": NUMBER, "unit": TEXT}
    for seed in range(9):
        found = one(text, seed, path="/vehicles/7/telemetry")

        assert found["unit"] not in ("USD", "units")
        assert abs(found["value"]) < 9000


def test_the_price_of_a_home_that_is_let_is_its_rent():
    schema = {"title": TEXT, "price": NUMBER}
    let = one(schema, path="/flats", prompt="flats to rent")
    sold = one(schema, path="/flats", prompt="flats for sale")

    assert let["price"] < 10_000 < sold["price"]
