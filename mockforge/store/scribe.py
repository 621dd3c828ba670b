"""The writer's thread: takes what is queued, commits it, and rescues what it cannot."""

from __future__ import annotations

import asyncio
import logging
import os
import tempfile
import threading
from collections import Counter, deque
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from queue import SimpleQueue

from mockforge.errors import RecordingError
from mockforge.store.location import Place
from mockforge.store.pen import Pen
from mockforge.store.refusals import is_refusal, refusal
from mockforge.store.rows import Row
from mockforge.store.spill import SUFFIX, Spill, existing, spills

log = logging.getLogger(__name__)

BYTES_WAITING = 128 << 20
"""Twice the largest body that is kept whole: one being written, one waiting."""

# Errors that concern the database and not one row's values, by their names in the
# driver interface of PEP 249, which every driver has.
_GENERAL = {"OperationalError", "DatabaseError", "InternalError", "InterfaceError"}


AFTERWARDS = "what was put aside is then taken in by itself"


@dataclass(slots=True, eq=False)
class Pending:
    """A row on its way, and who wants to know."""

    row: Row | None
    """None for a mark that somebody waits for."""
    size: int
    """Bytes it holds, about."""
    done: asyncio.Future[int] | None


Report = Callable[[list[Pending], list[int] | RecordingError], None]
"""Told what became of a batch: the numbers of its rows, or why there are none."""


class Scribe:
    """A thread that writes what is put into its queue."""

    def __init__(self, place: Place, batch: int, report: Report) -> None:
        self.queue: SimpleQueue[list[Pending] | None] = SimpleQueue()
        self.trouble: RecordingError | None = None
        """Why the database cannot be written, as long as that is so."""
        self._place = place
        self._batch = batch
        self._report = report
        self._spills = spills(place)
        self._spilled: Counter[Path] = Counter()
        self._kept: list[Row] = []
        """What neither the database nor the side file took."""
        self._lost = 0
        self._pen: Pen | None = None
        # A process that ends without closing must end all the same.
        self._thread = threading.Thread(
            target=self._run, name="mockforge-writer", daemon=True
        )

    def open(self) -> None:
        """Take the right to write and begin.

        Raises:
            RecordingError: If another process has that right.
        """
        try:
            self._pen = Pen(self._place)
        except Exception as error:
            if is_refusal(error):
                raise refusal(error, self._place.shown) from error
            raise
        self._thread.start()

    def close(self) -> None:
        """Write what is queued, and stop."""
        self.queue.put(None)
        self._thread.join()

    def _run(self) -> None:
        waiting: deque[Pending] = deque()
        goes_on = True
        while goes_on or waiting:
            while goes_on and (not waiting or not self.queue.empty()):
                handed = self.queue.get()
                if handed is None:
                    goes_on = False
                else:
                    waiting.extend(handed)
            batch = self._take(waiting)
            if batch:
                self._write(batch)
        self._finish()

    def _take(self, waiting: deque[Pending]) -> list[Pending]:
        batch, size = list[Pending](), 0
        while waiting and len(batch) < self._batch and size < BYTES_WAITING // 4:
            batch.append(waiting.popleft())
            size += batch[-1].size
        return batch

    def _write(self, batch: list[Pending]) -> None:
        rows = [pending.row for pending in batch if pending.row is not None]
        try:
            numbers = self._ready_pen().insert(rows) if rows else []
        except Exception as error:
            if type(error).__name__ in _GENERAL:
                outcome = self._rescue(rows, error)
            elif len(rows) > 1:
                # One row's fault must not cost the others.
                for pending in batch:
                    self._write([pending])
                return
            else:
                outcome = self._give_up(error)
            self._report(batch, outcome)
        else:
            if self._spilled or self._kept:
                self._catch_up()
            self._report(batch, numbers)

    def _ready_pen(self) -> Pen:
        if self._pen is None:
            self._pen = Pen(self._place)
        return self._pen

    def _catch_up(self) -> None:
        """Bring what was rescued into the database, if it takes it now."""
        try:
            pen = self._ready_pen()
            if self._kept:
                pen.insert(self._kept)
                self._kept.clear()
            for spill in existing(self._place):
                pen.take_in(spill)
            self._spilled.clear()
        except Exception as error:
            self.trouble = self._told(refusal(error, self._place.shown))
            return
        log.warning("the recording %s can be written again", self._place.shown)
        if not self._lost:
            self.trouble = None

    def _rescue(self, rows: list[Row], error: Exception) -> RecordingError:
        """Put *rows* where they are safe; return what to tell about it."""
        cause = refusal(error, self._place.shown)
        if not self._put_aside(rows):
            self._keep(rows)
        if self._place.path is None and self._pen is not None:
            # A server that went away comes back with a new connection.
            self._pen.close()
            self._pen = None
        return self._tell(cause)

    def _put_aside(self, rows: list[Row]) -> bool:
        for spill in self._spills:
            try:
                spill.append(rows)
            except OSError as full:
                log.debug("%s: %s", spill.path, full.strerror)
            else:
                self._spilled[spill.path] += len(rows)
                return True
        return False

    def _give_up(self, error: Exception) -> RecordingError:
        """Count a row that no database would take; the side file is not for it.

        It would be refused again each time the file is taken in.
        """
        self._lost += 1
        kind = type(error).__name__
        return self._tell(
            RecordingError(
                f"the recording {self._place.shown!r} cannot hold an exchange: {kind}",
                next_step="report it: this is a defect of mockforge",
            )
        )

    def _tell(self, cause: RecordingError) -> RecordingError:
        is_new = self.trouble is None
        self.trouble = self._told(cause)
        if is_new:
            log.warning("%s", self.trouble)
        return self.trouble

    def _keep(self, rows: list[Row]) -> None:
        room = BYTES_WAITING - sum(_size(row) for row in self._kept)
        for row in rows:
            room -= _size(row)
            if room >= 0:
                self._kept.append(row)
            else:
                self._lost += 1

    def _told(self, cause: RecordingError) -> RecordingError:
        parts = [
            f"put aside in {str(path)!r}: {count}"
            for path, count in self._spilled.items()
        ]
        if self._kept:
            parts.append(f"in memory only: {len(self._kept)}")
        if self._lost:
            parts.append(f"lost: {self._lost}")
        return RecordingError(
            cause.what,
            where=cause.where,
            nearest=", ".join(parts) or None,
            next_step=_then(cause.next_step, afterwards=bool(self._spilled)),
        )

    def _finish(self) -> None:
        if self._spilled or self._kept:
            self._catch_up()
        if self._kept:
            self._leave()
        if self._pen is not None:
            self._pen.close()

    def _leave(self) -> None:
        """Write what is in memory only to the temporary folder, as a last resort."""
        name = f"mockforge-{self._place.name}-{os.getpid()}{SUFFIX}"
        last = Spill(Path(tempfile.gettempdir()) / name)
        rows, self._kept = self._kept, []
        assert self.trouble is not None
        try:
            last.append(rows)
        except OSError as full:
            log.warning("%s: %s", last.path, full.strerror)
            self._lost += len(rows)
            self.trouble = self._told(self.trouble)
            return
        self.trouble = self._told(self.trouble)
        left = f"left in {str(last.path)!r}: {len(rows)}"
        self.trouble.nearest = ", ".join(filter(None, [self.trouble.nearest, left]))
        target = str(self._spills[0].path)
        self.trouble.next_step = f"free some space, and move that file to {target!r}"


def _then(step: str | None, *, afterwards: bool) -> str | None:
    """Return *step* and what follows from it; a step told before may have that."""
    if step is None or not afterwards or step.endswith(AFTERWARDS):
        return step
    return f"{step}; {AFTERWARDS}"


def _size(row: Row) -> int:
    exchange = row.exchange
    response = exchange.response
    return 1024 + len(exchange.request.body) + (len(response.body) if response else 0)
