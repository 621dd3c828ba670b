"""Schemas that stand in several places, once and with a name."""

from __future__ import annotations

import json
import re
from collections import Counter
from typing import Any

from mockforge.learning.fields.schema import Schema
from mockforge.options import Json

LEAST = 3
"""Properties from which on an object is worth a name."""
_NAMES = re.compile(r"[A-Za-z0-9]+")


def named(document: dict[str, Any]) -> dict[str, Any]:
    """Return *document* with the objects that recur under `components`."""
    counts: Counter[str] = Counter()
    for _, schema in _bodies(document):
        _count(schema, counts)
    names = _Names({text for text, count in counts.items() if count > 1})
    for place, holder in _holders(document):
        holder["schema"] = names.referring(holder["schema"], place)
    if names.schemas:
        parts = document.setdefault("components", {})
        parts["schemas"] = dict(sorted(names.schemas.items()))
    return document


def _holders(document: Json) -> list[tuple[str, dict[str, Any]]]:
    """Return what holds the schema of a body, with a word for it."""
    found = []
    for path, item in document["paths"].items():
        words = [word for word in path.split("/") if word and "{" not in word]
        name = words[-1] if words else "root"
        others = item.get("x-operations", {}).values()
        for operation in [*item.values(), *others]:
            asked = operation.get("requestBody", {}).get("content", {})
            found += [(f"{name} request", one) for one in asked.values()]
            for status, told in operation.get("responses", {}).items():
                word = "error" if status[:1] in "45" else name
                found += [(word, one) for one in told.get("content", {}).values()]
    return [(name, one) for name, one in found if "schema" in one]


def _bodies(document: Json) -> list[tuple[str, Schema]]:
    return [(name, holder["schema"]) for name, holder in _holders(document)]


def _inner(schema: Schema) -> list[Schema]:
    below = [*schema.get("properties", {}).values(), *schema.get("anyOf", ())]
    below += [schema[key] for key in ("items", "additionalProperties") if key in schema]
    return [one for one in below if isinstance(one, dict)]


def _count(schema: Schema, counts: Counter[str]) -> None:
    if _is_worth(schema):
        counts[_text(schema)] += 1
    for one in _inner(schema):
        _count(one, counts)


def _is_worth(schema: Schema) -> bool:
    # A title tells one operation of several from the others, `xml` names an element.
    return (
        len(schema.get("properties", {})) >= LEAST
        and "title" not in schema
        and "xml" not in schema
    )


def _text(schema: Schema) -> str:
    return json.dumps(schema, sort_keys=True)


class _Names:
    """The names that were given."""

    def __init__(self, recurring: set[str]) -> None:
        self._recurring = recurring
        self._names: dict[str, str] = {}
        self.schemas: dict[str, Schema] = {}

    def referring(self, schema: Schema, place: str) -> Schema:
        """Return *schema* with what recurs in it referred to; *place* is a word."""
        text = _text(schema) if _is_worth(schema) else ""
        if text not in self._recurring:
            return self._below(schema, place)
        name = self._names.get(text)
        if name is None:
            name = self._unused(place)
            self._names[text] = name
            # The name is taken before what is inside takes one.
            self.schemas[name] = {}
            self.schemas[name] = self._below(schema, place)
        return {"$ref": f"#/components/schemas/{name}"}

    def _below(self, schema: Schema, place: str) -> Schema:
        found = dict(schema)
        if "properties" in found:
            found["properties"] = {
                name: self.referring(inner, name)
                for name, inner in found["properties"].items()
            }
        if "anyOf" in found:
            found["anyOf"] = [self.referring(one, place) for one in found["anyOf"]]
        for key in ("items", "additionalProperties"):
            if isinstance(found.get(key), dict):
                found[key] = self.referring(found[key], _one_of(place))
        return found

    def _unused(self, place: str) -> str:
        words = _NAMES.findall(_one_of(place))
        name = "".join(word[:1].upper() + word[1:] for word in words) or "Object"
        free, number = name, 2
        while free in self.schemas:
            free = f"{name}{number}"
            number += 1
        return free


def _one_of(plural: str) -> str:
    """Return the singular of an English word, as far as its end tells."""
    for end, instead in (("ies", "y"), ("sses", "ss"), ("xes", "x"), ("s", "")):
        if plural.endswith(end) and not plural.endswith(("ss", "us", "is")):
            return plural[: -len(end)] + instead
    return plural
