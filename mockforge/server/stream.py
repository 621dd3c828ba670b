"""One request over HTTP/2 and its answer, sent as fast as the client takes it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress
from dataclasses import replace
from typing import Any, Protocol

from h2.errors import ErrorCodes
from h2.exceptions import ProtocolError

from mockforge.engine import Answer, Ending
from mockforge.engine.plan import NOTHING
from mockforge.http import Headers, Request, Response, problem
from mockforge.server import pseudo
from mockforge.server.deliver import Delivery, pieces_of
from mockforge.server.framing import is_bodiless

# Sent before others have their turn.
SLICE = 64 << 10


class Carrier(Protocol):
    """The connection that a stream is on."""

    h2: Any
    writable: asyncio.Event
    stopping: asyncio.Future[None]

    def flush(self) -> None:
        """Send what h2 has made."""


class Stream:
    """A request that arrives, and the way back for its answer."""

    def __init__(self, number: int, carrier: Carrier) -> None:
        self.number = number
        self.request: Request | None = None
        """What is being asked, without its body; None once it is refused or whole."""
        self.parts: list[bytes] = []
        self.size = 0
        self.trailers: Headers = ()
        self.moved = asyncio.Event()
        """Set when the client may have room for more."""
        self._carrier = carrier
        self._since = 0.0
        self._gone: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    def leave(self) -> None:
        """Note that nobody waits for the answer any more."""
        if not self._gone.done():
            self._gone.set_result(None)
        self.moved.set()

    def take(self) -> Request | None:
        """Return the request, which has arrived whole; None if it was refused."""
        request, self.request = self.request, None
        self._since = asyncio.get_running_loop().time()
        if request is None or not (self.parts or self.trailers):
            return request
        body = self.parts[0] if len(self.parts) == 1 else b"".join(self.parts)
        self.parts = []
        return replace(request, body=body, trailers=self.trailers)

    def refused(self, answer: Response) -> None:
        """Answer at once, and read no more of the request."""
        self.request, self.parts = None, []
        h2 = self._carrier.h2
        asked = Request("GET", "", "", "/")
        # Over before the client has heard of any limit it could keep to.
        with suppress(ProtocolError):
            h2.send_headers(self.number, pseudo.answered(answer, asked))
            room = h2.local_flow_control_window(self.number)
            h2.send_data(self.number, answer.body[:room], end_stream=True)
        with suppress(ProtocolError):
            # RFC 9113, 8.1: what is still to come of the request is not needed.
            h2.reset_stream(self.number, ErrorCodes.NO_ERROR)
        self.leave()

    async def send(self, request: Request, delivery: Delivery) -> None:
        """Send *delivery*, which answers *request*.

        Raises:
            ProtocolError: If the connection is over.
        """
        answer, h2 = delivery.answer, self._carrier.h2
        if answer.delay > 0.0:
            passed = asyncio.get_running_loop().time() - self._since
            if not await self._pause(answer.delay - passed):
                return
        if self._gone.done() or answer.ending in NOTHING:
            await self._failed(answer.ending)
            return
        response = answer.response
        if response.status < 200:
            response = _unspeakable(response)
            answer = Answer(response, answer.provenance)
            delivery = Delivery(answer)
        partial = delivery.body is not None or answer.ending is not Ending.WHOLE
        fields = pseudo.answered(response, request, partial=partial)
        trailers = pseudo.trailing(response.trailers)
        is_empty = not partial and not response.body and not trailers
        ends = is_bodiless(response, request) or is_empty
        h2.send_headers(self.number, fields, end_stream=ends)
        if ends:
            self._carrier.flush()
        elif delivery.body is not None:
            await self._passed_on(delivery.body)
        else:
            await self._sent(answer, trailers)

    async def _failed(self, ending: Ending) -> None:
        """Fail as *ending* says: no head is sent."""
        if ending is Ending.SILENT:
            await self._held()
        if not self._gone.done():
            self._carrier.h2.reset_stream(self.number, ErrorCodes.INTERNAL_ERROR)
            self._carrier.flush()

    async def _sent(self, answer: Answer, trailers: list[tuple[bytes, bytes]]) -> None:
        """Send the body at hand, and end as the answer does."""
        pieces = pieces_of(answer.response)
        ending = answer.ending
        for number, (wait, piece) in enumerate(pieces, 1):
            if wait > 0.0:
                self._carrier.flush()
                if not await self._pause(wait):
                    return
            is_last = number == len(pieces) and ending is Ending.WHOLE
            if not await self._data(piece, ends=is_last and not trailers):
                return
        if ending is Ending.OPEN:
            await self._held()
        if self._gone.done() or (ending is Ending.WHOLE and not trailers):
            return
        if ending is Ending.BROKEN:
            self._carrier.h2.reset_stream(self.number, ErrorCodes.INTERNAL_ERROR)
        else:
            self._end(trailers)
        self._carrier.flush()

    def _end(self, trailers: list[tuple[bytes, bytes]]) -> None:
        if trailers:
            self._carrier.h2.send_headers(self.number, trailers, end_stream=True)
        else:
            self._carrier.h2.end_stream(self.number)

    async def _passed_on(self, body: AsyncIterator[bytes]) -> None:
        self._carrier.flush()
        try:
            async for piece in body:
                if not await self._data(piece):
                    return
        except OSError:
            # The upstream broke off; what it said cannot be ended as if it were whole.
            if not self._gone.done():
                self._carrier.h2.reset_stream(self.number, ErrorCodes.INTERNAL_ERROR)
        else:
            if not self._gone.done():
                self._end([])
        self._carrier.flush()

    async def _data(self, data: bytes, *, ends: bool = False) -> bool:
        """Send *data* as the client has room; return whether it is there."""
        carrier, number = self._carrier, self.number
        h2, at, size = carrier.h2, 0, len(data)
        if ends and not data:
            h2.end_stream(number)
            carrier.flush()
        while at < size:
            room = min(h2.local_flow_control_window(number), SLICE, size - at)
            if room <= 0:
                carrier.flush()
                self.moved.clear()
                await self.moved.wait()
            else:
                self._frames(data[at : at + room], ends and at + room == size)
                at += room
                await self._turn(at < size)
            if self._gone.done():
                return False
        return True

    def _frames(self, data: bytes, ends: bool) -> None:
        h2 = self._carrier.h2
        step: int = h2.max_outbound_frame_size
        for start in range(0, len(data), step):
            is_last = ends and start + step >= len(data)
            piece = data[start : start + step]
            h2.send_data(self.number, piece, end_stream=is_last)
        self._carrier.flush()

    async def _turn(self, is_more: bool) -> None:
        """Let the client catch up, and other streams have their turn."""
        if not self._carrier.writable.is_set():
            await self._carrier.writable.wait()
        elif is_more:
            await asyncio.sleep(0)

    async def _pause(self, seconds: float) -> bool:
        """Wait; return whether the client is there."""
        if seconds > 0.0 and not self._carrier.stopping.done():
            await asyncio.wait(
                (self._gone, self._carrier.stopping),
                timeout=seconds,
                return_when=asyncio.FIRST_COMPLETED,
            )
        return not self._gone.done()

    async def _held(self) -> None:
        """Wait until the client leaves or the server stops."""
        self._carrier.flush()
        await asyncio.wait(
            (self._gone, self._carrier.stopping), return_when=asyncio.FIRST_COMPLETED
        )


def _unspeakable(response: Response) -> Response:
    return problem(
        502,
        "this answer cannot be sent",
        f"what was recorded is a {response.status}, which ends nothing over HTTP/2",
    )
