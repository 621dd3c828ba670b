"""Units are known by their spellings, and turned into each other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mockforge.synthesis.quantities.units import (
    is_unit_field,
    parted,
    spelled,
    units_of,
    units_told,
)


@pytest.mark.parametrize(
    ("text", "symbol"),
    [("°C", "°C"), ("celsius", "°C"), ("lbs", "lb"), ("km/h", "km/h"), ("kWh", "kWh"),
     ("mmHg", "mmHg"), ("%", "%"), ("Mbps", "Mbps"), ("Minutes", "min"),
     ("sq_ft", "sqft"), ("µg/m³", "µg/m³"), ("fl oz", "fl oz")],
)  # fmt: skip
def test_a_unit_has_several_spellings(text, symbol):
    assert symbol in [unit.symbol for unit in spelled(text)]


@pytest.mark.parametrize(
    ("words", "symbol", "taken"),
    [(("temp", "f"), "°F", 1), (("wind", "m", "s"), "m/s", 2),
     (("weight", "in", "kg"), "kg", 2), (("speed", "km", "per", "hour"), "km/h", 3)],
)  # fmt: skip
def test_a_name_may_end_with_a_unit(words, symbol, taken):
    assert (symbol, taken) in [(unit.symbol, size) for unit, size in parted(words)]


@pytest.mark.parametrize(
    ("text", "symbol"),
    [("Response time in milliseconds", "ms"), ("Temperature (°F)", "°F"),
     ("Amount in the smallest currency unit", "cents"), ("as a percentage", "%"),
     ("Speed of the wind, in meters per second.", "m/s")],
)  # fmt: skip
def test_a_description_names_a_unit(text, symbol):
    assert symbol in [unit.symbol for unit in units_told(text)]


def test_a_description_without_a_unit_names_none():
    assert units_told("The name of the customer, in full") == ()


@given(
    st.floats(-1000, 1000), st.sampled_from(("temperature", "mass", "time", "length"))
)
def test_there_and_back_again_is_the_same(value, measure):
    first, *others = units_of(measure)
    for other in others:
        assert first.of(other.of(value, first), other) == pytest.approx(value, abs=1e-6)


def test_a_field_that_says_a_unit_is_known():
    assert is_unit_field("weightUnit")
    assert is_unit_field("unit_of_measure")
    assert not is_unit_field("unit_price")


def test_so_much_for_each_of_something_is_not_so_much():
    assert [one.symbol for one in units_told("in grams per kilometre")] == ["g/km"]
    assert [one.symbol for one in units_told("in kilometres per hour")] == ["km/h"]
    assert not units_told("in grams per litre")
    assert [one.symbol for one in units_told("in seconds")] == ["s"]
