"""SQLAlchemy engines for a place, set up the same way for threads and for asyncio."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.pool import NullPool

from mockforge.errors import RecordingError
from mockforge.store.location import Place

BUSY = 5000
"""Milliseconds to wait for another program's transaction."""

# WAL: readers and the writer do not wait for each other. NORMAL: a commit is a write
# to the log without fsync; what was committed survives the end of this process, and
# a power cut can take the last commits but never the database.
_WRITABLE = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=NORMAL",
    "PRAGMA foreign_keys=ON",
)
_READABLE = ("PRAGMA query_only=ON",)


def synchronous(place: Place, *, readonly: bool = False) -> sa.Engine:
    """Return an engine for use outside the event loop; connections are not kept.

    Raises:
        RecordingError: If the driver is not installed.
    """
    try:
        engine = sa.create_engine(
            place.url, poolclass=NullPool, connect_args=_arguments(place, readonly)
        )
    except ModuleNotFoundError as error:
        raise _without_driver(place) from error
    _set_up(engine, place, readonly)
    return engine


def asynchronous(place: Place, *, readonly: bool = False) -> AsyncEngine:
    """Return an engine for use in the event loop.

    Raises:
        RecordingError: If the driver is not installed.
    """
    driver = "sqlite+aiosqlite" if place.path else "postgresql+psycopg"
    try:
        engine = create_async_engine(
            place.url.set(drivername=driver), connect_args=_arguments(place, readonly)
        )
    except ModuleNotFoundError as error:
        raise _without_driver(place) from error
    _set_up(engine.sync_engine, place, readonly)
    return engine


def _arguments(place: Place, readonly: bool) -> dict[str, Any]:
    if place.path is not None:
        return {"timeout": BUSY / 1000, "check_same_thread": False}
    if readonly:
        return {"options": "-c default_transaction_read_only=on"}
    return {}


def _set_up(engine: sa.Engine, place: Place, readonly: bool) -> None:
    if place.path is None:
        return
    pragmas = _READABLE if readonly else _WRITABLE

    def connect(connection: Any, record: object) -> None:
        # The driver's own idea of transactions commits before DDL; ours are BEGIN.
        connection.isolation_level = None
        cursor = connection.cursor()
        for pragma in pragmas:
            cursor.execute(pragma)
        cursor.close()

    def begin(connection: sa.Connection) -> None:
        # A transaction that reads first and writes later can find the lock taken
        # with nothing to wait for; one that is to write says so at once.
        immediate = connection.get_execution_options().get("immediate", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")

    sa.event.listen(engine, "connect", connect)
    sa.event.listen(engine, "begin", begin)


def _without_driver(place: Place) -> RecordingError:
    return RecordingError(
        f"{place.shown!r} needs a driver that is not installed",
        next_step="install it: pip install 'mockforge[postgres]'",
    )
