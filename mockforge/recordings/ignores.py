"""What matching leaves out: JSONPaths, and names of query, header, form and part."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches
from fnmatch import translate

from mockforge.bodies import exactjson
from mockforge.bodies.exactjson import Repeated
from mockforge.options import Json

IGNORED = ...
"""Stands where an ignored item of a list was, so that the others keep their places."""

WAYS = "write $.field, $.items[*].id, query:name, header:name, form:name or part:name"

_STEP = re.compile(
    r"(?P<deep>\.\.)?(?:(?:(?(deep)|\.))(?P<name>[^\W\d][\w-]*|\*)"
    r"|\[(?:'(?P<single>[^'\\]*)'|\"(?P<double>[^\"\\]*)\"|(?P<index>-?\d+|\*))\])"
)
_FIELD = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")

Place = tuple[Json, str | int]
"""A dict or list, and where in it."""


@dataclass(frozen=True, slots=True)
class Names:
    """Names, and patterns of names with `*`."""

    exact: frozenset[str] = frozenset()
    globs: tuple[re.Pattern[str], ...] = ()

    @classmethod
    def of(cls, names: Iterable[str]) -> Names:
        """Return the names among *names* and the patterns, those with a `*`."""
        listed = list(names)
        globs = tuple(re.compile(translate(name)) for name in listed if "*" in name)
        return cls(frozenset(name for name in listed if "*" not in name), globs)

    def __bool__(self) -> bool:
        return bool(self.exact or self.globs)

    def __contains__(self, name: str) -> bool:
        return name in self.exact or any(glob.match(name) for glob in self.globs)


@dataclass(frozen=True, slots=True)
class Ignores:
    """What matching leaves out of a request."""

    query: Names = field(default_factory=Names)
    header: Names = field(default_factory=Names)
    """In lower case."""
    form: Names = field(default_factory=Names)
    part: Names = field(default_factory=Names)
    paths: tuple[JsonPath, ...] = ()

    @classmethod
    def of(cls, entries: Iterable[str]) -> Ignores:
        """Read the entries of a list of what to ignore.

        Raises:
            ValueError: If one cannot be read.
        """
        found: dict[str, list[str]] = {kind: [] for kind in (*_KINDS, "path")}
        for entry in entries:
            kind, text = read(entry)
            found[kind].append(text)
        names = {kind: Names.of(found[kind]) for kind in _KINDS}
        return cls(**names, paths=tuple(map(JsonPath, found["path"])))

    def removed(self, document: Json, text: str) -> Json:
        """Return *document*, read from *text*, less what is ignored; it is changed."""
        places = [p for path in self.paths for p in path.places(document, text)]
        for holder, key in places:
            if holder is None:
                return IGNORED
            if isinstance(holder, list):
                holder[int(key)] = IGNORED
            else:
                _drop(holder, str(key))
        return document


_KINDS = ("query", "header", "form", "part")


def read(entry: str) -> tuple[str, str]:
    """Return the kind of an entry, `path` for a JSONPath, and what it names.

    Raises:
        ValueError: If it cannot be read.
    """
    entry = entry.strip()
    if entry.startswith("$"):
        JsonPath(entry)
        return "path", entry
    if entry.startswith("?"):
        entry = f"query:{entry[1:]}"
    kind, colon, name = entry.partition(":")
    name = name.strip()
    if not colon:
        raise ValueError(f"{entry!r} does not say where it is; {WAYS}")
    if kind.lower() not in _KINDS:
        near = get_close_matches(kind.lower(), _KINDS, 1)
        hint = f"did you mean '{near[0]}:{name}'?" if near else WAYS
        raise ValueError(f"{kind!r} is no part of a request; {hint}")
    if not name:
        raise ValueError(f"{entry!r} names nothing; {WAYS}")
    if kind.lower() == "header":
        return "header", field_name(name).lower()
    return kind.lower(), name


def field_name(name: str) -> str:
    """Return *name* if it can be the name of a header field.

    Raises:
        ValueError: If it cannot.
    """
    if not _FIELD.fullmatch(name):
        near = re.sub(r"[^\w*-]+", "-", name.partition(":")[0].strip()).strip("-")
        raise ValueError(f"{name!r} is not the name of a header; write e.g. {near!r}")
    return name


class JsonPath:
    """A JSONPath (RFC 9535): names, indexes and wildcards here, the rest by library."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._steps = _steps(text)
        self._parts = None if self._steps is not None else _library(text)

    def places(self, document: Json, text: str) -> Iterator[Place]:
        """Yield where in *document*, which was read from *text*, the path leads."""
        if self._parts is not None:
            for parts in self._parts(text):
                yield _place(document, parts)
            return
        assert self._steps is not None
        places: list[Place] = [(None, 0)]
        for deep, key in self._steps:
            values = [_at(document, place) for place in places]
            if deep:
                values = [inner for value in values for inner in _all(value)]
            places = [place for value in values for place in _taken(value, key)]
        yield from places


def _steps(text: str) -> list[tuple[bool, str | int | None]] | None:
    """Return whether each step goes deep, and its name, index or None for all."""
    steps: list[tuple[bool, str | int | None]] = []
    at = 1
    while at < len(text):
        match = _STEP.match(text, at)
        if match is None:
            return None
        at = match.end()
        name = match["name"] or match["index"]
        key: str | int | None
        if name == "*":
            key = None
        elif match["index"]:
            key = int(match["index"])
        else:
            key = match["name"] or match["single"] or match["double"] or ""
        steps.append((bool(match["deep"]), key))
    return steps


def _library(text: str) -> Callable[[str], list[tuple[str | int, ...]]]:
    # Imported where it is needed: most paths are plain, and it costs 60 ms.
    import jsonpath

    try:
        path = jsonpath.compile(text)
    except jsonpath.JSONPathError as problem:
        cause = str(problem).splitlines()[0]
        raise ValueError(f"{text!r} is not a JSONPath: {cause}; {WAYS}") from None
    return lambda body: [tuple(match.parts) for match in path.finditer(body)]


def _at(document: Json, place: Place) -> Json:
    holder, key = place
    return document if holder is None else holder[key]


def _all(value: Json) -> Iterator[Json]:
    yield value
    if isinstance(value, dict):
        for _, member in exactjson.members_of(value):
            yield from _all(member)
    elif isinstance(value, list):
        for item in value:
            yield from _all(item)


def _taken(value: Json, key: str | int | None) -> Iterator[Place]:
    if isinstance(value, dict):
        if key is None:
            yield from ((value, name) for name in value)
        elif key in value:
            yield value, key
    elif isinstance(value, list):
        if key is None:
            yield from ((value, index) for index in range(len(value)))
        elif isinstance(key, int) and -len(value) <= key < len(value):
            yield value, key


def _place(document: Json, parts: tuple[str | int, ...]) -> Place:
    if not parts:
        return None, 0
    for part in parts[:-1]:
        document = document[part]
    return document, parts[-1]


def _drop(holder: dict[str, Json], name: str) -> None:
    holder.pop(name, None)
    if isinstance(holder, Repeated):
        holder.earlier = [member for member in holder.earlier if member[0] != name]
