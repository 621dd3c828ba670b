"""`${NAME}` and `${NAME:-default}` in values, filled from the environment."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from mockforge.config.document import resolve
from mockforge.config.values import Node, Path, Problem

# `$${` is a `${` that is meant as it stands.
_VARIABLE = re.compile(r"\$(\$\{)|\$\{([^}]*)(\})?")
_NAME = re.compile(r"([A-Za-z_][A-Za-z0-9_]*)(:-(.*))?", re.DOTALL)


def expand(
    node: Node, environ: Mapping[str, str], path: Path = ()
) -> tuple[Node, list[Problem]]:
    """Return *node* with every variable filled in, and those that cannot be."""
    if isinstance(node.value, dict):
        pairs = {
            name: expand(item, environ, (*path, name))
            for name, item in node.value.items()
        }
        problems = [problem for _, found in pairs.values() for problem in found]
        return replace(
            node, value={name: item for name, (item, _) in pairs.items()}
        ), problems
    if isinstance(node.value, list):
        items = [
            expand(item, environ, (*path, index))
            for index, item in enumerate(node.value)
        ]
        problems = [problem for _, found in items for problem in found]
        return replace(node, value=[item for item, _ in items]), problems
    if isinstance(node.value, str) and "${" in node.value:
        return _expanded(node, environ, path)
    return node, []


def _expanded(
    node: Node, environ: Mapping[str, str], path: Path
) -> tuple[Node, list[Problem]]:
    problems: list[Problem] = []
    is_filled = False

    def fill(match: re.Match[str]) -> str:
        nonlocal is_filled
        if match[1]:
            return "${"
        found = _NAME.fullmatch(match[2]) if match[3] else None
        if found is None:
            problems.append(_malformed(node, path, match[0]))
            return ""
        name, default = found[1], found[3] if found[2] else None
        # As in a shell: `:-` also stands in for a variable that is there and empty.
        value = environ.get(name) or default if found[2] else environ.get(name)
        if value is None:
            problems.append(_unset(node, path, name))
            return ""
        is_filled = True
        return value

    text = _VARIABLE.sub(fill, str(node.value))
    filled = replace(
        node,
        value=resolve(text) if node.is_plain else text,
        text=text,
        is_expanded=is_filled,
        is_unset=bool(problems),
    )
    return filled, problems


def _unset(node: Node, path: Path, name: str) -> Problem:
    what = f"the environment has no variable {name!r}"
    return Problem(node.place, path, what, f"set it, or write ${{{name}:-default}}")


def _malformed(node: Node, path: Path, text: str) -> Problem:
    what = f"{text!r} names no variable"
    return Problem(
        node.place, path, what, "write ${NAME} or ${NAME:-default}; $${ is a plain ${"
    )
