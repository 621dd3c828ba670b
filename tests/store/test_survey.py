import pytest

from mockforge.errors import RecordingError
from mockforge.store import engines, location
from mockforge.store.database import connect
from mockforge.store.spill import spills
from mockforge.store.survey import survey
from mockforge.store.tables import HEAD
from mockforge.store.writer import Writer
from tests.store import samples


@pytest.fixture
async def recorded(where):
    async with (
        await connect(where, create=True) as database,
        Writer(database) as writer,
    ):
        await writer.write(samples.row(body=b"body " * 100))
    return where


def run(where, *statements):
    with engines.synchronous(location.parse(where)).begin() as connection:
        for statement in statements:
            connection.exec_driver_sql(statement)


async def test_a_sound_database_has_no_problems(recorded):
    found = await survey(recorded)

    assert (found.revision, found.head, found.problems) == (HEAD, HEAD, ())
    assert found.statistics is not None
    assert found.statistics.exchanges == 1
    assert (found.waiting, found.spills) == (0, ())


async def test_what_waits_is_counted_and_left(recorded):
    side = spills(location.parse(recorded))[0]
    side.append([samples.row(1), samples.row(2)])

    found = await survey(recorded)
    assert (found.waiting, found.spills) == (2, (str(side.path),))
    assert side.path.exists()


async def test_a_lost_body_is_a_problem(recorded):
    run(recorded, "DELETE FROM bodies")

    assert (await survey(recorded)).problems == ("1 exchanges have lost a body",)


async def test_torn_pages_are_a_problem(tmp_path):
    path = tmp_path / "api.db"
    async with (
        await connect(path, create=True) as database,
        Writer(database) as writer,
    ):
        for number in range(200):
            writer.put(samples.row(number))
    with path.open("r+b") as file:
        file.seek(10 * 4096)
        file.write(b"\xa5" * 4096)

    assert (await survey(path)).problems


async def test_a_database_without_tables_holds_no_recording(where):
    is_file = location.parse(where).path is not None
    run(where, "PRAGMA user_version=1" if is_file else "SELECT 1")

    found = await survey(where)
    assert (found.revision, found.statistics, found.problems) == (None, None, ())


async def test_a_newer_schema_is_refused(recorded):
    run(recorded, "UPDATE alembic_version SET version_num = '9999'")

    with pytest.raises(RecordingError, match="newer mockforge"):
        await survey(recorded)
