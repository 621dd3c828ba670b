"""The world: answers for what nobody recorded, and a memory of what was answered."""

from __future__ import annotations

import copy
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import replace
from math import inf
from typing import Any, Literal

from mockforge.bodies.messages import asked_of
from mockforge.chance import rng
from mockforge.http import Request, Response
from mockforge.learning.fields import Fields
from mockforge.learning.resources.histories import mark_of, request_mark, what_of
from mockforge.learning.resources.model import Operation, Resources
from mockforge.learning.resources.readings import number_of, sources_of
from mockforge.learning.sample import Sample
from mockforge.options import Json
from mockforge.sources.inventing import Invented
from mockforge.sources.mending import held
from mockforge.sources.world.acting import Acting, Asked, Told
from mockforge.sources.world.realm import Realm, scope_in
from mockforge.sources.world.telling import Load, Moment, Template
from mockforge.sources.world.trusting import (
    ENOUGH,
    FULL,
    MOST_KEPT,
    Trust,
    trusted,
)

MOST_REALMS = 1_000
"""Sessions whose worlds are kept at once; those not heard of longest are dropped."""

MOST_TEMPLATES = 1_000

VERSION = 1
"""Of how worlds are kept."""

Mode = Literal["session", "shared", "recording"]

Foresee = Callable[[Request, str, float], int | None]
"""Returns the status that a request of a session gets at a time, if it is known."""


class World:
    """Keeps entities as the API would, and answers for it."""

    def __init__(
        self,
        learned: Any,
        load: Load | None = None,
        *,
        seed: int = 0,
        mode: Mode = "session",
        idle: float = inf,
    ) -> None:
        """Begin with what was there before anything was recorded.

        Args:
            learned: Endpoints, resources and fields.
            load: Returns the exchanges of these numbers; None for the samples.
            seed: Of what is drawn by chance.
            mode: Whether each session has a world of its own.
            idle: Seconds after which a session not heard of has ended.
        """
        self._endpoints = learned.endpoints
        self._idle = idle if mode == "session" else inf
        self._resources: Resources = learned.resources
        self._fields = getattr(learned, "fields", None) or Fields()
        self._load = load or _at_hand(learned.samples)
        self._seed = seed
        self._mode = mode
        self._realms: OrderedDict[str, Realm] = OrderedDict()
        self._templates: OrderedDict[int, Template | None] = OrderedDict()
        self._acting = Acting(self._resources, self._template)
        self._trust = trusted(self._acting, learned.samples, self._asked_in)
        self.foresee: Foresee | None = None
        """Tells the status that a request will get, where somebody else knows."""

    @property
    def turns(self) -> int:
        """How many requests the worlds have seen; more, and they may have changed."""
        return sum(realm.turns for realm in self._realms.values())

    def to_json(self) -> Json:
        """Return all worlds as JSON."""
        told = {name: realm.to_json() for name, realm in self._realms.items()}
        return {"version": VERSION, "realms": told}

    def restore(self, told: Json) -> None:
        """Go on where `to_json` was told; what is of another version is left out."""
        if not isinstance(told, dict) or told.get("version") != VERSION:
            return
        try:
            realms = {
                name: Realm.from_json(each) for name, each in told["realms"].items()
            }
        except (KeyError, AttributeError, ValueError):
            return
        self._realms.update(realms)

    def claims(self, asked: Request, session: str) -> bool:
        """Whether what was recorded would be wrong by now."""
        located = self._asked(asked, session, 0.0)
        if located is None or self._trust_in(located).whole < ENOUGH:
            return False
        known = self._resources.histories.get(
            request_mark(located.operation.key, located.moment.sources)
        )
        if known is None:
            return False
        mark = mark_of(
            located.realm.chains,
            self._resources,
            located.operation,
            located.moment.sources,
        )
        return mark not in known and self._acting.can_answer(located)

    def answer(self, asked: Request, session: str, now: float) -> Invented | None:
        """Return an answer from what is known of entities; None if it is too little."""
        located = self._asked(asked, session, now)
        if located is None or not self._is_trusted(located, session):
            return None
        told = self._acting.answer(located)
        if told is None:
            return None
        self._wrote(located, told)
        trust = self._trust_in(located)
        score = trust.whole if trust.whole >= ENOUGH else trust.body
        response = held(
            *(told.response, self._fields, located.operation.key),
            rng=rng(self._seed, session, located.realm.turns, "held"),
            now=now,
        )
        return Invented(response, None, (told.exchange,), (told.why,), score)

    def _trust_in(self, asked: Asked) -> Trust:
        found = self._trust.get(asked.operation.key, FULL)
        # Whoever refuses for unknown reasons may refuse this too.
        return replace(found, whole=0.0) if asked.operation.is_unsure else found

    def _is_trusted(self, asked: Asked, session: str) -> bool:
        """Whether the answer will be right, by how it was with the recorded ones.

        An endpoint whose failures are not understood is answered all the same where
        somebody else foresees the status that the answer would have.
        """
        trust = self._trust_in(asked)
        if min(trust.whole, trust.body) >= ENOUGH:
            return True
        if self.foresee is None or trust.body < ENOUGH or asked.realm.made > MOST_KEPT:
            return False
        now = asked.moment.now
        trial = self._asked_in(asked.request, session, now, copy.deepcopy(asked.realm))
        told = None if trial is None else self._acting.answer(trial)
        if told is None:
            return False
        return self.foresee(asked.request, session, now) == told.response.status

    def note(
        self, asked: Request, response: Response, session: str, now: float
    ) -> None:
        """Take note of an answer that came from elsewhere."""
        located = self._asked(asked, session, now)
        if located is not None:
            told = self._acting.note(located, response)
            if told is not None:
                self._wrote(located, told)

    def _wrote(self, asked: Asked, told: Told) -> None:
        if told.written is None:
            return
        what = what_of(asked.operation.key, asked.moment.sources)
        asked.realm.wrote(asked.operation.kind, told.written, what)

    def _asked(self, request: Request, session: str, now: float) -> Asked | None:
        return self._asked_in(request, session, now, self._realm(session, now))

    def _asked_in(
        self, request: Request, session: str, now: float, realm: Realm
    ) -> Asked | None:
        located = self._endpoints.located(request)
        operation = located and self._resources.operations.get(located.key)
        if not located or not operation:
            return None
        realm.turns += 1
        sources = sources_of(asked_of(request), located.params, request.headers)
        scope = scope_in(operation, sources)
        sources.update({("scope", name): value for name, value in scope.items()})
        draws = rng(self._seed, session, operation.key, realm.turns, "world")
        return Asked(request, operation, scope, realm, Moment(sources, now, draws))

    def _realm(self, session: str, now: float) -> Realm:
        key = session if self._mode == "session" else ""
        known = self._realms.get(key)
        if known is not None and now - known.heard > self._idle and known.heard:
            del self._realms[key]
        if key not in self._realms:
            self._realms[key] = Realm.of(self._resources)
            if len(self._realms) > MOST_REALMS:
                self._realms.popitem(last=False)
        self._realms.move_to_end(key)
        # Who looks only whether there is something to say has no time.
        self._realms[key].heard = now or self._realms[key].heard
        return self._realms[key]

    def _template(self, number: int, operation: Operation) -> Template | None:
        if number not in self._templates:
            found = [each for each in self._load([number]) if each.response is not None]
            self._templates[number] = Template(found[0], operation) if found else None
            if len(self._templates) > MOST_TEMPLATES:
                self._templates.popitem(last=False)
        return self._templates[number]


def _at_hand(samples: Sequence[Sample]) -> Load:
    """Return what finds the exchanges of *samples* by their numbers."""
    known = {number_of(each, at): each.exchange for at, each in enumerate(samples)}
    return lambda numbers: [known[each] for each in numbers if each in known]
