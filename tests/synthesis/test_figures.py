"""Numbers are as large as their names let one expect, within their bounds."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mockforge.chance import rng
from mockforge.learning.fields.seen import MISSING
from mockforge.synthesis import Wanted, made
from mockforge.synthesis.figures import any_number, figure, outranks
from tests.synthesis.things import NOW, entity, field

NUMBER = {"type": "number"}


def document(schema, seed=1, **wanted):
    whole = {"type": "object", "properties": schema, "required": [*schema]}
    return made(Wanted(whole, **wanted), rng(seed), now=NOW)


@pytest.mark.parametrize(
    ("name", "low", "high"),
    [("rating", 0, 5), ("humidity", 0, 100), ("likes", 0, 10_000), ("cost", 1, 1000),
     ("heartRateBpm", 40, 120), ("systolic", 90, 150), ("temp_f", 60, 82),
     ("cpu_temp", 40, 100), ("windSpeedKph", 0, 80), ("followers_count", 1, 20_000),
     ("screenSizeInches", 4, 60), ("port", 1, 65_535), ("completionRatio", 0, 1),
     ("price_cents", 500, 30_000), ("batteryPct", 0, 100), ("vibration_mm_s", 0, 10),
     ("odometerMiles", 1000, 120_000), ("uptimeDays", 0, 200), ("ram_gb", 1, 256)],
)  # fmt: skip
def test_a_name_tells_a_size(name, low, high):
    for seed in range(20):
        assert low <= figure(entity("", seed=seed), field(name, "number")) <= high


@pytest.mark.parametrize(
    ("path", "low", "high"),
    [("/patients/1/vitals", 35.5, 39.5), ("/freezers/2", -30, -10),
     ("/weather/oslo", -5, 32), ("/ovens", 100, 260), ("/hives/7", 32, 37),
     ("/engines/1/coolant", 70, 110), ("/rooms/living", 15, 28)],
)  # fmt: skip
def test_the_path_tells_which_temperature_is_meant(path, low, high):
    for seed in range(10):
        found = document({"temperature": NUMBER}, seed, path=path)
        assert low <= found["temperature"] <= high


def test_the_type_of_a_thing_tells_which_temperature_is_meant():
    schema = {"type": {"const": "freezer"}, "temperature": NUMBER}

    assert document(schema)["temperature"] < -10


def test_two_units_of_one_quantity_agree():
    names = ("temp_c", "temp_f", "feelslike_c", "feelslike_f", "wind_kph", "wind_mph")
    for seed in range(10):
        found = document(dict.fromkeys(names, NUMBER), seed, path="/weather")
        assert found["temp_f"] == pytest.approx(found["temp_c"] * 1.8 + 32, abs=0.2)
        assert found["wind_kph"] == pytest.approx(found["wind_mph"] * 1.609, abs=0.3)
        assert abs(found["temp_c"] - found["feelslike_c"]) < 8


def test_the_least_is_below_the_mean_and_that_below_the_most():
    schema = dict.fromkeys(("min_temperature", "avg_temperature", "max_temperature"),
                           NUMBER)  # fmt: skip
    for seed in range(20):
        found = document(schema, seed)
        assert [*found.values()] == sorted(found.values())


def test_pictures_have_a_width_and_a_height_that_go_together():
    schema = {"width": {"type": "integer"}, "height": {"type": "integer"}}
    for seed in range(10):
        found = document(schema, seed, path="/photos")
        assert 0.9 < found["width"] / found["height"] < 2


def test_no_size_is_told_by_a_name_that_says_nothing():
    assert figure(entity(), field("qwerty", "number")) is MISSING
    assert any_number(entity(), field("qwerty", "integer")) > 0


def test_what_lasts_is_no_moment_though_it_is_called_time():
    assert outranks(entity(), field("prepTime", "integer"))
    assert not outranks(entity(), field("startTime", "integer"))


def test_bounds_tell_the_unit_where_the_name_does_not():
    kelvin = {"type": "number", "minimum": 200, "maximum": 330}
    share = {"type": "number", "minimum": 0, "maximum": 1}
    found = document({"temperature": kelvin, "humidity": share})

    assert 280 < found["temperature"] < 310
    assert 0 < found["humidity"] < 1


_NAMES = st.sampled_from(
    ("price", "temperature", "weight_g", "cpu", "rating", "views", "latency", "salary",
     "humidityPct", "file_size", "duration_ms", "score", "port", "elevation_ft")
)  # fmt: skip


@settings(max_examples=50)
@given(_NAMES, st.sampled_from(("integer", "number")), st.integers(-90, 900),
       st.integers(1, 5000), st.integers(0, 99),
       st.sampled_from((None, 5, 0.25)))  # fmt: skip
def test_whatever_the_bounds_are_they_count_for_more(name, kind, low, span, seed, step):
    schema = {"type": kind, "minimum": low, "exclusiveMaximum": low + span + 5}
    if step is not None and (kind == "number" or isinstance(step, int)):
        schema["multipleOf"] = step
    found = document({name: schema}, seed)[name]

    assert low <= found < low + span + 5
    assert isinstance(found, int) or kind == "number"
    assert step is None or "multipleOf" not in schema or (found / step) % 1 == 0
