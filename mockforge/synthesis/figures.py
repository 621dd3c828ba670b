"""Numbers and truth values, as large and as likely as their names let one expect."""

from __future__ import annotations

from random import Random  # noqa: TID251 - the type alone

from mockforge.learning.fields import plain
from mockforge.learning.fields.schema import Schema
from mockforge.learning.fields.seen import MISSING
from mockforge.options import Json
from mockforge.synthesis import scenes
from mockforge.synthesis.entity import Entity, Field
from mockforge.synthesis.naming import singular

_ROWS = """
price cost fare|9|240|2|1.8
amount total subtotal sum|15|480|2|1.6
tax vat|1|60|2|1.5
fee charge commission surcharge tip gratuity|1|25|2|1.5
shipping freight postage|3|25|2|1.2
discount savings|1|30|2|1.5
balance|120|18000|2|2
salary income wage compensation|38000|165000|0|1.4
revenue turnover sales|80000|9500000|0|2.2
budget|5000|450000|0|1.6
value worth spend spent ltv mrr arr lifetime|300|48000|2|2
limit|1000|15000|0|1.5
deposit rent premium|120|2400|2|1.3
quantity qty units|1|6|0|1.8
stock inventory available availability|0|320|0|1.4
count number num|1|40|0|1.6
views impressions plays visits sessions hits|120|48000|0|2.5
like likes favorites favourites upvotes hearts reactions|3|2400|0|2.5
share shares retweets reposts|0|320|0|2.5
comment comments replies|0|140|0|2.2
follower followers subscribers|24|18000|0|2.8
following friends connections|12|900|0|2
download downloads installs|200|90000|0|2.5
review reviews ratings|4|1800|0|2.2
order orders purchases|1|48|0|1.8
user users members seats|3|240|0|1.8
page pages|48|420|0|1.2
point points|50|4800|0|1.8
rating stars|3.1|5|1|0.6
score grade|52|98|0|0.8
percentage percent pct progress completion utilization usage load|4|98|0|1
rate ratio share probability|0.02|0.95|2|1
interest apr apy|1.2|8.9|2|1
confidence accuracy similarity|0.71|0.99|2|0.8
temperature temp celsius|17.5|26.5|1|1
fahrenheit|61|82|1|1
humidity|34|68|1|1
pressure|990|1034|1|1
co2 ppm|420|1150|0|1.3
battery|18|100|0|0.7
voltage|3.1|4.2|2|1
current|0.2|8.5|2|1.3
power watts wattage|12|2200|0|1.8
energy kwh consumption|0.4|42|2|1.5
speed velocity|18|115|1|1
vibration|0.1|4.8|2|1.5
noise decibels|34|78|1|1
signal rssi|-92|-48|0|1
lux brightness|120|820|0|1.2
weight mass|0.2|12.5|2|1.6
height|152|196|0|1
width depth|8|120|1|1.3
length|10|180|1|1.3
size bytes|12000|4800000|0|2
area sqft surface|420|2400|0|1.5
sqm|34|180|0|1.4
volume|40000|4800000|0|1.8
capacity|10|240|0|1.3
distance km miles mileage odometer|2|420|1|1.8
duration minutes|12|180|0|1.4
ms millis milliseconds latency|18|900|0|2
seconds secs|20|3600|0|1.8
hours|1|48|0|1.5
days|1|30|0|1.3
weeks|1|12|0|1.2
months|1|24|0|1.2
years experience|1|18|0|1.3
calories kcal|120|780|0|1.2
protein carbs fat fiber sugar|2|48|0|1.3
servings portions guests adults persons people|1|6|0|1.1
children kids infants|0|3|0|1.6
bedroom bedrooms beds rooms|1|5|0|1.3
bathroom bathrooms baths|1|3|0|1.4
floor floors level|1|12|0|1.5
room|101|640|0|1
heart bpm pulse|58|96|0|1
systolic|108|138|0|1
diastolic|68|88|0|1
bmi|19.5|31.5|1|1
oxygen spo2|95|100|0|0.8
dosage dose|5|500|0|1.5
gpa|2.4|4|2|0.7
credits|2|6|0|1
enrolled students|14|180|0|1.5
attempt attempts retry retries|0|3|0|1.8
version revision|1|9|0|1.5
rank position order priority sequence index|1|20|0|1
open high low close bid ask last|84|420|2|1.2
change delta|-6.5|6.5|2|1
cpu memory disk|6|88|1|1
requests throughput|40|4200|0|1.8
errors failures incidents|0|24|0|2.2
employees headcount staff|8|1800|0|2.2
gross|2400|7800|2|1.4
net|1700|5600|2|1.4
ph|5.5|8.2|1|1
tonnes|1|60|1|1.5
season|1|8|0|1.5
episode|1|60|0|1.2
chargers|1|24|0|1.5
hourly|2|90|2|2
port|3000|9000|0|1
discount_percent|5|40|0|1.2
"""
MEASURES: dict[str, tuple[float, float, int, float]] = {}
for _row in _ROWS.strip().splitlines():
    _names, _low, _high, _decimals, _skew = _row.split("|")
    for _name in _names.split():
        MEASURES.setdefault(
            _name, (float(_low), float(_high), int(_decimals), float(_skew))
        )

_BY_KIND = {
    ("order", "total"): (18, 620, 2, 1.7),
    ("invoice", "total"): (180, 9400, 2, 1.8),
    ("invoice", "amount"): (180, 9400, 2, 1.8),
    ("loan", "amount"): (4000, 320_000, 0, 1.8),
    ("deal", "value"): (4000, 180_000, 0, 1.8),
    ("deal", "amount"): (4000, 180_000, 0, 1.8),
    ("property", "price"): (185_000, 1_250_000, 0, 1.6),
    ("vehicle", "price"): (8_500, 62_000, 0, 1.5),
    ("hotel", "price"): (64, 380, 0, 1.5),
    ("room", "price"): (64, 380, 0, 1.5),
    ("flight", "price"): (48, 980, 2, 1.8),
    ("course", "price"): (19, 480, 0, 1.5),
    ("dish", "price"): (4.5, 28, 2, 1.1),
    ("book", "price"): (8, 36, 2, 1.2),
    ("stock", "price"): (24, 480, 2, 1.4),
    ("trade", "price"): (24, 480, 2, 1.4),
    ("trade", "quantity"): (5, 500, 0, 2),
    ("plan", "price"): (9, 199, 0, 1.5),
    ("subscription", "price"): (9, 199, 0, 1.5),
    ("recipe", "minute"): (5, 55, 0, 1.2),
    ("recipe", "minutes"): (5, 55, 0, 1.2),
    ("stock", "volume"): (40_000, 4_800_000, 0, 1.8),
    ("movie", "duration"): (84, 162, 0, 1),
    ("song", "duration"): (140, 320, 0, 1),
    ("movie", "rating"): (5.8, 9.1, 1, 1),
    ("course", "duration"): (2, 40, 0, 1.2),
    ("company", "revenue"): (400_000, 48_000_000, 0, 2.2),
}
_GOODS = frozenset(("price", "cost", "unit price", "list price", "regular price"))


def figure(entity: Entity, field: Field) -> Json:
    """Return a number for *field*, or MISSING where the name tells nothing."""
    words = field.role.words
    low, high = entity.shared.statements.range_of(field.name)
    if low is None and high is None:
        if entity.nature == "goods" and words[-1:] in (("price",), ("amount",)):
            return _fitting(entity.article().price, field)
        spot = _spot(entity, field)
        if spot is None:
            return MISSING
        return bounded(field.schema, field.kind, entity.rng, spot)
    known = _spot(entity, field) or (0.0, 1000.0, 2, 1.0)
    low = min(known[0], high or 0) if low is None else low
    high = max(known[1], 2 * low) if high is None else high
    decimals = known[2] if high - low > 5 or field.kind == "integer" else 2
    spot = (low, high, decimals, 1.0)
    return bounded(field.schema, field.kind, entity.rng, spot)


def _fitting(value: float, field: Field) -> Json:
    return round(value) if field.kind == "integer" else value


_MONEYS = frozenset(("cost", "amount", "price", "fee", "total", "value"))
_CHARGES = frozenset(("shipping", "freight", "tax", "discount", "fee", "tip"))


def _spot(entity: Entity, field: Field) -> tuple[float, float, int, float] | None:
    words = field.role.words
    usual = scenes.amounts(entity) if words[-1:] == ("amount",) else None
    if usual is not None:
        return usual
    if {"hourly", "hour"} & {*words[:1]} and words[-1] in ("rate", "wage", "price"):
        return MEASURES["hourly"]
    around = field.path[-2] if len(field.path) > 1 else ""
    if words[-1:] and words[-1] in _MONEYS and around in _CHARGES:
        # The cost within `shipping` is one of shipping.
        return MEASURES[str(around)]
    for word in reversed(words):
        for one in (word, singular(word)):
            found = _BY_KIND.get((entity.kind, one)) or MEASURES.get(one)
            if found is not None:
                return found
    return None


def bounded(
    schema: Schema, kind: str, rng: Random, spot: tuple[float, float, int, float]
) -> Json:
    """Return a number of *kind* as *spot* tells, within the bounds of *schema*."""
    low, high, decimals, skew = spot
    least = max(_told(schema, "minimum"), _told(schema, "exclusiveMinimum"))
    most = min(_told(schema, "maximum", 1), _told(schema, "exclusiveMaximum", 1))
    if most < low or least > high:
        return MISSING
    if most <= 1 < high and kind == "number":
        low, high, decimals = 0.0, most, 3
    low, high = max(low, least), min(high, most)
    share = rng.random() ** skew
    made = low + (high - low) * share
    if kind == "integer" or decimals == 0:
        made = round(made)
        return made if kind == "integer" or "multipleOf" in schema else float(made)
    return round(made, decimals)


def _told(schema: Schema, name: str, sign: int = -1) -> float:
    found = schema.get(name)
    return found if isinstance(found, int | float) else sign * float("inf")


def any_number(entity: Entity, field: Field) -> Json:
    """Return a number for a field of whose name nothing is known."""
    if {"minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum",
            "multipleOf"} & field.schema.keys():  # fmt: skip
        return plain.number(field.schema, field.kind, entity.rng)
    spot = (1, 100, 0, 1.4) if field.kind == "integer" else (1, 500, 2, 1.6)
    return bounded(field.schema, field.kind, entity.rng, spot)


_LIKELY = {
    **dict.fromkeys(("active", "enabled", "available", "visible", "public"), 0.88),
    **dict.fromkeys(("verified", "valid", "success", "paid", "confirmed"), 0.82),
    **dict.fromkeys(("stock", "online", "open", "published", "subscribed"), 0.85),
    **dict.fromkeys(("deleted", "archived", "blocked", "banned", "suspended"), 0.04),
    **dict.fromkeys(("admin", "staff", "superuser", "fraud", "flagged", "spam"), 0.06),
    **dict.fromkeys(("featured", "premium", "vip", "urgent", "sale", "expired"), 0.2),
    **dict.fromkeys(("gift", "remote", "discounted", "pinned", "muted"), 0.15),
    **dict.fromkeys(("default", "primary", "current"), 0.4),
}


def truth(entity: Entity, field: Field) -> bool:
    """Return whether it is so, as likely as the name lets one expect."""
    share = next((_LIKELY[word] for word in reversed(field.role.words)
                  if word in _LIKELY), 0.6)  # fmt: skip
    return entity.rng.random() < share
