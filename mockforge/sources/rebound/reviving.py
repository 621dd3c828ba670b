"""Reviving: which endpoints bring back what was ended, as recorded moments show it."""

from __future__ import annotations

import re

from mockforge.sources.rebound.journal import Journal, Moment
from mockforge.sources.rebound.links import Links, asked_values
from mockforge.sources.rebound.places import Place

_MOST = 200
"""Moments that are looked at for one ending."""

_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")

# What operations are called in English, whoever calls them so; the rest is learned.
_NAMES = frozenset(
    {
        *("restore", "undelete", "recover", "revive", "reinstate", "reactivate"),
        *("unarchive", "untrash", "resurrect"),
    }
)


def reviving(journal: Journal, links: Links) -> frozenset[str]:
    """Return the endpoints after which what was ended is there again.

    One does if it names no more than the ending named, is asked after an ending
    always, and what is read tells something else before and after it.
    """
    found: set[str] = set()
    for endpoint, numbers in journal.by_endpoint.items():
        moments = [journal.moments[number] for number in numbers]
        good = [each for each in moments if each.is_good and each.effect == "write"]
        if not good:
            continue
        ends = [_ended_before(journal, links, each) for each in good]
        if _is_named_so(endpoint) or (
            all(ends)
            and any(
                end is not None and _is_seen(journal, end, each)
                for end, each in zip(ends, good, strict=True)
            )
        ):
            found.add(endpoint)
    return frozenset(found)


def _is_named_so(endpoint: str) -> bool:
    rest = endpoint.partition(" ")[2]
    template, _, chosen = rest.partition(" [")
    literal = [each for each in template.split("/") if each and "{" not in each]
    name = chosen.rpartition("=")[2].rpartition(".")[2] if chosen else ""
    words = [word.lower() for word in _WORD.findall(name or "".join(literal[-1:]))]
    return bool(words) and (words[0] in _NAMES or "".join(words[:2]) in _NAMES)


def _ended_before(journal: Journal, links: Links, moment: Moment) -> Moment | None:
    """Return the last ending of what *moment* names, if it names no more than that."""
    named = _named(moment)
    for number in [*reversed(journal.ends)][:_MOST]:
        end = journal.moments[number]
        if number > moment.number or end.endpoint == moment.endpoint:
            continue
        if named and named <= _named(end) and links.covers(journal, end, moment):
            return end
    return None


def _named(moment: Moment) -> set[str]:
    """Return what a request names; the words of its path say what is to be done."""
    return {f.text for f in asked_values(moment) if f.place[0] != "path"}


def _is_seen(journal: Journal, end: Moment, moment: Moment) -> bool:
    """Whether the same is asked before and after *moment*, and answered otherwise."""
    between: dict[object, str] = {}
    for each in journal.moments[end.number + 1 : end.number + _MOST]:
        if each.effect == "end" and each.number > moment.number:
            return False
        if each.effect != "read":
            continue
        key = _asked(each)
        if each.number < moment.number:
            between[key] = _told(each)
        elif each.is_good and key in between and between[key] != _told(each):
            return True
    return False


def _asked(moment: Moment) -> tuple[str, tuple[tuple[Place, str], ...]]:
    facts = sorted((fact.place, fact.text) for fact in asked_values(moment))
    return moment.endpoint, tuple(facts)


def _told(moment: Moment) -> str:
    return f"{moment.outcome} {moment.document!r}"
