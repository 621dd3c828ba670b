"""Scanning: what in an exchange looks like a secret and has no stand-in."""

from __future__ import annotations

import base64
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from math import log2

from mockforge.exchange import Exchange
from mockforge.http import Headers, Request, Response
from mockforge.recordings.redact import NoRedaction, Redactor, views
from mockforge.recordings.redact.opened import open_body
from mockforge.recordings.redact.sweep import Sweep
from mockforge.recordings.redact.vocabulary import Rule

HIGH_ENTROPY = 4.0
"""Bits a character. Random letters and digits have 4.3 at 24 characters and 4.7 at 40,
English words run together 3.5; measured on samples of 1,000."""
LARGEST = 1 << 20
"""Bytes of a body that are looked at for high entropy."""

_RUN = re.compile(rb"(?<![A-Za-z0-9+/_=.-])[A-Za-z0-9_-]{20,128}(?![A-Za-z0-9+/_=.-])")
_CLASSES = (re.compile(rb"[a-z]"), re.compile(rb"[A-Z]"), re.compile(rb"[0-9]"))
# Drawn by chance, and to tell one message from another.
_TOLD_APART = re.compile(
    rb"etag|if-(?:none-)?match|sec-websocket-\w+|.*(?:request|trace|correlation|ray)-?id"
    rb"|x-amz-(?:id-2|cf-id|cf-pop)|traceparent|date|server|via|nel|report-to"
    rb"|content-security-policy|content-type|content-md5|.*digest"
)


@dataclass(frozen=True, slots=True)
class Finding:
    """A value that looks like a secret."""

    where: str
    """Part and name: `request.header.authorization`, `response.body`."""
    kind: str
    """What it looks like."""
    shown: str
    """Its beginning and its length, never the whole."""


def scan(
    exchange: Exchange, redactor: Redactor | NoRedaction | None = None
) -> list[Finding]:
    """Return what looks like a secret in *exchange*, each value once for each place.

    Args:
        exchange: As stored.
        redactor: Knows the stand-ins of the recording; without it they are taken for
            what they look like.
    """
    eye = _Eye(redactor if isinstance(redactor, Redactor) else Redactor(b"scan"))
    eye.request(exchange.request)
    if exchange.response:
        eye.response(exchange.response)
    for number, event in enumerate(exchange.events):
        eye.text(f"events[{number}]", event.data)
    if exchange.failure:
        eye.text("failure", exchange.failure.message.encode("utf-8", "replace"))
    return eye.findings()


class _Eye:
    """Looks at parts and remembers what it found where."""

    def __init__(self, redactor: Redactor) -> None:
        self._redactor = redactor
        self._found: dict[tuple[str, bytes], str] = {}
        self._where = ""
        self._sweep: Sweep = redactor.looking(self._seen)

    def findings(self) -> list[Finding]:
        return [
            Finding(where, kind, _masked(value))
            for (where, value), kind in self._found.items()
        ]

    def request(self, request: Request) -> None:
        path, _, query = request.target.encode("utf-8", "surrogateescape").partition(
            b"?"
        )
        self.text("request.path", path)
        self._where = "request.query"
        self._sweep.pairs(query)
        self._message("request", request)

    def response(self, response: Response) -> None:
        self._message("response", response)

    def text(self, where: str, data: bytes) -> None:
        """Look at *data* as text, for forms and names and then for high entropy."""
        self._where = where
        self._sweep.text(data)
        for value in _random(data[:LARGEST]):
            self._seen("high entropy", b"", value)

    def _message(self, part: str, message: Request | Response) -> None:
        self._headers(f"{part}.header", message.headers)
        self._headers(f"{part}.trailer", message.trailers)
        coding = message.header("content-encoding") or ""
        opened = open_body(message.body, coding, whole=message.size is None)
        kind = (message.header("content-type") or "").lower()
        if "form-urlencoded" in kind:
            self._where = f"{part}.body"
            self._sweep.pairs(opened.plain)
        elif not kind.startswith(("image/", "video/", "audio/", "font/")):
            self.text(f"{part}.body", opened.plain)

    def _headers(self, part: str, headers: Headers) -> None:
        for name, value in headers:
            shown = name.decode("latin-1").lower()
            rule = self._sweep.names.header(name)
            self._where = part
            if rule is not Rule.NONE:
                self._where = f"{part}.{shown}"
                self._sweep.header(name, value, rule)
            elif _TOLD_APART.fullmatch(name.lower()):
                self._where = f"{part}.{shown}"
                self._sweep.text(value)
            else:
                self.text(f"{part}.{shown}", value)

    def _seen(self, kind: str, name: bytes, value: bytes) -> None:
        if self._redactor.is_standin(views.text_of(value)):
            return
        shown = name.decode("utf-8", "replace")
        named = shown and not self._where.endswith(f".{shown.lower()}")
        where = f"{self._where}.{shown}" if named else self._where
        if not any(value in other for _, other in self._at(self._where)):
            self._found[where, value] = kind

    def _at(self, where: str) -> Iterator[tuple[str, bytes]]:
        return (key for key in self._found if key[0].startswith(where))


def _random(data: bytes) -> Iterator[bytes]:
    """Yield the words of *data* that look drawn by chance and are no UUID or digest."""
    for found in _RUN.finditer(data):
        word = found[0]
        mixed = all(letters.search(word) for letters in _CLASSES)
        if mixed and _entropy(word) >= HIGH_ENTROPY and not _is_written(word):
            yield word


def _is_written(word: bytes) -> bool:
    """Tell whether *word* is base64 of plain text, as a page's cursor is.

    The text itself has been looked through. Chance makes 15 bytes of plain ASCII once
    in 30,000 times, and longer ones less often.
    """
    try:
        text = base64.urlsafe_b64decode(word + b"=" * (-len(word) % 4))
    except ValueError:
        return False
    return text.isascii() and text.decode("ascii").isprintable()


def _entropy(word: bytes) -> float:
    """Return the bits a character of *word*, by how often each of them occurs."""
    total = len(word)
    return -sum(n / total * log2(n / total) for n in Counter(word).values())


def _masked(value: bytes) -> str:
    text = views.text_of(value).encode("utf-8", "replace").decode()
    begin = text[:3] if len(text) >= 12 else ""
    return f"{begin}… ({len(text)} characters)"
