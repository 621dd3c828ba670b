"""Replay through the proxy: the same engine, over HTTPS, HTTP/2 and CONNECT."""

import asyncio
import socket

import pytest
from mockforge.addons.answer import Answer
from mockforge.addons.record import Record

from mockforge.app import open_proxy, open_replay
from mockforge.config import Config
from mockforge.engine import Engine
from tests import worlds
from tests.worlds import API

CHUNKED = (
    b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
    b"Transfer-Encoding: chunked\r\n\r\n"
    b"4\r\n[1, \r\n3\r\n2]\n\r\n0\r\nX-Sum: 1\r\n\r\n"
)


@pytest.fixture
async def recorded(world, tmp_path):
    """Record `POST /a` with a body, and `GET /half`, which the upstream breaks off."""

    async def talk(reader, writer):
        head = await reader.readuntil(b"\r\n\r\n")
        if b"/half" in head:
            writer.write(
                b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n"
                b"Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n"
            )
            await writer.drain()
            writer.transport.abort()
            return
        writer.write(CHUNKED)
        await reader.read()

    upstream = await world.upstream(talk)
    database = tmp_path / "a.db"
    async with open_proxy(Config(), database) as engine:
        record = Record(engine)
        port = await world.start(
            f"reverse:http://127.0.0.1:{upstream}@0", record=record
        )
        client = await world.client(port)
        assert (await client.ask("POST", "/a", body=b'{"n": 1}')).body == b"[1, 2]\n"
        client = await world.client(port)
        await client.send(b"GET /half HTTP/1.1\r\nHost: a\r\n\r\n")
        await client.end()
        await world.stop()
    return database, upstream


@pytest.fixture
async def replaying(world, recorded):
    """Start a proxy in *modes* that answers from what was recorded."""
    database, upstream = recorded

    async def start(*modes, **options):
        engine = await world.stack.enter_async_context(
            open_replay(Config(**options), [database])
        )
        address = f"127.0.0.1:{upstream}"
        named = [mode.replace("UPSTREAM", address) for mode in modes]
        world.connections = 0
        return await world.start(*named, record=Answer(engine)), upstream

    return start


async def test_a_recorded_answer_comes_back_byte_for_byte(world, replaying):
    port, _ = await replaying("reverse:http://UPSTREAM@0")
    client = await world.client(port)

    for _ in range(2):
        got = await client.ask("POST", "/a", body=b'{ "n":1 }')
        assert (got.status, got.body) == (200, b"[1, 2]\n")
        assert got.trailers == [("X-Sum", "1")]
    assert world.connections == 0


async def test_what_nothing_recorded_answers_is_told(world, replaying):
    port, _ = await replaying("reverse:http://UPSTREAM@0")
    client = await world.client(port)

    got = await client.ask("GET", "/other")

    assert got.status == 404
    assert got.header("content-type") == "application/problem+json"
    assert world.connections == 0


async def test_an_answer_that_broke_off_breaks_off(world, replaying):
    port, _ = await replaying("reverse:http://UPSTREAM@0")
    client = await world.client(port)
    await client.send(b"GET /half HTTP/1.1\r\nHost: a\r\n\r\n")

    assert (await client.head()).status == 200
    assert await client.chunk() == b"abc"
    assert await client.end() == b""


async def test_http2_clients_are_answered(world, replaying, tls, h2_client):
    port, _ = await replaying("reverse:http://UPSTREAM@0")
    client = await h2_client(port, tls("h2"))

    status, body, trailers = await client.ask("/a", b'{"n": 1}')

    assert (status, body, trailers) == (200, b"[1, 2]\n", [("x-sum", "1")])


async def test_clients_of_a_regular_proxy_are_answered(world, replaying):
    port, upstream = await replaying("regular@0")
    client = await world.client(port)
    await client.send(
        b"POST http://127.0.0.1:%d/a HTTP/1.1\r\nContent-Length: 8\r\n\r\n" % upstream
        + b'{"n": 1}'
    )

    assert (await client.answer()).body == b"[1, 2]\n"
    assert world.connections == 0


async def test_a_large_request_is_matched_by_its_whole_body(world, replaying):
    port, _ = await replaying("reverse:http://UPSTREAM@0")
    client = await world.client(port)

    got = await client.ask("PUT", "/big", body=b"x" * (2 << 20))

    assert got.status == 404
    assert world.connections == 0


async def test_what_is_missing_is_fetched_if_the_engine_says_so(world, replaying):
    port, _ = await replaying(
        "reverse:http://UPSTREAM@0", replay={"on_miss": "upstream"}
    )
    client = await world.client(port)

    got = await client.ask("GET", "/new")

    assert got.body == b"[1, 2]\n"
    assert world.connections == 1


async def test_stopping_waits_for_nothing(world, replaying):
    port, _ = await replaying("reverse:http://UPSTREAM@0")
    await (await world.client(port)).ask("GET", "/other")

    async with asyncio.timeout(1):
        await world.stop()
    with (
        pytest.raises(ConnectionRefusedError),
        socket.create_connection(("127.0.0.1", port)),
    ):
        pass


@pytest.mark.parametrize("world", ["own"], indirect=True)
async def test_what_is_asked_again_is_answered_alike_and_counted(world):
    """At once, from the bytes that were sent before."""
    known = worlds.recording(worlds.exchange(url=f"{API}/a", answer=b"[1]"))
    engine = Engine(recorded=await worlds.recorded(known))
    port = await world.start(f"reverse:{API}@0", record=Answer(engine))
    client = await world.client(port)
    found = [await client.ask(target="/a") for _ in range(5)]

    assert all(got == found[0] for got in found)
    assert found[0].body == b"[1]"
    assert engine.ledger.seen == 5
