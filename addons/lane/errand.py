"""One request taken to its answer: what mitmproxy does for it, in one go.

It tells the addons what mitmproxy tells them, by the same events in the same order,
with a flow of the same content. It is a generator: what it yields is done, and None is
to wait until something has happened.
"""

from __future__ import annotations

from typing import Any, Protocol

import h11
from mitmproxy import flow as flows
from mitmproxy import http
from mitmproxy.connection import ConnectionState
from mitmproxy.net.http import http1 as parsing
from mitmproxy.net.http import validate
from mitmproxy.proxy import commands
from mitmproxy.proxy.context import Context
from mitmproxy.proxy.layers.http._hooks import (
    HttpErrorHook,
    HttpRequestHeadersHook,
    HttpRequestHook,
    HttpResponseHeadersHook,
    HttpResponseHook,
)
from mockforge.addons import http1
from mockforge.addons.lane import heads, wire
from mockforge.addons.lane.upstream import Steps, Upstream
from mockforge.addons.patches import (
    IDEMPOTENT,
    LEFT,
    PARTIAL,
    SPILL,
    SUBSTITUTE,
    answered,
)

from mockforge.clock import Clock

_GONE = "Client disconnected."
_SMUGGLING = (
    "Received {} from server, refusing to prevent request smuggling attacks. Disable"
    " the validate_inbound_headers option to skip this security check."
)
_INCOMPLETE = (
    "HTTP/1 protocol error: peer closed connection without sending complete message"
    " body ({})"
)


class Way(Protocol):
    """The connection that an errand belongs to."""

    context: Context
    clock: Clock
    has_left: bool
    """The client is gone."""
    unread: bytearray
    """What the client said and nobody has read."""

    def upstream(self, address: tuple[str, int], *, tls: bool) -> Upstream:
        """Return a connection to *address*, open or not."""


class Left(Exception):
    """The client is gone."""


class Broken(Exception):
    """The upstream, or the way to it, has failed."""


class Ended(Exception):
    """There is nothing more to do."""


class Unfit(Exception):
    """The request turns out to be none for us, and nothing was done about it."""


class Errand:
    """One request, and what becomes of it."""

    def __init__(
        self, way: Way, head: heads.RequestHead, request: http.Request
    ) -> None:
        """Prepare an errand.

        Args:
            way: The connection that the request came on.
            head: Its head.
            request: The same as mitmproxy tells it.
        """
        self.flow = http.HTTPFlow(way.context.client, way.context.server)
        self.flow.request = request
        self.flow.live = True
        self.closes = False
        """The client's connection ends with it."""
        self._way = way
        self._client = way.context.client
        self._fields = head.fields
        self._upstream: Upstream | None = None
        self._held: list[bytes] = []
        self._sent: http.Response | None = None

    def run(self) -> Steps:
        """Do it.

        Raises:
            Unfit: If it is mitmproxy's to do, from its beginning.
        """
        try:
            yield from self._asked()
            if self.flow.response is None:
                yield from self._fetched()
            else:
                yield from self._answered()
        except Left as left:
            yield from self._left(str(left))
        except Broken as broken:
            yield from self._failed(str(broken))
        except Ended:
            pass
        self.flow.live = False

    # The client's side.

    def _asked(self) -> Steps:
        """Take the request in, and ask the addons."""
        flow = self.flow
        yield HttpRequestHeadersHook(flow)
        yield from self._checked(tells=True)
        data = flow.request.data
        if self._fields.length != 0 and flow.request.stream:
            raise Unfit
        if self._fields.expects:
            yield commands.SendData(self._client, wire.CONTINUE)
            data.headers.pop("expect")
        data.content = yield from self._uploaded()
        data.timestamp_end = self._way.clock.now()
        yield HttpRequestHook(flow)
        yield from self._checked(tells=True)

    def _uploaded(self) -> Steps:
        """Return the body of the request."""
        unread, length = self._way.unread, self._fields.length
        if length is None:
            return (yield from self._uploaded_chunks())
        while len(unread) < length:
            if self._way.has_left:
                told = f"received {len(unread)} bytes, expected {length}"
                raise Left(_INCOMPLETE.format(told))
            yield None
        body = bytes(unread[:length])
        del unread[:length]
        return body

    def _uploaded_chunks(self) -> Steps:
        """Return the body of a request that comes in chunks.

        Until it is whole nothing of it is taken, so that it can still be left to
        mitmproxy: for trailers, for a body too long to be held, for broken chunks.
        """
        unread, spill = self._way.unread, self.flow.metadata.get(SPILL)
        buffer = h11._receivebuffer.ReceiveBuffer()
        reader = http1.make_body_reader(None)
        seen, size, pieces = 0, 0, []
        while True:
            buffer += bytes(unread[seen:])
            seen = len(unread)
            try:
                event = reader(buffer)
                while isinstance(event, h11.Data):
                    pieces.append(bytes(event.data))
                    size += len(pieces[-1])
                    event = reader(buffer)
            except h11.ProtocolError:
                raise Unfit from None
            if event is not None:
                break
            if self._way.has_left:
                raise Left(_INCOMPLETE.format("incomplete chunked read"))
            if spill and size > spill.limit(request=True):
                raise Unfit
            yield None
        if reader.trailers or (spill and size > spill.limit(request=True)):
            raise Unfit
        del unread[: seen - len(buffer)]
        return b"".join(pieces)

    def _answered(self) -> Steps:
        """Deliver the answer that an addon has made."""
        assert self.flow.response is not None
        self.flow.response.timestamp_start = self._way.clock.now()
        yield HttpResponseHeadersHook(self.flow)
        yield from self._checked(tells=True)
        yield from self._delivered()

    def _delivered(self, *, streamed: bool = False) -> Steps:
        """Tell the addons of the answer, and send it, or its end."""
        flow = self.flow
        assert flow.response is not None
        flow.response.data.timestamp_end = self._way.clock.now()
        yield HttpResponseHook(flow)
        yield from self._checked(tells=False)
        if streamed:
            yield from self._ended(b"")
        else:
            yield from self._sent_whole(flow.response)

    def _sent_whole(self, response: http.Response) -> Steps:
        self._sent = framed = wire.framed(self.flow.request, response)
        head, content = wire.head(framed), framed.data.content or b""
        if wire.is_chunked(framed.data.headers.fields):
            content = wire.chunk(content)
        yield from self._ended(head + content)

    def _ended(self, data: bytes) -> Steps:
        """Send *data* and the end of the answer."""
        request, response = self.flow.request, self._sent
        assert response is not None
        is_cut = http1.is_cut(response)
        if (
            not is_cut
            and request.data.method != b"HEAD"
            and wire.is_chunked(response.data.headers.fields)
        ):
            data += wire.last_chunk(response)
        if data:
            yield commands.SendData(self._client, data)
        self.closes = (
            is_cut
            or wire.closes(request)
            or wire.closes(response)
            or wire.is_open_ended(request, response)
        )

    # The upstream's side.

    def _fetched(self) -> Steps:
        """Ask the upstream, and pass on what it says."""
        flow, size = self.flow, None
        size = yield from self._exchanged()
        yield HttpResponseHeadersHook(flow)
        yield from self._checked(tells=True)
        assert flow.response is not None
        reader = http1.make_body_reader(size)
        if size != 0 and flow.response.stream:
            yield from self._streamed(reader, b"")
            return
        flow.response.data.content = yield from self._read(reader, size)
        if self._sent is None:
            yield from self._released()
            yield from self._delivered()

    def _exchanged(self) -> Steps:
        """Send the request; return the size of the body that comes back."""
        flow = self.flow
        yield from self._connected()
        while True:
            assert self._upstream is not None
            yield from self._upstream.send(wire.request(flow.request))
            try:
                return (yield from self._head())
            except Broken:
                if not self._is_stale():
                    raise
            # It closed a connection it had kept alive just as we used it.
            answered.discard(flow.server_conn)
            yield from self._connected()

    def _connected(self) -> Steps:
        data = self.flow.request.data
        address = (data.host, data.port)
        upstream = self._way.upstream(address, tls=data.scheme == b"https")
        if not upstream.server.connected:
            error = yield from upstream.open()
            if error is not None:
                raise Broken(error)
            if upstream.server.alpn == b"h2":
                yield from upstream.close()
                raise Broken("unexpected HTTP/2: it was not offered")
        upstream.is_idle = False
        self._upstream, self.flow.server_conn = upstream, upstream.server

    def _is_stale(self) -> bool:
        flow = self.flow
        return (
            flow.server_conn in answered
            and not flow.server_conn.connected
            and flow.response is None
            and flow.request.method in IDEMPOTENT
        )

    def _head(self) -> Steps:
        """Read the head of the answer; return the size of its body."""
        upstream, request = self._upstream, self.flow.request
        assert upstream is not None
        buffer = upstream.buffer
        while True:
            data = yield from self._more()
            if data is None:
                if upstream.server.state & ConnectionState.CAN_WRITE:
                    yield from upstream.close()
                raise Broken(
                    f"unexpected server response: {bytes(buffer)!r}"
                    if buffer
                    else "server closed connection"
                )
            if not buffer:
                at = data.find(heads.END)
                is_head = request.data.method == b"HEAD"
                found = at >= 0 and heads.read_response(data[:at], is_head=is_head)
                if found:
                    buffer += data[at + 4 :]
                    return self._begun(found)
            buffer += data
            size = yield from self._odd_head(upstream)
            if self.flow.response is not None:
                return size

    def _begun(self, head: heads.ResponseHead) -> int | None:
        self.flow.response = http.Response(
            b"HTTP/1.1",
            head.status,
            head.reason,
            http.Headers(head.pairs),
            None,
            None,
            self._way.clock.now(),
            None,
        )
        length: int | None = head.length
        return length

    def _odd_head(self, upstream: Upstream) -> Steps:
        """Read what takes mitmproxy's own reading."""
        buffer, flow = upstream.buffer, self.flow
        http1.skip_interim(buffer)
        lines = buffer.maybe_extract_lines()
        if not lines:
            if len(buffer) > http1.HEAD_AT_MOST:
                yield from upstream.close()
                raise Broken(http1.ENDLESS)
            return None
        try:
            response = parsing.read_response_head([bytes(line) for line in lines])
            size = parsing.expected_http_body_size(flow.request, response)
        except ValueError as error:
            yield from upstream.close()
            raise Broken(f"Cannot parse HTTP response: {error}") from None
        flow.response = response
        try:
            validate.validate_headers(response)
        except ValueError as error:
            yield from upstream.close()
            raise Broken(_SMUGGLING.format(error)) from None
        if response.status_code == 101:
            yield from upstream.close()
            raise Broken("unexpected server response: 101 to a request for no upgrade")
        return size

    def _read(self, reader: Any, size: int | None) -> Steps:
        """Return the body of the answer; if it turns out long, pass it on instead."""
        assert self._upstream is not None
        if not size:
            if size == 0:
                return b""
        elif 0 < size <= len(self._upstream.buffer):
            return bytes(self._upstream.buffer.maybe_extract_at_most(size) or b"")
        spill, total = self.flow.metadata.get(SPILL), 0
        while (piece := (yield from self._piece(reader))) is not None:
            self._held.append(piece)
            total += len(piece)
            if spill is not None and total > spill.limit(request=False):
                body, self._held = b"".join(self._held), []
                spill.spill(self.flow, request=False)
                yield from self._streamed(reader, body)
                return None
        return b"".join(self._held)

    def _streamed(self, reader: Any, first: bytes) -> Steps:
        """Pass the answer on while it comes."""
        response = self.flow.response
        assert response is not None
        self._sent = framed = wire.framed(self.flow.request, response)
        yield commands.SendData(self._client, wire.head(framed))
        is_chunked = wire.is_chunked(framed.data.headers.fields)
        piece: bytes | None = first
        while piece is not None:
            if piece:
                yield from self._passed(piece, is_chunked=is_chunked)
            piece = yield from self._piece(reader)
        yield from self._passed(b"", is_chunked=is_chunked)
        yield from self._released()
        yield from self._delivered(streamed=True)

    def _passed(self, piece: bytes, *, is_chunked: bool) -> Steps:
        assert self.flow.response is not None
        stream = self.flow.response.stream
        shown = stream(piece) if callable(stream) else piece
        for part in [shown] if isinstance(shown, bytes) else shown:
            data = wire.chunk(part) if is_chunked else part
            if data:
                yield commands.SendData(self._client, data)

    def _piece(self, reader: Any) -> Steps:
        """Return the next piece of the answer's body, or None after the last."""
        upstream, response = self._upstream, self.flow.response
        assert upstream is not None
        assert response is not None
        is_over = False
        while True:
            try:
                event = reader.read_eof() if is_over else reader(upstream.buffer)
            except h11.ProtocolError as error:
                yield from upstream.close()
                raise Broken(f"HTTP/1 protocol error: {error}") from None
            if event is None:
                data = yield from self._more()
                is_over = data is None
                if data is not None:
                    upstream.buffer += data
            elif isinstance(event, h11.Data):
                if event.data:
                    return bytes(event.data)
            else:
                if trailers := getattr(reader, "trailers", None):
                    response.trailers = http.Headers(trailers)
                return None

    def _more(self) -> Steps:
        """Return what comes next from the upstream; None when it closes."""
        assert self._upstream is not None
        arrived = self._upstream.arrived
        while not arrived:
            if self._way.has_left:
                raise Left(_GONE)
            yield None
        return arrived.popleft()

    def _released(self) -> Steps:
        """Keep the upstream's connection for the next request, or close it."""
        request, response, upstream = (
            self.flow.request,
            self.flow.response,
            self._upstream,
        )
        assert upstream is not None
        assert response is not None
        upstream.is_idle = True
        if (
            upstream.buffer
            or upstream.arrived
            or wire.closes(request)
            or wire.closes(response)
            or wire.is_open_ended(request, response)
        ):
            yield from upstream.close()

    # How it ends otherwise.

    def _checked(self, *, tells: bool) -> Steps:
        """See whether it was ended while the addons were asked."""
        flow = self.flow
        is_killed = bool(flow.error and flow.error.msg == flows.Error.KILLED_MESSAGE)
        if not (is_killed or self._way.has_left):
            return
        if self._way.has_left:
            flow.metadata[LEFT] = True
            flow.error = flow.error or flows.Error(_GONE)
        if tells:
            yield HttpErrorHook(flow)
        self.closes = True
        raise Ended

    def _left(self, why: str) -> Steps:
        if self._upstream is not None:
            yield from self._upstream.close()
        self.flow.metadata[LEFT] = True
        self.flow.error = flows.Error(why)
        yield HttpErrorHook(self.flow)

    def _failed(self, why: str) -> Steps:
        """Tell of a failure, and answer as the addons want it, if it is time yet."""
        flow = self.flow
        if flow.response is not None and self._held:
            flow.metadata[PARTIAL] = b"".join(self._held)
        flow.error = flows.Error(why)
        yield HttpErrorHook(flow)
        if self._way.has_left:
            return
        substitute: http.Response | None = flow.metadata.get(SUBSTITUTE)
        if self._sent is None and substitute is not None:
            yield from self._sent_whole(substitute)
            return
        if self._sent is None:
            page = http1.make_error_response(502, why)
            yield commands.SendData(self._client, page)
        self.closes = True
