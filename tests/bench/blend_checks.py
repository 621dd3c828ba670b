"""What a blend must not have in it, told by rules of its own.

Nothing here asks the code that blends what a field is. A value is what JSON writes:
numbers are compared by their digits.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

Way = tuple[str, ...]
"""Names on the way to a value, without the numbers of items."""

Violation = tuple[str, str]
"""Of which kind, and what exactly."""

IDS = ("id", "_id", "uuid", "guid", "uid", "key", "sha", "digest", "slug")
SORTS = ("type", "kind", "object", "__typename", "@type", "resourceType")
NAMES = ("name", "code", "username", "login", "email", "title", "path", "url", "href")
WHO = re.compile(
    r"(?:^|_)(?:id|_id|uuid|guid|sha|digest|slug|name|email|mail|login|username"
    r"|user_name|created|created_at|createdat|created_on|birth|phone|url|href|self"
    r"|avatar|avatar_url|html_url)$"
)
MONEY = re.compile(
    r"price|amount|cost|total|balance|fee|tax|currency|salary|payment|discount", re.I
)
CODED = re.compile(
    r"(?:^|[_-])(?:ids?|uuid|guid|key|code|ref|number|serial|sku|version|port|zip|phone"
    r"|status|type|kind|hash|sha|digest|etag|epoch|time|timestamp|date|at|on|ts|since"
    r"|until|created|updated|expires|year|month|day|lat|lon|lng|page|offset|limit|size"
    r"|count)(?:[_-]|$)",
    re.I,
)
COUNTS = re.compile(r"total|count|size|length|hits|results", re.I)
WANTED = re.compile(r"page|limit|per|offset|max|skip", re.I)


class Number(str):
    """A number as it is written."""

    __slots__ = ()


def read(text: bytes) -> Any:
    """Return a JSON document, its numbers as they are written."""
    return json.loads(text, parse_float=Number, parse_int=Number)


def snake(name: str) -> str:
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower()


def leaves(value: Any, way: Way = ()) -> Iterator[tuple[Way, Any]]:
    if isinstance(value, dict):
        for name, each in value.items():
            yield from leaves(each, (*way, name))
    elif isinstance(value, list):
        for each in value:
            yield from leaves(each, way)
    else:
        yield way, (type(value).__name__, value)


def objects(value: Any, way: Way = ()) -> Iterator[tuple[Way, dict[str, Any]]]:
    if isinstance(value, dict):
        yield way, value
        for name, each in value.items():
            yield from objects(each, (*way, name))
    elif isinstance(value, list):
        for each in value:
            yield from objects(each, way)


def counts_in(value: Any, way: Way = ()) -> Iterator[tuple[Way, str, str]]:
    """Yield the place, the number and the list of what counts a list beside it."""
    for at, thing in objects(value, way):
        for name, number in thing.items():
            if isinstance(number, Number) and _is_count(name):
                for listed, items in thing.items():
                    if isinstance(items, list) and str(len(items)) == number:
                        yield at, name, listed


def _is_count(name: str) -> bool:
    return bool(COUNTS.search(name)) and not WANTED.search(name)


def violations(made: Any, real: Any, other: Any) -> Iterator[Violation]:
    """Yield everything that is wrong with *made*, blended of the two others."""
    yield from _invented(made, real, other)
    yield from _mixed(made, real, other)
    yield from _listed(made, real, other, ())
    yield from _totals(made, real, other)


def _invented(made: Any, real: Any, other: Any) -> Iterator[Violation]:
    known: dict[Way, set[Any]] = {}
    for side in (real, other):
        for way, value in leaves(side):
            known.setdefault(way, set()).add(value)
    counted = {(*at, name) for at, name, _ in counts_in(made)}
    for way, value in leaves(made):
        if value in known.get(way, ()) or way in counted:
            continue
        where = ".".join(way)
        if value[0] != "Number":
            yield "invented", f"{where}: {value[1]!r} is in neither"
            continue
        told = [Decimal(v) for kind, v in known.get(way, ()) if kind == "Number"]
        why = _unfit(snake(way[-1]) if way else "", value[1], told)
        if why:
            yield "averaged", f"{where}: {value[1]} {why}"


def _unfit(name: str, text: str, sides: list[Decimal]) -> str:
    """Return why a number that is in neither cannot be the mean of *sides*."""
    if COUNTS.search(name):
        return ""
    if CODED.search(name) or MONEY.search(name):
        return "is in neither"
    number = Decimal(text)
    if not sides or not min(sides) <= number <= max(sides):
        return "is beyond what both say"
    if any(map(_is_moment, (number, *sides))):
        return "is a time or an id"
    is_whole = all(each == each.to_integral() for each in sides)
    if is_whole and number != number.to_integral():
        return "is a fraction, and both are whole"
    return ""


def _is_moment(number: Decimal) -> bool:
    return abs(number) >= 10**8


def _mixed(made: Any, real: Any, other: Any) -> Iterator[Violation]:
    """Yield the objects whose id, name, times or sums are not all of one side."""
    sources: dict[Way, list[dict[str, Any]]] = {}
    for side in (real, other):
        for way, thing in objects(side):
            sources.setdefault(way, []).append(thing)
    for way, thing in objects(made):
        for kind, pattern in (("identity", WHO), ("money", MONEY)):
            told = {
                name: value
                for name, value in thing.items()
                if pattern.search(snake(name))
                and not isinstance(value, dict | list)
                and not (COUNTS.search(name) and isinstance(value, Number))
            }
            if len(told) > 1 and not any(
                all(name in each and each[name] == told[name] for name in told)
                for each in sources.get(way, ())
            ):
                shown = json.dumps(told)[:300]
                yield f"mixed {kind}", f"{'.'.join(way) or '$'}: {shown}"


def _named(items: list[Any], also: list[Any]) -> str | None:
    """Return the field that names each item of two lists."""
    both = [*items, *also]
    if not both or not all(isinstance(each, dict) for each in both):
        return None
    for name in IDS:
        if all(isinstance(each.get(name), str) for each in both) and all(
            len({each[name] for each in side}) == len(side) for side in (items, also)
        ):
            return name
    return None


def _listed(made: Any, real: Any, other: Any, way: Way) -> Iterator[Violation]:
    if type(made) is not type(real) or type(made) is not type(other):
        return
    if isinstance(made, dict):
        for name in made.keys() & real.keys() & other.keys():
            yield from _listed(made[name], real[name], other[name], (*way, name))
    elif isinstance(made, list):
        yield from _aligned(made, real, other, way)


def _aligned(
    made: list[Any], real: list[Any], other: list[Any], way: Way
) -> Iterator[Violation]:
    name = _named(real, other)
    where = ".".join(way) or "$"
    if name is None:
        yield from _repeated(made, real, other, where)
        return
    mine, theirs = ({each[name]: each for each in side} for side in (real, other))
    ids = Counter(each.get(name) for each in made)
    for one, count in ids.items():
        if count > 1:
            yield "duplicate", f"{where}: {name}={one} is there {count} times"
        if one not in mine and one not in theirs:
            yield "invented", f"{where}: {name}={one} is in neither"
    for one in (mine.keys() & theirs.keys()) - ids.keys():
        yield "loss", f"{where}: {name}={one} is in both and left out"
    for each in made:
        one = each.get(name)
        if one in mine and one in theirs:
            yield from _listed(each, mine[one], theirs[one], (*way, "*"))


def _repeated(
    made: list[Any], real: list[Any], other: list[Any], where: str
) -> Iterator[Violation]:
    told, mine, theirs = (
        Counter(json.dumps(each) for each in side) for side in (made, real, other)
    )
    more = {each for each in told if told[each] > max(mine[each], theirs[each]) > 0}
    if more:
        yield "duplicate", f"{where}: {more}"


def _totals(made: Any, real: Any, other: Any) -> Iterator[Violation]:
    both = [{*counts_in(side)} for side in (real, other)]
    shared = both[0] & both[1]
    # What is as long as two lists may count either, or neither.
    often = Counter((at, name) for at, name, _ in shared)
    shared = {each for each in shared if often[each[:2]] == 1}
    for way, thing in objects(made):
        for at, name, listed in shared:
            items, number = thing.get(listed), thing.get(name)
            if at != way or not isinstance(items, list):
                continue
            if isinstance(number, Number) and str(len(items)) != number:
                where = ".".join((*way, name))
                yield "total", f"{where}: {number}, and {len(items)} {listed}"
