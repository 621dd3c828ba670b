"""How long things usually last, and the fields that tell it."""

import pytest

from mockforge.synthesis.lasting import measured, period, spoken, usual_of


@pytest.mark.parametrize(
    ("name", "unit"),
    [("duration", None), ("durationMinutes", 60), ("elapsed_ms", 0.001),
     ("nights", 86400), ("length_of_stay_days", 86400)],
)  # fmt: skip
def test_fields_that_tell_how_long(name, unit):
    assert measured((name,)) == ((name, unit),)


@pytest.mark.parametrize("name", ["hours_worked", "month", "title", "delay_minutes"])
def test_fields_that_do_not(name):
    assert measured((name,)) == ()


def test_what_is_usual():
    assert usual_of(("", "pipelines", "run")) == usual_of(("run",))
    assert usual_of(("nothing",)) is None
    assert period("yearly")[0] > period("month")[0]


def test_a_length_in_words():
    assert spoken("1h 05m", 5400) == "1h 30m"
    assert spoken("PT5M", 5400) == "PT1H30M"
    assert spoken("", 600) == "10 min"
