"""Amounts that are written as texts: `"12.50"`."""

from __future__ import annotations

from mockforge.learning.fields.seen import MISSING
from mockforge.options import Json
from mockforge.synthesis import figures
from mockforge.synthesis.entity import Entity, Field
from mockforge.synthesis.naming import tokens
from mockforge.synthesis.surroundings import units_for

_MONEY = frozenset(
    tokens(
        """
        price amount total subtotal cost fee fees tax vat balance discount shipping fare
        salary premium deposit charge tip refund net gross revenue budget paid due spent
        spend income profit margin commission payout rent bid ask open high low close
        """
    )
)
_NUMBERS = frozenset(
    tokens(
        """
        quantity qty age score rate percent percentage pct count latitude longitude
        ratio
        """
    )
)
_LOOSE = frozenset(("value", "units", "sum"))
"""Words of money only where a currency is told beside it."""
_OPEN = frozenset(("pattern", "format", "enum", "const"))


def written_amount(entity: Entity, field: Field) -> Json:
    """Return a number as a text, or MISSING where *field* is of none."""
    words = field.role.words
    last = words[-1] if words else ""
    is_money = last in _MONEY or (last in _LOOSE and _has_currency(entity))
    if not (is_money or last in _NUMBERS) or not _OPEN.isdisjoint(field.schema):
        return MISSING
    is_minor = is_money and any(one.symbol == "cents" for one in units_for(field))
    wanted = "number" if is_money else "integer" if last in _WHOLE else "number"
    plain = Field(field.name, field.role, {"type": wanted}, wanted, field.path)
    made = figures.figure(entity, plain)
    if isinstance(made, bool) or not isinstance(made, int | float):
        made = round(5 + 245 * entity.rng.random() ** 1.8, 2) if is_money else MISSING
    if is_minor and isinstance(made, int | float):
        return str(round(made))
    if is_money and isinstance(made, int | float):
        return f"{made:.2f}"
    return str(made) if isinstance(made, int | float) else MISSING


_WHOLE = frozenset(("quantity", "qty", "count", "age", "score"))


def _has_currency(entity: Entity) -> bool:
    schema = entity.memo.get("schema")
    members = schema.get("properties", {}) if isinstance(schema, dict) else {}
    return any("currency" in name.lower() for name in members)
