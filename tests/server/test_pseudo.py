import pytest

from mockforge.http import Request, Response
from mockforge.server import pseudo
from mockforge.server.http1 import Refusal

GET = Request("GET", "https", "here", "/")


def asked(*fields, **how):
    pairs = tuple((name.encode(), value.encode()) for name, value in fields)
    where = {"scheme": "https", "here": "127.0.0.1:1", "client": "10.0.0.1"}
    return pseudo.asked(pairs, **{**where, **how})


def test_a_request_is_what_a_recording_of_it_would_say():
    request = asked(
        (":method", "PUT"),
        (":scheme", "http"),
        (":authority", "API.example"),
        (":path", "/a%20b?c=d"),
        ("x-a", "1"),
        ("x-a", "2"),
    )

    assert request == Request(
        "PUT",
        "https",
        "api.example",
        "/a%20b?c=d",
        ((b"x-a", b"1"), (b"x-a", b"2")),
        version="HTTP/2",
        client="10.0.0.1",
    )


@pytest.mark.parametrize(
    ("fields", "authority"),
    [
        ([("host", "Other.example")], "other.example"),
        ([(":authority", "one.example"), ("host", "other.example")], "one.example"),
        ([], "127.0.0.1:1"),
    ],
)
def test_who_is_called_may_be_told_in_three_ways(fields, authority):
    request = asked((":method", "GET"), (":path", "/"), *fields)

    assert request.authority == authority


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ([(":method", "CONNECT"), (":authority", "api.example:443")], 501),
        ([(":method", "GET"), (":path", "a")], 400),
        ([(":method", "GET")], 400),
        ([(":path", "/")], 400),
    ],
)
def test_what_cannot_be_a_request_is_refused(fields, status):
    found = asked(*fields)

    assert isinstance(found, Refusal)
    assert found.status == status


def test_asterisk_is_a_target():
    assert asked((":method", "OPTIONS"), (":path", "*")).target == "*"


def headers(*pairs, status=200, body=b"", request=GET, trailers=(), partial=False):
    response = Response(status, pairs, body, trailers=trailers)
    found = pseudo.answered(response, request, partial=partial)
    assert found[0] == (b":status", b"%d" % status)
    return found[1:]


def test_fields_keep_their_order_and_repetition_in_lower_case():
    assert headers((b"X-B", b"1"), (b"Set-Cookie", b"a"), (b"x-b", b"2")) == [
        (b"x-b", b"1"),
        (b"set-cookie", b"a"),
        (b"x-b", b"2"),
    ]


def test_what_belongs_to_a_connection_is_left_behind():
    gone = (
        *((b"Connection", b"keep-alive"), (b"Keep-Alive", b"timeout=5")),
        *((b"Transfer-Encoding", b"chunked"), (b"Upgrade", b"h2c")),
        *((b"Proxy-Connection", b"close"), (b"TE", b"trailers")),
    )

    assert headers(*gone, (b"X", b"1")) == [(b"x", b"1")]


@pytest.mark.parametrize(
    ("pair", "told"),
    [
        ((b"X", b" a \t"), [(b"x", b"a")]),
        ((b"X", b"a\r\nB: c\0d"), [(b"x", b"a B: c d")]),
        ((b"X Y", b"a"), []),
        ((b":status", b"a"), []),
        ((b"", b"a"), []),
    ],
)
def test_what_would_end_the_stream_is_not_sent(pair, told):
    assert headers(pair) == told


LENGTH = (b"Content-Length", b"9")


@pytest.mark.parametrize(
    ("how", "length"),
    [
        ({"body": b"abc"}, b"3"),
        ({"body": b"abc", "partial": True}, b"9"),
        ({"request": Request("HEAD", "https", "here", "/")}, b"9"),
        ({"status": 304}, b"9"),
        ({"status": 204}, None),
    ],
)
def test_a_length_is_true_or_not_there(how, length):
    told = dict(headers(LENGTH, LENGTH, **how))

    assert told.get(b"content-length") == length


def test_a_length_that_was_not_told_is_not_told():
    assert headers(body=b"abc") == []


def test_trailers_are_announced_where_they_come():
    announced, fields = (b"Trailer", b"X-Sum"), ((b"X-Sum", b"4"), (b"Upgrade", b"a"))

    assert headers(announced) == []
    assert headers(announced, trailers=fields) == [(b"trailer", b"X-Sum")]
    assert pseudo.trailing(fields) == [(b"x-sum", b"4")]


def test_a_head_is_measured_as_it_would_be_in_http_1():
    assert pseudo.head_size([(b"ab", b"c"), (b"d", b"")]) == len(b"ab: c\r\nd: \r\n")
