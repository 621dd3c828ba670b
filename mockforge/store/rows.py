"""An exchange as the values of its row, and a row as an exchange."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any, NamedTuple

from mockforge.event import Event, Kind
from mockforge.exchange import Exchange, Failure, FailureKind
from mockforge.http import Headers, Request, Response
from mockforge.provenance import Source
from mockforge.store.compression import Packer, Unpacker
from mockforge.store.packing import (
    escaped,
    pack_chunks,
    pack_headers,
    unescaped,
    unpack_chunks,
    unpack_headers,
)
from mockforge.store.schema import COLUMNS

__all__ = [
    "COLUMNS",
    "HTTP",
    "INLINE",
    "WEBSOCKET",
    "Body",
    "Row",
    "event_of",
    "event_values",
    "exchange_of",
    "failure_of",
    "head_of",
    "response_of",
    "values",
]

# A body this short lies in its exchange's row: a row of its own costs some 60 bytes
# of digests and index, and a look-up at reading.
INLINE = 64
# How much of earlier values one dictionary holds. Heads are short and alike; among
# bodies there are more kinds. Larger ones win little and cost the compressor time.
HEAD_ROOM = 2 << 10
BODY_ROOM = 16 << 10

HTTP, WEBSOCKET = "http", "websocket"


class Body(NamedTuple):
    """A body that gets a row of its own."""

    digest: bytes
    data: bytes
    group: str


@dataclass(frozen=True, slots=True)
class Row:
    """An exchange as it may reach the disk, and what it is matched by."""

    exchange: Exchange
    """Redacted."""
    key: bytes
    """Its match key."""


def values(row: Row, number: int, packer: Packer, found: list[Body]) -> tuple[Any, ...]:
    """Return the columns of *row* in the order of COLUMNS.

    Bodies that belong into a row of their own are added to *found*.
    """
    exchange = row.exchange
    failure = exchange.failure
    return (
        number,
        WEBSOCKET if _is_websocket(exchange) else HTTP,
        exchange.source.value,
        escaped(exchange.session),
        escaped(exchange.endpoint),
        row.key,
        exchange.started,
        exchange.first_byte,
        exchange.elapsed,
        *_request_values(exchange.request, packer, found),
        *_response_values(exchange, packer, found),
        failure and failure.kind.value,
        failure and escaped(failure.message),
    )


def event_values(
    exchange: Exchange, number: int, packer: Packer
) -> list[tuple[Any, ...]]:
    """Return the rows of the exchange's events."""
    group = f"{exchange.request.authority} events"
    return [
        (
            number,
            position,
            event.kind.value,
            event.from_client,
            event.wait,
            packer.pack(event.data, group, BODY_ROOM),
        )
        for position, event in enumerate(exchange.events)
    ]


def exchange_of(
    row: Any,
    unpacker: Unpacker,
    *,
    body: Callable[[bytes], bytes],
    events: Iterable[Event] = (),
) -> Exchange:
    """Return the exchange whose columns *row* holds.

    Args:
        row: The columns by name.
        unpacker: What its packed values are read with.
        body: What returns the body that has a digest.
        events: Its messages.

    Raises:
        ValueError: If a value is damaged.
    """
    return Exchange(
        request=_request_of(row, unpacker, body),
        response=response_of(row, unpacker, body),
        failure=failure_of(row),
        source=Source(row.source),
        session=unescaped(row.session),
        started=row.started,
        first_byte=row.first_byte,
        elapsed=row.elapsed,
        events=tuple(events),
        endpoint=unescaped(row.endpoint),
        id=row.id,
    )


def failure_of(row: Any) -> Failure | None:
    """Return the failure whose columns *row* holds, or None."""
    if row.failure is None:
        return None
    return Failure(FailureKind(row.failure), unescaped(row.failure_message))


def response_of(
    row: Any, unpacker: Unpacker, body: Callable[[bytes], bytes]
) -> Response | None:
    """Return the response whose columns *row* holds, or None if none came.

    Raises:
        ValueError: If a value is damaged.
    """
    if row.status is None:
        return None
    return Response(
        status=row.status,
        headers=head_of(row.response_headers, unpacker),
        body=_body_of(row.response_body, row.response_digest, unpacker, body),
        reason=unescaped(row.reason),
        version=unescaped(row.response_version),
        trailers=head_of(row.response_trailers, unpacker),
        chunks=unpack_chunks(row.chunks),
        size=row.response_size,
    )


def event_of(row: Any, unpacker: Unpacker) -> Event:
    """Return the event whose columns *row* holds.

    Raises:
        ValueError: If a value is damaged.
    """
    data = unpacker.unpack(row.data)
    return Event(data, Kind(row.kind), bool(row.from_client), row.wait)


def head_of(packed: bytes | None, unpacker: Unpacker) -> Headers:
    """Return the header block that *packed* holds.

    Raises:
        ValueError: If it is damaged.
    """
    return unpack_headers(unpacker.unpack(packed)) if packed else ()


def _request_values(
    request: Request, packer: Packer, found: list[Body]
) -> tuple[Any, ...]:
    authority = request.authority
    block = pack_headers(request.headers)
    trailers = request.trailers
    inline, digest = _place(request.body, f"{authority} request", packer, found)
    return (
        escaped(request.method),
        escaped(request.scheme),
        escaped(authority),
        escaped(request.target),
        escaped(request.version),
        escaped(request.client),
        packer.pack(block, f"{authority} request head", HEAD_ROOM),
        packer.pack(pack_headers(trailers)) if trailers else None,
        inline,
        digest,
        request.size,
    )


def _response_values(
    exchange: Exchange, packer: Packer, found: list[Body]
) -> tuple[Any, ...]:
    response = exchange.response
    if response is None:
        return (None,) * 9
    authority = exchange.request.authority
    block = pack_headers(response.headers)
    trailers = response.trailers
    inline, digest = _place(response.body, f"{authority} response", packer, found)
    return (
        response.status,
        escaped(response.reason),
        escaped(response.version),
        packer.pack(block, f"{authority} response head", HEAD_ROOM),
        packer.pack(pack_headers(trailers)) if trailers else None,
        inline,
        digest,
        response.size,
        pack_chunks(response.chunks),
    )


def _place(
    data: bytes, group: str, packer: Packer, found: list[Body]
) -> tuple[bytes | None, bytes | None]:
    """Return a short body packed, or the digest of one that is put into *found*."""
    if not data:
        return None, None
    if len(data) <= INLINE:
        return packer.pack(data), None
    digest = blake2b(data, digest_size=16).digest()
    found.append(Body(digest, data, group))
    return None, digest


def _request_of(
    row: Any, unpacker: Unpacker, body: Callable[[bytes], bytes]
) -> Request:
    return Request(
        method=unescaped(row.method),
        scheme=unescaped(row.scheme),
        authority=unescaped(row.authority),
        target=unescaped(row.target),
        headers=head_of(row.request_headers, unpacker),
        body=_body_of(row.request_body, row.request_digest, unpacker, body),
        version=unescaped(row.request_version),
        trailers=head_of(row.request_trailers, unpacker),
        client=unescaped(row.client),
        size=row.request_size,
    )


def _body_of(
    inline: bytes | None,
    digest: bytes | None,
    unpacker: Unpacker,
    body: Callable[[bytes], bytes],
) -> bytes:
    if inline is not None:
        return unpacker.unpack(inline)
    return body(digest) if digest is not None else b""


def _is_websocket(exchange: Exchange) -> bool:
    if exchange.events:
        return True
    for name, value in exchange.request.headers:
        if len(name) == 7 and name.lower() == b"upgrade":
            return value.lower() == b"websocket"
    return False
