"""Words of a text: cut out of names and sentences, and brought to their stems."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

LONGEST = 6_000
"""Characters of a text that are looked at: its beginning and its end."""

_WORDS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+|[^\W\d_A-Za-z]+")
_DOUBLED = re.compile(r"([bdgklmnprt])\1")
_VOWEL = re.compile(r"[aeiouy]")

_COMMON = (
    "a an the of to in on at by for from with and or is are was were be been it its"
    " this that these those as do does did can could will would should i me my you"
    " your we us our he she they them their what which who how there please not no"
    " if so about into than then but has have had any some all just tell give like"
    " know want need"
)
COMMON = frozenset(_COMMON.split())
"""Words that say little of what a text is about."""


def words(text: str) -> list[str]:
    """Return the words of *text* in lower case; names are cut where they are joined."""
    if len(text) > LONGEST:
        text = f"{text[: LONGEST // 2]} {text[-LONGEST // 2 :]}"
    return [word.lower() for word in _WORDS.findall(text)]


@lru_cache(maxsize=16_384)
def stem(word: str) -> str:
    """Return what the forms of *word* have in common: `orders`, `order`."""
    if len(word) < 4 or not word.isascii():
        return word
    word = _singular(word)
    for ending in ("ing", "ed"):
        rest = word.removesuffix(ending)
        if rest != word and len(rest) > 2 and _VOWEL.search(rest):
            # `running` and `run`, but `failing` and `fail`.
            word = rest[:-1] if _DOUBLED.fullmatch(rest[-2:]) else rest
            break
    if word.endswith("ly") and len(word) > 5:
        word = word[:-2]
    return word[:-1] if word.endswith("e") and len(word) > 3 else word


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    if word.endswith(("sses", "shes", "ches", "xes", "zes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def stems(text: str) -> list[str]:
    """Return the stems of the words of *text*, in order."""
    return [stem(word) for word in words(text)]


def trigrams(word: str) -> Iterator[str]:
    """Yield every three letters of *word*, its beginning and its end marked."""
    marked = f"^{word}$"
    for at in range(len(marked) - 2):
        yield marked[at : at + 3]
