"""Figures about a recording, and changes to what is in it: removal, new match keys."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from mockforge.store.database import Database
from mockforge.store.packing import unescaped
from mockforge.store.reading import fetch, listed
from mockforge.store.refusals import told
from mockforge.store.schema import LEARNED, OPEN, PATTERNS, WORLD
from mockforge.store.tables import bodies, events, exchanges, meta, parts


@dataclass(frozen=True, slots=True)
class Statistics:
    """How much a recording holds."""

    exchanges: int
    failed: int
    """Exchanges with a failure."""
    websockets: int
    sessions: int
    origins: tuple[str, ...]
    """Schemes with authorities, in order."""
    first: float | None
    """When the first exchange began, in seconds since the epoch."""
    last: float | None
    """When the last one began."""
    bodies: int
    """Bodies that differ, without the very short ones."""
    body_bytes: int
    """Their length as they were sent."""
    stored_bytes: int
    """Bytes of the database."""


async def statistics(database: Database) -> Statistics:
    """Count what is in the recording.

    Raises:
        RecordingError: If the database cannot be read.
    """
    columns = exchanges.c
    of_exchanges = sa.select(
        sa.func.count(),
        sa.func.count(columns.failure),
        sa.func.count().filter(columns.kind == "websocket"),
        sa.func.count(columns.session.distinct()),
        sa.func.min(columns.started),
        sa.func.max(columns.started),
    )
    of_bodies = sa.select(
        sa.func.count(), sa.func.coalesce(sa.func.sum(bodies.c.size), 0)
    )
    of_origins = sa.select(columns.scheme, columns.authority).distinct()
    with told(database.location):
        counts = (await fetch(database, of_exchanges))[0]
        held = (await fetch(database, of_bodies.select_from(bodies)))[0]
        origins = sorted(
            f"{unescaped(scheme)}://{unescaped(authority)}"
            for scheme, authority in await fetch(database, of_origins)
        )
        stored = await _stored(database)
    return Statistics(
        exchanges=counts[0],
        failed=counts[1],
        websockets=counts[2],
        sessions=counts[3],
        origins=tuple(origins),
        first=counts[4],
        last=counts[5],
        bodies=held[0],
        body_bytes=int(held[1]),
        stored_bytes=stored,
    )


async def delete(database: Database, ids: Sequence[int]) -> int:
    """Remove exchanges, and bodies that no other exchange has; return how many.

    On SQLite what was removed is overwritten with zeros: a secret that is removed is
    not to be found in the file any more.

    Raises:
        RecordingError: If the database cannot be written.
    """
    removed = 0
    with told(database.location):
        async with database.engine.connect() as connection:
            await connection.execution_options(immediate=True)
            await _outside(database, connection, "PRAGMA secure_delete=ON")
            async with connection.begin():
                if database.place.path is None:
                    # The writer's next batch waits, and then offers its bodies anew.
                    await connection.exec_driver_sql(
                        "LOCK TABLE bodies IN SHARE ROW EXCLUSIVE MODE"
                    )
                for some in listed(ids):
                    removed += await _delete(connection, some)
                # What was learned of them tells of them.
                learned = meta.c.name.in_((LEARNED, OPEN, PATTERNS, WORLD))
                await connection.execute(sa.delete(meta).where(learned))
                await _sweep(connection)
            # The log still has the pages as they were, until it is begun again.
            await _outside(database, connection, "PRAGMA wal_checkpoint(TRUNCATE)")
    return removed


async def rekey(database: Database, keys: Mapping[int, bytes]) -> None:
    """Give exchanges new match keys.

    Raises:
        RecordingError: If the database cannot be written.
    """
    if not keys:
        return
    change = (
        sa.update(exchanges)
        .where(exchanges.c.id == sa.bindparam("number"))
        .values(key=sa.bindparam("new"))
    )
    with told(database.location):
        async with database.engine.connect() as connection:
            await connection.execution_options(immediate=True)
            async with connection.begin():
                await connection.execute(
                    change, [{"number": n, "new": key} for n, key in keys.items()]
                )


async def _delete(connection: AsyncConnection, ids: list[int]) -> int:
    await connection.execute(sa.delete(events).where(events.c.exchange.in_(ids)))
    gone = await connection.execute(sa.delete(exchanges).where(exchanges.c.id.in_(ids)))
    return gone.rowcount


async def _sweep(connection: AsyncConnection) -> None:
    """Remove the bodies that no exchange has."""
    used: set[bytes] = set()
    for column in (exchanges.c.request_digest, exchanges.c.response_digest):
        query = sa.select(column).where(column.is_not(None))
        used.update((await connection.execute(query)).scalars())
    query = sa.select(bodies.c.digest)
    there = (await connection.execute(query)).scalars().all()
    unused = [digest for digest in there if digest not in used]
    for start in range(0, len(unused), 500):
        some = unused[start : start + 500]
        await connection.execute(sa.delete(parts).where(parts.c.digest.in_(some)))
        await connection.execute(sa.delete(bodies).where(bodies.c.digest.in_(some)))


async def _outside(
    database: Database, connection: AsyncConnection, pragma: str
) -> None:
    """Run a pragma of SQLite outside a transaction."""
    if database.place.path is not None:
        pooled = await connection.get_raw_connection()
        assert pooled.driver_connection is not None
        await pooled.driver_connection.execute(pragma)


async def _stored(database: Database) -> int:
    query = (
        "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size"
        if database.place.path is not None
        else "SELECT sum(pg_total_relation_size(oid)) FROM pg_class"
        " WHERE relnamespace = current_schema()::regnamespace AND relkind = 'r'"
    )
    async with database.engine.connect() as connection:
        return int((await connection.exec_driver_sql(query)).scalar() or 0)
