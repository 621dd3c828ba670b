"""Shapes of lists: what in them may be a name, a bound or a limit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from mockforge.bodies.document import Path
from mockforge.options import Json
from mockforge.sources.rebound.journal import Moment
from mockforge.sources.rebound.links import (
    asked_values,
)
from mockforge.sources.rebound.listing import (
    Listing,
    Rule,
    keys_of,
)
from mockforge.sources.rebound.places import Place, readable


def possible(tried: Sequence[Moment]) -> list[Rule]:
    """Return what requests like *tried* may ask of an item."""
    places = sorted({f.place for moment in tried for f in asked_values(moment)})[:12]
    found = []
    for place in places:
        if place[0] in ("header", "cookie"):
            continue
        if place[0] == "path":
            # A word of the path is no bound: words are compared with what they name.
            found.append(Rule("mentions", place))
            continue
        found += [
            Rule("is", place),
            Rule("prefix", place),
            *(
                Rule("range", place, other)
                for other in places
                if other != place
                and other[0] not in ("header", "cookie", "path")
                and are_bounds(tried, place, other)
            ),
            Rule("after", place),
            *([Rule("now", place)] if place[0] in ("query", "body") else []),
            Rule("mentions", place),
        ]
    return found


def are_bounds(tried: Sequence[Moment], low: Place, high: Place) -> bool:
    """Whether what is at *low* is less than what is at *high*, always."""
    both = [
        (readable(one[0]), readable(other[0]))
        for moment in tried
        if (one := moment.asked.texts(low)) and (other := moment.asked.texts(high))
    ]
    return bool(both) and all(one < other for one, other in both)


def limit(listing: Listing, tried: Sequence[Moment]) -> Place:
    """Return where requests say how many they want at most."""
    counts: Counter[Place] = Counter()
    never: set[Place] = set()
    for moment in tried:
        size = len(keys_of(listing, moment))
        for fact in asked_values(moment):
            if fact.text.isdecimal() and 0 < int(fact.text[:9]) < 100_000:
                if size > int(fact.text[:9]):
                    never.add(fact.place)
                counts[fact.place] += size == int(fact.text[:9])
    fitting = [p for p, count in counts.items() if count and p not in never]
    return max(fitting, key=lambda place: (counts[place], place), default=())


def is_wrapper(moments: Sequence[Moment], place: Place) -> bool:
    """Whether the list has just one item always, and that is not what is listed.

    An element of XML is one of a list of one; what is listed has fields of its own.
    A list of JSON is a list.
    """
    if all(_is_json(moment) for moment in moments):
        return False
    values = [
        fact.value
        for moment in moments
        for fact in moment.told.by_place.get(place, ())
        if isinstance(fact.value, list)
    ]
    if {len(value) for value in values} != {1}:
        return False
    return not any(has_fields(value[0]) for value in values)


def _is_json(moment: Moment) -> bool:
    return any("json" in each for each in moment.told.texts(("header", "content-type")))


def has_fields(item: Json) -> bool:
    """Whether *item* has two fields at least that hold no more than a value."""
    if not isinstance(item, dict):
        return False
    plain = 0
    for value in item.values():
        inner = value[0] if isinstance(value, list) and len(value) == 1 else value
        plain += not isinstance(inner, dict | list)
    return plain > 1


def is_single(moment: Moment, place: Place) -> bool:
    """Whether the lists within an item at *place* have one item each."""
    paths: Counter[Path] = Counter()
    for fact in moment.told.by_place.get(place, ()):
        steps = [n for n, step in enumerate(fact.path) if isinstance(step, int)]
        paths[fact.path[: steps[-1]]] += 1
    return all(count == 1 for count in paths.values())


def texts_of(samples: Sequence[Moment], place: Place, key: Place) -> set[str]:
    """Return all that stands at *key* in the items of the lists at *place*."""
    return {
        text for moment in samples for text in moment.told.texts((*place, "*", *key))
    }


def are_apart(samples: Sequence[Moment], place: Place, key: Place) -> bool:
    """Whether no two items of one list have the same at *key*."""
    for moment in samples:
        texts = moment.told.texts((*place, "*", *key))
        if len(set(texts)) != len(texts):
            return False
    return True
