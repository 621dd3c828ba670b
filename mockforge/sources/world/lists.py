"""Lists: which entities are in one, in which order, and which of them on the page."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode

from mockforge.bodies.document import Path
from mockforge.learning.formats import mint
from mockforge.learning.resources.model import Filter, Kind, Listing
from mockforge.learning.resources.origins import number
from mockforge.learning.resources.readings import Sources, is_scalar, same, text
from mockforge.options import Json
from mockforge.sources.world.realm import Entity, Realm, value_of
from mockforge.sources.world.telling import Moment

_DOWN = re.compile(r"^-|[ :_.](desc|descending)$|^(desc|descending)$", re.IGNORECASE)
_UP = re.compile(r"[ :_.](asc|ascending)$", re.IGNORECASE)


@dataclass(slots=True)
class Page:
    """The items that are told, and where they stand among all."""

    items: Sequence[Entity]
    start: int
    total: int
    size: int | None

    @property
    def end(self) -> int:
        """How many items come until the end of the page."""
        return self.start + len(self.items)

    @property
    def leads_on(self) -> bool:
        """Whether there is a next page."""
        return self.end < self.total


def selected(
    entities: Sequence[Entity], kind: Kind, listing: Listing, sources: Sources
) -> list[Entity]:
    """Return those of *entities* that a request asks for, in its order."""
    found = [each for each in entities if not _is_hidden(each, kind, listing, sources)]
    for each in listing.filters:
        if each.slot in sources:
            found = [one for one in found if _passes(one, each, sources[each.slot])]
    field, descending = listing.sort, listing.descending
    if listing.sort_slot is not None and listing.sort_slot in sources:
        wanted = _field_named(found, text(sources[listing.sort_slot]))
        if wanted is not None:
            field = wanted[0]
            descending = wanted[1]
    if listing.direction_slot is not None and listing.direction_slot in sources:
        descending = bool(_DOWN.search(text(sources[listing.direction_slot])))
    found.sort(key=lambda one: one.number)
    if field:
        found.sort(key=lambda one: _rank(value_of(one, field)), reverse=descending)
    elif descending:
        found.reverse()
    return found


def _is_hidden(entity: Entity, kind: Kind, listing: Listing, sources: Sources) -> bool:
    for path, values in kind.hidden.items():
        asked = any(
            each.field == path and each.slot in sources for each in listing.filters
        )
        if not asked and value_of(entity, path) in values:
            return True
    return False


def _passes(entity: Entity, by: Filter, wanted: Json) -> bool:
    told = value_of(entity, by.field)
    choices = wanted if isinstance(wanted, list) else [wanted]
    if by.way == "equal":
        many = told if isinstance(told, list) else [told]
        return any(same(one, each) for one in many for each in choices)
    shown, part = text(told).lower(), text(wanted).lower()
    return shown.startswith(part) if by.way == "prefix" else part in shown


def _field_named(entities: Sequence[Entity], text: str) -> tuple[Path, bool] | None:
    """Return the field that the value of a sort parameter names, and its direction."""
    name = _UP.sub("", _DOWN.sub("", text)).strip().lstrip("+")
    path = tuple(name.split("."))
    if any(value_of(each, path) is not None for each in entities):
        return path, bool(_DOWN.search(text))
    return None


def _rank(value: Json) -> tuple[int, float, str]:
    if value is None or not is_scalar(value):
        return (0, 0.0, "")
    if isinstance(value, bool | int | float):
        return (1, float(value), "")
    return (2, 0.0, str(value))


def paged(
    items: Sequence[Entity], listing: Listing, sources: Sources, realm: Realm
) -> Page | None:
    """Return the page that a request asks for; None if its cursor is not known."""
    size = _size(listing, sources)
    start = _start(items, listing, sources, realm, size)
    if start is None:
        return None
    start = max(0, start)
    end = len(items) if size is None else min(len(items), start + size)
    return Page(items[start:end], start, len(items), size)


def _size(listing: Listing, sources: Sources) -> int | None:
    size = listing.size
    if listing.size_slot is not None and listing.size_slot in sources:
        asked = number(sources[listing.size_slot])
        if asked is not None and asked > 0:
            size = int(asked)
    return size


def _start(
    items: Sequence[Entity],
    listing: Listing,
    sources: Sources,
    realm: Realm,
    size: int | None,
) -> int | None:
    if listing.cursor_slot is not None and listing.cursor_slot in sources:
        cursor = sources[listing.cursor_slot]
        if cursor not in (None, ""):
            return _after(items, listing, text(cursor), realm)
    if listing.page_slot is not None and listing.page_slot in sources:
        page = number(sources[listing.page_slot])
        if page is not None and size is not None:
            return int(page - listing.first_page) * size
    if listing.offset_slot is not None and listing.offset_slot in sources:
        return int(number(sources[listing.offset_slot]) or 0)
    return 0


def _after(
    items: Sequence[Entity], listing: Listing, cursor: str, realm: Realm
) -> int | None:
    if cursor in realm.cursors:
        return realm.cursors[cursor][1]
    for place, each in enumerate(items):
        if each.name == cursor:
            return place + 1
    if listing.cursor_field is not None:
        # What it names is gone: those that come later in the order of ids follow.
        later = [
            n for n, each in enumerate(items) if _rank_id(each) > _rank_text(cursor)
        ]
        return later[0] if later else len(items)
    return None


def _rank_id(entity: Entity) -> tuple[int, float, str]:
    return _rank_text(entity.name)


def _rank_text(shown: str) -> tuple[int, float, str]:
    if re.fullmatch(r"\d{1,15}", shown):
        return (1, float(shown), "")
    return (2, 0.0, shown)


def cursor_to(page: Page, listing: Listing, realm: Realm, moment: Moment) -> Json:
    """Return what leads to the page after *page*, as recorded ones are written."""
    example = listing.cursor_like
    if listing.cursor_field is not None and page.items:
        return page.items[-1].name
    if listing.cursor_slot is None and page.size:
        if listing.page_slot is not None:
            return page.end // page.size + listing.first_page
        return page.end
    made = _counted_cursor(example, page) or mint(
        example if is_scalar(example) else "", moment.rng, moment.now
    )
    realm.remember(text(made), ("", page.end))
    return made


def _counted_cursor(example: Json, page: Page) -> Json:
    """Return a cursor that holds a number, with the number of this page in it."""
    if isinstance(example, int) and not isinstance(example, bool):
        return page.end
    if not isinstance(example, str):
        return None
    if re.fullmatch(r"\d{1,9}", example):
        return str(page.end)
    try:
        plain = base64.b64decode(example + "=" * (-len(example) % 4), validate=True)
        shown = plain.decode("ascii")
    except ValueError:
        return None
    if not shown.isprintable() or len(re.findall(r"\d+", shown)) != 1:
        return None
    made = base64.b64encode(re.sub(r"\d+", str(page.end), shown).encode()).decode()
    return made if example.endswith("=") or len(example) % 4 == 0 else made.rstrip("=")


def address_of(example: str, target: str, changes: dict[str, Json]) -> str:
    """Return the address of another page of the list at *target*.

    Args:
        example: A recorded one, for how it begins.
        target: Path and query that were asked.
        changes: Parameters that the other page is asked with.
    """
    path, _, query = target.partition("?")
    pairs = [pair for pair in parse_qsl(query, True) if pair[0] not in changes]
    pairs += [(name, text(value)) for name, value in changes.items()]
    match = re.match(r"https?://[^/?#]*", example)
    return (match[0] if match else "") + path + "?" + urlencode(pairs)


def shown_cursor(value: Json) -> str:
    """Return a cursor as text."""
    return value if isinstance(value, str) else json.dumps(value)
