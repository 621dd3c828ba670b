"""A WebSocket client: enough of one to subscribe and listen."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from urllib.parse import urlsplit

from wsproto import ConnectionType, WSConnection
from wsproto.events import (
    AcceptConnection,
    CloseConnection,
    Ping,
    RejectConnection,
    Request,
    TextMessage,
)
from wsproto.utilities import RemoteProtocolError

from mockforge.event import Event, Kind
from mockforge.http import Headers

PATIENCE = 5.0
"""Seconds to wait for anything on a WebSocket."""


class Turned(Exception):
    """The server answered the handshake with something else than a WebSocket."""

    def __init__(self, status: int) -> None:
        super().__init__(f"the handshake was answered with status {status}")
        self.status = status


class WebSocket:
    """An open WebSocket, and every message that has passed on it."""

    def __init__(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        self._reader = reader
        self._writer = writer
        self._wire = WSConnection(ConnectionType.CLIENT)
        self._partial = ""
        self._texts: list[str] = []
        self._opened = False
        self.closed = False
        self.events: list[Event] = []
        """In the order they passed; *wait* is not measured and 0.0."""

    async def send(self, text: str) -> None:
        """Send a text message."""
        self.events.append(Event(text.encode(), Kind.TEXT, from_client=True, wait=0.0))
        await self._write(self._wire.send(TextMessage(data=text)))

    async def receive(self) -> str:
        """Return the next text message.

        Raises:
            ConnectionError: If the server has closed the conversation.
            TimeoutError: If nothing comes.
        """
        async with asyncio.timeout(PATIENCE):
            while not self._texts:
                if self.closed:
                    raise ConnectionResetError("the server closed the WebSocket")
                await self._read()
        return self._texts.pop(0)

    async def open(self, target: str, host: str, headers: Headers) -> None:
        """Shake hands.

        Raises:
            Turned: If the server does not want a WebSocket.
            ConnectionError: If the server closes, or speaks something else.
            TimeoutError: If nothing comes.
        """
        asked = Request(target=target, host=host, extra_headers=list(headers))
        await self._write(self._wire.send(asked))
        async with asyncio.timeout(PATIENCE):
            while not self._opened:
                if self.closed:
                    raise ConnectionResetError("the server hung up on the handshake")
                await self._read()

    async def close(self) -> None:
        """Say good-bye, and wait until the server has too."""
        if not self.closed:
            farewell = CloseConnection(code=1000)
            code = (1000).to_bytes(2, "big")
            self.events.append(Event(code, Kind.CLOSE, from_client=True, wait=0.0))
            await self._write(self._wire.send(farewell))
        async with asyncio.timeout(PATIENCE):
            while not self.closed:
                await self._read()

    async def _read(self) -> None:
        received = await self._reader.read(65536)
        if not received:
            self.closed = True
            return
        try:
            self._wire.receive_data(received)
            for event in self._wire.events():
                await self._take(event)
        except RemoteProtocolError as failure:
            raise ConnectionResetError(f"no WebSocket here: {failure}") from failure

    async def _take(self, event: object) -> None:
        if isinstance(event, AcceptConnection):
            self._opened = True
        elif isinstance(event, RejectConnection):
            raise Turned(event.status_code)
        elif isinstance(event, CloseConnection):
            self.closed = True
        elif isinstance(event, Ping):
            await self._write(self._wire.send(event.response()))
        elif isinstance(event, TextMessage):
            self._text(event)

    def _text(self, event: TextMessage) -> None:
        self._partial += event.data
        if event.message_finished:
            text, self._partial = self._partial, ""
            self._texts.append(text)
            passed = Event(text.encode(), Kind.TEXT, from_client=False, wait=0.0)
            self.events.append(passed)

    async def _write(self, content: bytes) -> None:
        self._writer.write(content)
        await self._writer.drain()


@asynccontextmanager
async def connect(url: str, headers: Headers = ()) -> AsyncIterator[WebSocket]:
    """Open a WebSocket at *url*, `http://` or `ws://`, and close it at the end.

    Raises:
        Turned: If the server does not want a WebSocket.
        ConnectionError: If nothing listens there, or it speaks something else.
        TimeoutError: If nothing comes.
    """
    parts = urlsplit(url)
    assert parts.hostname is not None, "a WebSocket has a host"
    reader, writer = await asyncio.open_connection(parts.hostname, parts.port or 80)
    socket = WebSocket(reader, writer)
    try:
        await socket.open(parts.path or "/", parts.netloc, headers)
        yield socket
        await socket.close()
    finally:
        writer.close()
        try:
            await writer.wait_closed()
        except ConnectionError:
            # It is closed all the same.
            return
