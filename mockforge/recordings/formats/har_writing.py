"""An exchange as an entry of a HAR file."""

from __future__ import annotations

import base64
from datetime import UTC, datetime, timedelta
from urllib.parse import quote_from_bytes

from mockforge import codings
from mockforge.event import Event, Kind
from mockforge.exchange import Exchange
from mockforge.http import Headers, Request, Response, every, first
from mockforge.options import Json
from mockforge.provenance import Source
from mockforge.recordings.formats import framing, urls

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def entry(exchange: Exchange) -> dict[str, Json]:
    """Return *exchange* as an entry; `_mockforge` holds what the others cannot."""
    milliseconds = exchange.elapsed * 1000
    wait = milliseconds if exchange.first_byte is None else exchange.first_byte * 1000
    out: dict[str, Json] = {
        "startedDateTime": _iso(exchange.started),
        "time": milliseconds,
        "request": _request(exchange.request),
        "response": _response(exchange.response),
        "cache": {},
        "timings": {"send": 0, "wait": wait, "receive": max(0, milliseconds - wait)},
    }
    if exchange.events:
        out["_webSocketMessages"] = _messages(exchange)
    out["_mockforge"] = _own(exchange)
    return out


def _own(exchange: Exchange) -> dict[str, Json]:
    own: dict[str, Json] = {"started": exchange.started, "elapsed": exchange.elapsed}
    if exchange.first_byte is not None:
        own["first_byte"] = exchange.first_byte
    if exchange.session:
        own["session"] = exchange.session
    if exchange.endpoint:
        own["endpoint"] = exchange.endpoint
    if exchange.source is not Source.UPSTREAM:
        own["source"] = exchange.source.value
    if exchange.failure is not None:
        failure = exchange.failure
        own["failure"] = {"kind": failure.kind.value, "message": failure.message}
    own["request"] = _own_request(exchange.request)
    if exchange.response is not None:
        own["response"] = _own_response(exchange.response)
    if exchange.events:
        own["events"] = [_own_event(event) for event in exchange.events]
    return own


def _request(request: Request) -> dict[str, Json]:
    out: dict[str, Json] = {
        "method": request.method,
        "url": urls.join(request.scheme, request.authority, request.target)
        or request.url,
        "httpVersion": request.version,
        "cookies": [
            {"name": name.strip(), "value": value}
            for header in every(request.headers, "cookie")
            for name, _, value in [part.partition("=") for part in header.split(";")]
        ],
        "headers": _pairs(request.headers),
        "queryString": [
            {"name": _printable(name), "value": _printable(value)}
            for name, value in request.query
        ],
        "headersSize": -1,
        "bodySize": len(request.body),
    }
    if request.body:
        text = _text(request.body)
        out["postData"] = {
            "mimeType": first(request.headers, "content-type") or "",
            "text": "" if text is None else text,
        }
    return out


def _own_request(request: Request) -> dict[str, Json]:
    own: dict[str, Json] = {}
    if urls.join(request.scheme, request.authority, request.target) is None:
        own["scheme"] = request.scheme
        own["authority"] = request.authority
        own["target"] = request.target
    if request.body and _text(request.body) is None:
        own["body"] = _base64(request.body)
    if request.client:
        own["client"] = request.client
    return own | _rest(request)


def _response(response: Response | None) -> dict[str, Json]:
    if response is None:
        # What browsers write for an answer that never came.
        response = Response(status=0)
    plain = _decoded(response)
    _, charset = framing.content_type(response.headers)
    content: dict[str, Json] = {
        "size": len(plain),
        "mimeType": first(response.headers, "content-type") or "",
    }
    text = _text(plain) if charset in _UTF8 or plain.isascii() else None
    if text is None:
        content |= {"text": _base64(plain), "encoding": "base64"}
    elif text:
        content["text"] = text
    return {
        "status": response.status,
        "statusText": response.reason,
        "httpVersion": response.version,
        "cookies": [
            {"name": name.strip(), "value": rest.partition(";")[0]}
            for header in every(response.headers, "set-cookie")
            for name, _, rest in [header.partition("=")]
        ],
        "headers": _pairs(response.headers),
        "content": content,
        "redirectURL": first(response.headers, "location") or "",
        "headersSize": -1,
        "bodySize": len(response.body),
    }


_UTF8 = (None, "utf-8", "utf8", "us-ascii", "ascii")


def _own_response(response: Response) -> dict[str, Json]:
    own: dict[str, Json] = {}
    if _decoded(response) is not response.body:
        own["body"] = _base64(response.body)
    if response.chunks:
        own["chunks"] = [[chunk.wait, chunk.size] for chunk in response.chunks]
    return own | _rest(response)


def _rest(message: Request | Response) -> dict[str, Json]:
    own: dict[str, Json] = {}
    if message.trailers:
        own["trailers"] = _pairs(message.trailers)
    if message.size is not None:
        own["size"] = message.size
    return own


def _own_event(event: Event) -> dict[str, Json]:
    return {
        "from": "client" if event.from_client else "server",
        "kind": event.kind.value,
        "wait": event.wait,
        "base64": _base64(event.data),
    }


def _messages(exchange: Exchange) -> list[dict[str, Json]]:
    """Return the events as Chrome writes WebSocket messages."""
    now, out = exchange.started, []
    for event in exchange.events:
        now += event.wait
        binary = event.kind is not Kind.TEXT
        out.append(
            {
                "type": "send" if event.from_client else "receive",
                "time": now,
                "opcode": {Kind.TEXT: 1, Kind.BINARY: 2, Kind.CLOSE: 8}[event.kind],
                "data": _base64(event.data)
                if binary
                else event.data.decode("utf-8", "replace"),
            }
        )
    return out


def _decoded(response: Response) -> bytes:
    """Return the body as a reader of HAR expects it: without its content coding."""
    named = every(response.headers, "content-encoding")
    if not named or not response.body:
        return response.body
    try:
        return codings.decode(response.body, ",".join(named))
    except ValueError:
        return response.body


def _text(body: bytes) -> str | None:
    try:
        return body.decode()
    except UnicodeDecodeError:
        return None


def _base64(body: bytes) -> str:
    return base64.b64encode(body).decode("ascii")


def _pairs(headers: Headers) -> list[dict[str, str]]:
    return [
        {"name": name.decode("latin-1"), "value": value.decode("latin-1")}
        for name, value in headers
    ]


def _printable(text: str) -> str:
    # Surrogates stand for bytes that are no UTF-8; no JSON reader takes them.
    if text.isprintable():
        return text
    return quote_from_bytes(text.encode("utf-8", "surrogateescape"), safe=" ")


def _iso(started: float) -> str:
    try:
        moment = _EPOCH + timedelta(seconds=started)
    except OverflowError:
        moment = _EPOCH
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")
