"""Digests: what an answer says of the body that was sent, said of another body."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator

from mockforge.bodies.reading import decoded
from mockforge.http import Request

_ALGORITHMS = ("md5", "sha1", "sha256", "sha512")

LONGEST = 16 << 20
"""Bytes of a body that is digested."""


def digests(recorded: Request, live: Request) -> Iterator[tuple[str, str]]:
    """Yield each digest of the recorded body with that of the live one.

    None is in an answer by chance, so that all are taken for what they are.
    """
    for old, new in _contents(recorded, live):
        if old == new or not old or max(len(old), len(new)) > LONGEST:
            continue
        for name in _ALGORITHMS:
            pairs = zip(_written(name, old), _written(name, new), strict=True)
            # Of two ways that write the old one alike the first is the usual one.
            yield from dict(reversed([*pairs])).items()


def _contents(recorded: Request, live: Request) -> Iterator[tuple[bytes, bytes]]:
    yield recorded.body, live.body
    try:
        plain = decoded(recorded.headers, recorded.body)
        if plain != recorded.body:
            yield plain, decoded(live.headers, live.body)
    except ValueError:
        return


def _written(name: str, content: bytes) -> Iterator[str]:
    found = hashlib.new(name, content, usedforsecurity=False)
    raw = found.digest()
    yield found.hexdigest()
    yield found.hexdigest().upper()
    # Without padding, so that they are found with it and without.
    yield base64.b64encode(raw).decode().rstrip("=")
    yield base64.urlsafe_b64encode(raw).decode().rstrip("=")
