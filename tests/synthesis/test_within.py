"""Samples with numbers in objects of their own go on from one to the next."""

from itertools import pairwise

from mockforge.chance import rng
from mockforge.synthesis import Wanted, made
from mockforge.synthesis.members import Members
from mockforge.synthesis.within import nested_measures
from tests.synthesis.things import when

MAIN = {"type": "object", "required": ["temp", "humidity"], "properties": {
    "temp": {"type": "number"}, "humidity": {"type": "integer"}}}  # fmt: skip
ITEM = {"type": "object", "required": ["dt", "main"], "properties": {
    "dt": {"type": "integer", "description": "unix time in seconds"},
    "main": MAIN}}  # fmt: skip


def forecast(seed, prompt=""):
    told = {"list": {"type": "array", "items": ITEM, "minItems": 8}}
    schema = {"type": "object", "properties": told, "required": ["list"]}
    return made(Wanted(schema, path="/data/forecast", prompt=prompt), rng(seed),
                now=1_763_700_000.0)["list"]  # fmt: skip


def test_a_forecast_goes_in_steps_of_three_hours():
    for seed in range(5):
        rows = forecast(seed)
        times = [when(row["dt"]) for row in rows]

        assert {b - a for a, b in pairwise(times)} == {10800}
        assert all(abs(b["main"]["temp"] - a["main"]["temp"]) < 9
                   for a, b in pairwise(rows))  # fmt: skip
        assert all(isinstance(row["main"]["humidity"], int) for row in rows)


def test_what_is_bound_stays():
    told = {"type": "object", "properties": {"a": {"type": "integer", "enum": [1, 5]}}}
    held = Members({"properties": {"m": told}}, {"m": {"a": 1}}, set(), lambda *_: True)

    assert nested_measures([held]) == []
