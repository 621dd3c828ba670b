import pytest

from mockforge.store import exchanges, facts, world
from mockforge.store.database import connect
from mockforge.store.reader import open_reader
from mockforge.store.schema import WORLD
from mockforge.store.writer import Writer
from tests.store import samples


@pytest.fixture
async def reader(where):
    async with await connect(where, create=True) as database, Writer(database) as out:
        await out.write(samples.row(1))
    found = await open_reader(where)
    yield found
    await found.close()


async def test_a_world_is_found_as_it_was_kept(reader):
    assert await world.kept(reader) is None

    await world.keep(reader, {"a": ["\u00e9", "\ud800", 1.5, None]})

    assert await world.kept(reader) == {"a": ["\u00e9", "\ud800", 1.5, None]}


async def test_what_is_damaged_is_no_world(reader):
    for text in ("", "!", "0" * 20):
        await facts.keep(reader, WORLD, text)

        assert await world.kept(reader) is None


async def test_a_world_goes_with_exchanges_that_are_removed(reader, where):
    await world.keep(reader, {})
    async with await connect(where) as database:
        await exchanges.delete(database, [1])

    assert await world.kept(reader) is None
