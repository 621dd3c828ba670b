"""What was seen was seen lately; what is to come lies ahead."""

import pytest

from mockforge.chance import rng
from mockforge.synthesis import Maker, Wanted
from mockforge.synthesis.lately import ahead, seen, start_of
from mockforge.synthesis.timing import Timing
from tests.synthesis.things import NOW, entity, field, when

DAY = 86_400


def made(name, path, seed=1, **more):
    schema = {"type": "object", "required": [name], "properties": {
        name: {"type": "string", "format": "date-time"}, **more}}  # fmt: skip
    return Maker(schema).made(Wanted(path=path), rng(seed), now=NOW)


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("/air/oslo", "measured_at"), ("/weather/current", "updated_at"),
        ("/devices/7", "lastSeen"), ("/sensors/2", "last_reported"),
        ("/stations/8/observation", "observed_at"), ("/prices/latest", "timestamp"),
        ("/nodes/2", "lastHeartbeat"),
    ],
)  # fmt: skip
def test_what_was_observed_was_so_minutes_ago(path, name):
    for seed in range(5):
        assert 0 <= NOW - when(made(name, path, seed)[name]) <= 900


@pytest.mark.parametrize(
    ("path", "name"), [("/devices/7", "created_at"), ("/weather/history", "observed")]
)
def test_what_was_long_ago_stays_so(path, name):
    assert any(NOW - when(made(name, path, seed)[name]) > DAY for seed in range(5))


@pytest.mark.parametrize(
    ("path", "name", "days"),
    [("/showtimes", "starts_at", 8), ("/departures", "scheduled_at", 1),
     ("/events", "startDate", 50), ("/cinemas/4/showtimes", "startTime", 8)],
)  # fmt: skip
def test_what_is_to_come_lies_ahead(path, name, days):
    for seed in range(5):
        assert 0 <= when(made(name, path, seed)[name]) - NOW <= days * DAY


def test_a_thing_that_has_begun_is_not_ahead():
    thing = entity("screening")
    thing.memo["status"] = "completed"
    assert ahead(thing) is None

    thing = entity("screening")
    thing.shared.timing = Timing(is_past=True)
    assert ahead(thing) is None


def test_a_thing_begins_at_one_time():
    thing = entity("screening")
    span = ahead(thing)

    assert span is not None
    assert start_of(thing, span) == start_of(thing, span)
    assert start_of(thing, span) % 300 == 0


def test_what_is_offline_was_seen_hours_ago():
    thing = entity("device")
    thing.known["status"] = "offline"
    found = seen(thing, field("last_seen"))

    assert found is not None
    assert NOW - found >= 3600
