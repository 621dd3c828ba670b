"""An observation: what patterns are learned from, of one exchange."""

from __future__ import annotations

from typing import NamedTuple

from mockforge.exchange import FailureKind


class Observation(NamedTuple):
    """One exchange, less its bodies."""

    id: int
    """Its number in the recording, in the order they ended."""
    endpoint: str
    """The key of its endpoint."""
    status: int
    """0 if no answer came."""
    failure: FailureKind | None
    """How it ended without a whole answer."""
    session: str
    """The thread it is of: sessions that are one client's are one."""
    persona: str | None
    """Who asked, if that is known."""
    started: float
    """Seconds since the epoch."""
    first_byte: float | None
    """Seconds from the request to the answer's head."""
    elapsed: float
    """Seconds from the request to the end of the answer."""
    size: int
    """Bytes of the answer's body."""
    asked: bytes
    """What is the same for requests that are the same: their match key."""
    state: str | None = None
    """What the answer says of the state of what was asked for: `pending`, `done`;
    None where its endpoint tells of none."""
    retry_after: float | None = None
    """Seconds after which the answer says to ask again."""
    follows: int | None = None
    """The exchange whose answer gave this session its key, where whoever asked that
    had none yet: it is of this session too."""

    @property
    def ended(self) -> float:
        """Seconds since the epoch when the answer was complete."""
        return self.started + self.elapsed
