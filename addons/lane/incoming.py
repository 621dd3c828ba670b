"""What an upstream says in answer to one request, read piece by piece."""

from __future__ import annotations

from typing import Any

import h11
from mitmproxy import http
from mitmproxy.connection import ConnectionState
from mitmproxy.net.http import http1 as parsing
from mitmproxy.net.http import validate
from mockforge.addons import http1
from mockforge.addons.lane import heads
from mockforge.addons.lane.upstream import Upstream
from mockforge.addons.lane.way import Broken, Left, Steps, Way
from mockforge.addons.patches import CLOSED

from mockforge.flows import headers_of

GONE = "Client disconnected."
_SMUGGLING = (
    "Received {} from server, refusing to prevent request smuggling attacks. Disable"
    " the validate_inbound_headers option to skip this security check."
)


class Incoming:
    """An answer on its way in; its head goes into the flow.

    All of it raises Broken if the upstream fails, after closing the connection, and
    Left if the client is gone.
    """

    def __init__(self, way: Way, upstream: Upstream, flow: http.HTTPFlow) -> None:
        self.upstream = upstream
        self._way, self._flow = way, flow
        self._reader: Any = None
        self._size: int | None = 0

    @property
    def has_body(self) -> bool:
        """Whether anything follows the head."""
        return self._size != 0

    def head(self) -> Steps:
        """Read the head, past interim ones."""
        server, buffer = self.upstream.server, self.upstream.buffer
        while self._flow.response is None:
            data = yield from self._more()
            if data is None:
                if server.state & ConnectionState.CAN_WRITE:
                    yield from self.upstream.close()
                raise Broken(
                    f"unexpected server response: {bytes(buffer)!r}"
                    if buffer
                    else CLOSED
                )
            if buffer or not self._plain_head(data):
                buffer += data
                yield from self._odd_head()

    def at_once(self) -> bytes | None:
        """Return the whole body if it is there, without looking at it."""
        size, buffer = self._size, self.upstream.buffer
        if size == 0:
            return b""
        if self._reader is None and size is not None and 0 < size <= len(buffer):
            return bytes(buffer.maybe_extract_at_most(size) or b"")
        return None

    def piece(self) -> Steps:
        """Return the next piece of the body, or None after the last."""
        upstream, response = self.upstream, self._flow.response
        assert response is not None
        if self._reader is None:
            self._reader = http1.make_body_reader(self._size)
        is_over = False
        while (event := (yield from self._next(is_over=is_over))) is None:
            data = yield from self._more()
            is_over = data is None
            if data is not None:
                upstream.buffer += data
        if isinstance(event, h11.Data):
            return bytes(event.data)
        if trailers := getattr(self._reader, "trailers", None):
            response.trailers = http.Headers(trailers)
        return None

    def _next(self, *, is_over: bool) -> Steps:
        try:
            return (
                self._reader.read_eof()
                if is_over
                else self._reader(self.upstream.buffer)
            )
        except h11.ProtocolError as error:
            yield from self.upstream.close()
            raise Broken(f"HTTP/1 protocol error: {error}") from None

    def _more(self) -> Steps:
        """Return what comes next; None when the upstream closes."""
        arrived = self.upstream.arrived
        while not arrived:
            if self._way.has_left:
                raise Left(GONE)
            yield None
        return arrived.popleft()

    def _plain_head(self, data: bytes) -> bool:
        """Read a head that came whole and is as it should be."""
        at = data.find(heads.END)
        is_head = self._flow.request.data.method == b"HEAD"
        found = heads.read_response(data[:at], is_head=is_head) if at >= 0 else None
        if found is None:
            return False
        self._flow.response = http.Response(
            b"HTTP/1.1",
            found.status,
            found.reason,
            headers_of(found.pairs),
            None,
            None,
            self._way.clock.now(),
            None,
        )
        self._size = found.length
        rest = data[at + 4 :]
        if rest:
            self.upstream.buffer += rest
        return True

    def _odd_head(self) -> Steps:
        """Read what takes mitmproxy's own reading, if it is there."""
        buffer, flow, upstream = self.upstream.buffer, self._flow, self.upstream
        http1.skip_interim(buffer)
        lines = buffer.maybe_extract_lines()
        if not lines:
            if len(buffer) > http1.HEAD_AT_MOST:
                yield from upstream.close()
                raise Broken(http1.ENDLESS)
            return
        try:
            response = parsing.read_response_head([bytes(line) for line in lines])
            self._size = parsing.expected_http_body_size(flow.request, response)
        except ValueError as error:
            yield from upstream.close()
            raise Broken(f"Cannot parse HTTP response: {error}") from None
        flow.response = response
        try:
            validate.validate_headers(response)
        except ValueError as error:
            yield from upstream.close()
            raise Broken(_SMUGGLING.format(error)) from None
