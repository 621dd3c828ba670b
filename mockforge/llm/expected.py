"""What a model's answer has to be: one document or several, valid against a schema."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from mockforge.llm.coercion import coerced, resolved, usable
from mockforge.options import Json

ITEMS = "items"
"""The member that several documents are asked for in: providers want an object."""


@dataclass(frozen=True)
class Expected:
    """What is expected of a model."""

    schema: Json = None
    """Of one document; None if any object will do."""
    many: int = 1
    """How many documents."""

    @cached_property
    def one(self) -> dict[str, Any]:
        """The schema of one document in the notation of draft 2020-12."""
        if self.schema is None:
            return {"type": "object"}
        from mockforge.synthesis.validity import validated

        return validated(self.schema).schema

    @cached_property
    def is_wrapped(self) -> bool:
        """Whether documents are asked for as members of an object around them."""
        its = resolved(self.one, self.one)
        return self.many > 1 or its.get("type", "object") != "object"

    @cached_property
    def whole(self) -> dict[str, Any]:
        """The schema of the whole answer, whose root is an object."""
        if not self.is_wrapped:
            return self.one
        inner = {name: item for name, item in self.one.items() if name != "$defs"}
        items: dict[str, Any] = {"type": "array", "items": inner}
        items |= {"minItems": self.many, "maxItems": self.many}
        whole: dict[str, Any] = {"type": "object", "properties": {ITEMS: items}}
        whole |= {"required": [ITEMS], "additionalProperties": False}
        if "$defs" in self.one:
            whole["$defs"] = self.one["$defs"]
        return whole

    def problems(self, document: Json) -> list[str]:
        """Return what is wrong with *document*, each with its place."""
        if self.schema is None:
            if isinstance(document, dict) and document:
                return []
            return ["$: is no object with anything in it"]
        from mockforge.synthesis.validity import validated

        found = validated(self.schema).problems(document)
        known = resolved(self.one, self.one).get("properties")
        if found or not known or not isinstance(document, dict):
            return found
        # Where nothing is required anything is valid, and is not what was asked.
        is_other = known.keys().isdisjoint(document)
        return ["$: has none of the members that were asked for"] if is_other else []

    def coerced(self, document: Json) -> Json:
        """Return *document* with plain slips of type, case and bounds undone."""
        return coerced(document, self.one, self.one)

    def usable(self, document: Json) -> Json:
        """Return what of *document* is valid by itself; None if nothing is."""
        if not isinstance(document, dict):
            return None
        found = usable(document, self.one, self.one, self._is_valid)
        known = resolved(self.one, self.one).get("properties", {})
        is_other = bool(known) and known.keys().isdisjoint(found)
        return None if is_other or not found else found

    def _is_valid(self, value: Json, schema: Json) -> bool:
        from mockforge.errors import ConfigError
        from mockforge.synthesis.validity import validated

        if not isinstance(schema, dict):
            return schema is not False
        if "$defs" in self.one:
            schema = schema | {"$defs": self.one["$defs"]}
        try:
            return not validated(schema).problems(value)
        except ConfigError:
            return False

    def readings(self, value: Json) -> Iterator[list[Json]]:
        """Yield the documents that *value* may be meant to be, the likeliest first."""
        yield from self._several(value) if self.many > 1 else self._single(value)

    def _single(self, value: Json) -> Iterator[list[Json]]:
        if self.is_wrapped and isinstance(value, dict) and len(value) == 1:
            inner = next(iter(value.values()))
            if isinstance(inner, list):
                yield from ([item] for item in inner)
        yield [value]
        if isinstance(value, list):
            yield from ([item] for item in value[:20])
        elif isinstance(value, dict) and len(value) == 1:
            inner = next(iter(value.values()))
            yield [inner]
            if isinstance(inner, list):
                yield from ([item] for item in inner[:20])

    def _several(self, value: Json) -> Iterator[list[Json]]:
        if isinstance(value, list):
            yield value
        elif isinstance(value, dict):
            if isinstance(value.get(ITEMS), list):
                yield value[ITEMS]
            lists = [item for item in value.values() if isinstance(item, list)]
            yield from sorted(lists, key=len, reverse=True)
            objects = [item for item in value.values() if isinstance(item, dict)]
            if len(objects) > 1 and len(objects) == len(value):
                yield objects
            yield [value]
            if len(objects) == 1 == len(value):
                yield objects
        else:
            yield [value]
