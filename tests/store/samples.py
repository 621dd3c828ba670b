"""Exchanges for the store's tests: plain ones, and ones with everything in them."""

from typing import Any

from hypothesis import strategies as st

from mockforge.event import Event, Kind
from mockforge.exchange import Exchange, Failure, FailureKind
from mockforge.http import Chunk, Request, Response
from mockforge.provenance import Source
from mockforge.store.rows import Row


def exchange(number=0, *, body=b'{"id": 1}', started=None, **fields):
    """Return an ordinary GET of /orders/*number*."""
    request = Request(
        "GET",
        "https",
        "api.example.com",
        f"/orders/{number}?page=2",
        ((b"Host", b"api.example.com"), (b"Accept", b"*/*")),
        client="127.0.0.1",
    )
    response = Response(200, ((b"Content-Type", b"application/json"),), body, "OK")
    values: dict[str, Any] = {
        "request": request,
        "response": response,
        "session": "addr:1",
        "started": float(number) if started is None else started,
        "first_byte": 0.01,
        "elapsed": 0.02,
        "endpoint": f"GET /orders/{number}",
    }
    return Exchange(**values | fields)


def row(number=0, **fields):
    return Row(exchange(number, **fields), b"key-%d" % number)


AWKWARD = Exchange(
    request=Request(
        "M-SEARCH",
        "http",
        "[::1]:8080",
        "/caf\xe9/\udce9\x00\\x?q=\u2028",
        ((b"X", b"a\nb"), (b"x", b"\x00\xff"), (b"", b"")),
        b"\x00\xff" * 300,
        "HTTP/2.0",
        ((b"T", b"1"),),
        "fe80::1%eth0",
        size=10**10,
    ),
    response=Response(
        299,
        ((b"Set-Cookie", b"a=1"), (b"Set-Cookie", b"b=2"), (b"set-cookie", b"")),
        b"caf\xe9" * 1000,
        "Tr\xe8s bien\x00",
        "HTTP/1.0",
        ((b"grpc-status", b"0"), (b"grpc-message", b"\n")),
        (Chunk(0.1, 3000), Chunk(1e-9, 1000)),
        size=5000,
    ),
    failure=Failure(FailureKind.RESET, "broke off:\x00 \udcff \\"),
    source=Source.UPSTREAM,
    session="header:\x00\udc80",
    started=1741046400.123456,
    first_byte=None,
    elapsed=1e-7,
    events=(
        Event(b"hello", Kind.TEXT, True, 0.5),
        Event(b"\x00" * 4000, Kind.BINARY, False, 0.0),
        Event(b"\x03\xe8", Kind.CLOSE, False, 1e-6),
    ),
    endpoint="M-SEARCH /caf\xe9/{x}",
)
"""Everything that a database could trip over."""

_text = st.text(st.characters(), max_size=30)
_wait = st.floats(0, 1e6, allow_nan=False)
_headers = st.lists(
    st.tuples(st.binary(max_size=12), st.binary(max_size=40)), max_size=5
).map(tuple)
_body = st.binary(max_size=40) | st.binary(min_size=60, max_size=2000)
_size = st.none() | st.integers(0, 2**62)
requests = st.builds(
    Request,
    method=_text,
    scheme=_text,
    authority=_text,
    target=_text,
    headers=_headers,
    body=_body,
    version=_text,
    trailers=_headers,
    client=_text,
    size=_size,
)
responses = st.builds(
    Response,
    status=st.integers(0, 999),
    headers=_headers,
    body=_body,
    reason=_text,
    version=_text,
    trailers=_headers,
    chunks=st.lists(
        st.builds(Chunk, wait=_wait, size=st.integers(0, 2**63)), max_size=4
    ).map(tuple),
    size=_size,
)
exchanges = st.builds(
    Exchange,
    request=requests,
    response=st.none() | responses,
    failure=st.none()
    | st.builds(Failure, kind=st.sampled_from(FailureKind), message=_text),
    source=st.sampled_from(Source),
    session=_text,
    started=_wait,
    first_byte=st.none() | _wait,
    elapsed=_wait,
    events=st.lists(
        st.builds(
            Event,
            data=_body,
            kind=st.sampled_from(Kind),
            from_client=st.booleans(),
            wait=_wait,
        ),
        max_size=4,
    ).map(tuple),
    endpoint=_text,
    id=st.none(),
)
