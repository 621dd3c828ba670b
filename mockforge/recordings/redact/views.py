"""Encoded text seen through its coding, so that a change touches nothing else.

A stand-in is as long in bytes as what it stands for. So a text can be changed as it
reads once decoded, and only the characters that changed are written again, each in
the coding it had. Where a change inside was of another length after all, as a
character reference may be, the whole is written again.
"""

from __future__ import annotations

import base64
import binascii
import html
import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import quote

Change = Callable[[bytes], bytes]
"""Something that returns as many bytes as it is given."""

_JSON = re.compile(
    rb"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}"
    rb"|\\u[0-9a-fA-F]{4}"
    rb'|\\["\\/bfnrt]'
)
# Letters, digits and what joins or ends names and addresses; never a quote or a
# backslash, so the structure of the text around stays as it was.
_ASCII = rb"(?:2[5-9a-fBDE]|3[0-9a-fA-F]|4[0-9a-fA-F]|5[0-9aAfF]|6[1-9a-fA-F]|7[0-9aA])"
# A run of backslashes is tried once, from its beginning, and is never given back.
_ASCII_ESCAPE = re.compile(rb"(?<!\\)\\++u00" + _ASCII)
_HAS_ASCII_ESCAPE = re.compile(rb"u(?<=\\u)00" + _ASCII)
_PERCENT = re.compile(rb"%[0-9a-fA-F]{2}")
_PERCENT_PLUS = re.compile(rb"%[0-9a-fA-F]{2}|\+")
_ENTITY = re.compile(
    rb"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});"
)
_BREAK = re.compile(rb"(?<!\\)\\++[nr]")
_SHORT = {b"b": b"\b", b"f": b"\f", b"n": b"\n", b"r": b"\r", b"t": b"\t"}
_BASE64 = re.compile(rb"[A-Za-z0-9+/_-]+={0,2}")


def text_of(data: bytes) -> str:
    """Return *data* as text; bytes that are not UTF-8 become surrogates."""
    return data.decode("utf-8", "surrogateescape")


def bytes_of(text: str) -> bytes:
    """Return what *text_of* was given."""
    return text.encode("utf-8", "surrogateescape")


def json_text(data: bytes, change: Change, levels: int = 1) -> bytes:
    """Change the inside of a JSON string, which may be JSON in *levels* - 1 strings."""
    if levels > 1:
        return json_text(data, lambda inner: json_text(inner, change, levels - 1))
    return _through(_IN_JSON, data, change)


def ascii_escapes(data: bytes, change: Change) -> bytes:
    r"""Change *data* as it reads with `\u0041` and the like written plainly."""
    return _through(_IN_ASCII, data, change)


def has_ascii_escapes(data: bytes) -> bool:
    """Tell whether *ascii_escapes* would see anything else than *data*."""
    return b"\\u00" in data and _HAS_ASCII_ESCAPE.search(data) is not None


def percent(data: bytes, change: Change, *, plus: bool = False) -> bytes:
    """Change *data* as it reads percent-decoded; with *plus*, `+` is a space."""
    return _through(_IN_FORM if plus else _IN_URL, data, change)


def unquote(data: bytes) -> bytes:
    """Return *data* percent-decoded."""
    return _PERCENT.sub(lambda found: _unquote(found[0]), data)


def line_breaks(data: bytes, change: Change) -> bytes:
    r"""Change *data* as it reads with `\n` for a line break resolved; breaks stay."""
    return _through(_IN_LINES, data, change)


def entities(data: bytes, change: Change) -> bytes:
    """Change *data* as it reads with XML and HTML character references resolved."""
    return _through(_IN_XML, data, change)


def base64_text(data: bytes, change: Change) -> bytes:
    """Change what *data* is the base64 of; *data* itself if it is not base64."""
    plain = decode_base64(data)
    if plain is None:
        return data
    changed = change(plain)
    return data if changed == plain else encode_base64(changed, data)


def decode_base64(data: bytes) -> bytes | None:
    """Return what *data* is the base64 or base64url of, if encoding gives it again."""
    if not _BASE64.fullmatch(data):
        return None
    standard = data.translate(_TO_STANDARD)
    try:
        plain = base64.b64decode(standard + b"=" * (-len(standard) % 4), validate=True)
    except (binascii.Error, ValueError):
        return None
    return plain if encode_base64(plain, data) == data else None


def encode_base64(plain: bytes, like: bytes) -> bytes:
    """Encode *plain* with the alphabet and the padding of *like*."""
    coded = base64.b64encode(plain)
    if b"-" in like or b"_" in like:
        coded = coded.translate(_TO_URL)
    return coded if like.endswith(b"=") else coded.rstrip(b"=")


_TO_STANDARD = bytes.maketrans(b"-_", b"+/")
_TO_URL = bytes.maketrans(b"+/", b"-_")


@dataclass(frozen=True, slots=True)
class _Coding:
    """A way to write text in which some characters are written as others."""

    units: re.Pattern[bytes]
    decode: Change
    encode: Callable[[bytes, bytes], bytes]
    """Write decoded bytes the way an original was written."""
    write: Change
    """Write a whole text."""


def _through(coding: _Coding, data: bytes, change: Change) -> bytes:
    units = [(*m.span(), coding.decode(m[0])) for m in coding.units.finditer(data)]
    if not units:
        return change(data)
    pieces, at = [], 0
    for start, end, plain in units:
        pieces += [data[at:start], plain]
        at = end
    before = b"".join([*pieces, data[at:]])
    after = change(before)
    if after == before:
        return data
    if len(after) != len(before):
        return coding.write(after)
    out, at, seen = bytearray(), 0, 0
    for start, end, plain in units:
        out += after[seen : seen + start - at]
        seen += start - at
        new = after[seen : seen + len(plain)]
        out += data[start:end] if new == plain else coding.encode(new, data[start:end])
        at, seen = end, seen + len(plain)
    return bytes(out + after[seen:])


def _unescape(unit: bytes) -> bytes:
    name = unit.lstrip(b"\\")
    if name[:1] != b"u" or len(name) < 5:
        return _SHORT.get(name, unit[-1:])
    if len(name) > 5:
        high, low = int(name[1:5], 16), int(name[7:11], 16)
        code = 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00)
    else:
        code = int(name[1:5], 16)
    return chr(code).encode("utf-8", "surrogatepass")


def _escape(plain: bytes, unit: bytes) -> bytes:
    slashes = unit[: len(unit) - len(unit.lstrip(b"\\"))]
    if unit[len(slashes) :][:1] != b"u":
        return plain
    character = plain.decode("utf-8", "surrogateescape")
    code = ord(character[0])
    if code > 0xFFFF:
        high, low = 0xD800 + ((code - 0x10000) >> 10), 0xDC00 + (code & 0x3FF)
        return b"\\u%04x\\u%04x" % (high, low)
    return slashes + b"u%04x" % code


def _unquote(unit: bytes) -> bytes:
    return b" " if unit == b"+" else bytes([int(unit[1:], 16)])


def _quote(plain: bytes, unit: bytes) -> bytes:
    if unit == b"+":
        return plain
    return (b"%%%02x" if unit != unit.upper() else b"%%%02X") % plain[0]


def _resolve(unit: bytes) -> bytes:
    found = html.unescape(unit.decode("ascii"))
    return bytes_of(found)


def _refer(plain: bytes, unit: bytes) -> bytes:
    return "".join(f"&#{ord(character)};" for character in text_of(plain)).encode()


def _json_string(text: bytes) -> bytes:
    return bytes_of(json.dumps(text_of(text), ensure_ascii=False)[1:-1])


def _url_part(text: bytes) -> bytes:
    return quote(text, safe="!$'()*,;:@/?").encode()


def _xml_text(text: bytes) -> bytes:
    return bytes_of(html.escape(text_of(text)))


_IN_JSON = _Coding(_JSON, _unescape, _escape, _json_string)
_IN_ASCII = _Coding(_ASCII_ESCAPE, _unescape, _escape, bytes)
_IN_URL = _Coding(_PERCENT, _unquote, _quote, _url_part)
_IN_FORM = _Coding(_PERCENT_PLUS, _unquote, _quote, _url_part)
_IN_LINES = _Coding(
    _BREAK,
    lambda unit: b"\n",
    lambda plain, unit: unit,
    lambda text: text.replace(b"\n", b"\\n"),
)
_IN_XML = _Coding(_ENTITY, _resolve, _refer, _xml_text)
