"""Schemas as a provider is told them: all that may be said is to be said."""

from __future__ import annotations

from typing import Any

from mockforge.options import Json

Schema = dict[str, Any]

_NAMED = ("properties", "$defs", "patternProperties", "dependentSchemas")
_LISTED = ("anyOf", "oneOf", "allOf", "prefixItems")
_ONE = ("items", "additionalProperties", "not", "if", "then", "else", "contains")

# What OpenAI's strict mode has no word for.
_LOOSE = frozenset(
    (
        *("allOf", "oneOf", "not", "if", "then", "else", "contains", "uniqueItems"),
        *("dependentRequired", "dependentSchemas", "patternProperties", "prefixItems"),
        *("propertyNames", "unevaluatedProperties"),
    )
)
_ANNOTATIONS = (
    "examples",
    "default",
    "$comment",
    "deprecated",
    "readOnly",
    "writeOnly",
)

DEEPEST = 60


def demanding(schema: Schema) -> Schema:
    """Return *schema* with every member required that it names.

    Models leave out what they need not say. What is valid against this is valid
    against *schema*. Members that lead to a definition stay as they are: one that
    leads to itself would have no end.
    """
    made = _demanding(schema, 0)
    assert isinstance(made, dict)
    return made


def is_strict(schema: Json, depth: int = 0) -> bool:
    """Whether OpenAI's strict mode takes *schema*: every object is closed."""
    if not isinstance(schema, dict) or depth > DEEPEST or _LOOSE & schema.keys():
        return False
    if not _is_typed(schema) or not _is_closed(schema):
        return False
    named = (schema.get(name, {}) for name in ("properties", "$defs"))
    below = [each for members in named for each in members.values()]
    below += schema.get("anyOf", ())
    if "items" in schema:
        below.append(schema["items"])
    return all(is_strict(each, depth + 1) for each in below)


def _is_typed(schema: Schema) -> bool:
    return not schema.keys().isdisjoint({"type", "enum", "const", "$ref", "anyOf"})


def _is_closed(schema: Schema) -> bool:
    types = schema.get("type")
    names = [types] if isinstance(types, str) else types or []
    if "array" in names and "items" not in schema:
        return False
    if "object" not in names and "properties" not in schema:
        return True
    known = schema.get("properties", {})
    return (
        bool(known)
        and schema.get("additionalProperties") is False
        and set(schema.get("required", ())) == set(known)
    )


def _demanding(schema: Json, depth: int) -> Json:
    if not isinstance(schema, dict) or depth > DEEPEST:
        return schema
    made: Schema = {}
    for name, each in schema.items():
        if name in _ANNOTATIONS:
            continue
        if name in _NAMED and isinstance(each, dict):
            made[name] = {key: _demanding(one, depth + 1) for key, one in each.items()}
        elif name in _LISTED and isinstance(each, list):
            made[name] = [_demanding(one, depth + 1) for one in each]
        else:
            made[name] = _demanding(each, depth + 1) if name in _ONE else each
    known = made.get("properties")
    if isinstance(known, dict) and known and "maxProperties" not in made:
        plain = [name for name, each in known.items() if not _leads_away(each)]
        required = [*made.get("required", ())]
        made["required"] = [*required, *(one for one in plain if one not in required)]
        if not {"patternProperties", "allOf", "anyOf", "oneOf"} & made.keys():
            made.setdefault("additionalProperties", False)
    return made


def _leads_away(schema: Json, depth: int = 0) -> bool:
    if isinstance(schema, list):
        return any(_leads_away(one, depth + 1) for one in schema)
    if not isinstance(schema, dict) or depth > DEEPEST:
        return schema is False
    below = (one for one in schema.values() if isinstance(one, dict | list))
    return "$ref" in schema or any(_leads_away(one, depth + 1) for one in below)
