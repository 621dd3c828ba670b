"""The journal, asked over HTTP as a user does."""

import json

import pytest

from mockforge.clock import VirtualClock
from mockforge.engine import Engine
from mockforge.recordings.redact import Redactor
from mockforge.server.journal import Journal
from mockforge.server.lane import Lane
from mockforge.server.surface import Surface
from tests.server.test_lane import Served, get
from tests.worlds import API, exchange, recorded, recording

REDACTOR = Redactor(b"k" * 32)
SECRET = "Bearer 8f14e45fceea167a5a36dedd4bea2543"


async def served(*exchanges, size=100, bodies=True, redact=()):
    engine = Engine(recorded=await recorded(recording(*exchanges)))
    surface = Surface(engine, report=dict)
    surface.journal = Journal(bodies=bodies, size=size, redact=redact)
    surface.lane = Lane(engine, limit=1 << 20, journal=surface.journal)
    return Served(surface, surface.lane, VirtualClock())


async def told(served, target="/__mockforge/journal", method="GET"):
    wire = await served.ask(9, get(target, method=method))
    head, _, body = wire.partition(b"\r\n\r\n")
    return int(head[9:12]), json.loads(body) if body else None


async def test_every_answer_is_in_it_however_it_was_given():
    one = await served(exchange(url=f"{API}/a?x=1", answer=b"[1]"))
    for target in ("/a?x=1", "/a?x=1", "/a?x=1", "/none"):
        await one.ask(1, get(target))

    _, journal = await told(one)

    assert journal["seen"] == 4
    assert [
        (each["method"], each["url"], each["status"], each["exchange"])
        for each in journal["requests"]
    ] == [("GET", "http://here/a?x=1", 200, {"recording": "shop", "id": 1})] * 3 + [
        ("GET", "http://here/none", 404, None)
    ]
    bodies = [each["response"]["body"] for each in journal["requests"]]
    assert bodies[:3] == ["[1]"] * 3
    assert "no path" in bodies[3]
    one.close()


async def test_without_bodies_only_addresses_are_kept():
    one = await served(exchange(url=f"{API}/a"), bodies=False)
    await one.ask(1, get("/a"))

    _, journal = await told(one)

    assert journal["requests"][0].keys() == {
        "at",
        "method",
        "url",
        "status",
        "exchange",
    }
    one.close()


async def test_bytes_that_are_no_text_are_told_as_base64():
    one = await served(exchange(url=f"{API}/a", answer=b"\xff\x00"))
    await one.ask(1, get("/a"))

    _, journal = await told(one)

    assert journal["requests"][0]["response"]["body_base64"] == "/wA="
    one.close()


async def test_the_last_ones_are_kept_and_asked_for():
    one = await served(exchange(url=f"{API}/a"), size=3)
    for number in range(9):
        await one.ask(1, get("/a", f"X-Number: {number}"))

    numbers = {}
    for query in ("", "?last=2", "?last=0"):
        _, journal = await told(one, f"/__mockforge/journal{query}")
        assert journal["seen"] == 9
        numbers[query] = [
            dict(each["request"]["headers"])["X-Number"] for each in journal["requests"]
        ]

    assert numbers == {"": ["6", "7", "8"], "?last=2": ["7", "8"], "?last=0": []}
    one.close()


async def test_it_is_cleared_on_demand():
    one = await served(exchange(url=f"{API}/a"))
    await one.ask(1, get("/a"))

    status, _ = await told(one, method="DELETE")

    assert status == 204
    assert (await told(one))[1] == {"seen": 0, "requests": []}
    one.close()


@pytest.mark.parametrize(
    ("method", "target", "status", "says"),
    [
        ("POST", "", 405, "only GET and DELETE"),
        ("GET", "?last=few", 400, "last is a number"),
    ],
)
async def test_what_it_does_not_do_is_said(method, target, status, says):
    one = await served(exchange(url=f"{API}/a"))

    found, problem = await told(one, f"/__mockforge/journal{target}", method)

    assert found == status
    assert says in problem["title"]
    one.close()


async def test_nothing_is_kept_unless_asked_for():
    one = await served(exchange(url=f"{API}/a"))
    one.surface.journal = None

    status, problem = await told(one)

    assert status == 404
    assert "--journal" in problem["detail"]
    one.close()


async def test_secrets_are_not_shown():
    redact = [lambda each: REDACTOR.exchange(each, keep_standins=True)]
    one = await served(exchange(url=f"{API}/a"), redact=redact)
    for _ in range(3):
        await one.ask(1, get("/a", f"Authorization: {SECRET}"))

    _, journal = await told(one)

    assert len(journal["requests"]) == 3
    assert SECRET[7:] not in json.dumps(journal)
    assert REDACTOR.standin(SECRET[7:]) in json.dumps(journal)
    one.close()
