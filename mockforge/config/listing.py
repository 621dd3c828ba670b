"""The settings in force, each with where it comes from; secrets masked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from mockforge.config.keys import is_block
from mockforge.config.model import Config
from mockforge.config.values import (
    MASK,
    Node,
    Path,
    Place,
    at,
    deepest,
    dotted,
    is_secret,
    leaves,
    shown,
)
from mockforge.errors import ConfigError

DEFAULT = Place("default", kind="default")
PASSWORD = re.compile(r"(?<=://)[^/@\s]+(?=@)")
SHORTEST = 4
"""Characters of a secret: a shorter one stands by chance in too many texts."""


@dataclass(frozen=True, slots=True)
class Setting:
    """A value that is in force."""

    path: Path
    value: Any
    """As it may be shown."""
    origin: Place


def settings(config: Config, root: Node) -> list[Setting]:
    """Return every setting of *config*.

    Args:
        config: The settings in force.
        root: What was written, with its places.
    """
    dumped = config.model_dump(mode="json", by_alias=True)
    return [
        Setting(path, masked(value, path, root), origin(path, root))
        for path, value in _below(dumped, ())
    ]


def value_at(config: Config, root: Node, path: Path) -> Any:
    """Return the value at *path* as it may be shown.

    Raises:
        ConfigError: If nothing is set there.
    """
    value: Any = config.model_dump(mode="json", by_alias=True)
    for part in path:
        try:
            value = value[part]
        except (KeyError, IndexError, TypeError):
            raise ConfigError(f"{dotted(path)!r} is not set") from None
    return masked(value, path, root)


def masked(value: Any, path: Path, root: Node) -> Any:
    """Return *value* as it may be shown, masked where a variable is in it."""
    if isinstance(value, dict):
        return {name: masked(item, (*path, name), root) for name, item in value.items()}
    if isinstance(value, list):
        return [masked(item, (*path, index), root) for index, item in enumerate(value)]
    node, _ = deepest(root, path)
    return MASK if node.is_expanded else shown(value, path)


def secrets(root: Node) -> list[str]:
    """Return the texts in *root* that are not to be seen, the longest first."""
    found = set()
    for path, node in leaves(root):
        if isinstance(node.value, str) and len(node.value) >= SHORTEST:
            hidden = node.is_expanded or is_secret(path)
            found |= {node.value} if hidden else set(PASSWORD.findall(node.value))
    return sorted(found, key=lambda text: (-len(text), text))


def origin(path: Path, root: Node) -> Place:
    """Return where the value at *path* was written, or that it is a default."""
    node = at(root, path)
    if node is not None:
        return node.place
    # A text may stand for a list of one, a word for a whole block.
    above, steps = deepest(root, path)
    return DEFAULT if steps == 0 or isinstance(above.value, dict) else above.place


def as_yaml(listed: list[Setting], *, with_origin: bool = False) -> str:
    """Return *listed* as YAML, each value with its origin in a comment if asked."""
    from mockforge.config.edit import in_line

    lines: list[tuple[str, str]] = []
    above: Path = ()
    for setting in listed:
        *block, name = setting.path
        shared = 0
        while shared < min(len(block), len(above)) and block[shared] == above[shared]:
            shared += 1
        for depth in range(shared, len(block)):
            lines.append((f"{'  ' * depth}{in_line(str(block[depth]))}:", ""))
        above = tuple(block)
        margin = "  " * len(block)
        text = f"{margin}{in_line(str(name))}: {in_line(setting.value)}"
        lines.append((text, str(setting.origin)))
    if not with_origin:
        return "\n".join(text for text, _ in lines)
    width = max((len(text) for text, _ in lines), default=0)
    return "\n".join(
        f"{text.ljust(width)}  # {place}" if place else text for text, place in lines
    )


def _below(value: Any, path: Path) -> Iterator[tuple[Path, Any]]:
    for name, item in value.items():
        here = (*path, name)
        if isinstance(item, dict) and is_block(here):
            yield from _below(item, here)
        else:
            yield here, item
