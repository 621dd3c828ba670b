"""One recording in memory: what answers a key, and where each session stands in it."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from math import inf
from typing import TYPE_CHECKING

from mockforge.clock import Clock, SystemClock
from mockforge.http import Origin

if TYPE_CHECKING:
    from mockforge.recordings.files import Recording
    from mockforge.store.exchanges import Indexed, Responses

# A session is a few hundred bytes and its place in each sequence. One that has not
# asked for this many others starts again from the first recorded answer.
SESSIONS_KEPT = 10_000


class AfterLast(StrEnum):
    """What follows the last recorded answer of a sequence."""

    LAST = "last"
    CYCLE = "cycle"
    MISS = "miss"


@dataclass(frozen=True, slots=True)
class Turn:
    """The recorded exchange whose turn it is."""

    row: Indexed
    last: bool
    """Every later turn gives the same one."""


class Consumed(Exception):
    """Every recorded answer was given, and none is to be given twice."""


@dataclass(slots=True)
class Thread:
    """Where one client's session stands."""

    adopted: str | None = None
    """The recorded session whose exchanges it gets."""
    turns: dict[bytes, int] = field(default_factory=dict)
    """Answers given so far, by key."""
    started: float = 0.0
    """When the exchange that was served last had started."""
    heard: float = 0.0
    """When it asked last, by a clock that only goes on."""


class Shelf:
    """The exchanges of one recording by match key, in order of their start."""

    def __init__(  # noqa: PLR0913 - all but three by name
        self,
        name: str,
        recording: Recording,
        rows: Iterable[Indexed],
        *,
        after_last: AfterLast = AfterLast.LAST,
        timeout: float = inf,
        responses: Responses | None = None,
        clock: Clock | None = None,
    ) -> None:
        self.name = name
        self._timeout = timeout
        self._clock = clock or SystemClock()
        self.recording = recording
        self.responses = responses
        """What was answered, in memory; None where the recording is."""
        ordered = sorted(rows, key=lambda row: (row.started, row.id))
        self.rows = [row for row in ordered if row.kind == "http"]
        """What can be an answer."""
        self.sockets = [row for row in ordered if row.kind != "http"]
        """WebSocket conversations."""
        self.origins = frozenset(row.origin for row in ordered)
        self._after_last = after_last
        self._sessions = {row.session for row in self.rows}
        self._taken: set[str] = set()
        self._threads: OrderedDict[str, Thread] = OrderedDict()
        self._pools: dict[bytes, list[Indexed]] = {}
        self._scoped: dict[tuple[Origin, bytes], list[Indexed]] = {}
        self._parted: dict[tuple[Origin | None, bytes], dict[str, list[Indexed]]] = {}
        for row in self.rows:
            self._pools.setdefault(row.key, []).append(row)
        if len(self.origins) > 1:
            for row in self.rows:
                self._scoped.setdefault((row.origin, row.key), []).append(row)

    def holds(self, key: bytes, scope: Origin | None) -> bool:
        """Whether anything of *scope* answers *key*."""
        return bool(self._pool(key, scope))

    def take(self, key: bytes, session: str, scope: Origin | None) -> Turn | None:
        """Return the exchange whose turn it is, or None if nothing has the key.

        Args:
            key: The match key.
            session: The client's session.
            scope: The only origin whose exchanges count; None for all.

        Raises:
            Consumed: If there were some, and all are used up.
        """
        pool = self._pool(key, scope)
        if not pool:
            return None
        thread = self._thread(session)
        rows = self._share(pool, key, session, scope)
        at = thread.turns.get(key, 0)
        if at >= len(rows):
            if self._after_last is AfterLast.MISS:
                raise Consumed
            at = (
                at % len(rows) if self._after_last is AfterLast.CYCLE else len(rows) - 1
            )
        thread.turns[key] = at + 1
        row = rows[at]
        thread.started = row.started
        final = at == len(rows) - 1 and self._after_last is AfterLast.LAST
        return Turn(row, final)

    def position(self, session: str) -> float:
        """Return when what *session* was served last had started; 0.0 if nothing."""
        thread = self._threads.get(session)
        return 0.0 if thread is None else thread.started

    @cached_property
    def by_path(self) -> dict[str, dict[tuple[str, Origin], list[Indexed]]]:
        """Exchanges by path, then method and origin; made at the first miss."""
        found: dict[str, dict[tuple[str, Origin], list[Indexed]]] = {}
        for row in self.rows:
            groups = found.setdefault(row.target.partition("?")[0], {})
            groups.setdefault((row.method, row.origin), []).append(row)
        return found

    @cached_property
    def paths(self) -> tuple[list[str], list[str]]:
        """The paths in order, and in order of their reverse (which these are)."""
        return sorted(self.by_path), sorted(path[::-1] for path in self.by_path)

    def _pool(self, key: bytes, scope: Origin | None) -> Sequence[Indexed]:
        if scope is None:
            return self._pools.get(key, ())
        if scope not in self.origins:
            return ()
        if len(self.origins) == 1:
            return self._pools.get(key, ())
        return self._scoped.get((scope, key), ())

    def _thread(self, session: str) -> Thread:
        thread, now = self._threads.get(session), self._clock.monotonic()
        if thread is not None and now - thread.heard <= self._timeout:
            thread.heard = now
            self._threads.move_to_end(session)
            return thread
        if thread is not None and thread.adopted is not None:
            # It has ended: whoever comes next may have what it had.
            self._taken.discard(thread.adopted)
        thread = self._threads[session] = Thread(heard=now)
        for name in (session, bare(session)):
            if name in self._sessions and thread.adopted is None:
                self._adopt(thread, name)
        if len(self._threads) > SESSIONS_KEPT:
            self._threads.popitem(last=False)
        return thread

    def _share(
        self, pool: Sequence[Indexed], key: bytes, session: str, scope: Origin | None
    ) -> Sequence[Indexed]:
        """Return the part of *pool* that is this session's."""
        thread = self._threads[session]
        if len(pool) == 1:
            if thread.adopted is None and pool[0].session not in self._taken:
                self._adopt(thread, pool[0].session)
            return pool
        parts = self._parts(pool, key, scope)
        for name in (session, bare(session)):
            if name in parts:
                return parts[name]
        if thread.adopted is not None:
            return parts.get(thread.adopted, pool)
        # Whoever has a credential was one who had one.
        kind = _kind(session)
        alike = [name for name in parts if _kind(name) == kind] or list(parts)
        free = next((name for name in alike if name not in self._taken), None)
        if free is None:
            # Lent, not adopted: a session nobody has yet may fit better later.
            return parts[alike[0]]
        self._adopt(thread, free)
        return parts[free]

    def _parts(
        self, pool: Sequence[Indexed], key: bytes, scope: Origin | None
    ) -> dict[str, list[Indexed]]:
        parts = self._parted.get((scope, key))
        if parts is None:
            parts = self._parted[scope, key] = {}
            for row in pool:
                parts.setdefault(row.session, []).append(row)
        return parts

    def _adopt(self, thread: Thread, recorded: str) -> None:
        thread.adopted = recorded
        self._taken.add(recorded)


def bare(session: str) -> str:
    """Return *session* without the scope that its client named.

    >>> bare("named:5f1e/auth:9c2a")
    'auth:9c2a'
    """
    return session.rpartition("/")[2]


def _kind(session: str) -> str:
    return bare(session).partition(":")[0]
