"""What is changed in mitmproxy itself, each for a reason, and only in versions known.

* An answer set in its `error` hook is ignored: `handle_protocol_error` and
  `check_invalid`.
* A dead upstream is remembered as long as the client stays: `get_connection`.
* A body of unknown length is held in memory whole: `check_body_size`.
* HTTP/1 trailers, interim answers and endless heads: see http1.py.
* Each message is checked against its type hints, 40 µs an exchange: `__post_init__`.
* Headers are looked up some twenty times an exchange, each at 3 µs: `Headers.get`.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from typing import Any, Protocol
from weakref import WeakSet

from mitmproxy import http, version
from mitmproxy.connection import Server
from mitmproxy.proxy import commands, mode_servers, server
from mitmproxy.proxy.layers.http import (
    HttpLayer,
    HttpStream,
    SendHttp,
    _events,
    _http1,
    _http2,
)
from mockforge.addons import http1
from mockforge.addons.dispatch import Connection

log = logging.getLogger(__name__)

SUBSTITUTE = "mockforge.substitute"
"""Key in a flow's metadata: the response for the client in place of an error page."""
LEFT = "mockforge.left"
"""Key in a flow's metadata: it was the client who broke off."""
PARTIAL = "mockforge.partial"
"""Key in a flow's metadata: what had come of a held body when it broke off."""
ONCE = "mockforge.once"
"""Key in a flow's metadata: what may change anything is not sent again."""
SPILL = "mockforge.spill"
"""Key in a flow's metadata: a `Spill`, for bodies that turn out long."""

KNOWN = ((11, 0), (13, 0))
"""The first version these patches are known to fit, and the first they are not."""

# A connection is closed when nothing was said on it for this long. mitmproxy's ten
# minutes would cut quiet WebSockets and event streams.
IDLE = 24 * 3600

# RFC 9110, 9.2.2: asking twice is asking once.
IDEMPOTENT = {"GET", "HEAD", "OPTIONS", "PUT", "DELETE", "TRACE"}

# The same, 9.2.1: nothing is done by asking.
SAFE = {"GET", "HEAD", "OPTIONS", "TRACE"}

# As mitmproxy reads headers: UTF-8 where it is, and any other byte by itself.
_TEXT = ("utf-8", "surrogateescape")

answered: WeakSet[Server] = WeakSet()
"""Upstream connections that have answered before and may be closed when used again."""

CLOSED = "server closed connection"
"""What mitmproxy says of an upstream that ended before it said anything."""

_handle_protocol_error = HttpStream.handle_protocol_error
_check_invalid = HttpStream.check_invalid
_get_connection = HttpLayer.get_connection

Commands = Iterator[commands.Command]


class Spill(Protocol):
    """What decides that a body is no longer to be held."""

    def limit(self, *, request: bool) -> int:
        """Return the bytes after which the body is handed on."""

    def spill(self, flow: http.HTTPFlow, *, request: bool) -> None:
        """Make *flow* hand on what it gets from now on."""


def handle_protocol_error(self: Any, event: Any) -> Any:
    """Tell of a connection that failed; ask again where that is safe, or answer."""
    if isinstance(event, _events.RequestProtocolError):
        self.flow.metadata[LEFT] = True
    elif self.server_state == self.state_errored:
        # The connection whose answer was refused is closed by now. The client has had
        # its error page, and may be in the middle of its next request.
        return None
    elif event.message == CLOSED and _is_stale(self):
        # The upstream closed a connection it had kept alive just as we used it.
        answered.discard(self.flow.server_conn)
        if (yield from self.make_server_connection()):
            yield from _ask_again(self)
        return None
    if self.flow.response is not None and self.response_body_buf:
        self.flow.metadata[PARTIAL] = bytes(self.response_body_buf)
    return (yield from _substituting(self, _handle_protocol_error(self, event)))


def check_invalid(self: Any, request: bool) -> Any:
    """Refuse a message that could smuggle another one."""
    return (yield from _substituting(self, _check_invalid(self, request)))


def check_body_size(self: Any, request: bool) -> Any:
    """Hand on a body that has grown too long to be held."""
    spill: Spill | None = self.flow.metadata.get(SPILL)
    buffer = self.request_body_buf if request else self.response_body_buf
    if spill is None or len(buffer) <= spill.limit(request=request):
        return False
    body = bytes(buffer)
    buffer.clear()
    spill.spill(self.flow, request=request)
    if request:
        yield from self.start_request_stream()
        yield from self.handle_event(_events.RequestData(self.stream_id, body))
    else:
        yield from self.start_response_stream()
        yield from self.handle_event(_events.ResponseData(self.stream_id, body))
    return False


def get_connection(self: Any, event: Any, *, reuse: bool = True) -> Any:
    """Find or open a connection to an upstream, also to one that was dead before."""
    for connection in list(self.connections):
        if (
            isinstance(connection, Server)
            and connection.error
            and connection not in self.waiting_for_establishment
        ):
            del self.connections[connection]
    self.context.server.error = None
    yield from _get_connection(self, event, reuse=reuse)


def install() -> None:
    """Change mitmproxy, once in a process.

    In a version not known, what it cannot do stays undone, and a warning says so.
    """
    if HttpStream.handle_protocol_error is handle_protocol_error:
        return
    if not is_known(version.VERSION):
        log.warning(
            "mitmproxy %s is not known here: HTTP/1 trailers and answers to upstream"
            " failures may be wrong; install one below %d.%d",
            version.VERSION,
            *KNOWN[1],
        )
        return
    for place, name, function in CHANGES:
        setattr(place, name, function)
    # Before mitmproxy 12 this was not an option.
    if hasattr(server, "TCP_TIMEOUT"):
        server.TCP_TIMEOUT = IDLE


def is_known(mitmproxy: str) -> bool:
    """Return whether the patches fit the version *mitmproxy*."""
    major, minor, *_ = mitmproxy.split(".")
    return KNOWN[0] <= (int(major), int(minor)) < KNOWN[1]


def may_repeat(flow: http.HTTPFlow) -> bool:
    """Return whether to ask twice is no more than to ask once."""
    again = SAFE if ONCE in flow.metadata else IDEMPOTENT
    return flow.request.method in again


def _unchecked(self: http.MessageData) -> None:
    """Believe the types of a message's parts."""


def get_all(self: http.Headers, name: str | bytes) -> list[str]:
    """Return every value of the field *name*."""
    wanted = name.lower() if isinstance(name, bytes) else name.lower().encode(*_TEXT)
    length = len(wanted)
    return [
        value.decode(*_TEXT)
        for field, value in self.fields
        if len(field) == length and field.lower() == wanted
    ]


def get(self: http.Headers, name: str | bytes, default: Any = None) -> Any:
    """Return the values of the field *name* joined, or *default*."""
    found = get_all(self, name)
    return ", ".join(found) if found else default


def has(self: http.Headers, name: object) -> bool:
    """Return whether there is a field *name*."""
    return isinstance(name, str | bytes) and bool(get_all(self, name))


CHANGES: list[tuple[Any, str, Callable[..., Any]]] = [
    (HttpStream, "handle_protocol_error", handle_protocol_error),
    (HttpStream, "check_invalid", check_invalid),
    (HttpStream, "check_body_size", check_body_size),
    (HttpLayer, "get_connection", get_connection),
    (http.MessageData, "__post_init__", _unchecked),
    (http.Headers, "get_all", get_all),
    (http.Headers, "get", get),
    (http.Headers, "__contains__", has),
    (_http1, "make_body_reader", http1.make_body_reader),
    (_http1, "make_error_response", http1.make_error_response),
    (_http1.Http1Connection, "read_body", http1.read_body),
    (_http1.Http1Server, "send", http1.send_answer),
    (_http1.Http1Client, "send", http1.send_request),
    (_http1.Http1Server, "read_headers", http1.read_request_head),
    (_http1.Http1Client, "read_headers", http1.read_answer_head),
    (_http2.Http2Connection, "_handle_event", http1.send_http2),
    (mode_servers, "ProxyConnectionHandler", Connection),
]
"""Place, name and what comes there."""


def _substituting(self: Any, generator: Any) -> Any:
    """Run *generator*; where it sends the client an error, send our answer instead."""
    reply = None
    while True:
        try:
            command = generator.send(reply)
        except StopIteration as stop:
            return stop.value
        substitute = self.flow.metadata.get(SUBSTITUTE)
        if substitute is None or not _is_error_page(self, command):
            reply = yield command
            continue
        reply = None
        client = self.context.client
        stream_id = self.stream_id
        yield SendHttp(_events.ResponseHeaders(stream_id, substitute, False), client)
        data = substitute.raw_content
        yield SendHttp(_events.ResponseData(stream_id, data), client)
        yield SendHttp(_events.ResponseEndOfMessage(stream_id), client)


def _is_error_page(self: Any, command: commands.Command) -> bool:
    return (
        isinstance(command, SendHttp)
        and isinstance(command.event, _events.ResponseProtocolError)
        and command.connection is self.context.client
    )


def _is_stale(self: Any) -> bool:
    flow = self.flow
    return (
        flow.server_conn in answered
        and not flow.server_conn.connected
        and flow.response is None
        and may_repeat(flow)
        and flow.request.raw_content is not None
        and self.client_state == self.state_done
        and self.server_state == self.state_wait_for_response_headers
    )


def _ask_again(self: Any) -> Any:
    request, server_conn = self.flow.request, self.context.server
    content = request.raw_content
    ends = not (content or request.trailers)
    head = _events.RequestHeaders(self.stream_id, request, ends)
    yield SendHttp(head, server_conn)
    if content:
        yield SendHttp(_events.RequestData(self.stream_id, content), server_conn)
    if request.trailers:
        trailers = _events.RequestTrailers(self.stream_id, request.trailers)
        yield SendHttp(trailers, server_conn)
    yield SendHttp(_events.RequestEndOfMessage(self.stream_id), server_conn)
