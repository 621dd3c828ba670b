"""Hypothesis strategies: exchanges with anything in them that may be recorded."""

import gzip
import json

from hypothesis import strategies as st

from mockforge.event import Event, Kind
from mockforge.exchange import Exchange, Failure, FailureKind
from mockforge.http import Chunk, Request, Response
from mockforge.provenance import Source

times = st.floats(min_value=0, max_value=4e9, allow_nan=False)
waits = st.floats(min_value=0, max_value=100, allow_nan=False)

_latin = st.characters(max_codepoint=255)
_names = st.one_of(
    st.sampled_from(
        [b"Content-Type", b"Set-Cookie", b"Date", b"X-Runtime", b"date", b"AGE"]
    ),
    st.text(_latin, min_size=1, max_size=8).map(lambda t: t.encode("latin-1")),
)
_values = st.text(_latin, max_size=12).map(lambda text: text.encode("latin-1"))
headers = st.lists(st.tuples(_names, _values), max_size=5).map(tuple)

_json = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=8,
)


def _styles(value):
    texts = [
        json.dumps(value),
        json.dumps(value, separators=(",", ":"), ensure_ascii=False),
        json.dumps(value, indent=2) + "\n",
        json.dumps(value, indent="\t", ensure_ascii=False),
        json.dumps(value, indent=3).replace("\n", "\r\n"),
        json.dumps(value).replace("<", "\\u003c"),
        json.dumps(value).replace("/", "\\/"),
    ]
    return st.sampled_from(texts).map(lambda text: text.encode("utf-8", "replace"))


bodies = st.one_of(
    st.just(b""),
    st.binary(max_size=40),
    st.text(max_size=40).map(str.encode),
    _json.flatmap(_styles),
    st.sampled_from(
        [
            b'{"a":1.10,"a":2}',
            b'{"n":12345678901234567890123,"f":275.0,"e":1E5}',
            b'["\\ud800"]',
            b"[1,2",
            b"{" * 2000,
            b"\xef\xbb\xbf{}",
            gzip.compress(b'{"zipped": true}'),
        ]
    ),
)
sizes = st.none() | st.integers(0, 1 << 40)
targets = st.sampled_from(
    ["/", "/a?", "/a?b=c&b=%C3%A9", "*", "/a%2Fb?q=a+b#no", "//x", "/caf\xe9", "/?="]
)
requests = st.builds(
    Request,
    method=st.sampled_from(["GET", "POST", "delete", "PURGE"]),
    scheme=st.sampled_from(["http", "https"]),
    authority=st.sampled_from(["api.example", "[::1]:8080", "API.example:443", ""]),
    target=targets,
    headers=headers,
    body=bodies,
    version=st.sampled_from(["HTTP/1.1", "HTTP/2.0", "HTTP/1.0"]),
    trailers=headers,
    client=st.sampled_from(["", "127.0.0.1", "::1"]),
    size=sizes,
)


def _in_chunks(response, cut):
    if not response.body or cut is None:
        return response
    first = min(cut, len(response.body))
    chunks = (Chunk(0.25, first), Chunk(0.0, len(response.body) - first))
    return Response(
        response.status,
        response.headers,
        response.body,
        response.reason,
        response.version,
        response.trailers,
        chunks,
        response.size,
    )


responses = st.builds(
    _in_chunks,
    st.builds(
        Response,
        status=st.integers(100, 599),
        headers=st.one_of(
            headers, headers.map(lambda got: (*got, (b"content-encoding", b"gzip")))
        ),
        body=bodies,
        reason=st.sampled_from(["", "OK", "Nicht da"]),
        version=st.sampled_from(["HTTP/1.1", "HTTP/2.0"]),
        trailers=headers,
        size=sizes,
    ),
    st.none() | st.integers(0, 20),
)
failures = st.builds(Failure, st.sampled_from(FailureKind), st.text(max_size=9))
text_events = st.builds(
    Event, st.text(max_size=9).map(str.encode), st.just(Kind.TEXT), st.booleans(), waits
)
other_events = st.builds(
    Event,
    st.binary(max_size=9),
    st.sampled_from([Kind.BINARY, Kind.CLOSE]),
    st.booleans(),
    waits,
)


def _answered(exchange, failure):
    """An exchange has an answer or the reason why not."""
    if exchange.response is None and exchange.failure is None:
        return Exchange(exchange.request, None, failure, started=exchange.started)
    return exchange


exchanges = st.builds(
    _answered,
    st.builds(
        Exchange,
        requests,
        st.none() | responses,
        failure=st.none() | failures,
        source=st.sampled_from(Source),
        session=st.sampled_from(["", "auth:1234", "addr:127.0.0.1", "cookie:99"]),
        started=times,
        first_byte=st.none() | waits,
        elapsed=waits,
        events=st.lists(text_events | other_events, max_size=3).map(tuple),
        endpoint=st.sampled_from(["", "GET /a/{id}"]),
    ),
    failures,
)
