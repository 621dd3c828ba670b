import json
from dataclasses import replace

import pytest

from mockforge.demo.comparison import Deviation
from mockforge.demo.outcome import Outcome, Replayed, Seen
from mockforge.event import Event, Kind
from mockforge.exchange import Exchange, Failure, FailureKind
from mockforge.http import Request, Response

SEEN = Seen(2, 30, {"/a": {"GET": {"200": 2}}}, 0, 0, 0, 0)
REPLAYED = Replayed(asked=2, equal=2, deviations=(), misses=(), websocket=None)
OUTCOME = Outcome(
    seed=1,
    seconds=2.0,
    proxy="http://127.0.0.1:1",
    upstream="http://127.0.0.1:2",
    recording="/tmp/shop.db",
    kept=False,
    seen=SEEN,
    replayed=REPLAYED,
    redacted={},
    secrets=3,
    leaked=0,
)


def exchange(method, target, status=200, kind="application/json", **more):
    request = Request(method, "http", "shop.test", target, body=b"12")
    headers = ((b"content-type", kind.encode()),)
    return Exchange(request, Response(status, headers, b"345"), **more)


def test_a_replay_of_everything_matched():
    assert OUTCOME.matched


@pytest.mark.parametrize(
    "worse",
    [
        replace(OUTCOME, broken="why"),
        replace(OUTCOME, leaked=1),
        replace(OUTCOME, seen=replace(SEEN, exchanges=1)),
        replace(OUTCOME, replayed=replace(REPLAYED, equal=1)),
        replace(OUTCOME, replayed=replace(REPLAYED, broken="why")),
        replace(
            OUTCOME, replayed=replace(REPLAYED, deviations=(Deviation(1, "", ""),))
        ),
        replace(
            OUTCOME,
            seen=replace(SEEN, exchanges=0),
            replayed=replace(REPLAYED, asked=0, equal=0),
        ),
    ],
    ids=[
        "broken",
        "leaked",
        "not all recorded",
        "unequal",
        "cut",
        "deviates",
        "nothing",
    ],
)
def test_anything_less_did_not(worse):
    assert not worse.matched


def test_a_recording_is_counted():
    event = Event(b"6", Kind.TEXT, from_client=True, wait=0.0)
    close = Event(b"\x03\xe8", Kind.CLOSE, from_client=True, wait=0.0)
    seen = Seen.of(
        [
            exchange("GET", "/a?b=1"),
            exchange("GET", "/a", 503),
            exchange("POST", "/a", 201),
            exchange("GET", "/e", kind="text/event-stream"),
            exchange("GET", "/w", 101, events=(event, event, close)),
            Exchange(
                Request("GET", "http", "x", "/f"), None, Failure(FailureKind.DNS, "")
            ),
        ]
    )

    assert seen.endpoints == {
        "/a": {"GET": {"200": 1, "503": 1}, "POST": {"201": 1}},
        "/e": {"GET": {"200": 1}},
        "/f": {"GET": {"failed": 1}},
    }
    assert (seen.exchanges, seen.websockets, seen.messages) == (5, 1, 2)
    assert (seen.streams, seen.failures, seen.size) == (1, 2, 29)


def test_it_can_be_written_as_json():
    whole = replace(OUTCOME, seen=Seen.of([exchange("GET", "/a")] * 2))
    told = json.loads(json.dumps(whole.as_json()))

    assert told["matched"] is True
    assert told["replayed"]["asked"] == 2
    assert told["seen"]["endpoints"] == {"/a": {"GET": {"200": 2}}}
