"""Answers from recordings: what was recorded, in the order it was recorded."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from math import inf
from typing import TYPE_CHECKING

from mockforge.clock import Clock
from mockforge.http import Origin, Request, Response
from mockforge.provenance import Tier
from mockforge.sources import room
from mockforge.sources.answering import HELD_BODY, Kept, Match, read
from mockforge.sources.correlated.correlation import Correlation
from mockforge.sources.correlated.lessons import Learn, Lessons, nothing
from mockforge.sources.correlated.renaming import Told
from mockforge.sources.held import Held
from mockforge.sources.misses import MissKind, NoMatch
from mockforge.sources.nearest import explain, no_match
from mockforge.sources.shared import Unasked
from mockforge.sources.shelf import LeaveOut, Shelf, keep_all, shelve
from mockforge.sources.turns import AfterLast, Consumed, Elsewhere, Pool

__all__ = ["HELD_BODY", "Kept", "Match", "Recorded"]

if TYPE_CHECKING:
    from mockforge.recordings.files import Recording
    from mockforge.recordings.matchers import Matcher, MatchOptions
    from mockforge.sources.recalled import Recall
    from mockforge.store.indexed import Indexed


class Recorded:
    """The recordings of a replay, asked in the order they were named."""

    def __init__(  # noqa: PLR0913 - all but three by name
        self,
        shelves: Sequence[Shelf],
        matcher: Matcher,
        *,
        body_bytes: int = 0,
        max_memory: int | None = None,
        idle: float = inf,
        clock: Clock | None = None,
        learn: Learn = nothing,
        shift_times: bool = True,
    ) -> None:
        self.shelves = shelves
        self.origins: Collection[Origin] = frozenset(
            origin for shelf in shelves for origin in shelf.origins
        )
        self.body_bytes = body_bytes
        """The length of all bodies that differ, as they were sent."""
        self.max_memory = max_memory
        """The bytes that the whole process may take; None for no bound."""
        self._matcher = matcher
        self.correlation = Correlation(
            *(shelves, self._pool),
            keys=self._keys,
            lessons=Lessons(learn),
            clock=clock,
            idle=idle,
            shift_times=shift_times,
        )
        """What live values stand for."""
        self.recall: Recall | None = None
        """What is asked where nothing else answers; None if nothing is recalled."""
        self._held = Held(min(room.HELD, self.room // 8))

    @classmethod
    async def open(  # noqa: PLR0913 - all but three by name
        cls,
        recordings: Sequence[Recording],
        matcher: Matcher,
        options: MatchOptions,
        *,
        idle: float = inf,
        clock: Clock | None = None,
        max_memory: int | None = None,
        learn: Learn = nothing,
        shift_times: bool = True,
        leave_out: LeaveOut = keep_all,
    ) -> Recorded:
        """Read the index of *recordings*.

        Args:
            recordings: In the order they are to be asked.
            matcher: Makes the keys.
            options: What follows the last answer of a sequence.
            idle: Seconds after which a session not heard of begins again.
            clock: The system's if None.
            max_memory: The bytes that the whole process may take.
            learn: Learns what clients mint, when that is first of use.
            shift_times: Whether what ends in an answer is moved to now.
            leave_out: Which of the exchanges of each are not to take turns.

        Raises:
            ConfigError: If that is too little.
            RecordingError: If one of them is unreadable.
        """
        shelves = await shelve(
            recordings,
            after_last=AfterLast(options.after_last),
            idle=idle,
            clock=clock,
            leave_out=leave_out,
        )
        lengths = [await recording.body_bytes() for recording in recordings]
        return cls(
            *(shelves, matcher),
            body_bytes=sum(lengths),
            max_memory=max_memory,
            idle=idle,
            clock=clock,
            learn=learn,
            shift_times=shift_times,
        )

    @property
    def room(self) -> int:
        """The bytes that answers ready to be sent may take.

        Raises:
            ConfigError: If the bound leaves none.
        """
        return room.room(self.body_bytes, self.max_memory)

    @property
    def loaded(self) -> int:
        """The number of exchanges that can answer something."""
        return sum(len(shelf.rows) for shelf in self.shelves)

    async def find(
        self, request: Request, session: str, *, named: bool = False
    ) -> Match | NoMatch:
        """Return the recorded answer to *request*, and use up one of its sequence.

        Args:
            request: In upstream space.
            session: The client's session.
            named: The client itself named the request's origin, so that nothing else
                will do. Otherwise an origin that is not recorded stands for all.
        """
        scope = request.origin if named or request.origin in self.origins else None
        if _opens_websocket(request):
            return self._no_match(request, session, self._kind(request, scope))
        request = self.correlation.sessions.recalled(request, session)
        found = self._pool(request, scope)
        try:
            if found is None:
                return await self._correlated(request, session, scope)
            number, pool = found
            shelf = self.shelves[number]
            turn = await shelf.turn(pool, session)
        except Consumed:
            return self._no_match(request, session, MissKind.CONSUMED)
        except Unasked as error:
            miss = self._no_match(request, session, MissKind.NO_STATE)
            return replace(miss, detail=error.what, next_step=error.next_step or "")
        row = turn.row
        says = self.correlation.literal(request, session)
        return Match(*(shelf.name, row.id, turn.last, number, row, pool), teaching=says)

    async def waiting(
        self, request: Request, session: str, *, named: bool = False
    ) -> tuple[int, Indexed] | None:
        """Return what `find` would find, with its recording's number; take nothing.

        None if there is nothing, or only `find` can tell.
        """
        scope = request.origin if named or request.origin in self.origins else None
        request = self.correlation.sessions.recalled(request, session)
        found = self._pool(request, scope)
        if found is None:
            meant = await self.correlation.meant(request, session, scope)
            if isinstance(meant, str):
                return None
            found = meant.shelf, meant.pool
        number, pool = found
        try:
            return number, self.shelves[number].turns.look(pool, session).row
        except (Consumed, Elsewhere):
            # One that is all of a kind is of that kind, whoever's turn it is.
            return number, pool.rows[-1]

    def told(self, match: Match, kept: Kept, asked: Request, session: str) -> Told:
        """Return the answer of *match* to *asked* as *session* is to have it."""
        assert kept.response is not None
        assert match.row is not None
        says = match.teaching
        if kept.heard:
            says = self.correlation.heard(asked, session, kept.heard, says)
        return self.correlation.told(
            kept.response,
            kept.living,
            says,
            session=session,
            started=match.row.started,
        )

    def recalled(self, request: Request) -> Request:
        """Return *request* with recorded tokens for those that were given instead.

        Who holds one that was moved to now is who held the recorded one.
        """
        return self.correlation.sessions.recalled(request)

    def back(self, request: Request, session: str) -> Request:
        """Return *request* of *session* with recorded values for live ones."""
        return self.correlation.back(request, session)

    def forth(self, response: Response, session: str) -> Response:
        """Return *response*, in recorded values, with those that *session* knows."""
        return self.correlation.forth(response, session)

    async def kept(self, match: Match) -> Kept:
        """Return what was recorded.

        Raises:
            RecordingError: If it cannot be read any more.
        """
        place = (match.shelf, match.id)
        held = self._held.get(place)
        if held is not None:
            return held
        assert match.row is not None
        kept = await read(self.shelves[match.shelf].recording, match.row)
        self._held.put(place, kept)
        return kept

    async def explain(self, miss: NoMatch) -> NoMatch:
        """Return *miss* with the nearest recording and the next step."""
        if miss.kind is MissKind.NO_STATE:
            return miss
        return await explain(miss, self.shelves, self._matcher)

    def incomplete(self, request: Request, session: str, match: Match) -> NoMatch:
        """Return the miss that *match* is, because its answer is only a beginning."""
        miss = self._no_match(request, session, MissKind.INCOMPLETE)
        return replace(miss, ids=((match.recording, match.id),))

    def standin(self, secret: str) -> str:
        """Return what stands for *secret* in the first recording."""
        if not self.shelves:
            return secret
        return self.shelves[0].recording.redactor.standin(secret)

    def unused(
        self, used: Collection[tuple[str, int]]
    ) -> Iterable[tuple[str, Indexed]]:
        """Yield (recording, exchange) for whatever is not in *used*."""
        for shelf in self.shelves:
            for row in shelf.rows:
                if (shelf.name, row.id) not in used:
                    yield shelf.name, row

    async def _correlated(
        self, request: Request, session: str, scope: Origin | None
    ) -> Match | NoMatch:
        kind = self._kind(request, scope)
        if kind in (MissKind.NO_HOST, MissKind.OUT_OF_SCOPE):
            return self._no_match(request, session, kind)
        meant = await self.correlation.meant(request, session, scope)
        if isinstance(meant, str):
            return replace(self._no_match(request, session, kind), tried=meant)
        shelf, pool = self.shelves[meant.shelf], meant.pool
        if meant.live is not None:
            # Whoever mints something anew does it for the next of those that did.
            first = shelf.turn_here(pool, session).row
            pool = shelf.pool(first.key, scope) or pool
        row = (await shelf.turn(pool, session)).row
        (exchange,) = await shelf.recording.load([row.id])
        says = self.correlation.taught(request, session, meant, exchange.request)
        return Match(
            *(shelf.name, row.id, False, meant.shelf, row, pool),
            tier=Tier.CORRELATED,
            teaching=says,
            asked=exchange.request,
        )

    def _pool(self, request: Request, scope: Origin | None) -> tuple[int, Pool] | None:
        for number, shelf in enumerate(self.shelves):
            for key in self._keys(request, shelf):
                pool = shelf.pool(key, scope)
                if pool is not None:
                    return number, pool
        return None

    def _keys(self, request: Request, shelf: Shelf) -> Iterable[bytes]:
        redactor = shelf.recording.redactor
        held = redactor.request(request, keep_standins=True)
        first = self._matcher.key(held)
        yield first
        # A client may send a stand-in that it got from a replayed answer, or a secret
        # of its own that only looks like one.
        hidden = redactor.request(request)
        if hidden is not held and hidden != held:
            yield self._matcher.key(hidden)

    def _kind(self, request: Request, scope: Origin | None) -> MissKind:
        if _opens_websocket(request):
            return MissKind.WEBSOCKET
        if scope is not None and scope not in self.origins:
            return MissKind.NO_HOST
        for shelf in self.shelves:
            if scope and any(
                shelf.holds(key, None) for key in self._keys(request, shelf)
            ):
                return MissKind.OUT_OF_SCOPE
        methods = {
            method
            for shelf in self.shelves
            for method, origin in shelf.by_path.get(request.path, ())
            if scope is None or origin == scope
        }
        if not methods:
            return MissKind.NO_PATH
        if request.method not in methods:
            return MissKind.NO_METHOD
        return MissKind.FIELD_DIFFERS

    def _no_match(self, request: Request, session: str, kind: MissKind) -> NoMatch:
        return no_match(request, session, kind, self.shelves)


def _opens_websocket(request: Request) -> bool:
    upgrade = request.header("Upgrade")
    return upgrade is not None and upgrade.strip().lower() == "websocket"
