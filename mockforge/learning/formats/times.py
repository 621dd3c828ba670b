"""Times as APIs write them: read, and written again in the same notation."""

from __future__ import annotations

import re
from calendar import timegm
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from mockforge.learning.formats.kinds import Format

EARLIEST, LATEST = 1_262_304_000, 2_208_988_800
"""Seconds since 1970 of 2010 and of 2040: a bare number outside is no time."""

_NS = 10**9
_UNITS = {
    Format.EPOCH: _NS,
    Format.EPOCH_MS: 10**6,
    Format.EPOCH_US: 10**3,
    Format.EPOCH_NS: 1,
}
_BY_DIGITS = {
    10: Format.EPOCH,
    13: Format.EPOCH_MS,
    16: Format.EPOCH_US,
    19: Format.EPOCH_NS,
}
# Clocks read as nanoseconds share their digits with snowflakes: a narrower window.
_NS_EARLIEST, _NS_LATEST = 1_420_070_400, 1_924_991_999

_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_LONG_DAYS = (
    *("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
)
_MONTHS = (
    *("Jan", "Feb", "Mar", "Apr", "May", "Jun"),
    *("Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
)
_MONTH = "(?P<m>" + "|".join(_MONTHS) + ")"

_ISO = re.compile(
    r"(?P<Y>[0-9]{4})(?P<dash>-?)(?P<m>[0-9]{2})(?P=dash)(?P<d>[0-9]{2})"
    r"(?:(?P<joint>[Tt ])(?P<H>[0-9]{2})(?P<colon>:?)(?P<M>[0-9]{2})"
    r"(?:(?P=colon)(?P<S>[0-9]{2})(?:(?P<point>[.,])(?P<f>[0-9]{1,12}))?)?"
    r"(?P<zone> ?[Zz]| ?UTC| ?[+-][0-9]{2}(?::?[0-9]{2})?)?)?"
)
_TOLD = re.compile(
    r"(?:(?P<day>[A-Z][a-z]{2,8}),? (?P<comma>))?"
    r"(?:(?P<d>[0-9]{1,2})[ -]" + _MONTH + r"[ -](?P<Y>[0-9]{4}|[0-9]{2})"
    r"|" + _MONTH.replace("<m>", "<m2>") + r" (?P<d2>[ 0-9][0-9]))"
    r" (?P<H>[0-9]{2}):(?P<M>[0-9]{2}):(?P<S>[0-9]{2})"
    r"(?: (?P<Y2>[0-9]{4}))?(?P<zone> (?:GMT|UTC|[+-][0-9]{4}))?"
)
_NUMBER = re.compile(r"[0-9]{10}(?:\.[0-9]{1,9})?|[0-9]{13}|[0-9]{16}|[0-9]{19}")


@dataclass(frozen=True, slots=True)
class Moment:
    """A time that was read, with how it was written."""

    ns: int
    """Nanoseconds since 1970."""
    format: Format
    like: str | int | float
    """What it was read from."""

    @property
    def seconds(self) -> float:
        """Seconds since 1970."""
        return self.ns / _NS

    def at(self, ns: int) -> str | int | float:
        """Return the time *ns* in this notation; the original if it has no room."""
        try:
            return _WRITERS[self.format](replace(self, ns=ns))
        except (ValueError, OverflowError):
            return self.like


def read_time(value: object, *, near: float | None = None) -> Moment | None:
    """Return the time that *value* tells, or None if it tells none.

    Args:
        value: A text or a number.
        near: When it was said, in seconds since 1970; decides what a number of 19
            digits is that could be something else too.
    """
    if isinstance(value, str):
        if not 8 <= len(value) <= 40 or not any(c in "0123456789" for c in value[:12]):
            return None
        if value.isdigit() or _NUMBER.fullmatch(value):
            return _number(value, value, near)
        return _iso(value) or _told(value)
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    if isinstance(value, float):
        return _number(repr(value), value, near)
    return _number(str(value), value, near) if 0 < value < 1 << 64 else None


def _number(text: str, like: str | float, near: float | None) -> Moment | None:
    if not text.isascii() or not _NUMBER.fullmatch(text):
        return None
    whole, _, fraction = text.partition(".")
    format = _BY_DIGITS[len(whole)]
    ns = int(whole) * _UNITS[format] + int((fraction + "0" * 9)[:9])
    if not EARLIEST * _NS <= ns < LATEST * _NS:
        return None
    if format is Format.EPOCH_NS and not _is_clock(ns, near):
        return None
    return Moment(ns, format, like)


def _is_clock(ns: int, near: float | None) -> bool:
    """Tell whether a number of 19 digits is a clock's and no snowflake."""
    if near is not None:
        return abs(ns / _NS - near) < 2 * 366 * 86400
    if not _NS_EARLIEST * _NS <= ns < _NS_LATEST * _NS:
        return False
    # A snowflake ends in a sequence, which seldom gets far within a millisecond.
    return ns % 1000 == 0 or ns & 0xFFF >= 64


def _iso(text: str) -> Moment | None:
    found = _ISO.fullmatch(text)
    if found is None or not text.isascii():
        return None
    if found["joint"] is None:
        # Eight digits without dashes are a number for most purposes.
        if not found["dash"]:
            return None
        format = Format.DATE
    else:
        format = Format.RFC3339
    try:
        seconds = _seconds([int(found[part] or 0) for part in "YmdHMS"])
    except ValueError:
        return None
    ns = seconds * _NS + int(((found["f"] or "") + "0" * 9)[:9])
    return Moment(ns - _offset(found["zone"]) * _NS, format, text)


def _seconds(parts: list[int]) -> int:
    """Return year, month, day, hour, minute and second as seconds since 1970.

    Raises:
        ValueError: If there is no such time. A leap second is one.
    """
    year, month, day, hour, minute, second = parts
    told = datetime(year, month, day, hour, minute, min(second, 59), tzinfo=UTC)
    if second > 60:
        raise ValueError("no such second")
    return timegm(told.timetuple()) + (second == 60)


def _offset(zone: str | None) -> int:
    """Return the seconds that *zone* is ahead of UTC."""
    digits = "".join(c for c in zone or "" if c.isdigit())
    if not digits:
        return 0
    seconds = int(digits[:2]) * 3600 + int(digits[2:4] or 0) * 60
    return -seconds if "-" in (zone or "") else seconds


def _told(text: str) -> Moment | None:
    found = _TOLD.fullmatch(text)
    year = found and (found["Y"] or found["Y2"])
    if found is None or not year:
        return None
    month = _MONTHS.index(found["m"] or found["m2"]) + 1
    # RFC 9110, 5.6.7: two digits of a year mean the nearer century.
    full = int(year) + (0 if len(year) == 4 else 1900 if int(year) >= 70 else 2000)
    day = int(found["d"] or found["d2"])
    try:
        seconds = _seconds([full, month, day, *(int(found[part]) for part in "HMS")])
    except ValueError:
        return None
    seconds -= _offset(found["zone"])
    return Moment(seconds * _NS, Format.HTTP_DATE, text)


def _write_number(moment: Moment) -> str | int | float:
    text = repr(moment.like) if isinstance(moment.like, float) else str(moment.like)
    whole, point, fraction = text.partition(".")
    number, rest = divmod(moment.ns, _UNITS[moment.format])
    new = str(number)
    if len(new) != len(whole):
        raise ValueError("another number of digits")
    if point:
        new += "." + _fraction(rest, fraction)
    if isinstance(moment.like, str):
        return new
    return float(new) if isinstance(moment.like, float) else int(new)


def _fraction(ns: int, like: str) -> str:
    """Return the digits of *ns* after the point, as many as *like* has.

    Zeros alone stay zeros: such a clock counts whole seconds. What is finer than
    a nanosecond is taken from *like*.
    """
    if not like.strip("0"):
        return like
    return (f"{ns:09d}" + like[9:])[: len(like)]


def _write_iso(moment: Moment) -> str:
    like = str(moment.like)
    found = _ISO.fullmatch(like)
    assert found is not None
    local = moment.ns + _offset(found["zone"]) * _NS
    told = _calendar(local // _NS)
    dash, colon = found["dash"], found["colon"] or ""
    text = f"{told.year:04d}{dash}{told.month:02d}{dash}{told.day:02d}"
    if found["joint"] is None:
        return text
    text += f"{found['joint']}{told.hour:02d}{colon}{told.minute:02d}"
    if found["S"] is not None:
        text += f"{colon}{told.second:02d}"
    if found["f"] is not None:
        text += found["point"] + _fraction(local % _NS, found["f"])
    return text + (found["zone"] or "")


def _write_told(moment: Moment) -> str:
    like = str(moment.like)
    found = _TOLD.fullmatch(like)
    assert found is not None
    told = _calendar(moment.ns // _NS + _offset(found["zone"]))
    year, month = f"{told.year:04d}", _MONTHS[told.month - 1]
    days = _DAYS if len(found["day"] or "") == 3 else _LONG_DAYS
    new = {
        "day": days[told.weekday()],
        "Y": year[-len(found["Y"] or year) :],
        "Y2": year,
        "d": f"{told.day:0{len(found['d'] or '')}d}",
        "d2": f"{told.day:2d}" if (found["d2"] or "")[:1] == " " else f"{told.day:02d}",
        "m": month,
        "m2": month,
        "H": f"{told.hour:02d}",
        "M": f"{told.minute:02d}",
        "S": f"{told.second:02d}",
    }
    out, at = "", 0
    places = sorted((found.span(name), name) for name in new if found[name] is not None)
    for (start, end), name in places:
        out += like[at:start] + new[name]
        at = end
    return out + like[at:]


def _calendar(seconds: int) -> datetime:
    told = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds)
    if told.year < 1000:
        raise ValueError("another number of digits")
    return told


_WRITERS = {
    Format.RFC3339: _write_iso,
    Format.DATE: _write_iso,
    Format.HTTP_DATE: _write_told,
    **dict.fromkeys(_UNITS, _write_number),
}
