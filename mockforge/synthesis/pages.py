"""Pages of a list: which one is asked for, and what is told beside it."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple
from urllib.parse import urlencode

from mockforge.bodies.document import Path
from mockforge.chance import rng
from mockforge.options import Json
from mockforge.synthesis.facts import (
    FIELDS,
    OFFSETS,
    PAGES,
    SIZES,
    SORTS,
    plain,
    segments_of,
)
from mockforge.synthesis.recurring import first_number
from mockforge.synthesis.spots import Spot
from mockforge.synthesis.wanted import Wanted

_UNASKED = 50
"""The longest page that is made where nobody asked for its size."""
_USUAL = 10
_FEW, _MANY = 64, 480
_MOST = 10_000
_STEP = 5
_ROLES = {
    "page": "page currentpage pagenumber pageno pageindex pagenum number",
    "size": "perpage pagesize limit size itemsperpage take resultsperpage maxresults",
    "offset": "offset skip startindex",
    "total": "total totalcount totalitems totalresults totalelements totalrecords "
             "totalhits recordstotal numfound found totalsize odatacount",
    "count": "count returned numberofelements itemcount itemscount resultcount "
             "resultscount",
    "pages": "totalpages pages pagecount lastpage numpages pagestotal numberofpages",
    "more": "hasmore hasnext hasnextpage more",
    "less": "hasprevious hasprev hasprevpage haspreviouspage",
    "start": "first isfirst isfirstpage",
    "end": "last islast islastpage",
    "next": "next nextpage nexturl nextlink nextpageurl nexthref",
    "previous": "prev previous prevpage previouspage prevurl previousurl prevlink "
                "prevpageurl previouspageurl",
    "self": "self",
    "from": "from",
    "to": "to",
    "cursor": "nextcursor nextpagetoken endcursor nexttoken continuationtoken",
}  # fmt: skip
_BY_NAME = {name: role for role, names in _ROLES.items() for name in names.split()}
_TELLING = frozenset(("page", "pages", "offset", "more", "next", "previous"))
"""What is told of pages alone."""


class Page(NamedTuple):
    """One page of a list."""

    size: int
    offset: int
    total: int
    first: int
    """The number of the first page: 1, rarely 0."""

    @property
    def length(self) -> int:
        """How much is on it."""
        return max(0, min(self.size, self.total - self.offset))

    @property
    def number(self) -> int:
        """Which it is."""
        return self.offset // max(self.size, 1) + self.first

    @property
    def pages(self) -> int:
        """How many there are."""
        return -(-self.total // max(self.size, 1))


class Telling(NamedTuple):
    """A field that tells of the page."""

    role: str
    spot: Spot


def telling(spots: tuple[Spot, ...], inside: Path) -> list[Telling]:
    """Return the fields of an object around a list that tell of its page."""
    found = []
    for spot in spots:
        if spot.lists or not inside or spot.path[: len(inside)] == inside:
            continue
        names = [str(step) for step in spot.path]
        name = plain(names[-1])
        if name == "href" and len(names) > 1:
            name = plain(names[-2])
        role = _BY_NAME.get(name, "")
        if role in ("start", "end") and "boolean" not in spot.types:
            role = {"start": "firstlink", "end": "lastlink"}[role]
        if role in ("from", "to") and not spot.takes_numbers:
            continue
        if role:
            found.append(Telling(role, spot))
    return found


def page_of(wanted: Wanted, query: Mapping[str, Json], told: list[Telling]
            ) -> Page | None:  # fmt: skip
    """Return the page that is asked for; None where there is no talk of pages."""
    named = {plain(name): str(value) for name, value in query.items()
             if not isinstance(value, list | dict)}  # fmt: skip
    size = _number(named, SIZES)
    number, offset = _number(named, PAGES), _number(named, OFFSETS)
    roles = {each.role for each in told}
    is_around = bool(roles & _TELLING) or ("total" in roles and size is not None)
    if number is None and offset is None and not is_around:
        return None
    count = wanted.count if wanted.count is not None and wanted.count > 1 else None
    if wanted.count == 0:
        return None
    if not size:
        size = _of_schema(told) or count or _USUAL
    size = min(size, _MOST)
    is_from_zero = any(plain(str(each.spot.path[-1])) in ("totalelements",
                       "numberofelements") for each in told) or number == 0  # fmt: skip
    first = 0 if is_from_zero else 1
    if offset is None:
        offset = max(0, (first if number is None else number) - first) * size
    return Page(size, offset, _total(wanted, query, count), first)


def _number(named: Mapping[str, str], names: frozenset[str]) -> int | None:
    return next((int(value) for name, value in named.items()
                 if name in names and value.isdigit() and len(value) < len("1" * 10)),
                None)  # fmt: skip


def _of_schema(told: list[Telling]) -> int | None:
    """Return how long a page is by what the schema says of its size."""
    for each in told:
        if each.role == "size":
            schema = each.spot.schema
            for one in (schema.get("const"), schema.get("default"),
                        *schema.get("examples", ())):  # fmt: skip
                if isinstance(one, int) and 0 < one <= _UNASKED:
                    return one
    return None


def _total(wanted: Wanted, query: Mapping[str, Json], count: int | None) -> int:
    """Return how many there are: the same on each page."""
    apart = PAGES | SIZES | OFFSETS | SORTS | FIELDS
    filters = sorted((name, str(value)) for name, value in query.items()
                     if plain(name) not in apart)  # fmt: skip
    draw = rng(wanted.seed, "total", "/".join(segments_of(wanted.path)), repr(filters))
    least = max(_FEW, 3 * (count or 0) + 2)
    most = max(_MANY, 3 * least)
    made = int(math.exp(draw.uniform(math.log(least), math.log(most))))
    return made + 1 if made % _STEP == 0 else made


def first_id(wanted: Wanted, page: Page, kind: str) -> int:
    """Return the number before that of the first thing of *kind* on *page*."""
    return first_number(wanted.seed, kind) + page.offset


def told_of(
    page: Page, wanted: Wanted, told: list[Telling], shown: int
) -> Iterator[tuple[Path, Json]]:
    """Yield what the fields of an object around a page tell of it."""
    roles = {each.role for each in told}
    has_total = "total" in roles
    ways = _Ways(page, wanted, shown)
    for role, spot in told:
        if role == "count" and not has_total and roles & _TELLING:
            role = "total"
        made = ways.value(role, spot)
        if made is not _NOTHING:
            yield spot.path, made


_NOTHING = object()


class _Ways:
    """What is told of a page, by role."""

    def __init__(self, page: Page, wanted: Wanted, shown: int) -> None:
        self._page = page
        self._wanted = wanted
        self._values: dict[str, Json] = {
            "page": page.number,
            "size": page.size,
            "offset": page.offset,
            "total": page.total,
            "count": shown,
            "pages": page.pages,
            "more": page.offset + shown < page.total,
            "less": page.offset > 0,
            "start": page.offset == 0,
            "end": page.offset + shown >= page.total,
            "from": page.offset + 1 if shown else page.offset,
            "to": page.offset + shown,
        }

    def value(self, role: str, spot: Spot) -> object:
        """Return what the field *spot* of *role* tells."""
        if role in self._values:
            return self._values[role]
        page = self._page
        at = {"next": page.number + 1, "previous": page.number - 1, "self": page.number,
              "firstlink": page.first, "lastlink": page.pages - 1 + page.first,
              "cursor": page.number + 1}[role]  # fmt: skip
        is_there = page.first <= at < page.pages + page.first
        if not is_there:
            return None if "null" in spot.types or not spot.takes_text else ""
        if role == "cursor":
            return _NOTHING
        return at if spot.takes_numbers else self._link(at)

    def _link(self, number: int) -> str:
        query = {name: value for name, value in self._wanted.query.items()
                 if not isinstance(value, dict)}  # fmt: skip
        page = self._page
        name = next((one for one in query if plain(one) in OFFSETS), None)
        if name is not None:
            query[name] = (number - page.first) * page.size
        else:
            name = next((one for one in query if plain(one) in PAGES), "page")
            query[name] = number
        return f"{self._wanted.path.split('?')[0]}?{urlencode(query, doseq=True)}"


def put(
    document: Json,
    values: Iterator[tuple[Path, Json]],
    is_valid: Callable[[Json], bool],
) -> Json:
    """Put *values* into *document*, as far as it stays valid."""
    changed = [(path, value, *_swap(document, path, value)) for path, value in values]
    if is_valid(document):
        return document
    for path, _, had, old in changed:
        if had:
            _swap(document, path, old)
    for path, value, had, old in changed:
        if not had:
            continue
        _swap(document, path, value)
        if not is_valid(document):
            _swap(document, path, old)
    return document


def _swap(document: Json, path: Path, value: Json) -> tuple[bool, Json]:
    """Put *value* at *path*; return whether there is such a place, and what was."""
    inner = document
    for step in path[:-1]:
        inner = inner.get(step) if isinstance(inner, dict) else None
    if not isinstance(inner, dict) or path[-1] not in inner:
        return False, None
    old = inner[str(path[-1])]
    inner[str(path[-1])] = value
    return True, old
