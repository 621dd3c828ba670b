"""A line on the terminal that says what is happening, and is gone at the end."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from rich.console import RenderableType

EVERY = 0.5
"""Seconds between two looks: a proxy under load has better things to do."""


@asynccontextmanager
async def status_line(text: Callable[[], str]) -> AsyncIterator[None]:
    """Show what *text* returns on stderr's last line, renewed while it changes.

    Args:
        text: Plain text, made anew at each look.
    """
    from rich.text import Text

    def line() -> tuple[object, RenderableType]:
        now = text()
        return now, Text(now, no_wrap=True, overflow="ellipsis")

    async with _live(line):
        yield


class Progress(NamedTuple):
    """How far something is."""

    share: float
    """From 0 to 1."""
    text: str
    """Plain text."""


@asynccontextmanager
async def progress_bar(look: Callable[[], Progress]) -> AsyncIterator[None]:
    """Show how far it is on stderr's last line, renewed while that changes.

    Args:
        look: Made anew at each look.
    """
    from rich.progress_bar import ProgressBar
    from rich.table import Table
    from rich.text import Text

    def line() -> tuple[object, RenderableType]:
        now = look()
        row = Table.grid(padding=(0, 1))
        row.add_column(width=20)
        row.add_column(no_wrap=True, overflow="ellipsis")
        row.add_row(
            ProgressBar(total=1.0, completed=now.share, width=20), Text(now.text)
        )
        return now, row

    async with _live(line):
        yield


@asynccontextmanager
async def _live(
    line: Callable[[], tuple[object, RenderableType]],
) -> AsyncIterator[None]:
    """Show what *line* returns, as long as it is not what it was."""
    from rich.console import Console
    from rich.live import Live

    console = Console(stderr=True)
    with Live(console=console, auto_refresh=False, transient=True) as live:

        async def renew() -> None:
            shown: object = None
            while True:
                now, renderable = line()
                if now != shown:
                    live.update(renderable, refresh=True)
                    shown = now
                await asyncio.sleep(EVERY)

        async with asyncio.TaskGroup() as tasks:
            renewing = tasks.create_task(renew())
            try:
                yield
            finally:
                renewing.cancel()
