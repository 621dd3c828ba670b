"""What was learned of a recording, as far as it says what clients mint."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Collection
from typing import TYPE_CHECKING, Protocol

from mockforge.errors import MockforgeError
from mockforge.http import Request

if TYPE_CHECKING:
    from mockforge.bodies.document import Path
    from mockforge.recordings.files import Recording

log = logging.getLogger(__name__)

PATIENCE = 20.0
"""Seconds that a request waits until a recording is learned. It is answered without
then, and what is learned serves those that come later."""


class Lesson(Protocol):
    """What is known of one recording."""

    def minted(self, request: Request) -> Collection[Path]:
        """Return which fields of such a request its client makes anew each time.

        General paths into `asked_of`; none where nothing is known.
        """


Learn = Callable[["Recording"], Awaitable[Lesson | None]]


class Lessons:
    """The lesson of each recording, learned when it is first asked for."""

    def __init__(self, learn: Learn, patience: float = PATIENCE) -> None:
        """Begin with none.

        Args:
            learn: Learns a recording, without keeping others waiting.
            patience: Seconds to wait for it.
        """
        self._learn = learn
        self._patience = patience
        self._tasks: dict[int, asyncio.Task[Lesson | None]] = {}

    async def of(self, number: int, recording: Recording) -> Lesson | None:
        """Return the lesson of *recording*; None if it is not to be had by now.

        Args:
            number: Of the recording among those that are replayed.
            recording: What is learned.
        """
        task = self._tasks.get(number)
        if task is None:
            loop = asyncio.get_running_loop()
            task = loop.create_task(self._learned(recording))
            self._tasks[number] = task
        if not task.done():
            await asyncio.wait([task], timeout=self._patience)
        return task.result() if task.done() and not task.cancelled() else None

    @property
    def is_learning(self) -> bool:
        """Whether some recording is being learned."""
        return any(not task.done() for task in self._tasks.values())

    async def close(self) -> None:
        """Learn no further."""
        for task in self._tasks.values():
            task.cancel()
        await asyncio.gather(*self._tasks.values(), return_exceptions=True)

    async def _learned(self, recording: Recording) -> Lesson | None:
        try:
            return await self._learn(recording)
        except MockforgeError as error:
            log.error("%s", error)
            return None
        except Exception:
            # A replay goes on without it: what is recorded is answered.
            log.exception("nothing could be learned from %s", recording.location)
            return None


async def nothing(recording: Recording) -> Lesson | None:
    """Learn nothing."""
    return None
