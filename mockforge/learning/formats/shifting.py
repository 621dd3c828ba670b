"""Times moved by a number of seconds, in the notation they have."""

from __future__ import annotations

import re

from mockforge.learning.formats.classifying import LONGEST
from mockforge.learning.formats.identifiers import layout_of, snowflake_times
from mockforge.learning.formats.jwt import parse_jwt
from mockforge.learning.formats.times import read_time

Scalar = str | int | float | bool | None

# Where a time may stand in a longer text: dates and times of any notation; a bare
# number only behind `=` or `:`, so that none is made of an identifier.
_INSIDE = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt ][0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:[.,][0-9]{1,9})?)?"
    r"(?:[Zz]|[+-][0-9]{2}:?[0-9]{2})?"
    r"|(?<![0-9A-Za-z])[0-9]{8}T[0-9]{6}Z"
    r"|[A-Z][a-z]{2,8}, [0-9]{1,2}[ -][A-Z][a-z]{2}[ -][0-9]{2,4}"
    r" [0-9]{2}:[0-9]{2}:[0-9]{2}(?: (?:GMT|UTC|[+-][0-9]{4}))?"
    r"|(?<=[=:])(?:[0-9]{10}|[0-9]{13})(?![0-9A-Za-z_.-])"
)


def shifted(value: Scalar, seconds: float) -> Scalar:
    """Return the time *value* later by *seconds*, in its notation.

    The claims of a JWT that are times move; its signature stays. What tells no time
    is returned as it is.
    """
    if isinstance(value, str) and len(value) > LONGEST:
        return value
    if time := read_time(value):
        return time.at(time.ns + round(seconds * 1e9))
    if isinstance(value, str) and (token := parse_jwt(value)):
        times = token.times()
        if not times:
            return value
        moved = {
            name: at + seconds if isinstance(at, float) else at + int(seconds)
            for name, at in times.items()
        }
        return str(token.with_claims({**token.claims, **moved}))
    return value


def shifted_within(text: str, seconds: float) -> str:
    """Return *text* with every time that stands in it later by *seconds*.

    For cookies (`Expires=`), signed addresses and messages for people.
    """
    if len(text) > LONGEST:
        return text
    return _INSIDE.sub(lambda found: str(shifted(found[0], seconds)), text)


def moment(value: Scalar, *, near: float | None = None) -> float | None:
    """Return the time that *value* tells or holds, in seconds since 1970, or None.

    Args:
        value: A time in any notation, an identifier made of the time, or a JWT (when
            it was issued).
        near: When it was said; decides between the readings of a long number.
    """
    if time := read_time(value, near=near):
        return time.seconds
    if isinstance(value, bool) or not isinstance(value, str | int):
        return None
    if isinstance(value, int):
        # A number with more digits than Python turns into text is none of ours.
        text = str(value) if 0 < value < 1 << 64 else ""
    else:
        text = value
    if text.isdigit() and text.isascii() and len(text) < 20:
        told = snowflake_times(int(text))
        return min(told, key=lambda t: abs(t[0] - (near or t[0])))[0] if told else None
    if layout := layout_of(text):
        return layout.time(text)
    token = parse_jwt(text)
    times = token.times() if token else {}
    return next((times[name] for name in ("iat", "nbf", "exp") if name in times), None)
