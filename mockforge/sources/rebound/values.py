"""Values: what is put in the place of a recorded one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence
from typing import TypeVar

from mockforge.bodies.document import Path, Scalar, leaves, text_of
from mockforge.options import Json

_T = TypeVar("_T")

_SHOWN = 20
"""Bindings that are told of one answer."""


def is_node(value: Json) -> bool:
    """Whether *value* is an object or a list."""
    return isinstance(value, dict | list)


def like_old(new: Scalar, old: Scalar) -> Scalar:
    """Return *new* in the type of *old*, where it can be."""
    if isinstance(old, str) and not isinstance(new, str):
        return None if new is None else text_of(new)
    if isinstance(old, int | float) and isinstance(new, str):
        try:
            return int(new) if isinstance(old, int) else float(new)
        except ValueError:
            return new
    return new


def differences(old: Json, new: Json) -> dict[Path, Scalar]:
    """Return what stands at the places of *old* in *new*, where it is another."""
    before = dict(leaves(old, ("body",)))
    return {
        path: value
        for path, value in leaves(new, ("body",))
        if path in before and not is_same(before[path], value)
    }


def is_same(one: Scalar, other: Scalar) -> bool:
    """Whether both are the same, in type too."""
    return type(one) is type(other) and one == other


def shown(bindings: Sequence[str]) -> tuple[str, ...]:
    """Return *bindings* without repetition."""
    return tuple(dict.fromkeys(bindings))[:_SHOWN]


def varied(samples: Sequence[_T], keys: Sequence[Hashable], most: int) -> list[_T]:
    """Return *most* of *samples*, in order, with as many different *keys* as can be.

    What is told again and again says no more than the first time.
    """
    if len(samples) <= most:
        return list(samples)
    seen: Counter[Hashable] = Counter()
    turns: list[tuple[int, int]] = []
    for number, key in enumerate(keys):
        turns.append((seen[key], number))
        seen[key] += 1
    few = [number for _, number in sorted(turns)]
    if len(seen) > most:
        few = few[: len(seen)][:: -(-len(seen) // most)]
    return [samples[number] for number in sorted(few[:most])]
