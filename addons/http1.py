"""What mitmproxy's HTTP/1 lacks: trailers, interim answers, bounded heads.

It raises NotImplementedError at trailers, takes an interim `103` for the answer itself,
and collects a head that never ends. Each function below stands before one of its own
and leaves the rest to it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import h11
from h11._readers import ChunkedReader
from h11._receivebuffer import ReceiveBuffer
from mitmproxy import http
from mitmproxy.net.http import http1
from mitmproxy.proxy import commands, events
from mitmproxy.proxy.layers.http import _events, _http1, _http2
from mitmproxy.proxy.layers.http._base import ReceiveHttp

from mockforge.http import problem

HEAD_AT_MOST = 256 << 10
"""Bytes of a first line with its headers: node allows 16 KB, nginx 32."""

ENDLESS = f"the head of the answer is longer than {HEAD_AT_MOST} bytes"

Commands = Iterator[commands.Command]

CHUNKED = (("Transfer-Encoding", "chunked"),)
EMPTY = (("Content-Length", "0"),)

_LAST_CHUNK = b"0\r\n\r\n"
_TRAILERS = "mockforge_trailers"
_CUT = "mockforge_cut"

_read_body = _http1.Http1Connection.read_body
_read_request_head = _http1.Http1Server.read_headers
_read_answer_head = _http1.Http1Client.read_headers
_send_answer = _http1.Http1Server.send
_send_request = _http1.Http1Client.send
_handle_http2 = _http2.Http2Connection._handle_event
_make_body_reader = _http1.make_body_reader


class TrailingReader(ChunkedReader):
    """A reader of chunked bodies that puts trailers aside."""

    trailers: list[tuple[bytes, bytes]] | None = None

    def __call__(self, buffer: ReceiveBuffer) -> Any:
        """Return the next event in *buffer*, the end without its trailers."""
        event = super().__call__(buffer)
        if isinstance(event, h11.EndOfMessage) and event.headers:
            raw = getattr(event.headers, "raw_items", None)
            self.trailers = list(raw() if raw else event.headers)
            return h11.EndOfMessage()
        return event


def make_body_reader(expected_size: int | None) -> Any:
    """Return what reads a body of *expected_size*; None means chunked."""
    return (
        TrailingReader() if expected_size is None else _make_body_reader(expected_size)
    )


def read_body(self: _http1.Http1Connection, event: events.Event) -> Commands:
    """Read a body, and tell of its trailers before its end."""
    for command in _read_body(self, event):
        trailers = getattr(self.body_reader, "trailers", None)
        if trailers and isinstance(command, ReceiveHttp):
            told: Any = None
            if isinstance(command.event, _events.RequestEndOfMessage):
                told = _events.RequestTrailers
            elif isinstance(command.event, _events.ResponseEndOfMessage):
                told = _events.ResponseTrailers
            if told is not None:
                stream_id = command.event.stream_id
                yield ReceiveHttp(told(stream_id, http.Headers(trailers)))
        yield command


def send_answer(self: _http1.Http1Server, event: Any) -> Commands:
    """Send part of an answer to a client, framed so that all of it can be said."""
    if isinstance(event, _events.ResponseHeaders):
        event = framed_answer(self.request, event)
    elif isinstance(event, _events.ResponseEndOfMessage) and is_cut(self.response):
        yield commands.CloseConnection(self.conn)
        return
    yield from _sent(self, event, _events.ResponseTrailers, _send_answer)


def send_http2(self: _http2.Http2Connection, event: Any) -> Commands:
    """Handle an event of an HTTP/2 connection, trailers in HTTP/2's lower case."""
    if isinstance(event, (_events.RequestTrailers, _events.ResponseTrailers)):
        fields = [(name.lower(), value) for name, value in event.trailers.fields]
        event = type(event)(event.stream_id, http.Headers(fields))
    yield from _handle_http2(self, event)


def send_request(self: _http1.Http1Client, event: Any) -> Commands:
    """Send part of a request to an upstream, framed so that all of it can be said."""
    if isinstance(event, _events.RequestHeaders):
        event = _framed_request(event)
    yield from _sent(self, event, _events.RequestTrailers, _send_request)


def read_request_head(self: _http1.Http1Server, event: Any) -> Commands:
    """Read the head of a request, and refuse one that does not end."""
    yield from _read_request_head(self, event)
    if _is_endless(self):
        told = f"the request's head is longer than {HEAD_AT_MOST} bytes"
        yield commands.SendData(self.conn, make_error_response(431, told))
        yield commands.CloseConnection(self.conn)
        self.buf.maybe_extract_at_most(len(self.buf))
        self.state = self.done


def read_answer_head(self: _http1.Http1Client, event: Any) -> Commands:
    """Read the head of an answer, past interim ones."""
    if self.request is not None:
        skip_interim(self.buf)
    yield from _read_answer_head(self, event)
    if _is_endless(self) and self.stream_id is not None:
        yield commands.CloseConnection(self.conn)
        yield ReceiveHttp(protocol_error(self.stream_id, ENDLESS))
        self.buf.maybe_extract_at_most(len(self.buf))


def make_error_response(status_code: int, message: str = "") -> bytes:
    """Return mitmproxy's own answer to what it cannot work with, as problem details."""
    told = problem(status_code, "the request cannot be passed on", message)
    start = f"HTTP/1.1 {told.status} {told.reason}\r\n".encode("latin-1")
    headers = http.Headers((*told.headers, (b"Connection", b"close")))
    return start + bytes(headers) + b"\r\n" + told.body


def cut(response: http.Response) -> None:
    """Make *response* end with the connection, and no last chunk."""
    response.__dict__[_CUT] = True


def is_cut(response: http.Response | None) -> bool:
    """Return whether *response* is to break off where it ends."""
    return response is not None and _CUT in response.__dict__


def protocol_error(stream_id: int, message: str) -> _events.ResponseProtocolError:
    """Return the event of an upstream that breaks the protocol."""
    codes = getattr(_events, "ErrorCode", None)
    if codes is None:  # before mitmproxy 12 the code is a status, and has a default
        return _events.ResponseProtocolError(stream_id, message)
    return _events.ResponseProtocolError(stream_id, message, codes.GENERIC_SERVER_ERROR)


def _sent(self: Any, event: Any, trailing: type, send: Any) -> Commands:
    if isinstance(event, trailing):
        self.__dict__[_TRAILERS] = event.trailers  # type: ignore[attr-defined]
        return
    trailers = self.__dict__.pop(_TRAILERS, None)
    for command in send(self, event):
        if (
            trailers
            and isinstance(command, commands.SendData)
            and command.data == _LAST_CHUNK
        ):
            data = b"0\r\n" + bytes(trailers) + b"\r\n"
            yield commands.SendData(command.connection, data)
        else:
            yield command


def framed_answer(
    request: http.Request | None, event: _events.ResponseHeaders
) -> _events.ResponseHeaders:
    """Return *event* with the framing that the client and the body need."""
    framing = _framing(request, event) if request is not None else None
    if framing is None:
        return event
    response = event.response.copy()
    for name in ("transfer-encoding", "content-length"):
        response.headers.pop(name, None)
    for name, value in framing:
        response.headers[name] = value
    return _events.ResponseHeaders(event.stream_id, response, event.end_stream)


def _framing(
    request: http.Request, event: _events.ResponseHeaders
) -> tuple[tuple[str, str], ...] | None:
    """Return the fields that frame an answer; None if its own are right."""
    response = event.response
    if not _has_body(request, response):
        return None
    is_chunked = "transfer-encoding" in response.headers
    if request.is_http10:
        # It knows no chunks: such a body ends with the connection.
        return () if is_chunked else None
    if is_chunked:
        return None
    if response.trailers:
        return CHUNKED
    if response.is_http2 and "content-length" not in response.headers:
        return EMPTY if event.end_stream else CHUNKED
    return None


def _framed_request(event: _events.RequestHeaders) -> _events.RequestHeaders:
    """Return *event* with a framing, which HTTP/2 needs none of."""
    request = event.request
    if event.end_stream or "transfer-encoding" in request.headers:
        return event
    if "content-length" in request.headers and not request.trailers:
        return event
    if not request.is_http2 and not request.trailers:
        return event
    request = request.copy()
    request.headers.pop("content-length", None)
    request.headers["Transfer-Encoding"] = "chunked"
    return _events.RequestHeaders(event.stream_id, request, event.end_stream)


def _has_body(request: http.Request, response: http.Response) -> bool:
    try:
        return http1.expected_http_body_size(request, response) != 0
    except ValueError:
        return False


def _is_endless(self: Any) -> bool:
    return len(self.buf) > HEAD_AT_MOST and self.state == self.read_headers


def skip_interim(buffer: ReceiveBuffer) -> None:
    """Drop complete heads of `1xx`, all but `101`, from the front of *buffer*."""
    while True:
        start = bytes(buffer._data[:12])
        # "HTTP/1.1 103": one byte shows most answers to be none of it.
        if start[9:10] != b"1" or len(start) < 12 or start[9:12] == b"101":
            return
        if buffer.maybe_extract_lines() is None:
            return


def keep(flow: http.HTTPFlow) -> None:
    """Take out an offer to go on in HTTP/2 without TLS, which cannot be kept here."""
    headers = flow.request.data.headers
    for name, value in headers.fields:
        if name.lower() == b"upgrade" and value.lower() == b"h2c":
            for gone in ("upgrade", "connection", "http2-settings"):
                headers.pop(gone, None)


def close_after(flow: http.HTTPFlow) -> None:
    """End the client's connection with this answer; HTTP/2 knows no such field."""
    assert flow.response is not None
    if not flow.request.is_http2 and flow.response.status_code != 101:
        flow.response.headers["Connection"] = "close"
