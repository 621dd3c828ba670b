"""References inside a document, and schemas that stand for themselves."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from difflib import get_close_matches
from urllib.parse import unquote

from mockforge.learning.fields.schema import Schema
from mockforge.options import Json

Steps = tuple[str | int, ...]
NameOf = Callable[[str], str]

DEEPEST = 200
"""Levels of a document."""
MOST = 5_000_000
"""Values of a document, those that stand for others by aliases counted every time."""
FAR = 40
"""References that are followed one after the other."""
_VALUES = frozenset(["example", "examples", "default", "enum", "const", "x-examples"])
"""Keys below which nothing is a reference."""
_NAMED = frozenset(["properties", "patternProperties", "$defs", "dependentSchemas"])
_INNER = frozenset(
    [
        *("items", "additionalProperties", "not", "if", "then", "else", "contains"),
        *("propertyNames", "unevaluatedProperties", "unevaluatedItems"),
    ]
)
_LISTED = frozenset(["allOf", "anyOf", "oneOf", "prefixItems"])
# What describes and does not constrain.
_SAID = frozenset(["example", "externalDocs", "x-examples", "nullable"])


class Invalid(ValueError):
    """A document that says something that cannot be."""

    def __init__(
        self, what: str, steps: Steps = (), *, nearest: str = "", next_step: str = ""
    ) -> None:
        super().__init__(what)
        self.what = what
        self.steps = steps
        """Where in the document."""
        self.nearest = nearest
        self.next_step = next_step


def pointer(steps: Steps) -> str:
    """Return *steps* as a JSON pointer in a fragment (RFC 6901, 6)."""
    told = (str(step).replace("~", "~0").replace("/", "~1") for step in steps)
    return "#/" + "/".join(told)


def followed(document: Json, value: Json) -> Json:
    """Return what *value* refers to, if it is a reference, else itself.

    Raises:
        Invalid: If it leads nowhere, or round in a circle.
    """
    for _ in range(FAR):
        if not isinstance(value, dict) or not isinstance(value.get("$ref"), str):
            return value
        value = target(document, value["$ref"])
    raise Invalid("references lead round in a circle")


def target(document: Json, reference: str) -> Json:
    """Return what *reference* names.

    Raises:
        Invalid: If it names nothing, or something outside of the document.
    """
    if not reference.startswith("#"):
        raise Invalid(
            f"it refers to {reference!r}, which is outside of the document",
            next_step="put everything into one file, as with: npx @redocly/cli bundle",
        )
    found = document
    for step in steps_of(reference):
        below = _below(found, step)
        if below is None:
            raise Invalid(
                f"it refers to {reference!r}, which is not there",
                nearest=_nearest(found, step, reference),
            )
        found = below[0]
    return found


def steps_of(reference: str) -> list[str]:
    """Return the steps of a JSON pointer in a fragment."""
    text = unquote(reference[1:])
    parts = text.split("/")[1:] if text else []
    return [part.replace("~1", "/").replace("~0", "~") for part in parts]


def _below(value: Json, step: str) -> tuple[Json] | None:
    if isinstance(value, dict) and step in value:
        return (value[step],)
    if isinstance(value, list) and step.isdecimal() and int(step) < len(value):
        return (value[int(step)],)
    return None


def _nearest(value: Json, step: str, reference: str) -> str:
    if not isinstance(value, dict):
        return ""
    close = get_close_matches(step, [str(name) for name in value], 1)
    return f"the nearest is {reference.replace(step, close[0])!r}" if close else ""


def measure(document: Json) -> None:
    """Refuse a document that is too deep, or endless by aliases of YAML.

    Raises:
        Invalid: If it is.
    """
    sizes: dict[int, int] = {}

    def size(value: Json, depth: int) -> int:
        if not isinstance(value, dict | list):
            return 1
        if depth > DEEPEST:
            raise Invalid(f"it is nested deeper than {DEEPEST} levels")
        if id(value) not in sizes:
            inner = value.values() if isinstance(value, dict) else value
            sizes[id(value)] = 1 + sum(size(each, depth + 1) for each in inner)
        return sizes[id(value)]

    if size(document, 0) > MOST:
        raise Invalid(f"it holds more than {MOST} values, its aliases counted")


def references(document: Json) -> Iterator[tuple[Steps, str]]:
    """Yield every reference in *document* with its place."""
    todo: list[tuple[Steps, Json]] = [((), document)]
    seen: set[int] = set()
    while todo:
        steps, value = todo.pop()
        # YAML's aliases are one value in several places.
        if id(value) in seen:
            continue
        if isinstance(value, dict):
            seen.add(id(value))
            if isinstance(value.get("$ref"), str):
                yield steps, value["$ref"]
            is_named = bool(steps) and steps[-1] in _NAMED
            todo += [
                ((*steps, str(name)), inner)
                for name, inner in value.items()
                if is_named or name not in _VALUES
            ]
        elif isinstance(value, list):
            seen.add(id(value))
            todo += [((*steps, number), inner) for number, inner in enumerate(value)]


class Schemas:
    """The schemas of a document by the rules of JSON Schema 2020-12.

    What is referred to is converted once, however many schemas lead to it.
    """

    def __init__(self, document: Json) -> None:
        self._document = document
        self._names: dict[str, str] = {}
        self._taken: set[str] = set()
        self._known: dict[tuple[str, str], tuple[Schema, list[str]]] = {}

    def standalone(self, schema: Json, *, hidden: str) -> Schema:
        """Return *schema* with all it refers to, directly or not, in its `$defs`.

        Args:
            schema: As the document has it, in 3.0's or 3.1's notation.
            hidden: `readOnly` for what is asked, `writeOnly` for what is told: such
                properties need not be there.
        """
        todo: list[str] = []
        found = converted(schema, self._noting(todo), hidden)
        definitions: dict[str, Schema] = {}
        while todo:
            reference = todo.pop()
            name = self._names[reference]
            if name not in definitions:
                definitions[name], more = self._referred(reference, hidden)
                todo += more
        if definitions:
            found = {**found, "$defs": dict(sorted(definitions.items()))}
        return found

    def _referred(self, reference: str, hidden: str) -> tuple[Schema, list[str]]:
        """Return the schema that *reference* names, and what that one refers to."""
        known = self._known.get((reference, hidden))
        if known is None:
            below: list[str] = []
            inner = target(self._document, reference)
            known = converted(inner, self._noting(below), hidden), below
            self._known[reference, hidden] = known
        return known

    def _noting(self, references: list[str]) -> NameOf:
        """Return what names a reference, and puts it down among *references*."""

        def name_of(reference: str) -> str:
            references.append(reference)
            name = self._names.get(reference)
            if name is None:
                last = (steps_of(reference) or ["root"])[-1]
                name = re.sub(r"[^A-Za-z0-9_.-]", "_", last) or "schema"
                while name in self._taken:
                    name += "_"
                self._taken.add(name)
                self._names[reference] = name
            return name

        return name_of


def converted(schema: Json, name_of: NameOf, hidden: str) -> Schema:
    """Return *schema* in the notation of 2020-12, references by *name_of*."""
    if schema is False:
        return {"not": {}}
    if not isinstance(schema, dict):
        return {}
    found: Schema = {
        name: _member(name, value, name_of, hidden=hidden)
        for name, value in schema.items()
        if name not in _SAID
    }
    if "example" in schema and "examples" not in schema:
        found["examples"] = [schema["example"]]
    if not isinstance(found.get("examples", []), list):
        del found["examples"]
    _bounds(found)
    _required(found, schema, hidden)
    return _nullable(found) if schema.get("nullable") is True else found


def _member(name: str, value: Json, name_of: NameOf, *, hidden: str) -> Json:
    if name == "$ref" and isinstance(value, str):
        return f"#/$defs/{name_of(value)}"
    if name in _NAMED and isinstance(value, dict):
        return {each: converted(one, name_of, hidden) for each, one in value.items()}
    if name in _LISTED and isinstance(value, list):
        return [converted(one, name_of, hidden) for one in value]
    if name in _INNER and not isinstance(value, bool):
        return converted(value, name_of, hidden)
    return value


def _bounds(schema: Schema) -> None:
    """Say the bounds of 3.0, which has them exclusive by a truth value."""
    for bound, exclusive in (
        ("minimum", "exclusiveMinimum"),
        ("maximum", "exclusiveMaximum"),
    ):
        if schema.get(exclusive) is True and bound in schema:
            schema[exclusive] = schema.pop(bound)
        elif isinstance(schema.get(exclusive), bool):
            del schema[exclusive]


def _required(found: Schema, schema: Schema, hidden: str) -> None:
    properties = schema.get("properties")
    required = found.get("required")
    if not isinstance(required, list):
        # 3.0 has no `required: true` in schemas, files of version 2 had.
        found.pop("required", None)
        return
    if isinstance(properties, dict):
        found["required"] = [
            name
            for name in required
            if not (
                isinstance(properties.get(name), dict)
                and properties[name].get(hidden) is True
            )
        ]


def _nullable(schema: Schema) -> Schema:
    if isinstance(schema.get("type"), str):
        schema["type"] = [schema["type"], "null"]
        if isinstance(schema.get("enum"), list) and None not in schema["enum"]:
            schema["enum"] = [*schema["enum"], None]
        return schema
    return {"anyOf": [schema, {"type": "null"}]} if schema else schema
