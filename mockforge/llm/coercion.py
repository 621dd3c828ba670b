"""Values that are nearly as a schema says, made so; and what of one can be used."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

from mockforge.options import Json

Schema = dict[str, Any]

DEEPEST = 32
"""Levels that are looked into."""

_NUMBER = re.compile(
    r"[^\w\s.,+-]{0,3}\s*([+-]?\d[\d,_ ]*(?:\.\d+)?|[+-]?\.\d+)\s*(?:[A-Z]{3}|\W{0,3})"
)
_TRUE = frozenset({"true", "yes", "on", "1"})
_FALSE = frozenset({"false", "no", "off", "0"})


def coerced(value: Json, schema: Json, root: Schema) -> Json:
    """Return *value* with the types, cases and bounds of *schema* where that is plain.

    `"42"` becomes 42 and `GOLD` becomes `gold`; what is no slip stays as it is.

    Args:
        value: As a model wrote it.
        schema: What it should follow, in the notation of draft 2020-12.
        root: The schema that `$defs` is in.
    """
    return _coerced(value, schema, root, 0)


def resolved(schema: Json, root: Schema) -> Schema:
    """Return the schema that *schema* stands for; an empty one if there is none."""
    for _ in range(DEEPEST):
        if not isinstance(schema, dict):
            return {}
        reference = schema.get("$ref")
        if not isinstance(reference, str):
            return schema
        if reference == "#":
            return root
        name = reference.removeprefix("#/$defs/")
        schema = root.get("$defs", {}).get(name)
    return {}


def usable(
    value: Json, schema: Json, root: Schema, is_valid: Callable[[Json, Schema], bool]
) -> Json:
    """Return *value* without the members that are not valid, at any depth.

    Args:
        value: An object; anything else is given back, or None, as a whole.
        schema: What it should follow.
        root: The schema that `$defs` is in.
        is_valid: Tells whether a value is valid against a part of the schema.
    """
    return _usable(value, schema, (root, is_valid), 0)


def _usable(
    value: Json,
    schema: Json,
    told: tuple[Schema, Callable[[Json, Schema], bool]],
    depth: int,
) -> Json:
    root, is_valid = told
    its = resolved(schema, root)
    if not isinstance(value, dict) or depth > DEEPEST:
        return value if is_valid(value, its) else None
    known = its.get("properties", {})
    is_open = its.get("additionalProperties", True) is not False
    left = {}
    for name, item in value.items():
        if name not in known:
            if is_open:
                left[name] = item
        elif is_valid(item, known[name]):
            left[name] = item
        elif isinstance(item, dict):
            inner = _usable(item, known[name], told, depth + 1)
            if inner:
                left[name] = inner
    return left


def _coerced(value: Json, schema: Json, root: Schema, depth: int) -> Json:
    its = resolved(schema, root)
    if depth > DEEPEST or not its:
        return value
    if "enum" in its or "const" in its:
        return _listed(value, its.get("enum", [its.get("const")]))
    names = _types(its)
    if any(_is_of(value, name) for name in names):
        return _inside(value, its, root, depth)
    found = next(
        (x for x in (_turned(value, name) for name in names) if x is not None), None
    )
    return value if found is None else _inside(found, its, root, depth)


def _types(schema: Schema) -> list[str]:
    types = schema.get("type")
    if isinstance(types, str | list):
        return [types] if isinstance(types, str) else types
    if "properties" in schema:
        return ["object"]
    return ["array"] if "items" in schema else []


def _is_of(value: Json, name: str) -> bool:
    if name in ("integer", "number"):
        is_number = isinstance(value, int | float) and not isinstance(value, bool)
        return is_number and (name == "number" or value == int(value))
    kind = {
        "string": str,
        "boolean": bool,
        "object": dict,
        "array": list,
        "null": type(None),
    }.get(name)
    return kind is not None and isinstance(value, kind)


def _turned(value: Json, name: str) -> Json:
    """Return *value* as what *name* says; None if it is not plain what is meant."""
    turn = _TURNS.get(name)
    return None if turn is None else turn(value)


def _to_number(value: Json) -> Json:
    if isinstance(value, bool):
        return int(value)
    found = _NUMBER.fullmatch(value.strip()) if isinstance(value, str) else None
    if found is None or len(found[1]) > 40:
        return None
    number = float(re.sub(r"[,_ ]", "", found[1]))
    return int(number) if number.is_integer() else number


def _to_integer(value: Json) -> Json:
    number = _to_number(value)
    return number if isinstance(number, int) else None


def _to_boolean(value: Json) -> Json:
    text = str(value).strip().lower()
    return True if text in _TRUE else False if text in _FALSE else None


def _to_string(value: Json) -> Json:
    if isinstance(value, bool | int | float):
        return json.dumps(value)
    if isinstance(value, list) and len(value) == 1 and isinstance(value[0], str):
        return value[0]
    return None


def _to_array(value: Json) -> Json:
    if value is None:
        return []
    read = _read(value)
    if isinstance(read, list):
        return read
    if isinstance(value, str) and "," in value:
        return [part.strip() for part in value.split(",") if part.strip()]
    return [value]


def _to_object(value: Json) -> Json:
    if isinstance(value, list) and len(value) == 1 and isinstance(value[0], dict):
        return value[0]
    read = _read(value)
    return read if isinstance(read, dict) else None


_TURNS: dict[str, Callable[[Json], Json]] = {
    "integer": _to_integer,
    "number": _to_number,
    "boolean": _to_boolean,
    "string": _to_string,
    "array": _to_array,
    "object": _to_object,
}


def _read(value: Json) -> Json:
    if not isinstance(value, str) or value.lstrip()[:1] not in ("{", "["):
        return None
    try:
        return json.loads(value)
    except (ValueError, RecursionError):
        return None


def _listed(value: Json, allowed: list[Json]) -> Json:
    if value in allowed:
        return value
    told = _folded(value)
    near = [one for one in allowed if one is not None and _folded(one) == told]
    return near[0] if len(near) == 1 else value


def _folded(value: Json) -> str:
    text = value if isinstance(value, str) else json.dumps(value)
    return re.sub(r"[\s_-]+", "", text).lower()


def _inside(value: Json, schema: Schema, root: Schema, depth: int) -> Json:
    if isinstance(value, dict):
        return _members(value, schema, root, depth)
    if isinstance(value, list):
        most = schema.get("maxItems")
        items = value[:most] if isinstance(most, int) else value
        each = schema.get("items")
        return [_coerced(item, each, root, depth + 1) for item in items]
    if isinstance(value, str):
        most = schema.get("maxLength")
        return value[:most] if isinstance(most, int) else value
    if isinstance(value, float) and value.is_integer() and _only_integer(schema):
        value = int(value)
    return _within(value, schema)


def _only_integer(schema: Schema) -> bool:
    types = schema.get("type")
    return types == "integer" or (isinstance(types, list) and "number" not in types)


def _within(value: Json, schema: Schema) -> Json:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return value
    low, high = schema.get("minimum"), schema.get("maximum")
    if isinstance(low, int | float) and value < low:
        return low
    return high if isinstance(high, int | float) and value > high else value


def _members(value: Schema, schema: Schema, root: Schema, depth: int) -> Json:
    known = schema.get("properties", {})
    needed = set(schema.get("required", ()))
    is_open = schema.get("additionalProperties", True) is not False
    byname = {_folded(name): name for name in known}
    made: Schema = {}
    for told, item in value.items():
        name = told
        if name not in known and byname.get(_folded(name)) not in (None, *value):
            name = byname[_folded(name)]
        if name not in known:
            if is_open or schema.get("patternProperties"):
                made[name] = item
            continue
        found = _coerced(item, known[name], root, depth + 1)
        if found is None and name not in needed and not _is_nullable(known[name], root):
            continue
        made[name] = found
    return made


def _is_nullable(schema: Json, root: Schema) -> bool:
    its = resolved(schema, root)
    types = its.get("type")
    # What says nothing of types, or says it in parts, may well allow it.
    return types is None or "null" in ([types] if isinstance(types, str) else types)
