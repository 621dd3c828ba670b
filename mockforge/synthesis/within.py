"""Samples whose numbers are told in objects of their own: `{"main": {"temp": 4}}`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mockforge.options import Json
from mockforge.synthesis.members import Members, is_number
from mockforge.synthesis.naming import words_of
from mockforge.synthesis.roles import role_of

_KEPT = frozenset(("id", "code", "year", "count", "lat", "lng", "number"))
_BOUND = frozenset(("enum", "const", "multipleOf"))
_SHARE = 0.2
"""How much of the way to what was drawn is gone in one step."""


def nested_measures(several: Sequence[Members]) -> list[tuple[str, str]]:
    """Return the names of objects with those of the numbers in them that wander."""
    found = []
    for name, value in several[0].made.items():
        if not isinstance(value, dict) or several[0].is_given(name):
            continue
        for inner in value:
            if _wanders(several, name, inner):
                found.append((name, inner))
    return found


def _wanders(several: Sequence[Members], name: str, inner: str) -> bool:
    if role_of(inner).name in _KEPT or _KEPT & {*words_of(inner)}:
        return False
    told = several[0].told(name).get("properties", {}).get(inner)
    if not isinstance(told, dict) or not _BOUND.isdisjoint(told) or "type" not in told:
        return False
    return all(is_number(held) for held in _held(several, name, inner))


def _held(several: Sequence[Members], name: str, inner: str) -> Iterator[Json]:
    for one in several:
        value = one.made.get(name)
        yield value.get(inner) if isinstance(value, dict) else None


def wander_within(several: Sequence[Members]) -> None:
    """Let each number within be near the one before, by what is gone of the first."""
    for name, inner in nested_measures(several):
        values = [held for held in _held(several, name, inner) if is_number(held)]
        last = float(values[0])
        for one, value in zip(several, values, strict=True):
            last += _SHARE * (value - last)
            held = one.made[name]
            if isinstance(held, dict):
                held[inner] = round(last) if isinstance(value, int) else round(last, 1)
