"""The pipeline: plan, finish, observe. Read it from top to bottom.

A surface takes a request from a client, asks `plan`, fetches from the upstream if
the plan wants that, asks `finish`, delivers the answer, and hands what happened to
`observe`. Nothing in here touches a socket or waits for time to pass.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from mockforge.clock import Clock, SystemClock
from mockforge.engine.accounts import Accounts, exact_account
from mockforge.engine.disturbing import Faults
from mockforge.engine.invention import Inventions
from mockforge.engine.ledger import Ledger
from mockforge.engine.local import Local, deliverable
from mockforge.engine.mirroring import Mirroring
from mockforge.engine.plan import Answer, OnMiss, Opening, Plan, Records, Renews
from mockforge.exchange import Exchange, Failure, failure_response
from mockforge.http import Origin, Request, Response
from mockforge.options import Json
from mockforge.provenance import Provenance, Source, name_of
from mockforge.sources.misses import MissKind
from mockforge.sources.recorded import Recorded
from mockforge.stages import origins
from mockforge.stages.pacing import Pace
from mockforge.stages.sessions import SESSION_HEADER, SessionOptions, called, identify

if TYPE_CHECKING:
    from mockforge.engine.drifting import Drifts
    from mockforge.engine.reality import Reality
    from mockforge.engine.stubbing import Stubbing


class Engine:
    """Decides what a request is answered with, and keeps what happened."""

    def __init__(  # noqa: PLR0913 - one for each collaborator, all by name
        self,
        *,
        recorded: Recorded | None = None,
        records: Records | None = None,
        on_miss: OnMiss = OnMiss.FAIL,
        upstream: Origin | None = None,
        sessions: SessionOptions | None = None,
        pace: Pace | None = None,
        clock: Clock | None = None,
        seed: int = 0,
        inventions: Inventions | None = None,
        accounts: Accounts | None = None,
        mirroring: Mirroring | None = None,
        faults: Faults | None = None,
    ) -> None:
        self.recorded = recorded
        self.records = records
        self.on_miss = on_miss
        self.upstream = upstream
        """Where what the recordings lack is fetched; in a proxy, what is proxied."""
        self.sessions = sessions or SessionOptions()
        self.pace = pace or Pace()
        self.clock = clock or SystemClock()
        self.seed = seed
        self.inventions = inventions
        """Where answers come from that nothing recorded gives."""
        self.accounts = accounts
        """Where the source of each answer is told."""
        self.mirroring = mirroring
        """What answers take over from learned patterns."""
        self.faults = faults
        """What draws failures in place of answers."""
        self.reality: Reality | None = None
        """What weighs the upstream against what answers without it."""
        self.stubbing: Stubbing | None = None
        """What the settings answer, before anybody else does."""
        self.drifts: Drifts | None = None
        """What moves values of answers on."""
        self.renewal: Renews | None = None
        """What has the settings count that are written by now."""
        self.renewed: list[Callable[[], None]] = []
        """Told when they do: what was answered before may not be answered now."""
        self.ledger = Ledger()
        self.local = Local(self)
        """What answers without the upstream."""

    def weigh(self, reality: Reality) -> None:
        """Have every request weighed by *reality* from now on."""
        self.reality = reality
        reality.engine = self

    async def plan(self, request: Request, upstream: Origin | None = None) -> Plan:
        """Decide what is needed to answer *request*.

        Args:
            request: As the client sent it: its authority is the one the client called.
            upstream: Whom the request is for, where the surface knows: the upstream of
                a reverse proxy, or the target a client names to a forward proxy (then
                `request.origin`). Only exchanges of this origin answer it. None when
                the client called us by our own address and the recordings decide.
        """
        stubbed = self.stubbed(request)
        if stubbed is not None:
            return stubbed
        if self.recorded is None:
            return self.passing(request, upstream)
        self.ledger.seen += 1
        mixed = self.upstream if self.reality is not None else None
        target = upstream or mixed or self._recorded_origin(request)
        asked = origins.inward(request, target)
        session = self.session_of(request, asked)
        plan = Plan(
            *(request, asked, session, False),
            upstreams=self.recorded.origins,
            is_named=upstream is not None,
            said=self.recorded.back(asked, session),
        )
        if self.reality is not None:
            return await self.reality.planned(plan)
        if self.faults and (fault := await self.faults.drawn(plan)):
            return replace(plan, match=fault)
        if self.inventions is not None and self.inventions.claim(plan.meant, session):
            return replace(plan, invents=True)
        plan = await self.local.found(plan)
        # What is recorded is not fetched because a turn could not be asked for.
        if (
            self.on_miss is OnMiss.UPSTREAM
            and plan.miss is not None
            and plan.miss.kind is not MissKind.NO_STATE
        ):
            return self._fetching(plan, is_named=plan.is_named)
        return plan

    def stubbed(self, request: Request) -> Plan | None:
        """Return the plan of a request that the settings answer, None of another.

        Args:
            request: As the client sent it.
        """
        if self.stubbing is None:
            return None
        session = self.session_of(request, request)
        plan = self.stubbing.planned(self, request, session)
        if plan is not None:
            self.ledger.seen += 1
        return plan

    def depends(self, request: Request) -> bool:
        """Whether the answer to *request* may depend on requests before it.

        Of what is recorded the turns alone do, which are told elsewhere.
        """
        moves = self.drifts is not None and self.drifts.may_move(request)
        if moves or self.stubbing is None:
            return moves
        return self.stubbing.stubs.depends(request)

    def passing(self, request: Request, upstream: Origin | None = None) -> Plan:
        """Decide to ask the upstream for *request*, as one does without recordings.

        Args:
            request: As the client sent it.
            upstream: See `plan`.
        """
        self.ledger.seen += 1
        target = upstream or self.upstream or request.origin
        asked = origins.inward(request, target)
        session = self.session_of(request, asked)
        return Plan(request, asked, session, True, upstreams=(target,))

    async def finish(self, plan: Plan, upstream: Response | None = None) -> Answer:
        """Turn *plan*, and what the upstream said if it was asked, into an answer.

        Raises:
            ValueError: If the plan wanted the upstream and no response was given.
        """
        if plan.wants_upstream and upstream is None:
            raise ValueError("this plan wants the upstream's response")
        if plan.stub is not None:
            assert self.stubbing is not None
            return await self.settled(plan, await self.stubbing.answer(self, plan))
        if plan.weighing is not None:
            assert self.reality is not None
            return await self.settled(plan, await self.reality.finished(plan, upstream))
        if upstream is not None:
            return await self.settled(plan, self._fetched(plan, upstream))
        return await self.settled(plan, await self.local.answer(plan))

    async def settled(self, plan: Plan, answer: Answer) -> Answer:
        """Return *answer* with its values moved on if they do, counted and told."""
        if self.drifts is not None:
            answer = await self.drifts.settled(plan, answer)
        return self.told(plan, answer)

    def told(self, plan: Plan, answer: Answer) -> Answer:
        """Return *answer*, counted, with the name of its source if that is told."""
        told = answer.provenance
        if told.source is not None:
            self.ledger.answered[name_of(told)] += 1
        accounts = self.accounts
        if accounts is None and plan.stub is not None and self.stubbing is not None:
            accounts = self.stubbing.accounts
        if accounts is None:
            return answer
        return accounts.told(plan, answer, self._shown)

    def begin(self, plan: Plan, head: Response) -> Opening:
        """Turn the *head* of what the upstream said into the head of a streamed answer.

        In place of finish, where the body is not waited for.
        """
        if plan.weighing is not None:
            assert self.reality is not None
            told = self.told(plan, self.reality.begun(plan, head))
            rewriter = plan.outward.stream(head) if plan.outward else None
            return Opening(told.response, rewriter)
        if plan.miss is not None:
            self.ledger.fetch(plan.miss, head.status)
        self.ledger.answered[Source.UPSTREAM] += 1
        outward = plan.outward
        if outward is None:
            return Opening(head, None)
        return Opening(outward.head(head), outward.stream(head))

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
        return await self.finish(await self.plan(request))

    def account(self, name: str) -> Json:
        """Return where the answer of the id *name* came from; None if nobody knows."""
        accounts = self.accounts or (self.stubbing and self.stubbing.accounts)
        if not accounts:
            return None
        return accounts.find(name) or exact_account(name, self.recorded, self.seed)

    async def failed(self, plan: Plan, failure: Failure, *, is_sent: bool) -> Answer:
        """Return what a client gets when the upstream that *plan* wanted failed.

        Args:
            plan: What was wanted.
            failure: How it failed.
            is_sent: Whether it may have got the request.
        """
        if plan.weighing is None:
            return self.unanswered(plan, failure)
        assert self.reality is not None
        answer = await self.reality.failed(plan, failure, is_sent=is_sent)
        return await self.settled(plan, answer)

    def unanswered(self, plan: Plan, failure: Failure) -> Answer:
        """Return what a client gets when the upstream that *plan* wanted failed."""
        if plan.miss is not None:
            self.ledger.missed += 1
            self.ledger.fetch(plan.miss, None)
        told = failure_response(failure, plan.asked)
        return Answer(told, Provenance(None, seed=self.seed), why=(failure.message,))

    def _fetching(self, plan: Plan, *, is_named: bool) -> Plan:
        """Return *plan* with the upstream asked; no other server ever is."""
        known = {*plan.upstreams}
        if self.upstream is not None:
            known.add(self.upstream)
        asked = plan.asked
        if not is_named and self.upstream is not None:
            asked = origins.inward(plan.request, self.upstream)
        if asked.origin not in known:
            return plan
        return replace(plan, asked=asked, wants_upstream=True, upstreams=known)

    def _fetched(self, plan: Plan, response: Response) -> Answer:
        if plan.miss is not None:
            self.ledger.fetch(plan.miss, response.status)
        provenance = Provenance(Source.UPSTREAM, seed=self.seed)
        return deliverable(plan, response, provenance)

    def _recorded_origin(self, request: Request) -> Origin:
        """Return the origin that is meant by a request to our own address."""
        assert self.recorded is not None
        known = self.recorded.origins
        return next(iter(known)) if len(known) == 1 else request.origin

    def session_of(self, request: Request, asked: Request) -> str:
        """Return whose request it is, within the scope that its client named, if any.

        A scope does not take the place of the session: who logs in within it has
        another one from then on, as when it was recorded.
        """
        if self.recorded is not None:
            asked = self.recorded.recalled(asked)
        session = identify(asked, self.sessions, self._standin)
        if request.header(SESSION_HEADER) is None:
            return session
        return f"{identify(request, self.sessions, self._standin)}/{session}"

    def sessions_called(self, name: str) -> frozenset[str]:
        """Return the sessions that somebody may mean who calls them *name*."""
        return called(name, self.sessions, self._standin)

    def _shown(self, text: str) -> str:
        """Return *text* without the secrets that the recordings know."""
        if self.stubbing is not None:
            text = self.stubbing.redactor.text(text)
        for shelf in self.recorded.shelves if self.recorded else ():
            text = shelf.recording.redactor.text(text)
        return text

    def _standin(self, secret: str) -> str:
        keeper = self.recorded or self.records
        return keeper.standin(secret) if keeper else secret
