import pytest
from hypothesis import given
from hypothesis import strategies as st
from mitmproxy.http import Request
from mitmproxy.net.http import http1, validate
from mockforge.addons.lane import heads

GET = b"GET /a?b=c HTTP/1.1\r\nHost: a.test\r\n"

LINES = st.sampled_from(
    [
        *(b"Host: a", b"host:a:80", b"Host:", b"Content-Length: 5"),
        *(b"Content-Length: 05", b"Content-Length: +5", b"content-length:\t5 "),
        *(b"Transfer-Encoding: chunked", b"transfer-encoding: CHUNKED"),
        *(b"Transfer-Encoding: gzip, chunked", b"Transfer-Encoding : chunked"),
        *(b"Connection: close", b"A: b", b"A:", b" folded", b"\tfolded", b": a", b"A"),
        *(b"A: b\rc", b"A: b\nHost: c", b"A\x00: b", b"A: \x0bb", b"\xc3\xa9: a"),
        *(b"A: \xc3\xa9", b"Expect: 100-continue", b"Upgrade: websocket"),
    ]
)
REQUESTS = st.sampled_from(
    [
        *(b"GET / HTTP/1.1", b"get / HTTP/1.1", b"GET  / HTTP/1.1", b"GET /\tHTTP/1.1"),
        *(b"GET / HTTP/1.0", b"GET / HTTP/2.0", b"CONNECT a:1 HTTP/1.1", b"GET /"),
        *(b"GET http://a/b HTTP/1.1", b"GET * HTTP/1.1", b"GET /\xc3\xa9 HTTP/1.1"),
        *(b"GET / HTTP/1.1 ", b" GET / HTTP/1.1", b"G\x00T / HTTP/1.1", b""),
    ]
)
STATUSES = st.sampled_from(
    [
        *(b"HTTP/1.1 200 OK", b"HTTP/1.1 200", b"HTTP/1.1 200 ", b"HTTP/1.1 204 "),
        *(b"HTTP/1.1 304 Not Modified", b"HTTP/1.1  200 OK", b"HTTP/1.0 200 OK"),
        *(b"HTTP/1.1 2000", b"HTTP/1.1 20", b"HTTP/1.1 200  O  K ", b"200 OK"),
        *(b"HTTP/1.1 103 Early", b"HTTP/1.1 101 Up", b"HTTP/1.1 200 \xe9", b""),
    ]
)


@given(REQUESTS, st.lists(LINES, max_size=4))
def test_a_request_is_read_as_mitmproxy_reads_it_or_not_at_all(line, fields):
    head = b"\r\n".join([line, *fields])
    found = heads.Reader().read(head)
    if found is None:
        return

    told = http1.read_request_head(head.replace(b"\r\n", b"\n").split(b"\n"))
    validate.validate_headers(told)
    size = http1.expected_http_body_size(told)
    assert (found.method, found.fields.pairs) == (told.data.method, told.headers.fields)
    assert (found.fields.length, told.http_version) == (size, "HTTP/1.1")
    if found.target.startswith(b"/"):
        assert found.target == told.data.path


@given(STATUSES, st.lists(LINES, max_size=4), st.booleans())
def test_an_answer_is_read_as_mitmproxy_reads_it_or_left_to_it(line, fields, is_head):
    head = b"\r\n".join([line, *fields])
    found = heads.read_response(head, is_head=is_head)
    if found is None:
        return

    told = http1.read_response_head(head.replace(b"\r\n", b"\n").split(b"\n"))
    validate.validate_headers(told)
    asked = Request.make("HEAD" if is_head else "GET", "http://a/")
    size = http1.expected_http_body_size(asked, told)
    shown = (found.status, found.reason, found.pairs, found.length)
    assert shown == (told.status_code, told.data.reason, told.headers.fields, size)
    assert told.status_code >= 200


@pytest.mark.parametrize(
    "head",
    [
        GET,
        GET + b"Content-Length: 5\r\n",
        GET + b"Transfer-Encoding: chunked\r\n",
        GET + b"Expect: 100-continue\r\nContent-Length: 5\r\n",
        GET + b"A:\r\nB: \xe9\r\n",
    ],
)
def test_what_is_as_it_should_be_is_read(head):
    assert heads.Reader().read(head[:-2]) is not None


@pytest.mark.parametrize(
    ("why", "head"),
    [
        ("two lengths", GET + b"Content-Length: 5\r\nContent-Length: 5\r\n"),
        (
            "a length in chunks",
            GET + b"Content-Length: 5\r\nTransfer-Encoding: chunked",
        ),
        ("another coding", GET + b"Transfer-Encoding: gzip, chunked"),
        ("no length", GET + b"Content-Length: 5, 5"),
        ("a folded line", GET + b"A: b\r\n c"),
        ("a space before the colon", GET + b"Content-Length : 5"),
        ("a bare line feed", GET + b"A: b\nContent-Length: 5"),
        ("a bare carriage return", GET + b"A: b\rContent-Length: 5"),
        ("a control character", GET + b"A: b\x00"),
        ("two hosts", GET + b"Host: b"),
        ("no host", b"GET / HTTP/1.1\r\nA: b"),
        ("an empty host", b"GET / HTTP/1.1\r\nHost: "),
        ("an upgrade", GET + b"Upgrade: websocket"),
        ("an offer of HTTP/2", GET + b"HTTP2-Settings: a"),
        ("another expectation", GET + b"Expect: the best"),
        (
            "an expectation before chunks",
            GET + b"Expect: 100-continue\r\nTransfer-Encoding: chunked",
        ),
        ("a long body", GET + b"Content-Length: 1048577"),
        ("a call that streams", GET + b"Content-Type: application/grpc"),
        ("HTTP/1.0", b"GET / HTTP/1.0\r\nHost: a"),
        ("a tunnel", b"CONNECT a:1 HTTP/1.1\r\nHost: a"),
        ("a method in lower case", b"get / HTTP/1.1\r\nHost: a"),
        ("raw UTF-8", b"GET /\xc3\xa9 HTTP/1.1\r\nHost: a"),
        ("two spaces", b"GET  / HTTP/1.1\r\nHost: a"),
    ],
)
def test_what_is_not_is_left_to_mitmproxy(why, head):
    assert heads.Reader().read(head.removesuffix(b"\r\n")) is None, why


def test_fields_are_read_once_while_they_stay_the_same():
    reader = heads.Reader()
    first, second = (reader.read(GET[:-2].replace(b"/a", t)) for t in (b"/a", b"/b"))

    assert first is not None
    assert second is not None
    assert (first.target, second.target) == (b"/a?b=c", b"/b?b=c")
    assert first.fields is second.fields


def test_fields_that_are_not_for_us_are_not_for_us_the_next_time_either():
    reader = heads.Reader()

    assert reader.read(GET + b"Upgrade: a") is None
    assert reader.read(GET + b"Upgrade: a") is None


@pytest.mark.parametrize(
    ("unread", "is_lost"),
    [
        (b"GE", False),
        (b"GET / HTTP/1.1\r\nHost: a\r\n", False),
        (b"GET / HTTP/1.1\nHost: a\n\n", True),
        (b"\r\n", True),
        (b"\x16\x03\x01", True),
        (b"get / ", True),
    ],
)
def test_a_head_that_cannot_become_one_for_us_is_not_waited_for(unread, is_lost):
    assert heads.is_lost(bytearray(unread)) is is_lost


@pytest.mark.parametrize(
    ("target", "address", "path"),
    [
        (b"http://a.test/b?c", ("a.test", 80), b"/b?c"),
        (b"http://a:81/", ("a", 81), b"/"),
        (b"http://a", None, b""),
        (b"http://a:0x1/", None, b""),
        (b"http://a:99999/", None, b""),
        (b"http://u@a/", None, b""),
        (b"http://a..b/", None, b""),
        (b"https://a/", None, b""),
        (b"/b", None, b""),
    ],
)
def test_a_url_says_where_to_and_what(target, address, path):
    assert heads.addressed(target) == (address, path)
