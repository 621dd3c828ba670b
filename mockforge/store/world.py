"""The world of a recording: its entities as they are by now, kept in its database.

One value among the facts of the recording (`meta`), packed. It goes with exchanges
that are removed, as what was learned of them does.
"""

from __future__ import annotations

import asyncio
import base64
import binascii
import json
import zlib

from mockforge.options import Json
from mockforge.store import facts
from mockforge.store.reader import Reader
from mockforge.store.schema import WORLD

LARGEST = 64 << 20
"""Bytes of it when it is unpacked."""


async def kept(reader: Reader) -> Json:
    """Return the world as it was kept; None if there is none that can be read.

    Raises:
        RecordingError: If the recording cannot be read.
    """
    value = await reader.meta(WORLD)
    if value is None:
        return None
    try:
        packed = base64.b85decode(value)
        return json.loads(zlib.decompressobj().decompress(packed, LARGEST))
    except (binascii.Error, ValueError, zlib.error, RecursionError):
        return None


async def keep(reader: Reader, world: Json) -> None:
    """Keep *world* in the database of the recording.

    Raises:
        RecordingError: If it cannot be written.
    """
    await facts.keep(reader, WORLD, await asyncio.to_thread(_packed, world))


def _packed(world: Json) -> str:
    text = json.dumps(world, separators=(",", ":"))
    return base64.b85encode(zlib.compress(text.encode("ascii"), 6)).decode("ascii")
