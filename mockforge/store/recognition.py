"""Whether the tables of a database are a recording's, and of which revision."""

from __future__ import annotations

from collections.abc import Callable, Set

from mockforge.errors import RecordingError
from mockforge.store.location import Place
from mockforge.store.schema import HEAD, REVISIONS, TABLES

SQLITE = "SELECT name FROM sqlite_master WHERE type = 'table'"
"""Names the tables of a SQLite database."""

POSTGRESQL = "SELECT tablename FROM pg_tables WHERE schemaname = current_schema()"
"""Names the tables of a PostgreSQL database."""

VERSION = "SELECT version_num FROM alembic_version"
"""Names the revision."""


def recognized(
    names: Set[str], version: Callable[[], object], place: Place
) -> str | None:
    """Return the schema's revision, or None where there are no tables yet.

    Args:
        names: The tables there are.
        version: Returns what VERSION finds; called only if there is such a table.
        place: The database, for what an error says.

    Raises:
        RecordingError: If the tables are not ours, or newer than this program.
    """
    if "alembic_version" not in names:
        # In a file, anything else in it is somebody else's. A PostgreSQL database
        # may be shared, as long as no table has one of our names.
        others = names if place.path else names & TABLES
        if others:
            raise _foreign(place, others)
        return None
    if not {"meta", "exchanges", "bodies"} <= names:
        raise _foreign(place, names)
    number = version()
    if number is not None and number not in REVISIONS:
        raise RecordingError(
            f"the recording {place.shown!r} was made by a newer mockforge",
            nearest=f"its schema is {number!r}, this program knows up to {HEAD!r}",
            next_step="upgrade: pip install --upgrade mockforge",
        )
    return None if number is None else str(number)


def _foreign(place: Place, names: Set[str]) -> RecordingError:
    shown = ", ".join(sorted(names)[:3])
    return RecordingError(
        f"{place.shown!r} is a database of another program",
        nearest=f"it has the tables {shown}",
        next_step="name a recording made by mockforge proxy, or another database",
    )
