"""Changing one setting in the text of a file; every other character stays."""

from __future__ import annotations

import io
import json
import os
import tempfile
from collections.abc import Callable
from pathlib import Path as File
from typing import Any

from ruamel.yaml import YAML

from mockforge.config.document import parse, resolve
from mockforge.config.values import Node, Path, Problem, at, deepest, dotted, plain
from mockforge.errors import ConfigError


def changed(text: str, path: Path, value: Any) -> str:
    """Return *text* with the setting at *path* set to *value*.

    A value that stands there is replaced where it stands; a new key goes to the end
    of the block it belongs to. Comments and layout stay.

    Raises:
        ConfigError: If *text* is no YAML, or something else stands where a block of
            *path* should be.
    """
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    body = text.removeprefix(mark)
    root, problems = parse(body, "mockforge.yaml")
    if problems:
        raise ConfigError("\n".join(map(str, problems)))
    wanted = _with(plain(root), path, value)
    for way in (_replaced, _inserted):
        new = way(body, root, path, value)
        if new is not None and _reads_as(new, wanted):
            return mark + new
    return mark + _rewritten(body, path, value)


def valid_change(
    text: str, path: Path, said: str, wrong: Callable[[str], list[Problem]]
) -> tuple[str, list[Problem]]:
    """Return *text* with the setting at *path* set to what *said* means.

    `1.10` is a number, unless the setting takes only a text.

    Args:
        text: The content of a file.
        path: The setting.
        said: The value as on a command line.
        wrong: Returns what is wrong with such a content.

    Returns:
        The new content, and what is wrong with it.
    """
    new = changed(text, path, value_of(said))
    problems = wrong(new)
    if problems and value_of(said) != said:
        as_text = changed(text, path, said)
        if not wrong(as_text):
            return as_text, []
    return new, problems


def value_of(text: str) -> Any:
    """Return the value that *text* means on a command line.

    It is read as YAML: `8080`, `true`, `[a, b]`; what is no YAML is a text.
    """
    if text.lstrip().startswith(("[", "{", '"', "'")):
        root, problems = parse(f"value: {text}", "VALUE")
        if not problems:
            return plain(root)["value"]
    return resolve(text)


def write(file: File, text: str) -> None:
    """Replace the content of *file* by *text*, whole or not at all.

    Raises:
        ConfigError: If it cannot be written.
    """
    try:
        # A link stays a link: what it leads to is replaced.
        target = file.resolve()
        mode = target.stat().st_mode & 0o777 if target.exists() else 0o644
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
        try:
            with os.fdopen(handle, "w", encoding="utf-8", newline="") as opened:
                opened.write(text)
            partial = File(name)
            partial.chmod(mode)
            partial.replace(target)
        except OSError:
            File(name).unlink(missing_ok=True)
            raise
    except OSError as failure:
        raise ConfigError(
            f"{str(file)!r} cannot be written: {failure.strerror}",
            next_step="check that the directory exists and is writable",
        ) from failure


def _replaced(text: str, root: Node, path: Path, value: Any) -> str | None:
    node = at(root, path)
    if node is None:
        return None
    start, end = node.span
    if isinstance(node.value, dict | list) and node.is_block:
        return None
    old = text[start:end]
    new = in_line(value, old)
    if not old.strip():
        # `port:` with nothing after it: the mark stands behind the colon.
        return f"{text[:start]} {new}{text[start:]}"
    lead = len(old) - len(old.lstrip())
    return text[: start + lead] + new + text[end:]


def _inserted(text: str, root: Node, path: Path, value: Any) -> str | None:
    above, steps = deepest(root, path[:-1])
    rest = path[steps:]
    if any(isinstance(part, int) for part in rest):
        return None
    if above.value is None and above.key_place is not None:
        return _below_its_name(text, above, rest, value)
    if not isinstance(above.value, dict):
        return None
    if not above.is_block:
        return _into_braces(text, above, rest, value)
    first = next(iter(above.value.values()), None)
    indent = 0
    if first is not None:
        assert first.key_place is not None
        assert first.key_place.column is not None
        indent = first.key_place.column - 1
    end = _line_end(text, _last(above)) if above.value else len(text)
    return _joined(text[:end], _lines(rest, value, indent), text[end:])


def _below_its_name(text: str, above: Node, rest: Path, value: Any) -> str:
    # `server:` with nothing, or only comments, below it.
    assert above.key_place is not None
    assert above.key_place.column is not None
    end = _line_end(text, above.span[0])
    lines = _lines(rest, value, above.key_place.column + 1)
    return _joined(text[:end], lines, text[end:])


def _into_braces(text: str, above: Node, rest: Path, value: Any) -> str:
    for part in reversed(rest[1:]):
        value = {part: value}
    end = above.span[1] - 1
    entry = f"{in_line(str(rest[0]))}: {in_line(value)}"
    before = text[:end].rstrip()
    comma = "" if before.endswith(("{", ",")) else ","
    space = "" if before.endswith("{") else " "
    return f"{before}{comma}{space}{entry}{text[len(before) :]}"


def _lines(rest: Path, value: Any, indent: int) -> str:
    lines = []
    for depth, part in enumerate(rest):
        margin = " " * (indent + 2 * depth)
        tail = f" {in_line(value)}" if depth == len(rest) - 1 else ""
        lines.append(f"{margin}{in_line(str(part))}:{tail}\n")
    return "".join(lines)


def _joined(before: str, lines: str, after: str) -> str:
    if "\r\n" in before:
        lines = lines.replace("\n", "\r\n")
    if before and not before.endswith("\n"):
        before += "\r\n" if "\r\n" in before else "\n"
    return before + lines + after


def _last(node: Node) -> int:
    """Return where the last character of *node* stands, blank lines not counted."""
    if isinstance(node.value, dict) and node.is_block and node.value:
        return max(_last(item) for item in node.value.values())
    if isinstance(node.value, list) and node.is_block and node.value:
        return max(_last(item) for item in node.value)
    return node.span[1]


def _line_end(text: str, index: int) -> int:
    # A block scalar's mark may already be at the beginning of the next line.
    if index and text[index - 1 : index] == "\n":
        return index
    found = text.find("\n", index)
    return len(text) if found < 0 else found + 1


def in_line(value: Any, old: str = "") -> str:
    """Return *value* as YAML in one line, in the quotes that *old* had."""
    if not isinstance(value, str):
        # JSON is YAML; `null` and `true` are spelled alike.
        return json.dumps(value, ensure_ascii=False)
    if old.strip().startswith("'") and value.isprintable():
        return "'" + value.replace("'", "''") + "'"
    if old.strip().startswith('"') or not _stands_alone(value):
        return json.dumps(value, ensure_ascii=False)
    return value


def _stands_alone(text: str) -> bool:
    root, problems = parse(f"a: {text}", "")
    flow, more = parse(f"a: [{text}]", "")
    if problems or more:
        return False
    return bool(plain(root) == {"a": text} and plain(flow) == {"a": [text]})


def _with(values: Any, path: Path, value: Any) -> Any:
    if not path:
        return value
    first, rest = path[0], path[1:]
    if isinstance(values, dict):
        return values | {str(first): _with(values.get(str(first)), rest, value)}
    if isinstance(values, list) and isinstance(first, int) and first < len(values):
        items = [*values]
        items[first] = _with(items[first], rest, value)
        return items
    if values is None and isinstance(first, str):
        return {first: _with(None, rest, value)}
    raise ConfigError(
        f"{dotted((first,))!r} has no place below a value that is no block"
    )


def _reads_as(text: str, wanted: Any) -> bool:
    root, problems = parse(text, "mockforge.yaml")
    return not problems and bool(plain(root) == wanted)


def _rewritten(text: str, path: Path, value: Any) -> str:
    """Return *text* changed by a round trip, which keeps comments, not every space."""
    yaml = YAML()
    yaml.preserve_quotes = True
    yaml.width = 4096
    yaml.indent(mapping=2, sequence=4, offset=2)
    root = yaml.load(text)
    root = {} if root is None else root
    inner = root
    for part in path[:-1]:
        if isinstance(inner, dict) and inner.get(part) is None:
            inner[part] = {}
        inner = inner[part]
    inner[path[-1]] = value
    out = io.StringIO()
    yaml.dump(root, out)
    return out.getvalue()
