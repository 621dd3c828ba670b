"""Deriving: what in an answer follows from the rest of it, and from what stands."""

from __future__ import annotations

from dataclasses import dataclass, field

from mockforge.bodies.messages import told_of, with_body
from mockforge.http import Response
from mockforge.options import Json
from mockforge.sources.rebound.access import owner
from mockforge.sources.rebound.arithmetic import Arithmetic
from mockforge.sources.rebound.joins import Joins, Things
from mockforge.sources.rebound.journal import Journal, Moment
from mockforge.sources.rebound.standing import Documents, States


@dataclass(slots=True)
class Known:
    """What a session knows of documents and of things."""

    things: Things
    states: States = field(default_factory=dict)


class Deriving:
    """The rules of a recording."""

    def __init__(self, journal: Journal) -> None:
        """Learn from *journal*, of a recording."""
        moments = journal.moments
        good = [each.document for each in moments if each.is_good]
        self.arithmetic = Arithmetic.of(good)
        self.joins = Joins(good)
        self.documents = Documents(moments)
        known = self.begin()
        for moment in moments:
            self.place(known, journal, moment)
            self.documents.note(known.states, moment)

    def begin(self) -> Known:
        """Return what a session knows that begins."""
        return Known(Things(self.joins.things))

    def place(self, known: Known, journal: Journal, moment: Moment) -> None:
        """Tell *moment* who asks, and how full the documents are it is about."""
        if self.documents.every:
            moment.owner = owner(journal, moment)
            moment.stands = self.documents.shown(known.states, moment)

    def note(self, known: Known, moment: Moment) -> None:
        """Keep what *moment* was told."""
        self.documents.note(known.states, moment)
        if moment.is_good and self.joins.of:
            known.things.add(moment.document)

    def derived(self, known: Known, moment: Moment, response: Response) -> Response:
        """Return *response* to *moment* with what follows from the rest made right."""
        if response.status >= 300:
            return response
        body = told_of(response)["body"]
        if not isinstance(body, dict | list):
            return response
        made = self.completed(known, moment, body)
        return response if made == body else with_body(response, made)

    def completed(self, known: Known, moment: Moment, body: Json) -> Json:
        """Return *body*, an answer to *moment*, with what follows made right."""
        stands = self.documents.told(known.states, moment, body)
        made = body if stands is None else stands
        return self.arithmetic.applied(self.joins.applied(made, known.things))
