"""HTTP/2 over a real socket: many at once, limits, leaving, stopping, and one law."""

import asyncio
from contextlib import asynccontextmanager

import httpx
import pytest
import uvloop
from h2.errors import ErrorCodes
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mockforge.engine import Answer
from mockforge.http import Chunk, Response
from mockforge.provenance import Provenance
from mockforge.server.deliver import Delivery
from mockforge.server.http1 import Limits
from mockforge.server.opening import PREFACE
from mockforge.server.run import Server, listen
from mockforge.server.surface import Surface
from tests.frames import framing
from tests.worlds import API, exchange, replaying


async def unused(asked, channel):
    return False


def plain(response):
    return Delivery(Answer(response, Provenance(None)))


async def echo(request):
    """Answer with all that was asked."""
    return plain(Response(200, request.headers, request.body, "", "", request.trailers))


@asynccontextmanager
async def serving(deliver=echo, limits=None):
    server = Server(unused, listen("127.0.0.1", 0), deliver=deliver, limits=limits)
    async with server.running():
        yield server


@asynccontextmanager
async def replayed(*exchanges):
    engine = await replaying(*exchanges)
    surface = Surface(engine, report=dict)
    server = Server(surface.respond, listen("127.0.0.1", 0), deliver=surface.delivery)
    surface.authorities = server.authorities
    async with server.running():
        yield server, engine


async def test_a_request_arrives_whole():
    body, trailers = b"x" * 10_000, [(b"x-sum", b"4")]

    async with serving() as server, framing(server) as client:
        got = await client.told("/a", body, fields=[(b"x-a", b"1")], trailers=trailers)

    assert (got.body, got.headers) == (body, [(b"x-a", b"1")])
    assert got.trailers == trailers


async def test_a_cookie_in_crumbs_is_one():
    crumbs = [(b"cookie", b"a=b"), (b"cookie", b"c=d")]

    async with serving() as server, framing(server) as client:
        got = await client.told("/", fields=crumbs)

    assert got.headers == [(b"cookie", b"a=b; c=d")]


async def test_requests_are_answered_side_by_side():
    """The last that was asked lets the others go."""
    free = asyncio.Event()

    async def deliver(request):
        if request.target == "/99":
            free.set()
        await free.wait()
        return plain(Response(200, (), request.target.encode()))

    async with serving(deliver) as server, framing(server) as client:
        streams = [client.ask(f"/{number}") for number in range(100)]
        bodies = [(await client.answer(stream)).body for stream in streams]

    assert bodies == [f"/{number}".encode() for number in range(100)]


async def test_an_upload_larger_than_every_window_arrives():
    async def deliver(request):
        return plain(Response(200, (), b"%d" % len(request.body)))

    size = 3 << 20
    async with serving(deliver) as server, framing(server) as client:
        stream = client.ask("/", method="POST", ends=False)
        left = size
        while left:
            room = min(client.h2.local_flow_control_window(stream), 16384, left)
            if not room:
                await client.until(
                    lambda: client.h2.local_flow_control_window(stream) > 0
                )
                continue
            client.h2.send_data(stream, b"x" * room, end_stream=room == left)
            client.flush()
            left -= room
        got = await client.answer(stream)

    assert got.body == b"%d" % size


async def test_leave_to_send_a_body_is_given():
    async with serving() as server, framing(server) as client:
        expects = [(b"expect", b"100-continue")]
        stream = client.ask("/", method="POST", fields=expects, ends=False)
        await client.until(lambda: client.got[stream].informed)
        client.h2.send_data(stream, b"body", end_stream=True)
        client.flush()
        got = await client.answer(stream)

    assert (got.informed, got.body) == ([b"100"], b"body")


@pytest.mark.parametrize(
    ("fields", "body", "status"),
    [
        ([(b"x", b"x" * 900)], b"", 431),
        ([(b"content-length", b"999999")], b"x", 413),
        ([], b"x" * 2000, 413),
    ],
)
async def test_what_is_too_large_is_refused_alone(fields, body, status):
    async with (
        serving(limits=Limits(head=500, body=1000)) as server,
        framing(server) as client,
    ):
        stream = client.ask("/", body, method="POST", fields=fields, ends=False)
        refused = await client.answer(stream)
        after = await client.told("/", b"fine")

    assert refused.status == status
    assert (b"content-type", b"application/problem+json") in refused.headers
    assert after.body == b"fine"


async def test_a_head_beyond_all_measure_ends_the_connection():
    async with (
        serving(limits=Limits(head=500)) as server,
        framing(server) as client,
    ):
        client.ask("/", fields=[(b"x%d" % n, b"x" * 400) for n in range(10)])
        with pytest.raises(ConnectionResetError):
            await client.until(lambda: False)

    assert client.goaway.error_code != ErrorCodes.NO_ERROR


async def test_what_is_not_http_2_ends_the_connection():
    async with serving() as server, framing(server) as client:
        client.writer.write(b"\0\0\x01\x00\0\0\0\0\x01x")
        with pytest.raises(ConnectionResetError):
            await client.until(lambda: False)


async def test_a_client_that_says_farewell_still_gets_its_answers():
    free = asyncio.Event()

    async def deliver(request):
        await free.wait()
        return plain(Response(200, (), b"late"))

    async with serving(deliver) as server, framing(server) as client:
        stream = client.ask()
        client.h2.close_connection()
        client.h2.state_machine.state = type(client.h2.state_machine.state).CLIENT_OPEN
        client.flush()
        while not any(each.task for each in server._open):  # noqa: ASYNC110
            await asyncio.sleep(0)
        await asyncio.sleep(0.01)
        free.set()
        got = await client.answer(stream)

    assert got.body == b"late"


async def test_a_client_that_leaves_is_forgotten():
    async with serving() as server:
        async with framing(server) as client:
            await client.told()
            client.ask("/", method="POST", ends=False)
        while server._open:  # noqa: ASYNC110 - ends, or times out
            await asyncio.sleep(0)


async def test_a_stop_lets_the_answers_finish_and_takes_no_more():
    free = asyncio.Event()

    async def deliver(request):
        await free.wait()
        return plain(Response(200, (), b"whole"))

    async with serving(deliver) as server, framing(server) as client:
        first = client.ask()
        while not any(each.task for each in server._open):  # noqa: ASYNC110
            await asyncio.sleep(0)
        draining = asyncio.ensure_future(server._drain())
        await asyncio.sleep(0)
        second = await client.told()
        free.set()
        await draining
        whole = await client.answer(first)
        await client.until(lambda: client.goaway)

    assert second.reset == ErrorCodes.REFUSED_STREAM
    assert (whole.body, whole.ended) == (b"whole", True)
    assert client.goaway.error_code == ErrorCodes.NO_ERROR


async def test_who_is_silent_for_long_is_closed():
    async with serving() as server, framing(server) as client:
        await client.told()
        (connection,) = server._open
        connection.sweep(600.0)
        await client.told()
        connection.sweep(-1.0)
        await client.until(lambda: client.goaway)

    assert client.goaway.error_code == ErrorCodes.NO_ERROR


async def test_a_failure_while_answering_ends_the_connection_alone():
    async def deliver(request):
        raise ValueError

    async with serving(deliver) as server:
        async with framing(server) as client:
            with pytest.raises(ConnectionResetError):
                await client.told()
        async with framing(server) as client:
            with pytest.raises(ConnectionResetError):
                await client.told()


async def test_a_replay_answers_both_alike():
    body = b'{"next": "%s/b"}' % API.encode()
    async with replayed(exchange(url=f"{API}/a", answer=body)) as (server, engine):
        answers = []
        for is_new in (True, False):
            async with httpx.AsyncClient(
                base_url=server.url, http1=not is_new, http2=is_new
            ) as client:
                answers.append(await client.get("/a"))
                await client.get("/none")

    two, one = answers
    assert (two.http_version, one.http_version) == ("HTTP/2", "HTTP/1.1")
    assert two.content == one.content == b'{"next": "%s/b"}' % server.url.encode()
    assert two.headers.raw != []
    assert engine.ledger.seen == 4
    assert engine.ledger.missed == 2


# Names and values as both can carry them; framing is decided for each on its own.
NAMES = st.from_regex(r"[a-z][a-z0-9-]{0,8}", fullmatch=True).map(str.encode)
VALUES = st.text(st.characters(codec="latin-1", min_codepoint=0x21), max_size=12).map(
    lambda text: text.encode("latin-1").replace(b"\x7f", b"").strip(b"\x85\xa0")
)
FRAMING = {
    *(b"connection", b"keep-alive", b"proxy-connection", b"transfer-encoding"),
    *(b"content-length", b"te", b"trailer", b"upgrade", b"location", b"refresh"),
}
FIELDS = st.lists(
    st.tuples(NAMES.filter(lambda name: name not in FRAMING), VALUES), max_size=6
)


@st.composite
def responses(draw):
    body = draw(st.binary(max_size=300))
    fields = draw(FIELDS)
    framed = draw(st.sampled_from(["length", "chunked", "none"]))
    chunks: tuple[Chunk, ...] = ()
    if framed == "length":
        fields.insert(0, (b"content-length", b"%d" % len(body)))
    elif framed == "chunked":
        fields.append((b"transfer-encoding", b"chunked"))
        sizes = [len(body) // 2, len(body) - len(body) // 2]
        chunks = tuple(Chunk(0.0, size) for size in sizes if size)
    status = draw(st.sampled_from([200, 201, 302, 404, 418, 503]))
    trailers = draw(FIELDS) if framed == "chunked" else ()
    return Response(
        status, tuple(fields), body, trailers=tuple(trailers), chunks=chunks
    )


def read_http1(wire):
    """Return status, fields less the framing, body and trailers of an answer."""
    head, _, rest = wire.partition(b"\r\n\r\n")
    line, *lines = head.split(b"\r\n")
    fields = [tuple(each.split(b": ", 1)) for each in lines]
    trailers = []
    if (b"transfer-encoding", b"chunked") in [(n.lower(), v) for n, v in fields]:
        body = b""
        while size := int(rest[: rest.index(b"\r\n")], 16):
            start = rest.index(b"\r\n") + 2
            body, rest = body + rest[start : start + size], rest[start + size + 2 :]
        lines = rest[3:].split(b"\r\n")
        trailers = [tuple(each.split(b": ", 1)) for each in lines if each]
    else:
        body = rest
    shown = [(name, value) for name, value in fields if name.lower() not in FRAMING]
    return int(line.split()[1]), shown, body, trailers


@given(responses())
def test_an_answer_is_the_same_over_both(response):
    async def ask():
        async with replayed(exchange(url=f"{API}/a", response=response)) as (server, _):
            reader, writer = await asyncio.open_connection(server.host, server.port)
            writer.write(b"GET /a HTTP/1.1\r\nHost: here\r\nConnection: close\r\n\r\n")
            one = read_http1(await reader.read())
            writer.close()
            async with framing(server) as client:
                got = await client.told("/a")
        return one, got

    with asyncio.Runner() as runner:
        one, got = runner.run(ask())

    shown = [pair for pair in got.headers if pair[0] not in FRAMING]
    assert (got.status, shown, got.body, got.trailers) == one
    assert got.ended


HEADERS = b"\0\0\x03\x01\x05\0\0\0\x01\x82\x87\x84"


# Its records are thrown away before each case.
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.tuples(st.integers(0, 40), st.binary(max_size=9)), max_size=4),
    st.integers(1, 64),
)
def test_frames_that_make_no_sense_harm_nobody_else(caplog, changes, step):
    """What came before them is answered, or the connection ends; others go on."""
    frames = b"\0\0\0\x04\0\0\0\0\0" + HEADERS + b"\0\0\x04\x08\0\0\0\0\0\0\0\0\x09"
    for at, junk in changes:
        frames = frames[:at] + junk + frames[at + len(junk) // 2 :]

    async def ask():
        async with serving() as server:
            _, writer = await asyncio.open_connection(server.host, server.port)
            writer.write(PREFACE)
            for at in range(0, len(frames), step):
                writer.write(frames[at : at + step])
            async with framing(server) as client:
                got = await client.told("/", b"body")
            writer.close()
            return got

    caplog.clear()
    with asyncio.Runner() as runner:
        assert runner.run(ask()).body == b"body"
    assert [each for each in caplog.records if each.levelname == "ERROR"] == []


@pytest.mark.parametrize(
    "scenario",
    [
        test_a_request_arrives_whole,
        test_requests_are_answered_side_by_side,
        test_an_upload_larger_than_every_window_arrives,
        test_a_client_that_leaves_is_forgotten,
        test_a_stop_lets_the_answers_finish_and_takes_no_more,
        test_a_failure_while_answering_ends_the_connection_alone,
    ],
    ids=lambda scenario: scenario.__name__.removeprefix("test_"),
)
def test_uvloop_serves_alike(scenario):
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(scenario())
