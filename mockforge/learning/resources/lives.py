"""What was known of entities before each exchange, and what is told after it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from mockforge.bodies.document import Path
from mockforge.learning.resources.readings import (
    Record,
    alike,
    trees,
)
from mockforge.learning.resources.timeline import (
    Event,
    Fate,
    Timeline,
    full_name,
    is_missing,
)

State = dict[tuple[str, str], tuple[Fate, Record | None]]
"""What is known of entities by their kind and name."""

MOST_PRESENT = 300
MOST_LISTS = 200
"""Lists of a kind that are compared with what is known."""


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


def _live(line: Timeline) -> None:
    """Fill in what was known of the entities before each event."""
    state: State = {}
    homes: dict[tuple[str, str], dict[str, str]] = {}
    looked: Counter[str] = Counter()
    line.lives.clear()
    for event in line.events:
        kind = event.group.name
        scoped = kind in line.scoped
        site = event.group.sites.get(event.reading.key)
        if site is not None and "*" in site and looked[kind] < MOST_LISTS:
            looked[kind] += 1
            event.present = _present(event, state, homes)
        if event.name is not None:
            _live_by_name(event, (kind, full_name(event, event.name, scoped)), state)
        for name, record in event.views if not event.is_end else ():
            key = (kind, full_name(event, name, scoped))
            old = state.get(key, ("unknown", None))[1] or {}
            state[key] = ("alive", {**old, **record})
        named = {} if event.name is None else {event.name: None}
        for name in {**named, **dict.fromkeys(name for name, _ in event.views)}:
            key = (kind, full_name(event, name, scoped))
            if event.scope:
                homes.setdefault(key, event.scope)
            _note(line, (kind, name), event, state.get(key, ("unknown", None))[0])


def _live_by_name(event: Event, key: tuple[str, str], state: State) -> None:
    event.fate, event.before = state.get(key, ("unknown", None))
    if is_missing(event) or event.renamed is not None:
        state[key] = ("missing", None)
    elif event.reading.is_ok and event.is_end:
        state[key] = ("missing", event.before)
    elif event.reading.is_ok and not event.views:
        state[key] = ("alive", event.before)


def _note(line: Timeline, key: tuple[str, str], event: Event, fate: Fate) -> None:
    """Keep when an entity came and went."""
    told = line.lives.setdefault(key, [])
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
    event: Event, state: State, homes: Mapping[tuple[str, str], dict[str, str]]
) -> list[Record]:
    """Return the entities that are known where a list is told."""
    return [
        record or {}
        for key, (fate, record) in list(state.items())[-MOST_PRESENT:]
        if key[0] == event.group.name
        and fate == "alive"
        and all(homes.get(key, {}).get(c) == v for c, v in event.scope.items())
    ]


def _look_ahead(line: Timeline) -> None:
    """Fill in what is told of each entity after each event."""
    later: State = {}
    for event in reversed(line.events):
        kind = event.group.name
        scoped = kind in line.scoped
        own = event.shown
        if event.name is not None:
            key = (kind, full_name(event, event.name, scoped))
            now = (kind, full_name(event, event.renamed or event.name, scoped))
            event.next_fate, shown = later.get(now, ("unknown", None))
            if own is not None or shown is not None:
                event.after = _merged(shown or {}, own or {}, event.is_quiet)
            _overwrite(event, now, later, own)
            if event.renamed is not None:
                later[key] = ("alive", None)
        for name, record in event.views:
            key = (kind, full_name(event, name, scoped))
            if name != event.name:
                shown = later.get(key, ("unknown", None))[1] or {}
                later[key] = ("alive", {**shown, **record})
        _unlisted(event, later, scoped)


def _merged(shown: Record, own: Record, is_quiet: bool) -> Record:
    """Return an entity by its own answer and by what is read of it next.

    An answer to a write may leave out values that reads show.
    """
    if is_quiet:
        return {**shown, **own}
    blind = {name for name in shown if name in own and own[name] is None}
    return {**own, **{n: v for n, v in shown.items() if n not in own or n in blind}}


def _overwrite(
    event: Event,
    key: tuple[str, str],
    later: State,
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
    later: State,
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
        is_unknown = later[key][0] == "unknown"
        if is_unknown and key[0] == event.group.name and key[1] not in names:
            later[key] = ("missing", None)
