import gzip
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mockforge.codings import Decoder, Encoder, decode, encode
from mockforge.http import Chunk, Origin, Request, Response, first
from mockforge.stages.origins import Outward, inward

UPSTREAM = Origin("https", "api.example.com")
PUBLIC = Origin("http", "127.0.0.1:8080")
OUTWARD = Outward((UPSTREAM,), PUBLIC)
JSON = (b"Content-Type", b"application/json")
PAGE = b'{"next": "https://api.example.com/2"}'
SHOWN = b'{"next": "http://127.0.0.1:8080/2"}'


def ask(*headers, target="/", body=b"", method="POST"):
    host = (b"Host", b"127.0.0.1:8080")
    return Request(*(method, "http", "127.0.0.1:8080", target, (host, *headers), body))


def show(*headers, body=PAGE, status=200, chunks=()):
    return OUTWARD.response(Response(status, headers, body, chunks=chunks))


def test_a_request_is_addressed_to_the_upstream():
    asked = inward(ask(method="GET", target="/a?b=c"), UPSTREAM)

    assert asked.url == "https://api.example.com/a?b=c"
    assert asked.header("host") == "api.example.com"


def test_a_request_that_is_the_upstreams_already_stays_the_same_object():
    asked = Request("GET", "https", "api.example.com", "/", ((b"Accept", b"*/*"),))

    assert inward(asked, UPSTREAM) is asked


@pytest.mark.parametrize("upstream", [UPSTREAM, PUBLIC])
def test_fields_that_are_meant_for_us_are_left_out(upstream):
    asked = inward(ask((b"x-mockforge-Session", b"w1"), (b"X-Other", b"1")), upstream)

    assert [name for name, _ in asked.headers] == [b"Host", b"X-Other"]


@pytest.mark.parametrize(
    ("name", "sent", "asked"),
    [
        ("Origin", "http://127.0.0.1:8080", "https://api.example.com"),
        ("Referer", "http://127.0.0.1:8080/a?b", "https://api.example.com/a?b"),
        ("Destination", "http://127.0.0.1:8080/b", "https://api.example.com/b"),
        ("Origin", "http://localhost:3000", "http://localhost:3000"),
        ("Origin", "null", "null"),
        ("Cookie", "back=http://127.0.0.1:8080", "back=http://127.0.0.1:8080"),
    ],
)
def test_fields_that_hold_addresses_name_the_upstream(name, sent, asked):
    request = inward(ask((name.encode(), sent.encode())), UPSTREAM)

    assert request.header(name) == asked


@pytest.mark.parametrize(
    ("sent", "asked"),
    [
        ("/a?u=http://127.0.0.1:8080/x", "/a?u=https://api.example.com/x"),
        (
            "/a?u=http%3A%2F%2F127.0.0.1%3A8080%2Fx",
            "/a?u=https%3A%2F%2Fapi.example.com%2Fx",
        ),
        ("/127.0.0.1:8080/x", "/127.0.0.1:8080/x"),
        ("//a/b", "//a/b"),
        ("/a?u=é//ü€", "/a?u=é//ü€"),
    ],
)
def test_addresses_in_the_target_name_the_upstream(sent, asked):
    assert inward(ask(target=sent), UPSTREAM).target == asked


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("application/json", b'{"url": "%s"}'),
        ("application/vnd.api+json; charset=utf-8", b'["%s/x"]'),
        ("application/x-www-form-urlencoded", b"QueueUrl=%s/1&a=b"),
        ("application/xml", b"<a href='%s'/>"),
        ("application/x-amz-json-1.0", b'{"QueueUrl":"%s/1/q"}'),
        (None, b'{"url": "%s"}'),
    ],
)
def test_addresses_in_a_structured_body_name_the_upstream(kind, body):
    headers = ((b"Content-Type", kind.encode()),) if kind else ()
    sized = (*headers, (b"Content-Length", b"1"))

    asked = inward(ask(*sized, body=body % b"http://127.0.0.1:8080"), UPSTREAM)

    assert asked.body == body % b"https://api.example.com"
    assert asked.header("content-length") == str(len(asked.body))


@pytest.mark.parametrize(
    "header",
    [
        (b"Content-Type", b"application/octet-stream"),
        (b"Content-Type", b"text/plain"),
        (b"Content-MD5", b"x"),
        (b"X-Amz-Content-SHA256", b"abc"),
        (b"X-Hub-Signature", b"sha1=x"),
        (b"Content-Encoding", b"gzip"),
    ],
)
def test_a_body_that_is_not_ours_to_change_is_left_alone(header):
    headers = (header,) if header[0] == b"Content-Type" else (JSON, header)
    body = b'{"url": "http://127.0.0.1:8080"}'

    assert inward(ask(*headers, body=body), UPSTREAM).body is body


@pytest.mark.parametrize(
    ("name", "sent", "shown"),
    [
        ("Location", "https://api.example.com/x?y", "http://127.0.0.1:8080/x?y"),
        ("Location", "http://api.example.com/x", "http://127.0.0.1:8080/x"),
        ("Location", "//api.example.com/x", "//127.0.0.1:8080/x"),
        ("Location", "/x", "/x"),
        ("Location", "https://api.example.com.evil/", "https://api.example.com.evil/"),
        ("Content-Location", "https://api.example.com", "http://127.0.0.1:8080"),
        (
            "Link",
            '<https://api.example.com/?page=2>; rel="next", <https://other/>; rel=x',
            '<http://127.0.0.1:8080/?page=2>; rel="next", <https://other/>; rel=x',
        ),
        ("Refresh", "5; url=https://api.example.com/", "5; url=http://127.0.0.1:8080/"),
        (
            "WWW-Authenticate",
            'Bearer realm="https://api.example.com/token",service="r"',
            'Bearer realm="http://127.0.0.1:8080/token",service="r"',
        ),
        (
            "Access-Control-Allow-Origin",
            "https://api.example.com",
            "http://127.0.0.1:8080",
        ),
        ("Next-Page", "https://api.example.com/2", "http://127.0.0.1:8080/2"),
        ("X-Doc", "http://api.example.com/id", "http://api.example.com/id"),
        ("Set-Cookie", "u=https://api.example.com/", "u=https://api.example.com/"),
        ("Set-Cookie", "a=b; Domain=api.example.com; Secure", "a=b"),
        ("ETag", '"https://api.example.com/"', '"https://api.example.com/"'),
    ],
)
def test_headers_of_an_answer_lead_back_to_us(name, sent, shown):
    response = show((name.encode(), sent.encode()), body=b"")

    assert response.header(name) == shown


@pytest.mark.parametrize(
    "kind",
    [
        *("application/json", "application/hal+json", "text/html; charset=utf-8"),
        *("application/xml", "image/svg+xml", "text/event-stream", "text/css"),
        *("application/javascript", "application/x-ndjson", "application/yaml"),
    ],
)
def test_addresses_in_structured_text_lead_back_to_us(kind):
    response = show((b"Content-Type", kind.encode()), (b"Content-Length", b"37"))

    assert response.body == SHOWN
    assert response.header("content-length") == str(len(SHOWN))


@pytest.mark.parametrize("kind", ["text/plain", "image/png", "application/zip"])
def test_other_bodies_stay_byte_for_byte(kind):
    assert show((b"Content-Type", kind.encode())).body is PAGE


@pytest.mark.parametrize(
    ("status", "header"),
    [
        (206, (b"Content-Range", b"bytes 0-36/100")),
        (200, (b"Docker-Content-Digest", b"sha256:x")),
        (200, (b"Content-Encoding", b"gzip")),
        (200, (b"Content-Encoding", b"secret")),
    ],
)
def test_a_sealed_or_unreadable_body_stays_byte_for_byte(status, header):
    assert show(JSON, header, status=status).body is PAGE


def test_an_answer_that_names_nobody_stays_the_same_object():
    response = Response(200, (JSON, (b"Content-Length", b"2")), b"{}")

    assert OUTWARD.response(response) is response


def test_an_upstream_is_known_by_the_name_it_was_started_with():
    outward = Outward((Origin("http", "127.0.0.1:18001"),), PUBLIC)
    body = b'{"self": "http://localhost:18001/"}'

    assert outward.response(Response(200, (JSON,), body)).body is body


@pytest.mark.parametrize("coding", ["gzip", "deflate", "br", "zstd", "gzip, br"])
def test_a_coded_body_is_changed_inside_its_coding(coding):
    headers = (JSON, (b"Content-Encoding", coding.encode()))

    response = show(*headers, body=encode(PAGE, coding))

    assert decode(response.body, coding) == SHOWN


def test_a_coded_body_that_names_nobody_stays_byte_for_byte():
    body = gzip.compress(b'{"a": 1}', compresslevel=1)

    assert show(JSON, (b"Content-Encoding", b"gzip"), body=body).body is body


SPLITS = st.lists(st.integers(0, len(PAGE) * 3), max_size=5).map(sorted)


@given(SPLITS, st.sampled_from(["", "gzip", "br"]))
def test_the_pieces_of_a_changed_body_add_up(cuts, coding):
    body = encode(PAGE * 3, coding)
    cuts = [min(cut, len(body)) for cut in cuts]
    sizes = [b - a for a, b in zip([0, *cuts], [*cuts, len(body)], strict=True)]
    chunks = tuple(Chunk(1.0, size) for size in sizes)

    response = show(
        JSON, (b"Content-Encoding", coding.encode()), body=body, chunks=chunks
    )

    assert sum(chunk.size for chunk in response.chunks) == len(response.body)
    assert sum(chunk.wait for chunk in response.chunks) == len(sizes)
    assert decode(response.body, coding) == SHOWN * 3


def test_a_body_coded_twice_comes_in_one_piece_when_it_is_changed():
    body = encode(PAGE, "gzip, br")
    chunks = (Chunk(0.5, 10), Chunk(0.25, len(body) - 10))

    response = show(JSON, (b"Content-Encoding", b"gzip, br"), body=body, chunks=chunks)

    assert response.chunks == (Chunk(0.75, len(response.body)),)


@pytest.mark.parametrize("coding", [None, "gzip", "deflate", "br", "zstd"])
def test_an_event_of_a_stream_is_readable_as_soon_as_it_came(coding):
    event = b"data: https://api.example.com/1\n\n"
    coded = [(b"Content-Encoding", coding.encode())] if coding else []
    headers = ((b"Content-Type", b"text/event-stream"), *coded)
    stream = OUTWARD.stream(Response(200, headers))
    assert stream is not None
    read = Decoder(coding).feed if coding else bytes

    from_upstream = [event, event]
    if coding:
        encoder = Encoder(coding)
        from_upstream = [encoder.feed(e) + encoder.flush() for e in from_upstream]

    for piece in from_upstream:
        assert read(stream.feed(piece)) == b"data: http://127.0.0.1:8080/1\n\n"


def test_the_length_of_a_stream_that_changes_is_not_promised():
    length = (b"Content-Length", b"100")
    page, image = Response(200, (JSON, length)), Response(200, (length,))

    assert first(OUTWARD.head(page).headers, "content-length") is None
    assert first(OUTWARD.head(image).headers, "content-length") == "100"


@pytest.mark.parametrize(
    "headers",
    [
        ((b"Content-Type", b"image/png"),),
        (),
        (JSON, (b"Digest", b"x")),
        (JSON, (b"Content-Encoding", b"gzip, br")),
        (JSON, (b"Content-Encoding", b"secret")),
    ],
)
def test_a_body_that_never_changes_needs_no_stream(headers):
    assert OUTWARD.stream(Response(200, headers)) is None


@given(
    st.recursive(
        st.sampled_from([f"{UPSTREAM}/a", f"{UPSTREAM}", "//api.example.com/x"])
        | st.text(max_size=8).filter(lambda text: "127.0.0.1" not in text),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(max_size=3), inner),
    )
)
def test_what_a_client_sends_back_is_what_the_upstream_said(document):
    sent = json.dumps(document).encode()

    shown = OUTWARD.response(Response(200, (JSON,), sent))
    back = inward(ask(JSON, body=shown.body), UPSTREAM)

    assert back.body == sent
