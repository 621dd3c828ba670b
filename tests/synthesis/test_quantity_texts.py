"""Quantities that are written as texts have a size and a unit that people believe."""

import re

import pytest

from mockforge.chance import rng
from mockforge.learning.fields.seen import MISSING
from mockforge.synthesis import Wanted, made
from mockforge.synthesis.quantity_texts import text
from tests.synthesis.things import NOW, entity, field


@pytest.mark.parametrize(
    ("name", "form"),
    [("weight", r"[\d.]+ kg"), ("fileSize", r"[\d.]+ [KMG]?B"), ("humidity", r"\d+%"),
     ("prepTime", r"(\d+h )?\d+ ?m(in)?"), ("weight_kg", r"[\d.]+"),
     ("temperature", r"[\d.]+°C"), ("bitrate", r"\d+ kbps")],
)  # fmt: skip
def test_a_text_has_the_unit_that_its_name_leaves_out(name, form):
    for seed in range(10):
        assert re.fullmatch(form, str(text(entity("", seed=seed), field(name))))


@pytest.mark.parametrize(
    "name", ["name", "status", "startTime", "price", "light", "id"]
)
def test_what_is_no_quantity_is_left_alone(name):
    assert text(entity(), field(name)) is MISSING


def test_what_is_written_otherwise_is_left_alone():
    assert text(entity(), field("weight", pattern="^x$")) is MISSING
    assert text(entity(), field("weight", enum=["light", "heavy"])) is MISSING


def test_the_range_of_a_test_is_around_its_value():
    members = {"test_name": {"type": "string"}, "value": {"type": "number"},
               "reference_range": {"type": "string"},
               "flag": {"type": "string", "enum": ["high", "normal"]}}  # fmt: skip
    schema = {"type": "object", "properties": members, "required": [*members]}
    for seed in range(10):
        found = made(Wanted(schema, path="/lab-results"), rng(seed), now=NOW)
        low, high = map(float, found["reference_range"].split("-"))
        assert low <= found["value"] <= high
        assert found["flag"] == "normal"
