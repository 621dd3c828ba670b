"""Joins: what an object tells of another thing by that thing's id.

A line of a cart holds the id of a product, and beside it the product's name and price,
as an answer about products told them. For another id they are looked up there again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from mockforge.bodies.document import text_of
from mockforge.options import Json
from mockforge.sources.rebound.arithmetic import records_of

Names = frozenset[str]

_LONGEST = 200
_KEPT = 20_000
"""Values by which things are found."""


@dataclass(frozen=True, slots=True)
class Join:
    """Where a field of an object is looked up."""

    key: str
    """The field that names the other thing."""
    field: str
    there: str
    """The field by which the other thing is found."""
    names: Names
    """The fields of the other thing."""


class Things:
    """Objects that were told, the latest by each of their values."""

    def __init__(self, older: Things | None = None) -> None:
        """Know of none, but for what *older* knows."""
        self._older = older
        self._known: dict[str, dict[tuple[str, Names], Mapping[str, Json]]] = {}

    def add(self, body: Json) -> None:
        """Take note of the objects in *body*."""
        for record in records_of(body):
            names = frozenset(record)
            for name, value in record.items():
                if _is_name(name, value) and len(self._known) < _KEPT:
                    self._known.setdefault(text_of(value), {})[name, names] = record

    def find(self, names: Names, name: str, text: str) -> Mapping[str, Json] | None:
        """Return the latest object with *names* that has *text* at *name*."""
        found = self._known.get(text, {}).get((name, names))
        if found is None and self._older is not None:
            return self._older.find(names, name, text)
        return found

    def meant(self, name: str, text: str) -> list[tuple[str, Names]]:
        """Return what may be meant by *text* at the field *name*, and where it is."""
        known = self._known.get(text, {})
        return [(there, names) for there, names in known if _may_mean(name, there)]


class Joins:
    """The joins of a recording, by the fields of the objects that have them."""

    def __init__(self, bodies: Iterable[Json]) -> None:
        """Learn from *bodies*, in the order they were told."""
        self.things = Things()
        """All that was told in the recording."""
        self._right: dict[tuple[Names, Join], set[tuple[str, str]]] = {}
        self._wrong: set[tuple[Names, Join]] = set()
        for body in bodies:
            for record in records_of(body):
                self._look(record)
            self.things.add(body)
        self.of: dict[Names, list[Join]] = {}
        for (names, join), pairs in sorted(self._right.items(), key=str):
            apart = len({key for key, _ in pairs}), len({value for _, value in pairs})
            if (names, join) not in self._wrong and min(apart) > 1:
                self.of.setdefault(names, []).append(join)
        for names, joins in self.of.items():
            found = {join.field for join in joins if join.key not in _fields(joins)}
            self.of[names] = [
                join
                for join in joins
                if join.key not in _fields(joins) or join.field not in found
            ]

    def applied(self, value: Json, things: Things, depth: int = 0) -> Json:
        """Return *value* with what its objects tell of other things looked up."""
        if not self.of or depth > 12:
            return value
        if isinstance(value, list):
            return [self.applied(each, things, depth + 1) for each in value]
        if not isinstance(value, dict):
            return value
        made = {n: self.applied(each, things, depth + 1) for n, each in value.items()}
        for join in self.of.get(frozenset(made), ()):
            text = text_of(made[join.key])
            found = things.find(join.names, join.there, text)
            if found is not None:
                made[join.field] = found[join.field]
        return made

    def _look(self, record: Mapping[str, Json]) -> None:
        names = frozenset(record)
        for key, value in record.items():
            if not _is_name(key, value):
                continue
            text = text_of(value)
            for there, others in self.things.meant(key, text):
                found = self.things.find(others, there, text)
                if found is None or _is_same_kind(names, others):
                    continue
                for field in sorted((names & others) - {key}):
                    told, known = record[field], found[field]
                    if isinstance(told, dict | list | bool | None):
                        continue
                    join = Join(key, field, there, others)
                    if told == known:
                        pairs = self._right.setdefault((names, join), set())
                        pairs.add((text, text_of(told)))
                    else:
                        self._wrong.add((names, join))


def _is_name(name: str, value: Json) -> bool:
    if isinstance(value, bool | float) or not isinstance(value, str | int):
        return False
    looks = name.lower().endswith(
        ("id", "key", "code", "sku", "slug", "number", "name")
    )
    return looks and 0 < len(text_of(value)) < _LONGEST


def _is_same_kind(one: Names, other: Names) -> bool:
    """Whether both are rather views of one thing than things that know each other."""
    return len(one & other) * 2 > min(len(one), len(other))


def _fields(joins: Iterable[Join]) -> set[str]:
    return {join.field for join in joins}


def _may_mean(name: str, there: str) -> bool:
    """Whether a field *name* may hold what another thing has at *there*."""
    a, b = name.lower(), there.lower()
    return a == b or (b in ("id", "key", "code", "slug", "sku") and a.endswith(b))
