"""The operators of expressions: those of JSON values, and those of times of day."""

from __future__ import annotations

from collections.abc import Callable

from mockforge import arithmetic
from mockforge.conditions.comparing import Clock, number
from mockforge.options import Json


def _added(left: Json, right: Json) -> Json:
    if isinstance(left, Clock) or isinstance(right, Clock):
        return Clock(arithmetic.add(float(left), float(right)) % 86_400)
    return arithmetic.add(left, right)


def _less(left: Json, right: Json) -> Json:
    if isinstance(left, Clock) and not isinstance(right, Clock):
        return Clock(arithmetic.subtract(float(left), right) % 86_400)
    return arithmetic.subtract(left, right)


def _numbers(made: Callable[[Json, Json], Json]) -> Callable[[Json, Json], Json]:
    """Return an operator that reads the texts of a client as numbers."""

    def reckoned(left: Json, right: Json) -> Json:
        if isinstance(left, str) != isinstance(right, str):
            left, right = number(left), number(right)
        return made(left, right)

    return reckoned


OPERATORS = {
    "+": _numbers(_added),
    "-": _numbers(_less),
    "*": _numbers(arithmetic.multiply),
    "/": _numbers(arithmetic.divide),
    "//": _numbers(arithmetic.floor_divide),
    "%": _numbers(arithmetic.modulo),
}
raised = _numbers(arithmetic.power)


def negated(value: Json) -> Json:
    """Return a number with the other sign."""
    return arithmetic.negate(number(value))
