"""A recording's file, only read: through the standard library's sqlite3 alone.

SQLAlchemy takes half a second to import, and half a millisecond for a query that
takes SQLite ten microseconds. Whatever changes a file stays with it.
"""

from __future__ import annotations

import asyncio
import sqlite3
from collections import namedtuple
from collections.abc import AsyncIterator, Sequence
from contextlib import closing
from functools import cache, partial
from io import BytesIO
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from mockforge.event import Event
from mockforge.exchange import Exchange
from mockforge.store import location, recognition, spill
from mockforge.store.compression import Unpacker
from mockforge.store.indexed import FIELDS, REPLY, Indexed, Reply, indexed
from mockforge.store.location import Place
from mockforge.store.refusals import missing, told
from mockforge.store.rows import (
    event_of,
    exchange_of,
    failure_of,
    head_of,
    response_of,
)
from mockforge.store.schema import COLUMNS, HEAD

if TYPE_CHECKING:
    from mockforge.store.database import Database

BUSY = 5.0
"""Seconds to wait for another program's transaction."""

# Values of one IN list; SQLite before 3.32 takes no more than 999.
LISTED = 500

_Whole = namedtuple("_Whole", COLUMNS)  # type: ignore[misc]
_Reply = namedtuple("_Reply", (*REPLY, "data"))  # type: ignore[misc]
_Message = namedtuple("_Message", "exchange kind from_client wait data")

_ONE = (
    f"SELECT {', '.join(REPLY)}, data"
    " FROM exchanges LEFT JOIN bodies ON digest = response_digest"
    " WHERE exchanges.id = ?"
)


class StoredFile:
    """A recording in a file of SQLite's, open to be read.

    Its calls return at once or wait for the disk; what they await is nothing but the
    thread that reads a body in parts.
    """

    def __init__(self, place: Place, database: Database | None = None) -> None:
        """Read the file at *place*; it is opened when something is asked for.

        Args:
            place: A recording of revision HEAD.
            database: What made it one; closed with this.
        """
        self.place = place
        self.location = place.shown if database is None else database.location
        """The path it was opened by."""
        self.name = place.name
        self._database = database
        self._opened: sqlite3.Connection | None = None
        self._dictionaries: dict[int, bytes] = {}
        self._unpacker = Unpacker(self._dictionaries)

    async def meta(self, name: str) -> str | None:
        """Return what is known under *name*, or None.

        Raises:
            RecordingError: If the file cannot be read.
        """
        with told(self.location):
            query = "SELECT value FROM meta WHERE name = ?"
            found = self._connection.execute(query, (name,)).fetchone()
            return None if found is None else str(found[0])

    async def extent(self) -> tuple[int, int]:
        """Return how many exchanges there are, and the highest of their numbers.

        Raises:
            RecordingError: If the file cannot be read.
        """
        query = "SELECT count(*), coalesce(max(id), 0) FROM exchanges"
        with told(self.location):
            count, last = self._connection.execute(query).fetchone()
            return int(count), int(last)

    async def last(self) -> int:
        """Return the highest number of an exchange, 0 if there is none.

        It takes as long for a million exchanges as for one; `extent` counts them.

        Raises:
            RecordingError: If the file cannot be read.
        """
        query = "SELECT coalesce(max(id), 0) FROM exchanges"
        with told(self.location):
            return int(self._connection.execute(query).fetchone()[0])

    async def body_bytes(self) -> int:
        """Return the length of all bodies that differ, as they were sent.

        Raises:
            RecordingError: If the file cannot be read.
        """
        query = "SELECT coalesce(sum(size), 0) FROM bodies"
        with told(self.location):
            return int(self._connection.execute(query).fetchone()[0])

    async def index(self) -> list[Indexed]:
        """Return every exchange's entry, in order of start.

        Raises:
            RecordingError: If the file cannot be read.
        """
        query = f"SELECT {', '.join(FIELDS)} FROM exchanges ORDER BY id"
        with told(self.location):
            found = indexed(self._connection.execute(query))
            # After the rows: whatever they need was committed with them.
            self._read_dictionaries()
            return found

    async def reply(self, number: int, started: float) -> Reply:
        """Return what was recorded as the answer of exchange *number*.

        Args:
            number: The exchange.
            started: When it began: one that was removed may have left its number
                to another.

        Raises:
            RecordingError: If it is not there, or damaged.
        """
        with told(self.location):
            found = self._connection.execute(_ONE, (number,)).fetchone()
            if found is None or found[0] != started:
                raise missing(number, self.location)
            row: Any = _Reply._make(found)
            if row.data is not None:
                body = self._unpacker.unpack(row.data)
            elif row.response_digest is not None:
                body = await asyncio.to_thread(self._joined, row.response_digest)
            else:
                body = b""
            response = response_of(row, self._unpacker, lambda digest: body)
            asked = partial(head_of, row.request_headers, self._unpacker)
            return Reply(response, failure_of(row), row.first_byte, asked)

    async def load(self, ids: Sequence[int]) -> list[Exchange]:
        """Return whole exchanges in the order asked.

        Raises:
            RecordingError: If one of them is not there, or damaged.
        """
        found: dict[int, Exchange] = {}
        with told(self.location):
            for start in range(0, len(ids), LISTED):
                found |= self._load(ids[start : start + LISTED])
        for number in ids:
            if number not in found:
                raise missing(number, self.location)
        return [found[number] for number in ids]

    async def every(self, *, batch: int = LISTED) -> AsyncIterator[Exchange]:
        """Yield every exchange, in order of start.

        Raises:
            RecordingError: If the file cannot be read.
        """
        query = "SELECT id FROM exchanges ORDER BY started, id"
        with told(self.location):
            ids = [number for (number,) in self._connection.execute(query)]
        for start in range(0, len(ids), batch):
            for exchange in await self.load(ids[start : start + batch]):
                yield exchange

    async def rest(self) -> None:
        """Disconnect, and connect again when asked for something.

        A connection must not be used by a process forked since; a file at rest may.
        """
        if self._opened is not None:
            self._opened.close()
            self._opened = None

    async def close(self) -> None:
        """Disconnect. Closing twice is allowed."""
        await self.rest()
        if self._database is not None:
            await self._database.close()

    @property
    def _connection(self) -> sqlite3.Connection:
        if self._opened is None:
            self._opened = connected(self.place)
        return self._opened

    def _load(self, ids: Sequence[int]) -> dict[int, Exchange]:
        connection = self._connection
        among = f"IN ({', '.join('?' * len(ids))})"
        whole = f"SELECT {', '.join(COLUMNS)} FROM exchanges WHERE id {among}"
        rows: list[Any] = [_Whole._make(row) for row in connection.execute(whole, ids)]
        self._read_dictionaries()
        unpacker = self._unpacker
        # A body that many have is read and held once.
        body = cache(lambda digest: joined_body(connection, digest, unpacker))
        events: dict[int, list[Event]] = {}
        said = f"SELECT {', '.join(_Message._fields)} FROM events"
        said += f" WHERE exchange {among} ORDER BY exchange, position"
        for message in map(_Message._make, connection.execute(said, ids)):
            events.setdefault(message.exchange, []).append(event_of(message, unpacker))
        return {
            row.id: exchange_of(row, unpacker, body=body, events=events.get(row.id, ()))
            for row in rows
        }

    def _joined(self, digest: bytes) -> bytes:
        """Return a body in parts; with a connection of its own, for another thread."""
        with closing(connected(self.place)) as connection:
            return joined_body(connection, digest, Unpacker(self._dictionaries))

    def _read_dictionaries(self) -> None:
        last = max(self._dictionaries, default=0)
        query = "SELECT id, data FROM dictionaries WHERE id > ?"
        self._dictionaries.update(self._connection.execute(query, (last,)))


def open_file(place: Place) -> StoredFile | None:
    """Open the file at *place* if it can be read as it is.

    Returns:
        None where something has to be done to it first: an upgrade, taking in what an
        earlier run had to leave, a copy of what cannot be read in place.

    Raises:
        RecordingError: If it is missing, locked, newer than this program, damaged or
            not a recording.
    """
    assert place.path is not None
    location.check(place.path, create=False)
    if spill.existing(place):
        return None
    is_logged = location.has_log(place.path)
    is_fixed = not location.is_writable(place.path)
    if is_fixed:
        place = place.reading(immutable=not is_logged)
    with told(place.shown):
        try:
            with closing(connected(place)) as connection:
                is_ready = _revision(connection, place) == HEAD
            return StoredFile(place) if is_ready else None
        except sqlite3.OperationalError:
            # Its log cannot be read in place: that takes a file beside it.
            if not (is_fixed and is_logged):
                raise
    return None


def _revision(connection: sqlite3.Connection, place: Place) -> str | None:
    names = {name for (name,) in connection.execute(recognition.SQLITE)}

    def version() -> object:
        found = connection.execute(recognition.VERSION).fetchone()
        return None if found is None else found[0]

    return recognition.recognized(names, version, place)


def connected(place: Place) -> sqlite3.Connection:
    """Return a connection to the file at *place* that can only read."""
    assert place.path is not None
    # A file that is gone meanwhile is not made anew.
    uri = place.uri or f"file:{quote(str(place.path))}?mode=rw"
    connection = sqlite3.connect(
        uri, uri=True, timeout=BUSY, isolation_level=None, check_same_thread=False
    )
    try:
        connection.execute("PRAGMA query_only=ON")
    except BaseException:
        connection.close()
        raise
    return connection


def joined_body(
    connection: sqlite3.Connection, digest: bytes, unpacker: Unpacker
) -> bytes:
    """Return the body under *digest*, joined from its parts where it has some.

    Raises:
        ValueError: If it is missing or damaged.
    """
    query = "SELECT size, data FROM bodies WHERE digest = ?"
    found = connection.execute(query, (digest,)).fetchone()
    if found is None:
        raise ValueError(f"body {digest.hex()} is missing")
    size, data = found
    if data is not None:
        return unpacker.unpack(data)
    # One part at a time, and getvalue() hands out the buffer itself: no second copy.
    whole, part = BytesIO(), 0
    query = "SELECT data FROM parts WHERE digest = ? AND part = ?"
    while whole.tell() < size:
        found = connection.execute(query, (digest, part)).fetchone()
        if found is None:
            raise ValueError(f"part {part} of body {digest.hex()} is missing")
        whole.write(unpacker.unpack(found[0]))
        part += 1
    return whole.getvalue()
