"""The scale: how real an answer is to be, and which source gives it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from mockforge.clock import Clock, SystemClock
from mockforge.engine.fields import FIELD
from mockforge.engine.homes import ALL, Home, Homes, Place, Scopes
from mockforge.engine.mirroring import Turns
from mockforge.engine.openers import keys_of, said_in
from mockforge.engine.pages import Pages
from mockforge.engine.things import Thing, Things
from mockforge.engine.weighing import Weighing
from mockforge.http import Origin
from mockforge.provenance import Source
from mockforge.stages.blend.lots import Lots
from mockforge.stages.reality.circuit import Circuit
from mockforge.stages.reality.options import RealityOptions
from mockforge.stages.reality.ratio import Dial
from mockforge.stages.reality.weights import LOW, REAL_FIRST, Weights, weights

if TYPE_CHECKING:
    from mockforge.engine.pipeline import Engine
    from mockforge.engine.plan import Plan
    from mockforge.http import Request

MOST_CIRCUITS = 1000

FAINT = 1e-9
"""The share of a source of which nothing is wanted but what only it has."""


class Scale:
    """Weighs requests, and knows where things are and whether upstreams are well."""

    engine: Engine

    def __init__(  # noqa: PLR0913 - one for each collaborator, all by name
        self,
        options: RealityOptions | None = None,
        *,
        ratio: float | None = None,
        things: Things | None = None,
        seed: int = 0,
        clock: Clock | None = None,
        is_offline: bool = False,
        is_open: bool = False,
        is_shared: bool = False,
    ) -> None:
        """Weigh by *options*.

        Args:
            options: The settings.
            ratio: In place of the default one.
            things: Tells what requests are about.
            seed: What chance depends on.
            clock: The system's if None.
            is_offline: Nobody is contacted.
            is_open: Clients name the upstream: any is asked. Else only those that
                are known.
            is_shared: What is made here is everybody's, and not its session's.
        """
        self.options = options or RealityOptions()
        self.dial = Dial(self.options, ratio)
        """The ratio as it is set now; it may be moved at any time."""
        self.things = things or Things()
        self.homes = Homes()
        self.pages = Pages()
        self.clock = clock or SystemClock()
        self._seed = seed
        self._is_offline = is_offline
        self._is_open = is_open
        self._is_shared = is_shared
        self._turns = Turns()
        self._circuits: dict[Origin, Circuit] = {}

    def circuit(self, origin: Origin) -> Circuit:
        """Return what is known of the health of the upstream at *origin*."""
        if len(self._circuits) > MOST_CIRCUITS:
            self._circuits.clear()
        return self._circuits.setdefault(origin, Circuit())

    def weighed(self, plan: Plan) -> Weighing:
        """Return how real the answer to *plan* is to be, and who gives it."""
        asked = plan.asked
        thing = self.things.of(asked)
        resolved = self.dial.resolve(asked.method, asked.path, self.clock.now())
        scopes = self._scopes(plan)
        key = self._key(plan, thing)
        sticky: Sequence[str | int] = key
        if self.options.stickiness == "session":
            sticky = (plan.session,)
        usable: Collection[Source] = REAL_FIRST
        if not self._is_usable(plan):
            usable = (Source.RECORDED, Source.SYNTHETIC)
        shares = weights(resolved.ratio, usable)
        u = Lots(self._seed, *sticky).at("source")
        weighing = Weighing(
            *(resolved.ratio, resolved.origin, shares, u),
            *((self._seed, *key), thing, scopes),
        )
        return self._chosen(plan, weighing)

    def _chosen(self, plan: Plan, weighing: Weighing) -> Weighing:
        """Return *weighing* with the source that answers, if only one does."""
        thing, shares = weighing.thing, weighing.weights
        if not self.dial.enabled and self.can_ask(plan):
            return replace(weighing, chosen=Source.UPSTREAM, is_strict=True)
        home = self._home(plan, thing, weighing.scopes)
        if home is not None:
            source, why = home
            if source is Source.RECORDED and not (shares.recorded or shares.upstream):
                source = Source.SYNTHETIC
            return replace(weighing, chosen=source, is_home=True, why=(why,))
        if plan.asked.header("Upgrade") is not None and shares.upstream:
            return replace(weighing, chosen=Source.UPSTREAM)
        if thing.opens and shares.upstream:
            why = "what it lets in with must be known to the upstream"
            return replace(weighing, chosen=Source.UPSTREAM, why=(why,))
        sources = [each for each in REAL_FIRST if shares.of(each) > 0.0]
        if not thing.is_safe:
            # What may do something is done once, by one source.
            return replace(weighing, chosen=shares.drawn(weighing.u))
        chosen = sources[0] if len(sources) == 1 else None
        if self.options.merge_strategy == "weighted":
            chosen = shares.drawn(weighing.u)
        return self._shown(plan, replace(weighing, chosen=chosen))

    def _shown(self, plan: Plan, weighing: Weighing) -> Weighing:
        """Return *weighing*, of both sides if one has things that the other lacks.

        What a client made is in every list, wherever that comes from; at the ends of
        the scale there is one side only.
        """
        chosen = weighing.chosen
        if chosen is None or not LOW < weighing.ratio < 1.0 or not self.can_ask(plan):
            return weighing
        is_real = chosen is Source.UPSTREAM
        homes = self.whose(weighing)()
        if all(home.is_here != is_real for home in homes.values()):
            return weighing
        shares = Weights(1.0, FAINT, 0.0) if is_real else Weights(FAINT, 1.0, 0.0)
        return replace(weighing, chosen=None, weights=shares)

    def _home(
        self, plan: Plan, thing: Thing, scopes: Scopes
    ) -> tuple[Source, str] | None:
        """Return whose thing it is that is asked about, and why; None if nobody's."""
        if self._is_let_in_by_us(plan.asked):
            return Source.RECORDED, "what it is let in with was given by us"
        is_here = self.pages.is_here(plan.session, plan.asked)
        if is_here or (is_here is not None and self._is_usable(plan)):
            side = Source.RECORDED if is_here else Source.UPSTREAM
            return side, "it goes on with what was begun there"
        for place in (*thing.own, *thing.around):
            home = self.homes.find(scopes, place)
            if home is not None and home.is_here:
                return Source.RECORDED, f"{place[1]!r} was made or changed here"
            is_reference = _is_reference(place, thing)
            if home is not None and not is_reference and self._is_usable(plan):
                return Source.UPSTREAM, f"{place[1]!r} was made or changed upstream"
        return None

    def _is_let_in_by_us(self, asked: Request) -> bool:
        """Whether the upstream would refuse what only we could have given."""
        keys = [*keys_of(asked, is_cookie=False)]
        recorded = self.engine.recorded
        assert recorded is not None
        standins = [shelf.recording.redactor.is_standin for shelf in recorded.shelves]
        if any(is_one(key) for is_one in standins for key in keys):
            return True
        # Who shows a key is not let in by the cookies beside it.
        cookies = () if keys else keys_of(asked, is_cookie=True)
        return self.homes.has_given((*keys, *cookies, *said_in(asked)))

    def whose(self, weighing: Weighing) -> Callable[[], dict[str, Home]]:
        """Return what gives the homes of what an answer may list, by their names."""

        def whose() -> dict[str, Home]:
            found: dict[str, Home] = {}
            for collection in reversed(weighing.thing.shows):
                found |= self.homes.inside(weighing.scopes, collection)
            return found

        return whose

    def _scopes(self, plan: Plan) -> Scopes:
        inventions = self.engine.inventions
        if self._is_shared or inventions is None:
            return Scopes(plan.session, ALL if self._is_shared else plan.session)
        thread = inventions.thread(plan.asked, plan.session)
        return Scopes(plan.session, thread)

    def _key(self, plan: Plan, thing: Thing) -> Sequence[str | int]:
        """Return what the draw for *plan* depends on, beside the seed."""
        sticky = self.options.stickiness
        is_known = not plan.session.startswith("addr:")
        if sticky == "entity" and not thing.is_safe and (is_known or thing.is_call):
            # What a client does depends on what it did, in ways that nobody can see:
            # an order on a cart, a cart on whoever logged in.
            return (plan.session, "writes")
        if sticky != "request" and thing.key:
            return (plan.session, *thing.key) if sticky == "session" else thing.key
        turn = self._turns.take(plan.session, thing.endpoint)
        return (plan.session, thing.endpoint, turn)

    def _is_usable(self, plan: Plan) -> bool:
        """Whether the upstream may be asked now."""
        circuit = self.circuit(plan.asked.origin)
        return self.can_ask(plan) and circuit.admits(self.clock.monotonic())

    def can_ask(self, plan: Plan) -> bool:
        """Return whether there is an upstream to ask, be it well or ill."""
        if self._is_offline:
            return False
        recorded = self.engine.recorded
        known = {self.engine.upstream, *(recorded.origins if recorded else ())}
        return self._is_open or plan.asked.origin in known

    def asks(self, plan: Plan) -> None:
        """Note that the upstream is asked."""
        self.circuit(plan.asked.origin).asks(self.clock.monotonic())

    def fares(self, plan: Plan, status: int | None) -> None:
        """Note what the upstream answered; None for nothing."""
        circuit = self.circuit(plan.asked.origin)
        if status is None or status >= 500:
            circuit.ill(self.clock.monotonic(), is_silent=status is None)
        else:
            circuit.well()


def _is_reference(place: Place, thing: Thing) -> bool:
    """Return whether *place* is only referred to: what refers to it may be anywhere."""
    if place[0].startswith(FIELD):
        return thing.role == "list"
    return place[0].startswith("kind:") and place not in thing.own
