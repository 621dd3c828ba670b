import asyncio
import io

import pytest
from rich.console import Console

from mockforge.cli import live


class Terminal(io.StringIO):
    def isatty(self):
        return True


@pytest.fixture
def terminal(monkeypatch):
    shown = Terminal()
    monkeypatch.setattr(
        "rich.console.Console",
        lambda **_: Console(file=shown, force_terminal=True, width=80),
    )
    return shown


async def test_the_line_shows_what_is_new(terminal, monkeypatch):
    monkeypatch.setattr(live, "EVERY", 0)
    texts = iter(["seen 1", "seen 1", "seen 2"])
    over = asyncio.Event()

    def text():
        found = next(texts, None)
        if found is None:
            over.set()
        return found or "seen 2"

    async with live.status_line(text):
        await over.wait()

    assert terminal.getvalue().count("seen 1") == 1
    assert "seen 2" in terminal.getvalue()


async def test_markup_in_a_path_is_shown_as_it_is(terminal):
    async with live.status_line(lambda: "GET /[red]a"):
        await asyncio.sleep(0)

    assert "/[red]a" in terminal.getvalue()


async def test_a_bar_shows_how_far_it_is(terminal, monkeypatch):
    monkeypatch.setattr(live, "EVERY", 0)
    shares = iter([0.0, 0.5, 0.5])
    over = asyncio.Event()

    def look():
        share = next(shares, None)
        if share is None:
            over.set()
        return live.Progress(share or 0.0, f"{share} [red]of it")

    async with live.progress_bar(look):
        await over.wait()

    assert terminal.getvalue().count("0.5 [red]of it") == 1
    assert "━" in terminal.getvalue()
