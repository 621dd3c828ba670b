"""Which HTTP a connection turns out to speak, told by what it begins with."""

import asyncio
import logging
from contextlib import suppress

import pytest

from mockforge.engine import Answer
from mockforge.http import Response
from mockforge.provenance import Provenance
from mockforge.server.deliver import Delivery
from mockforge.server.framing import framed
from mockforge.server.opening import PREFACE, abort
from mockforge.server.run import Server, listen
from tests.frames import framing


async def respond(asked, channel):
    response = Response(200, (), asked.request.method.encode())
    frame = framed(response, asked.request, keep_alive=False)
    channel.write(frame.head + response.body)
    return False


async def deliver(request):
    return Delivery(Answer(Response(200, (), b"two"), Provenance(None)))


@pytest.fixture
async def server():
    made = Server(respond, listen("127.0.0.1", 0), deliver=deliver)
    async with made.running():
        yield made


async def said(server, *pieces, ends=False):
    """Send *pieces* one after the other and return all that comes."""
    reader, writer = await asyncio.open_connection(server.host, server.port)
    try:
        for piece in pieces:
            writer.write(piece)
            await asyncio.sleep(0.01)
        if ends:
            writer.write_eof()
        return await reader.read()
    finally:
        writer.close()


HEAD = b" / HTTP/1.1\r\nHost: here\r\n\r\n"


@pytest.mark.parametrize("method", [b"GET", b"P", b"POST", b"PROPFIND", b"PURGE"])
async def test_methods_that_begin_alike_are_http_1(server, method):
    wire = await said(server, method[:1], method[1:3], method[3:] + HEAD)

    assert wire.startswith(b"HTTP/1.1 400" if method == b"P" else b"HTTP/1.1 200")


async def test_http_2_may_be_spoken_unasked(server):
    async with framing(server) as client:
        got = await client.told()

    assert (got.status, got.body) == (200, b"two")


async def test_its_beginning_may_come_in_pieces(server):
    wire = await said(server, PREFACE[:1], PREFACE[1:20], PREFACE[20:], ends=True)

    settings = wire[3:4]
    assert settings == b"\x04"


async def test_a_client_that_leaves_within_it_is_let_go(server):
    assert await said(server, b"PRI", ends=True) == b""


async def test_who_says_nothing_is_let_go(server):
    assert await said(server, ends=True) == b""


async def test_who_wants_tls_is_told_of_once(server, caplog):
    hello = b"\x16\x03\x01\x00\x05hello"
    with caplog.at_level(logging.WARNING):
        await said(server, hello)
        await said(server, hello)

    assert [each.getMessage() for each in caplog.records] == [
        "a client wants TLS on a port without; start with --tls"
    ]


async def test_a_server_that_stops_waits_for_nobody_who_has_not_spoken():
    made = Server(respond, listen("127.0.0.1", 0), deliver=deliver)
    async with made.running():
        reader, writer = await asyncio.open_connection(made.host, made.port)
        await asyncio.sleep(0.01)

    assert await reader.read() == b""
    writer.close()


async def test_a_connection_that_is_reset_is_known_to_be_so():
    loop = asyncio.get_running_loop()

    class Resets(asyncio.Protocol):
        def connection_made(self, transport):
            self.transport = transport

        def data_received(self, data):
            abort(self.transport, resets=data == b"reset")

    server = await loop.create_server(Resets, "127.0.0.1", 0)
    told: list[bytes | str] = []
    async with server:
        for word in (b"reset", b"abort"):
            port = server.sockets[0].getsockname()[1]
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
            writer.write(word)
            try:
                told.append(await reader.read())
            except ConnectionResetError:
                told.append("reset")
            writer.close()
            with suppress(ConnectionError):
                await writer.wait_closed()

    assert told == ["reset", b""]
