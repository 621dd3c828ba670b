"""Contents: bodies that are given back as they were sent, whole or in part."""

from __future__ import annotations

import re
from dataclasses import replace

from mockforge.http import Response, first, with_header, without
from mockforge.sources.rebound.explaining import Explained
from mockforge.sources.rebound.facts import BYTES, RAW, WHOLE, bytes_in
from mockforge.sources.rebound.journal import Moment
from mockforge.sources.rebound.origins import Lookup, Origin
from mockforge.sources.rebound.places import Place

_RANGE = re.compile(r"bytes=(\d*)-(\d*)")


def with_content(response: Response, content: bytes, asked: Moment) -> Response:
    """Return *response* with *content* as its body, cut as the request asks.

    Args:
        response: Whose headers are kept.
        content: All of what was stored.
        asked: The request.
    """
    headers = without(response.headers, "Content-Encoding")
    body = content
    if response.status == 206:
        wanted = asked.asked.one(("header", "range"))
        bounds = span(wanted.text if wanted else "", len(content))
        if bounds is not None:
            start, end = bounds
            body = content[start : end + 1]
            told = f"bytes {start}-{end}/{len(content)}"
            headers = with_header(headers, "Content-Range", told)
    if first(headers, "content-length") is not None:
        headers = with_header(headers, "Content-Length", str(len(body)))
    if asked.endpoint.startswith("HEAD "):
        body = b""
    return replace(response, headers=headers, body=body, chunks=(), size=None)


def stored(
    explained: Explained, lookup: Lookup, asked: Moment
) -> tuple[bytes, Origin] | None:
    """Return the bytes that were stored last, and where they are from.

    Args:
        explained: Where whole bodies come from that are given back as sent.
        lookup: Over the live session.
        asked: The request.
    """
    best: tuple[int, bytes, Origin] | None = None
    for origin in explained.origins:
        found = lookup.find(origin, asked, RAW)
        if found is None:
            continue
        moment = found.moment or asked
        content = content_of(moment, origin.place)
        if content is not None and (best is None or moment.number > best[0]):
            best = (moment.number, content, origin)
    return None if best is None else best[1:]


def content_of(moment: Moment, place: Place) -> bytes | None:
    """Return the bytes at *place* of what *moment* asked."""
    if place == WHOLE:
        return moment.whole
    if place[-1] != BYTES:
        return moment.body
    fact = moment.asked.one(place[:-1])
    return bytes_in(fact.value) if fact and isinstance(fact.value, str) else None


def span(text: str, size: int) -> tuple[int, int] | None:
    """Return the first and the last byte that a Range field asks for; None if none.

    Source: RFC 9110, 14.1.2.
    """
    match = _RANGE.fullmatch(text.replace(" ", ""))
    if match is None or not (match[1] or match[2]):
        return None
    if not match[1]:
        start, end = max(0, size - int(match[2])), size - 1
    else:
        start = int(match[1])
        end = min(size - 1, int(match[2])) if match[2] else size - 1
    return (start, end) if start <= end else None
