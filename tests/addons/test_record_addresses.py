"""Addresses that name the upstream lead the client back to the proxy."""

import asyncio
import gzip
import zlib

import pytest

PUBLIC = b"http://client.test:1234"


def answered(port, body, *headers, chunked=False):
    body = body.replace(b"UPSTREAM", b"http://127.0.0.1:%d" % port)
    head = b"".join(header + b"\r\n" for header in headers)
    if chunked:
        body = b"".join(
            b"%x\r\n%s\r\n" % (1, body[n : n + 1]) for n in range(len(body))
        )
        return (
            b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n"
            + head
            + b"\r\n"
            + body
            + b"0\r\n\r\n"
        )
    return b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n%s\r\n%s" % (
        len(body),
        head,
        body,
    )


@pytest.fixture
async def asked(world):
    """Ask through a proxy for what *make(port)* answers; return it and its record."""

    async def ask(make):
        left: list[bytes] = []

        async def talk(reader, writer):
            await reader.readuntil(b"\r\n\r\n")
            writer.write(left[0])
            await reader.read()

        port = await world.upstream(talk)
        left.append(make(port))
        client = await world.client(await world.before(port))
        got = await client.ask()
        return got, await world.kept.first(), f"http://127.0.0.1:{port}".encode()

    return ask


async def test_headers_and_bodies_name_the_proxy_and_the_record_the_upstream(asked):
    got, kept, upstream = await asked(
        lambda port: answered(
            port,
            b'{"next": "UPSTREAM/b"}',
            b"Content-Type: application/json",
            b"Location: http://127.0.0.1:%d/a" % port,
        )
    )

    assert got.header("location") == "http://client.test:1234/a"
    assert got.body == b'{"next": "%s/b"}' % PUBLIC
    assert kept.response.body == b'{"next": "%s/b"}' % upstream
    assert kept.response.header("location") == upstream.decode() + "/a"
    assert kept.response.header("content-length") == str(len(kept.response.body))


@pytest.mark.parametrize(
    "kind", [b"text/event-stream", b"application/json"], ids=["events", "json"]
)
async def test_a_streamed_body_names_the_proxy(asked, kind):
    got, kept, upstream = await asked(
        lambda port: answered(
            port, b"data: UPSTREAM/b\n\n", b"Content-Type: " + kind, chunked=True
        )
    )

    assert got.body == b"data: %s/b\n\n" % PUBLIC
    assert kept.response.body == b"data: %s/b\n\n" % upstream


async def test_a_long_body_with_a_length_is_sent_on_in_pieces(asked):
    filler = b" " * (2 << 20)
    got, kept, upstream = await asked(
        lambda port: answered(
            port, b'["UPSTREAM/b"]' + filler, b"Content-Type: application/json"
        )
    )

    assert got.body == b'["%s/b"]' % PUBLIC + filler
    assert got.header("content-length") is None
    assert kept.response.body == b'["%s/b"]' % upstream + filler
    assert kept.response.header("content-length") == str(len(kept.response.body))


@pytest.mark.parametrize("names", [True, False])
async def test_a_compressed_chunked_body_changes_only_if_it_names_the_upstream(
    world, names
):
    bodies = []

    async def talk(reader, writer):
        await reader.readuntil(b"\r\n\r\n")
        place = b"http://127.0.0.1:%d" % writer.get_extra_info("sockname")[1]
        text = b'["%s/b"]' % (place if names else b"elsewhere")
        body = gzip.compress(text)
        bodies.append(body)
        writer.write(
            b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
            b"Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n"
            b"a\r\n%s\r\n%x\r\n%s\r\n0\r\n\r\n" % (body[:10], len(body) - 10, body[10:])
        )
        await reader.read()

    client = await world.client(await world.before(await world.upstream(talk)))
    got = await client.ask()

    assert (await world.kept.first()).response.body == bodies[0]
    if names:
        assert gzip.decompress(got.body) == b'["%s/b"]' % PUBLIC
    else:
        assert got.body == bodies[0]


async def test_compressed_events_are_readable_as_they_come(world):
    more: asyncio.Queue[None] = asyncio.Queue()

    async def talk(reader, writer):
        await reader.readuntil(b"\r\n\r\n")
        place = b"http://127.0.0.1:%d" % writer.get_extra_info("sockname")[1]
        writer.write(
            b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n"
            b"Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n"
        )
        coder = zlib.compressobj(wbits=31)
        for _ in range(2):
            data = coder.compress(b"data: %s/b\n\n" % place)
            data += coder.flush(zlib.Z_SYNC_FLUSH)
            writer.write(b"%x\r\n%s\r\n" % (len(data), data))
            await more.get()
        data = coder.flush()
        writer.write(b"%x\r\n%s\r\n0\r\n\r\n" % (len(data), data))
        await reader.read()

    client = await world.client(await world.before(await world.upstream(talk)))
    await client.send(b"GET / HTTP/1.1\r\nHost: client.test:1234\r\n\r\n")
    await client.head()
    decoder, text = zlib.decompressobj(wbits=31), b""
    for number in (1, 2):
        while text.count(b"\n\n") < number:
            text += decoder.decompress(await client.chunk())
        more.put_nowait(None)

    assert text == b"data: %s/b\n\n" % PUBLIC * 2


async def test_a_body_that_is_not_what_its_head_says_is_passed_on(asked):
    got, kept, _ = await asked(
        lambda port: answered(
            port,
            b"no gzip at all",
            b"Content-Type: text/event-stream",
            b"Content-Encoding: gzip",
            chunked=True,
        )
    )

    assert got.body == b"no gzip at all"
    assert kept.response.body == b"no gzip at all"


async def test_a_proxy_that_clients_name_changes_nothing(world):
    async def talk(reader, writer):
        await reader.readuntil(b"\r\n\r\n")
        port = writer.get_extra_info("sockname")[1]
        writer.write(answered(port, b"UPSTREAM/a", b"Content-Type: text/html"))
        await reader.read()

    port = await world.upstream(talk)
    client = await world.client(await world.start("regular@0"))
    await client.send(f"GET http://127.0.0.1:{port}/ HTTP/1.1\r\n\r\n".encode())

    assert (await client.answer()).body == f"http://127.0.0.1:{port}/a".encode()


async def test_a_host_that_names_nobody_changes_nothing(world):
    body = b'{"a": "http://:80/b"}'
    head = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 21"
    upstream = await world.answering(head + b"\r\n\r\n" + body)
    client = await world.client(await world.before(upstream))
    await client.send(
        b"POST / HTTP/1.1\r\nHost: :\r\nContent-Type: application/json\r\n"
        b'Content-Length: 19\r\n\r\n{"u": "http://h/x"}'
    )

    assert (await client.answer()).body == body
    assert (await world.kept.first()).request.body == b'{"u": "http://h/x"}'
