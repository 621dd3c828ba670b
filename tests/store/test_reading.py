from contextlib import closing

import pytest
import sqlalchemy as sa

from mockforge.errors import RecordingError
from mockforge.store import engines, exchanges, insertion, reading
from mockforge.store.database import connect
from mockforge.store.tables import bodies, meta, parts
from mockforge.store.writer import Writer
from tests.store import samples

LONG = bytes(range(256)) * 40


@pytest.fixture
async def database(where, monkeypatch):
    monkeypatch.setattr(insertion, "PART", 1000)
    async with await connect(where, create=True) as found:
        async with Writer(found) as writer:
            await writer.write(samples.row(body=LONG))
        yield found


def change(database, statement):
    engine = engines.synchronous(database.place)
    with closing(engine.connect()) as connection, connection.begin():
        connection.execute(statement)


async def test_a_body_in_parts_comes_back_whole(database):
    (loaded,) = await exchanges.load(database, [1])

    assert loaded.response is not None
    assert loaded.response.body == LONG


@pytest.mark.parametrize(
    ("statement", "why"),
    [
        (sa.delete(parts).where(parts.c.part == 3), "part 3 of body"),
        (sa.delete(bodies), "is missing"),
        (sa.update(parts).values(data=b"\x01junk"), "packed value is damaged"),
    ],
    ids=["part gone", "body gone", "part damaged"],
)
async def test_a_damaged_body_is_told(database, statement, why):
    change(database, statement)

    with pytest.raises(RecordingError, match=why):
        await exchanges.load(database, [1])


async def test_plain_rows_are_those_of_the_query(database):
    query = sa.select(meta.c.name, meta.c.value).order_by(meta.c.name)

    plain = await reading.fetch_plain(database, query)
    assert [tuple(row) for row in plain] == [
        tuple(row) for row in await reading.fetch(database, query)
    ]


def test_long_lists_are_cut():
    assert [len(some) for some in reading.listed(range(1201))] == [500, 500, 201]
