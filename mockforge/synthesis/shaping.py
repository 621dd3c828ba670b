"""A schema for what only words and a path tell."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise
from typing import Any

from mockforge.learning.fields import Node, schema_of
from mockforge.options import Json
from mockforge.synthesis.blueprints import BLUEPRINTS, TOPICS
from mockforge.synthesis.kinds import nature_of
from mockforge.synthesis.mentions import asked
from mockforge.synthesis.naming import plural, singular, words_of
from mockforge.synthesis.phrases import homes_of
from mockforge.synthesis.sorts import SORTS, THING, sort_of

_WORD = re.compile(r"\??\s*([A-Za-z_0-9]+)(:[nibt])?([{\[])?(\?)?|[}\]]")
_TYPES = {":n": "number", ":i": "integer", ":b": "boolean"}


def shaped(
    kind: str,
    prompt: str,
    base: Json = None,
    node: Node | None = None,
    *,
    noun: str = "",
) -> dict[str, Any]:
    """Return a schema for something of *kind*.

    Args:
        kind: What the path or the prompt says it is, or nothing.
        prompt: What is asked for, in words.
        base: What is given; only what the prompt adds is put beside it.
        node: What was learned of its fields.
        noun: What the path calls it, where that is of no known kind.
    """
    if node is not None and node.count:
        return schema_of(node)
    if isinstance(base, dict):
        made = _of(base)
        added = _topics(prompt, kind, base)
        if not added:
            added = {**_blueprint(kind)["properties"]} if kind else {}
            added = {name: told for name, told in added.items() if not _has(base, name)}
        made["properties"] = {**added, **made["properties"]}
        order = [*base, *(name for name in added if name not in base)]
        made["properties"] = {name: made["properties"][name] for name in order}
        made["required"] = order
        return made
    made = dict(_blueprint(kind or noun))
    known = made["properties"]
    named = _asked(prompt, {} if not kind else known)
    if not kind and len(named) > 1:
        # What any thing of its sort has makes room for what is asked for.
        known = {name: told for name, told in known.items() if name in _ALWAYS}
        known = {name: told for name, told in known.items() if not _has(named, name)}
    members = {**known, **named}
    members |= _topics(prompt, kind, members, noun)
    return {**made, "properties": members, "required": [*members]}


_ALWAYS = frozenset(("id", "name", "title", "status"))


def _has(members: Iterable[str], name: str) -> bool:
    """Return whether one of *members* says what *name* says, in whatever form."""
    words = words_of(name)
    if not words:
        return False
    several = [words_of(one) for one in members]
    if any(_is_like(words, one) for one in several if one):
        return True
    return len(words) > 1 and any({*words} <= {*one} for one in several)


def _is_like(words: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Return whether both end alike, and neither is told apart by what is before."""
    if _stem(words[-1]) != _stem(other[-1]):
        return False
    before = {*words[:-1]}, {*other[:-1]}
    return not all(before) or bool(before[0] & before[1])


def _stem(word: str) -> str:
    """Return what the forms of *word* have in common: `pricing` and `prices`."""
    one = singular(word)
    for ending in ("ing", "e"):
        if one.endswith(ending) and len(one) - len(ending) > 3:
            return one[: -len(ending)]
    return one


def _of(value: Json) -> dict[str, Any]:
    """Return a schema of the shape of *value*."""
    if isinstance(value, dict):
        return {
            "type": "object",
            "properties": {name: _of(each) for name, each in value.items()},
        }
    if isinstance(value, list):
        return {"type": "array", "items": _of(value[0]) if value else {}}
    if value is None or isinstance(value, bool):
        return {} if value is None else {"type": "boolean"}
    if isinstance(value, str):
        return {"type": "string"}
    return {"type": "integer" if isinstance(value, int) else "number"}


@lru_cache(maxsize=256)
def _blueprint(kind: str) -> dict[str, Any]:
    nature = "person" if sort_of(kind) == "person" else nature_of(kind)
    known = {"goods": "product"}.get(nature, nature)
    written = next((home.blueprints[kind] for home in homes_of(kind)
                    if kind in home.blueprints), None)  # fmt: skip
    if written is not None and kind not in _KINDS:
        return _read(written)
    for name in (kind, known):
        if name in _KINDS:
            return _read(_KINDS[name])
    return _read(SORTS.get(sort_of(kind), THING).blueprint)


def _read(text: str) -> dict[str, Any]:
    """Return the schema that *text* is short for."""
    stack: list[tuple[dict[str, Any], str]] = [({}, "")]
    for match in _WORD.finditer(text):
        name, kind, opening, is_open = match[1], match[2], match[3], match[4]
        if name is None:
            members, shut = stack.pop()
            stack[-1][0][shut[1:]] = _closed(members, shut[0])
        elif opening:
            stack.append(({}, opening + name))
        else:
            stack[-1][0][name] = _leaf(name, kind, bool(is_open))
    return _closed(stack[0][0], "{")


def _closed(members: dict[str, Any], opening: str) -> dict[str, Any]:
    inner: dict[str, Any] = {"type": "object"}
    if members:
        inner |= {"properties": members, "required": [*members]}
    return inner if opening == "{" else {"type": "array", "items": inner}


def _leaf(name: str, kind: str | None, is_open: bool) -> dict[str, Any]:
    if kind == ":t":
        return {"type": "array", "items": {"type": "string"}}
    told: Any = _TYPES.get(kind or "", "string")
    made: dict[str, Any] = {"type": [told, "null"] if is_open else told}
    words = words_of(name)
    if told == "string" and words[-1] in ("at", "time"):
        made["format"] = "date-time"
    if words[-1] == "rating":
        made |= {"minimum": 1, "maximum": 10 if "duration" in name else 5}
    return made


def _table(text: str) -> dict[str, str]:
    rows = (
        row.partition(": ") for row in text.replace("\n  ", " ").strip().splitlines()
    )
    return {names: told for names, _, told in rows}


_KINDS = _table(BLUEPRINTS)
_TOPICS = _table(TOPICS)
SUBJECTS = frozenset(word for names in _TOPICS for word in names.split())
"""Words of a prompt that ask for members."""


def _topics(
    prompt: str, kind: str, known: Iterable[str], noun: str = ""
) -> dict[str, Any]:
    """Return the members that *prompt* asks for by their subject.

    Args:
        prompt: What is asked for.
        kind: What it is of.
        known: Members that are there: none is added that says the same.
        noun: What the path calls it, where that is of no known kind.
    """
    names_known = [*known]
    spoken = words_of(prompt)
    # What says which drones they are asks for nothing: `delivery drones`.
    before = {first for first, last in pairwise(spoken)
              if singular(last) in (noun, singular(kind.split(" ")[-1]))}  # fmt: skip
    # What it is of is no part of it.
    own = {kind, plural(kind), *(("customer", "company") if nature_of(kind) else ())}
    words = {*spoken} - own - before
    found: dict[str, Any] = {}
    for names, told in _TOPICS.items():
        wanted = {*names.split()}
        is_asked = wanted <= words if names == "marketing copy" else wanted & words
        if not is_asked:
            continue
        members = _read(told)["properties"]
        if any(one in names_known or _has(names_known, one) for one in wanted):
            # The subject itself is there, under one of its names.
            members.pop(next(iter(members)))
        for name, schema in members.items():
            if name not in names_known and not _has(names_known, name):
                found.setdefault(name, schema)
    return found


def _asked(prompt: str, known: dict[str, Any]) -> dict[str, Any]:
    """Return the members that *prompt* names one by one."""
    found: dict[str, Any] = {}

    def is_there(name: str) -> bool:
        members = {*known, *found}
        return name in members or _has(members, name)

    for name, kind in asked(prompt, is_there):
        found[name] = _leaf(name, kind or None, is_open=False)
    return found
