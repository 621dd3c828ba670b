"""Lists: what selects their items, in which order they come, and how they are paged."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from mockforge.bodies.document import Path
from mockforge.learning.resources.filters import filter_of
from mockforge.learning.resources.leading import leads, links_of, more_at, totals
from mockforge.learning.resources.model import Listing
from mockforge.learning.resources.paging import (
    cursor_field,
    example,
    first_page,
    paging,
    size_of,
)
from mockforge.learning.resources.readings import flat
from mockforge.learning.resources.timeline import Event, Timeline
from mockforge.options import Json

_SORTS = re.compile(
    r"(sort|sort_?by|order|order_?by|\$orderby|ordering)", re.IGNORECASE
)
_WAYS = re.compile(r"(direction|dir|sort_?(dir|order|direction)|order)", re.IGNORECASE)


def learn_listing(ok: Sequence[Event], line: Timeline) -> Listing:
    """Return how the list that *ok* are answers of selects, sorts and pages."""
    slots = sorted(
        {
            slot
            for event in ok
            for slot in event.reading.sources
            if slot[0] in ("query", "body")
        },
        key=repr,
    )
    found = paging(ok, slots)
    taken = set(found.values())
    sort_slot = _named(slots, _SORTS, taken)
    way = _named(slots, _WAYS, {*taken, sort_slot})
    filters = tuple(
        each
        for slot in slots
        if slot not in {*taken, sort_slot, way}
        and (each := filter_of(slot, ok)) is not None
    )
    plain = [
        event
        for event in ok
        if not any(
            slot in event.reading.sources
            for slot in (sort_slot, way)
            if slot is not None
        )
    ]
    field, descending = _order(plain, line)
    on = leads(ok, found)
    counts = totals(ok)
    return Listing(
        filters,
        field,
        descending,
        sort_slot,
        way,
        size_slot=found.get("size"),
        page_slot=found.get("page"),
        first_page=first_page(ok, found.get("page")),
        offset_slot=found.get("offset"),
        cursor_slot=found.get("cursor"),
        cursor_field=cursor_field(ok, found.get("cursor")),
        cursor_like=example(ok, found.get("cursor")),
        next_at=on[0],
        next_like=on[1],
        more_at=more_at(ok),
        link=any("next" in links_of(event) for event in ok),
        total_at=counts[0],
        count_at=counts[1],
        pages_at=counts[2],
        size=size_of(ok, found, on, filters),
    )


def _named(
    slots: Sequence[Path], pattern: re.Pattern[str], taken: Collection[Path | None]
) -> Path | None:
    for slot in slots:
        if slot not in taken and pattern.fullmatch(str(slot[-1])):
            return slot
    return None


def _order(ok: Sequence[Event], line: Timeline) -> tuple[Path, bool]:
    """Return the field that lists are in the order of, and whether from the end."""
    lists = [event for event in ok if len(event.views) > 1][:200]
    if not lists:
        return (), False
    made: dict[str, int] = {}
    for event in line.events:
        if event.group is lists[0].group:
            for name in [event.name, *(name for name, _ in event.views)]:
                made.setdefault(name or "", event.reading.index)
    columns = [[made.get(name, 0) for name, _ in event.views] for event in lists]
    for descending in (False, True):
        if _are_sorted(columns, descending):
            return (), descending
    return _order_by_field(lists)


def _order_by_field(lists: Sequence[Event]) -> tuple[Path, bool]:
    fields = [[flat(view) for _, view in event.views] for event in lists]
    known = set.intersection(*(set(each) for views in fields for each in views))
    name = lists[0].group.id
    for path in sorted(known, key=lambda each: (each != name, len(each), repr(each))):
        columns: list[list[Json]] = [[view[path] for view in views] for views in fields]
        for descending in (False, True):
            if _are_sorted(columns, descending):
                return path, descending
    return (), False


def _are_sorted(columns: Sequence[list[Json]], descending: bool) -> bool:
    try:
        return all(
            each == sorted(each, reverse=descending) and len(set(each)) == len(each)
            for each in columns
        )
    except TypeError:
        return False
