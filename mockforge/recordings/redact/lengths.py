"""What a message says about its body, said again for another body."""

from __future__ import annotations

import base64
import hashlib

from mockforge.http import Chunk, Headers

_DIGESTS = frozenset(
    b"content-md5 digest content-digest repr-digest etag x-goog-hash x-ms-content-md5"
    b" x-amz-content-sha256 x-amz-checksum-sha256 x-amz-checksum-sha1".split()
)
_ALGORITHMS = ("md5", "sha1", "sha256", "sha512")


def restated(headers: Headers, old: bytes, new: bytes) -> Headers:
    """Return *headers* with the length and the digests of *old* made those of *new*.

    A client that checks what it gets would refuse a recorded answer otherwise.
    """
    out = []
    for name, value in headers:
        lower = name.lower()
        if lower == b"content-length" and value.strip() == b"%d" % len(old):
            out.append((name, b"%d" % len(new)))
        elif lower in _DIGESTS:
            out.append((name, _digested(value, old, new)))
        else:
            out.append((name, value))
    return tuple(out)


def _digested(value: bytes, old: bytes, new: bytes) -> bytes:
    for algorithm in _ALGORITHMS:
        before = hashlib.new(algorithm, old, usedforsecurity=False)
        after = hashlib.new(algorithm, new, usedforsecurity=False)
        value = value.replace(before.hexdigest().encode(), after.hexdigest().encode())
        coded = base64.b64encode(before.digest())
        value = value.replace(coded, base64.b64encode(after.digest()))
    return value


def resized(chunks: tuple[Chunk, ...], more: int) -> tuple[Chunk, ...]:
    """Return *chunks* for a body that grew by *more* bytes, or shrank if below zero.

    Hardly any body but a coded one changes its length, and where in that a change
    fell cannot be said. So the last chunk takes it, and those before where it is too
    small to give.
    """
    out = list(chunks)
    for i in reversed(range(len(out))):
        if not more:
            break
        size = max(0, out[i].size + more)
        more -= size - out[i].size
        out[i] = Chunk(out[i].wait, size)
    return tuple(out)
