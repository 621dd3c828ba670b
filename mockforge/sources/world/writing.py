"""Entities are made and changed, by requests or by what was told of them."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING

from mockforge.bodies.document import Path, leaves
from mockforge.bodies.messages import told_of
from mockforge.http import Response
from mockforge.learning.resources.kinds import field_of
from mockforge.learning.resources.model import Kind, Operation, Origin, Outcome
from mockforge.learning.resources.readings import Record, flat, is_name, text
from mockforge.options import Json
from mockforge.sources.world import acting as _acting
from mockforge.sources.world.realm import Entity
from mockforge.sources.world.telling import fill, value_of, without

if TYPE_CHECKING:
    from mockforge.sources.world.acting import Acting, Asked, Told


def make(acting: Acting, asked: Asked, name: str | None) -> Entity | None:
    """Put a new entity into the world; None if nobody can tell its id."""
    kind, operation = acting.kind(asked), asked.operation
    moment = asked.moment
    moment.counters = acting.counters(asked)
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
        if value is not None or not _is_optional(origin):
            fill(record, path, value)
    _place_id(record, kind, minted, operation)
    extra = _opened(asked, record)
    entity = asked.realm.put(kind, name, record, asked.scope)
    entity.extra |= extra
    return entity


def _is_optional(origin: Origin) -> bool:
    """Whether a field that has no value is left out."""
    return origin.kind == "copied"


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


def replace(acting: Acting, asked: Asked, entity: Entity) -> None:
    """Write an entity anew that a request makes though it is there."""
    kind, moment = acting.kind(asked), asked.moment
    before = flat(entity.record, wholes=kind.wholes)
    moment.sources["id",] = entity.name
    moment.counters = acting.counters(asked)
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


def follow(acting: Acting, asked: Asked, response: Response) -> Told | None:
    """Do in the world what an answer from elsewhere says was done."""
    body = _acting.told_body(response, asked.operation)
    is_ok = 200 <= response.status < 300
    role = asked.operation.role
    if role == "list":
        if is_ok:
            _take_list(acting, asked, body)
        return None
    name, entity = acting.find(asked)
    view = _view(asked, body) if is_ok else None
    if not is_ok or (role == "read" and view is None):
        if name is not None and response.status in (404, 410, 200):
            _forget(acting, asked, name, entity)
        return None
    written = _follow_write(acting, asked, response, name, entity, view)
    if written is None:
        return None
    return _acting.Told(response, 0, "", written if role != "read" else None)


def _follow_write(
    acting: Acting,
    asked: Asked,
    response: Response,
    name: str | None,
    entity: Entity | None,
    view: Record | None,
) -> str | None:
    kind, role = acting.kind(asked), asked.operation.role
    shown = _name_in(kind, view)
    if role == "create" and name is None:
        name = shown or _told_name(asked, response)
    if asked.operation.address and asked.operation.address[0][1]:
        name = shown or (entity.name if entity else None)
    if name is None:
        return None
    if role == "delete":
        if entity is not None:
            acting.end(asked, entity)
        return name
    if role == "create":
        made = make(acting, asked, name)
        if made is not None and view is not None:
            made.record = {**made.record, **view}
        return name
    if role == "change" and entity is not None and not entity.is_gone:
        change(acting, asked, entity)
    if view is not None:
        asked.realm.put(kind, name, view, asked.scope)
    return name


def _view(asked: Asked, body: Json) -> Record | None:
    for situation in ("done", "made"):
        outcome = asked.operation.outcomes.get(situation)
        if outcome is not None and outcome.site is not None:
            if outcome.site == ():
                return body if isinstance(body, dict) else None
            found = field_of(body, outcome.site)
            if isinstance(found, dict):
                return found
    return None


def _name_in(kind: Kind, record: Record | None) -> str | None:
    value = field_of(record, kind.id) if record is not None else None
    return text(value) if is_name(value) else None


def _told_name(asked: Asked, response: Response) -> str | None:
    """Return the id that an answer gives beside entities, as in its Location."""
    told = told_of(response)
    told["body"] = _acting.told_body(response, asked.operation)
    for outcome in asked.operation.outcomes.values():
        for path, origin in outcome.envelope.items():
            found = _id_in(told, path, origin, outcome)
            if found is not None:
                return found
    return None


def _id_in(told: Json, path: Path, origin: Origin, outcome: Outcome) -> str | None:
    value = field_of(told, path)
    if origin.kind == "copied" and origin.source == ("id",) and is_name(value):
        return text(value)
    if origin.kind != "text" or not isinstance(value, str):
        return None
    parts = [tuple(each) if isinstance(each, list) else each for each in origin.parts]
    if ("id",) not in parts:
        return None
    at = parts.index(("id",))
    before = parts[at - 1] if at else ""
    after = parts[at + 1] if at + 1 < len(parts) else ""
    if not isinstance(before, str) or not isinstance(after, str):
        return None
    start = value.find(before)
    if start < 0:
        return None
    rest = value[start + len(before) :]
    return rest[: rest.find(after)] if after and after in rest else rest


def _take_list(acting: Acting, asked: Asked, body: Json) -> None:
    kind = acting.kind(asked)
    outcome = asked.operation.outcomes.get("done")
    if outcome is None:
        return
    for record in _acting.records_at(body, outcome.site):
        name = _name_in(kind, record)
        if name is not None:
            asked.realm.put(kind, name, record, asked.scope)
    listing = asked.operation.listing
    if listing is None or listing.next_at is None:
        return
    for path, value in leaves(body):
        if path == listing.next_at and is_name(value):
            start = asked.realm.cursors.get(
                text(asked.moment.sources.get(listing.cursor_slot or ())), ("", 0)
            )[1]
            many = len(_acting.records_at(body, outcome.site))
            asked.realm.remember(text(value), ("", start + many))


def _forget(acting: Acting, asked: Asked, name: str, entity: Entity | None) -> None:
    if entity is not None and not asked.operation.address[0][1]:
        if asked.operation.role in ("read", "delete", "change"):
            entity.is_gone = True
