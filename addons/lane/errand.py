"""One request taken to its answer: what mitmproxy does for it, in one go.

It tells the addons what mitmproxy tells them, by the same events in the same order,
with a flow of the same content. It is a generator: what it yields is done, and None is
to wait until something has happened.
"""

from __future__ import annotations

from mitmproxy import flow as flows
from mitmproxy import http
from mitmproxy.proxy import commands
from mitmproxy.proxy.layers.http._hooks import (
    HttpErrorHook,
    HttpRequestHeadersHook,
    HttpRequestHook,
    HttpResponseHeadersHook,
    HttpResponseHook,
)
from mockforge.addons import http1
from mockforge.addons.lane import heads, wire
from mockforge.addons.lane.incoming import GONE, Incoming
from mockforge.addons.lane.uploads import uploaded
from mockforge.addons.lane.upstream import Upstream
from mockforge.addons.lane.way import Broken, Ended, Left, Steps, Unfit, Way
from mockforge.addons.patches import (
    CLOSED,
    LEFT,
    PARTIAL,
    SPILL,
    SUBSTITUTE,
    answered,
    may_repeat,
)


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
        self.body = b""
        """Of the request, as it came."""
        self.whole: bytes | None = None
        """The answer as it was sent, to a request whose body has a length."""
        self.switches = False
        """What follows on the connection is no HTTP."""
        self._way = way
        self._client = way.context.client
        self._fields = head.fields
        self._incoming: Incoming | None = None
        self._held: list[bytes] = []
        self._sent: http.Response | None = None

    @property
    def upstream(self) -> Upstream | None:
        """Who was asked."""
        return self._incoming.upstream if self._incoming is not None else None

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
        yield from self._told(HttpRequestHeadersHook)
        yield from self._checked(tells=True)
        data = flow.request.data
        if self._fields.length != 0 and flow.request.stream:
            raise Unfit
        if self._fields.expects:
            yield commands.SendData(self._client, wire.CONTINUE)
            data.headers.pop("expect")
        length, spill = self._fields.length, flow.metadata.get(SPILL)
        data.content = self.body = yield from uploaded(self._way, length, spill)
        data.timestamp_end = self._way.clock.now()
        yield from self._told(HttpRequestHook)
        yield from self._checked(tells=True)

    def _answered(self) -> Steps:
        """Deliver the answer that an addon has made."""
        assert self.flow.response is not None
        self.flow.response.timestamp_start = self._way.clock.now()
        yield from self._told(HttpResponseHeadersHook)
        yield from self._checked(tells=True)
        yield from self._delivered()

    def _delivered(self, *, streamed: bool = False) -> Steps:
        """Tell the addons of the answer, and send it, or its end."""
        flow = self.flow
        assert flow.response is not None
        flow.response.data.timestamp_end = self._way.clock.now()
        yield from self._told(HttpResponseHook)
        yield from self._checked(tells=False)
        if streamed:
            yield from self._ended(b"")
        else:
            yield from self._sent_whole(flow.response)

    def _sent_whole(self, response: http.Response) -> Steps:
        ends = not (response.data.content or response.data.trailers)
        self._sent = framed = wire.framed(self.flow.request, response, ends=ends)
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
        self.whole = data if self._fields.length is not None else None
        self.switches = response.data.status_code == 101
        self.closes = not self.switches and (
            is_cut
            or wire.closes(request)
            or wire.closes(response)
            or wire.is_open_ended(request, response)
        )

    # The upstream's side.

    def _fetched(self) -> Steps:
        """Ask the upstream, and pass on what it says."""
        incoming: Incoming = yield from self._exchanged()
        yield from self._told(HttpResponseHeadersHook)
        yield from self._checked(tells=True)
        response = self.flow.response
        assert response is not None
        if incoming.has_body and response.stream:
            yield from self._streamed(incoming, b"")
            return
        content = incoming.at_once()
        if content is None:
            content = yield from self._held_back(incoming)
        if self._sent is None:
            response.data.content = content
            yield from self._released(incoming)
            yield from self._delivered()

    def _exchanged(self) -> Steps:
        """Send the request and read the head of the answer; return what brings it."""
        flow = self.flow
        while True:
            incoming = yield from self._connected()
            if self._way.has_left:
                raise Left(GONE)
            yield from incoming.upstream.send(wire.request(flow.request))
            try:
                yield from incoming.head()
            except Broken as broken:
                if str(broken) != CLOSED or not self._is_stale():
                    raise
            else:
                return incoming
            # It closed a connection it had kept alive just as we used it.
            answered.discard(flow.server_conn)

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
        self.flow.server_conn = upstream.server
        self._incoming = Incoming(self._way, upstream, self.flow)
        return self._incoming

    def _is_stale(self) -> bool:
        flow = self.flow
        return (
            flow.server_conn in answered
            and not flow.server_conn.connected
            and flow.response is None
            and may_repeat(flow)
        )

    def _held_back(self, incoming: Incoming) -> Steps:
        """Return the body of the answer; if it turns out long, pass it on instead."""
        spill, total = self.flow.metadata.get(SPILL), 0
        while (piece := (yield from incoming.piece())) is not None:
            self._held.append(piece)
            total += len(piece)
            if spill is not None and total > spill.limit(request=False):
                body, self._held = b"".join(self._held), []
                spill.spill(self.flow, request=False)
                yield from self._streamed(incoming, body)
                return None
        return b"".join(self._held)

    def _streamed(self, incoming: Incoming, first: bytes) -> Steps:
        """Pass the answer on while it comes."""
        response = self.flow.response
        assert response is not None
        self._sent = framed = wire.framed(self.flow.request, response, ends=False)
        yield commands.SendData(self._client, wire.head(framed))
        is_chunked = wire.is_chunked(framed.data.headers.fields)
        piece: bytes | None = first
        while piece is not None:
            if piece:
                yield from self._passed(piece, is_chunked=is_chunked)
            piece = yield from incoming.piece()
        yield from self._passed(b"", is_chunked=is_chunked)
        yield from self._released(incoming)
        yield from self._delivered(streamed=True)

    def _passed(self, piece: bytes, *, is_chunked: bool) -> Steps:
        assert self.flow.response is not None
        stream = self.flow.response.stream
        shown = stream(piece) if callable(stream) else piece
        for part in [shown] if isinstance(shown, bytes) else shown:
            data = wire.chunk(part) if is_chunked else part
            if data:
                yield commands.SendData(self._client, data)

    def _released(self, incoming: Incoming) -> Steps:
        """Keep the upstream's connection for the next request, or close it."""
        request, response = self.flow.request, self.flow.response
        assert response is not None
        upstream = incoming.upstream
        if response.data.status_code == 101:
            return
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

    def _told(self, kind: type[commands.StartHook]) -> Steps:
        """Tell the addons."""
        hook = self._way.begin(kind, self.flow)
        if hook is not None:
            yield hook

    @property
    def _is_killed(self) -> bool:
        error = self.flow.error
        return error is not None and error.msg == flows.Error.KILLED_MESSAGE

    def _checked(self, *, tells: bool) -> Steps:
        """See whether it was ended while the addons were asked."""
        flow, has_left = self.flow, self._way.has_left
        if not (has_left or self._is_killed):
            return
        if has_left:
            flow.metadata[LEFT] = True
            flow.error = flow.error or flows.Error(GONE)
        if tells:
            yield from self._told(HttpErrorHook)
        self.closes = True
        raise Ended

    def _left(self, why: str) -> Steps:
        if self._incoming is not None:
            yield from self._incoming.upstream.close()
        self.flow.metadata[LEFT] = True
        yield from self._broke_off(why)

    def _failed(self, why: str) -> Steps:
        """Tell of a failure, and answer as the addons want it, if it is time yet."""
        yield from self._broke_off(why)
        substitute: http.Response | None = self.flow.metadata.get(SUBSTITUTE)
        is_begun = self._sent is not None or self._is_killed or self._way.has_left
        if substitute is not None and not is_begun:
            yield from self._sent_whole(substitute)
            return
        if not is_begun:
            page = http1.make_error_response(502, why)
            yield commands.SendData(self._client, page)
        self.closes = True

    def _broke_off(self, why: str) -> Steps:
        if self.flow.response is not None and self._held:
            self.flow.metadata[PARTIAL] = b"".join(self._held)
        self.flow.error = flows.Error(why)
        yield from self._told(HttpErrorHook)
