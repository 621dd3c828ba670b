"""Documents: what a body holds, in one shape for every notation, and back to bytes.

JSON stays what it is. A form is an object of its fields; XML an object of elements,
where what is below an element is always a list by name, so that one is not told from
many by chance.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Literal
from urllib.parse import urlencode

from mockforge.bodies import xml
from mockforge.bodies.exactjson import text_of as json_text
from mockforge.bodies.reading import (
    Part,
    body_kind,
    content_type,
    decoded,
    is_lines,
    pairs,
    parts_of,
)
from mockforge.http import Headers
from mockforge.options import Json

Step = str | int
Path = tuple[Step, ...]
"""Where in a document, from the outside in: names, and numbers of items."""

Scalar = str | int | float | bool | None

DocumentKind = Literal[
    "json", "lines", "form", "xml", "multipart", "text", "binary", "empty"
]

LONGEST = 4 << 20
"""Bytes of a body that is read unless more is asked for; more counts as binary."""

DEEPEST = 200
"""Levels of nesting that are read."""


@dataclass(frozen=True, slots=True)
class Style:
    """How a document was written."""

    separators: tuple[str, str] = (",", ":")
    indent: int | None = None
    ascii_only: bool = False
    head: str = ""
    """What stands before the root of XML."""
    end: str = ""
    """What stands after the document."""


@dataclass(frozen=True, slots=True)
class Document:
    """A body that was read."""

    kind: DocumentKind
    value: Json
    style: Style = Style()


def read(headers: Headers, body: bytes, *, longest: int = LONGEST) -> Document:
    """Return what *body* holds, its content coding undone; never raises.

    What cannot be read, is of more than *longest* bytes or nested deeper than DEEPEST
    is binary.
    """
    if not body:
        return Document("empty", None)
    if len(body) > longest:
        return Document("binary", None)
    try:
        plain = decoded(headers, body)
        if not plain:
            return Document("empty", None)
        if len(plain) > longest:
            return Document("binary", None)
        return _read(headers, plain)
    except (ValueError, RecursionError):
        return Document("binary", None)


def _read(headers: Headers, plain: bytes) -> Document:
    media = content_type(headers)
    if is_lines(media):
        return _lines(plain)
    if "json" in media:
        # It mostly is, and need not be read once more to be sure.
        with suppress(ValueError, RecursionError):
            return _json(json_text(plain))
    kind = body_kind((*_typed(headers),), plain)
    if kind == "json":
        return _json(json_text(plain))
    if kind == "form":
        return Document("form", grouped(pairs(plain.decode("ascii"))))
    if kind == "multipart":
        return Document("multipart", _parts(parts_of(headers, plain) or []))
    if kind != "text":
        return Document("empty" if kind == "empty" else "binary", None)
    text = plain.decode()
    if xml.is_named(media) or text.lstrip("\ufeff \t\r\n").startswith("<?xml"):
        head, value, end = xml.read(text, DEEPEST)
        return Document("xml", value, Style(head=head, end=end))
    return Document("text", text)


def _typed(headers: Headers) -> Headers:
    # The coding is undone already; the rest is told from the type.
    return tuple(pair for pair in headers if pair[0].lower() == b"content-type")


def _json(text: str) -> Document:
    value = json.loads(text)
    if _may_be_deep(text) and _depth(value) > DEEPEST:
        raise ValueError("it is nested too deep")
    return Document("json", value, style_of(text))


def _lines(plain: bytes) -> Document:
    text = plain.decode()
    values = [json.loads(line) for line in text.split("\n") if line.strip(" \t\r\x1e")]
    if _depth(values) > DEEPEST:
        raise ValueError("it is nested too deep")
    end = "\n" if text.endswith("\n") else ""
    return Document("lines", values, style_of(text.split("\n", 1)[0], end))


def style_of(text: str, end: str | None = None) -> Style:
    """Return how JSON is written, told by its beginning."""
    start = text.lstrip()[:2000]
    indent = None
    if start[1:2] in "\r\n" and start[1:2]:
        line = start[1:].lstrip("\r\n")
        indent = len(line) - len(line.lstrip(" ")) or None
    colon = ": " if '": ' in start or start.find('":') < 0 else ":"
    comma = "," if indent or (", " not in start and colon == ":") else ", "
    if indent is None and colon == ": " and ', "' not in start and ',"' in start:
        comma = ","
    if end is None:
        end = text[len(text.rstrip()) :]
    return Style((comma, colon), indent, "\\u" in start and start.isascii(), "", end)


_NO_BRACKETS = str.maketrans(
    "", "", "".join(chr(code) for code in range(128) if chr(code) not in "[]{}")
)


def _may_be_deep(text: str) -> bool:
    """Return whether JSON may be nested too deep; looking closer takes long."""
    left = text.translate(_NO_BRACKETS)
    for _ in range(DEEPEST):
        if not left:
            return False
        shorter = left.replace("{}", "").replace("[]", "")
        if len(shorter) == len(left):
            # Brackets in texts, or what is not ASCII.
            return True
        left = shorter
    return bool(left)


def _depth(value: Json) -> int:
    deepest, todo = 0, [(value, 1)]
    while todo:
        one, level = todo.pop()
        deepest = max(deepest, level)
        if deepest > DEEPEST:
            break
        if isinstance(one, dict):
            todo += [(inner, level + 1) for inner in one.values()]
        elif isinstance(one, list):
            todo += [(inner, level + 1) for inner in one]
    return deepest


def _parts(parts: list[Part]) -> Json:
    named: list[tuple[str, Json]] = []
    for part in parts:
        if part.filename is None:
            named.append((part.name, part.body.decode("utf-8", "surrogateescape")))
        else:
            told = {"filename": part.filename, "type": part.type}
            named.append((part.name, {**told, "size": len(part.body)}))
    return grouped(named)


def grouped(named: list[tuple[str, Json]] | list[tuple[str, str]]) -> dict[str, Json]:
    """Return *named* as an object; the values of a repeated name are a list."""
    found: dict[str, list[Json]] = {}
    for name, value in named:
        found.setdefault(name, []).append(value)
    return {
        name: values[0] if len(values) == 1 else values
        for name, values in found.items()
    }


def write(document: Document, value: Json) -> bytes:
    """Return *value* written as *document* was, without a content coding.

    Raises:
        ValueError: If bodies of this kind cannot be written, or not with this value.
    """
    style = document.style
    if document.kind == "json":
        return (_dumped(value, style) + style.end).encode("utf-8", "surrogatepass")
    if document.kind == "lines":
        if not isinstance(value, list):
            raise ValueError("lines are written from a list of documents")
        plain = Style(style.separators, None, style.ascii_only)
        text = "\n".join(_dumped(each, plain) for each in value)
        return (text + style.end).encode("utf-8", "surrogatepass")
    if document.kind == "form":
        return urlencode(_ungrouped(value), errors="surrogateescape").encode("ascii")
    if document.kind == "xml":
        return (style.head + xml.write(value) + style.end).encode()
    if document.kind == "text" and isinstance(value, str):
        return value.encode("utf-8", "surrogateescape")
    raise ValueError(f"a {document.kind} body cannot be written")


def _dumped(value: Json, style: Style) -> str:
    return json.dumps(
        value,
        separators=style.separators,
        indent=style.indent,
        ensure_ascii=style.ascii_only,
    )


def _ungrouped(value: Json) -> list[tuple[str, str]]:
    if not isinstance(value, dict):
        raise ValueError("a form is written from an object")
    return [
        (name, text_of(each))
        for name, one in value.items()
        for each in (one if isinstance(one, list) else [one])
    ]


def leaves(value: Json, path: Path = ()) -> Iterator[tuple[Path, Scalar]]:
    """Yield every scalar of *value* with its path, depth first."""
    # A stack of its own: nesting is bounded by who reads, not by Python.
    todo: list[tuple[Path, Json]] = [(path, value)]
    while todo:
        where, one = todo.pop()
        if isinstance(one, dict):
            inner = [((*where, str(name)), each) for name, each in one.items()]
            todo += reversed(inner)
        elif isinstance(one, list):
            items = [((*where, number), each) for number, each in enumerate(one)]
            todo += reversed(items)
        else:
            yield where, one


def at(value: Json, path: Path) -> Json:
    """Return what is at *path*.

    Raises:
        KeyError: If nothing is.
    """
    for step in path:
        if isinstance(value, list):
            if not isinstance(step, int) or not -len(value) <= step < len(value):
                raise KeyError(path)
            value = value[step]
        elif isinstance(value, dict) and step in value:
            value = value[step]
        else:
            raise KeyError(path)
    return value


def general(path: Path) -> Path:
    """Return *path* with `*` for every number of an item; `path[1]` stays."""
    if path[:1] == ("path",) or int not in map(type, path):
        return path
    return tuple("*" if isinstance(step, int) else step for step in path)


def replaced(value: Json, changes: Mapping[Path, Scalar]) -> Json:
    """Return a copy of *value* with the scalars at the paths of *changes* replaced."""
    return _replaced(value, changes, ()) if changes else value


def _replaced(value: Json, changes: Mapping[Path, Scalar], path: Path) -> Json:
    if isinstance(value, dict):
        return {
            name: _replaced(each, changes, (*path, name))
            for name, each in value.items()
        }
    if isinstance(value, list):
        return [
            _replaced(each, changes, (*path, number))
            for number, each in enumerate(value)
        ]
    return changes.get(path, value)


def text_of(value: Scalar) -> str:
    """Return *value* as it stands in a URL or a header."""
    if isinstance(value, str):
        return value
    if type(value) is int:
        return str(value)
    return json.dumps(value)


def shown(path: Path) -> str:
    """Return *path* for people: `body.$.items[*].id`, `query.page`, `path[1]`."""
    if not path:
        return "$"
    first, *rest = path
    text = f"{first}.$" if first == "body" else str(first)
    for step in rest:
        is_item = isinstance(step, int) or step == "*"
        text += f"[{step}]" if is_item else f".{step}"
    return text
