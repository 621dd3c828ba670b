"""mitmproxy's flow turned into our values, and our values put back into a flow."""

from __future__ import annotations

import errno
import re
from functools import lru_cache

from mitmproxy import http
from mitmproxy.proxy.mode_specs import ProxyMode, ReverseMode
from mitmproxy.websocket import WebSocketData, WebSocketMessage

from mockforge.event import Event, Kind
from mockforge.exchange import Failure, FailureKind
from mockforge.http import Chunk, Headers, Origin, Request, Response, authority

_ERRNO = re.compile(r"\[Errno (-?\d+)\]")
_NAME_ERRORS = re.compile(
    r"name or service not known|nodename nor servname|no address associated"
    r"|temporary failure in name resolution|name resolution|getaddrinfo",
    re.IGNORECASE,
)
_TLS_ERRORS = re.compile(
    r"certificate verify|does not speak tls|\btls\b|\bssl\b|openssl|handshake",
    re.IGNORECASE,
)
_PROTOCOL_ERRORS = re.compile(
    r"cannot parse|unexpected server response|invalid http/2|http/2 protocol error"
    r"|refusing to prevent request smuggling|expected headers|illegal"
    r"|unexpected http/2|head of the answer",
    re.IGNORECASE,
)
# getaddrinfo's own codes, negative on Linux, are not errno's.
_NAME_CODES = {-2, -3, -5}
_NO_ROUTE = {errno.ECONNREFUSED, errno.EHOSTUNREACH, errno.ENETUNREACH}
_HTTP2 = (b"HTTP/2.0", "HTTP/2")

# RFC 6455, 7.4.1: codes that stand for what happened and are never sent.
_NO_CODE, _BROKEN = 1005, 1006


@lru_cache
def upstream_of(mode: ProxyMode) -> Origin | None:
    """Return where a listener of *mode* forwards to; None if the client names it."""
    if not isinstance(mode, ReverseMode):
        return None
    scheme = "https" if mode.scheme in ("https", "http3") else "http"
    host, port = mode.address[0], mode.address[1]
    return Origin(scheme, authority(host, port, scheme))


def headers_of(pairs: Headers) -> http.Headers:
    """Return mitmproxy's headers of *pairs*, which need no checking."""
    found = http.Headers.__new__(http.Headers)
    found.fields = pairs
    return found


def request_of(flow: http.HTTPFlow, body: bytes | None = None) -> Request:
    """Return what the client of *flow* asked, in the client's words.

    Args:
        flow: A flow whose request's head is there.
        body: In place of the flow's own, for one that was not kept by mitmproxy.
    """
    data = flow.request.data
    scheme, name = _addressed(flow)
    peer = flow.client_conn.peername
    return Request(
        method=data.method.decode("latin-1"),
        scheme=scheme,
        authority=name,
        target=data.path.decode("latin-1"),
        headers=data.headers.fields,
        body=(data.content or b"") if body is None else body,
        version=_version(data.http_version),
        trailers=data.trailers.fields if data.trailers else (),
        client=peer[0] if peer else "",
    )


def forward(flow: http.HTTPFlow, asked: Request) -> None:
    """Make *flow* ask its upstream for *asked*.

    Args:
        flow: A flow whose request has not been sent yet.
        asked: The request as the upstream is to see it.
    """
    data = flow.request.data
    is_http2 = data.http_version == _HTTP2[0]
    if data.headers.fields is not asked.headers:
        data.headers = headers_of(asked.headers)
    if data.content is not None and asked.body is not data.content:
        data.content = asked.body
    data.path = asked.target.encode("latin-1")
    if not data.authority:
        return
    if is_http2:
        data.authority = asked.authority.encode()
    elif isinstance(flow.client_conn.proxy_mode, ReverseMode):
        # A client that takes us for a forward proxy names the whole address.
        data.authority = b""


def head_of(flow: http.HTTPFlow) -> Response:
    """Return the response of *flow* as far as its head tells."""
    assert flow.response is not None
    data = flow.response.data
    return Response(
        status=data.status_code,
        headers=data.headers.fields,
        reason=data.reason.decode("latin-1"),
        version=_version(data.http_version),
    )


def response_of(
    flow: http.HTTPFlow, body: bytes | None = None, chunks: tuple[Chunk, ...] = ()
) -> Response:
    """Return what the upstream of *flow* answered.

    Args:
        flow: A flow with a response.
        body: In place of the flow's own, for one that was streamed.
        chunks: How a streamed body came.
    """
    assert flow.response is not None
    data = flow.response.data
    return Response(
        status=data.status_code,
        headers=data.headers.fields,
        body=(data.content or b"") if body is None else body,
        reason=data.reason.decode("latin-1"),
        version=_version(data.http_version),
        trailers=data.trailers.fields if data.trailers else (),
        chunks=chunks,
    )


def to_response(response: Response) -> http.Response:
    """Return mitmproxy's response that delivers *response*."""
    version = _HTTP2[0] if response.version == _HTTP2[1] else response.version.encode()
    return http.Response(
        http_version=version,
        status_code=response.status,
        reason=response.reason.encode("latin-1"),
        headers=headers_of(response.headers),
        content=response.body,
        trailers=http.Headers(response.trailers) if response.trailers else None,
        # mitmproxy stamps what it sends by itself.
        timestamp_start=0.0,
        timestamp_end=None,
    )


def deliver(flow: http.HTTPFlow, shown: Response) -> None:
    """Make *flow* answer its client with *shown*, not with what the upstream said."""
    assert flow.response is not None
    data = flow.response.data
    if data.headers.fields is not shown.headers:
        data.headers = headers_of(shown.headers)
    if data.content is not None and data.content is not shown.body:
        data.content = shown.body


def failure_of(message: str, *, by_client: bool = False) -> Failure:
    """Return what mitmproxy's error *message* means.

    Args:
        message: As in `flow.error.msg`.
        by_client: Whether it was the client who left.
    """
    if by_client:
        return Failure(FailureKind.CLIENT, message)
    return Failure(_kind(message), message)


def events_of(flow: http.HTTPFlow, started: float) -> tuple[Event, ...]:
    """Return the conversation of a WebSocket flow, its closing included.

    Args:
        flow: A flow that switched to WebSocket.
        started: When its request came, in seconds since the epoch.
    """
    conversation = flow.websocket
    assert conversation is not None
    events, before = [], started
    for message in conversation.messages:
        events.append(_event(message, before))
        before = message.timestamp
    closing = _closing(conversation, before)
    return (*events, closing) if closing else tuple(events)


def broken_off(flow: http.HTTPFlow) -> Failure | None:
    """Return how a WebSocket conversation broke, or None if it was closed properly."""
    conversation = flow.websocket
    if conversation is None or conversation.close_code != _BROKEN:
        return None
    if conversation.closed_by_client:
        return Failure(
            FailureKind.CLIENT, "the client left without closing the WebSocket"
        )
    return Failure(FailureKind.RESET, "the upstream left without closing the WebSocket")


def _addressed(flow: http.HTTPFlow) -> tuple[str, str]:
    """Return the scheme and authority that the client called."""
    request = flow.request
    scheme = request.data.scheme.decode("latin-1")
    if isinstance(flow.client_conn.proxy_mode, ReverseMode):
        scheme = "https" if flow.client_conn.tls_established else "http"
        return scheme, request.host_header or _listening(flow, scheme)
    return scheme, authority(request.data.host, request.data.port, scheme)


def _listening(flow: http.HTTPFlow, scheme: str) -> str:
    # HTTP/1.0 needs no Host: then the client knows us by our socket's address.
    host, port, *_ = flow.client_conn.sockname
    return authority(host, port, scheme)


def _version(version: bytes) -> str:
    return _HTTP2[1] if version == _HTTP2[0] else version.decode("latin-1")


def _kind(message: str) -> FailureKind:
    found = {int(code) for code in _ERRNO.findall(message)}
    if found & _NAME_CODES or _NAME_ERRORS.search(message):
        return FailureKind.DNS
    if errno.ETIMEDOUT in found or "timed out" in message:
        return FailureKind.TIMEOUT
    if found & _NO_ROUTE:
        return FailureKind.REFUSED
    if _PROTOCOL_ERRORS.search(message):
        return FailureKind.PROTOCOL
    if _TLS_ERRORS.search(message):
        return FailureKind.TLS
    return FailureKind.RESET


def _event(message: WebSocketMessage, before: float) -> Event:
    return Event(
        data=message.content,
        kind=Kind.TEXT if message.is_text else Kind.BINARY,
        from_client=message.from_client,
        wait=max(0.0, message.timestamp - before),
    )


def _closing(conversation: WebSocketData, before: float) -> Event | None:
    code = conversation.close_code
    if code is None or code == _BROKEN:
        return None
    payload = b""
    if code != _NO_CODE:
        reason = (conversation.close_reason or "").encode()
        payload = code.to_bytes(2, "big") + reason
    return Event(
        data=payload,
        kind=Kind.CLOSE,
        from_client=bool(conversation.closed_by_client),
        wait=max(0.0, (conversation.timestamp_end or before) - before),
    )
