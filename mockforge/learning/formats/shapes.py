"""Characters drawn anew, each from the letters its neighbours are of."""

from __future__ import annotations

import re
from random import Random  # noqa: TID251 - named as a type; it comes as an argument

_DIGITS = "0123456789"
_LOWER = "abcdefghijklmnopqrstuvwxyz"
_UPPER = _LOWER.upper()
_RUN = re.compile(r"[A-Za-z0-9]+")
_HEX = re.compile(r"(?=.*[0-9])(?:[0-9a-f]+|[0-9A-F]+)")
_CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_NOT_CROCKFORD = frozenset("ILOUilou")
_VOWELS, _CONSONANTS = "aeiou", "bcdfghklmnprstvw"


def redrawn(text: str, rng: Random) -> str:
    """Return *text* with its letters and digits drawn anew, joints where they are.

    All are of the smallest usual alphabet that the letters and digits of *text* are
    of: digits, hexadecimal, letters, letters and digits; in the same case.
    """
    alphabet = _alphabet(text)
    out = [rng.choice(alphabet) if c.isascii() and c.isalnum() else c for c in text]
    if alphabet == _DIGITS:
        _lead(out, text, rng)
    return "".join(out)


def _lead(out: list[str], like: str, rng: Random) -> None:
    """Keep a number from getting, or losing, a zero in front; and the end of one."""
    first = next((at for at, c in enumerate(like) if c.isdigit()), None)
    if first is None:
        return
    more = like[first + 1 : first + 2].isdigit()
    out[first] = "0" if like[first] == "0" and more else rng.choice(_DIGITS[1:])
    if "." in like and like[-1] != "0":
        # 1.50 would be read as 1.5, with another number of digits.
        out[-1] = rng.choice(_DIGITS[1:])
    elif like.endswith(".0"):
        out[-1] = "0"


def _alphabet(text: str) -> str:
    drawn = "".join(_RUN.findall(text))
    if _HEX.fullmatch(drawn) and not drawn.isdigit():
        return _DIGITS + ("abcdef" if drawn == drawn.lower() else "ABCDEF")
    lower = any(c in _LOWER for c in drawn)
    upper = any(c in _UPPER for c in drawn)
    digits = any(c in _DIGITS for c in drawn)
    return (
        (_DIGITS if digits or not (lower or upper) else "")
        + (_UPPER if upper else "")
        + (_LOWER if lower else "")
    )


def redrawn_base32(text: str, rng: Random) -> str:
    """Return *text* drawn anew from Crockford's alphabet, in the same case."""
    letters = _CROCKFORD if text == text.upper() else _CROCKFORD.lower()
    return "".join(rng.choice(letters) for _ in text)


def redrawn_hex(text: str, rng: Random) -> str:
    """Return hexadecimal *text* drawn anew, in the same case; the rest stays."""
    letters = _DIGITS + ("ABCDEF" if text != text.lower() else "abcdef")
    return "".join(
        rng.choice(letters) if c.isascii() and c.isalnum() else c for c in text
    )


def reworded(text: str, rng: Random) -> str:
    """Return *text* with vowels for vowels, consonants for consonants, digits.

    What was pronounceable stays so, and case and joints stay.
    """
    out = []
    for c in text:
        low = c.lower()
        if c.isdigit() and c.isascii():
            out.append(rng.choice(_DIGITS))
            continue
        if low not in _LOWER or not c.isascii():
            out.append(c)
            continue
        drawn = rng.choice(_VOWELS if low in _VOWELS else _CONSONANTS)
        out.append(drawn.upper() if c != low else drawn)
    return "".join(out)
