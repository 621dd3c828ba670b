"""Sorts of values: what names one thing among many, what chooses, what is prose."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache


class Sort(StrEnum):
    """What a text is, by how it looks."""

    BLANK = "blank"
    NUMBER = "number"
    UUID = "uuid"
    HEX = "hex"
    TOKEN = "token"
    """Letters and digits mixed, as no word is."""
    TIME = "time"
    ADDRESS = "address"
    """A URL, a host's name, or somebody's mail."""
    WORD = "word"
    """A word, or a few that are joined: it chooses among a few, or is a name."""
    PROSE = "prose"
    """Several words."""


_SORTS = (
    (Sort.NUMBER, re.compile(r"[+-]?\d+(?:\.\d+)?")),
    (Sort.UUID, re.compile(r"[0-9a-f]{8}(?:-?[0-9a-f]{4}){3}-?[0-9a-f]{12}", re.I)),
    (
        Sort.TIME,
        re.compile(r"\d{4}-\d\d-\d\d(?:[T ]\d\d:?\d\d.*)?|\d\d:\d\d(?::\d\d)?"),
    ),
    (Sort.HEX, re.compile(r"(?=.*\d)(?:[0-9a-f]{8,}|[0-9A-F]{8,})")),
    (Sort.ADDRESS, re.compile(r"[a-z][a-z0-9+.-]*://\S+|\S+@\S+\.\S+", re.I)),
    (Sort.ADDRESS, re.compile(r"(?:[a-z0-9_*-]+\.)+[a-z]{2,}\.?", re.I)),
    (Sort.ADDRESS, re.compile(r"\d{1,3}(?:\.\d{1,3}){3}(?:[:/]\d+)?")),
)
_VERSION = re.compile(r"v\d+(?:[._]\d+)*(?:(?:alpha|beta|rc)\d*)?", re.I)
# Words with a digit or two behind or between: `s3`, `oauth2`, `ipv4`, `utf-8`.
_NUMBERED = re.compile(r"[a-z]{1,12}[-_.]?\d{1,2}[a-z]{0,4}", re.I)
_JOINED = re.compile(r"[^\W\d_]+(?:[-_./:][^\W\d_]+)*")
_LONGEST_WORD = 64


@lru_cache(maxsize=32_768)
def sort_of(text: str) -> Sort:
    """Return of what sort *text* is."""
    if not text.strip():
        return Sort.BLANK
    if len(text) > _LONGEST_WORD:
        return Sort.PROSE if " " in text.strip() else Sort.TOKEN
    for sort, pattern in _SORTS:
        if pattern.fullmatch(text):
            return sort
    if any(mark.isspace() for mark in text.strip()):
        return Sort.PROSE
    if any(mark.isdigit() for mark in text):
        return _mixed(text)
    return Sort.WORD


def _mixed(text: str) -> Sort:
    """Return what letters and digits are together."""
    if _VERSION.fullmatch(text) or _NUMBERED.fullmatch(text):
        return Sort.WORD
    pieces = re.split(r"[-_./:]", text)
    # `text-embedding-3-small` is a name, `a8f-k2` is not.
    worded = sum(len(each) for each in pieces if _JOINED.fullmatch(each))
    return Sort.WORD if worded * 2 > len(text) and len(pieces) > 1 else Sort.TOKEN


NAMING = frozenset(
    {Sort.NUMBER, Sort.UUID, Sort.HEX, Sort.TOKEN, Sort.TIME, Sort.ADDRESS}
)
"""Sorts of what may be another each time."""
