"""What is measured: the quantity, its value and its unit fit each other.

`{"metric": …, "value": …, "unit": …}` is one thing said by three fields. Whichever of
them is made first tells the others.
"""

from __future__ import annotations

from typing import Any

from mockforge.learning.fields.seen import MISSING
from mockforge.options import Json
from mockforge.synthesis import minor, persons
from mockforge.synthesis.entity import Entity, Field
from mockforge.synthesis.naming import words_of
from mockforge.synthesis.quantities import Evidence, Reading, Unit, reading, spelled
from mockforge.synthesis.quantities.choosing import GENERIC, is_measure, topic
from mockforge.synthesis.quantities.topics import topics_for
from mockforge.synthesis.quantities.units import is_unit_field
from mockforge.synthesis.roles import Role, role_of
from mockforge.synthesis.shapes import SURE, VALUES, Shape, members_of, shape_of
from mockforge.synthesis.surroundings import evidence_for, units_for

_SOFT = frozenset(("amount", "quantity", "level", "avg", "average", "mean", "min",
                   "max", "minimum", "maximum", "current", "latest"))  # fmt: skip
"""The same, where it is plain that something is measured."""

CURRENCY = persons.VOICES["currency"]


def reading_of(entity: Entity, field: Field) -> Reading | None:
    """Return what the number *field* is, in the unit it is in; None if unknown."""
    words = field.role.words
    if not words:
        return None
    key = f"reading {field.path}"
    known = entity.memo.get(key, MISSING)
    if known is not MISSING:
        return known  # type: ignore[return-value]
    shape = shape_of(entity)
    evidence = evidence_for(entity, field)
    units = units_for(field) or minor.unit_of(entity, field)
    unit_field = _unit_field(shape, field.name) if shape.units else ""
    unit = _told_unit(entity, unit_field)
    if unit:
        units = (*unit, *units)
    elif unit_field:
        told = _values(members_of(entity).get(unit_field))
        units = (*units, *(one for text in told for one in spelled(text)))
    if words[-1] == "price" and _is_let(evidence):
        words = (*words[:-1], "rent")
    found = reading(words, evidence, units)
    if _is_open(entity, words, evidence, found):
        evidence = _with_topic(entity, shape, evidence)
        found = reading(words, evidence, units)
    if found is not None and unit_field and not unit:
        found = _in_allowed(entity, unit_field, found)
    entity.memo[key] = found
    return found


_LET = frozenset(("rent", "rental", "renting", "tenant", "lease", "letting"))
_HOMES = frozenset(("property", "flat", "apartment", "house", "home", "listing"))


def _is_let(evidence: Evidence) -> bool:
    """Return whether a home is let, whose price is its rent then."""
    spoken = evidence.path | evidence.prompt
    if _LET.isdisjoint(spoken):
        return False
    return not _HOMES.isdisjoint(spoken | evidence.kinds)


def _is_open(
    entity: Entity, words: tuple[str, ...], evidence: Evidence, found: Reading | None
) -> bool:
    """Return whether the name of a number leaves open what it is of."""
    plain = "".join(words)
    if is_measure(evidence.near) or (
        found and found.row.around and not (plain in VALUES and _has_topic(entity))
    ):
        return False
    if plain in VALUES:
        return True
    is_soft = plain in _SOFT or all(word in GENERIC for word in words)
    return is_soft and _is_measuring(entity)


def _has_topic(entity: Entity) -> bool:
    """Return whether a field is there for what is measured, which tells most."""
    topics = shape_of(entity).topics
    return any("".join(words_of(name)) in SURE for name in topics)


def is_value(name: str) -> bool:
    """Return whether a field called *name* is the number that is measured."""
    return "".join(words_of(name)) in VALUES


def _unit_field(shape: Shape, name: str) -> str:
    """Return the field that has the unit of the number called *name*, or nothing."""
    words = words_of(name)
    for one in shape.units:
        lead = words_of(one)[:-1]
        if lead and lead == words[: len(lead)]:
            return one
    plain = [one for one in shape.units if len(words_of(one)) == 1 or
             words_of(one)[-2:] == ("of", "measure")]  # fmt: skip
    return plain[0] if plain else ""


def _told_unit(entity: Entity, name: str) -> tuple[Unit, ...]:
    """Return the unit that the field *name* has already, or can only have."""
    known = entity.known.get(name.lower())
    if known is None and name:
        schema = members_of(entity).get(name)
        values = _values(schema)
        known = values[0] if len(values) == 1 else None
    return spelled(known) if isinstance(known, str) else ()


def _values(schema: Any) -> tuple[str, ...]:
    """Return the texts that an enum or a constant of *schema* allows."""
    if not isinstance(schema, dict):
        return ()
    told = [schema["const"]] if "const" in schema else schema.get("enum", ())
    return tuple(one for one in told if isinstance(one, str))


def _in_allowed(entity: Entity, name: str, found: Reading) -> Reading:
    """Return *found* in a unit that the field *name* may say; it is noted for that."""
    if found.unit is None:
        if found.row.measure in ("count", "score"):
            entity.memo.setdefault(f"unit {name}", found.row.measure)
        return found
    unit, text = found.unit, found.unit.symbol
    if found.row.measure == "money" and text == "units":
        text = str(CURRENCY(entity, NOBODY))
    allowed = [
        (one, other)
        for one in _values(members_of(entity).get(name))
        for other in spelled(one)
        if other.measures == found.row.measure
    ]
    if allowed:
        same = [one for one in allowed if one[1] == unit]
        text, unit = (same or allowed)[0]
    entity.memo.setdefault(f"unit {name}", text)
    return found._replace(unit=unit)


def _with_topic(entity: Entity, shape: Shape, evidence: Evidence) -> Evidence:
    """Return *evidence* with what is measured in front of the name."""
    told = _topic_of(entity, shape)
    return evidence if not told else evidence._replace(near=told)


def _topic_of(entity: Entity, shape: Shape) -> tuple[str, ...]:
    """Return the words of what is measured, which is settled now if it is not yet."""
    for name in shape.topics:
        known = entity.known.get(name.lower())
        if isinstance(known, str) and topic(words_of(known)):
            return words_of(known)
    planned = entity.memo.get("topic")
    if isinstance(planned, tuple):
        return planned
    for name in shape.topics:
        if name.lower() not in entity.known:
            text = _drawn_topic(entity, shape, name)
            if text:
                entity.memo[f"said {name}"] = text
                entity.memo["topic"] = words_of(text)
                return words_of(text)
    return _topic_around(entity)


def _topic_around(entity: Entity) -> tuple[str, ...]:
    """Return what the things around *entity*, or the path, say is measured."""
    thing = entity.parent
    while thing is not None:
        for name, known in thing.known.items():
            if "".join(words_of(name)) in SURE | {"type", "name", "kind"} \
                    and isinstance(known, str) and topic(words_of(known)):  # fmt: skip
                return words_of(known)
        thing = thing.parent
    path = sorted(word for word in evidence_path(entity) if topic((word,)))
    if len(path) == 1:
        return (path[0],)
    if not _is_measuring(entity):
        return ()
    units = [unit for name in members_of(entity) if is_unit_field(name)
             for unit in _told_unit(entity, name)]  # fmt: skip
    if units:
        return ()
    chosen = entity.shared.dealt("topic", _topics_for(entity))
    entity.memo["topic"] = words_of(chosen)
    return words_of(chosen)


def evidence_path(entity: Entity) -> frozenset[str]:
    """Return the words of the path asked for."""
    spoken = entity.shared.spoken
    return spoken[0] if spoken else frozenset()


def _is_measuring(entity: Entity) -> bool:
    return entity.kind == "reading" or bool(shape_of(entity).units)


def _drawn_topic(entity: Entity, shape: Shape, name: str) -> str:
    """Return what is measured, as the field *name* may say it, or nothing."""
    schema = members_of(entity).get(name)
    every = _values(schema)
    values = [one for one in every if topic(words_of(one))]
    is_sure = "".join(words_of(name)) in SURE or 3 * len(values) > 2 * len(every)
    if values and is_sure:
        units = [unit for one in shape.units for unit in _told_unit(entity, one)]
        fitting = [one for one in values if not units or _fits(one, units)]
        return str(entity.shared.dealt(("topic", name), tuple(fitting or values)))
    is_free = isinstance(schema, dict) and not _values(schema) and \
        schema.get("type") == "string" and "pattern" not in schema  # fmt: skip
    plain = "".join(words_of(name))
    is_test = shape.topics and plain in ("name", "display", "label", "code", "type")
    if not is_free or (plain not in SURE and not (is_test and _is_measuring(entity))):
        return ""
    chosen = str(entity.shared.dealt("topic", _topics_for(entity)))
    if plain in ("name", "display", "label", "testname", "test", "indicator"):
        return chosen[:1].upper() + chosen[1:]
    return chosen.replace(" ", "_").lower()


def _fits(text: str, units: list[Unit]) -> bool:
    found = topic(words_of(text))
    return any(row.measure == unit.measures for row in found for unit in units)


def _topics_for(entity: Entity) -> tuple[str, ...]:
    """Return what is measured in the domain that *entity* is of."""
    evidence = evidence_for(entity, NOBODY)
    near = evidence.path | evidence.kinds | evidence.told
    return topics_for(near, evidence.prompt | evidence.members)


NOBODY = Field("", Role(""), {}, "string", ())


def said(entity: Entity, field: Field) -> Json:
    """Return what is measured, or its unit, where *field* says that; else MISSING."""
    if field.kind != "string" or not members_of(entity):
        return MISSING
    told = entity.memo.get(f"told {field.name}")
    if told is not None:
        return str(told)
    shape = shape_of(entity)
    if field.name in shape.units:
        return _unit_said(entity, field, shape)
    if field.name not in shape.topics or not shape.values:
        return MISSING
    known = entity.memo.get(f"said {field.name}")
    if known is None and _has_number(entity, shape):
        if field.name.lower() not in entity.known:
            _topic_of(entity, shape)
        known = entity.memo.get(f"said {field.name}")
    return str(known) if known is not None else MISSING


def _has_number(entity: Entity, shape: Shape) -> bool:
    members = members_of(entity)
    return any(_is_numeric(members.get(name)) for name in shape.values)


def _is_numeric(schema: Any) -> bool:
    told = schema.get("type") if isinstance(schema, dict) else None
    kinds = told if isinstance(told, list) else [told]
    return "number" in kinds or "integer" in kinds


def _unit_said(entity: Entity, field: Field, shape: Shape) -> Json:
    """Return the unit of the number that the unit *field* belongs to."""
    key = f"unit {field.name}"
    if key not in entity.memo:
        members = members_of(entity)
        of = [
            name
            for name in members
            if _is_numeric(members[name]) and _unit_field(shape, name) == field.name
        ]
        for name in sorted(of, key=lambda one: one not in shape.values):
            path = (*field.path[:-1], name)
            other = _number(name, members[name], path)
            found = reading_of(entity, other)
            if found is not None:
                _in_allowed(entity, field.name, found)
                break
    values = () if shape.values else _values(field.schema)
    of_topic = None if shape.values else _unit_of_topic(entity, shape, values)
    text = of_topic or entity.memo.get(key)
    if text is None:
        return MISSING
    return _as_allowed(str(text), _values(field.schema))


def _unit_of_topic(entity: Entity, shape: Shape, values: tuple[str, ...]) -> str | None:
    """Return the unit of what is measured, where the numbers are further within."""
    for name in shape.topics:
        known = entity.known.get(name.lower())
        rows = topic(words_of(known)) if isinstance(known, str) else ()
        for row in rows:
            if row.unit is None:
                continue
            some = [one for one in values for unit in spelled(one)
                    if unit.measures == row.measure]  # fmt: skip
            if some or not values:
                return some[0] if some else row.unit.symbol
    return None


def _number(name: str, schema: Any, path: Any) -> Field:
    return Field(name, role_of(name), schema, "number", path)


def _as_allowed(text: str, values: tuple[str, ...]) -> Json:
    """Return the one of *values* that spells the unit *text*."""
    if not values or text in values:
        return text
    wanted = spelled(text)
    for one in values:
        if set(spelled(one)) & set(wanted):
            return one
    return MISSING
