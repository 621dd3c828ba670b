"""One client's connection: requests in, answers out, in order."""

from __future__ import annotations

import asyncio
from asyncio import FIRST_COMPLETED
from collections import deque
from collections.abc import Awaitable, Callable, MutableSet
from typing import TYPE_CHECKING, cast

from mockforge.http import Request, problem
from mockforge.server.framing import framed
from mockforge.server.http1 import Asked, Limits, Reader, Refusal
from mockforge.server.lane import LONGEST
from mockforge.server.opening import abort
from mockforge.server.ready import Desk

if TYPE_CHECKING:
    from mockforge.server.deliver import Channel
    from mockforge.server.lane import Lane
    from mockforge.server.opening import Taken
    from mockforge.server.ready import Ready, Rendered

    Respond = Callable[[Asked, Channel], Awaitable[bool]]
    """Answers a request; returns whether the connection may be used again."""

CONTINUE = b"HTTP/1.1 100 Continue\r\n\r\n"

# Requests read ahead of the one being answered, before the client is kept waiting.
AHEAD = 32

# Seconds in which a refused client may take notice before its upload is cut off.
# Closing at once makes some systems drop the refusal itself (RFC 9112, 9.6).
LINGER = 1.0


class Connection(asyncio.Protocol):
    """The transport's side of a connection."""

    def __init__(  # noqa: PLR0913 - all but two by name
        self,
        respond: Respond,
        open_connections: MutableSet[Taken],
        *,
        here: str,
        limits: Limits,
        scheme: str = "http",
        lane: Lane | None = None,
    ) -> None:
        self._scheme = scheme
        self._lane = lane
        self._desk = Desk()
        self._respond = respond
        self._open = open_connections
        self._here = here
        self._limits = limits
        self._loop = asyncio.get_running_loop()
        self._waiting: deque[Asked | Refusal] = deque()
        self._task: asyncio.Task[None] | None = None
        self._writable = asyncio.Event()
        self._writable.set()
        self._gone: asyncio.Future[None] = self._loop.create_future()
        self._heard = self._since = self._loop.time()
        self._stopping: asyncio.Future[None] = self._loop.create_future()
        self._halved: asyncio.Future[None] = self._loop.create_future()
        self._is_expected = self._is_done = False
        self._late: asyncio.TimerHandle | None = None
        self._unsent = b""
        # Nothing but a request that is being answered keeps the next from its answer.
        self._is_open = True
        self._in_lane: Ready | None = None
        self._raw: bytes | None = None
        """The bytes of the request that waits, if it came alone and in one piece."""
        self._pieces = 0

    # What asyncio calls.

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Start reading."""
        self._transport = cast("asyncio.Transport", transport)
        self._open.add(self)
        peer = transport.get_extra_info("peername")
        client = peer[0] if isinstance(peer, tuple) else ""
        self._reader = Reader(
            self._arrived,
            self._expecting,
            client=client,
            here=self._here,
            limits=self._limits,
            scheme=self._scheme,
        )
        if self._lane is not None:
            self._desk = self._lane.desk(f"{client} {self._scheme} {self._here}")

    def data_received(self, data: bytes) -> None:
        """Read *data*."""
        self._heard = self._loop.time()
        reader = self._reader
        begins = not reader.is_busy
        # A piece of a large body is not even looked for.
        ready = self._desk.get(data) if begins and len(data) <= LONGEST else None
        if ready is not None and self._is_free:
            assert self._lane is not None
            rendered = self._lane.answer(ready, data)
            if rendered is not None:
                self._send(rendered)
                return
        if self._is_done:
            return
        self._pieces, self._in_lane = 0, None
        reader.feed(data)
        if begins and self._pieces == 1 and not reader.is_busy:
            self._came_whole(data)

    def _came_whole(self, data: bytes) -> None:
        """Note that *data* was one request, no more and no less."""
        if self._lane is None or len(data) > LONGEST:
            return
        if self._in_lane is not None:
            self._lane.spell(self._desk, data, self._in_lane)
        elif len(self._waiting) == 1:
            self._raw = data

    def eof_received(self) -> bool:
        """Note that the client asks no more; it may still be waiting for answers."""
        if not self._halved.done():
            self._halved.set_result(None)
        self._is_open = False
        self._settle()
        # Over TLS there is no half of a connection.
        return self._is_answering and self._scheme == "http"

    def connection_lost(self, exc: Exception | None) -> None:
        """Let go of everything."""
        self._open.discard(self)
        self._is_open = False
        if self._late is not None:
            self._late.cancel()
            self._late = None
        self._writable.set()
        self._waiting.clear()
        if not self._gone.done():
            self._gone.set_result(None)

    def pause_writing(self) -> None:
        """Note that the client is slower than the answer."""
        self._writable.clear()
        self._is_open = False

    def resume_writing(self) -> None:
        """Note that the client has caught up."""
        self._writable.set()
        self._is_open = not (
            self._is_done or self._stopping.done() or self._halved.done()
        )

    # What the server calls.

    @property
    def is_stopping(self) -> bool:
        """The server takes no more requests."""
        return self._stopping.done()

    @property
    def task(self) -> asyncio.Task[None] | None:
        """What is answering now; None between requests."""
        return self._task

    def stop(self) -> None:
        """Finish what is being answered without its pauses, and close."""
        if not self._stopping.done():
            self._stopping.set_result(None)
        self._is_open = False
        if self._late is not None:
            self._late.cancel()
            self._send_late()
        elif self._task is None:
            self._transport.close()

    def sweep(self, idle: float) -> None:
        """Close if nothing was said for *idle* seconds and nothing is waited for."""
        if not self._is_answering and self._loop.time() - self._heard > idle:
            self._transport.close()

    # The channel that an answer goes through.

    @property
    def passed(self) -> float:
        """Seconds since the request that is answered had arrived."""
        return self._loop.time() - self._since

    def write(self, data: bytes | memoryview) -> None:
        """Send *data*."""
        if not self._gone.done():
            self._transport.write(data)

    async def drain(self) -> bool:
        """Wait until the client has caught up; return whether it is there."""
        await self._writable.wait()
        return not self._gone.done()

    async def pause(self, seconds: float) -> bool:
        """Wait; return whether the client is there."""
        if seconds > 0.0 and not self._stopping.done():
            ends = (self._gone, self._stopping)
            await asyncio.wait(ends, timeout=seconds, return_when=FIRST_COMPLETED)
        return not self._gone.done()

    async def held(self) -> None:
        """Wait until the client leaves or the server stops."""
        ends = (self._gone, self._stopping, self._halved)
        await asyncio.wait(ends, return_when=FIRST_COMPLETED)

    def abort(self, *, resets: bool = False) -> None:
        """Break the connection; the client's system says so if it *resets*."""
        abort(self._transport, resets=resets)

    # Between the two.

    @property
    def _is_answering(self) -> bool:
        return self._task is not None or self._late is not None

    @property
    def _is_free(self) -> bool:
        """The next request can be answered as soon as it is read."""
        return self._task is None and self._late is None and self._is_open

    def _arrived(self, asked: Asked | Refusal) -> None:
        self._pieces += 1
        if self._is_done:
            return
        if isinstance(asked, Asked) and self._lane is not None and self._is_free:
            ready = self._lane.find(asked)
            if ready is not None:
                rendered = self._lane.answer(ready, asked)
                if rendered is not None:
                    self._in_lane = ready
                    self._send(rendered)
                    return
        if isinstance(asked, Refusal) or not asked.keep_alive:
            self._is_open = False
        self._raw = None
        self._waiting.append(asked)
        if len(self._waiting) == AHEAD:
            self._transport.pause_reading()
        if not self._is_answering:
            self._begin()

    def _send(self, rendered: Rendered) -> None:
        """Send what is ready, when it is time."""
        if rendered.closes:
            self._is_done, self._is_open = True, False
        if rendered.delay > 0.0:
            self._unsent = rendered.data
            self._late = self._loop.call_later(rendered.delay, self._send_late)
        else:
            self._transport.write(rendered.data)
            if rendered.closes:
                self._transport.close()

    def _send_late(self) -> None:
        self._late = None
        self._transport.write(self._unsent)
        self._unsent = b""
        self._go_on()

    def _begin(self) -> None:
        self._task = self._loop.create_task(self._answer())
        self._task.add_done_callback(self._answered)

    def _expecting(self) -> None:
        # An answer that is still being sent must not have this in its middle.
        if not self._is_answering:
            self._transport.write(CONTINUE)
        else:
            self._is_expected = True

    async def _answer(self) -> None:
        while self._waiting:
            asked = self._waiting.popleft()
            raw, self._raw, self._since = self._raw, None, self._heard
            if isinstance(asked, Refusal):
                self._refuse(asked)
                return
            if len(self._waiting) == AHEAD - 1:
                self._transport.resume_reading()
            if not await self._respond(asked, self):
                self._is_done = True
                self._waiting.clear()
            if raw is not None and self._lane is not None:
                ready = self._lane.find(asked)
                if ready is not None:
                    self._lane.spell(self._desk, raw, ready)

    def _answered(self, task: asyncio.Task[None]) -> None:
        self._task = None
        if task.cancelled() or task.exception() is not None:
            self._transport.abort()
            return
        self._go_on()

    def _go_on(self) -> None:
        """Answer what waits, or close if nothing is to follow."""
        if self._waiting:
            self._begin()
            return
        if self._is_expected:
            self._is_expected = False
            self._transport.write(CONTINUE)
        self._settle()

    def _settle(self) -> None:
        """Close if nothing is to follow."""
        if not self._is_answering and (
            self._is_done or self._halved.done() or self._stopping.done()
        ):
            self._transport.close()

    def _refuse(self, refusal: Refusal) -> None:
        answer = problem(refusal.status, "this request is refused", refusal.why)
        asked = Request("GET", "http", self._here, "/")
        head = framed(answer, asked, keep_alive=False).head
        self._transport.write(head + answer.body)
        if self._halved.done() or not self._transport.can_write_eof():
            self._is_done = True
            return
        self._transport.write_eof()
        self._is_done = self._stopping.done()
        self._loop.call_later(LINGER, self._transport.close)
