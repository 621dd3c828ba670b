"""What is searched in, kept in the database of a recording in several parts.

They are among the facts of the recording (`meta`), as what was learned is: one is too
long for all vectors of a large recording. The first says what they were made of.
"""

from __future__ import annotations

import base64
import binascii
import zlib
from collections.abc import Sequence

from mockforge.store import facts
from mockforge.store.reader import Reader

LARGEST = 64 << 20
"""Bytes of a part when it is unpacked."""


async def kept(reader: Reader, fact: str, version: str) -> list[bytes] | None:
    """Return what was kept, None if there is nothing or the recording has changed.

    Args:
        reader: The recording.
        fact: What it is called.
        version: Of what made it; a word without a space.

    Raises:
        RecordingError: If the recording cannot be read.
    """
    head = await reader.meta(fact)
    if head is None:
        return None
    told, _, count = head.rpartition(" ")
    if told != await _told(reader, version) or not count.isdigit():
        return None
    parts = []
    for number in range(int(count)):
        value = await reader.meta(_name(fact, number))
        part = None if value is None else _unpacked(value)
        if part is None:
            return None
        parts.append(part)
    return parts


async def keep(reader: Reader, fact: str, version: str, parts: Sequence[bytes]) -> None:
    """Keep *parts*, made of the recording as it is now, in place of all others.

    Raises:
        RecordingError: If the database cannot be written.
    """
    before = (await reader.meta(fact) or "").rpartition(" ")[2]
    # Until all are there, there are none.
    await facts.keep(reader, fact, "")
    for number, part in enumerate(parts):
        await facts.keep(reader, _name(fact, number), _packed(part))
    for number in range(len(parts), int(before) if before.isdigit() else 0):
        await facts.keep(reader, _name(fact, number), "")
    told = await _told(reader, version)
    await facts.keep(reader, fact, f"{told} {len(parts)}")


def _name(fact: str, number: int) -> str:
    return f"{fact}.{number}"


def _packed(part: bytes) -> str:
    return base64.b64encode(zlib.compress(part, 1)).decode("ascii")


def _unpacked(value: str) -> bytes | None:
    try:
        unpacker = zlib.decompressobj()
        part = unpacker.decompress(base64.b64decode(value, validate=True), LARGEST)
        return part if unpacker.eof else None
    except (binascii.Error, ValueError, zlib.error):
        return None


async def _told(reader: Reader, version: str) -> str:
    count, last = await reader.extent()
    return f"{version} {count} {last}"
