"""Disturbing: failures that come as often as they did, drawn anew for each request.

What was recorded as a failure that came and went is no answer of its request: the one
is given in its turn, the other whenever the learned rate says so. Whoever then asks
again gets the answer, for its turn was not taken.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from mockforge.chance import rng
from mockforge.engine.plan import Answer, OnMiss, Plan
from mockforge.learning.patterns.part import Subject
from mockforge.provenance import Tier
from mockforge.sources.answering import Match
from mockforge.stages.faults import Places

if TYPE_CHECKING:
    from mockforge.engine.mirroring import Mirroring
    from mockforge.sources.failing import Failing
    from mockforge.sources.recorded import Recorded


class Faults:
    """The failures that a replay draws."""

    def __init__(
        self,
        recorded: Recorded,
        failing: Sequence[Failing],
        mirroring: Mirroring,
        *,
        seed: int = 0,
        on_miss: OnMiss = OnMiss.FAIL,
    ) -> None:
        """Draw failures for what *recorded* answers.

        Args:
            recorded: The recordings.
            failing: What failed in each of them, in their order.
            mirroring: What was learned of them, and whether it is applied.
            seed: What draws depend on.
            on_miss: Where an answer comes from that none of them has.
        """
        self._recorded = recorded
        self._failing = failing
        self._mirroring = mirroring
        self._seed = seed
        self._on_miss = on_miss
        self._places = Places()

    async def drawn(self, plan: Plan) -> Match | None:
        """Return the failure that *plan* is to be answered with; None if none is.

        What is caused by its request is never in doubt, nor is that nothing answers.
        """
        located = self._located(plan)
        if located is None or not self._mirroring.enabled:
            return None
        number, endpoint = located
        waiting = await self._recorded.waiting(
            plan.asked, plan.session, named=plan.is_named
        )
        if waiting is not None:
            shelf, row = waiting
            number = shelf
            if self._failing[shelf].is_failure(row.id):
                return None
        elif self._on_miss is not OnMiss.INVENT:
            return None
        return self._drawn(plan, number, endpoint)

    def settled(self, plan: Plan, answer: Answer) -> Answer:
        """Return *answer* as it is if failures are drawn where *plan* asks.

        It may not be repeated then: the next time may be the one that fails.
        """
        match = plan.match
        if match is not None and match.drawn:
            return replace(answer, repeatable=False, why=(match.drawn, *answer.why))
        if answer.repeatable and self._located(plan) is not None:
            return replace(answer, repeatable=False)
        return answer

    def _drawn(self, plan: Plan, number: int, endpoint: str) -> Match | None:
        shelf, session = self._recorded.shelves[number], plan.session
        mirror = self._mirroring.mirrors[shelf.name]
        failures, law = mirror.patterns.failures, mirror.law
        subject = Subject(endpoint, mirror.who(plan.meant))

        def draw(turn: int, before: str | None) -> str:
            u = rng(self._seed, session, endpoint, turn, "errors").random()
            return failures.draw(subject, before, u, law)

        turn, outcome = self._places.step(session, endpoint, draw)
        if not outcome or (endpoint, outcome) in self._failing[number].sequenced:
            return None
        u = rng(self._seed, session, endpoint, turn, "failure").random()
        row = self._failing[number].pick(endpoint, outcome, session, u)
        if row is None:
            return None
        chain = failures.chain(subject, law)
        share = chain.shares.get(outcome, 0.0) if chain else 0.0
        why = f"drawn: {share:.2%} of {endpoint} are {outcome}, by what was learned"
        return Match(
            *(shelf.name, row.id, False, number, row),
            tier=Tier.DRAWN,
            drawn=why,
        )

    def _located(self, plan: Plan) -> tuple[int, str] | None:
        """Return the recording and the endpoint of *plan*, if anything of it fails."""
        if plan.asked.header("Upgrade") is not None:
            return None
        for number, shelf in enumerate(self._recorded.shelves):
            mirror = self._mirroring.mirrors[shelf.name]
            endpoint = mirror.endpoint(plan.meant)
            if endpoint and mirror.patterns.failures.fails(endpoint, mirror.law):
                return number, endpoint
        return None
