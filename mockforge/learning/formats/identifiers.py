"""Identifiers that hold a time: where it stands, and how it is put in."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from mockforge.learning.formats.kinds import Format
from mockforge.learning.formats.times import EARLIEST, LATEST

UUID = re.compile(
    r"[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}"
    r"|[0-9A-F]{8}-(?:[0-9A-F]{4}-){3}[0-9A-F]{12}|[0-9a-f]{32}|[0-9A-F]{32}"
)
CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
BASE32HEX = "0123456789abcdefghijklmnopqrstuv"

_ULID = re.compile(r"[0-7](?:[0-9A-HJKMNP-TV-Z]{25}|[0-9a-hjkmnp-tv-z]{25})")
_KSUID = re.compile(r"[0-9A-Za-z]{27}")
_XID = re.compile(r"[0-9a-v]{19}[0g]")
_OBJECT_ID = re.compile(r"[0-9a-f]{24}|[0-9A-F]{24}")

# 100 ns from 15 October 1582 to 1970 (RFC 9562, 5.1).
_GREGORIAN = 0x01B21DD213814000
_KSUID_EPOCH = 1_400_000_000


@dataclass(frozen=True, slots=True)
class Layout:
    """How an identifier holds its time."""

    format: Format
    time: Callable[[str], float]
    """Seconds since 1970."""
    with_time: Callable[[str, float], str]
    """The identifier with another time."""


def layout_of(text: str) -> Layout | None:
    """Return how *text* holds a plausible time, or None if it holds none."""
    for layout in _CANDIDATES.get(len(text), ()):
        if _matches(layout.format, text) and plausible(layout.time(text)):
            return layout
    return None


def plausible(seconds: float) -> bool:
    """Tell whether an identifier may have been made at *seconds*."""
    return EARLIEST <= seconds < LATEST


def uuid_version(text: str) -> int | None:
    """Return the version in *text* if it is a UUID of RFC 9562, with dashes or not."""
    if len(text) not in (32, 36) or not UUID.fullmatch(text):
        return None
    plain = text.replace("-", "")
    version = int(plain[12], 16)
    return version if 1 <= version <= 8 and plain[16] in "89abAB" else None


def _matches(format: Format, text: str) -> bool:
    if format in _UUIDS:
        version = uuid_version(text)
        return version is not None and format == f"uuid{version}"
    return _SHAPES[format].fullmatch(text) is not None


def _number(text: str, alphabet: str) -> int:
    value, size = 0, len(alphabet)
    for c in text:
        value = value * size + alphabet.index(c)
    return value


def _digits(value: int, alphabet: str, length: int) -> str:
    out = ""
    for _ in range(length):
        value, digit = divmod(value, len(alphabet))
        out = alphabet[digit] + out
    return out


def _as(like: str, text: str) -> str:
    """Return hexadecimal *text* with the dashes and the case of *like*."""
    if "-" in like:
        text = "-".join((text[:8], text[8:12], text[12:16], text[16:20], text[20:]))
    return text.upper() if like != like.lower() else text


def _uuid_fields(text: str) -> str:
    return text.replace("-", "").lower()


def _uuid1_time(text: str) -> float:
    plain = _uuid_fields(text)
    return float(int(plain[13:16] + plain[8:12] + plain[:8], 16) - _GREGORIAN) / 1e7


def _uuid1_with(text: str, seconds: float) -> str:
    plain, ticks = _uuid_fields(text), f"{int(seconds * 1e7) + _GREGORIAN:015x}"
    return _as(text, ticks[7:] + ticks[3:7] + plain[12] + ticks[:3] + plain[16:])


def _uuid6_time(text: str) -> float:
    plain = _uuid_fields(text)
    return float(int(plain[:12] + plain[13:16], 16) - _GREGORIAN) / 1e7


def _uuid6_with(text: str, seconds: float) -> str:
    plain, ticks = _uuid_fields(text), f"{int(seconds * 1e7) + _GREGORIAN:015x}"
    return _as(text, ticks[:12] + plain[12] + ticks[12:] + plain[16:])


def _uuid7_time(text: str) -> float:
    return int(_uuid_fields(text)[:12], 16) / 1e3


def _uuid7_with(text: str, seconds: float) -> str:
    return _as(text, f"{int(seconds * 1e3):012x}" + _uuid_fields(text)[12:])


def _ulid_time(text: str) -> float:
    return _number(text[:10].upper(), CROCKFORD) / 1e3


def _ulid_with(text: str, seconds: float) -> str:
    head = _digits(int(seconds * 1e3), CROCKFORD, 10)
    return (head if text == text.upper() else head.lower()) + text[10:]


def _ksuid_time(text: str) -> float:
    return (_number(text, BASE62) >> 128) + _KSUID_EPOCH


def _ksuid_with(text: str, seconds: float) -> str:
    rest = _number(text, BASE62) & ((1 << 128) - 1)
    return _digits((int(seconds) - _KSUID_EPOCH) << 128 | rest, BASE62, 27)


def _xid_time(text: str) -> float:
    # The first 32 of 96 bits, at 5 bits a character.
    return _number(text[:7], BASE32HEX) >> 3


def _xid_with(text: str, seconds: float) -> str:
    rest = _number(text[6], BASE32HEX) & 0b111
    return _digits(int(seconds) << 3 | rest, BASE32HEX, 7) + text[7:]


def _object_id_time(text: str) -> float:
    return int(text[:8], 16)


def _object_id_with(text: str, seconds: float) -> str:
    return _as(text, f"{int(seconds):08x}") + text[8:]


_SHAPES = {
    Format.ULID: _ULID,
    Format.KSUID: _KSUID,
    Format.XID: _XID,
    Format.OBJECT_ID: _OBJECT_ID,
}
_UUIDS = {
    Format.UUID1: Layout(Format.UUID1, _uuid1_time, _uuid1_with),
    Format.UUID6: Layout(Format.UUID6, _uuid6_time, _uuid6_with),
    Format.UUID7: Layout(Format.UUID7, _uuid7_time, _uuid7_with),
}
_CANDIDATES = {
    20: (Layout(Format.XID, _xid_time, _xid_with),),
    24: (Layout(Format.OBJECT_ID, _object_id_time, _object_id_with),),
    26: (Layout(Format.ULID, _ulid_time, _ulid_with),),
    27: (Layout(Format.KSUID, _ksuid_time, _ksuid_with),),
    32: tuple(_UUIDS.values()),
    36: tuple(_UUIDS.values()),
}

# Where the milliseconds of a snowflake begin, and how many bits stand behind them:
# the one that started it, those that took it over, and the plain clock of 1970.
_SNOWFLAKES = (
    (1_420_070_400.0, 22, 1e3),
    (1_288_834_974.657, 22, 1e3),
    (1_314_220_021.721, 23, 1e3),
    (0.0, 16, 1e3),
    (1_409_529_600.0, 24, 1e2),
)


def snowflake_times(number: int) -> list[tuple[float, int]]:
    """Return the plausible times in *number*, each with the clock that tells it.

    Which of the known clocks it was cannot be seen in one number.
    """
    if not 10**14 <= number < 1 << 63:
        return []
    told = (
        ((number >> bits) / rate + epoch, clock)
        for clock, (epoch, bits, rate) in enumerate(_SNOWFLAKES)
    )
    return [(seconds, clock) for seconds, clock in told if plausible(seconds)]


def snowflake_with(clock: int, seconds: float, low: int) -> int:
    """Return a snowflake of *seconds* by *clock*, with *low* behind the time.

    Args:
        clock: As `snowflake_times` told it.
        seconds: Since 1970.
        low: Any number; as many bits as fit are used.
    """
    epoch, bits, rate = _SNOWFLAKES[clock]
    ticks = int((seconds - epoch) * rate)
    return ticks << bits | (low & ((1 << bits) - 1))
