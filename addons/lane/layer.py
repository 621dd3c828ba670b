"""The layer: events to requests, one errand at a time, the rest to mitmproxy."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from weakref import WeakSet

from mitmproxy import flow as flows
from mitmproxy import http
from mitmproxy.connection import Connection, ConnectionState
from mitmproxy.proxy import commands, events
from mitmproxy.proxy.context import Context
from mitmproxy.proxy.layer import Layer
from mitmproxy.proxy.layers import tcp
from mitmproxy.proxy.layers.http import HttpLayer, HTTPMode
from mitmproxy.proxy.layers.http._hooks import HttpErrorHook
from mitmproxy.proxy.layers.http._http1 import Http1Client
from mockforge.addons import http1
from mockforge.addons.lane import heads, wire
from mockforge.addons.lane.again import Again, Counter
from mockforge.addons.lane.errand import Errand
from mockforge.addons.lane.upstream import Opened, Opening, Upstream
from mockforge.addons.lane.way import Steps, Unfit

from mockforge.clock import Clock, SystemClock

Commands = Iterator[commands.Command]
Begin = Callable[[type[commands.StartHook], http.HTTPFlow], commands.StartHook | None]
"""Tells the addons of an event; returns what is left to be waited for, or None."""


class Lane(Layer):
    """HTTP/1.1 between one client and its upstreams, in the place of HttpLayer."""

    def __init__(
        self,
        context: Context,
        mode: HTTPMode,
        *,
        begin: Begin | None = None,
        again: Again | None = None,
        clock: Clock | None = None,
    ) -> None:
        """Take the place of a HttpLayer.

        Args:
            context: The connection, as for any layer.
            mode: As for HttpLayer.
            begin: The way to the addons; hooks are yielded if None.
            again: What was answered before, to be given again without asking.
            clock: The system's if None.
        """
        super().__init__(context)
        self.mode = mode
        self.clock = clock or SystemClock()
        self.has_left = False
        """The client is gone."""
        self.unread = bytearray()
        """What the client said and nobody has read."""
        self.begin = begin or _hook
        self._again = again
        self._counter: Counter | None = None
        self._reader = heads.Reader()
        self._errand: Errand | None = None
        self._steps: Steps | None = None
        self._awaited: commands.Command | None = None
        self._request = b""
        self._sought = 0
        self._is_over = False
        self._upstreams: dict[Connection, Upstream] = {}
        self._past: WeakSet[Connection] = WeakSet()
        """Upstreams that are done with; more may be heard of them."""
        self._owners: dict[commands.Command, Upstream] = {}
        self._heir: Layer | None = None
        self._is_switched = False

    def handle_event(self, event: events.Event) -> Commands:  # type: ignore[override]
        """Take *event*; unlike other layers this one never holds any back."""
        if self._heir is not None:
            yield from self._inherited(event)
        elif isinstance(event, events.ConnectionEvent):
            if event.connection is not self.context.client:
                yield from self._told(event)
            elif isinstance(event, events.DataReceived):
                yield from self._heard(event.data)
            elif isinstance(event, events.ConnectionClosed):
                yield from self._client_closed()
        elif isinstance(event, events.CommandCompleted):
            yield from self._completed(event)
        elif isinstance(event, events.Start):
            yield from self._started()

    _handle_event = handle_event  # type: ignore[assignment]

    def upstream(self, address: tuple[str, int], *, tls: bool) -> Upstream:
        """Return a connection to *address*, open or not."""
        for server, known in list(self._upstreams.items()):
            if known.suits(address, tls=tls):
                return known
            if not server.connected:
                self._drop(known)
        found = Upstream(self.context, address, tls=tls)
        self._upstreams[found.server] = found
        return found

    # The client.

    def _started(self) -> Commands:
        client, server = self.context.client, self.context.server
        # What the client offers is offered to the upstream, which may take HTTP/2.
        is_http1 = client.alpn in (None, b"", b"http/1.1")
        if not is_http1 or b"h2" in client.alpn_offers or server.connected:
            yield from self._handed_over()
        elif self._again is not None:
            self._counter = self._again.counter(self.context)

    def _heard(self, data: bytes) -> Commands:
        if self._is_over:
            return
        if self._counter is not None and self._steps is None and not self.unread:
            rendered = self._counter.answer(bytes(data))
            if rendered is not None:
                yield commands.SendData(self.context.client, rendered.data)
                if rendered.closes:
                    self._is_over = True
                    yield commands.CloseConnection(self.context.client)
                return
        self.unread += data
        if self._steps is None:
            yield from self._taken_on()
        elif self._awaited is None:
            yield from self._resumed()

    def _client_closed(self) -> Commands:
        # As mitmproxy sees it, who closes one side is not interested in the other.
        self.has_left = self._is_over = True
        if self.context.client.state is not ConnectionState.CLOSED:
            yield commands.CloseConnection(self.context.client)
        if self._steps is not None and self._awaited is None:
            yield from self._resumed()

    def _taken_on(self) -> Commands:
        """Begin the errands that have come."""
        while self.unread and self._steps is None and not self._is_over:
            at = self.unread.find(heads.END, self._sought)
            if at < 0:
                is_lost = heads.is_lost(self.unread, self._sought)
                if is_lost or len(self.unread) > http1.HEAD_AT_MOST:
                    yield from self._handed_over()
                self._sought = max(0, len(self.unread) - len(heads.END) + 1)
                return
            head = self._reader.read(bytes(self.unread[:at]))
            request = head and wire.asked(
                self.context, self.mode, head, self.clock.now()
            )
            if not head or not request:
                yield from self._handed_over()
                return
            self._request = bytes(self.unread[: at + 4])
            del self.unread[: at + 4]
            self._sought = 0
            self._errand = Errand(self, head, request)
            self._steps = self._errand.run()
            yield from self._advanced(None)

    def _resumed(self, reply: object = None) -> Commands:
        """Go on with the errand, and with those that have come meanwhile."""
        yield from self._advanced(reply)
        yield from self._taken_on()

    # The errand.

    def _advanced(self, reply: object) -> Commands:
        """Let the errand go on until it waits or ends."""
        assert self._steps is not None
        while True:
            try:
                command = self._steps.send(reply)
            except StopIteration:
                yield from self._done()
                return
            except Unfit:
                yield from self._unfit()
                return
            reply = None
            if command is None:
                return
            if command.blocking:
                yield from self._asked_of(command)
                return
            yield command

    def _asked_of(self, command: commands.Command) -> Commands:
        """Ask for what the errand waits for."""
        # Only the errand waits; what happens meanwhile is taken note of.
        command.blocking = self
        self._awaited = command
        if isinstance(command, Opening):
            yield from self._through(command.upstream, events.Start())
        else:
            yield command

    def _completed(self, event: events.CommandCompleted) -> Commands:
        if event.command is self._awaited:
            self._awaited = None
            yield from self._resumed(event.reply)
        elif event.command in self._owners:
            yield from self._through(self._owners.pop(event.command), event)

    def _done(self) -> Commands:
        errand, self._errand, self._steps = self._errand, None, None
        assert errand is not None
        if self._counter is not None and errand.whole is not None:
            raw = self._request + errand.body
            self._counter.keep(errand.flow, raw, errand.whole, closes=errand.closes)
        if errand.switches and not self._is_over:
            yield from self._switched(errand.upstream)
        elif errand.closes and not self._is_over:
            self._is_over = True
            yield commands.CloseConnection(self.context.client)

    def _unfit(self) -> Commands:
        """Leave a request to mitmproxy that the addons have heard of."""
        errand, self._errand, self._steps = self._errand, None, None
        assert errand is not None
        errand.flow.error = flows.Error("left to mitmproxy")
        hook = self.begin(HttpErrorHook, errand.flow)
        if hook is not None:
            hook.blocking = False
            yield hook
        self.unread[:0] = self._request
        yield from self._handed_over()

    # Upstreams.

    def _told(self, event: events.ConnectionEvent) -> Commands:
        upstream = self._upstreams.get(event.connection)
        if upstream is None:
            return
        yield from self._through(upstream, event)
        if not upstream.is_idle:
            if upstream.arrived and self._steps is not None and self._awaited is None:
                yield from self._resumed()
        elif upstream.arrived:
            # Said without being asked, or the end.
            self._drop(upstream)
            if upstream.server.state & ConnectionState.CAN_WRITE:
                yield from upstream.close()

    def _drop(self, upstream: Upstream) -> None:
        del self._upstreams[upstream.server]
        self._past.add(upstream.server)

    def _through(self, upstream: Upstream, event: events.Event) -> Commands:
        """Give *event* to the TLS of *upstream*, if it has any."""
        opened: Opened | None = None
        for command in upstream.handle(event):
            if isinstance(command, Opened):
                opened = command
                continue
            if command.blocking:
                self._owners[command] = upstream
            yield command
        if opened is not None and isinstance(self._awaited, Opening):
            self._awaited = None
            yield from self._resumed(opened.error)

    # mitmproxy's layer.

    def _handed_over(self) -> Commands:
        """Leave the connection to mitmproxy's layer, from what is not read yet."""
        self.context.layers.remove(self)
        heir = HttpLayer(self.context, self.mode)
        for server, upstream in list(self._upstreams.items()):
            if upstream.server.connected:
                # mitmproxy would use it for the next request too, and now will.
                del self._upstreams[server]
                client = Http1Client(upstream.context)
                heir.connections[server] = upstream.left_to(client)
                yield from upstream.inside(client, events.Start())
        self._heir = heir
        for event in self._untold():
            yield from heir.handle_event(event)

    def _switched(self, upstream: Upstream | None) -> Commands:
        """Pass on whatever is said from now on."""
        self._is_switched = True
        # Line ends after a request are eaten by mitmproxy too.
        self.unread = self.unread.lstrip(b"\r\n")
        if upstream is None:
            heir = self._heir = tcp.TCPLayer(self.context)
            for event in self._untold():
                yield from heir.handle_event(event)
            return
        del self._upstreams[upstream.server]
        self.context.server = upstream.server
        heir = tcp.TCPLayer(self.context)
        self._heir = upstream.left_to(heir)
        for event in (*self._untold(), *upstream.unread()):
            for command in upstream.inside(heir, event):
                yield self._as_http(command)

    def _untold(self) -> list[events.Event]:
        """Return what whoever goes on with the connection has to be told."""
        found: list[events.Event] = [events.Start()]
        if self.unread:
            found.append(events.DataReceived(self.context.client, bytes(self.unread)))
            self.unread.clear()
        return found

    def _inherited(self, event: events.Event) -> Commands:
        assert self._heir is not None
        if isinstance(event, events.ConnectionEvent):
            server = event.connection
            if server in self._upstreams or server in self._past:
                return
        for command in self._heir.handle_event(event):
            yield self._as_http(command)

    def _as_http(self, command: commands.Command) -> commands.Command:
        if self._is_switched and isinstance(command, commands.CloseTcpConnection):
            # As after an upgrade in mitmproxy's layer: nothing is half-closed.
            return commands.CloseConnection(command.connection)
        return command


def _hook(kind: type[commands.StartHook], about: http.HTTPFlow) -> commands.StartHook:
    return kind(about)
