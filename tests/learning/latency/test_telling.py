from random import Random

import pytest

from mockforge.learning.latency.telling import BINS, duration
from mockforge.learning.patterns.law import Law
from tests.learning.latency.streams import LAW, learned, stream


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0.0, "0.0 ms"),
        (0.0004, "0.4 ms"),
        (0.00996, "10 ms"),
        (0.08, "80 ms"),
        (0.9994, "999 ms"),
        (0.9996, "1.0 s"),
        (12.34, "12.3 s"),
        (250.0, "250 s"),
    ],
)
def test_durations_are_short(seconds, words):
    assert duration(seconds) == words


def test_a_latency_is_told_by_three_quantiles_and_a_plot():
    seen = stream(lambda chance: chance.lognormvariate(-3, 0.5), 400)
    (told,) = learned(seen).shown(LAW)

    assert told.told.startswith("p50 ")
    assert " ms, p95 " in told.told
    assert len(told.plot) == BINS
    assert len(told.detail["edges"]) == BINS + 1
    assert sum(told.plot) == pytest.approx(1.0)
    assert told.detail["quantiles"]["p50"] == pytest.approx(0.05, rel=0.15)
    assert told.confidence == pytest.approx(400 / 410)
    assert told.changing == 0.0


@pytest.mark.parametrize("value", [0.0, 0.25])
def test_what_is_always_the_same_is_one_bar(value):
    (told,) = learned(stream(lambda _: value, 20)).shown(Law())

    assert told.plot == (1.0,)


def test_what_matters_is_told():
    chance = Random(1)
    seen = [
        each._replace(size=size, first_byte=0.01 + size / 1e6)
        for each in stream(lambda _: 0.0, 60)
        for size in [chance.randint(1, 10**6)]
    ]
    (told,) = learned(seen).shown(LAW)

    assert told.told.endswith(", by size")
    assert told.detail["by_size"] is True
    assert told.detail["by_hour"] is False


def test_a_change_is_told_by_its_share():
    seen = stream(lambda _: 0.5, 60)
    latencies = learned([*seen, *stream(lambda _: 5.0, 10)])
    (told,) = latencies.shown(LAW)

    assert told.changing == pytest.approx(0.2)
