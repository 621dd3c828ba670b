"""The formats of values."""

from __future__ import annotations

from enum import StrEnum


class Format(StrEnum):
    """What a single value looks like."""

    UUID1 = "uuid1"
    UUID2 = "uuid2"
    UUID3 = "uuid3"
    UUID4 = "uuid4"
    UUID5 = "uuid5"
    UUID6 = "uuid6"
    UUID7 = "uuid7"
    UUID8 = "uuid8"
    ULID = "ulid"
    KSUID = "ksuid"
    XID = "xid"
    SNOWFLAKE = "snowflake"
    NANO_ID = "nano_id"
    OBJECT_ID = "object_id"
    HEX = "hex"
    """Hexadecimal digits drawn by chance, or a digest."""
    JWT = "jwt"
    TRACE = "trace"
    """A W3C trace context."""
    TOKEN = "token"
    """Letters and digits drawn by chance, of no known kind; also bytes in base64."""
    PREFIXED = "prefixed"
    """Words, a joint, and something minted: `ord_9fd4`."""
    ETAG = "etag"
    EPOCH = "epoch"
    """Seconds since 1970, whole or with a fraction."""
    EPOCH_MS = "epoch_ms"
    EPOCH_US = "epoch_us"
    EPOCH_NS = "epoch_ns"
    RFC3339 = "rfc3339"
    """A date with a time, as in RFC 3339 or ISO 8601, also without an offset."""
    HTTP_DATE = "http_date"
    """In one of the forms of RFC 9110, of cookies, or of RFC 5322."""
    DATE = "date"
    """A day without a time."""
    BASE64 = "base64"
    """Readable text in base64: what is in it is of more interest than itself."""
    EMAIL = "email"
    URL = "url"
    """An absolute address, or a path that begins with a slash."""
    IP = "ip"
    SEMVER = "semver"
    SLUG = "slug"
    """Words joined with dashes."""
    NUMBERED = "numbered"
    """Words, a joint, and a number: `INV-10023`."""
    COUNTER = "counter"
    """A whole number that may have been counted."""


TIMES = frozenset(
    {
        *(Format.EPOCH, Format.EPOCH_MS, Format.EPOCH_US, Format.EPOCH_NS),
        *(Format.RFC3339, Format.HTTP_DATE, Format.DATE),
    }
)
"""Formats that tell a time and nothing else."""

_CHOSEN = frozenset(
    {
        *(Format.DATE, Format.BASE64, Format.EMAIL, Format.URL, Format.IP),
        *(Format.SEMVER, Format.SLUG, Format.NUMBERED, Format.COUNTER),
    }
)
"""Formats whose values people choose, or that hold what is told elsewhere."""


def is_minted(format: Format | None) -> bool:
    """Tell whether values of *format* are drawn by chance or made of the time.

    A day is not: one may be today by chance. A UUID made of a name is, as is any
    digest: nobody can tell it from chance.
    """
    return format is not None and format not in _CHOSEN


def is_time(format: Format | None) -> bool:
    """Tell whether values of *format* say a time and nothing else."""
    return format in TIMES
