"""Maps: objects whose names are data, looked at as the lists that they are.

`{"1.0.0": {…}, "1.1.0": {…}}` is a list of versions by another spelling. Looked at as
`[{"#key": "1.0.0", …}, …]`, all that is known of lists serves for them too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from mockforge.bodies.document import leaves, text_of
from mockforge.learning.sample import Sample
from mockforge.options import Json
from mockforge.sources.rebound.places import Place

KEY = "#key"
"""The field of an item that holds its name in the map."""

VALUE = "#value"
"""The field of an item that holds its value, where that is no object."""

_NAME = re.compile(r"[A-Za-z_$@][\w-]*")
"""What fields are called; another name is data."""

_LEAST = 3
"""Objects that must be seen at a place."""

_MOST = 200
_SAMPLES = 2_000
_LEVELS = 3
"""Maps within maps that are looked for."""

_DATA = 1 / 3
"""The share of names that must be data for sure."""

_ALIKE = 0.5


@dataclass(slots=True)
class _Seen:
    """The objects at one place."""

    count: int = 0
    names: set[str] = field(default_factory=set)
    sets: set[frozenset[str]] = field(default_factory=set)
    common: set[str] | None = None
    inner: list[frozenset[str]] = field(default_factory=list)
    kinds: set[str] = field(default_factory=set)

    def add(self, value: Mapping[str, Json]) -> None:
        if self.count >= _MOST:
            return
        self.count += 1
        names = frozenset(value)
        self.names |= names
        self.sets.add(names)
        self.common = set(names) if self.common is None else self.common & names
        for each in value.values():
            self.kinds.add(_kind(each))
            if isinstance(each, dict):
                self.inner.append(frozenset(each))

    def is_map(self, values: set[str]) -> bool:
        """Whether these are maps; *values* is what clients sent as values."""
        if self.count < _LEAST or len(self.sets) < 2 or self.common:
            return False
        if len(self.kinds) != 1 or "list" in self.kinds:
            return False
        data = [n for n in self.names if n in values or not _NAME.fullmatch(n)]
        if len(data) < _DATA * len(self.names):
            return False
        return "object" not in self.kinds or self._are_alike()

    def _are_alike(self) -> bool:
        every = frozenset().union(*self.inner)
        shares = [len(each) / len(every) for each in self.inner if every]
        return bool(shares) and sum(shares) / len(shares) >= _ALIKE


class Maps:
    """Where bodies have maps."""

    def __init__(self, places: Iterable[Place] = ()) -> None:
        """Know of *places*, from the body on."""
        self.places = frozenset(places)

    @classmethod
    def of(cls, samples: Sequence[Sample]) -> Maps:
        """Return where the bodies of *samples* have maps."""
        bodies = list(_bodies(samples[:_SAMPLES]))
        values = {
            text_of(value)
            for sample in samples[:_SAMPLES]
            for part in ("path", "query", "body")
            for _, value in leaves(sample.asked[part])
        }
        found = cls()
        for _ in range(_LEVELS):
            seen: dict[Place, _Seen] = {}
            for body in bodies:
                for place, value in _objects(found.opened(body)):
                    seen.setdefault(place, _Seen()).add(value)
            new = {place for place, each in seen.items() if each.is_map(values)}
            outer = {
                place
                for place in new
                if not any(place[:n] in new for n in range(1, len(place)))
            }
            if not outer:
                break
            found = cls(found.places | outer)
        return found

    def has(self, place: Place) -> bool:
        """Whether a map is at *place*, the first step of which is the body."""
        return place[1:] in self.places

    def opened(self, value: Json) -> Json:
        """Return a body with its maps as lists; the same object if it has none."""
        return self._opened(value, ()) if self.places else value

    def closed(self, value: Json) -> Json:
        """Return what `opened` gave, or was made like it, with maps again."""
        return self._closed(value, ()) if self.places else value

    def message(self, told: Mapping[str, Any]) -> Mapping[str, Any]:
        """Return a message with its body opened."""
        body = self.opened(told["body"])
        return told if body is told["body"] else {**told, "body": body}

    def _opened(self, value: Json, place: Place) -> Json:
        if isinstance(value, list):
            items = [self._opened(each, (*place, "*")) for each in value]
            return items if _differ(items, value) else value
        if not isinstance(value, dict):
            return value
        if place in self.places and not _is_taken(value):
            inner = (*place, "*")
            return [
                {KEY: name, **opened}
                if isinstance(opened := self._opened(each, inner), dict)
                else {KEY: name, VALUE: opened}
                for name, each in value.items()
            ]
        made = {n: self._opened(each, (*place, n)) for n, each in value.items()}
        return made if _differ(made.values(), value.values()) else value

    def _closed(self, value: Json, place: Place) -> Json:
        if isinstance(value, dict):
            return {n: self._closed(each, (*place, n)) for n, each in value.items()}
        if not isinstance(value, list):
            return value
        items = [self._closed(each, (*place, "*")) for each in value]
        if place not in self.places or not all(_is_entry(each) for each in items):
            return items
        out: dict[str, Json] = {}
        for each in items:
            if isinstance(each, dict):
                rest = {name: one for name, one in each.items() if name != KEY}
                out[str(each[KEY])] = rest.get(VALUE) if VALUE in rest else rest
        return out


def _bodies(samples: Sequence[Sample]) -> Iterator[Json]:
    for sample in samples:
        yield sample.asked["body"]
        if sample.told is not None and int(sample.told["status"]) < 400:
            yield sample.told["body"]


def _objects(body: Json) -> Iterator[tuple[Place, Mapping[str, Json]]]:
    """Yield the objects within *body*, itself left out."""
    todo: list[tuple[Place, Json]] = [((), body)]
    while todo:
        place, value = todo.pop()
        if isinstance(value, dict):
            if place and place[-1] != "*" and value:
                yield place, value
            todo += [((*place, name), each) for name, each in value.items()]
        elif isinstance(value, list):
            todo += [((*place, "*"), each) for each in value]


def _is_entry(value: Json) -> bool:
    return isinstance(value, dict) and KEY in value


def _is_taken(value: Mapping[str, Json]) -> bool:
    """Whether entries have fields called as those that are put into them."""
    return any(
        isinstance(each, dict) and (KEY in each or VALUE in each)
        for each in value.values()
    )


def _kind(value: Json) -> str:
    if isinstance(value, dict):
        return "object"
    return "list" if isinstance(value, list) else "scalar"


def _differ(made: Iterable[Json], old: Iterable[Json]) -> bool:
    return any(one is not other for one, other in zip(made, old, strict=True))
