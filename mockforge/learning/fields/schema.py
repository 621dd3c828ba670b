"""JSON Schema of what was seen, such that all of it is valid.

It says what holds for what comes next too, as far as that can be told: no bounds that
the next number is likely to break, and the values of a field only where few recurred
often.

Source:
    JSON Schema, draft 2020-12, which OpenAPI 3.1 takes over.
"""

from __future__ import annotations

from typing import Any

from mockforge.learning.fields.node import Arrays, Node, Objects
from mockforge.learning.fields.reading import format_of, members, types
from mockforge.learning.fields.scalars import Texts

Schema = dict[str, Any]

ENOUGH = 10
"""Distinct texts from which on the shape that they share is taken for a rule."""


def schema_of(node: Node) -> Schema:
    """Return a schema that every value *node* has seen is valid against."""
    found = types(node)
    if not found or node.hidden:
        return {}
    schema: Schema = {"type": found[0] if len(found) == 1 else found}
    if node.objects is not None:
        schema |= _of_objects(node.objects)
    if node.arrays is not None:
        schema |= _of_arrays(node.arrays)
    if node.texts is not None:
        schema |= _of_texts(node.texts, is_alone={*found} <= {"string", "null"})
        if "enum" in schema and node.nulls:
            schema["enum"].append(None)
    return schema


def _of_objects(objects: Objects) -> Schema:
    found = members(objects)
    schema: Schema = {}
    if found.fixed:
        schema["properties"] = {
            name: schema_of(child) for name, child in found.fixed.items()
        }
    required = [
        name for name, child in found.fixed.items() if child.count == objects.count
    ]
    if required:
        schema["required"] = required
    if found.rest is not None:
        schema["additionalProperties"] = schema_of(found.rest)
    return schema


def _of_arrays(arrays: Arrays) -> Schema:
    return {"items": schema_of(arrays.items)}


def _of_texts(texts: Texts, *, is_alone: bool) -> Schema:
    if texts.is_secret:
        return {}
    known = format_of(texts)
    if known is not None:
        return {"format": known}
    choices = texts.choices() if is_alone else None
    if choices is not None and len(choices) > 1:
        return {"enum": list(choices)}
    pattern = pattern_of(texts)
    return {} if pattern is None else {"pattern": pattern}


def pattern_of(texts: Texts) -> str | None:
    """Return the pattern that *texts* are taken to follow, or None."""
    outline = texts.outline
    if outline is None or texts.is_secret or texts.tally.distinct() < ENOUGH:
        return None
    return outline.pattern()
