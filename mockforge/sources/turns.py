"""Whose turn it is: what each client's session was given, and what it gets next."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from math import inf
from typing import TYPE_CHECKING, Protocol

from mockforge.clock import Clock, SystemClock

if TYPE_CHECKING:
    from mockforge.store.indexed import Indexed

# A session is a few hundred bytes and its place in each sequence. One that has not
# asked for this many others starts again from the first recorded answer.
SESSIONS_KEPT = 10_000


class AfterLast(StrEnum):
    """What follows the last recorded answer of a sequence."""

    LAST = "last"
    CYCLE = "cycle"
    MISS = "miss"


class Consumed(Exception):
    """Every recorded answer was given, and none is to be given twice."""


class Elsewhere(Exception):
    """Whose turn it is cannot be told at once: what knows it must be asked."""


Course = Callable[[bytes, "Sequence[Indexed]", str], "Sequence[Indexed]"]
"""Returns the sequence of a key's exchanges for a session."""


@dataclass(slots=True, eq=False)
class Pool:
    """The exchanges that answer one key, in order of their start."""

    key: bytes
    rows: Sequence[Indexed]
    _parts: dict[str, list[Indexed]] | None = None
    course: Course | None = None
    """What chooses the order in which they are given; None for that of recording."""

    @property
    def parts(self) -> dict[str, list[Indexed]]:
        """The same by recorded session."""
        if self._parts is None:
            self._parts = {}
            for row in self.rows:
                self._parts.setdefault(row.session, []).append(row)
        return self._parts

    def given(self, rows: Sequence[Indexed], session: str) -> Sequence[Indexed]:
        """Return the sequence in which *rows*, some of these, are given to *session*.

        It depends on nothing else: every process that answers finds the same.
        """
        return rows if self.course is None else self.course(self.key, rows, session)


class Serves(Protocol):
    """What is given to a session: a recorded exchange, and whatever goes with it."""

    @property
    def row(self) -> Indexed:
        """The exchange."""


@dataclass(slots=True)
class Thread:
    """Where one client's session stands."""

    adopted: str | None = None
    """The recorded session whose exchanges it gets."""
    turns: dict[bytes, int] = field(default_factory=dict)
    """Answers given so far, by key."""
    served: Serves | None = None
    """What it was given last."""
    heard: float = 0.0
    """When it asked last, by a clock that only goes on."""


@dataclass(frozen=True, slots=True)
class Turn:
    """The recorded exchange whose turn it is."""

    row: Indexed
    last: bool
    """Every later turn of this session gives the same one."""
    at: int = 0
    """Its number in the sequence."""


class Turns:
    """The sessions of one recording's clients, in memory."""

    def __init__(
        self,
        recorded: Collection[str] = (),
        *,
        after_last: AfterLast = AfterLast.LAST,
        timeout: float = inf,
        clock: Clock | None = None,
    ) -> None:
        """Begin with no session.

        Args:
            recorded: The sessions of the recording.
            after_last: What follows the last answer of a sequence.
            timeout: Seconds after which a session not heard of has ended.
            clock: The system's if None.
        """
        self._recorded = recorded
        self._after_last = after_last
        self._counts_single = after_last is AfterLast.MISS
        self._timeout = timeout
        self._now = (clock or SystemClock()).monotonic
        self._threads: OrderedDict[str, Thread] = OrderedDict()
        """In the order in which they were heard of last."""
        self._taken: dict[str, int] = {}
        """Recorded sessions that were adopted, and by how many."""

    def __len__(self) -> int:
        return len(self._threads)

    def take(self, pool: Pool, session: str) -> Turn:
        """Return the exchange whose turn it is, and count it as given.

        Args:
            pool: What answers the request's key.
            session: The client's session.

        Raises:
            Consumed: If all are used up.
        """
        turn = self.look(pool, session)
        self.give(pool, session, turn)
        return turn

    def look(self, pool: Pool, session: str) -> Turn:
        """Return the exchange whose turn it is; it stays so until it is given.

        Raises:
            Consumed: If all are used up.
        """
        thread, now = self._threads.get(session), self._now()
        if thread is None or now - thread.heard > self._timeout:
            thread = self._begin(session, now)
        else:
            thread.heard = now
            self._threads.move_to_end(session)
        rows = pool.rows
        if len(rows) == 1:
            if thread.adopted is None and rows[0].session not in self._taken:
                self._adopt(thread, rows[0].session)
            if not self._counts_single:
                return Turn(rows[0], True)
        else:
            rows = pool.given(self._share(pool, thread, session), session)
        return self._turn(rows, thread.turns.get(pool.key, 0))

    def give(self, pool: Pool, session: str, turn: Turn) -> None:
        """Count *turn*, which `look` just returned, as given."""
        thread = self._threads[session]
        thread.served = turn
        if len(pool.rows) > 1 or self._counts_single:
            thread.turns[pool.key] = turn.at + 1

    def again(self, session: str, only: Serves) -> bool:
        """Give *only*, which alone answers its key, if that moves nothing else.

        It is what `take` does, in less time. False, and nothing is done, if `take`
        must be asked.
        """
        thread = self._threads.get(session)
        if thread is None or self._counts_single:
            return False
        # What is asked of all of many exchanges is seldom in the processor's cache:
        # nothing of the exchange itself is touched unless it must be.
        if thread.adopted is None and only.row.session not in self._taken:
            return False
        now = self._now()
        if now - thread.heard > self._timeout:
            return False
        thread.heard = now
        thread.served = only
        self._threads.move_to_end(session)
        return True

    def has(self, session: str) -> bool:
        """Whether *session* was heard of and has not ended."""
        thread = self._threads.get(session)
        return thread is not None and self._now() - thread.heard <= self._timeout

    def adopted(self, session: str) -> str | None:
        """Return the recorded session that *session* stands for, if any."""
        thread = self._threads.get(session)
        return None if thread is None else thread.adopted

    def position(self, session: str) -> float:
        """Return when what *session* was served last had started; 0.0 if nothing."""
        thread = self._threads.get(session)
        if thread is None or thread.served is None:
            return 0.0
        return thread.served.row.started

    def _turn(self, rows: Sequence[Indexed], at: int) -> Turn:
        if at < len(rows):
            is_last = at == len(rows) - 1 and self._after_last is AfterLast.LAST
            return Turn(rows[at], is_last, at)
        if self._after_last is AfterLast.MISS:
            raise Consumed
        if self._after_last is AfterLast.CYCLE:
            return Turn(rows[at % len(rows)], False, at % len(rows))
        return Turn(rows[-1], True, len(rows) - 1)

    def _begin(self, session: str, now: float) -> Thread:
        self._end_old(now)
        thread = self._threads[session] = Thread(heard=now)
        own = first_of(session, self._recorded)
        if own is not None:
            self._adopt(thread, own)
        return thread

    def _end_old(self, now: float) -> None:
        """End what is not heard of any more, and make room for one."""
        threads = self._threads
        while threads:
            name, oldest = next(iter(threads.items()))
            if now - oldest.heard <= self._timeout and len(threads) < SESSIONS_KEPT:
                return
            del threads[name]
            if oldest.adopted is not None:
                # Whoever comes next may have what it had.
                self._release(oldest.adopted)

    def _share(self, pool: Pool, thread: Thread, session: str) -> Sequence[Indexed]:
        """Return the part of *pool* that is this session's."""
        parts = pool.parts
        own = first_of(session, parts)
        if own is not None:
            return parts[own]
        if thread.adopted is not None:
            return parts.get(thread.adopted, pool.rows)
        fitting = alike(session, parts)
        free = next((name for name in fitting if name not in self._taken), None)
        if free is None:
            # Lent, not adopted: a session nobody has yet may fit better later.
            return parts[fitting[0]]
        self._adopt(thread, free)
        return parts[free]

    def _adopt(self, thread: Thread, recorded: str) -> None:
        thread.adopted = recorded
        self._taken[recorded] = self._taken.get(recorded, 0) + 1

    def _release(self, recorded: str) -> None:
        left = self._taken[recorded] - 1
        if left:
            self._taken[recorded] = left
        else:
            del self._taken[recorded]


def bare(session: str) -> str:
    """Return *session* without the scope that its client named.

    >>> bare("named:5f1e/auth:9c2a")
    'auth:9c2a'
    """
    return session.rpartition("/")[2]


def first_of(session: str, recorded: Collection[str]) -> str | None:
    """Return which of *recorded* is *session* itself, with its scope or without."""
    names = (session, bare(session))
    return next((name for name in names if name in recorded), None)


def alike(session: str, recorded: Collection[str]) -> list[str]:
    """Return which of *recorded* a client may stand for, the first to be had first."""
    # Whoever has a credential was one who had one.
    kind = _kind(session)
    return [name for name in recorded if _kind(name) == kind] or list(recorded)


def _kind(session: str) -> str:
    return bare(session).partition(":")[0]
