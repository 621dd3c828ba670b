"""Pay by the hour, the month or the year, as a field beside it tells."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from mockforge.options import Json
from mockforge.synthesis.entity import Entity, Field
from mockforge.synthesis.lifecycles import plain
from mockforge.synthesis.naming import tokens, words_of

_PAY = frozenset(tokens("salary wage pay compensation income remuneration rate"))
_SPANS = frozenset(tokens("period frequency per interval basis unit type timeframe"))
_EACH = {
    **dict.fromkeys(tokens("hour hourly perhour h hr ph"), 1 / 1920),
    **dict.fromkeys(tokens("day daily perday d"), 1 / 240),
    **dict.fromkeys(tokens("week weekly perweek w"), 1 / 52),
    **dict.fromkeys(tokens("biweekly fortnight fortnightly"), 1 / 26),
    **dict.fromkeys(tokens("month monthly permonth m mo"), 1 / 12),
    **dict.fromkeys(tokens("year yearly annual annually annum perannum peryear y yr"),
                    1.0),
}  # fmt: skip
"""What of the pay of a year is paid each time."""
_USUAL = ("year", "year", "year", "month", "hour")
_LEAST = 20_000
"""What is usual from which on a pay is that of a year."""


@lru_cache(maxsize=4096)
def _period(names: tuple[str, ...]) -> str:
    """Return which of *names* tells for how long pay is."""
    if not any(_PAY & {*words_of(name)} for name in names):
        return ""
    for name in names:
        words = words_of(name)
        if words and words[-1] in _SPANS - {"unit", "type"} and {*words[:-1]} <= _PAY:
            return name
        if len(words) > 1 and words[-1] in _SPANS and words[0] in _PAY:
            return name
    return ""


def by_period(entity: Entity, field: Field, value: float, usual: float) -> float:
    """Return *value*, the pay of a year, for as long as *entity* tells.

    Args:
        entity: The thing that it is a field of.
        field: The pay.
        value: What it is in a year.
        usual: The least that is usual; small amounts are for less already.
    """
    if usual < _LEAST or _PAY.isdisjoint(field.role.words):
        return value
    schema = entity.memo.get("schema")
    members = schema.get("properties", {}) if isinstance(schema, dict) else {}
    name = _period(tuple(members))
    if not name:
        return value
    part = _EACH.get(plain(_told(entity, name, members)), 1.0)
    made = value * part
    if part == 1.0:
        return value
    if made < 100:
        return round(made * 2) / 2 if field.kind != "integer" else round(made)
    return round(made, -1)


def _told(entity: Entity, name: str, members: Mapping[str, Any]) -> str:
    """Return for how long pay is; what is not told yet is settled."""
    known: Json = entity.known.get(name.lower())
    if isinstance(known, str):
        return known
    key = f"told {name}"
    if key not in entity.memo:
        inner = members[name] if isinstance(members[name], dict) else {}
        values = [inner["const"]] if "const" in inner else inner.get("enum", _USUAL)
        some = [one for one in values if isinstance(one, str) and plain(one) in _EACH]
        entity.memo[key] = entity.rng.choice(some or _USUAL)
    return str(entity.memo[key])
