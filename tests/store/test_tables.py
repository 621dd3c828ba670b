import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.schema import CreateTable

from mockforge.store.tables import APPLICATION, HEAD, REVISIONS, metadata


def test_the_last_revision_is_the_head():
    assert REVISIONS[-1] == HEAD


def test_a_recording_can_be_told_by_its_number():
    assert APPLICATION.to_bytes(4, "big") == b"mkfg"


def test_every_constraint_has_a_name():
    """A constraint without a name cannot be altered by a later revision."""
    constraints = [
        constraint
        for table in metadata.tables.values()
        for constraint in table.constraints
    ]

    assert all(constraint.name for constraint in constraints)


def test_both_databases_get_the_same_columns():
    for table in metadata.tables.values():
        for dialect in (sqlite.dialect(), postgresql.dialect()):
            text = str(CreateTable(table).compile(dialect=dialect)).replace('"', "")
            assert all(f"\t{column.name} " in text for column in table.columns)


def test_ids_are_rowids_on_sqlite():
    table = metadata.tables["exchanges"]
    text = str(CreateTable(table).compile(dialect=sqlite.dialect()))

    assert "\tid INTEGER NOT NULL" in text
    assert isinstance(table.c.id.type, sa.BigInteger)
