"""The schema's revision: read, checked, and brought up to what this program writes."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from importlib import import_module
from pathlib import Path

import sqlalchemy as sa

from mockforge.errors import RecordingError
from mockforge.store import location, recognition
from mockforge.store.location import Place
from mockforge.store.lock import LockFile
from mockforge.store.tables import APPLICATION, HEAD, meta, metadata

UPGRADING = 0x6D6B666755
"""The advisory lock that upgrades take on PostgreSQL."""


def revision(connection: sa.Connection, place: Place) -> str | None:
    """Return the schema's revision, or None where there are no tables yet.

    Raises:
        RecordingError: If the tables are not ours, or newer than this program.
    """
    query = recognition.SQLITE if place.path else recognition.POSTGRESQL
    names = {row[0] for row in connection.exec_driver_sql(query)}

    def version() -> object:
        return connection.exec_driver_sql(recognition.VERSION).scalar()

    return recognition.recognized(names, version, place)


def bring_up(engine: sa.Engine, place: Place, *, create: bool) -> None:
    """Make the tables, or upgrade them, if they are not those of HEAD.

    Raises:
        RecordingError: If there are none and *create* is false.
    """
    # Two that turn the same file to a write-ahead log at once do not wait for each
    # other: SQLite refuses one of them. A file without a log waits for the lock.
    if place.path is None or location.is_logged(place.path):
        with engine.connect() as connection:
            found = revision(connection, place)
        if found == HEAD:
            return
        _require_some(found, place, create=create)
    with _alone(engine, place), engine.connect() as connection:
        if place.path:
            # Copying a table to alter it must not carry off the rows that refer to
            # it. Takes effect only outside a transaction.
            driver = connection.connection.driver_connection
            assert driver is not None
            driver.execute("PRAGMA foreign_keys=OFF")
        connection.execution_options(immediate=True)
        with connection.begin():
            # Whoever had the lock before may have done it.
            found = revision(connection, place)
            _require_some(found, place, create=create)
            if found is None:
                _create(connection, place)
            elif found != HEAD:
                upgrade(connection)


def upgrade(connection: sa.Connection, target: str = "head") -> None:
    """Run the migrations up to *target* in the connection's transaction."""
    # Half a second of imports that only a recording of an older schema needs.
    from alembic import command
    from alembic.config import Config

    config = Config()
    # In a checkout the folder is not below this package's.
    migrations = import_module("mockforge.migrations")
    assert migrations.__file__ is not None
    folder = str(Path(migrations.__file__).parent)
    config.set_main_option("script_location", folder.replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, target)


def _require_some(found: str | None, place: Place, *, create: bool) -> None:
    if found is None and not create:
        raise RecordingError(
            f"{place.shown!r} holds no recording yet",
            next_step="record one: mockforge proxy --upstream URL",
        )


def _create(connection: sa.Connection, place: Place) -> None:
    """Make the tables of HEAD without Alembic; tests compare them with its own."""
    if place.path:
        connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION}")
    metadata.create_all(connection)
    connection.exec_driver_sql(
        "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL,"
        " CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))"
    )
    connection.execute(
        sa.text("INSERT INTO alembic_version VALUES (:head)"), {"head": HEAD}
    )
    connection.execute(
        sa.insert(meta),
        [
            {"name": "name", "value": place.name},
            {"name": "redact_key", "value": secrets.token_hex(32)},
        ],
    )


def _alone(engine: sa.Engine, place: Place) -> AbstractContextManager[object]:
    """Return what keeps other processes from upgrading at the same time.

    BEGIN IMMEDIATE alone does not: the second process has read the old revision.
    """
    if place.path is None:
        return _advisory(engine)
    try:
        place.path.parent.mkdir(parents=True, exist_ok=True)
        return LockFile(place.beside(".upgrade.lock"))
    except OSError as error:
        raise RecordingError(
            f"the recording {place.shown!r} cannot be written: {error.strerror}"
        ) from error


@contextmanager
def _advisory(engine: sa.Engine) -> Iterator[None]:
    with engine.connect() as connection:
        connection.execute(sa.select(sa.func.pg_advisory_lock(UPGRADING)))
        # Closing the session lets go of it.
        yield
