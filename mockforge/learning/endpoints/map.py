"""The endpoints of an API, and to which of them a request belongs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from mockforge.bodies.reading import unquoted
from mockforge.endpoint import Endpoint
from mockforge.http import Request
from mockforge.learning.endpoints import places
from mockforge.learning.endpoints.known import Known, Located, key_of
from mockforge.learning.endpoints.templates import Part, names_of, parts_of
from mockforge.learning.endpoints.trie import Place

VERSION = 1
"""Of what `to_json` tells."""

STEPS = 4096
"""Nodes that are looked at for one request, at most."""


@dataclass(slots=True)
class _Ends:
    """Endpoints of one URL and method, told apart by what else is asked."""

    known: list[Known] = field(default_factory=list)
    _places: list[Place] | None = None

    @property
    def places(self) -> list[Place]:
        """The places that name the operation, those of most requests first."""
        if self._places is None:
            self._places = _places(self.known)
        return self._places


@dataclass(slots=True)
class _Room:
    """What may follow in a template."""

    words: dict[str, _Room] = field(default_factory=dict)
    parameters: list[tuple[Part, _Room]] = field(default_factory=list)
    """The most special first."""
    ends: dict[str, _Ends] = field(default_factory=dict)
    """What ends here, by method; `*` for every method."""


class EndpointMap:
    """Endpoints, those that were declared before those that were inferred."""

    def __init__(self, known: Iterable[Known]) -> None:
        self._known = sorted(known, key=_order)
        self._keys = {one.key: one for one in self._known}
        self._rooms: dict[str | None, dict[bool, _Room]] = {}
        for one in self._known:
            rooms = self._rooms.setdefault(one.host, {})
            _place(rooms.setdefault(one.declared, _Room()), one)

    @classmethod
    def of(
        cls, endpoints: Iterable[Endpoint], inferred: EndpointMap | None = None
    ) -> EndpointMap:
        """Return the endpoints of a document, and beside them what was inferred.

        Args:
            endpoints: As declared; they win.
            inferred: What was learned; left out where it was asked of a declared one.
        """
        declared = [Known(endpoint, declared=True) for endpoint in endpoints]
        return cls(declared) if inferred is None else inferred.under(declared)

    def under(self, declared: Sequence[Known]) -> EndpointMap:
        """Return these endpoints below *declared* ones.

        What was inferred and is wholly one of those gives its counts to it.
        """
        told = EndpointMap(declared)
        found = {one.key: one for one in told.every}
        rest: list[Known] = []
        for one in self._known:
            home = told.home(one)
            if home is None:
                rest.append(one)
                continue
            renamed = replace(one, endpoint=home.endpoint, declared=True, host=None)
            renamed = replace(renamed, samples=_renamed(one, home))
            found[renamed.key] = _added(found.get(renamed.key), renamed)
        return EndpointMap([*found.values(), *rest])

    @property
    def every(self) -> Sequence[Known]:
        """All endpoints: by path, then by method."""
        return tuple(self._known)

    def get(self, key: str) -> Known | None:
        """Return the endpoint of *key*."""
        return self._keys.get(key)

    def located(self, request: Request) -> Located | None:
        """Return the endpoint of *request*, None if it is of none.

        An operation never seen at a URL whose operations are told apart has a key
        that is none of `every`.
        """
        host = request.authority
        for rooms in self._hosted(host):
            for declared in (True, False):
                if declared in rooms:
                    found = _find(rooms[declared], request.path, request.method)
                    if found is not None:
                        return _located(*found, request)
        return None

    def home(self, one: Known) -> Known | None:
        """Return the endpoint that all requests of *one* are of, if there is one."""
        path = "/".join(
            part.filled(("\0",) * len(part.names)) if part.text is None else part.text
            for part in parts_of(one.endpoint.template)
        )
        for rooms in self._hosted(one.host or ""):
            for room in rooms.values():
                found = _find(room, f"/{path}", one.endpoint.method or "GET")
                if found is not None:
                    return found[0].known[0]
        return None

    def to_json(self) -> dict[str, Any]:
        """Return this as a JSON document."""
        return {"version": VERSION, "endpoints": [one.to_json() for one in self._known]}

    @classmethod
    def from_json(cls, told: Mapping[str, Any]) -> EndpointMap:
        """Return what `to_json` told.

        Raises:
            ValueError: If it is of another version.
        """
        if told.get("version") != VERSION:
            raise ValueError(f"endpoints of version {told.get('version')!r}")
        return cls(Known.from_json(one) for one in told["endpoints"])

    def _hosted(self, host: str) -> Iterator[dict[bool, _Room]]:
        """Yield what to look in: the host's own, what is common, then the others."""
        own = host if host in self._rooms else None
        if own is not None:
            yield self._rooms[own]
        if None in self._rooms:
            yield self._rooms[None]
        if own is None:
            for other in sorted(name for name in self._rooms if name is not None):
                yield self._rooms[other]


def _order(one: Known) -> tuple[Any, ...]:
    discriminator = one.discriminator or ((), "")
    endpoint = one.endpoint
    path = endpoint.template.split("/")
    return (path, endpoint.method or "", discriminator, one.host or "")


def _place(room: _Room, one: Known) -> None:
    for part in parts_of(one.endpoint.template):
        if part.text is not None:
            room = room.words.setdefault(part.text, _Room())
            continue
        for known, inner in room.parameters:
            if known.rank == part.rank:
                room = inner
                break
        else:
            inner = _Room()
            room.parameters.append((part, inner))
            room.parameters.sort(key=lambda pair: pair[0].rank)
            room = inner
    room.ends.setdefault(one.endpoint.method or "*", _Ends()).known.append(one)


def _find(room: _Room, path: str, method: str) -> tuple[_Ends, list[str]] | None:
    """Return what ends where *path* leads, and the values on the way."""
    segments = [_decoded(part) for part in path.split("/")[1:]]
    slashes = len(segments)
    while segments and not segments[-1]:
        segments.pop()
    slashes -= len(segments)
    todo: list[tuple[_Room, int, tuple[str, ...]]] = [(room, 0, ())]
    for _ in range(STEPS):
        if not todo:
            return None
        room, at, values = todo.pop()
        if at == len(segments):
            known = room.ends.get(method) or room.ends.get("*")
            if known:
                return known, list(values)
            continue
        text = segments[at]
        if room.parameters:
            later = list(_taken(room, segments, at, slashes))
            todo += [(inner, past, (*values, *taken)) for inner, past, taken in later]
        if text in room.words:
            todo.append((room.words[text], at + 1, values))
    return None


def _taken(
    room: _Room, segments: list[str], at: int, slashes: int
) -> Iterator[tuple[_Room, int, tuple[str, ...]]]:
    """Yield what a parameter may take from *at* on, the best last."""
    for part, inner in reversed(room.parameters):
        if not part.span:
            taken = part.values(segments[at])
            if taken is not None:
                yield inner, at + 1, taken
            continue
        # The shortest name is tried first: what follows one is the more special.
        for past in range(len(segments), at, -1):
            text = "/".join(segments[at:past])
            if past == len(segments):
                text += "/" * slashes
            taken = part.values(text)
            if taken is not None:
                yield inner, past, taken


def _decoded(segment: str) -> str:
    return unquoted(segment.replace("+", "%2B")) if "%" in segment else segment


def _located(ends: _Ends, values: list[str], request: Request) -> Located:
    first = ends.known[0]
    endpoint = first.endpoint
    params = dict(zip(names_of(endpoint.template), values, strict=True))
    asked: dict[Place, str] | None = None
    for place in ends.places:
        asked = places.asked(request)[0] if asked is None else asked
        if place in asked:
            told = (place, asked[place])
            return Located(key_of(endpoint, told, first.host), endpoint, params)
    return Located(key_of(endpoint, None, first.host), endpoint, params)


def _places(ends: list[Known]) -> list[Place]:
    """Return the places that name the operation, those of most requests first."""
    counts: dict[Place, int] = {}
    for one in ends:
        if one.discriminator is not None:
            place = one.discriminator[0]
            counts[place] = counts.get(place, 0) + one.count
    return sorted(counts, key=lambda place: (-counts[place], place))


def _renamed(one: Known, home: Known) -> dict[str, tuple[str, ...]]:
    """Return the samples of *one* by the names that *home* has for its parameters."""
    here = names_of(one.endpoint.template)
    there = names_of(home.endpoint.template)
    if len(here) != len(there):
        return {}
    pairs = zip(there, here, strict=True)
    return {new: one.samples.get(old, ()) for new, old in pairs}


def _added(known: Known | None, more: Known) -> Known:
    if known is None:
        return more
    statuses = dict(known.statuses)
    for status, count in more.statuses.items():
        statuses[status] = statuses.get(status, 0) + count
    samples = dict(known.samples)
    for name, some in more.samples.items():
        samples[name] = tuple(dict.fromkeys([*samples.get(name, ()), *some]))
    return replace(
        known, count=known.count + more.count, statuses=statuses, samples=samples
    )
