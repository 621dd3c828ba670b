"""WebSocket conversations: passed through, and recorded with everything said."""

import asyncio

import pytest
from websockets.asyncio.client import connect
from websockets.asyncio.server import serve
from websockets.exceptions import ConnectionClosed
from websockets.frames import Close
from websockets.typing import Subprotocol

from mockforge.event import Kind
from mockforge.exchange import FailureKind

GRAPHQL = Subprotocol("graphql-transport-ws")


@pytest.fixture
def talking(world):
    """Put a proxy in front of a WebSocket upstream that speaks as *talk* does."""

    async def start(talk, **options):
        server = await serve(talk, "127.0.0.1", 0, **options)
        world.stack.callback(server.close)
        port = server.sockets[0].getsockname()[1]
        return await world.before(port)

    return start


async def echo(socket):
    async for message in socket:
        await socket.send(message)


def said(exchange):
    return [(event.kind, event.data, event.from_client) for event in exchange.events]


async def test_a_conversation_is_recorded_with_both_sides_and_its_closing(
    world, talking
):
    port = await talking(echo)
    async with connect(f"ws://127.0.0.1:{port}/ws?x=1") as socket:
        await socket.send("grüße")
        assert await socket.recv() == "grüße"
        await socket.send(b"\x00\xff")
        assert await socket.recv() == b"\x00\xff"
        await socket.close(4001, "enough")
    kept = await world.kept.first()

    assert kept.request.target == "/ws?x=1"
    assert kept.response.status == 101
    assert kept.failure is None
    assert said(kept) == [
        (Kind.TEXT, "grüße".encode(), True),
        (Kind.TEXT, "grüße".encode(), False),
        (Kind.BINARY, b"\x00\xff", True),
        (Kind.BINARY, b"\x00\xff", False),
        (Kind.CLOSE, (4001).to_bytes(2, "big") + b"enough", True),
    ]
    assert all(event.wait >= 0 for event in kept.events)


async def test_a_closing_by_the_upstream_reaches_the_client(world, talking):
    async def talk(socket):
        await socket.send("hello")
        await socket.close(4321, "gone")

    port = await talking(talk)
    async with connect(f"ws://127.0.0.1:{port}/") as socket:
        assert await socket.recv() == "hello"
        with pytest.raises(ConnectionClosed) as caught:
            await socket.recv()
    kept = await world.kept.first()

    assert caught.value.rcvd == Close(4321, "gone")
    assert said(kept)[-1] == (Kind.CLOSE, (4321).to_bytes(2, "big") + b"gone", False)


@pytest.mark.parametrize(
    ("leaver", "kind"),
    [("client", FailureKind.CLIENT), ("upstream", FailureKind.RESET)],
)
async def test_a_conversation_that_breaks_off_is_recorded(world, talking, leaver, kind):
    leave = asyncio.Event()

    async def talk(socket):
        await socket.send("hello")
        await leave.wait()
        socket.transport.abort()

    port = await talking(talk)
    async with connect(f"ws://127.0.0.1:{port}/") as socket:
        assert await socket.recv() == "hello"
        if leaver == "client":
            socket.transport.abort()
        else:
            leave.set()
        kept = await world.kept.first()
    leave.set()

    assert said(kept) == [(Kind.TEXT, b"hello", False)]
    assert kept.failure.kind is kind


async def test_an_open_conversation_is_recorded_when_the_proxy_stops(world, talking):
    port = await talking(echo)
    async with connect(f"ws://127.0.0.1:{port}/") as socket:
        await socket.send("a")
        await socket.recv()
        await world.stop(drain=0.05)
        kept = await world.kept.first()

    assert said(kept) == [(Kind.TEXT, b"a", True), (Kind.TEXT, b"a", False)]
    assert len(world.kept.exchanges) == 1


async def test_pings_and_long_messages_pass(world, talking):
    port = await talking(echo)
    async with connect(f"ws://127.0.0.1:{port}/") as socket:
        await (await socket.ping())
        await socket.send("x" * 300_000)
        assert await socket.recv() == "x" * 300_000
    kept = await world.kept.first()

    assert len(kept.events[0].data) == 300_000


async def test_a_subprotocol_is_agreed_on_by_the_two_ends(world, talking):
    port = await talking(echo, subprotocols=[GRAPHQL])
    async with connect(f"ws://127.0.0.1:{port}/", subprotocols=[GRAPHQL]) as socket:
        assert socket.subprotocol == GRAPHQL
    kept = await world.kept.first()

    assert kept.response.header("sec-websocket-protocol") == "graphql-transport-ws"


async def test_a_refused_upgrade_is_an_ordinary_exchange(world):
    port = await world.before(
        await world.answering(b"HTTP/1.1 403 Forbidden\r\nContent-Length: 2\r\n\r\nno")
    )
    client = await world.client(port)
    got = await client.ask(
        headers=[
            ("Upgrade", "websocket"),
            ("Connection", "Upgrade"),
            ("Sec-WebSocket-Version", "13"),
            ("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ=="),
        ]
    )

    assert (got.status, got.body) == (403, b"no")
    assert (await world.kept.first()).events == ()
