"""Opening a recording to be read, by the shortest way there is."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from pathlib import Path
from typing import Protocol

from mockforge.exchange import Exchange
from mockforge.store import location
from mockforge.store.file import StoredFile, open_file
from mockforge.store.indexed import Indexed, Reply


class Reader(Protocol):
    """A stored recording, open to be read. Whatever fails is a RecordingError."""

    @property
    def location(self) -> str:
        """The path or URL it was opened by, without a password."""

    @property
    def name(self) -> str:
        """What it is called."""

    async def meta(self, name: str) -> str | None:
        """Return what is known under *name*, or None."""

    async def extent(self) -> tuple[int, int]:
        """Return how many exchanges there are, and the highest of their numbers."""

    async def body_bytes(self) -> int:
        """Return the length of all bodies that differ, as they were sent."""

    async def index(self) -> list[Indexed]:
        """Return every exchange's entry, in order of start."""

    async def reply(self, number: int, started: float) -> Reply:
        """Return what was recorded as the answer of exchange *number*.

        Args:
            number: The exchange.
            started: When it began: one that was removed may have left its number
                to another.
        """

    async def load(self, ids: Sequence[int]) -> list[Exchange]:
        """Return whole exchanges in the order asked."""

    def every(self) -> AsyncIterator[Exchange]:
        """Yield every exchange, in order of start."""

    async def rest(self) -> None:
        """Hold nothing open until it is asked again, perhaps in a forked process."""

    async def close(self) -> None:
        """Let go of it. Closing twice is allowed."""


async def open_reader(source: str | Path) -> Reader:
    """Open the recording at *source*, a path or a database URL.

    Raises:
        RecordingError: If it is missing, locked, newer than this program, damaged or
            not a recording.
    """
    place = location.parse(source)
    if place.path is not None and (found := open_file(place)) is not None:
        return found
    # Half a second of imports, for a database server and for a file to be upgraded.
    from mockforge.store.database import connect
    from mockforge.store.served import StoredTables

    database = await connect(source, readonly=True)
    try:
        if place.path is None:
            return StoredTables(database)
        return StoredFile(database.place, database)
    except BaseException:
        await database.close()
        raise
