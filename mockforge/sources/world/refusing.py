"""Whether a request is refused: for its parents, what it asks, or what is there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from mockforge.bodies.document import Path
from mockforge.learning.resources.model import (
    Kind,
    Operation,
    Outcome,
    Refusal,
    Resources,
)
from mockforge.learning.resources.readings import is_name, same, text
from mockforge.learning.resources.refusals import traits
from mockforge.sources.world.realm import Entity, Realm, belongs, value_of

if TYPE_CHECKING:
    from mockforge.sources.world.acting import Asked


def lacks_credentials(asked: Asked) -> bool:
    """Whether a request has not what it would be turned away without."""
    return any(
        asked.request.header(name) is None for name in asked.operation.credentials
    )


def orphan_of(resources: Resources, asked: Asked) -> tuple[Outcome, str] | None:
    """Return the answer for something of a parent that is not there, and its id."""
    for kind, name in _parents(resources, asked):
        if not is_absent(asked.realm, kind, name):
            continue
        outcome = asked.operation.outcomes.get("orphan")
        outcome = outcome or missing_of(resources, kind, asked.operation)
        if outcome is not None:
            return outcome, name
    return None


def _parents(resources: Resources, asked: Asked) -> Iterator[tuple[Kind, str]]:
    """Yield what of other kinds a request names."""
    for collection, name in asked.scope.items():
        for kind in resources.kinds.values():
            if kind.collection == collection:
                yield kind, name
    for slot, label in asked.operation.references.items():
        named = resources.kinds.get(label)
        value = asked.moment.sources.get(slot)
        if named is not None and is_name(value):
            yield named, text(value)


def is_absent(realm: Realm, kind: Kind, name: str) -> bool:
    """Whether there is no entity of *kind* called *name*, as far as that is known."""
    entity = realm.find(kind, name)
    return kind.is_closed if entity is None else entity.is_gone


def missing_of(
    resources: Resources, kind: Kind, operation: Operation
) -> Outcome | None:
    """Return the recorded answer for a missing entity, if need be of another call."""
    own = operation.outcomes.get("missing") if operation.kind == kind.name else None
    found = [
        each
        for each in resources.operations.values()
        if each.kind == kind.name and "missing" in each.outcomes
    ]
    found.sort(key=lambda each: (each.role != operation.role, each.role != "read"))
    return own or (found[0].outcomes["missing"] if found else None)


def clash_of(asked: Asked, kind: Kind) -> Entity | None:
    """Return what is there already and may not be there twice."""
    for slot, field in asked.operation.unique:
        value = asked.moment.sources.get(slot)
        if value is None:
            continue
        for each in asked.realm.alive(kind):
            is_beside = not asked.scope or belongs(each, kind, asked.scope)
            if is_beside and same(value_of(each, field), value):
                return each
    return None


def refusal_of(asked: Asked, entity: Entity | None = None) -> Outcome | None:
    """Return the answer for a request that is not accepted, by the first reason."""
    for each in asked.operation.refusals:
        if _is_asked_wrongly(asked, each) or _is_state(entity, each):
            return each.outcome
    return None


def _is_state(entity: Entity | None, by: Refusal) -> bool:
    if by.state is None or entity is None:
        return False
    return value_of(entity, by.state) in by.values


def _is_asked_wrongly(asked: Asked, by: Refusal) -> bool:
    sources = asked.moment.sources
    if by.lacks is not None:
        return _is_lacking(by.lacks, asked)
    if by.place is None or by.place not in sources:
        return False
    value = sources[by.place]
    return bool(traits(value) & set(by.traits)) or value in by.values


def _is_lacking(path: Path, asked: Asked) -> bool:
    return path not in asked.moment.sources
