"""What is known of one endpoint: what to choose from, and what its values are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from mockforge.bodies.document import Scalar
from mockforge.learning.formats import classify, is_minted
from mockforge.sources.rebound.beside import Beside
from mockforge.sources.rebound.choosing import Choice, spread
from mockforge.sources.rebound.explaining import NOTHING, Explained, Explaining
from mockforge.sources.rebound.facts import BYTES, RAW, WHOLE, Fact, text_for
from mockforge.sources.rebound.journal import Journal, Moment
from mockforge.sources.rebound.links import asked_values
from mockforge.sources.rebound.listing import (
    ITEM,
    Lister,
    Listing,
    with_item,
)
from mockforge.sources.rebound.origins import Lookup, latest
from mockforge.sources.rebound.places import Place
from mockforge.sources.rebound.situation import Feature, Setting
from mockforge.sources.rebound.templates import Templates
from mockforge.sources.rebound.values import varied

_WHOLE = 200

_WORDS = 2000
"""Explanations of single words that are kept."""

_MOST = 2000
"""Items of lists that are looked at."""

_ITEMS = 24
"""Items that what may explain their values is tried on."""

_LOOKED_AT = 12
_KINDS = 6

_FOUND = 3
"""Lists whose size is a feature of a situation."""


@dataclass(frozen=True, slots=True)
class Lists:
    """What is known of lists, as far as one endpoint has to do with them."""

    own: Sequence[Listing] = ()
    """How the lists of its answers come to be."""
    counted: Sequence[Listing] = ()
    """Those of others, which its requests choose from in the same way: it may tell how
    many there were."""
    pool: Sequence[tuple[Listing, Sequence[Moment]]] = ()
    """All of the recording, with the moments of their endpoints."""


class Known:
    """One endpoint, learned when it is first asked."""

    def __init__(
        self,
        lookup: Lookup,
        moments: Sequence[Moment],
        lists: Lists,
        *,
        is_near: bool = False,
    ) -> None:
        """Learn from *moments*, all of one endpoint.

        Args:
            lookup: Over the recorded journal.
            moments: At least one.
            lists: What is known of lists.
            is_near: It is asked for requests that only come near it.
        """
        self._lookup = lookup
        self.recorded: Journal = lookup.journal
        self.setting = Setting(lookup.links, lookup.journal, moments, is_near=is_near)
        self.listings = {each.place: each for each in lists.own}
        self._counted = [*lists.own, *lists.counted]
        self._pool = lists.pool
        self._lister = Lister(lookup.links, lookup.journal)
        self.beside = Beside(self._lister, moments, self.listings, self._counted)
        self.moments = self.choosable = moments
        names = sorted(self.setting.keyed)
        self._explaining = Explaining(lookup, names)
        self._explaining_items = Explaining(lookup, [*names, ITEM])
        self._explained: dict[tuple[int, Place], Explained] = {}
        self._items: dict[tuple[int, Place], Explained] = {}
        self._words: dict[tuple[int, Place, str], Explained] = {}
        self._own_words: dict[tuple[int, Place], bool] = {}
        self.templates = Templates(lookup, moments, self.explained_item)

    @cached_property
    def choice(self) -> Choice:
        """What to choose from."""
        return Choice(
            lambda moment: self.features(self._lister, self.recorded, moment),
            self.choosable,
            [*self.listings][:_FOUND],
        )

    @cached_property
    def wholes(self) -> Choice | None:
        """What to choose from where something is there to be read, as a whole."""
        moments = [each for each in self.choosable if each.status == _WHOLE]
        if not moments:
            return None
        return Choice(
            lambda moment: self.features(self._lister, self.recorded, moment), moments
        )

    @cached_property
    def tells_of_others(self) -> bool:
        """Whether its answers depend on what was asked before."""
        if self._counted:
            return True
        if self.setting.keyed and len({each.outcome for each in self.moments}) > 1:
            return True
        return any(
            origin.kind != "request"
            for moment in spread(self.moments)[:_LOOKED_AT]
            for fact in moment.told.every
            if fact.place[0] == "body" and fact.place[-1][:1] != "~"
            for origin in self.explained(moment.status, fact.place).origins
        )

    def has_recorded(self, moment: Moment) -> bool:
        """Whether the very same was recorded, request and answer."""
        mine = sorted((fact.place, fact.text) for fact in asked_values(moment))
        told = {fact.text for fact in moment.told.every if fact.place[0] == "body"}
        for other in self.moments:
            if sorted((f.place, f.text) for f in asked_values(other)) == mine:
                theirs = {f.text for f in other.told.every if f.place[0] == "body"}
                if other.status == moment.status and told == theirs:
                    return True
        return False

    def has_told(self, place: Place, value: Scalar) -> bool:
        """Whether some recorded answer has *value* at *place*."""
        text = text_for(value)
        return any(text in each.told.texts(place) for each in self.moments)

    def features(
        self, lister: Lister, journal: Journal, moment: Moment
    ) -> dict[Feature, str]:
        """Return the situation of *moment* in *journal*."""
        found = self.setting.features(journal, moment)
        for number, listing in enumerate(self._counted[:_FOUND]):
            page = lister.page(listing, moment)
            found["found", str(number)] = page.shown
        for path, full in moment.stands.items():
            found["stands", path] = full
        return found

    def explained(self, status: int, place: Place) -> Explained:
        """Return where values at *place* of answers of *status* come from."""
        key = (status, place)
        known = self._explained.get(key)
        if known is None:
            samples = [
                (moment, fact)
                for moment in self.moments
                if moment.status == status
                and (fact := moment.told.one(place)) is not None
            ]
            known = self._explaining.explain(samples) if samples else NOTHING
            self._explained[key] = known
        return known

    def is_own_word(self, moment: Moment, place: Place) -> bool:
        """Whether *moment* tells a word at *place* that the server has of itself.

        It does where the word is not what explains others there, and nobody asked
        with it before: the state of what was ended, for one.
        """
        key = (moment.number, place)
        if key not in self._own_words:
            self._own_words[key] = self._has_own_word(moment, place)
        return self._own_words[key]

    def _has_own_word(self, moment: Moment, place: Place) -> bool:
        fact = moment.told.one(place)
        if fact is None or not isinstance(fact.value, str):
            return False
        if not fact.text.isalpha() or is_minted(classify(fact.text)):
            return False
        before = self.recorded.before(fact.text, moment.number)
        if any(not posting.is_told for posting in before):
            return False
        found = latest(
            self._lookup.find(origin, moment, place)
            for origin in self.explained(moment.status, place).origins
        )
        return found is not None and found.text != fact.text

    def explained_item(self, status: int, place: Place) -> Explained:
        """Return where values at *place*, in the items of a list, come from."""
        key = (status, place)
        known = self._items.get(key)
        if known is None:
            samples: list[tuple[Moment, Fact]] = []
            for listing in self.listings.values():
                if place[: len(listing.place)] == listing.place:
                    samples = [
                        each
                        for other, moments in self._alike(listing)
                        for each in _item_samples(
                            moments, (*other.place, *place[len(listing.place) :]), other
                        )
                    ]
            known = self._explaining_items.explain(samples) if samples else NOTHING
            self._items[key] = known
        return known

    def content(self, status: int) -> Explained:
        """Return where whole bodies come from that are given back as sent."""
        whole = self.explained(200 if status == 206 else status, RAW)
        kept = tuple(
            origin
            for origin in whole.origins
            if not origin.is_told
            and (origin.place in (RAW, WHOLE) or origin.place[-1:] == (BYTES,))
        )
        return Explained(kept, whole.share) if kept else NOTHING

    def explain_one(self, moment: Moment, fact: Fact) -> Explained:
        """Return where one value, part of a longer text, comes from."""
        key = (moment.number, fact.place, fact.text)
        known = self._words.get(key)
        if known is None:
            known = self._explaining.explain([(moment, fact)])
            if len(self._words) < _WORDS:
                self._words[key] = known
        return known

    def is_made(self, moment: Moment, place: Place, value: Scalar) -> bool:
        """Whether *value* was made for the request of *moment*.

        It was not told before, and it is another in every answer; what is read may
        have been there before the recording, unless two answers differ.
        """
        text = text_for(value)
        if next(self.recorded.before(text, moment.number), None) is not None:
            return False
        others = [
            fact.text
            for each in self.moments
            if each.number != moment.number and each.status == moment.status
            for fact in each.told.by_place.get(place, ())
        ]
        if text in others:
            return False
        return moment.effect != "read" or bool(others)

    def _alike(self, listing: Listing) -> list[tuple[Listing, Sequence[Moment]]]:
        """Return *listing*, and the lists of the same things in other answers."""
        others = [
            (other, moments)
            for other, moments in self._pool
            if other is not listing
            and other.key == listing.key
            and set(other.spots) & set(listing.spots)
        ]
        return [(listing, self.moments), *others][:_KINDS]


def _depth(listing: Listing) -> int:
    """Return the length of the path of an item."""
    return len(listing.place) + 1


def _item_samples(
    moments: Sequence[Moment], place: Place, listing: Listing
) -> list[tuple[Moment, Fact]]:
    """Return values at *place*, in the items of a list, with what asked for them."""
    found: list[tuple[Moment, str, Fact]] = []
    for moment in moments:
        facts = moment.told.by_place.get(place, ())
        if not moment.is_good or not facts:
            continue
        inside = (*listing.place, "*", *listing.key)
        size = _depth(listing)
        keys = {
            fact.path[:size]: fact.text for fact in moment.told.by_place.get(inside, ())
        }
        seen = Counter(fact.path[:size] for fact in facts)
        for fact in facts:
            item = fact.path[:size]
            if item in keys and seen[item] == 1:
                found.append((moment, keys[item], fact))
        if len(found) > _MOST:
            break
    told = [(text, fact.text) for _, text, fact in found]
    return [
        (with_item(moment, text), fact)
        for moment, text, fact in varied(found, told, _ITEMS)
    ]
