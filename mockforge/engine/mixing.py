"""Mixing: two answers to one request become one, and who said what of it is known."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from mockforge.engine.gathering import told_by, upstream_answer
from mockforge.engine.plan import Answer, Ending, Plan
from mockforge.http import Response
from mockforge.provenance import Provenance, Source
from mockforge.stages.blend.blend import Candidate, Known, Strategy, blend
from mockforge.stages.blend.lots import Lots
from mockforge.stages.seals import seal_response

if TYPE_CHECKING:
    from mockforge.engine.homes import Home
    from mockforge.engine.things import Thing
    from mockforge.engine.weighing import Weighing
    from mockforge.stages.reality.options import RealityOptions

LONGEST = 1 << 20
"""Bytes of a body that is mixed; a longer one is taken as a whole or not at all."""

MISSING = (404, 410)

Whose = Callable[[], Mapping[str, "Home"]]
"""Gives where the things are that an answer may list, by their names."""

Knowledge = Callable[["Thing", int, Sequence[Source]], Known | None]
"""Returns what is known of answers with a status about a thing."""


def _nothing(thing: Thing, status: int, sources: Sequence[Source]) -> Known | None:
    return None


class Mixing:
    """Makes one answer of two."""

    def __init__(
        self,
        options: RealityOptions,
        knowledge: Knowledge = _nothing,
        *,
        seed: int = 0,
    ) -> None:
        """Mix by *options*.

        Args:
            options: The strategy.
            knowledge: What is known of answers.
            seed: What is told in provenance.
        """
        self._strategy: Strategy = options.merge_strategy
        self._knowledge = knowledge
        self._seed = seed

    def mixed(
        self, plan: Plan, upstream: Response, local: Answer, whose: Whose
    ) -> Answer:
        """Return what the upstream said mixed with what is answered without it."""
        weighing = plan.weighing
        assert weighing is not None
        real = upstream_answer(plan, upstream, self._seed)
        return self._blended(plan, (real, local), weighing.share, whose())

    def paired(self, plan: Plan, pair: Sequence[Answer], whose: Whose) -> Answer | None:
        """Return what was recorded mixed with what is made up; None if none is."""
        weighing = plan.weighing
        assert weighing is not None
        if len(pair) == 2:
            share = weighing.weights.recorded
            return self._blended(plan, pair, share, whose())
        return pair[0] if pair else None

    def can_mix(self, head: Response) -> bool:
        """Return whether an answer that begins with *head* can be mixed, if short."""
        kind = (head.header("Content-Type") or "").partition(";")[0].strip().lower()
        length = head.header("Content-Length") or "0"
        is_short = length.isdigit() and int(length) <= LONGEST
        return is_short and (kind.endswith(("/json", "+json")))

    def is_real(self, weighing: Weighing) -> bool:
        """Return whether a whole answer is the more real one."""
        return Lots(*weighing.key).at("$") < weighing.share

    def _blended(
        self,
        plan: Plan,
        answers: Sequence[Answer],
        share: float,
        whose: Mapping[str, Home],
    ) -> Answer:
        weighing = plan.weighing
        assert weighing is not None
        asked = tuple((_source(each), each.response.status) for each in answers)
        alone = _existing(answers)
        if alone is not None:
            why = (*alone.why, "the other source has no such thing")
            return _one(weighing, replace(alone, why=why), asked)
        shares = (max(share, 1e-9), max(1.0 - share, 1e-9))
        is_one = weighing.thing.key[:1] == ("thing",)
        holder = None if is_one else self._holder(answers, whose)
        if holder is not None:
            return _one(weighing, holder, asked)
        candidates = [
            Candidate(_source(each), each.response, part)
            for each, part in zip(answers, shares, strict=True)
        ]
        is_whole = any(_is_unmixable(each) for each in answers)
        strategy: Strategy = "weighted" if is_whole else self._strategy
        if strategy == "weighted" and whose and not is_whole:
            strategy = "field_level"
        known = self._known(plan, candidates, whose)
        found = blend(candidates, weighing.key, strategy, known)
        if len(found.sources) == 1:
            (one,) = (each for each in answers if _source(each) is found.sources[0])
            if found.why:
                one = replace(one, why=(*one.why, found.why))
            return _one(weighing, one, asked)
        local = answers[1] if _source(answers[0]) is Source.UPSTREAM else answers[0]
        made = Provenance(
            Source.BLEND,
            exchange_ids=tuple(n for a in answers for n in a.provenance.exchange_ids),
            recording=local.provenance.recording,
            seed=self._seed,
            bindings=tuple(b for each in answers for b in each.provenance.bindings),
            of=found.sources,
            fields=found.fields,
        )
        why = tuple(text for each in answers for text in each.why)
        delay = 0.0 if local is answers[1] else local.delay
        return _one(weighing, Answer(found.response, made, delay, why), asked)

    def _holder(
        self, answers: Sequence[Answer], whose: Mapping[str, Home]
    ) -> Answer | None:
        """Return the answer that is to list what was written, if they cannot be mixed.

        What cannot be mixed is wholly of one side, and what a client made there is on
        that side alone.
        """
        are_mixable = all(
            self.can_mix(each.response) and not _is_unmixable(each) for each in answers
        )
        if not whose or are_mixable:
            return None
        why = "what was written is listed there, and they cannot be mixed"
        chosen = answers[1] if is_held_here(whose) else answers[0]
        return replace(chosen, why=(*chosen.why, why))

    def _known(
        self, plan: Plan, candidates: Sequence[Candidate], whose: Mapping[str, Home]
    ) -> Known | None:
        weighing = plan.weighing
        assert weighing is not None
        status = candidates[0].response.status
        sources = [each.source for each in candidates]
        known = self._knowledge(weighing.thing, status, sources)
        if not whose:
            return known
        sides = {name: _side(home) for name, home in whose.items()}
        return replace(known or Known(), whose=sides)


def _source(answer: Answer) -> Source:
    assert answer.provenance.source is not None
    return answer.provenance.source


def is_held_here(whose: Mapping[str, Home]) -> bool:
    """Return whether any of what was written was written here."""
    return any(home.is_here for home in whose.values())


def _side(home: Home) -> str:
    if home.is_gone:
        return "none"
    return "other" if home.is_here else "real"


def _existing(answers: Sequence[Answer]) -> Answer | None:
    """Return the answer that has the thing, if the other says that there is none."""
    good = [each for each in answers if each.response.status < 300]
    gone = [each for each in answers if each.response.status in MISSING]
    return good[0] if good and gone else None


def _is_unmixable(answer: Answer) -> bool:
    response = answer.response
    is_long = len(response.body) > LONGEST
    is_cut = answer.ending is not Ending.WHOLE
    return is_long or is_cut or seal_response(response) is not None


def _one(
    weighing: Weighing,
    answer: Answer,
    asked: tuple[tuple[Source, int | None], ...],
) -> Answer:
    told = replace(answer.provenance, candidates=asked)
    return told_by(weighing, replace(answer, provenance=told))
