"""The writer: exchanges from the event loop into the database, in batches.

A thread with one synchronous connection does the work; what waits while a batch is
being committed is the next batch. The event loop pays for a queue and one call back
a batch.

Measured beside it, CPU of a write next to 130 us of other work a request, with 1, 4
and 16 clients that wait for their commit (tests/bench/writer.py): this thread 258,
100 and 61 us; the same inserts in the event loop itself 194, 79 and 58, but there a
checkpoint's fsync, another program's lock or a large body stops every client; a
linger of 1 ms 370, 123 and 68.
"""

from __future__ import annotations

import asyncio
from collections import deque
from typing import Self

from mockforge.errors import RecordingError
from mockforge.exchange import Exchange
from mockforge.store.database import Database
from mockforge.store.rows import Row
from mockforge.store.scribe import BYTES_WAITING, Pending, Scribe

__all__ = ["Row", "Writer"]

BATCH = 256
ROWS_WAITING = 8192


class Writer:
    """Adds exchanges to a database; start it, and close it to lose nothing."""

    def __init__(
        self, database: Database, *, batch: int = BATCH, linger: float = 0.0
    ) -> None:
        """Set up a writer.

        Args:
            database: Where to; opened for writing.
            batch: Most rows of one transaction.
            linger: Seconds to wait for company before a batch is begun.
        """
        self.database = database
        self.batch = batch
        self.linger = linger
        self.written = 0
        """Exchanges committed so far."""
        self._loop: asyncio.AbstractEventLoop | None = None
        self._scribe: Scribe | None = None
        self._gathered: list[Pending] = []
        self._rows = 0
        self._bytes = 0
        self._room: deque[asyncio.Future[None]] = deque()

    @property
    def trouble(self) -> RecordingError | None:
        """Why the database cannot be written at the moment, and what became of it."""
        return self._scribe.trouble if self._scribe else None

    async def start(self) -> None:
        """Take the right to write and begin.

        Raises:
            RecordingError: If another process has that right.
        """
        self._loop = asyncio.get_running_loop()
        scribe = Scribe(self.database.place, self.batch, self._report)
        await asyncio.to_thread(scribe.open)
        self._scribe = scribe

    async def write(self, row: Row) -> int:
        """Store *row*; return its number when it is committed.

        Raises:
            RecordingError: If the database cannot take it. It is then in the side
                file, unless the message says otherwise.
        """
        await self.room()
        done: asyncio.Future[int] = self._require_loop().create_future()
        self._add(Pending(row, _size(row.exchange), done))
        return await done

    def put(self, row: Row) -> None:
        """Queue *row* and return at once.

        What becomes of it is told by `flush` and `close`. The queue does not refuse;
        wait for `room` before to keep it short.
        """
        self._require_loop()
        self._add(Pending(row, _size(row.exchange), None))

    async def room(self) -> None:
        """Wait until the queue has room."""
        while self._rows >= ROWS_WAITING or self._bytes >= BYTES_WAITING:
            free = self._require_loop().create_future()
            self._room.append(free)
            await free

    async def flush(self) -> None:
        """Wait until everything queued so far is committed.

        Raises:
            RecordingError: If some of it could not be, now or since the last time.
        """
        done = self._require_loop().create_future()
        self._add(Pending(None, 0, done))
        await done
        if self.trouble is not None:
            raise self.trouble

    async def close(self) -> None:
        """Write what is queued and stop. Closing twice is allowed.

        Raises:
            RecordingError: If exchanges wait in the side file, or were lost.
        """
        scribe = self._scribe
        if scribe is None:
            return
        self._hand_over()
        self._scribe = None
        await asyncio.to_thread(scribe.close)
        if scribe.trouble is not None:
            raise scribe.trouble

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(self, *raised: object) -> None:
        await self.close()

    def _report(
        self, batch: list[Pending], outcome: list[int] | RecordingError
    ) -> None:
        """Have the loop tell what became of *batch*; called in the writer's thread."""
        assert self._loop is not None
        try:
            self._loop.call_soon_threadsafe(self._settle, batch, outcome)
        except RuntimeError:
            # The loop ended without closing the writer; nobody is left to be told.
            return

    def _settle(
        self, batch: list[Pending], outcome: list[int] | RecordingError
    ) -> None:
        self._rows -= len(batch)
        self._bytes -= sum(pending.size for pending in batch)
        error = outcome if isinstance(outcome, RecordingError) else None
        numbers = iter(() if isinstance(outcome, RecordingError) else outcome)
        for pending in batch:
            number = 0
            if pending.row is not None and error is None:
                number = next(numbers)
                self.written += 1
            if pending.done is None or pending.done.done():
                continue
            if error is not None and pending.row is not None:
                pending.done.set_exception(error)
            else:
                pending.done.set_result(number)
        while self._room:
            free = self._room.popleft()
            if not free.done():
                free.set_result(None)

    def _add(self, pending: Pending) -> None:
        self._rows += 1
        self._bytes += pending.size
        self._gathered.append(pending)
        if len(self._gathered) == 1:
            # What else comes in this turn of the loop goes along.
            loop = self._require_loop()
            if self.linger:
                loop.call_later(self.linger, self._hand_over)
            else:
                loop.call_soon(self._hand_over)

    def _hand_over(self) -> None:
        if self._gathered and self._scribe is not None:
            self._scribe.queue.put(self._gathered)
            self._gathered = []

    def _require_loop(self) -> asyncio.AbstractEventLoop:
        if self._scribe is None or self._loop is None:
            raise RuntimeError("this writer is not started, or closed")
        return self._loop


def _size(exchange: Exchange) -> int:
    response = exchange.response
    size = 1024 + len(exchange.request.body)
    if response is not None:
        size += len(response.body)
    if exchange.events:
        size += sum(len(event.data) + 64 for event in exchange.events)
    return size
