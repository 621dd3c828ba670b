"""Reading a recording's exchanges: the index, whole ones, and all that replay needs."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from mockforge.errors import RecordingError
from mockforge.event import Event
from mockforge.exchange import Exchange
from mockforge.http import Origin
from mockforge.store.compression import Unpacker
from mockforge.store.database import Database
from mockforge.store.packing import unescaped
from mockforge.store.reading import bodies_of, fetch, fetch_plain, listed
from mockforge.store.refusals import told
from mockforge.store.responses import Responses, responses
from mockforge.store.rows import event_of, exchange_of
from mockforge.store.tables import events, exchanges
from mockforge.store.upkeep import Statistics, delete, rekey, statistics

__all__ = [
    "Indexed",
    "Responses",
    "Statistics",
    "count",
    "delete",
    "every",
    "index",
    "load",
    "rekey",
    "responses",
    "statistics",
]


@dataclass(frozen=True, slots=True)
class Indexed:
    """What finding an exchange takes."""

    id: int
    key: bytes
    """The match key it was stored with."""
    session: str
    origin: Origin
    method: str
    target: str
    started: float
    """Seconds since the epoch."""
    failed: bool
    """It has a failure."""
    kind: str
    """`http` or `websocket`."""


async def index(database: Database) -> list[Indexed]:
    """Return every exchange's entry, in order of start.

    Raises:
        RecordingError: If the database cannot be read.
    """
    query = sa.select(
        exchanges.c.id,
        exchanges.c.key,
        exchanges.c.session,
        exchanges.c.scheme,
        exchanges.c.authority,
        exchanges.c.method,
        exchanges.c.target,
        exchanges.c.started,
        exchanges.c.failure,
        exchanges.c.kind,
    )
    with told(database.location):
        rows = await fetch_plain(database, query)
        found = _indexed(rows)
    found.sort(key=attrgetter("started", "id"))
    return found


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
    missing = [number for number in ids if number not in found]
    if missing:
        raise RecordingError(
            f"exchange {missing[0]} is not in the recording {database.location!r}"
        )
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


def _indexed(rows: Iterable[Any]) -> list[Indexed]:
    origins: dict[tuple[str, str], Origin] = {}
    found = []
    for (
        number,
        key,
        session,
        scheme,
        authority,
        method,
        target,
        started,
        failure,
        kind,
    ) in rows:
        origin = origins.get((scheme, authority))
        if origin is None:
            origin = Origin(unescaped(scheme), unescaped(authority))
            origins[scheme, authority] = origin
        found.append(
            Indexed(
                number,
                key,
                unescaped(session),
                origin,
                unescaped(method),
                unescaped(target),
                started,
                failure is not None,
                kind,
            )
        )
    return found
