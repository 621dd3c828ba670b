"""Moments and spans of time: reckoned with, taken apart, written in formats."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from mockforge.arithmetic import Unfit, is_number
from mockforge.options import Json

_MS = 1e11  # Past this many seconds (the year 5138) a number is in milliseconds.

UNITS = {
    unit: seconds
    for units, seconds in (
        ("ms millisecond milliseconds", 0.001),
        ("s sec secs second seconds", 1),
        ("m min mins minute minutes", 60),
        ("h hour hours", 3600),
        ("d day days", 86400),
        ("w week weeks", 7 * 86400),
    )
    for unit in units.split()
}
"""Name of a unit to its seconds."""
MONTHS = {"mo": 1, "month": 1, "months": 1, "y": 12, "year": 12, "years": 12}
"""Name of a unit that has no fixed length to its months."""

_OFFSET = re.compile(r"\s*([+-]?)\s*(\d{1,12}(?:\.\d{1,9})?)\s*([a-z]{1,12})")


@dataclass(frozen=True, slots=True)
class Months:
    """A span of calendar months."""

    count: int


@dataclass(frozen=True, slots=True)
class Moment:
    """A point in time, UTC; a text in ISO 8601 where it is written."""

    seconds: float

    @property
    def day(self) -> datetime:
        """The moment as a date and time of day."""
        try:
            return datetime.fromtimestamp(self.seconds, UTC)
        except (ValueError, OverflowError, OSError) as refused:
            raise Unfit from refused

    def __str__(self) -> str:
        return f"{self.day.isoformat()[:19]}Z"

    def moved(self, span: Json, sign: int = 1) -> Moment:
        """Return the moment that is later by *span*: seconds, or months."""
        if isinstance(span, Months):
            return Moment(_by_months(self.day, sign * span.count).timestamp())
        if not is_number(span):
            raise Unfit
        there = Moment(self.seconds + sign * span)
        _ = there.day
        return there


PARTS: dict[str, Callable[[Moment], Json]] = {
    "iso": str,
    "iso_ms": lambda at: at.day.isoformat(timespec="milliseconds")[:-6] + "Z",
    "date": lambda at: at.day.isoformat()[:10],
    "time": lambda at: at.day.strftime("%H:%M:%S"),
    "http": lambda at: _english(at.day, "EEE, dd MMM yyyy HH:mm:ss") + " GMT",
    "unix": lambda at: math.floor(at.seconds),
    "epoch": lambda at: math.floor(at.seconds),
    "unix_ms": lambda at: math.floor(at.seconds * 1000),
    "year": lambda at: at.day.year,
    "month": lambda at: at.day.month,
    "day": lambda at: at.day.day,
    "hour": lambda at: at.day.hour,
    "minute": lambda at: at.day.minute,
    "second": lambda at: at.day.second,
    "weekday": lambda at: _english(at.day, "EEEE"),
}
"""What `now.x` and `date('x')` know by name."""

_DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]

_WRITTEN: dict[str, Callable[[datetime], str]] = {
    "yyyy": lambda day: f"{day.year:04}",
    "yy": lambda day: f"{day.year % 100:02}",
    "MMMM": lambda day: _MONTHS[day.month - 1],
    "MMM": lambda day: _MONTHS[day.month - 1][:3],
    "MM": lambda day: f"{day.month:02}",
    "M": lambda day: str(day.month),
    "dd": lambda day: f"{day.day:02}",
    "d": lambda day: str(day.day),
    "EEEE": lambda day: _DAYS[day.weekday()],
    "EEE": lambda day: _DAYS[day.weekday()][:3],
    "HH": lambda day: f"{day.hour:02}",
    "H": lambda day: str(day.hour),
    "hh": lambda day: f"{day.hour % 12 or 12:02}",
    "h": lambda day: str(day.hour % 12 or 12),
    "mm": lambda day: f"{day.minute:02}",
    "m": lambda day: str(day.minute),
    "ss": lambda day: f"{day.second:02}",
    "s": lambda day: str(day.second),
    "SSSSSS": lambda day: f"{day.microsecond:06}",
    "SSS": lambda day: f"{day.microsecond // 1000:03}",
    "a": lambda day: "AM" if day.hour < 12 else "PM",
    "XXX": lambda day: "Z",
    "X": lambda day: "Z",
    "xxx": lambda day: "+00:00",
    "Z": lambda day: "+0000",
    "z": lambda day: "UTC",
}
_WRITTEN |= {"YYYY": _WRITTEN["yyyy"], "YY": _WRITTEN["yy"], "DD": _WRITTEN["dd"]}
_WRITTEN |= {"A": _WRITTEN["a"]}

_PERCENT = {
    "Y": "yyyy",
    "y": "yy",
    "m": "MM",
    "-m": "M",
    "d": "dd",
    "-d": "d",
    "e": "d",
    "H": "HH",
    "-H": "H",
    "I": "hh",
    "-I": "h",
    "M": "mm",
    "S": "ss",
    "f": "SSSSSS",
    "p": "a",
    "A": "EEEE",
    "a": "EEE",
    "B": "MMMM",
    "b": "MMM",
    "z": "Z",
    "Z": "z",
    "F": "yyyy-MM-dd",
    "T": "HH:mm:ss",
    "R": "HH:mm",
    "D": "MM/dd/yy",
}
_DIRECTIVE = re.compile(r"%(-?[A-Za-z]|%)|%")
_LETTERS = re.compile(r"'((?:[^']|'')*)'|([A-Za-z])\2*")
_LONGEST = 200


def written(value: Json, pattern: str = "iso") -> Json:
    """Return a moment as *pattern* says: a name, `%Y-%m-%d` or `yyyy-MM-dd`.

    Raises:
        Unfit: If *value* is no moment, or the pattern is none.
    """
    at = moment(value)
    if not isinstance(pattern, str) or len(pattern) > _LONGEST:
        raise Unfit
    if pattern in PARTS:
        return PARTS[pattern](at)
    if "%" in pattern:
        return _DIRECTIVE.sub(lambda found: _directive(at, found), pattern)
    return _english(at.day, pattern)


def moment(value: Json) -> Moment:
    """Return the moment that a number of seconds, or a text, stands for.

    Raises:
        Unfit: If it is none.
    """
    if isinstance(value, Moment):
        return value
    if is_number(value):
        return Moment(value / 1000 if abs(value) > _MS else value)
    if not isinstance(value, str) or len(value) > _LONGEST:
        raise Unfit
    try:
        day = datetime.fromisoformat(value.strip())
    except ValueError as refused:
        raise Unfit from refused
    return Moment((day if day.tzinfo else day.replace(tzinfo=UTC)).timestamp())


def offset(at: Moment, text: Json) -> Moment:
    """Return the moment moved by a text: `3 days`, `-1h`, `1d 12h`.

    Raises:
        Unfit: If the text is no span.
    """
    if is_number(text) or isinstance(text, Months):
        return at.moved(text)
    if not isinstance(text, str) or len(text) > _LONGEST:
        raise Unfit
    place, sign = 0, 1
    while place < len(text.rstrip()):
        found = _OFFSET.match(text, place)
        if found is None:
            raise Unfit
        sign = -1 if found[1] == "-" else 1 if found[1] else sign
        amount = float(found[2]) if "." in found[2] else int(found[2])
        at = at.moved(span(amount, found[3]), sign)
        place = found.end()
    return at


def span(amount: float, unit: str) -> Json:
    """Return so many of a unit: seconds, or months of the calendar.

    Raises:
        Unfit: If there is no such unit.
    """
    if unit in MONTHS and amount == int(amount):
        return Months(int(amount) * MONTHS[unit])
    if unit not in UNITS:
        raise Unfit
    seconds = amount * UNITS[unit]
    return int(seconds) if seconds == int(seconds) else seconds


def _directive(at: Moment, found: re.Match[str]) -> str:
    code = found[1]
    if code == "%":
        return "%"
    if code == "s":
        return str(math.floor(at.seconds))
    if code == "j":
        return f"{at.day.timetuple().tm_yday:03}"
    if code not in _PERCENT:
        raise Unfit
    return _english(at.day, _PERCENT[code])


def _english(day: datetime, pattern: str) -> str:
    def made(found: re.Match[str]) -> str:
        if found[1] is not None:
            return found[1].replace("''", "'") or "'"
        # ISO 8601 has a T between date and time that nobody puts in quotes.
        if found[0] == "T":
            return "T"
        if found[0] not in _WRITTEN:
            raise Unfit
        return _WRITTEN[found[0]](day)

    return _LETTERS.sub(made, pattern)


def _by_months(day: datetime, count: int) -> datetime:
    months = day.year * 12 + day.month - 1 + count
    if not 12 <= months < 12 * 10_000:
        raise Unfit
    first = day.replace(year=months // 12, month=months % 12 + 1, day=1)
    following = (first.replace(day=28) + timedelta(days=4)).replace(day=1)
    last = (following - timedelta(days=1)).day
    return first.replace(day=min(day.day, last))
