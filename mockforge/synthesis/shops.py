"""What a shop has, by the words that tell which one it is, or what is sold there."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from mockforge.synthesis.kinds import kind_of
from mockforge.synthesis.lexicons import GOODS, SHELVES, Goods
from mockforge.synthesis.naming import plural, singular, tokens, words_of
from mockforge.synthesis.sorts import sort_of

_LINES = (*GOODS, *SHELVES)
_LITTLE = frozenset(tokens("a an the of and for with in on to or by at from"))
_SHOP = r"(?:shops?|stores?|retailers?|boutiques?|webshops?|dealers?|wholesalers?)"
_SOLD = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b{_SHOP} (?:for|of|selling|that sells|with) ([a-z]+(?: [a-z]+)?)",
        rf"([a-z]+(?: [a-z]+)?) (?:online )?{_SHOP}\b",
    )
)
_PLAIN = frozenset(
    tokens(
        """online web small large local our my your this the a an german french italian
        spanish british american european swedish danish dutch family app coffee
        department convenience general corner book pet e commerce ecommerce retail
        new big cheap good all many various several different for of german-speaking
        charity pop up flagship one two three products items goods things"""
    )
)
"""Words before a shop that do not tell what there is."""


def lines_for(
    words: frozenset[str], others: tuple[Goods, ...] = GOODS, text: str = ""
) -> tuple[Goods, ...]:
    """Return the lines of goods that *words* ask for, or *others*.

    Args:
        words: What stands in the prompt, the path, or the name of what is sold.
        others: What there is where nothing is asked for.
        text: The prompt, which may tell of a shop of which nothing is known.
    """
    ones = words | {singular(word) for word in words}
    found = _exact(frozenset(ones)) or _asked(frozenset(ones)) or _with_things(words)
    return found or _sold_in(text) or others


def called(name: str) -> tuple[Goods, ...]:
    """Return lines that have something like what is called *name*."""
    words = frozenset(words_of(name))
    known = _with_things(words)
    if known:
        return known
    thing = " ".join(name.split()[-2:])
    return (_unknown(thing, ("{0}",)),) if thing else ()


@lru_cache(maxsize=256)
def _exact(words: frozenset[str]) -> tuple[Goods, ...]:
    """Return what is named in all its words, with the lines other words ask for."""
    found, used = [], set[str]()
    for line in _LINES:
        some = tuple(text for text in line.things
                     if len(_name(text)) > 1 and {*_name(text)} <= words)  # fmt: skip
        if some:
            found.append(replace(line, things=some))
            used |= {word for text in some for word in _name(text)}
    if not found:
        return ()
    rest = frozenset(word for word in words if singular(word) not in used)
    return (*found, *_asked(rest))


@lru_cache(maxsize=1024)
def _name(text: str) -> tuple[str, ...]:
    """Return the words of what a thing is called, each of them one."""
    return tuple(singular(word) for word in words_of(text.partition(" $")[0]))


@lru_cache(maxsize=256)
def _asked(words: frozenset[str]) -> tuple[Goods, ...]:
    """Return the lines of whose signs most are in *words*."""
    told = [words & _signs(line.signs) for line in _LINES]
    scores = [2 * len(some) - len(some & _WEAK) for some in told]
    most = max(scores)
    if not most:
        return ()
    return tuple(_narrowed(line, words)
                 for line, score in zip(_LINES, scores, strict=True)
                 if score == most)  # fmt: skip


_WEAK = frozenset(tokens("boutique retail home household office decor shop"))
"""Signs that tell less than others."""


@lru_cache(maxsize=128)
def _signs(signs: str) -> frozenset[str]:
    return frozenset(singular(word) for word in signs.split())


def _narrowed(line: Goods, words: frozenset[str]) -> Goods:
    """Return *line* with the sort of thing alone that *words* name, if they do."""
    some = tuple(text for text in line.things if _name(text)[-1] in words)
    return replace(line, things=some) if some else line


@lru_cache(maxsize=256)
def _with_things(words: frozenset[str]) -> tuple[Goods, ...]:
    """Return the lines that have something *words* name, with that alone."""
    found = []
    said = {singular(word) for word in words} - _LITTLE
    for line in _LINES:
        some = tuple(text for text in line.things if said & {*_name(text)})
        if some:
            last = tuple(text for text in some if _name(text)[-1] in said)
            found.append((bool(last), replace(line, things=last or some)))
    best = any(is_last for is_last, _ in found)
    return tuple(line for is_last, line in found if is_last == best)


def _sold_in(text: str) -> tuple[Goods, ...]:
    """Return what a shop sells that *text* tells of: `kites` in `a shop for kites`."""
    for match in (one for told in _SOLD for one in told.finditer(text)):
        words = [word for word in match[1].lower().split()
                 if word not in _PLAIN and word not in _LITTLE]  # fmt: skip
        kind = kind_of(words[-1]) if words else ""
        if (
            not words
            or (kind and kind not in _TANGIBLE)
            or sort_of(words[-1]) == "person"
        ):
            continue
        thing = " ".join((*words[:-1], singular(words[-1]))).title()
        return (_unknown(thing, _SORTS),)
    return ()


_TANGIBLE = frozenset(
    tokens("plant fish wine beer coffee cocktail vessel artwork artifact mineral part")
) | {"board game", "knitting pattern", "printed model"}
"""Kinds that shops sell."""
_SORTS = ("{0}", "Large {0}", "Small {0}", "{0} Set", "Travel {0}", "Kids' {0}")


def _unknown(thing: str, shapes: tuple[str, ...]) -> Goods:
    """Return a line of things of which nothing is known but what they are called."""
    return Goods(
        plural(thing.split(" ")[-1]).capitalize(),
        "",
        ("Northfold", "Alder", "Portwell", "Mira", "Halden", "Larkspur"),
        ("Classic", "Studio", "Plus", "Heritage", "Select", "Everyday"),
        tuple(f"{shape.format(thing)} $9-129" for shape in shapes),
        (9, 129),
        (
            "a two-year guarantee", "materials that last", "recyclable packaging",
            "spare parts for ten years", "a finish without rough edges",
            "instructions that fit on one page", "a design from a small workshop",
            "a size for most needs",
        ),
        {},
        ("every day", "beginners", "experts as well", "the whole family"),
    )  # fmt: skip
