"""What OpenAPI says beside a schema: which choice is meant, and examples.

Source:
    OpenAPI 3.0.3 and 3.1.0, Schema Object and Discriminator Object.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from mockforge.options import Json

MOST = 8
"""Examples that are kept of one place."""
_DEEPEST = 40
_CHOICES = ("oneOf", "anyOf")
_CHOICES_OF = frozenset(_CHOICES)
_BRANCHES = ("allOf", "oneOf", "anyOf")


VALUES = "x-values"
"""The values that a discriminator has for a schema that is part of no choice."""


def inherited(
    told: dict[str, Json], made: dict[str, Any], at: str, find: Callable[[str], Json]
) -> None:
    """Let what takes over a schema with a discriminator have the value for itself."""
    own = told.get("discriminator")
    if isinstance(own, dict) and _CHOICES_OF.isdisjoint(told):
        mapping = own.get("mapping")
        if isinstance(mapping, dict) and mapping:
            _note(made, own.get("propertyName"), list(mapping))
    branches = told.get("allOf")
    for branch in branches if isinstance(branches, list) else ():
        parent = find(str(branch.get("$ref"))) if isinstance(branch, dict) else None
        above = parent.get("discriminator") if isinstance(parent, dict) else None
        if isinstance(above, dict):
            named = above.get("mapping")
            mine = {"$ref": at.replace("~1", "/")}
            values = _values(mine, named if isinstance(named, dict) else {})
            _note(made, above.get("propertyName"), values)


def _note(made: dict[str, Any], name: Json, values: list[str]) -> None:
    if isinstance(name, str) and values:
        told = {"properties": {name: {VALUES: values}}}
        made["allOf"] = [*made.get("allOf", ()), told]


def discriminated(
    told: dict[str, Json], made: dict[str, Any], find: Callable[[str], Json]
) -> None:
    """Let each choice in *made* have the value that a discriminator has for it.

    Args:
        told: The schema as it was written.
        made: The same one in the notation of today.
        find: Returns what a `$ref` leads to.
    """
    discriminator = told.get("discriminator")
    if not isinstance(discriminator, dict):
        return
    name = discriminator.get("propertyName")
    named = discriminator.get("mapping")
    mapping = named if isinstance(named, dict) else {}
    if not isinstance(name, str):
        return
    for word in _CHOICES:
        choices = told.get(word)
        if not isinstance(choices, list):
            continue
        made[word] = [
            _with_value(one, name, _values(choice, mapping), choice, find)
            for one, choice in zip(made[word], choices, strict=True)
        ]


def _values(choice: Json, mapping: dict[str, Json]) -> list[str]:
    """Return the values that stand for *choice*: those mapped to it, or its name."""
    told = choice.get("$ref") if isinstance(choice, dict) else None
    if not isinstance(told, str):
        return []
    name = told.rpartition("/")[2]
    mapped = [value for value, to in mapping.items()
              if isinstance(to, str) and to.rpartition("/")[2] == name]  # fmt: skip
    return mapped or ([] if mapping else [name])


def _with_value(
    one: Any, name: str, values: list[str], choice: Json, find: Callable[[str], Json]
) -> Any:
    allowed = [value for value in values if _may_be(choice, name, value, find, 0)]
    if not allowed or not isinstance(one, dict):
        return one
    told = {"const": allowed[0]} if len(allowed) == 1 else {"enum": allowed}
    return {"allOf": [one, {"properties": {name: told}, "required": [name]}]}


def _may_be(
    schema: Json, name: str, value: str, find: Callable[[str], Json], depth: int
) -> bool:
    """Return whether the member *name* of *schema* may be *value*, as far as told."""
    if not isinstance(schema, dict) or depth > _DEEPEST:
        return True
    if isinstance(schema.get("$ref"), str):
        return _may_be(find(str(schema["$ref"])), name, value, find, depth + 1)
    branches = schema.get("allOf")
    if isinstance(branches, list) and not all(
        _may_be(inner, name, value, find, depth + 1) for inner in branches
    ):
        return False
    members = schema.get("properties")
    return not isinstance(members, dict) or _is_allowed(members.get(name), value, find)


def _is_allowed(member: Json, value: str, find: Callable[[str], Json]) -> bool:
    if isinstance(member, dict) and isinstance(member.get("$ref"), str):
        member = find(str(member["$ref"]))
    if not isinstance(member, dict):
        return True
    told = member.get("enum", [member["const"]] if "const" in member else None)
    is_text = member.get("type", "string") == "string"
    return is_text and (not isinstance(told, list) or value in told)


def told_examples(told: dict[str, Json]) -> list[Json]:
    """Return the examples that *told* gives, in whichever way it does."""
    several = told.get("examples")
    if isinstance(several, dict):
        # As beside a schema: by name, each with its value.
        several = [each.get("value") if isinstance(each, dict) else each
                   for each in several.values()]  # fmt: skip
    found = several if isinstance(several, list) else []
    if "example" in told:
        found = [told["example"], *found]
    return [one for one in found if one is not None]


def spread(schema: dict[str, Any]) -> None:
    """Give the parts of *schema* the parts of the examples that the whole has."""
    definitions = schema.get("$defs", {})
    for _ in range(2):
        # What the first one brought to a definition goes on in the second.
        for each in (schema, *definitions.values()):
            _spread(each, [], definitions, 0)


def _spread(
    schema: Any, told: list[Json], definitions: dict[str, Any], depth: int
) -> None:
    if not isinstance(schema, dict) or depth > _DEEPEST:
        return
    examples = schema.get("examples")
    if not isinstance(examples, list):
        examples = []
    if told and not examples:
        examples = schema["examples"] = told[:MOST]
    refers = definitions.get(str(schema.get("$ref")).rpartition("/")[2])
    if isinstance(refers, dict) and examples and not refers.get("examples"):
        refers["examples"] = examples
    for name in _BRANCHES:
        for inner in schema.get(name, ()):
            parts = _within(inner, examples)
            _spread(inner, parts, definitions, depth + 1)
    _spread_members(schema, examples, definitions, depth)
    _spread_items(schema, examples, definitions, depth)


def _within(inner: Any, examples: list[Json]) -> list[Json]:
    """Return those of *examples* that may be of *inner*: parts are, scalars are not."""
    is_named = isinstance(inner, dict) and "properties" in inner
    return [one for one in examples if isinstance(one, dict)] if is_named else []


def _spread_members(
    schema: dict[str, Any], examples: list[Json], definitions: Any, depth: int
) -> None:
    things = [one for one in examples if isinstance(one, dict)]
    members = schema.get("properties", {})
    for name, inner in members.items():
        parts = _different(one[name] for one in things if name in one)
        _spread(inner, parts, definitions, depth + 1)
    rest = schema.get("additionalProperties")
    if isinstance(rest, dict):
        others = _different(
            each for one in things for name, each in one.items() if name not in members
        )
        _spread(rest, others, definitions, depth + 1)


def _spread_items(
    schema: dict[str, Any], examples: list[Json], definitions: Any, depth: int
) -> None:
    lists = [one for one in examples if isinstance(one, list)]
    if lists and "items" not in schema and "prefixItems" not in schema:
        schema["items"] = {}
    parts = _different(each for one in lists for each in one)
    _spread(schema.get("items"), parts, definitions, depth + 1)


def _different(values: Iterable[Json]) -> list[Json]:
    found: list[Json] = []
    for one in values:
        if one is not None and one not in found and len(found) < MOST:
            found.append(one)
    return found
