"""The list that a document is about: itself, or the one in an object around it."""

from __future__ import annotations

import copy
import json
from collections.abc import Sequence
from functools import lru_cache

from mockforge.bodies.document import Path
from mockforge.learning.fields.composing import Composing
from mockforge.learning.fields.schema import Schema
from mockforge.options import Json
from mockforge.synthesis.kinds import WRAPPERS
from mockforge.synthesis.naming import singular, words_of
from mockforge.synthesis.validity import validated


def main_list(schema: Schema, composing: Composing) -> Path | None:
    """Return the path of the list that *schema* is about: itself, or the one inside."""
    flat = composing.flat(schema, list)
    if flat.get("type") == "array":
        return ()
    for name, inner in flat.get("properties", {}).items():
        told = composing.flat(inner, list) if isinstance(inner, dict) else {}
        if told.get("type") != "array":
            continue
        items = composing.flat(told.get("items", True), list)
        others = {*flat["properties"]} - {name}
        is_around = all(_is_around(one) for one in others)
        is_list = name.lower() in WRAPPERS or _is_several(name)
        if items.get("type") == "object" and is_around and is_list:
            return (name,)
    return None


def list_about(schema: Schema, composing: Composing, noun: str) -> Path | None:
    """Return the path of the list of what is called *noun*, within other things."""
    flat = composing.flat(schema, list)
    members = flat.get("properties", {})
    found = []
    for name, inner in members.items():
        told = composing.flat(inner, list) if isinstance(inner, dict) else {}
        if told.get("type") != "array":
            continue
        words = words_of(name)
        is_named = name.lower() in WRAPPERS or (
            words and noun and singular(words[-1]) == singular(noun)
        )
        items = composing.flat(told.get("items", True), list)
        if is_named and items.get("type") == "object":
            found.append(name)
    names = {"".join(words_of(name)) for name in members}
    own = {"id", *(f"{singular(noun)}{ending}" for ending in _TOLD_BY)}
    is_one = len(found) == 1 and names.isdisjoint(own)
    return (found[0],) if is_one else None


_TOLD_BY = ("id", "uuid", "number", "no", "ref", "reference", "key")
"""What a thing is told from others by: it is itself then, and no list around it."""


def _is_several(name: str) -> bool:
    words = words_of(name)
    return bool(words) and singular(words[-1]) != words[-1]


_AROUND = frozenset(
    ("total", "count", "page", "pages", "size", "limit", "offset", "next", "previous",
     "prev", "more", "cursor", "meta", "links", "success", "status", "pagination",
     "message", "error", "errors", "per", "kind", "object", "url", "last", "first",
     "token", "current", "query", "q", "took", "ms", "search", "elapsed", "facets",
     "aggregations", "filters", "warnings")
)  # fmt: skip


def _is_around(name: str) -> bool:
    return any(word in _AROUND for word in words_of(name))


def list_in(schema: Json) -> Path | None:
    """Return the path of the list that documents valid against *schema* are about.

    Raises:
        ConfigError: If *schema* is none.
    """
    return None if schema is None else _list_in(json.dumps(schema))


@lru_cache(maxsize=256)
def _list_in(text: str) -> Path | None:
    schema = validated(json.loads(text)).schema
    return main_list(schema, Composing(schema.get("$defs", {})))


def items_of(document: Json, path: Path) -> list[Json]:
    """Return the items of the list at *path*; none where there is no list."""
    for name in path:
        document = document.get(name) if isinstance(document, dict) else None
    return document if isinstance(document, list) else []


def with_items(document: Json, path: Path, items: Sequence[Json]) -> Json:
    """Return *document* with *items* in its list, and what counted them set right."""
    if not path:
        return [*items]
    if not isinstance(document, dict):
        return document
    had = len(items_of(document, path))
    made = copy.copy(document)
    for name, value in document.items():
        is_count = _COUNTS & {*words_of(name)} and value is not True
        if is_count and isinstance(value, int) and value == had:
            made[name] = len(items)
    made[str(path[0])] = with_items(document.get(str(path[0])), path[1:], items)
    return made


_COUNTS = frozenset(("total", "count", "size", "length"))
