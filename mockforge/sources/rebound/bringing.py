"""Bringing: which endpoints bring something new, as recorded moments show it."""

from __future__ import annotations

from collections.abc import Iterator

from mockforge.sources.rebound.effects import Effects, named_effect
from mockforge.sources.rebound.facts import RAW, text_for
from mockforge.sources.rebound.journal import Journal, Moment

_OTHERWISE = frozenset({304, 401, 403, 407, 429})
"""Statuses that tell of the request rather than of what is there."""


def learned_effects(journal: Journal) -> Effects:
    """Return what the endpoints do, as far as the moments of *journal* show it."""
    counts: dict[str, int] = {}
    seen: dict[str, set[str]] = {}
    writing: dict[str, set[str]] = {}
    for moment in journal.moments:
        if moment.status >= 500:
            continue
        counts[moment.endpoint] = counts.get(moment.endpoint, 0) + 1
        if not moment.is_good:
            continue
        seen.setdefault(moment.endpoint, set()).add(moment.outcome)
        known = writing.get(moment.endpoint, set())
        if moment.outcome in known:
            continue
        if _says_so(moment) or _brings(moment, journal):
            writing.setdefault(moment.endpoint, set()).add(moment.outcome)
    for moment in _altering(journal):
        writing.setdefault(moment.endpoint, set()).add(moment.outcome)
    often = {name: some for name, some in seen.items() if counts[name] > 1}
    return Effects(writing, often)


def _altering(journal: Journal) -> Iterator[Moment]:
    """Yield what alone stands between two readings that were answered otherwise.

    What is answered otherwise without anything between changes of itself.
    """
    told: dict[tuple[str, str, str], tuple[int, str]] = {}
    restless: set[str] = set()
    found: list[tuple[str, Moment]] = []
    acts: list[Moment] = []
    for moment in journal.moments:
        if moment.status >= 500:
            continue
        if named_effect(moment.endpoint) != "read":
            acts += [moment] if moment.is_good else []
            continue
        if moment.status in _OTHERWISE:
            continue
        sent = "".join(moment.asked.texts(RAW))
        key = (moment.endpoint, moment.target, sent)
        now = f"{moment.status} {text_for(moment.document)}"
        number, before = told.get(key, (len(acts), now))
        told[key] = (len(acts), now)
        if now != before:
            between = acts[number:]
            if not between:
                restless.add(moment.endpoint)
            if len(between) == 1 and named_effect(between[0].endpoint) is None:
                found.append((moment.endpoint, between[0]))
    yield from (moment for endpoint, moment in found if endpoint not in restless)


def _says_so(moment: Moment) -> bool:
    """Whether the status tells that something was done (RFC 9110, 15.3.2, 15.3.5)."""
    is_post = moment.endpoint.startswith("POST ")
    return moment.status == 201 or (is_post and moment.status in (204, 205))


def _brings(moment: Moment, journal: Journal) -> bool:
    """Whether other endpoints tell later what this request said first."""
    for facts, wants_told in ((moment.asked, True), (moment.told, False)):
        for fact in facts.every:
            if not fact.is_leaf or len(fact.text) < 3 or fact.place[0] == "header":
                continue
            before = journal.before(fact.text, moment.number)
            if any(journal.moments[each.number].status < 500 for each in before):
                continue
            is_own = wants_told and fact.text in moment.told.by_text
            for later in journal.after(fact.text, moment.number):
                other = journal.moments[later.number].endpoint != moment.endpoint
                is_new = other or (wants_told and not is_own)
                if is_new and later.is_told is wants_told:
                    return True
    return False
