"""Homes: where things were made or changed last, and so where they are asked for."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Collection, Iterable
from typing import NamedTuple

MOST = 100_000
"""Things that are remembered; those not written to longest are forgotten first."""

MOST_GIVEN = 50_000
"""Values that are remembered as given by us."""

Place = tuple[str, str]
"""A collection and the name of a thing in it."""

ALL = ""
"""The scope of what everybody shares, as the upstream's things are."""


class Scopes(NamedTuple):
    """Who asks."""

    session: str
    """The client."""
    world: str
    """Whose things are made here for it: its own from before it logged in, or all."""


class Home(NamedTuple):
    """Where a thing is."""

    is_here: bool
    """Here, and not at the upstream."""
    is_gone: bool = False
    """It was deleted there."""


class Homes:
    """The homes of things, in the worlds of sessions and in that of all."""

    def __init__(self) -> None:
        """Begin with none."""
        self._known: OrderedDict[tuple[str, Place], Home] = OrderedDict()
        self._in: dict[tuple[str, str], dict[str, Home]] = {}
        self._given: OrderedDict[str, None] = OrderedDict()

    def __len__(self) -> int:
        return len(self._known)

    def put(
        self,
        scopes: Scopes,
        places: Iterable[Place],
        home: Home,
        *,
        named: Collection[Place] = (),
    ) -> None:
        """Remember that a thing is at *home*.

        Args:
            scopes: Who says so.
            places: What it is known as.
            home: Where it is.
            named: Those of them that are known by a name of their own: they are the
                same for all who ask. Others may be another thing for each client, as
                a cart is.
        """
        for place in places:
            scope = scopes.session
            if place in named:
                scope = scopes.world if home.is_here else ALL
            for other in {*scopes}:
                self._drop((other, place))
            at = (scope, place)
            self._known[at] = home
            self._in.setdefault((scope, place[0]), {})[place[1]] = home
        while len(self._known) > MOST:
            self._drop(next(iter(self._known)))

    def find(self, scopes: Scopes, place: Place) -> Home | None:
        """Return where *place* is as *scopes* see it; None if nobody wrote to it."""
        for scope in (*scopes, ALL):
            found = self._known.get((scope, place))
            if found is not None:
                return found
        return None

    def inside(self, scopes: Scopes, collection: str) -> dict[str, Home]:
        """Return the homes of all that was written to in *collection*, by name."""
        found: dict[str, Home] = {}
        for scope in (ALL, scopes.world, scopes.session):
            found |= self._in.get((scope, collection), {})
        return found

    def give(self, values: Iterable[str]) -> None:
        """Remember *values* as given by us: the upstream does not know them."""
        for value in values:
            self._given[value] = None
            self._given.move_to_end(value)
        while len(self._given) > MOST_GIVEN:
            self._given.popitem(last=False)

    def has_given(self, values: Iterable[str]) -> bool:
        """Return whether one of *values* was given by us."""
        return bool(self._given) and any(value in self._given for value in values)

    def _drop(self, at: tuple[str, Place]) -> None:
        if self._known.pop(at, None) is None:
            return
        scope, (collection, name) = at
        inside = self._in[scope, collection]
        del inside[name]
        if not inside:
            del self._in[scope, collection]
