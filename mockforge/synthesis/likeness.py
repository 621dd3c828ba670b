"""Values like those that were recorded, each by itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from mockforge.learning.fields import Node
from mockforge.learning.fields.reading import at
from mockforge.learning.fields.schema import schema_of
from mockforge.learning.fields.seen import MISSING, from_seen
from mockforge.options import Json
from mockforge.synthesis import dated, persons
from mockforge.synthesis.entity import Entity, Field

_TRIES = 8
_TOGETHER = (frozenset(persons.VOICES) | dated.ROLES) - {"currency", "language"}
"""What belongs to other fields of the same thing: drawn by itself it would not fit."""
_ONCE = frozenset(("id", "sku", "slug", "number", "serial"))


def of_one(node: Node | None, *, is_list: bool) -> Node | None:
    """Return what was learned of one document, where *node* is of a list of them."""
    if node is None or is_list or node.arrays is None or node.objects is not None:
        return node
    return node.arrays.items


def shape_of(node: Node) -> dict[str, Any]:
    """Return the schema of all that *node* has seen."""
    return schema_of(node)


def like_seen(
    node: Node, entity: Entity, field: Field, fits: Callable[[Any, Json], bool]
) -> Json:
    """Return a value for *field* like those that were seen, or MISSING.

    Args:
        node: What was learned of the document.
        entity: The thing that *field* is of.
        field: The field.
        fits: Tells whether a value is valid against a schema.
    """
    shared, role = entity.shared, field.role.name
    told = shared.statements
    is_told = told.choices_of(field.name) or told.range_of(field.name) != (None, None)
    if is_told or ("enum" not in field.schema and role in _TOGETHER):
        return MISSING
    found = at(node, field.path)
    if found is None or not found.count:
        return MISSING
    is_own = role in _ONCE and not field.role.whose
    for _ in range(_TRIES):
        made = from_seen(found, shared.rng, now=shared.now)
        if isinstance(made, list | dict) or not fits(field.schema, made):
            continue
        if not is_own or not shared.is_taken(("seen", field.name, entity.kind), made):
            return made
    return MISSING
