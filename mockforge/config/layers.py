"""Where settings come from, and which of them wins.

A flag wins over the environment, that over the file given by `--config`, that over
the nearest mockforge.yaml, that over the user's own file, that over the defaults.
"""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches
from pathlib import Path as File
from typing import Any

import platformdirs

from mockforge.config import keys
from mockforge.config.model import Config
from mockforge.config.providers import supplied
from mockforge.config.values import Node, Path, Place, Problem, at, merged

NAMES = ("mockforge.yaml", "mockforge.yml")
PREFIX = "MOCKFORGE_"
LARGEST = 32 << 20
"""Bytes of a file that are read; one of thousands of endpoints has some million."""

# A pair of them is one sign beyond the first 65,536, as programs write it in JSON.
_PAIR = re.compile(r"(?<!\\)((?:\\\\)*)(\\u[dD][89abAB]..\\u[dD][c-fC-F]..)")

# Shorter spellings of settings, and variables that are no settings.
_SHORT = {
    "LOG_LEVEL": ("log", "level"),
    "LOG_FORMAT": ("log", "format"),
    "UPSTREAM": ("proxy", "upstream"),
}
_ELSEWHERE = {"CONFIG", "DEBUG", "URL", "HOME", "ADMIN_TOKEN"}

# Files and directories named in a file are meant from where that file stands.
_FILES: tuple[Path, ...] = (
    ("db",),
    ("recordings", "dir"),
    ("proxy", "ca_dir"),
    ("proxy", "client_certs"),
    ("proxy", "upstream_ca"),
)


@dataclass(frozen=True, slots=True)
class Layers:
    """Everything that was written, overlaid, with the place of each value."""

    root: Node
    problems: list[Problem]
    files: list[File]
    """Those that were read, the one that wins first."""


def gather(
    given: str | File | None = None,
    *,
    environ: Mapping[str, str],
    flags: Mapping[str, tuple[Any, str]] | None = None,
    here: File | None = None,
) -> Layers:
    """Return every layer overlaid.

    Args:
        given: The file named by `--config`.
        environ: The environment.
        flags: Setting to (value, flag).
        here: The directory to look for mockforge.yaml from; the current one if None.
    """
    problems: list[Problem] = []
    files = sources(given, environ, here or File.cwd())
    root = Node({}, Place("default", kind="default"))
    for file in reversed(files):
        node, found = read(file, environ)
        problems += found
        root = merged(node, root)
    node, found = from_environment(environ)
    root = merged(from_flags(flags or {}), merged(node, root))
    return Layers(supplied(root, environ), problems + found, files)


def sources(
    given: str | File | None, environ: Mapping[str, str], here: File
) -> list[File]:
    """Return the files to read, the one that wins first."""
    found = []
    if given or environ.get(f"{PREFIX}CONFIG"):
        found.append(File(given or environ[f"{PREFIX}CONFIG"]))
    nearest = project_file(here)
    user = platformdirs.user_config_path("mockforge") / "config.yaml"
    found += [file for file in (nearest, user) if file is not None and file.is_file()]
    seen: dict[File, File] = {}
    for file in found:
        seen.setdefault(file.resolve(), file)
    return list(seen.values())


def project_file(here: File) -> File | None:
    """Return the nearest mockforge.yaml, from *here* up to the repository's root.

    Outside of a repository only *here* counts: what lies above is somebody else's.
    """
    above = [here, *here.parents]
    roots = [place for place in above if (place / ".git").exists()]
    for place in above[: above.index(roots[0]) + 1] if roots else [here]:
        for name in NAMES:
            if (place / name).is_file():
                return File(name) if place == File.cwd() else place / name
    return None


def read(file: File, environ: Mapping[str, str]) -> tuple[Node, list[Problem]]:
    """Return what *file* says, variables filled in, and what is wrong with it."""
    text, problems = text_of(file)
    if problems:
        return Node({}, Place(str(file), 1, 1)), problems
    return written(text, file, environ)


def written(
    text: str, file: File, environ: Mapping[str, str]
) -> tuple[Node, list[Problem]]:
    """Return what *text*, the content of *file*, says, and what is wrong with it."""
    # Imported here: where no file is, no YAML is read.
    from mockforge.config.document import parse
    from mockforge.config.expand import expand

    root, problems = parse(text, str(file))
    filled, unset = expand(root, environ)
    # A block that is refused anyway need not have its variables too.
    problems += [one for one in unset if not _may_be_unset(one.path)]
    return _from_here(filled, file), problems


def _may_be_unset(path: Path) -> bool:
    """Whether a variable at *path* that is not there is no mistake by itself."""
    # Without its key a model is not asked, or that is told where it is to be.
    is_key = path[-1] == "api_key" and path[0] in ("rag", "endpoints")
    return is_key or keys.is_later(path)


def text_of(file: File) -> tuple[str, list[Problem]]:
    """Return the text of *file*, or why it cannot be had."""
    place = Place(str(file), 1, 1)
    try:
        with file.open("rb") as opened:
            content = opened.read(LARGEST + 1)
    except OSError as failure:
        return "", [Problem(place, (), f"cannot be read: {failure.strerror}")]
    if len(content) > LARGEST:
        return "", [Problem(place, (), f"is larger than {LARGEST >> 20} MB")]
    try:
        return _plain(content.decode(_coding(content))), []
    except UnicodeDecodeError as failure:
        line = content.count(b"\n", 0, failure.start) + 1
        column = failure.start - content.rfind(b"\n", 0, failure.start)
        where = Place(str(file), line, column)
        return "", [Problem(where, (), "is not UTF-8 text from here")]


def _coding(content: bytes) -> str:
    # What some shells and editors of Windows write says so at its beginning.
    is_wide = content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    return "utf-16" if is_wide else "utf-8-sig"


def _plain(text: str) -> str:
    """Return *text* with pairs of surrogates as the signs they are, if it is JSON.

    YAML has no such pairs, and is all of JSON otherwise.
    """
    if not text.lstrip().startswith("{") or _PAIR.search(text) is None:
        return text
    try:
        json.loads(text)
        return _PAIR.sub(lambda pair: pair[1] + json.loads(f'"{pair[2]}"'), text)
    except ValueError:
        return text


def from_environment(environ: Mapping[str, str]) -> tuple[Node, list[Problem]]:
    """Return the settings in the environment, and variables that are none."""
    root = Node({}, Place("environment", kind="environment"))
    problems: list[Problem] = []
    for name in sorted(environ):
        rest = name.removeprefix(PREFIX)
        if rest == name or rest in _ELSEWHERE:
            continue
        path = _SHORT.get(rest) or tuple(part.lower() for part in rest.split("__"))
        place = Place(name, kind="environment")
        if keys.field_at(path) is None:
            problems += _unknown_variable(rest, path, place)
            continue
        node, found = _value(environ[name], place)
        problems += found
        root = merged(_nested(path, node), root)
    return root, problems


def from_flags(flags: Mapping[str, tuple[Any, str]]) -> Node:
    """Return the settings given as flags."""
    root = Node({}, Place("flags", kind="flag"))
    for key, (value, flag) in flags.items():
        path = tuple(key.split("."))
        root = merged(_nested(path, _node(value, Place(flag, kind="flag"))), root)
    return root


def _value(text: str, place: Place) -> tuple[Node, list[Problem]]:
    # Text is left as it is: the setting it is for knows whether `8080` is a number.
    if not text.lstrip().startswith(("[", "{")):
        return _node(text, place), []
    from mockforge.config.document import parse

    document, problems = parse(f"value: {text}", place.source)
    written = at(document, ("value",))
    if problems or written is None:
        nothing = replace(_node(None, place), is_unset=True)
        return nothing, [replace(one, place=place) for one in problems]
    return _placed(written, place), []


def _placed(node: Node, place: Place) -> Node:
    value = node.value
    if isinstance(value, dict):
        value = {name: _placed(item, place) for name, item in value.items()}
    elif isinstance(value, list):
        value = [_placed(item, place) for item in value]
    return replace(node, value=value, place=place, key_place=place)


def _node(value: Any, place: Place) -> Node:
    if isinstance(value, list):
        value = [_node(item, place) for item in value]
    elif isinstance(value, dict):
        value = {name: _node(item, place) for name, item in value.items()}
    return Node(value, place, key_place=place, text=str(value), is_plain=False)


def _nested(path: Path, node: Node) -> Node:
    for part in reversed(path):
        node = Node({str(part): node}, node.place, key_place=node.place)
    return node


def _unknown_variable(rest: str, path: Path, place: Place) -> list[Problem]:
    if "__" in rest:
        return [Problem(place, path, "unknown key", keys.nearest(path))]
    # Other programs name variables after a service called mockforge, as Kubernetes
    # does with MOCKFORGE_PORT; only what looks like a slip is taken for one.
    known = [*_SHORT, *(name.upper() for name in Config.model_fields)]
    near = get_close_matches(rest, known, n=1, cutoff=0.74)
    if not near:
        return []
    return [Problem(place, (), "unknown variable", f"did you mean {PREFIX}{near[0]}?")]


def _from_here(root: Node, file: File) -> Node:
    above = file.parent
    if above == File():
        return root
    for path in _FILES:
        found = at(root, path)
        if found is None or not isinstance(found.value, str) or "://" in found.value:
            continue
        moved = str(above / File(found.value).expanduser())
        root = merged(_nested_at(path, replace(found, value=moved), root), root)
    return root


def _nested_at(path: Path, node: Node, root: Node) -> Node:
    # As _nested, with the places of the blocks above kept.
    for length in range(len(path) - 1, -1, -1):
        above = at(root, path[:length])
        assert above is not None
        node = replace(above, value={str(path[length]): node})
    return node
