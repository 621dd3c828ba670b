"""Renaming: which requests give a thing another name, as recorded moments show it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations
from typing import NamedTuple

from mockforge.sources.rebound.facts import Fact
from mockforge.sources.rebound.journal import Journal, Moment, Posting
from mockforge.sources.rebound.places import Place

_PLACES = 12
"""Values of a request that are looked at."""

_MOST = 8
"""Names of one thing that are looked up, and examples that are looked at."""

_MISSING = (404, 410)
_NAMED = ("param", "query", "body")


class Renaming(NamedTuple):
    """Where a request has the old name of a thing, and where the new one."""

    old: Place
    new: Place


Renamings = dict[str, Renaming]
"""By endpoint."""


def renaming(journal: Journal) -> Renamings:
    """Return the endpoints that give a thing another name.

    One does if what was there by the old name is found missing after it, and is found
    by the new name, which nobody had said before, at the same endpoint.
    """
    found: Renamings = {}
    for endpoint, numbers in journal.by_endpoint.items():
        moments = [journal.moments[number] for number in numbers]
        good = [each for each in moments if each.is_good and each.effect == "write"]
        for old, new in permutations(_places(good), 2):
            if any(_is_shown(journal, each, old, new) for each in good[:_MOST]):
                found.setdefault(endpoint, Renaming(old, new))
    return found


def former(
    renamings: Renamings, journal: Journal, text: str, number: int
) -> Iterator[tuple[str, int]]:
    """Yield what was named *text* before *number* was named earlier, and until when."""
    for _ in range(_MOST if renamings else 0):
        last = next(_given(renamings, journal, text, number), None)
        if last is None:
            return
        text, number = last
        yield last


def _given(
    renamings: Renamings, journal: Journal, text: str, number: int
) -> Iterator[tuple[str, int]]:
    for posting in journal.before(text, number):
        moment = journal.moments[posting.number]
        rule = renamings.get(moment.endpoint)
        if rule is None or posting.is_told or not moment.is_good:
            continue
        old = moment.asked.one(rule.old)
        if posting.fact.place == rule.new and old is not None and old.text != text:
            yield old.text, moment.number


def _places(good: list[Moment]) -> list[Place]:
    """Return the places where all of *good* have one text that may be a name."""
    if not good:
        return []
    found = [
        fact.place
        for fact in good[0].asked.every
        if fact.place[0] in _NAMED
        and fact.place[-1][:1] != "~"
        and isinstance(fact.value, str)
    ]
    return [each for each in found if all(m.asked.one(each) for m in good)][:_PLACES]


def _is_shown(journal: Journal, moment: Moment, old: Place, new: Place) -> bool:
    one, other = moment.asked.one(old), moment.asked.one(new)
    if one is None or other is None or one.text == other.text:
        return False
    before = _asking(journal, [*journal.before(one.text, moment.number)])
    if not any(each.is_change for each, _ in before):
        return False
    if any(each.is_good for each, _ in _asking(journal, _before(journal, moment, new))):
        return False
    missing = _answered(journal, moment, one)
    there = _answered(journal, moment, other)
    both = missing.keys() & there.keys()
    return any(there[key] < 400 and missing[key] in _MISSING for key in both) and not (
        any(status < 400 for status in missing.values())
    )


def _before(journal: Journal, moment: Moment, place: Place) -> list[Posting]:
    fact = moment.asked.one(place)
    return [*journal.before(fact.text, moment.number)] if fact else []


def _answered(
    journal: Journal, moment: Moment, fact: Fact
) -> dict[tuple[str, Place], int]:
    """Return how readings by a name are answered until somebody ends or makes it.

    What else is done by that name, as long as it only writes, shows that it is there.
    """
    found: dict[tuple[str, Place], int] = {}
    for other, place in _asking(journal, journal.after(fact.text, moment.number)):
        if other.effect == "read":
            found.setdefault((other.endpoint, place), other.status)
        elif other.effect == "end" and other.is_good:
            break
    return found


def _asking(journal: Journal, postings: list[Posting]) -> list[tuple[Moment, Place]]:
    """Return the moments, with the places, whose requests name what was looked for."""
    return [
        (journal.moments[each.number], each.fact.place)
        for each in postings
        if not each.is_told and each.fact.place[0] in _NAMED
    ]
