"""How the values of a condition are compared.

What a client sends in a path, a query or a header is text: compared with a number it
is read as one, and so with true and false. What cannot be compared is not so.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any

from mockforge import arithmetic
from mockforge.arithmetic import Unfit, is_number
from mockforge.conditions.globs import glob
from mockforge.options import Json

_NUMBER = re.compile(
    r"\s*([+-]?\d{1,300}(?:\.\d{1,300})?(?:[eE][+-]?\d{1,3})?)\s*(%?)\s*"
)
_CLOCK = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?\s*([apAP][mM])?")
_DAY = 86_400.0


class Clock(float):
    """A time of day in seconds, UTC: `16:00`."""

    __slots__ = ()


class _Absent:
    """What is not there."""

    __slots__ = ()

    def __bool__(self) -> bool:
        return False

    def __repr__(self) -> str:
        return "absent"


ABSENT: Any = _Absent()


def clock(text: str) -> Clock | None:
    """Return the time of day that a text is."""
    found = _CLOCK.fullmatch(text.strip())
    if found is None:
        return None
    hour, half = int(found[1]), (found[4] or "").lower()
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    return Clock(hour * 3600 + int(found[2]) * 60 + int(found[3] or 0))


def number(value: Json) -> Json:
    """Return the number that a value is or that a text says; else ABSENT."""
    if is_number(value):
        return value
    if not isinstance(value, str):
        return ABSENT
    found = _NUMBER.fullmatch(value)
    if found is None:
        return ABSENT
    try:
        made = float(found[1]) if set(found[1]) & set(".eE") else int(found[1])
        return arithmetic.bounded(made / 100 if found[2] else made)
    except (Unfit, ArithmeticError):
        return ABSENT


def is_true(value: Json) -> bool:
    """Tell whether a value by itself holds: `false` and 0 do not, nor what is empty."""
    if isinstance(value, str):
        return value.strip().lower() not in ("", "false", "0")
    return bool(value)


def same(left: Json, right: Json) -> bool:
    """Tell whether two values are the same; what is absent is the same as null."""
    left = None if left is ABSENT else left
    right = None if right is ABSENT else right
    if isinstance(left, str) and isinstance(right, str):
        return left == right
    pair = _alike(left, right)
    return arithmetic.same(*pair) if pair else arithmetic.same(left, right)


def below(left: Json, right: Json) -> bool:
    """Tell whether *left* is less than *right*."""
    pair = _alike(left, right)
    if pair is None or isinstance(pair[0], bool):
        return False
    return bool(pair[0] < pair[1])


def _alike(left: Json, right: Json) -> tuple[Json, Json] | None:
    """Return two values of one kind: two numbers, texts, times of day or truths."""
    if isinstance(left, Clock) or isinstance(right, Clock):
        return _pair(_of_day(left), _of_day(right))
    if isinstance(left, bool) or isinstance(right, bool):
        return _pair(_truth(left), _truth(right))
    if is_number(left) and is_number(right):
        return left, right
    numbers = _pair(number(left), number(right))
    if numbers:
        return numbers
    if isinstance(left, str) and isinstance(right, str):
        return left, right
    return _pair(_moment(left), _moment(right))


def _pair(left: Json, right: Json) -> tuple[Json, Json] | None:
    return None if left is ABSENT or right is ABSENT else (left, right)


def _truth(value: Json) -> Json:
    if isinstance(value, str):
        return {"true": True, "false": False}.get(value.strip().lower(), ABSENT)
    return value if isinstance(value, bool) else ABSENT


def _of_day(value: Json) -> Json:
    """Return the second of the day, of a moment or a time of day."""
    if isinstance(value, Clock):
        return float(value)
    if isinstance(value, str) and (found := clock(value[:20])) is not None:
        return float(found)
    at = _moment(value)
    return at if at is ABSENT else at % _DAY


def _moment(value: Json) -> Json:
    """Return the seconds since 1970 of a number or of a date in ISO 8601."""
    if is_number(value):
        return value
    if not isinstance(value, str) or len(value) > 40:
        return ABSENT
    try:
        day = datetime.fromisoformat(value.strip())
        return (day if day.tzinfo else day.replace(tzinfo=UTC)).timestamp()
    except (ValueError, OverflowError):
        return ABSENT


def text(value: Json) -> str | None:
    """Return the text of a value that is written in one piece."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value) if is_number(value) else None


def within(part: Json, whole: Json) -> bool:
    """Tell whether *part* is in a text, a list or the keys of an object."""
    if part is ABSENT:
        return False
    if isinstance(whole, list):
        return any(same(part, each) for each in whole)
    said = text(part)
    if said is None or not isinstance(whole, (str, Mapping)):
        return False
    return said in whole


def _texts(fits: Callable[[str, str], bool]) -> Callable[[Json, Json], bool]:
    def made(left: Json, right: Json) -> bool:
        one, other = text(left), text(right)
        return one is not None and other is not None and fits(one, other)

    return made


SIGNS: dict[str, Callable[[Json, Json], bool]] = {
    "==": same,
    "!=": lambda left, right: not same(left, right),
    "<>": lambda left, right: not same(left, right),
    "<": below,
    ">": lambda left, right: below(right, left),
    "<=": lambda left, right: below(left, right) or _level(left, right),
    ">=": lambda left, right: below(right, left) or _level(left, right),
}
"""Sign to what compares two values."""

WORDS: dict[str, Callable[[Json, Json], bool]] = {
    "starts_with": _texts(str.startswith),
    "ends_with": _texts(str.endswith),
    "contains": lambda whole, part: within(part, whole),
    "in": within,
    "matches": _texts(lambda said, pattern: glob(pattern)(said)),
}
"""Word to what compares two values."""


def _level(left: Json, right: Json) -> bool:
    pair = _alike(left, right)
    if pair is None or isinstance(pair[0], bool):
        return False
    return arithmetic.same(*pair)
