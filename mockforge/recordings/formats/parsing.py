"""The fields of a line back into an exchange, with its times if they are known."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from mockforge.event import Event, Kind
from mockforge.exchange import Exchange, Failure, FailureKind
from mockforge.http import Headers, Request, Response
from mockforge.options import Json
from mockforge.provenance import Source
from mockforge.recordings.formats import bodies, times, urls
from mockforge.recordings.formats.contents import Unreadable
from mockforge.recordings.formats.shape import Fields, member, shown

_MESSAGE = ("headers", *bodies.KEYS, "version", "trailers", "size")


def exchange(line: Fields, folder: Path | None, known: Fields | None) -> Exchange:
    """Return the exchange a line tells.

    Args:
        line: Its fields.
        folder: Where big bodies are.
        known: Its times, if they are kept apart and there. Without them, headers whose
            value is among the times are left out.

    Raises:
        Unreadable: If it tells none.
    """
    line.only(
        *("request", "response", "failure", "events"),
        *("source", "session", "endpoint", "times"),
    )
    told = iter(known.listing("headers")) if known is not None else None
    response = line.part("response") if line.has("response") else None
    found = Exchange(
        _request(line.part("request"), folder),
        None if response is None else _response(response, folder, told),
        failure=_failure(line.part("failure")) if line.has("failure") else None,
        source=member(Source, line, "source", Source.UPSTREAM),
        session=line.text("session", ""),
        events=tuple(_event(event) for event in line.parts("events")),
        endpoint=line.text("endpoint", ""),
    )
    if found.response is None and found.failure is None and not found.events:
        raise Unreadable("there is neither a response nor a failure")
    if known is not None:
        return times.restored(found, known)
    return _inline(found, line.part("times")) if line.has("times") else found


def lacks_times(line: Fields) -> bool:
    """Whether a response header of the line is among times kept apart."""
    response = line.value.get("response") or {}
    headers = response.get("headers") if isinstance(response, dict) else None
    return any(isinstance(pair, list) and None in pair for pair in headers or ())


def _inline(exchange: Exchange, found: Fields) -> Exchange:
    found.only("started", "first_byte", "elapsed")
    return replace(
        exchange,
        started=found.number("started", 0.0),
        first_byte=found.number("first_byte") if found.has("first_byte") else None,
        elapsed=found.number("elapsed", 0.0),
    )


def _request(asked: Fields, folder: Path | None) -> Request:
    asked.only(*("method", "url", "scheme", "authority", "target", "client"), *_MESSAGE)
    if asked.has("url") or not asked.has("target"):
        scheme, authority, target = urls.split(asked.text("url"))
    else:
        scheme = asked.text("scheme")
        authority, target = asked.text("authority"), asked.text("target")
    return Request(
        method=asked.text("method"),
        scheme=scheme,
        authority=authority,
        target=target,
        headers=_headers(asked, "headers"),
        body=bodies.kept(asked, folder),
        version=asked.text("version", "HTTP/1.1"),
        trailers=_headers(asked, "trailers"),
        client=asked.text("client", ""),
        size=asked.whole("size") if asked.has("size") else None,
    )


def _response(
    answered: Fields, folder: Path | None, told: Iterator[Json] | None
) -> Response:
    answered.only("status", "reason", "chunks", *_MESSAGE)
    return Response(
        status=answered.whole("status"),
        reason=answered.text("reason", ""),
        headers=_headers(answered, "headers", told),
        body=bodies.kept(answered, folder),
        version=answered.text("version", "HTTP/1.1"),
        trailers=_headers(answered, "trailers"),
        chunks=times.chunks(answered),
        size=answered.whole("size") if answered.has("size") else None,
    )


def _headers(message: Fields, name: str, told: Iterator[Json] | None = None) -> Headers:
    found = []
    for index, pair in enumerate(message.listing(name)):
        if not isinstance(pair, list) or len(pair) != 2:
            path = f"{message.at(name)}[{index}]"
            raise Unreadable(f"{path} is {shown(pair)}, not a pair of name and value")
        value = pair[1]
        if value is None:
            if told is None:
                continue
            value = next(told, None)
        try:
            found.append(_field(pair[0], value))
        except (TypeError, AttributeError, UnicodeEncodeError):
            path = f"{message.at(name)}[{index}]"
            found.append((_latin(pair[0], path), _latin(value, path)))
    return tuple(found)


@lru_cache(maxsize=4096)
def _field(name: str, value: str) -> tuple[bytes, bytes]:
    """Return a field as it is sent; one that many messages have is held once."""
    return _name(name), value.encode("latin-1")


@lru_cache(maxsize=1024)
def _name(name: str) -> bytes:
    return name.encode("latin-1")


def _latin(value: Json, path: str) -> bytes:
    if not isinstance(value, str):
        raise Unreadable(f"{path} is {shown(value)}, not text")
    try:
        return value.encode("latin-1")
    except UnicodeEncodeError:
        raise Unreadable(f"{path} has letters no header can carry") from None


def _failure(failed: Fields) -> Failure:
    failed.only("kind", "message")
    kind = member(FailureKind, failed, "kind", None)
    return Failure(kind, failed.text("message", ""))


def _event(event: Fields) -> Event:
    event.only("from", "kind", "wait", *bodies.KEYS)
    side = event.text("from")
    if side not in ("client", "server"):
        raise Unreadable(f"{event.at('from')} is {side!r}, not 'client' or 'server'")
    return Event(
        data=bodies.kept(event, None),
        kind=member(Kind, event, "kind", Kind.TEXT),
        from_client=side == "client",
        wait=event.number("wait", 0.0),
    )
