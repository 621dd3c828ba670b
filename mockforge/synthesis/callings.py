"""What the value at a place of a document is called, and what it is by that."""

from __future__ import annotations

from collections.abc import Sequence

from mockforge.bodies.document import Path
from mockforge.learning.fields.schema import Schema
from mockforge.synthesis import maps, texts
from mockforge.synthesis.addressees import messaging
from mockforge.synthesis.described import described
from mockforge.synthesis.entity import Entity, Field
from mockforge.synthesis.hearing import heard
from mockforge.synthesis.naming import singular
from mockforge.synthesis.roles import role_of, state_or_status
from mockforge.synthesis.shared import Shared


def field_at(
    shared: Shared, around: Sequence[Entity], schema: Schema, kind: str, path: Path
) -> Field:
    """Return the field at *path*.

    Args:
        shared: What all of the document has in common.
        around: The things that it is in, the innermost last.
        schema: What it is valid against.
        kind: The type of its value.
        path: Where it is.
    """
    told = around[-1].memo.get("schema") if around else None
    if path and isinstance(path[-1], str):
        name = path[-1]
        if len(path) > 1 and not (isinstance(told, dict) and told.get("properties")):
            name = _in_map(around, path)
    else:
        name = _item(shared, path)
    role = described(role_of(name), schema, kind)
    if kind == "string" and role.name in _ENDS:
        role = messaging(role, schema, told)
    if kind == "string" and around:
        role = heard(role, around[-1], told)
    return Field(name, state_or_status(role, told), schema, kind, path)


_ENDS = frozenset(("started", "ends", "full", "", "tags"))


def _in_map(around: Sequence[Entity], path: Path) -> str:
    """Return what is at *path*, which may be what any member of a map is."""
    is_inner = bool(around) and any(isinstance(step, str) for step in path[:-1])
    return maps.name_of_value(around[-1], path) if is_inner else str(path[-1])


def _item(shared: Shared, path: Path) -> str:
    """Return what an item at *path*, or the whole document, is called."""
    names = [step for step in path if isinstance(step, str)]
    name = names[-1] if names else shared.kind
    if not path:
        return name
    one = singular(name)
    is_list = role_of(name).name in texts.LISTS
    return name if is_list and role_of(one).name not in _SINGLE else one


_SINGLE = frozenset(("email", "phone", "url", "image", "city", "country", "currency",
                     "region", "username", "ip", "language"))  # fmt: skip
"""What a list of several is of things that each have a form of their own."""
