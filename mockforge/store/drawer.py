"""The table in which state is kept: read and written by one thread."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from mockforge.options import Json
from mockforge.store import location
from mockforge.store.location import Place

STATE = "mockforge.state.db"
"""A file of this name holds state alone; any other is a recording with a table more."""

MOST = 100_000
"""Entries of a kind; beyond it the oldest go."""

BUSY = 1.0
"""Seconds to wait for another program's transaction."""

APPLICATION = 0x6D6B7374
"""SQLite's application_id of a file that holds state alone: `mkst` in ASCII."""

_PRUNED_EACH = 256
_AT_ONCE = 500

_TABLE = """CREATE TABLE IF NOT EXISTS mockforge_kept (
  kind TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL,
  at DOUBLE PRECISION NOT NULL, expires DOUBLE PRECISION, PRIMARY KEY (kind, key))"""
_SELECT = "SELECT key, value, at, expires FROM mockforge_kept WHERE kind = ?"
_PUT = (
    "INSERT INTO mockforge_kept (kind, key, value, at, expires) VALUES (?, ?, ?, ?, ?)"
    " ON CONFLICT (kind, key) DO UPDATE SET value = excluded.value, at = excluded.at,"
    " expires = excluded.expires"
)
_REMOVE = "DELETE FROM mockforge_kept WHERE kind = ?"
_OLDEST = (
    " AND key IN (SELECT key FROM mockforge_kept WHERE kind = ?"
    " ORDER BY at DESC, key LIMIT 1000000000 OFFSET ?)"
)


class Entry(NamedTuple):
    """Something that is kept."""

    key: str
    value: Json
    at: float
    """When it was put, in seconds since the epoch."""
    expires: float | None = None
    """When it is no longer to be used; None for never."""

    def is_fresh(self, now: float) -> bool:
        """Whether it may be used at *now*."""
        return self.expires is None or now < self.expires


Change = tuple[str, str, Entry | None]
"""Kind, key, and what is put there; None takes away what is."""


class Drawer:
    """The table at a place; the file is made by the first thing that is put in."""

    def __init__(self, place: Place) -> None:
        self._place = place
        self._connection: Any = None
        self._has_table = False
        self._written = 0

    def entry(self, kind: str, key: str) -> Entry | None:
        """Return what is kept under *key*, fresh or not."""
        found = self._rows(f"{_SELECT} AND key = ?", (kind, _named(key)))
        return found[0] if found else None

    def several(self, kind: str, keys: Sequence[str]) -> list[Entry]:
        """Return what is kept under *keys*, fresh or not."""
        found: list[Entry] = []
        for start in range(0, len(keys), _AT_ONCE):
            some = [_named(key) for key in keys[start : start + _AT_ONCE]]
            marks = ", ".join("?" * len(some))
            found += self._rows(f"{_SELECT} AND key IN ({marks})", (kind, *some))
        return found

    def every(self, kind: str, prefix: str = "") -> list[Entry]:
        """Return everything of *kind* whose key begins with *prefix*, by key."""
        start = _named(prefix)
        query = f"{_SELECT} AND substr(key, 1, ?) = ?"
        found = self._rows(query, (kind, len(start), start))
        return sorted(found, key=lambda one: one.key)

    def change(self, changes: Iterable[Change]) -> None:
        """Make all of *changes*, or, where this raises, none."""
        rows = list(changes)
        gone = [(kind, _named(key)) for kind, key, one in rows if one is None]
        put = [
            (kind, _named(key), json.dumps(one.value), one.at, one.expires)
            for kind, key, one in rows
            if one is not None
        ]
        with self._writing() as cursor:
            if gone:
                cursor.executemany(self._sql(f"{_REMOVE} AND key = ?"), gone)
            if put:
                cursor.executemany(self._sql(_PUT), put)
            self._written += len(put)
            if self._written >= _PRUNED_EACH:
                self._written = 0
                for kind in sorted({row[0] for row in put}):
                    cursor.execute(self._sql(_REMOVE + _OLDEST), (kind, kind, MOST))

    def clear(self, kind: str) -> None:
        """Take away everything of *kind*; on SQLite it is overwritten."""
        if not self._rows(f"{_SELECT} LIMIT 1", (kind,)):
            return
        with self._writing() as cursor:
            cursor.execute(self._sql(_REMOVE), (kind,))
        if self._place.path is not None:
            # The log still has the pages as they were, until it is begun again.
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def close(self) -> None:
        """Disconnect. Closing twice is allowed."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _rows(self, query: str, values: tuple[Any, ...]) -> list[Entry]:
        if not self._has_table and not self._is_there():
            return []
        cursor = self._connection.cursor()
        try:
            cursor.execute(self._sql(query), values)
            rows = cursor.fetchall()
        finally:
            cursor.close()
            if self._place.path is None:
                self._connection.rollback()
        return [
            Entry(json.loads(f'"{key}"'), json.loads(value), at, expires)
            for key, value, at, expires in rows
        ]

    @contextmanager
    def _writing(self) -> Iterator[Any]:
        if not self._has_table:
            self._make()
        cursor = self._connection.cursor()
        try:
            if self._place.path is not None:
                cursor.execute("BEGIN IMMEDIATE")
            yield cursor
            self._connection.commit()
        except BaseException:
            self._connection.rollback()
            raise
        finally:
            cursor.close()

    def _is_there(self) -> bool:
        """Connect if there is something; return whether the table is there."""
        path = self._place.path
        if path is not None and not _is_filled(path):
            return False
        self._connect(create=False)
        cursor = self._connection.cursor()
        if path is not None:
            cursor.execute("SELECT 1 FROM sqlite_master WHERE name = 'mockforge_kept'")
            self._has_table = cursor.fetchone() is not None
        else:
            cursor.execute("SELECT to_regclass('mockforge_kept')")
            self._has_table = cursor.fetchone()[0] is not None
            self._connection.rollback()
        cursor.close()
        return self._has_table

    def _make(self) -> None:
        """Make the table, and the file it is in."""
        path = self._place.path
        if path is not None and path.name != STATE:
            _require_recording(self._place)
        self._connect(create=True)
        if path is not None and path.name == STATE:
            self._connection.execute(f"PRAGMA application_id={APPLICATION}")
        cursor = self._connection.cursor()
        cursor.execute(_TABLE)
        cursor.close()
        self._connection.commit()
        self._has_table = True

    def _connect(self, *, create: bool) -> None:
        if self._connection is not None:
            return
        path = self._place.path
        if path is None:
            self._connection = _on_server(self._place)
            return
        is_writable = not path.exists() or location.is_writable(path)
        mode = "rwc" if create else "rw" if is_writable else "ro"
        if create:
            path.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(
            f"{path.absolute().as_uri()}?mode={mode}",
            uri=True,
            timeout=BUSY,
            isolation_level=None,
        )
        try:
            if mode != "ro":
                for pragma in _WRITABLE:
                    connection.execute(pragma).fetchall()
        except BaseException:
            connection.close()
            raise
        self._connection = connection

    def _sql(self, text: str) -> str:
        return text if self._place.path is not None else text.replace("?", "%s")


_WRITABLE = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=NORMAL",
    "PRAGMA secure_delete=ON",
)


def _named(key: str) -> str:
    # In ASCII: a server takes no NUL, and SQLite no half of a surrogate pair.
    return json.dumps(key)[1:-1]


def _is_filled(path: Path) -> bool:
    try:
        return path.stat().st_size > 0
    except FileNotFoundError:
        return False


def _require_recording(place: Place) -> None:
    """Make a recording of *place* if there is none: others may record into it."""
    from mockforge.store import engines, revisions

    assert place.path is not None
    if location.check(place.path, create=True):
        return
    place.path.parent.mkdir(parents=True, exist_ok=True)
    engine = engines.synchronous(place)
    try:
        revisions.bring_up(engine, place, create=True)
    finally:
        engine.dispose()


def _on_server(place: Place) -> Any:
    from mockforge.store import engines

    engine = engines.synchronous(place)
    fairy = engine.raw_connection()
    connection = fairy.driver_connection
    fairy.detach()
    return connection
