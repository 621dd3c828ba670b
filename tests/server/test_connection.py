"""A connection over a real socket: order, waiting, leaving, stopping."""

import asyncio
import socket
from contextlib import asynccontextmanager

import pytest
import uvloop

from mockforge.http import Response
from mockforge.server.framing import framed
from mockforge.server.http1 import Limits
from mockforge.server.run import Server, listen


def get(path, *fields):
    lines = [f"GET {path} HTTP/1.1", "Host: here", *fields, "", ""]
    return "\r\n".join(lines).encode()


async def echo(asked, channel):
    """Answer with the target and the body."""
    request = asked.request
    body = f"{request.target} ".encode() + request.body
    frame = framed(Response(200, (), body), request, keep_alive=asked.keep_alive)
    channel.write(frame.head + body)
    return await channel.drain() and not frame.closes


@asynccontextmanager
async def serving(respond=echo, limits=None):
    server = Server(respond, listen("127.0.0.1", 0), limits=limits)
    async with server.running():
        yield server


@asynccontextmanager
async def connected(server):
    reader, writer = await asyncio.open_connection(server.host, server.port)
    try:
        yield reader, writer
    finally:
        writer.close()
        await asyncio.gather(writer.wait_closed(), return_exceptions=True)


async def answer(reader):
    """Read one answer that has a Content-Length; return its body."""
    head = await reader.readuntil(b"\r\n\r\n")
    length = head.lower().partition(b"content-length: ")[2].partition(b"\r\n")[0]
    return (await reader.readexactly(int(length))).decode()


async def test_pipelined_requests_are_answered_in_order():
    async with serving() as server, connected(server) as (reader, writer):
        writer.write(b"".join(get(f"/{number}") for number in range(200)))

        assert [await answer(reader) for _ in range(200)] == [
            f"/{number} " for number in range(200)
        ]


async def test_a_slow_answer_is_not_overtaken():
    slow = asyncio.Event()

    async def respond(asked, channel):
        if asked.request.target == "/slow":
            await slow.wait()
        return await echo(asked, channel)

    async with serving(respond) as server, connected(server) as (reader, writer):
        writer.write(get("/slow") + get("/fast"))
        async with connected(server) as (other, writes):
            writes.write(get("/other"))
            assert await answer(other) == "/other "
        slow.set()

        assert [await answer(reader) for _ in range(2)] == ["/slow ", "/fast "]


async def test_a_client_that_waits_for_leave_gets_it_in_its_turn():
    async with serving() as server, connected(server) as (reader, writer):
        writer.write(
            get("/first")
            + b"POST /second HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\n"
            b"Content-Length: 4\r\n\r\n"
        )

        assert await answer(reader) == "/first "
        assert await reader.readuntil(b"\r\n\r\n") == b"HTTP/1.1 100 Continue\r\n\r\n"
        writer.write(b"body")
        assert await answer(reader) == "/second body"


async def test_a_client_that_has_said_all_is_still_answered():
    async with serving() as server, connected(server) as (reader, writer):
        writer.write(get("/1") + get("/2"))
        writer.write_eof()

        assert (await reader.read()).count(b"HTTP/1.1 200") == 2


async def test_after_close_the_connection_ends():
    async with serving() as server, connected(server) as (reader, writer):
        writer.write(get("/1", "Connection: close"))

        assert b"Connection: close" in await reader.read()


@pytest.mark.parametrize(
    ("wire", "status"),
    [
        (b"nonsense\r\n\r\n", 400),
        (b"CONNECT a:443 HTTP/1.1\r\nHost: a\r\n\r\n", 501),
        (
            b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 999999\r\n\r\n"
            + b"a" * 5000,
            413,
        ),
    ],
)
async def test_a_refusal_is_an_answer_and_ends_the_connection(wire, status):
    limits = Limits(body=1000)
    async with serving(limits=limits) as server, connected(server) as (reader, writer):
        writer.write(wire)

        told = await reader.read()
        assert told.startswith(f"HTTP/1.1 {status} ".encode())
        assert b"problem+json" in told
        assert b"Traceback" not in told


async def test_what_was_asked_before_a_refusal_is_answered_first():
    async with serving() as server, connected(server) as (reader, writer):
        writer.write(get("/1") + b"nonsense\r\n\r\n")

        assert await answer(reader) == "/1 "
        assert (await reader.read()).startswith(b"HTTP/1.1 400")


async def test_an_answer_that_fails_breaks_its_connection_alone():
    failures = []
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda _, context: failures.append(context))

    async def respond(asked, channel):
        if asked.request.target == "/bad":
            raise ZeroDivisionError
        return await echo(asked, channel)

    async with serving(respond) as server, connected(server) as (reader, writer):
        writer.write(get("/bad"))
        with pytest.raises((ConnectionError, asyncio.IncompleteReadError)):
            await answer(reader)
        async with connected(server) as (other, writes):
            writes.write(get("/good"))
            assert await answer(other) == "/good "


async def test_a_stop_ends_pauses_and_lets_the_answer_finish():
    begun = asyncio.Event()

    async def respond(asked, channel):
        begun.set()
        assert await channel.pause(3600.0)
        assert channel.is_stopping
        return await echo(asked, channel)

    async with serving(respond) as server:
        reader, writer = await asyncio.open_connection(server.host, server.port)
        writer.write(get("/paused"))
        await begun.wait()

    assert await answer(reader) == "/paused "
    assert await reader.read() == b""
    writer.close()


async def test_a_stop_closes_idle_connections_and_the_port():
    async with serving() as server:
        reader, writer = await asyncio.open_connection(server.host, server.port)
        writer.write(get("/1"))
        await answer(reader)

    assert await reader.read() == b""
    writer.close()
    with pytest.raises(ConnectionRefusedError):
        await asyncio.open_connection(server.host, server.port)


async def test_a_client_that_leaves_ends_what_is_held_for_it():
    held, left = asyncio.Event(), asyncio.Event()

    async def respond(asked, channel):
        held.set()
        await channel.held()
        left.set()
        return False

    async with serving(respond) as server:
        async with connected(server) as (_, writer):
            writer.write(get("/stream"))
            await held.wait()
        await left.wait()


async def test_a_client_that_reads_slowly_slows_the_answer():
    """What it does not take is not piled up here."""
    body = bytes(64 << 20)
    written = 0

    async def respond(asked, channel):
        nonlocal written
        frame = framed(Response(200, (), body), asked.request, keep_alive=False)
        channel.write(frame.head)
        for start in range(0, len(body), 1 << 16):
            channel.write(body[start : start + (1 << 16)])
            written += 1 << 16
            if not await channel.drain():
                return False
        return False

    async with serving(respond) as server:
        with socket.create_connection((server.host, server.port)) as client:
            client.setblocking(False)
            loop = asyncio.get_running_loop()
            await loop.sock_sendall(client, get("/large"))
            await loop.sock_recv(client, 100)
            while (before := written) < len(body):
                await asyncio.sleep(0.05)
                if written == before:
                    break

            assert written < len(body) // 2


@pytest.mark.parametrize(
    "scenario",
    [
        test_pipelined_requests_are_answered_in_order,
        test_a_client_that_waits_for_leave_gets_it_in_its_turn,
        test_a_client_that_has_said_all_is_still_answered,
        test_what_was_asked_before_a_refusal_is_answered_first,
        test_an_answer_that_fails_breaks_its_connection_alone,
        test_a_stop_ends_pauses_and_lets_the_answer_finish,
        test_a_stop_closes_idle_connections_and_the_port,
        test_a_client_that_leaves_ends_what_is_held_for_it,
        test_a_client_that_reads_slowly_slows_the_answer,
    ],
    ids=lambda scenario: scenario.__name__.removeprefix("test_"),
)
def test_uvloop_serves_alike(scenario):
    """A replay runs on it where it is installed."""
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(scenario())
