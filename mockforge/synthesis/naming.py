"""What names of fields and paths say: their words, one or several, their kind."""

from __future__ import annotations

import re
from functools import lru_cache

from mockforge.synthesis.compounds import parted

_WORDS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")
_SINGULAR = {
    "people": "person", "children": "child", "men": "man", "women": "woman",
    "data": "data", "series": "series", "news": "news", "status": "status",
    "address": "address", "analysis": "analysis", "media": "media",
    "movies": "movie", "cookies": "cookie", "calories": "calorie",
    "business": "business", "access": "access", "progress": "progress",
    "lens": "lens", "bus": "bus", "campus": "campus", "canvas": "canvas",
    "diagnosis": "diagnosis", "diagnoses": "diagnosis", "gps": "gps",
    "invoices": "invoice", "indices": "index", "details": "details",
    "shoes": "shoe", "toes": "toe", "canoes": "canoe", "leaves": "leaf",
    "wolves": "wolf", "shelves": "shelf", "knives": "knife", "halves": "half",
    "calves": "calf", "loaves": "loaf", "wives": "wife", "lives": "life",
    "mice": "mouse", "geese": "goose", "feet": "foot", "teeth": "tooth",
    "criteria": "criterion", "alumni": "alumnus", "cacti": "cactus",
    "vertices": "vertex", "matrices": "matrix",
    "buses": "bus", "gases": "gas", "lenses": "lens", "bonuses": "bonus",
    "menus": "menu", "haikus": "haiku", "gurus": "guru", "emus": "emu", "gnus": "gnu",
    "statuses": "status", "viruses": "virus", "campuses": "campus",
    "sms": "sms", "class": "class", "tls": "tls", "dns": "dns",
    "species": "species", "gas": "gas",
}  # fmt: skip


def tokens(text: str) -> tuple[str, ...]:
    """Return what is between the blanks of *text*."""
    return tuple(text.split())


@lru_cache(maxsize=8192)
def words_of(name: str) -> tuple[str, ...]:
    """Return the words of *name* in small letters: `shippingZIP_code` has three."""
    words = tuple(
        part for word in _WORDS.findall(name) for part in parted(word.lower())
    )
    if len(words) > 1 and words[-1] in ("no", "nr", "num"):
        return (*words[:-1], "number")
    return words


@lru_cache(maxsize=4096)
def singular(word: str) -> str:
    """Return one of *word*: `categories` is `category`."""
    if word in _SINGULAR:
        return _SINGULAR[word]
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zes", "oes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def plural(word: str) -> str:
    """Return several of *word*."""
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return word[:-1] + "ies"
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return word + "es"
    return word + "s"


def small(name: str) -> str:
    """Return *name* as it stands within a sentence: `Portable SSD` keeps its SSD."""
    return " ".join(
        "-".join(part if _is_short(part) else part.lower() for part in word.split("-"))
        for word in name.split()
    )


def _is_short(part: str) -> bool:
    capitals = sum(mark.isupper() for mark in part)
    return capitals > 1 or capitals == len(part) or part[:1].isdigit()


def with_article(name: str) -> str:
    """Return *name* after the article of its sound: `An SSD`, `A USB hub`."""
    first = name.split()[0].split("-")[0] if name else ""
    if first[:1].isdigit():
        is_vowel = first.startswith("8") or first in ("11", "18")
    elif first.isupper() and (len(first) < 4 or not _SPOKEN.search(first)):
        # Letter by letter; those that begin with a vowel as they are said.
        is_vowel = first[0] in "AEFHILMNORSX"
    else:
        is_vowel = bool(_VOWEL.match(first.lower()))
    return f"{'An' if is_vowel else 'A'} {name}"


_SPOKEN = re.compile(r"[AEIOU]")
_VOWEL = re.compile(
    r"hon|hour|heir|[ai]|e(?!u)|o(?!n(?:ce|e)\b)|u(?!ni[^mn]|s[aeiu]|t[ei])"
)


def slug(text: str) -> str:
    """Return *text* as a part of an address: small letters and hyphens."""
    return "-".join(re.findall(r"[a-z0-9]+", text.lower().replace("'", "")))
