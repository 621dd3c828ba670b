"""Entities are made and changed, by requests or by what was told of them."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import TYPE_CHECKING

from mockforge.bodies.document import Path
from mockforge.learning.resources.kinds import field_of
from mockforge.learning.resources.model import Kind, Operation, Origin
from mockforge.learning.resources.origins import tail
from mockforge.learning.resources.readings import Record, flat, is_name, text
from mockforge.options import Json
from mockforge.sources.world.realm import Entity, belongs
from mockforge.sources.world.realm import value_of as field_value
from mockforge.sources.world.telling import counted, fill, like, value_of, without

if TYPE_CHECKING:
    from mockforge.sources.world.acting import Acting, Asked


def make(acting: Acting, asked: Asked, name: str | None) -> Entity | None:
    """Put a new entity into the world; None if nobody can tell its id."""
    kind, operation = acting.kind(asked), asked.operation
    moment = asked.moment
    moment.counters = counters(acting, asked)
    if name is None and kind.minting is not None:
        minted = value_of(kind.minting, kind.id or ("id",), moment)
        name = text(minted) if is_name(minted) else None
    else:
        minted = name
    if name is None:
        return None
    moment.sources["id",] = name
    record: Record = {}
    for path, origin in operation.writes.items():
        if path == kind.id:
            continue
        value = value_of(origin, path, moment)
        is_sent = origin.kind != "copied" or origin.source in moment.sources
        if value is not None or is_sent:
            fill(record, path, value)
    _place_id(record, kind, minted, operation)
    extra = _opened(asked, record)
    entity = asked.realm.put(kind, name, record, asked.scope)
    entity.extra |= extra
    return entity


def _place_id(record: Record, kind: Kind, name: Json, operation: Operation) -> None:
    if kind.id:
        known = operation.writes.get(kind.id)
        as_number = known is not None and isinstance(known.value, int)
        is_digits = isinstance(name, str) and name.isdigit()
        fill(record, kind.id, int(name) if as_number and is_digits else name)


def _opened(asked: Asked, record: Record) -> set[Path]:
    """Add what was sent and is no field that is known; return the paths."""
    base = asked.operation.opens
    if base is None:
        return set()
    known = {origin.source for origin in asked.operation.writes.values()}
    added: set[Path] = set()
    for source, value in asked.moment.sources.items():
        is_new = source[:-1] == base and len(source) == len(base) + 1
        if is_new and source not in known:
            path = (source[-1],)
            if field_of(record, path) is None:
                record[str(source[-1])] = copy.deepcopy(value)
                added.add(path)
    return added


def change(acting: Acting, asked: Asked, entity: Entity) -> None:
    """Write to *entity* what a request asks to."""
    kind, moment = acting.kind(asked), asked.moment
    before = flat(entity.record, wholes=kind.wholes)
    record: Record = copy.deepcopy(entity.record)
    if asked.operation.resets:
        record = _reset(acting, asked, record)
    sources = moment.sources
    for path, origin in asked.operation.writes.items():
        if path == kind.id:
            continue
        is_sent = origin.kind != "copied" or origin.source in sources
        if not is_sent and origin.value is None:
            continue
        value = value_of(origin, path, moment, before.get(path))
        if value is None and origin.kind == "copied":
            value = sources.get(origin.source)
        fill(record, path, value)
    entity.extra |= _opened_by_change(acting, asked, record)
    entity.record = record
    named = asked.operation.writes.get(kind.id) if kind.id else None
    name = None if named is None else value_of(named, kind.id, moment)
    if is_name(name) and text(name) != entity.name:
        fill(record, kind.id, name)
        asked.realm.rename(kind, entity, text(name))


def _opened_by_change(acting: Acting, asked: Asked, record: Record) -> set[Path]:
    """Write what was sent under the name of a field that such a write has not set.

    Where all that was ever sent became the field of its name, so does this.
    """
    base = asked.operation.opens
    if base is None:
        return set()
    known = {origin.source for origin in asked.operation.writes.values()}
    creates = [
        each
        for each in acting.resources.operations.values()
        if each.kind == asked.operation.kind and each.role == "create"
    ]
    fields = {path for each in creates for path in each.writes}
    added: set[Path] = set()
    for source, value in asked.moment.sources.items():
        if source[:-1] != base or len(source) != len(base) + 1 or source in known:
            continue
        if not isinstance(source[-1], str):
            continue
        record[source[-1]] = copy.deepcopy(value)
        if (source[-1],) not in fields:
            added.add((source[-1],))
    return added


def _reset(acting: Acting, asked: Asked, record: Record) -> Record:
    """Return *record* less what clients had set and do not set again."""
    made: dict[Path, Origin] = {}
    for each in acting.resources.operations.values():
        if each.kind == asked.operation.kind and each.role == "create":
            made.update(each.writes)
    for path in asked.operation.resets:
        if asked.operation.writes[path].source in asked.moment.sources:
            continue
        origin = made.get(path)
        if origin is None or origin.value is None:
            record = without(record, path)
        else:
            record = fill(record, path, copy.deepcopy(origin.value))
    return record


def counters(acting: Acting, asked: Asked) -> Callable[[Path, Origin], Json]:
    """Return how numbers go on that are counted up with every entity."""
    kind = acting.kind(asked)

    def following(path: Path, origin: Origin) -> Json:
        start = tail(origin.value)
        last: int | None = None
        for each in asked.realm.every(kind):
            if kind.scoped and not belongs(each, kind, asked.scope):
                continue
            told = field_value(each, path if path != kind.id else ())
            known = tail(like(told, origin.value))
            if known and start and known[0] == start[0]:
                last = known[1] if last is None else max(last, known[1])
        return counted(origin.value, origin.step or 1, last)

    return following


def replace(acting: Acting, asked: Asked, entity: Entity) -> Entity:
    """Write an entity anew that a request makes though it is there."""
    kind, moment = acting.kind(asked), asked.moment
    before = flat(entity.record, wholes=kind.wholes)
    moment.sources["id",] = entity.name
    moment.counters = counters(acting, asked)
    record: Record = {}
    for path, origin in asked.operation.writes.items():
        if path != kind.id and origin.kind in ("now", "minted", "counter"):
            # What is made with the entity stays, what is made with a write does not;
            # which is which only samples of both can tell.
            value: Json = before.get(path)
        else:
            value = value_of(origin, path, moment, before.get(path))
        if value is not None or origin.kind != "copied":
            fill(record, path, value)
    if kind.id:
        fill(record, kind.id, field_of(entity.record, kind.id) or entity.name)
    entity.extra |= _opened(asked, record)
    entity.record = record
    return entity
