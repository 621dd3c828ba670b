"""A line on the terminal that says what is happening, and is gone at the end."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

EVERY = 0.5
"""Seconds between two looks: a proxy under load has better things to do."""


@asynccontextmanager
async def status_line(text: Callable[[], str]) -> AsyncIterator[None]:
    """Show what *text* returns on stderr's last line, renewed while it changes.

    Args:
        text: Plain text, made anew at each look.
    """
    from rich.console import Console
    from rich.live import Live
    from rich.text import Text

    console = Console(stderr=True)
    with Live(console=console, auto_refresh=False, transient=True) as live:

        async def renew() -> None:
            shown = None
            while True:
                now = text()
                if now != shown:
                    line = Text(now, no_wrap=True, overflow="ellipsis")
                    live.update(line, refresh=True)
                    shown = now
                await asyncio.sleep(EVERY)

        async with asyncio.TaskGroup() as tasks:
            renewing = tasks.create_task(renew())
            try:
                yield
            finally:
                renewing.cancel()
