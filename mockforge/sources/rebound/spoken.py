"""Spoken words: the names of states and kinds, of which a server has a few."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mockforge.sources.rebound.facts import Fact
from mockforge.sources.rebound.journal import Journal, Moment
from mockforge.sources.rebound.links import are_named_alike, asked_values
from mockforge.sources.rebound.places import Place

_WORD = re.compile(r"[A-Za-z][A-Za-z _-]*")

_EVER = 1 << 60


class Spoken:
    """The words that requests to one endpoint choose from."""

    def __init__(self, recorded: Journal, moments: Sequence[Moment]) -> None:
        """Learn from *moments* of *recorded*, all of one endpoint.

        Such words are only where no client made one up elsewhere before: names of
        things are made up when the things are made.
        """
        self._recorded = recorded
        found: dict[Place, bool] = {}
        for moment in moments:
            for fact in asked_values(moment):
                if fact.place[0] in ("query", "body"):
                    is_own = found.get(fact.place, True) and self._is_own(moment, fact)
                    found[fact.place] = is_own
        self._places = {place for place, is_own in found.items() if is_own}

    def is_at(self, place: Place) -> bool:
        """Whether requests have such words at *place*."""
        return place in self._places

    def knows(self, moment: Moment, fact: Fact) -> str:
        """Return whether the server took the word in the recording, or said it."""
        for posting in self._recorded.before(fact.text, _EVER):
            other = self._recorded.moments[posting.number]
            if not other.is_good:
                continue
            there = (other.endpoint, posting.fact.place)
            if there == (moment.endpoint, fact.place):
                return "yes"
            if posting.is_told and are_named_alike(posting.fact.place, fact.place):
                return "yes"
        return "no"

    def _is_own(self, moment: Moment, fact: Fact) -> bool:
        if not _WORD.fullmatch(fact.text):
            return False
        first = [*self._recorded.before(fact.text, _EVER)][-1:]
        return all(
            each.is_told
            or (self._recorded.moments[each.number].endpoint, each.fact.place)
            == (moment.endpoint, fact.place)
            for each in first
        )
