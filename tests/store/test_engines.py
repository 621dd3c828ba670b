import pytest
import sqlalchemy as sa

from mockforge.store import engines, location


def test_a_commit_goes_to_a_log_beside_the_file(tmp_path):
    engine = engines.synchronous(location.parse(tmp_path / "x.db"))
    with engine.connect() as connection:
        pragmas = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        }

    assert pragmas == {
        "journal_mode": "wal",
        "synchronous": 1,
        "foreign_keys": 1,
        "busy_timeout": engines.BUSY,
    }


def test_tables_are_made_in_a_transaction(tmp_path):
    engine = engines.synchronous(location.parse(tmp_path / "x.db"))
    with engine.connect() as connection:
        connection.exec_driver_sql("CREATE TABLE t (x)")
        connection.rollback()

        assert sa.inspect(connection).get_table_names() == []


async def test_a_reader_cannot_write(tmp_path):
    place = location.parse(tmp_path / "x.db")
    with engines.synchronous(place).begin() as connection:
        connection.exec_driver_sql("CREATE TABLE t (x)")
    engine = engines.asynchronous(place, readonly=True)
    async with engine.connect() as connection:
        with pytest.raises(sa.exc.OperationalError, match="readonly"):
            await connection.exec_driver_sql("INSERT INTO t VALUES (1)")
    await engine.dispose()


def test_a_writer_takes_its_turn_before_it_reads(tmp_path):
    engine = engines.synchronous(location.parse(tmp_path / "x.db"))
    with engine.connect() as first, engine.connect() as second:
        first.execution_options(immediate=True)
        with first.begin():
            raw = second.connection.driver_connection
            assert raw is not None
            raw.execute("PRAGMA busy_timeout=0")
            second.execution_options(immediate=True)
            with pytest.raises(sa.exc.OperationalError, match="locked"):
                second.begin()
