"""Places: where a value stands, whatever the number of its item."""

from __future__ import annotations

import base64
import binascii
import re
from functools import lru_cache

from mockforge.bodies.document import Path, general

Place = tuple[str, ...]
"""Where a value stands, whatever the number of its item."""

# A date, a version, an address, a digest: fields are not named so.
_VALUE = re.compile(r"\d[.:-]\d|.[/@].|\s|[0-9a-f]{8}|\w\.\w+\.\w")


@lru_cache(maxsize=65536)
def place_of(path: Path) -> Place:
    """Return the place of *path*, with `*` for numbers and for keys that are values."""
    if path[:1] != ("body",):
        return tuple(str(step) for step in general(path))
    return tuple(
        "*" if isinstance(step, int) or _is_value(step) else step for step in path
    )


def _is_value(key: str) -> bool:
    """Whether the key of an object is rather a value than the name of a field."""
    if key.isidentifier() or len(key) < 2:
        return False
    return key[0].isdigit() or bool(_VALUE.search(key))


@lru_cache(maxsize=65536)
def readable(text: str) -> str:
    """Return what base64 *text* holds if that is text; else *text*.

    So that what is compared by order is compared as the server does.
    """
    if len(text) < 4 or len(text) % 4:
        return text
    try:
        plain = base64.b64decode(text, validate=True).decode()
    except (binascii.Error, ValueError):
        return text
    # A word of four letters may be base64 by chance, of what nobody writes.
    return plain if all(c.isprintable() or c == "\0" for c in plain) else text


def parts_of_address(text: str) -> list[str]:
    """Return what stands between the joints of an address, unless it is short."""
    for joint in "?&=#<>;, ":
        text = text.replace(joint, "/")
    return [each for each in text.split("/") if len(each) >= 6]
