import pytest

from mockforge.store import exchanges, patterns
from mockforge.store.database import connect
from mockforge.store.patterns import Kept
from mockforge.store.reader import open_reader
from mockforge.store.schema import OPEN, PATTERNS, RESETS
from mockforge.store.writer import Writer
from tests.store import samples


@pytest.fixture
async def reader(where):
    async with await connect(where, create=True) as database, Writer(database) as out:
        await out.write(samples.row(1))
    found = await open_reader(where)
    yield found
    await found.close()


async def test_what_was_kept_is_found_with_how_far_it_goes(reader):
    assert await patterns.kept(reader, "1") is None

    first = patterns.packed("1", Kept(1, 1, b"{}"))
    await patterns.keep(reader, first, first)
    settled, rest = Kept(3, 7, b'{"a": 2}'), Kept(3, 7, b'{"b": 3}')
    await patterns.keep(
        reader, patterns.packed("1", settled), patterns.packed("1", rest)
    )

    assert await patterns.kept(reader, "1") == settled
    assert await patterns.kept(reader, "1", OPEN) == rest
    assert await patterns.kept(reader, "2") is None


@pytest.mark.parametrize("value", ["", "1", "1 2", "1 2 x\n", "1 2 3\n", "1 2 3\n%%"])
async def test_what_is_damaged_is_not_there(reader, where, value):
    async with await connect(where) as database:
        await database.set_meta(PATTERNS, value)

    assert await patterns.kept(reader, "1") is None


async def test_what_was_reset_outlives_what_was_kept(reader, where):
    text = patterns.packed("1", Kept(1, 1, b"{}"))
    await patterns.keep(reader, text, text)
    assert await patterns.resets(reader) is None
    await patterns.keep_resets(reader, "[]")
    async with await connect(where) as database:
        await exchanges.delete(database, [1])

    assert await reader.meta(PATTERNS) is None
    assert await reader.meta(OPEN) is None
    assert await reader.meta(RESETS) == await patterns.resets(reader) == "[]"
