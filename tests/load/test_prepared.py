"""What is sent is what was recorded, less what belongs to another connection."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mockforge.event import Event, Kind
from mockforge.exchange import Failure, FailureKind
from mockforge.http import Origin, Response
from mockforge.load.prepared import digest, prepare, unsendable, unusable, wire
from mockforge.server.http1 import Limits, Reader
from tests.worlds import API, exchange, recording, request

HERE = Origin("http", "127.0.0.1:8080")
PLAIN = b"GET /a HTTP/1.1\r\nHost: 127.0.0.1:8080\r\n"


async def prepared(*exchanges, verify=True, chosen=lambda _: True):
    return await prepare(recording(*exchanges), HERE, chosen=chosen, verify=verify)


@pytest.mark.parametrize(
    ("asked", "sent"),
    [
        (request(url=f"{API}/a"), PLAIN + b"\r\n"),
        (request(url=f"{API}/a", headers=[("Accept", "*/*")]),
         PLAIN + b"Accept: */*\r\n\r\n"),
        (request(url=f"{API}/a", headers=[("Expect", "100-continue"), ("TE", "gzip"),
                                          ("Connection", "close, X-Hop"),
                                          ("X-Hop", "1"), ("Upgrade", "h2c")]),
         PLAIN + b"\r\n"),
        (request(url=f"{API}/a", headers=[("Content-Length", "0")]),
         PLAIN + b"Content-Length: 0\r\n\r\n"),
        (request(url=f"{API}/a", headers=[("Bad name", "1"), (":path", "/"),
                                          ("X", "1\r\nY: 2")]),
         PLAIN + b"X: 1 Y: 2\r\n\r\n"),
        (request(url=f"{API}/a", headers=[("cookie", "a=1"), ("Cookie", "b=2")]),
         PLAIN + b"Cookie: a=1; b=2\r\n\r\n"),
        (request(url=f"{API}/a", body=b"[]", headers=[("content-length", "99")]),
         PLAIN + b"Content-Type: application/json\r\nContent-Length: 2\r\n\r\n[]"),
        (request(url=f"{API}/a", body=b"[]", version="HTTP/2.0"),
         PLAIN + b"Content-Type: application/json\r\nContent-Length: 2\r\n\r\n[]"),
        (request(url=f"{API}/a", body=b"[]",
                 headers=[("Transfer-Encoding", "chunked")]),
         PLAIN + b"Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n"
         b"\r\n2\r\n[]\r\n0\r\n\r\n"),
        (request(url=f"{API}/a", headers=[("Transfer-Encoding", "chunked")],
                 trailers=((b"X-Sum", b"1"),)),
         PLAIN + b"Transfer-Encoding: chunked\r\n\r\n0\r\nX-Sum: 1\r\n\r\n"),
    ],
)  # fmt: skip
def test_a_request_is_sent_as_recorded_for_this_connection(asked, sent):
    assert wire(asked, HERE) == sent


@given(st.binary(max_size=50), st.booleans())
def test_what_is_written_is_read_as_the_same_request(body, is_chunked):
    coding = [("Transfer-Encoding", "chunked")] if is_chunked else []
    asked = request("POST", f"{API}/a?b=%20c", body, coding)
    arrived: list[Any] = []
    reader = Reader(arrived.append, lambda: None, client="", here="", limits=Limits())

    reader.feed(wire(asked, HERE) * 2)

    assert [each.request.body for each in arrived] == [body, body]
    assert all(each.request.target == "/a?b=%20c" for each in arrived)
    assert all(each.keep_alive for each in arrived)


RESET = Failure(FailureKind.RESET, "gone")


@pytest.mark.parametrize(
    ("left_out", "why"),
    [
        (exchange(response=None, failure=RESET), "no answer recorded"),
        (exchange(failure=RESET), "recorded answer broke off"),
        (exchange(response=Response(200, (), b"x", size=9)), "answer is incomplete"),
        (exchange(response=Response(101)), "WebSocket conversation"),
        (exchange(events=(Event(b"hi", Kind.TEXT, True, 0.0),)), "WebSocket"),
        (exchange("CONNECT"), "method"),
        (exchange("GET /x"), "method"),
        (exchange(url=f"{API}/a b"), "address that cannot be written"),
        (exchange(url=f"{API}/a\r\nX: 1"), "address that cannot be written"),
        (exchange(url=f"{API}/日"), "address that cannot be written"),
    ],
)
async def test_what_cannot_be_sent_is_left_out_and_counted(left_out, why):
    load = await prepared(left_out, exchange())

    assert len(load.requests) == 1
    assert load.left_out.total() == 1
    assert why in str(unusable(left_out))


async def test_requests_are_in_the_order_recorded_and_as_chosen():
    made = [exchange(url=f"{API}/{name}") for name in "cab"]

    load = await prepared(*made, chosen=lambda one: one.request.target != "/a")

    assert [each.shown for each in load.requests] == ["GET /c", "GET /b"]
    assert [each.exchange for each in load.requests] == [1, 3]


async def test_every_turn_of_a_request_may_answer_it():
    made = [
        exchange(answer=b"[1]"),
        exchange(answer=b"[2]", status=200),
        exchange(response=None, failure=RESET),
        exchange(url=f"{API}/other", answer=b"[3]"),
    ]

    load = await prepared(*made)

    first, second, other = (each.expected for each in load.requests)
    assert first is second
    assert first.statuses == {200, 502}
    assert {digest(b"[1]"), digest(b"[2]")} < first.bodies
    assert digest(b"[3]") not in first.bodies
    assert other.statuses == {200}


async def test_a_body_may_lead_back_to_where_it_is_asked_of():
    load = await prepared(exchange(answer=b'{"next": "https://api.example/2"}'))

    assert load.requests[0].expected.bodies == {
        digest(b'{"next": "https://api.example/2"}'),
        digest(b'{"next": "http://127.0.0.1:8080/2"}'),
    }


@pytest.mark.parametrize("method", ["HEAD", "GET"])
async def test_where_no_body_is_sent_none_is_expected(method):
    status = 200 if method == "HEAD" else 304
    load = await prepared(exchange(method, response=Response(status, (), b"x")))

    assert load.requests[0].is_head == (method == "HEAD")
    assert load.requests[0].expected.bodies == {digest(b"")}


async def test_bodies_are_kept_only_to_compare_them():
    load = await prepared(exchange(), verify=False)

    assert load.requests[0].expected.bodies == set()


def test_a_request_without_an_answer_can_be_sent_and_not_compared():
    made = exchange(response=None)

    assert unsendable(made) is None
    assert unusable(made) == "no answer recorded"
