"""What a lexicon is: words and phrases of one domain, written by hand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

Phrases = tuple[str, ...]
"""Phrases of which one is taken; `{word}` in them stands for another."""


class Thing(NamedTuple):
    """One thing of a line of products."""

    name: str
    price: tuple[float, float]


def _thing(text: str, price: tuple[float, float]) -> Thing:
    name, _, told = text.partition(" $")
    low, _, high = told.partition("-")
    return Thing(name, (float(low), float(high)) if high else price)


@lru_cache(maxsize=512)
def _things(texts: Phrases, price: tuple[float, float]) -> tuple[Thing, ...]:
    return tuple(_thing(text, price) for text in texts)


@lru_cache(maxsize=2048)
def fitting(phrases: Phrases, thing: str) -> Phrases:
    """Return those of *phrases* that are for a thing called *thing*."""
    called, found = thing.lower(), []
    for phrase in phrases:
        text, _, names = phrase.partition(" @ ")
        if not names or any(name.strip() in called for name in names.split(",")):
            found.append(text)
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Goods:
    """A line of products: what they are called, cost, and can do."""

    category: str
    signs: str
    """Words in a prompt or a category that ask for it."""
    brands: Phrases
    series: Phrases
    things: Phrases
    """What there is; `Webcam $49-199` tells what it costs; others, `price`."""
    price: tuple[float, float]
    features: Phrases
    """What things can do; `autofocus @ webcam, camera` is for those with such names."""
    specs: Mapping[str, Phrases] = field(default_factory=dict)
    """What is measured, as `features` are written; so are `uses`."""
    uses: Phrases = ("every day",)

    def choices(self) -> tuple[Thing, ...]:
        """Return what there is, with what it costs."""
        return _things(self.things, self.price)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Words of a domain."""

    name: str
    signs: str
    """Words in a prompt, a path or a schema that tell the domain."""
    kinds: Mapping[str, Mapping[str, Phrases]] = field(default_factory=dict)
    """By kind of thing, what its fields hold, by role."""
    texts: Mapping[str, Phrases] = field(default_factory=dict)
    """By role, for any kind of this domain."""
    slots: Mapping[str, Phrases] = field(default_factory=dict)
    """What stands for words in brackets."""
    tables: Mapping[str, Table] = field(default_factory=dict)
    """By kind, what belongs together."""
    blueprints: Mapping[str, str] = field(default_factory=dict)
    """By kind, what it has where no schema is known."""
    aliases: Mapping[str, Phrases] = field(default_factory=dict)
    """By kind, how else it is called."""
    clues: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """By kind, words beside it that tell it from others of its name."""


class Table(NamedTuple):
    """Rows of values that belong together: a plant, its Latin name, its family."""

    columns: Phrases
    rows: tuple[Phrases, ...]


def lines(text: str) -> Phrases:
    """Return the lines of *text*; one that is set in goes on the line before."""
    found: list[str] = []
    rows = [row for row in text.splitlines() if row.strip()]
    margin = min(len(row) - len(row.lstrip()) for row in rows)
    for row in rows:
        if len(row) - len(row.lstrip()) > margin and found:
            found[-1] += " " + row.strip()
        else:
            found.append(row.strip())
    return tuple(found)


def bars(text: str) -> Phrases:
    """Return what is between the bars of *text*, which may be on several lines."""
    joined = " ".join(text.split())
    return tuple(part.strip() for part in joined.split("|") if part.strip())
