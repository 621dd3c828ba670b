"""State machines: values that become others with given probabilities."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import pairwise
from random import Random  # noqa: TID251 - the type alone; chance.rng makes them

Ways = tuple[tuple[str, float], ...]
"""States that one may become, each with its probability."""

SINGLE = 1000
"""Steps that are drawn one by one; what is beyond is drawn in one go."""
TABLE = 64
"""States of a machine that is drawn in one go; a larger one stops there."""


@dataclass(frozen=True, slots=True)
class Machine:
    """States, and what becomes of each."""

    ways: Mapping[str, Ways]
    """A state that is not here, or with nothing in it, is the last."""

    @classmethod
    def of(
        cls,
        states: Sequence[str],
        transitions: Mapping[str, Sequence[tuple[str, float]]],
    ) -> Machine:
        """Return the machine of *transitions*; without any, states follow in order."""
        if not transitions:
            ways: dict[str, Ways] = dict.fromkeys(states, ())
            ways |= {one: ((other, 1.0),) for one, other in pairwise(states)}
            return cls(ways)
        ways = {state: tuple(each) for state, each in transitions.items()}
        named = [*states, *(other for each in ways.values() for other, _ in each)]
        return cls({state: ways.get(state, ()) for state in [*ways, *named]})

    @property
    def doubtful(self) -> list[tuple[str, str]]:
        """States that nothing leads on from, each with a like one that something does.

        They are most likely misspelt.
        """
        known = [state for state, ways in self.ways.items() if ways]
        last = [state for state, ways in self.ways.items() if not ways]
        pairs = ((one, get_close_matches(one, known, n=1, cutoff=0.8)) for one in last)
        return [(one, near[0]) for one, near in pairs if near]

    def moved(
        self, state: str, first: int, last: int, draw: Callable[[int], Random]
    ) -> str:
        """Return what *state* has become.

        Args:
            state: After step *first*.
            first: A number of a step.
            last: The number of the step to return the state after.
            draw: Gives the chance of a step.
        """
        for step in range(first + 1, min(last, first + SINGLE) + 1):
            ways = self.ways.get(state, ())
            if not ways:
                return state
            state = _drawn(ways, state, draw(step).random())
        left = last - first - SINGLE
        if left > 0 and self.ways.get(state) and len(self.ways) <= TABLE:
            state = _drawn(self._after(state, left), state, draw(last).random())
        return state

    def _after(self, state: str, steps: int) -> Ways:
        """Return what *state* has become after *steps*, with probabilities."""
        names = list(self.ways)
        table = [self._row(each, names) for each in names]
        row = [1.0 if each == state else 0.0 for each in names]
        while steps:
            if steps & 1:
                row = _times([row], table)[0]
            steps >>= 1
            if steps:
                table = _times(table, table)
        return tuple(zip(names, row, strict=True))

    def _row(self, state: str, names: Sequence[str]) -> list[float]:
        shares = dict.fromkeys(names, 0.0)
        for other, share in self.ways[state]:
            shares[other] += share
        shares[state] += 1.0 - sum(shares.values())
        return list(shares.values())


def _drawn(ways: Ways, state: str, u: float) -> str:
    for other, share in ways:
        # Shares of thirds add up to a hair less than 1.
        if u < share or (u - share < 1e-9 and share > 0.0):
            return other
        u -= share
    return state


def _times(one: list[list[float]], other: list[list[float]]) -> list[list[float]]:
    columns = list(zip(*other, strict=True))
    return [
        [sum(a * b for a, b in zip(row, column, strict=True)) for column in columns]
        for row in one
    ]
