"""What a request demands of a document: values, pages, order, times, places."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from mockforge.bodies.document import Path
from mockforge.options import Json
from mockforge.synthesis import pages, searching
from mockforge.synthesis.atlas import country_of, nearest, places_in, town_of
from mockforge.synthesis.belonging import country_told, sort_of_value
from mockforge.synthesis.dated import ROLES as TIMES
from mockforge.synthesis.entity import Entity
from mockforge.synthesis.facts import (
    SEARCHES,
    SIZES,
    Fact,
    asked_of,
    edge_of,
    plain,
    segments_of,
)
from mockforge.synthesis.finishing import Finishing
from mockforge.synthesis.kinds import nature_of
from mockforge.synthesis.moments import DAY, written
from mockforge.synthesis.naming import singular, words_of
from mockforge.synthesis.phrases import phrases_for
from mockforge.synthesis.places import Country, Place
from mockforge.synthesis.requested import EARLY, Requested, is_creation
from mockforge.synthesis.roles import role_of
from mockforge.synthesis.scope import Scope
from mockforge.synthesis.shared import ENDS, Shared
from mockforge.synthesis.spots import Spot, meant
from mockforge.synthesis.statements import Statements
from mockforge.synthesis.wanted import Wanted
from mockforge.synthesis.ways import places_named
from mockforge.synthesis.windows import Span, spans_in

_USUAL = 30 * DAY
_CHANGES = frozenset(("updated", "modified", "changed", "edited", "update"))
_MOST_DAYS = 100
_NAMED = frozenset(("id", "name", "full", "first", "email", "subject", "number",
                    "description", "company", "message"))  # fmt: skip
_AHEAD = frozenset(("forecast", "forecasts", "prediction", "predictions", "outlook",
                    "upcoming", "availability"))  # fmt: skip
_BEGUN = frozenset(("started", "ends"))
_GENERAL = frozenset(("created", ""))
_PLAINEST = frozenset(("placed", "made", "added", "recorded", "sent", "published"))


class Demand:
    """One request, met with the fields of what answers it."""

    def __init__(self, wanted: Wanted, scope: Scope) -> None:
        """Read *wanted*.

        Args:
            wanted: What is to be made.
            scope: The fields of the document.
        """
        self._wanted = wanted
        self._scope = scope
        self._query = asked_of(wanted)
        self._requested = Requested(wanted, scope)
        self.searched = searching.searched(self._query) if self._query else ""
        """What is searched for, or nothing."""
        self._told = pages.telling(scope.spots, scope.inside)
        self.page = None
        if scope.is_list and not wanted.samples:
            self.page = pages.page_of(wanted, self._query, self._told)
        self.count = self._count()
        self.given = dict(self._requested.given)
        self.finishing = Finishing(wanted, scope, self._query, self._told, self.page)
        self.finishing.given = self.given
        self.sizes = dict(self._requested.sizes)
        self.unmet = self._requested.unmet
        if self.searched:
            self._echo()

    def _count(self) -> int | None:
        """Return how many things there are; None where nobody says."""
        count, scope = self._wanted.count, self._scope
        if not scope.is_list:
            return count
        if scope.inside and count == 1 and scope.inside != ("*",):
            count = None
        asked = self._requested.number
        if asked:
            return asked
        if self.page is not None:
            return self.page.length
        for name, value in self._query.items():
            text = str(value)
            if plain(name) in SIZES and text.isdigit() and int(text):
                return min(int(text), count if count is not None else int(text))
        return count

    def _echo(self) -> None:
        """What is searched for is told beside what is found."""
        for spot in self._scope.spots:
            is_beside = self._scope.is_outer(spot) or not self._scope.is_list
            if is_beside and not spot.lists and spot.takes_text and \
                    plain(str(spot.path[-1])) in SEARCHES:  # fmt: skip
                self.given.setdefault(spot.path, self.searched)

    def of(self, number: int, total: int) -> dict[Path, Json]:
        """Return what is given to the thing with *number* of *total*."""
        return self._requested.of(number, total)

    def spread(self, total: int) -> dict[Path, Json]:
        """Return what is given to each of the *total* things of the list."""
        size = len(self._scope.inside)
        if not size:
            return self.of(0, 1)
        return {
            (*path[: size - 1], number, *path[size:]): value
            for number in range(total if self._requested.several else 0)
            for path, value in self.of(number, total).items()
        }

    def tell(self, shared: Shared) -> None:
        """Tell *shared* what all of the document has in common."""
        wanted = self._wanted
        shared.seed = wanted.seed
        if not (self._query or wanted.params or wanted.body or self.page):
            return
        shared.statements = self._bounds(shared.statements)
        self._places(shared)
        if self.page is not None:
            shared.first = pages.first_id(wanted, self.page, shared.kind)
        told = {**self._query, **wanted.params}
        for span in spans_in(told, shared.now) if told else ():
            self._span(span, shared)
        is_change = wanted.method in ("PUT", "PATCH") or self._requested.states
        if is_change and not self._scope.is_list:
            self._changed(shared.now)
        if is_creation(wanted) and not is_change and not self._scope.is_list:
            shared.begun = True
            self._begun(shared)

    def search(self, shared: Shared, kind: str, count: int) -> None:
        """Give *count* things texts with what is searched for in them."""
        if not self.searched:
            return
        shared.words |= {*words_of(self.searched)}
        found = searching.texts_with(self.searched, self._scope, kind, shared, count)
        if found is not None and found[0].path not in self.given:
            self._requested.several[found[0].path] = tuple(found[1])

    def _bounds(self, known: Statements) -> Statements:
        """Return *known*, with bounds such as `?min_price=10`."""
        ranges = dict(known.ranges)
        for name, value in self._query.items():
            edge, rest = edge_of(name)
            if not rest or isinstance(value, list | dict):
                continue
            word = self._scope.worded(singular(rest[-1]))
            low, high = ranges.get(word, (None, None))
            try:
                if edge:
                    bound = float(str(value))
                    low, high = (bound, high) if edge == "low" else (low, bound)
                else:
                    first, _, last = str(value).replace("..", "-").partition("-")
                    low, high = float(first), float(last)
            except ValueError:
                continue
            if low is None or high is None or low <= high:
                ranges[word] = (low, high)
        return replace(known, ranges=ranges)

    def _places(self, shared: Shared) -> None:
        """Tell where it is, and where it begins and ends."""
        for which, text in places_named(self._requested.facts):
            town = town_of(text)
            if which == "country":
                country = country_of(text)
                found = places_in(country) if country is not None else ()
                if found:
                    _put(shared, found)
            elif town is not None and which:
                shared.spots |= dict.fromkeys(ENDS[which], town.place)
            elif town is not None:
                _put(shared, (town.place,))
        town = town_of(self.searched) if self.searched else None
        if town is not None:
            # `/forecast?q=Helsinki` asks for what is there.
            _put(shared, (town.place,))
        self._near(shared)

    def _near(self, shared: Shared) -> None:
        """Tell where it is by the number of an account, and by a place on the map."""
        for fact in self._requested.facts:
            if fact.is_id and fact.owner and nature_of(fact.owner[-1]) == "company":
                shared.employer = "company", str(fact.values[0])
        told = (country_of_value(fact) for fact in self._requested.facts)
        there = next((one for one in told if one is not None), None)
        if there is not None:
            _put(shared, places_in(there))
        known = {fact.words: fact.values[0] for fact in self._requested.facts}
        try:
            lat, lng = (float(str(known[(name,)])) for name in ("lat", "lng"))
        except (KeyError, ValueError):
            return
        place = nearest(lat, lng)
        if place is not None:
            _put(shared, (place,))

    def _span(self, span: Span, shared: Shared) -> None:
        """Tell when it is that what is asked for happened."""
        low, high = span.low, span.high
        if low is None:
            low = (high or shared.now) - _USUAL
        if high is None:
            high = shared.now if low < shared.now else low + _USUAL
        if low >= high:
            return
        parts = segments_of(self._wanted.path)
        is_ahead = any(word in _AHEAD for part in parts for word in words_of(part))
        if high == shared.now and is_ahead:
            low, high = shared.now, shared.now + (high - low)
        step = role_of("_".join((*span.words, "at"))).name
        step = step or role_of("_".join((*span.words, "date"))).name
        general = not span.words or step in _GENERAL or span.words[0] in _PLAINEST
        begins = step in _BEGUN or (general and self._begins())
        if general or begins:
            shared.window = (low, high)
            self._days(low, high)
            shared.planned = begins
            # A report on a month is none of its days.
            shared.within = not self._scope.is_list and high - low > 2 * DAY
            return
        words = meant(span.words)
        for spot in self._scope.spots:
            is_meant = (
                spot.words[: len(words)] == words
                or self._scope.bare(spot)[: len(words)] == words
            )
            if is_meant and self._scope.is_item(spot) and spot.role.name in TIMES:
                self._requested.several[spot.path] = tuple(
                    self._when(spot, low + (high - low) * shared.rng.random())
                    for _ in range(max(self.count or 0, 10))
                )

    def _begun(self, shared: Shared) -> None:
        """What was just made is at the first of the states that are usual for it."""
        for spot in self._scope.spots:
            is_told = spot.path in self.given or spot.role.name != "status"
            if is_told or spot.lists or "enum" in spot.schema or not spot.takes_text:
                continue
            usual = phrases_for(Entity(shared, shared.kind, ()), "status")
            early = [one for one in usual if one in EARLY]
            if early:
                self._requested.several[spot.path] = (early[0],)

    def _changed(self, now: float) -> None:
        """What is changed was changed just now."""
        for spot in self._scope.spots:
            is_change = spot.role.name == "updated" and {*spot.words} & _CHANGES
            is_time = (
                spot.role.name in TIMES or spot.schema.get("format") == "date-time"
            )
            is_deed = is_time and {*spot.words} & {*self._requested.states}
            if (is_change or is_deed) and not spot.lists and \
                    spot.path not in self.given:  # fmt: skip
                self._requested.several[spot.path] = (self._when(spot, now),)

    def _days(self, low: float, high: float) -> None:
        """Where there is one for each day, there are as many as days."""
        days = round((high - low) / DAY)
        if not 1 < days <= _MOST_DAYS or self.page is not None:
            return
        lists: dict[Path, list[Spot]] = {}
        for spot in self._scope.spots:
            if spot.lists == 1 and "*" in spot.path:
                lists.setdefault(spot.path[: spot.path.index("*")], []).append(spot)
        for path, spots in lists.items():
            is_daily = any(spot.words[-1:] in (("date",), ("day",)) for spot in spots)
            is_named = any(spot.role.name in _NAMED for spot in spots)
            if is_daily and not is_named and len(spots) > 1:
                self.sizes.setdefault(path, days)

    def _begins(self) -> bool:
        """Return whether it is told when things begin, and not when they came about."""
        roles = {spot.role.name for spot in self._scope.spots
                 if self._scope.is_item(spot)
                 and spot.path not in self.given}  # fmt: skip
        return bool(roles & _BEGUN) and "created" not in roles

    def _when(self, spot: Spot, at: float) -> Json:
        if spot.takes_numbers and not spot.takes_text:
            return int(at)
        is_day = spot.schema.get("format") == "date" or spot.words[-1:] == ("date",)
        told = spot.schema.get("format") == "date-time"
        return written(at, "date" if is_day and not told else "date-time")


def country_of_value(fact: Fact) -> Country | None:
    """Return the country of the number of an account, a tax or a phone."""
    value = str(fact.values[0]) if len(fact.values) == 1 else ""
    name = fact.name if fact.words != ("id",) else "id"
    if sort_of_value(name, value) not in ("iban", "tax id", "bic", "phone"):
        return None
    return country_told(name, value)


def _put(shared: Shared, places: tuple[Place, ...]) -> None:
    """Tell *shared* that all is in one of *places*."""
    shared.places = places
    codes = frozenset(place.country.code for place in places)
    shared.statements = replace(shared.statements, countries=codes)


def scope_of(
    spots: tuple[Spot, ...], inside: Path, noun: str, *, is_list: bool,
    document: Mapping[str, Json],
) -> Scope:  # fmt: skip
    """Return the fields of a document, with what they are of.

    Args:
        spots: All of its fields.
        inside: Where its things are.
        noun: What they are called.
        is_list: Whether there are several.
        document: The schema of one of them.
    """
    required = document.get("required", ())
    return Scope(spots, inside, meant(words_of(noun)), is_list,
                 tuple(map(str, required)))  # fmt: skip
