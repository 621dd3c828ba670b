"""Filters of lists and objects: `| join(', ')`, `| sum('price')`, `| first`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from mockforge import arithmetic
from mockforge.arithmetic import LONGEST, Unfit, is_number
from mockforge.options import Json
from mockforge.templates.checks import TESTS
from mockforge.templates.filtering import at, column, list_of, named
from mockforge.templates.running import MISSING, Run, as_json, item, texted


@named("join")
def _join(run: Run, value: Json, by: Json = "", attribute: Json = None) -> Json:
    """The items of a list as one text, with another between them."""
    parts = [texted(each) for each in column(list_of(value), attribute)]
    by = texted(by)
    if sum(map(len, parts)) + len(by) * len(parts) > LONGEST:
        raise Unfit
    return by.join(parts)


@named("length", "count", "size")
def _length(run: Run, value: Json) -> Json:
    """How many characters, items or keys."""
    if not isinstance(value, (str, list, Mapping)):
        raise Unfit
    return len(value)


@named("first")
def _first(run: Run, value: Json) -> Json:
    """The first item."""
    return item(value if isinstance(value, str) else list_of(value), 0)


@named("last")
def _last(run: Run, value: Json) -> Json:
    """The last item."""
    return item(value if isinstance(value, str) else list_of(value), -1)


@named("reverse")
def _reverse(run: Run, value: Json) -> Json:
    """From the end to the beginning."""
    return value[::-1] if isinstance(value, str) else list_of(value)[::-1]


@named("sort")
def _sort(run: Run, value: Json, reverse: Json = False, attribute: Json = None) -> Json:
    """In order; of the whole items or of one of their keys."""
    items = list(list_of(value))
    keys = column(items, attribute)
    if not (all(map(is_number, keys)) or all(isinstance(key, str) for key in keys)):
        raise Unfit
    order = sorted(range(len(items)), key=keys.__getitem__, reverse=bool(reverse))
    return [items[place] for place in order]


@named("unique")
def _unique(run: Run, value: Json) -> Json:
    """Each item once."""
    found: dict[str, Json] = {}
    for each in list_of(value):
        found.setdefault(as_json(each), each)
    return list(found.values())


@named("sum")
def _sum(run: Run, value: Json, attribute: Json = None) -> Json:
    """The sum of the items, or of one of their keys."""
    total: Json = 0
    for each in column(list_of(value), attribute):
        total = arithmetic.add(total, each)
    return total


@named("min")
def _min(run: Run, value: Json, attribute: Json = None) -> Json:
    """The least of the items."""
    return item(_sort(run, column(list_of(value), attribute)), 0)


@named("max")
def _max(run: Run, value: Json, attribute: Json = None) -> Json:
    """The greatest of the items."""
    return item(_sort(run, column(list_of(value), attribute)), -1)


@named("map")
def _map(run: Run, value: Json, attribute: Json) -> Json:
    """One key of each item: `body.items | map(attribute='id')`."""
    return column(list_of(value), attribute)


@named("selectattr")
def _selectattr(
    run: Run, value: Json, key: Json, test: Json = "", *given: Json
) -> Json:
    """The items whose key is so: `selectattr('price', 'gt', 10)`."""
    return [each for each in list_of(value) if _holds(run, each, key, test, given)]


@named("rejectattr")
def _rejectattr(
    run: Run, value: Json, key: Json, test: Json = "", *given: Json
) -> Json:
    """The items whose key is not so."""
    return [each for each in list_of(value) if not _holds(run, each, key, test, given)]


def _holds(run: Run, each: Json, key: Json, test: Json, given: Any) -> bool:
    found = at(each, key)
    if not test:
        return bool(found)
    if test not in TESTS:
        raise Unfit(f"there is no test {test!r}")
    try:
        return TESTS[test](found, *given)
    except (TypeError, AttributeError, Unfit):
        return False


@named("list")
def _as_list(run: Run, value: Json) -> Json:
    """The items, keys or characters as a list."""
    if value is None or value is MISSING:
        return []
    return list(value) if isinstance(value, (str, list, Mapping)) else [value]


@named("items")
def _items(run: Run, value: Json) -> Json:
    """The keys of an object, each with its value."""
    return [[key, held] for key, held in _object(value).items()]


@named("keys")
def _keys(run: Run, value: Json) -> Json:
    """The keys of an object."""
    return list(_object(value))


@named("get")
def _get(run: Run, value: Json, key: Json, other: Json = None) -> Json:
    """What is at a key; another value where there is nothing."""
    found = item(value, key)
    return other if found is MISSING else found


@named("values")
def _values(run: Run, value: Json) -> Json:
    """The values of an object."""
    return list(_object(value).values())


def _object(value: Json) -> Mapping[str, Json]:
    if not isinstance(value, Mapping):
        raise Unfit
    return value


@named("random")
def _random(run: Run, value: Json) -> Json:
    """One of the items."""
    items = list_of(value)
    return run.scope.rng.choice(items) if items else MISSING
