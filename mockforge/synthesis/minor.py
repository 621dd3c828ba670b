"""Amounts that are counted in cents, and money that is written in small letters."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from mockforge.synthesis.entity import Entity, Field
from mockforge.synthesis.naming import tokens, words_of
from mockforge.synthesis.quantities.units import Unit, units_of
from mockforge.synthesis.roles import role_of

_SIGNS = frozenset((
    "livemode", "unit_amount", "unit_amount_decimal", "payment_intent",
    "client_secret", "amount_captured", "amount_refunded", "amount_capturable",
    "amount_received", "balance_transaction", "amount_subtotal", "amount_total",
    "amount_due", "amount_remaining", "application_fee_amount", "statement_descriptor",
))  # fmt: skip
"""Names of members that go with amounts in cents, where those are whole numbers."""
_MONEY = frozenset(tokens("""
    amount total subtotal price fee fees tax discount cost balance net gross due paid
    refund refunded tip shipping captured received capturable remaining
"""))  # fmt: skip
CENTS = next(one for one in units_of("money") if one.symbol == "cents")


def _members(entity: Entity) -> Mapping[str, Any]:
    schema = entity.memo.get("schema")
    found = schema.get("properties") if isinstance(schema, dict) else None
    return found if isinstance(found, dict) else {}


@lru_cache(maxsize=4096)
def _shape(names: tuple[str, ...]) -> tuple[str, bool]:
    """Return which of *names* is that of the money, and whether cents are meant."""
    money = next((one for one in names if role_of(one).name == "currency"), "")
    return money, not _SIGNS.isdisjoint(names) or {"object", "currency"} <= {*names}


def unit_of(entity: Entity, field: Field) -> tuple[Unit, ...]:
    """Return cents where the whole number *field* is counted in them, else nothing."""
    if field.kind != "integer" or _MONEY.isdisjoint(field.role.words):
        return ()
    return (CENTS,) if is_minor(entity, field.name) else ()


def is_minor(entity: Entity, name: str) -> bool:
    """Return whether whole amounts of *entity* are counted in cents."""
    if words_of(name)[-2:] == ("unit", "amount"):
        return True
    thing: Entity | None = entity
    while thing is not None:
        members = _members(thing)
        money, is_told = _shape(tuple(members))
        if is_told:
            return any(_is_whole(members[one]) for one in members if _is_amount(one))
        if money:
            return is_small(thing, money, members[money])
        thing = thing.parent
    return False


@lru_cache(maxsize=4096)
def _is_amount(name: str) -> bool:
    return not {"amount", "total", "subtotal"}.isdisjoint(words_of(name))


def _is_whole(schema: Any) -> bool:
    return isinstance(schema, dict) and schema.get("type") == "integer"


def is_small(entity: Entity, name: str, schema: Any) -> bool:
    """Return whether the money *name* of *entity* is written in small letters."""
    known = entity.known.get(name.lower())
    if isinstance(known, str):
        return known.islower()
    told = schema if isinstance(schema, dict) else {}
    some = [told.get("const"), told.get("example"), told.get("default"),
            *told.get("enum", ()), *told.get("examples", ())]  # fmt: skip
    texts = [one for one in some if isinstance(one, str)]
    if texts:
        return texts[0].islower()
    if str(told.get("pattern", "")).startswith("^[a-z]"):
        return True
    return "lowercase" in _plain(told.get("description"))


def _plain(told: Any) -> str:
    return (
        told.lower().replace("-", "").replace(" ", "") if isinstance(told, str) else ""
    )


def writes_small(entity: Entity, field: Field) -> bool:
    """Return whether *field*, which tells the money, is written in small letters."""
    if is_small(entity, "", field.schema):
        return True
    members = _members(entity)
    _, is_told = _shape(tuple(members))
    return is_told and any(
        _is_whole(members[one]) for one in members if _is_amount(one)
    )
