"""Kinds of entities that no path names: remote calls, queries, operations in a body."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from mockforge.bodies.document import Path
from mockforge.learning.resources.agreeing import agreement
from mockforge.learning.resources.attaching import (
    attach,
    attach_silent,
    by_name,
    words_of,
)
from mockforge.learning.resources.kinds import (
    ENOUGH,
    Group,
    field_of,
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
                attach(everything, key, by_key[key], templates.get(key, ""))
    attach_silent(everything, by_key, first)
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
        named = by_name(records, group.id)
        shared, share = agreement(group, named)
        is_same = bool(group.id) and shared > 0 and share >= ENOUGH
        if is_same and (best is None or share > best[0]):
            best = (share, group)
    if best is None:
        label = max(words_of(key), key=lambda word: (len(word), word), default="entity")
        best = (0.0, Group(f"{label} {key}", id=tie.field))
        made.append(best[1])
    group = best[1]
    group.sites[key] = tie.site
    slot = tie.slot
    if group.id == tie.field or not group.collection:
        group.slots[key] = slot
    for record in records:
        group.keep(record)


def scalars(record: Record) -> dict[Path, object]:
    """Return the scalar fields of *record*."""
    return {path: value for path, value in flat(record).items() if is_scalar(value)}
