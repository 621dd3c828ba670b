"""What learning found out of a recording, as a lesson for its replay."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, Protocol

from mockforge.http import Request

if TYPE_CHECKING:
    from mockforge.bodies.document import Path
    from mockforge.learning.bindings import Bindings
    from mockforge.learning.endpoints import EndpointMap
    from mockforge.learning.options import LearningOptions
    from mockforge.recordings.files import Recording

# A body is not read, and no endpoint looked for, where no client mints anything.
NOTHING: Collection[Path] = ()


class Learned(Protocol):
    """As much of what was learned as this takes."""

    @property
    def endpoints(self) -> EndpointMap:
        """Which endpoints there are."""

    @property
    def bindings(self) -> Bindings:
        """Where values come from."""


class Learnt:
    """A lesson of what was learned."""

    def __init__(self, learned: Learned) -> None:
        """Take what is needed of *learned*."""
        self._endpoints = learned.endpoints
        self._bindings = learned.bindings

    def minted(self, request: Request) -> Collection[Path]:
        """Return which fields of such a request its client makes anew each time."""
        located = self._endpoints.located(request)
        if located is None:
            return NOTHING
        return self._bindings.minted_by_client(located.key)


async def learn(recording: Recording, options: LearningOptions | None = None) -> Learnt:
    """Return the lesson of *recording*, which is learned if that was not done yet.

    Args:
        recording: What is replayed.
        options: What is known before, and what overrules.
    """
    # Imported here: a replay that misses nothing learns nothing.
    from mockforge.recordings.learning import learned_of

    return Learnt(await learned_of(recording, options))
