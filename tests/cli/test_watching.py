"""The file of the settings is looked at while they are answered by."""

import asyncio
import os
from collections.abc import Callable
from typing import Any

import click
import pytest

from mockforge.cli import options, watching
from mockforge.cli.watching import Settings, watched
from mockforge.config import load
from mockforge.errors import ConfigError

ONE = "server: {watch: true}\nendpoints: [{path: /a, response: {body_file: a.txt}}]\n"


class Renewing:
    read: Callable[[], Any] | None = None

    def __init__(self):
        self.found: asyncio.Queue[Any] = asyncio.Queue()

    async def renewed(self):
        assert self.read is not None
        try:
            config = self.read()
        except ConfigError as error:
            self.found.put_nowait(str(error))
            raise
        self.found.put_nowait([point.given[0].file for point in config.endpoints])
        return len(config.endpoints)


@pytest.fixture
def settings(nowhere, monkeypatch):
    monkeypatch.setattr(watching, "EVERY", 0.01)
    monkeypatch.setattr(watching, "STILL", 0.001)
    (nowhere / "a.txt").write_text("one")
    file = nowhere / "mockforge.yaml"
    file.write_text(ONE)
    with click.Context(click.Command("serve")) as ctx:
        ctx.meta[options.FLAGS] = {"seed": (5, "--seed")}
        yield file


def write(file, text):
    before = file.stat()
    file.write_text(text)
    # However coarse the file system's clock is.
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns + 1_000_000))


async def test_a_change_of_a_file_is_seen_and_a_broken_one_told(settings, capsys):
    renewing = Renewing()

    async with watched(load(), renewing), asyncio.timeout(10):
        write(settings, ONE.replace("/a", "/b"))
        assert await renewing.found.get() == [b"one"]
        write(settings, "endpoints: [{paht: /a}]")
        assert "unknown key" in await renewing.found.get()
        write(settings, ONE)
        assert await renewing.found.get() == [b"one"]
        write(settings.parent / "a.txt", "two, and longer")
        assert await renewing.found.get() == [b"two, and longer"]

    said = capsys.readouterr().err
    assert "the settings were read again: 1 endpoint\n" in said
    assert "the settings count as they were: " in said
    assert renewing.found.empty()


async def test_a_body_that_is_not_there_yet_is_looked_for(settings, capsys):
    renewing = Renewing()
    other = settings.parent / "other.txt"

    async with watched(load(), renewing), asyncio.timeout(10):
        write(settings, ONE.replace("a.txt", "other.txt"))
        assert "'other.txt' cannot be read" in await renewing.found.get()
        other.write_text("there")
        assert await renewing.found.get() == [b"there"]
        other.unlink()
        assert "'other.txt' cannot be read" in await renewing.found.get()
        other.write_text("again")
        assert await renewing.found.get() == [b"again"]


@pytest.mark.parametrize("text", ["", "\ufeff\r\n"])
async def test_an_emptied_file_changes_nothing(settings, capsys, text):
    renewing = Renewing()

    async with watched(load(), renewing), asyncio.timeout(10):
        write(settings, text)
        assert await renewing.found.get() == "mockforge.yaml is empty"
        write(settings, "# nothing any more\n")
        assert await renewing.found.get() == []

    said = capsys.readouterr().err
    assert "the settings count as they were: mockforge.yaml is empty" in said


async def test_without_being_asked_nobody_looks_but_they_can_be_read(settings):
    settings.write_text(ONE.replace("true", "false"))
    renewing = Renewing()

    async with watched(load(), renewing):
        before = len(asyncio.all_tasks())
        assert await renewing.renewed() == 1

    assert before == 1
    assert Settings(None, {"seed": (5, "--seed")}).read().seed == 5


async def test_where_no_command_runs_there_is_nothing_to_read(nowhere):
    renewing = Renewing()

    async with watched(load(), renewing), watched(load(), None):
        assert renewing.read is None


def test_a_file_that_is_gone_is_another(settings):
    found = Settings.of_command()
    assert found is not None
    found.begin(load())
    before = found.stamps()

    (settings.parent / "a.txt").unlink()

    assert [file.name for file in before] == ["mockforge.yaml", "a.txt"]
    assert [*found.stamps().values()][1] is None
