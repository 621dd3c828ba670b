"""Stubs in an engine."""

import json
import logging

import pytest

from mockforge.engine import Accounts, Engine
from mockforge.engine.drifting import Drifts
from mockforge.engine.plan import Ending
from mockforge.engine.stubbing import Stubbing
from mockforge.http import Request
from mockforge.recordings.matchers import Matcher, MatchOptions
from mockforge.recordings.redact import Redactor
from mockforge.sources.recorded import Recorded
from mockforge.stubs.moving import movings_of
from mockforge.stubs.options import EndpointOptions
from mockforge.stubs.stubs import Stubs
from tests.worlds import API, exchange, replaying, request


def stubbing(*endpoints, is_alone=False, **given):
    read = [EndpointOptions.model_validate(each) for each in endpoints]
    return Stubbing(Stubs.of(read, is_alone=is_alone), **given)


def asked(target, method="GET", **more):
    return Request(method, "http", "127.0.0.1:8080", target, **more)


def alone(*endpoints, **given):
    engine = Engine(recorded=Recorded([], Matcher(MatchOptions())), accounts=Accounts())
    engine.stubbing = stubbing(*endpoints, is_alone=True, **given)
    return engine


A = {"path": "/a", "response": {"body": {"from": "stub"}}}


async def test_a_stub_answers_before_a_recording():
    engine = await replaying(exchange(url=f"{API}/a"), exchange(url=f"{API}/b"))
    engine.stubbing = stubbing(A)

    mine = await engine.answer(asked("/a"))
    other = await engine.answer(request(url=f"{API}/b"))

    assert json.loads(mine.response.body) == {"from": "stub"}
    assert mine.provenance.stub == "GET /a"
    assert other.provenance.source == "recorded"
    assert engine.ledger.answered == {"stub": 1, "exact": 1}
    assert engine.ledger.seen == 2
    assert set(engine.ledger.used) == {(other.provenance.recording, 2)}


async def test_an_account_says_where_it_is_written():
    engine = alone(A, {"path": "/b", "response": {"body": "{{uuid}}"}})

    fixed, drawn = [await engine.answer(asked(each)) for each in ("/a", "/b")]

    assert fixed.response.header("X-MockForge-Source") == (
        "synthetic; stub=GET%20/a; id=s0"
    )
    assert drawn.provenance.id == "a1"
    account = engine.account("s0")
    assert account["stub"] == "GET /a"
    assert account["why"] == ["GET /a of GET /a", "as it is written"]
    assert engine.account("a1")["request"]["method"] == "GET"


async def test_what_nobody_answers_is_a_miss(caplog):
    engine = alone(A, redactor=Redactor(b"k" * 32))
    secret = "ghp_" + "a1B2" * 9

    with caplog.at_level(logging.WARNING):
        answer = await engine.answer(asked(f"/aa?token={secret}"))

    told = json.loads(answer.response.body)
    assert answer.response.status == 404
    assert told["nearest"]["name"] == "GET /a"
    assert engine.ledger.missed == 1
    assert secret not in caplog.text + answer.response.body.decode()
    assert engine.ledger.misses[0].near["name"] == "GET /a"


async def test_a_browser_may_read_a_miss():
    headers = ((b"Origin", b"http://localhost:3000"),)

    answer = await alone(A).answer(asked("/nothing", headers=headers))

    assert answer.response.header("Access-Control-Allow-Origin") is not None


@pytest.mark.parametrize("target", ["/a", "/a/"])
async def test_a_proxy_that_records_tells_it_too(target):
    engine = Engine()
    engine.stubbing = stubbing(A)

    plan = engine.stubbed(asked(target))
    assert plan is not None
    answer = await engine.finish(plan)

    told = answer.response.header("X-MockForge-Source")
    assert told is not None
    assert told.startswith("synthetic; stub")
    assert engine.account(answer.provenance.id)["stub"] == "GET /a"
    assert engine.stubbed(asked("/b")) is None


@pytest.mark.parametrize(
    ("fault", "ending", "status"),
    [
        (503, Ending.WHOLE, 503),
        ("truncated", Ending.BROKEN, 200),
        ("reset", Ending.RESET, 200),
        ("empty", Ending.EMPTY, 200),
        ("silent", Ending.SILENT, 200),
        ("garbage", Ending.RAW, 200),
    ],
)
async def test_a_fault_is_how_an_answer_ends(fault, ending, status):
    drift = {"rules": [{"field": "n", "rate": 1}]}
    given = {"body": {"n": 1}, "fault": fault, "drift": drift}
    engine = alone({"path": "/a", "response": given})
    movings = movings_of(
        [EndpointOptions.model_validate({"path": "/a", "response": given})]
    )
    assert movings is not None
    engine.drifts = Drifts(movings)

    answer = await engine.answer(asked("/a"))

    assert (answer.ending, answer.response.status) == (ending, status)
    assert answer.why[-1].startswith("fault: ")
    assert not answer.repeatable
