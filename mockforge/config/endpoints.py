"""The endpoints of the settings: where each stands, its file, and what is wrong."""

from __future__ import annotations

from pathlib import Path as File

from mockforge.config.model import Config
from mockforge.config.values import Node, Path, Place, Problem, at, deepest
from mockforge.stubs.options import ResponseOptions

LARGEST = 16 << 20
"""Bytes of a file that is a body."""


def settle(config: Config, root: Node) -> list[Problem]:
    """Tell the endpoints of *config* where they stand in *root*, and read their files.

    Returns:
        What is wrong with them.
    """
    if not config.endpoints:
        return []
    problems = []
    for number, endpoint in enumerate(config.endpoints):
        path: Path = ("endpoints", number)
        endpoint.stands(str(deepest(root, path)[0].place))
        for each, response in enumerate(endpoint.given):
            inner: Path = ("responses", each) if endpoint.responses else ("response",)
            problems += _read(response, root, (*path, *inner, "body_file"))
    return [*problems, *_wrong(config, root)]


def _wrong(config: Config, root: Node) -> list[Problem]:
    # What answers by endpoints is imported where there are any.
    from mockforge.stubs.stub import read

    problems = []
    for each in read(config.endpoints)[1]:
        node, steps = deepest(root, each.where)
        place = node.place
        if each.is_key and steps == len(each.where):
            place = node.key_place or place
        problems.append(Problem(place, each.where[:steps], each.what, each.nearest))
    return problems


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
