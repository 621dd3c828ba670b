"""The right to add exchanges to a recording; one process at a time has it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from mockforge.errors import RecordingError
from mockforge.store import engines
from mockforge.store.insertion import Insertion
from mockforge.store.location import Place
from mockforge.store.lock import Held, LockFile
from mockforge.store.refusals import is_refusal, refusal
from mockforge.store.rows import Row
from mockforge.store.spill import Spill, existing

WRITING = 0x6D6B6677
"""The advisory lock that stands for the right on PostgreSQL."""


class Pen:
    """A connection with the right to add exchanges; for one thread."""

    def __init__(self, place: Place) -> None:
        """Take the right and connect.

        Raises:
            RecordingError: If another process has the right.
        """
        self.place = place
        self._lock: LockFile | None = None
        self._connection: Any = None
        self._insertion: Insertion | None = None
        try:
            if place.path is not None:
                self._lock = _locked(place)
            fairy = engines.synchronous(place).raw_connection()
            self._connection = fairy.driver_connection
            fairy.detach()
            if place.path is None:
                self._require_turn()
            self._insertion = Insertion(self._connection, place)
        except BaseException:
            self.close()
            raise

    def insert(self, rows: Sequence[Row]) -> list[int]:
        """Store *rows*, all or, where this raises, none; return their numbers."""
        return self._insert(rows)

    def take_in(self, spill: Spill) -> int:
        """Move what is in the side file into the database.

        Returns:
            How many exchanges were not there yet.

        Raises:
            RecordingError: If a line of the file is damaged.
        """
        name, rows = spill.read()
        note, mark = f"spill:{name}", "?" if self.place.path else "%s"
        cursor = self._connection.cursor()
        cursor.execute(f"SELECT value FROM meta WHERE name = {mark}", (note,))
        is_new = cursor.fetchone() is None
        self._connection.commit()
        if rows and is_new:
            self._insert(rows, (note, str(len(rows))))
        spill.path.unlink()
        cursor.execute(f"DELETE FROM meta WHERE name = {mark}", (note,))
        self._connection.commit()
        cursor.close()
        return len(rows) if is_new else 0

    def close(self) -> None:
        """Disconnect and let go of the right. Closing twice is allowed."""
        if self._insertion is not None:
            self._insertion.close()
            self._insertion = None
        if self._connection is not None:
            self._connection.close()
            self._connection = None
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def _insert(
        self, rows: Sequence[Row], note: tuple[str, str] | None = None
    ) -> list[int]:
        if self._insertion is None:
            raise RuntimeError("this pen is closed")
        return self._insertion.insert(rows, note)

    def _require_turn(self) -> None:
        cursor = self._connection.cursor()
        cursor.execute("SELECT pg_try_advisory_lock(%s)", (WRITING,))
        (has_it,) = cursor.fetchone()
        self._connection.commit()
        if not has_it:
            raise _in_use(self.place, "")


def take_in_waiting(place: Place) -> int:
    """Take in what an earlier run had to leave; return how many exchanges.

    Nothing happens while a process has the right: that one will do it.

    Raises:
        RecordingError: If the side file is damaged, or the database cannot take it.
    """
    waiting = existing(place)
    if not waiting:
        return 0
    try:
        pen = Pen(place)
    except InUse:
        return 0
    try:
        return sum(pen.take_in(spill) for spill in waiting)
    except Exception as error:
        if not is_refusal(error):
            raise
        cause = refusal(error, place.shown)
        names = ", ".join(repr(str(spill.path)) for spill in waiting)
        raise RecordingError(
            cause.what,
            nearest=f"exchanges of an earlier run wait in {names}",
            next_step=cause.next_step,
        ) from error
    finally:
        pen.close()


class InUse(RecordingError):
    """Another process adds exchanges to this recording."""


def _locked(place: Place) -> LockFile:
    lock = LockFile(place.beside(".lock"))
    try:
        lock.acquire()
    except Held as held:
        raise _in_use(place, held.owner) from held
    except OSError as error:
        raise refusal(error, place.shown) from error
    return lock


def _in_use(place: Place, owner: str) -> InUse:
    return InUse(
        f"the recording {place.shown!r} is being written by another process",
        nearest=f"its process id is {owner}" if owner else None,
        next_step="stop that one, or record into another file: --db PATH",
    )
