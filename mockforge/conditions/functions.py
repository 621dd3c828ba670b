"""What expressions may call: `min(value * 1.1, 100)`."""

from __future__ import annotations

import inspect
import math
from collections.abc import Callable, Mapping

from mockforge import arithmetic
from mockforge.arithmetic import Unfit, is_number
from mockforge.conditions.comparing import ABSENT, number, text
from mockforge.options import Json

FUNCTIONS: dict[str, Callable[..., Json]] = {}
"""Name to what is called with values; `if` is part of the grammar."""


def _named(name: str) -> Callable[[Callable[..., Json]], Callable[..., Json]]:
    def made(call: Callable[..., Json]) -> Callable[..., Json]:
        FUNCTIONS[name] = call
        return call

    return made


def _number(value: Json) -> Json:
    if (found := number(value)) is ABSENT:
        raise Unfit
    return found


def _several(values: tuple[Json, ...]) -> list[Json]:
    if len(values) == 1 and isinstance(values[0], list):
        values = tuple(values[0])
    if not values:
        raise Unfit
    return [_number(value) for value in values]


@_named("min")
def _min(first: Json, *more: Json) -> Json:
    """The least of numbers, or of a list of them."""
    return min(_several((first, *more)))


@_named("max")
def _max(first: Json, *more: Json) -> Json:
    """The greatest of numbers, or of a list of them."""
    return max(_several((first, *more)))


@_named("sum")
def _sum(first: Json, *more: Json) -> Json:
    """The sum of numbers, or of a list of them."""
    total: Json = 0
    for value in _several((first, *more)):
        total = arithmetic.add(total, value)
    return total


@_named("clamp")
def _clamp(value: Json, low: Json, high: Json) -> Json:
    """The number, not below the second and not above the third."""
    return min(max(_number(value), _number(low)), _number(high))


@_named("abs")
def _abs(value: Json) -> Json:
    """The number without its sign."""
    return abs(_number(value))


@_named("round")
def _round(value: Json, digits: Json = 0) -> Json:
    """The number with so many digits after the point."""
    return arithmetic.rounded(_number(value), digits)


@_named("floor")
def _floor(value: Json) -> Json:
    """The integer below."""
    return arithmetic.bounded(math.floor(_number(value)))


@_named("ceil")
def _ceil(value: Json) -> Json:
    """The integer above."""
    return arithmetic.bounded(math.ceil(_number(value)))


@_named("sqrt")
def _sqrt(value: Json) -> Json:
    """The square root."""
    return arithmetic.power(_positive(value), 0.5)


@_named("log")
def _log(value: Json) -> Json:
    """The natural logarithm."""
    if not (given := _positive(value)):
        raise Unfit
    return arithmetic.bounded(math.log(given))


@_named("sin")
def _sin(value: Json) -> Json:
    """The sine: `100 + 10 * sin(count / 6)` goes up and down."""
    return math.sin(_near(value))


@_named("cos")
def _cos(value: Json) -> Json:
    """The cosine."""
    return math.cos(_near(value))


def _positive(value: Json) -> Json:
    if (given := _number(value)) < 0:
        raise Unfit
    return given


def _near(value: Json) -> float:
    if abs(given := _number(value)) > 1e15:
        raise Unfit
    return float(given)


@_named("len")
def _len(value: Json) -> Json:
    """How many characters, items or keys."""
    if not isinstance(value, (str, list, Mapping)):
        raise Unfit
    return len(value)


@_named("number")
def _as_number(value: Json) -> Json:
    """The number that a text says."""
    return _number(value)


@_named("text")
def _as_text(value: Json) -> Json:
    """A number or truth as a text."""
    if (said := text(value)) is None:
        raise Unfit
    return said


@_named("lower")
def _lower(value: Json) -> Json:
    """A text in lower case."""
    return str(_as_text(value)).lower()


@_named("upper")
def _upper(value: Json) -> Json:
    """A text in upper case."""
    return str(_as_text(value)).upper()


def takes(name: str, count: int) -> str | None:
    """Return why a function does not take so many values; None if it does."""
    try:
        inspect.signature(FUNCTIONS[name]).bind(*[None] * count)
    except TypeError:
        wanted = ", ".join(inspect.signature(FUNCTIONS[name]).parameters)
        return f"{name}({wanted}) does not take {count}"
    return None


def is_finite(value: Json) -> bool:
    """Tell whether a number is one that can be reckoned with."""
    return not is_number(value) or math.isfinite(value)
