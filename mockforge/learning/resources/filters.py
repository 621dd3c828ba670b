"""Which field the items of a list are selected by."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mockforge.bodies.document import Path
from mockforge.learning.resources.model import Filter
from mockforge.learning.resources.readings import alike, flat, same, text
from mockforge.learning.resources.timeline import Event


def filter_of(slot: Path, ok: Sequence[Event]) -> Filter | None:
    """Return which field a parameter selects by, None if it does not."""
    given = [event for event in ok if slot in event.reading.sources]
    candidates: dict[Path, int] = {}
    for event in given:
        value = event.reading.sources[slot]
        for path in {p for _, view in event.views for p in flat(view)}:
            if all(same(flat(view).get(path), value) for _, view in event.views):
                candidates[path] = candidates.get(path, 0) + 1
    shown = sum(bool(event.views) for event in given)
    always = [path for path, count in candidates.items() if count == shown and shown]
    always.sort(key=lambda path: (not _is_for(slot, path), len(path), repr(path)))
    if always and (_is_for(slot, always[0]) or shown > 1):
        return Filter(slot, always[0])
    return _part(slot, given)


def _part(slot: Path, given: Sequence[Event]) -> Filter | None:
    """Return the field whose text a parameter is in, if it is in all."""
    hits: dict[Path, list[bool]] = {}
    for event in given:
        value = text(event.reading.sources[slot]).lower()
        for _, view in event.views:
            for path, told in flat(view).items():
                if isinstance(told, str):
                    at = told.lower().find(value) if value else -1
                    hits.setdefault(path, []).append(at == 0)
                    if at < 0:
                        hits[path].append(None)  # type: ignore[arg-type]
    good = [path for path, each in hits.items() if None not in each]
    if not good:
        return None
    best = min(good, key=lambda path: (not _is_for(slot, path), len(path), repr(path)))
    return Filter(slot, best, "prefix" if all(hits[best]) else "contains")


def _is_for(slot: Path, path: Path) -> bool:
    if alike(slot, path):
        return True
    return str(path[-1]).lower() in re.split(r"[^a-z0-9]+", str(slot[-1]).lower())
