"""The upstream asked directly: what comes back, and how it fails."""

import asyncio
from contextlib import asynccontextmanager

import pytest

from mockforge.exchange import FailureKind
from mockforge.server.fetch import WHOLE, NotFetched, Upstream
from tests.worlds import request


@asynccontextmanager
async def saying(*pieces):
    """Serve one answer, byte for byte; what was asked is in the list."""
    asked = []

    async def talk(reader, writer):
        try:
            asked.append(await reader.readuntil(b"\r\n\r\n"))
            writer.write(b"".join(pieces))
            await writer.drain()
        except asyncio.IncompleteReadError:
            return
        finally:
            writer.close()

    server = await asyncio.start_server(talk, "127.0.0.1", 0)
    upstream = Upstream()
    try:
        yield upstream, f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}", asked
    finally:
        await upstream.close()
        server.close()
        await server.wait_closed()


async def test_a_request_goes_out_as_it_is():
    async with saying(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n") as (
        upstream,
        url,
        asked,
    ):
        fields = [("X-A", "1"), ("x-a", "2"), ("Connection", "close")]
        await upstream.fetch(request("GET", f"{url}/a%2Fb?c=[d]", b"", fields))

    (wire,) = asked
    assert wire.startswith(b"GET /a%2Fb?c=[d] HTTP/1.1\r\n")
    assert b"X-A: 1\r\nx-a: 2\r\n" in wire
    assert b"python-httpx" not in wire


async def test_an_answer_comes_back_as_it_was_but_for_the_connection():
    wire = (
        b"HTTP/1.1 299 Just So\r\nSet-Cookie: a\r\nset-cookie: b\r\n"
        b"Content-Encoding: gzip\r\nKeep-Alive: timeout=5\r\nContent-Length: 4\r\n\r\n"
        b"\x1f\x8bab"
    )
    async with saying(wire) as (upstream, url, _):
        response, body = await upstream.fetch(request("GET", f"{url}/"))

    assert body is None
    assert (response.status, response.reason) == (299, "Just So")
    assert response.headers == (
        (b"Set-Cookie", b"a"),
        (b"set-cookie", b"b"),
        (b"Content-Encoding", b"gzip"),
        (b"Content-Length", b"4"),
    )
    assert response.body == b"\x1f\x8bab"


@pytest.mark.parametrize(
    ("head", "rest"),
    [
        (b"Content-Length: %d" % (WHOLE + 1), b"a" * (WHOLE + 1)),
        (b"Transfer-Encoding: chunked", b"3\r\naaa\r\n0\r\n\r\n"),
    ],
    ids=["long", "of no announced length"],
)
async def test_a_long_answer_is_handed_on_in_pieces(head, rest):
    wire = b"HTTP/1.1 200 OK\r\n" + head + b"\r\n\r\n" + rest
    async with saying(wire) as (upstream, url, _):
        response, body = await upstream.fetch(request("GET", f"{url}/"))
        got = b"".join([piece async for piece in body])

    assert response.body == b""
    assert set(got) == {ord("a")}


async def test_an_answer_that_breaks_off_says_so():
    wire = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\naaa\r\n"
    async with saying(wire) as (upstream, url, _):
        _, body = await upstream.fetch(request("GET", f"{url}/"))

        with pytest.raises(ConnectionError):
            [piece async for piece in body]


@pytest.mark.parametrize(
    ("wire", "kind"),
    [
        (b"hello\r\n\r\n", FailureKind.PROTOCOL),
        (b"", FailureKind.RESET),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc", FailureKind.RESET),
    ],
)
async def test_what_is_no_answer_is_told_apart(wire, kind):
    async with saying(wire) as (upstream, url, _):
        with pytest.raises(NotFetched) as caught:
            await upstream.fetch(request("GET", f"{url}/"))

    assert caught.value.failure.kind is kind


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        ("http://127.0.0.1:1/", FailureKind.REFUSED),
        ("http://no.such.name.invalid/", FailureKind.DNS),
    ],
)
async def test_who_cannot_be_reached_is_told_why(url, kind):
    upstream = Upstream()
    try:
        with pytest.raises(NotFetched) as caught:
            await upstream.fetch(request("GET", url))
    finally:
        await upstream.close()

    assert caught.value.failure.kind is kind


async def test_a_server_without_tls_is_told_from_one_that_refuses():
    async with saying(b"HTTP/1.1 400 Bad\r\n\r\n") as (upstream, url, _):
        with pytest.raises(NotFetched) as caught:
            await upstream.fetch(request("GET", url.replace("http:", "https:") + "/"))

    assert caught.value.failure.kind in (FailureKind.TLS, FailureKind.RESET)
