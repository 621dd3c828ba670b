"""How long lists and texts are, and objects of which only the name is known."""

from __future__ import annotations

from collections.abc import Callable

from mockforge.bodies.document import Path
from mockforge.learning.fields.seen import MISSING
from mockforge.options import Json
from mockforge.synthesis.entity import Entity, Field
from mockforge.synthesis.fillers import filler
from mockforge.synthesis.naming import singular, words_of
from mockforge.synthesis.phrases import said
from mockforge.synthesis.streets import postal, street

_USUAL = {
    **dict.fromkeys(("images", "photos", "attachments", "files", "addresses"), (1, 3)),
    **dict.fromkeys(("tags", "skills", "features", "amenities", "genres"), (2, 4)),
    **dict.fromkeys(("ingredients", "steps", "requirements"), (4, 6)),
    **dict.fromkeys(("errors", "warnings"), (0, 0)),
    **dict.fromkeys(("daily", "forecast", "forecasts", "forecastday"), (5, 7)),
    **dict.fromkeys(
        (
            "hourly",
            "points",
            "series",
            "readings",
            "samples",
            "datapoints",
            "candles",
            "measurements",
            "timeseries",
            "history",
            "intraday",
            "observations",
            "bars",
            "trackpoints",
        ),
        (6, 12),
    ),
}
_LONG = 4000


def usual(path: Path) -> tuple[int, int]:
    """Return how few and how many items a list at *path* has."""
    names = [step for step in path if isinstance(step, str)]
    return (
        (1, 4)
        if not names
        else _USUAL.get(words_of(names[-1])[-1] if words_of(names[-1]) else "", (1, 4))
    )


def fitted(made: Json, field: Field) -> Json:
    """Return a text of a length that *field* allows, at the end of a word if it can."""
    if not isinstance(made, str) or made is MISSING:
        return made
    most, least = field.schema.get("maxLength"), field.schema.get("minLength", 0)
    is_link = "@" in made or "://" in made
    if most is not None and len(made) > most and not is_link:
        cut = made[:most]
        space = cut.rfind(" ")
        short = cut[:space].rstrip(",;:. ") if space >= max(least, 1) else cut
        made = short if len(short) >= least else cut
    return made


def words(entity: Entity, field: Field) -> str:
    """Return words for a text of which nothing is known but its length."""
    least = int(field.schema.get("minLength", 0))
    most = field.schema.get("maxLength")
    if most is not None and 2 <= least <= most <= 3:
        return _code(entity, most)
    if least <= 24 and (most is None or most < 80):
        made = filler(entity, field)
        if len(made) >= least:
            return made
        least = max(least, 1)
    made = said(entity, "description") or ""
    for _ in range(_LONG):
        if len(made) >= least:
            break
        made += " " + (said(entity, "description") or "")
        if most is not None and len(made) >= most:
            break
    return made + "." * max(0, least - len(made))


def _code(entity: Entity, size: int) -> str:
    """Return a code of two or three letters: of a country, of money, or of anything."""
    country = entity.place().country
    if size == 2:
        return country.code
    schema = entity.memo.get("schema")
    names = schema.get("properties", {}) if isinstance(schema, dict) else {}
    beside = {singular(word) for name in names for word in words_of(name)}
    if beside & _MONEY:
        return country.currency
    return "".join(entity.rng.choice("ABCDEFGHKLMNPRSTVWX") for _ in range(size))


_MONEY = frozenset(("rate", "amount", "price", "quote", "currency", "balance", "bid",
                    "ask", "cost", "total"))  # fmt: skip


def loose(entity: Entity, path: Path) -> dict[str, Json] | None:
    """Return what an object holds of which only the name at *path* is known."""
    names = [step for step in path if isinstance(step, str)]
    words_ = words_of(names[-1]) if names else ()
    last = words_[-1] if words_ else ""
    for roots, make in _LOOSE.items():
        if last in roots:
            return make(entity)
    return None


def _specs(entity: Entity) -> dict[str, Json] | None:
    if entity.nature != "goods":
        return None
    told = entity.article().specs
    return {name: entity.rng.choice(some) for name, some in told.items()}


def _address(entity: Entity) -> dict[str, Json]:
    place = entity.place()
    return {
        "street": street(entity),
        "city": place.city,
        "region": place.region,
        "postal_code": postal(entity),
        "country": place.country.name,
    }


def _sizes(entity: Entity) -> dict[str, Json]:
    sides = {name: entity.rng.randint(8, 60) for name in ("length", "width", "height")}
    return {**sides, "unit": "cm"}


_LOOSE: dict[tuple[str, ...], Callable[[Entity], dict[str, Json] | None]] = {
    ("specifications", "specs", "specification", "attributes", "details"): _specs,
    ("address", "location"): _address,
    ("coordinates", "geo", "position"): lambda entity: {
        "lat": entity.place().lat,
        "lng": entity.place().lng,
    },
    ("dimensions", "size"): _sizes,
    ("preferences", "settings"): lambda entity: {
        "language": "en",
        "newsletter": entity.rng.random() < 0.6,
        "theme": entity.rng.choice(("light", "dark", "system")),
    },
    ("metadata", "meta"): lambda entity: {
        "source": entity.rng.choice(("web", "mobile", "api")),
        "version": entity.rng.randint(1, 4),
    },
}
