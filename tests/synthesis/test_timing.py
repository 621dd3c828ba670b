"""What a request says of when."""

from itertools import pairwise

import pytest

from mockforge.chance import rng
from mockforge.synthesis import Maker, Wanted
from mockforge.synthesis.timing import MONTH, timing_of
from tests.synthesis.things import NOW, when


@pytest.mark.parametrize(
    ("query", "prompt", "seconds"),
    [
        ({"interval": "5m"}, "", 300),
        ({"granularity": "hourly"}, "", 3600),
        ({"resolution": "15"}, "", 900),
        ({"step": "60"}, "", 60),
        ({"bucket": "PT15M"}, "", 900),
        ({"group_by": "day"}, "", 86400),
        ({"interval": "1M"}, "", MONTH),
        ({}, "readings every 15 minutes", 900),
        ({}, "one sample every half hour", 1800),
        ({}, "hourly load of the grid", 3600),
        ({}, "5-minute averages", 300),
        ({}, "temperatures, daily", 86400),
        ({"page": "5"}, "a few readings", None),
    ],
)
def test_steps_are_read(query, prompt, seconds):
    assert timing_of(Wanted(query=query, prompt=prompt, path="/r")).step == seconds


@pytest.mark.parametrize(
    ("path", "is_now", "is_past"),
    [("/weather/current", True, False), ("/prices/latest", True, False),
     ("/weather/history", False, True), ("/weather", False, False)],
)  # fmt: skip
def test_now_and_the_past_are_told(path, is_now, is_past):
    found = timing_of(Wanted(path=path))

    assert (found.is_now, found.is_past) == (is_now, is_past)


def test_words_of_a_parameter_tell_nothing():
    assert not timing_of(Wanted(path="/u/current", params={"u": "current"})).is_now


@pytest.mark.parametrize(("asked", "seconds"), [("1h", 3600), ("15m", 900)])
def test_a_series_has_the_step_that_is_asked_for(asked, seconds):
    item = {"type": "object", "required": ["timestamp", "kwh"], "properties": {
        "timestamp": {"type": "string", "format": "date-time"},
        "kwh": {"type": "number"}}}  # fmt: skip
    wanted = Wanted(path="/meters/7/readings", query={"interval": asked}, count=5)
    made = Maker(item).made(wanted, rng(1), now=NOW)
    whens = [when(one["timestamp"]) for one in made]

    assert [b - a for a, b in pairwise(whens)] == [seconds] * 4
    assert whens[-1] <= NOW
