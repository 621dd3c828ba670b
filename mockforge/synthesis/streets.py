"""The street and the postal code of a thing, the same twice."""

from __future__ import annotations

from mockforge.synthesis.entity import Entity
from mockforge.synthesis.places import filled, street_of


def street(entity: Entity) -> str:
    """Return the street with the number of the place of *entity*, the same twice."""
    whole = entity if entity.is_apart or entity.end else entity.whole
    if "street" not in whole.memo:
        whole.memo["street"] = street_of(entity.place(), entity.rng)
    return str(whole.memo["street"])


def postal(entity: Entity) -> str:
    """Return the postal code of the place of *entity*, the same twice."""
    whole = entity if entity.is_apart or entity.end else entity.whole
    if "zip" not in whole.memo:
        whole.memo["zip"] = filled(entity.place().zip, entity.rng)
    return str(whole.memo["zip"])
