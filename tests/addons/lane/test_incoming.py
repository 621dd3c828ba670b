import pytest
from mitmproxy.connection import ConnectionState
from mitmproxy.http import HTTPFlow, Request
from mockforge.addons.lane.incoming import Incoming
from mockforge.addons.lane.upstream import Upstream
from mockforge.addons.lane.way import Broken, Left

from mockforge.clock import VirtualClock

HEAD = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n"
CHUNKS = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"


class Way:
    has_left = False
    clock = VirtualClock()


@pytest.fixture
def coming(play):
    """Return what comes when *pieces* have; None is the end."""

    def made(*pieces, method="GET"):
        context = play().context
        upstream = Upstream(context, ("a.test", 80), tls=False)
        flow = HTTPFlow(context.client, upstream.server)
        flow.request = Request.make(method, "http://a.test/")
        upstream.server.state = ConnectionState.OPEN
        upstream.arrived.extend(pieces)
        return Incoming(Way(), upstream, flow), flow

    return made


def run(steps, done=None):
    """Return what *steps* come to; note in *done* what is done on the way."""
    try:
        while True:
            command = next(steps)
            assert command is not None, "it waits"
            assert done is not None
            done.append(type(command).__name__)
    except StopIteration as end:
        return end.value


@pytest.mark.parametrize(
    "pieces",
    [
        (HEAD + b"ok",),
        (HEAD[:20], HEAD[20:], b"o", b"k"),
        (b"HTTP/1.1 100 Continue\r\n\r\n" + HEAD, b"ok"),
        (HEAD.replace(b"\r\n", b"\n") + b"ok",),
        (CHUNKS + b"1\r\no\r\n1\r\nk\r\n0\r\n\r\n",),
    ],
)
def test_an_answer_is_the_same_however_it_comes(coming, pieces):
    incoming, flow = coming(*pieces)
    run(incoming.head())
    found = []
    while (piece := run(incoming.piece())) is not None:
        found.append(piece)

    assert (flow.response.status_code, b"".join(found)) == (200, b"ok")


def test_a_body_that_is_there_is_taken_at_once(coming):
    incoming, _ = coming(HEAD + b"okHTTP")
    run(incoming.head())

    assert incoming.at_once() == b"ok"
    assert bytes(incoming.upstream.buffer) == b"HTTP"


@pytest.mark.parametrize(
    ("head", "method", "has_body"),
    [
        (HEAD, "HEAD", False),
        (b"HTTP/1.1 204 No Content\r\n\r\n", "GET", False),
        (b"HTTP/1.1 304 Not Modified\r\nContent-Length: 2\r\n\r\n", "GET", False),
        (b"HTTP/1.0 200 OK\r\n\r\n", "GET", True),
        (CHUNKS, "GET", True),
    ],
)
def test_whether_a_body_follows_is_known_from_the_head(coming, head, method, has_body):
    incoming, _ = coming(head, method=method)
    run(incoming.head())

    assert incoming.has_body is has_body
    assert (incoming.at_once() == b"") is not has_body


@pytest.mark.parametrize(
    ("pieces", "told"),
    [
        ((None,), "server closed connection"),
        ((b"HTTP/1", None), "unexpected server response: b'HTTP/1'"),
        ((b"hello\r\n\r\n",), "Cannot parse HTTP response"),
        ((HEAD[:-2] + b"Content-Length: 2\r\n\r\n",), "Cannot parse|multiple"),
        ((b"HTTP/1.1 200 OK\r\nA: " + b"a" * 300_000,), "longer than"),
        ((HEAD + b"o", None), "received 1 bytes, expected 2"),
        ((CHUNKS + b"x\r\n",), "illegal chunk header"),
        ((CHUNKS + b"1\r\n", None), "incomplete chunked read"),
    ],
)
def test_what_fails_closes_the_upstream_and_is_told(coming, pieces, told):
    incoming, _ = coming(*pieces)
    done: list[str] = []

    def read():
        yield from incoming.head()
        while (yield from incoming.piece()) is not None:
            pass

    with pytest.raises(Broken, match=told):
        run(read(), done)
    assert done == ["CloseConnection"]


def test_trailers_go_into_the_flow(coming):
    incoming, flow = coming(CHUNKS + b"0\r\nT: u\r\n\r\n")
    run(incoming.head())

    assert run(incoming.piece()) is None
    assert flow.response.trailers.fields == ((b"T", b"u"),)


def test_nothing_is_waited_for_when_the_client_is_gone(coming):
    incoming, _ = coming()
    incoming._way.has_left = True

    with pytest.raises(Left):
        run(incoming.head())
