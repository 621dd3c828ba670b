"""One form for requests that ask the same: paths, queries and bodies."""

from __future__ import annotations

import hashlib
import marshal
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from mockforge.bodies import exactjson
from mockforge.bodies import reading as bodies
from mockforge.bodies.reading import FORM
from mockforge.http import Headers
from mockforge.options import Json
from mockforge.recordings.ignores import Ignores

_ESCAPE = re.compile(r"%([0-9A-Fa-f]{2})")
_UNRESERVED = frozenset(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~"
)
_UNSAFE = re.compile(r"[^!-~]|[\"<>\\^`{|}]")


@dataclass(frozen=True, slots=True)
class Body:
    """A body as it is compared."""

    kind: str
    """`json`, `lines`, `form`, `multipart`, `bytes`, or nothing for an empty one."""
    value: Json
    """What it holds: documents, sorted pairs, `PartBody`s, or the bytes themselves."""

    def digestible(self) -> bytes:
        """Return bytes that are equal for equal values of one kind."""
        if self.kind == "bytes":
            assert isinstance(self.value, bytes)
            return self.value
        if self.kind == "multipart":
            return packed([part.summary() for part in self.value])
        return packed(self.value)


@dataclass(frozen=True, slots=True)
class PartBody:
    """A part of a multipart body as it is compared."""

    name: str
    filename: str | None
    type: str
    body: Body

    def summary(self) -> tuple[str, str | None, str, str, bytes]:
        """Return what equal parts share; the body by its digest."""
        content = hashlib.blake2b(self.body.digestible(), digest_size=16).digest()
        return self.name, self.filename, self.type, self.body.kind, content


def packed(value: Json) -> bytes:
    """Return *value*, of tuples, lists and plain values, as bytes.

    marshal is several times quicker than repr, and unlike it depends neither on the
    process nor on the Unicode tables of one Python: version 2 of its format has no
    references and is written alike by every Python since 2.5.
    """
    return marshal.dumps(value, 2)


@lru_cache(maxsize=2048)
def path(text: str) -> str:
    """Return *text* with percent-encoding in one form (RFC 3986, 6.2.2).

    Hex digits are in upper case and unreserved characters decoded; an encoded slash
    stays apart from a slash.
    """
    if "%" in text:
        text = _ESCAPE.sub(_escape, text)
    if _UNSAFE.search(text):
        text = _UNSAFE.sub(_quote, text)
    return text or "/"


def query(text: str, ignores: Ignores) -> list[tuple[str, str]]:
    """Return the names and values of the query, sorted, less what is ignored."""
    pairs = bodies.pairs(text)
    if ignores.query:
        pairs = [pair for pair in pairs if pair[0] not in ignores.query]
    pairs.sort()
    return pairs


def body(headers: Headers, content: bytes, ignores: Ignores, *, plain: bool) -> Body:
    """Return *content* as it is compared.

    Args:
        headers: What says how it is coded and of which type it is.
        content: As sent.
        ignores: What is left out.
        plain: JSON as dicts and lists, to be looked into; else as in
            `exactjson.frozen`, which is quicker.
    """
    if not content:
        return _EMPTY
    try:
        content = bodies.decoded(headers, content)
    except ValueError:
        # Not what it says it is: what was sent is all there is to compare.
        return Body("bytes", content)
    kind, found = bodies.content_type(headers), None
    if kind.startswith("multipart/"):
        found = _multipart(headers, content, ignores, plain=plain)
    elif bodies.may_be_json(kind, content):
        found = _json(kind, content, ignores, plain=plain)
    if found is None and kind == FORM:
        found = _form(content, ignores)
    return found or (Body("bytes", content) if content else _EMPTY)


_EMPTY = Body("", b"")


def _json(kind: str, content: bytes, ignores: Ignores, *, plain: bool) -> Body | None:
    """Return the body as JSON, or None if it is none."""
    read = _reader(ignores, plain=plain)
    try:
        text = exactjson.text_of(content)
        if not bodies.is_lines(kind):
            try:
                return Body("json", read(text))
            except ValueError:
                # Elasticsearch takes its lines as application/json as well.
                if "\n" not in text.strip():
                    return None
        return Body("lines", exactjson.lines(text, read))
    except (ValueError, RecursionError):
        return None


def _reader(ignores: Ignores, *, plain: bool) -> Callable[[str], Json]:
    if not ignores.paths:
        return exactjson.read if plain else exactjson.frozen

    def reduced(text: str) -> Json:
        document = ignores.removed(exactjson.read(text), text)
        return document if plain else exactjson.freeze(document)

    return reduced


def _form(content: bytes, ignores: Ignores) -> Body | None:
    """Return the body as a form, or None if it is none."""
    pairs = bodies.pairs_of(content)
    if pairs is None:
        return None
    return Body("form", sorted(p for p in pairs if p[0] not in ignores.form))


def _multipart(
    headers: Headers, content: bytes, ignores: Ignores, *, plain: bool
) -> Body | None:
    """Return the body as the parts it has, or None if it has none."""
    parts = bodies.parts_of(headers, content)
    if parts is None:
        return None
    return Body(
        "multipart",
        [
            PartBody(
                part.name,
                part.filename,
                bodies.content_type(part.headers) or "text/plain",
                body(part.headers, part.body, ignores, plain=plain),
            )
            for part in parts
            if part.name not in ignores.part
        ],
    )


def _escape(match: re.Match[str]) -> str:
    character = chr(int(match[1], 16))
    return character if character in _UNRESERVED else match[0].upper()


def _quote(match: re.Match[str]) -> str:
    raw = match[0].encode("utf-8", "surrogateescape")
    return "".join(f"%{byte:02X}" for byte in raw)
