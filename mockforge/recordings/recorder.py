"""The way of an exchange to disk: redacted, told apart by session, keyed, written."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, Protocol

from mockforge.errors import MockforgeError, RecordingError
from mockforge.exchange import Exchange
from mockforge.http import Chunk, Request, Response
from mockforge.options import Options, Size
from mockforge.recordings.matchers import KEY_VERSION, Matcher
from mockforge.recordings.redact import NoRedaction, Redactor
from mockforge.stages.sessions import SessionOptions, identify

if TYPE_CHECKING:
    from mockforge.recordings.online import Online
    from mockforge.store.database import Database
    from mockforge.store.rows import Row


# Bytes of bodies. To redact a megabyte takes some 20 ms, in which nobody else would be
# answered; a thread costs a tenth of a millisecond.
LARGE = 1 << 20


class RecordOptions(Options):
    """How exchanges are kept."""

    ack: Literal["commit", "queue"] = "commit"
    """Whether an answer waits until its exchange is on disk (`commit`), or may be at
    most a tenth of a second ahead of it (`queue`)."""
    max_body: Size = 64 << 20
    """The bytes of a body that are kept; a longer one is stored cut off and marked."""


class Writes(Protocol):
    """What the recorder asks of a writer."""

    async def write(self, row: Row) -> int:
        """Store *row*; return its id when it is on disk."""

    async def room(self) -> None:
        """Wait until the queue has room."""

    def put(self, row: Row) -> None:
        """Store *row* soon."""

    async def close(self) -> None:
        """Store what is queued, and stop."""


@dataclass(slots=True)
class Counts:
    """What a recorder has kept."""

    recorded: int = 0
    failed: int = 0
    """Of those, exchanges without a whole response."""
    truncated: int = 0
    """Of those, exchanges with a body that is not whole."""


class Recorder:
    """Keeps exchanges: nothing reaches the writer that was not redacted first."""

    def __init__(
        self,
        writer: Writes,
        redactor: Redactor | NoRedaction,
        matcher: Matcher,
        sessions: SessionOptions,
        *,
        options: RecordOptions | None = None,
    ) -> None:
        self.redactor = redactor
        self.counts = Counts()
        self.online: Online | None = None
        """What learns from the recording meanwhile."""
        self._writer = writer
        self._matcher = matcher
        self._sessions = sessions
        chosen = options or RecordOptions()
        self._waits = chosen.ack == "commit"
        self._max_body = chosen.max_body

    async def record(self, exchange: Exchange) -> None:
        """Keep *exchange*; return when it is as safe as was asked for.

        Raises:
            RecordingError: If it cannot be redacted or written. It is then not stored.
        """
        if _body_size(exchange) > LARGE:
            row = await asyncio.to_thread(self._row, exchange)
        else:
            row = self._row(exchange)
        kept = row.exchange
        if self._waits:
            await self._writer.write(row)
        else:
            await self._writer.room()
            self._writer.put(row)
        self.counts.recorded += 1
        self.counts.failed += kept.failure is not None
        self.counts.truncated += _is_cut(kept)

    def standin(self, secret: str) -> str:
        """Return what stands for *secret* in this recording."""
        return self.redactor.standin(secret)

    async def close(self) -> None:
        """Write what is queued, and stop."""
        await self._writer.close()

    def _row(self, exchange: Exchange) -> Row:
        # Here and not above: the settings are read by commands that open no database,
        # and SQLAlchemy takes longer to import than they take to run.
        from mockforge.store.rows import Row

        request = exchange.request
        try:
            session = exchange.session or identify(
                request, self._sessions, self.redactor.standin
            )
            kept = self.redactor.exchange(exchange)
            # Cut after redaction: half a JSON document is harder to read for secrets.
            kept = _cut(kept, session, self._max_body)
            return Row(kept, self._matcher.key(kept.request))
        except MockforgeError:
            raise
        except Exception as error:
            # Whatever goes wrong here, the exchange must not reach the disk as it is.
            # The cause is named by its type: its text may quote the exchange.
            raise RecordingError(
                f"an exchange could not be redacted and keyed: {type(error).__name__}",
                where=f"{request.method} {self.redactor.text(request.url)}",
                next_step="it was passed on and not stored; run with --debug and report"
                " the traceback",
            ) from error


async def refresh_keys(database: Database, matcher: Matcher) -> None:
    """Compute the stored keys of *database* again if they are of another version."""
    from mockforge.store import exchanges

    current = str(KEY_VERSION)
    if await database.meta("key_version") == current:
        return
    keys: dict[int, bytes] = {}
    stored: AsyncIterator[Exchange] = exchanges.every(database)
    async for exchange in stored:
        assert exchange.id is not None
        keys[exchange.id] = matcher.key(exchange.request)
    if keys:
        await exchanges.rekey(database, keys)
    await database.set_meta("key_version", current)


def _body_size(exchange: Exchange) -> int:
    answered = len(exchange.response.body) if exchange.response else 0
    return len(exchange.request.body) + answered


def _is_cut(exchange: Exchange) -> bool:
    response = exchange.response
    return exchange.request.size is not None or (
        response is not None and response.size is not None
    )


def _cut(exchange: Exchange, session: str, limit: int) -> Exchange:
    request, response = exchange.request, exchange.response
    if len(request.body) > limit:
        request = _shorter_request(request, limit)
    if response is not None and len(response.body) > limit:
        response = _shorter_response(response, limit)
    if (
        request is exchange.request
        and response is exchange.response
        and session == exchange.session
    ):
        return exchange
    return replace(exchange, request=request, response=response, session=session)


def _shorter_request(request: Request, limit: int) -> Request:
    full = len(request.body) if request.size is None else request.size
    return replace(request, body=request.body[:limit], size=full)


def _shorter_response(response: Response, limit: int) -> Response:
    full = len(response.body) if response.size is None else response.size
    chunks, left = [], limit
    for chunk in response.chunks:
        if left <= 0:
            break
        chunks.append(Chunk(chunk.wait, min(chunk.size, left)))
        left -= chunk.size
    return replace(
        response, body=response.body[:limit], size=full, chunks=tuple(chunks)
    )
