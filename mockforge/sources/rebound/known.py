"""What is known of one endpoint: what to choose from, and what its values are."""

from __future__ import annotations

from collections.abc import Sequence

from mockforge.bodies.document import Scalar
from mockforge.sources.rebound.choosing import Choice
from mockforge.sources.rebound.explaining import NOTHING, Explained, Explaining
from mockforge.sources.rebound.facts import RAW, Fact, Place, text_for
from mockforge.sources.rebound.journal import Journal, Moment
from mockforge.sources.rebound.origins import Lookup
from mockforge.sources.rebound.situation import Setting

_TEMPLATES = 2000
"""Explanations of single words that are kept."""


class Known:
    """One endpoint, learned when it is first asked."""

    def __init__(self, lookup: Lookup, moments: Sequence[Moment]) -> None:
        """Learn from *moments*, all of one endpoint.

        Args:
            lookup: Over the recorded journal.
            moments: At least one.
        """
        self.recorded: Journal = lookup.journal
        self.setting = Setting(lookup.links, lookup.journal, moments)
        self.choice = Choice(self.setting, lookup.journal, moments)
        self._moments = moments
        self._explaining = Explaining(lookup, sorted(self.setting.keyed))
        self._explained: dict[tuple[int, Place], Explained] = {}
        self._words: dict[tuple[int, Place, str], Explained] = {}

    def explained(self, status: int, place: Place) -> Explained:
        """Return where values at *place* of answers of *status* come from."""
        key = (status, place)
        known = self._explained.get(key)
        if known is None:
            samples = [
                (moment, fact)
                for moment in self._moments
                if moment.status == status
                and (fact := moment.told.one(place)) is not None
            ]
            known = self._explaining.explain(samples) if samples else NOTHING
            self._explained[key] = known
        return known

    def content(self, status: int) -> Explained:
        """Return where whole bodies come from that are given back as sent."""
        whole = self.explained(200 if status == 206 else status, RAW)
        kept = tuple(
            origin
            for origin in whole.origins
            if origin.place in (RAW, ("whole", "sha256")) and not origin.is_told
        )
        return Explained(kept, whole.share) if kept else NOTHING

    def explain_one(self, moment: Moment, fact: Fact) -> Explained:
        """Return where one value, part of a longer text, comes from."""
        key = (moment.number, fact.place, fact.text)
        known = self._words.get(key)
        if known is None:
            known = self._explaining.explain([(moment, fact)])
            if len(self._words) < _TEMPLATES:
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
            for each in self._moments
            if each is not moment and each.status == moment.status
            for fact in each.told.by_place.get(place, ())
        ]
        if text in others:
            return False
        return moment.effect != "read" or bool(others)
