"""What time alone changes in an exchange, kept apart from the text form.

Recording an API that has not changed must give the same text again, so what differs
from one run to the next only because it is another time is not in the `.jsonl` file:
when it began, how long it took, in which pieces the body came, the client's address,
the digest that names the session, and response headers that tell the time. It goes
to a file beside it, `shop.times`, a line for each exchange.
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict, deque
from dataclasses import replace

from mockforge.exchange import Exchange
from mockforge.http import Chunk, Headers
from mockforge.options import Json
from mockforge.recordings.formats.shape import Fields, number

# Headers whose value is a clock's or a stopwatch's. Request ids are not among them:
# they are content that a client may use.
TIMED = frozenset([b"date", b"age", b"server-timing", b"x-runtime", b"x-response-time"])


def of(exchange: Exchange, line: bytes) -> dict[str, Json]:
    """Return what time changes in *exchange*, whose line of text is *line*."""
    found: dict[str, Json] = {
        "of": mark(line),
        "started": exchange.started,
        "first_byte": exchange.first_byte,
        "elapsed": exchange.elapsed,
        "session": exchange.session,
        "client": exchange.request.client,
    }
    response = exchange.response
    if response is not None:
        headers = [
            value.decode("latin-1")
            for name, value in response.headers
            if name.lower() in TIMED
        ]
        found["headers"] = headers
        found["chunks"] = [[chunk.wait, chunk.size] for chunk in response.chunks]
    found["waits"] = [event.wait for event in exchange.events]
    return {name: value for name, value in found.items() if value not in (None, "", [])}


def without(exchange: Exchange, session: str) -> Exchange:
    """Return *exchange* as it would be at any other time, in the session *session*."""
    response = exchange.response
    if response is not None:
        response = replace(response, chunks=())
    return replace(
        exchange,
        request=replace(exchange.request, client=""),
        response=response,
        session=session,
        started=0.0,
        first_byte=None,
        elapsed=0.0,
        events=tuple(replace(event, wait=0.0) for event in exchange.events),
    )


def restored(exchange: Exchange, fields: Fields) -> Exchange:
    """Return *exchange* with the times of *fields* put back.

    Raises:
        Unreadable: If they are not times.
    """
    fields.only(
        *("of", "started", "first_byte", "elapsed", "session", "client"),
        *("headers", "chunks", "waits"),
    )
    request, response = exchange.request, exchange.response
    # Copies take most of the time of reading, and most fields are not there.
    if fields.has("client"):
        request = replace(request, client=fields.text("client"))
    if response is not None and fields.has("chunks"):
        response = replace(response, chunks=chunks(fields))
    waits = [number(wait, fields.at("waits")) for wait in fields.listing("waits")]
    events = tuple(
        replace(event, wait=wait)
        for event, wait in zip(exchange.events, waits, strict=False)
    )
    return replace(
        exchange,
        request=request,
        response=response,
        session=fields.text("session", ""),
        started=fields.number("started", 0.0),
        first_byte=fields.number("first_byte") if fields.has("first_byte") else None,
        elapsed=fields.number("elapsed", 0.0),
        events=events or exchange.events,
    )


def chunks(fields: Fields) -> tuple[Chunk, ...]:
    """Return the pieces a body came in.

    Raises:
        Unreadable: If they are not pairs of a wait and a size.
    """
    path = fields.at("chunks")
    found = []
    for pair in fields.listing("chunks"):
        both = pair if isinstance(pair, list) and len(pair) == 2 else [None, None]
        found.append(Chunk(number(both[0], path), int(number(both[1], path))))
    return tuple(found)


class Times:
    """The times of a recording, found again by the line of text they belong to."""

    def __init__(self, lines: list[bytes]) -> None:
        # Equal lines take their times in order: polling gives the same text again.
        self._by_mark: dict[str, deque[Fields]] = defaultdict(deque)
        for index, line in enumerate(lines):
            fields = Fields(json.loads(line), f"line {index + 2}")
            self._by_mark[fields.text("of", "")].append(fields)

    def take(self, line: bytes) -> Fields | None:
        """Return the next times of the text *line*; None for a line that was edited."""
        waiting = self._by_mark.get(mark(line))
        return waiting.popleft() if waiting else None


def mark(line: bytes) -> str:
    """Return what a line of text is found by."""
    return hashlib.blake2b(line.strip(), digest_size=8).hexdigest()


def timed(headers: Headers) -> list[list[str | None]]:
    """Return *headers* as pairs of text, without the values that tell the time."""
    return [
        [
            name.decode("latin-1"),
            None if name.lower() in TIMED else value.decode("latin-1"),
        ]
        for name, value in headers
    ]
