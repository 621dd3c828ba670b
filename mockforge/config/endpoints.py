"""The endpoints of the settings: where each stands, its file, and what is wrong."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path as File
from typing import Any

from pydantic import ValidationError

from mockforge.config.model import Config
from mockforge.config.values import Node, Path, Place, Problem, at, deepest, plain
from mockforge.stubs.options import EndpointOptions, ResponseOptions

LARGEST = 16 << 20
"""Bytes of a file that is a body."""

TRIES = 20
"""Times that what is wrong is taken out of an endpoint, to read the rest of it."""


def settle(config: Config | None, root: Node) -> list[Problem]:
    """Tell the endpoints of *config* where they stand in *root*, and read their files.

    Args:
        config: None if anything is wrong: what can be read of endpoints is, so that
            all is told at once.
        root: What was written.

    Returns:
        What is wrong with them.
    """
    if config is not None:
        return _settled(dict(enumerate(config.endpoints)), root)
    whole, partly = _readable(root)
    problems = _settled(whole, root)
    for number, endpoint in partly.items():
        # What is left of it by itself: what is wrong may be why keys do not agree.
        problems += _settled({number: endpoint}, root, is_whole=False)
    return problems


def _settled(
    endpoints: Mapping[int, EndpointOptions], root: Node, *, is_whole: bool = True
) -> list[Problem]:
    if not endpoints:
        return []
    problems = []
    for number, endpoint in endpoints.items():
        path: Path = ("endpoints", number)
        endpoint.stands(str(deepest(root, path)[0].place))
        for each, response in enumerate(endpoint.given):
            inner: Path = ("responses", each) if endpoint.responses else ("response",)
            problems += _read(response, root, (*path, *inner, "body_file"))
    return [*problems, *_wrong(endpoints, root, is_whole=is_whole)]


def _readable(
    root: Node,
) -> tuple[dict[int, EndpointOptions], dict[int, EndpointOptions]]:
    """Return the endpoints that are written as such, by their number.

    Those that can be read whole, and those that can without what is wrong in them.
    """
    block = at(root, ("endpoints",))
    items = block.value if block is not None else None
    whole: dict[int, EndpointOptions] = {}
    partly: dict[int, EndpointOptions] = {}
    for number, item in enumerate(items if isinstance(items, list) else []):
        value = plain(item)
        for turn in range(TRIES):
            try:
                found = EndpointOptions.model_validate(value)
            except ValidationError as failure:
                if not _mended(value, failure):
                    break
            else:
                (partly if turn else whole)[number] = found
                break
    return whole, partly


def _mended(value: Any, failure: ValidationError) -> bool:
    """Take what *failure* names out of *value*; return whether anything was."""
    found = []
    for error in failure.errors(include_url=False):
        if error["loc"] == ("path",) and isinstance(value, dict):
            # Nothing that is read here depends on it.
            value["path"] = "/"
            found.append(({"path": None}, "path"))
        else:
            found += _holder(value, error["loc"])
    for holder, key in found:
        holder.pop(key, None)
    return bool(found)


def _holder(value: Any, loc: Path) -> list[tuple[dict[str, Any], str]]:
    """Return the innermost block of *value* on the way to *loc*, and the key in it."""
    found: list[tuple[dict[str, Any], str]] = []
    for part in loc:
        if isinstance(value, dict) and part in value:
            found, value = [(value, str(part))], value[part]
        elif isinstance(value, list) and isinstance(part, int) and part < len(value):
            value = value[part]
    return found


def _wrong(
    endpoints: Mapping[int, EndpointOptions], root: Node, *, is_whole: bool
) -> list[Problem]:
    # What answers by endpoints is imported where there are any.
    from mockforge.stubs.stub import read

    problems = []
    for each in read(list(endpoints.values()), list(endpoints))[1]:
        if each.is_between and not is_whole:
            continue
        node, steps = deepest(root, each.where)
        place = node.place
        what = each.what
        if each.is_key and steps == len(each.where):
            place = node.key_place or place
        elif each.at is not None:
            inner = _inside(node, *each.at)
            place = inner or place
            if inner is None:
                what = f"{what} (line {each.at[0]}, column {each.at[1]} of it)"
        problems.append(Problem(place, each.where[:steps], what, each.nearest))
    return problems


def _inside(node: Node, line: int, column: int) -> Place | None:
    """Return the place of a sign of the text at *node*; None if it cannot be told."""
    place, (start, end) = node.place, node.span
    quotes = 0 if node.is_plain else 2
    if line != 1 or not isinstance(node.value, str) or place.column is None:
        return None
    if end - start != len(node.value) + quotes or "\n" in node.value:
        return None
    return replace(place, column=place.column + column - 1 + quotes // 2)


def _read(response: ResponseOptions, root: Node, path: Path) -> list[Problem]:
    """Read the file that is the body of *response*, if one is."""
    node = at(root, path)
    if response.body_file is None or node is None:
        return []
    if node.place.kind != "file":
        told = "a body_file is named in a file, and lies beside it"
        return [Problem(node.place, path, told)]
    content = _content(response.body_file, node.place)
    if isinstance(content, bytes):
        response.reads(content)
        return []
    return [Problem(node.place, path, content[0], content[1])]


def _content(name: str, place: Place) -> bytes | tuple[str, str]:
    """Return the content of the file *name*, or what is wrong with it."""
    folder = File(place.source).parent.resolve()
    try:
        file = (folder / name).resolve()
        if not file.is_relative_to(folder):
            inside = "copy the file into the folder of the settings"
            return f"{name!r} is outside of the folder of the settings", inside
        with file.open("rb") as opened:
            content = opened.read(LARGEST + 1)
    except OSError as error:
        return f"{name!r} cannot be read: {error.strerror}", _beside(folder, name)
    except ValueError:
        return f"{name!r} is no name of a file", ""
    if len(content) > LARGEST:
        return f"{name!r} is larger than {LARGEST >> 20} MB", ""
    return content


def _beside(folder: File, name: str) -> str:
    from difflib import get_close_matches

    try:
        names = [each.name for each in folder.iterdir() if each.is_file()][:1000]
    except OSError:
        return ""
    near = get_close_matches(File(name).name, names, n=1, cutoff=0.6)
    return f"did you mean {near[0]!r}?" if near else ""
