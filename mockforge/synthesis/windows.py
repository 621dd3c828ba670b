"""Spans of time that a request asks for: `?from=2026-01-01&to=2026-01-31`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from mockforge.options import Json
from mockforge.synthesis.facts import edge_of
from mockforge.synthesis.moments import DAY

_DATE = re.compile(r"(\d{4})-(\d\d?)(?:-(\d\d?))?|(\d\d?)\.(\d\d?)\.(\d{4})")
_LAST = re.compile(
    r"(?:now-|-|p|last[_ -]?|past[_ -]?)?(\d{1,4})[_ -]?"
    r"(h|d|w|m|y|hours?|days?|weeks?|months?|years?)",
    re.IGNORECASE,
)
_LENGTHS = {"h": DAY / 24, "d": DAY, "w": 7 * DAY, "m": 30 * DAY, "y": 365 * DAY}
_WHEN = frozenset(("date", "time", "at", "on", "day", "timestamp", "ts", "datetime",
                   "period", "range", "when", "of", "and", "or", "equal",
                   "month"))  # fmt: skip
_DAYS = frozenset(("date", "day", "on", "time", "at"))
_BORN = frozenset(("birth", "born"))
_BACK = frozenset(("period", "range", "window", "timeframe", "days", "hours", "weeks",
                   "timerange", "lookback", "last"))  # fmt: skip
_WORDS = {"today": (0, 1), "yesterday": (-1, 0), "tomorrow": (1, 2), "now": (0, 1),
          "thisweek": (-6, 1), "lastweek": (-7, 0), "thismonth": (-29, 1),
          "lastmonth": (-30, 0), "day": (-1, 1), "week": (-7, 1), "month": (-30, 1),
          "quarter": (-91, 1), "year": (-365, 1)}  # fmt: skip
_MONTHS = {name: number + 1 for number, name in enumerate(
    ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov",
     "dec"))}  # fmt: skip
_EARLIEST, _LATEST = 1900, 2100
_SECONDS, _MILLIS = (10, 13)


class Span(NamedTuple):
    """A span of time, and of what."""

    words: tuple[str, ...]
    """What is in it: `created`; nothing where the time of the thing itself is."""
    low: float | None
    high: float | None


def interval(text: str, now: float) -> tuple[float, float] | None:
    """Return the seconds from which on and until which *text* says, or None."""
    plain = text.strip()
    match = _DATE.fullmatch(plain)
    if match:
        parts = match[1], match[2], match[3]
        if match[6]:
            parts = match[6], match[5], match[4]
        return _days(*(None if part is None else int(part) for part in parts))
    if plain.isdecimal() and len(plain) in (_SECONDS, _MILLIS):
        at = int(plain) / (1000 if len(plain) == _MILLIS else 1)
        return at, at
    if len(plain) > len("2026-01-01") and plain[:4].isdecimal():
        return _instant(plain)
    known = _WORDS.get(re.sub(r"[^a-z]", "", plain.lower()))
    if known is not None and plain[:1].isalpha():
        today = now // DAY * DAY
        return today + known[0] * DAY, today + known[1] * DAY
    return None


def _instant(text: str) -> tuple[float, float] | None:
    try:
        # A plus sign in an address is a blank.
        found = datetime.fromisoformat(re.sub(r" (\d\d:?\d\d)$", r"+\1", text))
        found = found if found.tzinfo else found.replace(tzinfo=UTC)
        at = found.timestamp()
    except (ValueError, OverflowError):
        return None
    return at, at


def _days(
    year: int | None, month: int | None = None, day: int | None = None
) -> tuple[float, float] | None:
    if year is None or not _EARLIEST < year < _LATEST:
        return None
    try:
        start = datetime(year, month or 1, day or 1, tzinfo=UTC)
        if day is not None:
            end = start + timedelta(days=1)
        elif month is not None:
            end = datetime(year + month // 12, month % 12 + 1, 1, tzinfo=UTC)
        else:
            end = datetime(year + 1, 1, 1, tzinfo=UTC)
    except ValueError:
        return None
    return start.timestamp(), end.timestamp()


def month_of(text: str) -> int | None:
    """Return the number of the month *text*."""
    if text.isdecimal():
        known = len(text) <= len("12") and 1 <= int(text) <= len(_MONTHS)
        return int(text) if known else None
    return _MONTHS.get(text[:3].lower())


def spans_in(told: Mapping[str, Json], now: float) -> list[Span]:
    """Return the spans of time that the parameters *told* name."""
    found: dict[tuple[str, ...], list[float | None]] = {}
    for name, value in told.items():
        if isinstance(value, list | dict):
            continue
        for words, low, high in _one(name, str(value), now):
            known = found.setdefault(words, [None, None])
            known[0] = low if low is not None else known[0]
            known[1] = high if high is not None else known[1]
    calendar = _calendar(told)
    if calendar is not None:
        found.setdefault((), [*calendar])
    return [Span(words, low, high) for words, (low, high) in found.items()]


def _one(name: str, text: str, now: float) -> Iterator[Span]:
    """Yield the span that one parameter names, if it names one."""
    edge, rest = edge_of(name)
    words = tuple(word for word in rest if word not in _WHEN)
    length = _back(text, rest, edge)
    if length:
        # What is so long ago, and all since then.
        yield Span(words if edge else (), now - length, None if edge else now)
        return
    found = interval(text, now)
    if edge and not words and text.isdecimal() and len(text) == len("2026"):
        found = _days(int(text))
    if found is None or not (edge or rest):
        return
    low, high = found
    if words and not edge:
        # `departure_date=2026-01-10`
        if high > low and {*rest} & _DAYS and not {*words} & _BORN:
            yield Span(words, low, high)
        return
    if edge:
        yield Span(words, low if edge == "low" else None,
                   high if edge == "high" else None)  # fmt: skip
    elif high > low:
        yield Span((), low, high)


def _back(text: str, rest: tuple[str, ...], edge: str) -> float:
    """Return how long before now *text* begins, where it says so: `7d`."""
    match = _LAST.fullmatch(text)
    if edge == "high" or not (edge or {*rest} & _BACK):
        return 0.0
    if match:
        return _LENGTHS[match[2][0].lower()] * int(match[1])
    if edge or not text.isdecimal() or len(text) >= len("1000"):
        return 0.0
    unit = next((word[0] for word in rest if word[0] in _LENGTHS), "d")
    return _LENGTHS[unit] * int(text)


def _calendar(told: Mapping[str, Json]) -> tuple[float, float] | None:
    """Return the year, the month or the day that *told* names."""
    year, month, day = (str(told.get(name, "")) for name in ("year", "month", "day"))
    if not year.isdecimal() or len(year) != len("2026"):
        return None
    named = month_of(month) if month else None
    is_day = bool(named) and day.isdecimal() and len(day) <= len("31")
    return _days(int(year), named, int(day) if is_day else None)
