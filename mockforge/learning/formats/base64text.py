"""Text in base64: read, and written in the same spelling."""

from __future__ import annotations

import base64
import binascii
import re

from mockforge.learning.formats.wording import surprise

_STANDARD = re.compile(r"[A-Za-z0-9+/]+={0,2}")
_URL_SAFE = re.compile(r"[A-Za-z0-9_-]+={0,2}")
_LEAST = 6
"""Characters of text that are no chance."""


def readable(text: str) -> str | None:
    """Return the text that *text* holds in base64, or None if it holds none."""
    raw = bytes_in(text)
    if raw is None or len(raw) < _LEAST:
        return None
    try:
        plain = raw.decode()
    except UnicodeDecodeError:
        return None
    if not plain.isprintable() and not plain.replace("\n", "").isprintable():
        return None
    if plain.isascii():
        # Six bytes drawn by chance are printable once in four hundred times: a short
        # word of eight letters must not be read as one.
        return plain if len(raw) >= 12 or _is_likelier(text, plain) else None
    return plain if len(raw) >= 12 else None


def text_in(text: str) -> str | None:
    """Return the text that *text* holds, more readily than one calls it base64.

    A word of a few letters may hold text by chance: who asks knows of more.
    """
    raw = bytes_in(text)
    if raw is None or not raw or (len(raw) < 3 and "=" not in text):
        return None
    try:
        plain = raw.decode()
    except UnicodeDecodeError:
        return None
    return plain if plain.replace("\n", "").isprintable() else None


def bytes_in(text: str) -> bytes | None:
    """Return the bytes that *text* holds, in either alphabet, padded or not."""
    if _STANDARD.fullmatch(text):
        altchars = b"+/"
    elif _URL_SAFE.fullmatch(text):
        altchars = b"-_"
    else:
        return None
    plain = text.rstrip("=")
    padded = plain + "=" * (-len(plain) % 4)
    if len(plain) % 4 == 1 or ("=" in text and padded != text):
        return None
    try:
        raw = base64.b64decode(padded, altchars=altchars)
    except (binascii.Error, ValueError):
        return None
    # The bits left over are zero in what an encoder wrote.
    return raw if spelled(raw, text) == text else None


def spelled(raw: bytes, like: str) -> str:
    """Return *raw* in base64 as *like* is spelled: alphabet and padding."""
    url_safe = "-" in like or "_" in like
    encode = base64.urlsafe_b64encode if url_safe else base64.b64encode
    out = encode(raw).decode("ascii")
    padded = "=" in like or ("=" not in like and len(like) % 4 == 0 and not url_safe)
    return out if padded else out.rstrip("=")


def _is_likelier(text: str, plain: str) -> bool:
    """Tell whether *text* is rather the *plain* text in base64 than itself."""
    return surprise(text.rstrip("=")) > max(4.0, surprise(plain))
