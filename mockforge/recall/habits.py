"""Habits: what stood where in the requests of an endpoint, as far as it chooses."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Self

MOST = 24
"""Values of a place that are kept: more do not choose among a few."""

FEW = 4
"""Requests below which nothing tells a name from a choice."""


@dataclass(slots=True)
class Habit:
    """The words that stood at a place."""

    count: int = 0
    values: set[str] = field(default_factory=set)
    is_open: bool = False
    """There were too many to choose among."""

    def add(self, value: str) -> None:
        """Take note of *value*."""
        self.count += 1
        if self.is_open:
            return
        self.values.add(value)
        if len(self.values) > MOST:
            self.values.clear()
            self.is_open = True

    @property
    def is_choice(self) -> bool:
        """Whether what stands there is one of a few, as far as anybody can tell."""
        if self.is_open:
            return False
        return self.count < FEW or len(self.values) * 2 <= self.count


class Habits:
    """What stood where, by endpoint."""

    def __init__(self) -> None:
        self._habits: dict[str, dict[str, Habit]] = {}

    def add(self, endpoint: str, chosen: Mapping[str, str]) -> None:
        """Take note of a request of *endpoint*."""
        places = self._habits.setdefault(endpoint, {})
        for place, value in chosen.items():
            places.setdefault(place, Habit()).add(value)

    def unknown(self, endpoint: str, chosen: Mapping[str, str]) -> Iterable[str]:
        """Yield the places where *chosen* has what was never chosen there."""
        places = self._habits.get(endpoint, {})
        for place, value in chosen.items():
            habit = places.get(place)
            if habit is not None and habit.is_choice and value not in habit.values:
                yield place

    def to_json(self) -> dict[str, Any]:
        """Return this as JSON."""
        return {
            endpoint: {
                place: [each.count, None if each.is_open else sorted(each.values)]
                for place, each in places.items()
            }
            for endpoint, places in self._habits.items()
        }

    @classmethod
    def from_json(cls, told: Mapping[str, Any]) -> Self:
        """Return what `to_json` told.

        Raises:
            ValueError: If it is of another shape.
        """
        found = cls()
        try:
            for endpoint, places in told.items():
                found._habits[endpoint] = {
                    place: Habit(int(count), set(values or ()), values is None)
                    for place, (count, values) in places.items()
                }
        except (AttributeError, TypeError, ValueError) as error:
            raise ValueError(f"no habits: {error!r}") from error
        return found
