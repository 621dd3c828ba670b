"""Gathering: what answers a weighed request without the upstream, and its account."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from mockforge.engine.local import deliverable
from mockforge.engine.plan import Answer, Plan
from mockforge.engine.weighing import Weighing
from mockforge.http import Response
from mockforge.provenance import Provenance, Source
from mockforge.stages.reality.weights import REAL_FIRST

if TYPE_CHECKING:
    from mockforge.engine.pipeline import Engine

Asked = tuple[tuple[Source, int | None], ...]
"""Sources that were asked, each with the status of what it said."""


FIT = 0.7
"""How well a bound answer must fit to be mixed: below, it is one of something else."""


class Gathering:
    """Asks the recordings, and those who invent, for an engine."""

    def __init__(self, engine: Engine) -> None:
        """Gather for *engine*."""
        self._engine = engine

    async def whole(self, plan: Plan) -> Answer | None:
        """Return the answer of the source that was chosen, or of the next one."""
        weighing, local = plan.weighing, self._engine.local
        assert weighing is not None
        faults = self._engine.faults
        if faults and (fault := await faults.drawn(plan)):
            plan = replace(plan, match=fault)
            answer = await local.replayed(plan, fault)
        elif weighing.chosen is Source.SYNTHETIC:
            # As it is where nothing is real at all.
            answer = local.invented(plan) or await self._recorded(plan)
        else:
            answer = await self._recorded_first(plan)
        return None if answer is None else local.timed(plan, answer)

    async def candidate(self, plan: Plan) -> Answer | None:
        """Return what is mixed with the upstream's answer; nobody is told of it.

        What a blend is made of must not depend on what was blended before.
        """
        pair = await self.pair(plan)
        return pair[0] if pair else None

    async def pair(self, plan: Plan) -> Sequence[Answer]:
        """Return what was recorded and what is made up, as far as there is any."""
        local = self._engine.local
        if self._is_claimed(plan):
            one = local.invented(plan, is_noted=False)
            if one is not None:
                return (one,)
        recorded = await self._recorded(plan, is_noted=False)
        if recorded is None:
            bound = local.invented(plan, "bound", is_noted=False)
            is_fit = bound is not None and (bound.provenance.score or 0.0) >= FIT
            recorded = bound if is_fit else None
        weighing = plan.weighing
        assert weighing is not None
        if recorded is not None and weighing.weights.upstream:
            return (recorded,)
        made = local.invented(plan, "made", is_noted=False)
        return tuple(each for each in (recorded, made) if each is not None)

    async def missed(self, plan: Plan) -> Answer:
        """Return the answer that tells that nobody has one."""
        plan = await self._engine.local.found(plan)
        assert plan.weighing is not None
        return told_by(plan.weighing, await self._engine.local.refused(plan))

    async def _recorded_first(self, plan: Plan) -> Answer | None:
        """Return what was recorded, if that is not wrong by now, or bound, or made."""
        local = self._engine.local
        weighing = plan.weighing
        assert weighing is not None
        answer = local.invented(plan) if self._is_claimed(plan) else None
        if answer is None and weighing.is_home and weighing.thing.is_safe:
            answer = self._taking_over(plan)
        answer = answer or await self._recorded(plan)
        if answer is None and weighing.thing.is_safe and not weighing.is_home:
            answer = local.invented(plan, "bound")
        return answer or local.invented(plan)

    def _taking_over(self, plan: Plan) -> Answer | None:
        """Return a bound answer, if it takes over what was said or given here.

        Who was let in by us is nobody that was recorded, whatever the request is like.
        """
        local = self._engine.local
        bound = local.invented(plan, "bound", is_noted=False)
        if bound is None or not bound.provenance.bindings:
            return None
        return local.invented(plan, "bound")

    async def _recorded(self, plan: Plan, *, is_noted: bool = True) -> Answer | None:
        local = self._engine.local
        plan = await local.found(plan)
        if plan.match is None:
            return None
        return await local.replayed(plan, plan.match, is_noted=is_noted)

    def _is_claimed(self, plan: Plan) -> bool:
        inventions = self._engine.inventions
        return inventions is not None and inventions.claim(plan.meant, plan.session)


def upstream_answer(plan: Plan, response: Response, seed: int) -> Answer:
    """Return what the upstream said as the client of *plan* is to have it."""
    return deliverable(plan, response, Provenance(Source.UPSTREAM, seed=seed))


def told_by(weighing: Weighing, answer: Answer, asked: Asked = ()) -> Answer:
    """Return *answer* with the account of how it was weighed.

    Args:
        weighing: How it was.
        answer: What is to be delivered.
        asked: The sources that were asked before.
    """
    told = answer.provenance
    candidates = told.candidates
    if not candidates and told.source is not None:
        candidates = ((told.source, answer.response.status),)
    shares = {
        each.value: round(share, 6)
        for each in REAL_FIRST
        if (share := weighing.weights.of(each)) > 0.0
    }
    provenance = replace(
        told,
        ratio=weighing.ratio,
        ratio_origin=weighing.origin,
        weights=shares,
        candidates=(*asked, *candidates),
    )
    why = (*weighing.why, *answer.why)
    return replace(answer, provenance=provenance, why=why, repeatable=False)
