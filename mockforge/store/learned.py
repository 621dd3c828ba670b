"""What was learned of a recording, kept in its database with what it was learned from.

It is one value among the facts of the recording (`meta`): no table, so that databases
of earlier versions need no upgrade for it.
"""

from __future__ import annotations

import base64
import binascii
import zlib

from mockforge.store import facts
from mockforge.store.reader import Reader
from mockforge.store.schema import LEARNED

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
        text = unpacker.decompress(base64.b85decode(packed), LARGEST)
        return text if unpacker.eof else None
    except (binascii.Error, ValueError, zlib.error):
        return None


async def keep(reader: Reader, version: str, value: bytes) -> None:
    """Keep *value* as what was learned of the recording as it is now.

    Raises:
        RecordingError: If the database cannot be written.
    """
    packed = base64.b85encode(zlib.compress(value, 6)).decode("ascii")
    text = f"{await _head(reader, version)}\n{packed}"
    await facts.keep(reader, LEARNED, text)


async def _head(reader: Reader, version: str) -> str:
    count, last = await reader.extent()
    return f"{version} {count} {last}"
