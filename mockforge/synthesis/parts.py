"""Checks of a part of a schema, with no more of the rest than it takes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from mockforge.options import Json

_INNER = frozenset(
    (
        *("properties", "patternProperties", "additionalProperties", "propertyNames"),
        *("items", "prefixItems", "contains", "unevaluatedProperties"),
        *("unevaluatedItems", "dependentSchemas"),
    )
)
"""What is of lists and objects alone."""
_VALUES = frozenset(("const", "enum", "default", "examples"))
"""What holds no schemas."""


def compiled(
    schema: Mapping[str, Any], definitions: Mapping[str, Any], *, is_scalar: bool
) -> Any:
    """Return what checks values against *schema*.

    Args:
        schema: The schema; what it refers to is among *definitions*.
        definitions: Schemas by their name.
        is_scalar: Whether no list and no object is to be checked.
    """
    import jsonschema_rs

    own = _plain(schema) if is_scalar else dict(schema)
    own["$defs"] = _needed(own, definitions, is_scalar=is_scalar)
    return jsonschema_rs.Draft202012Validator(own, validate_formats=True, offline=True)


def _needed(
    schema: Json, definitions: Mapping[str, Any], *, is_scalar: bool
) -> dict[str, Any]:
    """Return those of *definitions* that *schema* comes to."""
    found: dict[str, Any] = {}
    waiting: set[str] = set()
    _refer(schema, waiting)
    while waiting:
        name = waiting.pop()
        if name in found or name not in definitions:
            continue
        found[name] = definitions[name]
        if is_scalar and isinstance(found[name], dict):
            found[name] = _plain(found[name])
        _refer(found[name], waiting)
    return found


def _refer(schema: Json, found: set[str]) -> None:
    """Add the names of what *schema* refers to."""
    if isinstance(schema, dict):
        told = schema.get("$ref")
        if isinstance(told, str):
            found.add(told.rpartition("/")[2])
        for inner in schema.values():
            _refer(inner, found)
    elif isinstance(schema, list):
        for inner in schema:
            _refer(inner, found)


def _plain(schema: Mapping[str, Any]) -> dict[str, Any]:
    """Return *schema* without what is of lists and objects alone."""
    return {
        name: inner if name in _VALUES else _pruned(inner)
        for name, inner in schema.items()
        if name not in _INNER
    }


def _pruned(told: Json) -> Any:
    if isinstance(told, dict):
        return _plain(told)
    return [_pruned(one) for one in told] if isinstance(told, list) else told
