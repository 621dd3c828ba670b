"""How far records agree that may be of one entity."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from mockforge.bodies.document import Path
from mockforge.learning.resources.kinds import ENOUGH, Group
from mockforge.learning.resources.readings import (
    Record,
    flat,
    is_scalar,
    same,
)


def agreement(group: Group, records: Sequence[tuple[str, Record]]) -> tuple[int, float]:
    """Return how many of *records* the group knows, and how far they agree, 0 to 1.

    A field counts by how many values it has: that two are new says little, that both
    are called the same says much. Where nothing but the id can be compared, they
    agree as far as is enough.
    """
    weights = _weights(group, [record for _, record in records])
    shared, shares = 0, []
    for name, record in records:
        if name not in group.records:
            continue
        shared += 1
        known = group.records[name]
        shares.append(max(_agrees(record, old, group.id, weights) for old in known))
    return shared, sum(shares) / len(shares) if shares else 0.0


def _weights(group: Group, records: Sequence[Record]) -> dict[Path, float]:
    """Return by field the share of values that are different."""
    values: dict[Path, list[str]] = {}
    known = [old for each in group.records.values() for old in each[:1]]
    for one in [*known[:100], *(flat(record) for record in records[:100])]:
        for path, value in one.items():
            if is_scalar(value):
                values.setdefault(path, []).append(repr(value))
    return {path: len(set(each)) / len(each) for path, each in values.items()}


def _agrees(
    record: Record,
    old: Mapping[Path, object],
    name: Path,
    weights: Mapping[Path, float],
) -> float:
    new = flat(record)
    both = [
        path for path in new if path in old and path != name and is_scalar(new[path])
    ]
    if not both:
        return ENOUGH
    equal = sum(weights.get(path, 1) for path in both if same(new[path], old[path]))
    overlap = len(both) / max(1, min(len(new), len(old)) - 1)
    share = equal / sum(weights.get(path, 1) for path in both)
    return share * min(1.0, 0.5 + overlap)
