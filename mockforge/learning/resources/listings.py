"""Lists: what selects their items, in which order they come, and how they are paged."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from mockforge.bodies.document import Path, leaves
from mockforge.learning.resources.model import Filter, Listing
from mockforge.learning.resources.readings import alike, flat, same, text
from mockforge.learning.resources.timeline import Event, Timeline
from mockforge.options import Json

_SIZES = re.compile(
    r"(per_?page|page_?size|limit|first|max|max_?(results|items|keys)|size|count|take"
    r"|rows|n|top|\$top|page_?limit|num)",
    re.IGNORECASE,
)
_PAGES = re.compile(r"(page|p|page_?(number|no|index|num))", re.IGNORECASE)
_OFFSETS = re.compile(
    r"(offset|skip|\$skip|start|start_?(index|at)|from)", re.IGNORECASE
)
_SORTS = re.compile(
    r"(sort|sort_?by|order|order_?by|\$orderby|ordering)", re.IGNORECASE
)
_WAYS = re.compile(r"(direction|dir|sort_?(dir|order|direction)|order)", re.IGNORECASE)
_TOTALS = re.compile(r".*(total|count|matches|hits|size).*", re.IGNORECASE)


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
    found = _paging(ok, slots)
    taken = set(found.values())
    sort_slot = _named(slots, _SORTS, taken)
    way = _named(slots, _WAYS, {*taken, sort_slot})
    filters = tuple(
        each
        for slot in slots
        if slot not in {*taken, sort_slot, way}
        and (each := _filter(slot, ok)) is not None
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
    leads = _leads(ok, found)
    return Listing(
        filters,
        field,
        descending,
        sort_slot,
        way,
        size_slot=found.get("size"),
        page_slot=found.get("page"),
        first_page=_first_page(ok, found.get("page")),
        offset_slot=found.get("offset"),
        cursor_slot=found.get("cursor"),
        cursor_field=_cursor_field(ok, found.get("cursor")),
        cursor_like=_example(ok, found.get("cursor")),
        next_at=leads[0],
        next_like=leads[1],
        more_at=_more_at(ok),
        link=any("next" in _links(event) for event in ok),
        **_totals(ok),
        size=_size(ok, found, leads, filters),
    )


def _named(slots: Sequence[Path], pattern: re.Pattern[str], taken: set) -> Path | None:
    for slot in slots:
        if slot not in taken and pattern.fullmatch(str(slot[-1])):
            return slot
    return None


def _paging(ok: Sequence[Event], slots: Sequence[Path]) -> dict[str, Path]:
    """Return which parameters page, by what they do."""
    found: dict[str, Path] = {}
    for slot in slots:
        values = [
            (event.reading.sources[slot], len(event.views))
            for event in ok
            if slot in event.reading.sources
        ]
        name = str(slot[-1])
        is_number = all(text(value).isdigit() for value, _ in values)
        fits = is_number and all(many <= int(text(value)) for value, many in values)
        for what, pattern, holds in (
            ("size", _SIZES, fits),
            ("page", _PAGES, is_number),
            ("offset", _OFFSETS, is_number),
        ):
            if holds and what not in found and pattern.fullmatch(name):
                found[what] = slot
                break
        else:
            if _follows(ok, slot):
                found.setdefault("cursor", slot)
    return found


def _follows(ok: Sequence[Event], slot: Path) -> bool:
    """Whether values of *slot* are taken from the answers before."""
    told: set[str] = set()
    hits = total = 0
    for event in ok:
        if slot in event.reading.sources:
            value = text(event.reading.sources[slot])
            if value:
                total += 1
                hits += value in told
        told.update(_heads(event))
    return hits > 0 and hits * 2 >= total


def _heads(event: Event) -> Iterator[str]:
    """Yield what in an answer may be the cursor of the next page."""
    array = _array(event)
    for path, value in list(leaves(event.reading.body))[:400]:
        if array is None or path[: len(array)] != array:
            if isinstance(value, str) and value:
                yield value
                yield from _in_query(value)
            elif isinstance(value, int):
                yield text(value)
    for url in _links(event).values():
        yield from _in_query(url)
    if event.views:
        yield event.views[-1][0]
        yield event.views[0][0]


def _in_query(url: str) -> list[str]:
    if "?" not in url or len(url) > 4000:
        return []
    from urllib.parse import parse_qsl

    return [value for _, value in parse_qsl(url.partition("?")[2])]


def _array(event: Event) -> Path | None:
    site = event.group.sites.get(event.reading.key)
    return site[: site.index("*")] if site is not None and "*" in site else None


def _links(event: Event) -> dict[str, str]:
    told = event.reading.sample.told or {}
    return parse_link(told.get("header", {}).get("link"))


def parse_link(value: Json) -> dict[str, str]:
    """Return the addresses of a Link header by their relation."""
    if not isinstance(value, str):
        return {}
    return {
        match[2]: match[1]
        for match in re.finditer(r'<([^>]*)>\s*;[^,]*?rel="?([\w-]+)"?', value)
    }


def _filter(slot: Path, ok: Sequence[Event]) -> Filter | None:
    """Return which field a parameter selects by, None if it does not."""
    given = [event for event in ok if slot in event.reading.sources]
    candidates: dict[Path, int] = {}
    for event in given:
        value = event.reading.sources[slot]
        for path in {p for _, view in event.views for p in flat(view)}:
            if all(same(flat(view).get(path), value) for _, view in event.views):
                candidates[path] = candidates.get(path, 0) + 1
    shown = sum(bool(event.views) for event in given)
    always = [path for path, count in candidates.items() if count == shown and shown]
    always.sort(key=lambda path: (not _is_for(slot, path), len(path), repr(path)))
    if always and (_is_for(slot, always[0]) or shown > 1):
        return Filter(slot, always[0])
    return _part(slot, given)


def _part(slot: Path, given: Sequence[Event]) -> Filter | None:
    """Return the field whose text a parameter is in, if it is in all."""
    hits: dict[Path, list[bool]] = {}
    for event in given:
        value = text(event.reading.sources[slot]).lower()
        for _, view in event.views:
            for path, told in flat(view).items():
                if isinstance(told, str):
                    at = told.lower().find(value) if value else -1
                    hits.setdefault(path, []).append(at == 0)
                    if at < 0:
                        hits[path].append(None)  # type: ignore[arg-type]
    good = [path for path, each in hits.items() if None not in each]
    if not good:
        return None
    best = min(good, key=lambda path: (not _is_for(slot, path), len(path), repr(path)))
    return Filter(slot, best, "prefix" if all(hits[best]) else "contains")


def _is_for(slot: Path, path: Path) -> bool:
    if alike(slot, path):
        return True
    return str(path[-1]).lower() in re.split(r"[^a-z0-9]+", str(slot[-1]).lower())


def _order(ok: Sequence[Event], line: Timeline) -> tuple[Path, bool]:
    """Return the field that lists are in the order of, and whether from the end."""
    made: dict[str, int] = {}
    for event in line.events:
        for name in [event.name, *(name for name, _ in event.views)]:
            if name is not None:
                made.setdefault(f"{event.group.name} {name}", event.reading.index)
    lists = [event for event in ok if len(event.views) > 1]
    if not lists:
        return (), False
    by_making = [
        [made.get(f"{event.group.name} {name}", 0) for name, _ in event.views]
        for event in lists
    ]
    for descending in (False, True):
        if _are_sorted(by_making, descending):
            return (), descending
    fields = [[flat(view) for _, view in event.views] for event in lists]
    known = set.intersection(*(set(each) for views in fields for each in views))
    name = lists[0].group.id
    for path in sorted(known, key=lambda each: (each != name, len(each), repr(each))):
        columns = [[view[path] for view in views] for views in fields]
        if any(isinstance(value, dict | list) for each in columns for value in each):
            continue
        for descending in (False, True):
            if _are_sorted(columns, descending) and len(set(map(repr, columns[0]))) > 1:
                return path, descending
    return (), False


def _are_sorted(columns: Sequence[list], descending: bool) -> bool:
    try:
        return all(
            each == sorted(each, reverse=descending) and len(set(each)) == len(each)
            for each in columns
        )
    except TypeError:
        return False


def _first_page(ok: Sequence[Event], slot: Path | None) -> int:
    values = (
        [
            int(text(event.reading.sources[slot]))
            for event in ok
            if slot in event.reading.sources
            and text(event.reading.sources[slot]).isdigit()
        ]
        if slot
        else []
    )
    return 0 if 0 in values else 1


def _cursor_field(ok: Sequence[Event], slot: Path | None) -> Path | None:
    """Return the field of the last item that cursors are; None if they are opaque."""
    if slot is None:
        return None
    hits = total = 0
    names: set[str] = set()
    for event in ok:
        value = text(event.reading.sources.get(slot))
        if slot in event.reading.sources and value:
            total += 1
            hits += value in names
        names.update(name for name, _ in event.views[-1:])
    return ok[0].group.id if total and hits * 2 >= total else None


def _example(ok: Sequence[Event], slot: Path | None) -> Json:
    if slot is None:
        return None
    values = [event.reading.sources.get(slot) for event in ok]
    return next((value for value in values if value not in (None, "")), None)


def _leads(ok: Sequence[Event], found: dict[str, Path]) -> tuple[Path | None, Json]:
    """Return where answers say how to get the next page, and an example."""
    slots = [found[what] for what in ("cursor", "page", "offset") if what in found]
    for before, after in zip(ok, ok[1:], strict=False):
        wanted = {
            text(after.reading.sources[slot])
            for slot in slots
            if slot in after.reading.sources
        } - {""}
        array = _array(before)
        for path, value in list(leaves(before.reading.body))[:400]:
            if array is not None and path[: len(array)] == array:
                continue
            is_next = text(value) in wanted and _is_next(path)
            if is_next or (
                isinstance(value, str) and _leads_by_url(value, path, wanted)
            ):
                return path, value
    return None, None


def _is_next(path: Path) -> bool:
    names = " ".join(str(step) for step in path).lower()
    return any(
        word in names
        for word in ("next", "token", "cursor", "marker", "after", "continu", "end")
    )


def _leads_by_url(value: str, path: Path, wanted: set[str]) -> bool:
    return "next" in str(path[-1]).lower() and bool(wanted & set(_in_query(value)))


def leads_on(event: Event, listing: Listing) -> bool:
    """Whether the answer of *event* says that there is a next page."""
    if listing.link:
        return "next" in _links(event)
    for path, value in leaves(event.reading.body):
        if path in (listing.next_at, listing.more_at):
            return value not in (None, "", False)
    return False


def _more_at(ok: Sequence[Event]) -> Path | None:
    for event in ok:
        array = _array(event)
        for path, value in list(leaves(event.reading.body))[:400]:
            is_inside = array is not None and path[: len(array)] == array
            names = str(path[-1]).lower() if path else ""
            if (
                isinstance(value, bool)
                and not is_inside
                and "more" in names + "more" * ("has" in names and "next" in names)
            ):
                return path
    return None


def _totals(ok: Sequence[Event]) -> dict[str, Path | None]:
    """Return where answers count: all items, and those of the page."""
    numbers: dict[Path, list[tuple[int, int]]] = {}
    for event in ok:
        array = _array(event)
        for path, value in list(leaves(event.reading.body))[:400]:
            is_inside = array is not None and path[: len(array)] == array
            if isinstance(value, int) and not isinstance(value, bool) and not is_inside:
                numbers.setdefault(path, []).append((value, len(event.views)))
    found: dict[str, Path | None] = {
        "total_at": None,
        "count_at": None,
        "pages_at": None,
    }
    for path, pairs in sorted(numbers.items(), key=repr):
        name = str(path[-1]).lower() if path else ""
        if ("page" in name and "total" in name) or name in (
            "pages",
            "page_count",
            "last_page",
        ):
            found["pages_at"] = path
        elif not _TOTALS.fullmatch(name) or "page" in name:
            continue
        elif all(value == many for value, many in pairs) and "total" not in name:
            found["count_at"] = path
        elif all(value >= many for value, many in pairs) and "size" not in name:
            found["total_at"] = path
    return found


def _size(
    ok: Sequence[Event],
    found: dict[str, Path],
    leads: tuple[Path | None, Json],
    filters: Sequence[Filter],
) -> int | None:
    """Return how many items a page has where the request does not say.

    A list is a page if it leads on, or if it holds less than is known to be there.
    """
    listing = Listing(next_at=leads[0], more_at=_more_at(ok))
    sizes = []
    for event in ok:
        if found.get("size") in event.reading.sources:
            continue
        is_page = leads_on(event, listing) or "next" in _links(event)
        if is_page or (found and _is_short(event, found, filters)):
            sizes.append(len(event.views))
    return max(sizes) if sizes else None


def _is_short(event: Event, found: dict[str, Path], filters: Sequence[Filter]) -> bool:
    """Whether a list holds less than all that it selects."""
    wanted = [(each.field, event.reading.sources.get(each.slot)) for each in filters]
    known = sum(
        all(value is None or same(flat(one).get(path), value) for path, value in wanted)
        for one in event.present
    )
    return 0 < len(event.views) < known and not _is_later(event, found)


def _is_later(event: Event, found: dict[str, Path]) -> bool:
    """Whether a request asks for a page that is not the first."""
    return any(
        text(event.reading.sources.get(slot)) not in ("null", "", "0", "1")
        for what, slot in found.items()
        if what != "size"
    )
