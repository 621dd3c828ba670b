"""Answers of every shape, byte for byte on every surface."""

import asyncio
import json

import pytest

SHAPES = {
    "repeated headers": (
        b"HTTP/1.1 200 OK\r\nX-A: 1\r\nx-a: 2\r\nVia: 1.1 a\r\nX-A: 3\r\n"
        b"Via: 1.1 b\r\nContent-Length: 2\r\n\r\nok"
    ),
    "another reason": b"HTTP/1.1 299 Just So\r\nContent-Length: 0\r\n\r\n",
    "no reason": b"HTTP/1.1 200 \r\nContent-Length: 0\r\n\r\n",
    "bytes of every value": (
        b"HTTP/1.1 200 OK\r\nContent-Type: application/octet-stream\r\n"
        b"Content-Length: 256\r\n\r\n" + bytes(range(256))
    ),
    "numbers as they were written": (
        b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
        b'Content-Length: 43\r\n\r\n{"a": 275.0, "b": 12345678901234567890123 }'
    ),
    "what says gzip and is not": (
        b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Type: text/html\r\n"
        b"Content-Length: 4\r\n\r\n\xff\xfe\x00\x80"
    ),
    "latin-1 in a header": (
        b"HTTP/1.1 200 OK\r\nX-Name: caf\xe9\r\nContent-Length: 0\r\n\r\n"
    ),
    "chunks": (
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
        b"3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n"
    ),
    "trailers": (
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nTrailer: X-Sum\r\n\r\n"
        b"3\r\nabc\r\n0\r\nX-Sum: 3\r\n\r\n"
    ),
    "until the end of the connection": (
        b"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 3\r\n\r\nend"
    ),
    "no content": b"HTTP/1.1 204 No Content\r\nX: 1\r\n\r\n",
    "not modified": b'HTTP/1.1 304 Not Modified\r\nETag: "a"\r\n\r\n',
    "a failure": (
        b"HTTP/1.1 503 Service Unavailable\r\nRetry-After: 7\r\n"
        b"Content-Length: 4\r\n\r\nbusy"
    ),
    "a stream": (
        b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n"
        b"Transfer-Encoding: chunked\r\n\r\n"
        b"9\r\ndata: 1\n\n\r\n9\r\ndata: 2\n\n\r\n0\r\n\r\n"
    ),
    "a large body": (
        b"HTTP/1.1 200 OK\r\nContent-Type: application/octet-stream\r\n"
        b"Content-Length: %d\r\n\r\n" % (3 << 20) + bytes(range(256)) * (3 << 12)
    ),
}


def saying(wire):
    """Return what makes an upstream that answers everything with *wire*."""

    def made():
        async def respond(asked, channel):
            head, _, body = wire.partition(b"\r\n\r\n")
            sends = asked.request.method != "HEAD"
            channel.write(head + b"\r\n\r\n" + (body if sends else b""))
            return await channel.drain() and b"Connection: close" not in head

        return respond

    return made


@pytest.mark.parametrize("shape", SHAPES)
async def test_an_answer_of_this_shape_comes_back_as_it_was(journey, shape):
    async def script(client):
        return [await client.ask("GET", "/x"), await client.ask("GET", "/x")]

    direct, proxied = await journey.record(saying(SHAPES[shape]), script)
    assert proxied == direct

    replayed, ledger = await journey.replay(script)

    assert replayed == direct
    assert ledger.missed == 0


async def test_head_has_the_head_alone(journey):
    async def script(client):
        return await client.ask("HEAD", "/x")

    direct, proxied = await journey.record(saying(SHAPES["a failure"]), script)
    replayed, _ = await journey.replay(script)

    assert direct == proxied == replayed
    assert replayed.body == b""


BODIES = {
    "json in another order": (
        "application/json",
        b'{"a": 1, "b": [1, 2.50]}',
        b'{ "b":[1,2.50],"a":1 }',
    ),
    "a form in another order": (
        "application/x-www-form-urlencoded",
        b"a=1&b=x%20y",
        b"b=x+y&a=1",
    ),
    "bytes": ("application/octet-stream", bytes(range(256)), bytes(range(256))),
    "text": ("text/plain", "grüß dich".encode(), "grüß dich".encode()),
}


@pytest.mark.parametrize("kind", BODIES)
async def test_a_body_that_means_the_same_is_the_same(journey, kind):
    media, recorded, asked = BODIES[kind]

    def sending(body):
        async def script(client):
            return await client.ask("POST", "/x", [("Content-Type", media)], body)

        return script

    direct, _ = await journey.record(saying(SHAPES["trailers"]), sending(recorded))
    same, _ = await journey.replay(sending(asked))
    other, _ = await journey.replay(sending(recorded[:-1] + b"?"))

    assert same == direct
    assert other.status == 404


async def test_what_broke_off_breaks_off(journey):
    def breaking():
        async def respond(asked, channel):
            channel.write(b"HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\nsome")
            await channel.drain()
            # Only what has been read by then is on record.
            await channel.pause(0.2)
            return False

        return respond

    async def script(client):
        return await client.ask("GET", "/x")

    await journey.record(breaking, script)
    got, ledger = await journey.replay(script)
    (kept,) = await journey.kept()

    assert kept.failure is not None
    assert ledger.missed == 0
    if kept.response is None:
        assert got.status == 502
        assert json.loads(got.body)["failure"] == kept.failure.kind.value
    else:
        assert (got.status, got.is_whole) == (200, False)
        assert got.body == kept.response.body


async def test_an_upstream_that_was_gone_is_gone(journey):
    def silent():
        async def respond(asked, channel):
            channel.abort()
            return False

        return respond

    async def through_the_proxy(client):
        try:
            return await client.ask("GET", "/x")
        except (ConnectionError, asyncio.IncompleteReadError):
            return None

    _, proxied = await journey.record(silent, through_the_proxy)
    replayed, ledger = await journey.replay(through_the_proxy)

    assert replayed.status == 502
    assert json.loads(replayed.body)["failure"] == json.loads(proxied.body)["failure"]
    assert ledger.missed == 0


async def test_a_sequence_is_replayed_in_order_and_then_stays(journey):
    def counting():
        numbers = iter(range(1, 100))

        async def respond(asked, channel):
            channel.write(
                b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n%02d" % next(numbers)
            )
            return await channel.drain()

        return respond

    async def script(client, times=3):
        return [(await client.ask("GET", "/n")).body for _ in range(times)]

    await journey.record(counting, script)
    longer = await journey.replay(lambda client: script(client, 5))
    cycling = await journey.replay(
        lambda client: script(client, 5), matching={"after_last": "cycle"}
    )

    assert longer[0] == [b"01", b"02", b"03", b"03", b"03"]
    assert cycling[0] == [b"01", b"02", b"03", b"01", b"02"]
