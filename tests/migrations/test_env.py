import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from mockforge.store import engines, exchanges, location, revisions
from mockforge.store.database import connect
from mockforge.store.tables import HEAD, REVISIONS, metadata
from tests.migrations import freeze

FOLDER = Path(__file__).resolve().parents[2] / "migrations"


def scripts():
    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    return ScriptDirectory.from_config(config)


def migrate(place, target):
    with engines.synchronous(place).connect() as connection:
        connection.execution_options(immediate=True)
        with connection.begin():
            revisions.upgrade(connection, target)


def differences(place):
    with engines.synchronous(place).connect() as connection:
        return compare_metadata(MigrationContext.configure(connection), metadata)


def described(place):
    """Return everything the database knows about its tables."""
    with engines.synchronous(place).connect() as connection:
        inspector = sa.inspect(connection)
        return {
            name: (
                [str(column) for column in inspector.get_columns(name)],
                inspector.get_pk_constraint(name),
                inspector.get_unique_constraints(name),
                inspector.get_foreign_keys(name),
                inspector.get_indexes(name),
            )
            for name in inspector.get_table_names()
        }


def test_the_program_knows_every_revision():
    """What decides about upgrading is a constant: reading the scripts costs 0.6 s."""
    assert scripts().get_current_head() == HEAD
    assert tuple(one.revision for one in scripts().walk_revisions())[::-1] == REVISIONS


@pytest.mark.parametrize("revision", REVISIONS)
def test_every_schema_becomes_the_present_one(where, revision):
    place = location.parse(where)
    migrate(place, revision)
    revisions.bring_up(engines.synchronous(place), place, create=False)

    assert differences(place) == []
    with engines.synchronous(place).connect() as connection:
        assert revisions.revision(connection, place) == HEAD


def test_a_new_recording_is_what_the_migrations_make(where, request, tmp_path):
    migrated = location.parse(where)
    migrate(migrated, "head")
    if migrated.path:
        made = location.parse(tmp_path / "made.db")
    else:
        made = location.parse(request.getfixturevalue("cluster").database())
    revisions.bring_up(engines.synchronous(made), made, create=True)

    assert described(made) == described(migrated)


def test_an_upgrade_that_fails_leaves_nothing_half_done(where):
    place = location.parse(where)
    with engines.synchronous(place).connect() as connection:
        transaction = connection.begin()
        revisions.upgrade(connection)
        transaction.rollback()

        assert sa.inspect(connection).get_table_names() == []


@pytest.mark.parametrize("revision", REVISIONS)
async def test_a_recording_of_every_schema_can_be_opened(tmp_path, revision):
    path = tmp_path / "old.db"
    dump = (freeze.SCHEMAS / f"{revision}.sql").read_text(encoding="utf-8")
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(dump)
    async with await connect(path, readonly=True) as database:
        found = [exchange async for exchange in exchanges.every(database)]
        key = await database.meta("redact_key")

    assert key == freeze.KEY
    kept = {number: row.exchange for number, row in enumerate(freeze.rows(), 1)}
    assert {one.id: one for one in found} == {
        number: replace(exchange, id=number) for number, exchange in kept.items()
    }
