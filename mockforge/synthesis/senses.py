"""Which of several things a word means: what stands beside it tells.

A `loan` is money in a bank and a book in a library, a `ticket` is support, a seat in a
cinema or one on a train. Every kind has words that tell of it: those of its domain and
of its fields. The kind of which most are there, in the path, the prompt or the schema,
is what is meant; where none are, the first.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from typing import Any

from mockforge.synthesis.blueprints import BLUEPRINTS
from mockforge.synthesis.kinds import BY_NAME, candidates
from mockforge.synthesis.lexicons import GENERIC, LEXICONS
from mockforge.synthesis.lexicons.sheets import clues_in
from mockforge.synthesis.naming import singular, tokens, words_of

PATH, PROMPT, MEMBER = 3.0, 2.0, 1.0
_PHRASE = 6.0
_FIRST = 1.0
"""What the first meaning has before anything is known."""


@dataclass(slots=True)
class Evidence:
    """What stands beside a word."""

    weights: dict[str, float] = field(default_factory=dict)
    """Words, one of each, with how much they tell."""
    phrases: frozenset[str] = frozenset()
    """Two words that follow each other."""

    def more(self, words: Iterable[str], weight: float) -> None:
        """Take *words* into account; one that is there already counts once."""
        for word in words:
            one = singular(word)
            self.weights[one] = max(weight, self.weights.get(one, 0.0))

    def spoken(self, words: tuple[str, ...]) -> None:
        """Take the words of a sentence into account."""
        self.more(words, PROMPT)
        self.phrases |= pairs(words)

    def of(self, words: Iterable[str]) -> float:
        """Return how much tells of *words*."""
        return sum(self.weights.get(singular(word), 0.0) for word in words)

    def within(self, schema: Mapping[str, Any], owner: str) -> Evidence:
        """Return what stands beside the name of an object of *schema* in *owner*."""
        inner = Evidence({**self.weights}, self.phrases)
        inner.more(words_of(owner), PROMPT)
        inner.more(told_by(schema), PROMPT)
        return inner


def pairs(words: tuple[str, ...]) -> frozenset[str]:
    """Return every two of *words* that follow each other, the last of them one."""
    return frozenset(f"{first} {singular(last)}" for first, last in pairwise(words))


def told_by(schema: Mapping[str, Any]) -> list[str]:
    """Return the words of the names and of the choices in *schema*."""
    found: list[str] = []
    for name, inner in schema.get("properties", {}).items():
        found += words_of(name)
        if isinstance(inner, dict):
            for one in inner.get("enum", ()):
                found += words_of(one) if isinstance(one, str) else ()
    return found


@lru_cache(maxsize=1)
def _clues() -> dict[str, frozenset[str]]:
    """Return by kind the words that tell of it."""
    found: dict[str, set[str]] = {}
    for row in BLUEPRINTS.replace("\n  ", " ").strip().splitlines():
        kind, _, told = row.partition(": ")
        found[kind] = clues_in(told)
    for lexicon in LEXICONS:
        for kind in lexicon.kinds:
            mine = found.setdefault(kind, set())
            if kind in lexicon.clues:
                mine |= lexicon.clues[kind]
            else:
                mine |= {*lexicon.signs.split()}
    for kind in GENERIC.kinds:
        found.setdefault(kind, set())
    return {
        kind: frozenset(singular(word) for word in words)
        for kind, words in found.items()
    }


LOOSE = frozenset(
    tokens(
        """table item case card session room model game track class station field part
        run
    cell line list site unit block form column release lot spot stop set position plan
    service board record entry event match test trial mission call port order request
    bin tower bay stand pattern print lead branch"""
    )
)  # fmt: skip
"""Words that are of any domain: what stands before them tells which."""
_ANY = frozenset(
    tokens(
        """active new open all top latest recent popular featured my current pending
        daily
    favorite favourite saved completed upcoming past archived public private premium
    available related recommended closed scheduled live draft total best free"""
    )
)  # fmt: skip


def is_other(name: str, kind: str) -> bool:
    """Return whether the words of *name* make of a *kind* something else.

    A tide table is no table, and of lost items nothing is known.
    """
    words = words_of(name)
    if len(words) < 2 or singular(words[-1]) not in LOOSE:
        return False
    if f"{' '.join(words[:-1])} {singular(words[-1])}" in _names():
        return False
    before = {singular(word) for word in words[:-1]}
    return before.isdisjoint(_clues().get(kind, frozenset()) | _ANY)


@lru_cache(maxsize=2048)
def named_by_both(words: str) -> str:
    """Return the kind that two words name together, or nothing: `bank accounts`."""
    parts = words_of(words)
    if len(parts) < 2:
        return ""
    name = f"{' '.join(parts[:-1])} {singular(parts[-1])}"
    return BY_NAME[name][0] if name in BY_NAME else ""


@lru_cache(maxsize=1)
def _names() -> frozenset[str]:
    """Return the names of kinds that have several words."""
    return frozenset(name for name in BY_NAME if " " in name)


def sense(name: str, evidence: Evidence) -> str:
    """Return the kind that *name* means beside *evidence*, or nothing."""
    several = candidates(name)
    if len(several) < 2:
        return several[0] if several else ""
    return max(
        several, key=lambda kind: score(kind, name, evidence, kind == several[0])
    )


def score(kind: str, name: str, evidence: Evidence, is_first: bool) -> float:
    """Return how much *evidence* tells that *name* is a *kind*."""
    own = {singular(word) for word in words_of(name)}
    found = _FIRST if is_first else 0.0
    for word in _clues().get(kind, frozenset()) - own:
        found += evidence.weights.get(word, 0.0)
    called = aliases_of(kind)
    return found + _PHRASE * bool(called & evidence.phrases)


@lru_cache(maxsize=1024)
def aliases_of(kind: str) -> frozenset[str]:
    """Return the names of two words that *kind* has."""
    names = {kind} | {
        one for lexicon in LEXICONS for one in lexicon.aliases.get(kind, ())
    }
    return frozenset(name for name in names if " " in name)
