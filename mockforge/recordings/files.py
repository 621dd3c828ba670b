"""Recordings wherever they are: databases through the store, text files in memory."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from mockforge.errors import RecordingError
from mockforge.exchange import Exchange
from mockforge.recordings import places
from mockforge.recordings.matchers import KEY_VERSION, Matcher
from mockforge.recordings.redact import CARRIED, NoRedaction, RedactOptions, Redactor
from mockforge.stages.sessions import SessionOptions, identify
from mockforge.store.indexed import Indexed, Reply
from mockforge.store.reader import Reader, open_reader

if TYPE_CHECKING:
    from mockforge.recordings.formats.contents import Contents

# For files that bring no key. Nothing in them was replaced by a stand-in and none is
# written, so there is nothing the key could give away.
_KEYLESS = bytes(32)
AS_IS = "as_is"
"""What a database notes of itself when an import put bytes into it as they were."""


class Recording(Protocol):
    """A named set of exchanges."""

    name: str
    location: str
    """The path or URL it was opened by."""
    redactor: Redactor | NoRedaction
    """With the key of its stand-ins."""
    redact_key: str | None
    """That key in hexadecimal; None if nothing in it is a stand-in."""
    is_redacted: bool
    """What it holds was redacted before it was written."""
    notes: Sequence[str]
    """What is to be said about how it was read."""

    async def body_bytes(self) -> int:
        """Return the length of all bodies that differ, as they were sent."""

    async def index(self) -> Sequence[Indexed]:
        """Return what finding each exchange takes, in order of start."""

    async def reply(self, row: Indexed) -> Reply:
        """Return what was recorded as the answer of the exchange at *row*."""

    async def load(self, ids: Sequence[int]) -> list[Exchange]:
        """Return whole exchanges, in the order asked."""

    def every(self) -> AsyncIterator[Exchange]:
        """Yield every exchange, in order of start."""

    async def rest(self) -> None:
        """Hold nothing open until it is asked again, perhaps in a forked process."""

    async def close(self) -> None:
        """Let go of it. Closing twice is allowed."""


async def open_recording(
    source: str | Path, *, matcher: Matcher, redact: RedactOptions | None = None
) -> Recording:
    """Open the recording at *source*: a path, a database URL, a folder with one in it.

    Args:
        source: Where it is.
        matcher: Computes the keys of its index.
        redact: The settings it was recorded with.

    Raises:
        RecordingError: If it is missing, unreadable, or of no known form.
    """
    place = places.one(source)
    options = redact or RedactOptions()
    if places.is_database(place):
        reader = await open_reader(place)
        try:
            return await StoredRecording.open(reader, matcher, options)
        except BaseException:
            await reader.close()
            raise
    # Imported here: a start on a database reads none of the text forms.
    from mockforge.recordings.formats import forms

    path = Path(place)
    contents = await asyncio.to_thread(forms.read, path)
    return TextRecording(path, contents, matcher, options)


class StoredRecording:
    """A recording in a database."""

    def __init__(
        self,
        reader: Reader,
        matcher: Matcher,
        *,
        redactor: Redactor | NoRedaction,
        redact_key: str | None,
        is_redacted: bool = True,
    ) -> None:
        self.reader = reader
        self.redact_key = redact_key
        self.is_redacted = is_redacted
        self.location = reader.location
        self.name = reader.name
        self.redactor = redactor
        self.notes: Sequence[str] = ()
        self._matcher = matcher

    @classmethod
    async def open(
        cls, reader: Reader, matcher: Matcher, options: RedactOptions
    ) -> StoredRecording:
        """Return the recording behind *reader*, which belongs to it from now on.

        Raises:
            RecordingError: If the database cannot be read.
        """
        key = await reader.meta("redact_key")
        carried = await reader.meta(CARRIED) or ""
        redactor = redactor_for(key, options, carried.split())
        return cls(
            reader,
            matcher,
            redactor=redactor,
            redact_key=key,
            is_redacted=await reader.meta(AS_IS) is None,
        )

    async def index(self) -> Sequence[Indexed]:
        """Return what finding each exchange takes, in order of start.

        Raises:
            RecordingError: If the database cannot be read.
        """
        found = await self.reader.index()
        version = await self.reader.meta("key_version")
        if self._matcher.is_default and version == str(KEY_VERSION):
            return found
        keys = {}
        async for exchange in self.every():
            keys[exchange.id] = _key(exchange, self._matcher, self.redactor)
        return [row._replace(key=keys[row.id]) for row in found if row.id in keys]

    async def body_bytes(self) -> int:
        """Return the length of all bodies that differ, as they were sent.

        Raises:
            RecordingError: If the database cannot be read.
        """
        return await self.reader.body_bytes()

    async def reply(self, row: Indexed) -> Reply:
        """Return what was recorded as the answer of the exchange at *row*.

        Raises:
            RecordingError: If it is not there any more, or damaged.
        """
        return await self.reader.reply(row.id, row.started)

    async def load(self, ids: Sequence[int]) -> list[Exchange]:
        """Return whole exchanges, in the order asked.

        Raises:
            RecordingError: If one is not there.
        """
        return await self.reader.load(ids)

    def every(self) -> AsyncIterator[Exchange]:
        """Yield every exchange, in order of start."""
        return self.reader.every()

    async def rest(self) -> None:
        """Hold no connection open until it is asked again."""
        await self.reader.rest()

    async def close(self) -> None:
        """Close the database. Closing twice is allowed."""
        await self.reader.close()


class TextRecording:
    """A recording in a text file, read whole."""

    def __init__(
        self, path: Path, contents: Contents, matcher: Matcher, options: RedactOptions
    ) -> None:
        self.location = str(path)
        self.name = path.stem
        self.notes: Sequence[str] = contents.notes
        self.contents = contents
        self.redact_key = contents.redact_key
        self.is_redacted = contents.redact_key is not None
        self.redactor = redactor_for(contents.redact_key, options)
        self._matcher = matcher
        self._exchanges = {
            number: _numbered(told_apart(exchange, self.redactor), number)
            for number, exchange in enumerate(contents.exchanges, start=1)
        }

    async def index(self) -> Sequence[Indexed]:
        """Return what finding each exchange takes, in order of start."""
        return [
            Indexed(
                number,
                _key(exchange, self._matcher, self.redactor),
                exchange.session,
                exchange.request.origin,
                exchange.request.method,
                exchange.request.target,
                exchange.started,
                exchange.failure is not None,
                "websocket" if exchange.events else "http",
            )
            for number, exchange in self._in_order()
        ]

    async def body_bytes(self) -> int:
        """Return the length of all bodies, as they were sent."""
        return sum(_length(exchange) for exchange in self._exchanges.values())

    async def reply(self, row: Indexed) -> Reply:
        """Return what was recorded as the answer of the exchange at *row*."""
        exchange = self._exchanges[row.id]
        return Reply(
            exchange.response,
            exchange.failure,
            exchange.first_byte,
            lambda: exchange.request.headers,
        )

    async def load(self, ids: Sequence[int]) -> list[Exchange]:
        """Return whole exchanges, in the order asked.

        Raises:
            RecordingError: If one is not there.
        """
        for number in ids:
            if number not in self._exchanges:
                raise RecordingError(
                    f"exchange {number} is not in the recording {self.location!r}",
                    nearest=f"there are 1 to {len(self._exchanges)}",
                )
        return [self._exchanges[number] for number in ids]

    async def every(self) -> AsyncIterator[Exchange]:
        """Yield every exchange, in order of start."""
        for _, exchange in self._in_order():
            yield exchange

    async def rest(self) -> None:
        """Do nothing: the file is closed already."""

    async def close(self) -> None:
        """Do nothing: the file is closed already."""

    def _in_order(self) -> list[tuple[int, Exchange]]:
        return sorted(
            self._exchanges.items(), key=lambda item: (item[1].started, item[0])
        )


def redactor_for(
    key: str | None, options: RedactOptions, carried: Sequence[str] = ()
) -> Redactor | NoRedaction:
    """Return what redacts with *key*, in hexadecimal, or one for files without it."""
    if not options.enabled:
        return NoRedaction()
    found = bytes.fromhex(key) if key else _KEYLESS
    return Redactor(found, options, carried=carried)


def told_apart(exchange: Exchange, redactor: Redactor | NoRedaction) -> Exchange:
    """Return *exchange* in the session its request belongs to, if it has none yet.

    Cassettes keep no sessions. A client that asked the same before and after it had
    logged in gets both answers in the right place only if they are told apart.
    """
    if exchange.session:
        return exchange
    session = identify(exchange.request, SessionOptions(), redactor.standin)
    # Whoever has no credential is left in the session without a name.
    if session.startswith("addr:"):
        return exchange
    return replace(exchange, session=session)


def _length(exchange: Exchange) -> int:
    answered = exchange.response
    return len(exchange.request.body) + (len(answered.body) if answered else 0)


def _numbered(exchange: Exchange, number: int) -> Exchange:
    return exchange if exchange.id == number else replace(exchange, id=number)


def _key(
    exchange: Exchange, matcher: Matcher, redactor: Redactor | NoRedaction
) -> bytes:
    # What is stored is redacted already, but an imported file may not be.
    return matcher.key(redactor.request(exchange.request, keep_standins=True))
