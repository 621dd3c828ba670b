"""Recorded exchanges as what is sent and what is expected, made before anything is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import TYPE_CHECKING

from mockforge.exchange import Exchange, failure_response
from mockforge.http import HOP_BY_HOP, Headers, Origin, Request, Response, every, first
from mockforge.stages.origins import Outward

if TYPE_CHECKING:
    from mockforge.recordings.files import Recording

# Decided by whoever sends. A client that expects 100-continue waits; this one cannot.
_DECIDED = HOP_BY_HOP | {b"host", b"content-length", b"expect"}


@dataclass(slots=True)
class Expected:
    """What was recorded for a request, all its turns together."""

    statuses: set[int] = field(default_factory=set)
    bodies: set[bytes] = field(default_factory=set)
    """Digests of bodies; none if they are not compared."""


@dataclass(frozen=True, slots=True, eq=False)
class Prepared:
    """A request that only has to be written to a connection."""

    wire: bytes
    is_head: bool
    expected: Expected
    exchange: int
    """Its number in the recording."""
    shown: str
    """Method and target, for people."""


@dataclass(frozen=True, slots=True)
class Load:
    """What is sent, in order."""

    requests: tuple[Prepared, ...]
    left_out: Counter[str]
    """Why exchanges cannot be sent or compared, and how many."""


def digest(body: bytes) -> bytes:
    """Return what a body is compared by."""
    return blake2b(body, digest_size=16).digest()


async def prepare(
    recording: Recording,
    target: Origin,
    *,
    chosen: Callable[[Exchange], bool],
    verify: bool,
) -> Load:
    """Return the requests of *recording* as they are sent to *target*.

    Args:
        recording: Where they are.
        target: Whom they are sent to.
        chosen: Whether an exchange is among them.
        verify: Bodies are compared too.

    Raises:
        RecordingError: If it cannot be read.
    """
    index = await recording.index()
    keys = {row.id: row.key for row in index}
    outward = Outward(tuple({row.origin: None for row in index}), target)
    known: dict[bytes, Expected] = {}
    made: list[Prepared] = []
    left_out: Counter[str] = Counter()
    async for exchange in recording.every():
        number = exchange.id
        assert number is not None, "what is stored has its number"
        expected = known.setdefault(keys[number], Expected())
        _expect(expected, exchange, outward if verify else None)
        if not chosen(exchange):
            continue
        asked = exchange.request
        why = unusable(exchange)
        if why is not None:
            left_out[why] += 1
            continue
        shown = recording.redactor.text(f"{asked.method} {asked.target}")
        made.append(
            Prepared(
                wire(asked, target), asked.method == "HEAD", expected, number, shown
            )
        )
    return Load(tuple(made), left_out)


def unusable(exchange: Exchange) -> str | None:
    """Return why *exchange* is not sent and compared; None if it is."""
    why = unsendable(exchange)
    if why is not None:
        return why
    response = exchange.response
    if response is None:
        return "no answer recorded"
    if exchange.failure is not None:
        return "recorded answer broke off"
    return "recorded answer is incomplete" if response.size is not None else None


def unsendable(exchange: Exchange) -> str | None:
    """Return why the request of *exchange* cannot be sent; None if it can."""
    request, response = exchange.request, exchange.response
    if exchange.events or (response is not None and response.status < 200):
        return "WebSocket conversation"
    if not _METHOD.fullmatch(request.method) or request.method == "CONNECT":
        return "method that no plain request has"
    if not _TARGET.fullmatch(request.target):
        return "address that cannot be written"
    return "recorded request is incomplete" if request.size is not None else None


def wire(request: Request, target: Origin) -> bytes:
    """Return *request* as HTTP/1.1 bytes for *target*.

    Fields keep their order and spelling. Host, the body's framing and whatever belongs
    to a connection are made for this one.
    """
    framing = _framing(request)
    fields = [(b"Host", target.authority.encode("latin-1")), *_fields(request)]
    head = b"".join([b"%b: %b\r\n" % field for field in [*fields, *framing]])
    start = f"{request.method} {request.target} HTTP/1.1\r\n".encode("latin-1")
    if framing and framing[0] == _CHUNKED:
        body = b"%x\r\n%b\r\n" % (len(request.body), request.body)
        trailers = [b"%b: %b\r\n" % field for field in _clean(request.trailers)]
        end = b"0\r\n" + b"".join(trailers) + b"\r\n"
        return start + head + b"\r\n" + (body if request.body else b"") + end
    return start + head + b"\r\n" + request.body


_CHUNKED = (b"Transfer-Encoding", b"chunked")
# Source: RFC 9110, 5.6.2.
_METHOD = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_NAME = re.compile(rb"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_TARGET = re.compile(r"[!-~\x80-\xff]+")


def _framing(request: Request) -> list[tuple[bytes, bytes]]:
    if first(request.headers, "Transfer-Encoding") is not None or request.trailers:
        return [_CHUNKED]
    if request.body or first(request.headers, "Content-Length") is not None:
        return [(b"Content-Length", b"%d" % len(request.body))]
    return []


def _fields(request: Request) -> list[tuple[bytes, bytes]]:
    """Return the fields of *request* that go with it on any connection."""
    named = ",".join(every(request.headers, "Connection")).lower().split(",")
    gone = _DECIDED | {name.strip().encode("latin-1") for name in named}
    fields = [pair for pair in _clean(request.headers) if pair[0].lower() not in gone]
    cookies = [value for name, value in fields if name.lower() == b"cookie"]
    if len(cookies) > 1:
        # HTTP/2 may cut the field in pieces, HTTP/1.1 may not (RFC 9113, 8.2.3).
        fields = [pair for pair in fields if pair[0].lower() != b"cookie"]
        fields.append((b"Cookie", b"; ".join(cookies)))
    return fields


def _clean(headers: Headers) -> Iterator[tuple[bytes, bytes]]:
    """Yield *headers* less what is no field; none can end early."""
    for name, value in headers:
        if _NAME.fullmatch(name):
            yield name, b" ".join(value.split()) if _BREAK.search(value) else value


_BREAK = re.compile(rb"[\r\n\0]")


def _expect(expected: Expected, exchange: Exchange, outward: Outward | None) -> None:
    """Add what *exchange* says of the answers that its request may get.

    Args:
        expected: Of all exchanges with that request.
        exchange: One of them.
        outward: How a replay moves addresses in bodies; None if they are not compared.
    """
    response, failure = exchange.response, exchange.failure
    if response is None:
        if failure is None:
            return
        # What a replay says of an upstream that did not answer.
        response = failure_response(failure, exchange.request)
    expected.statuses.add(response.status)
    if outward is None or response.size is not None:
        return
    for shown in (response, outward.response(response)):
        expected.bodies.add(digest(_body(exchange.request, shown)))


def _body(request: Request, response: Response) -> bytes:
    if request.method == "HEAD" or response.status in (204, 304):
        return b""
    return response.body
