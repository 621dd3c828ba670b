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
    alike,
    is_name,
    text,
    trees,
)

MOST_PRESENT = 300

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
        group = main.get(reading.key) or _home(
            groups, templates.get(reading.key, ""), reading
        )
        if group is not None:
            event = _event(reading, group, templates.get(reading.key, ""))
            line.events.append(event)
            line.by_key.setdefault(reading.key, []).append(event)
    _find_scoped(line)
    relive(line)
    return line


def relive(line: Timeline) -> None:
    """Tell again what became of entities, by what is known to be quiet by now."""
    for event in line.events:
        event.is_quiet = event.reading.is_safe or event.reading.key in line.quiet
        event.is_end = (
            event.reading.method == "DELETE" or event.reading.key in line.ends
        )
        event.next_fate, event.after = "unknown", None
    _live(line)
    _look_ahead(line)
    for event in line.events:
        event.group.wholes |= _wholes(event)


def _wholes(event: Event) -> set[Path]:
    """Return where an entity has an object just as it was sent."""
    if event.after is None or event.is_quiet:
        return set()
    return {
        path
        for path, value in trees(event.after)
        if isinstance(value, dict)
        and value
        and len(path) < 4
        and any(
            sent == value and alike(source, path)
            for source, sent in event.reading.sources.items()
        )
    }


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
    return Event(reading, group, name, slot is not None, views, scope)


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


def _live(line: Timeline) -> None:
    """Fill in what was known of the entities before each event."""
    state: dict[tuple[str, str], tuple[Fate, Record | None]] = {}
    homes: dict[tuple[str, str], dict[str, str]] = {}
    line.lives.clear()
    for event in line.events:
        kind = event.group.name
        scoped = kind in line.scoped
        event.present = _present(event, state, homes)
        if event.name is not None:
            key = (kind, full_name(event, event.name, scoped))
            event.fate, event.before = state.get(key, ("unknown", None))
            if is_missing(event):
                state[key] = ("missing", None)
            elif event.reading.is_ok and event.is_end:
                state[key] = ("missing", event.before)
            elif event.reading.is_ok and not event.views:
                state[key] = ("alive", event.before)
            if event.scope:
                homes.setdefault(key, event.scope)
        for name, record in event.views:
            key = (kind, full_name(event, name, scoped))
            if event.scope:
                homes.setdefault(key, event.scope)
            old = state.get(key, ("unknown", None))[1] or {}
            if not event.is_end:
                state[key] = ("alive", {**old, **record})
        _note(line, event, state)


def _note(
    line: Timeline, event: Event, state: Mapping[tuple[str, str], object]
) -> None:
    """Keep when the entities of an event came and went."""
    kind = event.group.name
    for name in {event.name, *(name for name, _ in event.views)}:
        if name is None:
            continue
        key = (kind, full_name(event, name, kind in line.scoped))
        fate = state.get(key, ("unknown", None))[0]  # type: ignore[index]
        told = line.lives.setdefault((kind, name), [])
        if not told or told[-1][1] != fate:
            told.append((event.reading.index, fate))


def fate_at(line: Timeline, kind: str, name: str, index: int) -> Fate:
    """Return what was known of an entity just before the exchange *index*."""
    found: Fate = "unknown"
    for at, fate in line.lives.get((kind, name), ()):
        if at >= index:
            break
        found = fate
    return found


def _present(
    event: Event,
    state: Mapping[tuple[str, str], tuple[Fate, Record | None]],
    homes: Mapping[tuple[str, str], dict[str, str]],
) -> list[Record]:
    """Return the entities that are known where a list is told."""
    site = event.group.sites.get(event.reading.key)
    if site is None or "*" not in site:
        return []
    return [
        record or {}
        for key, (fate, record) in list(state.items())[-MOST_PRESENT:]
        if key[0] == event.group.name
        and fate == "alive"
        and all(homes.get(key, {}).get(c) == v for c, v in event.scope.items())
    ]


def _look_ahead(line: Timeline) -> None:
    """Fill in what is told of each entity after each event."""
    later: dict[tuple[str, str], tuple[Fate, Record | None]] = {}
    for event in reversed(line.events):
        kind = event.group.name
        scoped = kind in line.scoped
        own = dict(event.views).get(event.name or "")
        if event.name is not None:
            key = (kind, full_name(event, event.name, scoped))
            event.next_fate, shown = later.get(key, ("unknown", None))
            if own is not None or shown is not None:
                event.after = {**(shown or {}), **(own or {})}
            _overwrite(event, key, later, own)
        for name, record in event.views:
            key = (kind, full_name(event, name, scoped))
            if name != event.name:
                shown = later.get(key, ("unknown", None))[1] or {}
                later[key] = ("alive", {**shown, **record})
        _unlisted(event, later, scoped)


def _overwrite(
    event: Event,
    key: tuple[str, str],
    later: dict[tuple[str, str], tuple[Fate, Record | None]],
    own: Record | None,
) -> None:
    reading = event.reading
    if is_missing(event):
        later[key] = ("missing", None)
    elif not reading.is_ok:
        return
    elif own is not None and not event.is_end:
        shown = later.get(key, ("unknown", None))[1]
        # What a write shows is of its own making, not of the write before.
        whole = {**(shown or {}), **own} if event.is_quiet else None
        later[key] = ("alive", whole)
    elif not event.is_quiet:
        later[key] = ("unknown", None)


def _unlisted(
    event: Event,
    later: dict[tuple[str, str], tuple[Fate, Record | None]],
    scoped: bool,
) -> None:
    """Take note of what a whole list does not hold."""
    site = event.group.sites.get(event.reading.key)
    is_list = event.reading.is_ok and site is not None and "*" in site
    asks = any(source[0] in ("query", "body") for source in event.reading.sources)
    if not is_list or asks or event.scope:
        return
    names = {full_name(event, name, scoped) for name, _ in event.views}
    for key in list(later):
        # A page may hold less than all: only what is not known otherwise counts.
        if key[0] == event.group.name and key[1] not in names:
            if later[key][0] == "unknown":
                later[key] = ("missing", None)
