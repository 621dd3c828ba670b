"""The fields that a request gives the values of, and those values."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from mockforge.bodies.document import Path
from mockforge.learning.fields.seen import MISSING
from mockforge.options import Json
from mockforge.synthesis.atlas import country_of
from mockforge.synthesis.deeds import states_after
from mockforge.synthesis.exchange import exchanged
from mockforge.synthesis.facts import Fact, facts_in, segments_of
from mockforge.synthesis.forms import as_named, directed, shown, whereabouts
from mockforge.synthesis.kinds import WRAPPERS, kind_of
from mockforge.synthesis.meeting import met
from mockforge.synthesis.naming import singular, words_of
from mockforge.synthesis.scope import Met, Scope
from mockforge.synthesis.spots import Spot, meant
from mockforge.synthesis.wanted import Wanted

MAKING = frozenset(("POST", "PUT", "PATCH"))
EARLY = frozenset(("pending", "draft", "open", "new", "todo", "processing", "queued",
                    "scheduled", "submitted", "created", "placed", "received",
                    "requested", "unpaid", "booked", "registered", "issued",
                    "pending_payment", "awaiting_payment", "initiated"))  # fmt: skip
_GONE = frozenset(("deleted", "removed", "success", "ok", "successful", "acknowledged",
                   "archived"))  # fmt: skip
_MOST = 500
_TELLING = (("symbol",), ("sku",), ("code",), ("slug",), ("username",), ("isbn",),
            ("ticker",), ("email",))  # fmt: skip
_CALLING = (("slug",), ("code",), ("iata",), ("airport",))
_LOCATED = frozenset(("city", "country", "country code", "timezone"))
_WHO = frozenset(("user", "account", "profile", "member"))
_AROUND = (("lat",), ("lng",), ("radius",), ("distance",))
"""Values of a body that come back."""


class Requested:
    """What a request says, met with the fields of a document."""

    def __init__(self, wanted: Wanted, scope: Scope) -> None:
        self._scope = scope
        self.facts = [as_named(fact) for fact in facts_in(wanted)]
        self.given: dict[Path, Json] = {}
        """Values by their path, with `*` for each item."""
        self.several: dict[Path, tuple[Json, ...]] = {}
        """Values of which any may be in an item of the list."""
        self.sizes: dict[Path, int] = {}
        """How long lists are."""
        self.states: tuple[str, ...] = ()
        """The states that the thing may be in by now, if that is known."""
        self.unmet: list[Fact] = []
        """What the path says and no field tells."""
        if scope.spots:
            self._method(wanted)
            self._body(wanted)
            if wanted.method in MAKING and not scope.is_list:
                self._done(segments_of(wanted.path)[-1:])
        for fact in self.facts:
            self._meet(fact)
        for path, value in exchanged(self.facts, scope) if self.facts else ():
            self.given.setdefault(path, value)

    @property
    def number(self) -> int | None:
        """How many things are asked for by their ids, if they are."""
        known = [len(fact.values) for fact in self.facts if fact.place == "query"
                 and (fact.words == ("id",)
                      or (len(fact.values) > 1 and fact.words[-1:] in _TELLING))
                 ]  # fmt: skip
        return known[0] if known else None

    def of(self, number: int, total: int) -> dict[Path, Json]:
        """Return the values that are given to the thing with *number* of *total*."""
        return {path: values[number % min(len(values), max(total, 1))]
                for path, values in self.several.items()}  # fmt: skip

    def _meet(self, fact: Fact) -> None:
        if self._scope.is_list and fact.words in _AROUND:
            # What is near is not just there.
            return
        found = met(fact, self._scope)
        if not found and fact.place == "path":
            self.unmet.append(fact)
        self._take(found)
        if fact.is_own and found and fact.words[-1:] in _CALLING:
            self._titled(fact)

    def _take(self, found: list[Met]) -> None:
        for spot, values in found:
            path: Path = spot.path
            if path[-1] == "*" and spot.lists > self._scope.inside.count("*"):
                # One of a list of texts is enough.
                self.several[(*path[:-1], 0)] = values
                continue
            if path in self.given or path in self.several:
                # What was sent, and what the path says, count for more.
                continue
            if len(values) > 1 and self._scope.is_item(spot) and self._scope.is_list:
                self.several[path] = values
            elif len(values) == 1 or not self._scope.is_list:
                self.given[path] = values[0]

    def _located(self, text: str) -> None:
        """An airport is where its city is."""
        where = whereabouts(text, "airport")
        if where.place is None or self._scope.is_list:
            return
        for spot in self._scope.spots:
            made: Json = MISSING
            if self._scope.bare(spot) == ("name",):
                made = f"{where.place.city} Airport"
            elif spot.role.name in _LOCATED:
                made = directed(where, spot)
            if made is not MISSING and self._scope.is_item(spot):
                self.given.setdefault(spot.path, made)

    def _titled(self, fact: Fact) -> None:
        """What a slug stands for is called like it; a code is of what it stands for."""
        text = str(fact.values[0])
        if fact.owner == ("airport",):
            self._located(text)
            return
        words = text.replace("_", "-").split("-")
        country = country_of(text) if fact.owner == ("country",) else None
        if country is None and (fact.words[-1] != "slug" or len(words) < 2
                                or not text.replace("-", "").isalpha()):  # fmt: skip
            return
        called = " ".join(words).title() if country is None else country.name
        for spot in self._scope.spots:
            if self._scope.is_item(spot) and not self._scope.is_list and \
                    self._scope.bare(spot) in (("title",), ("name",)):  # fmt: skip
                self.given.setdefault(spot.path, called)

    def _method(self, wanted: Wanted) -> None:
        """Note what is so because of what is done."""
        if wanted.method == "DELETE" and not self._scope.is_list:
            for spot in self._scope.spots:
                if "boolean" in spot.types and spot.words[-1:] and \
                        spot.words[-1] in _GONE:  # fmt: skip
                    self.given[spot.path] = True

    def _done(self, last: list[str]) -> None:
        """Note the state that a thing is in once something was done to it."""
        self.states = states_after(last[0]) if last else ()
        for spot in self._scope.spots if self.states else ():
            if spot.path in self.given or spot.lists:
                continue
            if spot.role.name == "status":
                made = next((one for state in self.states
                             if (one := shown(state, spot)) is not MISSING),
                            MISSING)  # fmt: skip
                if made is not MISSING:
                    self.given[spot.path] = made
            elif "boolean" in spot.types and spot.words[-1:] and \
                    spot.words[-1] in self.states:  # fmt: skip
                self.given[spot.path] = True

    def _body(self, wanted: Wanted) -> None:
        body = wanted.body
        if wanted.method and wanted.method not in MAKING:
            return
        several = self._scope.inside
        if isinstance(body, list) and several and several[-1] == "*":
            self.sizes[several[:-1]] = len(body)
            for number, each in enumerate(body[:_MOST]):
                self._put(each, (*several[:-1], number))
        elif isinstance(body, dict) and several and is_creation(wanted):
            # It is in the list that it was put into.
            self._put(body, (*several[:-1], 0))
        elif isinstance(body, dict) and not self._scope.is_list:
            self._put(body, self._scope.inside)
            if is_creation(wanted):
                self._begun()

    def _put(self, body: Json, inside: Path) -> None:
        """Give the fields of the thing at *inside* the values that *body* has."""
        by_words: dict[tuple[tuple[str, ...], int], list[Spot]] = {}
        skipped = self._scope.inside.count("*")
        kind = self._scope.kind
        for spot in self._scope.spots:
            for words in _called(spot, inside, kind):
                key = words, spot.lists - skipped
                by_words.setdefault(key, []).append(spot)
        for number, (names, steps, value) in enumerate(_leaves(body, (), ())):
            if number > _MOST:
                break
            words = _without(_words(names), kind)
            for spot in by_words.get((words, len(steps)), ()):
                self._echo(spot, value, (*_numbers(inside), *steps))

    def _echo(self, spot: Spot, value: Json, steps: Sequence[int]) -> None:
        if value is None and "null" in spot.types:
            made: Json = None
        elif value is None or (isinstance(value, str) and not spot.takes_text):
            made = MISSING if value is None else shown(value, spot)
        else:
            # As it was sent, and not in another form.
            made = value if "enum" not in spot.schema else shown(value, spot)
        if made is MISSING:
            return
        path: list[Any] = []
        left = list(steps)
        for step in spot.path:
            if step == "*":
                number = left.pop(0)
                self.sizes[tuple(path)] = max(
                    self.sizes.get(tuple(path), 0), number + 1
                )
                path.append(number)
            else:
                path.append(step)
        self.given.setdefault(tuple(path), made)

    def _begun(self) -> None:
        """What was just made is at the first of its states."""
        for spot in self._scope.spots:
            is_told = spot.path in self.given or spot.role.name != "status"
            if is_told or spot.lists or "enum" not in spot.schema:
                continue
            early = [one for one in spot.schema["enum"] if str(one).lower() in EARLY]
            if early:
                self.given[spot.path] = early[0]


def is_creation(wanted: Wanted) -> bool:
    """Return whether *wanted* is made by being asked for."""
    parts = segments_of(wanted.path)
    if wanted.method != "POST" or not parts:
        return False
    last = parts[-1].lower()
    known = {str(value).lower() for value in wanted.params.values()}
    is_plural = singular(last) != last or bool(kind_of(last))
    return last not in known and is_plural


def _words(names: Sequence[Any]) -> tuple[str, ...]:
    return meant(tuple(word for name in names if name != "*"
                       for word in words_of(str(name))))  # fmt: skip


def _without(words: tuple[str, ...], kind: tuple[str, ...]) -> tuple[str, ...]:
    """Return *words* without what says again of which kind the thing is."""
    is_named = kind and words[: len(kind)] == kind and len(words) > len(kind)
    return words[len(kind) :] if is_named else words


def _called(spot: Spot, inside: Path, kind: tuple[str, ...]) -> set[tuple[str, ...]]:
    """Return what *spot* may be called in what is sent."""
    path = spot.path[len(inside) :]
    found = {_without(_words(path), kind)}
    if len(path) > 1 and path[1] != "*" and str(path[0]).lower() in WRAPPERS:
        found |= _called(spot, spot.path[: len(inside) + 1], kind)
    if len(path) == 2 and str(path[0]).lower() in _WHO:
        # Who logs in is told in what is answered.
        found.add(_words(path[1:]))
    return found


def _numbers(path: Path) -> list[int]:
    return [step for step in path if isinstance(step, int)]


def _leaves(
    value: Json, names: tuple[str, ...], steps: tuple[int, ...]
) -> Iterator[tuple[tuple[str, ...], tuple[int, ...], Json]]:
    """Yield single values of *value*: the names on the way, and the places in lists."""
    if isinstance(value, dict):
        for name, each in value.items():
            is_held = not names and name in ("data", "attributes") and \
                isinstance(each, dict)  # fmt: skip
            yield from _leaves(each, names if is_held else (*names, str(name)), steps)
    elif isinstance(value, list):
        for number, each in enumerate(value):
            yield from _leaves(each, names, (*steps, number))
    elif names:
        yield names, steps, value
