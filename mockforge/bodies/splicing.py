"""Values replaced where they stand, every other byte as it was."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from decimal import Decimal
from urllib.parse import quote_plus

from mockforge.bodies import exactjson, xml
from mockforge.bodies.document import Document, Path, Scalar, text_of
from mockforge.bodies.reading import unquoted

Changes = Mapping[Path, Scalar]

_JSON = re.compile(
    r'[ \t\r\n]*(?:(?P<string>"(?:[^"\\]|\\.)*")|(?P<mark>[{}\[\],:])'
    r'|(?P<word>[^\s{}\[\],:"]+))',
    re.DOTALL,
)


def spliced(document: Document, plain: bytes, changes: Changes) -> bytes:
    """Return *plain*, which *document* was read from, with values replaced.

    Args:
        document: What it holds.
        plain: The body without content codings.
        changes: The new values; paths that lead nowhere change nothing.

    Raises:
        ValueError: If bodies of this kind cannot be changed.
    """
    if not changes:
        return plain
    if document.kind == "json":
        return _encoded(json_spliced(exactjson.text_of(plain), changes))
    if document.kind == "lines":
        return _encoded(_lines(plain.decode(), changes))
    if document.kind == "xml":
        return xml.spliced(plain.decode(), changes).encode()
    if document.kind == "form":
        return pairs_spliced(plain.decode("ascii"), changes).encode("ascii")
    if document.kind == "text":
        return text_of(changes[()]).encode() if () in changes else plain
    raise ValueError(f"a {document.kind} body cannot be changed")


def json_spliced(text: str, changes: Mapping[Path, Scalar | Decimal]) -> str:
    """Return the JSON of *text* with the scalars at the paths of *changes* replaced.

    A decimal is written with all its digits.
    """
    is_ascii = text.isascii() and "\\u" in text
    pieces: list[str] = []
    done = 0
    for path, start, end in _scalars(text):
        if path in changes:
            pieces += (text[done:start], _json_of(changes[path], is_ascii))
            done = end
    pieces.append(text[done:])
    return "".join(pieces)


def _json_of(value: Scalar | Decimal, is_ascii: bool) -> str:
    if isinstance(value, Decimal):
        return format(value, "f")
    return json.dumps(value, ensure_ascii=is_ascii)


def _scalars(text: str) -> list[tuple[Path, int, int]]:
    """Return the path and the place of every scalar."""
    found: list[tuple[Path, int, int]] = []
    # The steps to where we are; the kind of each container; whether a name is next.
    path: list[str | int] = []
    kinds: list[str] = []
    is_name = False
    for match in _JSON.finditer(text):
        mark = match["mark"]
        if mark is None:
            group = "string" if match["string"] is not None else "word"
            if is_name:
                path[-1] = json.loads(match["string"])
                is_name = False
            else:
                found.append((tuple(path), *match.span(group)))
        elif mark in "{[":
            kinds.append(mark)
            path.append("" if mark == "{" else 0)
            is_name = mark == "{"
        elif mark in "}]":
            kinds.pop()
            path.pop()
            is_name = False
        elif mark == ",":
            if kinds[-1] == "{":
                is_name = True
            else:
                path[-1] = int(path[-1]) + 1
    return found


def _lines(text: str, changes: Changes) -> str:
    lines = text.split("\n")
    number = -1
    for at, line in enumerate(lines):
        if not line.strip(" \t\r\x1e"):
            continue
        number += 1
        inner = {
            path[1:]: new for path, new in changes.items() if path[:1] == (number,)
        }
        if inner:
            lines[at] = json_spliced(line, inner)
    return "\n".join(lines)


def pairs_spliced(text: str, changes: Changes) -> str:
    """Return a form or a query with the values at the paths of *changes* replaced.

    The path of a field is its name, and its number where the name is repeated.
    """
    pieces = text.split("&")
    names = [unquoted(piece.partition("=")[0]) for piece in pieces]
    seen: dict[str, int] = {}
    for at, name in enumerate(names):
        if not pieces[at]:
            continue
        number = seen.get(name, 0)
        seen[name] = number + 1
        is_repeated = (
            sum(n == name and bool(p) for n, p in zip(names, pieces, strict=True)) > 1
        )
        place: Path = (name, number) if is_repeated else (name,)
        if place in changes:
            new = quote_plus(text_of(changes[place]), errors="surrogateescape")
            if "+" not in text and "%20" in text:
                new = new.replace("+", "%20")
            pieces[at] = f"{pieces[at].partition('=')[0]}={new}"
    return "&".join(pieces)


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")
