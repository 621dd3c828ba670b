"""Answers over HTTP/2: whole, in pieces, broken, open, and as slow as their client."""

import asyncio
from contextlib import asynccontextmanager

import pytest
import uvloop
from h2.errors import ErrorCodes

from mockforge.engine import Answer, Ending
from mockforge.http import Chunk, Response
from mockforge.provenance import Provenance
from mockforge.server.deliver import Delivery
from mockforge.server.run import Server, listen
from tests.frames import framing

LONG = bytes(range(256)) * 4096 * 5


async def unused(asked, channel):
    return False


@asynccontextmanager
async def answering(response, *, delay=0.0, ending=Ending.WHOLE, body=None):
    """Serve *response* to everyone."""
    answer = Answer(response, Provenance(None), delay=delay, ending=ending)

    async def deliver(request):
        return Delivery(answer, body() if body else None)

    server = Server(unused, listen("127.0.0.1", 0), deliver=deliver)
    async with server.running():
        yield server


async def told(response, method="GET", **how):
    async with answering(response, **how) as server, framing(server) as client:
        return await client.told(method=method)


async def test_an_answer_is_sent_whole():
    got = await told(Response(299, ((b"X-A", b"1"),), b"body", "Just So"))

    assert got.fields == [(b":status", b"299"), (b"x-a", b"1")]
    assert (got.body, got.ended, got.reset) == (b"body", True, None)


@pytest.mark.parametrize(
    ("method", "status", "body"),
    [("HEAD", 200, b"abc"), ("GET", 204, b""), ("GET", 304, b""), ("GET", 200, b"")],
)
async def test_an_answer_without_a_body_is_its_head_alone(method, status, body):
    length = (b"Content-Length", b"%d" % len(body))

    got = await told(Response(status, (length,), body), method)

    assert (got.status, got.body, got.ended) == (status, b"", True)


@pytest.mark.parametrize("body", [b"abc", b""])
async def test_trailers_follow_the_body(body):
    response = Response(200, (), body, trailers=((b"Grpc-Status", b"0"),))

    got = await told(response)

    assert (got.body, got.trailers, got.ended) == (body, [(b"grpc-status", b"0")], True)


async def test_pieces_come_with_their_pauses():
    chunks = (Chunk(0.0, 2), Chunk(0.01, 2))
    response = Response(200, (), b"abcd", chunks=chunks)

    async with answering(response) as server, framing(server) as client:
        stream = client.ask()
        await client.until(lambda: client.got[stream].body == b"ab")
        got = await client.answer(stream)

    assert (got.body, got.ended) == (b"abcd", True)


async def test_a_broken_answer_resets_its_stream_alone():
    response = Response(200, ((b"Content-Length", b"900"),), b"some")

    async with (
        answering(response, ending=Ending.BROKEN) as server,
        framing(server) as client,
    ):
        first, second = await client.told(), await client.told()

    for got in (first, second):
        assert (got.body, got.ended) == (b"some", False)
        assert got.reset == ErrorCodes.INTERNAL_ERROR
        assert (b"content-length", b"900") in got.headers


async def test_an_open_answer_stays_open_until_the_server_stops():
    response = Response(200, (), b"data: 1\n\n")

    async with (
        answering(response, ending=Ending.OPEN) as server,
        framing(server) as client,
    ):
        stream = client.ask()
        await client.until(lambda: client.got[stream].body == response.body)
        assert not client.got[stream].is_over

        await server._drain()
        assert (await client.answer(stream)).ended


async def test_a_long_body_comes_through_a_small_window():
    response = Response(200, (), LONG)

    async with answering(response) as server, framing(server, window=10_000) as client:
        got = await client.told()

    assert got.body == LONG


async def test_a_client_that_does_not_read_is_waited_for():
    """Its own stream waits, others on the connection are answered."""
    response = Response(200, (), LONG)

    async with answering(response) as server, framing(server) as client:
        client.reads = False
        slow = client.ask()
        await client.until(lambda: len(client.got[slow].body) == 65535)
        head = await client.told(method="HEAD")
        assert head.ended
        client.reads = True
        client.h2.increment_flow_control_window(1 << 24)
        client.h2.increment_flow_control_window(1 << 24, slow)
        client.flush()
        got = await client.answer(slow)

    assert got.body == LONG


async def test_streams_share_what_the_client_takes():
    response = Response(200, (), LONG[: 1 << 20])

    async with answering(response) as server, framing(server) as client:
        streams = [client.ask() for _ in range(8)]
        answers = [await client.answer(stream) for stream in streams]

    assert all(got.body == response.body and got.ended for got in answers)


async def test_a_client_that_gives_up_a_stream_keeps_the_others():
    response = Response(200, (), LONG, chunks=(Chunk(0.0, 9), Chunk(60.0, 9)))

    async with answering(response) as server, framing(server) as client:
        stream = client.ask()
        await client.until(lambda: client.got[stream].body)
        client.h2.reset_stream(stream, ErrorCodes.CANCEL)
        client.flush()
        head = await client.told(method="HEAD")

        assert head.ended
        (connection,) = server._open
        while connection.task is not None:  # noqa: ASYNC110 - ends, or times out
            await asyncio.sleep(0)


async def test_a_delay_is_waited_for_unless_the_server_stops():
    response = Response(200, (), b"late")

    async with answering(response, delay=600.0) as server, framing(server) as client:
        stream = client.ask()
        while not any(each.task for each in server._open):  # noqa: ASYNC110
            await asyncio.sleep(0)
        await server._drain()

        assert (await client.answer(stream)).body == b"late"


@pytest.mark.parametrize("status", [101, 103])
async def test_what_ends_nothing_over_http_2_is_said(status):
    got = await told(Response(status))

    assert got.status == 502
    assert str(status).encode() in got.body


async def test_a_body_that_is_being_fetched_passes():
    async def body():
        for _ in range(3):
            yield b"piece"

    got = await told(Response(200), body=body)

    assert (got.body, got.ended) == (b"piece" * 3, True)


async def test_a_body_that_breaks_off_while_it_is_fetched_breaks_off():
    async def body():
        yield b"piece"
        raise ConnectionError

    got = await told(Response(200), body=body)

    assert (got.body, got.ended) == (b"piece", False)
    assert got.reset == ErrorCodes.INTERNAL_ERROR


@pytest.mark.parametrize(
    "scenario",
    [
        test_an_answer_is_sent_whole,
        test_pieces_come_with_their_pauses,
        test_a_broken_answer_resets_its_stream_alone,
        test_an_open_answer_stays_open_until_the_server_stops,
        test_a_long_body_comes_through_a_small_window,
        test_a_client_that_does_not_read_is_waited_for,
        test_a_client_that_gives_up_a_stream_keeps_the_others,
        test_a_delay_is_waited_for_unless_the_server_stops,
    ],
    ids=lambda scenario: scenario.__name__.removeprefix("test_"),
)
def test_uvloop_serves_alike(scenario):
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(scenario())


@pytest.mark.parametrize("ending", [Ending.RESET, Ending.EMPTY, Ending.RAW])
async def test_what_is_no_answer_has_no_head(ending):
    got = await told(Response(200, (), b"raw"), ending=ending)

    assert (got.fields, got.body) == ([], b"")
    assert got.reset == ErrorCodes.INTERNAL_ERROR


async def test_nothing_is_said_until_the_client_leaves():
    async with (
        answering(Response(200, (), b"raw"), ending=Ending.SILENT) as server,
        framing(server) as client,
    ):
        stream = client.ask()
        await asyncio.sleep(0)

        assert stream not in client.got or client.got[stream].fields == []
