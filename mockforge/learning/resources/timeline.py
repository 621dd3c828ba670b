"""What happened to each entity, exchange by exchange."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from mockforge.bodies.document import Path
from mockforge.learning.resources.kinds import (
    Group,
    field_of,
    own_parameter,
    segments,
)
from mockforge.learning.resources.readings import (
    Reading,
    Record,
    is_name,
    text,
)

Fate = Literal["alive", "missing", "unknown"]


@dataclass(slots=True)
class Event:
    """An exchange as the life of one entity, or of many, sees it."""

    reading: Reading
    group: Group
    name: str | None
    """The entity that the request names, or that the answer is."""
    is_addressed: bool
    """Whether the request names it."""
    views: list[tuple[str, Record]]
    """The entities in the answer."""
    scope: dict[str, str]
    """The parents that the path names, by their collection."""
    renamed: str | None = None
    """The name that the request gives to what it names."""
    orphan: str | None = None
    """The id of what it belongs to, if that was not there."""
    fate: Fate = "unknown"
    """What was known of the entity before."""
    before: Record | None = None
    """The entity as it was known before."""
    next_fate: Fate = "unknown"
    """What the next that was told of it shows."""
    is_quiet: bool = False
    """Whether nothing is written."""
    is_end: bool = False
    """Whether what is addressed is gone afterwards."""
    present: list[Record] = field(default_factory=list)
    """Of a list: the entities below its parents that are known by then."""
    after: Record | None = None
    """The entity as it was told by this answer and until the next write."""

    @property
    def is_done(self) -> bool:
        """Whether it was answered with success, and with what that shows."""
        site = self.group.sites.get(self.reading.key)
        return self.reading.is_ok and (site is None or "*" in site or bool(self.views))

    @property
    def shown(self) -> Record | None:
        """The entity that the request names, as the answer has it."""
        return dict(self.views).get(self.renamed or self.name or "")


@dataclass(slots=True)
class Timeline:
    """All events in the order of time."""

    events: list[Event] = field(default_factory=list)
    by_key: dict[str, list[Event]] = field(default_factory=dict)
    quiet: set[str] = field(default_factory=set)
    """Endpoints that are known to write nothing."""
    ends: set[str] = field(default_factory=set)
    """Endpoints that are known to end what they address."""
    lives: dict[tuple[str, str], list[tuple[int, Fate]]] = field(default_factory=dict)
    """By kind and id, when an entity was made and when it ended."""
    scoped: set[str] = field(default_factory=set)
    """Kinds whose ids are unique below their parents only."""


def scope_of(
    template: str, params: Mapping[str, str], slot: Path | None
) -> dict[str, str]:
    """Return the parents that a path names by their collection."""
    parts, names = segments(template)
    found: dict[str, str] = {}
    number = 0
    for at, part in enumerate(parts):
        if part != "{}":
            continue
        name = names[number]
        number += 1
        if slot != ("param", name) and name in params:
            found["/" + "/".join(parts[:at])] = params[name]
    return found


def tell(
    readings: Sequence[Reading], groups: Sequence[Group], templates: Mapping[str, str]
) -> Timeline:
    """Return what happened to the entities of *groups*."""
    line = Timeline()
    main = {key: group for group in groups for key in group.slots}
    # Where an answer holds entities, it is about them.
    for group in groups:
        for key in group.sites:
            if key not in main or key not in main[key].sites:
                main[key] = group
    for reading in readings:
        template = templates.get(reading.key, "")
        found = main.get(reading.key) or _home(groups, template, reading)
        if found is not None:
            event = _event(reading, found, template)
            line.events.append(event)
            line.by_key.setdefault(reading.key, []).append(event)
    _find_scoped(line)
    return line


def _home(groups: Sequence[Group], template: str, reading: Reading) -> Group | None:
    """Return the kind at whose collection something is made without being shown."""
    parts = "/" + "/".join(segments(template)[0])
    for group in groups:
        if group.collection and parts == group.collection and not reading.is_safe:
            return group
    return None


def _event(reading: Reading, group: Group, template: str) -> Event:
    slot = group.slots.get(reading.key)
    site = group.sites.get(reading.key)
    if slot is not None and own_parameter(template) is None and slot[0] == "param":
        slot = None
    scope = scope_of(template, reading.sample.params, slot)
    views = _views(reading, group, site, slot) if reading.is_ok else []
    name: str | None = None
    if slot is not None and is_name(reading.sources.get(slot)):
        name = text(reading.sources[slot])
    elif len(views) == 1 and site is not None and "*" not in site:
        name = views[0][0]
    elif not views and reading.is_ok and not reading.is_safe:
        name = _told_name(reading, group)
    event = Event(reading, group, name, slot is not None, views, scope)
    is_write = reading.method in ("PUT", "PATCH") and "*" not in (site or ())
    if slot is not None and is_write and len(views) == 1 and views[0][0] != name:
        event.renamed = views[0][0]
    return event


def _views(
    reading: Reading, group: Group, site: Path | None, slot: Path | None
) -> list[tuple[str, Record]]:
    if site is None:
        # Without a field that names it, a whole answer is what the path names.
        is_whole = not group.id and slot is not None and isinstance(reading.body, dict)
        if is_whole and reading.is_safe and reading.body:
            return [(text(reading.sources.get(slot or ())), reading.body)]
        return []
    found = []
    for general, _, record in reading.objects:
        value = field_of(record, group.id)
        if general == site and is_name(value):
            found.append((text(value), record))
    return found


def _told_name(reading: Reading, group: Group) -> str | None:
    """Return the id that an answer without an entity gives, if it does."""
    for _, value in id_leaves(reading):
        if value in group.ids:
            return value
    return None


def id_leaves(reading: Reading) -> Iterator[tuple[Path, str]]:
    """Yield what in an answer could be the id of something that was made."""
    told = reading.sample.told or {}
    location = told.get("header", {}).get("location")
    if isinstance(location, str):
        yield (
            ("header", "location"),
            location.partition("?")[0].rstrip("/").rsplit("/", 1)[-1],
        )
    if is_name(reading.body):
        yield ("body",), text(reading.body)
    for _, path, record in reading.objects[:20]:
        for name, value in record.items():
            if is_name(value):
                yield ("body", *path, name), text(value)


def full_name(event: Event, name: str, scoped: bool) -> str:
    """Return the name of an entity among all of its kind."""
    return "\n".join([*event.scope.values(), name]) if scoped else name


def _find_scoped(line: Timeline) -> None:
    seen: dict[tuple[str, str], tuple[str, ...]] = {}
    for event in line.events:
        if event.name is None or not event.reading.is_ok:
            continue
        if "{}" not in event.group.collection or not event.scope:
            continue
        key = (event.group.name, event.name)
        scope = tuple(event.scope.values())
        if seen.setdefault(key, scope) != scope:
            line.scoped.add(event.group.name)


def is_missing(event: Event) -> bool:
    """Whether the answer says that the entity it names is not there."""
    reading = event.reading
    if not event.is_addressed:
        return False
    if reading.status in (404, 410):
        return True
    site = event.group.sites.get(reading.key)
    if reading.is_ok:
        return site is not None and "*" not in site and not event.views
    return (
        event.is_quiet
        and 400 <= reading.status < 500
        and reading.status not in (*(401, 403, 422, 429),)
    )
