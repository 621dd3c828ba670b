"""Adding exchanges: one batch, one transaction, on one driver connection.

This is where a recorded exchange costs its time, so it talks to the driver: the same
statements through SQLAlchemy's core took 69 instead of 53 microseconds a row in
batches of 256, and 198 instead of 138 alone (tests/bench/writer.py).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import sqlalchemy as sa

from mockforge.store.compression import Packer
from mockforge.store.location import Place
from mockforge.store.rows import BODY_ROOM, COLUMNS, Body, Row, event_values, values
from mockforge.store.tables import bodies, dictionaries, events, exchanges, meta, parts

PART = 4 << 20
"""Bytes of a large body that are packed, and held in memory a second time, at once."""

# Digests of bodies that are surely stored: an API that is polled says the same again,
# and what is known need not be packed. 64k digests take about 8 MB.
REMEMBERED = 1 << 16


# Pages of log before they are written into the database, which costs two fsyncs and
# each page once. 16 MB instead of SQLite's 4: 41 instead of 47 us a row.
CHECKPOINT = "PRAGMA wal_autocheckpoint=4000"


class Insertion:
    """Adds batches of rows; for one thread."""

    def __init__(self, connection: Any, place: Place) -> None:
        self._connection = connection
        self._cursor = connection.cursor()
        self._sqlite = place.path is not None
        mark = "?" if self._sqlite else "%s"
        self._exchanges = _insert(exchanges, COLUMNS, mark)
        self._events = _insert(events, tuple(events.columns.keys()), mark)
        self._bodies = _insert(bodies, ("digest", "size", "data"), mark)
        self._parts = _insert(parts, ("digest", "part", "data"), mark)
        self._dictionaries = _insert(dictionaries, ("id", "family", "data"), mark)
        self._meta = _insert(meta, ("name", "value"), mark)
        if self._sqlite:
            self._cursor.execute(CHECKPOINT)
        self._packer = Packer()
        self._known: dict[bytes, None] = {}
        self._version = -1
        self._next = self._resume()

    def insert(
        self, rows: Sequence[Row], note: tuple[str, str] | None = None
    ) -> list[int]:
        """Store *rows* and, if given, a line of `meta`; return the rows' numbers.

        All of it is stored, or, where this raises, nothing.
        """
        if self._sqlite:
            self._cursor.execute("BEGIN IMMEDIATE")
        try:
            added = self._fill(rows)
            if note is not None:
                self._cursor.execute(self._meta, note)
            self._connection.commit()
        except BaseException:
            self._connection.rollback()
            raise
        self._packer.fresh.clear()
        self._remember(added)
        numbers = list(range(self._next, self._next + len(rows)))
        self._next += len(rows)
        return numbers

    def close(self) -> None:
        """Let go of the connection: open, it would keep the database's log."""
        self._cursor.close()

    def _fill(self, rows: Sequence[Row]) -> dict[bytes, None]:
        packer, found = self._packer, list[Body]()
        columns, messages = [], []
        for number, row in enumerate(rows, self._next):
            columns.append(values(row, number, packer, found))
            if row.exchange.events:
                messages += event_values(row.exchange, number, packer)
        added = self._add_bodies(found)
        if packer.fresh:
            self._cursor.executemany(self._dictionaries, packer.fresh)
        self._cursor.executemany(self._exchanges, columns)
        if messages:
            self._cursor.executemany(self._events, messages)
        return added

    def _add_bodies(self, found: Iterable[Body]) -> dict[bytes, None]:
        """Store the bodies that are not there yet; return the digests now known."""
        self._notice_changes()
        known, added, small = self._known, dict[bytes, None](), []
        for body in found:
            digest, data, group = body
            if digest in known or digest in added:
                continue
            added[digest] = None
            if len(data) > PART:
                self._add_large(digest, data)
            else:
                packed = self._packer.pack(data, group, BODY_ROOM)
                small.append((digest, len(data), packed))
        if small:
            self._cursor.executemany(self._bodies, small)
        return added

    def _add_large(self, digest: bytes, data: bytes) -> None:
        # The parts first: where there is a row in `bodies`, there are all its parts.
        view = memoryview(data)
        for part, start in enumerate(range(0, len(data), PART)):
            packed = self._packer.pack(view[start : start + PART])
            self._cursor.execute(self._parts, (digest, part, packed))
        self._cursor.execute(self._bodies, (digest, len(data), None))

    def _notice_changes(self) -> None:
        """Forget which bodies are stored if somebody else may have removed some."""
        if not self._sqlite:
            # No such counter: every body is offered again. The row lock that makes
            # a removal wait is the table's, see exchanges.delete.
            self._known.clear()
            return
        version = self._cursor.execute("PRAGMA data_version").fetchone()[0]
        if version != self._version:
            self._version = version
            self._known.clear()

    def _remember(self, added: dict[bytes, None]) -> None:
        self._known |= added
        surplus = len(self._known) - REMEMBERED
        if surplus > 0:
            for digest in list(self._known)[: surplus + REMEMBERED // 4]:
                del self._known[digest]

    def _resume(self) -> int:
        """Go on with the dictionaries that are there; return the next free number."""
        cursor = self._cursor
        cursor.execute("SELECT id, family, data FROM dictionaries ORDER BY id")
        for number, name, content in cursor.fetchall():
            self._packer.adopt(number, name, bytes(content))
        cursor.execute("SELECT max(id) FROM exchanges")
        last = cursor.fetchone()[0]
        # PostgreSQL has begun a transaction for this.
        self._connection.commit()
        return int(last or 0) + 1


def _insert(table: sa.Table, columns: tuple[str, ...], mark: str) -> str:
    marks = ", ".join([mark] * len(columns))
    return f"INSERT INTO {table.name} ({', '.join(columns)}) VALUES ({marks})" + (
        " ON CONFLICT DO NOTHING" if table in (bodies, parts, meta) else ""
    )
