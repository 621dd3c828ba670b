"""Endpoints are put to the kind whose entities they show or address."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from mockforge.bodies.document import Path
from mockforge.learning.resources.agreeing import agreement
from mockforge.learning.resources.kinds import (
    ENOUGH,
    Group,
    field_of,
    plain_template,
)
from mockforge.learning.resources.readings import (
    Reading,
    Record,
    alike,
    is_name,
    text,
)

_COMMON = frozenset(
    [
        *("get", "post", "put", "patch", "delete", "list", "create", "update"),
        *("body", "header", "query", "api", "find", "search", "add", "new", "remove"),
    ]
)


_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+")


def by_name(records: Iterable[Record], name: Path) -> list[tuple[str, Record]]:
    """Return those of *records* that have an id, with it."""
    found = []
    for record in records:
        value = field_of(record, name)
        if is_name(value):
            found.append((text(value), record))
    return found


@lru_cache(maxsize=1 << 14)
def words_of(key: str) -> frozenset[str]:
    """Return the words of an endpoint's name, in lower case and singular."""
    found = {word.lower() for word in _WORD.findall(key)}
    return frozenset(
        word[:-1] if len(word) > 3 and word.endswith("s") else word for word in found
    )


def attach(
    groups: list[Group], key: str, items: Sequence[Reading], template: str
) -> None:
    """Put an endpoint whose answers hold entities of a known kind to it."""
    sites = _sites(items)
    if not sites:
        return
    mine, own = words_of(key), _own_words(groups)
    found: list[tuple[tuple[float, ...], int, Path]] = []
    for number, group in enumerate(groups):
        related = len(mine & own[number])
        for site, records in sites.items():
            score = _fit(group, plain_template(template), records, related > 0)
            if score is not None:
                rank = (score[0], -len(site), score[1], related, score[2])
                found.append((rank, -number, site))
    if found:
        _, number, site = max(found, key=lambda one: one[:2])
        groups[-number].sites[key] = site
        for record in sites[site]:
            groups[-number].keep(record)


def _sites(items: Sequence[Reading]) -> dict[Path, list[Record]]:
    """Return the objects of all answers by where they are."""
    found: dict[Path, list[Record]] = {}
    for reading in items:
        if reading.is_ok:
            for general, _, record in reading.objects:
                found.setdefault(general, []).append(record)
    return found


def _fit(
    group: Group, template: str, records: list[Record], is_related: bool
) -> tuple[bool, float, int] | None:
    """Return how well *records* are of the kind; None if they hardly are."""
    if not group.id:
        return None
    named = by_name(records, group.id)
    if len(named) * 2 < len(records):
        return None
    shared, share = agreement(group, named)
    is_home = bool(group.collection) and template == group.collection
    if is_home:
        return (True, max(share, ENOUGH), shared)
    if group.collection and group.collection.startswith(template + "/{}"):
        # What is listed one level further out are the parents.
        return None
    if not shared or share < ENOUGH:
        return None
    if share == ENOUGH and not (is_related or _are_rare(named)):
        return None
    return (False, share, shared)


def _are_rare(named: list[tuple[str, Record]]) -> bool:
    """Whether ids are such that another kind hardly has the same."""
    return all(not name.isdigit() and len(name) >= 6 for name, _ in named)


def _own_words(groups: Sequence[Group]) -> list[set[str]]:
    """Return for each kind the words of its endpoints that no other kind's have."""
    every = [
        {word for each in (*group.slots, *group.sites) for word in words_of(each)}
        for group in groups
    ]
    seen = Counter(word for words in every for word in words)
    return [{word for word in words if seen[word] == 1} - _COMMON for words in every]


def attach_silent(
    groups: list[Group],
    by_key: Mapping[str, Sequence[Reading]],
    first: Mapping[str, int],
) -> None:
    """Put endpoints whose answers hold no entity to the kind they address."""
    words = {
        group.name: {word for each in group.sites for word in words_of(each)}
        for group in groups
    }
    for key in sorted(by_key):
        if any(key in group.slots for group in groups):
            continue
        best: tuple[tuple[object, ...], Group, Path] | None = None
        for group in groups:
            if group.collection and key not in group.sites:
                continue
            for slot, rank in _addressed(
                group, key, by_key[key], first, words[group.name]
            ).items():
                if best is None or rank > best[0]:
                    best = (rank, group, slot)
        if best is not None:
            best[1].slots[key] = best[2]


def _addressed(
    group: Group,
    key: str,
    items: Sequence[Reading],
    first: Mapping[str, int],
    known: set[str],
) -> dict[Path, tuple[object, ...]]:
    """Return the slots that hold ids of the group's known before, and how surely."""
    hits: Counter[Path] = Counter()
    total = 0
    for reading in items:
        if not reading.is_ok:
            continue
        total += 1
        for slot, value in reading.sources.items():
            if not is_name(value) or slot[0] not in ("query", "body"):
                continue
            is_known = first.get(text(value), reading.index) < reading.index
            hits[slot] += is_known and text(value) in group.ids
    names = {str(slot[-1]) for slot in group.slots.values()} | {str(group.id[-1:])}
    mine = words_of(key)
    return {
        slot: (
            str(slot[-1]) in names,
            len(mine & known),
            count,
            -len(slot),
            repr(slot),
        )
        for slot, count in hits.items()
        if count * 2 > total
        and not (key in group.sites and "*" in group.sites[key])
        and (str(slot[-1]) in names or alike(slot, group.id))
    }
