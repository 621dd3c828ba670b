"""The same answers as an ASGI application, asked by httpx in this process."""

import httpx
import pytest

from mockforge.exchange import Failure, FailureKind
from mockforge.http import Chunk, Response
from mockforge.server.asgi import App
from mockforge.server.http1 import Limits
from mockforge.server.surface import Surface
from tests.worlds import API, exchange, replaying


def client(engine, **more):
    app = App(Surface(engine, report=dict), **more)
    transport = httpx.ASGITransport(app=app)
    return httpx.AsyncClient(transport=transport, base_url="http://here")


async def test_an_answer_has_its_status_headers_and_bytes():
    response = Response(
        299,
        ((b"Set-Cookie", b"a=1"), (b"Set-Cookie", b"b=2"), (b"X", b"\xe9")),
        b"\x1f\x8bab",
        chunks=(Chunk(0.0, 2), Chunk(0.001, 2)),
    )
    engine = await replaying(exchange(url=f"{API}/a%2Fb?x=1", response=response))

    async with client(engine) as asking:
        got = await asking.get("/a%2Fb?x=1")

    assert got.status_code == 299
    assert got.headers.get_list("set-cookie") == ["a=1", "b=2"]
    assert got.content == b"\x1f\x8bab"


async def test_a_body_is_matched():
    engine = await replaying(exchange("POST", f"{API}/o", b'{"a": 1}', answer=b"yes"))

    async with client(engine) as asking:
        assert (await asking.post("/o", json={"a": 1})).content == b"yes"
        assert (await asking.post("/o", json={"a": 2})).status_code == 404


async def test_a_body_beyond_the_limit_is_refused():
    engine = await replaying(exchange())

    async with client(engine, limits=Limits(body=10)) as asking:
        assert (await asking.post("/", content=b"a" * 11)).status_code == 413


async def test_head_has_no_body():
    engine = await replaying(exchange("HEAD", answer=b"body"))

    async with client(engine) as asking:
        assert (await asking.head("/")).content == b""


async def test_a_broken_answer_breaks_the_request():
    response = Response(200, (), b"some")
    failure = Failure(FailureKind.RESET, "reset")
    engine = await replaying(exchange(response=response, failure=failure))

    async with client(engine) as asking:
        with pytest.raises(ConnectionResetError):
            await asking.get("/")


async def conversation(app, scope, *received):
    inbox, sent = list(received), []

    async def receive():
        return inbox.pop(0)

    async def send(message):
        sent.append(message["type"])

    await app(scope, receive, send)
    return sent


async def test_it_agrees_to_start_and_stop():
    app = App(Surface(await replaying(exchange()), report=dict))

    sent = await conversation(
        app,
        {"type": "lifespan"},
        {"type": "lifespan.startup"},
        {"type": "lifespan.shutdown"},
    )

    assert sent == ["lifespan.startup.complete", "lifespan.shutdown.complete"]


async def test_a_websocket_is_closed_before_it_is_open():
    app = App(Surface(await replaying(exchange()), report=dict))

    sent = await conversation(app, {"type": "websocket"}, {"type": "websocket.connect"})

    assert sent == ["websocket.close"]
