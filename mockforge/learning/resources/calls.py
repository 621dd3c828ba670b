"""Kinds of entities that no path names: remote calls, queries, operations in a body."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from mockforge.bodies.document import Path
from mockforge.learning.resources.kinds import (
    ENOUGH,
    Group,
    agreement,
    field_of,
    plain_template,
)
from mockforge.learning.resources.readings import (
    Reading,
    Record,
    alike,
    flat,
    is_name,
    is_scalar,
    same,
    text,
)

_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+")


@dataclass(frozen=True, slots=True)
class _Tie:
    """A value of the request that the answer's entity repeats."""

    slot: Path
    site: Path
    field: Path


def with_calls(
    groups: list[Group],
    by_key: Mapping[str, Sequence[Reading]],
    templates: Mapping[str, str],
) -> list[Group]:
    """Return *groups* and those found in calls; every endpoint is put to its kind."""
    first = first_seen(by_key)
    placed = {key for group in groups for key in (*group.slots, *group.sites)}
    ties = {
        key: found
        for key in sorted(by_key)
        if key not in placed and (found := _ties(by_key[key], first))
    }
    coarse = _coarser(ties, by_key)
    ties = {
        key: fine
        for key, found in ties.items()
        if (fine := [tie for tie in found if tie.field not in coarse])
    }
    popular = Counter(
        pair for found in ties.values() for pair in {_names(tie) for tie in found}
    )
    made: list[Group] = []
    for key, found in ties.items():
        best = max(found, key=lambda tie: _worth(tie, popular))
        _put(groups, made, key, best, by_key[key])
    everything = groups + made
    # Twice: what the first round attaches tells more of what is known.
    for _ in range(2):
        for key in sorted(by_key):
            if not any(key in group.sites for group in everything):
                _attach(everything, key, by_key[key], templates.get(key, ""))
    _attach_silent(everything, by_key, first)
    return everything


def _coarser(
    ties: Mapping[str, list[_Tie]], by_key: Mapping[str, Sequence[Reading]]
) -> set[Path]:
    """Return the fields that do not name an entity: others tell more of them apart.

    A field is coarser than another if one value of it goes with several of the other,
    and never the other way round, as the id of a parent and that of a child do.
    """
    fields = sorted({tie.field for found in ties.values() for tie in found})[:30]
    pairs: dict[tuple[Path, Path], dict[str, set[str]]] = {}
    for items in by_key.values():
        for reading in items:
            for _, _, record in reading.objects:
                known = [
                    (each, text(value))
                    for each in fields
                    if is_name(value := field_of(record, each))
                ]
                for one, value in known:
                    for other, told in known:
                        if one != other:
                            goes = pairs.setdefault((one, other), {})
                            goes.setdefault(value, set()).add(told)
    many = {
        pair
        for pair, goes in pairs.items()
        if any(len(values) > 1 for values in goes.values())
    }
    return {one for one, other in many if (other, one) not in many}


def first_seen(by_key: Mapping[str, Sequence[Reading]]) -> dict[str, int]:
    """Return when each text was first sent or told."""
    first: dict[str, int] = {}
    for reading in sorted(
        (each for items in by_key.values() for each in items), key=lambda r: r.index
    ):
        values = list(reading.sources.values())
        for _, _, record in reading.objects:
            values += record.values()
        for value in values:
            if is_name(value):
                first.setdefault(text(value), reading.index)
    return first


def _names(tie: _Tie) -> tuple[str, str]:
    return str(tie.slot[-1]), str(tie.field[-1])


def _worth(tie: _Tie, popular: Counter[tuple[str, str]]) -> tuple[object, ...]:
    return (
        popular[_names(tie)],
        alike(tie.slot, tie.field),
        str(tie.field[-1]).lower().endswith("id"),
        -len(tie.field),
        -len(tie.slot),
        repr(tie),
    )


def _ties(items: Sequence[Reading], first: Mapping[str, int]) -> list[_Tie]:
    """Return what every answer repeats of its request, if it was known before."""
    matches: Counter[_Tie] = Counter()
    known: Counter[_Tie] = Counter()
    answered: Counter[Path] = Counter()
    for reading in items:
        if not reading.is_ok:
            continue
        singles = {g: record for g, _, record in reading.objects if "*" not in g}
        answered.update(singles.keys())
        for site, record in singles.items():
            for tie in _tied(reading, site, record):
                matches[tie] += 1
                value = text(reading.sources[tie.slot])
                known[tie] += first.get(value, reading.index) < reading.index
    found = [
        tie
        for tie, count in matches.items()
        if count == answered[tie.site] and known[tie] * 2 >= count
    ]
    return [tie for tie in found if not _is_envelope(items, tie)]


def _tied(reading: Reading, site: Path, record: Record) -> Iterable[_Tie]:
    fields = [((str(name),), value) for name, value in record.items() if is_name(value)]
    for slot, value in reading.sources.items():
        if slot[0] in ("query", "body", "param") and is_name(value):
            for field, told in fields:
                if same(value, told):
                    yield _Tie(slot, site, field)


def _is_envelope(items: Sequence[Reading], tie: _Tie) -> bool:
    """Whether the field names the message, as the id of JSON-RPC does."""
    if tie.site != ():
        return False
    bodies = [each.sources for each in items]
    return all(("body", "jsonrpc") in each for each in bodies)


def _put(
    groups: list[Group],
    made: list[Group],
    key: str,
    tie: _Tie,
    items: Sequence[Reading],
) -> None:
    """Put the endpoint to the kind whose records its answers agree with."""
    records = [
        record
        for reading in items
        if reading.is_ok
        for general, _, record in reading.objects
        if general == tie.site
    ]
    best: tuple[float, Group] | None = None
    for group in groups + made:
        named = _named(records, group.id)
        shared, share = agreement(group, named)
        is_same = bool(group.id) and shared > 0 and share >= ENOUGH
        if is_same and (best is None or share > best[0]):
            best = (share, group)
    if best is None:
        label = max(_words(key), key=lambda word: (len(word), word), default="entity")
        best = (0.0, Group(f"{label} {key}", id=tie.field))
        made.append(best[1])
    group = best[1]
    group.sites[key] = tie.site
    slot = tie.slot
    if group.id == tie.field or not group.collection:
        group.slots[key] = slot
    for record in records:
        group.keep(record)


def _named(records: Iterable[Record], name: Path) -> list[tuple[str, Record]]:
    found = []
    for record in records:
        value = field_of(record, name)
        if is_name(value):
            found.append((text(value), record))
    return found


def _words(key: str) -> set[str]:
    """Return the words of an endpoint's name, in lower case and singular."""
    found = {word.lower() for word in _WORD.findall(key)}
    return {
        word[:-1] if len(word) > 3 and word.endswith("s") else word for word in found
    }


def _attach(
    groups: list[Group], key: str, items: Sequence[Reading], template: str
) -> None:
    """Put an endpoint whose answers hold entities of a known kind to it."""
    sites: dict[Path, list[Record]] = {}
    for reading in items:
        if reading.is_ok:
            for general, _, record in reading.objects:
                sites.setdefault(general, []).append(record)
    best: tuple[tuple[object, ...], Group, Path] | None = None
    for site, records in sites.items():
        for group in groups:
            score = _fit(group, key, plain_template(template), records)
            if score is None:
                continue
            rank = (score[0], -len(site), score[1], score[2])
            if best is None or rank > best[0]:
                best = (rank, group, site)
    if best is None:
        return
    _, group, site = best
    group.sites[key] = site
    for record in sites[site]:
        group.keep(record)


def _fit(
    group: Group, key: str, template: str, records: list[Record]
) -> tuple[bool, float, int] | None:
    """Return how well *records* are of the kind; None if they hardly are."""
    if not group.id:
        return None
    named = _named(records, group.id)
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
    if share == ENOUGH and not _is_related(group, key, named):
        return None
    return (False, share, shared)


def _is_related(group: Group, key: str, named: list[tuple[str, Record]]) -> bool:
    """Whether a kind of which nothing but ids can be compared is meant."""
    if all(not name.isdigit() and len(name) >= 6 for name, _ in named):
        return True
    mine = _words(key)
    known = {word for each in (*group.slots, *group.sites) for word in _words(each)}
    common = {"get", "post", "put", "patch", "delete", "list", "create", "body", "api"}
    return bool((mine & known) - common)


def _attach_silent(
    groups: list[Group],
    by_key: Mapping[str, Sequence[Reading]],
    first: Mapping[str, int],
) -> None:
    """Put endpoints whose answers hold no entity to the kind they address."""
    for key in sorted(by_key):
        if any(key in group.slots for group in groups):
            continue
        best: tuple[tuple[object, ...], Group, Path] | None = None
        for group in groups:
            if group.collection and key not in group.sites:
                continue
            for slot, rank in _addressed(group, key, by_key[key], first).items():
                if best is None or rank > best[0]:
                    best = (rank, group, slot)
        if best is not None:
            best[1].slots[key] = best[2]


def _addressed(
    group: Group, key: str, items: Sequence[Reading], first: Mapping[str, int]
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
    mine = _words(key)
    known = {word for each in (*group.slots, *group.sites) for word in _words(each)}
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


def scalars(record: Record) -> dict[Path, object]:
    """Return the scalar fields of *record*."""
    return {path: value for path, value in flat(record).items() if is_scalar(value)}
