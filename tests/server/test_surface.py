"""Requests over a socket, answered by an engine: status, bytes, misses, failures."""

import asyncio
import json
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import replace

import pytest

from mockforge.engine import Accounts, Engine, OnMiss
from mockforge.engine.reality import Reality, Scale
from mockforge.errors import RecordingError
from mockforge.exchange import Failure, FailureKind
from mockforge.http import Chunk, Origin, Response
from mockforge.server.fetch import Upstream
from mockforge.server.framing import framed
from mockforge.server.run import Server, listen
from mockforge.server.surface import Surface
from mockforge.stages.reality.options import RealityOptions
from tests.worlds import API, exchange, recorded, recording, replaying


@asynccontextmanager
async def serving(engine, upstream=None):
    surface = Surface(engine, report=lambda: {"so": "far"}, upstream=upstream)
    server = Server(surface.respond, listen("127.0.0.1", 0))
    surface.authorities = server.authorities
    async with server.running():
        yield server


async def ask(server, target, *fields, method="GET"):
    """Return everything the server sends until it closes."""
    reader, writer = await asyncio.open_connection(server.host, server.port)
    host = f"{server.host}:{server.port}"
    lines = [f"{method} {target} HTTP/1.1", f"Host: {host}", "Connection: close"]
    writer.write("\r\n".join([*lines, *fields, "", ""]).encode())
    try:
        return await reader.read()
    finally:
        writer.close()


async def test_a_recorded_answer_is_the_same_on_the_wire():
    response = Response(
        299,
        (
            (b"x-b", b"1"),
            (b"Set-Cookie", b"a"),
            (b"Set-Cookie", b"b"),
            (b"Transfer-Encoding", b"chunked"),
            (b"Trailer", b"X-Sum"),
        ),
        b"\x1f\x8bab",
        "Just So",
        chunks=(Chunk(0.0, 3), Chunk(0.01, 1)),
        trailers=((b"X-Sum", b"4"),),
    )
    engine = await replaying(exchange(response=response))

    async with serving(engine) as server:
        wire = await ask(server, "/")

    assert wire == (
        b"HTTP/1.1 299 Just So\r\nx-b: 1\r\nSet-Cookie: a\r\nSet-Cookie: b\r\n"
        b"Transfer-Encoding: chunked\r\nTrailer: X-Sum\r\nConnection: close\r\n\r\n"
        b"3\r\n\x1f\x8ba\r\n1\r\nb\r\n0\r\nX-Sum: 4\r\n\r\n"
    )


async def test_head_has_the_recorded_head_alone():
    response = Response(200, ((b"Content-Length", b"900"),), b"", "OK")
    engine = await replaying(exchange("HEAD", response=response))

    async with serving(engine) as server:
        wire = await ask(server, "/", method="HEAD")

    assert wire == (
        b"HTTP/1.1 200 OK\r\nContent-Length: 900\r\nConnection: close\r\n\r\n"
    )


async def test_a_forward_proxy_client_gets_the_host_it_names_alone():
    engine = await replaying(exchange(url="http://api.example/x"))

    async with serving(engine) as server:
        here = await ask(server, f"http://{server.host}:{server.port}/x")
        there = await ask(server, "http://api.example/x")
        other = await ask(server, "http://other.example/x")

    assert [each[9:12] for each in (here, there, other)] == [b"200", b"200", b"404"]


async def test_a_broken_answer_breaks_off():
    response = Response(200, ((b"Content-Length", b"900"),), b"some")
    failure = Failure(FailureKind.RESET, "reset")
    engine = await replaying(exchange(response=response, failure=failure))

    async with serving(engine) as server:
        wire = await ask(server, "/")

    assert b"Content-Length: 900\r\n" in wire
    assert wire.endswith(b"\r\n\r\nsome")


async def test_a_websocket_is_refused_with_a_reason():
    engine = await replaying(exchange())
    upgrade = ["Connection: Upgrade", "Upgrade: websocket", "Sec-WebSocket-Key: a"]

    async with serving(engine) as server:
        wire = await ask(server, "/live", *upgrade)

    assert wire.startswith(b"HTTP/1.1 501 Not Implemented")
    assert engine.ledger.misses[0].kind == "websocket"


async def test_an_offer_to_change_the_protocol_is_ignored():
    engine = await replaying(exchange())

    async with serving(engine) as server:
        wire = await ask(server, "/", "Connection: Upgrade", "Upgrade: h2c")

    assert wire.startswith(b"HTTP/1.1 200")


@pytest.mark.parametrize(
    ("method", "target", "status", "body"),
    [
        ("GET", "/__mockforge/health", 200, {"status": "ok", "loaded": 1}),
        ("GET", "/__mockforge/report", 200, {"so": "far"}),
        ("GET", "/__mockforge/none", 404, None),
        ("POST", "/__mockforge/report", 405, None),
    ],
)
async def test_control_routes_are_no_traffic(method, target, status, body):
    engine = await replaying(exchange())

    async with serving(engine) as server:
        wire = await ask(server, target, method=method)

    assert int(wire[9:12]) == status
    if body is not None:
        assert json.loads(wire.partition(b"\r\n\r\n")[2]) == body
    assert engine.ledger.seen == 0


class Unreadable:
    """A recording that cannot be read any more."""

    def __init__(self, inner, error):
        self.inner, self.error = inner, error

    def __getattr__(self, name):
        return getattr(self.inner, name)

    async def reply(self, row):
        raise self.error


@pytest.mark.parametrize(
    ("error", "word"),
    [(RecordingError("it is gone"), "it is gone"), (KeyError("secret"), "its log")],
)
async def test_what_fails_here_is_told_without_a_trace(error, word):
    engine = await replaying(exchange())
    shelf = engine.recorded.shelves[0]
    shelf.recording = Unreadable(shelf.recording, error)

    async with serving(engine) as server:
        wire = await ask(server, "/")

    assert wire.startswith(b"HTTP/1.1 500")
    assert word.encode() in wire
    assert b"secret" not in wire
    assert b"Traceback" not in wire
    (gap,) = engine.ledger.gaps
    assert gap.startswith("a request failed")
    assert "secret" not in gap


class TestOnMissUpstream:
    """With a real server that is asked for what the recordings lack."""

    @asynccontextmanager
    async def world(self, say):
        async def respond(asked, channel):
            response = say(asked.request)
            frame = framed(response, asked.request, keep_alive=asked.keep_alive)
            channel.write(frame.head + response.body)
            return await channel.drain() and not frame.closes

        async with AsyncExitStack() as stack:
            real = Server(respond, listen("127.0.0.1", 0))
            await stack.enter_async_context(real.running())
            upstream = Upstream()
            stack.push_async_callback(upstream.close)
            engine = Engine(
                recorded=await recorded(recording(exchange(url=f"{API}/kept"))),
                on_miss=OnMiss.UPSTREAM,
                upstream=Origin.parse(real.url),
            )
            server = await stack.enter_async_context(serving(engine, upstream))
            yield engine, real, server

    async def test_a_miss_is_passed_on_with_its_addresses_turned(self):
        def say(request):
            where = f"http://{request.header('Host')}{request.target}".encode()
            headers = ((b"Location", where), (b"X", b"1"), (b"x", b"2"))
            return Response(302, headers, b"moved", "Elsewhere")

        async with self.world(say) as (engine, _, server):
            wire = await ask(server, "/none?a=%2F")

            assert wire.startswith(b"HTTP/1.1 302 Elsewhere\r\n")
            assert f"Location: {server.url}/none?a=%2F\r\n".encode() in wire
            assert b"X: 1\r\nx: 2\r\n" in wire
        assert engine.ledger.fetched[0].status == 302

    async def test_a_long_body_is_passed_on_in_pieces(self):
        body = bytes(range(256)) * 8192 * 2

        async with self.world(lambda _: Response(200, (), body)) as (_, _, server):
            wire = await ask(server, "/large")

        head, _, got = wire.partition(b"\r\n\r\n")
        assert got == body
        assert b"Content-Length: %d" % len(body) in head

    async def test_a_stream_is_rewritten_as_it_passes(self):
        def say(request):
            address = f"http://{request.header('Host')}".encode()
            kind = ((b"Content-Type", b"text/event-stream"), (b"Connection", b"close"))
            return Response(200, kind, b"data: " + address + b"/x\n\n")

        async with self.world(say) as (_, real, server):
            wire = await ask(server, "/events")

            assert f"data: {server.url}/x".encode() in wire
            assert real.url.encode() not in wire

    async def test_an_upstream_that_is_gone_is_a_miss(self):
        async with self.world(lambda _: Response(200)) as (engine, _, server):
            engine.upstream = replace(engine.upstream, authority="127.0.0.1:1")
            wire = await ask(server, "/none")

        assert wire.startswith(b"HTTP/1.1 502")
        assert engine.ledger.missed == 1


async def test_the_account_of_an_answer_is_found_by_the_id_in_its_header():
    engine = await replaying(exchange(url=f"{API}/a"))
    engine.accounts = Accounts()

    async with serving(engine) as server:
        wires = [await ask(server, target) for target in ("/a", "/b")]
        names = [wire.partition(b"id=")[2].partition(b"\r\n")[0] for wire in wires]
        accounts = [
            await ask(server, f"/__mockforge/provenance/{name.decode()}")
            for name in names
        ]
        nothing = await ask(server, "/__mockforge/provenance/a99")

    told = [json.loads(each.partition(b"\r\n\r\n")[2]) for each in accounts]
    assert [each["source"] for each in told] == ["recorded", None]
    assert told[0]["exchanges"] == [1]
    assert nothing.startswith(b"HTTP/1.1 404")
    assert b"X-MockForge-Source" in nothing


async def test_the_dial_is_turned_on_the_port_that_answers():
    engine = await replaying(exchange(url=f"{API}/a", answer=b"[1]"))
    engine.weigh(Reality(Scale(RealityOptions(default_ratio=0.4), is_offline=True)))

    async with serving(engine) as server:
        told = await ask(server, "/__mockforge/continuum/ratio")
        moved = await ask(server, "/__mockforge/continuum/advance", method="POST")
        alias = await ask(server, "/api/v1/consistency/reality-ratio")

    assert json.loads(told.partition(b"\r\n\r\n")[2])["data"]["ratio"] == 0.4
    assert json.loads(moved.partition(b"\r\n\r\n")[2])["data"]["ratio"] == 0.5
    assert json.loads(alias.partition(b"\r\n\r\n")[2])["data"]["ratio"] == 0.5
    assert not engine.ledger.seen


async def test_where_nothing_is_mixed_a_path_of_an_api_is_its_own():
    path = "/api/v1/consistency/reality-ratio"
    engine = await replaying(exchange(url=f"{API}{path}", answer=b"theirs"))

    async with serving(engine) as server:
        wire = await ask(server, path)
        none = await ask(server, "/__mockforge/continuum/ratio")

    assert wire.endswith(b"theirs")
    assert none.startswith(b"HTTP/1.1 404")
