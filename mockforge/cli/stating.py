"""The state of the settings, opened for a command."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, TypeVar

from mockforge.cli import options

if TYPE_CHECKING:
    from mockforge.store.kept import Kept

Result = TypeVar("Result")


def run(work: Callable[[Kept], Awaitable[Result]]) -> Result:
    """Return what *work* does with the state of the settings.

    Raises:
        MockforgeError: If it cannot be read, or what was done cannot be kept.
    """
    import asyncio

    from mockforge.errors import MockforgeError
    from mockforge.store.kept import STATE, open_kept

    config = options.configuration()
    place = config.state or STATE

    async def done() -> Result:
        async with open_kept(place) as kept:
            found = await work(kept)
        if kept.trouble:
            raise MockforgeError(
                kept.trouble, next_step="name the file or its server: --db DATABASE"
            )
        return found

    return asyncio.run(done())


def is_open() -> bool:
    """Whether somebody else has the file open, or had it when they were killed."""
    from mockforge.errors import MockforgeError
    from mockforge.store.kept import STATE
    from mockforge.store.location import parse

    try:
        path = parse(options.configuration().state or STATE).path
    except MockforgeError:
        return False
    # SQLite has it beside the file for as long as that is open, and longer if that was
    # never closed.
    return path is not None and path.with_name(f"{path.name}-shm").exists()
