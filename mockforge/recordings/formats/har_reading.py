"""An entry of a HAR file as an exchange: ours exactly, a browser's as it was meant."""

from __future__ import annotations

from dataclasses import replace

from mockforge.event import Event, Kind
from mockforge.exchange import Exchange, Failure, FailureKind
from mockforge.http import Headers, Request, Response
from mockforge.options import Json
from mockforge.provenance import Source
from mockforge.recordings.formats import framing, har_bodies, times, urls
from mockforge.recordings.formats.contents import Unreadable
from mockforge.recordings.formats.notes import Notes
from mockforge.recordings.formats.shape import Fields, from_base64, member
from mockforge.recordings.formats.vcr import iso

_VERSIONS = {
    "h2": "HTTP/2.0",
    "http/2": "HTTP/2.0",
    "http/2.0": "HTTP/2.0",
    "h3": "HTTP/3",
    "http/3": "HTTP/3",
    "http/3.0": "HTTP/3",
    "http/1.0": "HTTP/1.0",
}


def exchange(entry: Fields, notes: Notes) -> Exchange:
    """Return the exchange that *entry* tells.

    Raises:
        Unreadable: If it tells none.
    """
    if entry.has("_mockforge"):
        return _own(entry, entry.part("_mockforge"))
    request = _request(entry.part("request"), notes, entry.path)
    response, failure = _answer(entry, request, notes)
    wait = _waited(entry)
    return Exchange(
        request,
        response,
        failure=failure,
        started=iso(entry.text("startedDateTime", "")),
        first_byte=wait if response is not None and wait > 0 else None,
        elapsed=_seconds(entry.value.get("time")),
        events=_messages(entry),
    )


def _own(entry: Fields, own: Fields) -> Exchange:
    """Return an exchange we wrote ourselves, to the byte."""
    failure = own.part("failure") if own.has("failure") else None
    response = None
    if own.has("response"):
        response = _own_response(entry.part("response"), own.part("response"))
    return Exchange(
        _own_request(entry.part("request"), own.part("request")),
        response,
        failure=None if failure is None else _failed(failure),
        source=member(Source, own, "source", Source.UPSTREAM),
        session=own.text("session", ""),
        started=own.number("started", 0.0),
        first_byte=own.number("first_byte") if own.has("first_byte") else None,
        elapsed=own.number("elapsed", 0.0),
        events=tuple(_own_event(event) for event in own.parts("events")),
        endpoint=own.text("endpoint", ""),
    )


def _own_request(asked: Fields, own: Fields) -> Request:
    if own.has("target"):
        place = own.text("scheme"), own.text("authority"), own.text("target")
    else:
        place = urls.split(asked.text("url"))
    scheme, authority, target = place
    body = b""
    if own.has("body"):
        body = from_base64(own.text("body"), own.at("body"))
    elif asked.has("postData"):
        body = asked.part("postData").text("text", "").encode()
    return Request(
        method=asked.text("method"),
        scheme=scheme,
        authority=authority,
        target=target,
        headers=_exact(asked, "headers"),
        body=body,
        version=asked.text("httpVersion"),
        trailers=_exact(own, "trailers"),
        client=own.text("client", ""),
        size=own.whole("size") if own.has("size") else None,
    )


def _own_response(answered: Fields, own: Fields) -> Response:
    if own.has("body"):
        body = from_base64(own.text("body"), own.at("body"))
    else:
        body = har_bodies.plain(answered.part("content"))
    return Response(
        status=answered.whole("status"),
        reason=answered.text("statusText", ""),
        headers=_exact(answered, "headers"),
        body=body,
        version=answered.text("httpVersion"),
        trailers=_exact(own, "trailers"),
        chunks=times.chunks(own),
        size=own.whole("size") if own.has("size") else None,
    )


def _exact(message: Fields, name: str) -> Headers:
    return tuple(
        (_latin(pair, "name"), _latin(pair, "value")) for pair in message.parts(name)
    )


def _latin(pair: Fields, name: str) -> bytes:
    try:
        return pair.text(name, "").encode("latin-1")
    except UnicodeEncodeError:
        raise Unreadable(f"{pair.at(name)} has letters no header can carry") from None


def _own_event(event: Fields) -> Event:
    return Event(
        from_base64(event.text("base64"), event.at("base64")),
        member(Kind, event, "kind", None),
        event.text("from") == "client",
        event.number("wait", 0.0),
    )


def _failed(failure: Fields) -> Failure:
    kind = member(FailureKind, failure, "kind", None)
    return Failure(kind, failure.text("message", ""))


def _request(asked: Fields, notes: Notes, place: str) -> Request:
    scheme, authority, target = urls.split(asked.text("url"))
    headers = _headers(asked)
    return Request(
        method=asked.text("method").upper(),
        scheme=scheme,
        authority=authority,
        target=target,
        headers=headers,
        body=har_bodies.sent(asked, headers, notes, place),
        version=_version(asked),
    )


def _answer(
    entry: Fields, request: Request, notes: Notes
) -> tuple[Response | None, Failure | None]:
    answered = entry.part("response") if entry.has("response") else None
    if answered is None or answered.whole("status", 0) == 0:
        told = answered.text("_error", "") if answered is not None else ""
        told = told or entry.text("_error", "") or "no response is in the file"
        return None, Failure(_kind(told), told)
    headers = _headers(answered)
    response = Response(
        status=answered.whole("status"),
        reason=answered.text("statusText", ""),
        headers=headers,
        body=har_bodies.received(answered, headers, request.method, notes),
        version=_version(answered),
    )
    response = _typed(response, answered)
    return framing.settle(response, request.method, notes, entry.path), None


def _typed(response: Response, answered: Fields) -> Response:
    """Return *response* with a type for its body if no headers were exported at all."""
    content = answered.value.get("content")
    kind = content.get("mimeType") if isinstance(content, dict) else None
    if response.headers or not response.body or not isinstance(kind, str) or not kind:
        return response
    return replace(response, headers=(framing.field("Content-Type", kind),))


_KINDS = (
    ("NAME_NOT_RESOLVED", FailureKind.DNS),
    ("REFUSED", FailureKind.REFUSED),
    ("UNREACHABLE", FailureKind.REFUSED),
    ("TIMED_OUT", FailureKind.TIMEOUT),
    ("TIMEOUT", FailureKind.TIMEOUT),
    ("CERT", FailureKind.TLS),
    ("SSL", FailureKind.TLS),
    ("PROTOCOL", FailureKind.PROTOCOL),
    ("ABORTED", FailureKind.CLIENT),
    ("BLOCKED", FailureKind.CLIENT),
    ("NO RESPONSE", FailureKind.CLIENT),
)


def _kind(told: str) -> FailureKind:
    upper = told.upper()
    found = (kind for word, kind in _KINDS if word in upper)
    return next(found, FailureKind.RESET)


def _headers(message: Fields) -> Headers:
    return framing.pairs(message.value.get("headers"), message.at("headers"))


def _version(message: Fields) -> str:
    return _VERSIONS.get(message.text("httpVersion", "").lower(), "HTTP/1.1")


def _seconds(value: Json) -> float:
    """Return milliseconds as seconds; -1 and nothing mean it is not known."""
    if isinstance(value, bool) or not isinstance(value, (int, float)) or value < 0:
        return 0.0
    # A year; what is more is no time, and may be infinite.
    return value / 1000 if value < 3.2e10 else 0.0


def _waited(entry: Fields) -> float:
    timings = entry.value.get("timings")
    if not isinstance(timings, dict):
        return 0.0
    # `ssl` is part of `connect`.
    phases = ("blocked", "dns", "connect", "send", "wait")
    return sum(_seconds(timings.get(phase)) for phase in phases)


def _messages(entry: Fields) -> tuple[Event, ...]:
    """Return the messages of a WebSocket as Chrome exports them."""
    out = []
    before = iso(entry.text("startedDateTime", ""))
    for message in entry.parts("_webSocketMessages"):
        code = message.whole("opcode", 1)
        text = message.text("data", "")
        if code == 1:
            data = text.encode("utf-8", "surrogatepass")
        else:
            data = from_base64(text, message.at("data"))
        now = message.number("time", before)
        kinds = {1: Kind.TEXT, 8: Kind.CLOSE}
        out.append(
            Event(
                data,
                kinds.get(code, Kind.BINARY),
                message.text("type") == "send",
                max(0.0, now - before),
            )
        )
        before = now
    return tuple(out)
