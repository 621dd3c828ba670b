"""A recording on a database server, only read."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from functools import partial

import sqlalchemy as sa

from mockforge.exchange import Exchange
from mockforge.store import exchanges as stored
from mockforge.store import reading
from mockforge.store.database import Database
from mockforge.store.indexed import REPLY, Indexed, Reply
from mockforge.store.refusals import missing, told
from mockforge.store.rows import failure_of, head_of, response_of
from mockforge.store.tables import bodies, exchanges

_REPLY = sa.select(*(exchanges.c[name] for name in REPLY), bodies.c.data).outerjoin(
    bodies, bodies.c.digest == exchanges.c.response_digest
)


class StoredTables:
    """A recording in the tables of a server, open to be read."""

    def __init__(self, database: Database) -> None:
        self.database = database
        """Closed with this."""
        self.location = database.location
        """The URL it was opened by, without a password."""
        self.name = database.place.name

    async def meta(self, name: str) -> str | None:
        """Return what is known under *name*, or None."""
        return await self.database.meta(name)

    async def extent(self) -> tuple[int, int]:
        """Return how many exchanges there are, and the highest of their numbers."""
        last = sa.func.coalesce(sa.func.max(exchanges.c.id), 0)
        with told(self.location):
            query = sa.select(sa.func.count(), last).select_from(exchanges)
            count, highest = (await reading.fetch(self.database, query))[0]
            return int(count), int(highest)

    async def body_bytes(self) -> int:
        """Return the length of all bodies that differ, as they were sent."""
        query = sa.select(sa.func.coalesce(sa.func.sum(bodies.c.size), 0))
        with told(self.location):
            return int((await reading.fetch(self.database, query))[0][0])

    async def index(self) -> list[Indexed]:
        """Return every exchange's entry, in order of start."""
        return await stored.index(self.database)

    async def reply(self, number: int, started: float) -> Reply:
        """Return what was recorded as the answer of exchange *number*."""
        query = _REPLY.where(exchanges.c.id == number, exchanges.c.started == started)
        with told(self.location):
            async with self.database.engine.connect() as connection:
                row = (await connection.execute(query)).one_or_none()
                if row is None:
                    raise missing(number, self.location)
                unpacker = await self.database.unpacker(connection)
                body = b""
                if row.data is not None:
                    body = unpacker.unpack(row.data)
                elif row.response_digest is not None:
                    digest = row.response_digest
                    body = await reading.body_of(connection, digest, unpacker)
            response = response_of(row, unpacker, lambda digest: body)
            asked = partial(head_of, row.request_headers, unpacker)
            return Reply(response, failure_of(row), row.first_byte, asked)

    async def load(self, ids: Sequence[int]) -> list[Exchange]:
        """Return whole exchanges in the order asked."""
        return await stored.load(self.database, ids)

    def every(self) -> AsyncIterator[Exchange]:
        """Yield every exchange, in order of start."""
        return stored.every(self.database)

    async def rest(self) -> None:
        """Disconnect, and connect again when asked for something."""
        await self.database.rest()

    async def close(self) -> None:
        """Disconnect. Closing twice is allowed."""
        await self.database.close()
