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
