"""How two processes of one run talk: JSON messages over a local socket.

A message is four bytes of length and that much JSON. One that asks bears a number,
and so does the reply to it; neither side waits for the other in between.
"""

from __future__ import annotations

import asyncio
import inspect
import json
from collections.abc import Awaitable, Callable, Mapping
from itertools import count
from typing import Any, cast

from mockforge.options import Json

Message = Mapping[str, Any]
Hear = Callable[[Message], "Json | Awaitable[Json]"]
"""Is given every message; what it returns is the reply if one is wanted."""

WIDTH = 4


class Gone(ConnectionError):
    """The process at the other end is not there any more."""


class Channel(asyncio.Protocol):
    """One end."""

    def __init__(self, hear: Hear, *, lost: Callable[[], None]) -> None:
        self._hear = hear
        self._lost = lost
        self._numbers = count(1)
        self._asked: dict[int, asyncio.Future[Json]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._buffer = bytearray()
        self._transport: asyncio.Transport | None = None
        self._closed = asyncio.Event()

    # What asyncio calls.

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Keep the transport."""
        self._transport = cast("asyncio.Transport", transport)

    def data_received(self, data: bytes) -> None:
        """Take each message that is whole."""
        buffer = self._buffer
        buffer += data
        start = 0
        while len(buffer) - start >= WIDTH:
            end = start + WIDTH + int.from_bytes(buffer[start : start + WIDTH], "big")
            if len(buffer) < end:
                break
            message = json.loads(buffer[start + WIDTH : end])
            start = end
            self._arrived(message)
        del buffer[:start]

    def connection_lost(self, exc: Exception | None) -> None:
        """Tell whoever waits that no reply will come."""
        self._transport = None
        for waiting in self._asked.values():
            if not waiting.done():
                waiting.set_exception(Gone("the other process is gone"))
        self._asked.clear()
        for task in self._tasks:
            task.cancel()
        self._closed.set()
        self._lost()

    # What the owner calls.

    def send(self, message: Message) -> None:
        """Send *message*; what nobody is left to read is dropped."""
        if self._transport is not None:
            text = json.dumps(message, separators=(",", ":")).encode()
            self._transport.write(len(text).to_bytes(WIDTH, "big") + text)

    async def ask(self, message: Message) -> Json:
        """Send *message* and return the reply.

        Raises:
            Gone: If the other process ended.
        """
        if self._transport is None:
            raise Gone("the other process is gone")
        number = next(self._numbers)
        waiting = asyncio.get_running_loop().create_future()
        self._asked[number] = waiting
        self.send({**message, "ask": number})
        try:
            return await waiting
        finally:
            self._asked.pop(number, None)

    async def close(self) -> None:
        """Close this end, after what was sent has gone out."""
        if self._transport is not None:
            self._transport.close()
            await self._closed.wait()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    # Between the two.

    def _arrived(self, message: Message) -> None:
        if "reply" in message:
            waiting = self._asked.pop(message["reply"], None)
            if waiting is not None and not waiting.done():
                waiting.set_result(message["value"])
            return
        reply = self._hear(message)
        number = message.get("ask")
        if number is None:
            return
        if not inspect.isawaitable(reply):
            self.send({"reply": number, "value": reply})
            return
        task = asyncio.get_running_loop().create_task(self._reply(number, reply))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _reply(self, number: int, reply: Awaitable[Json]) -> None:
        self.send({"reply": number, "value": await reply})
