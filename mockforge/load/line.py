"""One connection: a request out, its answer in, again and again.

Source: RFC 9112. The parser is llhttp, by way of httptools; it is not told what was
asked, so answers to HEAD and bodies that end with the connection are seen to here.
"""

from __future__ import annotations

import asyncio
import ssl
from hashlib import blake2b
from typing import Protocol, cast

import httptools

from mockforge.load.prepared import Prepared
from mockforge.load.tally import Trouble
from mockforge.load.target import Target

HEAD = 1 << 20
"""Bytes that the head of an answer may have."""
_END = b"\r\n\r\n"


class Owner(Protocol):
    """Who is told what happens on a line."""

    def answered(self, line: Line, asked: Prepared, *, stays: bool) -> None:
        """The answer to *asked* is whole; the connection *stays* open or not."""

    def failed(self, line: Line, asked: Prepared, trouble: Trouble) -> None:
        """No answer comes to *asked*, and the connection ends."""

    def closed(self, line: Line) -> None:
        """The connection has ended."""


class Line(asyncio.Protocol):
    """A connection, and the one made after it in its place."""

    def __init__(self, owner: Owner) -> None:
        self._owner = owner
        self._transport: asyncio.Transport | None = None
        self.asked: Prepared | None = None
        """What is being answered; None while it is free."""
        self.due = 0.0
        """When that was to be sent."""
        self.sent = 0.0
        """When it was."""
        self.free = 0.0
        """Since when it is free."""
        self.received = 0
        """Bytes, since it was last asked something."""
        self.status = 0
        """Of the last answer."""
        self._head = b""
        self._has_head = False
        self._stays = True
        self._done = 0

    @property
    def is_open(self) -> bool:
        """Whether something can be asked on it."""
        return self._transport is not None and not self._transport.is_closing()

    @property
    def is_connected(self) -> bool:
        """Whether there is a connection that has not ended yet."""
        return self._transport is not None

    def ask(self, asked: Prepared, due: float, now: float) -> None:
        """Send *asked*."""
        assert self._transport is not None
        self.asked = asked
        self.due = due
        self.sent = now
        self.received = 0
        self._begin()
        self._transport.write(asked.wire)

    def give_up(self, trouble: Trouble) -> None:
        """Wait for the answer no longer, and end the connection."""
        asked, self.asked = self.asked, None
        if asked is not None:
            self._owner.failed(self, asked, trouble)
        self.abort()

    def abort(self) -> None:
        """End the connection, whatever happens on it."""
        if self._transport is not None:
            self._transport.abort()

    def digest(self) -> bytes | None:
        """Return what the last answer's body is compared by; None if it is not."""
        return None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Begin to read."""
        self._transport = cast(asyncio.Transport, transport)
        self._parser = httptools.HttpResponseParser(self)

    def data_received(self, data: bytes) -> None:
        """Take a piece of an answer."""
        self.received += len(data)
        asked = self.asked
        if asked is None:
            # Nobody asked. What this is an answer to cannot be told.
            self.abort()
            return
        if not self._has_head:
            self._head += data
            if len(self._head) > HEAD:
                self.give_up(Trouble.BAD)
                return
            if asked.is_head:
                self._answer_to_head(asked)
                return
        try:
            self._parser.feed_data(data)
        except (httptools.HttpParserError, httptools.HttpParserUpgrade):
            self.give_up(Trouble.BAD)
            return
        if self._done:
            self._finish(asked)

    def connection_lost(self, problem: Exception | None) -> None:
        """Tell whether that was the end of an answer."""
        self._transport = None
        asked, self.asked = self.asked, None
        if asked is not None:
            if problem is None and self._ends_with_connection():
                self.status = self._parser.get_status_code()
                self._owner.answered(self, asked, stays=False)
            else:
                self._owner.failed(self, asked, Trouble.RESET)
        self._owner.closed(self)

    # What follows is called by httptools, under the names it knows.

    def on_headers_complete(self) -> None:
        """Keep no more of the head."""
        self._has_head = True

    def on_message_complete(self) -> None:
        """Note the end of an answer, or of an interim one before it."""
        status = self._parser.get_status_code()
        if status < 200:
            self._has_head = False
            self._head = self._head.partition(_END)[2]
            return
        self.status = status
        self._stays = self._parser.should_keep_alive()
        self._done += 1

    def _begin(self) -> None:
        self._head = b""
        self._has_head = False
        self._stays = True
        self._done = 0

    def _finish(self, asked: Prepared) -> None:
        if self._done > 1:
            self.give_up(Trouble.BAD)
            return
        self.asked = None
        if not self._stays and self._transport is not None:
            self._transport.close()
        self._owner.answered(self, asked, stays=self._stays)

    def _answer_to_head(self, asked: Prepared) -> None:
        """Read the answer to HEAD, which tells the length of a body it lacks."""
        head, end, rest = self._head.partition(_END)
        while end and head[9:10] == b"1":
            self._head = rest
            head, end, rest = rest.partition(_END)
        if not end:
            return
        status = head[9:12]
        if rest or not head.startswith(b"HTTP/1.") or not status.isdigit():
            self.give_up(Trouble.BAD)
            return
        lower = head.lower()
        stays = b"\r\nconnection: close" not in lower
        if lower.startswith(b"http/1.0"):
            stays = b"\r\nconnection: keep-alive" in lower
        self.status = int(status)
        self._stays, self._done = stays, 1
        self._finish(asked)

    def _ends_with_connection(self) -> bool:
        """Whether the head that came names no other end (RFC 9112, 6.3)."""
        lower = self._head.partition(_END)[0].lower()
        return self._has_head and not (
            b"\ncontent-length:" in lower or b"\ntransfer-encoding:" in lower
        )


class ComparingLine(Line):
    """A connection whose answers' bodies are compared."""

    def on_body(self, body: bytes) -> None:
        """Take a piece of the body."""
        self._digest.update(body)

    def digest(self) -> bytes | None:
        """Return what the last answer's body is compared by."""
        return self._digest.digest()

    def __init__(self, owner: Owner) -> None:
        super().__init__(owner)
        self._digest = blake2b(digest_size=16)

    def _begin(self) -> None:
        super()._begin()
        self._digest = blake2b(digest_size=16)


async def connect(line: Line, target: Target, *, within: float) -> Trouble | None:
    """Connect *line* to *target*; return what kept it from that, if anything did.

    Args:
        line: A new one, or one whose connection has ended.
        target: Whereto.
        within: Seconds that it may take.
    """
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout(within):
            await loop.create_connection(
                lambda: line,
                target.host,
                target.port,
                ssl=target.tls,
                server_hostname=target.name if target.tls else None,
            )
    except TimeoutError:
        return Trouble.TIMEOUT
    except ssl.SSLError:
        return Trouble.TLS
    except ConnectionResetError:
        return Trouble.RESET
    except OSError:
        return Trouble.REFUSED
    return None
