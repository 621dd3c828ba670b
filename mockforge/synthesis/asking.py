"""What a request and its words ask for: the kind, the domain, values that are given."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from random import Random  # noqa: TID251 - the type alone
from typing import Any

from mockforge.bodies.document import Path
from mockforge.learning.fields.composing import Composing
from mockforge.learning.fields.schema import Schema
from mockforge.options import Json
from mockforge.synthesis.kinds import kind_of, nature_of
from mockforge.synthesis.knowing import kind_by_members, sure_kind
from mockforge.synthesis.lexicons import GENERIC, GOODS, LEXICONS, Goods, Lexicon
from mockforge.synthesis.naming import singular, words_of
from mockforge.synthesis.phrases import home_of
from mockforge.synthesis.places import PLACES
from mockforge.synthesis.shaping import SUBJECTS
from mockforge.synthesis.shared import Shared
from mockforge.synthesis.statements import Statements, statements_in
from mockforge.synthesis.trade import industries_in, lines_for
from mockforge.synthesis.wanted import Wanted

_SIZES = frozenset(("limit", "perpage", "pagesize", "size", "take", "first", "top"))
_PAGING = frozenset(("page", "offset", "skip", "cursor", "sort", "orderby", "sortby",
                     "order", "q", "query", "search", "fields", "include",
                     "expand"))  # fmt: skip
_PLAIN = re.compile(r"v\d+|api|rest|public|internal|admin|me|search|list|all|latest")
_MARKED = re.compile(r"[:{*].*|\d+|[0-9a-fA-F-]{16,}")
_BUYERS = frozenset(("customer", "client", "lead", "account", "tenant", "prospect",
                     "user", "subscriber"))  # fmt: skip
_SHELVES = frozenset(("catalog", "catalogue", "shop", "featured", "popular", "feed",
                      "recommendation", "data", "result", "dashboard"))  # fmt: skip
_BUSINESS = frozenset(("companies", "businesses", "organizations", "organisations"))


class Asking:
    """One request for something, read."""

    def __init__(
        self,
        wanted: Wanted,
        schema: Schema,
        main: Path | None = None,
        composing: Composing | None = None,
    ) -> None:
        self._wanted = wanted
        composing = composing or Composing({})
        flat = composing.flat(schema, list)
        if main is not None:
            for name in main:
                flat = composing.flat(flat["properties"][name], list)
            flat = composing.flat(flat.get("items", True), list)
        self._inside: Path = () if main is None else (*main, "*")
        self._document: Mapping[str, Any] = flat
        self._statements = statements_in(f"{wanted.prompt}\n{wanted.context}")
        self.words = frozenset(words_of(f"{wanted.prompt} {wanted.context}"))
        self.segments = [part for part in wanted.path.split("?")[0].split("/") if part]
        self.noun = ""
        self.kind = self._kind(schema)
        self.base = wanted.base
        self.node = wanted.node
        self.count = self._count(main)
        self.given = dict(self._given())

    def _kind(self, schema: Schema) -> str:
        document = dict(self._document)
        told = (*self._path_kinds(), kind_of(str(document.get("title", ""))),
                kind_of(str(schema.get("title", ""))))  # fmt: skip
        sure = sure_kind(document)
        found = next((one for one in told if one), "")
        is_named = (
            bool(self.noun)
            and self.noun not in _SHELVES
            and any(singular(word) == self.noun for word in self.words)
        )
        if not found and not is_named:
            # What both the path and the prompt name is what it is.
            found = self._spoken()
        if found in _BUYERS and self.words & _BUSINESS and sure != "person":
            return "company"
        if sure in ("stock", "message") and found in ("", "deal", "conversation"):
            return sure
        if not found and (sure or not self.noun or self.noun in _SHELVES):
            return sure or kind_by_members(document)
        return found

    def _path_kinds(self) -> Iterator[str]:
        """Yield what the last name of the path says."""
        known = {str(value) for value in self._wanted.params.values()}
        for part in reversed(self.segments):
            if part in known or _MARKED.fullmatch(part) or _PLAIN.fullmatch(part):
                continue
            found = kind_of(part)
            self.noun = "" if found else " ".join(words_of(singular(part.lower())))
            yield found
            break

    def _spoken(self) -> str:
        """Return the first kind that the prompt names."""
        words = words_of(self._wanted.prompt)
        for word in words:
            found = kind_of(word)
            if isinstance(self._wanted.base, dict) and word in SUBJECTS:
                # It is put beside what is given, and is not that.
                continue
            if found and word not in ("data", "value", "contact", "human", "test",
                                      "service", "provider", "agent"):  # fmt: skip
                return found
        return ""

    def _count(self, main: Path | None) -> int | None:
        count = self._wanted.count
        if main is None and count in (None, 1):
            return count
        if main is not None and count == 1 and main != ():
            count = None
        for name, value in self._wanted.query.items():
            asked = str(value)
            if "".join(words_of(name)) in _SIZES and asked.isdigit() and int(asked):
                return min(int(asked), count if count is not None else int(asked))
        return count

    def _given(self) -> Iterator[tuple[Path, Json]]:
        members = {"".join(words_of(name)): name
                   for name in self._document.get("properties", {})}  # fmt: skip
        for names, value in (*self._from_params(), *self._from_query()):
            for one in names:
                if one in members:
                    name = members[one]
                    told = self._document["properties"][name]
                    yield (*self._inside, name), _typed(value, told)
                    break
        yield from _places_of(self._wanted.base, ())

    def _from_params(self) -> Iterator[tuple[tuple[str, ...], Json]]:
        for name, value in self._wanted.params.items():
            at = next((number for number, part in enumerate(self.segments)
                       if part in (str(value), f":{name}", f"{{{name}}}")),
                      -1)  # fmt: skip
            is_own = at == len(self.segments) - 1 or at < 0
            owner = singular(self.segments[at - 1].lower()) if at > 0 else ""
            owner = "".join(words_of(owner))
            plain = "".join(words_of(name))
            names = (plain,) if plain != "id" else ()
            if is_own:
                ending = plain[: -len("id")] if plain.endswith("id") else ""
                own = plain == "id" or ending in (owner, self.kind, "")
                names = ("id", f"{owner}id", *names) if own else names
            elif owner:
                names = (f"{owner}id", *names)
            yield names, value

    def _from_query(self) -> Iterator[tuple[tuple[str, ...], Json]]:
        for name, value in self._wanted.query.items():
            plain = "".join(words_of(name))
            if plain in _SIZES or plain in _PAGING:
                continue
            one = value[0] if isinstance(value, list) and len(value) == 1 else value
            if not isinstance(one, list | dict):
                yield (plain,), one

    def shared(self, rng: Random, now: float) -> Shared:
        """Return what all of the document has in common."""
        statements = self._with_query()
        base = self._wanted.base
        named = str(base.get("name", "")) if isinstance(base, dict) else ""
        goods = lines_for(self.words | {*words_of(named)})
        made = Shared(
            rng,
            now,
            kind=self.kind,
            lexicon=self._lexicon(),
            noun="" if self.kind else self.noun,
            words=self.words,
            statements=statements,
            goods=self._goods(goods),
            industries=industries_in(self.words),
        )
        if statements.countries:
            made.places = tuple(
                one for one in PLACES if one.country.code in statements.countries
            )
        return made

    def _goods(self, goods: tuple[Goods, ...]) -> tuple[Goods, ...]:
        told = self._document.get("properties", {}).get("category", {})
        values = told.get("enum", ()) if isinstance(told, dict) else ()
        given = self.given.get((*self._inside, "category"))
        words = {word for value in ([given] if given else values)
                 for word in words_of(str(value))}  # fmt: skip
        some = tuple(line for line in GOODS
                     if words & {*words_of(line.category),
                                 *line.signs.split()[-6:]})  # fmt: skip
        return some or goods

    def _with_query(self) -> Statements:
        """Return the statements, with bounds such as `?min_price=10`."""
        ranges = dict(self._statements.ranges)
        for name, value in self._wanted.query.items():
            words = words_of(name)
            edge = {*words} & {*_LEAST, *_MOST}
            rest = [word for word in words if word not in edge]
            try:
                bound = float(str(value))
            except ValueError:
                continue
            if edge and rest:
                low, high = ranges.get(singular(rest[-1]), (None, None))
                is_low = bool(edge & {*_LEAST})
                ranges[singular(rest[-1])] = (bound, high) if is_low else (low, bound)
        return replace(self._statements, ranges=ranges)

    def _lexicon(self) -> Lexicon:
        """Return the lexicon whose words come most."""
        home = home_of(self.kind)
        path = {word for part in self.segments for word in words_of(part)}
        members = {word for name in self._document.get("properties", {})
                   for word in words_of(name)}  # fmt: skip
        best: Lexicon = GENERIC
        most = 0
        for lexicon in LEXICONS:
            signs = frozenset(lexicon.signs.split())
            score = 2 * len(signs & self.words) + 3 * len(signs & path)
            score += len(signs & members) + 3 * (lexicon is home)
            if score > most:
                best, most = lexicon, score
        if not most and nature_of(self.kind) == "goods":
            best = LEXICONS[0]
        return best


_LEAST = ("min", "minimum", "gte", "gt", "from", "above")
_MOST = ("max", "maximum", "lte", "lt", "to", "below", "under")


def _typed(value: Json, told: Any) -> Json:
    """Return *value*, which was a text in an address, as its schema has it."""
    kinds = told.get("type", "string") if isinstance(told, dict) else "string"
    kinds = kinds if isinstance(kinds, list) else [kinds]
    if not isinstance(value, str) or "string" in kinds:
        return str(value) if "string" in kinds and isinstance(value, int) else value
    if "boolean" in kinds and value.lower() in ("true", "false", "1", "0"):
        return value.lower() in ("true", "1")
    for kind, read in (("integer", int), ("number", float)):
        if kind in kinds:
            try:
                return read(value)
            except ValueError:
                continue
    return value


def _places_of(base: Json, path: Path) -> Iterator[tuple[Path, Json]]:
    if isinstance(base, dict):
        for name, each in base.items():
            yield from _places_of(each, (*path, name))
    elif path and not isinstance(base, list):
        yield path, base
