"""Answers as recorded, and what varies in them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from mockforge.bodies.document import Path, leaves
from mockforge.learning.resources.model import (
    Outcome,
    Role,
    Situation,
)
from mockforge.learning.resources.origins import Observation, learn_origins
from mockforge.learning.resources.readings import (
    Record,
    Sources,
    flat,
    is_scalar,
)
from mockforge.learning.resources.timeline import Event
from mockforge.options import Json

# Fields of the head that whoever sends the answer sees to.
_OWN = frozenset(
    [
        *("content-length", "transfer-encoding", "connection", "keep-alive"),
        *("content-encoding", "content-type", "server", "vary"),
    ]
)


def fields_of(event: Event, record: Json) -> dict[Path, Json]:
    """Return the fields of an entity of the event's kind."""
    return flat(record, wholes=frozenset(event.group.wholes))


def sources_at(event: Event) -> Sources:
    """Return what the fields of an entity may come from."""
    found = dict(event.reading.sources)
    found.update({("scope", name): value for name, value in event.scope.items()})
    name = event.orphan or event.name
    if name is not None:
        found["id",] = name
    return found


def outcome_of(
    situation: Situation,
    role: Role,
    events: Sequence[Event],
    blind: frozenset[Path] = frozenset(),
) -> Outcome:
    """Return the answer of *events* that has most to show, and what varies in it."""
    status = _commonest([event.reading.status for event in events])
    alike_ones = [event for event in events if event.reading.status == status]
    site = alike_ones[0].group.sites.get(alike_ones[0].reading.key)
    if situation in ("missing", "exists", "refused", "orphan", "denied"):
        site = None
    if site is None and role == "read" and alike_ones[0].views:
        site = ()
    shapes = [
        frozenset(fields_of(event, view))
        for event in alike_ones
        for _, view in event.views
    ]
    best = max(alike_ones, key=_richness)
    envelope = learn_origins([_around(event, site) for event in alike_ones])
    return Outcome(
        best.reading.number,
        status,
        site if any(event.views for event in alike_ones) or role == "list" else None,
        frozenset.intersection(*shapes) if shapes else frozenset(),
        frozenset.union(*shapes) if shapes else frozenset(),
        {path: each for path, each in envelope.items() if each.kind != "constant"},
        empty=_empty(alike_ones, site) if role == "list" else None,
        nulls=_nulls(alike_ones),
        blind=blind,
    )


def _nulls(events: Sequence[Event]) -> frozenset[Path]:
    views = [fields_of(event, view) for event in events for _, view in event.views]
    return frozenset(
        path
        for path in {each for view in views for each in view}
        if all(path in view and view[path] is None for view in views)
    )


def blind_of(events: Sequence[Event]) -> frozenset[Path]:
    """Return the fields that such answers show as nothing, whatever they are."""
    shown = [
        (fields_of(event, event.shown), fields_of(event, event.after or {}))
        for event in events
        if event.shown is not None
    ]
    return frozenset(
        path
        for path in {each for own, _ in shown for each in own}
        if all(own.get(path) is None for own, _ in shown)
        and any(after.get(path) is not None for _, after in shown)
    )


def _richness(event: Event) -> tuple[int, int]:
    fields = max((len(fields_of(event, view)) for _, view in event.views), default=0)
    return (fields, -event.reading.index)


def _commonest(values: list[int]) -> int:
    return max(sorted(set(values)), key=values.count)


def _around(event: Event, site: Path | None) -> Observation:
    """Return what was told beside the entity, and what it may come from."""
    told = event.reading.sample.told or {}
    values: dict[Path, object] = {
        ("header", *path): value
        for path, value in leaves(told.get("header", {}))
        if path[0] not in _OWN
    }
    array = site[: site.index("*")] if site is not None and "*" in site else site
    for path, value in islice(leaves(event.reading.body), 400):
        if array is None or path[: len(array)] != array:
            values["body", *path] = value
    sources = sources_at(event)
    record: Record = event.shown or event.after or {}
    for path, value in flat(record).items():
        if is_scalar(value):
            sources["entity", *path] = value
    if site is not None and "*" in site:
        sources["items",] = [view for _, view in event.views]
    return Observation(sources, values, event.reading.sample.started)


def _empty(events: Sequence[Event], site: Path | None) -> object:
    """Return what stands in the place of a list that is empty."""
    if site is None:
        return None
    array = site[: site.index("*")]
    for event in events:
        value = event.reading.body
        for step in array:
            if not isinstance(value, dict) or step not in value:
                return {"absent": True} if not event.views else []
            value = value[step]
    return []
