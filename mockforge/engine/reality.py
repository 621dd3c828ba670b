"""Reality: which source a request gets, and what becomes of what they say.

Read it from top to bottom: a request is `planned`, what the upstream says of it is
`finished`, and what it fails to say is `failed`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from mockforge.engine.gathering import Gathering, told_by, upstream_answer
from mockforge.engine.homes import Home
from mockforge.engine.knowing import Knowing
from mockforge.engine.mixing import Mixing, is_held_here
from mockforge.engine.openers import given_in
from mockforge.engine.scale import Scale
from mockforge.engine.things import Things
from mockforge.engine.weighing import Weighing
from mockforge.http import Response
from mockforge.provenance import Source
from mockforge.stages.reality.ratio import Dial

if TYPE_CHECKING:
    from mockforge.engine.pipeline import Engine
    from mockforge.engine.plan import Answer, Plan
    from mockforge.exchange import Failure
    from mockforge.learning.learned import Learned

__all__ = ["Reality", "Scale", "Things"]


class Reality:
    """Weighs the upstream, what was recorded of it, and what is made up."""

    def __init__(self, scale: Scale, mixing: Mixing | None = None) -> None:
        """Weigh by *scale*.

        Args:
            scale: Tells the ratio, and who answers.
            mixing: Makes one answer of two.
        """
        self._scale = scale
        self._mixing = mixing or Mixing(scale.options, Knowing())

    @classmethod
    def of(cls, scale: Scale, learned: Sequence[Learned] = ()) -> Reality:
        """Return one that knows of answers what was *learned* of them."""
        options = scale.options
        return cls(scale, Mixing(options, Knowing(learned, options.field_mixing)))

    @property
    def dial(self) -> Dial:
        """The ratio as it is set now; it may be moved at any time."""
        return self._scale.dial

    @property
    def engine(self) -> Engine:
        """What it weighs for."""
        return self._scale.engine

    @engine.setter
    def engine(self, engine: Engine) -> None:
        self._scale.engine = engine
        self._gathering = Gathering(engine)

    async def planned(self, plan: Plan) -> Plan:
        """Return *plan* with what is to answer, and what answers without the upstream.

        Args:
            plan: With who asks what.
        """
        origins = {*plan.upstreams, plan.asked.origin}
        plan = replace(plan, upstreams=frozenset(origins))
        weighing = self._scale.weighed(plan)
        plan = replace(plan, weighing=weighing)
        if weighing.chosen is not Source.UPSTREAM and not self._is_mixed(weighing):
            plan = await self._answered(plan)
            assert plan.weighing is not None
            weighing = plan.weighing
        if weighing.local is not None or not self._scale.can_ask(plan):
            return plan
        self._scale.asks(plan)
        return replace(plan, wants_upstream=True)

    async def finished(self, plan: Plan, upstream: Response | None) -> Answer:
        """Return the answer, once it is known what the upstream says if it was asked.

        Args:
            plan: From `planned`.
            upstream: What it says; None if it was not asked.
        """
        answer = await self._finished(plan, upstream)
        is_local = answer.provenance.source not in (Source.UPSTREAM, Source.BLEND)
        real = None if is_local else upstream
        self._scale.pages.give(plan.session, answer.response, real)
        return answer

    async def _finished(self, plan: Plan, upstream: Response | None) -> Answer:
        weighing = plan.weighing
        assert weighing is not None
        if upstream is None:
            if weighing.local is None:
                return await self._gathering.missed(plan)
            if weighing.local.provenance.ratio is not None:
                return weighing.local
            return told_by(weighing, weighing.local)
        is_ill = upstream.status >= 500
        self._scale.fares(plan, upstream.status)
        if is_ill and not self._is_final(weighing):
            why = f"the upstream answered {upstream.status}"
            local = await self._instead(plan, why)
            if local is not None:
                asked = ((Source.UPSTREAM, upstream.status),)
                return told_by(weighing, local, asked)
        if weighing.chosen is None and not is_ill:
            found = await self._gathering.candidate(plan)
            if found is not None:
                return self._mixing.mixed(
                    plan, upstream, found, self._scale.whose(weighing)
                )
            told = (*weighing.why, "nothing recorded or made up answers it")
            plan = replace(plan, weighing=replace(weighing, why=told))
        return self._as_said(plan, upstream)

    async def failed(self, plan: Plan, failure: Failure, *, is_sent: bool) -> Answer:
        """Return the answer where the upstream gave none.

        Args:
            plan: From `planned`.
            failure: What it was.
            is_sent: Whether it may have got the request: a write is then never done
                again by somebody else.
        """
        weighing = plan.weighing
        assert weighing is not None
        self._scale.circuit(plan.asked.origin).ill(
            self._scale.clock.monotonic(), is_silent=True
        )
        may_fall = weighing.thing.is_safe or not is_sent
        if may_fall and not weighing.is_strict:
            why = f"the upstream did not answer: {failure.message}"
            local = await self._instead(plan, why)
            if local is not None:
                return told_by(weighing, local, ((Source.UPSTREAM, None),))
        answer = self.engine.unanswered(plan, failure)
        return told_by(weighing, answer, ((Source.UPSTREAM, None),))

    def begun(self, plan: Plan, head: Response) -> Answer:
        """Return the account of an answer whose body passes through, with its head."""
        assert plan.weighing is not None
        self._scale.fares(plan, head.status)
        return self._real(plan, head)

    def keeps(self, plan: Plan, head: Response) -> bool | None:
        """Return what becomes of a long answer that begins with *head*.

        True: it is needed whole. False: it passes through. None: another source
        answers in its place.
        """
        weighing = plan.weighing
        assert weighing is not None
        if head.status >= 500 and not self._is_final(weighing):
            return True
        if weighing.chosen is not None:
            return False
        if self._mixing.can_mix(head):
            return True
        whose = self._scale.whose(weighing)()
        if whose and weighing.thing.key[:1] != ("thing",):
            return None if is_held_here(whose) else False
        return False if self._mixing.is_real(weighing) else None

    async def instead(self, plan: Plan, why: str) -> Answer | None:
        """Return what answers in place of the upstream; None if nobody does.

        Args:
            plan: From `planned`.
            why: What is wrong with the upstream's answer, for people.
        """
        local = await self._instead(plan, why)
        assert plan.weighing is not None
        return None if local is None else told_by(plan.weighing, local)

    def _is_mixed(self, weighing: Weighing) -> bool:
        """Whether the upstream is one of two that the answer is made of."""
        return weighing.chosen is None and weighing.weights.upstream > 0.0

    async def _answered(self, plan: Plan) -> Plan:
        """Return *plan* with the answer from here, or for the upstream if none is."""
        weighing = plan.weighing
        assert weighing is not None
        if weighing.chosen is None:
            pair = await self._gathering.pair(plan)
            local = self._mixing.paired(plan, pair, self._scale.whose(weighing))
        else:
            local = await self._local(plan)
        if local is not None:
            return replace(plan, weighing=replace(weighing, local=local))
        if not self._scale.can_ask(plan):
            return plan
        why = (*weighing.why, "nothing recorded or made up answers it")
        chosen = replace(weighing, chosen=Source.UPSTREAM, why=why)
        return replace(plan, weighing=chosen)

    async def _local(self, plan: Plan) -> Answer | None:
        """Return what one of us answers; what it did is remembered."""
        weighing = plan.weighing
        assert weighing is not None
        local = await self._gathering.whole(plan)
        if local is None or weighing.thing.is_safe:
            return local
        response = local.response
        if response.status < 400:
            self._moved(plan, response, is_here=True)
            self._scale.homes.give(given_in(plan.asked, response))
        return local

    async def _instead(self, plan: Plan, why: str) -> Answer | None:
        weighing = plan.weighing
        assert weighing is not None
        rest = replace(weighing.weights, upstream=0.0)
        fallen = replace(weighing, weights=rest, chosen=Source.RECORDED)
        local = await self._local(replace(plan, weighing=fallen, wants_upstream=False))
        return None if local is None else replace(local, why=(why, *local.why))

    def _as_said(self, plan: Plan, upstream: Response) -> Answer:
        """Return the upstream's answer as it is, and tell who invents of it."""
        weighing = plan.weighing
        assert weighing is not None
        if not weighing.thing.is_safe and upstream.status < 400:
            self._moved(plan, upstream, is_here=False)
        inventions = self.engine.inventions
        if inventions is not None and upstream.status < 500:
            now = self._scale.clock.now()
            inventions.note(plan.meant, upstream, plan.session, now)
        return self._real(plan, upstream)

    def _real(self, plan: Plan, upstream: Response) -> Answer:
        assert plan.weighing is not None
        answer = upstream_answer(plan, upstream, self.engine.seed)
        return told_by(plan.weighing, answer)

    def _moved(self, plan: Plan, response: Response, *, is_here: bool) -> None:
        """Remember where what *plan* wrote is from now on."""
        weighing = plan.weighing
        assert weighing is not None
        thing = weighing.thing
        if not thing.is_write:
            return
        places, named = self._scale.things.written(thing, plan.asked, response)
        home = Home(is_here, is_gone=thing.role == "delete")
        self._scale.homes.put(weighing.scopes, places, home, named=named)

    def _is_final(self, weighing: Weighing) -> bool:
        """Whether a 5xx of the upstream is its answer, whatever others would say."""
        is_all = weighing.ratio >= 1.0
        return weighing.is_strict or is_all or not weighing.thing.is_safe
