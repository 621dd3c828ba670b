"""Where the answer of a list says what comes next, and how many items there are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from mockforge.bodies.document import Path, leaves
from mockforge.learning.resources.model import Listing
from mockforge.learning.resources.origins import number
from mockforge.learning.resources.readings import text
from mockforge.learning.resources.timeline import Event
from mockforge.options import Json

_PAGES = re.compile(r".*total.*page.*|.*page.*total.*|pages|page_?count|last_?page")
_TOTALS = re.compile(r".*(total|count|matches|hits|size).*", re.IGNORECASE)


def heads(event: Event) -> Iterator[str]:
    """Yield what in an answer may be the cursor of the next page."""
    array = array_of(event)
    for path, value in list(leaves(event.reading.body))[:400]:
        if array is None or path[: len(array)] != array:
            if isinstance(value, str) and value:
                yield value
                yield from in_query(value)
            elif isinstance(value, int):
                yield text(value)
    for url in links_of(event).values():
        yield from in_query(url)
    if event.views:
        yield event.views[-1][0]
        yield event.views[0][0]


def in_query(url: str) -> list[str]:
    """Return the values of the query of an address."""
    if "?" not in url or len(url) > 4000:
        return []
    from urllib.parse import parse_qsl

    return [value for _, value in parse_qsl(url.partition("?")[2])]


def array_of(event: Event) -> Path | None:
    """Return where the items of a list are; None if the endpoint tells none."""
    site = event.group.sites.get(event.reading.key)
    return site[: site.index("*")] if site is not None and "*" in site else None


def links_of(event: Event) -> dict[str, str]:
    """Return the addresses of an answer's Link header by their relation."""
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


def leads(ok: Sequence[Event], found: dict[str, Path]) -> tuple[Path | None, Json]:
    """Return where answers say how to get the next page, and an example."""
    slots = [found[what] for what in ("cursor", "page", "offset") if what in found]
    for before, after in pairwise(ok):
        wanted = {
            text(after.reading.sources[slot])
            for slot in slots
            if slot in after.reading.sources
        } - {""}
        array = array_of(before)
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
    return "next" in str(path[-1]).lower() and bool(wanted & set(in_query(value)))


def leads_on(event: Event, listing: Listing) -> bool:
    """Whether the answer of *event* says that there is a next page."""
    if listing.link:
        return "next" in links_of(event)
    for path, value in leaves(event.reading.body):
        if path in (listing.next_at, listing.more_at):
            return value not in (None, "") and truth(value) is not False
    return False


def truth(value: Json) -> bool | None:
    """Return what a truth says, be it written as text; None if it is none."""
    if isinstance(value, bool):
        return value
    shown = value.lower() if isinstance(value, str) else ""
    return {"true": True, "false": False}.get(shown)


def more_at(ok: Sequence[Event]) -> Path | None:
    """Return where a truth says that there is more."""
    for event in ok:
        array = array_of(event)
        for path, value in list(leaves(event.reading.body))[:400]:
            is_inside = array is not None and path[: len(array)] == array
            names = str(path[-1]).lower() if path else ""
            if (
                truth(value) is not None
                and not is_inside
                and "more" in names + "more" * ("has" in names and "next" in names)
            ):
                return path
    return None


def totals(ok: Sequence[Event]) -> tuple[Path | None, Path | None, Path | None]:
    """Return where answers count: all items, those of the page, and pages."""
    all_at = page_at = pages_at = None
    for path, pairs in sorted(_numbers(ok).items(), key=repr):
        name = str(path[-1]).lower() if path else ""
        if _PAGES.fullmatch(name):
            pages_at = path
        elif not _TOTALS.fullmatch(name) or "page" in name:
            continue
        elif "total" not in name and all(value == many for value, many in pairs):
            page_at = path
        elif "size" not in name and all(value >= many for value, many in pairs):
            all_at = path
    return all_at, page_at, pages_at


def _numbers(ok: Sequence[Event]) -> dict[Path, list[tuple[int, int]]]:
    """Return by place the numbers told beside lists, with how many items there were."""
    found: dict[Path, list[tuple[int, int]]] = {}
    for event in ok:
        array = array_of(event)
        for path, value in list(leaves(event.reading.body))[:400]:
            is_inside = array is not None and path[: len(array)] == array
            told = number(value)
            if isinstance(told, int) and not is_inside:
                found.setdefault(path, []).append((told, len(event.views)))
    return found
