"""The domain that a request is of: the one of whose words most are there."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from mockforge.synthesis.kinds import nature_of
from mockforge.synthesis.lexicons import GENERIC, LEXICONS, Lexicon
from mockforge.synthesis.naming import singular
from mockforge.synthesis.phrases import homes_of

_SAID, _IN_PATH, _MEMBER, _HOME = 2, 3, 1, 3
_ABOUT = frozenset(
    ("review", "comment", "message", "notification", "document", "event", "log")
)
"""Kinds that are about something else, which is what counts."""


@lru_cache(maxsize=1)
def _signs() -> dict[str, tuple[int, ...]]:
    """Return by word the numbers of the domains that it tells."""
    found: dict[str, list[int]] = {}
    for number, lexicon in enumerate(LEXICONS):
        for word in dict.fromkeys(lexicon.signs.split()):
            found.setdefault(word, []).append(number)
    return {word: tuple(numbers) for word, numbers in found.items()}


@lru_cache(maxsize=1024)
def _homes(kind: str) -> tuple[int, ...]:
    homes = homes_of(kind)
    return tuple(number for number, one in enumerate(LEXICONS) if one in homes)


def domain_of(
    kind: str, said: Iterable[str], path: Iterable[str], members: Iterable[str]
) -> Lexicon:
    """Return the lexicon that fits best.

    Args:
        kind: What is made.
        said: The words of the prompt.
        path: The words of the path.
        members: The words of the names of fields.
    """
    scores = [0] * len(LEXICONS)
    is_about = kind in _ABOUT
    several = ((said, _SAID), (path, _IN_PATH), (members, _MEMBER + is_about))
    for words, weight in several:
        for word in words:
            if is_about and singular(word) == kind:
                continue
            for number in _signs().get(word, ()):
                scores[number] += weight
    for number in () if is_about and any(scores) else _homes(kind):
        scores[number] += _HOME
    most = max(scores)
    if most:
        found: Lexicon = LEXICONS[scores.index(most)]
        return found
    return LEXICONS[0] if nature_of(kind) == "goods" else GENERIC
