"""Rereads: recorded answers to the same question, to see how they moved on."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from mockforge.bodies import exactjson
from mockforge.bodies.document import LONGEST
from mockforge.bodies.reading import content_type, decoded, may_be_json
from mockforge.options import Json
from mockforge.stages.drift.fields import digest, known_by
from mockforge.stages.drift.learned import Read

if TYPE_CHECKING:
    from mockforge.exchange import Exchange
    from mockforge.http import Request, Response
    from mockforge.recordings.files import Recording

MOST = 20_000
"""Answers of one endpoint that are looked at."""

_SAFE = ("GET", "HEAD", "OPTIONS", "TRACE", "QUERY")

Matches = Callable[["Request"], bool]
"""Tells whether a request is one of an endpoint."""


async def reads_of(
    recordings: Iterable[Recording], endpoints: Sequence[Matches]
) -> list[list[Read]]:
    """Return the answers that each of *endpoints* gave in *recordings*.

    Raises:
        RecordingError: If one cannot be read.
    """
    found: list[list[Read]] = [[] for _ in endpoints]
    paths: list[dict[str, str]] = [{} for _ in endpoints]
    writes: list[tuple[float, str]] = []
    for recording in recordings:
        async for exchange in recording.every():
            if _is_write(exchange):
                writes.append((exchange.started, exchange.request.path))
            for at, matches in enumerate(endpoints):
                if len(found[at]) < MOST and matches(exchange.request):
                    read = _read(exchange)
                    if read is not None:
                        found[at].append(read)
                        paths[at][read.thing] = exchange.request.path
    writes.sort()
    return [
        _marked(reads, known, writes) for reads, known in zip(found, paths, strict=True)
    ]


def _is_write(exchange: Exchange) -> bool:
    response = exchange.response
    is_done = response is not None and response.status < 400
    return is_done and exchange.request.method not in _SAFE


def _read(exchange: Exchange) -> Read | None:
    response, request = exchange.response, exchange.request
    if response is None or exchange.failure is not None:
        return None
    value = _document(response)
    if value is None:
        return None
    mark = known_by(value)
    # What is known by nothing may be another thing for each who asks.
    whose = exchange.session if mark == "0" else mark
    body = request.body if request.method not in _SAFE else b""
    asked = [request.method, request.target, body.decode("latin-1"), whose]
    return Read(digest(asked), exchange.started, value)


def _document(response: Response) -> Json:
    """Return the document of *response*; None if it is no whole JSON."""
    if not 200 <= response.status < 300 or response.size is not None:
        return None
    if response.status == 206 or len(response.body) > LONGEST:
        return None
    try:
        plain = decoded(response.headers, response.body)
        if len(plain) > LONGEST or not plain:
            return None
        if not may_be_json(content_type(response.headers), plain):
            return None
        return json.loads(exactjson.text_of(plain), parse_float=Decimal)
    except (ValueError, ArithmeticError, RecursionError):
        return None


def _marked(
    reads: list[Read], paths: dict[str, str], writes: list[tuple[float, str]]
) -> list[Read]:
    """Return *reads*, told before which of them somebody wrote."""
    times = [at for at, _ in writes]
    before: dict[str, float] = {}
    marked = []
    for read in sorted(reads, key=lambda each: each.at):
        since = before.get(read.thing)
        before[read.thing] = read.at
        if since is not None:
            between = writes[bisect_right(times, since) : bisect_right(times, read.at)]
            path = paths[read.thing]
            if any(_concerns(other, path) for _, other in between):
                read = replace(read, is_written=True)
        marked.append(read)
    return marked


def _concerns(written: str, path: str) -> bool:
    """Whether a write to *written* may change what is read at *path*."""
    one, other = f"{written.rstrip('/')}/", f"{path.rstrip('/')}/"
    return one.startswith(other) or other.startswith(one)
