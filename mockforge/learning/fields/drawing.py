"""Documents drawn from a schema, for an API of which nothing was seen."""

from __future__ import annotations

import base64
import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from random import Random  # noqa: TID251 - the type alone
from typing import Any
from uuid import UUID

from mockforge.bodies.document import Path, Scalar, general
from mockforge.learning.fields.checking import is_valid, matches, type_of
from mockforge.learning.fields.node import Node
from mockforge.learning.fields.patterns import from_pattern
from mockforge.learning.fields.reading import at
from mockforge.learning.fields.schema import Schema
from mockforge.learning.fields.seen import text as seen_text
from mockforge.options import Json

TRIES = 12
"""Documents that are drawn until one is valid."""
SHALLOW = 5
"""Levels from which on only what must be there is."""
DEEPEST = 30
PLACES = 200
"""Places of a document from which on only what must be there is."""
LIMIT = 5000
"""Places beyond those that are drawn at all."""
_START = 1_700_000_000


def drawn(
    schema: Schema,
    rng: Random,
    *,
    known: Mapping[Path, Scalar] | None = None,
    seen: Node | None = None,
    places: int = PLACES,
) -> Json:
    """Return a document that is valid against *schema*.

    What is bounded by `not`, by conditions, or by patterns of unusual make is drawn
    until it is valid, and left as it is where that does not come about.

    Args:
        schema: It stands for itself.
        rng: What everything is drawn with.
        known: Values by their path, general or not, where they are valid.
        seen: What was seen in the same place: it is drawn from where it is valid.
        places: How much is drawn before only what must be there is.
    """
    made: Json = None
    for number in range(TRIES):
        drawing = _Drawing(
            rng, schema.get("$defs", {}), dict(known or {}), seen, places
        )
        # The last ones are the plainest: only what must be there.
        made = drawing.value(schema, (), SHALLOW if number > TRIES // 2 else 0)
        if is_valid(schema, made):
            break
    return made


@dataclass(slots=True)
class _Drawing:
    rng: Random
    definitions: Mapping[str, Any]
    known: dict[Path, Scalar]
    seen: Node | None
    left: int = PLACES
    """Places that may still be drawn in full."""
    wanted: set[Path] = field(default_factory=set)

    def __post_init__(self) -> None:
        for path in self.known:
            self.wanted |= {path[:depth] for depth in range(len(path) + 1)}

    def value(self, schema: Schema | bool, path: Path, depth: int) -> Json:
        """Draw a value for *schema* at *path*."""
        self.left -= 1
        if self.left < -LIMIT:
            return None
        if self.left < 0:
            depth = max(depth, SHALLOW)
        flat = self._flat({} if isinstance(schema, bool) else schema, depth)
        for place in (path, general(path)) if self.known else ():
            if place in self.known and self._fits(flat, self.known[place]):
                return self.known[place]
        return self._new(flat, path, depth)

    def _new(self, schema: Schema, path: Path, depth: int) -> Json:
        if "const" in schema:
            return schema["const"]
        if schema.get("enum"):
            return self.rng.choice(schema["enum"])
        kind = self._kind(schema)
        if kind == "object":
            return self._object(schema, path, depth)
        if kind == "array":
            return self._array(schema, path, depth)
        return self._scalar(schema, kind, path)

    def _fits(self, schema: Schema, value: Json) -> bool:
        return is_valid({**schema, "$defs": self.definitions}, value)

    def _flat(self, schema: Schema, depth: int) -> Schema:
        """Return *schema* with what it refers to and is composed of in one."""
        found = dict(schema)
        for _ in range(DEEPEST):
            if "$ref" in found:
                name = str(found.pop("$ref")).rpartition("/")[2]
                found = _both(found, self.definitions.get(name, {}))
            elif found.get("allOf"):
                for inner in found.pop("allOf"):
                    found = _both(found, inner)
            elif found.get("anyOf") or found.get("oneOf"):
                choices = found.pop("oneOf", None) or found.pop("anyOf")
                found = _both(found, self._choice(choices, depth))
            else:
                break
        return found

    def _choice(self, choices: list[Any], depth: int) -> Any:
        if depth < SHALLOW:
            return self.rng.choice(choices)
        plain = [
            one
            for one in choices
            if isinstance(one, dict) and one.get("type") in ("null", "string")
        ]
        return self.rng.choice(plain or choices)

    def _kind(self, schema: Schema) -> str:
        told = schema.get("type")
        if isinstance(told, list) and told:
            several = [one for one in told if one != "null"]
            if not several or ("null" in told and self.rng.random() < 0.1):
                return "null"
            return str(self.rng.choice(several))
        if isinstance(told, str):
            return told
        for kind, names in _HINTS.items():
            if any(name in schema for name in names):
                return kind
        return "string"

    def _object(self, schema: Schema, path: Path, depth: int) -> dict[str, Json]:
        properties = schema.get("properties", {})
        required = [name for name in schema.get("required", ()) if name in properties]
        names = [
            name
            for name in properties
            if name in required
            or (*path, name) in self.wanted
            or (depth < SHALLOW and self.rng.random() < 0.8)
        ]
        made = {
            name: self.value(properties[name], (*path, name), depth + 1)
            for name in (names if depth < DEEPEST else ())
        }
        more = schema.get("additionalProperties", True)
        loose = [name for name in schema.get("required", ()) if name not in made]
        lacking = schema.get("minProperties", 0) - len(made) - len(loose)
        if not properties and isinstance(more, dict) and depth < SHALLOW:
            lacking = max(lacking, self.rng.randint(1, 2))
        loose += [f"key{number + 1}" for number in range(max(0, lacking))]
        for name in loose:
            if more is not False and depth < DEEPEST:
                made[name] = self.value(more, (*path, name), depth + 1)
        return made

    def _array(self, schema: Schema, path: Path, depth: int) -> list[Json]:
        fixed = schema.get("prefixItems", [])
        least = max(schema.get("minItems", 0), len(fixed) if depth < DEEPEST else 0)
        most = schema.get("maxItems", least + 3)
        size = least if depth >= SHALLOW else self.rng.randint(max(least, 1), least + 3)
        inside = {step for place in self.wanted if place[: len(path)] == path
                  for step in place[len(path) : len(path) + 1]
                  if isinstance(step, int) and step < 500}  # fmt: skip
        size = min(max([size, *(step + 1 for step in inside)]), max(most, least))
        made: list[Json] = []
        for number in range(size if depth < DEEPEST else 0):
            inner = fixed[number] if number < len(fixed) else schema.get("items", {})
            if inner is False:
                break
            for _ in range(TRIES):
                item = self.value(inner, (*path, number), depth + 1)
                if not schema.get("uniqueItems") or item not in made:
                    made.append(item)
                    break
        return made

    def _scalar(self, schema: Schema, kind: str, path: Path) -> Scalar:
        if kind == "null":
            return None
        if kind == "boolean":
            return self.rng.random() < 0.5
        choices: list[Scalar] = [
            one
            for one in (*schema.get("examples", ()), schema.get("default"))
            if one is not None and type_of(one) in (kind, "integer")
            and not isinstance(one, list | dict)
        ]  # fmt: skip
        if self.seen is not None:
            choices += _observed(self.seen, path, self.rng)
        fitting = [one for one in choices if self._fits(schema, one)]
        if fitting:
            return self.rng.choice(fitting)
        if kind in ("integer", "number"):
            return _number(schema, kind, self.rng)
        return _text(schema, path, self.rng)


_HINTS = {
    "object": ("properties", "additionalProperties", "required", "minProperties"),
    "array": ("items", "prefixItems", "minItems", "uniqueItems"),
    "string": ("pattern", "format", "minLength", "maxLength"),
    "number": ("minimum", "maximum", "multipleOf", "exclusiveMinimum"),
}


def _both(one: Schema, other: Any) -> Schema:
    """Return a schema of what both ask for, as far as one can say it."""
    if not isinstance(other, dict):
        return one
    found = {**other, **one}
    for name in ("properties", "patternProperties"):
        if name in one and name in other:
            found[name] = {**other[name], **one[name]}
    for name in ("required", "allOf"):
        if name in one and name in other:
            found[name] = list(dict.fromkeys([*other[name], *one[name]])) \
                if name == "required" else [*other[name], *one[name]]  # fmt: skip
    if isinstance(one.get("enum"), list) and isinstance(other.get("enum"), list):
        found["enum"] = [value for value in one["enum"] if value in other["enum"]]
    return found


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


def _number(schema: Schema, kind: str, rng: Random) -> float:
    step = schema.get("multipleOf") or (1 if kind == "integer" else 0.01)
    low = schema.get("minimum", schema.get("exclusiveMinimum"))
    high = schema.get("maximum", schema.get("exclusiveMaximum"))
    if low is None:
        low = 0 if high is None or high > 0 else high - 1000
    if high is None:
        high = low + 1000
    first, last = math.ceil(low / step), math.floor(high / step)
    # An exclusive bound that is a multiple itself is left out.
    first += "exclusiveMinimum" in schema and first * step <= schema["exclusiveMinimum"]
    last -= "exclusiveMaximum" in schema and last * step >= schema["exclusiveMaximum"]
    if last < first:
        return float(low + high) / 2 if kind == "number" else math.ceil(low)
    made = rng.randint(first, last) * step
    return int(made) if kind == "integer" else round(made, 10)


def _text(schema: Schema, path: Path, rng: Random) -> str:
    pattern = schema.get("pattern")
    least, most = schema.get("minLength", 0), schema.get("maxLength", math.inf)
    if isinstance(pattern, str):
        for _ in range(TRIES):
            made = from_pattern(pattern, rng)
            if made is None:
                break
            if least <= len(made) <= most and matches(pattern, made):
                return made
    maker = _FORMATS.get(str(schema.get("format")))
    if maker is not None:
        return maker(rng)
    name = next((str(step) for step in reversed(path) if isinstance(step, str)), "text")
    made = f"{name} {rng.randint(1, 9999)}"
    made += "x" * int(max(0, least - len(made)))
    return made[: int(most)] if most < len(made) else made


def _time(rng: Random) -> datetime:
    return datetime.fromtimestamp(_START + rng.randint(0, 50_000_000), UTC)


_FORMATS = {
    "date-time": lambda rng: _time(rng).strftime("%Y-%m-%dT%H:%M:%SZ"),
    "date": lambda rng: _time(rng).strftime("%Y-%m-%d"),
    "time": lambda rng: _time(rng).strftime("%H:%M:%SZ"),
    "duration": lambda rng: f"P{rng.randint(1, 30)}D",
    "uuid": lambda rng: str(UUID(int=rng.getrandbits(128), version=4)),
    "email": lambda rng: f"user{rng.randint(1, 9999)}@example.com",
    "idn-email": lambda rng: f"user{rng.randint(1, 9999)}@example.com",
    "hostname": lambda rng: f"host{rng.randint(1, 9999)}.example.com",
    "uri": lambda rng: f"https://example.com/{rng.randint(1, 9999)}",
    "url": lambda rng: f"https://example.com/{rng.randint(1, 9999)}",
    "uri-reference": lambda rng: f"/{rng.randint(1, 9999)}",
    "ipv4": lambda rng: f"192.0.2.{rng.randint(1, 254)}",
    "ipv6": lambda rng: f"2001:db8::{rng.randint(1, 0xFFFF):x}",
    "byte": lambda rng: base64.b64encode(rng.randbytes(9)).decode(),
}
"""By format; addresses are those kept for documentation (RFC 2606, 5737, 3849)."""
