"""Maps: objects whose names are data, looked at as the lists that they are.

`{"1.0.0": {…}, "1.1.0": {…}}` is a list of versions by another spelling. Looked at as
`[{"#key": "1.0.0", …}, …]`, all that is known of lists serves for them too. Of an
object with fields of its own beside names that are data, those names are a list within
it, called `#rest`. A whole body may be a map too, that of one kind of message.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
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

REST = "#rest"
"""The field of an object that holds its names that are data, with fields beside."""

Kind = tuple[str, bool]
"""A kind of message: its endpoint, and whether it is the answer."""

_NAME = re.compile(r"[A-Za-z_$@][\w-]*")
"""What fields are called; another name is data."""

_LEAST = 3
"""Objects that must be seen at a place, unless all of their names are data."""

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

    def is_map(self, values: Set[str]) -> bool:
        """Whether these are maps; *values* is what clients sent as values."""
        if len(self.sets) < 2 or len(self.kinds) != 1 or "list" in self.kinds:
            return False
        data = [name for name in self.names if _is_data(name, values)]
        if len(data) < len(self.names):
            if self.count < _LEAST or self.common:
                return False
            if len(data) < _DATA * len(self.names):
                return False
        return "object" not in self.kinds or self._are_alike()

    def fixed(self, values: Set[str]) -> frozenset[str]:
        """Return the fields of objects that are a map for the rest; none if not."""
        fixed = frozenset(n for n in self.common or () if not _is_data(n, values))
        rest = self.names - fixed
        if not fixed or self.count < _LEAST or len(self.sets) < 2 or not rest:
            return frozenset()
        are_data = all(_is_data(name, values) for name in rest)
        is_plain = self.kinds == {"scalar"}
        return fixed if are_data and is_plain else frozenset()

    def _are_alike(self) -> bool:
        every = frozenset().union(*self.inner)
        shares = [len(each) / len(every) for each in self.inner if every]
        return bool(shares) and sum(shares) / len(shares) >= _ALIKE


class Maps:
    """Where bodies have maps."""

    def __init__(
        self,
        places: Iterable[Place] = (),
        mixed: Mapping[Place, frozenset[str]] | None = None,
        whole: Iterable[Kind] = (),
    ) -> None:
        """Know where maps are.

        Args:
            places: Of maps, from the body on.
            mixed: Of objects with other fields beside, and which those are.
            whole: Messages whose body is a map.
        """
        self.places = frozenset(places)
        self.mixed = mixed or {}
        self.whole = frozenset(whole)

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
            for _, body in bodies:
                for place, value in _objects(found.opened(body)):
                    if place not in found.mixed:
                        seen.setdefault(place, _Seen()).add(value)
            new = {place for place, each in seen.items() if each.is_map(values)}
            mixed = {
                place: fixed
                for place, each in seen.items()
                if place not in new and (fixed := each.fixed(values))
            }
            outer = {place for place in (*new, *mixed) if not _is_within(place, new)}
            if not outer:
                break
            mixed = {place: mixed[place] for place in mixed if place in outer}
            found = cls(found.places | (new & outer), {**found.mixed, **mixed})
        return cls(found.places, found.mixed, found._whole(bodies, values))

    def _whole(
        self, bodies: Sequence[tuple[Kind, Json]], values: Set[str]
    ) -> Iterator[Kind]:
        """Yield the messages whose bodies have no other names than clients sent."""
        named = values | {
            text_of(value)
            for _, body in bodies
            for path, value in leaves(self.opened(body))
            if path[-1:] == (KEY,)
        }
        seen: dict[Kind, _Seen] = {}
        for kind, body in bodies:
            if isinstance(body, dict) and body:
                seen.setdefault(kind, _Seen()).add(body)
        for kind, each in seen.items():
            if each.names <= named and each.is_map(named):
                yield kind

    def has(self, place: Place) -> bool:
        """Whether a map may be at *place* of a message, its first step the body."""
        if place[-1] == REST:
            return place[1:-1] in self.mixed
        return place[1:] in self.places or (len(place) == 1 and bool(self.whole))

    def opened(self, value: Json, kind: Kind | None = None) -> Json:
        """Return a body with its maps as lists; the same object if it has none."""
        if kind in self.whole and isinstance(value, dict) and not _is_taken(value):
            return self._entries(value, ())
        return self._opened(value, ()) if self.places or self.mixed else value

    def closed(self, value: Json, kind: Kind | None = None) -> Json:
        """Return what `opened` gave, or was made like it, with maps again."""
        if kind in self.whole and _are_entries(value):
            return self._named(value, ())
        return self._closed(value, ()) if self.places or self.mixed else value

    def message(self, told: Mapping[str, Any], kind: Kind) -> Mapping[str, Any]:
        """Return a message with its body opened."""
        body = self.opened(told["body"], kind)
        return told if body is told["body"] else {**told, "body": body}

    def _opened(self, value: Json, place: Place) -> Json:
        if isinstance(value, list):
            items = [self._opened(each, (*place, "*")) for each in value]
            return items if _differ(items, value) else value
        if not isinstance(value, dict):
            return value
        if place in self.places and not _is_taken(value):
            return self._entries(value, place)
        made = {n: self._opened(each, (*place, n)) for n, each in value.items()}
        fixed = self.mixed.get(place)
        if fixed is not None and fixed <= value.keys() and REST not in value:
            rest = {n: each for n, each in value.items() if n not in fixed}
            if not _is_taken(rest):
                kept = {n: each for n, each in made.items() if n in fixed}
                return {**kept, REST: self._entries(rest, (*place, REST))}
        return made if _differ(made.values(), value.values()) else value

    def _entries(self, value: Mapping[str, Json], place: Place) -> list[Json]:
        return [
            {KEY: name, **opened}
            if isinstance(opened := self._opened(each, (*place, "*")), dict)
            else {KEY: name, VALUE: opened}
            for name, each in value.items()
        ]

    def _closed(self, value: Json, place: Place) -> Json:
        if isinstance(value, dict):
            if place in self.mixed and _are_entries(value.get(REST)):
                rest = self._named(value[REST], (*place, REST))
                value = {**{n: e for n, e in value.items() if n != REST}, **rest}
            return {n: self._closed(each, (*place, n)) for n, each in value.items()}
        if not isinstance(value, list):
            return value
        if place not in self.places or not _are_entries(value):
            return [self._closed(each, (*place, "*")) for each in value]
        return self._named(value, place)

    def _named(self, value: Json, place: Place) -> dict[str, Json]:
        out: dict[str, Json] = {}
        for item in value if isinstance(value, list) else ():
            each = self._closed(item, (*place, "*"))
            if isinstance(each, dict):
                rest = {name: one for name, one in each.items() if name != KEY}
                out[str(each[KEY])] = rest.get(VALUE) if VALUE in rest else rest
        return out


def _bodies(samples: Sequence[Sample]) -> Iterator[tuple[Kind, Json]]:
    for sample in samples:
        yield (sample.endpoint, False), sample.asked["body"]
        if sample.told is not None and int(sample.told["status"]) < 400:
            yield (sample.endpoint, True), sample.told["body"]


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


def _are_entries(value: Json) -> bool:
    return isinstance(value, list) and all(
        isinstance(each, dict) and KEY in each for each in value
    )


def _is_within(place: Place, outer: Set[Place]) -> bool:
    return any(place[:size] in outer for size in range(1, len(place)))


def _is_data(name: str, values: Set[str]) -> bool:
    return name in values or not _NAME.fullmatch(name)


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
