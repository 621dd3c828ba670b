from mockforge.store import tables
from mockforge.store.schema import COLUMNS, TABLES


def test_it_names_what_the_tables_have():
    assert set(tables.metadata.tables) == TABLES
    assert tuple(column.name for column in tables.exchanges.columns) == COLUMNS
