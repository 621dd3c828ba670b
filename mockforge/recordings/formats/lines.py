"""One exchange as the fields of a line; reading it back is in parsing.py."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from mockforge.event import Event, Kind
from mockforge.exchange import Exchange
from mockforge.http import Headers, Request, Response
from mockforge.options import Json
from mockforge.provenance import Source
from mockforge.recordings.formats import bodies, times, urls

Stored = Callable[[str], None]


def fields(
    exchange: Exchange, folder: Path | None, stored: Stored, *, inline: bool
) -> dict[str, Json]:
    """Return the fields of *exchange*, always in the same order.

    Args:
        exchange: What to write.
        folder: Where big bodies go; None keeps them in the line.
        stored: Told the name of each file written there.
        inline: Whether times, and headers that tell the time, are among them.
    """
    out: dict[str, Json] = {"request": _request(exchange.request, folder, stored)}
    if exchange.response is not None:
        out["response"] = _response(exchange.response, folder, stored, inline=inline)
    if exchange.failure is not None:
        failure = exchange.failure
        out["failure"] = {"kind": failure.kind.value, "message": failure.message}
    if exchange.events:
        out["events"] = [_event(event) for event in exchange.events]
    if exchange.source is not Source.UPSTREAM:
        out["source"] = exchange.source.value
    if exchange.session:
        out["session"] = exchange.session
    if exchange.endpoint:
        out["endpoint"] = exchange.endpoint
    if inline:
        out["times"] = _times(exchange)
    return out


def _request(request: Request, folder: Path | None, stored: Stored) -> dict[str, Json]:
    url = urls.join(request.scheme, request.authority, request.target)
    out: dict[str, Json] = {"method": request.method}
    if url is not None:
        out["url"] = url
    else:
        out |= {
            "scheme": request.scheme,
            "authority": request.authority,
            "target": request.target,
        }
    out["headers"] = _pairs(request.headers)
    out |= _body(request.body, folder, stored)
    out |= _rest(request)
    if request.client:
        out["client"] = request.client
    return out


def _response(
    response: Response, folder: Path | None, stored: Stored, *, inline: bool
) -> dict[str, Json]:
    out: dict[str, Json] = {"status": response.status}
    if response.reason:
        out["reason"] = response.reason
    headers = response.headers
    out["headers"] = _pairs(headers) if inline else times.timed(headers)
    out |= _body(response.body, folder, stored)
    out |= _rest(response)
    if response.chunks:
        out["chunks"] = [[chunk.wait, chunk.size] for chunk in response.chunks]
    return out


def _body(body: bytes, folder: Path | None, stored: Stored) -> dict[str, Json]:
    found = bodies.keep(body, folder)
    if "file" in found:
        stored(found["file"])
    return found


def _rest(message: Request | Response) -> dict[str, Json]:
    out: dict[str, Json] = {}
    if message.version != "HTTP/1.1":
        out["version"] = message.version
    if message.trailers:
        out["trailers"] = _pairs(message.trailers)
    if message.size is not None:
        out["size"] = message.size
    return out


def _pairs(headers: Headers) -> list[list[str]]:
    return [
        [name.decode("latin-1"), value.decode("latin-1")] for name, value in headers
    ]


def _event(event: Event) -> dict[str, Json]:
    out: dict[str, Json] = {"from": "client" if event.from_client else "server"}
    if event.kind is not Kind.TEXT:
        out["kind"] = event.kind.value
    out |= bodies.keep(event.data, None)
    if event.wait:
        out["wait"] = event.wait
    return out


def _times(exchange: Exchange) -> dict[str, Json]:
    out: dict[str, Json] = {"started": exchange.started}
    if exchange.first_byte is not None:
        out["first_byte"] = exchange.first_byte
    out["elapsed"] = exchange.elapsed
    return out
