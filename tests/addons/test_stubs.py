"""Endpoints of the settings on the port of a proxy: never sent on, never recorded."""

import asyncio
import json
from contextlib import suppress

import pytest
from mockforge.addons import stubs
from mockforge.addons.answer import Answer
from mockforge.addons.record import Record

from mockforge.app import open_replay
from mockforge.config import Config
from mockforge.engine import Engine
from mockforge.engine.stubbing import Stubbing
from mockforge.recordings.formats import jsonl
from mockforge.stubs.options import EndpointOptions
from mockforge.stubs.stubs import Stubs
from tests.worlds import API, exchange, replaying

ENDPOINTS = [
    {"path": "/orders/:id", "response": {"body": {"id": "{{params.id}}"}}},
    {
        "path": "/orders",
        "method": "POST",
        "response": {"status": 201, "body": {"got": "{{body.n}}"}},
    },
    {
        "path": "/maybe",
        "responses": [{"when": "query.here == '1'", "body": "here"}],
    },
    {"path": "/slow", "response": {"delay": 0.01, "body": "late"}},
]
REAL = b"HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nreal"


@pytest.fixture
def stubbed(world):
    engine = Engine(records=world.kept)
    read = [EndpointOptions.model_validate(each) for each in ENDPOINTS]
    engine.stubbing = Stubbing(Stubs.of(read))
    return engine


async def test_what_is_stubbed_is_neither_sent_on_nor_recorded(world, stubbed):
    port = await world.answering(REAL)
    client = await world.client(await world.before(port, record=Record(stubbed)))

    first = await client.ask(target="/orders/7")
    assert not world.connections
    other = await client.ask(target="/else")
    head = await client.ask("HEAD", target="/orders/7")
    late = await client.ask(target="/slow")
    kept = await world.kept.first()

    assert json.loads(first.body) == {"id": "7"}
    assert first.header("X-MockForge-Source").startswith("synthetic; stub=")
    assert (head.status, head.header("Content-Length")) == (200, "11")
    assert late.body == b"late"
    assert other.body == b"real"
    assert other.header("X-MockForge-Source") is None
    assert kept.request.target == "/else"
    assert len(world.kept.exchanges) == 1
    assert stubbed.ledger.answered == {"stub": 3, "upstream": 1}
    assert stubbed.ledger.seen == 4


async def test_a_condition_that_does_not_hold_leaves_it_to_the_upstream(world, stubbed):
    port = await world.answering(REAL)
    client = await world.client(await world.before(port, record=Record(stubbed)))

    here = await client.ask(target="/maybe?here=1")
    there = await client.ask("GET", target="/maybe?here=2")

    assert (here.body, there.body) == (b"here", b"real")
    assert (await world.kept.first()).request.target == "/maybe?here=2"


async def test_a_body_that_comes_in_pieces_is_waited_for(world, stubbed):
    port = await world.answering(REAL)
    client = await world.client(await world.before(port, record=Record(stubbed)))

    await client.send(
        b"POST /orders HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
        b"Transfer-Encoding: chunked\r\n\r\n"
    )
    for piece in (b'{"n"', b": 3}", b""):
        await asyncio.sleep(0)
        await client.send(b"%x\r\n%s\r\n" % (len(piece), piece))
    got = await client.answer()

    assert (got.status, json.loads(got.body)) == (201, {"got": 3})
    assert not world.connections
    assert not world.kept.exchanges


async def test_a_client_that_names_the_target_is_answered_too(world, stubbed):
    port = await world.answering(REAL)
    client = await world.client(await world.start("regular@0", record=Record(stubbed)))

    got = await client.ask(target="http://api.nowhere.invalid/orders/7")
    other = await client.ask(target=f"http://127.0.0.1:{port}/else")

    assert json.loads(got.body) == {"id": "7"}
    assert other.body == b"real"
    assert len(world.kept.exchanges) == 1


@pytest.mark.parametrize("mode", ["regular@0", "reverse:http://api.invalid@0"])
async def test_a_proxy_that_replays_answers_them_and_again(world, tmp_path, mode):
    file = tmp_path / "api.jsonl"
    jsonl.write([exchange(url=f"{API}/x")], file)
    config = Config.model_validate({"endpoints": ENDPOINTS})
    prefix = "http://api.invalid" if mode.startswith("regular") else ""

    async with open_replay(config, [file]) as engine:
        port = await world.start(mode, record=Answer(engine))
        client = await world.client(port)
        got = [await client.ask(target=f"{prefix}/orders/7") for _ in range(3)]
        missed = await client.ask(target=f"{prefix}/else")
        await world.stop()

    assert {each.body for each in got} == {b'{"id": "7"}'}
    assert missed.status == 404
    assert engine.ledger.answered["stub"] == 3
    assert engine.ledger.seen == 4


FAULTS = [
    {"path": "/reset", "response": {"body": "x", "fault": "reset"}},
    {"path": "/empty", "response": {"body": "x", "fault": "empty"}},
    {"path": "/garbage", "response": {"body": "x", "fault": "garbage"}},
    {"path": "/cut", "response": {"body": "abcd", "fault": "truncated"}},
    {"path": "/silent", "response": {"body": "x", "fault": "silent"}},
    {"path": "/error", "response": {"fault": 503}},
]


@pytest.mark.parametrize("kind", [Record, Answer])
async def test_faults_are_those_of_a_server(world, kind, monkeypatch):
    monkeypatch.setattr(stubs, "LOOK", 0.01)
    read = [EndpointOptions.model_validate(each) for each in FAULTS]
    if kind is Answer:
        engine = await replaying(exchange(url=f"{API}/a"))
    else:
        engine = Engine(records=world.kept)
    engine.stubbing = Stubbing(Stubs.of(read))
    mode = "reverse:https://api.example@0" if kind is Answer else None
    port = (
        await world.start(mode, record=kind(engine))
        if mode
        else await world.before(await world.answering(REAL), record=kind(engine))
    )

    async def raw(target):
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(f"GET {target} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
        try:
            async with asyncio.timeout(0.3 if target == "/silent" else 5):
                return await reader.read(-1 if target != "/error" else 12)
        except TimeoutError:
            return None
        except ConnectionResetError:
            return b"reset"
        finally:
            writer.close()
            with suppress(ConnectionError):
                await writer.wait_closed()

    assert await raw("/reset") == b"reset"
    assert await raw("/empty") == b""
    garbage = await raw("/garbage")
    assert garbage
    assert not garbage.startswith(b"HTTP")
    assert await raw("/silent") is None
    cut = await raw("/cut")
    assert cut is not None
    assert cut.endswith(b"\r\n\r\nab")
    assert b"content-length: 4" in cut.lower()
    assert await raw("/error") == b"HTTP/1.1 503"
