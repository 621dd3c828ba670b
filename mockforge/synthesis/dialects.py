"""Older spellings of JSON Schema, and OpenAPI's, in the notation of draft 2020-12.

Source:
    JSON Schema drafts 4, 6, 7, 2019-09 and 2020-12; OpenAPI 3.0.3, Schema Object.
"""

from __future__ import annotations

import difflib
import re
from typing import Any

from mockforge.errors import ConfigError
from mockforge.options import Json
from mockforge.synthesis.openapi import discriminated, inherited, spread, told_examples
from mockforge.synthesis.references import DEEPEST, References, escaped

TYPES = ("array", "boolean", "integer", "null", "number", "object", "string")
_ALIASES = {
    "int": "integer",
    "int32": "integer",
    "int64": "integer",
    "long": "integer",
    "float": "number",
    "double": "number",
    "decimal": "number",
    "num": "number",
    "str": "string",
    "text": "string",
    "bool": "boolean",
    "dict": "object",
    "map": "object",
    "list": "array",
    "none": "null",
    "date": "string",
}
_SPECIAL = re.compile(r"[^\w.-]")


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_ONE = _words(
    "additionalProperties unevaluatedProperties unevaluatedItems propertyNames "
    "contains not if then else items contentSchema"
)
_LISTED = _words("allOf anyOf oneOf prefixItems")
_NAMED = _words("properties patternProperties dependentSchemas $defs")
_DROPPED = _words(
    "$schema $id id $anchor $dynamicAnchor $recursiveAnchor $vocabulary $comment "
    "definitions $defs nullable discriminator xml externalDocs example"
)
_COUNTS = _words(
    "minLength maxLength minItems maxItems minContains maxContains minProperties "
    "maxProperties"
)
_STRUCTURE = (
    _ONE
    | _LISTED
    | _NAMED
    | _words(
        "type enum const multipleOf minimum maximum exclusiveMinimum exclusiveMaximum "
        "minLength maxLength pattern minItems maxItems uniqueItems minContains "
        "maxContains minProperties maxProperties required dependentRequired format "
        "$ref $dynamicRef $recursiveRef dependencies additionalItems definitions"
    )
)


def normal(schema: Json, *, where: str = "schema") -> dict[str, Any]:
    """Return *schema* in the notation of draft 2020-12, standing for itself.

    All that `$ref` leads to is under `$defs`, by a name of its own.

    Raises:
        ConfigError: If it is no schema, or refers to what is not there.
    """
    return _Reading(schema, where).whole()


class _Reading:
    """A schema that is read; what it refers to is gathered on the way."""

    def __init__(self, root: Json, where: str) -> None:
        self._root = root
        self._where = where
        self._names: dict[tuple[str, tuple[str, ...]], str] = {}
        self._definitions: dict[str, Any] = {}
        self._references = References(root)
        self._scope: tuple[str, ...] = ()
        """The named parts that were come through, where that tells anything."""

    def whole(self) -> dict[str, Any]:
        """Return the schema with all that it refers to."""
        made: Any = self.schema(self._root, "", 0)
        if isinstance(made, bool):
            made = {} if made else {"not": {}}
        if self._definitions:
            made = {**made, "$defs": self._definitions}
        spread(made)
        return dict(made)

    def _refuse(self, what: str, at: str, nearest: str | None = None) -> ConfigError:
        where = f"{self._where}: {at}" if at else self._where
        return ConfigError(what, where=where, nearest=nearest)

    def schema(self, told: Json, at: str, depth: int) -> Any:
        """Return what is written at the pointer *at*, in today's notation."""
        if isinstance(told, bool):
            return told
        if not isinstance(told, dict):
            raise self._refuse(f"{told!r} is not a JSON Schema", at)
        if depth > DEEPEST:
            raise self._refuse("the schema is nested too deep", at)
        self._refuse_shorthand(told, at)
        before = self._scope
        self._enter(at)
        made: dict[str, Any] = {}
        for name, each in told.items():
            if name not in _DROPPED:
                self._keyword(made, name, each, at, depth + 1)
        self._scope = before
        self._bounds(made, told)
        if told.get("nullable") is True:
            _allow_null(made)
        self._annotations(made, told, at)
        return made

    def _annotations(
        self, made: dict[str, Any], told: dict[str, Json], at: str
    ) -> None:
        if "discriminator" in told:
            discriminated(told, made, lambda name: self._told(name, at))
        if "discriminator" in told or "allOf" in told:
            inherited(told, made, at, lambda name: self._told(name, at))
        if "example" in told or "examples" in told:
            made["examples"] = told_examples(told)

    def _told(self, name: str, at: str) -> Json:
        """Return what `$ref: name` at the pointer *at* leads to, as it was written."""
        pointer = self._references.pointer(name, at)
        found = None if pointer is None else self._references.found(pointer)
        return found[0] if found else True

    def _keyword(
        self, made: dict[str, Any], name: str, told: Json, at: str, depth: int
    ) -> None:
        place = f"{at}/{escaped(name)}"
        if name in ("$ref", "$dynamicRef", "$recursiveRef"):
            made["$ref"] = self._reference(name, told, place, depth)
        elif name == "type":
            made["type"] = self._type(told, place)
        elif name in _ONE or name in _LISTED or name in _NAMED:
            self._applied(made, name, told, place, depth)
        elif name == "additionalItems":
            self._rest(made, told, place, depth)
        elif name == "dependencies" and isinstance(told, dict):
            self._dependencies(made, told, place, depth)
        elif name == "required" and isinstance(told, bool):
            # Draft 3 and hand-written: it says so of a member, not of its object.
            raise self._refuse("required is a list of names, beside properties", place)
        elif name in _COUNTS and isinstance(told, float) and told.is_integer():
            made[name] = int(told)
        else:
            made[name] = told

    def _rest(self, made: dict[str, Any], told: Json, at: str, depth: int) -> None:
        """Take what older drafts say of the items after those named one by one."""
        found = self._references.found(at.rpartition("/")[0])
        beside = found[0].get("items") if found and isinstance(found[0], dict) else None
        rest = self.schema(told, at, depth)
        if isinstance(beside, list):
            made["items"] = rest

    def _applied(
        self, made: dict[str, Any], name: str, told: Json, at: str, depth: int
    ) -> None:
        if isinstance(told, list) and (name in _LISTED or name == "items"):
            made[_ITEMS.get(name, name)] = self._every(told, at, depth)
        elif isinstance(told, dict) and name in _NAMED:
            made[name] = {
                key: self.schema(each, f"{at}/{escaped(key)}", depth)
                for key, each in told.items()
            }
        elif name in _ONE:
            made[name] = self.schema(told, at, depth)
        else:
            made[name] = told

    def _every(self, told: list[Json], at: str, depth: int) -> list[Any]:
        return [
            self.schema(each, f"{at}/{number}", depth)
            for number, each in enumerate(told)
        ]

    def _type(self, told: Json, at: str) -> Json:
        found = []
        for each in told if isinstance(told, list) else [told]:
            name = "null" if each is None else each
            if name not in TYPES:
                raise self._refuse(f"{name!r} is not a type", at, _nearest(name))
            found.append(name)
        return found if isinstance(told, list) else found[0]

    def _dependencies(
        self, made: dict[str, Any], told: dict[str, Json], at: str, depth: int
    ) -> None:
        for name, each in told.items():
            if isinstance(each, list):
                made.setdefault("dependentRequired", {})[name] = each
            else:
                inner = self.schema(each, f"{at}/{escaped(name)}", depth)
                made.setdefault("dependentSchemas", {})[name] = inner

    @staticmethod
    def _bounds(made: dict[str, Any], told: dict[str, Json]) -> None:
        for name, bound in (
            ("exclusiveMinimum", "minimum"),
            ("exclusiveMaximum", "maximum"),
        ):
            if isinstance(told.get(name), bool):
                is_out = made.pop(name)
                if is_out and bound in made:
                    made[name] = made.pop(bound)

    def _reference(self, word: str, told: Json, at: str, depth: int) -> str:
        if not isinstance(told, str):
            raise self._refuse(f"$ref {told!r} is not a text", at)
        pointer = self._references.pointer(told, at)
        if pointer is None:
            raise self._refuse(
                f"$ref {told!r} leads out of the schema", at, "write it under $defs"
            )
        if word != "$ref":
            pointer = self._references.lively_at(told, self._scope, pointer)
        target = self._references.found(pointer)
        if target is None:
            raise self._refuse(f"$ref {told!r} leads to nothing", at)
        before = self._scope
        self._enter(pointer)
        key = (pointer, self._scope)
        if key not in self._names:
            name = _SPECIAL.sub("_", pointer.rpartition("/")[2]) or "root"
            while name in self._definitions:
                name += "_"
            self._names[key] = name
            self._definitions[name] = True
            self._definitions[name] = self.schema(target[0], pointer, depth)
        self._scope = before
        return f"#/$defs/{self._names[key]}"

    def _enter(self, at: str) -> None:
        """Note what dynamic references in the part that *at* is in can find."""
        if self._references.is_lively:
            start = self._references.resource(at)
            if start not in self._scope:
                self._scope = (*self._scope, start)

    def _refuse_shorthand(self, told: dict[str, Json], at: str) -> None:
        """Raise for `{id: string, name: string}`, which would allow everything."""
        if not _STRUCTURE.isdisjoint(told):
            return
        for name, each in told.items():
            if isinstance(each, str) and (each in TYPES or each in _ALIASES):
                raise self._refuse(
                    f"{name!r} is no word of JSON Schema",
                    at,
                    f"write properties: {{{name}: {{type: {_alias(each)}}}}}",
                )


def _allow_null(made: dict[str, Any]) -> None:
    if isinstance(made.get("type"), str):
        made["type"] = [made["type"], "null"]
    if isinstance(made.get("enum"), list) and None not in made["enum"]:
        made["enum"] = [*made["enum"], None]
    for name in ("$ref", "allOf"):
        if name in made and "type" not in made:
            inner = {name: made.pop(name)}
            made["anyOf"] = [inner, {"type": "null"}]


_ITEMS = {"items": "prefixItems"}
"""Up to draft 2019-09 a list there is what is now called so."""


def _alias(name: str) -> str:
    return _ALIASES.get(name, name)


def _nearest(name: object) -> str:
    told = str(name).lower()
    alias = _ALIASES.get(told)
    close = difflib.get_close_matches(told, TYPES, n=1)
    best = alias or (close[0] if close else None)
    return f"did you mean {best!r}?" if best else f"types are {', '.join(TYPES)}"
