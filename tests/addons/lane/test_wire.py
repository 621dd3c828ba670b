import pytest
from hypothesis import given
from hypothesis import strategies as st
from mitmproxy.http import Headers, Request, Response
from mitmproxy.net.http import http1, status_codes
from mitmproxy.proxy.layers.http import _events
from mockforge.addons.http1 import framed_answer
from mockforge.addons.lane import wire

FIELDS = st.lists(
    st.sampled_from(
        [
            *((b"Content-Length", b"2"), (b"Content-Length", b"x"), (b"a", b"b")),
            *((b"Transfer-Encoding", b"chunked"), (b"TRANSFER-ENCODING", b"Chunked")),
            *((b"Transfer-Encoding", b"gzip"), (b"Connection", b"close")),
            *((b"connection", b"Close"), (b"Connection", b"a, close")),
            *((b"Connection", b"keep-alive"), (b"Transfer-Encoding", b"a")),
        ]
    ),
    max_size=3,
)
VERSIONS = st.sampled_from([b"HTTP/1.1", b"HTTP/1.0", b"HTTP/2.0"])
STATUSES = st.sampled_from([2, 101, 200, 204, 304, 404])


def asked(method=b"GET", fields=(), content=b""):
    headers = Headers(fields)
    return Request(
        "a", 80, method, b"http", b"", b"/b", b"HTTP/1.1", headers, content, None, 0, 0
    )


def answer(version=b"HTTP/1.1", status=200, fields=(), content=b"", trailers=None):
    headers = Headers(fields)
    return Response(version, status, b"Fine", headers, content, trailers, 0, 0)


@given(FIELDS, st.sampled_from([b"", b"ab"]))
def test_a_request_is_written_as_mitmproxy_writes_it(fields, content):
    message = asked(fields=fields, content=content)

    assert wire.request(message) == http1.assemble_request(message)


@given(VERSIONS, STATUSES, FIELDS)
def test_the_head_of_an_answer_is_written_as_mitmproxy_writes_it(
    version, status, fields
):
    message = answer(version, status, fields)
    told = answer(version, status, fields)
    if version == b"HTTP/2.0":
        told.http_version = "HTTP/1.1"
        told.reason = status_codes.RESPONSES.get(status, "")

    assert wire.head(message) == http1.assemble_response_head(told)


@given(VERSIONS, FIELDS)
def test_a_connection_ends_when_mitmproxy_would_end_it(version, fields):
    message = answer(version, 200, fields)

    expected = http1.connection_close(message.http_version, message.headers)
    assert wire.closes(message) == expected


@given(st.sampled_from([b"GET", b"HEAD"]), STATUSES, FIELDS)
def test_a_body_ends_with_its_connection_where_mitmproxy_says_so(
    method, status, fields
):
    request, message = asked(method), answer(status=status, fields=fields)
    try:
        expected = http1.expected_http_body_size(request, message) == -1
    except ValueError:
        expected = False

    assert wire.is_open_ended(request, message) == expected


@given(FIELDS)
def test_a_body_is_in_chunks_where_mitmproxy_looks_for_them(fields):
    told = Headers(fields).get("transfer-encoding", "").lower()

    assert wire.is_chunked(tuple(fields)) == ("chunked" in told)


@pytest.mark.parametrize("version", [b"HTTP/1.1", b"HTTP/2.0"])
@pytest.mark.parametrize("trailers", [None, Headers([(b"T", b"u")])])
@pytest.mark.parametrize("ends", [True, False])
def test_an_answer_gets_the_framing_that_mitmproxy_is_made_to_give(
    version, trailers, ends
):
    message = answer(version, trailers=trailers, content=b"ab")
    event = framed_answer(asked(), _events.ResponseHeaders(1, message, ends))

    framed = wire.framed(asked(), message, ends=ends)
    assert framed.headers.fields == event.response.headers.fields


def test_a_chunk_is_never_empty():
    assert wire.chunk(b"") == b""
    assert wire.chunk(b"a" * 17) == b"11\r\n" + b"a" * 17 + b"\r\n"


def test_trailers_follow_the_last_chunk():
    plain, trailing = answer(), answer(trailers=Headers([(b"T", b"u")]))

    assert wire.last_chunk(plain) == b"0\r\n\r\n"
    assert wire.last_chunk(trailing) == b"0\r\nT: u\r\n\r\n"


def test_a_client_is_told_to_go_on_as_by_mitmproxy():
    told = Response.make(100)
    told.headers.clear()

    assert http1.assemble_response_head(told) == wire.CONTINUE
