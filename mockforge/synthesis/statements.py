"""Plain statements in a prompt that can be told reliably: ranges, choices, places."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

from mockforge.synthesis.localities import localities_in
from mockforge.synthesis.naming import singular, words_of

_T = TypeVar("_T")
_AMOUNT = r"[$€£]?\s?(-?\d[\d,]*(?:\.\d+)?)\s?(k|m|%)?"
_RANGE = re.compile(
    r"\b([a-z][a-z_ -]{1,30}?)s?\s*(?:\(|:|is|are|range[sd]?|ranging|of|must be"
    r"|should be|varying|vary|\s)*\s*(?:between|from|in the range(?: of)?)\s+"
    + _AMOUNT
    + r"\s*(?:and|to|-|\u2013|through)\s*"
    + _AMOUNT,
    re.IGNORECASE,
)
_PLAIN_RANGE = re.compile(
    r"\b([a-z][a-z_-]{2,20})\s*(?:of\s+)?"
    + _AMOUNT
    + r"\s*(?:to|-|\u2013)\s*"
    + _AMOUNT,
    re.IGNORECASE,
)
_LIMIT = re.compile(
    r"\b([a-z][a-z_-]{2,20})\s+(?:is |are |of |must be |should be )?"
    r"(under|below|less than|at most|up to|over|above|more than|at least)\s+" + _AMOUNT,
    re.IGNORECASE,
)
_CHOICE = re.compile(
    r"\b([a-z][a-z_-]{2,20})(?:\s+(?:is|are|must be|should be|can be))?"
    r"(?:\s+(?:one|either|any)(?: of)?)?\s*[:(]\s*"
    r"([\w-]+(?:\s*(?:,|/|\||\bor\b|\band\b)\s*(?:or |and )?[\w-]+){1,11})",
    re.IGNORECASE,
)
_ONE_OF = re.compile(
    r"\b([a-z][a-z_-]{2,20})\s+(?:is|are|must be|should be|can be)\s+"
    r"(?:one of|either|any of)\s+"
    r"([\w-]+(?:\s*(?:,|/|\||\bor\b|\band\b)\s*(?:or |and )?[\w-]+){1,11})",
    re.IGNORECASE,
)
_TO = re.compile(r"\b([a-z][a-z_-]{2,20})\s+(?:from\s+)?([a-z-]+)\s+to\s+([a-z-]+)",
                 re.IGNORECASE)  # fmt: skip
_SPLIT = re.compile(r"\s*(?:,|/|\||\bor\b|\band\b)\s*(?:or |and )?\s*", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:in|from|during|of|since)\s+((?:19|20)\d\d)\b", re.IGNORECASE)
_LONGEST = 5000
_MANY = {"k": 1e3, "m": 1e6}


@dataclass(frozen=True, slots=True)
class Statements:
    """What a prompt says of values, by the last word of the field in the singular."""

    ranges: dict[str, tuple[float | None, float | None]]
    choices: dict[str, tuple[str, ...]]
    spans: dict[str, tuple[str, str]]
    """The first and the last of values that are in an order."""
    countries: frozenset[str]
    """Codes of the countries that are named."""
    years: frozenset[int]

    def range_of(self, name: str) -> tuple[float | None, float | None]:
        """Return the bounds of the field *name*."""
        return _found(self.ranges, name) or (None, None)

    def choices_of(self, name: str) -> tuple[str, ...]:
        """Return the values of the field *name*, or none."""
        return (_found(self.choices, name) or ()) if self.choices else ()

    def span_of(self, name: str) -> tuple[str, str] | None:
        """Return the ends of the values of the field *name*."""
        return _found(self.spans, name)


def _found(told: Mapping[str, _T], name: str) -> _T | None:
    for word in reversed(words_of(name)) if told else ():
        found = told.get(singular(word))
        if found is not None:
            return found
    return None


@lru_cache(maxsize=256)
def statements_in(prompt: str) -> Statements:
    """Return what *prompt* says plainly."""
    text = prompt[:_LONGEST]
    choices: dict[str, tuple[str, ...]] = {}
    for match in (*_CHOICE.finditer(text), *_ONE_OF.finditer(text)):
        values = tuple(part for part in _SPLIT.split(match[2]) if part)
        if len(values) > 1 and not any(value.isdigit() for value in values):
            choices.setdefault(singular(match[1].lower()), values)
    spans = {
        singular(match[1].lower()): (match[2].lower(), match[3].lower())
        for match in _TO.finditer(text)
    }
    years = frozenset(int(match[1]) for match in _YEAR.finditer(text))
    countries = localities_in(text).countries
    return Statements(_ranges(text), choices, spans, countries, years)


def _ranges(text: str) -> dict[str, tuple[float | None, float | None]]:
    found: dict[str, tuple[float | None, float | None]] = {}
    for match in (*_RANGE.finditer(text), *_PLAIN_RANGE.finditer(text)):
        words = words_of(match[1])
        low, high = _number(match[2], match[3] or match[5]), _number(match[4], match[5])
        if words and low <= high:
            found.setdefault(singular(words[-1]), (low, high))
    for match in _LIMIT.finditer(text):
        is_most = match[2].lower() in (
            "under",
            "below",
            "less than",
            "at most",
            "up to",
        )
        value, name = _number(match[3], match[4]), singular(match[1].lower())
        low_, high_ = found.get(name, (None, None))
        found[name] = (low_, value) if is_most else (value, high_)
    return found


def _number(text: str, unit: str | None) -> float:
    return float(text.replace(",", "")) * _MANY.get((unit or "").lower(), 1.0)
