"""What a request and its words ask for: the kind, the domain, values that are given."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from itertools import pairwise
from random import Random  # noqa: TID251 - the type alone
from typing import Any

from mockforge.bodies.document import Path
from mockforge.learning.fields.composing import Composing
from mockforge.learning.fields.schema import Schema
from mockforge.options import Json
from mockforge.synthesis.demands import Demand, scope_of
from mockforge.synthesis.domains import domain_of
from mockforge.synthesis.facts import segments_of
from mockforge.synthesis.kinds import nature_of
from mockforge.synthesis.knowing import kind_by_members, sure_kind
from mockforge.synthesis.lexicons import GOODS, SHELVES, Goods, Lexicon
from mockforge.synthesis.lexicons.subjects import Subject
from mockforge.synthesis.lists import list_about
from mockforge.synthesis.localities import NOWHERE, Localities, where
from mockforge.synthesis.naming import singular, words_of
from mockforge.synthesis.roles import role_of
from mockforge.synthesis.senses import (
    PATH,
    PROMPT,
    Evidence,
    is_other,
    named_by_both,
    pairs,
    sense,
    told_by,
)
from mockforge.synthesis.shaping import SUBJECTS
from mockforge.synthesis.shared import Shared
from mockforge.synthesis.shops import called, lines_for
from mockforge.synthesis.sorts import sort_of
from mockforge.synthesis.spots import Spot, spots_in
from mockforge.synthesis.statements import statements_in
from mockforge.synthesis.subjects import subject_of
from mockforge.synthesis.teams import talk_of
from mockforge.synthesis.timing import Timing, timing_of
from mockforge.synthesis.trade import industries_in
from mockforge.synthesis.wanted import Wanted

_PLAIN = re.compile(
    r"v\d+|[a-z]|api|rest|public|internal|admin|me|search|list|all|latest"
    r"|[fF]ind-?[bB]y-?\w*"
    r"|random|today|current|recent|trending|top|active|available|upcoming"
    r"|nearby|new|archived|export|bulk|batch|live"
)
_MARKED = re.compile(r"[:{*].*|\d+|[0-9a-fA-F-]{16,}|[A-Z]{2,3}")
_NO_KINDS = frozenset(("data", "value", "contact", "human", "test", "service",
                       "provider", "agent", "list", "set", "batch", "page", "form",
                       "record", "entry", "sample", "detail"))  # fmt: skip
_BUYERS = frozenset(("customer", "client", "lead", "account", "tenant", "prospect",
                     "user", "subscriber"))  # fmt: skip
_SHELVES = frozenset(("catalog", "catalogue", "shop", "featured", "popular", "feed",
                      "recommendation", "data", "result", "dashboard"))  # fmt: skip
_FEW = 8
_BUSINESS = frozenset(("companies", "businesses", "organizations", "organisations"))


class Asking:
    """One request for something, read."""

    def __init__(
        self,
        wanted: Wanted,
        schema: Schema,
        main: Path | None = None,
        composing: Composing | None = None,
        spots: tuple[Spot, ...] | None = None,
    ) -> None:
        self.wanted = wanted
        composing = composing or Composing({})
        flat = composing.flat(schema, list)
        if main is not None:
            for name in main:
                flat = composing.flat(flat["properties"][name], list)
            flat = composing.flat(flat.get("items", True), list)
        self._document: Mapping[str, Any] = flat
        self._described = tuple(
            str(one["description"]) for one in (flat, schema) if one.get("description")
        )
        self._statements = statements_in(f"{wanted.prompt}\n{wanted.context}")
        self.words = frozenset(words_of(f"{wanted.prompt} {wanted.context}"))
        self.segments = segments_of(wanted.path)
        self.noun = ""
        self.evidence = self._evidence(schema)
        self.kind = self._kind(schema)
        self.base = wanted.base
        self.node = wanted.node
        if spots is None:
            spots = spots_in(schema, composing) if schema else ()
        self.main = main if main is not None else self._list(schema, composing)
        """Where the list is that is asked for, if one is."""
        self._inside: Path = () if self.main is None else (*self.main, "*")
        self.demand = self._demand(spots)
        self.count = self.demand.count
        self.given = {**self.demand.given, **dict(_places_of(self.base, ()))}

    def _evidence(self, schema: Schema) -> Evidence:
        """Return what the path, the words and the schema tell of what is meant."""
        found = Evidence()
        for text in (self.wanted.prompt, self.wanted.context):
            found.spoken(words_of(text))
        for one in (schema, self._document):
            found.spoken(words_of(str(one.get("title", ""))))
            found.spoken(words_of(str(one.get("description", ""))))
        words = tuple(word for part in self.segments for word in words_of(part)
                      if not _MARKED.fullmatch(part))  # fmt: skip
        found.more(words, PATH)
        found.phrases |= pairs(tuple(map(singular, words)))
        found.more(told_by(self._document), PROMPT)
        if isinstance(self.wanted.base, dict):
            found.more(told_by({"properties": self.wanted.base}), PROMPT)
        return found

    def _kind(self, schema: Schema) -> str:
        document = dict(self._document)
        told = (*self._path_kinds(),
                sense(str(document.get("title", "")), self.evidence),
                sense(str(schema.get("title", "")), self.evidence))  # fmt: skip
        sure = sure_kind(document)
        found = next((one for one in told if one), "")
        is_named = (
            bool(self.noun)
            and self.noun not in _SHELVES
            and any(singular(word) == self.noun.split()[-1] for word in self.words)
        )
        if not found and not is_named:
            # What both the path and the prompt name is what it is.
            found = self._spoken()
        if found in _BUYERS and self.words & _BUSINESS and sure != "person":
            return "company"
        if sure in ("stock", "message") and found in ("", "deal", "conversation"):
            return sure
        if sure == "product" and sort_of(self.noun) in ("ware", "treat"):
            # A guitar is called one, and not after whatever a shop sells.
            sure = ""
        if not found and (sure or not self.noun or self.noun in _SHELVES):
            return sure or kind_by_members(document)
        return found

    def _path_kinds(self) -> Iterator[str]:
        """Yield what the last name of the path says."""
        parts = [*self._named()]
        for part in parts[:1]:
            both = f"{singular(parts[1].lower())} {part}" if parts[1:] else ""
            found = named_by_both(both) or sense(part, self.evidence)
            if found and is_other(part, found):
                found = ""
            self.noun = "" if found else " ".join(words_of(singular(part.lower())))
            yield found

    def _named(self) -> Iterator[str]:
        """Yield the parts of the path that are names, the last first."""
        known = {str(value) for value in self.wanted.params.values()}
        for part in reversed(self.segments):
            is_value = part in known or _MARKED.fullmatch(part)
            if not is_value and not _PLAIN.fullmatch(part):
                yield part

    def _spoken(self) -> str:
        """Return the first kind that the prompt names."""
        words = words_of(self.wanted.prompt)
        for word in (*map(" ".join, pairwise(words)), *words):
            found = named_by_both(word) if " " in word else sense(word, self.evidence)
            if isinstance(self.wanted.base, dict) and word in SUBJECTS:
                # It is put beside what is given, and is not that.
                continue
            if found and word not in _NO_KINDS:
                return found
        return ""

    def _list(self, schema: Schema, composing: Composing) -> Path | None:
        """Return where the things are that the path names, within others."""
        named = next(self._named(), "")
        last = self.segments[-1] if self.segments else ""
        is_several = named == last or _PLAIN.fullmatch(last)
        if self.wanted.count not in (None, 1) or not is_several:
            return None
        return list_about(schema, composing, (words_of(named) or ("",))[-1])

    @property
    def noun_of(self) -> str:
        """What the path calls what is asked for, or what kind of thing it is."""
        return next((singular(part.lower()) for part in self._named()), self.kind)

    def _demand(self, spots: tuple[Spot, ...]) -> Demand:
        """Return what the request asks of the fields *spots*."""
        inside, main = self._inside, self.main
        noun = self.noun_of
        is_list = main is not None or self.wanted.count not in (None, 1)
        scope = scope_of(spots, inside, noun, is_list=is_list, document=self._document)
        return Demand(self.wanted, scope)

    @property
    def is_many(self) -> bool:
        """Whether several documents are asked for."""
        return self.main is None and self.count not in (None, 1)

    def given_to(self, number: int, total: int) -> dict[Path, Json]:
        """Return what is given to the thing with *number* of *total* in a list."""
        return {**self.given, **self.demand.of(number, total)}

    def given_to_all(self, total: int) -> dict[Path, Json]:
        """Return what is given to all the things of a list of *total*."""
        return {**self.demand.spread(total), **self.given}

    def shared(self, rng: Random, now: float) -> Shared:
        """Return what all of the document has in common."""
        statements = self._statements
        made = Shared(
            rng,
            now,
            kind=self.kind,
            lexicon=self._lexicon,
            noun="" if self.kind else self.noun,
            evidence=self.evidence,
            words=self.words,
            subject=self._subject,
            statements=statements,
            goods=self._goods,
            industries=self._industries,
        )
        made.timing, made.route = self._timing, self._route
        made.talk = talk_of(tuple(self.segments), self.wanted.prompt)
        if self._where is not NOWHERE:
            made.localize(self._where)
        self.demand.tell(made)
        self.demand.search(made, self.kind, max(self.count or 0, _FEW))
        return made

    @cached_property
    def _where(self) -> Localities:
        """Where things are by the words, the path and the schema."""
        fixed = tuple(part for part, is_value in self._route if not is_value)
        wanted = self.wanted
        return where(wanted.prompt, wanted.context, fixed, self._described)

    @cached_property
    def _route(self) -> tuple[tuple[str, bool], ...]:
        """The parts of the path, and whether each is a value."""
        known = {str(value) for value in self.wanted.params.values()}
        return tuple((part, part in known or bool(_MARKED.fullmatch(part)))
                     for part in self.segments)  # fmt: skip

    @cached_property
    def _timing(self) -> Timing:
        return timing_of(self.wanted)

    @cached_property
    def _industries(self) -> tuple[str, ...]:
        return industries_in(self.words)

    @cached_property
    def _subject(self) -> Subject | None:
        """What is taught or written about, if that is told."""
        text = f"{self.wanted.prompt} {self.wanted.context}"
        around = tuple(word for part in self.segments for word in words_of(part)
                       if not _MARKED.fullmatch(part))  # fmt: skip
        return subject_of(text, around)

    @cached_property
    def _goods(self) -> tuple[Goods, ...]:
        """The lines of what is sold, by all that tells of them."""
        named = self._given_as("name")
        is_named = isinstance(named, str) and nature_of(self.kind) == "goods"
        if is_named and (lines := called(str(named))):
            return self._branded(lines)
        around = {word for part in self.segments for word in words_of(part)
                  if not any(map(str.isdigit, part))}  # fmt: skip
        prompt = f"{self.wanted.prompt} {self.wanted.context}"
        goods = lines_for(self.words | around, text=prompt)
        told = self._document.get("properties", {}).get("category", {})
        values = told.get("enum", ()) if isinstance(told, dict) else ()
        given = self._given_as("category")
        words = {word for value in ([given] if given else values)
                 for word in words_of(str(value))}  # fmt: skip
        asked = words_of(self.demand.searched) if self.demand.searched else ()
        if asked or given:
            told = frozenset((*words, *asked))
            goods = lines_for(told | {singular(word) for word in told}, goods)
        pool = goods if asked or given else (*GOODS, *SHELVES)
        some = tuple(line for line in self._branded(pool)
                     if words & {*words_of(line.category),
                                 *line.signs.split()[-6:]})  # fmt: skip
        return some or self._branded(goods)

    def _given_as(self, role: str) -> Json:
        """Return what is given for *role* of the thing itself."""
        size = len(self._inside)
        for path, value in self.given.items():
            is_own = path[:size] == self._inside and len(path) == size + 1
            if is_own and role_of(str(path[-1])).name == role:
                return value
        return None

    def _branded(self, goods: tuple[Goods, ...]) -> tuple[Goods, ...]:
        """Return *goods* of the brand that is asked for."""
        brand = self._given_as("brand")
        if not isinstance(brand, str):
            return goods
        return tuple(replace(line, brands=(brand,)) for line in goods)

    @cached_property
    def _lexicon(self) -> Lexicon:
        """The lexicon whose words come most."""
        path = {word for part in self.segments for word in words_of(part)}
        members = {word for name in self._document.get("properties", {})
                   for word in words_of(name)}  # fmt: skip
        return domain_of(self.kind, self.words, path, members)


def _places_of(base: Json, path: Path) -> Iterator[tuple[Path, Json]]:
    if isinstance(base, dict):
        for name, each in base.items():
            yield from _places_of(each, (*path, name))
    elif isinstance(base, list) and path:
        for at, each in enumerate(base):
            if isinstance(each, dict):
                yield from _places_of(each, (*path, at))
    elif path:
        yield path, base
