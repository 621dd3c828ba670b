"""Opening a recording's database, and what is known about the recording itself."""

from __future__ import annotations

import asyncio
import os
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from mockforge.errors import RecordingError
from mockforge.store import engines, location, pen, revisions, spill
from mockforge.store.compression import Unpacker
from mockforge.store.location import Place
from mockforge.store.refusals import told
from mockforge.store.tables import HEAD, dictionaries, meta


@dataclass(frozen=True, slots=True)
class Opened:
    """A place that is ready to be used."""

    place: Place
    """To connect to; not the one asked for where that cannot be opened in place."""
    readonly: bool
    copy: tempfile.TemporaryDirectory[str] | None = None
    """Holds a copy that is thrown away in the end."""


class Database:
    """An open recording."""

    def __init__(self, shown: str, opened: Opened) -> None:
        self.location = shown
        """The path or URL it was opened by, without a password."""
        self.place = opened.place
        self.readonly = opened.readonly
        self._copy = opened.copy
        self._engine = engines.asynchronous(opened.place, readonly=opened.readonly)
        self._dictionaries: dict[int, bytes] = {}
        self._unpacker = Unpacker(self._dictionaries)

    @property
    def engine(self) -> AsyncEngine:
        """The engine; of the database's own connections, not the writer's."""
        return self._engine

    async def meta(self, name: str) -> str | None:
        """Return what is known under *name*, or None.

        Raises:
            RecordingError: If the database cannot be read.
        """
        query = sa.select(meta.c.value).where(meta.c.name == name)
        with told(self.location):
            async with self._engine.connect() as connection:
                found: str | None = (await connection.execute(query)).scalar()
                return found

    async def set_meta(self, name: str, value: str) -> None:
        """Remember *value* under *name*.

        Raises:
            RecordingError: If the database cannot be written.
        """
        with told(self.location):
            async with self._engine.connect() as connection:
                await connection.execution_options(immediate=True)
                async with connection.begin():
                    await connection.execute(sa.delete(meta).where(meta.c.name == name))
                    await connection.execute(
                        sa.insert(meta).values(name=name, value=value)
                    )

    async def unpacker(self, connection: AsyncConnection) -> Unpacker:
        """Return what packed values are read with, up to date for *connection*."""
        last = max(self._dictionaries, default=0)
        query = sa.select(dictionaries.c.id, dictionaries.c.data)
        for row in await connection.execute(query.where(dictionaries.c.id > last)):
            self._dictionaries[row.id] = row.data
        return self._unpacker

    async def rest(self) -> None:
        """Close every connection, and open them again when they are needed.

        Also by another event loop, and in a copy of this process.
        """
        await self._engine.dispose()

    async def close(self) -> None:
        """Close every connection. Closing twice is allowed."""
        await self._engine.dispose()
        if self._copy is not None:
            self._copy.cleanup()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.close()


async def connect(
    source: str | Path, *, create: bool = False, readonly: bool = False
) -> Database:
    """Open the recording at *source*, a path or a database URL.

    An older schema is upgraded, and exchanges that an earlier run had to leave in a
    side file are taken in.

    Args:
        source: Where it is.
        create: Make it, and its folder, if it is missing.
        readonly: Nothing will be recorded; a read-only folder is enough then.

    Raises:
        RecordingError: If it is missing, locked, newer than this program, damaged,
            not a recording, or may not be written.
    """
    place = location.parse(source)
    with told(place.shown):
        opened = await asyncio.to_thread(_open, place, create=create, readonly=readonly)
    return Database(place.shown, opened)


def _open(place: Place, *, create: bool, readonly: bool) -> Opened:
    if place.path is not None:
        exists = location.check(place.path, create=create)
        if exists and readonly and not location.is_writable(place.path):
            return _open_protected(place, place.path)
        _require_writable(place.path, exists=exists)
    engine = engines.synchronous(place)
    try:
        revisions.bring_up(engine, place, create=create)
    finally:
        engine.dispose()
    pen.take_in_waiting(place)
    return Opened(place, readonly)


def _open_protected(place: Place, path: Path) -> Opened:
    """Open a file that cannot be changed, or whose folder cannot."""
    if spill.existing(place):
        # What waits belongs to the recording, and can be taken into a copy.
        return _open_copy(path)
    logged = location.has_log(path)
    reading = place.reading(immutable=not logged)
    engine = engines.synchronous(reading, readonly=True)
    try:
        with engine.connect() as connection:
            found = revisions.revision(connection, place)
        if found == HEAD:
            return Opened(reading, readonly=True)
    except sa.exc.OperationalError:
        # The log cannot be read in place: that takes a file beside it.
        if not logged:
            raise
    finally:
        engine.dispose()
    return _open_copy(path)


def _open_copy(path: Path) -> Opened:
    """Open a copy of a file that cannot be upgraded, or read, where it is."""
    copy = tempfile.TemporaryDirectory(prefix="mockforge-")
    try:
        target = Path(copy.name) / path.name
        for suffix in ("", "-wal"):
            source = path.with_name(path.name + suffix)
            if source.exists():
                shutil.copyfile(source, target.with_name(target.name + suffix))
        place = location.parse(target)
        opened = _open(place, create=False, readonly=True)
        for waiting in spill.existing(location.parse(path)):
            shutil.copyfile(waiting.path, spill.spills(place)[0].path)
            pen.take_in_waiting(place)
    except BaseException:
        copy.cleanup()
        raise
    return Opened(opened.place, readonly=True, copy=copy)


def _require_writable(path: Path, *, exists: bool) -> None:
    if exists:
        if location.is_writable(path):
            return
        raise RecordingError(
            f"the recording {str(path)!r} is read-only, or its folder is",
            next_step="make both writable, or record into another file",
        )
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise RecordingError(
            f"the folder {str(path.parent)!r} cannot be made: {error.strerror}",
            next_step="record into another folder: --db PATH",
        ) from error
    if not os.access(path.parent, os.W_OK):
        raise RecordingError(
            f"nothing can be written to the folder {str(path.parent)!r}",
            next_step="make it writable, or record into another folder: --db PATH",
        )
