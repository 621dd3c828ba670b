"""What a request says, one thing after the other: of its path, query and body."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple
from urllib.parse import unquote

from mockforge.options import Json
from mockforge.synthesis.kinds import kind_of
from mockforge.synthesis.naming import singular, words_of
from mockforge.synthesis.spots import meant
from mockforge.synthesis.wanted import Wanted

SIZES = frozenset(("limit", "perpage", "pagesize", "size", "take", "first", "top",
                   "maxresults", "pagelimit", "itemsperpage", "max", "rows",
                   "numresults"))  # fmt: skip
PAGES = frozenset(("page", "pagenumber", "pageno", "pagenum", "p", "currentpage",
                   "pageindex"))  # fmt: skip
OFFSETS = frozenset(("offset", "skip", "startindex", "pageoffset"))
SORTS = frozenset(("sort", "sortby", "orderby", "ordering", "order", "sortorder",
                   "direction", "sortdirection", "sortdir", "orderdir", "dir",
                   "sortfield"))  # fmt: skip
SEARCHES = frozenset(("q", "query", "search", "searchterm", "term", "keyword",
                      "keywords", "text", "searchquery", "phrase", "s"))  # fmt: skip
FIELDS = frozenset(("fields", "select", "only", "attributes", "projection"))
_OTHER = frozenset(("cursor", "after", "before", "include", "includes", "expand",
                    "embed", "pagetoken", "nexttoken", "startingafter", "apikey",
                    "endingbefore", "token", "accesstoken", "callback", "format",
                    "pretty", "exclude", "omit", "count", "with", "populate", "key",
                    "debug", "verbose", "timestamp", "nocache", "appid"))  # fmt: skip
_APART = SIZES | PAGES | OFFSETS | SORTS | SEARCHES | FIELDS | _OTHER
_BEFORE = frozenset(("filter", "filters", "where", "query"))
_AFTER = frozenset(("eq", "equals", "exact", "iexact", "contains", "icontains",
                    "any"))  # fmt: skip
_AMONG = re.compile(r"(?:__|\[|\.)(?:in|is)\]?$")
EDGES = {
    **dict.fromkeys(("min", "minimum", "gte", "gt", "ge", "from", "above", "least",
                     "since", "after", "start", "begin", "over", "newer"), "low"),
    **dict.fromkeys(("max", "maximum", "lte", "lt", "le", "to", "below", "under",
                     "until", "before", "end", "till", "most", "older",
                     "upto"), "high"),
}  # fmt: skip
_JOINED = re.compile(r"(min|max)(?!imum|im[au]l|ute|eral|or|ing|ist|t$|us$|i$)"
                     r"([a-z]{3,})")  # fmt: skip
"""`minmagnitude`"""
_NOT = frozenset(("ne", "neq", "not", "nin", "exclude", "excluding", "without"))
_CLAUSE = re.compile(
    r"(\w[\w.]*)\s*(?:\beq\b|==?|:)\s*'?\"?([^'\",;&]+)", re.IGNORECASE
)
_SEARCHING = frozenset(("search", "query", "filter", "find", "lookup", "list"))
_PLAIN = re.compile(r"v\d+|api|rest|public|internal|admin|by|search|find|me|current")
_EITHER = re.compile(r"(?:([iI]d)(?:Or|_or_|-or-)(\w+))\Z")
"""`issueIdOrKey`: which of them is told by how it looks."""
_PLACED = re.compile(r":\w+|\{\w+\}")
_IDS = frozenset(("id", "number", "key", "reference", "no", "code", "slug", "name"))
_ENDS = {"departures": "origin", "arrivals": "destination"}
_STOPS = (("airport",), ("station",), ("port",), ("city",))
_PARTS = frozenset(("profile", "settings", "preferences", "status", "stats", "details",
                    "statistics", "metrics", "summary"))  # fmt: skip
_LISTED = re.compile(r"[\w.@ -]+(?:,[\w.@ -]+)+")
MOST = 60
"""Facts of one request that are read."""


class Fact(NamedTuple):
    """One thing that a request says."""

    words: tuple[str, ...]
    """What names it, as it is compared."""
    values: tuple[Json, ...]
    """Its value; where there are several, any of them."""
    name: str
    """As it was written."""
    place: str
    """Where it was said: path, query or body."""
    owner: tuple[str, ...] = ()
    """The thing that it tells apart from others of its kind, if it does."""
    is_own: bool = False
    """Whether that is what is asked for."""
    is_near: bool = False
    """Whether what is asked for is a part of it, or something done to it."""
    is_last: bool = False
    """Whether the path ends with it: what is asked for, whatever it is called."""

    @property
    def is_id(self) -> bool:
        """Whether it is named as what tells things apart."""
        return self.words[-1:] == ("id",)


def plain(name: str) -> str:
    """Return *name* as it is looked up: `per_page` and `perPage` are one."""
    return "".join(words_of(name))


def segments_of(path: str) -> list[str]:
    """Return the parts of *path*, decoded."""
    return [unquote(part) for part in path.split("?")[0].split("/") if part]


def asked_of(wanted: Wanted) -> Mapping[str, Json]:
    """Return the query, with the body of one that is sent to search by."""
    parts = segments_of(wanted.path)
    body = wanted.body
    if isinstance(body, dict) and parts and parts[-1].lower() in _SEARCHING:
        told = {name: value for name, value in body.items() if value is not None}
        inner = told.pop("filters", told.pop("filter", None))
        return {**wanted.query, **told, **(inner if isinstance(inner, dict) else {})}
    return wanted.query


def facts_in(wanted: Wanted) -> list[Fact]:
    """Return what *wanted* says of single values, the path first."""
    query = asked_of(wanted)
    found = [*_of_path(wanted), *_of_query(query)]
    found += _together({**query, **wanted.params})
    found += [one for fact in found[:MOST] for one in parts_of(fact)]
    return found[:MOST]


def _of_path(wanted: Wanted) -> Iterator[Fact]:
    parts = segments_of(wanted.path)
    at = -1
    placed: list[tuple[int, str, str]] = []
    for name, value in wanted.params.items():
        text = str(value)
        found = next((number for number in range(at + 1, len(parts))
                      if parts[number] in (text, f":{name}", f"{{{name}}}")),
                     None)  # fmt: skip
        at = at if found is None else found
        placed.append((len(parts) if found is None else found, name, text))
    taken = {at for at, _, _ in placed}
    is_fixed = [number not in taken and not _PLACED.fullmatch(part)
                and not part.isdigit() for number, part in enumerate(parts)
                ]  # fmt: skip
    for at, name, text in placed:
        before = [part for number, part in enumerate(parts[:at]) if is_fixed[number]
                  and not _PLAIN.fullmatch(part.lower())]  # fmt: skip
        owner = meant(words_of(singular(before[-1].lower()))) if before else ()
        is_own = not any(is_fixed[at + 1 :])
        is_next = at > 0 and at - 1 < len(parts) and is_fixed[at - 1]
        fact = _parameter(name, text, owner, is_own=is_own, is_next=is_next)
        is_near = bool(owner) and is_fixed[-1] and _is_part(parts[-1])
        is_last = bool(owner) and is_next and at == len(parts) - 1
        yield fact._replace(is_near=is_near, is_last=is_last)
        end = _ENDS.get(parts[-1].lower()) if parts else None
        if end and owner[-1:] in _STOPS:
            # What leaves an airport comes from there.
            yield Fact((end,), (text,), end, "path")
    if not wanted.params:
        yield from _unnamed(parts, is_fixed)


def parts_of(fact: Fact) -> Iterator[Fact]:
    """Yield what a part of the value of *fact* says: `PAY-482` is of project PAY."""
    text = str(fact.values[0]) if len(fact.values) == 1 else ""
    is_named = fact.words[-1:] in _TOLD
    match = _KEY.fullmatch(text)
    if match and is_named and (fact.is_own or fact.is_last):
        for name in ("key", "prefix", "code"):
            yield Fact(("project", name), (match[1],), name, "part")
    match = _FLIGHT.fullmatch(text)
    if match and "flight" in (*fact.words, *fact.owner):
        for who in ("airline", "carrier"):
            for name in ("code", "iata", "iata code", "id"):
                words = (who, *name.split())
                yield Fact(words, (match[1],), "_".join(words), "part")


_TOLD = (("id",), ("key",), ("number",), ("code",), ("reference",), ("ref",))
_KEY = re.compile(r"([A-Z][A-Z0-9]{1,9})-\d{1,6}")
_FLIGHT = re.compile(r"([A-Z]{2}|[A-Z]\d|\d[A-Z])[ -]?\d{1,4}[A-Z]?")


def _is_part(last: str) -> bool:
    """Return whether *last* names no things of their own: `status`, `cancel`."""
    is_several = singular(last) != last and last not in _PARTS
    return not is_several and (not kind_of(last) or last in _PARTS)


def _parameter(
    name: str, text: str, owner: tuple[str, ...], *, is_own: bool, is_next: bool
) -> Fact:
    """Return what a part of a path says that is called *name* in it."""
    is_id = text.isdigit() or len(text) == len("3f2504e0-4f89-41d3-9a0c-0305e82c3301")
    words = meant(words_of(_EITHER.sub(r"\1" if is_id else r"\2", name)))
    if words in (("value",), ("param",)) and owner:
        # `/orders/status/{value}`
        words = owner
    tells = bool(words) and (
        words[-1] in _IDS or words == owner or words[-1] == "username"
    )
    if not tells or (owner and len(words) > 1 and words[:-1] != owner):
        whose = words[:-1] if len(words) > 1 and words[-1] == "id" else ()
        return Fact(words, (text,), name, "path", whose,
                    is_own and whose == owner)  # fmt: skip
    if not is_next and words == ("id",):
        return Fact(words, (text,), name, "path", (), is_own)
    return Fact(words, (text,), name, "path", owner, is_own)


def _together(told: Mapping[str, Json]) -> Iterator[Fact]:
    """Yield what parts of a path say together: a month of a year, whose what."""
    said = {plain(name): str(value) for name, value in told.items()
            if not isinstance(value, list | dict)}  # fmt: skip
    year, month = said.get("year", ""), said.get("month", "")
    if year.isdecimal() and len(year) == len("2026") and month.isdecimal():
        yield Fact(("period",), (f"{year}-{int(month):02d}",), "period", "query")
    owner = next((said[one] for one in _OWNERS if one in said), "")
    name = next((said[one] for one in _OWNED if one in said), "")
    if owner and name:
        yield Fact(("full", "name"), (f"{owner}/{name}",), "full_name", "query",
                   ("repository",))  # fmt: skip
    base = said.get("base", said.get("from", ""))
    quote = said.get("quote", said.get("to", ""))
    if all(one.isalpha() and 2 < len(one) < len("DOGECOI") for one in (base, quote)):
        yield Fact(("pair",), (f"{base}/{quote}".upper(),), "pair", "query")


_OWNERS = ("owner", "org", "organization", "namespace", "workspace", "group")
_OWNED = ("repo", "repository", "project", "package", "image")


def _unnamed(parts: Sequence[str], is_fixed: Sequence[bool]) -> Iterator[Fact]:
    for at, part in enumerate(parts):
        if part.isdigit() and at and is_fixed[at - 1] and len(part) < 16:
            owner = meant(words_of(singular(parts[at - 1].lower())))
            if owner:
                is_own = not any(is_fixed[at + 1 :])
                yield Fact(("id",), (part,), "id", "path", owner, is_own)


def _of_query(query: Mapping[str, Json]) -> Iterator[Fact]:
    for name, value in query.items():
        if value is None or value == "" or isinstance(value, dict):
            continue
        if plain(name) in ("filter", "filters", "where"):
            yield from _clauses(str(value))
            continue
        raw = words_of(name)
        if plain(name) in _APART or _NOT & {*raw} or not raw:
            continue
        words = _bare(name)
        values = _several(value)
        last = meant(words)
        if last == ("id",) and words[-1] in ("id", "ids"):
            yield Fact(("id",), values, name, "query", (), is_own=True)
        elif values and last:
            owner = last[:-1] if last[-1] == "id" else ()
            yield Fact(last, values, name, "query", owner)


def _clauses(text: str) -> Iterator[Fact]:
    for match in _CLAUSE.finditer(text):
        words = meant(words_of(match[1]))
        if words:
            yield Fact(words, (match[2].strip(),), match[1], "query")


def _several(value: Json) -> tuple[Json, ...]:
    if isinstance(value, list):
        return tuple(one for one in value if not isinstance(one, list | dict))
    if isinstance(value, str) and len(value) < 2000 and _LISTED.fullmatch(value):
        return tuple(part.strip() for part in value.split(","))
    return (value,)


def _bare(name: str) -> tuple[str, ...]:
    """Return the words of *name* without those that only say how it is compared."""
    words = words_of(_AMONG.sub("", name))
    if len(words) > 1 and words[0] in _BEFORE:
        words = words[1:]
    return words[:-1] if len(words) > 1 and words[-1] in _AFTER else words


def edge_of(name: str) -> tuple[str, tuple[str, ...]]:
    """Return whether *name* is of the low or the high end, and the words of what."""
    joined = _JOINED.fullmatch(name)
    if joined:
        return EDGES[joined[1].lower()], words_of(joined[2])
    words = words_of(name)
    edges = [word for word in words if word in EDGES]
    rest = tuple(word for word in _bare(name) if word not in EDGES)
    return (EDGES[edges[-1]] if edges else "", rest)
