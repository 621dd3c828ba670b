"""When a value was made, if it says so: times in their notations, ids that hold one."""

from __future__ import annotations

import base64
import binascii
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime
from math import inf

from mockforge.bodies.document import Scalar, text_of


@dataclass(frozen=True, slots=True)
class Instant:
    """A time that a value can be read as."""

    seconds: float
    """Since the epoch."""
    notation: str
    """`epoch s`, `rfc3339`, `uuid7`, …"""
    resolution: float
    """Seconds between two times that it can tell apart."""
    is_id: bool = False
    """The time is the beginning of an id; the rest of it is not time."""
    is_local: bool = False
    """It does not say in which zone."""


EARLIEST, LATEST = 978307200.0, 4102444800.0
"""2001 and 2100: numbers of seconds outside are no times."""

_UNITS = (("s", 1.0), ("ms", 1e-3), ("us", 1e-6), ("ns", 1e-9))
_NUMBER = re.compile(r"\d{9,19}(?:\.\d{1,9})?")
_ISO = re.compile(
    r"(\d{4})-(\d\d)-(\d\d)[Tt ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?"
    r" ?(Z|z|UTC|[+-]\d\d:?\d\d)?"
)
_BASIC = re.compile(r"(\d{4})(\d\d)(\d\d)T?(\d\d)(\d\d)(\d\d)(?:\.?(\d{3,6}))?(Z)?")
_DAY = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)")
_MAIL = re.compile(r"(?:[A-Z][a-z]{2,8},? )?(?:\d|[A-Z][a-z]{2} ).*\d\d:\d\d.*")
_UUID = re.compile(
    r"[0-9a-f]{8}-?[0-9a-f]{4}-?([0-9a-f])[0-9a-f]{3}-?[89ab][0-9a-f]{3}-?[0-9a-f]{12}",
    re.IGNORECASE,
)
_ULID = re.compile(r"[0-7][0-9A-HJKMNP-TV-Z]{25}", re.IGNORECASE)
_KSUID = re.compile(r"[0-9A-Za-z]{27}")
_XID = re.compile(r"[0-9a-v]{20}")
_OBJECT_ID = re.compile(r"[0-9a-f]{24}", re.IGNORECASE)
_CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_BASE32HEX = "0123456789abcdefghijklmnopqrstuv"
_PREFIX = re.compile(r"[A-Za-z][A-Za-z]{0,11}[_-](?=[0-9A-Za-z])")
# From which the snowflakes of those who publish theirs count milliseconds.
_SNOWFLAKE_EPOCHS = (1288834974.657, 1420070400.0, 0.0)


def instants(value: Scalar) -> list[Instant]:
    """Return every time that *value* can be read as."""
    if value is None or isinstance(value, bool):
        return []
    text = text_of(value)
    if not 8 <= len(text) <= 4096:
        return []
    found = [one for one in _read(text) if EARLIEST <= one.seconds < LATEST]
    prefix = _PREFIX.match(text)
    if not found and prefix:
        found = [
            one
            for one in _ids(text[prefix.end() :])
            if EARLIEST <= one.seconds < LATEST
        ]
    return found


def nearest(value: Scalar, started: float) -> Instant | None:
    """Return the reading of *value* that lies nearest to *started*."""
    return min(
        instants(value), key=lambda one: abs(one.seconds - started), default=None
    )


def away(one: Instant, started: float) -> float:
    """Return by how many seconds *one* is later than *started*.

    A time without a zone may be of any, by whole quarters of an hour.
    """
    difference = one.seconds - started
    if one.is_local and abs(difference) < 14.5 * 3600:
        quarters = round(difference / 900)
        difference -= quarters * 900
    return difference


def day(value: Scalar) -> float | None:
    """Return the beginning of the day that *value* names, in UTC; None if none."""
    text = value if isinstance(value, str) else ""
    match = _DAY.fullmatch(text)
    return None if match is None else _moment(match.groups(), (), None, None)


def _read(text: str) -> Iterator[Instant]:
    if text[0].isdigit():
        if _NUMBER.fullmatch(text):
            yield from _numbers(text)
        yield from _clock(text)
    elif _MAIL.fullmatch(text) and len(text) < 64:
        yield from _mail(text)
    if text.count(".") == 2:
        yield from _jwt(text)
    yield from _ids(text)


def _numbers(text: str) -> Iterator[Instant]:
    number = float(text)
    whole, _, fraction = text.partition(".")
    for unit, factor in _UNITS:
        finest = factor * 10.0 ** -len(fraction)
        yield Instant(number * factor, f"epoch {unit}", finest)
    if len(whole) >= 15 and not fraction:
        for epoch in _SNOWFLAKE_EPOCHS:
            seconds = (int(whole) >> 22) / 1000 + epoch
            yield Instant(seconds, "snowflake", 1e-3, is_id=True)


def _clock(text: str) -> Iterator[Instant]:
    match = _ISO.fullmatch(text) or _BASIC.fullmatch(text)
    if match is None:
        return
    *parts, fraction, zone = match.groups()
    seconds = _moment(parts[:3], parts[3:], fraction, zone)
    if seconds is None:
        return
    finest = 60.0 if parts[5] is None else 10.0 ** -len(fraction or "")
    compact = match.re is _BASIC
    notation = "iso8601 basic" if compact else "rfc3339"
    yield Instant(seconds, notation, finest, is_local=zone is None)


def _moment(
    date: tuple[str | None, ...] | list[str | None],
    clock: tuple[str | None, ...] | list[str | None],
    fraction: str | None,
    zone: str | None,
) -> float | None:
    year, month, days = (int(part or 0) for part in date)
    hour, minute, second = (int(part or 0) for part in (*clock, 0, 0, 0)[:3])
    offset = UTC
    if zone and zone[0] in "+-":
        digits = zone[1:].replace(":", "")
        ahead = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
        if ahead >= timedelta(hours=24):
            return None
        offset = timezone(ahead if zone[0] == "+" else -ahead)
    try:
        moment = datetime(year, month, days, hour, minute, min(second, 59), 0, offset)
        return moment.timestamp() + float(f"0.{fraction or 0}")
    except (ValueError, OverflowError):
        return None


def _mail(text: str) -> Iterator[Instant]:
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, IndexError, TypeError, OverflowError):
        return
    local = moment.tzinfo is None
    if local:
        moment = moment.replace(tzinfo=UTC)
    try:
        yield Instant(moment.timestamp(), "http date", 1.0, is_local=local)
    except (ValueError, OverflowError):
        return


def _jwt(text: str) -> Iterator[Instant]:
    try:
        middle = text.split(".")[1]
        claims = json.loads(base64.urlsafe_b64decode(middle + "=" * (-len(middle) % 4)))
    except (ValueError, RecursionError, binascii.Error):
        return
    if not isinstance(claims, dict):
        return
    for name in ("iat", "nbf"):
        seconds = claims.get(name)
        if isinstance(seconds, int | float) and abs(seconds) < inf:
            yield Instant(float(seconds), "jwt", 1.0, is_id=True)
            return


def _ids(text: str) -> Iterator[Instant]:
    uuid = _UUID.fullmatch(text)
    if uuid:
        yield from _uuid(text.replace("-", "").lower(), uuid[1])
    elif _ULID.fullmatch(text):
        made = _digits(text[:10].upper(), _CROCKFORD) / 1000
        yield Instant(made, "ulid", 1e-3, is_id=True)
    elif _KSUID.fullmatch(text):
        made = (_digits(text, _BASE62) >> 128) + 1400000000.0
        yield Instant(made, "ksuid", 1.0, is_id=True)
    elif _OBJECT_ID.fullmatch(text):
        yield Instant(float(int(text[:8], 16)), "object id", 1.0, is_id=True)
    elif _XID.fullmatch(text):
        made = float(_digits(text[:7], _BASE32HEX) >> 3)
        yield Instant(made, "xid", 1.0, is_id=True)


def _uuid(plain: str, version: str) -> Iterator[Instant]:
    if version == "7":
        yield Instant(int(plain[:12], 16) / 1000, "uuid7", 1e-3, is_id=True)
        return
    if version == "1":
        ticks = int(plain[13:16] + plain[8:12] + plain[:8], 16)
    elif version == "6":
        ticks = int(plain[:12] + plain[13:16], 16)
    else:
        return
    # RFC 9562, 5.1: tenths of microseconds since the Gregorian calendar began.
    made = (ticks - 0x01B21DD213814000) / 1e7
    yield Instant(made, f"uuid{version}", 1e-6, is_id=True)


def _digits(text: str, alphabet: str) -> int:
    number = 0
    for letter in text:
        number = number * len(alphabet) + alphabet.index(letter)
    return number
