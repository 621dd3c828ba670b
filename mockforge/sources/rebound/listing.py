"""Listings: what a list of the live session holds, by how recorded lists came to be."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence, Set
from dataclasses import dataclass, field, replace
from typing import Literal, NamedTuple

from mockforge.sources.rebound.facts import Fact, Facts
from mockforge.sources.rebound.journal import Journal, Moment
from mockforge.sources.rebound.links import (
    Links,
    Spot,
    asked_values,
    name_of,
    names,
)
from mockforge.sources.rebound.places import Place, readable

ITEM: Place = ("item",)
"""The place of what names an item, as if it stood in the request."""

MOST = 400
"""Things that are looked at for one list."""

Test = Literal["mentions", "now", "is", "prefix", "after", "range"]
Order = Literal["oldest", "newest", "rising", "falling"]


@dataclass(slots=True)
class Thing:
    """What may be an item of a list."""

    text: str
    """What names it."""
    moments: list[Moment] = field(default_factory=list)
    """What made and changed it, the first one first."""

    def now(self, place: Place) -> list[str]:
        """Return what was said last in the field that is called as *place* is."""
        for moment in reversed(self.moments):
            for facts in (moment.told, moment.asked):
                found = [
                    fact.text
                    for fact in facts.every
                    if fact.is_leaf and name_of(fact.place) == name_of(place)
                ]
                if found:
                    return found
        return []


@dataclass(frozen=True, slots=True)
class Rule:
    """What an item must be like."""

    test: Test
    place: Place
    other: Place = ()
    """The end of a range."""

    def allows(self, thing: Thing, asked: Facts) -> bool:
        """Whether *thing* may be in the list that is asked for."""
        wanted = asked.texts(self.place)
        if not wanted:
            return True
        text, bound = readable(thing.text), readable(wanted[0])
        if self.test == "mentions":
            return any(names(each, wanted[0], self.place) for each in thing.moments)
        if self.test == "now":
            return wanted[0] in thing.now(self.place)
        if self.test == "is":
            return thing.text == wanted[0]
        if self.test == "prefix":
            return text.startswith(bound)
        if self.test == "after":
            return text > bound
        ends = asked.texts(self.other)
        return bound <= text and (not ends or text < readable(ends[0]))


class Page(NamedTuple):
    """What is in a list."""

    things: list[Thing]
    total: int
    """How many there are without regard to pages."""
    left: int
    """How many come after this page."""

    @property
    def shown(self) -> str:
        """As a feature of a situation."""
        size = "none" if not self.things else "one" if len(self.things) == 1 else "some"
        return f"{size} more" if self.left else size


@dataclass(frozen=True, slots=True)
class Listing:
    """How a list of one endpoint comes to be."""

    place: Place
    """Of the list in the answer."""
    key: Place
    """Of what names an item, from the item on."""
    spots: tuple[Spot, ...]
    """Where things are named when they are made."""
    rules: tuple[tuple[frozenset[Place], tuple[Rule, ...]], ...] = ()
    """What items must be like, by the places that a request has."""
    order: Order = "oldest"
    limit: Place = ()
    """Where a request says how many it wants."""
    tokens: frozenset[Place] = frozenset()
    """Where a request says after which page it goes on."""
    replacing: tuple[tuple[str, Place], ...] = ()
    """Endpoints that write the whole list, and where they name all that is in it."""
    keeps: bool = False
    """Whether a request for what was ended itself is told all that was in it."""
    share: float = 0.0
    """Of the recorded lists, those that come out right."""

    def rules_for(self, asked: Facts) -> tuple[Rule, ...]:
        """Return the rules for a request with the places of *asked*."""
        here = frozenset(asked.by_place)
        best: tuple[Rule, ...] = ()
        most = -1.0
        for places, rules in self.rules:
            alike = len(places & here) / max(1, len(places | here))
            if alike > most:
                most, best = alike, rules
        return best


class Lister:
    """Fills lists from one journal."""

    def __init__(
        self, links: Links, journal: Journal, *, is_settled: bool = False
    ) -> None:
        """Look in *journal*.

        Args:
            links: What belongs together.
            journal: Of the recording, or of a live session.
            is_settled: Nothing is added any more: what was found is kept.
        """
        self._links = links
        self._journal = journal
        self._is_settled = is_settled
        self._found: dict[tuple[tuple[Spot, ...], int, bool], list[Thing]] = {}

    def page(self, listing: Listing, moment: Moment) -> Page:
        """Return what the list holds when *moment* is asked."""
        things = self._kept(listing, moment)
        rules = listing.rules_for(moment.asked)
        things = self._left(listing, rules, moment, things)
        kept = [
            thing
            for thing in things
            if all(rule.allows(thing, moment.asked) for rule in rules)
        ]
        ordered = in_order(kept, listing.order)
        begin = self._begin(listing, moment, ordered)
        size = number_at(moment.asked, listing.limit)
        end = len(ordered) if size is None else begin + size
        return Page(ordered[begin:end], len(ordered), max(0, len(ordered) - end))

    def _left(
        self,
        listing: Listing,
        rules: Sequence[Rule],
        moment: Moment,
        things: list[Thing],
    ) -> list[Thing]:
        """Return what is left of *things* where a writing of the whole left some out.

        Of writings, the last of what *moment* asks about counts.
        """
        about = [rule for rule in rules if rule.test == "mentions"]
        for endpoint, place in listing.replacing:
            outer = place[: place.index("*")]
            others = self._journal.of_endpoint(endpoint, moment.number)
            for other, _ in zip(others, range(MOST), strict=False):
                named = set(other.asked.texts(place))
                is_whole = bool(named) or outer in other.asked.by_place
                whole = Thing("", [other])
                if not (other.is_good and is_whole):
                    continue
                if all(rule.allows(whole, moment.asked) for rule in about):
                    things = _since(things, named, other.number)
                    break
        return things

    def _kept(self, listing: Listing, moment: Moment) -> list[Thing]:
        spots, keeps = listing.spots, listing.keeps
        if not self._is_settled:
            return self.things(spots, moment, keeps=keeps)
        key = (spots, moment.number, keeps)
        if key not in self._found:
            self._found[key] = self.things(spots, moment, keeps=keeps)
        return self._found[key]

    def things(
        self, spots: Sequence[Spot], moment: Moment, *, keeps: bool = False
    ) -> list[Thing]:
        """Return what was made before *moment* and not ended since.

        Args:
            spots: Where things are named when they are made.
            moment: Asks for them.
            keeps: See `Listing.keeps`.
        """
        asked = {fact.text for fact in asked_values(moment)} if keeps else set()
        found: dict[str, Thing] = {}
        for other, fact in self._named(spots, moment):
            thing = found.setdefault(fact.text, Thing(fact.text))
            if other not in thing.moments:
                thing.moments.append(other)
        kept = []
        for thing in found.values():
            thing.moments = [
                each for each in thing.moments if not self._is_gone(each, moment, asked)
            ]
            if thing.moments:
                kept.append(thing)
        return kept

    def _is_gone(self, thing: Moment, moment: Moment, asked: Set[str]) -> bool:
        end = self._links.end_of(self._journal, thing, moment.number)
        if end is None or not asked:
            return end is not None
        named = {fact.text for fact in asked_values(end) if fact.place[0] != "path"}
        return not named or not asked >= named

    def _named(
        self, spots: Sequence[Spot], moment: Moment
    ) -> Iterator[tuple[Moment, Fact]]:
        numbered: list[tuple[int, Spot]] = []
        for spot in spots:
            others = self._journal.of_endpoint(spot[0], moment.number)
            for other, _ in zip(others, range(MOST), strict=False):
                if other.is_good:
                    numbered.append((other.number, spot))
        for number, (_, is_told, place) in sorted(numbered):
            other = self._journal.moments[number]
            for fact in (other.told if is_told else other.asked).by_place.get(
                place, ()
            )[:MOST]:
                yield other, fact

    def _begin(self, listing: Listing, moment: Moment, ordered: Sequence[Thing]) -> int:
        """Return the number of the first item of the page."""
        for place in sorted(listing.tokens):
            for text in moment.asked.texts(place)[:1]:
                for posting in self._journal.before(text, moment.number):
                    other = self._journal.moments[posting.number]
                    if not posting.is_told or other.endpoint != moment.endpoint:
                        continue
                    given = set(keys_of(listing, other))
                    numbers = [
                        n for n, each in enumerate(ordered) if each.text in given
                    ]
                    return numbers[-1] + 1 if numbers else 0
        return 0


def _since(things: Sequence[Thing], named: Set[str], number: int) -> list[Thing]:
    """Return *things* without what was before the moment *number*, if not *named*."""
    found = []
    for thing in things:
        moments = [
            each
            for each in thing.moments
            if thing.text in named or each.number > number
        ]
        if moments:
            found.append(Thing(thing.text, moments))
    return found


def keys_of(listing: Listing, moment: Moment) -> list[str]:
    """Return what names the items of the list that *moment* was told."""
    return moment.told.texts((*listing.place, "*", *listing.key))


def with_item(moment: Moment, text: str) -> Moment:
    """Return *moment* as if its request named one item of the list."""
    fact = Fact(ITEM, ITEM, text, text)
    return replace(moment, asked=Facts.of([fact, *moment.asked.every]))


def in_order(things: Sequence[Thing], order: Order) -> list[Thing]:
    """Return *things* in *order*."""
    if order in ("oldest", "newest"):
        made: Callable[[Thing], int] = lambda thing: thing.moments[0].number  # noqa: E731
        return sorted(things, key=made, reverse=order == "newest")
    return sorted(
        things, key=lambda thing: readable(thing.text), reverse=order == "falling"
    )


def number_at(asked: Facts, place: Place) -> int | None:
    """Return the whole number at *place*, if it is one and more than none."""
    fact = asked.one(place) if place else None
    if fact is None or not fact.text.isdecimal() or len(fact.text) > 6:
        return None
    return int(fact.text) or None


def asked_places(moment: Moment) -> frozenset[Place]:
    """Return where a request has scalars."""
    return frozenset(fact.place for fact in asked_values(moment))
