"""Values with the place they were written at, and what is wrong with one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

Scalar = str | int | float | bool | None

Path = tuple[str | int, ...]
"""Keys and indexes from the top of a file: `("endpoints", 2, "method")`."""

# `max_tokens` and `cookie_name` hold nothing secret, so the word must end the name.
_SECRET_NAME = re.compile(
    r"(?:^|[-_.])(?:api-?key|key|token|secret|passw(?:or)?d|passphrase|authorization"
    r"|credentials?|cookie)$",
    re.IGNORECASE,
)
_USERINFO = re.compile(r"(?<=://)[^/@\s]+@")
MASK = "***"


@dataclass(frozen=True, slots=True)
class Place:
    """Where something was written."""

    source: str
    """A file's path, a flag, or an environment variable."""
    line: int | None = None
    """From 1; None where the source has no lines."""
    column: int | None = None
    """From 1."""
    kind: str = "file"
    """`file`, `environment`, `flag` or `default`."""

    def __str__(self) -> str:
        if self.line is None:
            return self.source
        return f"{self.source}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Node:
    """A value as it was written."""

    value: Scalar | dict[str, Node] | list[Node]
    place: Place
    key_place: Place | None = None
    """Where the key stands that leads here."""
    text: str = ""
    """A scalar's characters, quotes removed and variables not yet expanded."""
    is_plain: bool = True
    """Whether a scalar stands without quotes."""
    is_expanded: bool = False
    """Whether a variable of the environment is in the value."""
    is_unset: bool = False
    """Whether a variable it names is not in the environment."""
    span: tuple[int, int] = (0, 0)
    """First character and the one after the last, in the text of the file."""
    size: int = 1
    """Scalars and collections in here, aliases counted every time."""
    is_block: bool = False
    """Whether a collection is written without braces or brackets."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong."""

    place: Place
    path: Path
    what: str
    nearest: str = ""

    def __str__(self) -> str:
        text = f"{self.place}: "
        if self.path:
            text += f"{dotted(self.path)}: "
        return text + self.what + (f"; {self.nearest}" if self.nearest else "")


def dotted(path: Path) -> str:
    """Return *path* as people write it: `endpoints[2].response.mode`.

    >>> dotted(("endpoints", 2, "response", "mode"))
    'endpoints[2].response.mode'
    """
    text = ""
    for part in path:
        if isinstance(part, int):
            text += f"[{part}]"
        else:
            text += f".{part}" if text else part
    return text


def undotted(text: str) -> Path:
    """Return the path that *text* spells; the inverse of `dotted`.

    >>> undotted("endpoints[2].response.mode")
    ('endpoints', 2, 'response', 'mode')

    Raises:
        ValueError: If *text* spells no path.
    """
    parts: list[str | int] = []
    text = text if text[:1] not in (".", "[") else f"{text}."
    for match in re.finditer(r"(?:^|\.)([^.\[\]]+)|\[(\d+)\]|(.)", text, re.DOTALL):
        if match[3]:
            raise ValueError(f"{text!r} is not a key; write it as in server.port")
        parts.append(match[1] if match[1] is not None else int(match[2]))
    if not parts:
        raise ValueError("'' is not a key; write it as in server.port")
    return tuple(parts)


def is_secret(path: Path) -> bool:
    """Whether the value at *path* is by its name somebody's secret."""
    names = [part for part in path if isinstance(part, str)]
    return bool(names) and _SECRET_NAME.search(names[-1]) is not None


def shown(value: Any, path: Path, *, is_expanded: bool = False) -> Any:
    """Return *value* as it may be shown: masked where it is, or may be, a secret."""
    if isinstance(value, Mapping):
        return {name: shown(item, (*path, name)) for name, item in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, str | bytes):
        return [shown(item, (*path, index)) for index, item in enumerate(value)]
    if value is None or isinstance(value, bool):
        return value
    if is_expanded or (is_secret(path) and value != ""):
        return MASK
    return _USERINFO.sub(f"{MASK}@", value) if isinstance(value, str) else value


def plain(node: Node) -> Any:
    """Return the value of *node* without places."""
    if isinstance(node.value, dict):
        return {name: plain(item) for name, item in node.value.items()}
    if isinstance(node.value, list):
        return [plain(item) for item in node.value]
    return node.value


def at(node: Node, path: Path) -> Node | None:
    """Return the node at *path* below *node*, or None where nothing was written."""
    for part in path:
        if isinstance(node.value, dict) and str(part) in node.value:
            node = node.value[str(part)]
        elif isinstance(node.value, list) and isinstance(part, int):
            if part >= len(node.value):
                return None
            node = node.value[part]
        else:
            return None
    return node


def deepest(node: Node, path: Path) -> tuple[Node, int]:
    """Return the last node on *path* that was written, and the steps to it."""
    found, steps = node, 0
    for length in range(1, len(path) + 1):
        below = at(node, path[:length])
        if below is None:
            break
        found, steps = below, length
    return found, steps


def leaves(node: Node, path: Path = ()) -> Iterator[tuple[Path, Node]]:
    """Yield every scalar and every empty collection below *node*, in order."""
    if isinstance(node.value, dict) and node.value:
        for name, item in node.value.items():
            yield from leaves(item, (*path, name))
    elif isinstance(node.value, list) and node.value:
        for index, item in enumerate(node.value):
            yield from leaves(item, (*path, index))
    else:
        yield path, node


def merged(upper: Node, lower: Node) -> Node:
    """Return *lower* overlaid with *upper*: mappings by key, the rest as a whole."""
    if not (isinstance(upper.value, dict) and isinstance(lower.value, dict)):
        return upper
    values = dict(lower.value)
    for name, item in upper.value.items():
        values[name] = merged(item, values[name]) if name in values else item
    return replace(upper, value=values)
