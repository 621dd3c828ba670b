"""What is kept in memory of each exchange, and what comes back when it answers."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from operator import itemgetter
from typing import Any, NamedTuple

from mockforge.exchange import Failure
from mockforge.http import Headers, Origin, Response
from mockforge.store.packing import unescaped
from mockforge.store.schema import COLUMNS


class Indexed(NamedTuple):
    """What finding an exchange takes."""

    id: int
    key: bytes
    """The match key it was stored with."""
    session: str
    origin: Origin
    method: str
    target: str
    started: float
    """Seconds since the epoch."""
    failed: bool
    """It has a failure."""
    kind: str
    """`http` or `websocket`."""


class Reply(NamedTuple):
    """What was recorded of an answer."""

    response: Response | None
    failure: Failure | None = None
    first_byte: float | None = None
    """Seconds from the request to the response's head."""
    asked: Callable[[], Headers] = tuple
    """Returns the request's header: few ask, and reading it takes time."""


FIELDS = (
    "id",
    "key",
    "session",
    "scheme",
    "authority",
    "method",
    "target",
    "started",
    "failure",
    "kind",
)
"""The columns that `indexed` takes, in its order."""

REPLY = (
    "started",
    "first_byte",
    "request_headers",
    "status",
    "reason",
    *(name for name in COLUMNS if name.startswith("response_")),
    "chunks",
    "failure",
    "failure_message",
)
"""The columns that a reply is made of; its body may be elsewhere."""


def indexed(rows: Iterable[tuple[Any, ...]]) -> list[Indexed]:
    """Return the entries of *rows*, which have FIELDS, in order of start.

    Rows that start at once stay in the order they came.
    """
    origins: dict[tuple[str, str], Origin] = {}
    # Of 100,000 rows a handful of words differ; each is held once.
    words: dict[str, str] = {}
    found = []
    for number, key, session, *place, method, target, started, failure, kind in rows:
        scheme, authority = place
        origin = origins.get((scheme, authority))
        if origin is None:
            origin = Origin(unescaped(scheme), unescaped(authority))
            origins[scheme, authority] = origin
        for word in (session, method, kind):
            if word not in words:
                words[word] = unescaped(word)
        found.append(
            Indexed(
                number,
                key,
                words[session],
                origin,
                words[method],
                unescaped(target),
                started,
                failure is not None,
                words[kind],
            )
        )
    found.sort(key=itemgetter(6))
    return found
