"""Pace: which pauses of a recorded answer are repeated, and how long they take."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from mockforge.http import Chunk, Response

LONGEST = 86_400.0
"""Seconds that an answer takes to begin at most, whatever a recording says."""

STREAMED = 0.1
"""Seconds of pauses from which a body of unknown length is one that was made while it
was sent. Below it neither a person nor a time-out can tell; a large page in several
chunks from a server nearby takes a few hundredths. Not measured further."""

EVENTS = "text/event-stream"


class Latency(StrEnum):
    """Whether an answer takes as long to begin as it did when recorded."""

    NONE = "none"
    RECORDED = "recorded"
    LEARNED = "learned"
    """As long as such answers took, drawn anew for each."""


@dataclass(frozen=True, slots=True)
class Pace:
    """How time passes in answers."""

    latency: Latency = Latency.NONE
    speed: float = 1.0
    """2.0 is twice as fast as recorded. Above zero."""

    def delay(self, first_byte: float | None) -> float:
        """Return the seconds from the request to the head of an answer as recorded.

        Args:
            first_byte: The same when it was recorded; None if that is not known.
        """
        if self.latency is Latency.NONE or first_byte is None:
            return 0.0
        return self.scaled(first_byte)

    def scaled(self, seconds: float) -> float:
        """Return how long to wait in place of *seconds*.

        What is no time to wait, as a recording may hold it, is none.
        """
        if not seconds > 0.0:
            return 0.0
        return min(seconds / self.speed, LONGEST)

    def paced(self, response: Response) -> Response:
        """Return *response* with its chunks' waits as they are to be kept.

        The pauses of a stream are a part of what it says, and are kept; those of a body
        that merely came in pieces are the network's, and are not.
        """
        if not response.chunks:
            return response
        if not is_stream(response):
            if not any(chunk.wait for chunk in response.chunks):
                return response
            return replace(response, chunks=_scaled(response.chunks, 0.0))
        if self.speed == 1.0:
            return response
        return replace(response, chunks=_scaled(response.chunks, 1.0 / self.speed))


def is_stream(response: Response) -> bool:
    """Whether the pauses in *response* were its sender's.

    They were if it is an event stream; or if its length was not announced, and the
    pauses after its first chunk add up to at least `STREAMED`.
    """
    kind = (response.header("Content-Type") or "").partition(";")[0].strip().lower()
    if kind == EVENTS:
        return True
    if response.header("Content-Length") is not None:
        return False
    return sum(chunk.wait for chunk in response.chunks[1:]) >= STREAMED


def _scaled(chunks: Sequence[Chunk], factor: float) -> tuple[Chunk, ...]:
    return tuple(Chunk(chunk.wait * factor, chunk.size) for chunk in chunks)
