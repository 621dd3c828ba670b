"""Values: what is put in the place of a recorded one."""

from __future__ import annotations

from collections.abc import Sequence

from mockforge.bodies.document import Path, Scalar, leaves, text_of
from mockforge.options import Json

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
