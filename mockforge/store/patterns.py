"""The patterns of a recording, kept in its database with how far they were learned.

They are values among the facts of the recording (`meta`), as what else was learned is:
one to be read, and one to learn on, which holds what waits for the next update too.
What was reset is another, which outlives them.
"""

from __future__ import annotations

import base64
import binascii
import zlib
from typing import NamedTuple

from mockforge.store import facts
from mockforge.store.reader import Reader
from mockforge.store.schema import OPEN, PATTERNS, RESETS

LARGEST = 256 << 20
"""Bytes of them when they are unpacked."""

LEVEL = 1
"""Of compression: a proxy does it between requests."""


class Kept(NamedTuple):
    """What was kept."""

    looked: int
    """The exchanges that there were up to the last."""
    last: int
    """The highest number of an exchange that was looked at."""
    value: bytes


async def kept(reader: Reader, version: str, name: str = PATTERNS) -> Kept | None:
    """Return what was kept, None if there is nothing of this version.

    Args:
        reader: The recording.
        version: Of what learns, and what it was told; a word without a space.
        name: PATTERNS, or OPEN.

    Raises:
        RecordingError: If the recording cannot be read.
    """
    value = await reader.meta(name)
    if value is None:
        return None
    head, _, packed = value.partition("\n")
    word, *numbers = head.split(" ")
    if word != version:
        return None
    try:
        count, last = map(int, numbers)
        unpacker = zlib.decompressobj()
        text = unpacker.decompress(base64.b64decode(packed, validate=True), LARGEST)
        return Kept(count, last, text) if unpacker.eof else None
    except (binascii.Error, ValueError, zlib.error):
        return None


def packed(version: str, value: Kept) -> str:
    """Return *value* as `keep` takes it: that may take a while, in any thread."""
    text = base64.b64encode(zlib.compress(value.value, LEVEL)).decode("ascii")
    return f"{version} {value.looked} {value.last}\n{text}"


async def keep(reader: Reader, text: str, rest: str) -> None:
    """Keep patterns.

    Args:
        reader: The recording.
        text: As they are to be read, as `packed` made it.
        rest: The same, to learn on.

    Raises:
        RecordingError: If the database cannot be written.
    """
    # This first: what is to be read must not tell of more than there is to go on with.
    await facts.keep(reader, OPEN, rest)
    await facts.keep(reader, PATTERNS, text)


async def resets(reader: Reader) -> str | None:
    """Return what was reset, None if nothing was.

    Raises:
        RecordingError: If the recording cannot be read.
    """
    return await reader.meta(RESETS)


async def keep_resets(reader: Reader, text: str) -> None:
    """Keep what was reset.

    Raises:
        RecordingError: If the database cannot be written.
    """
    await facts.keep(reader, RESETS, text)
