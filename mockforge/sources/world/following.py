"""The world follows what answers from elsewhere say was done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mockforge.bodies.document import Path, leaves
from mockforge.bodies.messages import told_of
from mockforge.http import Response
from mockforge.learning.resources.kinds import field_of
from mockforge.learning.resources.model import Kind, Origin, Outcome
from mockforge.learning.resources.readings import Record, is_name, text
from mockforge.options import Json
from mockforge.sources.world.showing import records_at, told_body
from mockforge.sources.world.writing import change, make

if TYPE_CHECKING:
    from mockforge.sources.world.acting import Acting, Asked, Told


def follow(acting: Acting, asked: Asked, response: Response) -> Told | None:
    """Do in the world what an answer from elsewhere says was done."""
    from mockforge.sources.world.acting import Told

    body = told_body(response, asked.operation)
    is_ok = 200 <= response.status < 300
    role = asked.operation.role
    if role == "list":
        if is_ok:
            _take_list(acting, asked, body)
        return None
    view = _view(asked, body) if is_ok else None
    if not is_ok or (role == "read" and view is None):
        if response.status in (404, 410, 200):
            _forget(acting, asked)
        return None
    written = _follow_write(acting, asked, response, view)
    return None if written is None or role == "read" else Told(response, 0, "", written)


def _follow_write(
    acting: Acting, asked: Asked, response: Response, view: Record | None
) -> str | None:
    """Make, change or end the entity that was written; return its id."""
    kind, role = acting.kind(asked), asked.operation.role
    _, entity = acting.find(asked)
    name = _name(acting, asked, response, view)
    if name is None:
        return None
    if role == "create":
        made = make(acting, asked, name)
        if made is not None and view is not None:
            made.record = {**made.record, **_seeing(asked, view)}
    elif role == "delete":
        if entity is not None:
            acting.end(asked, entity)
    else:
        if role == "change" and entity is not None and not entity.is_gone:
            change(acting, asked, entity)
        if view is not None:
            now = _name_in(kind, view) or name
            asked.realm.put(kind, now, _seeing(asked, view), asked.scope)
    return name


def _name(
    acting: Acting, asked: Asked, response: Response, view: Record | None
) -> str | None:
    """Return the id of the entity that an answer is about."""
    name, entity = acting.find(asked)
    shown = _name_in(acting.kind(asked), view)
    if any(field for _, field in asked.operation.address):
        return shown or (entity.name if entity else None)
    if name is None and asked.operation.role == "create":
        return shown or _told_name(asked, response)
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


def _seeing(asked: Asked, view: Record) -> Record:
    """Return *view* less the fields that such an answer shows as nothing."""
    outcomes = [asked.operation.outcomes.get(each) for each in ("done", "made")]
    blind = {path for each in outcomes if each is not None for path in each.blind}
    return {name: value for name, value in view.items() if (name,) not in blind}


def _name_in(kind: Kind, record: Record | None) -> str | None:
    value = field_of(record, kind.id) if record is not None else None
    return text(value) if is_name(value) else None


def _told_name(asked: Asked, response: Response) -> str | None:
    """Return the id that an answer gives beside entities, as in its Location."""
    told = told_of(response)
    told["body"] = told_body(response, asked.operation)
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
    for record in records_at(body, outcome.site):
        name = _name_in(kind, record)
        if name is not None:
            asked.realm.put(kind, name, _seeing(asked, record), asked.scope)
    listing = asked.operation.listing
    if listing is None or listing.next_at is None:
        return
    for path, value in leaves(body):
        if path == listing.next_at and is_name(value):
            start = asked.realm.cursors.get(
                text(asked.moment.sources.get(listing.cursor_slot or ())), ("", 0)
            )[1]
            many = len(records_at(body, outcome.site))
            asked.realm.remember(text(value), ("", start + many))


def _forget(acting: Acting, asked: Asked) -> None:
    """Take out of the world what an answer says is not there."""
    _, entity = acting.find(asked)
    is_by_id = not any(field for _, field in asked.operation.address)
    if entity is not None and is_by_id and asked.operation.role != "create":
        entity.is_gone = True
