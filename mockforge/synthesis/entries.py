"""Entries of a log: what is written fits how grave it is, whichever comes first."""

from __future__ import annotations

from mockforge.options import Json
from mockforge.synthesis.entity import Entity
from mockforge.synthesis.lexicons.entries import ENTRIES, LEVELS
from mockforge.synthesis.phrases import filled

_CODES = ((500, "error"), (400, "warn"), (100, "info"))
_USUAL = (("debug", 2), ("info", 6), ("warn", 2), ("error", 1))


def entry(entity: Entity) -> str:
    """Return what a log of *entity* says."""
    grave = _level(entity)
    return filled(entity, entity.shared.dealt(("entry", grave), ENTRIES[grave]))


def _level(entity: Entity) -> str:
    """Return how grave the entry is, as far as that is told."""
    known = entity.memo.get("grave")
    if isinstance(known, str):
        return known
    found = _told(entity)
    if not found:
        there = _allowed(entity)
        usual = [one for one in _USUAL if one[0] in there] or _USUAL
        names, weights = zip(*usual, strict=True)
        found = entity.rng.choices(names, weights)[0]
    entity.memo["grave"] = found
    return found


def _allowed(entity: Entity) -> set[str]:
    """Return the levels that a field of *entity* may have."""
    schema = entity.memo.get("schema")
    told = schema.get("properties", {}) if isinstance(schema, dict) else {}
    for inner in told.values():
        values = inner.get("enum", ()) if isinstance(inner, dict) else ()
        some = {LEVELS[str(one).lower()] for one in values
                if str(one).lower() in LEVELS}  # fmt: skip
        if some:
            return some
    return {name for name, _ in _USUAL}


def _told(entity: Entity) -> str:
    """Return what a level or a status that is there already says, or nothing."""
    for value in entity.known.values():
        if isinstance(value, str) and value.lower() in LEVELS:
            return LEVELS[value.lower()]
    for name, value in entity.known.items():
        is_code = isinstance(value, int) and not isinstance(value, bool)
        if is_code and "status" in name and 100 <= int(str(value)) < 600:
            return next(word for least, word in _CODES if int(str(value)) >= least)
    return ""


def levels(entity: Entity, values: tuple[Json, ...]) -> tuple[Json, ...]:
    """Return those of *values* that are as grave as what is written, if there are."""
    grave = entity.memo.get("grave")
    if grave is None or entity.kind != "log":
        return values
    some = tuple(one for one in values if LEVELS.get(str(one).lower()) == grave)
    return some or values
