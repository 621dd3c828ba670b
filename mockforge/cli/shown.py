"""Exchanges as text for a terminal: a line for each, or one with all there is."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mockforge.event import Event
    from mockforge.exchange import Exchange
    from mockforge.http import Headers, Request, Response

# Of a body, unless all of it is asked for: a screen.
LINES = 40
LINE = 400
COLUMNS = ("id", "time", "method", "url", "status", "type", "bytes", "took")


def row(exchange: Exchange) -> list[str]:
    """Return *exchange* as a row of COLUMNS."""
    request, response = exchange.request, exchange.response
    kind = size = ""
    if response is not None:
        kind = (response.header("content-type") or "").partition(";")[0]
        size = str(len(response.body) if response.size is None else response.size)
    return [
        str(exchange.id),
        clock(exchange.started),
        request.method,
        request.url,
        status(exchange),
        "websocket" if exchange.events else kind,
        size,
        f"{exchange.elapsed * 1000:.0f}ms" if exchange.elapsed else "",
    ]


def status(exchange: Exchange) -> str:
    """Return the status, and the kind of failure if there was one."""
    told = [] if exchange.response is None else [str(exchange.response.status)]
    told += [] if exchange.failure is None else [exchange.failure.kind.value]
    return " ".join(told)


def clock(started: float | None) -> str:
    """Return seconds since the epoch as date and time in UTC; nothing for none."""
    from datetime import UTC, datetime

    if not started:
        return ""
    try:
        moment = datetime.fromtimestamp(started, UTC)
    except (OverflowError, ValueError, OSError):
        return ""
    return f"{moment:%Y-%m-%d %H:%M:%S}Z"


def size(count: int) -> str:
    """Return *count* bytes in the unit that suits them."""
    value = float(count)
    for unit in ("B", "KB", "MB"):
        if value < 1024:
            return f"{value:.0f} {unit}" if unit == "B" else f"{value:.1f} {unit}"
        value /= 1024
    return f"{value:.1f} GB"


def whole(exchange: Exchange, *, bodies: bool) -> str:
    """Return everything about *exchange*.

    Args:
        exchange: With its secrets replaced.
        bodies: Show bodies to their end.
    """
    lines = [f"exchange {exchange.id}", *_about(exchange), ""]
    request = exchange.request
    lines += [f"{request.method} {request.url} {request.version}"]
    lines += _message(request, bodies=bodies)
    if exchange.response is not None:
        response = exchange.response
        lines += [
            "",
            f"{response.version} {response.status} {response.reason}".rstrip(),
            *_message(response, bodies=bodies),
        ]
    if exchange.failure is not None:
        failure = exchange.failure
        lines += ["", f"failed: {failure.kind.value}: {failure.message}"]
    lines += _events(exchange.events, bodies=bodies)
    return "\n".join(lines) + "\n"


def _about(exchange: Exchange) -> Iterable[str]:
    if exchange.started:
        yield f"  started  {clock(exchange.started)}"
    if exchange.elapsed:
        first = exchange.first_byte
        head = "" if first is None else f", head after {first * 1000:.0f} ms"
        yield f"  took     {exchange.elapsed * 1000:.0f} ms{head}"
    if exchange.session:
        yield f"  session  {exchange.session}"


def _message(message: Request | Response, *, bodies: bool) -> list[str]:
    lines = _headers(message.headers)
    if message.body:
        lines += ["", *_body(message.headers, message.body, whole=bodies)]
    if message.size is not None:
        lines.append(f"({len(message.body)} of {message.size} bytes were kept)")
    if message.trailers:
        lines += ["", *_headers(message.trailers)]
    return lines


def _headers(headers: Headers) -> list[str]:
    return [
        f"{name.decode('latin-1')}: {value.decode('latin-1')}"
        for name, value in headers
    ]


def _body(headers: Headers, body: bytes, *, whole: bool) -> list[str]:
    text = _text(headers, body)
    if text is None:
        return [f"({len(body)} bytes that are no text)"]
    lines = text.split("\n")
    if whole:
        return lines
    shown = [
        line if len(line) <= LINE else f"{line[:LINE]}… ({len(line)} characters)"
        for line in lines[:LINES]
    ]
    if len(lines) > LINES:
        shown.append(f"… {len(lines) - LINES} more lines; --body shows all")
    return shown


def _text(headers: Headers, body: bytes) -> str | None:
    """Return *body* decoded, JSON indented; None if it is no text."""
    import json

    from mockforge.bodies.reading import decoded

    try:
        text = decoded(headers, body).decode()
    except ValueError:
        return None
    if any(letter < " " and letter not in "\t\r\n\f\x1e" for letter in text[:4096]):
        return None
    if text.lstrip()[:1] in ("{", "["):
        try:
            return json.dumps(json.loads(text), indent=2, ensure_ascii=False)
        except (ValueError, RecursionError):
            return text
    return text.replace("\r\n", "\n")


def _events(events: Iterable[Event], *, bodies: bool) -> list[str]:
    from mockforge.event import Kind

    lines: list[str] = []
    for event in events:
        arrow = ">" if event.from_client else "<"
        if event.kind is Kind.TEXT:
            text = event.data.decode("utf-8", "replace")
            text = text if bodies or len(text) <= LINE else f"{text[:LINE]}…"
        else:
            text = f"({event.kind.value}, {len(event.data)} bytes)"
        lines.append(f"{arrow} +{event.wait:.3f}s {text}")
    return ["", *lines] if lines else []
