"""Arithmetic: numbers of a document that follow from others in it.

What a line costs is its price times its quantity, what a cart costs is the sum of its
lines. A rule is learned of objects with the same fields, wherever they are told, and
only if it holds for all of them and they could have shown it wrong.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import combinations, islice
from typing import Any

from mockforge.options import Json

Names = frozenset[str]

_SAMPLES = 60
"""Objects with the same fields that are looked at."""

_KINDS = 300
"""Sets of fields that are looked at."""

_FIELDS = 12
"""Numbers of one object that are tried."""

_DEPTH = 12

_OBJECTS = 500
"""Objects of one body that are looked at."""

_NEAR = 0.0051


@dataclass(frozen=True, slots=True)
class Rule:
    """How one number follows from others."""

    target: str
    kind: str
    """`sum` of a field of a list's items, `count` of them, `product`, `plus`."""
    one: str
    other: str = ""
    places: int = 0
    """Digits after the point."""

    def value(self, record: Mapping[str, Json]) -> float | int | None:
        """Return what stands at the target by this rule; None if it cannot tell."""
        if self.kind in ("sum", "count"):
            items = record.get(self.one)
            if not isinstance(items, list):
                return None
            if self.kind == "count":
                return len(items)
            found = [each.get(self.other) for each in items if isinstance(each, dict)]
            numbers: list[Any] = [each for each in found if _is_number(each)]
            if len(numbers) != len(items):
                return None
            return self._rounded(sum(numbers))
        a, b = record.get(self.one), record.get(self.other)
        if a is None or b is None or not (_is_number(a) and _is_number(b)):
            return None
        return self._rounded(a * b if self.kind == "product" else a + b)

    def could_fail(self, record: Mapping[str, Json]) -> bool:
        """Whether *record* tells this rule from a simpler one."""
        if self.kind in ("sum", "count"):
            items = record.get(self.one)
            return isinstance(items, list) and len(items) > 1
        trivial = (0, 1) if self.kind == "product" else (0,)
        return record[self.one] not in trivial and record[self.other] not in trivial

    def _rounded(self, value: float) -> float | int:
        if isinstance(value, int):
            return value
        return round(value, self.places)


class Arithmetic:
    """The rules of a recording, by the fields of the objects that they are about."""

    def __init__(self, rules: Mapping[Names, Sequence[Rule]] | None = None) -> None:
        """Know *rules*."""
        self.rules = rules or {}

    @classmethod
    def of(cls, bodies: Iterable[Json]) -> Arithmetic:
        """Return what holds in *bodies*."""
        seen: dict[Names, list[Mapping[str, Json]]] = {}
        for body in bodies:
            for record in records_of(body):
                known = seen.get(frozenset(record))
                if known is None and len(seen) < _KINDS:
                    known = seen.setdefault(frozenset(record), [])
                if known is not None and len(known) < _SAMPLES and record not in known:
                    known.append(record)
        found: dict[Names, tuple[Rule, ...]] = {}
        derived: set[str] = set()
        # What is in lists first: what follows itself is rather what is summed.
        for names in sorted(seen, key=lambda each: (_has_lists(seen[each]), *each)):
            rules = tuple(_rules(seen[names], derived))
            derived |= {rule.target for rule in rules}
            if rules:
                found[names] = rules
        return cls(found)

    def applied(self, value: Json, depth: int = 0) -> Json:
        """Return *value* with its numbers made right, the innermost first."""
        if not self.rules or depth > _DEPTH:
            return value
        if isinstance(value, list):
            return [self.applied(each, depth + 1) for each in value]
        if not isinstance(value, dict):
            return value
        made = {name: self.applied(each, depth + 1) for name, each in value.items()}
        for rule in self.rules.get(frozenset(made), ()):
            number = rule.value(made)
            if number is not None:
                is_float = isinstance(made[rule.target], float)
                made[rule.target] = float(number) if is_float else number
        return made


def records_of(value: Json) -> Iterator[Mapping[str, Json]]:
    """Yield the objects in *value*, the outermost first, no more than a few."""
    return islice(_records_in(value, 0), _OBJECTS)


def _records_in(value: Json, depth: int) -> Iterator[Mapping[str, Json]]:
    if depth > _DEPTH:
        return
    if isinstance(value, dict):
        yield value
        for each in value.values():
            yield from _records_in(each, depth + 1)
    elif isinstance(value, list):
        for each in value[:_SAMPLES]:
            yield from _records_in(each, depth + 1)


def _has_lists(records: Sequence[Mapping[str, Json]]) -> bool:
    return any(isinstance(value, list) for value in records[0].values())


def _rules(records: Sequence[Mapping[str, Json]], derived: Set[str]) -> Iterator[Rule]:
    """Yield the rules for objects with the same fields, in the order to apply them."""
    if len(records) < 2:
        return
    numbers = [
        name
        for name in sorted(records[0])
        if all(_is_number(each[name]) for each in records)
    ][:_FIELDS]
    found: dict[str, Rule] = {}
    for target in numbers:
        if len({each[target] for each in records}) < 2:
            continue
        for rule in _candidates(records, numbers, target, derived):
            known = {found[name].one for name in found}
            if _holds(rule, records) and not (
                rule.kind in ("product", "plus") and target in known
            ):
                found[target] = rule
                break
    order = ("product", "sum", "count", "plus")
    yield from sorted(found.values(), key=lambda each: order.index(each.kind))


def _candidates(
    records: Sequence[Mapping[str, Json]],
    numbers: Sequence[str],
    target: str,
    derived: Set[str],
) -> Iterator[Rule]:
    # Sums of a few may have fewer digits than the next one.
    is_whole = all(isinstance(each[target], int) for each in records)
    places = 0 if is_whole else max(2, *(_places(each[target]) for each in records))
    lists = [
        name
        for name in sorted(records[0])
        if all(isinstance(each[name], list) for each in records)
    ][:4]
    for name in lists:
        fields = sorted(
            {
                field
                for each in records
                for item in each[name][:1]
                if isinstance(item, dict)
                for field, value in item.items()
                if _is_number(value)
            },
            key=lambda field: (field != target, field not in derived, field),
        )
        for field in fields[:_FIELDS]:
            yield Rule(target, "sum", name, field, places)
        yield Rule(target, "count", name)
    others = [name for name in numbers if name != target]
    for one, other in combinations(others, 2):
        yield Rule(target, "product", one, other, places)
        yield Rule(target, "plus", one, other, places)


def _holds(rule: Rule, records: Sequence[Mapping[str, Json]]) -> bool:
    telling: set[float] = set()
    for record in records:
        value = rule.value(record)
        there = record[rule.target]
        if value is None or abs(value - there) > _NEAR * (rule.places > 0):
            return False
        if rule.could_fail(record):
            telling.add(there)
    return len(telling) > (0 if rule.kind in ("sum", "product") else 1)


def _places(value: float) -> int:
    text = repr(float(value)).partition(".")[2]
    return 0 if text == "0" or "e" in text else min(6, len(text))


def _is_number(value: Json) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
