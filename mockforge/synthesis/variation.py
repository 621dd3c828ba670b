"""Another text like one that is given: other digits, the same words."""

from __future__ import annotations

import re
from random import Random  # noqa: TID251 - the type alone

_RUN = re.compile(r"[0-9]+|[^\W\d_]+|[\W_]+")
_PART = re.compile(r"[^\W_]+|[\W_]+")


def varied(example: str, rng: Random) -> str:
    """Return *example* with other digits; what looks drawn by chance is drawn anew."""
    is_link = "://" in example
    return "".join(
        _part(part, rng)
        if part[0].isalnum() and not (is_link and len(part) < 4)
        else part
        for part in _PART.findall(example.partition("?")[0] if is_link else example)
    ) + (example[example.index("?") :] if is_link and "?" in example else "")


def _part(part: str, rng: Random) -> str:
    if re.fullmatch(r"[0-9a-f]{8,}|[0-9A-F]{8,}", part) and not part.isdigit():
        letters = "0123456789abcdef"
        marks = [rng.choice(letters) for _ in part]
        made = "".join(marks)
        return made.upper() if part.upper() == part else made
    runs = _RUN.findall(part)
    if len(part) >= 8 and len(runs) >= 4 and not part.isdigit():
        return "".join(_mark(mark, rng) for mark in part)
    return "".join(_digits(run, rng) if run.isdigit() else run for run in runs)


def _mark(mark: str, rng: Random) -> str:
    if mark.isdigit():
        return rng.choice("0123456789")
    letters = "abcdefghijklmnopqrstuvwxyz"
    made = rng.choice(letters)
    return made.upper() if mark.isupper() else made


def _digits(run: str, rng: Random) -> str:
    """Return a number of as many digits, of about the same size."""
    value, size = int(run), len(run)
    if size == 4 and 1950 <= value <= 2060:
        return str(value - rng.randint(0, 3))
    if size > 6:
        first = run[0] if run[0] == "0" else rng.choice("123456789")
        return first + "".join(rng.choice("0123456789") for _ in run[1:])
    least = 10 ** (size - 1) if run[0] != "0" and size > 1 else 1
    most = min(10**size - 1, max(value * 2, 9))
    return str(rng.randint(min(max(least, value // 3), most), most)).zfill(size)
