"""Situations: what is known when a request comes, put in features to compare."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence, Set
from itertools import combinations

from mockforge.sources.rebound.facts import Fact
from mockforge.sources.rebound.journal import Journal, Moment
from mockforge.sources.rebound.links import Links, asked_values
from mockforge.sources.rebound.places import Place
from mockforge.sources.rebound.spoken import Spoken

Feature = tuple[str, ...]
Features = Mapping[Feature, str]

_PLACES = 60
"""Places of an endpoint's requests that are looked at."""

_TOGETHER = 6
"""Places whose values are looked at two by two."""

_BEFORE = 100
"""Requests before that are looked at."""

_ENUM = 0.5
"""The share of different values below which a place is one of a few words."""


_DERIVED = ("raw", "whole")

_NAMING = re.compile(r"^if-|key|token|session|(^|-)id$|version|revision")


class Setting:
    """How to look at the requests of one endpoint."""

    def __init__(
        self,
        links: Links,
        recorded: Journal,
        moments: Sequence[Moment],
        *,
        is_near: bool = False,
    ) -> None:
        """Learn what to look at from *moments*, all of one endpoint.

        Args:
            links: What belongs together.
            recorded: The journal that *moments* are in.
            moments: At least one.
            is_near: Requests only come near the endpoint: the words of a path are
                names too.
        """
        self._links = links
        self._left_out = _DERIVED if is_near else (*_DERIVED, "path")
        counts = Counter(
            place for moment in moments for place in self._leaf_places(moment)
        )
        self._places = [
            place
            for place, _ in sorted(
                counts.most_common(_PLACES), key=lambda pair: pair[0]
            )
        ]
        self.keyed = frozenset(self._keyed(recorded, moments))
        """Places whose values were seen before."""
        self._words = self._few_words(moments)
        self._varying = frozenset(_varying(moments, self.keyed))
        self._spoken = Spoken(recorded, moments)
        self._literals: dict[Place, set[str]] = {}
        for moment in moments:
            for fact in moment.asked.every:
                if fact.place[0] == "path":
                    self._literals.setdefault(fact.place, set()).add(fact.text)

    def features(self, journal: Journal, moment: Moment) -> dict[Feature, str]:
        """Return the situation of *moment*; what came after it is not looked at."""
        found: dict[Feature, str] = {}
        here = moment.asked.by_place
        for place in self._places:
            facts = [fact for fact in here.get(place, ()) if fact.is_leaf]
            found["has", *place] = "yes" if facts else "no"
            if facts:
                self._look(found, journal, moment, facts)
        extra = set(self._leaf_places(moment)) - set(self._places)
        found["extra",] = ",".join("/".join(place) for place in sorted(extra))[:80]
        found.update(self._together(journal, moment))
        found.update(self._used(journal, moment))
        return found

    def names(self, moment: Moment) -> list[Fact]:
        """Return the values of the request that name what it is about.

        Words of the path are names where no recorded path has them.
        """
        return [
            fact
            for fact in asked_values(moment)
            if "*" not in fact.place
            and (
                fact.place in self.keyed
                or (
                    fact.place[0] == "path"
                    and fact.text not in self._literals.get(fact.place, ())
                )
            )
        ]

    def _look(
        self,
        found: dict[Feature, str],
        journal: Journal,
        moment: Moment,
        facts: list[Fact],
    ) -> None:
        place, first = facts[0].place, facts[0]
        found["kind", *place] = _kind(first)
        words = self._words.get(place, frozenset())
        found["word", *place] = first.text if first.text in words else "*"
        if not _may_name(place):
            return
        own = "no"
        for other in moment.asked.by_text.get(first.text, ()):
            if other.place[0] in ("raw", "whole"):
                own = "yes"
        found["own", *place] = own
        states, ends = set(), set()
        for fact in facts[:20]:
            state, by = self._links.state(journal, moment, fact)
            states.add(state)
            ends.add(f"{state} {by}")
        found["state", *place] = " ".join(sorted(states))
        found["last", *place] = " ".join(sorted(ends))
        found["now", *place] = self._standing(journal, moment, first)
        if self._spoken.is_at(place):
            found["spoken", *place] = self._spoken.knows(moment, first)

    def _standing(self, journal: Journal, moment: Moment, fact: Fact) -> str:
        """Return how a value stands to the one last known of the same thing."""
        spots = self._links.spots(moment.endpoint, fact.place)
        if not spots:
            return "none"
        others = [each for each in self.names(moment) if each.text != fact.text]
        if not others and fact.place[0] == "param":
            # What alone names the thing has no other value to be held against.
            return "none"
        seen = False
        for other in self._mentioning(journal, moment, others):
            for endpoint, is_told, place in spots:
                if endpoint != other.endpoint or not other.is_good:
                    continue
                texts = (other.told if is_told else other.asked).texts(place)
                if fact.text in texts:
                    return "was" if seen else "is"
                seen = seen or bool(texts)
        return "other" if seen else "none"

    def _together(self, journal: Journal, moment: Moment) -> dict[Feature, str]:
        """Return what is known of all that the request names, together."""
        names = self.names(moment)
        found: dict[Feature, str] = {}
        state, age, turn = "never", "", 0
        is_gone = False
        for other in self._mentioning(journal, moment, names):
            if other.is_change:
                if self._links.is_gone(journal, other, moment.number):
                    is_gone = True
                elif state == "never":
                    state = "made"
                    age = str(math.ceil(math.log2(max(1.0, moment.at - other.at))))
            if other.endpoint == moment.endpoint:
                turn += 1
        if state == "never" and is_gone:
            state = "gone"
        found["names",] = state if names else "none"
        found["age",] = age
        found["turn",] = str(min(turn, 3))
        found["again",] = _again(journal, moment)
        return found

    def _leaf_places(self, moment: Moment) -> set[Place]:
        return {
            fact.place
            for fact in moment.asked.every
            if fact.is_leaf
            and fact.place[-1][:1] != "~"
            and fact.place[0] not in self._left_out
        }

    def _used(self, journal: Journal, moment: Moment) -> dict[Feature, str]:
        """Return which values were asked with before, at the same endpoint.

        Two of them together too: what is new may be made of names that are not.
        """
        mine = {
            fact.place: fact.text
            for fact in asked_values(moment)
            if fact.place in self._varying
        }
        found = {("same", *each): "no" for each in mine}
        pairs = list(combinations(sorted(mine), 2))
        found.update({("same", *one, "+", *other): "no" for one, other in pairs})
        for before in [*journal.of_endpoint(moment.endpoint, moment.number)][:_BEFORE]:
            if not before.is_good:
                continue
            here = {
                place
                for place, text in mine.items()
                if text in before.asked.texts(place)
            }
            if not here or self._links.is_gone(journal, before, moment.number):
                continue
            found.update({("same", *each): "yes" for each in here})
            found.update(
                {
                    ("same", *one, "+", *other): "yes"
                    for one, other in pairs
                    if one in here and other in here
                }
            )
        return found

    def _mentioning(
        self, journal: Journal, moment: Moment, facts: Sequence[Fact]
    ) -> list[Moment]:
        """Return the moments before that hold all of *facts*, the latest first."""
        if not facts:
            return [*journal.of_endpoint(moment.endpoint, moment.number)][:48]
        numbers: set[int] | None = None
        for fact in facts:
            touches = self._links.touches(journal, moment, fact)
            here = {posting.number for _, posting in touches}
            numbers = here if numbers is None else numbers & here
        return [journal.moments[each] for each in sorted(numbers or (), reverse=True)]

    def _keyed(self, recorded: Journal, moments: Sequence[Moment]) -> set[Place]:
        found: set[Place] = set()
        for moment in moments:
            for fact in asked_values(moment):
                if fact.place in found or fact.place[0] in self._left_out:
                    continue
                state = self._links.state(recorded, moment, fact)[0]
                is_shown = fact.place[0] in ("header", "cookie") and state == "given"
                if is_shown or state in ("made", "gone"):
                    found.add(fact.place)
        return found

    def _few_words(self, moments: Sequence[Moment]) -> dict[Place, frozenset[str]]:
        found = {}
        for place in self._places:
            texts = Counter(
                text for moment in moments for text in moment.asked.texts(place)
            )
            often = {text for text, count in texts.items() if count > 1}
            if often and len(texts) <= max(2, _ENUM * sum(texts.values())):
                found[place] = frozenset(often)
        return found


def _varying(moments: Sequence[Moment], keyed: Set[Place]) -> list[Place]:
    """Return the places, a few, where requests have different values, or names."""
    texts: dict[Place, set[str]] = {}
    for moment in moments:
        for fact in asked_values(moment):
            if "*" not in fact.place and fact.place[0] in ("param", "query", "body"):
                texts.setdefault(fact.place, set()).add(fact.text)
    found = [
        place for place in sorted(texts) if len(texts[place]) > 1 or place in keyed
    ]
    return found[:_TOGETHER]


def _may_name(place: Place) -> bool:
    """Whether values at *place* may name something, or show who asks."""
    if place[0] != "header":
        return True
    return place[1] == "authorization" or bool(_NAMING.search(place[1]))


def _again(journal: Journal, moment: Moment) -> str:
    """Return how often the very same was asked before."""
    mine = sorted((fact.place, fact.text) for fact in asked_values(moment))
    count = 0
    for other in [*journal.of_endpoint(moment.endpoint, moment.number)][:100]:
        same = sorted((fact.place, fact.text) for fact in asked_values(other))
        count += same == mine
    return str(min(count, 3))


def _kind(fact: Fact) -> str:
    """Return of what kind a value is, sizes coarse."""
    value = fact.value
    if value is None or isinstance(value, bool):
        return str(value)
    if isinstance(value, int | float):
        sign = "-" if value < 0 else "+" if value else ""
        size = math.floor(math.log10(abs(value)) / 3) if value else 0
        return f"number {sign}{size}"
    text = str(value)
    marks = {
        "d" if c.isdecimal() else "a" if c.isalpha() else c if c in " ~=<>" else "."
        for c in text[:64]
    }
    return f"{''.join(sorted(marks))} {min(4, len(text).bit_length())}"
