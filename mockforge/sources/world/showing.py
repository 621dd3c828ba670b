"""Entities in answers, and answers read for entities."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mockforge.bodies.document import Path, read
from mockforge.http import Response
from mockforge.learning.resources.kinds import field_of
from mockforge.learning.resources.model import Kind, Operation, Outcome
from mockforge.learning.resources.readings import (
    Record,
    flat,
    is_scalar,
    is_xml,
    objects,
    plain,
)
from mockforge.options import Json
from mockforge.sources.world.realm import Entity
from mockforge.sources.world.telling import Template, enveloped, fill, rendered

if TYPE_CHECKING:
    from mockforge.sources.world.acting import Asked


def shaped(
    asked: Asked,
    kind: Kind,
    template: Template,
    outcome: Outcome,
    named: tuple[str | None, Entity | None],
) -> Response | None:
    """Return the answer of *outcome*, with the entity where it shows one.

    None if something of it cannot be known.
    """
    name, entity = named
    sources = asked.moment.sources
    if name is not None:
        sources["id",] = name
    if entity is not None:
        for path, value in flat(entity.record).items():
            if is_scalar(value):
                sources["entity", *path] = value
    made = enveloped(template, outcome, asked.moment)
    if made is None:
        return None
    body, header = made
    if entity is not None and outcome.site is not None:
        example = field_of(template.body, outcome.site) or template.body
        body = fill(body, outcome.site, shown(kind, entity, example, outcome))
    return template.response_with(body, header, outcome.status)


def shown(kind: Kind, entity: Entity, example: Json, outcome: Outcome) -> Record:
    """Return *entity* as an answer shows it."""
    return rendered(
        entity.record,
        example,
        outcome,
        extra=sorted(entity.extra, key=repr),
        wholes=kind.wholes,
    )


def told_body(response: Response, operation: Operation) -> Json:
    """Return the body of *response* as the world looks at bodies."""
    value = read(response.headers, response.body).value
    return plain(value, is_xml(response.headers), operation.repeated)


def records_at(body: Json, site: Path | None) -> list[Record]:
    """Return the entities at *site* in *body*."""
    if site is None:
        return []
    return [record for general, _, record in objects(body) if general == site]
