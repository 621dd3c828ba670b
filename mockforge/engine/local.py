"""Answers without an upstream: recorded ones, made-up ones, and misses."""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import TYPE_CHECKING

from mockforge.engine.invention import Which
from mockforge.engine.plan import FAILED, Answer, Plan, ending_of
from mockforge.exchange import failure_response
from mockforge.http import Response
from mockforge.provenance import Provenance, Source
from mockforge.sources.recorded import Match

if TYPE_CHECKING:
    from mockforge.engine.pipeline import Engine

log = logging.getLogger(__name__)


class Local:
    """What an engine answers by itself."""

    def __init__(self, engine: Engine) -> None:
        """Answer for *engine*, from what it has."""
        self._engine = engine

    async def answer(self, plan: Plan) -> Answer:
        """Return the answer that *plan* came to; a miss is one too."""
        return self.timed(plan, await self._decided(plan))

    def timed(self, plan: Plan, answer: Answer) -> Answer:
        """Return *answer* with the delay and the repeatability that it is to have."""
        engine = self._engine
        if engine.faults is not None:
            answer = engine.faults.settled(plan, answer)
        if engine.mirroring is not None:
            answer = engine.mirroring.timed(plan, answer, engine.clock.now())
        return answer

    async def found(self, plan: Plan) -> Plan:
        """Return *plan* with what the recordings have for it."""
        recorded = self._engine.recorded
        assert recorded is not None
        found = await recorded.find(plan.asked, plan.session, named=plan.is_named)
        if isinstance(found, Match):
            return replace(plan, match=found)
        return replace(plan, miss=found)

    def invented(
        self, plan: Plan, which: Which = "any", *, is_noted: bool = True
    ) -> Answer | None:
        """Return an answer that was not recorded like this; None if nobody has one.

        Args:
            plan: What is asked.
            which: Who may answer.
            is_noted: Whether those who do not are told of it.
        """
        engine = self._engine
        if engine.inventions is None:
            return None
        made = engine.inventions.answer(
            *(plan.meant, plan.session, engine.clock.now()),
            which=which,
            is_noted=is_noted,
        )
        if made is None:
            return None
        recording, invented = made
        provenance = Provenance(
            Source.RECORDED if invented.tier else Source.SYNTHETIC,
            exchange_ids=invented.exchange_ids,
            recording=recording,
            tier=invented.tier,
            seed=engine.seed,
            bindings=invented.bindings,
            score=invented.score,
        )
        why = (plan.miss.summary,) if plan.miss else ()
        assert engine.recorded is not None
        told = engine.recorded.forth(invented.response, plan.session)
        return replace(deliverable(plan, told, provenance), why=why)

    async def replayed(
        self, plan: Plan, match: Match, *, is_noted: bool = True
    ) -> Answer | None:
        """Return the recorded answer of *match*; None if only its beginning was kept.

        Args:
            plan: What is asked.
            match: What answers it.
            is_noted: Whether those who invent are told of it.
        """
        engine = self._engine
        assert engine.recorded is not None
        kept = await engine.recorded.kept(match)
        if kept.is_incomplete and plan.asked.method != "HEAD":
            return None
        engine.ledger.use((match.recording, match.id))
        provenance = Provenance(
            Source.RECORDED,
            exchange_ids=(match.id,),
            recording=match.recording,
            tier=match.tier,
            seed=engine.seed,
            score=match.score,
        )
        if kept.response is None:
            assert kept.failure is not None
            response = failure_response(kept.failure, plan.asked)
            return Answer(response, provenance, why=(FAILED,))
        told = engine.recorded.told(match, kept, plan.asked, plan.session)
        provenance = replace(provenance, bindings=told.bindings)
        if is_noted and engine.inventions and not (kept.failure or match.drawn):
            now = engine.clock.now()
            asked = match.asked or plan.meant
            engine.inventions.note(asked, kept.response, plan.session, now)
        answer = deliverable(plan, engine.pace.paced(told.response), provenance)
        return replace(
            answer,
            repeatable=told.is_plain
            and match.score is None
            and not (kept.failure or engine.inventions),
            ending=ending_of(kept),
            delay=engine.pace.delay(kept.first_byte),
        )

    async def refused(self, plan: Plan) -> Answer:
        """Return the answer that tells that nothing answers *plan*."""
        engine, miss = self._engine, plan.miss
        if engine.stubbing is not None and engine.stubbing.is_alone:
            return engine.stubbing.refused(engine, plan)
        assert engine.recorded is not None
        if plan.match is not None:
            miss = engine.recorded.incomplete(plan.asked, plan.session, plan.match)
        assert miss is not None
        engine.ledger.missed += 1
        miss = await engine.recorded.explain(miss)
        log.warning("%s", miss.text.rstrip())
        engine.ledger.keep(miss)
        nobody = Provenance(None, seed=engine.seed)
        return Answer(miss.response(), nobody, why=(miss.summary,))

    async def _decided(self, plan: Plan) -> Answer:
        if plan.match is None:
            answer = self.invented(plan)
            if answer is not None:
                return answer
        if plan.invents:
            plan = await self.found(plan)
        if plan.match is not None:
            answer = await self.replayed(plan, plan.match)
            if answer is not None:
                return answer
        plan = await self._recalled(plan)
        if plan.match is not None and plan.match.score is not None:
            answer = await self.replayed(plan, plan.match, is_noted=False)
            if answer is not None:
                assert plan.miss is not None
                return replace(answer, why=(*answer.why, plan.miss.summary))
        return await self.refused(plan)

    async def _recalled(self, plan: Plan) -> Plan:
        """Return *plan* with what is recalled where nothing was found."""
        recorded = self._engine.recorded
        assert recorded is not None
        if recorded.recall is None or plan.miss is None:
            return plan
        found = await recorded.recall.match(plan.miss, named=plan.is_named)
        if isinstance(found, Match):
            return replace(plan, match=found)
        return replace(plan, miss=found)


def deliverable(plan: Plan, response: Response, provenance: Provenance) -> Answer:
    """Return *response* as the client of *plan* is to have it."""
    assert provenance.source is not None
    outward = plan.outward
    shown = outward.response(response) if outward else response
    return Answer(shown, provenance)
