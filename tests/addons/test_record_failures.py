"""What goes wrong upstream, as the recording tells it and as the client sees it."""

import asyncio
import json
import logging
import socket

import pytest

from mockforge.exchange import FailureKind

ANSWER = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"


@pytest.fixture
def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


@pytest.fixture(autouse=True)
def no_traces(caplog):
    """Nothing that a peer does puts an exception into the log."""
    with caplog.at_level(logging.INFO):
        yield
    for record in caplog.records:
        assert record.exc_info is None, record.getMessage()
        assert "crashed" not in record.getMessage()
        assert "defect" not in record.getMessage()


def told(got):
    assert got.header("content-type") == "application/problem+json"
    return json.loads(got.body)


async def test_a_refused_connection_is_recorded_and_told(world, free_port):
    client = await world.client(await world.before(free_port))

    got = await client.ask()
    kept = await world.kept.first()

    assert got.status == 502
    assert told(got)["failure"] == "refused"
    assert kept.failure.kind is FailureKind.REFUSED
    assert kept.response is None


async def test_a_name_without_an_address_is_recorded_and_told(world):
    port = await world.start("reverse:http://no-such-host.invalid:80@0")
    client = await world.client(port)

    assert told(await client.ask())["failure"] == "dns"
    assert (await world.kept.first()).failure.kind is FailureKind.DNS


async def test_an_upstream_that_speaks_no_tls_is_recorded_and_told(world):
    async def talk(reader, writer):
        await reader.read(100)
        writer.write(b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n")

    port = await world.upstream(talk)
    port = await world.start(f"reverse:https://127.0.0.1:{port}@0")
    client = await world.client(port)

    assert told(await client.ask())["failure"] == "tls"
    assert (await world.kept.first()).failure.kind is FailureKind.TLS


async def test_an_upstream_with_a_wrong_certificate_is_recorded_and_told(
    world, upstream_ca
):
    port = await world.answering(ANSWER, ssl=upstream_ca.server())
    port = await world.start(f"reverse:https://127.0.0.1:{port}@0")
    client = await world.client(port)

    assert told(await client.ask())["failure"] == "tls"
    kept = await world.kept.first()
    assert kept.failure.kind is FailureKind.TLS
    assert "ertificate" in kept.failure.message


async def test_an_upstream_that_hangs_up_is_recorded_and_told(world):
    async def talk(reader, writer):
        await reader.readuntil(b"\r\n\r\n")

    client = await world.client(await world.before(await world.upstream(talk)))

    assert told(await client.ask())["failure"] == "reset"
    kept = await world.kept.first()
    assert kept.failure.kind is FailureKind.RESET
    assert kept.response is None


async def test_what_had_come_of_an_answer_is_recorded(world):
    async def talk(reader, writer):
        await reader.readuntil(b"\r\n\r\n")
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf")

    client = await world.client(await world.before(await world.upstream(talk)))

    assert told(await client.ask())["failure"] == "reset"
    kept = await world.kept.first()
    assert kept.failure.kind is FailureKind.RESET
    assert kept.response.status == 200
    assert kept.response.body == b"half"


async def test_what_had_come_of_a_stream_is_recorded_and_the_client_is_cut_off(world):
    async def talk(reader, writer):
        await reader.readuntil(b"\r\n\r\n")
        writer.write(
            b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n"
            b"Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n"
        )

    client = await world.client(await world.before(await world.upstream(talk)))
    await client.send(b"GET / HTTP/1.1\r\nHost: a\r\n\r\n")
    assert (await client.head()).status == 200
    assert await client.chunk() == b"abc"
    assert await client.end() == b""

    kept = await world.kept.first()
    assert kept.failure.kind is FailureKind.RESET
    assert kept.response.body == b"abc"


@pytest.mark.parametrize(
    "sent",
    [
        b"SSH-2.0-OpenSSH_9.2\r\n\r\n",
        b"HTTP/1.1 banana\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nno colon here\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\na",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        b"HTTP/1.1 200 OK\r\nX: " + b"y" * 400_000,
    ],
    ids=["ssh", "status", "field", "two lengths", "chunk", "endless head"],
)
async def test_an_upstream_that_speaks_no_http_is_recorded_and_told(world, sent):
    async def talk(reader, writer):
        await reader.readuntil(b"\r\n\r\n")
        writer.write(sent)
        await reader.read()

    client = await world.client(await world.before(await world.upstream(talk)))
    await client.send(b"GET / HTTP/1.1\r\nHost: a\r\n\r\n")
    kept = await world.kept.first()

    assert kept.failure.kind in (FailureKind.PROTOCOL, FailureKind.RESET)
    if kept.response is None:
        assert (await client.answer()).status == 502


async def test_an_upstream_that_says_nothing_is_given_up(world):
    asked = asyncio.Event()

    async def talk(reader, writer):
        await reader.readuntil(b"\r\n\r\n")
        asked.set()
        await reader.read()

    port = await world.before(await world.upstream(talk), timeout=0.2)
    client = await world.client(port)

    got = await client.ask()
    kept = await world.kept.first()

    assert asked.is_set()
    assert got.status == 504
    assert told(got)["failure"] == "timeout"
    assert kept.failure.kind is FailureKind.TIMEOUT


async def test_the_next_request_of_the_same_client_is_tried_anew(world, free_port):
    client = await world.client(await world.before(free_port))
    assert (await client.ask()).status == 502

    async def talk(reader, writer):
        await reader.readuntil(b"\r\n\r\n")
        writer.write(ANSWER)

    await world.upstream(talk, port=free_port)
    assert (await client.ask()).body == b"ok"
    kept = [await world.kept.first(1), await world.kept.first(2)]
    assert [exchange.failure is None for exchange in kept] == [False, True]


async def test_a_connection_closed_while_it_was_idle_is_no_failure(world):
    """The upstream closes a connection it keeps alive just as it is used again."""

    async def talk(reader, writer):
        await reader.readuntil(b"\r\n\r\n")
        writer.write(ANSWER)
        # The second request is read, and answered by the end alone.
        await reader.readuntil(b"\r\n\r\n")

    client = await world.client(await world.before(await world.upstream(talk)))

    assert (await client.ask()).body == b"ok"
    assert (await client.ask()).body == b"ok"
    assert world.connections == 2
    assert (await world.kept.first(2)).failure is None


async def test_a_request_that_changes_something_is_not_sent_twice(world):
    async def talk(reader, writer):
        await reader.readuntil(b"\r\n\r\n")
        writer.write(ANSWER)
        await reader.readuntil(b"\r\n\r\n")

    client = await world.client(await world.before(await world.upstream(talk)))

    assert (await client.ask()).body == b"ok"
    assert (await client.ask("POST")).status == 502
    assert world.connections == 1


async def test_a_head_request_gets_the_head_of_the_failure_alone(world, free_port):
    client = await world.client(await world.before(free_port))

    assert (await client.ask("HEAD")).status == 502
    assert (await client.ask("GET")).status == 502


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        (b"nonsense\r\n\r\n", 400),
        (b"GET / HTTP/9.9.9\r\n\r\n", 400),
        (b"GET / HTTP/1.1\r\nno colon\r\n\r\n", 400),
        (b"GET / HTTP/1.1\r\nHost: a\r\nContent-Length: x\r\n\r\n", 400),
        (
            b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n"
            b"Transfer-Encoding: chunked\r\n\r\n",
            400,
        ),
        (b"GET / HTTP/1.1\r\nX: " + b"y" * 400_000, 431),
    ],
    ids=["line", "version", "field", "length", "smuggling", "endless head"],
)
async def test_a_malformed_request_is_refused_and_not_recorded(world, sent, status):
    port = await world.before(await world.answering(ANSWER))
    client = await world.client(port)
    await client.send(sent)
    got = await client.answer()
    assert got.status == status
    await client.end()

    other = await world.client(port)
    assert (await other.ask(target="/after")).body == b"ok"
    assert (await world.kept.first()).request.target == "/after"


async def test_a_client_that_shuts_its_side_is_recorded(world):
    async def talk(reader, writer):
        await reader.readuntil(b"\r\n\r\n")
        await reader.read()

    client = await world.client(await world.before(await world.upstream(talk)))
    await client.send(b"GET / HTTP/1.1\r\nHost: a\r\n\r\n")
    client.writer.write_eof()

    assert (await world.kept.first()).failure.kind is FailureKind.CLIENT


async def test_a_dead_upstream_in_the_middle_of_an_upload_is_told(world):
    async def talk(reader, writer):
        await reader.readuntil(b"\r\n\r\n")
        writer.transport.abort()

    client = await world.client(await world.before(await world.upstream(talk)))
    await client.send(b"PUT / HTTP/1.1\r\nHost: a\r\nContent-Length: 2000000\r\n\r\n")
    await client.send(b"x" * 1000)

    assert (await client.answer()).status == 502
    assert (await world.kept.first()).failure.kind is FailureKind.RESET


async def test_after_an_answer_that_was_refused_the_client_can_go_on(world):
    """The refused connection's end is no second failure, of the next request."""
    upstream = await world.answering(b"nonsense\r\n\r\n", ANSWER)
    client = await world.client(await world.before(upstream))
    assert told(await client.ask())["failure"] == "protocol"

    assert (await client.ask()).status == 200


async def test_nonsense_on_a_connection_kept_alive_is_not_asked_for_again(world):
    upstream = await world.answering(ANSWER, b"nonsense\r\n\r\n", ANSWER)
    client = await world.client(await world.before(upstream))
    assert (await client.ask()).status == 200

    assert told(await client.ask())["failure"] == "protocol"
    assert world.connections == 1


async def test_an_answer_without_an_end_that_a_client_left_is_recorded_once(world):
    async def talk(reader, writer):
        await reader.readuntil(b"\r\n\r\n")
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\nx")
        await reader.read()

    client = await world.client(await world.before(await world.upstream(talk)))
    await client.send(b"GET / HTTP/1.1\r\nHost: a\r\n\r\n")
    await client.head()
    await client.close()
    await world.kept.first()
    await world.stop()

    assert [kept.failure.kind for kept in world.kept.exchanges] == [FailureKind.CLIENT]
