"""Phrases of a lexicon, with what stands in brackets put in."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from mockforge.synthesis.entity import Entity
from mockforge.synthesis.lexicons import GENERIC, LEXICONS, Lexicon, Phrases
from mockforge.synthesis.naming import plural

_SLOT = re.compile(r"\{(\w+)\}")
_BY_KIND: dict[str, Lexicon] = {}
_HOMES: dict[str, list[Lexicon]] = {}
for _lexicon in (*LEXICONS, GENERIC):
    for _kind in _lexicon.kinds:
        _BY_KIND.setdefault(_kind, _lexicon)
        _HOMES.setdefault(_kind, []).append(_lexicon)


def homes_of(kind: str) -> list[Lexicon]:
    """Return the lexicons that know things of *kind*."""
    return _HOMES.get(kind, [])


@lru_cache(maxsize=8192)
def phrases_of(kind: str, role: str) -> Phrases:
    """Return the phrases for *role* that only things of *kind* have."""
    return next((home.kinds[kind][role] for home in homes_of(kind)
                 if role in home.kinds[kind]), ())  # fmt: skip


def phrases_for(entity: Entity, role: str) -> Phrases:
    """Return the phrases for *role* of *entity*, from the nearest lexicon with some."""
    own, kind = entity.shared.lexicon, entity.kind or entity.nature or "thing"
    homes = homes_of(kind)
    for told in (
        own.kinds.get(kind),
        *(home.kinds[kind] for home in homes),
        GENERIC.kinds.get(entity.nature),
        own.texts,
        *(home.texts for home in homes),
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
    picked = entity.pick(role, phrases)
    if picked is not None and not entity.shared.is_taken(("said", role), picked):
        return filled(entity, picked)
    return filled(
        entity, entity.shared.dealt((entity.kind, role, len(phrases)), phrases)
    )


def filled(entity: Entity, phrase: str) -> str:
    """Return *phrase* with words for what is in brackets."""
    if "{" not in phrase:
        return phrase
    return _SLOT.sub(lambda match: _slot(entity, match[1]), phrase)


def _slot(entity: Entity, name: str) -> str:
    known = KNOWN.get(name) or KNOWN.get(name.lower())
    words = _words(entity, name.lower()) if known is None else str(known(entity))
    if words is None:
        return name
    return words[:1].upper() + words[1:] if name[0].isupper() else words


def _words(entity: Entity, name: str) -> str | None:
    """Return words of the domain for *name*, or None."""
    own = entity.shared.lexicon
    for told in (own, _BY_KIND.get(entity.kind, own), GENERIC):
        if name in told.slots:
            return filled(entity, entity.rng.choice(told.slots[name]))
    return None


def noun_of(entity: Entity) -> str:
    """Return what the thing is called in a sentence."""
    kind = entity.kind or entity.whole.kind
    if not kind:
        return entity.shared.noun or "entry"
    return kind.split(" ")[-1].replace("_", " ")


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
    "plaintiff": lambda entity: entity.person("plaintiff").last,
    "defendant": lambda entity: entity.person("defendant").last,
    "noun": lambda entity: noun_of(entity),
    "nouns": lambda entity: plural(noun_of(entity)),
    "city": lambda entity: entity.place().city,
    "from": lambda entity: entity.place("from").city,
    "to": lambda entity: entity.place("to").city,
    "city_": lambda entity: entity.place().city,
    "adjective_": lambda entity: filled(entity, "{Adjective}"),
    "company": lambda entity: entity.firm().name,
    "industry": lambda entity: entity.firm().industry.lower(),
    "money": money,
    "code": code,
    "hex40": lambda entity: f"{entity.rng.getrandbits(160):040x}",
    "digit": lambda entity: entity.rng.randint(2, 9),
    "attempt": lambda entity: entity.rng.randint(1, 5),
    "small": lambda entity: entity.rng.randint(11, 98),
    "millis": lambda entity: entity.rng.randint(40, 2900),
    "percent": lambda entity: entity.rng.choice((10, 15, 20, 25)),
    "four": lambda entity: entity.rng.randint(1000, 9999),
}
"""Words in brackets that stand for something of the thing itself."""
