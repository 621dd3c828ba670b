"""Where a `$ref` leads inside a schema.

Source:
    JSON Schema drafts 4 to 2020-12, the core vocabulary; RFC 3986 for what is
    relative.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote, urljoin

from mockforge.options import Json

DEEPEST = 100
_VALUES = frozenset(("enum", "const", "example", "examples", "default"))
_LISTED = frozenset(("allOf", "anyOf", "oneOf", "prefixItems", "items"))
_NAMED = frozenset(
    ("properties", "patternProperties", "dependentSchemas", "$defs", "definitions",
     "dependencies")
)  # fmt: skip
_ONE = frozenset(
    ("additionalProperties", "unevaluatedProperties", "unevaluatedItems", "not",
     "propertyNames", "contains", "if", "then", "else", "items", "additionalItems",
     "contentSchema")
)  # fmt: skip


class References:
    """A schema with all in it that has a name of its own."""

    def __init__(self, root: Json) -> None:
        self._root = root
        # Up to draft 7 nothing counts beside a `$ref`, not even an id.
        told = root.get("$schema", "") if isinstance(root, dict) else ""
        self._is_new = "draft/20" in str(told)
        self._bases: dict[str, str] = {}
        """By pointer: what is relative there is relative to it."""
        self._resources: dict[str, str] = {}
        self._anchors: dict[tuple[str, str], str] = {}
        self.lively: set[str] = set()
        """Pointers of what `$dynamicRef` may find elsewhere."""
        for is_loose in (False, True):
            self._gather(root, "", "", 0, is_loose)
        self.is_lively = bool(self.lively)

    def _gather(
        self, told: Json, at: str, base: str, depth: int, is_loose: bool
    ) -> None:
        """Note what has a name; *is_loose* goes where no schemas need to be too."""
        if depth > DEEPEST:
            return
        if isinstance(told, dict):
            base = self._noted(told, at, base)
        for step, inner in _inside(told, is_loose):
            self._gather(inner, f"{at}/{step}", base, depth + 1, is_loose)

    def _noted(self, told: dict[str, Json], at: str, base: str) -> str:
        for word in ("$id", "id") if self._is_new or "$ref" not in told else ():
            name = told.get(word)
            if not isinstance(name, str):
                continue
            uri, _, fragment = name.partition("#")
            if uri and (word == "$id" or _is_schema(told)):
                base = urljoin(base, uri)
                self._resources.setdefault(base, at)
                self._resources.setdefault(uri, at)
                self._bases.setdefault(at, base)
            if fragment:
                self._anchors.setdefault((base, fragment), at)
            break
        for word in ("$anchor", "$dynamicAnchor"):
            name = told.get(word)
            if isinstance(name, str):
                self._anchors.setdefault((base, name), at)
        if isinstance(told.get("$dynamicAnchor"), str) or told.get("$recursiveAnchor"):
            self.lively.add(at)
        return base

    def resource(self, at: str) -> str:
        """Return the pointer of the part with a name of its own that *at* is in."""
        while at and at not in self._bases:
            at = at.rpartition("/")[0]
        return at

    def pointer(self, told: str, at: str) -> str | None:
        """Return the pointer that *told*, written at *at*, leads to; None: outside."""
        uri, _, fragment = told.partition("#")
        start = self.resource(at)
        base = self._bases.get(start, "")
        if uri:
            found = self._resources.get(urljoin(base, uri), self._resources.get(uri))
            if found is None:
                return "" if self._is_self(uri) else None
            start, base = found, self._bases.get(found, uri)
        if not fragment:
            return start
        if fragment.startswith("/"):
            inner = start + unquote(fragment)
            # Parts with an id of their own are often written as if they had none.
            return inner if self.found(inner) else unquote(fragment)
        return self._anchor(base, fragment)

    def _is_self(self, uri: str) -> bool:
        told = self._root.get("$id") if isinstance(self._root, dict) else None
        return isinstance(told, str) and urljoin(told, uri) == told.rstrip("#")

    def _anchor(self, base: str, name: str) -> str | None:
        known = self._anchors.get((base, name))
        if known is not None:
            return known
        several = [at for (_, one), at in self._anchors.items() if one == name]
        return several[0] if several else None

    def lively_at(self, told: str, scope: tuple[str, ...], found: str) -> str:
        """Return where a dynamic reference leads that was come to through *scope*."""
        name = told.partition("#")[2]
        if found not in self.lively or name.startswith("/"):
            return found
        for start in scope:
            base = self._bases.get(start, "")
            other = self._anchors.get((base, name)) if name else start
            if other in self.lively:
                return str(other)
        return found

    def found(self, pointer: str) -> tuple[Json] | None:
        """Return what is at *pointer*, if there is something."""
        part: Any = self._root
        for step in pointer.split("/")[1:]:
            name = step.replace("~1", "/").replace("~0", "~")
            if isinstance(part, dict) and name in part:
                part = part[name]
            elif isinstance(part, list) and name.isdigit() and int(name) < len(part):
                part = part[int(name)]
            else:
                return None
        return (part,)


def _inside(told: Json, is_loose: bool) -> Iterator[tuple[str, Json]]:
    """Yield the schemas inside *told*, with the steps that lead there."""
    if isinstance(told, list) and is_loose:
        yield from ((str(number), each) for number, each in enumerate(told))
    if not isinstance(told, dict):
        return
    for name, each in told.items():
        step = escaped(name)
        if is_loose:
            if name not in _VALUES:
                yield step, each
        else:
            yield from ((step + rest, inner) for rest, inner in _applied(name, each))


def _applied(name: str, told: Json) -> Iterator[tuple[str, Json]]:
    """Yield the schemas that the keyword *name* has, with the rest of the way."""
    if name in _NAMED and isinstance(told, dict):
        yield from ((f"/{escaped(one)}", inner) for one, inner in told.items())
    elif name in _LISTED and isinstance(told, list):
        yield from ((f"/{number}", inner) for number, inner in enumerate(told))
    elif name in _ONE and isinstance(told, dict):
        yield "", told


def _is_schema(told: dict[str, Json]) -> bool:
    """Return whether `id` beside the rest is draft 4's word."""
    return any(word.startswith("$") or word in _WORDS for word in told)


_WORDS = _LISTED | _NAMED | _ONE | {"type", "enum", "format", "pattern"}


def escaped(name: str) -> str:
    """Return *name* as a step of a pointer."""
    return name.replace("~", "~0").replace("/", "~1")
