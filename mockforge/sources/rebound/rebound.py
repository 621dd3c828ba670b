"""Rebound answers: recorded exchanges of the same endpoint, bound to other requests."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random  # noqa: TID251 - as a type
from typing import Protocol

from mockforge import chance
from mockforge.exchange import Exchange
from mockforge.http import Request, Response
from mockforge.learning.sample import Sample
from mockforge.provenance import Tier
from mockforge.sources.inventing import Invented
from mockforge.sources.rebound.access import Access
from mockforge.sources.rebound.bringing import learned_effects
from mockforge.sources.rebound.choosing import Chosen
from mockforge.sources.rebound.deriving import Deriving
from mockforge.sources.rebound.effects import Effects
from mockforge.sources.rebound.journal import Journal, Moment
from mockforge.sources.rebound.known import Known, Lists
from mockforge.sources.rebound.links import Links
from mockforge.sources.rebound.listing import Lister, Listing, asked_places
from mockforge.sources.rebound.live import Live, Lives
from mockforge.sources.rebound.maps import Maps
from mockforge.sources.rebound.origins import Lookup
from mockforge.sources.rebound.placing import Locates, Placing
from mockforge.sources.rebound.rebinding import Rebinding
from mockforge.sources.rebound.renaming import renaming
from mockforge.sources.rebound.repeating import Repeating
from mockforge.sources.rebound.restoring import restoring
from mockforge.sources.rebound.reviving import reviving
from mockforge.sources.rebound.surveying import Survey
from mockforge.sources.rebound.validators import Validators, is_unchanged
from mockforge.sources.rebound.values import shown

MOST = 2000
"""Recorded exchanges that are learned from, the first ones."""

FLOOR = 0.15
"""How well an exchange must fit at least."""


class Samples(Protocol):
    """What was learned, as far as it is of use here."""

    @property
    def endpoints(self) -> Locates:
        """The endpoints."""

    @property
    def samples(self) -> Sequence[Sample]:
        """Recorded exchanges, read."""


class Rebound:
    """Answers from the recorded exchange whose situation is most like the live one."""

    def __init__(
        self,
        learned: Samples,
        load: Callable[[Sequence[int]], list[Exchange]] | None = None,
        *,
        seed: int = 0,
    ) -> None:
        """Answer from *learned*.

        Args:
            learned: What was learned of one recording.
            load: Gives the exchanges of samples by their ids; unused, as the samples
                hold them.
            seed: What chance depends on.
        """
        self._endpoints = learned.endpoints
        self._seed = seed
        self._samples = [
            each
            for each in sorted(learned.samples, key=_order)
            if each.exchange.response is not None
        ][:MOST]
        self._numbers: dict[int | None, int] = {}
        self._recorded: Journal | None = None
        self._sessions = Lives(self._opened)
        self._known: dict[tuple[tuple[str, ...], bool], Known | None] = {}

    def claims(self, asked: Request, session: str) -> bool:
        """Whether what was recorded would be wrong by now.

        It is when something was made, changed or ended otherwise than recorded, and
        the endpoint tells of such things.
        """
        live = self._sessions.get(session)
        self._learned()
        spot = self._placing.place(asked)
        known = None if spot is None or spot.is_near else self._of(spot.keys)
        if spot is None or known is None:
            return False
        if self._access.needs_credential(asked, spot.keys[0]):
            return True
        return live is not None and live.is_moved and known.tells_of_others

    def answer(self, asked: Request, session: str, now: float) -> Invented | None:
        """Return the answer of the most similar recorded exchange, bound anew."""
        begun = self._begun(asked, session, now)
        if begun is None:
            return None
        live, moment, known = begun
        if known is None:
            return None
        chosen, known = self._chosen(live, moment, known)
        if chosen.score < FLOOR:
            return None
        if is_unchanged(chosen.moment) and known.wholes is not None:
            # Whether that is told follows from the tag of what would be told.
            features = known.features(live.lister, live.journal, moment)
            chosen = known.wholes.best(features, live.last)
        exchange = self._samples[chosen.moment.number].exchange
        if exchange.response is None:
            return None
        rebinding = Rebinding(known, chosen.moment, live, moment)
        again = None
        if chosen.moment.status == 200:
            again = self._repeating.told(live.told, live.journal, moment)
        if again is None:
            draws = self._chance(session, moment.endpoint, str(live.turn))
            made = rebinding.response(exchange.response, draws, now)
            made = self._deriving.derived(live.known, moment, made)
            made = self._validators.tagged(known.moments, chosen.moment, moment, made)
        else:
            made = again
        self._repeating.keep(live.told, moment, made)
        made = self._validators.validated(moment, made)
        live.turn += 1
        live.last = chosen.moment.number
        self._keep(live, moment, made)
        live.is_moved = live.is_moved or (moment.effect != "read" and moment.is_good)
        ids = (exchange.id,) if exchange.id is not None else ()
        return Invented(
            made, Tier.REBOUND, ids, shown(rebinding.bindings), chosen.score
        )

    def dressed(
        self, asked: Request, invented: Invented, session: str, now: float
    ) -> Response:
        """Return an answer somebody else made of what was recorded, its head bound."""
        begun = self._begun(asked, session, now)
        made = invented.response
        if begun is None:
            return made
        live, moment, known = begun
        number = self._number(invented.exchange_ids)
        if known is not None and number is not None:
            recorded = self._learned().moments[number]
            exchange = self._samples[number].exchange
            if recorded.endpoint == moment.endpoint and exchange.response is not None:
                draws = self._chance(session, moment.endpoint, f"at {moment.number}")
                rebinding = Rebinding(known, recorded, live, moment)
                made = rebinding.dressed(made, exchange.response, draws, now)
                made = self._validators.tagged(known.moments, recorded, moment, made)
        made = self._deriving.derived(live.known, moment, made)
        return self._validators.validated(moment, made)

    def foresee(self, asked: Request, session: str, now: float) -> int | None:
        """Return the status that the most similar recorded exchange has."""
        begun = self._begun(asked, session, now)
        if begun is None:
            return None
        live, moment, known = begun
        if known is None:
            return None
        chosen, _ = self._chosen(live, moment, known)
        return None if chosen.score < FLOOR else chosen.moment.status

    def note(
        self, asked: Request, response: Response, session: str, now: float
    ) -> None:
        """Take note of an answer that came from elsewhere."""
        begun = self._begun(asked, session, now)
        if begun is not None:
            live, moment, known = begun
            self._told(live, moment, known, response)

    def _told(
        self, live: Live, moment: Moment, known: Known | None, response: Response
    ) -> None:
        self._keep(live, moment, response)
        if moment.effect != "read" and moment.is_good and known is not None:
            live.is_moved = live.is_moved or not known.has_recorded(moment)

    def _keep(self, live: Live, moment: Moment, response: Response) -> None:
        live.journal.tell(moment, response)
        self._deriving.note(live.known, moment)
        self._repeating.keep(live.told, moment, response)

    def _number(self, ids: Sequence[int]) -> int | None:
        """Return the place of the first exchange of *ids* among the samples."""
        if not self._numbers:
            self._numbers = {
                each.exchange.id: number for number, each in enumerate(self._samples)
            }
        return self._numbers.get(ids[0]) if ids else None

    def _chosen(self, live: Live, moment: Moment, known: Known) -> tuple[Chosen, Known]:
        """Return what *moment* is answered like, and what is known of its endpoint."""
        refusal = self._access.refusal(known.moments, live.journal, moment)
        if refusal is not None:
            other = self._of((refusal.endpoint,))
            return Chosen(refusal, 1.0), other or known
        features = known.features(live.lister, live.journal, moment)
        return known.choice.best(features, live.last), known

    def _begun(
        self, asked: Request, session: str, now: float
    ) -> tuple[Live, Moment, Known | None] | None:
        self._learned()
        spot = self._placing.place(asked)
        if spot is None:
            return None
        known = self._of(spot.keys, is_near=spot.is_near)
        live = self._sessions.of(session, asked)
        moment = live.journal.ask(asked, spot.keys[0], spot.params, now)
        self._deriving.place(live.known, live.journal, moment)
        return live, moment, known

    def _chance(self, *keys: str) -> Callable[[str], Random]:
        return lambda place: chance.rng(self._seed, *keys, place)

    def _opened(self) -> Live:
        recorded = self._learned()
        journal = Journal(recorded.effects, recorded.maps)
        lister = Lister(self._links, journal)
        lookup = Lookup(self._links, journal, self._outcomes)
        return Live(journal, lookup, lister, self._deriving.begin())

    def _of(self, endpoints: tuple[str, ...], *, is_near: bool = False) -> Known | None:
        key = (endpoints, is_near)
        if key not in self._known:
            journal = self._learned()
            numbers = sorted(
                number
                for endpoint in endpoints
                for number in journal.by_endpoint.get(endpoint, [])
            )
            moments = [journal.moments[number] for number in numbers]
            lookup = Lookup(self._links, journal, self._outcomes)
            own = self._listings.get(endpoints[0], [])
            others = [] if own or not moments else self._choosing_alike(moments)
            self._known[key] = None
            if moments:
                lists = Lists(own, others, self._pool)
                known = Known(lookup, moments, lists, is_near=is_near)
                known.choosable = self._access.lasting(moments)
                self._known[key] = known
        return self._known[key]

    def _choosing_alike(self, moments: Sequence[Moment]) -> list[Listing]:
        """Return the listings of others that could be asked in the same words."""
        places = {place for moment in moments for place in asked_places(moment)}
        return [
            listing
            for name in sorted(self._listings)
            for listing in self._listings[name]
            if any(shape <= places and rules for shape, rules in listing.rules)
        ]

    def prepare(self) -> None:
        """Learn now what would else be learned when the first request comes."""
        for endpoint in list(self._learned().by_endpoint):
            self._of((endpoint,))

    def _learned(self) -> Journal:
        """Return the journal of the recording, made when it is first wanted."""
        if self._recorded is None:
            journal = Journal(Effects(), Maps.of(self._samples))
            for sample in self._samples:
                moment = journal.begin(
                    sample.exchange.request,
                    sample.endpoint,
                    sample.asked,
                    sample.params,
                    sample.started,
                )
                if sample.exchange.response is not None:
                    journal.tell(moment, sample.exchange.response)
            journal.learn(learned_effects(journal))
            located = (
                self._endpoints.located(each.exchange.request) for each in self._samples
            )
            self._placing = Placing(self._endpoints, filter(None, located))
            self._recorded = journal
            self._deriving = Deriving(journal)
            self._access = Access(journal)
            self._repeating = Repeating(journal)
            answers = [each.exchange.response for each in self._samples]
            told = list(zip(journal.moments, answers, strict=True))
            self._validators = Validators(told, seed=self._seed)
            self._links = Links(journal)
            self._links.reviving = reviving(journal, self._links)
            self._links.restoring = restoring(journal)
            self._links.renaming = renaming(journal)
            self._outcomes: dict[str, set[str]] = {}
            self._listings = {
                endpoint: Survey(
                    self._links, journal, [journal.moments[n] for n in numbers]
                ).listings()
                for endpoint, numbers in journal.by_endpoint.items()
            }
            self._pool = [
                (listing, [journal.moments[n] for n in journal.by_endpoint[endpoint]])
                for endpoint, some in self._listings.items()
                for listing in some
            ]
            for listing in (each for some in self._listings.values() for each in some):
                for _, rules in listing.rules:
                    self._links.ranges |= {
                        (rule.place, rule.other)
                        for rule in rules
                        if rule.test == "range"
                    }
            journal.ended = {}
            for moment in journal.moments:
                self._outcomes.setdefault(moment.endpoint, set()).add(moment.outcome)
        return self._recorded


def _order(sample: Sample) -> tuple[float, int]:
    return sample.started, sample.exchange.id or 0
