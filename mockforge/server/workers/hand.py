"""A worker: answers, and tells the first process what it did."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator, Awaitable
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from mockforge.engine import Engine
from mockforge.engine.merging import drained
from mockforge.errors import MockforgeError
from mockforge.options import Json
from mockforge.server.workers.channel import Channel, Gone, Message
from mockforge.server.workers.forwarding import asked, told

if TYPE_CHECKING:
    from mockforge.engine import Answer
    from mockforge.http import Request
    from mockforge.server.journal import Journal
    from mockforge.server.replayed import Replayed


RESTS = 100
"""Times as long as it took to tell what was done, until it is told again unasked.
Ten thousand exchanges take some 15 ms, in which nobody is answered."""


class Hand:
    """One of several that answer, with a line to the first process."""

    def __init__(self, engine: Engine, channel: Channel, told: asyncio.Event) -> None:
        self._engine = engine
        self._loop = asyncio.get_running_loop()
        self._rests_until = 0.0
        self.kept: Journal | None = None
        """Of the last requests that this one answered."""
        self.learning: Replayed | None = None
        """What was learned, as this one applies it."""
        self.channel = channel
        self.told = told
        """It is to stop, or the first process is gone."""

    @classmethod
    @asynccontextmanager
    async def joined(cls, engine: Engine, line: socket.socket) -> AsyncIterator[Hand]:
        """Join the crew at the other end of *line*; leaving tells what was done."""
        told = asyncio.Event()
        hand: Hand

        def hear(message: Message) -> Json | Awaitable[Json]:
            if message["what"] != "stop":
                return hand.heard(message)
            told.set()
            return None

        loop = asyncio.get_running_loop()
        _, channel = await loop.create_unix_connection(
            lambda: Channel(hear, lost=told.set), sock=line
        )
        hand = cls(engine, channel, told)
        try:
            yield hand
        except MockforgeError as error:
            # The first process tells it, once for all.
            channel.send({"what": "failed", "why": error.what})
            raise
        finally:
            hand.tell()
            await channel.close()

    def ready(self, urls: tuple[str, ...], ca: str | None = None) -> None:
        """Say that this one answers, at *urls*, with certificates of *ca*."""
        self.channel.send({"what": "ready", "urls": urls, "ca": ca})

    def heard(self, message: Message) -> Json | Awaitable[Json]:
        """Answer the first process."""
        if message["what"] == "account":
            # Asked by somebody, or only looked at once in a while.
            if "ask" in message or self._loop.time() >= self._rests_until:
                self.tell()
        elif message["what"] == "renew":
            return self._renew()
        elif self.learning is not None and message["what"] == "learn":
            return self.learning.hear(message["told"])
        elif self.kept is not None and message["what"] == "forget":
            self.kept.clear()
        elif self.kept is not None and message["what"] == "journal":
            return self.kept.json(message["last"])
        return None

    async def _renew(self) -> Json:
        """Answer by the settings as they are written now."""
        if self._engine.renewal is not None:
            await self._engine.renewal.renewed()
        return None

    def tell(self) -> None:
        """Say what was done since it was said last."""
        ledger, began = self._engine.ledger, self._loop.time()
        if ledger.seen or ledger.missed or ledger.answered:
            self.channel.send({"what": "account", "account": drained(ledger)})
        now = self._loop.time()
        self._rests_until = now + (now - began) * RESTS

    async def report(self) -> Json:
        """Return what all workers have done so far."""
        return await self.channel.ask({"what": "report"})

    async def health(self) -> Json:
        """Return how many of them answer."""
        return await self.channel.ask({"what": "health"})

    async def journal(self, last: int | None) -> Json:
        """Return the *last* requests of all workers, oldest first."""
        return await self.channel.ask({"what": "journal", "last": last})

    async def forget(self) -> None:
        """Forget the journals of all workers."""
        await self.channel.ask({"what": "forget"})

    async def answer(self, request: Request) -> Answer:
        """Return what the first process answers *request* with.

        Raises:
            MockforgeError: If it cannot, or is gone.
        """
        try:
            return told(await self.channel.ask(asked(request)))
        except Gone as error:
            what = "the process that keeps what was asked before is gone"
            raise MockforgeError(what) from error

    async def learn(self, told: Message) -> None:
        """Have all workers do with what was learned as *told*."""
        await self.channel.ask({"what": "learn", "told": told})
