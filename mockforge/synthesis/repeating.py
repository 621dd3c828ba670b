"""Texts that repeat what is beside them, as their examples do."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from mockforge.learning.fields.schema import Schema
from mockforge.options import Json

_STEP = re.compile(r"[\w.@+-]{2,}")
_Plan = list[tuple[str, str, list[tuple[str, str]]]]


def follow(
    schema: Schema,
    made: dict[str, Json],
    kept: set[str],
    fits: Callable[[Any, Json], bool],
) -> None:
    """Let texts in *made* repeat what their examples repeat of others beside them.

    With `/users/octocat/repos` and `octocat`, the example of `login`, the path has the
    login that was made.
    """
    for name, example, others in _repeating(schema):
        if name not in made or name in kept or not isinstance(made[name], str):
            continue
        followed = example
        for other, told in others:
            known = made.get(other)
            if isinstance(known, str | int) and not isinstance(known, bool):
                followed = followed.replace(told, str(known))
        if followed != example and fits(schema["properties"][name], followed):
            made[name] = followed


def _repeating(schema: Schema) -> _Plan:
    """Return the members whose examples repeat those of others, kept in *schema*."""
    found = _PLANS.get(id(schema))
    if found is not None and found[0] is schema:
        return found[1]
    if len(_PLANS) > _KEPT:
        _PLANS.clear()
    told = {}
    for name, member in schema.get("properties", {}).items():
        several = member.get("examples") if isinstance(member, dict) else None
        if several and isinstance(several[0], str | int):
            told[name] = str(several[0]).strip()
    plan = []
    for name, example in told.items() if len(told) < _MANY else ():
        parts = set(_STEP.findall(example))
        if len(parts) > 1:
            others = [(n, t) for n, t in told.items() if t in parts and n != name]
            # The longest first: one may be part of another.
            others.sort(key=lambda other: -len(other[1]))
            plan += [(name, example, others)] if others else []
    _PLANS[id(schema)] = (schema, plan)
    return plan


_PLANS: dict[int, tuple[Schema, _Plan]] = {}
_KEPT, _MANY = 4096, 200
