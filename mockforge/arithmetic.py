"""Operators on JSON values that are bounded in size and have no way into Python.

Templates and conditions calculate with these. What an operator does not take, and what
would come out too long, is an `Unfit`; what to make of that is the caller's choice.
"""

from __future__ import annotations

import math
import operator
from collections.abc import Callable, Mapping

from mockforge.options import Json

LONGEST = 1_000_000
"""Characters of a text, or items of a list, that an operator may make."""
WIDEST = 1024
"""Bits of an integer that an operator may make."""


class Unfit(Exception):
    """An operator was given what it does not take, or would make too much."""


def is_number(value: Json) -> bool:
    """Tell whether *value* is a number of JSON's; true and false are none."""
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def add(left: Json, right: Json) -> Json:
    """Return the sum of two numbers, or two texts or lists one after the other."""
    if is_number(left) and is_number(right):
        return bounded(_tried(operator.add, left, right))
    texts = isinstance(left, str) and isinstance(right, str)
    if not texts and not (isinstance(left, list) and isinstance(right, list)):
        raise Unfit
    _room(len(left) + len(right))
    return left + right


def subtract(left: Json, right: Json) -> Json:
    """Return the difference of two numbers."""
    return _numeric(operator.sub, left, right)


def multiply(left: Json, right: Json) -> Json:
    """Return the product of two numbers, or a text so many times."""
    if isinstance(left, int) and isinstance(right, str):
        left, right = right, left
    if isinstance(left, str) and isinstance(right, int) and is_number(right):
        _room(len(left) * max(right, 0))
        return left * right
    return _numeric(operator.mul, left, right)


def divide(left: Json, right: Json) -> Json:
    """Return the quotient of two numbers, with its fraction."""
    return _numeric(operator.truediv, left, right)


def floor_divide(left: Json, right: Json) -> Json:
    """Return how often *right* goes into *left*."""
    return _numeric(operator.floordiv, left, right)


def modulo(left: Json, right: Json) -> Json:
    """Return what is left over then; never the formatting of a text."""
    return _numeric(operator.mod, left, right)


def power(left: Json, right: Json) -> Json:
    """Return *left* to the power of *right*, where that is no giant."""
    if not (is_number(left) and is_number(right)):
        raise Unfit
    whole = isinstance(left, int) and isinstance(right, int)
    if whole and right > 0 and left.bit_length() * right > 2 * WIDEST:
        raise Unfit
    if whole and right < 0 and left.bit_length() * -right > 2 * WIDEST:
        return 0.0 if left else bounded(math.inf)
    return bounded(_tried(operator.pow, left, right))


def negate(value: Json) -> Json:
    """Return the number with the other sign."""
    return _numeric(operator.sub, 0, value)


def same(left: Json, right: Json) -> bool:
    """Tell whether two values are the same to JSON: 1 is 1.0, and true is no 1."""
    if isinstance(left, bool) or isinstance(right, bool):
        return left is right
    if isinstance(left, list) and isinstance(right, list):
        return len(left) == len(right) and all(map(same, left, right))
    if isinstance(left, Mapping) and isinstance(right, Mapping):
        return left.keys() == right.keys() and all(
            same(value, right[key]) for key, value in left.items()
        )
    return bool(left == right)


def below(left: Json, right: Json) -> bool:
    """Tell whether *left* comes before *right*: two numbers, or two texts."""
    texts = isinstance(left, str) and isinstance(right, str)
    if texts or (is_number(left) and is_number(right)):
        return bool(left < right)
    raise Unfit


def within(part: Json, whole: Json) -> bool:
    """Tell whether *part* is in a text, among the items of a list, or a key."""
    if isinstance(whole, str):
        if not isinstance(part, str):
            raise Unfit
        return part in whole
    if isinstance(whole, Mapping):
        return isinstance(part, str) and part in whole
    if isinstance(whole, list):
        return any(same(part, item) for item in whole)
    raise Unfit


def rounded(value: Json, digits: Json = 0) -> Json:
    """Return the number with so many digits after the point; an integer with none."""
    if not (is_number(value) and isinstance(digits, int) and -400 < digits < 400):
        raise Unfit
    return bounded(_tried(round, value, digits or None))


def bounded(value: Json) -> Json:
    """Return the number, if JSON can say it and it is no giant."""
    if isinstance(value, int):
        if value.bit_length() > WIDEST:
            raise Unfit
        return value
    if not isinstance(value, float) or not math.isfinite(value):
        raise Unfit
    return value


def _room(length: int) -> None:
    if length > LONGEST:
        raise Unfit


def _numeric(made: Callable[[Json, Json], Json], left: Json, right: Json) -> Json:
    if not (is_number(left) and is_number(right)):
        raise Unfit
    return bounded(_tried(made, left, right))


def _tried(made: Callable[[Json, Json], Json], left: Json, right: Json) -> Json:
    try:
        return made(left, right)
    except (ArithmeticError, ValueError) as refused:
        raise Unfit from refused
