"""When what an answer gives ends: cookies and fields, and the same ending later."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime, parsedate_to_datetime
from typing import TYPE_CHECKING

from mockforge.http import Headers, Response

if TYPE_CHECKING:
    from mockforge.bodies.document import Path, Scalar

LONGEST = 400 * 86400.0
"""Seconds that a session's field may name; RFC 6265bis gives cookies no more."""

FOREVER = 10 * 365.25 * 86400
"""Seconds after which a cookie may end as well as never, and is left as it is."""

SLACK = 1.5
"""Seconds beside a whole number of minutes that a lifetime may seem to have."""

_NAMED = re.compile(
    r"(?:.*[_-])?(?:expir(?:es|y|ed|ation|ing)?|valid[_-]?(?:until|till|to)|not[_-]?after"
    r"|exp)(?:[_-]?(?:at|on|date|time|datetime|timestamp|ts|ms|utc))*",
    re.IGNORECASE,
)
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
# What _NAMED finds has one of these, in small letters.
_MARKS = (
    *(b"xpir", b"alid_u", b"alid-u", b"alidu", b"alid_t", b"alid-t", b"alidt"),
    *(b"t_after", b"t-after", b"tafter", b'exp"', b"exp_", b"exp>", b"expa", b"expd"),
)
_COOKIE = re.compile(r"(;\s*expires\s*=\s*)([^;]+)", re.IGNORECASE)
_ISO = re.compile(
    r"(\d{4}-\d\d-\d\d)([Tt ])(\d\d:\d\d:\d\d)(\.\d{1,9})?"
    r"( ?(?:Z|z|UTC|[+-]\d\d:?\d\d))?"
)
_UNITS = ((1e8, 1e11, 1.0), (1e11, 1e14, 1e3), (1e14, 1e17, 1e6))
"""From, to, and how many of it are a second."""


def cookies_later(headers: Headers, seconds: float, started: float) -> Headers:
    """Return *headers* with cookies that had time left ending *seconds* later.

    Those that end before *started* are being deleted, and stay so.
    """

    def later(found: re.Match[str]) -> str:
        when = _mail(found[2])
        if when is None or not started < when <= started + FOREVER:
            return found[0]
        moment = datetime.fromtimestamp(when + seconds, UTC)
        text = format_datetime(moment, usegmt=True)
        if "-" in found[2]:
            text = f"{text[:7]}-{text[8:11]}-{text[12:]}"
        return found[1] + text

    return tuple(
        (name, _COOKIE.sub(later, value.decode("latin-1")).encode("latin-1"))
        if name.lower() == b"set-cookie" and b"xpires" in value.lower()
        else (name, value)
        for name, value in headers
    )


def has_cookies(headers: Headers, started: float) -> bool:
    """Return whether `cookies_later` changes anything."""
    return cookies_later(headers, 86400.0, started) != headers


def fields(response: Response, started: float, elapsed: float) -> tuple[Path, ...]:
    """Return the fields of the body that say when something ends.

    They are named so, and lie a whole number of minutes after the answer was made,
    which no date does that was given by somebody.
    """
    # Imported here: few answers have any, and a start need not wait for it.
    from mockforge.bodies.document import read

    document = read(response.headers, response.body)
    if document.kind not in ("json", "lines", "xml", "form"):
        return ()
    return tuple(_ending(document.value, started, elapsed))


def fields_later(
    response: Response, fields: Sequence[Path], seconds: float
) -> Response:
    """Return *response* with the times at *fields* later by *seconds*."""
    from mockforge.bodies.document import at
    from mockforge.bodies.messages import told_of, with_told

    told = told_of(response)
    return with_told(
        response, {path: later(at(told, path), seconds) for path in fields}
    )


def may_have_fields(plain: bytes) -> bool:
    """Return whether a body may have such fields, which takes longer to tell."""
    small = plain.lower()
    return any(mark in small for mark in _MARKS)


def _ending(value: object, started: float, elapsed: float) -> Iterator[Path]:
    from mockforge.bodies.document import leaves

    for path, leaf in leaves(value):
        name = next((step for step in reversed(path) if isinstance(step, str)), "")
        if leaf is None or not _NAMED.fullmatch(_HUMP.sub("_", name.lstrip("@"))):
            continue
        when = moment_of(leaf)
        if when is None or not SLACK < when - started <= LONGEST:
            continue
        # The server took its time within the exchange, to whole seconds perhaps.
        beyond = (when - started + SLACK) % 60
        if beyond <= elapsed + 2 * SLACK:
            yield ("body", *path)


def moment_of(value: Scalar) -> float | None:
    """Return the seconds since the epoch that *value* names; None if it is no time."""
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, str):
        found = _ISO.fullmatch(value)
        if found is not None:
            return _iso(found)
        if not re.fullmatch(r"\d{9,17}(?:\.\d+)?", value):
            return _mail(value) if value[-3:].isalpha() and "," in value else None
    number = float(value)
    for least, most, unit in _UNITS:
        if least <= number < most:
            return number / unit
    return None


def later(value: Scalar, seconds: float) -> Scalar:
    """Return the time that *value* names *seconds* later, in the same notation."""
    if isinstance(value, str):
        found = _ISO.fullmatch(value)
        if found is not None:
            return _iso_later(found, seconds)
        if "," in value:
            return _mail_later(value, seconds)
        return str(_number_later(float(value) if "." in value else int(value), seconds))
    if value is None or isinstance(value, bool):
        return value
    return _number_later(value, seconds)


def _number_later(value: float, seconds: float) -> int | float:
    unit = next((u for least, most, u in _UNITS if least <= value < most), 1.0)
    new = value + seconds * unit
    return round(new) if isinstance(value, int) else round(new, 6)


def _iso(found: re.Match[str]) -> float | None:
    date, _, clock, fraction, zone = found.groups()
    zone = (zone or "").strip().upper().replace("UTC", "Z") or "Z"
    try:
        moment = datetime.fromisoformat(f"{date}T{clock}{zone}")
    except ValueError:
        return None
    return moment.timestamp() + float(fraction or 0)


def _iso_later(found: re.Match[str], seconds: float) -> str:
    date, letter, clock, fraction, zone = found.groups()
    try:
        moment = datetime.fromisoformat(f"{date}T{clock}") + timedelta(
            seconds=round(seconds)
        )
    except (ValueError, OverflowError):
        return found[0]
    return f"{moment:%Y-%m-%d}{letter}{moment:%H:%M:%S}{fraction or ''}{zone or ''}"


def _mail_later(text: str, seconds: float) -> str:
    when = _mail(text)
    try:
        moment = datetime.fromtimestamp((when or 0.0) + seconds, UTC)
    except (ValueError, OverflowError, OSError):
        return text
    return text if when is None else format_datetime(moment, usegmt=True)


def _mail(text: str) -> float | None:
    try:
        return parsedate_to_datetime(text.strip()).timestamp()
    except (ValueError, TypeError, IndexError, OverflowError, OSError):
        return None
