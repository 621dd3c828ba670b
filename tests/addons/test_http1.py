"""The parts of HTTP/1 by themselves; test_record.py has them on real sockets."""

import h11
import pytest
from h11._receivebuffer import ReceiveBuffer
from mitmproxy import http
from mitmproxy.proxy.layers.http import _events
from mockforge.addons import http1


def buffered(data):
    buffer = ReceiveBuffer()
    buffer += data
    return buffer


def test_trailers_are_put_aside_in_their_own_case():
    reader = http1.make_body_reader(None)
    buffer = buffered(b"2\r\nab\r\n0\r\nX-Sum: 1\r\nx-sum: 2\r\n\r\nrest")

    assert bytes(reader(buffer).data) == b"ab"
    assert isinstance(reader(buffer), h11.EndOfMessage)
    assert reader.trailers == [(b"X-Sum", b"1"), (b"x-sum", b"2")]
    assert bytes(buffer) == b"rest"


def test_other_bodies_are_read_as_before():
    assert bytes(http1.make_body_reader(2)(buffered(b"abc")).data) == b"ab"


@pytest.mark.parametrize(
    ("data", "left"),
    [
        (b"HTTP/1.1 103 Early Hints\r\nA: b\r\n\r\nHTTP/1.1 200", b"HTTP/1.1 200"),
        (b"HTTP/1.1 100 Continue\r\n\r\n" * 2 + b"HTTP/1.1 204", b"HTTP/1.1 204"),
        (b"HTTP/1.1 101 Switching\r\n\r\n", b"HTTP/1.1 101 Switching\r\n\r\n"),
        (b"HTTP/1.1 103 Early\r\nA", b"HTTP/1.1 103 Early\r\nA"),
        (b"HTTP/1.1 1", b"HTTP/1.1 1"),
        (b"HTTP/1.1 200 OK\r\n\r\n", b"HTTP/1.1 200 OK\r\n\r\n"),
        (b"", b""),
    ],
)
def test_interim_heads_are_dropped_and_nothing_else(data, left):
    buffer = buffered(data)
    http1.skip_interim(buffer)

    assert bytes(buffer) == left


def asked(version="HTTP/1.1", method="GET"):
    request = http.Request.make(method, "http://a/")
    request.http_version = version
    return request


def framed(request, headers, *, version="HTTP/1.1", trailers=None, ends=False):
    response = http.Response.make(200, b"", http.Headers(headers))
    response.headers = http.Headers(headers)
    response.http_version = version
    response.trailers = http.Headers(trailers) if trailers else None
    event = _events.ResponseHeaders(1, response, ends)
    found = http1.framed_answer(request, event).response
    assert found is response or response.headers.fields == tuple(headers)
    return found.headers.fields


CHUNKED = (b"Transfer-Encoding", b"chunked")
LENGTH = (b"Content-Length", b"2")
SUM = [(b"x-sum", b"1")]


def test_an_answer_is_framed_for_its_client():
    assert framed(asked(), [LENGTH]) == (LENGTH,)
    assert framed(asked(), [CHUNKED], trailers=SUM) == (CHUNKED,)
    assert framed(asked(), [LENGTH], trailers=SUM) == (CHUNKED,)
    assert framed(asked(), [], version="HTTP/2.0") == (CHUNKED,)
    assert framed(asked(), [LENGTH], version="HTTP/2.0") == (LENGTH,)
    nothing = ((b"Content-Length", b"0"),)
    assert framed(asked(), [], version="HTTP/2.0", ends=True) == nothing
    assert framed(asked("HTTP/1.0"), [CHUNKED]) == ()
    assert framed(asked(method="HEAD"), [], version="HTTP/2.0") == ()


def test_an_error_page_is_a_problem_that_closes():
    page = http1.make_error_response(431, "too long")

    assert page.startswith(b"HTTP/1.1 431 ")
    assert b"Connection: close\r\n" in page
    assert b'"detail": "too long"' in page


def test_an_answer_can_be_cut():
    response = http.Response.make(200)
    assert not http1.is_cut(response)
    assert not http1.is_cut(None)

    http1.cut(response)
    assert http1.is_cut(response)
