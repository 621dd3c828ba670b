"""Phrases of a lexicon, with what stands in brackets put in."""

from __future__ import annotations

import re
from collections.abc import Callable

from mockforge.synthesis.entity import Entity
from mockforge.synthesis.lexicons import GENERIC, LEXICONS, Lexicon, Phrases

_SLOT = re.compile(r"\{(\w+)\}")
_BY_KIND: dict[str, Lexicon] = {}
for _lexicon in (*LEXICONS, GENERIC):
    for _kind in _lexicon.kinds:
        _BY_KIND.setdefault(_kind, _lexicon)


def home_of(kind: str) -> Lexicon | None:
    """Return the lexicon that things of *kind* are of."""
    return _BY_KIND.get(kind)


def phrases_for(entity: Entity, role: str) -> Phrases:
    """Return the phrases for *role* of *entity*, from the nearest lexicon with some."""
    own, kind = entity.shared.lexicon, entity.kind or entity.nature or "thing"
    at_home = _BY_KIND.get(kind, own)
    for told in (
        own.kinds.get(kind),
        at_home.kinds.get(kind),
        GENERIC.kinds.get(entity.nature),
        own.texts,
        at_home.texts,
        GENERIC.texts,
    ):
        if told and role in told:
            return told[role]
    return ()


def said(entity: Entity, role: str) -> str | None:
    """Return a phrase for *role*, each once before one comes again."""
    phrases = phrases_for(entity, role)
    if not phrases:
        return None
    return filled(
        entity, entity.shared.dealt((entity.kind, role, len(phrases)), phrases)
    )


def filled(entity: Entity, phrase: str) -> str:
    """Return *phrase* with words for what is in brackets."""
    if "{" not in phrase:
        return phrase
    return _SLOT.sub(lambda match: _slot(entity, match[1]), phrase)


def _slot(entity: Entity, name: str) -> str:
    known = KNOWN.get(name)
    if known is not None:
        return str(known(entity))
    lexicon = entity.shared.lexicon
    at_home = _BY_KIND.get(entity.kind, lexicon)
    small = name.lower()
    for told in (lexicon, at_home, GENERIC):
        if small in told.slots:
            words = filled(entity, entity.rng.choice(told.slots[small]))
            return words[:1].upper() + words[1:] if name[0].isupper() else words
    return name


def money(entity: Entity) -> str:
    """Return an amount as it is written in a sentence."""
    return f"${entity.rng.randint(12, 480)}.{entity.rng.choice(('00', '50', '99'))}"


def code(entity: Entity) -> str:
    """Return a code such as a number of an order has."""
    return f"{entity.rng.choice('ABKRTX')}{entity.rng.randint(10_000, 99_999)}"


KNOWN: dict[str, Callable[[Entity], object]] = {
    "first": lambda entity: entity.person("someone").first,
    "last": lambda entity: entity.person("someone").last,
    "name": lambda entity: entity.known.get("name") or entity.firm().name,
    "city": lambda entity: entity.place().city,
    "company": lambda entity: entity.firm().name,
    "industry": lambda entity: entity.firm().industry.lower(),
    "money": money,
    "code": code,
    "digit": lambda entity: entity.rng.randint(2, 9),
    "small": lambda entity: entity.rng.randint(11, 98),
    "millis": lambda entity: entity.rng.randint(40, 2900),
    "percent": lambda entity: entity.rng.choice((10, 15, 20, 25)),
    "four": lambda entity: entity.rng.randint(1000, 9999),
}
"""Words in brackets that stand for something of the thing itself."""
