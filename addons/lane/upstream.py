"""One connection to an upstream, plain or in TLS."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass

from h11._receivebuffer import ReceiveBuffer
from mitmproxy.connection import Server
from mitmproxy.proxy import commands, events
from mitmproxy.proxy.context import Context
from mitmproxy.proxy.layer import Layer
from mitmproxy.proxy.layers.tls import ServerTLSLayer
from mockforge.addons.lane.way import Steps


class Upstream:
    """A connection to one address, for one request at a time."""

    def __init__(
        self, context: Context, address: tuple[str, int], *, tls: bool
    ) -> None:
        """Prepare a connection; `open` opens it.

        Args:
            context: Of the layer that it is for.
            address: Host and port.
            tls: Whether to speak TLS there.
        """
        self.context = forked = context.fork()
        self.server = forked.server = Server(address=address)
        self.is_idle = False
        """No answer is waited for."""
        self.buffer = ReceiveBuffer()
        """What has come and is not read."""
        self.is_closed = False
        """The upstream says no more."""
        self.arrived: deque[bytes | None] = deque()
        """What has come, and not been looked at; None is the end."""
        self._address, self._is_tls = address, tls
        self._tunnel: ServerTLSLayer | None = None
        if tls:
            named = context.server.sni or context.client.sni
            is_meant = address == context.server.address
            self.server.sni = named if is_meant and named else address[0]
            self._tunnel = ServerTLSLayer(forked)
            self._tunnel.child_layer = _Inside(forked, self)

    def suits(self, address: tuple[str, int], *, tls: bool) -> bool:
        """Return whether it leads to *address* and can be used."""
        same = address == self._address and tls == self._is_tls
        return same and self.server.connected

    def open(self) -> Steps:
        """Connect; return what went wrong, or None."""
        if self._tunnel is None:
            return (yield commands.OpenConnection(self.server))
        return (yield Opening(self))

    def send(self, data: bytes) -> Iterator[commands.Command]:
        """Send *data*."""
        if self._tunnel is None:
            yield commands.SendData(self.server, data)
        else:
            yield from self.handle(_Send(data))

    def close(self) -> Iterator[commands.Command]:
        """Close it."""
        yield commands.CloseConnection(self.server)

    def left_to(self, heir: Layer) -> Layer:
        """Let *heir* use it from now on; return what events are to be given to."""
        if self._tunnel is None:
            return heir
        self._tunnel.child_layer = heir
        return self._tunnel

    def unread(self) -> Iterator[events.Event]:
        """Yield, and forget, what has come and was not read."""
        if read := self.buffer.maybe_extract_at_most(len(self.buffer)):
            self.arrived.appendleft(bytes(read))
        while self.arrived:
            data = self.arrived.popleft()
            if data is None:
                yield events.ConnectionClosed(self.server)
            else:
                yield events.DataReceived(self.server, data)

    def inside(self, heir: Layer, event: events.Event) -> Iterator[commands.Command]:
        """Give *heir* an event that did not come over the wire."""
        if self._tunnel is None:
            yield from heir.handle_event(event)
        else:
            yield from self._tunnel.event_to_child(event)

    def handle(self, event: events.Event) -> Iterator[commands.Command]:
        """Take *event* of this connection; yield what TLS makes of it."""
        if self._tunnel is not None:
            yield from self._tunnel.handle_event(event)
        elif isinstance(event, events.DataReceived):
            self.arrived.append(bytes(event.data))
        elif isinstance(event, events.ConnectionClosed):
            self.arrived.append(None)


class Opening(commands.Command):
    """Connect in TLS, which takes many steps; the reply is what went wrong."""

    blocking = True

    def __init__(self, upstream: Upstream) -> None:
        self.upstream = upstream


class Opened(commands.Command):
    """A connection in TLS is open, or is not."""

    def __init__(self, upstream: Upstream, error: str | None) -> None:
        self.upstream, self.error = upstream, error


@dataclass
class _Send(events.Event):
    data: bytes


class _Inside(Layer):
    """What is inside of TLS."""

    def __init__(self, context: Context, upstream: Upstream) -> None:
        super().__init__(context)
        self._upstream = upstream

    def _handle_event(self, event: events.Event) -> Steps:
        if isinstance(event, events.DataReceived):
            self._upstream.arrived.append(bytes(event.data))
        elif isinstance(event, events.ConnectionClosed):
            self._upstream.arrived.append(None)
        elif isinstance(event, _Send):
            yield commands.SendData(self._upstream.server, event.data)
        elif isinstance(event, events.Start):
            error = yield commands.OpenConnection(self._upstream.server)
            yield Opened(self._upstream, error)
