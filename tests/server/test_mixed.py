"""A weighed request that the upstream is asked for: what is sent, kept and recorded."""

import asyncio
import json
from contextlib import asynccontextmanager

import pytest

from mockforge.exchange import FailureKind
from mockforge.http import Origin
from mockforge.server.fetch import Upstream
from mockforge.server.surface import Surface
from tests.engine.mixing import US, weighing
from tests.worlds import API, exchange, request

PATIENCE = 20.0
SHORT = 0.5


class Kept:
    def __init__(self):
        self.exchanges = []

    async def record(self, exchange):
        self.exchanges.append(exchange)

    def standin(self, secret):
        return secret


@asynccontextmanager
async def surface(talk, ratio, *exchanges, patience=PATIENCE, **options):
    """Serve what *talk* says, byte for byte; yield who answers, what was asked, kept.

    Args:
        talk: Takes the head and the writer of one request.
    """
    asked, kept = [], Kept()

    async def served(reader, writer):
        try:
            head = await reader.readuntil(b"\r\n\r\n")
            asked.append(head.split(b" ", 1)[0].decode())
            await talk(writer)
            await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            return
        finally:
            writer.close()

    server = await asyncio.start_server(served, "127.0.0.1", 0)
    origin = Origin("http", f"127.0.0.1:{server.sockets[0].getsockname()[1]}")
    engine = await weighing(ratio, *exchanges, kept=kept, **options)
    engine.upstream = origin
    upstream = Upstream(patience=patience)
    try:
        yield Surface(engine, report=dict, upstream=upstream), asked, kept.exchanges
    finally:
        await upstream.close()
        server.close()
        await server.wait_closed()


def saying(wire):
    async def talk(writer):
        writer.write(wire)

    return talk


async def breaking(writer):
    writer.transport.abort()


async def dawdling(writer):
    await asyncio.sleep(4 * SHORT)


def answer(value, framing="length", status="200 OK"):
    body = json.dumps(value).encode()
    head = f"HTTP/1.1 {status}\r\nContent-Type: application/json\r\n".encode()
    if framing == "length":
        return b"%sContent-Length: %d\r\n\r\n%s" % (head, len(body), body)
    chunk = b"%x\r\n%s\r\n0\r\n\r\n" % (len(body), body)
    return head + b"Transfer-Encoding: chunked\r\n\r\n" + chunk


def recorded_thing():
    return exchange(url=f"{API}/a/1", answer=b'{"id": 1, "of": "record"}')


async def got(delivery):
    """Return the whole body of *delivery*."""
    if delivery.body is None:
        return delivery.answer.response.body
    return b"".join([piece async for piece in delivery.body])


@pytest.mark.parametrize("framing", ["length", "chunked"])
async def test_what_the_upstream_says_is_recorded_as_it_said_it(framing):
    said = {"id": 1, "of": "upstream"}
    async with surface(saying(answer(said, framing)), 0.85, recorded_thing()) as (
        answering,
        asked,
        kept,
    ):
        delivery = await answering.delivery(request(url=f"{US}/a/1"))

    assert asked == ["GET"]
    (one,) = kept
    assert json.loads(one.response.body) == said
    assert one.first_byte is not None
    assert one.elapsed >= one.first_byte
    assert json.loads(await got(delivery))["id"] == 1
    source = delivery.answer.response.header("X-MockForge-Source")
    assert source.split(";")[0] in ("blend", "upstream", "recorded")


FAULTS = {
    "reset": (breaking, 502, FailureKind.RESET),
    "slow": (dawdling, 504, FailureKind.TIMEOUT),
    "5xx": (saying(answer({}, status="503 Busy")), 503, None),
}


@pytest.mark.parametrize("fault", FAULTS)
async def test_a_write_that_was_sent_is_neither_sent_again_nor_made_up(fault):
    talk, status, kind = FAULTS[fault]
    patience = SHORT if talk is dawdling else PATIENCE
    async with surface(talk, 1.0, patience=patience) as (answering, asked, kept):
        delivery = await answering.delivery(request("POST", f"{US}/a", b"{}"))

    assert asked == ["POST"]
    assert delivery.answer.response.status == status
    assert [each.failure and each.failure.kind for each in kept] == [kind]


@pytest.mark.parametrize("fault", FAULTS)
async def test_a_read_is_answered_by_who_can(fault):
    talk = FAULTS[fault][0]
    patience = SHORT if talk is dawdling else PATIENCE
    async with surface(talk, 0.99, recorded_thing(), patience=patience) as (
        answering,
        asked,
        kept,
    ):
        delivery = await answering.delivery(request(url=f"{US}/a/1"))

    assert asked == ["GET"]
    assert len(kept) == 1
    assert json.loads(await got(delivery)) == {"id": 1, "of": "record"}


async def test_a_write_that_was_not_sent_may_be_made_up():
    async with surface(breaking, 1.0) as (answering, asked, _):
        answering.engine.upstream = Origin("http", "127.0.0.1:9")
        delivery = await answering.delivery(request("POST", f"{US}/a", b"{}"))

    assert asked == []
    assert delivery.answer.response.status == 201
    assert delivery.answer.provenance.source == "synthetic"


LONG = b"x" * (3 << 20)


@pytest.mark.parametrize("ratio", [0.99, 1.0])
async def test_a_stream_passes_through_and_is_recorded_whole(ratio):
    wire = b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n" + LONG
    async with surface(saying(wire), ratio, makers=[]) as (answering, _, kept):
        delivery = await answering.delivery(request(url=f"{US}/events"))
        assert delivery.body is not None
        assert await got(delivery) == LONG

    assert kept[0].response.body == LONG
    head = delivery.answer.response.header("X-MockForge-Source")
    assert head.startswith(f"upstream; ratio={ratio:g}")


async def test_what_turns_out_too_long_to_mix_passes_through():
    body = b'{"id": 1, "text": "%s"}' % LONG
    wire = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n" + body
    async with surface(saying(wire), 0.85, recorded_thing()) as (answering, _, kept):
        delivery = await answering.delivery(request(url=f"{US}/a/1"))

        assert await got(delivery) == body
    assert kept[0].response.body == body


async def test_a_client_that_leaves_a_stream_is_recorded_to_have():
    wire = b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n" + LONG
    async with surface(saying(wire), 1.0) as (answering, _, kept):
        delivery = await answering.delivery(request(url=f"{US}/events"))
        await anext(delivery.body)
        await delivery.body.aclose()

    assert kept[0].failure.kind is FailureKind.CLIENT
    assert 0 < len(kept[0].response.body) < len(LONG)
