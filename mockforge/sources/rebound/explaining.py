"""Explaining: finds where the values of recorded answers come from, and tests it.

What may explain one value is tried on all exchanges of the endpoint; what explains
most of them and misleads least is kept.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from mockforge.sources.rebound.facts import Fact, Facts
from mockforge.sources.rebound.journal import (
    Journal,
    Moment,
    counter_of,
    whole_number,
)
from mockforge.sources.rebound.links import (
    are_named_alike,
    asked_values,
    is_distinct,
    name_of,
)
from mockforge.sources.rebound.origins import (
    Found,
    Lookup,
    Origin,
    Tie,
    in_item,
    latest,
    writes,
)
from mockforge.sources.rebound.places import Place
from mockforge.sources.rebound.renaming import former
from mockforge.sources.rebound.values import varied

_TRIED = 24
"""Exchanges an origin is tried on."""

_CANDIDATES = 40
"""Origins that are tried for one place."""

_ALTERNATIVES = 6
"""Origins of one value that are kept: the latest wins."""

_SURE = 0.9
"""The share of objects that must have the fields of those they are found as."""

_STEPS = range(11)
"""By how much a number may be counted on."""


@dataclass(frozen=True, slots=True)
class Explained:
    """Where the values at one place come from."""

    origins: tuple[Origin, ...]
    share: float
    """Of the exchanges that were tried, those it is right for."""


NOTHING = Explained((), 0.0)


class Explaining:
    """Explains the answers of one endpoint."""

    def __init__(self, lookup: Lookup, names: Sequence[Place]) -> None:
        """Explain what is recorded in the journal of *lookup*.

        Args:
            lookup: Over the recorded journal.
            names: Places of the request that name what it is about.
        """
        self._lookup = lookup
        self._journal: Journal = lookup.journal
        self._names = frozenset(names)

    def explain(self, samples: Sequence[tuple[Moment, Fact]]) -> Explained:
        """Return where the values of *samples*, all at one place, come from."""
        tried = varied(samples, [fact.text for _, fact in samples], _TRIED)
        texts = Counter(fact.text for _, fact in tried)
        commonest = texts.most_common(1)[0][1]
        found: dict[Origin, list[Found | None]] = {}
        for origin in self._candidates(tried):
            found[origin] = [
                self._lookup.find(origin, moment, fact.place) for moment, fact in tried
            ]
        kept = self._kept(found, tried)
        if not kept:
            return NOTHING
        right = _right([found[each] for each in kept], tried)
        if right < commonest or (right == commonest and self._is_chance(kept, tried)):
            return NOTHING
        if not _is_whole([found[each] for each in kept], tried):
            return NOTHING
        return Explained(tuple(kept), right / len(tried))

    def _kept(
        self,
        found: dict[Origin, list[Found | None]],
        tried: Sequence[tuple[Moment, Fact]],
    ) -> list[Origin]:
        ranked = sorted(
            found,
            key=lambda each: (
                -_worth(found[each], tried),
                _plainness(each, tried[0][1].place),
                str(each),
                each.ties,
            ),
        )
        kept: list[Origin] = []
        right = 0
        for origin in ranked:
            now = _right([found[each] for each in [*kept, origin]], tried)
            if now > right:
                kept.append(origin)
                right = now
                if origin.kind != "earlier" or len(kept) >= _ALTERNATIVES:
                    break
                if right == len(tried):
                    break
        return kept

    def _is_chance(
        self, kept: Sequence[Origin], tried: Sequence[tuple[Moment, Fact]]
    ) -> bool:
        """Whether a value that is always the same is rather a constant."""
        text, place = tried[0][1].text, tried[0][1].place
        if kept[0].kind in ("counted", "times"):
            return len(tried) > 1 and kept[0].step == 0 and kept[0].kind == "times"
        if kept[0].place and name_of(kept[0].place) == name_of(place):
            return False
        if is_distinct(text) and (len(tried) < 3 or kept[0].kind == "request"):
            return False
        alike = are_named_alike(kept[0].place, place)
        return not alike or (kept[0].kind == "earlier" and not kept[0].ties)

    def _candidates(self, tried: Sequence[tuple[Moment, Fact]]) -> list[Origin]:
        found: dict[Origin, None] = {}
        for moment, fact in tried:
            if not fact.text or fact.value is None:
                continue
            for origin in self._of_one(moment, fact):
                key = replace(origin, outcomes=frozenset())
                found.setdefault(key)
                if len(found) >= _CANDIDATES * 4:
                    break
        outcomes = self._outcomes(tried, list(found))
        return [
            replace(each, outcomes=outcomes.get(each.endpoint, frozenset()))
            for each in found
        ][: _CANDIDATES * 4]

    def _outcomes(
        self, tried: Sequence[tuple[Moment, Fact]], origins: Sequence[Origin]
    ) -> dict[str, frozenset[str]]:
        """Return the outcomes after which a value of *tried* is what was given."""
        found: dict[str, set[str]] = {}
        endpoints = {each.endpoint for each in origins if each.kind == "earlier"}
        for moment, fact in tried:
            for posting in self._journal.before(fact.text, moment.number):
                other = self._journal.moments[posting.number]
                if other.endpoint in endpoints and other.is_good:
                    found.setdefault(other.endpoint, set()).add(other.outcome)
        return {name: frozenset(each) for name, each in found.items()}

    def _of_one(self, moment: Moment, fact: Fact) -> Iterator[Origin]:
        for other in moment.asked.by_text.get(fact.text, ()):
            yield Origin("request", other.place)
        yield from self._earlier(moment, fact)
        count = whole_number(fact.value)
        if count is not None:
            yield from self._counts(moment, fact, count)

    def _earlier(self, moment: Moment, fact: Fact) -> Iterator[Origin]:
        named = [
            each
            for each in asked_values(moment)
            if each.place in self._names and each.text != fact.text
        ]
        for posting in [*self._journal.before(fact.text, moment.number)][:16]:
            other = self._journal.moments[posting.number]
            if not other.is_good or (other.effect == "read" and posting.is_told):
                continue
            ties = _ties(self._with_former(named, moment), other, posting.fact)
            plain = Origin(
                "earlier", posting.fact.place, other.endpoint, posting.is_told
            )
            for chosen in _choices(ties):
                origin = replace(plain, ties=chosen)
                yield origin
                yield replace(origin, is_first=True)

    def _with_former(
        self, named: Sequence[Fact], moment: Moment
    ) -> list[tuple[Fact, Sequence[str]]]:
        rules, number = self._lookup.links.renaming, moment.number
        found: list[tuple[Fact, Sequence[str]]] = []
        for fact in named:
            before = former(rules, self._journal, fact.text, number)
            found.append((fact, [fact.text, *(text for text, _ in before)]))
        return found

    def _counts(self, moment: Moment, fact: Fact, count: int) -> Iterator[Origin]:
        key = counter_of(fact.place)
        last = self._journal.last_count(key, moment.number)
        if last is not None and count - last in _STEPS:
            first = self._journal.counters[key][0][1]
            yield Origin("counted", step=count - last, start=first)
        elif last is None:
            yield from (Origin("counted", step=step, start=count) for step in (0, 1))
        for each in asked_values(moment):
            if each.place in self._names:
                times = [*writes(self._lookup.links, self._journal, moment, each)]
                if count - len(times) in (0, 1) and count < 1000:
                    yield Origin("times", each.place, step=count - len(times))


def _ties(
    named: Sequence[tuple[Fact, Sequence[str]]], other: Moment, value: Fact
) -> list[Tie]:
    """Return how *value* of *other* is tied to a request that names *named*.

    With each name are those that the same had, the last one first.
    """
    place = value.place
    ties: list[Tie] = []
    for fact, texts in named:
        best: tuple[tuple[bool, int], Tie] | None = None
        for is_told, facts in ((False, other.asked), (True, other.told)):
            for there in _of_texts(facts, texts):
                if there.place == place or there.place[0] in ("raw", "whole"):
                    continue
                size = in_item(there.place, place)
                if there.path[:size] != value.path[:size]:
                    continue
                is_apart = not are_named_alike(there.place, fact.place)
                # What stands in the same item of a list says which item it is.
                rank = (not size, 2 * is_apart + is_told)
                if best is None or rank < best[0]:
                    best = (rank, (is_told, there.place, fact.place))
        if best is not None:
            ties.append(best[1])
    return ties[:4]


def _of_texts(facts: Facts, texts: Sequence[str]) -> Sequence[Fact]:
    """Return where the first of *texts* stands that is there at all."""
    return next((facts.by_text[each] for each in texts if each in facts.by_text), ())


def _choices(ties: list[Tie]) -> Iterator[tuple[Tie, ...]]:
    if len(ties) > 1:
        yield tuple(ties)
    for tie in ties:
        yield (tie,)
    yield ()


def _worth(found: Sequence[Found | None], tried: Sequence[tuple[Moment, Fact]]) -> int:
    """Return how often it is right, less how often it is wrong.

    To be wrong with what is older than the truth is no fault: something newer may
    tell the truth.
    """
    worth = 0
    for each, (_, fact) in zip(found, tried, strict=True):
        if each is not None:
            worth += 2 if each.text == fact.text else -1
    return worth


def _right(
    found: Sequence[Sequence[Found | None]], tried: Sequence[tuple[Moment, Fact]]
) -> int:
    right = 0
    for number, (_, fact) in enumerate(tried):
        best = latest(each[number] for each in found)
        right += best is not None and best.text == fact.text
    return right


def _is_whole(
    found: Sequence[Sequence[Found | None]], tried: Sequence[tuple[Moment, Fact]]
) -> bool:
    """Whether objects that are found have the fields of those that were told.

    An object that has others is made of its fields instead; values that changed are
    found one by one.
    """
    seen = same = 0
    for number, (_, fact) in enumerate(tried):
        best = latest(each[number] for each in found)
        if best is not None and isinstance(fact.value, dict):
            seen += 1
            same += isinstance(best.value, dict) and (
                best.value.keys() == fact.value.keys()
            )
    return same >= _SURE * seen


def _plainness(origin: Origin, place: Place) -> tuple[int, ...]:
    """Return what to sort equals by: the likelier first."""
    kinds = {"request": 0, "earlier": 1, "times": 3, "counted": 2}
    alike = bool(origin.place) and name_of(origin.place) == name_of(place)
    return (
        not alike and origin.kind != "counted",
        kinds[origin.kind],
        origin.is_told,
        -len(origin.ties),
        origin.is_first,
        origin.place[:1] in (("raw",), ("whole",)),
        len(origin.place),
        origin.step,
    )
