"""JSON changed where it stands: string values replaced, every other byte kept."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Collection

from mockforge.recordings.redact import views

_STRING = re.compile(rb'"((?:[^"\\]|\\.)*)"(\s*:)?', re.DOTALL)


def is_json(data: bytes) -> bool:
    """Tell whether *data* is a whole JSON object or array."""
    if data[:1] not in (b"{", b"["):
        return False
    try:
        json.loads(data)
    except (ValueError, RecursionError):
        return False
    return True


def change_strings(
    data: bytes, change: Callable[[str], str], *, kept: Collection[str] = ()
) -> bytes:
    """Return *data* with its string values changed, except those under a key in *kept*.

    Args:
        data: JSON.
        change: Returns text as long in UTF-8 as what it is given.
        kept: Names of members whose values stay, also within arrays.
    """
    out, at, key = bytearray(), 0, ""

    def inside(value: bytes) -> bytes:
        return views.bytes_of(change(views.text_of(value)))

    for found in _STRING.finditer(data):
        if found[2] is not None:
            key = views.text_of(found[1])
        elif key not in kept:
            out += data[at : found.start(1)] + views.json_text(found[1], inside)
            at = found.end(1)
    return bytes(out + data[at:])
