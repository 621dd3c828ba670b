import pytest
import sqlalchemy as sa

from mockforge.store import exchanges, insertion, reading
from mockforge.store.database import connect
from mockforge.store.rows import Row
from mockforge.store.tables import bodies, events, parts
from mockforge.store.writer import Writer
from tests.store import samples


@pytest.fixture
async def database(where):
    async with await connect(where, create=True) as found:
        yield found


async def record(database, *rows):
    async with Writer(database) as writer:
        return [await writer.write(row) for row in rows]


async def rows_of(database, table):
    query = sa.select(sa.func.count()).select_from(table)
    return (await reading.fetch(database, query))[0][0]


async def test_figures_of_a_recording(database):
    await record(
        database,
        samples.row(1, body=b"a" * 1000),
        samples.row(2, body=b"a" * 1000, session="other"),
        Row(samples.AWKWARD, b"k"),
    )

    found = await exchanges.statistics(database)
    assert (found.exchanges, found.failed, found.websockets) == (3, 1, 1)
    assert found.sessions == 3
    assert found.origins == ("http://[::1]:8080", "https://api.example.com")
    assert (found.first, found.last) == (1.0, samples.AWKWARD.started)
    assert (found.bodies, found.body_bytes) == (3, 1000 + 600 + 4000)
    assert found.stored_bytes > 4096


async def test_figures_of_an_empty_recording(database):
    found = await exchanges.statistics(database)

    assert (found.exchanges, found.first, found.bodies, found.body_bytes) == (
        0,
        None,
        0,
        0,
    )


async def test_a_body_goes_with_the_last_exchange_that_has_it(database):
    ids = await record(
        database,
        samples.row(1, body=b"shared " * 50),
        samples.row(2, body=b"shared " * 50),
    )

    assert await exchanges.delete(database, ids[:1]) == 1
    assert await rows_of(database, bodies) == 1
    assert await exchanges.delete(database, ids) == 1
    assert await rows_of(database, bodies) == 0


async def test_events_and_parts_go_with_their_exchange(database, monkeypatch):
    monkeypatch.setattr(insertion, "PART", 1000)
    ids = await record(database, Row(samples.AWKWARD, b"k"), samples.row(2))
    await exchanges.delete(database, ids[:1])

    assert await rows_of(database, events) == 0
    assert await rows_of(database, parts) == 0
    assert await exchanges.count(database) == 1


async def test_what_a_running_writer_has_stored_can_be_removed(database):
    """It must not go on believing that the body is there."""
    async with Writer(database) as writer:
        first = await writer.write(samples.row(1, body=b"same " * 50))
        await exchanges.delete(database, [first])
        second = await writer.write(samples.row(2, body=b"same " * 50))

    (loaded,) = await exchanges.load(database, [second])
    assert loaded.response is not None
    assert loaded.response.body == b"same " * 50


async def test_a_removed_secret_is_not_in_the_file(tmp_path):
    path = tmp_path / "api.db"
    secret = bytes(range(33, 97))
    async with await connect(path, create=True) as database:
        ids = await record(database, samples.row(1, body=secret), samples.row(2))
        assert holding(tmp_path, secret) != []
        await exchanges.delete(database, ids[:1])

        assert holding(tmp_path, secret) == []


def holding(folder, secret):
    return [file for file in folder.iterdir() if secret in file.read_bytes()]


async def test_keys_can_be_changed(database):
    ids = await record(database, samples.row(1), samples.row(2))
    await exchanges.rekey(database, {ids[1]: b"new\x00"})
    await exchanges.rekey(database, {})

    keys = [one.key for one in await exchanges.index(database)]
    assert keys == [b"key-1", b"new\x00"]
