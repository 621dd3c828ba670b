"""Belonging: of which thing each value of an answer is, wherever it is read.

A thing is known by where things of its kind are, and its id: `/orders/7` alone is the
item with the id 7 in what `/orders` lists. Ids that no two things have, as UUIDs,
tell it wherever it stands.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mockforge.options import Json
from mockforge.stages.drift.fields import ALONE, CARRIED, known_by, marked, marks_of
from mockforge.stubs.paths import NAMED

if TYPE_CHECKING:
    from mockforge.stages.drift.drift import Drift
    from mockforge.stages.drift.fields import Place
    from mockforge.stages.drift.turn import Rule
    from mockforge.stubs.asked import Asked
    from mockforge.stubs.paths import Segment
    from mockforge.stubs.stub import Stub

SAFE = ("GET", "HEAD", "OPTIONS", "TRACE", "QUERY")

_WRAPPING = frozenset(
    [
        *("attributes", "body", "content", "data", "payload", "response", "result"),
        *("value", "_source"),
    ]
)
"""What answers have a thing in."""

_LISTING = _WRAPPING | frozenset(
    [
        *("all", "collection", "docs", "documents", "edges", "elements", "entities"),
        *("entries", "entry", "hits", "items", "list", "member", "members", "models"),
        *("nodes", "objects", "page", "records", "resources", "results", "rows"),
        *("values", "_embedded", "hydra:member"),
    ]
)
"""What answers have the list of all things in."""


@dataclass(frozen=True, slots=True)
class Belonging:
    """What tells the things of one answer apart."""

    thing: str
    """That the document itself is, or is of."""
    place: str
    """Where the items of its lists are known to be; nothing if they are parts of it."""
    within: str = ""
    """The key in the document at which the thing is, `.data`."""
    is_list: bool = False
    """Whether the document lists what is at that place."""

    def of(self, place: Place, rule: Rule) -> tuple[str, str]:
        """Return the thing that the value at *place* is of, and its key there."""
        if not self.place or not place.items:
            key = place.key
            if self.within and key.startswith(f"{self.within}."):
                key = key[len(self.within) :]
            return self.thing, f"{key}|{rule.mark}"
        where, is_list = self.place, self.is_list
        for way, mark in place.items:
            where = _within(_below(where, way, is_list=is_list), mark)
            is_list = False
        first, dot, rest = place.inner.removeprefix(".").partition(".")
        key = f".{rest}" if dot and first in CARRIED else place.inner
        return where, f"{key}|{rule.mark}"


def belonging(
    drift: Drift, stub: Stub, asked: Asked, params: Mapping[str, str], value: Json
) -> Belonging:
    """Return what tells the things of an answer apart.

    Args:
        drift: How it moves.
        stub: The endpoint.
        asked: The request.
        params: Of its path.
        value: The document.
    """
    if drift.resource is not None:
        named = {**asked.query, **params}
        known = [named.get(name) for name in drift.resource]
        return Belonging(json.dumps([stub.name, known], default=str), "")
    request = asked.request
    if request.method not in SAFE:
        # What is asked for is in the body; what is made anew is another each time.
        body = hashlib.blake2b(request.body, digest_size=12).hexdigest()
        thing = [request.method, _query(asked, params), body, known_by(value)]
        return Belonging(json.dumps([stub.name, *thing], default=str), "")
    last = stub.path.segments[-1] if stub.path.segments else None
    if stub.path.rest is None and last is not None and last.kind == NAMED:
        above = _address(stub.path.segments[:-1], asked.segments[:-1])
        return _single(above, asked.segments[-1], value)
    thing = [_query(asked, params)]
    where = _address(stub.path.segments, asked.segments)
    return Belonging(json.dumps(thing, default=str), where, is_list=True)


def _address(written: Sequence[Segment], segments: Sequence[str]) -> str:
    """Return where the path of *segments* leads, things in it by their marks."""
    where = ""
    for number, name in enumerate(segments):
        if number >= len(written) or written[number].kind != NAMED:
            where = f"{where}/{name}"
        else:
            where = _within(where, marked(name))
    return where


def _within(where: str, mark: str) -> str:
    """Return where the thing is that is known by *mark*, of those at *where*."""
    if mark.startswith(ALONE):
        where = f"/{where.rpartition('/')[2]}"
    return f"{where}/{mark}"


def _single(above: str, name: str, value: Json) -> Belonging:
    """Return what tells the thing apart that is called *name* where things are."""
    within, inner = "", value
    while isinstance(inner, dict):
        wrapping = [
            key
            for key, each in inner.items()
            if isinstance(each, dict) and _wraps(key, above, _WRAPPING)
        ]
        if len(wrapping) != 1 or marks_of(inner):
            break
        within, inner = f"{within}.{wrapping[0]}", inner[wrapping[0]]
    marks = marks_of(inner) if isinstance(inner, dict) else []
    if name not in marks:
        # It speaks of another thing, or of none; the path says which is meant.
        within, marks = "", [name]
    thing = _within(above, marked(marks[0]))
    return Belonging(thing, thing, within)


def _query(asked: Asked, params: Mapping[str, str]) -> Json:
    """Return path and query; the path alone says it where it has parameters."""
    return [asked.path, [] if params else sorted(asked.query.items())]


def _below(where: str, way: str, *, is_list: bool) -> str:
    """Return where the items of the list are that *way* leads to, from *where*."""
    names = [name for name in way.split(".") if name]
    known = _LISTING if is_list else _WRAPPING
    while names and _wraps(names[0], where if is_list else "", known):
        del names[0]
    return "/".join([where, *names])


def _wraps(name: str, where: str, known: frozenset[str]) -> bool:
    """Whether what is called *name* is nothing but what is at *where*."""
    if name.lower() in known:
        return True
    word = where.rpartition("/")[2].lower()
    one = name.lower()
    return bool(word) and word in (one, f"{one}s", f"{one}es", f"{one[:-1]}ies")
