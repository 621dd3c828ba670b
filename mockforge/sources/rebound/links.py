"""Links: which values of a session belong together, and what is over."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from typing import Literal, NamedTuple

from mockforge.sources.rebound.facts import Fact
from mockforge.sources.rebound.journal import Journal, Moment, Posting
from mockforge.sources.rebound.places import Place, readable
from mockforge.sources.rebound.renaming import Renamings

State = Literal["made", "gone", "given", "asked", "refused", "never"]

Spot = tuple[str, bool, Place]
"""An endpoint, whether it is told there, and the place."""

_DISTINCT = 5
"""Characters from which on two equal values are hardly so by chance."""

_ALWAYS = 0.8
"""The share of short values from which on a place is where they come from."""

_LAST = 200
"""Endings that are looked at for one thing."""

_ADDRESSES = ("path", "param", "query", "body", "cookie", "item")


class Restoring(NamedTuple):
    """What brings an earlier state back, and what kept that."""

    endpoint: str
    saved: str
    """The endpoint whose answer named the state."""
    told: Place
    """Where that answer has the name."""
    asked: Place
    """Where the request has it that brings the state back."""
    shared: tuple[tuple[Place, Place], ...]
    """Where both name the thing: what kept its state, and what brings it back."""


def name_of(place: Place) -> str:
    """Return the last name in *place*, without case, joints and a plural."""
    steps = [step for step in place if step != "*" and step[:1] != "~"]
    name = re.sub(r"[^a-z0-9]", "", steps[-1].lower()) if steps else ""
    return name[:-1] if name.endswith("s") and len(name) > 3 else name


def are_named_alike(one: Place, other: Place) -> bool:
    """Whether both places have names that can mean the same."""
    a, b = name_of(one), name_of(other)
    return a == b or (len(a) > 1 and len(b) > 1 and (a.endswith(b) or b.endswith(a)))


def is_distinct(text: str) -> bool:
    """Whether *text* is hardly the same as another by chance."""
    return len(text) >= _DISTINCT and text not in ("false", "true")


class Links:
    """Which places hold the same values, as the recording shows it."""

    def __init__(self, recorded: Journal) -> None:
        """Learn from *recorded*."""
        self._recorded = recorded
        self._pairs: dict[tuple[str, Place], dict[Spot, set[str]]] = {}
        self.ranges: set[tuple[Place, Place]] = set()
        """Places of the bounds between which a range reaches."""
        self.reviving: frozenset[str] = frozenset()
        """Endpoints after which what was ended is there again."""
        self.restoring: tuple[Restoring, ...] = ()
        """What brings earlier states of things back."""
        self.renaming: Renamings = {}
        """Endpoints that give things other names."""
        self._asked: Counter[tuple[str, Place]] = Counter()
        self._found: Counter[tuple[str, Place, Spot]] = Counter()
        for moment in recorded.moments:
            for fact in asked_values(moment):
                here = (moment.endpoint, fact.place)
                self._asked[here] += 1
                pairs = self._pairs.setdefault(here, {})
                spots = {
                    _spot(recorded, posting)
                    for posting in recorded.before(fact.text, moment.number)
                }
                for spot in spots:
                    self._found[(*here, spot)] += 1
                    texts = pairs.setdefault(spot, set())
                    if len(texts) < 3:
                        texts.add(fact.text)

    def spots(self, endpoint: str, place: Place) -> dict[Spot, set[str]]:
        """Return where else the values at *place* were seen before, with examples."""
        return self._pairs.get((endpoint, place), {})

    def touches(
        self, journal: Journal, moment: Moment, fact: Fact
    ) -> Iterator[tuple[Moment, Posting]]:
        """Yield what touched the value of *fact* before, the latest first."""
        known = self.spots(moment.endpoint, fact.place)
        elsewhere = {endpoint for endpoint, _, _ in known}
        for posting in journal.before(fact.text, moment.number):
            other = journal.moments[posting.number]
            if are_named_alike(fact.place, posting.fact.place):
                yield other, posting
                continue
            spot = _spot(journal, posting)
            examples = known.get(spot, ())
            # Where the recording shows what belongs together, the rest is chance.
            is_new = other.endpoint not in elsewhere
            if is_distinct(fact.text):
                belongs = bool(examples) or is_new
            else:
                belongs = len(examples) > 1 and self._is_origin(moment, fact, spot)
            if belongs:
                yield other, posting

    def _is_origin(self, moment: Moment, fact: Fact, spot: Spot) -> bool:
        """Whether short values are from *spot*: nearly all of them were there before.

        Of numbers such as 1 and 2 some are found everywhere.
        """
        here = (moment.endpoint, fact.place)
        return self._found[(*here, spot)] >= _ALWAYS * self._asked[here]

    def state(self, journal: Journal, moment: Moment, fact: Fact) -> tuple[State, str]:
        """Return what became of the value of *fact*, and which endpoint did it."""
        weaker: State = "never"
        gone = last = ""
        for other, posting in self.touches(journal, moment, fact):
            last = last or other.endpoint
            if other.is_change:
                if not self.is_gone(journal, other, moment.number):
                    return "made", other.endpoint
                gone = gone or other.endpoint
            elif posting.is_told:
                weaker = "given"
            elif weaker not in ("given", "asked"):
                weaker = "asked" if other.is_good else "refused"
        if gone:
            return "gone", gone
        if weaker == "never" and journal is not self._recorded:
            return self._beforehand(fact)
        return weaker, last

    def _beforehand(self, fact: Fact) -> tuple[State, str]:
        """Return how a value stands that was there before anything was recorded.

        The first that is heard of it is that a reading tells of it.
        """
        postings = [*self._recorded.before(fact.text, 1 << 60)]
        if postings and postings[-1].is_told:
            other = self._recorded.moments[postings[-1].number]
            alike = are_named_alike(fact.place, postings[-1].fact.place)
            if other.is_good and other.effect == "read" and alike:
                return "given", other.endpoint
        return "never", ""

    def is_gone(self, journal: Journal, thing: Moment, number: int) -> bool:
        """Whether what *thing* made was ended before the moment *number*."""
        return self.end_of(journal, thing, number) is not None

    def end_of(self, journal: Journal, thing: Moment, number: int) -> Moment | None:
        """Return what ended what *thing* made, if that was before *number*.

        It is looked for once, and kept.
        """
        ends = journal.ends
        known = journal.ended.get(thing.number)
        if known is None:
            known = (bisect_right(ends, thing.number), -1)
        at, end = known
        last = min(len(ends), bisect_right(ends, thing.number) + _LAST)
        while end < 0 and at < last and ends[at] < number:
            if self.covers(journal, journal.moments[ends[at]], thing):
                end = ends[at]
            at += 1
        journal.ended[thing.number] = (at, end)
        if not 0 <= end < number or self._is_back(journal, thing, end, number):
            return None
        return journal.moments[end]

    def _is_back(self, journal: Journal, thing: Moment, end: int, number: int) -> bool:
        """Whether *thing* was brought back after *end*, and not ended again."""
        back = -1
        for endpoint in self.reviving:
            for other in journal.of_endpoint(endpoint, number):
                if other.number <= max(end, back):
                    break
                if other.is_good and self.covers(journal, other, thing):
                    back = other.number
                    break
        ends = journal.ends[bisect_right(journal.ends, back) :][:_LAST]
        return back >= 0 and not any(
            each < number and self.covers(journal, journal.moments[each], thing)
            for each in ends
        )

    def covers(self, journal: Journal, end: Moment, thing: Moment) -> bool:
        """Whether *end* names *thing*, or something that *thing* is in."""
        bounds = self._bounds(end)
        if bounds:
            return any(self._is_within(end, thing, *pair) for pair in bounds)
        named = False
        lists: dict[Place, bool] = {}
        for fact in asked_values(end):
            if fact.place[0] == "cookie" or not _is_known(journal, fact, end):
                continue
            has = names(thing, fact.text, fact.place) or (
                is_distinct(fact.text)
                and self._is_alias(journal, fact.text, thing, end)
            )
            if "*" in fact.place:
                lists[fact.place] = lists.get(fact.place, False) or has
            elif not has:
                return False
            named = True
        return named and all(lists.values())

    def _is_alias(
        self, journal: Journal, text: str, thing: Moment, end: Moment
    ) -> bool:
        """Whether *text* was first told beside something that only *thing* made."""
        first = [*journal.before(text, end.number)][-1]
        if not first.is_told or first.number <= thing.number:
            return False
        parent = first.fact.path[:-1]
        for fact in journal.moments[first.number].told.every:
            if fact.path[:-1] == parent and len(parent) > 1 and is_distinct(fact.text):
                made = [*journal.before(fact.text, first.number)]
                if made and made[-1].number == thing.number and made[-1].is_told:
                    return True
        return False

    def _bounds(self, end: Moment) -> list[tuple[Place, Place]]:
        return [
            (low, high)
            for low, high in self.ranges
            if low in end.asked.by_place and high in end.asked.by_place
        ]

    def _is_within(self, end: Moment, thing: Moment, low: Place, high: Place) -> bool:
        start = readable(end.asked.texts(low)[0])
        stop = readable(end.asked.texts(high)[0])
        return any(
            start <= readable(fact.text) < stop
            for fact in asked_values(thing)
            if are_named_alike(fact.place, low)
        )


def names(moment: Moment, text: str, place: Place) -> bool:
    """Whether *moment* has *text*, and not by chance only.

    Args:
        moment: What is looked at.
        text: What is looked for.
        place: Where it stands in the request that is compared.
    """
    if is_distinct(text):
        return moment.mentions(text)
    return any(
        are_named_alike(fact.place, place)
        for facts in (moment.asked, moment.told)
        for fact in facts.by_text.get(text, ())
    )


def asked_values(moment: Moment) -> tuple[Fact, ...]:
    """Return the scalars of a request that may name something."""
    if moment.values is None:
        moment.values = tuple(_values(moment))
    return moment.values


def _values(moment: Moment) -> Iterator[Fact]:
    for fact in moment.asked.every:
        if not fact.text or not fact.is_leaf:
            continue
        if isinstance(fact.value, bool | float | None):
            continue
        is_named = fact.place[0] in _ADDRESSES and fact.place[-1][:1] != "~"
        if is_named or fact.place == ("header", "authorization"):
            yield fact


def _is_known(journal: Journal, fact: Fact, end: Moment) -> bool:
    """Whether the value of *fact*, of the request of *end*, was there before.

    A word of the path that only endings, or requests like this, have is their verb.
    """
    is_word = fact.place[0] == "path"
    for posting in journal.before(fact.text, end.number):
        other = journal.moments[posting.number]
        is_verb = other.effect == "end" or other.endpoint == end.endpoint
        if posting.is_told or not is_word or not is_verb:
            return True
    return False


def _spot(journal: Journal, posting: Posting) -> Spot:
    endpoint = journal.moments[posting.number].endpoint
    return endpoint, posting.is_told, posting.fact.place
