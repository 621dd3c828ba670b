"""What a source that invents answers looks like."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from mockforge.http import Request, Response
from mockforge.provenance import Tier


@dataclass(frozen=True, slots=True)
class Invented:
    """An answer that was not recorded like this."""

    response: Response
    tier: Tier | None = None
    """How it came from recorded exchanges; None if it is made up."""
    exchange_ids: tuple[int, ...] = ()
    """The exchanges that gave it its shape."""
    bindings: tuple[str, ...] = ()
    """Where its values are from, for people."""
    score: float = 1.0
    """How well the exchange fits, 0 to 1."""


class Inventor(Protocol):
    """Answers requests that nothing recorded answers."""

    def claims(self, asked: Request, session: str) -> bool:
        """Whether what was recorded would be wrong by now.

        The state behind the request has moved away from the recorded one.
        """

    def answer(self, asked: Request, session: str, now: float) -> Invented | None:
        """Return an answer, or None if nothing is known to make one from.

        Args:
            asked: In upstream space.
            session: Whose request it is.
            now: Seconds since the epoch.
        """

    def note(
        self, asked: Request, response: Response, session: str, now: float
    ) -> None:
        """Take note of an answer that came from elsewhere."""


@runtime_checkable
class Dresser(Protocol):
    """An inventor that binds the head of what others made of a recorded answer."""

    def dressed(
        self, asked: Request, invented: Invented, session: str, now: float
    ) -> Response:
        """Return the answer; it is told of by `note` as one from elsewhere is."""
