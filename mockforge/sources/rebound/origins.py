"""Origins: where a value of an answer comes from, to be looked up again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal, NamedTuple

from mockforge.bodies.document import Path, shown
from mockforge.options import Json
from mockforge.sources.rebound.facts import Fact
from mockforge.sources.rebound.journal import Journal, Moment, Posting, counter_of
from mockforge.sources.rebound.links import Links
from mockforge.sources.rebound.places import Place
from mockforge.sources.rebound.renaming import former
from mockforge.sources.rebound.restoring import is_undone
from mockforge.sources.rebound.siblings import siblings

_CREDENTIAL: Place = ("header", "authorization")

Tie = tuple[bool, Place, Place]
"""That an earlier moment (told?, where) holds what the request has (where)."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a value comes from."""

    kind: Literal["request", "earlier", "counted", "times"]
    place: Place = ()
    endpoint: str = ""
    is_told: bool = False
    ties: tuple[Tie, ...] = ()
    is_first: bool = False
    """Whether the first such moment counts, not the last."""
    step: int = 0
    start: int = 0
    outcomes: frozenset[str] = frozenset()

    def __str__(self) -> str:
        where = shown(Path(self.place)) if self.place else ""
        if self.kind == "request":
            return f"request {where}"
        if self.kind == "counted":
            return f"counted on by {self.step}"
        if self.kind == "times":
            return "how often it was written"
        part = "answer of" if self.is_told else "request to"
        return f"{'first' if self.is_first else 'last'} {part} {self.endpoint} {where}"


class Found(NamedTuple):
    """A value that was looked up."""

    value: Json
    text: str
    moment: Moment | None
    """Where it was found; None in the request itself."""


class Lookup:
    """Looks origins up in one journal."""

    def __init__(
        self, links: Links, journal: Journal, known: Mapping[str, Set[str]]
    ) -> None:
        """Look in *journal*.

        Args:
            links: What belongs together.
            journal: Of the recording, or of a live session.
            known: The outcomes that were recorded, by endpoint: one of them that an
                origin does not name gave no such value.
        """
        self.links = links
        self.journal = journal
        self.known = known

    @cached_property
    def _siblings(self) -> Mapping[str, Set[str]]:
        return siblings(self.known)

    def find(self, origin: Origin, moment: Moment, place: Place) -> Found | None:
        """Return what *origin* stands for when *moment* is asked.

        Args:
            origin: Where to look.
            moment: The request; what came after it is not looked at.
            place: Where in the answer the value is to stand.
        """
        if origin.kind == "request":
            fact = moment.asked.one(origin.place)
            return None if fact is None else Found(fact.value, fact.text, None)
        if origin.kind == "counted":
            return self._counted(origin, moment, place)
        if origin.kind == "times":
            return self._times(origin, moment)
        found = self._tied_value(origin, moment, is_over=False) or self._tied_value(
            origin, moment, is_over=True
        )
        others = tuple(tie for tie in origin.ties if tie[2] != _CREDENTIAL)
        if found is None and others != origin.ties:
            # Whoever logs in again has another credential.
            return self.find(replace(origin, ties=others), moment, place)
        return found

    def _tied_value(
        self, origin: Origin, moment: Moment, *, is_over: bool
    ) -> Found | None:
        """Return the value of a moment; of what was ended only if nothing else is."""
        found = None
        for other in self.tied(origin, moment):
            if self.links.is_gone(self.journal, other, moment.number) is not is_over:
                continue
            if is_undone(self.links.restoring, self.journal, other, moment):
                continue
            fact = fact_of(origin, other, moment)
            if fact is not None:
                found = Found(fact.value, fact.text, other)
                if not origin.is_first:
                    break
        return found

    def tied(self, origin: Origin, moment: Moment) -> Iterator[Moment]:
        """Yield the moments that *origin* means, the latest first."""
        for other in self._others(origin, moment):
            if other.status >= 400:
                continue
            if other.outcome not in origin.outcomes and (
                other.outcome.endswith("!")
                or other.outcome in self.known.get(other.endpoint, ())
            ):
                continue
            yield other

    def _others(self, origin: Origin, moment: Moment) -> Iterator[Moment]:
        # What another client does not send, a cookie perhaps, ties it to nothing.
        ties = [tie for tie in origin.ties if not _is_lacking(tie, moment)]
        if not ties:
            yield from self.journal.of_endpoint(origin.endpoint, moment.number)
            return
        is_told, there, here = ties[0]
        alike = self._siblings.get(origin.endpoint, (origin.endpoint,))
        for fact in moment.asked.by_place.get(here, ())[:1]:
            for posting in self._named(fact.text, moment.number):
                if posting.is_told != is_told or posting.fact.place != there:
                    continue
                other = self.journal.moments[posting.number]
                if other.endpoint in alike and _holds(ties[1:], other, moment):
                    yield other

    def _named(self, text: str, number: int) -> Iterator[Posting]:
        """Yield where *text* stands, then the names that the same had before."""
        yield from self.journal.before(text, number)
        for old, until in former(self.links.renaming, self.journal, text, number):
            yield from self.journal.before(old, until)

    def _counted(self, origin: Origin, moment: Moment, place: Place) -> Found:
        last = self.journal.last_count(counter_of(place), moment.number)
        value = origin.start if last is None else last + origin.step
        return Found(value, str(value), None)

    def _times(self, origin: Origin, moment: Moment) -> Found | None:
        fact = moment.asked.one(origin.place)
        if fact is None:
            return None
        count = sum(1 for _ in writes(self.links, self.journal, moment, fact))
        value = count + origin.step
        return Found(value, str(value), None)


def writes(
    links: Links, journal: Journal, moment: Moment, fact: Fact
) -> Iterator[Moment]:
    """Yield what wrote the value of *fact* since it was last ended."""
    seen: set[int] = set()
    for other, posting in links.touches(journal, moment, fact):
        if posting.is_told or other.number in seen:
            continue
        seen.add(other.number)
        if other.is_change:
            if links.is_gone(journal, other, moment.number):
                return
            yield other


def fact_of(origin: Origin, other: Moment, moment: Moment) -> Fact | None:
    """Return the one value in *other* that *origin* means when *moment* is asked.

    Of the items of a list it is that of the item which is tied to the request.
    """
    side = other.told if origin.is_told else other.asked
    facts = side.by_place.get(origin.place, ())
    for is_told, there, here in origin.ties:
        size = in_item(origin.place, there)
        if is_told is not origin.is_told or not size:
            continue
        wanted = set(moment.asked.texts(here))
        items = {
            fact.path[:size]
            for fact in side.by_place.get(there, ())
            if fact.text in wanted
        }
        facts = tuple(fact for fact in facts if fact.path[:size] in items)
    return facts[0] if len(facts) == 1 else None


def in_item(one: Place, other: Place) -> int:
    """Return how many steps lead to the innermost item that has both places."""
    size = 0
    for number, (step, there) in enumerate(zip(one, other, strict=False), 1):
        if step != there:
            break
        if step == "*":
            size = number
    return size


def _is_lacking(tie: Tie, moment: Moment) -> bool:
    here = tie[2]
    return here[0] in ("cookie", "header") and here not in moment.asked.by_place


def _holds(ties: Iterable[Tie], other: Moment, moment: Moment) -> bool:
    return all(
        set((other.told if is_told else other.asked).texts(there))
        & set(moment.asked.texts(here))
        for is_told, there, here in ties
    )


def latest(found: Iterable[Found | None]) -> Found | None:
    """Return the one found in the latest moment; what the request says wins."""
    best: Found | None = None
    for each in found:
        if each is None:
            continue
        if each.moment is None:
            return each
        number = each.moment.number
        if best is None or best.moment is None or number > best.moment.number:
            best = each
    return best
