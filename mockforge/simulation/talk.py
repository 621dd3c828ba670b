"""One user's connection: a request out, the whole answer in."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

from mockforge.bodies.document import LONGEST
from mockforge.http import Headers, Request, Response
from mockforge.load.line import Line, connect
from mockforge.load.prepared import Expected, Prepared, wire
from mockforge.load.tally import Trouble
from mockforge.load.target import Target

CONNECTING = 5.0
"""Seconds in which a connection must be there."""
_AGAIN = 2


@dataclass(frozen=True, slots=True)
class Answered:
    """What came of a request."""

    response: Response | None
    trouble: Trouble | None = None
    """Why there is no answer."""


class Talk:
    """A connection that is made anew when it has ended."""

    def __init__(self, target: Target) -> None:
        self._target = target
        self._line = HearingLine(self)
        self._used = False
        self._waiting: asyncio.Future[Answered] | None = None
        self._gone = asyncio.Event()

    async def ask(
        self, request: Request, *, patience: float, is_stream: bool = False
    ) -> Answered:
        """Return what the target answers to *request*.

        Args:
            request: As it is sent.
            patience: Seconds that the answer may take.
            is_stream: It may not end; what came until then is the answer.
        """
        asked = Prepared(
            wire(request, self._target.origin),
            request.method == "HEAD",
            Expected(),
            0,
            "",
        )
        for _ in range(_AGAIN):
            was_used = self._line.is_open and self._used
            found = await self._once(asked, patience, is_stream=is_stream)
            if found.trouble is Trouble.RESET and was_used and not self._line.received:
                # It was ended while nobody asked, before this came (RFC 9112, 9.3.1).
                continue
            break
        return found

    async def close(self) -> None:
        """End the connection."""
        self._line.asked = None
        if self._line.is_connected:
            self._gone.clear()
            self._line.abort()
            await self._gone.wait()

    # What the line tells.

    def answered(self, line: Line, asked: Prepared, *, stays: bool) -> None:
        """Give the answer to who waits for it."""
        self._settle(Answered(self._line.response()))

    def failed(self, line: Line, asked: Prepared, trouble: Trouble) -> None:
        """Say why no answer comes."""
        self._settle(Answered(None, trouble))

    def closed(self, line: Line) -> None:
        """Note that there is no connection."""
        self._used = False
        self._gone.set()

    def _settle(self, found: Answered) -> None:
        if self._waiting is not None and not self._waiting.done():
            self._waiting.set_result(found)

    async def _once(
        self, asked: Prepared, patience: float, *, is_stream: bool
    ) -> Answered:
        if not self._line.is_open:
            trouble = await self._connect()
            if trouble is not None:
                return Answered(None, trouble)
        loop = asyncio.get_running_loop()
        self._waiting = loop.create_future()
        self._used = True
        self._line.ask(asked, 0.0, 0.0)
        try:
            async with asyncio.timeout(patience):
                return await self._waiting
        except TimeoutError:
            begun = self._line.begun() if is_stream else None
            self._line.give_up(Trouble.TIMEOUT)
            return Answered(begun, None if begun else Trouble.TIMEOUT)
        finally:
            self._waiting = None

    async def _connect(self) -> Trouble | None:
        if self._line.is_connected:
            # On its way out.
            self._gone.clear()
            self._line.abort()
            await self._gone.wait()
        return await connect(self._line, self._target, within=CONNECTING)


class HearingLine(Line):
    """A connection whose answers are kept."""

    def __init__(self, owner: Talk) -> None:
        super().__init__(owner)
        self._fields: list[tuple[bytes, bytes]] = []
        self._body = bytearray()

    def response(self) -> Response:
        """Return the answer that is whole."""
        fields = self._fields or list(_fields(self._head))
        return Response(self.status, tuple(fields), bytes(self._body))

    def begun(self) -> Response | None:
        """Return what has come of an answer; None if it is less than its head."""
        if not self._has_head:
            return None
        status = self._parser.get_status_code()
        return Response(status, tuple(self._fields), bytes(self._body))

    # What follows is called by httptools, under the names it knows.

    def on_message_begin(self) -> None:
        """Forget the interim answer before, if there was one."""
        self._fields = []
        self._body = bytearray()

    def on_header(self, name: bytes, value: bytes) -> None:
        """Take a field of the head."""
        self._fields.append((name, value))

    def on_body(self, body: bytes) -> None:
        """Take a piece of the body; of what is too long to be read, no more."""
        if len(self._body) <= LONGEST:
            self._body += body

    def _begin(self) -> None:
        super()._begin()
        self._fields = []
        self._body = bytearray()


def _fields(head: bytes) -> Headers:
    """Return the fields of *head*, which the parser was not given."""
    lines = head.partition(b"\r\n\r\n")[0].split(b"\r\n")[1:]
    pairs = (line.partition(b":") for line in lines)
    return tuple((name.strip(), value.strip()) for name, _, value in pairs)
