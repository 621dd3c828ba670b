"""Numbers, as large as their names and what is around them let one expect."""

from __future__ import annotations

import math
from typing import NamedTuple

from mockforge.learning.fields import plain
from mockforge.learning.fields.schema import Schema
from mockforge.learning.fields.seen import MISSING
from mockforge.options import Json
from mockforge.synthesis import measured, moneys, scenes
from mockforge.synthesis.entity import Entity, Field
from mockforge.synthesis.naming import singular
from mockforge.synthesis.quantities import Reading, Unit
from mockforge.synthesis.quantities.bounding import (
    BOUNDS,
    INFINITE,
    LOOSE,
    Spot,
    bounded,
    bounds_of,
)
from mockforge.synthesis.quantities.choosing import EARLY, LEAST, MIDDLE, MOST
from mockforge.synthesis.quantities.units import units_of
from mockforge.synthesis.wages import by_period


class _Drawn(NamedTuple):
    """What was drawn for a quantity of a thing."""

    value: float
    unit: Unit | None


def figure(entity: Entity, field: Field) -> Json:
    """Return a number for *field*, or MISSING where the name tells nothing."""
    found = measured.reading_of(entity, field)
    made = _figure(entity, field, found)
    if (
        found is None
        or found.row.measure != "money"
        or not isinstance(made, int | float)
    ):
        return made
    is_bound = not BOUNDS.isdisjoint(field.schema)
    if not is_bound:
        made = by_period(entity, field, made, found.row.low)
    return made if is_bound else moneys.in_currency(entity, made, found.unit)


def _figure(entity: Entity, field: Field, found: Reading | None) -> Json:
    low, high = entity.shared.statements.range_of(field.name)
    if low is not None or high is not None:
        return _stated(entity, field, low, high)
    words = field.role.words
    is_plain = found is None or found.unit is None or found.unit.factor == 1
    if (
        entity.nature == "goods"
        and words[-1:] in (("price",), ("amount",))
        and is_plain
    ):
        return _fitting(entity.article().price, field)
    usual = scenes.amounts(entity) if words[-1:] == ("amount",) and is_plain else None
    if usual is not None:
        return bounded(field.schema, field.kind, entity.rng, usual)
    return MISSING if found is None else _drawn(entity, field, found)


def outranks(entity: Entity, field: Field) -> bool:
    """Return whether *field* is a quantity, though its role says something else.

    The `response_time` of a request is no moment, and a dog's `age` no person's.
    """
    found = measured.reading_of(entity, field)
    if found is None or found.dropped:
        return False
    role = field.role
    own = len(role.words) - len(role.whose.split())
    return found.size > own or found.is_sure or found.row.measure == role.name


def _fitting(value: float, field: Field) -> Json:
    return round(value) if field.kind == "integer" else value


def _stated(
    entity: Entity, field: Field, low: float | None, high: float | None
) -> Json:
    """Return a number within what the words of the prompt say."""
    found = measured.reading_of(entity, field)
    row = None if found is None else found.row
    known = (row.low, row.high, max(row.decimals, 0)) if row else (0.0, 1000.0, 2)
    low = min(known[0], high or 0) if low is None else low
    high = max(known[1], 2 * low) if high is None else high
    decimals = known[2] if high - low > 5 or field.kind == "integer" else 2
    spot = (low, high, decimals, 1.0)
    return bounded(field.schema, field.kind, entity.rng, spot)


def _drawn(entity: Entity, field: Field, found: Reading) -> Json:
    """Return a value of the quantity *found*, in agreement with others of it."""
    row = found.row
    is_item = isinstance(field.path[-1] if field.path else "", int)
    key = f"drawn {_key(found)} {found.name} {found.variant}"
    known = entity.memo.get(key)
    if isinstance(known, _Drawn) and known.unit and found.unit and not is_item:
        # The same in another unit.
        made = found.unit.of(known.value, known.unit)
        return _rounded(made, field.kind, _decimals(found, _spread_of(found)))
    if {"reference", "normal"} & {*field.role.words}:
        ends = {**dict.fromkeys(LEAST, row.low), **dict.fromkeys(MOST, row.high)}
        for word in found.variant.split():
            if word in ends and found.unit is row.unit:
                return _rounded(ends[word], field.kind, row.decimals)
    unit = _within(field.schema, field.kind, found)
    if unit is not found.unit:
        found = found._replace(unit=unit)
    if row.choices:
        return _chosen(entity, field, found)
    made = bounded(field.schema, field.kind, entity.rng, _spot(found),
                   _share(entity, field, found))  # fmt: skip
    if isinstance(made, int | float):
        entity.memo[key] = _Drawn(made, found.unit)
    return made


def _key(found: Reading) -> str:
    """Return what tells whether two fields are of one quantity."""
    name = "" if found.row.spread else found.name
    return f"{found.row.number} {found.lead} {name}"


def _spread_of(found: Reading) -> tuple[float, float]:
    """Return the ends of what is usual in the unit of *found*."""
    row, unit = found.row, found.unit
    if unit is None or row.unit is None or unit is row.unit:
        return row.low, row.high
    return unit.of(row.low, row.unit), unit.of(row.high, row.unit)


def ends(found: Reading) -> tuple[float, float]:
    """Return the least and the most of what is usual, as it is written."""
    spread = _spread_of(found)
    decimals = _decimals(found, spread)
    return round(spread[0], decimals), round(spread[1], decimals)


def _decimals(found: Reading, spread: tuple[float, float]) -> int:
    """Return how many decimals are usual in the unit of *found*."""
    row = found.row
    was, now = row.high - row.low, spread[1] - spread[0]
    if not was or not now or was == now:
        return row.decimals
    finer = round(math.log10(now / was))
    most = 3 - math.floor(math.log10(max(abs(one) for one in spread) or 1))
    return max(min(row.decimals - finer, most), -3 if row.decimals < 0 else 0)


def _spot(found: Reading) -> Spot:
    spread = _spread_of(found)
    return (*spread, _decimals(found, spread), found.row.skew)


def _within(schema: Schema, kind: str, found: Reading) -> Unit | None:
    """Return the unit in which what is usual lies within the bounds of *schema*."""
    least, most = bounds_of(schema)
    row, unit = found.row, found.unit
    if unit is None or (least, most) == (-INFINITE, INFINITE):
        return unit
    if row.measure == "share" and kind == "number" and most <= 1 < row.high:
        return units_of("share")[1]
    low, high = _spread_of(found)
    if found.is_sure or row.measure in ("money", "time") or (
        low <= most and high >= least
    ):  # fmt: skip
        return unit
    for other in units_of(row.measure):
        low, high = _spread_of(found._replace(unit=other))
        if least <= low and high <= most:
            return other
    return unit


def _share(entity: Entity, field: Field, found: Reading) -> float:
    """Return where in what is usual the value lies, from 0 to 1.

    Several of one quantity lie together, and what is called `min` below the rest.
    """
    rng, row = entity.rng, found.row
    drawn = rng.random()
    if row.skew == 1:
        drawn = (drawn + rng.random()) / 2
    is_item = isinstance(field.path[-1] if field.path else "", int)
    key = f"share {_key(found)}"
    known = entity.memo.get(key)
    words = found.variant.split()
    spread = row.spread or 0.2
    if not isinstance(known, float):
        known = drawn if not words or is_item else 0.2 + 0.6 * drawn
        entity.memo[key] = known
        if not words:
            return known
    if is_item:
        known = entity.memo[key] = _kept_in(known + (drawn - 0.5) / 4)
        return known
    early = (EARLY, -spread if row.spread else 0.0)
    for some, shift in ((LEAST, -spread), (MOST, spread), (MIDDLE, 0.0), early):
        if any(word in some for word in words):
            return _kept_in(known + shift * (0.4 + drawn))
    return _kept_in(known + (drawn - 0.5) * spread)


def _kept_in(share: float) -> float:
    return min(max(share, 0.0), 1.0)


def _chosen(entity: Entity, field: Field, found: Reading) -> Json:
    """Return one of the few values that are usual."""
    row = found.row
    least, most = bounds_of(field.schema)
    values = row.choices
    if found.unit is not None and row.unit is not None and found.unit is not row.unit:
        values = tuple(_turned(one, row.unit, found.unit) for one in values)
    at = entity.rng.randrange(len(values))
    if row.mark:
        known = entity.memo.setdefault(f"mark {row.mark}", at)
        at = known if isinstance(known, int) else at
    made = values[min(at, len(values) - 1)]
    if not least <= made <= most:
        some = [one for one in values if least <= one <= most]
        if not some:
            spot = (row.low, row.high, row.decimals, LOOSE)
            return bounded(field.schema, field.kind, entity.rng, spot)
        made = entity.rng.choice(some)
    return _rounded(made, field.kind, 0 if made == int(made) else 4)


def _turned(value: float, was: Unit, now: Unit) -> float:
    """Return *value* in another unit; sizes of memory are powers of two."""
    if was.measures == "data" and now.factor > was.factor:
        return value * 1024.0 ** round(math.log(now.factor / was.factor, 1000))
    return now.of(value, was)


def _rounded(value: float, kind: str, decimals: int) -> Json:
    made = round(value, decimals)
    if kind == "integer":
        return round(made)
    return int(made) if decimals <= 0 and made == int(made) else made


_WHOLE = (1.0, 100.0, 0, 1.4)
_COUNT = (0.0, 48.0, 0, 1.7)
_ELSE = (1.0, 500.0, 2, 1.6)


def any_number(entity: Entity, field: Field) -> Json:
    """Return a number for a field of whose name nothing is known."""
    schema, kind = field.schema, field.kind
    if not {"maximum", "exclusiveMaximum", "multipleOf"}.isdisjoint(schema):
        return plain.number(schema, kind, entity.rng)
    words = field.role.words
    several = bool(words) and singular(words[-1]) != words[-1]
    spot = _ELSE if kind == "number" else _COUNT if several else _WHOLE
    made = bounded(schema, kind, entity.rng, spot)
    return plain.number(schema, kind, entity.rng) if made is MISSING else made
