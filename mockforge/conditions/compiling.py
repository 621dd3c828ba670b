"""Conditions and expressions, compiled once and asked often."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from mockforge.conditions.comparing import ABSENT, Clock, is_true
from mockforge.conditions.problems import Problem
from mockforge.errors import ConfigError
from mockforge.options import Json

if TYPE_CHECKING:
    from mockforge.conditions.building import Part
NAMES = frozenset(
    {
        "method",
        "path",
        "params",
        "query",
        "headers",
        "body",
        "session",
        "state",
        "time",
    }
)
"""What every condition may be about."""


class Condition:
    """What holds or does not; made by `compile_condition`."""

    __slots__ = ("_part", "names", "text")

    def __init__(self, text: str, part: Part) -> None:
        self._part = part
        self.text = text
        """As it was written."""
        self.names = {name for name, _ in part.read}
        """What it reads: `method`, `body.items[0].price`."""

    def holds(self, names: Mapping[str, Json]) -> bool:
        """Tell whether it holds of *names*. Never raises."""
        try:
            return is_true(self._part.give(names))
        except RecursionError:
            return False

    def __repr__(self) -> str:
        return f"Condition({self.text!r})"


class Expression:
    """What a value is reckoned with; made by `compile_expression`."""

    __slots__ = ("_part", "names", "text")

    def __init__(self, text: str, part: Part) -> None:
        self._part = part
        self.text = text
        """As it was written."""
        self.names = {name for name, _ in part.read}
        """What it reads."""

    def value(self, names: Mapping[str, Json]) -> Json:
        """Return the value; None where it cannot be reckoned. Never raises."""
        try:
            value: Any = self._part.give(names)
        except RecursionError:
            return None
        if value is ABSENT or (isinstance(value, float) and not math.isfinite(value)):
            return None
        return float(value) if isinstance(value, Clock) else value

    def __repr__(self) -> str:
        return f"Expression({self.text!r})"


def compile_condition(
    text: str, *, where: str, names: Collection[str] | None = ()
) -> Condition:
    """Return the condition that a text says.

    Args:
        text: As in `method == 'POST' and path starts_with '/api'`.
        where: The place of it, for errors.
        names: What it may be about besides `NAMES`; None is anything.

    Raises:
        ConfigError: If it is none, or with each word that nothing is known by.
    """
    return Condition(text, _compiled(text, where, names))


def compile_expression(
    text: str, *, where: str, names: Collection[str] | None = ()
) -> Expression:
    """Return the expression that a text says, as `compile_condition` does.

    Raises:
        ConfigError: If it is none, or with each word that nothing is known by.
    """
    return Expression(text, _compiled(text, where, names))


def find_problems(text: str, *, names: Collection[str] | None = ()) -> list[Problem]:
    """Return what is wrong with a text as a condition, with columns."""
    return _read(text, names)[1]


def _compiled(text: str, where: str, names: Collection[str] | None) -> Part:
    part, problems = _read(text, names)
    if part is None or problems:
        if len(problems) == 1:
            one = problems[0]
            place = f"{where}, column {one.column}"
            raise ConfigError(one.what, where=place, nearest=one.nearest)
        raise ConfigError("\n".join(f"{where}: {each}" for each in problems))
    return part


def _read(
    text: str, names: Collection[str] | None
) -> tuple[Part | None, list[Problem]]:
    from mockforge.conditions.grammar import Unreadable, parsed

    if not isinstance(text, str):
        return None, [Problem(1, f"{text!r} is no text")]
    try:
        part = parsed(text)
    except Unreadable as failure:
        return None, [failure.problem]
    problems = list(part.problems)
    if names is not None:
        known = NAMES | frozenset(names)
        for name, column in part.read:
            root = name.partition(".")[0].partition("[")[0]
            if root not in known:
                problems.append(_unknown(root, column, known))
    return part, sorted(problems, key=lambda each: each.column)


def _unknown(name: str, column: int, known: frozenset[str]) -> Problem:
    near = get_close_matches(name, sorted(known), n=1, cutoff=0.6)
    nearest = (
        f"did you mean {near[0]!r}?"
        if near
        else f"write '{name}' in quotes if it is a text"
    )
    return Problem(column, f"{name!r} is nothing that is known here", nearest)
