"""The world of a recording is kept beside it, so that it outlives the program."""

from __future__ import annotations

import asyncio
import contextlib
import logging

from mockforge.errors import RecordingError
from mockforge.sources.world.worlds import World
from mockforge.store import world as stored
from mockforge.store.reader import Reader

PAUSE = 1.0
"""Seconds between two looks whether there is something to keep."""

log = logging.getLogger(__name__)


class Keeping:
    """Writes a world down while it goes on, off the way of its answers."""

    def __init__(self, world: World, reader: Reader, *, pause: float = PAUSE) -> None:
        """Keep *world* in the recording that *reader* reads.

        Args:
            world: What is kept.
            reader: Where it is kept.
            pause: Seconds between two looks whether it has changed.
        """
        self._world = world
        self._reader = reader
        self._pause = pause
        self._written = 0
        self._task: asyncio.Task[None] | None = None

    async def open(self) -> None:
        """Go on with the world that was kept, and keep it from now on.

        Raises:
            RecordingError: If the recording cannot be read.
        """
        self._world.restore(await stored.kept(self._reader))
        self._written = self._world.turns
        self._task = asyncio.get_running_loop().create_task(self._keep_on())

    async def save(self) -> None:
        """Keep the world if it has changed.

        Raises:
            RecordingError: If the recording cannot be written.
        """
        turns = self._world.turns
        if turns != self._written:
            await stored.keep(self._reader, self._world.to_json())
            self._written = turns

    async def close(self) -> None:
        """Keep the world for the last time."""
        if self._task is None:
            return
        self._task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await self._task
        self._task = None
        await self._try()

    async def _keep_on(self) -> None:
        while True:
            await asyncio.sleep(self._pause)
            await self._try()

    async def _try(self) -> None:
        try:
            await self.save()
        except RecordingError as error:
            # The replay goes on without; the next start begins anew.
            log.warning("the world is not kept: %s", error)
