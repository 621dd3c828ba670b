import pytest
from hypothesis import given
from hypothesis import strategies as st
from mockforge.addons.streams import (
    STREAM_ABOVE,
    RequestTap,
    ResponseTap,
    Spool,
    Times,
    Way,
    streams_up,
    way_of,
)

from mockforge.clock import VirtualClock
from mockforge.http import Chunk, Request, Response

LONG = str(STREAM_ABOVE + 1).encode()
JSON = (b"Content-Type", b"application/json")
GZIP = (b"Content-Encoding", b"gzip")
CHUNKED = (b"Transfer-Encoding", b"chunked")


@pytest.mark.parametrize(
    ("method", "status", "headers", "rewrites", "way"),
    [
        ("GET", 200, [(b"Content-Length", b"10")], True, Way.WHOLE),
        ("GET", 200, [(b"Content-Length", LONG)], False, Way.STREAMED),
        ("GET", 200, [CHUNKED], False, Way.STREAMED),
        ("GET", 200, [], False, Way.STREAMED),
        ("GET", 200, [CHUNKED, JSON, GZIP], True, Way.HELD),
        ("GET", 200, [CHUNKED, JSON, GZIP], False, Way.STREAMED),
        ("GET", 200, [CHUNKED, JSON], True, Way.STREAMED),
        (
            "GET",
            200,
            [CHUNKED, GZIP, (b"Content-Type", b"image/png")],
            True,
            "streamed",
        ),
        (
            "GET",
            200,
            [(b"Content-Type", b"text/event-stream; charset=utf-8"), GZIP],
            True,
            Way.STREAMED,
        ),
        (
            "POST",
            200,
            [(b"Content-Type", b"application/grpc+proto"), (b"Content-Length", b"1")],
            False,
            Way.STREAMED,
        ),
        ("HEAD", 200, [CHUNKED], False, Way.WHOLE),
        ("GET", 304, [(b"Content-Length", LONG)], False, Way.WHOLE),
        ("GET", 101, [], False, Way.WHOLE),
    ],
)
def test_a_body_is_waited_for_only_where_it_must_be(
    method, status, headers, rewrites, way
):
    request = Request(method, "http", "a", "/")

    found = way_of(request, Response(status, tuple(headers)), rewrites=rewrites)
    assert found == way


@pytest.mark.parametrize(
    ("headers", "streams"),
    [
        ([(b"content-length", LONG)], True),
        ([(b"Content-Length", b"10")], False),
        ([(b"content-type", b"application/grpc")], True),
        ([CHUNKED], False),
        ([(b"Content-Length", b"many")], False),
    ],
)
def test_a_request_is_waited_for_unless_it_is_long_or_a_call(headers, streams):
    assert streams_up(tuple(headers)) is streams


@given(st.lists(st.binary(max_size=40)), st.integers(min_value=0, max_value=60))
def test_a_spool_keeps_the_beginning_and_counts_the_rest(pieces, limit):
    spool = Spool(limit)
    for piece in pieces:
        spool.add(piece)
    whole = b"".join(pieces)

    assert spool.size == len(whole)
    assert spool.kept == min(len(whole), limit)
    assert spool.take() == whole[:limit]


def test_a_long_body_comes_back_from_its_file():
    spool = Spool(3 * STREAM_ABOVE)
    pieces = [bytes([number]) * STREAM_ABOVE for number in range(4)]
    for piece in pieces:
        spool.add(piece)

    assert spool.take() == b"".join(pieces[:3])
    spool.add(b"after")
    assert spool.take() == b""


def test_a_spool_can_be_let_go_of():
    spool = Spool(3 * STREAM_ABOVE)
    spool.add(b"x" * 2 * STREAM_ABOVE)
    spool.close()

    assert spool.take() == b""


def timed(*waits):
    clock = VirtualClock()
    times = Times(clock)
    for wait in waits:
        clock.advance(wait)
        times.add(10)
    return times


def test_pieces_that_come_together_are_one():
    assert timed(0.5, 0.0, 0.25, 0.0).chunks(100) == (
        Chunk(0.5, 20),
        Chunk(0.25, 20),
    )


def test_a_body_that_came_at_once_has_no_chunks():
    assert timed(0.001, 0.001).chunks(100) == ()


def test_chunks_end_where_the_kept_body_ends():
    assert timed(0.5, 0.5, 0.5).chunks(15) == (Chunk(0.5, 10), Chunk(0.5, 5))


def test_a_request_tap_says_nothing_for_nothing():
    tap = RequestTap(100)

    assert tap(b"ab") == b"ab"
    assert tap(b"") == []
    assert tap.spool.take() == b"ab"


class Upper:
    def feed(self, data):
        if data == b"broken":
            raise ValueError
        return data.upper() if data != b"held" else b""

    def end(self):
        return b"HELD"


def test_a_response_tap_hands_on_what_is_rewritten_and_keeps_what_came():
    tap = ResponseTap(VirtualClock(), 100, Upper())

    assert [tap(b"a"), tap(b"held"), tap(b"")] == [b"A", [], b"HELD"]
    assert tap.spool.take() == b"aheld"


def test_a_response_tap_hands_on_what_cannot_be_rewritten():
    tap = ResponseTap(VirtualClock(), 100, Upper())

    assert [tap(b"held"), tap(b"broken"), tap(b"c"), tap(b"")] == [
        [],
        b"heldbroken",
        b"c",
        [],
    ]
