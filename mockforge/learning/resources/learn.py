"""From samples to resources."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from mockforge.bodies.document import Path
from mockforge.learning.resources.calls import with_calls
from mockforge.learning.resources.credentials import with_credentials
from mockforge.learning.resources.histories import learn_histories
from mockforge.learning.resources.kinds import Group, field_of, kinds_by_path
from mockforge.learning.resources.lives import relive
from mockforge.learning.resources.model import (
    Born,
    Kind,
    Operation,
    Origin,
    Resources,
    Role,
)
from mockforge.learning.resources.operations import operation
from mockforge.learning.resources.readings import Reading, flat, is_name, readings, text
from mockforge.learning.resources.roles import role_of
from mockforge.learning.resources.timeline import (
    Event,
    Timeline,
    full_name,
    tell,
)
from mockforge.learning.sample import Sample

MOST_SAMPLES = 20_000
MOST_BORN = 2_000


def learn_resources(
    samples: Iterable[Sample],
    endpoints: Any,
    bindings: Any = None,
    fields: Any = None,
) -> Resources:
    """Return which entities *samples* speak of, and what endpoints do to them.

    Args:
        samples: Exchanges whose endpoint is known; whole sessions tell most.
        endpoints: The map of endpoints; its templates say what a path names.
        bindings: Not needed; taken where they are known.
        fields: Not needed; taken where they are known.
    """
    read = readings(list(samples)[:MOST_SAMPLES])
    by_key: dict[str, list[Reading]] = {}
    for each in read:
        by_key.setdefault(each.key, []).append(each)
    templates = {known.key: known.endpoint.template for known in endpoints.every}
    groups = with_calls(kinds_by_path(by_key, templates), by_key, templates)
    line = tell(read, groups, templates)
    relive(line)
    roles = _roles(line)
    operations = {
        key: operation(role, line.by_key[key], line) for key, role in roles.items()
    }
    operations = _blinded(with_credentials(operations, by_key))
    by_name = {group.name: group for group in groups}
    kinds = {
        name: _kind(by_name[name], operations, line, groups)
        for name in sorted({each.kind for each in operations.values()})
    }
    born = tuple(_born(line, operations))[:MOST_BORN]
    found = Resources(kinds, operations, born)
    return replace(found, histories=learn_histories(line, found))


def _blinded(operations: Mapping[str, Operation]) -> dict[str, Operation]:
    """Return *operations*; what one of a kind does not show, others may not either.

    A field that is null in every answer of one, and is not shown by another though it
    is known, is not shown by both.
    """
    blind: dict[str, set[Path]] = {}
    for each in operations.values():
        for outcome in each.outcomes.values():
            blind.setdefault(each.kind, set()).update(outcome.blind)
    return {
        key: replace(
            each,
            outcomes={
                situation: replace(
                    outcome, blind=outcome.blind | (outcome.nulls & blind[each.kind])
                )
                for situation, outcome in each.outcomes.items()
            },
        )
        for key, each in operations.items()
    }


def _roles(line: Timeline) -> dict[str, Role]:
    """Return what endpoints do; what reads is told apart first."""
    for _ in range(3):
        roles = {key: role_of(events) for key, events in line.by_key.items()}
        quiet = {key for key, role in roles.items() if role in ("read", "list")}
        ends = {key for key, role in roles.items() if role == "delete"}
        if quiet == line.quiet and ends == line.ends:
            break
        line.quiet, line.ends = quiet, ends
        relive(line)
    return {key: role for key, role in roles.items() if role is not None}


def _kind(
    group: Group,
    operations: Mapping[str, Operation],
    line: Timeline,
    groups: Sequence[Group],
) -> Kind:
    mine = [each for each in operations.values() if each.kind == group.name]
    creates = [each for each in mine if each.role == "create"]
    events = [event for event in line.events if event.group is group]
    return Kind(
        group.name,
        group.id,
        _minting(group, creates, events),
        group.collection,
        group.name in line.scoped,
        parents={**_parents(group, events, line, groups), **_referred(creates)},
        links=_links(events),
        hidden=_hidden(events, mine),
        wholes=frozenset(group.wholes),
        cascades=_cascades(mine),
        is_closed=bool(creates),
    )


def _referred(creates: Sequence[Operation]) -> dict[Path, str]:
    """Return the fields that are copies of what names another entity."""
    return {
        path: each.references[origin.source]
        for each in creates
        for path, origin in each.writes.items()
        if origin.kind == "copied" and origin.source in each.references
    }


def _cascades(operations: Sequence[Operation]) -> frozenset[str]:
    """Return the kinds without which an entity is not: it is refused without them."""
    return frozenset(
        kind
        for each in operations
        if "orphan" in each.outcomes and each.role == "create"
        for kind in each.references.values()
    )


def _minting(
    group: Group, creates: Sequence[Operation], events: Sequence[Event]
) -> Origin | None:
    """Return how the server makes ids, None where clients choose them."""
    for each in creates:
        if each.address:
            continue
        found = each.writes.get(group.id) if group.id else None
        if found is not None:
            return found
        names = [e.name for e in events if e.reading.key == each.key and e.name]
        if names:
            return _by_names(names)
    return None


def _by_names(names: Sequence[str]) -> Origin:
    """Return how ids are made that no field of an entity shows."""
    from mockforge.learning.resources.origins import Observation, learn_origins

    told = [Observation({}, {("id",): name}, 0.0) for name in names]
    return learn_origins(told, counts=True)["id",]


def _links(events: Sequence[Event]) -> dict[str, Path]:
    """Return by the collection of a parent the field that always holds its id."""
    found: dict[str, dict[Path, int]] = {}
    total: dict[str, int] = {}
    for event in events:
        for collection, value in event.scope.items():
            for _, record in event.views:
                total[collection] = total.get(collection, 0) + 1
                counts = found.setdefault(collection, {})
                for path, told in flat(record).items():
                    if is_name(told) and text(told) == value:
                        counts[path] = counts.get(path, 0) + 1
    links = {}
    for collection, counts in found.items():
        always = [path for path, n in counts.items() if n == total[collection]]
        named = [path for path in always if _names(path, collection)]
        if named or (always and total[collection] > 1):
            links[collection] = min(named or always, key=lambda p: (len(p), repr(p)))
    return links


def _names(path: Path, collection: str) -> bool:
    """Whether a field is called after a collection: `user_id` after `/users`."""
    word = collection.rsplit("/", 1)[-1].lower().rstrip("s").replace("-", "_")
    return len(word) > 1 and word[:-1] in str(path[-1]).lower()


def _parents(
    group: Group, events: Sequence[Event], line: Timeline, groups: Sequence[Group]
) -> dict[Path, str]:
    """Return which fields hold ids of another kind that is known by then."""
    values: dict[Path, set[str]] = {}
    for event in events:
        for _, record in event.views:
            for path, value in flat(record).items():
                if path != group.id and is_name(value):
                    values.setdefault(path, set()).add(text(value))
    found = {}
    for path, seen in values.items():
        for other in groups:
            is_named = bool(other.collection) and _names(path, other.collection)
            if other is not group and is_named and seen <= other.ids:
                found[path] = other.name
    return found


def _hidden(
    events: Sequence[Event], operations: Sequence[Operation]
) -> dict[Path, tuple[object, ...]]:
    """Return values that entities of lists never have, though there are such."""
    keys = {each.key for each in operations if each.role == "list"}
    lists = [event for event in events if event.reading.key in keys and event.views]
    if len(lists) < 2:
        return {}
    listed = _states(record for event in lists for _, record in event.views)
    others = _states(
        event.after
        for event in events
        if event.reading.key not in keys and event.after is not None
    )
    found = {}
    for path, values in others.items():
        # A state: of two values the lists have but one.
        known = set(map(repr, listed.get(path, ())))
        off = {repr(value): value for value in values if repr(value) not in known}
        is_state = len(known) == len(off) == 1 and len(set(map(repr, values))) == 2
        if is_state and len(values) > 3 and _is_ending(path, *off.values()):
            found[path] = tuple(off.values())
    return found


def _states(records: Iterable[object]) -> dict[Path, list[object]]:
    found: dict[Path, list[object]] = {}
    for record in records:
        for path, value in flat(record).items():
            if isinstance(value, str | bool):
                found.setdefault(path, []).append(value)
    return found


def _is_ending(path: Path, value: object) -> bool:
    """Whether a state is called as one is that is as good as gone."""
    shown = f"{path[-1]} {value}".lower()
    return any(
        word in shown for word in ("delet", "remov", "archiv", "trash", "active")
    )


def _born(line: Timeline, operations: Mapping[str, Operation]) -> Iterable[Born]:
    """Yield what was first seen without having been made."""
    made: set[tuple[str, str]] = set()
    seen: dict[tuple[str, str], dict[str, object]] = {}
    scopes: dict[tuple[str, str], dict[str, str]] = {}
    plain: dict[tuple[str, str], str] = {}
    for event in line.events:
        role = (
            operations[event.reading.key].role
            if event.reading.key in operations
            else None
        )
        scoped = event.group.name in line.scoped
        if event.name is not None and event.fate != "alive" and not event.views:
            made.add((event.group.name, full_name(event, event.name, scoped)))
        for name, record in event.views:
            key = (event.group.name, full_name(event, name, scoped))
            if role == "create" or key in made or role == "change":
                made.add(key)
                continue
            seen.setdefault(key, {}).update(
                {k: v for k, v in record.items() if k not in seen.get(key, {})}
            )
            scopes.setdefault(key, event.scope)
            plain[key] = name
    for key, record in seen.items():
        yield Born(key[0], plain[key], record, scopes[key])


def id_of(kind: Kind, record: object) -> str | None:
    """Return the id that *record* has as an entity of *kind*."""
    value = field_of(record, kind.id)
    return text(value) if is_name(value) else None
