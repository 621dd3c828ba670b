"""What stands inside a longer text: parts of a URL, a token, JSON, base64."""

from __future__ import annotations

import base64
import binascii
import json
import re
from collections.abc import Iterator
from urllib.parse import unquote

from mockforge.bodies.document import leaves, text_of

LONGEST = 8192
"""Characters of a text that is taken apart."""
MOST = 64
"""Pieces of one text."""

_DELIMITERS = r"\s/?&=#:;,<>\"'()\[\]{}|"
# The `=` at the end of base64 belongs to it, one between a name and a value does not.
_WORDS = re.compile(rf"[^{_DELIMITERS}]+(?:={{1,2}}(?=[\s&;,<>\"'\])}}]|$))?")
_BASE64 = re.compile(r"[A-Za-z0-9+/_-]{12,}={0,2}")


def pieces(text: str) -> Iterator[tuple[str, str]]:
    """Yield what stands inside *text* as (how it is in there, what).

    Three levels deep: the claims of a JWT in a header, the words of a URL in JSON in a
    string. *text* itself is not among them.
    """
    count = 0
    seen = {text}
    for way, inner in _pieces(text, 3):
        if inner in seen or not inner:
            continue
        seen.add(inner)
        yield way, inner
        count += 1
        if count >= MOST:
            return


def _pieces(text: str, deep: int) -> Iterator[tuple[str, str]]:
    if len(text) > LONGEST or len(text) < 2 or deep == 0:
        return
    if text[0] in "{[":
        yield from _json(text, "json", deep)
        return
    if "%" in text and _WORDS.fullmatch(text):
        plain = unquote(text, errors="replace")
        if plain != text:
            yield "percent", plain
            yield from _below(plain, "percent", deep)
            return
    yield from _tokens(text, deep)
    if text.count(".") == 2:
        yield from _claims(text, deep)
    if _BASE64.fullmatch(text):
        yield from _base64(text, deep)


def _below(text: str, way: str, deep: int) -> Iterator[tuple[str, str]]:
    for inner_way, inner in _pieces(text, deep - 1):
        yield f"{way} {inner_way}", inner


def _tokens(text: str, deep: int) -> Iterator[tuple[str, str]]:
    words = _WORDS.findall(text)
    if len(words) < 2 and words[:1] == [text]:
        return
    way = "url" if "/" in text else "part"
    for word in words:
        yield way, word
        yield from _below(word, way, deep)


def _json(text: str, way: str, deep: int) -> Iterator[tuple[str, str]]:
    try:
        value = json.loads(text)
        inner = [(path, leaf) for path, leaf in leaves(value)][:MOST]
    except (ValueError, RecursionError):
        return
    for _, leaf in inner:
        if leaf is None or isinstance(leaf, bool):
            continue
        told = text_of(leaf)
        yield way, told
        yield from _below(told, way, deep)


def _claims(text: str, deep: int) -> Iterator[tuple[str, str]]:
    plain = _unbase64(text.split(".")[1])
    if plain is not None and plain[:1] == "{":
        yield from _json(plain, "jwt", deep)


def _base64(text: str, deep: int) -> Iterator[tuple[str, str]]:
    plain = _unbase64(text)
    if plain is not None:
        yield "base64", plain
        yield from _below(plain, "base64", deep)


def is_readable(text: str) -> bool:
    """Tell whether *text* is text in base64, which somebody wrote."""
    if len(text) % 4 and not set(text) & set("_-"):
        return False
    plain = _unbase64(text)
    return bool(plain) and plain is not None and plain.isascii()


def _unbase64(text: str) -> str | None:
    """Return what *text* is the base64 of, if that is text to read; else None."""
    bare = text.rstrip("=").replace("-", "+").replace("_", "/")
    if len(bare) % 4 == 1:
        return None
    try:
        plain = base64.b64decode(bare + "=" * (-len(bare) % 4), validate=True).decode()
    except (ValueError, binascii.Error):
        return None
    return plain if plain.isprintable() else None
