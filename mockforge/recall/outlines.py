"""Outlines: which places the requests of an endpoint have, always or now and then."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any, Self

MOST = 1_000
"""Places of an endpoint that are kept: more are names that clients make up."""

FEW = 4
"""Requests below which nothing tells names that clients make up from fields."""


@dataclass(slots=True)
class Outline:
    """The places of the requests of an endpoint."""

    count: int = 0
    """Of the requests."""
    places: dict[str, int] = field(default_factory=dict)
    """How many requests had each."""
    is_open: bool = False
    """There were too many to keep."""

    def add(self, places: Collection[str]) -> None:
        """Take note of a request that has *places*."""
        self.count += 1
        if self.is_open:
            return
        for place in places:
            self.places[place] = self.places.get(place, 0) + 1
        if len(self.places) > MOST:
            self.places.clear()
            self.is_open = True

    def added(self, places: Collection[str]) -> str | None:
        """Return one of *places* that no request had; None if there is none.

        Names that clients make up, such as those of labels, are new each time and say
        nothing: most of those beside them were seen once.
        """
        for place in sorted(set(places) - self.places.keys()):
            around = _around(place)
            beside = [n for each, n in self.places.items() if _around(each) == around]
            if self.count < FEW or beside.count(1) * 2 <= len(beside):
                return place
        return None

    def lacking(self, places: Collection[str]) -> str | None:
        """Return a place that all requests had and that is not one of *places*."""
        always = {each for each, count in self.places.items() if count == self.count}
        return min(always - set(places), default=None)


class Outlines:
    """What the requests of each endpoint look like."""

    def __init__(self) -> None:
        self._outlines: dict[str, Outline] = {}

    def add(self, endpoint: str, places: Collection[str]) -> None:
        """Take note of a request of *endpoint* that has *places*."""
        self._outlines.setdefault(endpoint, Outline()).add(places)

    def odd(self, endpoint: str, places: Collection[str]) -> str:
        """Return how *places* are like no request of *endpoint*; nothing if they are.

        What an endpoint does with a field that it was never given, or without one
        that it was always given, nobody has seen.
        """
        found = self._outlines.get(endpoint)
        if found is None or found.is_open:
            return ""
        added = found.added(places)
        if added is not None:
            return f"nothing was asked with {added}"
        lacking = found.lacking(places)
        return "" if lacking is None else f"nothing was asked without {lacking}"

    def to_json(self) -> dict[str, Any]:
        """Return this as JSON."""
        return {
            endpoint: [one.count, None if one.is_open else one.places]
            for endpoint, one in self._outlines.items()
        }

    @classmethod
    def from_json(cls, told: Mapping[str, Any]) -> Self:
        """Return what `to_json` told.

        Raises:
            ValueError: If it is of another shape.
        """
        found = cls()
        try:
            for endpoint, (count, places) in told.items():
                kept = {str(place): int(n) for place, n in (places or {}).items()}
                found._outlines[endpoint] = Outline(int(count), kept, places is None)
        except (AttributeError, TypeError, ValueError) as error:
            raise ValueError(f"no outlines: {error!r}") from error
        return found


def _around(place: str) -> str:
    return place.rpartition(".")[0]
