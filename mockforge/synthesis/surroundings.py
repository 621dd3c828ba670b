"""What is around a field that tells which quantity it is, and in what unit."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from mockforge.synthesis.entity import Entity, Field
from mockforge.synthesis.kinds import GOODS, kind_of
from mockforge.synthesis.naming import singular, tokens, words_of
from mockforge.synthesis.quantities import Evidence, Unit, units_told
from mockforge.synthesis.quantities.choosing import SENSING
from mockforge.synthesis.quantities.rows import telling_words
from mockforge.synthesis.senses import PATH

_NOTHING: frozenset[str] = frozenset()
_TELLING = frozenset(
    tokens(
        """type category kind sensortype devicetype vehicle vehicletype producttype
    propertytype roomtype sport activitytype species equipmenttype assettype activity
    itemtype machinetype mediatype cuisine storagetype connectiontype instrument model
    """
    )
)
"""Names of fields that say what a thing is."""
_PLAIN = frozenset(
    tokens("""
    status type name time code level date total size limit rate id value unit count per
    price amount title description at number score day a period term month order item
    city country region state address location owner note tag currency
""")
)
"""Words that all kinds of things have in the names of their members."""
_FILLING = frozenset(("info", "details", "data", "stats", "metrics", "spec", "specs",
                      "summary", "config", "detail", "value", "values", "quantity",
                      "result", "results", "reading", "readings", "measurement",
                      "measurements", "observation", "current"))  # fmt: skip
_NAMED = GOODS | {"device", "dish", "recipe", "equipment", "appliance", "machine"}
"""Kinds of things whose names say what they are; that of a place may be a summit."""
_FAR = 3
"""How many things around one are looked at."""


def evidence_for(entity: Entity, field: Field) -> Evidence:
    """Return the words around *field* of *entity*."""
    path, prompt = _spoken(entity)
    schema = entity.memo.get("schema")
    members = schema.get("properties", {}) if isinstance(schema, dict) else {}
    return Evidence(
        told=_told(entity, field.name),
        near=_near(field),
        kinds=_kinds(entity),
        path=path,
        prompt=prompt,
        members=_words(tuple(members)),
        described=_described(field.schema),
    )


def _spoken(entity: Entity) -> tuple[frozenset[str], frozenset[str]]:
    """Return the words of the path, and of the prompt and the schema's own words."""
    shared = entity.shared
    if shared.spoken is None:
        path = frozenset(
            word for word, weight in shared.evidence.weights.items() if weight >= PATH
        )
        prompt = frozenset(singular(word) for word in shared.words)
        shared.spoken = (path | {*words_of(shared.noun)}, prompt - path)
    return shared.spoken


@lru_cache(maxsize=4096)
def _words(names: tuple[str, ...]) -> frozenset[str]:
    found = {singular(word) for name in names for word in words_of(name)}
    return frozenset(word for word in found if len(word) == 1 or _tells(word)) - _PLAIN


def _tells(word: str) -> bool:
    """Return whether *word* tells of any quantity; others would only be carried on."""
    return word in telling_words() or word in SENSING


def _near(field: Field) -> tuple[str, ...]:
    """Return the words of the member that the object of *field* is."""
    for step in reversed(field.path[:-1]):
        if isinstance(step, str):
            words = words_of(step) if step != field.name else ()
            return tuple(word for word in words if word not in _FILLING)
    return ()


def _kinds(entity: Entity) -> frozenset[str]:
    found = entity.memo.get("kinds around")
    if isinstance(found, frozenset):
        return found
    words: set[str] = set()
    thing: Entity | None = entity
    for _ in range(_FAR):
        if thing is None:
            break
        path = reversed(thing.path)
        name = next((step for step in path if isinstance(step, str)), "")
        words |= _of_kind(thing.kind, thing.nature, name)
        thing = thing.parent
    if entity.parent is None and not entity.kind:
        words |= {kind_of(entity.shared.noun)}
    made = frozenset(words - {""})
    entity.memo["kinds around"] = made
    return made


@lru_cache(maxsize=2048)
def _of_kind(kind: str, nature: str, name: str) -> frozenset[str]:
    """Return the words of what a thing is that a member called *name* has."""
    return frozenset({kind, nature, *words_of(kind), *map(singular, words_of(name))})


def _told(entity: Entity, name: str) -> frozenset[str]:
    """Return the words of what *entity*, or what it is in, is said to be."""
    found = _NOTHING
    thing: Entity | None = entity
    for _ in range(_FAR):
        if thing is None:
            break
        found |= _constant(thing)
        for known, value in thing.known.items():
            if known == name or not isinstance(value, str):
                continue
            if _is_telling(known) or (known == "name" and thing.kind in _NAMED):
                found |= _of_text(value)
        thing = thing.parent
    return found


def _constant(entity: Entity) -> frozenset[str]:
    """Return the words of what *entity* can only be, by its schema."""
    found = entity.memo.get("constants")
    if not isinstance(found, frozenset):
        schema = entity.memo.get("schema")
        members = schema.get("properties", {}) if isinstance(schema, dict) else {}
        found = _NOTHING
        for name, inner in members.items():
            told = inner.get("const") if isinstance(inner, dict) else None
            if isinstance(told, str) and _is_telling(name):
                found |= _of_text(told)
        entity.memo["constants"] = found
    return found


@lru_cache(maxsize=4096)
def _is_telling(name: str) -> bool:
    plain = "".join(words_of(name))
    return plain in _TELLING or plain.endswith(("type", "kind", "category"))


@lru_cache(maxsize=4096)
def _of_text(text: str) -> frozenset[str]:
    words = (singular(word) for word in words_of(text[:80]))
    return frozenset(word for word in words if _tells(word))


def _described(schema: Any) -> frozenset[str]:
    """Return the words that the schema has for the field."""
    found = _NOTHING
    for name in ("description", "title"):
        told = schema.get(name)
        if isinstance(told, str) and told:
            found |= _of_text(told)
    return found


_UNITS = frozenset(("description", "title", "unit", "units", "x-unit"))


def units_for(field: Field) -> tuple[Unit, ...]:
    """Return the units that the schema of *field* tells."""
    found: tuple[Unit, ...] = ()
    if _UNITS.isdisjoint(field.schema):
        return found
    for name in ("description", "title", "unit", "units", "x-unit"):
        told = field.schema.get(name)
        if isinstance(told, str) and told:
            text = told if name in ("description", "title") else f"({told})"
            found = (*found, *units_told(text))
    return found
