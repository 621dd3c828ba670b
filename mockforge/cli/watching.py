"""The settings of what runs, read again when that is wanted or their file changes."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from mockforge.cli import options, output
from mockforge.errors import ConfigError, MockforgeError

if TYPE_CHECKING:
    from mockforge.config import Config
    from mockforge.config.values import Node
    from mockforge.server.renewing import Renewing

EVERY = 0.5
"""Seconds between two looks at the files."""

STILL = 0.1
"""Seconds that a file stays as it is until it is taken for written."""

_Stamp = tuple[int, int] | None


class Settings:
    """The settings of a running command, and the files they are from."""

    def __init__(self, path: str | None, flags: Mapping[str, tuple[Any, str]]) -> None:
        """Read what *path* says, or the nearest file, with *flags* over it."""
        self._path = path
        self._flags = flags
        self._files: tuple[Path, ...] = ()
        self._bodies: tuple[Path, ...] = ()
        self._names: set[str] = set()

    @classmethod
    def of_command(cls) -> Settings | None:
        """Return those of the command that runs; None if none does."""
        ctx = click.get_current_context(silent=True)
        if ctx is None:
            return None
        return cls(options.path(ctx), dict(options.flags(ctx)))

    def read(self) -> Config:
        """Return them as they are written now.

        Raises:
            ConfigError: With everything that is wrong, each with its place, or if
                nothing is in the file.
        """
        from mockforge import logs
        from mockforge.config import examine, refused
        from mockforge.config.listing import secrets

        found = examine(self._path, flags=self._flags)
        self._files = tuple(found.layers.files)
        if found.config is None:
            # One that is not there yet is looked for, too.
            self._note({*_named(found.layers.root), *self._names})
            raise refused(found.problems)
        if self._files and not any(_is_written(file) for file in self._files):
            # An editor that writes it anew may have got no further.
            raise ConfigError(f"{self._files[0]} is empty")
        logs.hide(secrets(found.layers.root))
        self._note(_named(found.layers.root))
        return found.config

    def stamps(self) -> dict[Path, _Stamp]:
        """Return what is another for each file as soon as that is written."""
        return {file: _stamp(file) for file in (*self._files, *self._bodies)}

    def begin(self, config: Config) -> None:
        """Look at the files that *config* is from."""
        import os

        from mockforge.config.layers import sources

        self._files = tuple(sources(self._path, os.environ, Path.cwd()))
        given = (each for point in config.endpoints for each in point.given)
        self._note({each.body_file for each in given if each.body_file is not None})

    def _note(self, names: set[str]) -> None:
        folders = sorted({file.parent for file in self._files})
        self._names = names
        self._bodies = tuple(
            folder / name for name in sorted(names) for folder in folders
        )


def readable(config: Config, renewing: Renewing | None) -> Settings | None:
    """Have *renewing* know how the settings are read again; None if they cannot be.

    Args:
        config: As they are.
        renewing: Answers by them.
    """
    settings = Settings.of_command()
    if settings is None or renewing is None:
        return None
    settings.begin(config)
    renewing.read = settings.read
    return settings


@asynccontextmanager
async def watched(config: Config, renewing: Renewing | None) -> AsyncIterator[None]:
    """Have *renewing* read the settings again, and do so when a file changes if asked.

    Args:
        config: As they are.
        renewing: Answers by them.
    """
    settings = readable(config, renewing)
    if settings is None or renewing is None or not config.server.watch:
        yield
        return
    async with asyncio.TaskGroup() as tasks:
        watching = tasks.create_task(_watch(settings, renewing, settings.stamps()))
        try:
            yield
        finally:
            watching.cancel()


async def _watch(
    settings: Settings, renewing: Renewing, before: dict[Path, _Stamp]
) -> None:
    while True:
        await asyncio.sleep(EVERY)
        now = settings.stamps()
        if now == before:
            continue
        while True:
            # An editor may be writing still.
            await asyncio.sleep(STILL)
            later = settings.stamps()
            if later == now:
                break
            now = later
        try:
            count = await renewing.renewed()
        except MockforgeError as error:
            output.warn(f"the settings count as they were: {error}")
        else:
            endpoints = "1 endpoint" if count == 1 else f"{count} endpoints"
            output.say(f"the settings were read again: {endpoints}")
        # What was written while they were read is seen at the next look.
        before = {**settings.stamps(), **now}
        before = {file: before[file] for file in settings.stamps()}


def _named(root: Node) -> set[str]:
    """Return the names of the files that are bodies of endpoints in *root*."""
    from mockforge.config.values import at

    found: set[str] = set()
    left = [at(root, ("endpoints",))]
    while left:
        node = left.pop()
        inner = node.value if node is not None else None
        if isinstance(inner, list):
            left += inner
        elif isinstance(inner, dict):
            left += [inner.get("response"), inner.get("responses")]
            name = inner.get("body_file")
            found |= {name.value} if name and isinstance(name.value, str) else set()
    return {name for name in found if "\0" not in name}


def _is_written(file: Path) -> bool:
    try:
        return bool(file.read_bytes().strip(b" \t\r\n\xef\xbb\xbf"))
    except OSError:
        return False


def _stamp(file: Path) -> _Stamp:
    try:
        found = file.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size
