"""Schemas that are composed of others, each as one that says it all itself.

What is chosen among (`anyOf`, `oneOf`, `if`) is chosen; whether all holds is for a
check of what was drawn to say.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from fractions import Fraction
from itertools import zip_longest
from typing import Any

from mockforge.learning.fields.checking import is_same, matches
from mockforge.learning.fields.schema import Schema

_KEPT = 4096
DEEPEST = 30
"""Levels of composition that are followed."""
NOTHING: Schema = {"not": {}}
"""What no value is valid against."""
_ANYTHING: Schema = {}
_COMPOSED = frozenset(("$ref", "allOf", "anyOf", "oneOf", "if", "then", "else"))
_CHOSEN = frozenset(("anyOf", "oneOf", "if"))

Order = Callable[[list[Any]], list[Any]]
"""Choices, in the order they are to be tried in."""


class Composing:
    """Schemas with what they refer to; those without a choice are kept."""

    def __init__(self, definitions: Mapping[str, Any]) -> None:
        self._definitions = definitions
        # The schema is kept too, so that no other gets its id.
        self._known: dict[int, tuple[Schema, Schema]] = {}
        self._parts = _Parts()

    def flat(self, schema: Schema | bool, order: Order) -> Schema:
        """Return one schema for all that *schema* is composed of."""
        if isinstance(schema, bool):
            return {} if schema else NOTHING
        if self.is_plain(schema):
            return schema
        known = self._known.get(id(schema))
        if known is not None:
            return known[1]
        reading = _Reading(self._definitions, order, self._parts)
        found = reading.one(schema, 0)
        if not reading.has_chosen:
            self._known[id(schema)] = (schema, found)
        return found

    @staticmethod
    def is_plain(schema: Schema) -> bool:
        """Return whether *schema* is composed of nothing but itself."""
        return _COMPOSED.isdisjoint(schema) and "unevaluatedProperties" not in schema

    def is_exact(self, schema: Schema | bool) -> bool:
        """Return whether there was nothing to choose when it was put together."""
        return id(schema) in self._known

    def refers(self, schema: Schema | bool) -> str:
        """Return the name of what *schema* refers to, or nothing."""
        if isinstance(schema, dict) and "$ref" in schema:
            return str(schema["$ref"]).rpartition("/")[2]
        return ""


class _Parts:
    """Parts that were put together without a choice, to be the same ones again.

    What they are made of is kept too, so that nothing else gets its id.
    """

    def __init__(self) -> None:
        self.wholes: dict[int, tuple[Schema, Schema]] = {}
        self._owns: dict[int, tuple[Schema, Schema]] = {}
        self._branches: dict[int, tuple[Schema, list[Schema]]] = {}
        self._both: dict[tuple[int, int], tuple[Schema, Schema, Schema]] = {}

    def both(self, one: Schema, other: Schema) -> Schema:
        """Return what `both` does, the same object each time."""
        key = (id(one), id(other))
        known = self._both.get(key)
        if known is None:
            if len(self._both) > _KEPT:
                self._both.clear()
            known = self._both[key] = (one, other, both(one, other))
        return known[2]

    def own(self, schema: Schema) -> Schema:
        """Return what *schema* says itself."""
        known = self._owns.get(id(schema))
        if known is None:
            if len(self._owns) > _KEPT:
                self._owns.clear()
            own = {name: told for name, told in schema.items()
                   if name not in _COMPOSED}  # fmt: skip
            known = self._owns[id(schema)] = (schema, own)
        return known[1]

    def branches(self, schema: Schema) -> list[Schema]:
        """Return what holds where the condition of *schema* does, and where not."""
        known = self._branches.get(id(schema))
        if known is None:
            if len(self._branches) > _KEPT:
                self._branches.clear()
            met = {"allOf": [schema["if"], schema.get("then", True)]}
            unmet = {"allOf": [{"not": schema["if"]}, schema.get("else", True)]}
            known = self._branches[id(schema)] = (schema, [met, unmet])
        return known[1]

    def keep(self, schema: Schema, found: Schema) -> None:
        """Keep *found*, which is all that *schema* is composed of."""
        if len(self.wholes) > _KEPT:
            self.wholes.clear()
        self.wholes[id(schema)] = (schema, found)


class _Reading:
    """One schema that is put together, with what was chosen on the way."""

    def __init__(
        self, definitions: Mapping[str, Any], order: Order, parts: _Parts
    ) -> None:
        self._definitions = definitions
        self._order = order
        self._parts = parts
        self._is_cut = False
        self.has_chosen = False

    def one(self, schema: Schema | bool, depth: int) -> Schema:
        """Return one schema for *schema*."""
        if isinstance(schema, bool):
            return _ANYTHING if schema else NOTHING
        if depth > DEEPEST:
            self._is_cut = True
            return {}
        known = self._parts.wholes.get(id(schema))
        if known is not None:
            return known[1]
        before, self.has_chosen = self.has_chosen, False
        found = self._one(schema, depth)
        if not self.has_chosen and not self._is_cut:
            self._parts.keep(schema, found)
        self.has_chosen = self.has_chosen or before
        return found

    def _one(self, schema: Schema, depth: int) -> Schema:
        found: Schema = _ANYTHING
        if "$ref" in schema:
            name = str(schema["$ref"]).rpartition("/")[2]
            found = self.one(self._definitions.get(name, {}), depth + 1)
        for inner in schema.get("allOf", ()):
            found = self._parts.both(found, self.one(inner, depth + 1))
        found = self._parts.both(found, self._parts.own(schema))
        if not _CHOSEN.isdisjoint(schema):
            found = self._chosen(schema, found, depth + 1)
        if schema.get("unevaluatedProperties") is False:
            found = {"additionalProperties": False, **found}
        if schema.get("unevaluatedItems") is False:
            found = {"items": False, **found}
        return found

    def _chosen(self, schema: Schema, found: Schema, depth: int) -> Schema:
        self.has_chosen = True
        if "if" in schema:
            found = self._first(found, self._parts.branches(schema), depth)
        for name in ("anyOf", "oneOf"):
            if schema.get(name):
                found = self._first(found, schema[name], depth)
        return found

    def _first(self, found: Schema, choices: list[Any], depth: int) -> Schema:
        """Return *found* with the first of *choices* that does not contradict it."""
        for choice in self._order(choices):
            made = self._parts.both(found, self.one(choice, depth))
            if made is not NOTHING:
                return made
        return NOTHING


def both(one: Schema, other: Schema) -> Schema:
    """Return a schema of what both ask for, as far as one can say it."""
    if one is NOTHING or other is NOTHING:
        return NOTHING
    if not one or not other:
        return other or one
    found = {**one, **other}
    for name in one.keys() & other.keys():
        if not is_same(one[name], other[name]) and not _merge(found, name, one, other):
            return NOTHING
    told = found.get("enum", ())
    if told and "const" in found and not any(is_same(found["const"], v) for v in told):
        return NOTHING
    if "properties" in found or "additionalProperties" in found:
        _merge_members(found, one, other)
    if "items" in found or "prefixItems" in found:
        _merge_items(found, one, other)
    return found


def _merge(found: Schema, name: str, one: Schema, other: Schema) -> bool:
    """Put what both say under *name* into *found*; return whether that can be."""
    if name in _LEFT_OVER:
        found[name] = one[name]
        found["allOf"] = [*found.get("allOf", ()), {name: other[name]}]
    elif name in _MERGED:
        found[name] = _MERGED[name](one[name], other[name])
        return found[name] is not None
    return True


def every(one: Any, other: Any) -> Any:
    """Return a schema of what both schemas ask for, to be put together later."""
    if one is True or one == other:
        return other
    if other is True:
        return one
    if one is False or other is False:
        return False
    return {"allOf": [one, other]}


def _types(one: Any, other: Any) -> Any:
    mine = one if isinstance(one, list) else [one]
    theirs = other if isinstance(other, list) else [other]
    found = [
        name
        for name in dict.fromkeys([*mine, *theirs])
        if all(name in each or (name == "integer" and "number" in each)
               for each in (mine, theirs))
    ]  # fmt: skip
    if not found:
        return None
    return found[0] if len(found) == 1 else found


def _enums(one: Any, other: Any) -> Any:
    return [v for v in one if any(is_same(v, each) for each in other)] or None


def _multiple(one: Any, other: Any) -> Any:
    mine, theirs = exact(one), exact(other)
    above = math.lcm(mine.numerator, theirs.numerator)
    below = math.gcd(mine.denominator, theirs.denominator)
    return above if below == 1 else above / below


def exact(value: float) -> Fraction:
    """Return *value* as what is meant by it: 0.1 is a tenth."""
    return Fraction(value) if isinstance(value, int) else Fraction(repr(value))


def _named(one: dict[str, Any], other: dict[str, Any]) -> dict[str, Any]:
    found = {**one, **other}
    for name in one.keys() & other.keys():
        found[name] = every(one[name], other[name])
    return found


def _union(one: list[Any], other: list[Any]) -> list[Any]:
    return list(dict.fromkeys([*one, *other]))


def _needed(one: dict[str, Any], other: dict[str, Any]) -> dict[str, Any]:
    found = {**one, **other}
    for name in one.keys() & other.keys():
        found[name] = _union(one[name], other[name])
    return found


_MERGED: dict[str, Callable[[Any, Any], Any]] = {
    "type": _types,
    "enum": _enums,
    "const": lambda one, other: one if is_same(one, other) else None,
    "multipleOf": _multiple,
    **dict.fromkeys(
        ("minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties"), max
    ),
    **dict.fromkeys(
        ("maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties"), min
    ),
    "uniqueItems": lambda one, other: one or other,
    "required": _union,
    "not": lambda one, other: {"anyOf": [one, other]},
    "allOf": lambda one, other: [*one, *other],
    "propertyNames": every,
    "patternProperties": _named,
    "dependentSchemas": _named,
    "dependentRequired": _needed,
}
_LEFT_OVER = ("pattern", "contains")
"""Of which only the first is drawn from; the others are checked."""


def _merge_members(found: Schema, one: Schema, other: Schema) -> None:
    """Put the members of both into *found*, with what each says of the other's."""
    mine, theirs = one.get("properties", {}), other.get("properties", {})
    found["properties"] = {
        name: every(_member(one, name), _member(other, name))
        for name in dict.fromkeys([*mine, *theirs])
    }
    if "additionalProperties" in one and "additionalProperties" in other:
        found["additionalProperties"] = every(
            one["additionalProperties"], other["additionalProperties"]
        )


def _member(schema: Schema, name: str) -> Any:
    """Return what *schema* asks of the member *name*."""
    if name in schema.get("properties", {}):
        return schema["properties"][name]
    if any(matches(one, name) for one in schema.get("patternProperties", {})):
        return True
    return schema.get("additionalProperties", True)


def _merge_items(found: Schema, one: Schema, other: Schema) -> None:
    rest, others = one.get("items", True), other.get("items", True)
    pairs = zip_longest(one.get("prefixItems", ()), other.get("prefixItems", ()))
    prefix = [
        every(rest if mine is None else mine, others if theirs is None else theirs)
        for mine, theirs in pairs
    ]
    if prefix:
        found["prefixItems"] = prefix
    found["items"] = every(rest, others)
