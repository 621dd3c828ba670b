"""An exchange as plain JSON and back without loss, for the side file."""

from __future__ import annotations

from typing import Any

from mockforge.event import Event, Kind
from mockforge.exchange import Exchange, Failure, FailureKind
from mockforge.http import Chunk, Headers, Request, Response
from mockforge.options import Json
from mockforge.provenance import Source

# Bytes become text as latin-1: every byte has its character, and what is ASCII can
# be read. JSON's escapes carry the rest, lone surrogates in targets too.


def to_plain(exchange: Exchange) -> Json:
    """Return *exchange* as JSON can hold it."""
    request, response, failure = exchange.request, exchange.response, exchange.failure
    return {
        "request": _fields(request),
        "response": None if response is None else _fields(response),
        "failure": failure and [failure.kind.value, failure.message],
        "source": exchange.source.value,
        "session": exchange.session,
        "endpoint": exchange.endpoint,
        "started": exchange.started,
        "first_byte": exchange.first_byte,
        "elapsed": exchange.elapsed,
        "events": [
            [event.kind.value, event.from_client, event.wait, _text(event.data)]
            for event in exchange.events
        ],
    }


def from_plain(plain: Json) -> Exchange:
    """Return what `to_plain` was given.

    Raises:
        ValueError: If *plain* is something else.
    """
    try:
        rest = dict(plain)
        request, response = rest.pop("request"), rest.pop("response")
        failure, events = rest.pop("failure"), rest.pop("events")
        return Exchange(
            request=Request(**_values(request)),
            response=None if response is None else Response(**_values(response)),
            failure=failure and Failure(FailureKind(failure[0]), failure[1]),
            source=Source(rest.pop("source")),
            events=tuple(
                Event(_bytes(data), Kind(kind), from_client, wait)
                for kind, from_client, wait, data in events
            ),
            **rest,
        )
    except (KeyError, TypeError, ValueError, AttributeError, IndexError) as error:
        raise ValueError(f"this is not an exchange: {error}") from error


def _fields(message: Request | Response) -> dict[str, Any]:
    fields = {name: getattr(message, name) for name in message.__dataclass_fields__}
    fields["headers"] = _pairs(message.headers)
    fields["trailers"] = _pairs(message.trailers)
    fields["body"] = _text(message.body)
    if isinstance(message, Response):
        fields["chunks"] = [[chunk.wait, chunk.size] for chunk in message.chunks]
    return fields


def _values(plain: Json) -> dict[str, Any]:
    fields = dict(plain)
    fields["headers"] = _headers(fields["headers"])
    fields["trailers"] = _headers(fields["trailers"])
    fields["body"] = _bytes(fields["body"])
    if "chunks" in fields:
        fields["chunks"] = tuple(Chunk(wait, size) for wait, size in fields["chunks"])
    return fields


def _pairs(headers: Headers) -> list[list[str]]:
    return [[_text(name), _text(value)] for name, value in headers]


def _headers(pairs: Json) -> Headers:
    return tuple((_bytes(name), _bytes(value)) for name, value in pairs)


def _text(data: bytes) -> str:
    return data.decode("latin-1")


def _bytes(text: str) -> bytes:
    return text.encode("latin-1")
