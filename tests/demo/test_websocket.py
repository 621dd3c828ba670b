import asyncio
import json
from contextlib import asynccontextmanager

import pytest
import websockets

from mockforge.demo.websocket import Turned, connect
from mockforge.event import Kind


@asynccontextmanager
async def answering(content):
    """A server that reads a little, says *content*, and hangs up."""

    async def talk(reader, writer):
        await reader.read(4096)
        writer.write(content)
        await writer.drain()
        writer.close()

    server = await asyncio.start_server(talk, "127.0.0.1", 0)
    async with server:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/"


@asynccontextmanager
async def echoing(converse):
    async with websockets.serve(converse, "127.0.0.1", 0) as server:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/x"


async def test_messages_go_both_ways_and_are_kept():
    async def converse(socket):
        async for message in socket:
            await socket.send(message.upper())

    async with echoing(converse) as url, connect(url) as socket:
        await socket.send("hällo")
        received = await socket.receive()
    kept = [(event.data.decode(), event.from_client) for event in socket.events[:2]]

    assert received == "HÄLLO"
    assert kept == [("hällo", True), ("HÄLLO", False)]
    assert [event.kind for event in socket.events] == [Kind.TEXT, Kind.TEXT, Kind.CLOSE]


async def test_a_message_in_fragments_is_one_message():
    async def converse(socket):
        await socket.send(["one ", "two ", "three"])
        await socket.ping()
        await socket.wait_closed()

    async with echoing(converse) as url, connect(url) as socket:
        assert await socket.receive() == "one two three"


async def test_headers_reach_the_server():
    async def converse(socket):
        await socket.send(json.dumps(dict(socket.request.headers)))
        await socket.wait_closed()

    async with (
        echoing(converse) as url,
        connect(url, ((b"authorization", b"Bearer x"),)) as socket,
    ):
        assert json.loads(await socket.receive())["authorization"] == "Bearer x"


async def test_a_server_that_leaves_is_noticed():
    async def converse(socket):
        await socket.send("bye")

    async with echoing(converse) as url, connect(url) as socket:
        assert await socket.receive() == "bye"
        with pytest.raises(ConnectionResetError):
            await socket.receive()


async def test_a_refused_handshake_tells_the_status():
    said = b"HTTP/1.1 404 Not Found\r\nContent-Length: 2\r\n\r\nno"
    async with answering(said) as url:
        with pytest.raises(Turned) as turned:
            async with connect(url):
                pass

    assert turned.value.status == 404


@pytest.mark.parametrize("said", [b"", b"SSH-2.0-OpenSSH\r\n\r\n"])
async def test_what_speaks_no_http_is_a_connection_error(said):
    async with answering(said) as url:
        with pytest.raises(ConnectionError):
            async with connect(url):
                pass


async def test_where_nothing_listens_is_a_connection_error():
    with pytest.raises(ConnectionError):
        async with connect("http://127.0.0.1:1/"):
            pass
