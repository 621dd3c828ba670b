"""What is said in a review: it fits what is reviewed, and how many stars there are."""

from __future__ import annotations

from mockforge.learning.fields.checking import type_of
from mockforge.learning.fields.seen import MISSING
from mockforge.options import Json
from mockforge.synthesis.entity import Entity, Field
from mockforge.synthesis.lexicons.opinions import OPINIONS
from mockforge.synthesis.naming import singular
from mockforge.synthesis.phrases import filled
from mockforge.synthesis.senses import PATH

_RATED = frozenset(("rating", "stars", "score", "rate", "grade", "overall"))
_MOODS = ("+", "~", "-")
_SHARES = {"+": (0.75, 1.0), "~": (0.45, 0.6), "-": (0.0, 0.3)}
_OWN = frozenset(("book", "title", "author", "version", "update", "check", "table"))
"""Words that any review may have beside it."""


def opinion(entity: Entity, role: str) -> str:
    """Return what someone says of what the words around tell that it was."""
    weights = entity.shared.evidence.weights
    there = {word: weight for word, weight in weights.items()
             if word not in _OWN or weight >= PATH}  # fmt: skip
    scores = [sum(there.get(singular(word), 0.0) for word in one.signs)
              for one in OPINIONS]  # fmt: skip
    best = max(scores)
    told = OPINIONS[scores.index(best)] if best else OPINIONS[-1]
    some = told.heads if role == "subject" else told.texts
    mood = _mood(entity)
    deck = ("opinion", role == "subject", mood)
    return filled(entity, entity.shared.dealt(deck, some[mood]))


def _mood(entity: Entity) -> str:
    """Return how it was liked, as the stars say if they are there."""
    known = entity.memo.get("mood")
    if isinstance(known, str):
        return known
    schema = entity.memo.get("schema")
    told = schema.get("properties", {}) if isinstance(schema, dict) else {}
    for name, value in entity.known.items():
        is_number = type_of(value) in ("integer", "number")
        if is_number and _RATED & {*name.replace("_", " ").split()}:
            share = _share(float(str(value)), told.get(name, {}))
            mood = "+" if share > 0.7 else "~" if share > 0.4 else "-"
            entity.memo["mood"] = mood
            return mood
    mood = entity.rng.choices(_MOODS, (0.7, 0.18, 0.12))[0]
    entity.memo["mood"] = mood
    return mood


def _share(value: float, schema: object) -> float:
    told = schema if isinstance(schema, dict) else {}
    low, high = _bounds(told, value)
    return (value - low) / (high - low) if high > low else 1.0


def _bounds(schema: dict[str, Json], value: float = 0.0) -> tuple[float, float]:
    """Return how few and how many stars there may be."""
    high = schema.get("maximum")
    low = schema.get("minimum")
    usual = next(one for one in (5.0, 10.0, 100.0, value) if one >= value)
    highest = float(str(high)) if high is not None else usual
    return (float(str(low)) if low is not None else min(1.0, highest), highest)


def stars(entity: Entity, field: Field) -> Json:
    """Return how many stars a review gives, or MISSING."""
    if entity.kind != "review" or _RATED.isdisjoint(field.role.words):
        return MISSING
    if {"count", "average", "avg", "total", "mean"} & {*field.role.words}:
        return MISSING
    low, high = _bounds(dict(field.schema))
    first, last = (low + (high - low) * part for part in _SHARES[_mood(entity)])
    if field.kind == "integer":
        return entity.rng.randint(round(first), max(round(first), round(last)))
    return round(entity.rng.uniform(first, last) * 2) / 2
