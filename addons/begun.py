"""Coroutines run at once, up to where they wait; the loop is for what is left of them.

Most of what an addon awaits is there already. To wait for a turn of the loop would cost
more than the rest of a recorded answer.
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Coroutine, Generator
from typing import Any

Work = Coroutine[Any, Any, None]


def begin(work: Work) -> asyncio.Task[None] | None:
    """Run *work*; return what is left of it, to be awaited, or None if nothing is.

    It has a task of its own from the start. What it raises before it waits is raised
    here.
    """
    loop = asyncio.get_running_loop()
    if sys.version_info < (3, 12):
        return _begun(work, loop)
    task = asyncio.Task(work, loop=loop, eager_start=True)
    if not task.done():
        return task
    task.result()
    return None


def _begun(work: Work, loop: asyncio.AbstractEventLoop) -> asyncio.Task[None] | None:
    """Do what Python 3.12 does for tasks with an eager start."""
    rest = _Rest(work)
    task = asyncio.Task(rest, loop=loop)
    outer = asyncio.current_task(loop)
    # In asyncio's documentation under "Extending": for tasks that it does not step.
    if outer is not None:
        asyncio._leave_task(loop, outer)
    asyncio._enter_task(loop, task)
    try:
        rest.begin()
    finally:
        asyncio._leave_task(loop, task)
        if outer is not None:
            asyncio._enter_task(loop, outer)
    # If nothing is left, the task has nothing to do when its turn comes.
    return None if rest.is_over else task


class _Rest(Coroutine[Any, Any, None]):
    """What is left of a coroutine after its first step."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self._awaited: list[object] = []
        self.is_over = False
        """Whether nothing is left."""

    def begin(self) -> None:
        """Take the first step, before the loop asks for it."""
        try:
            self._awaited.append(self._work.send(None))
        except BaseException as error:
            self.is_over = True
            if not isinstance(error, StopIteration):
                raise

    def send(self, value: Any) -> Any:
        """Go on; the first time there is only to be said what is waited for."""
        if self.is_over:
            raise StopIteration
        return self._awaited.pop() if self._awaited else self._work.send(value)

    def throw(self, *error: Any) -> Any:
        """Raise *error* where it waits."""
        self._awaited.clear()
        return self._work.throw(*error)

    def close(self) -> None:
        """End it."""
        self._work.close()

    def __await__(self) -> Generator[Any, Any, None]:
        """Be awaited like any coroutine, which nobody does."""
        return self._work.__await__()
