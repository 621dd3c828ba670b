"""Reading a recording's exchanges: the index, whole ones, and all that replay needs."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from mockforge.event import Event
from mockforge.exchange import Exchange
from mockforge.store.compression import Unpacker
from mockforge.store.database import Database
from mockforge.store.indexed import FIELDS, Indexed, indexed
from mockforge.store.reading import bodies_of, fetch, fetch_plain, listed
from mockforge.store.refusals import missing, told
from mockforge.store.rows import event_of, exchange_of
from mockforge.store.tables import events, exchanges
from mockforge.store.upkeep import Statistics, delete, rekey, statistics

__all__ = [
    "Indexed",
    "Statistics",
    "count",
    "delete",
    "every",
    "index",
    "load",
    "rekey",
    "statistics",
]


async def index(database: Database) -> list[Indexed]:
    """Return every exchange's entry, in order of start.

    Raises:
        RecordingError: If the database cannot be read.
    """
    query = sa.select(*(exchanges.c[name] for name in FIELDS)).order_by(exchanges.c.id)
    with told(database.location):
        return indexed(await fetch_plain(database, query))


async def load(database: Database, ids: Sequence[int]) -> list[Exchange]:
    """Return whole exchanges in the order asked.

    Raises:
        RecordingError: If one of them is not there, or damaged.
    """
    found: dict[int, Exchange] = {}
    with told(database.location):
        async with database.engine.connect() as connection:
            for some in listed(ids):
                found |= await _load(database, connection, some)
    for number in ids:
        if number not in found:
            raise missing(number, database.location)
    return [found[number] for number in ids]


async def every(database: Database, *, batch: int = 500) -> AsyncIterator[Exchange]:
    """Yield every exchange, in order of start.

    Raises:
        RecordingError: If the database cannot be read.
    """
    query = sa.select(exchanges.c.id).order_by(exchanges.c.started, exchanges.c.id)
    with told(database.location):
        ids = [row[0] for row in await fetch(database, query)]
    for start in range(0, len(ids), batch):
        for exchange in await load(database, ids[start : start + batch]):
            yield exchange


async def count(database: Database) -> int:
    """Return how many exchanges there are.

    Raises:
        RecordingError: If the database cannot be read.
    """
    query = sa.select(sa.func.count()).select_from(exchanges)
    with told(database.location):
        return int((await fetch(database, query))[0][0])


async def _load(
    database: Database, connection: AsyncConnection, ids: list[int]
) -> dict[int, Exchange]:
    query = sa.select(exchanges).where(exchanges.c.id.in_(ids))
    rows = (await connection.execute(query)).all()
    # After the rows: whatever dictionary they need was committed with them.
    unpacker = await database.unpacker(connection)
    wanted = {row.request_digest for row in rows} | {
        row.response_digest for row in rows
    }
    found = await bodies_of(connection, wanted - {None}, unpacker)
    messages = await _events(connection, ids, unpacker)
    return {
        row.id: exchange_of(
            row, unpacker, body=found.__getitem__, events=messages.get(row.id, ())
        )
        for row in rows
    }


async def _events(
    connection: AsyncConnection, ids: list[int], unpacker: Unpacker
) -> dict[int, list[Event]]:
    query = sa.select(events).where(events.c.exchange.in_(ids))
    query = query.order_by(events.c.exchange, events.c.position)
    found: dict[int, list[Event]] = {}
    for row in await connection.execute(query):
        found.setdefault(row.exchange, []).append(event_of(row, unpacker))
    return found
