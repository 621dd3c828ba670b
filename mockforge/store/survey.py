"""A look at a database that changes nothing: schema, contents, integrity, leftovers."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from pathlib import Path

import sqlalchemy as sa

from mockforge.errors import RecordingError
from mockforge.store import engines, location, revisions, spill
from mockforge.store.database import Database, Opened
from mockforge.store.location import Place
from mockforge.store.refusals import refusal, told
from mockforge.store.tables import HEAD
from mockforge.store.upkeep import Statistics, statistics

# As many lines as help; a torn file has thousands.
PROBLEMS = 20

_WITHOUT_BODY = """
SELECT count(*) FROM exchanges WHERE
 (request_digest IS NOT NULL AND request_digest NOT IN (SELECT digest FROM bodies))
 OR (response_digest IS NOT NULL
     AND response_digest NOT IN (SELECT digest FROM bodies))
"""


@dataclass(frozen=True, slots=True)
class Survey:
    """What a database is like."""

    location: str
    revision: str | None
    """Its schema; None where it holds no recording yet."""
    head: str
    """The schema this program writes."""
    statistics: Statistics | None
    """None where the schema is older, or the tables cannot be read."""
    problems: tuple[str, ...]
    """What is damaged."""
    waiting: int
    """Exchanges in side files."""
    spills: tuple[str, ...]
    """The side files."""


async def survey(source: str | Path) -> Survey:
    """Look at the database at *source*.

    Raises:
        RecordingError: If it is missing, not ours, or newer than this program.
    """
    place = location.parse(source)
    if place.path is not None:
        location.check(place.path, create=False)
    using = _reading(place)
    with told(place.shown):
        revision, problems = await asyncio.to_thread(_examine, using)
    counted = None
    if revision == HEAD:
        database = Database(place.shown, Opened(using, readonly=True))
        async with database:
            try:
                counted = await statistics(database)
            except RecordingError as error:
                problems = (*problems, error.what)
    waiting = spill.existing(place)
    return Survey(
        location=place.shown,
        revision=revision,
        head=HEAD,
        statistics=counted,
        problems=problems,
        waiting=sum(len(side.read()[1]) for side in waiting),
        spills=tuple(str(side.path) for side in waiting),
    )


def _reading(place: Place) -> Place:
    if place.path is None or location.is_writable(place.path):
        return place
    return place.reading(immutable=not location.has_log(place.path))


def _examine(place: Place) -> tuple[str | None, tuple[str, ...]]:
    engine = engines.synchronous(place, readonly=True)
    with engine.connect() as connection:
        revision = None
        try:
            revision = revisions.revision(connection, place)
            return revision, _problems(connection, place) if revision else ()
        except sa.exc.OperationalError:
            # Locked, or gone: that says nothing about what is in it.
            raise
        except sa.exc.DatabaseError as error:
            return revision, (refusal(error, place.shown).what,)


def _problems(connection: sa.Connection, place: Place) -> tuple[str, ...]:
    found: list[str] = []
    if place.path is not None:
        pragma = f"PRAGMA integrity_check({PROBLEMS})"
        lines = [str(row[0]) for row in connection.exec_driver_sql(pragma)]
        found += [line for line in lines if line != "ok"]
    missing = connection.exec_driver_sql(_WITHOUT_BODY).scalar()
    if missing:
        found.append(f"{missing} exchanges have lost a body")
    return tuple(found)
