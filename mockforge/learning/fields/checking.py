"""Whether a value is valid against a schema.

Source:
    JSON Schema, draft 2020-12: the validation and the applicator vocabularies, less
    what is unevaluated. Formats are annotations and not checked.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

from mockforge.learning.fields.lengthening import Distinct
from mockforge.learning.fields.schema import Schema
from mockforge.options import Json

DEEPEST = 200
"""Levels of schemas that are followed; beyond them everything is valid."""

Check = Callable[["Checking", Any, Json, Schema, int], bool]


def is_valid(schema: Schema | bool, value: Json) -> bool:
    """Return whether *value* is valid against *schema*, which stands for itself."""
    definitions = schema.get("$defs", {}) if isinstance(schema, dict) else {}
    return Checking(definitions).check(schema, value, 0)


class Checking:
    """A check with what `$ref` leads to; that is under `$defs`, by its name."""

    def __init__(self, definitions: Mapping[str, Any]) -> None:
        self._definitions = definitions

    def check(self, schema: Schema | bool, value: Json, depth: int = 0) -> bool:
        """Return whether *value* is valid against *schema*."""
        if isinstance(schema, bool):
            return schema
        if depth > DEEPEST:
            return True
        for name, told in schema.items():
            check = _CHECKS.get(name)
            if check is not None and not check(self, told, value, schema, depth + 1):
                return False
        return True

    @staticmethod
    def has(values: list[Json], value: Json) -> bool:
        """Return whether *value* is among *values*, as JSON tells them apart."""
        return any(is_same(value, each) for each in values)

    def referred(self, reference: str) -> Schema | bool:
        """Return the schema that *reference* names; what is unknown allows all."""
        found: Schema | bool = self._definitions.get(reference.rpartition("/")[2], True)
        return found


def type_of(value: Json) -> str:
    """Return the type of *value* as JSON Schema calls it."""
    known = _EXACT.get(type(value))
    if known is not None:
        return known
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, int) or (isinstance(value, float) and value.is_integer()):
        return "integer"
    if isinstance(value, float):
        return "number"
    for kind, name in _KINDS:
        if isinstance(value, kind):
            return name
    return ""


_EXACT: dict[type, str] = {
    str: "string", bool: "boolean", int: "integer", list: "array", dict: "object",
    type(None): "null",
}  # fmt: skip
_KINDS: tuple[tuple[type, str], ...] = (
    (str, "string"),
    (list, "array"),
    (dict, "object"),
)


def is_same(one: Json, other: Json) -> bool:
    """Return whether two values are the same one: 1 is 1.0 and no truth value."""
    if type(one) is str or type(other) is str:
        return bool(one == other)
    if isinstance(one, bool) or isinstance(other, bool):
        return one is other
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(is_same, one, other))
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(
            is_same(one[name], other[name]) for name in one
        )
    return type_of(one) == type_of(other) and one == other


def _type(at: Checking, told: Any, value: Json, schema: Schema, depth: int) -> bool:
    mine = type_of(value)
    if mine == told:
        return True
    named = told if isinstance(told, list) else (told,)
    return mine in named or (mine == "integer" and "number" in named)


def _number(test: Callable[[float, float], bool]) -> Check:
    def check(at: Checking, told: Any, value: Json, schema: Schema, depth: int) -> bool:
        is_number = isinstance(value, int | float) and not isinstance(value, bool)
        return not is_number or test(value, told)

    return check


def _is_multiple(value: float, of: float) -> bool:
    if isinstance(value, int) and isinstance(of, int):
        return of == 0 or value % of == 0
    share = value / of
    return math.isclose(share, round(share), rel_tol=1e-9, abs_tol=1e-9)


def _sized(kind: type[Any], test: Callable[[int, int], bool]) -> Check:
    def check(at: Checking, told: Any, value: Json, schema: Schema, depth: int) -> bool:
        return not isinstance(value, kind) or test(len(value), told)

    return check


def _pattern(at: Checking, told: Any, value: Json, schema: Schema, depth: int) -> bool:
    return not isinstance(value, str) or matches(told, value)


def matches(pattern: str, text: str) -> bool:
    """Return whether *pattern* is found in *text*; one not understood always is."""
    compiled = _compiled(pattern)
    return compiled is None or compiled.search(text) is not None


@lru_cache(maxsize=512)
def _compiled(pattern: str) -> re.Pattern[str] | None:
    try:
        # ECMA-262's $ is the very end.
        return re.compile(re.sub(r"(?<!\\)\$$", r"\\Z", pattern))
    except (re.error, RecursionError, OverflowError):
        return None


def _items(at: Checking, told: Any, value: Json, schema: Schema, depth: int) -> bool:
    if not isinstance(value, list):
        return True
    rest = value[len(schema.get("prefixItems", ())) :]
    return all(at.check(told, item, depth) for item in rest)


def _prefix(at: Checking, told: Any, value: Json, schema: Schema, depth: int) -> bool:
    if not isinstance(value, list):
        return True
    return all(
        at.check(inner, item, depth) for inner, item in zip(told, value, strict=False)
    )


def _unique(at: Checking, told: Any, value: Json, schema: Schema, depth: int) -> bool:
    if not told or not isinstance(value, list):
        return True
    distinct = Distinct(at.has)
    return all(map(distinct.add, value))


def _contains(at: Checking, told: Any, value: Json, schema: Schema, depth: int) -> bool:
    if not isinstance(value, list):
        return True
    count = sum(at.check(told, item, depth) for item in value)
    least, most = schema.get("minContains", 1), schema.get("maxContains", math.inf)
    return bool(least <= count <= most)


def _properties(
    at: Checking, told: Any, value: Json, schema: Schema, depth: int
) -> bool:
    if not isinstance(value, dict):
        return True
    return all(
        at.check(inner, value[name], depth)
        for name, inner in told.items()
        if name in value
    )


def _patterned(
    at: Checking, told: Any, value: Json, schema: Schema, depth: int
) -> bool:
    if not isinstance(value, dict):
        return True
    return all(
        at.check(inner, each, depth)
        for pattern, inner in told.items()
        for name, each in value.items()
        if matches(pattern, name)
    )


def _additional(
    at: Checking, told: Any, value: Json, schema: Schema, depth: int
) -> bool:
    if not isinstance(value, dict):
        return True
    known, patterns = schema.get("properties", {}), schema.get("patternProperties", {})
    return all(
        at.check(told, each, depth)
        for name, each in value.items()
        if name not in known and not any(matches(one, name) for one in patterns)
    )


def _required(at: Checking, told: Any, value: Json, schema: Schema, depth: int) -> bool:
    return not isinstance(value, dict) or all(name in value for name in told)


def _dependent(
    at: Checking, told: Any, value: Json, schema: Schema, depth: int
) -> bool:
    if not isinstance(value, dict):
        return True
    return all(
        other in value for name, names in told.items() if name in value
        for other in names
    )  # fmt: skip


def _dependent_schemas(
    at: Checking, told: Any, value: Json, schema: Schema, depth: int
) -> bool:
    return not isinstance(value, dict) or all(
        at.check(inner, value, depth) for name, inner in told.items() if name in value
    )


def _names(at: Checking, told: Any, value: Json, schema: Schema, depth: int) -> bool:
    return not isinstance(value, dict) or all(
        at.check(told, name, depth) for name in value
    )


def _one_of(at: Checking, told: Any, value: Json, schema: Schema, depth: int) -> bool:
    return sum(at.check(inner, value, depth) for inner in told) == 1


def _condition(
    at: Checking, told: Any, value: Json, schema: Schema, depth: int
) -> bool:
    branch = "then" if at.check(told, value, depth) else "else"
    return at.check(schema.get(branch, True), value, depth)


_CHECKS: dict[str, Check] = {
    "$ref": lambda at, told, value, _, depth: at.check(at.referred(told), value, depth),
    "type": _type,
    "enum": lambda at, told, value, *_: any(is_same(value, each) for each in told),
    "const": lambda at, told, value, *_: is_same(value, told),
    "minimum": _number(lambda value, bound: value >= bound),
    "maximum": _number(lambda value, bound: value <= bound),
    "exclusiveMinimum": _number(lambda value, bound: value > bound),
    "exclusiveMaximum": _number(lambda value, bound: value < bound),
    "multipleOf": _number(_is_multiple),
    "minLength": _sized(str, lambda size, bound: size >= bound),
    "maxLength": _sized(str, lambda size, bound: size <= bound),
    "minItems": _sized(list, lambda size, bound: size >= bound),
    "maxItems": _sized(list, lambda size, bound: size <= bound),
    "minProperties": _sized(dict, lambda size, bound: size >= bound),
    "maxProperties": _sized(dict, lambda size, bound: size <= bound),
    "pattern": _pattern,
    "items": _items,
    "prefixItems": _prefix,
    "uniqueItems": _unique,
    "contains": _contains,
    "properties": _properties,
    "patternProperties": _patterned,
    "additionalProperties": _additional,
    "required": _required,
    "dependentRequired": _dependent,
    "dependentSchemas": _dependent_schemas,
    "propertyNames": _names,
    "allOf": lambda at, told, value, _, depth: all(
        at.check(inner, value, depth) for inner in told
    ),
    "anyOf": lambda at, told, value, _, depth: any(
        at.check(inner, value, depth) for inner in told
    ),
    "oneOf": _one_of,
    "not": lambda at, told, value, _, depth: not at.check(told, value, depth),
    "if": _condition,
}
