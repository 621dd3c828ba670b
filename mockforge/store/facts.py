"""Facts of a recording (`meta`) that are put beside it while it is only read."""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import closing
from urllib.parse import quote

from mockforge.errors import RecordingError
from mockforge.store.file import StoredFile
from mockforge.store.location import Place
from mockforge.store.reader import Reader
from mockforge.store.refusals import told

BUSY = 1.0
"""Seconds to wait for another program's transaction: facts can be put again."""


async def keep(reader: Reader, name: str, text: str) -> None:
    """Keep *text* under *name* in the recording that *reader* reads.

    Raises:
        RecordingError: If the database cannot be written.
    """
    if isinstance(reader, StoredFile):
        await asyncio.to_thread(_write, reader.place, name, text)
        return
    await _write_on_server(reader, name, text)


def _write(place: Place, name: str, text: str) -> None:
    if place.uri is not None:
        raise RecordingError(
            f"the recording {place.shown!r} is read-only, or its folder is",
            next_step="make both writable",
        )
    with told(place.shown):
        uri = f"file:{quote(str(place.path))}?mode=rw"
        connection = sqlite3.connect(uri, uri=True, timeout=BUSY, isolation_level=None)
        with closing(connection):
            connection.execute("BEGIN IMMEDIATE")
            # What was there is overwritten: it may tell of an exchange removed since.
            connection.execute("DELETE FROM meta WHERE name = ?", (name,))
            connection.execute("INSERT INTO meta VALUES (?, ?)", (name, text))
            connection.execute("COMMIT")


async def _write_on_server(reader: Reader, name: str, text: str) -> None:
    from mockforge.store.database import Database, Opened
    from mockforge.store.served import StoredTables

    assert isinstance(reader, StoredTables), "there is no third kind of reader"
    place = reader.database.place
    async with Database(place.shown, Opened(place, readonly=False)) as database:
        await database.set_meta(name, text)
