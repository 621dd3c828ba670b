"""Which parameters of a list page, and how many items a page has."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mockforge.bodies.document import Path
from mockforge.learning.resources.filters import filter_of
from mockforge.learning.resources.leading import heads, leads_on, links_of, more_at
from mockforge.learning.resources.model import Filter, Listing
from mockforge.learning.resources.readings import flat, same, text
from mockforge.learning.resources.timeline import Event
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


def paging(ok: Sequence[Event], slots: Sequence[Path]) -> dict[str, Path]:
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
            chosen = filter_of(slot, ok)
            selects = chosen is not None and chosen.way == "equal"
            if not selects and _follows(ok, slot):
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
        told.update(heads(event))
    return hits > 0 and hits * 2 >= total


def first_page(ok: Sequence[Event], slot: Path | None) -> int:
    """Return the number of the first page."""
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


def cursor_field(ok: Sequence[Event], slot: Path | None) -> Path | None:
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


def example(ok: Sequence[Event], slot: Path | None) -> Json:
    """Return a value that *slot* had."""
    if slot is None:
        return None
    values = [event.reading.sources.get(slot) for event in ok]
    return next((value for value in values if value not in (None, "")), None)


def size_of(
    ok: Sequence[Event],
    found: dict[str, Path],
    leads: tuple[Path | None, Json],
    filters: Sequence[Filter],
) -> int | None:
    """Return how many items a page has where the request does not say.

    A list is a page if it leads on, or if it holds less than is known to be there.
    """
    listing = Listing(next_at=leads[0], more_at=more_at(ok))
    sizes = []
    for event in ok:
        if found.get("size") in event.reading.sources:
            continue
        is_page = leads_on(event, listing) or "next" in links_of(event)
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
