"""Patterns as they are told: which, in what order, and as JSON."""

import json

import pytest

from mockforge.learning.patterns.law import Law
from mockforge.learning.patterns.observation import Observation
from mockforge.learning.patterns.options import DriftLearningOptions
from mockforge.learning.patterns.part import Shown, Subject
from mockforge.learning.patterns.patterns import Patterns
from mockforge.learning.patterns.telling import (
    Filter,
    Unfit,
    account,
    is_applied,
    moment,
    row,
    settings,
)

STARTED = 1_700_000_000.0
ENDPOINTS = ("GET /orders", "GET /orders/{id}", "POST /orders")


def seen(number, endpoint=ENDPOINTS[0], persona=None, **more):
    return Observation(
        **{
            "id": number,
            "endpoint": endpoint,
            "status": 200,
            "failure": None,
            "session": "s",
            "persona": persona,
            "started": STARTED + number,
            "first_byte": 0.1,
            "elapsed": 0.2,
            "size": 10,
            "asked": b"k" * 16,
            **more,
        }
    )


def learned(count=60, personas=(None,)):
    patterns = Patterns(DriftLearningOptions())
    patterns.update(
        seen(number, ENDPOINTS[number % 3], personas[number % len(personas)])
        for number in range(1, count + 1)
    )
    return patterns.settle()


def test_without_a_filter_everything_is_chosen_by_kind():
    rows = Filter().chosen(learned())

    kinds = [row.kind for row in rows]
    assert {row.subject.endpoint for row in rows} >= set(ENDPOINTS)
    assert kinds == sorted(
        kinds, key=["latency", "errors", "sequences", "frequency"].index
    )


@pytest.mark.parametrize(
    ("endpoint", "expected"),
    [
        ("/orders", {ENDPOINTS[0], ENDPOINTS[2]}),
        ("GET /orders", {ENDPOINTS[0]}),
        ("GET /orders/*", {ENDPOINTS[1]}),
        ("/orders/{any}", {ENDPOINTS[1]}),
    ],
)
def test_an_endpoint_is_a_key_or_a_pattern(endpoint, expected):
    rows = Filter.of({"endpoint": endpoint, "kind": "latency"}).chosen(learned())

    assert {row.subject.endpoint for row in rows} == expected


def test_a_persona_chooses_what_is_its_own():
    patterns = learned(120, personas=("ann", "bob"))

    rows = Filter.of({"persona": "ann", "kind": "latency"}).chosen(patterns)

    assert {row.subject.persona for row in rows} == {"ann"}


@pytest.mark.parametrize(
    ("given", "what", "nearest"),
    [
        ({"kind": "latensy"}, "'latensy' is no kind", "did you mean 'latency'?"),
        ({"kind": "?"}, "'?' is no kind", "there are latency, errors"),
        ({"kinds": "latency"}, "'kinds' is no filter", "did you mean 'kind'?"),
        ({"endpoint": "orders here"}, "'orders here' is no endpoint", "write a key"),
    ],
)
def test_a_filter_that_is_none_names_the_nearest(given, what, nearest):
    with pytest.raises(Unfit) as caught:
        Filter.of(given)

    assert what in str(caught.value)
    assert nearest in str(caught.value)


@pytest.mark.parametrize(
    ("given", "nearest"),
    [
        ({"endpoint": "GET /order"}, "did you mean 'GET /orders'?"),
        ({"persona": "anne"}, "did you mean 'ann'?"),
    ],
)
def test_a_filter_that_nothing_goes_by_names_the_nearest(given, nearest):
    with pytest.raises(Unfit) as caught:
        Filter.of(given).chosen(learned(120, personas=("ann", "bob")))

    assert nearest in str(caught.value)


def test_where_nothing_is_learned_no_filter_is_wrong():
    assert Filter.of({"endpoint": "/x", "persona": "p"}).chosen(Patterns()) == []


def test_a_row_is_json_without_secrets():
    shown = Shown(
        "latency",
        Subject("GET /orders/sk_secret", "sk_secret"),
        samples=12.04,
        confidence=0.54321,
        told="p50 1 ms",
        plot=(1.0, 2.0),
        detail={"sk_secret": ["sk_secret", 1]},
        seen=STARTED,
    )

    told = row(
        shown, Law(), lambda text: text.replace("sk_secret", "***"), now=STARTED + 60
    )

    assert "sk_secret" not in json.dumps(told)
    assert told["samples"] == 12.0
    assert told["confidence"] == 0.543
    assert told["applied"] is True
    assert told["age"] == 60.0
    assert told["last_seen"] == "2023-11-14T22:13:20.000+00:00"


@pytest.mark.parametrize(
    ("samples", "confidence", "expected"),
    [(9.0, 0.9, False), (10.0, 0.5, True), (20.0, 0.49, False)],
)
def test_what_is_applied_has_both_samples_and_confidence(samples, confidence, expected):
    shown = Shown("latency", Subject("GET /"), samples, confidence, "")

    assert is_applied(shown, Law()) is expected


def test_an_account_counts_what_is_known_and_what_is_applied():
    patterns = learned(60)

    told = account(patterns, patterns.shown())

    assert told["exchanges"] == told["watermark"] == 60
    assert told["last_update"] == "2023-11-14T22:14:20.200+00:00"
    assert told["patterns"]["latency"] == {"known": 3, "applied": 3}


def test_the_account_of_nothing_is_zero():
    told = account(Patterns(), ())

    assert told["last_update"] is None
    assert told["patterns"]["errors"] == {"known": 0, "applied": 0}


def test_settings_say_when_a_pattern_counts():
    told = settings(DriftLearningOptions(min_samples=30))

    assert (told["min_samples"], told["confidence"]) == (30, 0.5)


@pytest.mark.parametrize("value", [None, float("nan"), float("inf"), 1e300])
def test_what_is_no_time_is_told_as_none(value):
    assert moment(value) is None
