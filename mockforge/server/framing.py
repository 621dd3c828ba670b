"""Responses as HTTP/1.1 bytes: the recorded head, with framing that is true now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from http import HTTPStatus

from mockforge.http import Headers, Request, Response, every

# What belongs to the connection a response came on and means nothing on this one.
# Connection itself is looked into: an upstream that closed closes here too.
LEFT_BEHIND = frozenset([b"upgrade", b"proxy-connection", b"te"])
_DECIDED = frozenset(
    [b"connection", b"transfer-encoding", b"content-length", b"trailer"]
)
LAST_CHUNK = b"0\r\n"


class Framing(StrEnum):
    """How the end of a body is told."""

    NONE = "none"
    """There is no body."""
    LENGTH = "length"
    CHUNKED = "chunked"
    CLOSE = "close"
    """The connection's end is the body's end."""


@dataclass(frozen=True, slots=True)
class Frame:
    """The head of a response, and what follows from it."""

    head: bytes
    framing: Framing
    closes: bool
    """The connection ends with this response."""


def framed(
    response: Response, request: Request, *, keep_alive: bool, partial: bool = False
) -> Frame:
    """Return the head of *response*, its fields in their order and spelling.

    Args:
        response: What to send.
        request: What it answers.
        keep_alive: The client is to be asked something again on this connection.
        partial: The body at hand is not the whole: its length is what the head says,
            or not known.
    """
    framing = _framing(response, request, partial)
    closing = "close" in _tokens(response.headers)
    closes = not keep_alive or closing or framing is Framing.CLOSE
    length = None if partial else b"%d" % len(response.body)
    now = _Now(response, framing, closes, length)
    fields: list[tuple[bytes, bytes]] = []
    seen: set[bytes] = set()
    for name, value in response.headers:
        low = name.lower()
        if low in LEFT_BEHIND:
            continue
        if low in _DECIDED:
            told = None if low in seen else now.value(low, value)
            seen.add(low)
            if told is None:
                continue
            value = told
        fields.append((name, value))
    fields += now.missing(seen, request)
    return Frame(_head(response, fields), framing, closes)


def chunk(data: bytes) -> bytes:
    """Return *data* as a chunk (RFC 9112, 7.1); nothing for no data."""
    return b"%x\r\n%b\r\n" % (len(data), data) if data else b""


def last_chunk(trailers: Headers = ()) -> bytes:
    """Return the chunk that ends a body, with its trailer fields."""
    return LAST_CHUNK + _block(trailers) + b"\r\n"


def _framing(response: Response, request: Request, partial: bool) -> Framing:
    if is_bodiless(response, request):
        return Framing.NONE
    has_length = response.header("Content-Length") is not None
    if request.version == "HTTP/1.0":
        return Framing.LENGTH if has_length else Framing.CLOSE
    if response.trailers or response.header("Transfer-Encoding") is not None:
        return Framing.CHUNKED
    if has_length:
        return Framing.LENGTH
    if response.version.startswith("HTTP/1") and "close" in _tokens(response.headers):
        return Framing.CLOSE
    # A body of another protocol, or of an import that says nothing about its framing.
    return Framing.CHUNKED if response.chunks or partial else Framing.LENGTH


def is_bodiless(response: Response, request: Request) -> bool:
    """Whether *response* to *request* has no body, whatever its head says."""
    return (
        request.method == "HEAD"
        or response.status in (204, 304)
        or response.status < 200
    )


@dataclass(frozen=True, slots=True)
class _Now:
    """What the framing fields of a recorded head say on this connection."""

    response: Response
    framing: Framing
    closes: bool
    length: bytes | None
    """The body's length; None if the head knows better."""

    def value(self, name: bytes, value: bytes) -> bytes | None:
        """Return the value of the field *name*; None if it has none now."""
        if name == b"connection":
            return self._connection(value)
        if name == b"transfer-encoding":
            return self._transfer_encoding(value)
        if name == b"content-length":
            return self._content_length(value)
        return value if self.framing is Framing.CHUNKED else None

    def missing(
        self, seen: set[bytes], request: Request
    ) -> Iterator[tuple[bytes, bytes]]:
        """Yield the fields that the recorded head lacks."""
        if self.framing is Framing.LENGTH and b"content-length" not in seen:
            yield b"Content-Length", self.length or b"0"
        if self.framing is Framing.CHUNKED and b"transfer-encoding" not in seen:
            yield b"Transfer-Encoding", b"chunked"
        if b"connection" not in seen:
            if self.closes:
                yield b"Connection", b"close"
            elif request.version == "HTTP/1.0":
                yield b"Connection", b"keep-alive"

    def _connection(self, value: bytes) -> bytes | None:
        tokens = _tokens(self.response.headers)
        if self.closes:
            return value if value.strip().lower() == b"close" else b"close"
        if tokens <= {"keep-alive"}:
            return value
        # Of `upgrade, keep-alive` only this is about this connection.
        return b"keep-alive" if "keep-alive" in tokens else None

    def _transfer_encoding(self, value: bytes) -> bytes | None:
        if self.framing is Framing.CHUNKED:
            return value if value.strip().lower() == b"chunked" else b"chunked"
        # In answer to HEAD it tells what GET would send.
        is_told = self.framing is Framing.NONE and self.response.status >= 200
        return value if is_told and self.response.status != 204 else None

    def _content_length(self, value: bytes) -> bytes | None:
        if self.framing is Framing.LENGTH:
            is_true = self.length is None or value.strip() == self.length
            return value if is_true else self.length
        if self.framing is not Framing.NONE:
            return None
        return value if self.response.status != 204 or value.strip() == b"0" else None


def _tokens(headers: Headers) -> set[str]:
    return {
        token.strip().lower()
        for value in every(headers, "Connection")
        for token in value.split(",")
    }


def _head(response: Response, fields: Iterable[tuple[bytes, bytes]]) -> bytes:
    # HTTP/2 has no reason; an HTTP/1 server may have sent an empty one.
    reason = response.reason
    if not reason and not response.version.startswith("HTTP/1"):
        reason = _phrase(response.status)
    phrase = _line(reason.encode("latin-1", "replace"))
    return b"HTTP/1.1 %d %b\r\n%b\r\n" % (response.status, phrase, _block(fields))


def _block(fields: Iterable[tuple[bytes, bytes]]) -> bytes:
    return b"".join(
        [b"%b: %b\r\n" % (_line(name), _line(value)) for name, value in fields]
    )


def _line(text: bytes) -> bytes:
    # A recording written by hand must not be able to end a field early.
    if b"\n" in text or b"\r" in text:
        return b" ".join(text.split())
    return text


def _phrase(status: int) -> str:
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return ""
