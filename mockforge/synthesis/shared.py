"""What all of one document has in common: its words, its places, what is taken."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from random import Random  # noqa: TID251 - the type alone
from typing import Any, TypeVar

from mockforge.chance import rng as seeded
from mockforge.options import Json
from mockforge.synthesis.lexicons import GENERIC, GOODS, Goods, Lexicon
from mockforge.synthesis.lexicons.subjects import Subject
from mockforge.synthesis.localities import Localities
from mockforge.synthesis.people import Person
from mockforge.synthesis.places import PLACES, Place
from mockforge.synthesis.senses import Evidence
from mockforge.synthesis.statements import Statements, statements_in
from mockforge.synthesis.timing import NOTHING, Timing
from mockforge.synthesis.trade import EMPLOYERS, INDUSTRIES, Firm, firm

_T = TypeVar("_T")
Identity = tuple[str, str]
"""The kind of a thing, and its id."""
_TRIES = 40
_MANY, _SPENT = 1000, 3
"""From how many on it is seen that there is nothing new, and how often it has to be."""
ENDS = {"origin": ("origin", "from", "departure", "pickup", "source", "sender"),
        "destination": ("destination", "to", "arrival", "dropoff",
                        "target")}  # fmt: skip
"""The words for where something begins and ends."""


@dataclass(slots=True)
class Shared:
    """One document at work."""

    rng: Random
    now: float
    kind: str = ""
    """What it is of."""
    lexicon: Lexicon = GENERIC
    noun: str = ""
    """The word that the path has for it, where it is of no known kind."""
    evidence: Evidence = field(default_factory=Evidence)
    """What tells which meaning of a word is meant."""
    spoken: tuple[frozenset[str], frozenset[str]] | None = None
    """The words of the path, and those of the prompt, once they are asked for."""
    words: frozenset[str] = frozenset()
    """The words of the prompt and the context."""
    subject: Subject | None = None
    """What is taught or written about."""
    statements: Statements = field(default_factory=lambda: statements_in(""))
    goods: tuple[Goods, ...] = GOODS
    industries: tuple[str, ...] = INDUSTRIES
    places: tuple[Place, ...] = tuple(PLACES)
    taken: dict[Hashable, set[Hashable]] = field(default_factory=dict)
    """What was used already, by what it is."""
    decks: dict[Hashable, list[object]] = field(default_factory=dict)
    """What is still to be used before something comes again."""
    prices: dict[Hashable, float] = field(default_factory=dict)
    """What is traded costs, by its symbol."""
    rows: dict[int, Any] = field(default_factory=dict)
    """The objects that were made, by their identity."""
    counts: dict[Hashable, int] = field(default_factory=dict)
    """The last number of what is counted up."""
    alike: dict[Hashable, Json] = field(default_factory=dict)
    """What stands for an id that looked otherwise than the examples."""
    window: tuple[float, float] | None = None
    """When it is that what is asked for happened, or will."""
    spots: dict[str, Place] = field(default_factory=dict)
    """Where something begins and ends, by the words for it: `origin`, `to`."""
    timing: Timing = NOTHING
    """What is said of when it is: each hour, now, in the past."""
    planned: bool = False
    """Whether that is said of when it begins, and not of when it came about."""
    within: bool = False
    """Whether that is said of what is in the thing, and not of the thing itself."""
    begun: bool = False
    """Whether what is asked for is made by that, and was not there before."""
    seed: int = 0
    """What the same thing is drawn by, in whatever answer it comes."""
    first: int | None = None
    """The number that the ids of a page count on from."""
    called: str = ""
    """What those are called, in part, who are searched for."""
    met: dict[Hashable, object] = field(default_factory=dict)
    """People that are referred to, by what they are and by their id."""

    circles: dict[Hashable, tuple[Person, ...]] = field(default_factory=dict)
    """Those who come again and again, by what they are to each other."""
    badges: dict[Hashable, Json] = field(default_factory=dict)
    """The ids of those, by how an id looks and their name."""
    route: tuple[tuple[str, bool], ...] = ()
    """The parts of the path that was asked for, and whether each is a value."""
    talk: tuple[str, int] | None = None
    """The talk that it is all of, and how many talk there."""
    employer: Identity | None = None
    """Which company it is that those work for who are told of."""
    currency: str = ""
    """The money that amounts are said to be in."""
    tongue: str = ""
    """The country whose language it is said to be in."""

    def localize(self, told: Localities) -> None:
        """All is where *told* says."""
        self.currency = told.currency
        self.tongue = told.tongue
        if told.ways and not told.currency:
            self.currency = told.ways[0][1].country.currency
        if told.places:
            self.places = told.places
            self.statements = replace(self.statements, countries=told.countries)
        for end, place in told.ways:
            self.spots |= dict.fromkeys(ENDS[end], place)

    @property
    def house(self) -> Firm:
        """The company that those work for who are told of."""
        known = self.decks.get("house")
        if known is None:
            told = ("house",) if self.employer is None else ("firm ", *self.employer)
            known = self.decks["house"] = [
                firm(seeded(self.seed, *told), self._trades())
            ]
        return known[0]  # type: ignore[return-value]

    def _trades(self) -> tuple[str, ...]:
        """Return what those do who are told of."""
        named = EMPLOYERS.get(self.kind)
        return (named,) if named and self.employer is None else self.industries

    @property
    def today(self) -> date:
        """The day it is."""
        return datetime.fromtimestamp(self.now, UTC).date()

    @property
    def is_ahead(self) -> bool:
        """Whether what is asked for is planned, or all of it is still to come."""
        window = self.window
        return self.planned or (window is not None and window[0] >= self.now)

    @property
    def latest(self) -> float:
        """The last moment of what is asked for, which is now if nothing is said."""
        if self.window is None:
            return self.now
        low, high = self.window
        return (min(high, self.now) if low < self.now else high) - 1

    def fresh(
        self,
        what: Hashable,
        make: Callable[[], _T],
        key: Callable[[_T], Hashable] | None = None,
    ) -> _T:
        """Return something made that was not used for *what* yet, if there is one.

        Args:
            what: What it is used for.
            make: Makes another.
            key: Returns what tells two apart; without it, they do themselves.
        """
        used = self.taken.setdefault(what, set())
        made = make()
        told: Hashable = made if key is None else key(made)
        for _ in range(_TRIES if len(used) < _MANY else self._tries(what)):
            if told not in used:
                break
            made = make()
            told = made if key is None else key(made)
        if len(used) >= _MANY:
            self.counts["spent", what] = (told in used) * (1 + self._spent(what))
        used.add(told)
        return made

    def _spent(self, what: Hashable) -> int:
        """Return how often running nothing new was found for *what*."""
        return self.counts.get(("spent", what), 0)

    def _tries(self, what: Hashable) -> int:
        """Return how often it is worth while to look for something new."""
        return _TRIES if self._spent(what) < _SPENT else 1

    def is_taken(self, what: Hashable, value: Hashable) -> bool:
        """Return whether *value* was used for *what*; from now on it is."""
        used = self.taken.setdefault(what, set())
        if value in used:
            return True
        used.add(value)
        return False

    def dealt(self, what: Hashable, choices: tuple[_T, ...]) -> _T:
        """Return one of *choices*; none comes again before all different ones came."""
        deck = self.decks.get(what)
        if not deck:
            several = list(dict.fromkeys(choices))
            deck = [*self.rng.sample(several, len(several))]
            # What is written twice is likelier, once all were there.
            deck = [*self.rng.choices(choices, k=len(choices)), *deck] \
                if what not in self.decks else \
                [*self.rng.sample(choices, len(choices))]  # fmt: skip
            self.decks[what] = deck
        return deck.pop()  # type: ignore[return-value]
