"""Long lists of scalars: what comes after the first ones is like them."""

from __future__ import annotations

from collections.abc import Callable
from random import Random  # noqa: TID251 - the type alone

from mockforge.learning.fields.seen import MISSING
from mockforge.options import Json

FIRST = 60
"""Items that are drawn each for itself."""


def key_of(value: Json) -> tuple[bool, Json] | None:
    """Return what tells scalars apart as JSON does: 1 is 1.0 and not true."""
    if isinstance(value, list | dict):
        return None
    return isinstance(value, bool), value


class Distinct:
    """Values, each of which is there once."""

    def __init__(self, has: Callable[[list[Json], Json], bool]) -> None:
        self._has = has
        self._keys: set[tuple[bool, Json]] = set()
        self._others: list[Json] = []

    def add(self, value: Json) -> bool:
        """Return whether *value* was not there yet; from now on it is."""
        key = key_of(value)
        if key is None:
            if self._has(self._others, value):
                return False
            self._others.append(value)
            return True
        if key in self._keys:
            return False
        self._keys.add(key)
        return True


class Lengthening:
    """A list of which enough is there to go on without asking what it means."""

    def __init__(self, made: list[Json], rng: Random, *, is_distinct: bool) -> None:
        self._first = made[:FIRST]
        self._rng = rng
        self._is_distinct = is_distinct
        kinds = {type(one) for one in self._first if one is not None}
        self._kind = kinds.pop() if len(kinds) == 1 else object
        numbers = [one for one in self._first if isinstance(one, int | float)]
        self._low, self._high = min(numbers, default=0), max(numbers, default=0)
        self._places = max(
            (
                len(repr(one).rpartition(".")[2])
                for one in numbers
                if type(one) is float
            ),
            default=0,
        )

    def next(self) -> Json:
        """Return one more; MISSING where there are things among the first."""
        rng = self._rng
        if self._kind is int:
            if self._is_distinct:
                self._high += rng.randint(1, 3)
                return self._high
            return rng.randint(int(self._low), int(self._high))
        if self._kind is float:
            made = rng.uniform(self._low, self._high)
            return round(made, min(self._places, 9))
        if self._kind in (str, bool) and not self._is_distinct:
            return rng.choice(self._first)
        return MISSING
