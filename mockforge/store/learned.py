"""What was learned of a recording, kept in its database with what it was learned from.

It is one value among the facts of the recording (`meta`): no table, so that databases
of earlier versions need no upgrade for it.
"""

from __future__ import annotations

import asyncio
import base64
import binascii
import sqlite3
import zlib
from contextlib import closing
from urllib.parse import quote

from mockforge.errors import RecordingError
from mockforge.store.file import StoredFile
from mockforge.store.location import Place
from mockforge.store.reader import Reader
from mockforge.store.refusals import told
from mockforge.store.schema import LEARNED

BUSY = 1.0
"""Seconds to wait for another program's transaction: it can be learned again."""

LARGEST = 256 << 20
"""Bytes of it when it is unpacked."""


async def kept(reader: Reader, version: str) -> bytes | None:
    """Return what was kept, None if there is nothing or the recording has changed.

    Args:
        reader: The recording.
        version: Of what learns, and what it was told; another one's is not returned.

    Raises:
        RecordingError: If the recording cannot be read.
    """
    value = await reader.meta(LEARNED)
    if value is None:
        return None
    head, _, packed = value.partition("\n")
    if head != await _head(reader, version):
        return None
    try:
        unpacker = zlib.decompressobj()
        return unpacker.decompress(base64.b85decode(packed), LARGEST)
    except (binascii.Error, ValueError, zlib.error):
        return None


async def keep(reader: Reader, version: str, value: bytes) -> None:
    """Keep *value* as what was learned of the recording as it is now.

    Raises:
        RecordingError: If the database cannot be written.
    """
    packed = base64.b85encode(zlib.compress(value, 6)).decode("ascii")
    text = f"{await _head(reader, version)}\n{packed}"
    if isinstance(reader, StoredFile):
        await asyncio.to_thread(_write, reader.place, text)
        return
    await _write_on_server(reader, text)


async def _head(reader: Reader, version: str) -> str:
    count, last = await reader.extent()
    return f"{version} {count} {last}"


def _write(place: Place, text: str) -> None:
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
            connection.execute("DELETE FROM meta WHERE name = ?", (LEARNED,))
            connection.execute("INSERT INTO meta VALUES (?, ?)", (LEARNED, text))
            connection.execute("COMMIT")


async def _write_on_server(reader: Reader, text: str) -> None:
    from mockforge.store.database import Database, Opened
    from mockforge.store.served import StoredTables

    assert isinstance(reader, StoredTables), "there is no third kind of reader"
    place = reader.database.place
    async with Database(place.shown, Opened(place, readonly=False)) as database:
        await database.set_meta(LEARNED, text)
