from dataclasses import replace

import pytest

from mockforge.errors import RecordingError
from mockforge.http import Origin
from mockforge.store import exchanges
from mockforge.store.database import connect
from mockforge.store.exchanges import Indexed
from mockforge.store.rows import Row
from mockforge.store.writer import Writer
from tests.store import samples


@pytest.fixture
async def database(where):
    async with await connect(where, create=True) as found:
        yield found


async def record(database, *rows):
    async with Writer(database) as writer:
        return [await writer.write(row) for row in rows]


async def test_what_was_written_is_loaded_as_it_was(database):
    rows = [Row(samples.AWKWARD, b"\x00\xff"), samples.row(2)]
    ids = await record(database, *rows)

    loaded = await exchanges.load(database, ids[::-1])
    assert loaded == [
        replace(rows[1].exchange, id=ids[1]),
        replace(rows[0].exchange, id=ids[0]),
    ]


async def test_the_index_has_what_finding_takes_in_order_of_start(database):
    late = samples.row(1, started=9.0)
    await record(database, late, Row(samples.AWKWARD, b"\x00"), samples.row(3))

    assert await exchanges.index(database) == [
        Indexed(
            id=3,
            key=b"key-3",
            session="addr:1",
            origin=Origin("https", "api.example.com"),
            method="GET",
            target="/orders/3?page=2",
            started=3.0,
            failed=False,
            kind="http",
        ),
        Indexed(
            id=1,
            key=b"key-1",
            session="addr:1",
            origin=Origin("https", "api.example.com"),
            method="GET",
            target="/orders/1?page=2",
            started=9.0,
            failed=False,
            kind="http",
        ),
        Indexed(
            id=2,
            key=b"\x00",
            session=samples.AWKWARD.session,
            origin=Origin("http", "[::1]:8080"),
            method="M-SEARCH",
            target=samples.AWKWARD.request.target,
            started=samples.AWKWARD.started,
            failed=True,
            kind="websocket",
        ),
    ]


async def test_every_exchange_comes_once_in_order_of_start(database):
    await record(database, *(samples.row(n, started=float(n % 3)) for n in range(1, 8)))

    found = [exchange.id async for exchange in exchanges.every(database, batch=2)]
    assert found == [3, 6, 1, 4, 7, 2, 5]
    assert await exchanges.count(database) == 7


async def test_many_can_be_loaded_at_once(database):
    ids = await record(database, *map(samples.row, range(1100)))

    assert [one.id for one in await exchanges.load(database, ids)] == ids


async def test_an_empty_recording_is_not_an_error(database):
    assert await exchanges.index(database) == []
    assert await exchanges.load(database, []) == []
    assert [one async for one in exchanges.every(database)] == []


async def test_an_exchange_that_is_not_there_is_told(database):
    ids = await record(database, samples.row())

    with pytest.raises(RecordingError, match="exchange 99 is not in the recording"):
        await exchanges.load(database, [*ids, 99])
