"""Messages as bytes, just as mitmproxy's HTTP/1 writes them."""

from __future__ import annotations

from mitmproxy import http
from mitmproxy.net.http import http1 as parsing
from mitmproxy.net.http import status_codes
from mitmproxy.proxy.context import Context
from mitmproxy.proxy.layers.http import HTTPMode, _events
from mockforge.addons import http1
from mockforge.addons.lane import heads

from mockforge.flows import headers_of
from mockforge.http import Headers

_FRAMING = frozenset([b"content-length", b"transfer-encoding"])

CONTINUE = b"HTTP/1.1 100 Continue\r\n\r\n"


def asked(
    context: Context, mode: HTTPMode, head: heads.RequestHead, now: float
) -> http.Request | None:
    """Return what mitmproxy would make of *head*; None if it is not for us.

    Args:
        context: Of the connection it came on.
        mode: Whether the client names whom it asks.
        head: What it asks.
        now: Seconds since the epoch.
    """
    server, scheme = context.server, b"http"
    address, path = server.address, head.target
    if mode is HTTPMode.regular:
        address, path = heads.addressed(head.target)
    elif server.tls:
        scheme = b"https"
    if address is None or path[:1] != b"/":
        return None
    pairs = headers_of(head.fields.pairs)
    version = b"HTTP/1.1"
    host, port = address
    return http.Request(
        host,
        port,
        head.method,
        scheme,
        b"",
        path,
        version,
        pairs,
        None,
        None,
        now,
        None,
    )


def request(message: http.Request) -> bytes:
    """Return *message* for an upstream, whole."""
    data = message.data
    pairs = data.headers.fields
    head = b"%b %b %b\r\n%b\r\n" % (
        data.method,
        data.path,
        data.http_version,
        _block(pairs),
    )
    content = data.content or b""
    if not is_chunked(pairs):
        return head + content
    return head + chunk(content) + last_chunk(message)


def framed(asked: http.Request, message: http.Response, *, ends: bool) -> http.Response:
    """Return *message* with the framing that its body and its trailers need.

    Args:
        asked: What it answers.
        message: An answer of any version.
        ends: Nothing follows the head.
    """
    if not message.trailers and not message.is_http2:
        return message
    event = http1.framed_answer(asked, _events.ResponseHeaders(1, message, ends))
    framed: http.Response = event.response
    return framed


def head(message: http.Response) -> bytes:
    """Return the head of *message* for a client."""
    data = message.data
    version, reason = data.http_version, data.reason
    if message.is_http2 or message.is_http3:
        version = b"HTTP/1.1"
        reason = status_codes.RESPONSES.get(data.status_code, "").encode()
    return b"%b %d %b\r\n%b\r\n" % (
        version,
        data.status_code,
        reason,
        _block(data.headers.fields),
    )


def chunk(data: bytes) -> bytes:
    """Return *data* as a chunk; nothing for no data, which would end the body."""
    return b"%x\r\n%b\r\n" % (len(data), data) if data else b""


def last_chunk(message: http.Message) -> bytes:
    """Return the end of the chunked body of *message*, with its trailers."""
    trailers = message.data.trailers
    return b"0\r\n%b\r\n" % (bytes(trailers) if trailers else b"")


def is_chunked(pairs: Headers) -> bool:
    """Return whether *pairs* tell of a body in chunks."""
    for name, value in pairs:
        is_coding = len(name) == 17 and name.lower() == b"transfer-encoding"
        if is_coding and b"chunked" in value.lower():
            return True
    return False


def closes(message: http.Message) -> bool:
    """Return whether *message* is the last on its connection."""
    data = message.data
    for name, _ in data.headers.fields:
        if len(name) == 10 and name.lower() == b"connection":
            return bool(parsing.connection_close(data.http_version, data.headers))
    return data.http_version not in (b"HTTP/1.1", b"HTTP/2.0")


def is_open_ended(asked: http.Request, message: http.Response) -> bool:
    """Return whether the body of *message* ends with its connection."""
    data = message.data
    framing = [
        value
        for name, value in data.headers.fields
        if len(name) in (14, 17) and name.lower() in _FRAMING
    ]
    if not framing:
        status = data.status_code
        has_body = status not in (204, 304) and not 100 <= status <= 199
        return has_body and asked.data.method != b"HEAD"
    if len(framing) == 1 and (framing[0].isdigit() or framing[0] == b"chunked"):
        return False
    try:
        return parsing.expected_http_body_size(asked, message) == -1
    except ValueError:
        return False


def _block(pairs: Headers) -> bytes:
    return b"".join([b"%b: %b\r\n" % pair for pair in pairs])
