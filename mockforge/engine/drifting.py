"""Drifting: values of answers that move on, whoever gives the answers.

How far they have moved is told apart by endpoint, thing and session, and outlives the
program where there is a place to keep it.
"""

from __future__ import annotations

import hashlib
import json
import logging
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from mockforge.bodies import exactjson
from mockforge.bodies.document import LONGEST
from mockforge.bodies.messages import with_plain
from mockforge.bodies.reading import content_type, decoded, is_lines, may_be_json
from mockforge.bodies.splicing import json_spliced
from mockforge.clock import Clock, SystemClock
from mockforge.engine.plan import Answer, Ending, Plan
from mockforge.http import Response, with_header, without
from mockforge.provenance import Source
from mockforge.stages.drift.fields import digest, known_by
from mockforge.stages.seals import seal_response
from mockforge.stubs.asked import Asked
from mockforge.stubs.router import Router

if TYPE_CHECKING:
    from mockforge.options import Json
    from mockforge.stages.drift.drift import Drift, Moved, State
    from mockforge.store.kept import Kept
    from mockforge.stubs.moving import Moving, Movings

KIND = "drift"
"""What states are kept as."""

HELD = 10_000
"""Things whose state is in memory; that of others is read again."""

SAID = 1000
"""What was said once is remembered of so many."""

TOLD = 50
"""Fields of an answer that provenance names; more are not named."""

_OURS = (Source.RECORDED, Source.SYNTHETIC, Source.LLM, Source.BLEND)
_SAFE = ("GET", "HEAD", "OPTIONS", "TRACE", "QUERY")
# Fields that are made right again, or left out, where the body becomes another.
_REMADE = ("ETag", "Content-MD5", "Digest", "Content-Digest", "Repr-Digest")

log = logging.getLogger(__name__)


@dataclass(slots=True)
class _Held:
    state: State
    writes: int
    """How often the session had written."""


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
        self._kept = kept
        self._held: OrderedDict[str, _Held] = OrderedDict()
        self._writes: OrderedDict[str, int] = OrderedDict()
        self._said: set[tuple[str, str]] = set()

    async def settled(self, plan: Plan, answer: Answer) -> Answer:
        """Return *answer* as it is by now, if it is one that moves on.

        What the upstream alone answers never does.
        """
        request, status = plan.request, answer.response.status
        if request.method not in _SAFE and status < 400:
            self._note_write(plan.session)
        if not _is_ours(plan, answer) or request.method == "HEAD":
            return answer
        asked = Asked(request, plan.session, self._clock.now())
        found = self._found(plan, asked)
        if found is None or not 200 <= status < 300 or not answer.response.body:
            return answer
        moving, params = found
        answer = replace(answer, repeatable=False)
        body = _text_of(answer)
        if body is None:
            return self._with(answer, moving, ("what is no whole JSON does not move",))
        if _is_sealed(answer.response):
            why = "a signature says what the body is: it does not move"
            return self._with(answer, moving, (why,))
        text, value = body
        thing = _thing(moving.drift, asked, params, value)
        moved = await self._moved(moving, plan.session, thing, value, asked, params)
        answer = self._with(answer, moving, moved.said)
        if not moved.changes:
            return answer
        told = replace(answer.provenance, drifted=moved.fields[:TOLD])
        response = _with_changes(answer.response, text, moved)
        return replace(answer, response=response, provenance=told)

    def _found(
        self, plan: Plan, asked: Asked
    ) -> tuple[Moving, Mapping[str, str]] | None:
        """Return what moves the answer of *plan*, and the parameters of its path."""
        found = plan.stub
        if found is not None:
            number = -1 if found.reply is None else found.reply.number
            moving = self._given.get((found.stub.number, number))
            return None if moving is None else (moving, found.params)
        for stub, params in self._router.at(asked):
            if not stub.takes(plan.request.method):
                continue
            for moving in self._others[stub.number]:
                condition = moving.condition
                if condition is None or condition.holds(asked.names(params)):
                    return moving, params
        return None

    async def _moved(  # noqa: PLR0913 - what an answer is to
        self,
        moving: Moving,
        session: str,
        thing: str,
        value: Json,
        asked: Asked,
        params: Mapping[str, str],
    ) -> Moved:
        key = f"{moving.name}|{moving.mark}|{digest([session, thing])}"
        if key not in self._held and self._kept is not None:
            kept = await self._kept.get(KIND, key)
            # Another answer may have come in between: its state is the later one.
            if key not in self._held and isinstance(kept, dict):
                self._held[key] = _Held(kept, self._writes.get(session, 0))
        held, writes = self._held.get(key), self._writes.get(session, 0)
        moved = moving.drift.step(
            value,
            None if held is None else held.state,
            now=self._clock.now(),
            key=f"{moving.name}|{session}|{thing}",
            seed=self._seed,
            names=asked.names(params),
            is_written=held is not None and held.writes != writes,
        )
        self._held[key] = _Held(moved.state, writes)
        self._held.move_to_end(key)
        if len(self._held) > HELD:
            self._held.popitem(last=False)
        if self._kept is not None:
            await self._kept.put(KIND, key, moved.state)
        return moved

    def _note_write(self, session: str) -> None:
        self._writes[session] = self._writes.pop(session, 0) + 1
        if len(self._writes) > HELD:
            self._writes.popitem(last=False)

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


def _thing(drift: Drift, asked: Asked, params: Mapping[str, str], value: Json) -> str:
    """Return what tells the thing that was asked for from others."""
    if drift.resource is not None:
        named = {**asked.query, **params}
        return json.dumps([named.get(name) for name in drift.resource])
    thing: list[Json] = [asked.request.method, asked.path]
    if not params:
        thing += [sorted(asked.query.items())]
    if asked.request.method not in _SAFE:
        # What is asked for is in the body; what is made anew is another each time.
        body = hashlib.blake2b(asked.request.body, digest_size=12).hexdigest()
        thing += [body, known_by(value)]
    return json.dumps(thing, default=str)
