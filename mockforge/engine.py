"""The pipeline: plan, finish, observe. Read it from top to bottom.

A surface takes a request from a client, asks `plan`, fetches from the upstream if
the plan wants that, asks `finish`, delivers the answer, and hands what happened to
`observe`. Nothing in here touches a socket or waits for time to pass.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Protocol

from mockforge.clock import Clock, SystemClock
from mockforge.exchange import Exchange
from mockforge.http import Origin, Request, Response
from mockforge.provenance import Provenance, Source, Tier
from mockforge.sources.recorded import Match, NoMatch
from mockforge.stages import origins
from mockforge.stages.sessions import SessionOptions, identify


class OnMiss(StrEnum):
    """What a replay does with a request that nothing recorded answers."""

    FAIL = "fail"
    UPSTREAM = "upstream"


@dataclass(frozen=True, slots=True)
class Plan:
    """What was decided before anything is fetched."""

    request: Request
    """As the client sent it, addressed to us."""
    asked: Request
    """The same, addressed to the upstream: what is matched, forwarded and stored."""
    session: str
    wants_upstream: bool
    """The surface is to fetch *asked* and hand the response to finish."""
    match: Match | None = None
    """The recorded answer, if one was found and is to be used."""
    miss: NoMatch | None = None
    """Why no recorded answer was found, if one was looked for."""
    upstreams: Collection[Origin] = ()
    """Origins that an answer may name and that lead the client back to us."""

    @property
    def outward(self) -> origins.Outward | None:
        """How to turn absolute URLs in the answer back to us; None when nothing is to change."""
        if not self.upstreams or self.request.origin == self.asked.origin:
            return None
        return origins.Outward(tuple(self.upstreams), self.request.origin)


@dataclass(frozen=True, slots=True)
class Answer:
    """What is to be delivered, and when."""

    response: Response
    provenance: Provenance
    delay: float = 0.0
    """Seconds from the request's arrival; the surface subtracts what has passed."""
    why: tuple[str, ...] = ()
    """What was decided and what was fallen back from, one sentence each."""
    repeatable: bool = False
    """The same request will get the same bytes until the recording changes."""


class RecordedSource(Protocol):
    """Recorded exchanges that can be asked."""

    origins: Collection[Origin]

    def find(self, request: Request, session: str) -> Match | NoMatch:
        """Return the recorded answer to *request*, and use up one of its sequence."""

    async def response(self, match: Match) -> Response:
        """Return the recorded bytes."""

    def standin(self, secret: str) -> str:
        """Return what stands for *secret* in these recordings."""


class Records(Protocol):
    """Where exchanges go to be kept."""

    async def record(self, exchange: Exchange) -> None:
        """Keep *exchange*; return when it is as safe as was asked for."""

    def standin(self, secret: str) -> str:
        """Return what stands for *secret* in this recording."""


@dataclass(slots=True)
class Ledger:
    """What an engine has done so far."""

    seen: int = 0
    answered: Counter[str] = field(default_factory=Counter)
    """Answers by source, recorded ones by tier."""
    used: set[tuple[str, int]] = field(default_factory=set)
    """(recording, exchange id) of what was served."""
    misses: list[NoMatch] = field(default_factory=list)
    """The first thousand; *missed* counts them all."""
    missed: int = 0
    recorded: int = 0
    failed: int = 0
    """Exchanges that ended without a whole response."""


MISSES_KEPT = 1000


class Engine:
    """Decides what a request is answered with, and keeps what happened."""

    def __init__(
        self,
        *,
        recorded: RecordedSource | None = None,
        records: Records | None = None,
        on_miss: OnMiss = OnMiss.FAIL,
        upstream: Origin | None = None,
        sessions: SessionOptions | None = None,
        clock: Clock | None = None,
        seed: int = 0,
    ) -> None:
        self.recorded = recorded
        self.records = records
        self.on_miss = on_miss
        self.upstream = upstream
        self.sessions = sessions or SessionOptions()
        self.clock = clock or SystemClock()
        self.seed = seed
        self.ledger = Ledger()

    def plan(self, request: Request, upstream: Origin | None = None) -> Plan:
        """Decide what is needed to answer *request*.

        Args:
            request: As the client sent it: its authority is the one the client called.
            upstream: Where a reverse proxy would forward it; None if the request itself
                names its target, or if this is a replay.
        """
        self.ledger.seen += 1
        target = upstream or self.upstream or self._origin_of(request)
        asked = origins.inward(request, target)
        session = identify(asked, self.sessions, self._standin)
        known = self._known(target)
        if self.recorded is None:
            return Plan(request, asked, session, wants_upstream=True, upstreams=known)
        found = self.recorded.find(asked, session)
        if isinstance(found, Match):
            return Plan(
                request, asked, session, wants_upstream=False, match=found, upstreams=known
            )
        fetch = self.on_miss is OnMiss.UPSTREAM
        return Plan(
            request, asked, session, wants_upstream=fetch, miss=found, upstreams=known
        )

    async def finish(self, plan: Plan, upstream: Response | None = None) -> Answer:
        """Turn *plan*, and what the upstream said if it was asked, into an answer.

        Raises:
            ValueError: If the plan wanted the upstream and no response was given.
        """
        if plan.wants_upstream and upstream is None:
            raise ValueError("this plan wants the upstream's response")
        if upstream is not None:
            return self._deliverable(plan, upstream, Provenance(Source.UPSTREAM))
        if plan.match is not None:
            return await self._replayed(plan, plan.match)
        assert plan.miss is not None
        if len(self.ledger.misses) < MISSES_KEPT:
            self.ledger.misses.append(plan.miss)
        self.ledger.missed += 1
        return Answer(
            plan.miss.response(), Provenance(None, seed=self.seed), why=(plan.miss.summary,)
        )

    async def observe(self, exchange: Exchange) -> None:
        """Keep what happened; returns when it is as safe as was asked for."""
        if exchange.failure is not None:
            self.ledger.failed += 1
        if self.records is not None and exchange.source is Source.UPSTREAM:
            await self.records.record(exchange)
            self.ledger.recorded += 1

    async def answer(self, request: Request) -> Answer:
        """Plan and finish in one go, for a request that needs no upstream.

        Raises:
            ValueError: If the plan wants the upstream.
        """
        return await self.finish(self.plan(request))

    async def _replayed(self, plan: Plan, match: Match) -> Answer:
        assert self.recorded is not None
        self.ledger.used.add((match.recording, match.id))
        response = await self.recorded.response(match)
        provenance = Provenance(
            Source.RECORDED,
            exchange_ids=(match.id,),
            recording=match.recording,
            tier=Tier.EXACT,
            seed=self.seed,
        )
        answer = self._deliverable(plan, response, provenance)
        return replace(answer, repeatable=match.last)

    def _deliverable(
        self, plan: Plan, response: Response, provenance: Provenance
    ) -> Answer:
        assert provenance.source is not None
        self.ledger.answered[provenance.tier or provenance.source] += 1
        outward = plan.outward
        shown = outward.response(response) if outward else response
        return Answer(shown, provenance)

    def _origin_of(self, request: Request) -> Origin:
        """Return the recorded origin a replayed request is meant for."""
        known = self.recorded.origins if self.recorded else ()
        if request.origin in known or len(known) != 1:
            return request.origin
        return next(iter(known))

    def _known(self, target: Origin) -> Collection[Origin]:
        return self.recorded.origins if self.recorded else (target,)

    def _standin(self, secret: str) -> str:
        keeper = self.recorded or self.records
        return keeper.standin(secret) if keeper else secret
