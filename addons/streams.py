"""Bodies that pass through: handed on as they come, and taken down on the way."""

from __future__ import annotations

import tempfile
from enum import StrEnum
from typing import IO, Protocol

from mockforge.clock import Clock
from mockforge.http import Chunk, Headers, Request, Response

STREAM_ABOVE = 1 << 20
"""Bytes; a longer body is handed on before it is whole, and spooled to a file."""

HOLD_AT_MOST = 16 << 20
"""Bytes of a compressed text that are held back to rewrite the addresses in it."""

# A gap that a person or a test would call a wait. What comes closer together was cut
# up by TCP or by a server's buffer, differently each time.
SAME_MOMENT = 0.005

# A slow body of many small pieces would otherwise be stored as mostly times.
CHUNKS_AT_MOST = 10_000

_LIVE = (
    "text/event-stream",
    "application/x-ndjson",
    "application/ndjson",
    "application/jsonl",
    "application/json-seq",
    "application/stream+json",
    "application/grpc",
    "multipart/x-mixed-replace",
)


class Way(StrEnum):
    """How an answer's body gets to the client."""

    WHOLE = "whole"
    """Once it is there."""
    HELD = "held"
    """Once it is there, since addresses in compressed text cannot be seen in pieces."""
    STREAMED = "streamed"
    """Piece by piece, as it comes."""


class Rewrites(Protocol):
    """What replaces addresses in a body that comes in pieces."""

    def feed(self, data: bytes) -> bytes:
        """Return what of *data*, and of what was held back, can be handed on.

        Raises:
            ValueError: If the body is not what its head says.
        """

    def end(self) -> bytes:
        """Return what is still held back."""


def way_of(request: Request, head: Response, *, rewrites: bool) -> Way:
    """Return how the body that follows *head* gets to the client.

    Args:
        request: What the head answers.
        head: A response without its body.
        rewrites: Whether addresses in the body are to be replaced.
    """
    if request.method == "HEAD" or head.status in (204, 304) or head.status < 200:
        return Way.WHOLE
    if is_live(head.header("content-type")):
        return Way.STREAMED
    length = head.header("content-length")
    if length is not None and length.isdigit() and int(length) <= STREAM_ABOVE:
        return Way.WHOLE
    if rewrites and _is_coded_text(head):
        return Way.HELD
    return Way.STREAMED


def streams_up(headers: Headers) -> bool:
    """Return whether the body that follows *headers* is not waited for."""
    for name, value in headers:
        lower = name.lower()
        if lower == b"content-length" and value.isdigit() and int(value) > STREAM_ABOVE:
            return True
        # A bidirectional call hangs if either side waits for the end of the other.
        if lower == b"content-type" and value.lower().startswith(b"application/grpc"):
            return True
    return False


def is_live(content_type: str | None) -> bool:
    """Return whether a body of *content_type* is read while it comes."""
    return (content_type or "").lower().startswith(_LIVE)


class Spool:
    """The beginning of a body, in memory and from a megabyte on in a file."""

    def __init__(self, limit: int) -> None:
        self.size = 0
        """Bytes seen, also those beyond the limit."""
        self._limit = limit
        self._file: IO[bytes] | None = None
        self._pieces: list[bytes] = []
        self._is_closed = False

    @property
    def kept(self) -> int:
        """Bytes kept."""
        return min(self.size, self._limit)

    def add(self, data: bytes) -> None:
        """Keep *data* as far as there is room, and nothing once it was taken."""
        if self._is_closed:
            return
        room = self._limit - self.size
        self.size += len(data)
        if room <= 0:
            return
        piece = data if len(data) <= room else data[:room]
        if self._file is None and self.size > STREAM_ABOVE:
            self._file = tempfile.TemporaryFile(prefix="mockforge-")  # noqa: SIM115
            self._file.writelines(self._pieces)
            self._pieces.clear()
        if self._file is None:
            self._pieces.append(piece)
        else:
            self._file.write(piece)

    def take(self) -> bytes:
        """Return what was kept, and let go of it."""
        self._is_closed = True
        if self._file is None:
            body = b"".join(self._pieces)
            self._pieces.clear()
            return body
        with self._file as file:
            self._file = None
            file.seek(0)
            # Without a size it would be read in growing pieces and then joined.
            return file.read(self.kept)

    def close(self) -> None:
        """Let go of what was kept."""
        self._is_closed = True
        self._pieces.clear()
        if self._file is not None:
            self._file.close()
            self._file = None


class Times:
    """When the pieces of a body came."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._before = clock.monotonic()
        self._waits: list[float] = []
        self._sizes: list[int] = []

    def add(self, size: int) -> None:
        """Note a piece of *size* bytes that came now."""
        now = self._clock.monotonic()
        wait, self._before = now - self._before, now
        together = wait < SAME_MOMENT or len(self._sizes) >= CHUNKS_AT_MOST
        if self._sizes and together:
            self._sizes[-1] += size
        else:
            self._waits.append(wait)
            self._sizes.append(size)

    def chunks(self, limit: int) -> tuple[Chunk, ...]:
        """Return the pieces of the first *limit* bytes; none if all came at once."""
        if len(self._sizes) == 1 and self._waits[0] < SAME_MOMENT:
            return ()
        found, left = [], limit
        for wait, size in zip(self._waits, self._sizes, strict=True):
            if left <= 0:
                break
            found.append(Chunk(wait, min(size, left)))
            left -= size
        return tuple(found)


class RequestTap:
    """Hands the pieces of a request's body on and keeps its beginning."""

    def __init__(self, limit: int) -> None:
        self.spool = Spool(limit)

    def __call__(self, data: bytes) -> bytes | list[bytes]:
        """Take one piece as mitmproxy gives it; the last is empty."""
        self.spool.add(data)
        # An empty piece would end a chunked body: nothing is said by an empty list.
        return data or []


class ResponseTap:
    """Hands the pieces of an answer's body on, rewritten, and keeps the original."""

    def __init__(
        self, clock: Clock, limit: int, rewriter: Rewrites | None = None
    ) -> None:
        self.spool = Spool(limit)
        self.times = Times(clock)
        self._rewriter = rewriter
        self._unsaid = b""

    def __call__(self, data: bytes) -> bytes | list[bytes]:
        """Take one piece as mitmproxy gives it; the last is empty."""
        if data:
            self.spool.add(data)
            self.times.add(len(data))
        if self._rewriter is None:
            return data or []
        try:
            shown = self._rewriter.feed(data) if data else self._rewriter.end()
        except ValueError:
            # Not in the coding that its head names: it is passed on as it is.
            self._rewriter = None
            shown, self._unsaid = self._unsaid + data, b""
            return shown or []
        self._unsaid = b"" if shown else self._unsaid + data
        return shown or []


def _is_coded_text(head: Response) -> bool:
    coding = (head.header("content-encoding") or "identity").strip().lower()
    if coding == "identity":
        return False
    kind = (head.header("content-type") or "").partition(";")[0].strip().lower()
    return kind.startswith("text/") or kind.endswith(
        ("json", "xml", "javascript", "yaml", "x-www-form-urlencoded")
    )
