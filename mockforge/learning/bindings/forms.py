"""Other forms that a value is copied in: cases, encodings, what is inside it."""

from __future__ import annotations

import base64
import hashlib
import zlib
from collections.abc import Iterator
from urllib.parse import quote

from mockforge.learning.bindings.pieces import pieces

LONGEST = 4096


def forms(text: str) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield what *text* may become when copied, as (what is done, result)."""
    yield (), text
    if not text or len(text) > LONGEST:
        return
    for name, other in (("lower", text.lower()), ("upper", text.upper())):
        if other != text:
            yield (name,), other
    percent = quote(text, safe="", errors="replace")
    if percent != text:
        yield ("percent",), percent
    if len(text) >= 3:
        yield from _encoded(text)
    for way, inner in pieces(text):
        yield (f"part of {way}",), inner


def _encoded(text: str) -> Iterator[tuple[tuple[str, ...], str]]:
    raw = text.encode("utf-8", "replace")
    plain = base64.b64encode(raw).decode()
    yield ("base64",), plain
    url = base64.urlsafe_b64encode(raw).decode()
    if url != plain:
        yield ("base64url",), url
    if url[-1] == "=":
        yield ("base64url bare",), url.rstrip("=")


def digests(body: bytes) -> Iterator[tuple[str, str]]:
    """Yield the usual digests of *body* as (which, text)."""
    for name in ("md5", "sha1", "sha256", "sha512"):
        digest = hashlib.new(name, body, usedforsecurity=False)
        yield f"{name} hex", digest.hexdigest()
        yield f"{name} base64", base64.b64encode(digest.digest()).decode()
    check = zlib.crc32(body)
    yield "crc32 hex", f"{check:08x}"
    yield "crc32 base64", base64.b64encode(check.to_bytes(4)).decode()
