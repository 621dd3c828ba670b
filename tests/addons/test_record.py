import asyncio
import gzip
import json

import pytest

from mockforge.exchange import FailureKind

ANSWER = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"


def chunked(*pieces, head=b"", trailers=b""):
    body = b"".join(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in pieces)
    return b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n%s\r\n%s0\r\n%s\r\n" % (
        head,
        body,
        trailers,
    )


async def read_head(reader):
    return await reader.readuntil(b"\r\n\r\n")


async def test_an_exchange_is_recorded_as_the_upstream_saw_it(world):
    port = await world.answering(
        b"HTTP/1.1 201 Made\r\nX-A: 1\r\nSet-Cookie: a\r\nset-cookie: b\r\n"
        b'Content-Length: 7\r\n\r\n{"n":\xff}'
    )
    client = await world.client(await world.before(port))

    got = await client.ask(
        "POST", "/a%20b?q=1&q=2", [("X-B", "1"), ("x-b", "2")], b"hi"
    )
    kept = await world.kept.first()

    assert (got.status, got.reason, got.body) == (201, "Made", b'{"n":\xff}')
    assert kept.request.url == f"http://127.0.0.1:{port}/a%20b?q=1&q=2"
    assert kept.request.header("host") == f"127.0.0.1:{port}"
    assert kept.request.headers[1:3] == ((b"X-B", b"1"), (b"x-b", b"2"))
    assert kept.request.body == b"hi"
    assert kept.request.client == "127.0.0.1"
    assert kept.response.body == got.body
    assert kept.response.reason == "Made"
    assert [name for name, _ in kept.response.headers][:3] == [
        b"X-A",
        b"Set-Cookie",
        b"set-cookie",
    ]
    assert kept.failure is None
    assert 0 <= kept.first_byte <= kept.elapsed


async def test_the_upstream_sees_its_own_name_or_the_clients_if_asked_to(world):
    heads = []

    async def talk(reader, writer):
        while True:
            heads.append(await read_head(reader))
            writer.write(ANSWER)

    port = await world.upstream(talk)
    client = await world.client(await world.before(port))
    await client.ask()
    await world.stop()
    client = await world.client(await world.before(port, keep_host=True))
    await client.ask()

    assert f"host: 127.0.0.1:{port}\r\n".encode() in heads[0].lower()
    assert b"host: client.test:1234\r\n" in heads[1].lower()
    assert [kept.request.authority for kept in world.kept.exchanges] == [
        f"127.0.0.1:{port}",
        "client.test:1234",
    ]


async def test_the_answer_waits_until_the_exchange_is_kept(world):
    port = await world.answering(ANSWER)
    let_go = asyncio.Event()
    record = world.kept.record

    async def slow(exchange):
        await let_go.wait()
        await record(exchange)

    world.kept.record = slow
    client = await world.client(await world.before(port))
    asking = asyncio.ensure_future(client.ask())
    done, _ = await asyncio.wait([asking], timeout=0.05)
    assert not done

    let_go.set()
    assert (await asking).body == b"ok"


async def test_a_streamed_answer_arrives_as_it_is_sent(world):
    seen: asyncio.Queue[None] = asyncio.Queue()

    async def talk(reader, writer):
        await read_head(reader)
        writer.write(
            b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n"
            b"Transfer-Encoding: chunked\r\n\r\n"
        )
        for number in range(3):
            writer.write(b"9\r\ndata: %d\n\n\r\n" % number)
            await seen.get()
        writer.write(b"0\r\n\r\n")

    client = await world.client(await world.before(await world.upstream(talk)))
    await client.send(b"GET / HTTP/1.1\r\nHost: a\r\n\r\n")
    head = await client.head()
    for number in range(3):
        assert await client.chunk() == b"data: %d\n\n" % number
        seen.put_nowait(None)
    assert await client.chunk() == b""
    kept = await world.kept.first()

    assert head.status == 200
    assert kept.response.body == b"data: 0\n\ndata: 1\n\ndata: 2\n\n"
    assert sum(chunk.size for chunk in kept.response.chunks) in (0, 27)


@pytest.mark.parametrize("head", [b"", b"Trailer: X-Sum\r\n"])
async def test_trailers_of_an_http1_answer_are_passed_on_and_recorded(world, head):
    sent = chunked(b"ab", b"cd", head=head, trailers=b"X-Sum: 1\r\nx-sum: 2\r\n")
    client = await world.client(await world.before(await world.answering(sent, ANSWER)))

    got = await client.ask()
    kept = await world.kept.first()

    assert got.body == b"abcd"
    assert got.trailers == [("X-Sum", "1"), ("x-sum", "2")]
    assert kept.response.trailers == ((b"X-Sum", b"1"), (b"x-sum", b"2"))
    assert (await client.ask()).body == b"ok"


async def test_trailers_of_an_http1_request_are_passed_on_and_recorded(world):
    heads = []

    async def talk(reader, writer):
        await read_head(reader)
        heads.append(await reader.readuntil(b"\r\n\r\n"))
        writer.write(ANSWER)

    client = await world.client(await world.before(await world.upstream(talk)))
    await client.send(
        b"POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
        b"2\r\nab\r\n0\r\nX-Sum: 1\r\n\r\n"
    )
    assert (await client.answer()).body == b"ok"
    kept = await world.kept.first()

    assert heads[0].endswith(b"0\r\nX-Sum: 1\r\n\r\n")
    assert kept.request.body == b"ab"
    assert kept.request.trailers == ((b"X-Sum", b"1"),)


async def test_an_interim_answer_is_not_taken_for_the_answer(world):
    early = b"HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\n"
    sent = b"HTTP/1.1 100 Continue\r\n\r\n" + early + ANSWER
    client = await world.client(await world.before(await world.answering(sent, ANSWER)))

    assert (await client.ask()).body == b"ok"
    assert (await client.ask()).body == b"ok"
    assert (await world.kept.first()).response.status == 200


async def test_a_client_that_expects_to_continue_is_told_to(world):
    client = await world.client(await world.before(await world.answering(ANSWER)))
    await client.send(
        b"PUT / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\n"
        b"Content-Length: 2\r\n\r\n"
    )
    assert (await client.head()).status == 100
    await client.send(b"ab")
    assert (await client.answer()).body == b"ok"
    kept = await world.kept.first()

    assert kept.request.body == b"ab"
    assert kept.request.header("expect") is None


@pytest.mark.parametrize(
    ("method", "sent"),
    [
        ("HEAD", b"HTTP/1.1 200 OK\r\nContent-Length: 5000000\r\n\r\n"),
        ("HEAD", b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"),
        ("GET", b"HTTP/1.1 204 No Content\r\n\r\n"),
        ("GET", b"HTTP/1.1 304 Not Modified\r\nContent-Length: 10\r\n\r\n"),
    ],
    ids=["head with length", "head chunked", "204", "304"],
)
async def test_an_answer_without_a_body_has_none(world, method, sent):
    client = await world.client(await world.before(await world.answering(sent, ANSWER)))

    got = await client.ask(method)
    kept = await world.kept.first()

    assert kept.response.status == got.status
    assert kept.response.body == b""
    assert (await client.ask()).body == b"ok"


async def test_a_body_that_ends_with_the_connection_is_whole(world):
    async def talk(reader, writer):
        await read_head(reader)
        writer.write(b"HTTP/1.1 200 OK\r\n\r\nuntil the end")

    client = await world.client(await world.before(await world.upstream(talk)))

    assert (await client.ask()).body == b"until the end"
    assert (await world.kept.first()).response.body == b"until the end"


async def test_requests_sent_without_waiting_are_answered_in_order(world):
    async def talk(reader, writer):
        while True:
            head = await read_head(reader)
            path = head.split(b" ")[1]
            writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n" + path)

    client = await world.client(await world.before(await world.upstream(talk)))
    await client.send(
        b"".join(b"GET /%d HTTP/1.1\r\nHost: a\r\n\r\n" % n for n in range(3))
    )

    assert [(await client.answer()).body for _ in range(3)] == [b"/0", b"/1", b"/2"]


async def test_an_http10_client_gets_a_chunked_answer_plainly(world):
    port = await world.before(await world.answering(chunked(b"ab", b"cd")))
    client = await world.client(port)
    await client.send(b"GET / HTTP/1.0\r\n\r\n")
    got = await client.end()
    kept = await world.kept.first()

    assert got.partition(b"\r\n\r\n")[2] == b"abcd"
    assert b"chunked" not in got
    assert kept.request.header("host") is None or kept.request.authority
    assert kept.response.header("transfer-encoding") == "chunked"


async def test_a_long_body_is_recorded_as_far_as_is_kept(world):
    size = 3 << 20
    sent = b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % size + b"x" * size
    port = await world.before(await world.answering(sent), max_body=2 << 20)
    client = await world.client(port)

    got = await client.ask()
    kept = (await world.kept.first()).response

    assert len(got.body) == size
    assert (len(kept.body), kept.size) == (2 << 20, size)
    assert sum(chunk.size for chunk in kept.chunks) in (0, 2 << 20)


@pytest.mark.parametrize("framing", ["length", "chunked"])
async def test_a_long_upload_reaches_the_upstream_before_it_has_ended(world, framing):
    begun = asyncio.Event()
    got: asyncio.Queue[tuple[bytes, bytes]] = asyncio.Queue()
    ending = b"0\r\n\r\n" if framing == "chunked" else b""

    async def talk(reader, writer):
        head = await read_head(reader)
        first = await reader.readexactly(1 << 20)
        begun.set()
        data = first
        while len(data) < 4 << 20 or not data.endswith(ending):
            data += await reader.read(1 << 20)
        got.put_nowait((head, data))
        writer.write(ANSWER)

    client = await world.client(await world.before(await world.upstream(talk)))
    piece = b"y" * (2 << 20)
    if framing == "length":
        head, sent = b"Content-Length: %d" % (4 << 20), piece
    else:
        head, sent = (
            b"Transfer-Encoding: chunked",
            b"%x\r\n%s\r\n" % (len(piece), piece),
        )
    await client.send(b"PUT /up HTTP/1.1\r\nHost: a\r\n" + head + b"\r\n\r\n" + sent)
    async with asyncio.timeout(10):
        await begun.wait()
    await client.send(sent + ending)

    assert (await client.answer()).body == b"ok"
    kept = await world.kept.first()
    assert kept.request.body == piece * 2
    assert kept.request.size is None
    assert b"host: 127.0.0.1" in (await got.get())[0].lower()


async def test_a_compressed_body_is_recorded_as_sent(world):
    body = gzip.compress(json.dumps({"a": 1}).encode())
    for sent in (
        b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
        b"Content-Encoding: gzip\r\nContent-Length: %d\r\n\r\n%s" % (len(body), body),
        chunked(
            body[:9],
            body[9:],
            head=b"Content-Type: application/json\r\nContent-Encoding: gzip\r\n",
        ),
    ):
        world.kept.exchanges.clear()
        client = await world.client(await world.before(await world.answering(sent)))
        got = await client.ask()
        assert got.body == body
        assert (await world.kept.first()).response.body == body
        await world.stop()


async def test_a_client_that_leaves_is_recorded_as_such(world):
    asked, left = asyncio.Event(), asyncio.Event()

    async def talk(reader, writer):
        await read_head(reader)
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf")
        asked.set()
        await left.wait()

    client = await world.client(await world.before(await world.upstream(talk)))
    await client.send(b"GET / HTTP/1.1\r\nHost: a\r\n\r\n")
    async with asyncio.timeout(10):
        await asked.wait()
    client.vanish()
    kept = await world.kept.first()
    left.set()

    assert kept.failure.kind is FailureKind.CLIENT


async def test_what_never_reached_the_upstream_is_not_recorded(world):
    port = await world.before(await world.answering(ANSWER))
    leaver = await world.client(port)
    await leaver.send(b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nhalf")
    leaver.vanish()
    client = await world.client(port)
    await client.ask(target="/after")

    assert (await world.kept.first()).request.target == "/after"


async def test_an_offer_of_http2_without_tls_is_left_out(world):
    heads = []

    async def talk(reader, writer):
        heads.append(await read_head(reader))
        writer.write(ANSWER)

    client = await world.client(await world.before(await world.upstream(talk)))
    await client.ask(
        headers=[
            ("Connection", "Upgrade, HTTP2-Settings"),
            ("Upgrade", "h2c"),
            ("HTTP2-Settings", "AAMAAABkAARAAAAAAAIAAAAA"),
        ]
    )

    assert b"upgrade" not in heads[0].lower()
