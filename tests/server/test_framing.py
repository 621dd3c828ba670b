"""The head that goes out: as recorded, but for what would be a lie here."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mockforge.http import Chunk, Request, Response
from mockforge.server.framing import Framing, chunk, framed, last_chunk

GET = Request("GET", "http", "a", "/")
HEAD = Request("HEAD", "http", "a", "/")
OLD = Request("GET", "http", "a", "/", version="HTTP/1.0")
TE = (b"Transfer-Encoding", b"chunked")


def head(response, request=GET, **more):
    return framed(response, request, **{"keep_alive": True, **more})


def lines(frame):
    assert frame.head.endswith(b"\r\n\r\n")
    return frame.head[:-4].split(b"\r\n")


def length(value):
    return (b"Content-Length", str(value).encode())


def test_status_reason_order_case_and_repetition_are_kept():
    response = Response(
        299,
        (
            (b"x-b", b"1"),
            (b"Set-Cookie", b"a"),
            (b"X-B", b"\xe9"),
            (b"Set-Cookie", b"b"),
            (b"content-LENGTH", b"2"),
        ),
        b"ok",
        "Très bien",
    )

    assert lines(head(response)) == [
        "HTTP/1.1 299 Très bien".encode("latin-1"),
        b"x-b: 1",
        b"Set-Cookie: a",
        b"X-B: \xe9",
        b"Set-Cookie: b",
        b"content-LENGTH: 2",
    ]


@pytest.mark.parametrize(
    ("response", "request_", "framing", "told"),
    [
        (
            Response(200, (length(2),), b"ok"),
            GET,
            Framing.LENGTH,
            [b"Content-Length: 2"],
        ),
        (
            Response(200, (length(9),), b"ok"),
            GET,
            Framing.LENGTH,
            [b"Content-Length: 2"],
        ),
        (Response(200, (), b"ok"), GET, Framing.LENGTH, [b"Content-Length: 2"]),
        (
            Response(200, (TE, length(2)), b"ok"),
            GET,
            Framing.CHUNKED,
            [b"Transfer-Encoding: chunked"],
        ),
        (
            Response(200, ((b"transfer-encoding", b"gzip, chunked"),), b"ok"),
            GET,
            Framing.CHUNKED,
            [b"transfer-encoding: chunked"],
        ),
        (
            Response(200, (), b"ok", version="HTTP/2", chunks=(Chunk(0.0, 2),)),
            GET,
            Framing.CHUNKED,
            [b"Transfer-Encoding: chunked"],
        ),
        (
            Response(200, (length(2),), b"ok", trailers=((b"X", b"1"),)),
            GET,
            Framing.CHUNKED,
            [b"Transfer-Encoding: chunked"],
        ),
        (Response(200, (TE,), b"ok"), OLD, Framing.CLOSE, [b"Connection: close"]),
        (
            Response(200, ((b"Connection", b"Close"),), b"ok"),
            GET,
            Framing.CLOSE,
            [b"Connection: Close"],
        ),
        (Response(200, (length(9),), b""), HEAD, Framing.NONE, [b"Content-Length: 9"]),
        (
            Response(200, (TE,), b""),
            HEAD,
            Framing.NONE,
            [b"Transfer-Encoding: chunked"],
        ),
        (Response(304, (length(9),), b""), GET, Framing.NONE, [b"Content-Length: 9"]),
        (Response(204, (length(9), TE), b""), GET, Framing.NONE, []),
        (Response(204, (length(0),), b""), GET, Framing.NONE, [b"Content-Length: 0"]),
    ],
)
def test_the_framing_is_true(response, request_, framing, told):
    frame = head(response, request_)

    assert frame.framing is framing
    assert lines(frame)[1:] == told


@pytest.mark.parametrize(
    ("recorded", "keep_alive", "request_", "told", "closes"),
    [
        (None, True, GET, [], False),
        (None, False, GET, [b"Connection: close"], True),
        (None, True, OLD, [b"Connection: keep-alive"], False),
        (b"keep-alive", True, GET, [b"Connection: keep-alive"], False),
        (b"keep-alive", False, GET, [b"Connection: close"], True),
        (b"close", True, GET, [b"Connection: close"], True),
        (b"Upgrade, Keep-Alive", True, GET, [b"Connection: keep-alive"], False),
        (b"Upgrade", True, GET, [], False),
    ],
)
def test_the_connection_field_is_about_this_connection(
    recorded, keep_alive, request_, told, closes
):
    fields = (length(0),) + (((b"Connection", recorded),) if recorded else ())

    frame = head(Response(200, fields), request_, keep_alive=keep_alive)

    assert lines(frame)[2:] == told
    assert frame.closes is closes


def test_a_body_that_is_not_all_here_has_the_length_it_had():
    response = Response(200, (length(900),), b"some")

    assert lines(head(response, partial=True))[1:] == [b"Content-Length: 900"]


def test_an_offer_of_another_protocol_is_not_repeated():
    response = Response(200, ((b"Upgrade", b"h2c"), (b"X", b"1"), length(0)))

    assert lines(head(response))[1:] == [b"X: 1", b"Content-Length: 0"]


def test_a_reason_is_made_up_only_for_protocols_without():
    assert lines(head(Response(404, (length(0),))))[0] == b"HTTP/1.1 404 "
    response = Response(404, (length(0),), version="HTTP/2")
    assert lines(head(response))[0] == b"HTTP/1.1 404 Not Found"


@given(st.text(max_size=30), st.binary(max_size=30), st.binary(max_size=30))
def test_nothing_recorded_can_end_a_field_early(reason, name, value):
    response = Response(200, ((b"X-" + name, value), length(0)), reason=reason)

    frame = head(response)

    assert frame.head.count(b"\r\n\r\n") == 1
    assert len(frame.head[:-4].split(b"\n")) <= 3


def test_chunks_and_their_end():
    assert chunk(b"a" * 26) == b"1a\r\n" + b"a" * 26 + b"\r\n"
    assert chunk(b"") == b""
    assert last_chunk() == b"0\r\n\r\n"
    assert last_chunk(((b"X", b"1"),)) == b"0\r\nX: 1\r\n\r\n"
