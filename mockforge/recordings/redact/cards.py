"""Payment card numbers: found by issuer, length and check digit."""

from __future__ import annotations

import re
from collections.abc import Iterator

# ISO/IEC 7812: the issuer's first digits and the lengths it gives out. Without this
# one in ten of all long numbers would be a card; no time in milli-, micro- or
# nanoseconds before the year 2096 begins with a digit that an issuer has.
_ISSUED = re.compile(
    r"4(?:\d{12}|\d{15}|\d{18})"
    r"|(?:5[1-5]\d{14}|2(?:22[1-9]|2[3-9]\d|[3-6]\d\d|7[01]\d|720)\d{12})"
    r"|3[47]\d{13}"
    r"|(?:6011|65\d\d|64[4-9]\d)\d{12}(?:\d{3})?"
    r"|3(?:0[0-5]|[68]\d)\d{11}"
    r"|35(?:2[89]|[3-8]\d)\d{12}"
    r"|62\d{14,17}"
    r"|(?:5018|5020|5038|5893|6304|6759|676[1-3])\d{9,15}"
)
_WRITTEN = re.compile(
    rb"(?<![0-9A-Za-z_.%+=/#-])(?:"
    rb"[2-6][0-9]{12,18}"
    rb"|[2-6][0-9]{3}([ -])[0-9]{4}\1[0-9]{4}\1[0-9]{1,7}"
    rb"|3[0-9]{3}([ -])[0-9]{6}\2[0-9]{4,5}"
    rb")(?![0-9A-Za-z_]|[.-][0-9A-Za-z])"
)
_DIGITS = bytes.maketrans(
    bytes(range(256)),
    bytes(
        ord("0") if 48 <= c <= 57 else ord("-") if c in b" -" else ord("x")
        for c in range(256)
    ),
)
_PLAIN, _FOURS, _AMERICAN = b"0" * 13, b"0000-0000-0000", b"0000-000000-0000"
_SEPARATORS = str.maketrans("", "", " -")


def is_card(number: str) -> bool:
    """Tell whether *number*, which may have spaces or dashes, is a card's."""
    digits = number.translate(_SEPARATORS)
    return bool(_ISSUED.fullmatch(digits)) and check_digit(digits[:-1]) == digits[-1]


def check_digit(digits: str) -> str:
    """Return the digit that completes *digits*.

    Source: ISO/IEC 7812-1, annex B (Luhn).
    """
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (2 - place % 2)
        total += value - 9 if value > 9 else value
    return str(-total % 10)


def find(data: bytes) -> Iterator[tuple[int, int]]:
    """Yield where a card number stands in *data*."""
    shape = data.translate(_DIGITS)
    if _PLAIN not in shape and _FOURS not in shape and _AMERICAN not in shape:
        return
    for found in _WRITTEN.finditer(data):
        if is_card(found[0].decode("ascii")):
            yield found.span()
