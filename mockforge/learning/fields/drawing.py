"""Documents drawn from a schema, for an API of which nothing was seen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from random import Random  # noqa: TID251 - the type alone
from typing import Any

from mockforge.bodies.document import Path, Scalar, general
from mockforge.learning.fields import plain
from mockforge.learning.fields.checking import Checking, type_of
from mockforge.learning.fields.composing import NOTHING, Composing
from mockforge.learning.fields.listing import Listing
from mockforge.learning.fields.means import PLACES, Means, Words
from mockforge.learning.fields.membership import Membership
from mockforge.learning.fields.node import Node
from mockforge.learning.fields.reading import at
from mockforge.learning.fields.schema import Schema
from mockforge.learning.fields.seen import MISSING
from mockforge.learning.fields.seen import text as seen_text
from mockforge.options import Json

TRIES = 12
"""Documents that are drawn until one is valid, and parts of one likewise."""
SHALLOW = 5
"""Levels from which on only what must be there is."""
DEEPEST = 30
LIMIT = 2000
"""Places beyond those that are drawn at all, and as often that one is tried again."""
AGAIN = 2
"""How often a schema may be inside itself before only what must be there is."""


def drawn(
    schema: Schema,
    rng: Random,
    *,
    known: Mapping[Path, Scalar] | None = None,
    seen: Node | None = None,
    places: int = PLACES,
) -> Json:
    """Return a document that is valid against *schema*, which stands for itself.

    What is bounded by `not`, by conditions, or by patterns of unusual make is drawn
    until it is valid, and left as it is where that does not come about.
    """
    return Source(schema).drawn(rng, Means(known or {}, seen, places))


class Source:
    """A schema that documents are drawn from, with what it is composed of."""

    def __init__(self, schema: Schema) -> None:
        definitions = schema.get("$defs", {})
        self.schema = schema
        self.checking = Checking(definitions)
        self.composing = Composing(definitions)

    def drawn(self, rng: Random, means: Means) -> Json:
        """Return a document that is valid, as far as one comes about."""
        made: Json = None
        words = means.words
        left = 2 * (means.places + LIMIT)
        for number in range(TRIES):
            drawing = Drawing(rng, self, means, left=means.places)
            # The last ones are the plainest: only what must be there.
            made = drawing.value(self.schema, (), SHALLOW if number > TRIES // 2 else 0)
            left -= means.places - drawing.left
            if made is MISSING:
                made = None
            if words.valid(made) if words else self.checking.check(self.schema, made):
                break
            if left < 0:
                break
        return made


@dataclass(slots=True)
class Drawing:
    """One document that is drawn."""

    rng: Random
    source: Source
    means: Means
    left: int = PLACES
    """Places that may still be drawn in full."""
    wanted: set[Path] = field(default_factory=set)
    inside: Counter[str] = field(default_factory=Counter)
    """How often each definition is being drawn from."""

    def __post_init__(self) -> None:
        for path in self.means.known:
            self.wanted |= {path[:depth] for depth in range(len(path) + 1)}

    @property
    def words(self) -> Words | None:
        """What gives values a meaning."""
        return self.means.words

    def value(self, schema: Schema | bool, path: Path, depth: int) -> Json:
        """Draw a value for *schema* at *path*; MISSING if none was found."""
        self.left -= 1
        if self.left < -LIMIT:
            return None
        if self.left < 0:
            depth = max(depth, SHALLOW)
        name = self.source.composing.refers(schema)
        self.inside[name] += 1
        if name and self.inside[name] > AGAIN:
            depth = max(depth, SHALLOW)
        made = self._tried(schema, path, depth)
        self.inside[name] -= 1
        return made

    def _tried(self, schema: Schema | bool, path: Path, depth: int) -> Json:
        composing = self.source.composing
        if isinstance(schema, dict) and _INVOLVED.isdisjoint(schema):
            return self._one(schema, path, depth, 0)
        for number in range(TRIES):
            self.left -= number > 0
            flat = composing.flat(schema, lambda told: self.order(told, depth))
            made = MISSING if flat is NOTHING else self._one(flat, path, depth, number)
            is_exact = flat is schema or composing.is_exact(schema)
            if self.left < -LIMIT or (is_exact and _HARD.isdisjoint(flat)):
                return made
            if made is not MISSING and self.source.checking.check(schema, made):
                return made
            if flat is NOTHING and (is_exact or number > 1):
                break
        return MISSING

    def _one(self, flat: Schema, path: Path, depth: int, number: int) -> Json:
        known = self.means.known
        for place in (path, general(path)) if known else ():
            if place in known and self.fits(flat, known[place]):
                return known[place]
        if "const" in flat:
            return flat["const"]
        kind = self._kind(flat)
        if kind == "object" and "enum" not in flat:
            return Membership(self, flat, path, depth).drawn(number)
        if kind == "array" and "enum" not in flat:
            return Listing(self, flat, path, depth).drawn()
        return self._scalar(flat, kind, path)

    def fits(self, flat: Schema, value: Json) -> bool:
        """Return whether *value* is valid against *flat*, which is put together."""
        return self.source.checking.check(flat, value, 0)

    def order(self, choices: list[Any], depth: int) -> list[Any]:
        """Return *choices* in the order they are tried in."""
        found = self.rng.sample(choices, len(choices))
        if depth >= SHALLOW:
            return sorted(found, key=_weight)
        # Nothing is a choice like any other, and mostly not what is meant.
        if self.words is not None and self.rng.random() < 0.9:
            found.sort(key=_is_null)
        return found

    def _kind(self, schema: Schema) -> str:
        told = schema.get("type")
        if isinstance(told, list) and told:
            several = [one for one in told if one != "null"]
            if not several or ("null" in told and self.rng.random() < 0.1):
                return "null"
            return str(self.rng.choice(several))
        if isinstance(told, str):
            return told
        if schema is NOTHING:
            return "null"
        return _hinted(schema)

    def _scalar(self, schema: Schema, kind: str, path: Path) -> Json:
        if self.words is not None:
            made = self.words.value(schema, kind, path)
            if made is not MISSING:
                return made
        if "enum" in schema:
            fitting = [one for one in schema["enum"] if self.fits(schema, one)]
            return self.rng.choice(fitting or schema["enum"])
        if kind == "null":
            return None
        if kind == "boolean":
            return self.rng.random() < 0.5
        if self.words is None:
            choices = self._examples(schema, kind, path)
            fitting = [one for one in choices if self.fits(schema, one)]
            if fitting:
                return self.rng.choice(fitting)
        return self._plain(schema, kind, path)

    def _plain(self, schema: Schema, kind: str, path: Path) -> Scalar:
        if kind in ("integer", "number"):
            return plain.number(schema, kind, self.rng)
        name = next((s for s in reversed(path) if isinstance(s, str)), "text")
        fits = self.fits if self.words is None else self.words.fits
        made = plain.text(schema, name, self.rng, lambda one: fits(schema, one))
        return MISSING if made is None else made

    def _examples(self, schema: Schema, kind: str, path: Path) -> list[Scalar]:
        if schema.get("format") in plain.FORMATS:
            # What people give as examples often is not of the format they ask for.
            return []
        choices: list[Scalar] = [
            one
            for one in (*schema.get("examples", ()), schema.get("default"))
            if one is not None and type_of(one) in (kind, "integer")
            and not isinstance(one, list | dict)
        ]  # fmt: skip
        if self.means.seen is not None:
            choices += _observed(self.means.seen, path, self.rng)
        return choices


_HARD = frozenset(
    (
        *("not", "contains", "uniqueItems", "propertyNames", "patternProperties"),
        *("dependentRequired", "dependentSchemas", "minProperties", "maxProperties"),
        *("anyOf", "oneOf", "if", "allOf", "unevaluatedProperties", "pattern"),
    )
)
"""What makes a value be checked and drawn again where it is not valid."""
_INVOLVED = _HARD | {"$ref", "then", "else", "unevaluatedItems"}
"""What makes a schema more than one that is drawn from as it is, once."""
_HINTS = {
    "object": ("properties", "additionalProperties", "required", "minProperties",
               "maxProperties", "patternProperties", "propertyNames",
               "dependentRequired", "dependentSchemas"),
    "array": ("items", "prefixItems", "minItems", "maxItems", "uniqueItems",
              "contains"),
    "string": ("pattern", "format", "minLength", "maxLength"),
    "number": ("minimum", "maximum", "multipleOf", "exclusiveMinimum",
               "exclusiveMaximum"),
}  # fmt: skip


def _hinted(schema: Schema) -> str:
    """Return the kind of value that *schema* is about, which does not tell it."""
    for kind, names in _HINTS.items():
        if any(name in schema for name in names):
            return kind
    for one in (*schema.get("examples", ()), schema.get("default")):
        if one is not None:
            return type_of(one) or "string"
    return "string"


def _is_null(choice: Any) -> bool:
    return isinstance(choice, dict) and (
        choice.get("type") in ("null", ["null"])
        or ("const" in choice and choice["const"] is None)
        or choice.get("enum") == [None]
    )


def _weight(choice: Any) -> int:
    """Return how much there is to draw for *choice*, roughly."""
    if isinstance(choice, bool):
        return 0
    if choice.get("type") in ("null", "string", "boolean", "integer", "number"):
        return 0
    if "enum" in choice or "const" in choice:
        return 0
    return 1 + len(choice.get("required", ())) + ("$ref" in choice)


def _observed(seen: Node, path: Path, rng: Random) -> list[Scalar]:
    node = at(seen, path)
    if node is None:
        return []
    found: list[Scalar] = []
    if node.texts is not None and node.texts.count:
        found.append(seen_text(node.texts, rng))
    if node.numbers is not None:
        found += [value for value, _ in node.numbers.values()]
    return found
