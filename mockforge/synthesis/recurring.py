"""One thing is the same wherever it comes: what is drawn for it is drawn by its id."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TypeVar

from mockforge.chance import rng as seeded

_T = TypeVar("_T")
_LONGEST = len("1234567890")
_HALF = 20
"""Things that are made until one of them is half as old as the first."""


@lru_cache(maxsize=4096)
def first_number(seed: int, kind: str) -> int:
    """Return the number that the ids of things of *kind* count on from."""
    return seeded(seed, "first", kind).randrange(1000, 4000)


def number_of(told: str) -> int | None:
    """Return the number that the id *told* is, if it counts."""
    return int(told) if told.isdecimal() and len(told) < _LONGEST else None


def age_of(seed: int, kind: str, told: str) -> float | None:
    """Return how old the thing with the id *told* is, from 1 down to 0.

    Things with higher numbers are newer, so that a list is in order however it is cut.
    """
    number = number_of(told)
    if number is None:
        return None
    first = first_number(seed, kind)
    if number <= first:
        return 1.0 - 0.1 * number / first
    return 0.9 / (1 + (number - first) / _HALF)


def picked(
    seed: int, kind: str, told: str, what: str, choices: Sequence[_T]
) -> _T:  # fmt: skip
    """Return one of *choices* for the thing with the id *told*.

    Neighbours get different ones, as far as there are some.
    """
    number, size = number_of(told), len(choices)
    if number is None:
        return seeded(seed, "pick", kind, told, what).choice(choices)
    order = _order(seed, f"{kind} {what}", number // size, size)
    return choices[order[number % size]]


@lru_cache(maxsize=4096)
def _order(seed: int, what: str, block: int, size: int) -> tuple[int, ...]:
    return tuple(seeded(seed, "order", what, block).sample(range(size), size))
