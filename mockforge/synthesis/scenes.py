"""What a booking on an account is: who, what for, which way, and how it reads."""

from __future__ import annotations

from typing import NamedTuple

from mockforge.options import Json
from mockforge.synthesis.entity import Entity
from mockforge.synthesis.lexicons.lexicon import bars
from mockforge.synthesis.phrases import filled


class Scene(NamedTuple):
    """One booking."""

    merchant: str
    category: str
    type: str
    description: str


_ROWS = """
groceries|debit|Corner Market;Greenleaf Foods;Harvest Lane|Card payment at {who}
dining|debit|Blue Bottle Coffee;Sunrise Bakery;Trattoria Lina|Card payment at {who}
transport|debit|City Transit;Metro Cabs;Northern Rail|Card payment at {who}
entertainment|debit|Parkside Cinema;Harbor Books;Metro Cinema|Card payment at {who}
shopping|debit|Nordic Outfitters;Oak & Thread;Brightloop Store|Card payment at {who}
healthcare|debit|Greenleaf Pharmacy;City Dental|Card payment at {who}
utilities|debit|Nordic Energy;City Water;Metro Gas|Direct debit {who}
subscriptions|debit|Streamline Music;Cloudbox;Morning Post|Subscription {who}
travel|debit|Skyway Airlines;Hotel Aurora|Card payment at {who}
rent|debit|Maple Property Management;Oakridge Homes|Standing order, rent {month}
salary|credit|Bluepeak Systems;Northwind Logistics|Salary {month}, {who}
shopping|refund|Nordic Outfitters;Oak & Thread|Refund from {who}
fees|fee|Account Services|Account fee {month}
"""
_SCENES = tuple(
    (category, kind, tuple(who.split(";")), text)
    for category, kind, who, text in (bars(row) for row in _ROWS.strip().splitlines())
)
_KINDS = frozenset(("transaction",))
_ROLES = {"company": "merchant", "category": "category", "type": "type",
          "description": "description"}  # fmt: skip


def told(entity: Entity, role: str, words: tuple[str, ...]) -> str | None:
    """Return what the scene of *entity* says for *role*, if it is of one.

    Args:
        entity: The thing; only of bookings there is a scene.
        role: Of the field.
        words: Of its name.
    """
    part = _ROLES.get(role)
    if "merchant" in words and role in ("name", "company", "full"):
        part = "merchant"
    owner = entity
    if entity.kind == "merchant" and entity.parent is not None and role == "name":
        owner, part = entity.parent, "merchant"
    if entity.kind == "stock" and role in ("symbol", "name", "company"):
        return _security(entity, role)
    is_other = owner is entity and words[:1] in (("bank",), ("name",))
    if part is None or owner.kind not in _KINDS or is_other:
        return None
    return str(getattr(_scene(owner), part))


def _scene(entity: Entity) -> Scene:
    found = entity.memo.get("scene")
    if not isinstance(found, Scene):
        category, kind, several, text = entity.shared.dealt("scene", _fitting(entity))
        who = entity.rng.choice(several)
        told_ = filled(entity, text.replace("{who}", who))
        found = entity.memo["scene"] = Scene(who, category, kind, told_)
    return found


def _fitting(entity: Entity) -> tuple[tuple[str, str, tuple[str, ...], str], ...]:
    """Return the scenes of what is known of *entity* already."""
    known = {str(entity.known.get(name, "")).lower() for name in _KNOWN}
    some = tuple(one for one in _SCENES if known & {one[0], one[1]}) or _SCENES
    for at, role in enumerate(("category", "type")):
        values = entity.memo.get(f"enum {role}", ())
        allowed = {str(one).lower() for one in values} if isinstance(values, tuple) \
            else set()  # fmt: skip
        some = tuple(one for one in some if one[at] in allowed) or some
    return some


def amounts(entity: Entity) -> tuple[float, float, int, float] | None:
    """Return what is usual for the booking that *entity* is, if that is told."""
    if entity.kind not in _KINDS:
        return None
    return _AMOUNTS.get(_scene(entity).category)


_AMOUNTS = {
    "salary": (1800.0, 5400.0, 2, 1.3),
    "rent": (650.0, 2200.0, 0, 1.3),
    "groceries": (6.0, 140.0, 2, 1.4),
    "dining": (4.0, 90.0, 2, 1.5),
    "transport": (2.0, 80.0, 2, 1.6),
    "entertainment": (8.0, 90.0, 2, 1.4),
    "subscriptions": (4.0, 30.0, 2, 1.2),
    "utilities": (25.0, 180.0, 2, 1.3),
    "fees": (1.0, 15.0, 2, 1.2),
}


def _security(entity: Entity, role: str) -> str | None:
    """Return the symbol or the name of what is traded, which belong together."""
    told = next((str(entity.known[one]) for one in _SYMBOLS if one in entity.known), "")
    symbol = entity.memo.get("security", told)
    if not symbol and role != "symbol" and "name" in entity.known:
        return None
    if not symbol:
        symbol = entity.memo["security"] = entity.shared.dealt("symbol", _LISTED)
    return str(symbol) if role == "symbol" else _SECURITIES.get(str(symbol))


_SECURITIES = {
    "AAPL": "Apple Inc.",
    "GOOGL": "Alphabet Inc.",
    "MSFT": "Microsoft Corporation",
    "AMZN": "Amazon.com, Inc.",
    "NVDA": "NVIDIA Corporation",
    "TSLA": "Tesla, Inc.",
    "META": "Meta Platforms, Inc.",
    "JPM": "JPMorgan Chase & Co.",
    "V": "Visa Inc.",
    "NFLX": "Netflix, Inc.",
    "KO": "The Coca-Cola Company",
    "DIS": "The Walt Disney Company",
}
_LISTED = tuple(_SECURITIES)


_KNOWN = ("category", "type", "transaction_type", "transactiontype", "direction")


def quoted(entity: Entity, made: dict[str, Json]) -> float | None:
    """Return the price that what is traded under its symbol in *made* has now."""
    name = next((one for one in _SYMBOLS if isinstance(made.get(one), str)), None)
    if name is None:
        return None
    key = ("quote", str(made[name]))
    known = entity.shared.prices.get(key)
    if known is None:
        return None
    return known * (1 + (entity.rng.random() - 0.5) / 100)


def remember(entity: Entity, made: dict[str, Json], price: float) -> None:
    """Remember *price* as that of the symbol in *made*."""
    for name in _SYMBOLS:
        if isinstance(made.get(name), str):
            entity.shared.prices.setdefault(("quote", str(made[name])), price)


_SYMBOLS = ("symbol", "ticker", "ticker_symbol", "tickerSymbol", "stock_symbol",
            "stockSymbol", "pair", "instrument")  # fmt: skip
