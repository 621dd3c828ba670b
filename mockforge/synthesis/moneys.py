"""Amounts in money that is counted in larger or smaller numbers than dollars are."""

from __future__ import annotations

import math

from mockforge.options import Json
from mockforge.synthesis.entity import Entity
from mockforge.synthesis.measured import CURRENCY, NOBODY
from mockforge.synthesis.quantities import Unit
from mockforge.synthesis.roles import role_of

_SCALES = {"JPY": 150, "KRW": 1300, "INR": 50, "KES": 80, "MXN": 15, "ZAR": 15,
           "SEK": 10, "NOK": 10, "DKK": 7, "PLN": 4, "BRL": 4, "HUF": 350, "CZK": 22,
           "THB": 33, "PHP": 55, "IDR": 15000, "VND": 24000, "CLP": 900, "COP": 4000,
           "ISK": 135, "TWD": 31, "TRY": 32, "RUB": 90, "ARS": 900, "NGN": 1400,
           "EGP": 48, "PKR": 280, "HKD": 8, "CNY": 7, "MYR": 4.5}  # fmt: skip
"""About how much of it is a dollar."""
_WHOLE = frozenset(("JPY", "KRW", "IDR", "VND", "CLP", "COP", "ISK", "HUF"))
"""Of which there are no parts in use."""
_LARGE = 1000


def in_currency(entity: Entity, value: float, unit: Unit | None) -> float:
    """Return *value*, which is usual in dollars, as much in the money of *entity*."""
    if unit is not None and unit.factor != 1:
        return value
    code = _code(entity)
    scale = _SCALES.get(code, 1)
    if scale == 1:
        return value
    made = value * scale
    if abs(made) >= _LARGE:
        # Nobody asks 3,743 where 3,740 will do.
        step = 10 ** max(math.floor(math.log10(abs(made))) - 2, 0)
        made = round(made / step) * step
    if code in _WHOLE or isinstance(value, int):
        return round(made)
    return round(made, 2)


def _code(entity: Entity) -> str:
    """Return the code of the money that *entity*, or what it is in, tells."""
    thing: Entity | None = entity
    while thing is not None:
        schema = thing.memo.get("schema")
        members = schema.get("properties", {}) if isinstance(schema, dict) else {}
        for name, inner in members.items():
            if role_of(name).name != "currency":
                continue
            known = thing.known.get(name.lower())
            if isinstance(known, str):
                return known.upper()
            return _only(thing, inner)
        thing = thing.parent
    return ""


def _only(entity: Entity, schema: object) -> str:
    """Return the money that a member of *schema* will tell, if that is sure by now."""
    told = schema if isinstance(schema, dict) else {}
    if "const" in told:
        return str(told["const"]).upper()
    values = told.get("enum")
    if values is None:
        return str(CURRENCY(entity, NOBODY)).upper()
    # Dollars are meant; what is chosen later is of their size.
    entity.memo["is in dollars"] = True
    return ""


def fitting(entity: Entity, values: tuple[Json, ...]) -> tuple[Json, ...]:
    """Return those of *values* that the amounts of *entity* may be told in."""
    if "is in dollars" not in entity.memo:
        return values
    some = tuple(one for one in values if _SCALES.get(str(one).upper(), 1) == 1)
    return some or values
