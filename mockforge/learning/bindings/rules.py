"""What a value of an answer may be made from by a rule: counts, sums, the time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations, islice

from mockforge.bodies.document import Path, Scalar, general, leaves
from mockforge.learning.bindings.answers import Told
from mockforge.learning.bindings.binding import Binding, Kind, Origin
from mockforge.learning.bindings.situations import Situations, items_of
from mockforge.learning.bindings.times import EARLIEST, Instant, away, instants
from mockforge.options import Json

MOST_LISTS = 20
SLACK = 5.0
"""Seconds that a clock of an upstream may be off."""
LIFETIMES = (60, 300, 600, 900, 1800, 3600, 7200, 43200, 86400, 604800)
"""Usual lifetimes; whole multiples of a day are as well."""


def derivations(told: Told, situations: Situations) -> Iterator[Binding]:
    """Yield every rule that explains the value of *told*."""
    yield from _of_time(told, situations)
    yield from _of_bodies(told, situations)
    value = number_of(told.value)
    if value is None:
        return
    yield from _of_lists(told, value, situations)
    yield from _of_pages(told, value, situations)


def number_of(value: Scalar) -> float | None:
    """Return *value* as a number if it is one, also in a text; else None."""
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, str):
        if not value.isascii() or not value.isdigit() or len(value) > 15:
            return None
        return float(value)
    try:
        return float(value)
    except OverflowError:
        return None


def _of_time(told: Told, situations: Situations) -> Iterator[Binding]:
    exchange = situations.timeline.samples[told.number].exchange
    if exchange.started <= EARLIEST:
        return
    for found in instants(told.value):
        if found.is_id:
            continue
        by = away(found, exchange.started)
        if -SLACK - found.resolution <= by <= exchange.elapsed + SLACK:
            yield Binding(Kind.DERIVED, rule="now", format=found.notation)
            return
        life = _lifetime(by, exchange.elapsed, found)
        if life:
            yield Binding(Kind.DERIVED, rule="later", value=life, format=found.notation)
            return


def _lifetime(by: float, elapsed: float, found: Instant) -> int:
    """Return the usual number of seconds that *by* is about; 0 if it is about none."""
    known = [*LIFETIMES, 86400 * round(by / 86400)]
    slack = SLACK + found.resolution
    near = [one for one in known if one and -slack <= by - one <= elapsed + slack]
    return min(near, key=lambda one: abs(by - one), default=0) if by > 30 else 0


def _of_bodies(told: Told, situations: Situations) -> Iterator[Binding]:
    exchange = situations.timeline.samples[told.number].exchange
    bare = told.text.removeprefix("W/").strip('"')
    if len(bare) >= 8:
        found = situations.digests(told.number).get(bare)
        if found is not None:
            origin = Origin(found[0], ("body",))
            yield Binding(Kind.DERIVED, origin=origin, rule="digest", via=(found[1],))
    if not told.text.isdigit():
        return
    if exchange.response is not None and told.path == ("header", "content-length"):
        if int(told.text[:18]) == len(exchange.response.body):
            origin = Origin(True, ("body",))
            yield Binding(Kind.DERIVED, origin=origin, rule="length")
    elif told.text == str(len(exchange.request.body)) and len(told.text) > 1:
        yield Binding(Kind.DERIVED, origin=Origin(False, ("body",)), rule="length")


def _of_lists(told: Told, value: float, situations: Situations) -> Iterator[Binding]:
    sample = situations.timeline.samples[told.number]
    lists = islice(_lists((sample.told or {}).get("body"), ("body",)), MOST_LISTS)
    for path, items in lists:
        if items_of(path) and items_of(path) != items_of(told.path):
            continue
        place = general(path)
        if value == len(items):
            yield Binding(Kind.DERIVED, origin=Origin(True, place), rule="count")
        if len(items) > 1 and value:
            yield from _of_items(value, place, items)


def _of_items(value: float, place: Path, items: list[Json]) -> Iterator[Binding]:
    columns = _columns(items)
    for name, column in columns.items():
        if abs(sum(column) - value) < 0.005:
            path = (*place, "*", name)
            yield Binding(Kind.DERIVED, origin=Origin(True, path), rule="sum")
    for one, other in combinations(sorted(columns)[:6], 2):
        pairs = zip(columns[one], columns[other], strict=True)
        if abs(sum(a * b for a, b in pairs) - value) < 0.005:
            origin, by = Origin(True, (*place, "*", one)), f"times {other}"
            yield Binding(Kind.DERIVED, origin=origin, rule="sum", via=(by,))


def _columns(items: list[Json]) -> Mapping[str, list[float]]:
    """Return the numbers that every item has, by name."""
    columns: dict[str, list[float]] = {}
    if not all(isinstance(item, dict) for item in items):
        return columns
    for name in list(items[0])[:20]:
        numbers = [number_of(_scalar(item.get(name))) for item in items]
        found = [number for number in numbers if number is not None]
        if len(found) == len(items):
            columns[str(name)] = found
    return columns


def _scalar(value: Json) -> Scalar:
    return value if isinstance(value, int | float) else None


def _lists(value: Json, path: Path) -> Iterator[tuple[Path, list[Json]]]:
    todo: list[tuple[Path, Json]] = [(path, value)]
    count = 0
    while todo and count < 2000:
        where, one = todo.pop()
        count += 1
        if isinstance(one, list):
            yield where, one
            todo += [((*where, at), each) for at, each in enumerate(one[:6])]
        elif isinstance(one, dict):
            todo += [((*where, str(name)), each) for name, each in one.items()]


def _of_pages(told: Told, value: float, situations: Situations) -> Iterator[Binding]:
    """Yield the numbers of the request that this one follows or goes before."""
    query = situations.timeline.samples[told.number].asked["query"]
    for path, asked in islice(leaves(query, ("query",)), 20):
        number = number_of(asked)
        if number is None or len(path) > 2:
            continue
        if value == number + 1:
            yield Binding(Kind.DERIVED, origin=Origin(False, path), rule="next")
        elif value == number - 1:
            yield Binding(Kind.DERIVED, origin=Origin(False, path), rule="previous")


def holds(rule: Binding, told: Told, situations: Situations) -> bool | None:
    """Tell whether *rule* gives the value of *told*; None where it has no source."""
    if rule.rule == "now" or rule.rule == "later":
        return any(_as(rule, one) for one in _of_time(told, situations))
    if rule.rule in ("digest", "length"):
        return any(_as(rule, one) for one in _of_bodies(told, situations))
    if any(_as(rule, one) for one in derivations(told, situations)):
        return True
    return None if _lacks_source(rule, told, situations) else False


def _lacks_source(rule: Binding, told: Told, situations: Situations) -> bool:
    """Tell whether there is nothing to apply *rule* to."""
    origin = rule.origin
    if origin is None:
        return False
    sample = situations.timeline.samples[told.number]
    if not origin.told:
        return origin.path[1] not in sample.asked["query"]
    body = ((sample.told or {}).get("body"), ("body",))
    found = [
        items for path, items in _lists(*body) if general(path) == origin.path[:-2]
    ]
    return rule.rule == "sum" and not any(len(items) > 1 for items in found)


def _as(rule: Binding, other: Binding) -> bool:
    return (rule.rule, rule.origin, rule.via, rule.value) == (
        other.rule,
        other.origin,
        other.via,
        other.value,
    )


def counted_on(values: list[tuple[str, Told]]) -> int:
    """Return how many values are one more than the one before.

    Args:
        values: With their sessions, in order of time.
    """
    latest: dict[str, float] = {}
    overall: float | None = None
    count = 0
    for session, told in values:
        value = number_of(told.value)
        if value is None:
            return 0
        steps = (latest.get(session), overall)
        count += any(before is not None and value == before + 1 for before in steps)
        latest[session] = overall = value
    return count
