"""State that outlives the program: JSON values by kind and key.

What is put is written a moment later, off the way of an answer, and read back at
once. A database that cannot be used is one warning; what is kept lasts then as long
as the program.

    async with open_kept("mockforge.state.db") as kept:
        await kept.put("answers", key, {"value": 1}, ttl=3600)
        await kept.get("answers", key)
"""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import AsyncIterator, Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path
from typing import TypeVar

from mockforge.clock import Clock, SystemClock
from mockforge.errors import RecordingError
from mockforge.options import Json
from mockforge.store import location
from mockforge.store.drawer import STATE, Drawer, Entry
from mockforge.store.refusals import is_refusal, refusal

__all__ = ["STATE", "Entry", "Kept", "open_kept"]

log = logging.getLogger(__name__)

SOON = 0.1
"""Seconds after which what was put is written."""

WAITING = 10_000
"""Entries that are held for a database that cannot be written; then the oldest go."""

Result = TypeVar("Result")


class Kept:
    """What is kept at a place, or, without one, in memory alone."""

    def __init__(self, drawer: Drawer | None, shown: str, clock: Clock) -> None:
        self.location = shown
        """The path or URL, without a password; empty for memory."""
        self.trouble = ""
        """Why the database cannot be used, as long as that is so."""
        self._drawer = drawer
        self._clock = clock
        self._thread: ThreadPoolExecutor | None = None
        # What the database does not have yet; None where it is to be taken away.
        self._waiting: dict[tuple[str, str], Entry | None] = {}
        self._timer: asyncio.TimerHandle | None = None
        self._writing: asyncio.Future[None] | None = None
        self._is_told = False

    async def get(self, kind: str, key: str) -> Json:
        """Return what is kept under *key*; None if nothing is, or not any more."""
        found = await self.entry(kind, key)
        fresh = found is not None and found.is_fresh(self._clock.now())
        return found.value if found is not None and fresh else None

    async def entry(self, kind: str, key: str) -> Entry | None:
        """Return what is kept under *key* with its times, also when it has expired."""
        if (kind, key) in self._waiting or self._drawer is None:
            return self._waiting.get((kind, key))
        read = partial(self._drawer.entry, kind, key)
        return await self._asked(read, None)

    async def several(self, kind: str, keys: Iterable[str]) -> dict[str, Json]:
        """Return what is kept under each of *keys* and still to be used."""
        wanted, now = list(keys), self._clock.now()
        found: dict[str, Entry | None] = {}
        none: list[Entry] = []
        rest = [key for key in wanted if (kind, key) not in self._waiting]
        if self._drawer is not None and rest:
            read = partial(self._drawer.several, kind, rest)
            found = {one.key: one for one in await self._asked(read, none)}
        for key in wanted:
            if (kind, key) in self._waiting:
                found[key] = self._waiting[kind, key]
        return {
            key: one.value
            for key, one in found.items()
            if one is not None and one.is_fresh(now)
        }

    async def put(
        self, kind: str, key: str, value: Json, ttl: float | None = None
    ) -> None:
        """Keep a copy of *value* in place of what is.

        Args:
            kind: What sort of thing it is.
            key: Its name among them.
            value: A JSON value.
            ttl: Seconds that it may be used; for ever if None.

        Raises:
            TypeError: If it is none.
        """
        now = self._clock.now()
        value = json.loads(json.dumps(value))
        entry = Entry(key, value, now, None if ttl is None else now + ttl)
        self._change(kind, key, entry)

    async def restore(self, kind: str, entry: Entry) -> None:
        """Keep *entry* with the times it has."""
        self._change(kind, entry.key, entry)

    async def every(self, kind: str, prefix: str = "") -> list[Entry]:
        """Return everything of *kind* whose key begins with *prefix*, by key.

        What has expired is there too: see `Entry.is_fresh`.
        """
        found: dict[str, Entry] = {}
        none: list[Entry] = []
        if self._drawer is not None:
            read = partial(self._drawer.every, kind, prefix)
            found = {one.key: one for one in await self._asked(read, none)}
        for (its_kind, key), entry in self._waiting.items():
            if its_kind == kind and key.startswith(prefix):
                if entry is None:
                    found.pop(key, None)
                else:
                    found[key] = entry
        return sorted(found.values(), key=lambda one: one.key)

    async def delete(self, kind: str, key: str | None = None) -> None:
        """Take away what is kept under *key*, or, if None, everything of *kind*."""
        if key is not None:
            self._change(kind, key, None)
            return
        for its_kind, name in list(self._waiting):
            if its_kind == kind:
                del self._waiting[its_kind, name]
        if self._drawer is not None:
            await self._asked(partial(self._drawer.clear, kind), None)

    async def flush(self) -> None:
        """Wait until what was put is written, or turns out not to be writable."""
        while self._writing is not None:
            await asyncio.wait([self._writing])
        if self._waiting and self._drawer is not None:
            self._write()
            if self._writing is not None:
                await asyncio.wait([self._writing])

    async def close(self) -> None:
        """Write what waits and disconnect. Closing twice is allowed."""
        await self.flush()
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        if self._thread is not None:
            assert self._drawer is not None
            closing = self._in_thread(self._drawer.close)
            await asyncio.wait([closing])
            self._thread.shutdown(wait=False)
            self._thread = None

    def _change(self, kind: str, key: str, entry: Entry | None) -> None:
        # Put anew, so that the order is that of the last change.
        self._waiting.pop((kind, key), None)
        if entry is not None or self._drawer is not None:
            self._waiting[kind, key] = entry
        while len(self._waiting) > WAITING:
            del self._waiting[next(iter(self._waiting))]
        if self._drawer is not None and self._timer is None and self._writing is None:
            self._timer = asyncio.get_running_loop().call_later(SOON, self._write)

    def _write(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        assert self._drawer is not None
        batch = [(kind, key, one) for (kind, key), one in self._waiting.items()]
        self._writing = self._in_thread(partial(self._drawer.change, batch))
        self._writing.add_done_callback(partial(self._written, batch))

    def _written(
        self, batch: list[tuple[str, str, Entry | None]], done: asyncio.Future[None]
    ) -> None:
        self._writing = None
        if done.cancelled():
            return
        error = done.exception()
        if error is not None:
            # What is put next tries again.
            self._warn(error)
            return
        self.trouble = ""
        for kind, key, entry in batch:
            if self._waiting.get((kind, key), batch) is entry:
                del self._waiting[kind, key]
        if self._waiting and self._thread is not None:
            self._timer = asyncio.get_running_loop().call_later(SOON, self._write)

    async def _asked(self, read: Callable[[], Result], nothing: Result) -> Result:
        try:
            return await self._in_thread(read)
        except (RecordingError, OSError, ValueError, RecursionError) as error:
            self._warn(error)
        except Exception as error:
            if not is_refusal(error):
                raise
            self._warn(error)
        return nothing

    def _in_thread(self, work: Callable[[], Result]) -> asyncio.Future[Result]:
        if self._thread is None:
            self._thread = ThreadPoolExecutor(1, thread_name_prefix="mockforge-kept")
        return asyncio.get_running_loop().run_in_executor(self._thread, work)

    def _warn(self, error: BaseException) -> None:
        self.trouble = str(error)
        if isinstance(error, RecordingError) or is_refusal(error):
            why = refusal(error, self.location).what
            self.trouble = why.removeprefix("the recording ")
        if self._is_told:
            log.debug("the state in %s: %s", self.location, error)
            return
        self._is_told = True
        why = self.trouble
        log.warning("state is kept in memory alone, and ends with this run: %s", why)


@asynccontextmanager
async def open_kept(
    place: str | Path | None, *, clock: Clock | None = None
) -> AsyncIterator[Kept]:
    """Yield what is kept at *place*; a file is made by the first thing put in.

    Args:
        place: A path or a database URL; None for memory.
        clock: Where time comes from; the system's if None.

    Raises:
        RecordingError: If it is a URL of a kind that nothing can be kept in.
    """
    kept = new_kept(place, clock=clock)
    try:
        yield kept
    finally:
        await kept.close()


def new_kept(place: str | Path | None, *, clock: Clock | None = None) -> Kept:
    """Return what is kept at *place*, to be closed by who asked for it.

    Raises:
        RecordingError: If it is a URL of a kind that nothing can be kept in.
    """
    clock = clock or SystemClock()
    if place is None:
        return Kept(None, "", clock)
    found = location.parse(place)
    return Kept(Drawer(found), found.shown, clock)
