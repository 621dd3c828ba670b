"""The text of a mockforge.yaml as values with places; everything wrong at once.

YAML is read by the rules of its version 1.2, so that `no`, `on` and `16:00` stay the
texts they look like; a setting that is true or false still takes `on` and `off`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from math import isfinite
from typing import Any

import yaml

from mockforge.config.values import Node, Path, Place, Problem, Scalar

DEPTH = 100
"""How deep a file may nest. No setting needs ten."""
SIZE = 1_000_000
"""Values in a file, aliases counted every time: nine lines can stand for a billion."""

# YAML 1.2, 10.3.2, less numbers with a leading zero: `007` is more often a name.
_NULL = {"", "~", "null", "Null", "NULL"}
_BOOL = {"true": True, "True": True, "TRUE": True} | {
    "false": False,
    "False": False,
    "FALSE": False,
}
_INT = re.compile(r"[-+]?(?:0|[1-9][0-9]*)")
_FLOAT = re.compile(
    r"[-+]?(?:\.[0-9]+|(?:0|[1-9][0-9]*)(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?"
)
_BRACED = re.compile(r"[:,\[] */[^\s\"'{},]*\{\Z")
"""A path between braces, or brackets, of which YAML takes its own for more of them."""
_TAGS = {
    "tag:yaml.org,2002:" + name
    for name in ("str", "int", "float", "bool", "null", "map", "seq")
}

_EVENTS: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def parse(text: str, source: str) -> tuple[Node, list[Problem]]:
    """Return the mapping that *text* is, and what is wrong with it.

    Args:
        text: YAML; nothing at all is an empty mapping.
        source: The name that places are given.
    """
    composer = _Composer(source)
    try:
        node = composer.document(text)
    except yaml.MarkedYAMLError as failure:
        return Node({}, Place(source, 1, 1)), [_syntax(failure, text, source)]
    except yaml.YAMLError as failure:
        where = Place(source, 1, 1)
        return Node({}, where), [
            Problem(where, (), f"not YAML: {str(failure).splitlines()[0]}")
        ]
    except _TooMuch as limit:
        return Node({}, limit.problem.place), [limit.problem]
    if not isinstance(node.value, dict):
        what = "the top of the file must be keys with values"
        return Node({}, node.place), [
            Problem(node.place, (), what, "write it as in server: {port: 8080}")
        ]
    return node, composer.problems


def resolve(text: str) -> Scalar:
    """Return the value that a scalar without quotes stands for."""
    if text in _NULL:
        return None
    if text in _BOOL:
        return _BOOL[text]
    # What is too long for a number is a text, and so is what would be infinite.
    if len(text) > 300:
        return text
    if _INT.fullmatch(text):
        return int(text)
    return float(text) if _FLOAT.fullmatch(text) and isfinite(float(text)) else text


class _TooMuch(Exception):
    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


class _Composer:
    """Builds nodes from the parser's events; an own one, for a limit on depth."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.problems: list[Problem] = []
        self.anchors: dict[str, Node | None] = {}
        self.events: Iterator[Any] = iter(())

    def document(self, text: str) -> Node:
        self.events = yaml.parse(text, Loader=_EVENTS)
        empty = Node({}, Place(self.source, 1, 1), is_block=True)
        node, documents = empty, 0
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self._problem(
                        event, (), "a second document begins; one file is one document"
                    )
                    break
                found = self._node(next(self.events), ())
                node = empty if found.value is None else found
        return node

    def _node(self, event: Any, path: Path) -> Node:
        if len(path) > DEPTH:
            raise _TooMuch(
                Problem(self._place(event), (), f"nested deeper than {DEPTH} levels")
            )
        if isinstance(event, yaml.AliasEvent):
            return self._alias(event, path)
        if event.anchor:
            self.anchors[event.anchor] = None
        node = self._built(event, path)
        if node.size > SIZE:
            raise _TooMuch(Problem(node.place, path, f"more than {SIZE} values"))
        if event.anchor:
            self.anchors[event.anchor] = node
        return node

    def _built(self, event: Any, path: Path) -> Node:
        tag = event.tag
        if tag not in (None, "!") and tag not in _TAGS:
            self._problem(
                event, path, f"the tag {tag!r} is not supported", "leave it out"
            )
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, path)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(event, path)
        return self._mapping(event, path)

    def _alias(self, event: Any, path: Path) -> Node:
        if event.anchor not in self.anchors:
            self._problem(
                event, path, f"no anchor &{event.anchor} stands before *{event.anchor}"
            )
        elif (node := self.anchors[event.anchor]) is None:
            self._problem(event, path, f"*{event.anchor} stands for what it is part of")
        else:
            # Its values are told about where they stand, its key where it is used.
            return node
        return Node(None, self._place(event), span=_span(event))

    def _scalar(self, event: Any, path: Path) -> Node:
        is_plain = event.style in (None, "") and event.tag in (None,)
        value: Scalar = event.value
        if is_plain or event.tag not in (None, "!", "tag:yaml.org,2002:str"):
            value = resolve(event.value)
        return Node(
            value,
            self._place(event),
            text=event.value,
            is_plain=is_plain,
            span=_span(event),
        )

    def _sequence(self, event: Any, path: Path) -> Node:
        items: list[Node] = []
        size, last = 1, event
        for last in self.events:
            if isinstance(last, yaml.SequenceEndEvent):
                break
            items.append(self._node(last, (*path, len(items))))
            size += items[-1].size
        return self._collection(event, last, items, size)

    def _mapping(self, event: Any, path: Path) -> Node:
        items: dict[str, Node] = {}
        merges: list[Node] = []
        size, last = 1, event
        for last in self.events:
            if isinstance(last, yaml.MappingEndEvent):
                break
            name = self._key(last, path)
            item = self._node(next(self.events), (*path, name))
            size += item.size
            if name == "<<" and last.style in (None, ""):
                merges.append(item)
            elif name in items:
                before = items[name].key_place
                line = before.line if before else 0
                self._problem(
                    last,
                    (*path, name),
                    f"the key stands here again, first in line {line}",
                )
            else:
                items[name] = replace(item, key_place=self._place(last))
        for merge in merges:
            self._merge(items, merge, path)
        return self._collection(event, last, items, size)

    def _key(self, event: Any, path: Path) -> str:
        if isinstance(event, yaml.ScalarEvent):
            return str(event.value)
        if isinstance(event, yaml.AliasEvent):
            node = self._alias(event, path)
            return node.text
        raise _TooMuch(Problem(self._place(event), path, "a key must be a single word"))

    def _merge(self, items: dict[str, Node], merge: Node, path: Path) -> None:
        sources = merge.value if isinstance(merge.value, list) else [merge]
        for source in sources:
            if isinstance(source.value, dict):
                for name, item in source.value.items():
                    items.setdefault(name, item)
            else:
                self.problems.append(
                    Problem(merge.place, path, "<< takes a mapping or a list of them")
                )

    def _collection(self, event: Any, end: Any, value: Any, size: int) -> Node:
        return Node(
            value,
            self._place(event),
            span=(event.start_mark.index, end.end_mark.index),
            size=size,
            is_block=not event.flow_style,
        )

    def _place(self, event: Any) -> Place:
        return Place(
            self.source, event.start_mark.line + 1, event.start_mark.column + 1
        )

    def _problem(self, event: Any, path: Path, what: str, nearest: str = "") -> None:
        self.problems.append(Problem(self._place(event), path, what, nearest))


def _span(event: Any) -> tuple[int, int]:
    return event.start_mark.index, event.end_mark.index


def _syntax(failure: yaml.MarkedYAMLError, text: str, source: str) -> Problem:
    mark = failure.problem_mark or failure.context_mark
    place = (
        Place(source, 1, 1)
        if mark is None
        else Place(source, mark.line + 1, mark.column + 1)
    )
    what = ", ".join(part for part in (failure.problem, failure.context) if part)
    nearest = ""
    if mark is not None and text[mark.index : mark.index + 1] == "\t":
        nearest = "indent with spaces, not tabs"
    elif mark is not None and _BRACED.search(text[: mark.index + 1]):
        nearest = "quote a path that has braces, or write :id"
    elif failure.problem and "mapping values are not allowed" in failure.problem:
        nearest = "quote a value that holds ': '"
    return Problem(place, (), f"not YAML: {what}", nearest)
