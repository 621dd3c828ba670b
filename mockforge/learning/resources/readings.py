"""Exchanges as resources look at them: sources in requests, objects in answers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from mockforge.bodies.document import Path, Scalar, general, text_of
from mockforge.http import Headers, first
from mockforge.learning.sample import Sample
from mockforge.options import Json

MOST_SOURCES = 400
MOST_OBJECTS = 400
DEEPEST = 8

Record = dict[str, Json]
Sources = dict[Path, Json]
"""What of a request or of an entity a value may come from, by its path."""


@dataclass(slots=True)
class Reading:
    """An exchange that was read."""

    index: int
    """Its place in time among all."""
    number: int
    """The number of the exchange."""
    sample: Sample
    sources: Sources
    body: Json
    """Of the answer; an element of XML that is not repeated is no list."""
    key: str
    method: str
    status: int
    objects: list[tuple[Path, Path, Record]] = field(default_factory=list)
    """Every object in the answer: its general path, its path, and what it holds."""

    @property
    def is_ok(self) -> bool:
        """Whether it was answered with success."""
        return 200 <= self.status < 300

    @property
    def is_safe(self) -> bool:
        """Whether the method says that nothing is changed, or that it is a query.

        A query of GraphQL has no side effects (its specification, 6.2.1).
        """
        is_query = "[graphql=query " in self.key
        return is_query or self.method in ("GET", "HEAD", "OPTIONS")


def readings(samples: list[Sample]) -> list[Reading]:
    """Read *samples* in the order of time; those without an answer are left out."""
    known = [
        (number_of(each, at), each)
        for at, each in enumerate(samples)
        if each.told is not None and each.endpoint
    ]
    known.sort(key=lambda one: (one[1].started, one[0]))
    repeated = repetitions([each for _, each in known])
    return [
        _reading(index, number, each, repeated.get(each.endpoint, frozenset()))
        for index, (number, each) in enumerate(known)
    ]


def number_of(sample: Sample, at: int) -> int:
    """Return the number of an exchange; one that has none is known by its place."""
    return -1 - at if sample.exchange.id is None else sample.exchange.id


def _reading(
    index: int, number: int, sample: Sample, repeated: frozenset[Path]
) -> Reading:
    assert sample.told is not None
    assert sample.exchange.response is not None
    body = plain(
        sample.told["body"], is_xml(sample.exchange.response.headers), repeated
    )
    reading = Reading(
        index,
        number,
        sample,
        sources_of(sample.asked, sample.params, sample.exchange.request.headers),
        body,
        sample.endpoint,
        sample.exchange.request.method,
        sample.status or 0,
    )
    reading.objects = list(objects(body))
    return reading


def repetitions(samples: list[Sample]) -> dict[str, frozenset[Path]]:
    """Return by endpoint which elements of XML answers are ever repeated."""
    found: dict[str, set[Path]] = {}
    for sample in samples:
        response = sample.exchange.response
        if response is None or not is_xml(response.headers) or sample.told is None:
            continue
        into = found.setdefault(sample.endpoint, set())
        for path, value in _lists(sample.told["body"], ()):
            if len(value) > 1:
                into.add(path)
    return {key: frozenset(paths) for key, paths in found.items()}


def _lists(value: Json, path: Path) -> Iterator[tuple[Path, list[Json]]]:
    if len(path) > 2 * DEEPEST:
        return
    if isinstance(value, dict):
        for name, each in value.items():
            yield from _lists(each, (*path, name))
    elif isinstance(value, list):
        names = tuple(step for step in path if step != "*")
        yield names, value
        for each in value[:50]:
            yield from _lists(each, (*path, "*"))


def is_xml(headers: Headers) -> bool:
    """Whether a body with *headers* is XML."""
    media = (first(headers, "content-type") or "").partition(";")[0].strip().lower()
    return media in ("application/xml", "text/xml") or media.endswith("+xml")


def plain(value: Json, xml: bool, repeated: frozenset[Path] = frozenset()) -> Json:
    """Return *value* with no list round what is never repeated, if it is *xml*."""
    return _plain(value, repeated, ()) if xml else value


def _plain(value: Json, repeated: frozenset[Path], path: Path) -> Json:
    if not isinstance(value, dict):
        return value
    found = {}
    for name, each in value.items():
        here = (*path, name)
        if not isinstance(each, list):
            found[name] = _plain(each, repeated, here)
            continue
        items = [_plain(item, repeated, here) for item in each]
        found[name] = items if here in repeated or len(items) > 1 else items[0]
    return found


def dressed(value: Json, xml: bool) -> Json:
    """Return what `plain` made of *value* in the shape it had before."""
    if not xml or not isinstance(value, dict):
        return value
    return {name: _dressed(each) for name, each in value.items()}


def _dressed(value: Json) -> Json:
    if not isinstance(value, dict):
        return "" if value is None or value == [] else value
    found: dict[str, Json] = {}
    for name, each in value.items():
        if name.startswith("@") or name == "#text":
            found[name] = each
        elif isinstance(each, list):
            if each:
                found[name] = [_dressed(item) for item in each]
        else:
            found[name] = [_dressed(each)]
    return found or ""


def sources_of(
    asked: Mapping[str, Any], params: Mapping[str, str], headers: Headers
) -> Sources:
    """Return what a request holds: parameters, query, and everything in its body."""
    found: Sources = {("param", name): value for name, value in params.items()}
    for name, value in asked["query"].items():
        found["query", name] = value
    body = plain(asked["body"], is_xml(headers))
    if isinstance(body, dict | list):
        for path, value in trees(body):
            found["body", *path] = value
    elif body is not None:
        found["body",] = body
    return found


def trees(value: Json, path: Path = ()) -> Iterator[tuple[Path, Json]]:
    """Yield everything below *value*, objects and lists too, up to a bound."""
    todo: list[tuple[Path, Json]] = [(path, value)]
    given = 0
    while todo and given < MOST_SOURCES:
        where, one = todo.pop()
        if where != path:
            given += 1
            yield where, one
        if len(where) - len(path) >= DEEPEST:
            continue
        if isinstance(one, dict):
            todo += reversed([((*where, str(k)), each) for k, each in one.items()])
        elif isinstance(one, list):
            todo += reversed([((*where, n), each) for n, each in enumerate(one)])


def objects(body: Json) -> Iterator[tuple[Path, Path, Record]]:
    """Yield every object in *body*, the outermost first, up to a bound."""
    level: list[tuple[Path, Json]] = [((), body)]
    given = 0
    for _ in range(DEEPEST):
        below: list[tuple[Path, Json]] = []
        for path, value in level:
            if given >= MOST_OBJECTS:
                return
            if isinstance(value, dict):
                given += 1
                yield general(path), path, value
                below += [((*path, str(name)), each) for name, each in value.items()]
            elif isinstance(value, list):
                below += [((*path, n), each) for n, each in enumerate(value)]
        level = below


def flat(
    record: Json, deepest: int = 4, *, wholes: frozenset[Path] = frozenset()
) -> dict[Path, Json]:
    """Return the fields of *record* by their path; lists and *wholes* are values."""
    found: dict[Path, Json] = {}
    todo: list[tuple[Path, Json]] = [((), record)]
    while todo:
        path, value = todo.pop()
        is_open = isinstance(value, dict) and value and len(path) < deepest
        if is_open and path not in wholes:
            todo += reversed([((*path, str(k)), each) for k, each in value.items()])
        elif path:
            found[path] = value
    return found


def is_scalar(value: Json) -> bool:
    """Whether *value* holds nothing else."""
    return not isinstance(value, dict | list)


def is_name(value: Json) -> bool:
    """Whether *value* could be an id."""
    if isinstance(value, bool) or value is None or isinstance(value, float):
        return False
    return isinstance(value, int) or (isinstance(value, str) and 0 < len(value) < 300)


def text(value: Json) -> str:
    """Return a scalar as text; anything else as nothing."""
    scalar: Scalar = value if is_scalar(value) else ""
    return text_of(scalar)


def same(one: Json, other: Json) -> bool:
    """Whether two values are the same, be one of them written as text."""
    if type(one) is type(other):
        return bool(one == other)
    if is_scalar(one) and is_scalar(other):
        if one is None or other is None:
            return False
        return text_of(one) == text_of(other)
    return False


def alike(one: Path, other: Path) -> bool:
    """Whether two paths end in the same name, however it is written."""
    if not one or not other:
        return False
    return _bare(one[-1]) == _bare(other[-1])


def _bare(name: str | int) -> str:
    return "".join(each for each in str(name).lower() if each.isalnum())
