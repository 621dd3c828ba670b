import pytest

from mockforge.store import facts, vectors
from mockforge.store.database import connect
from mockforge.store.reader import open_reader
from mockforge.store.schema import VECTORS, WORDS
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


async def test_parts_that_were_kept_are_found(reader):
    assert await vectors.kept(reader, VECTORS, "1") is None

    await vectors.keep(reader, VECTORS, "1", [b"a", b"b", b"c"])
    await vectors.keep(reader, VECTORS, "2", [b"d", b"\x00\xff"])

    assert await vectors.kept(reader, VECTORS, "2") == [b"d", b"\x00\xff"]
    assert await vectors.kept(reader, VECTORS, "1") is None
    assert await vectors.kept(reader, WORDS, "2") is None
    assert await reader.meta(f"{VECTORS}.2") == ""


async def test_a_recording_that_grew_has_none(reader, where):
    await vectors.keep(reader, VECTORS, "1", [b"a"])
    await record(where, 3)

    assert await vectors.kept(reader, VECTORS, "1") is None


@pytest.mark.parametrize("broken", ["", "no base64!", "YWJj"])
async def test_what_is_broken_is_made_anew(reader, broken):
    await vectors.keep(reader, VECTORS, "1", [b"a", b"b"])
    await facts.keep(reader, f"{VECTORS}.1", broken)

    assert await vectors.kept(reader, VECTORS, "1") is None
