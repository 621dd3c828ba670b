"""HTTP/2: one client's connection, its requests answered side by side.

Source: RFC 9113. The frames and their state are h2's; what is waited for, and for how
long, is decided here.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, MutableSet
from typing import TYPE_CHECKING, Any, cast

from h2.config import H2Configuration
from h2.connection import ConnectionState, H2Connection
from h2.errors import ErrorCodes
from h2.events import (
    ConnectionTerminated,
    DataReceived,
    Event,
    RemoteSettingsChanged,
    RequestReceived,
    StreamEnded,
    StreamReset,
    TrailersReceived,
    WindowUpdated,
)
from h2.exceptions import ProtocolError
from h2.settings import SettingCodes, Settings

from mockforge.http import Headers, Request, first, problem
from mockforge.server import pseudo
from mockforge.server.deliver import Delivery
from mockforge.server.http1 import EXPECTED, Limits, Refusal
from mockforge.server.stream import Stream

if TYPE_CHECKING:
    from mockforge.server.opening import Taken

    Deliver = Callable[[Request], Awaitable[Delivery]]
    """Gives what a request is answered with; never raises."""

STREAMS = 256
"""Requests that one client may have open."""
WINDOW = 1 << 20
"""Bytes of a body that a client may send before it is heard."""
FLOOD = 8 << 20
"""Bytes of replies to a client that asks for them and does not read them."""
# What a refusal may be sent for; h2 ends the connection at the bound of its decoder.
HEADS = 4

log = logging.getLogger(__name__)


class Http2(asyncio.Protocol):
    """The transport's side of a connection."""

    def __init__(
        self,
        deliver: Deliver,
        open_connections: MutableSet[Taken],
        *,
        here: str,
        limits: Limits,
        scheme: str = "http",
    ) -> None:
        self._deliver = deliver
        self._open = open_connections
        self._here, self._limits, self._scheme = here, limits, scheme
        self._loop = asyncio.get_running_loop()
        self._heard = self._loop.time()
        self.stopping: asyncio.Future[None] = self._loop.create_future()
        """Done when no pause is to be kept any more."""
        self.writable = asyncio.Event()
        """The client has taken enough of what was written."""
        self.writable.set()
        self._streams: dict[int, Stream] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._is_last = False
        self.h2 = _connection(limits)
        """Frames and their state."""
        self._on: dict[type[Event], Callable[[Any], None]] = {
            RequestReceived: self._begun,
            DataReceived: self._body,
            TrailersReceived: self._trailers,
            StreamEnded: self._asked,
            StreamReset: self._reset,
            WindowUpdated: self._credited,
            RemoteSettingsChanged: self._credited,
            ConnectionTerminated: self._farewell,
        }

    # What asyncio calls.

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Say what we allow."""
        self._transport = cast("asyncio.Transport", transport)
        self._open.add(self)
        peer = transport.get_extra_info("peername")
        self._client: str = peer[0] if isinstance(peer, tuple) else ""
        self.h2.initiate_connection()
        self.h2.increment_flow_control_window(WINDOW)
        self.flush()

    def data_received(self, data: bytes) -> None:
        """Read *data*."""
        self._heard = self._loop.time()
        if self._transport.is_closing():
            return
        try:
            events = self.h2.receive_data(data)
        except ProtocolError as error:
            log.debug("a client's HTTP/2 is broken: %s", error)
            self.flush()
            self._transport.close()
            return
        for event in events:
            act = self._on.get(type(event))
            if act is not None:
                act(event)
        self.flush()
        if self._transport.get_write_buffer_size() > FLOOD:
            self._transport.abort()

    def eof_received(self) -> bool:
        """Note that the client asks no more; it may still be waiting for answers."""
        self._is_last = True
        return bool(self._tasks) and self._scheme == "http"

    def connection_lost(self, exc: Exception | None) -> None:
        """Let go of everything."""
        self._open.discard(self)
        for stream in self._streams.values():
            stream.leave()
        self._streams.clear()
        self.writable.set()

    def pause_writing(self) -> None:
        """Note that the client is slower than the answers."""
        self.writable.clear()

    def resume_writing(self) -> None:
        """Note that the client has caught up."""
        self.writable.set()

    # What the server calls.

    @property
    def task(self) -> asyncio.Future[Any] | None:
        """Everything that is being answered now; None between requests."""
        if not self._tasks:
            return None
        return asyncio.gather(*self._tasks, return_exceptions=True)

    def stop(self) -> None:
        """Finish what is being answered without its pauses, and close."""
        if not self.stopping.done():
            self.stopping.set_result(None)
        self._is_last = True
        self._settle()

    def sweep(self, idle: float) -> None:
        """Close if nothing was said for *idle* seconds and nothing is waited for."""
        if not self._tasks and self._loop.time() - self._heard > idle:
            self.stop()

    def abort(self) -> None:
        """Break the connection."""
        self._transport.abort()

    # What a stream calls.

    def flush(self) -> None:
        """Send what h2 has made."""
        data = self.h2.data_to_send()
        if data and not self._transport.is_closing():
            self._transport.write(data)

    # What a client does.

    def _begun(self, event: RequestReceived) -> None:
        number = event.stream_id
        assert number is not None
        assert event.headers is not None
        if self.stopping.done():
            self.h2.reset_stream(number, ErrorCodes.REFUSED_STREAM)
            return
        fields = cast("Headers", tuple(map(tuple, event.headers)))
        stream = self._streams[number] = Stream(number, self)
        limit = self._limits.head
        found = pseudo.asked(
            fields, scheme=self._scheme, here=self._here, client=self._client
        )
        if pseudo.head_size(fields) > limit:
            found = Refusal(431, f"the header fields exceed {limit} bytes")
        elif isinstance(found, Request):
            length = first(found.headers, "Content-Length")
            if length is not None and int(length) > self._limits.body:
                found = self._too_large()
        if isinstance(found, Refusal):
            self._refuse(stream, found)
            return
        stream.request = found
        expect = first(found.headers, "Expect")
        if expect is not None and expect.lower() == EXPECTED:
            self.h2.send_headers(number, [(b":status", b"100")])

    def _body(self, event: DataReceived) -> None:
        number = event.stream_id
        assert number is not None
        assert event.data is not None
        self.h2.acknowledge_received_data(event.flow_controlled_length, number)
        stream = self._streams.get(number)
        if stream is None or stream.request is None:
            return
        stream.size += len(event.data)
        if stream.size > self._limits.body:
            self._refuse(stream, self._too_large())
            return
        stream.parts.append(event.data)

    def _too_large(self) -> Refusal:
        return Refusal(413, f"the body exceeds {self._limits.body} bytes")

    def _trailers(self, event: TrailersReceived) -> None:
        stream = self._streams.get(event.stream_id or 0)
        if stream is not None and event.headers is not None:
            trailers = tuple(map(tuple, event.headers))
            stream.trailers = cast("Headers", trailers)

    def _asked(self, event: StreamEnded) -> None:
        stream = self._streams.get(event.stream_id or 0)
        request = stream.take() if stream is not None else None
        if stream is None or request is None:
            return
        task = self._loop.create_task(self._answer(stream, request))
        self._tasks.add(task)
        task.add_done_callback(self._answered)

    def _reset(self, event: StreamReset) -> None:
        stream = self._streams.pop(event.stream_id or 0, None)
        if stream is not None:
            stream.leave()

    def _credited(self, event: WindowUpdated | RemoteSettingsChanged) -> None:
        number = getattr(event, "stream_id", 0)
        if number:
            if number in self._streams:
                self._streams[number].moved.set()
            return
        for stream in self._streams.values():
            stream.moved.set()

    def _farewell(self, event: ConnectionTerminated) -> None:
        # It asks no more, but waits for what it has asked; h2 takes it for the end.
        self.h2.state_machine.state = ConnectionState.SERVER_OPEN
        self._is_last = True
        self._settle()

    # What we do.

    def _refuse(self, stream: Stream, refusal: Refusal) -> None:
        answer = problem(refusal.status, "this request is refused", refusal.why)
        stream.refused(answer)
        self._streams.pop(stream.number, None)

    async def _answer(self, stream: Stream, request: Request) -> None:
        try:
            await stream.send(request, await self._deliver(request))
        except ProtocolError as error:
            log.debug("an answer over HTTP/2 was broken off: %s", error)
        finally:
            self._streams.pop(stream.number, None)

    def _answered(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        if task.cancelled() or task.exception() is not None:
            self._transport.abort()
            return
        self._settle()

    def _settle(self) -> None:
        """Close if nothing is to follow."""
        if self._is_last and not self._tasks and not self._transport.is_closing():
            # Not before the last answer: clients take what follows it for a mistake.
            self.h2.close_connection()
            self.flush()
            self._transport.close()


# It remembers how each stream ended, of the last 65,536: 10 MB a connection.
_Lean = type("_Lean", (H2Connection,), {"MAX_CLOSED_STREAMS": 4096})


def _connection(limits: Limits) -> H2Connection:
    made: H2Connection = _Lean(
        H2Configuration(
            client_side=False,
            header_encoding=None,
            # They are made right in `pseudo`.
            validate_outbound_headers=False,
            normalize_outbound_headers=False,
        )
    )
    made.local_settings = Settings(
        client=False,
        initial_values={
            SettingCodes.MAX_CONCURRENT_STREAMS: STREAMS,
            SettingCodes.MAX_HEADER_LIST_SIZE: HEADS * limits.head,
            SettingCodes.INITIAL_WINDOW_SIZE: WINDOW,
        },
    )
    made.decoder.max_header_list_size = HEADS * limits.head
    return made
