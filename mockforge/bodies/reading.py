"""Bodies: of which kind they are, and what they hold once read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal
from urllib.parse import unquote_to_bytes

from mockforge import codings
from mockforge.bodies import exactjson
from mockforge.http import Headers, every

BodyKind = Literal["json", "form", "multipart", "text", "binary", "empty"]

Pairs = list[tuple[str, str]]
"""Names and values, decoded, in order."""


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a multipart body."""

    name: str
    """Of the form field; empty where the part has none."""
    filename: str | None
    type: str
    """Its Content-Type as written, or nothing."""
    headers: Headers
    body: bytes


def decoded(headers: Headers, body: bytes) -> bytes:
    """Return *body* without its content codings, aws-chunked among them.

    Raises:
        ValueError: If it is not what Content-Encoding says.
    """
    named = every(headers, "content-encoding")
    if not named or not body:
        return body
    left = codings.names(",".join(named))
    while left:
        coding = left.pop()
        if coding == "aws-chunked":
            body = _unchunked(body)
        else:
            body = codings.decode(body, coding)
    return body


def body_kind(headers: Headers, body: bytes) -> BodyKind:
    """Return what kind of thing *body* is, once its content coding is removed."""
    try:
        plain = decoded(headers, body)
    except ValueError:
        return "binary"
    if not plain:
        return "empty"
    kind = content_type(headers)
    if kind.startswith("multipart/"):
        return "multipart" if parts_of(headers, plain) is not None else "binary"
    if may_be_json(kind, plain) and _is_json(plain):
        return "json"
    if kind == FORM and pairs_of(plain) is not None:
        return "form"
    return "text" if _is_text(plain) else "binary"


FORM = "application/x-www-form-urlencoded"
_BARE = frozenset({"", FORM, "application/octet-stream", "text/plain"})
_LINES = ("ndjson", "jsonl", "jsonlines", "json-seq", "json-lines")


def content_type(headers: Headers) -> str:
    """Return the media type without parameters, in lower case; empty if not given."""
    for name, value in headers:
        if name.lower() == b"content-type":
            return value.partition(b";")[0].strip().lower().decode("latin-1")
    return ""


def may_be_json(kind: str, body: bytes) -> bool:
    """Return whether JSON is to be tried: the type says so, or says nothing.

    curl sends JSON as a form unless told otherwise, so a form that begins like a
    JSON object or list is tried too.
    """
    if "json" in kind:
        return True
    return kind in _BARE and body.lstrip()[:1] in (b"{", b"[")


def is_lines(kind: str) -> bool:
    """Return whether *kind* is one of the names for JSON documents line by line."""
    return kind.endswith(_LINES)


def pairs_of(body: bytes) -> Pairs | None:
    """Return the fields of a form, or None if *body* is no form."""
    if not body.isascii():
        return None
    return pairs(body.decode("ascii"))


def pairs(text: str) -> Pairs:
    """Return names and values of a query or form; `a` and `a=` are the same."""
    if "%" not in text and "+" not in text:
        split = (part.partition("=") for part in text.split("&") if part)
        return [(name, value) for name, _, value in split]
    split = (part.partition("=") for part in text.split("&") if part)
    return [(unquoted(name), unquoted(value)) for name, _, value in split]


def unquoted(text: str) -> str:
    """Return *text* percent-decoded, `+` as a space; bad UTF-8 becomes surrogates."""
    if "%" not in text and "+" not in text:
        return text
    raw = unquote_to_bytes(text.replace("+", " ").encode("utf-8", "surrogateescape"))
    return raw.decode("utf-8", "surrogateescape")


_PARAMETER = re.compile(r';\s*([\w!#$%&\'*+.^`|~-]+)\s*=\s*("(?:[^"\\]|\\.)*"|[^;]*)')


def parameters(value: str) -> dict[str, str]:
    """Return the parameters of a header value, names in lower case, unquoted."""
    found = {}
    for name, text in _PARAMETER.findall(value):
        if text.startswith('"'):
            text = re.sub(r"\\(.)", r"\1", text[1:-1])
        found[name.lower()] = text.strip()
    return found


def parts_of(headers: Headers, body: bytes) -> list[Part] | None:
    """Return the parts of a multipart body in order, or None if it is none."""
    kind = every(headers, "content-type")
    boundary = parameters(kind[0]).get("boundary") if kind else None
    if not boundary:
        return None
    mark = b"--" + boundary.encode("latin-1")
    # RFC 2046, 5.1.1: the line break before a boundary belongs to the boundary.
    pieces = re.split(rb"(?:\A|\r?\n)" + re.escape(mark) + rb"(?=--|[ \t]*\r?\n)", body)
    if len(pieces) < 2 or not pieces[-1].startswith(b"--"):
        return None
    return [_part(piece) for piece in pieces[1:-1]]


def _part(piece: bytes) -> Part:
    piece = re.sub(rb"\A[ \t]*\r?\n", b"", piece)
    head, body = b"", piece
    if piece[:1] == b"\n" or piece[:2] == b"\r\n":
        body = re.sub(rb"\A\r?\n", b"", piece)
    else:
        split = re.split(rb"\r?\n\r?\n", piece, maxsplit=1)
        head, body = split[0], split[1] if len(split) > 1 else b""
    headers = tuple(_fields(head))
    disposition = (every(headers, "content-disposition") or [""])[0]
    given = parameters(disposition)
    filename = given.get("filename*", given.get("filename"))
    kind = (every(headers, "content-type") or [""])[0]
    return Part(given.get("name", ""), filename, kind, headers, body)


def _fields(head: bytes) -> Iterator[tuple[bytes, bytes]]:
    for line in re.sub(rb"\r?\n[ \t]+", b" ", head).splitlines():
        name, colon, value = line.partition(b":")
        if colon:
            yield name.strip(), value.strip()


def _unchunked(body: bytes) -> bytes:
    """Return the content of an aws-chunked body, without signatures and trailers.

    Source:
        Amazon S3 API reference, "Signature calculations for the Authorization
        header: transferring payload in multiple chunks".
    """
    out: list[bytes] = []
    at = 0
    while True:
        end = body.find(b"\r\n", at)
        if end < 0:
            raise ValueError("an aws-chunked body ends too early")
        # int() alone would take "+5" and "1_0".
        digits = body[at:end].partition(b";")[0]
        if not re.fullmatch(rb"[0-9A-Fa-f]{1,16}", digits):
            raise ValueError(f"{digits[:20]!r} is not the size of an aws-chunk")
        size = int(digits, 16)
        if size == 0:
            return b"".join(out)
        at = end + 2 + size
        if body[at : at + 2] != b"\r\n":
            raise ValueError("an aws-chunk is not as long as it says")
        out.append(body[end + 2 : at])
        at += 2


def _is_json(body: bytes) -> bool:
    try:
        exactjson.read(exactjson.text_of(body))
    except (ValueError, RecursionError):
        return False
    return True


def _is_text(body: bytes) -> bool:
    try:
        return "\0" not in body.decode()
    except UnicodeDecodeError:
        return False
