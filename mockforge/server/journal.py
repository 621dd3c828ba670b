"""The journal: the last requests that were answered, for whoever wants to look.

Writing one down keeps references to what is in memory anyway; what is shown is made
when somebody asks for it.
"""

from __future__ import annotations

import base64
from collections import deque
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple

from mockforge.clock import Clock, SystemClock
from mockforge.exchange import Exchange
from mockforge.http import Headers, Response
from mockforge.options import Json
from mockforge.provenance import Source
from mockforge.server.http1 import Asked, Limits, Reader, Refusal

if TYPE_CHECKING:
    from mockforge.http import Request

Redact = Callable[[Exchange], Exchange]


class Noted(NamedTuple):
    """One request and what it was answered with."""

    at: float
    """Seconds since the epoch."""
    asked: Request | bytes
    status: int
    place: tuple[str, int] | None
    """(recording, exchange id); None if no recording answered."""
    answer: Response | bytes | None
    """None unless bodies are kept; bytes are head and body as sent."""


class Journal:
    """The last requests."""

    def __init__(
        self,
        *,
        bodies: bool,
        size: int,
        redact: Sequence[Redact] = (),
        clock: Clock | None = None,
    ) -> None:
        """Begin with none.

        Args:
            bodies: Keep what was answered too, and show headers and bodies.
            size: How many are kept.
            redact: What takes secrets out of what is shown, one after the other.
            clock: The system's if None.
        """
        self._bodies = bodies
        self._redact = redact
        self._now = (clock or SystemClock()).now
        self._kept: deque[Noted] = deque(maxlen=size)
        self._count = 0

    def note(
        self,
        asked: Request | bytes,
        status: int,
        place: tuple[str, int] | None,
        answer: Response | bytes,
    ) -> None:
        """Write down that *asked* got *answer*."""
        self._count += 1
        kept = answer if self._bodies else None
        self._kept.append(Noted(self._now(), asked, status, place, kept))

    def clear(self) -> None:
        """Forget all."""
        self._kept.clear()
        self._count = 0

    def json(self, last: int | None = None) -> Json:
        """Return the *last* ones, oldest first; all that are kept if None."""
        kept = list(self._kept)
        shown = kept if last is None else kept[max(len(kept) - last, 0) :]
        return {
            "seen": self._count,
            "requests": [self._shown(each) for each in shown],
        }

    def _shown(self, noted: Noted) -> Json:
        exchange = Exchange(
            _request(noted.asked),
            _response(noted.answer, noted.status),
            source=Source.RECORDED,
            started=noted.at,
        )
        for redact in self._redact:
            exchange = redact(exchange)
        request, response = exchange.request, exchange.response
        assert response is not None
        told: dict[str, Json] = {
            "at": datetime.fromtimestamp(noted.at, UTC).isoformat(),
            "method": request.method,
            "url": request.url,
            "status": noted.status,
            "exchange": noted.place
            and {"recording": noted.place[0], "id": noted.place[1]},
        }
        if self._bodies:
            told["request"] = _message(request.headers, request.body)
            told["response"] = _message(response.headers, response.body)
        return told


def _message(headers: Headers, body: bytes) -> Json:
    fields = [
        [name.decode("latin-1"), value.decode("latin-1")] for name, value in headers
    ]
    try:
        return {"headers": fields, "body": body.decode()}
    except UnicodeDecodeError:
        return {"headers": fields, "body_base64": base64.b64encode(body).decode()}


def _request(asked: Request | bytes) -> Request:
    if not isinstance(asked, bytes):
        return asked
    found: list[Asked | Refusal] = []
    reader = Reader(found.append, lambda: None, client="", here="", limits=Limits())
    reader.feed(asked)
    (read,) = found
    assert isinstance(read, Asked), "only what was answered is noted by its bytes"
    return read.request


def _response(answer: Response | bytes | None, status: int) -> Response:
    if isinstance(answer, Response):
        return answer
    head, _, body = (answer or b"").partition(b"\r\n\r\n")
    pairs = (line.partition(b": ") for line in head.split(b"\r\n")[1:])
    headers = tuple((name, value) for name, _, value in pairs)
    return Response(status, headers, body)
