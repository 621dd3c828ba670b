"""Dishes of the kitchen that a request tells of: what they are called and made of."""

from __future__ import annotations

from functools import lru_cache

from mockforge.synthesis.entity import Entity
from mockforge.synthesis.lexicons.cuisines import CUISINES, Dish


def dish(entity: Entity, part: str) -> str | None:
    """Return how a dish is called, or described; None where no kitchen is told.

    Args:
        entity: The dish.
        part: `name`, or anything else for what it is made of.
    """
    told = _told(entity.shared.words)
    if not told:
        return None
    known = entity.memo.get("dish")
    if not isinstance(known, Dish):
        names = {str(value) for value in entity.known.values()}
        named = next((one for one in told if one.name in names), None)
        known = named or entity.shared.dealt("cuisine", told)
        entity.memo["dish"] = known
    if part == "name":
        return known.name
    return f"{known.made_of[:1].upper()}{known.made_of[1:]}."


@lru_cache(maxsize=256)
def _told(words: frozenset[str]) -> tuple[Dish, ...]:
    """Return the dishes of the kitchen that *words* tell most of."""
    scores = [len(one.signs & words) for one in CUISINES]
    best = max(scores)
    return CUISINES[scores.index(best)].dishes if best else ()
