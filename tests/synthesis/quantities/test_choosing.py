"""Which quantity is meant is told by the name and by what is around it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mockforge.synthesis.naming import words_of
from mockforge.synthesis.quantities.choosing import Evidence, reading, topic
from mockforge.synthesis.quantities.rows import table
from mockforge.synthesis.quantities.units import spelled


def told(name, near=(), **around):
    evidence = Evidence(
        near=near, **{key: frozenset(one) for key, one in around.items()}
    )
    return reading(words_of(name), evidence)


@pytest.mark.parametrize(
    ("name", "measure", "symbol"),
    [("tempC", "temperature", "°C"), ("body_temp_f", "temperature", "°F"),
     ("weightLbs", "mass", "lb"), ("duration_min", "time", "min"),
     ("p95LatencyMs", "time", "ms"), ("total_kwh", "energy", "kWh"),
     ("disk_free_gb", "data", "GB"), ("wind_mph", "speed", "mph"),
     ("distanceToCenterKm", "length", "km"), ("amount_cents", "money", "cents"),
     ("battery_pct", "share", "%"), ("bytesReceived", "data", "B"),
     ("response_time_minutes", "time", "min"), ("areaSqft", "area", "sqft")],
)  # fmt: skip
def test_the_unit_of_a_name_is_the_one_it_is_in(name, measure, symbol):
    found = told(name)

    assert found is not None
    assert (found.row.measure, found.unit.symbol) == (measure, symbol)


@pytest.mark.parametrize(
    ("name", "measure"),
    [("order_total", "money"), ("orders", "count"), ("order_count", "count"),
     ("occupancy_rate", "share"), ("taxAmount", "money"), ("num_guests", "count"),
     ("total_users", "count"), ("price_change", "money"), ("heart_rate", "pulse")],
)  # fmt: skip
def test_the_whole_name_counts_for_more_than_its_last_word(name, measure):
    assert told(name).row.measure == measure


def test_what_is_around_chooses_between_the_meanings_of_a_word():
    assert told("bpm", path=("song",)).row.measure == "tempo"
    assert told("bpm", path=("patient",)).row.measure == "pulse"
    assert told("temperature", told=("freezer",)).row.high < 0
    assert told("age", kinds=("dog",)).row.high < 20
    assert told("value", near=("humidity",)).row.measure == "share"
    assert told("total", near=("memory",)).row.measure == "data"


def test_a_description_names_the_unit_of_a_bare_name():
    found = reading(("duration",), Evidence(), spelled("ms"))

    assert found is not None
    assert found.unit is not None
    assert found.unit.symbol == "ms"


def test_a_name_that_is_no_quantity_is_none():
    assert told("qwerty") is None
    assert told("user") is None
    assert topic(("temperature",))
    assert not topic(("alice",))


_WORDS = st.sampled_from(sorted(table())[::7])


@settings(max_examples=50)
@given(st.lists(_WORDS, min_size=1, max_size=4), st.sets(_WORDS, max_size=4))
def test_any_words_have_one_answer_in_order(words, around):
    found = reading(tuple(words), Evidence(path=frozenset(around)))

    assert found is None or found.row.low <= found.row.high
    assert found == reading(tuple(words), Evidence(path=frozenset(around)))
