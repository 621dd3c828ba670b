"""Coroutines run at once, up to where they wait; a task is for what is left of them.

Most of what an addon awaits is there already. A task for it, and a turn of the loop,
would cost more than the rest of a recorded answer.
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Awaitable, Coroutine, Generator
from typing import Any

Work = Coroutine[Any, Any, None]


def begin(work: Work) -> Awaitable[None] | None:
    """Run *work*; return what is left of it, to be awaited, or None if nothing is.

    What *work* raises before it waits is raised here.
    """
    if sys.version_info >= (3, 12):
        loop = asyncio.get_running_loop()
        task = asyncio.Task(work, loop=loop, eager_start=True)
        if not task.done():
            return task
        task.result()
        return None
    rest = Rest(work)
    return rest if rest.waits else None


class Rest:
    """What is left of a coroutine that was begun without a task.

    Until it first waits it sees the task of whoever began it: `asyncio.timeout` and
    `TaskGroup` are not for that part.
    """

    def __init__(self, work: Work) -> None:
        self._work = work
        self._future: object = None
        self.waits = True
        """Whether anything is left."""
        try:
            self._future = work.send(None)
        except StopIteration:
            self.waits = False

    def __await__(self) -> Generator[object, Any, None]:
        """Go on as if nothing had been."""
        while self.waits:
            try:
                sent = yield self._future
            except BaseException as error:
                self._step(self._work.throw, error)
            else:
                self._step(self._work.send, sent)

    def _step(self, go: Any, value: object) -> None:
        try:
            self._future = go(value)
        except StopIteration:
            self.waits = False
