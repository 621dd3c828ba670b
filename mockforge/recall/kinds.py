"""Kinds of answers: two of a kind can stand for one another."""

from __future__ import annotations

from zlib import crc32

from mockforge.bodies.document import read
from mockforge.bodies.reading import content_type
from mockforge.http import Response

READ = 256 << 10
"""Bytes of a body that is looked into; a longer one is of the kind its head says."""

NAMES = 24
"""Names of an object that tell it from another."""


def kind_of(response: Response) -> int:
    """Return the number of the kind that *response* is of: status, type and form."""
    parts = [str(response.status), content_type(response.headers)]
    if response.status < 400 and len(response.body) <= READ:
        value = read(response.headers, response.body).value
        parts.append(type(value).__name__)
        if isinstance(value, dict) and len(value) <= NAMES:
            parts += sorted(map(str, value))
    return crc32("\n".join(parts).encode("utf-8", "surrogatepass"))
