"""Answers that are the same for whoever asks: those of endpoints in the settings."""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING

from mockforge.http import Origin
from mockforge.provenance import name_of
from mockforge.server.ready import Ready, Rendered
from mockforge.sources.turns import Consumed, Pool
from mockforge.store.indexed import Indexed

if TYPE_CHECKING:
    from mockforge.engine import Answer
    from mockforge.sources.turns import Turn

_NOBODY = Pool(b"", ())
_UNRECORDED = Indexed(0, b"", "", Origin("", ""), "", "", 0.0, False, "http")


class Always:
    """The turns of an answer that is given to whoever asks, whenever."""

    def again(self, session: str, only: Rendered) -> bool:
        """Return True: nobody's turn is taken."""
        return True

    def look(self, pool: Pool, session: str) -> Turn:
        """Raise that there is none.

        Raises:
            Consumed: Always.
        """
        raise Consumed

    def give(self, pool: Pool, session: str, turn: Turn) -> None:
        """Do nothing."""

    def has(self, session: str) -> bool:
        """Return False: nobody misses it when room is wanted."""
        return False


_ALWAYS = Always()


class Fixed:
    """Such answers, each held once."""

    def __init__(self) -> None:
        self._held: dict[bytes, Rendered] = {}

    def ready(self, answer: Answer, data: bytes, *, closes: bool) -> tuple[Ready, bool]:
        """Return what a request is known by, and whether *data* was not held yet.

        Args:
            answer: What it was answered with.
            data: The same as it was sent.
            closes: Whether the connection ended with it.
        """
        key = blake2b(data, digest_size=16, key=b"%d" % closes).digest()
        rendered = self._held.get(key)
        is_new = rendered is None
        if rendered is None:
            rendered = self._held[key] = Rendered(
                data,
                _UNRECORDED,
                None,
                name_of(answer.provenance),
                answer.response.status,
                answer.delay or 0.0,
                closes,
            )
        return Ready(_ALWAYS, _NOBODY, "", 0, rendered), is_new

    def clear(self) -> None:
        """Hold nothing any more."""
        self._held.clear()
