"""Reading requests off the wire: what is one, what is refused, what is left in it."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mockforge.server.http1 import Asked, Limits, Reader, Refusal

HERE = "127.0.0.1:8080"


def read(*pieces, limits=None):
    """Return what the reader made of *pieces*, and how often it was asked to go on."""
    arrived: list[Asked | Refusal] = []
    expected: list[bool] = []
    reader = Reader(
        arrived.append,
        lambda: expected.append(True),
        client="10.0.0.7",
        here=HERE,
        limits=limits or Limits(),
    )
    for piece in pieces:
        reader.feed(piece)
    return arrived, len(expected)


def only(*pieces, **more):
    arrived, _ = read(*pieces, **more)
    assert len(arrived) == 1
    return arrived[0]


def test_a_request_keeps_its_fields_as_they_were_written():
    asked = only(
        b"POST /a%2Fb?x=1&x=2 HTTP/1.1\r\nhOsT: API.example:81\r\nX-A: 1\r\n"
        b"x-a:  2\r\nContent-Length: 3\r\n\r\nabc"
    )

    request = asked.request
    assert (request.method, request.target) == ("POST", "/a%2Fb?x=1&x=2")
    assert (request.scheme, request.authority) == ("http", "api.example:81")
    assert request.headers == (
        (b"hOsT", b"API.example:81"),
        (b"X-A", b"1"),
        (b"x-a", b"2"),
        (b"Content-Length", b"3"),
    )
    assert request.body == b"abc"
    assert request.client == "10.0.0.7"
    assert request.version == "HTTP/1.1"


def test_a_chunked_body_is_joined_and_its_trailers_are_kept_apart():
    asked = only(
        b"PUT / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
        b"3\r\nabc\r\n2;x=y\r\nde\r\n0\r\nX-Sum: 5\r\n\r\n"
    )

    assert asked.request.body == b"abcde"
    assert asked.request.trailers == ((b"X-Sum", b"5"),)


WIRE = (
    b"POST /1 HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
    b"3\r\nabc\r\n0\r\nT: 1\r\n\r\n"
    b"GET /2 HTTP/1.1\r\nHost: b\r\nConnection: upgrade\r\nUpgrade: h2c\r\n"
    b"Content-Length: 2\r\n\r\nhi"
    b"GET /3 HTTP/1.1\r\nHost: b\r\n\r\n"
)


@given(st.lists(st.integers(0, len(WIRE)), max_size=12))
def test_requests_are_the_same_however_they_are_cut(cuts):
    edges = [0, *sorted(cuts), len(WIRE)]
    pieces = [WIRE[a:b] for a, b in pairwise(edges)]

    arrived, _ = read(*pieces)

    assert [each.request.target for each in arrived] == ["/1", "/2", "/3"]
    assert [each.request.body for each in arrived] == [b"abc", b"hi", b""]
    assert arrived[0].request.trailers == ((b"T", b"1"),)


@pytest.mark.parametrize(
    ("head", "keeps"),
    [
        (b"GET / HTTP/1.1\r\nHost: a\r\n", True),
        (b"GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n", False),
        (b"GET / HTTP/1.0\r\n", False),
        (b"GET / HTTP/1.0\r\nConnection: keep-alive\r\n", True),
    ],
)
def test_the_client_says_whether_it_asks_again(head, keeps):
    assert only(head + b"\r\n").keep_alive is keeps


def test_after_a_last_request_nothing_is_read():
    arrived, _ = read(
        b"GET /1 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
        b"GET /2 HTTP/1.1\r\nHost: a\r\n\r\n",
    )

    assert [each.request.target for each in arrived] == ["/1"]


def test_without_a_host_field_an_old_client_means_us():
    assert only(b"GET /x HTTP/1.0\r\n\r\n").request.authority == HERE


@pytest.mark.parametrize(
    ("target", "scheme", "authority", "path"),
    [
        (b"http://api.example/x?y=1", "http", "api.example", "/x?y=1"),
        (b"http://API.example:80/x", "http", "api.example", "/x"),
        (b"https://api.example:8443", "https", "api.example:8443", "/"),
        (b"http://[::1]:81/x", "http", "[::1]:81", "/x"),
        (b"http://api.example?y=/z", "http", "api.example", "/?y=/z"),
    ],
)
def test_an_absolute_target_names_its_server(target, scheme, authority, path):
    asked = only(b"GET " + target + b" HTTP/1.1\r\nHost: other\r\n\r\n")

    assert asked.is_named
    request = asked.request
    assert (request.scheme, request.authority) == (scheme, authority)
    assert request.target == path


def test_a_path_in_raw_bytes_is_taken_as_it_is():
    asked = only("GET /käse?ü=1 HTTP/1.1\r\nHost: a\r\n\r\n".encode())

    assert asked.request.target.encode("latin-1") == "/käse?ü=1".encode()


def test_options_of_the_whole_server_have_a_star_for_a_target():
    asked = only(b"OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n")

    assert asked.request.target == "*"


@pytest.mark.parametrize(
    ("wire", "status", "word"),
    [
        (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 400, "HTTP/1.1"),
        (b"hello\r\n\r\n", 400, "HTTP/1.1"),
        (b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 400, "HTTP/1.1"),
        (b"GET / HTTP/2.0\r\nHost: a\r\n\r\n", 505, "HTTP/2.0"),
        (b"GET / HTTP/1.1\r\n\r\n", 400, "Host"),
        (b"GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", 400, "Host"),
        (b"GET ftp://a/b HTTP/1.1\r\nHost: a\r\n\r\n", 400, "target"),
        (b"GET / HTTP/1.1\r\nHost: a\r\nContent-Length: x\r\n\r\n", 400, "HTTP/1.1"),
        (
            b"GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\n"
            b"Transfer-Encoding: chunked\r\n\r\n",
            400,
            "HTTP/1.1",
        ),
        (b"CONNECT a:443 HTTP/1.1\r\nHost: a:443\r\n\r\n\x16\x03", 501, "--mode"),
    ],
)
def test_what_cannot_be_answered_is_refused_with_a_reason(wire, status, word):
    refusal = only(wire)

    assert isinstance(refusal, Refusal)
    assert refusal.status == status
    assert word in refusal.why


SMALL = Limits(head=200, body=1000)


@pytest.mark.parametrize(
    ("pieces", "status"),
    [
        ([b"GET /" + b"a" * 300 + b" HTTP/1.1\r\nHost: a\r\n\r\n"], 431),
        ([b"GET / HTTP/1.1\r\nHost: a\r\nX: ", *[b"a" * 50] * 10], 431),
        ([b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1001\r\n\r\n"], 413),
        (
            [
                b"POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n",
                *[b"64\r\n" + b"a" * 100 + b"\r\n"] * 11,
            ],
            413,
        ),
        (
            [
                b"POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
                b"0\r\nX: ",
                *[b"a" * 100] * 20,
            ],
            400,
        ),
    ],
    ids=["target", "field without end", "announced", "chunked", "trailer without end"],
)
def test_what_is_too_large_is_refused_before_it_is_there(pieces, status):
    refusal = only(*pieces, limits=SMALL)

    assert isinstance(refusal, Refusal)
    assert refusal.status == status


def test_many_small_chunks_are_no_offence():
    head = b"POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"

    asked = only(head, b"1\r\na\r\n" * 900, b"0\r\n\r\n", limits=SMALL)

    assert asked.request.body == b"a" * 900


def test_a_client_that_waits_is_told_to_go_on():
    head = b"POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\n"

    assert read(head + b"Content-Length: 3\r\n\r\n") == ([], 1)
    arrived, expected = read(head + b"Content-Length: 1001\r\n\r\n", limits=SMALL)
    assert (arrived[0].status, expected) == (413, 0)


@given(st.binary(max_size=400))
def test_no_bytes_whatsoever_make_it_fail(wire):
    arrived, _ = read(wire)

    assert all(isinstance(each, Asked | Refusal) for each in arrived)
