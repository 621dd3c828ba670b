"""Whose turn it is, where several processes answer the same clients."""

from __future__ import annotations

import asyncio
import logging
from bisect import bisect_left
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from math import inf
from typing import TYPE_CHECKING, NamedTuple, Protocol

from mockforge.clock import Clock, SystemClock
from mockforge.errors import UpstreamError
from mockforge.sources.turns import (
    SESSIONS_KEPT,
    AfterLast,
    Elsewhere,
    Pool,
    Serves,
    Turn,
)

if TYPE_CHECKING:
    from mockforge.sources.recorded import Recorded
    from mockforge.sources.shelf import Shelf
    from mockforge.store.indexed import Indexed

GRAIN = 1.0
"""Seconds in which a session is said to be alive once, at most; a hundredth of its
timeout where that is less."""

log = logging.getLogger(__name__)


class Unasked(UpstreamError):
    """Nobody could be asked whose turn it is."""


class Given(NamedTuple):
    """What was decided about one request."""

    turn: Turn
    is_settled: bool
    """The session has adopted a recorded one, and keeps it."""


class Keeper(Protocol):
    """What keeps the sessions of one recording for several processes."""

    async def take(self, pool: Pool, session: str) -> Given:
        """Return the exchange whose turn it is, and count it as given.

        Raises:
            Consumed: If all are used up.
            Unasked: If what keeps the sessions cannot be reached.
        """


@dataclass(slots=True)
class Known:
    """What this process knows of a session."""

    told: float = -inf
    """When it was asked about last."""
    is_settled: bool = False
    final: dict[bytes, Turn] = field(default_factory=dict)
    """By key: what it is given from now on."""
    started: float = 0.0
    """When the exchange that it was served last here had started."""


class SharedTurns:
    """The sessions of one recording's clients, kept elsewhere.

    Nobody is asked where the answer cannot depend on it: of a request with one
    recorded answer, and after the last answer of a sequence. There the session is
    only said to be alive, once in a while.
    """

    def __init__(
        self,
        keeper: Keeper,
        *,
        adopts: bool,
        after_last: AfterLast = AfterLast.LAST,
        timeout: float = inf,
        clock: Clock | None = None,
    ) -> None:
        """Know of no session.

        Args:
            keeper: Who is asked.
            adopts: Some key has answers of several recorded sessions, so that what a
                client asks first decides what it gets later.
            after_last: What follows the last answer of a sequence.
            timeout: Seconds after which a session not heard of has ended.
            clock: The system's if None.
        """
        self._keeper = keeper
        self._adopts = adopts
        self._counts_single = after_last is AfterLast.MISS
        self._timeout = timeout
        self._grain = min(GRAIN, timeout / 100)
        self._now = (clock or SystemClock()).monotonic
        self._known: OrderedDict[str, Known] = OrderedDict()
        self._saying: set[asyncio.Task[None]] = set()

    def look(self, pool: Pool, session: str) -> Turn:
        """Return the exchange whose turn it is, if that is known here.

        Raises:
            Elsewhere: If it is not: `take` asks.
        """
        known, now = self._of(session), self._now()
        if now - known.told > self._timeout:
            known.is_settled = False
            known.final.clear()
        turn = known.final.get(pool.key)
        if turn is None:
            if len(pool.rows) > 1 or self._counts_single:
                raise Elsewhere
            if self._adopts and not known.is_settled:
                raise Elsewhere
            turn = Turn(pool.rows[0], True)
        if now - known.told >= self._grain:
            known.told = now
            self._say(pool, session, turn)
        return turn

    def again(self, session: str, only: Serves) -> bool:
        """Give *only*, which alone answers its key; False if somebody must be asked."""
        pool = Pool(only.row.key, (only.row,))
        try:
            self.give(pool, session, self.look(pool, session))
        except Elsewhere:
            return False
        return True

    def has(self, session: str) -> bool:
        """Whether *session* was heard of here and has not ended."""
        known = self._known.get(session)
        return known is not None and self._now() - known.told <= self._timeout

    def give(self, pool: Pool, session: str, turn: Turn) -> None:
        """Note that *turn*, which `look` just returned, was given."""
        self._of(session).started = turn.row.started

    async def take(self, pool: Pool, session: str) -> Turn:
        """Return the exchange whose turn it is, and count it as given.

        Raises:
            Consumed: If all are used up.
            Unasked: If it cannot be found out.
        """
        try:
            turn = self.look(pool, session)
        except Elsewhere:
            turn = await self._asked(pool, session)
        self.give(pool, session, turn)
        return turn

    def position(self, session: str) -> float:
        """Return when what *session* was served last here had started, or 0.0."""
        known = self._known.get(session)
        return 0.0 if known is None else known.started

    async def close(self) -> None:
        """Wait for what is still being said."""
        await asyncio.gather(*self._saying, return_exceptions=True)

    async def _asked(self, pool: Pool, session: str) -> Turn:
        now = self._now()
        given = await self._keeper.take(pool, session)
        known = self._of(session)
        known.told = max(known.told, now)
        known.is_settled = given.is_settled
        is_final = given.turn.last and len(pool.rows) > 1
        if is_final and (given.is_settled or not self._adopts):
            known.final[pool.key] = given.turn
        return given.turn

    def _of(self, session: str) -> Known:
        known = self._known.get(session)
        if known is None:
            known = self._known[session] = Known()
            if len(self._known) > SESSIONS_KEPT:
                self._known.popitem(last=False)
        else:
            self._known.move_to_end(session)
        return known

    def _say(self, pool: Pool, session: str, turn: Turn) -> None:
        """Say that *session* is alive, and look whether *turn* is still its turn."""
        task = asyncio.get_running_loop().create_task(self._said(pool, session, turn))
        self._saying.add(task)
        task.add_done_callback(self._saying.discard)

    async def _said(self, pool: Pool, session: str, turn: Turn) -> None:
        try:
            given = await self._keeper.take(pool, session)
        except Unasked as error:
            # The client has its answer; the next one that must ask is told.
            log.debug("%s", error.what)
            return
        if given.turn.row.id != turn.row.id or not given.turn.last:
            # It was forgotten where it is kept, and has begun again.
            self._known.pop(session, None)


def share(
    recorded: Recorded,
    keeper_of: Callable[[int], Keeper],
    *,
    after_last: AfterLast = AfterLast.LAST,
    timeout: float = inf,
    clock: Clock | None = None,
) -> list[SharedTurns]:
    """Have the sessions of *recorded* kept elsewhere, where an answer depends on them.

    Args:
        recorded: What answers.
        keeper_of: Gives who is asked, by the number of the recording.
        after_last: What follows the last answer of a sequence.
        timeout: Seconds after which a session not heard of has ended.
        clock: The system's if None.
    """
    made = []
    for number, shelf in enumerate(recorded.shelves):
        if needs_state(shelf, after_last):
            turns = SharedTurns(
                keeper_of(number),
                adopts=adopts(shelf),
                after_last=after_last,
                timeout=timeout,
                clock=clock,
            )
            shelf.turns = turns
            made.append(turns)
    return made


def needs_state(shelf: Shelf, after_last: AfterLast) -> bool:
    """Whether some answer of *shelf* depends on what was asked before."""
    if after_last is AfterLast.MISS:
        return bool(shelf.rows)
    return any(len(pool.rows) > 1 for pool in shelf.pools())


def adopts(shelf: Shelf) -> bool:
    """Whether some answer depends on which recorded session a client stands for."""
    return any(
        row.session != pool.rows[0].session
        for pool in shelf.pools()
        for row in pool.rows
    )


def row_at(rows: Sequence[Indexed], started: float, number: int) -> Indexed:
    """Return the one of *rows*, which are in order, with that start and number."""
    at = bisect_left(rows, (started, number), key=lambda row: (row.started, row.id))
    return rows[at]
