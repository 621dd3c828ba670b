import pytest

from mockforge.errors import RecordingError
from mockforge.store import exchanges, learned
from mockforge.store.database import connect
from mockforge.store.file import StoredFile
from mockforge.store.reader import open_reader
from mockforge.store.schema import LEARNED
from mockforge.store.writer import Writer
from tests.store import samples


async def record(where, *numbers):
    async with await connect(where, create=True) as database, Writer(database) as out:
        for number in numbers:
            await out.write(samples.row(number))


@pytest.fixture
async def reader(where):
    await record(where, 1, 2)
    found = await open_reader(where)
    yield found
    await found.close()


async def test_what_was_kept_is_found(reader):
    assert await learned.kept(reader, "1") is None

    await learned.keep(reader, "1", b'{"a": 1}')
    await learned.keep(reader, "1", b'{"a": 2}')

    assert await learned.kept(reader, "1") == b'{"a": 2}'


async def test_another_version_learns_again(reader):
    await learned.keep(reader, "1", b"{}")

    assert await learned.kept(reader, "2") is None


async def test_a_recording_that_grew_is_learned_again(reader, where):
    await learned.keep(reader, "1", b"{}")
    await record(where, 3)

    assert await learned.kept(reader, "1") is None


async def test_what_was_learned_of_removed_exchanges_goes_with_them(reader, where):
    await learned.keep(reader, "1", b"{}")
    async with await connect(where) as database:
        await exchanges.delete(database, [1])

    assert await reader.meta(LEARNED) is None


async def test_what_is_damaged_is_learned_again(reader, where):
    await learned.keep(reader, "1", b"{}")
    async with await connect(where) as database:
        value = await database.meta(LEARNED)
        assert value is not None
        await database.set_meta(LEARNED, value[:-3])
        assert await learned.kept(reader, "1") is None
        await database.set_meta(LEARNED, value.partition("\n")[0] + "\n\x01")

    assert await learned.kept(reader, "1") is None


async def test_it_counts_what_there_is(reader):
    assert await reader.extent() == (2, 2)


async def test_a_file_that_may_not_be_written_says_so(tmp_path):
    await record(tmp_path / "a.db", 1)
    found = await open_reader(tmp_path / "a.db")
    assert isinstance(found, StoredFile)
    found.place = found.place.reading(immutable=True)
    try:
        with pytest.raises(RecordingError, match="read-only"):
            await learned.keep(found, "1", b"{}")
    finally:
        await found.close()
