"""One message on an open WebSocket conversation."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What sort of message an event is."""

    TEXT = "text"
    BINARY = "binary"
    CLOSE = "close"


@dataclass(frozen=True, slots=True)
class Event:
    """One message, with who sent it and how long after the one before."""

    data: bytes
    """The payload: UTF-8 for TEXT, code and reason for CLOSE (RFC 6455, 5.5.1)."""
    kind: Kind
    from_client: bool
    wait: float
    """Seconds since the event before, or since the request for the first."""
