"""One thing that is made up, with what its fields have in common."""

from __future__ import annotations

from dataclasses import replace
from random import Random  # noqa: TID251 - the type alone
from typing import Any, NamedTuple, TypeVar

from mockforge.bodies.document import Path
from mockforge.chance import rng as seeded
from mockforge.learning.fields.schema import Schema
from mockforge.options import Json
from mockforge.synthesis import people, recurring, teams, trade
from mockforge.synthesis.hints import ids_of, names_of
from mockforge.synthesis.kinds import GOODS, PARTS, kind_of, nature_of
from mockforge.synthesis.moments import DAY, Moments
from mockforge.synthesis.naming import singular
from mockforge.synthesis.people import Person
from mockforge.synthesis.places import PLACES, Place
from mockforge.synthesis.roles import Role
from mockforge.synthesis.shared import Identity, Shared
from mockforge.synthesis.streams import Drawn
from mockforge.synthesis.trade import Article, Firm

_SELF = frozenset(("", "full", "display", "legal", "primary", "main", "user", "own"))
_SPANS = {
    **dict.fromkeys(("employee", "doctor", "driver", "teacher"), (40, 3200)),
    **dict.fromkeys(("order", "payment", "transaction", "shipment"), (0.2, 60)),
    **dict.fromkeys(("reading", "log", "alert", "trade", "stock"), (0.001, 2)),
    **dict.fromkeys(("message", "comment", "notification", "tracking"), (0.01, 14)),
    **dict.fromkeys(("post", "ticket", "task", "deployment", "review"), (0.05, 90)),
    **dict.fromkeys(("company", "product", "account", "property"), (60, 1500)),
}


_BLINK = 5.0
"""Seconds that something takes that is made at once."""


_T = TypeVar("_T")


class Hint(NamedTuple):
    """What is known of a person before there is one."""

    told: Identity | None
    first: str
    last: str
    is_item: bool = False
    """Whether it is what a list is of."""


class Field(NamedTuple):
    """One field that a value is wanted for."""

    name: str
    role: Role
    schema: Schema
    kind: str
    path: Path


class Entity(Drawn):
    """One thing; what is asked of it twice is the same twice."""

    def __init__(
        self, shared: Shared, kind: str, path: Path, parent: Entity | None = None
    ) -> None:
        self.shared = shared
        super().__init__(shared.rng)
        self.kind = kind
        self.nature = nature_of(kind)
        self.path = path
        self.parent = parent
        # What is a part of something has its people and places.
        is_part = parent is not None and (kind in PARTS or not kind)
        self.whole: Entity = parent.whole if is_part and parent else self
        self.known: dict[str, Json] = {}
        """Values by the name of their field."""
        self.candidates: tuple[Place, ...] = shared.places
        self.end = people.ENDS.get(path[-1], "") if path and is_part else ""
        """Which end of a way it is, if it is one: `origin`."""
        self.is_apart = False
        """Whether it is elsewhere than what it is a part of."""
        self.female: bool | None = None
        self.memo: dict[str, object] = {}
        self.sources: dict[tuple[Role, bool], Any] | None = None
        """Where what its fields hold is from, by their roles, once it was asked for."""
        self._people: dict[str, Person] = {}
        self._articles: dict[str, Article] = {}
        self._firms: dict[str, Firm] = {}
        self._places: dict[str, Place] = {}
        self._moments: Moments | None = None

    def person(self, whose: str = "", hint: Hint | None = None) -> Person:
        """Return who *whose* is; nothing stands for the thing itself.

        Args:
            whose: The words for it.
            hint: What is known of the person, where the thing itself does not know.
        """
        if self.whole is not self:
            return self.whole.person(whose, hint)
        key = self._who(whose)
        if not key and self.parent is not None and self.nature == "person":
            # The customer of an order is who `customer_name` there is.
            is_same = self.parent.nature == "person" and self._called() in people.SELVES
            return self.parent.person("" if is_same else self._called(), self._hint(""))
        if key not in self._people:
            own = self._hint(key)
            if hint is not None:
                own = Hint(hint.told or own.told, hint.first or own.first,
                           hint.last or own.last, hint.is_item)  # fmt: skip
            self._people[key] = self._someone(key, own)
        return self._people[key]

    def _hint(self, whose: str) -> Hint:
        """Return what is known of the person *whose* by now."""
        first, last, full = (
            next((one for name in names
                  if isinstance(one := self.known.get(name), str)), "")
            for names in names_of(whose)
        )  # fmt: skip
        if full and not first and (whose or self.nature == "person"):
            first, _, rest = full.partition(" ")
            last = last or rest
        is_item = bool(self.path) and isinstance(self.path[-1], int)
        return Hint(self.identity(whose), first, last, is_item)

    def _someone(self, key: str, hint: Hint) -> Person:
        told = hint.told
        ages = people.AGES.get(key or self.kind, (21, 68))
        low, high = self.shared.statements.range_of("age")
        ages = (int(low or ages[0]), int(high or max(ages[1], low or 0)))
        known = self.shared.met.get(told) if key and told else None
        if isinstance(known, Person):
            return known
        rng = self._stream("person", told)
        is_found = not key or hint.is_item
        called = self.shared.called if is_found else ""
        made = self._one_of(key, told) or self.shared.fresh(
            "person",
            lambda: people.named(called, rng, people.someone(
                rng, self.shared.today, ages, self.female, self._country())),
            _full,
        )  # fmt: skip
        if hint.first or hint.last:
            made = replace(made, first=hint.first or made.first,
                           last=hint.last or made.last)  # fmt: skip
        if key and told:
            self.shared.met[told] = made
        return made

    def _one_of(self, key: str, told: Identity | None) -> Person | None:
        """Return one of those who come again and again, if *key* is one of them."""
        if not key or not teams.group_of(key, self.kind):
            return None
        found = teams.circle(self.shared, key, self.kind, self._country())
        there = [*self._people.values()]
        free = [one for one in found if one not in there]
        draw = self._stream(f"one of {key}", self.identity()) if told is None \
            else self._stream("one of", told)  # fmt: skip
        return draw.choice(free) if free else None

    def identity(self, whose: str = "") -> Identity | None:
        """Return what tells *whose* from others of its kind, if that is known."""
        for name in ids_of(whose, self.kind):
            found = self.known.get(name)
            if isinstance(found, str | int):
                return (kind_of(whose) or whose) if whose else self.kind, str(found)
        return None

    def _stream(self, what: str, told: Identity | None) -> Random:
        """Return what *what* is drawn by: the same for the same thing."""
        return self.rng if told is None else seeded(self.shared.seed, what, *told)

    def pick(self, what: str, choices: tuple[_T, ...]) -> _T | None:
        """Return one of *choices*: the same for the same thing; None: it may be any."""
        told = self.identity()
        if told is None or self.whole is not self:
            return None
        return recurring.picked(self.shared.seed, *told, what, choices)

    def begin(self, name: str) -> None:
        """Draw what comes by the thing itself and *name*, if it is known which."""
        told = self.identity()
        if told is not None:
            self.draw_by(self.shared.seed, "field", *told, name)

    def _country(self) -> str:
        """Return the country that is told of it, or of what it is in; or nothing."""
        thing: Entity | None = self
        while thing is not None:
            if "placed" in thing.memo:
                return thing.place().country.code
            thing = thing.parent
        return self.place().country.code if self.shared.statements.countries else ""

    def _called(self) -> str:
        names = [step for step in self.path if isinstance(step, str)]
        ending = self.path[-1] if self.path else ""
        is_item = isinstance(ending, int)
        return f"{names[-1]} {ending}" if is_item and names else str(ending)

    def _who(self, whose: str) -> str:
        if whose == "user" and self.kind in ("message", "conversation"):
            return whose
        is_own = whose in _SELF or whose in people.WAYS
        return "" if is_own or (kind_of(whose) or None) == self.kind else whose

    def place(self, whose: str = "") -> Place:
        """Return where it is; *whose* tells several apart, as `origin` does."""
        if self.whole is not self and not self.is_apart:
            return self.whole.place(whose if whose in _APART else self.end)
        key = whose if whose in _APART else ""
        if key in self.shared.spots:
            return self.shared.spots[key]
        if not key and self.parent is not None and not self._has_own_place() \
                and not self.is_apart:  # fmt: skip
            return self.parent.place()
        if key not in self._places:
            used = set(self._places.values())
            free = tuple(at for at in self.candidates if at not in used) if used else ()
            if key and used and not free:
                # Nothing leads from a place to itself.
                free = tuple(one for one in PLACES if one not in used)
            rng = self._stream(f"place {key}", self.identity())
            self._places[key] = rng.choice(free or self.candidates)
        return self._places[key]

    def settle_in(self, fitting: tuple[Place, ...], *, is_told: bool) -> None:
        """It is in one of *fitting*, and so is what it is a part of, if it can be."""
        self.candidates = fitting
        whole = self.whole
        if whole is self:
            return
        if is_told and whole._places.get("", fitting[0]) not in fitting:
            # It is delivered to elsewhere.
            self.is_apart = True
        elif fitting != self.shared.places:
            whole.candidates = fitting

    def _has_own_place(self) -> bool:
        is_item = isinstance(self.path[-1] if self.path else 0, int)
        if is_item or self.candidates != self.shared.places:
            return True
        if self.nature != "person" or self.parent is None:
            return bool(self.nature)
        # Who drives there is of there.
        return "settled" in self.memo or "placed" not in self.parent.memo

    def firm(self, whose: str = "") -> Firm:
        """Return the company it is, or is of."""
        if self.whole is not self:
            return self.whole.firm(whose)
        key = whose if kind_of(whose) != self.kind else ""
        written = self.memo.get("written firm")
        if isinstance(written, Firm) and not key:
            return written
        if key not in self._firms:
            rng = self._stream(f"firm {key}", self.identity())
            self._firms[key] = self.shared.fresh(
                "company", lambda: trade.firm(rng, self.shared.industries)
            )
        return self._firms[key]

    def article(self, whose: str = "") -> Article:
        """Return the product it is, or is about."""
        if self.whole is not self and self.kind not in GOODS:
            return self.whole.article(whose)
        key = "" if singular(whose) in GOODS or whose in _SELF else whose
        parent = self.parent
        if not key and parent is not None and self._called() in ("product", "item"):
            return parent.article()
        if key not in self._articles:
            rng = self._stream(f"article {key}", self.identity())
            self._articles[key] = self.shared.fresh(
                "article", lambda: trade.article(rng, self.shared.goods), _name
            )
        return self._articles[key]

    def moments(self) -> Moments:
        """Return its times."""
        is_item = bool(self.path) and isinstance(self.path[-1], int)
        if self.whole is not self and not (self.shared.within and is_item):
            return self.whole.moments()
        parent = self.parent
        if parent is not None and self.kind in _WITHIN and parent.kind in _AROUND \
                and isinstance(self.path[-1], str):  # fmt: skip
            return parent.moments()
        if self._moments is None:
            # What is on its way is no older than orders are.
            kind = "order" if not self.kind and "life" in self.memo else self.kind
            span = _SPANS.get(kind, (2.0, 700.0))
            is_inner = self.parent is not None and self.parent.kind != self.kind
            if is_inner and self.kind not in _SPANS:
                span = (0.2, 200.0)
            if self.shared.window is not None and not self.shared.is_ahead:
                low, high = self.shared.window
                if self.shared.within and not self.path:
                    low, high = high, high + 3 * DAY
                high = min(high, self.shared.now) if low < self.shared.now else high
                span = ((self.shared.now - high) / DAY, (self.shared.now - low) / DAY)
            if self.shared.begun and not self.path:
                span = (0.0, _BLINK / DAY)
            told = self.identity()
            rng = self._stream("moments", told)
            age = None if told is None else recurring.age_of(self.shared.seed, *told)
            self._moments = Moments(rng, self.shared.now, span, age)
        return self._moments


_WITHIN = frozenset(("tracking", "shipment", "payment", "carrier"))
_AROUND = frozenset(("order", "shipment", "tracking", ""))


def _full(person: Person) -> str:
    return person.full


def _name(article: Article) -> str:
    return article.name


_APART = frozenset(("origin", "destination", "from", "to", "departure", "arrival",
                    "pickup", "dropoff", "source", "target", "sender"))  # fmt: skip
