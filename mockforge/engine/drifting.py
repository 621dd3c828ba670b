"""Drifting: values of answers that move on, whoever gives the answers.

How far they have moved is told apart by thing and session, and outlives the program
where there is a place to keep it.
"""

from __future__ import annotations

import hashlib
import json
import logging
from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from mockforge.bodies import exactjson
from mockforge.bodies.document import LONGEST
from mockforge.bodies.messages import with_plain
from mockforge.bodies.reading import content_type, decoded, is_lines, may_be_json
from mockforge.bodies.splicing import json_spliced
from mockforge.clock import Clock, SystemClock
from mockforge.engine.advances import Advances
from mockforge.engine.belonging import SAFE, belonging
from mockforge.engine.plan import Answer, Ending, Plan
from mockforge.http import Request, Response, with_header, without
from mockforge.provenance import Source
from mockforge.stages.seals import seal_response
from mockforge.stubs.asked import Asked
from mockforge.stubs.router import Router

if TYPE_CHECKING:
    from mockforge.options import Json
    from mockforge.stages.drift.drift import Moved
    from mockforge.stages.drift.fields import Place
    from mockforge.stages.drift.turn import Rule
    from mockforge.store.kept import Kept
    from mockforge.stubs.moving import Moving, Movings
    from mockforge.stubs.stub import Stub

SAID = 1000
"""What was said once is remembered of so many."""

TOLD = 50
"""Fields of an answer that provenance names; more are not named."""

_OURS = (Source.RECORDED, Source.SYNTHETIC, Source.LLM, Source.BLEND)
# Fields that are made right again, or left out, where the body becomes another.
_REMADE = ("ETag", "Content-MD5", "Digest", "Content-Digest", "Repr-Digest")

log = logging.getLogger(__name__)


class _Found(NamedTuple):
    """What moves an answer."""

    moving: Moving
    stub: Stub
    params: Mapping[str, str]


class Drifts:
    """What moves, and how far it has."""

    def __init__(
        self,
        movings: Movings,
        *,
        clock: Clock | None = None,
        seed: int = 0,
        kept: Kept | None = None,
    ) -> None:
        """Move answers.

        Args:
            movings: Which, and how.
            clock: Where time comes from; the system's if None.
            seed: What draws depend on.
            kept: Where states are kept; in memory alone if None.
        """
        self._given = movings.given
        self._others = {stub.number: each for stub, each in movings.others}
        self._router = Router([stub for stub, _ in movings.others])
        self._clock = clock or SystemClock()
        self._seed = seed
        self.advances = Advances(kept)
        """How far it has."""
        self._said: set[tuple[str, str]] = set()

    def may_move(self, request: Request) -> bool:
        """Whether the answer to *request* may move, or be a reason to begin anew."""
        if request.method not in SAFE:
            return True
        asked = Asked(request)
        return any(stub.takes(request.method) for stub, _ in self._router.at(asked))

    async def settled(self, plan: Plan, answer: Answer) -> Answer:
        """Return *answer* as it is by now, if it is one that moves on.

        What the upstream alone answers never does.
        """
        request, status = plan.request, answer.response.status
        if request.method not in SAFE and status < 400:
            self.advances.note_write(plan.session)
        if not _is_ours(plan, answer) or not 200 <= status < 300:
            return answer
        asked = plan.stub.asked if plan.stub is not None else None
        asked = asked or Asked(request, plan.session, self._clock.now())
        found = self._found(plan, asked)
        is_head = request.method == "HEAD"
        if found is None or not (answer.response.body or is_head):
            return answer
        answer = replace(answer, repeatable=False)
        body = _text_of(answer)
        if is_head and not answer.response.body:
            # What GET would send is not here, and it would not be this.
            rest = without(answer.response.headers, "Content-Length", *_REMADE)
            return replace(answer, response=replace(answer.response, headers=rest))
        moving = found.moving
        if body is None:
            return self._with(answer, moving, ("what is no whole JSON does not move",))
        if _is_sealed(answer.response):
            why = "a signature says what the body is: it does not move"
            return self._with(answer, moving, (why,))
        text, value = body
        moved = await self._moved(plan, found, asked, value)
        answer = self._with(answer, moving, moved.said)
        if not moved.changes:
            return answer
        told = replace(answer.provenance, drifted=moved.fields[:TOLD])
        response = _with_changes(answer.response, text, moved)
        return replace(answer, response=response, provenance=told)

    def _found(self, plan: Plan, asked: Asked) -> _Found | None:
        """Return what moves the answer of *plan*, and the parameters of its path."""
        found = plan.stub
        if found is not None:
            number = -1 if found.reply is None else found.reply.number
            moving = self._given.get((found.stub.number, number))
            if moving is None:
                return None
            return _Found(moving, found.stub, found.params)
        for stub, params in self._router.at(asked):
            if not stub.takes(plan.request.method):
                continue
            for moving in self._others[stub.number]:
                condition = moving.condition
                if condition is None or condition.holds(asked.names(params)):
                    return _Found(moving, stub, params)
        return None

    async def _moved(
        self, plan: Plan, found: _Found, asked: Asked, value: Json
    ) -> Moved:
        """Return what has become of *value*, which *found* moves."""
        moving, stub, params = found
        drift, session = moving.drift, plan.session
        belongs = belonging(drift, stub, asked, params, value)

        def whose(place: Place, rule: Rule) -> tuple[str, str]:
            thing, key = belongs.of(place, rule)
            return f"{drift.cadence} {thing}", key

        located = drift.located(value, whose)
        # The document itself is one too, whether a value of its own moves or not.
        things = located.things or [f"{drift.cadence} {belongs.thing}"]
        name = f"{moving.number} {moving.name}"
        before = await self.advances.of(session, things, name=name, mark=moving.mark)
        moved = drift.advanced(
            located,
            before.states,
            now=self._clock.now(),
            key=session,
            seed=self._seed,
            names=asked.names(params),
            written=before.written,
        )
        if plan.request.method != "HEAD":
            await self.advances.put(before, moved.states)
        return moved

    def _with(self, answer: Answer, moving: Moving, said: Sequence[str]) -> Answer:
        """Return *answer* with what is *said* of it, if that is said for the first."""
        new = [each for each in said if (moving.name, each) not in self._said]
        if not new:
            return answer
        if len(self._said) < SAID:
            self._said |= {(moving.name, each) for each in new}
        why = [f"drift of {moving.name}: {each}" for each in new]
        for each in why:
            log.warning("%s", each)
        return replace(answer, why=(*answer.why, *why))


def _is_ours(plan: Plan, answer: Answer) -> bool:
    """Whether *answer* is not what the upstream says and nobody else."""
    source = answer.provenance.source
    if plan.stub is not None and answer.ending is not Ending.WHOLE:
        # A fault is no answer of the thing.
        return False
    if source is Source.UPSTREAM:
        # Of what is mixed it may be the side that was taken as a whole: were it as it
        # is, values would go back and forth.
        return plan.weighing is not None and plan.weighing.chosen is None
    return source in _OURS


def _text_of(answer: Answer) -> tuple[str, Json] | None:
    """Return the JSON of *answer* as text and as a value; None if it is none."""
    response = answer.response
    kind = content_type(response.headers)
    if answer.ending is not Ending.WHOLE or response.size is not None:
        return None
    if is_lines(kind) or response.status == 206 or len(response.body) > LONGEST:
        return None
    try:
        plain = decoded(response.headers, response.body)
        if len(plain) > LONGEST or not may_be_json(kind, plain):
            return None
        text = exactjson.text_of(plain)
        return text, json.loads(text, parse_float=Decimal)
    except (ValueError, ArithmeticError, RecursionError):
        return None


def _is_sealed(response: Response) -> bool:
    rest = without(response.headers, *_REMADE)
    return seal_response(replace(response, headers=rest)) is not None


def _with_changes(response: Response, text: str, moved: Moved) -> Response:
    plain = json_spliced(text, moved.changes).encode("utf-8", "surrogatepass")
    response = with_plain(response, plain)
    etag = response.header("ETag")
    if etag is None:
        return response
    weak = "W/" if etag.startswith("W/") else ""
    name = hashlib.md5(response.body, usedforsecurity=False).hexdigest()
    headers = with_header(response.headers, "ETag", f'{weak}"{name}"')
    return replace(response, headers=headers)
