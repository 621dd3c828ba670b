"""The operators of templates: those of JSON values, and those of moments."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from mockforge import arithmetic
from mockforge.arithmetic import LONGEST, Unfit
from mockforge.options import Json
from mockforge.templates.moments import Moment, Months, moment
from mockforge.templates.running import Run, texted

LARGEST = 100_000
"""Items and keys, all in all, of a list or object that a template makes."""


def joined(run: Run, values: list[Json]) -> str:
    """Return the values as one text."""
    text = "".join(map(texted, values))
    if len(text) > LONGEST:
        raise Unfit
    run.spend(1 + len(text) // 16)
    return text


def measured(run: Run, value: Json) -> Json:
    """Return a list or object that was made of others, if that is not too much.

    What is put into itself again and again grows to more than anyone can write out.

    Raises:
        Unfit: If it is too much.
    """
    left, waiting = LARGEST, [value]
    while waiting:
        each = waiting.pop()
        inside = each.values() if isinstance(each, Mapping) else each
        if isinstance(each, (list, Mapping)):
            left -= 1 + len(each)
            if left < 0:
                raise Unfit
            waiting.extend(held for held in inside if isinstance(held, (list, Mapping)))
    run.spend((LARGEST - left) // 16)
    return value


def negated(value: Json) -> Json:
    """Return a number with the other sign, or a span backwards."""
    if isinstance(value, Months):
        return Months(-value.count)
    return arithmetic.negate(value)


def _add(run: Run, left: Json, right: Json) -> Json:
    if isinstance(right, Moment):
        left, right = right, left
    if isinstance(left, Moment):
        return left.moved(right)
    value = arithmetic.add(left, right)
    return measured(run, value) if isinstance(value, list) else value


def _subtract(run: Run, left: Json, right: Json) -> Json:
    if isinstance(left, Moment):
        if isinstance(right, Moment):
            return left.seconds - right.seconds
        return left.moved(right, -1)
    return arithmetic.subtract(left, right)


def _counted(
    made: Callable[[Json, Json], Json], run: Run, left: Json, right: Json
) -> Json:
    value = made(left, right)
    if isinstance(value, str):
        run.spend(len(value) // 16)
    return value


OPERATORS: dict[str, Callable[[Run, Json, Json], Json]] = {
    "+": _add,
    "-": _subtract,
    "*": partial(_counted, arithmetic.multiply),
    "/": partial(_counted, arithmetic.divide),
    "//": partial(_counted, arithmetic.floor_divide),
    "%": partial(_counted, arithmetic.modulo),
    "**": partial(_counted, arithmetic.power),
}
"""Sign to what takes the run and two values."""


def _below(left: Json, right: Json) -> bool:
    try:
        if isinstance(left, Moment) or isinstance(right, Moment):
            return moment(left).seconds < moment(right).seconds
        return arithmetic.below(left, right)
    except Unfit:
        return False


def _same(left: Json, right: Json) -> bool:
    return arithmetic.same(left, right)


def _within(part: Json, whole: Json) -> bool:
    try:
        return arithmetic.within(part, whole)
    except Unfit:
        return False


COMPARED: dict[str, Callable[[Json, Json], bool]] = {
    "eq": _same,
    "ne": lambda left, right: not _same(left, right),
    "lt": _below,
    "gt": lambda left, right: _below(right, left),
    "lteq": lambda left, right: _below(left, right) or _same(left, right),
    "gteq": lambda left, right: _below(right, left) or _same(left, right),
    "in": _within,
    "notin": lambda part, whole: not _within(part, whole),
}
"""Name by Jinja2 to what compares two values; what cannot be compared is not so."""
