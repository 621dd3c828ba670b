"""Restoring: which requests bring an earlier state of a thing back.

What was written between the time that is gone back to and the request counts no more.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from mockforge.sources.rebound.journal import Journal, Moment
from mockforge.sources.rebound.links import Restoring, asked_values, is_distinct, names
from mockforge.sources.rebound.places import Place

_MOST = 200
"""Moments that are looked at for one request."""

_EXAMPLES = 8


def restoring(journal: Journal) -> tuple[Restoring, ...]:
    """Return what brings earlier states back.

    A request does if what is read just before and just after it differs, and tells
    first what was written last, then what was written earlier; and if in between
    an answer told a name that the request has.
    """
    found: dict[str, Restoring] = {}
    for endpoint, numbers in journal.by_endpoint.items():
        moments = [journal.moments[number] for number in numbers]
        good = [each for each in moments if each.is_good and each.effect == "write"]
        for moment in good[:_EXAMPLES]:
            rule = next(_rules(journal, moment), None)
            if rule is not None:
                found.setdefault(endpoint, rule)
    return tuple(found.values())


def is_undone(
    rules: tuple[Restoring, ...], journal: Journal, other: Moment, moment: Moment
) -> bool:
    """Whether what *other* did was undone when *moment* is asked, or by it."""
    return any(
        back.number > other.number
        and (back is moment or back.is_good)
        and _names_all(other, back, rule)
        and (saved := _saved(rule, journal, back)) is not None
        and saved.number < other.number
        for rule in rules
        for back in _backs(rule, journal, moment)
    )


def _backs(rule: Restoring, journal: Journal, moment: Moment) -> Iterator[Moment]:
    if moment.endpoint == rule.endpoint:
        yield moment
    yield from islice(journal.of_endpoint(rule.endpoint, moment.number), _MOST)


def _names_all(other: Moment, back: Moment, rule: Restoring) -> bool:
    facts = [back.asked.one(here) for _, here in rule.shared]
    return all(each and names(other, each.text, each.place) for each in facts)


def _saved(rule: Restoring, journal: Journal, back: Moment) -> Moment | None:
    """Return the moment whose state *back* brings back."""
    wanted = set(back.asked.texts(rule.asked))
    for each in islice(journal.of_endpoint(rule.saved, back.number), _MOST):
        if each.is_good and wanted & set(each.told.texts(rule.told)):
            pairs = [
                (each.asked.texts(there), back.asked.texts(here))
                for there, here in rule.shared
            ]
            if all(one and one == other for one, other in pairs):
                return each
    return None


def _rules(journal: Journal, back: Moment) -> Iterator[Restoring]:
    pairs = dict.fromkeys((a.number, b.number) for a, b in _written(journal, back))
    for first, end in islice(pairs, _EXAMPLES):
        last = journal.moments[end]
        for saved in reversed(journal.moments[max(first, end - _MOST) : end]):
            if not saved.is_good or saved.effect != "write":
                continue
            shared = _shared(saved, back, last)
            if not shared:
                continue
            for fact in asked_values(back):
                told = saved.told.by_text.get(fact.text, ())
                if told and fact.text not in saved.asked.by_text:
                    place = told[0].place
                    yield Restoring(
                        back.endpoint, saved.endpoint, place, fact.place, shared
                    )


def _shared(
    saved: Moment, back: Moment, last: Moment
) -> tuple[tuple[Place, Place], ...]:
    """Return where both have the names that also *last* asked with."""
    return tuple(
        (other.place, fact.place)
        for fact in asked_values(back)
        if fact.place[0] not in ("path", "header", "cookie")
        and fact.text in last.asked.by_text
        for other in saved.asked.by_text.get(fact.text, ())[:1]
    )


def _written(journal: Journal, back: Moment) -> Iterator[tuple[Moment, Moment]]:
    """Yield what wrote what is told after *back*, and what is told before it."""
    for one, other in _readings(journal, back):
        for fact in other.told.every:
            was = one.told.one(fact.place)
            is_apart = was is not None and was.text != fact.text
            if was is None or not is_apart or fact.text in back.asked.by_text:
                continue
            if not (is_distinct(fact.text) and is_distinct(was.text)):
                continue
            last = _writer(journal, was.text, one.number)
            first = last and _writer(journal, fact.text, last.number)
            if last and first:
                yield first, last


def _writer(journal: Journal, text: str, number: int) -> Moment | None:
    """Return the last moment before *number* that wrote *text*."""
    for posting in journal.before(text, number):
        moment = journal.moments[posting.number]
        if not posting.is_told and moment.is_change:
            return moment
    return None


def _readings(journal: Journal, back: Moment) -> Iterator[tuple[Moment, Moment]]:
    """Yield readings of the same just before and after *back*."""
    before: dict[tuple[str, str], Moment] = {}
    start = max(0, back.number - _MOST)
    for each in _read_in(reversed(journal.moments[start : back.number])):
        before.setdefault((each.endpoint, each.target), each)
    for each in _read_in(journal.moments[back.number + 1 : back.number + _MOST]):
        if (each.endpoint, each.target) in before:
            yield before[each.endpoint, each.target], each


def _read_in(moments: Iterable[Moment]) -> Iterator[Moment]:
    """Yield what was read until something else was done."""
    for each in moments:
        if each.effect != "read" and each.is_good:
            return
        if each.effect == "read" and each.is_good:
            yield each
