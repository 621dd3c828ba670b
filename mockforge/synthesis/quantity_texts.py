"""Quantities that are written as texts: `2.4 kg`, `1h 35m`, `24.90`, `70-110`."""

from __future__ import annotations

from functools import lru_cache

from mockforge.learning.fields.seen import MISSING
from mockforge.options import Json
from mockforge.synthesis import figures, measured
from mockforge.synthesis.entity import Entity, Field
from mockforge.synthesis.naming import tokens
from mockforge.synthesis.quantities import Reading
from mockforge.synthesis.quantities.units import parted
from mockforge.synthesis.roles import role_of

_MEASURED = frozenset(
    tokens(
        """
        weight height width depth distance duration temperature humidity speed area
        mileage latency uptime bandwidth storage memory ram wattage power voltage
        calories pressure elevation altitude runtime bitrate dosage dose filesize wind
        elapsed protein carbs fat sodium sugar time life strength length capacity
        progress
        """
    )
)
"""Last words of names whose text is a number with a unit."""
_CLOSED = frozenset(("enum", "format", "pattern", "const", "examples", "default"))
_FLAGS = frozenset(
    tokens(
        "flag interpretation abnormalflag resultflag evaluation abnormality rangeflag"
    )
)
_NORMAL = frozenset(tokens("normal n ok within_range in_range withinrange"))
_HOUR = 60
_LARGE = 1024
_BARE = frozenset(("count", "rank", "score", "stars", "age", "year", "money",
                   "shutter"))  # fmt: skip
"""Of what is written as a number alone, which is no matter of this module."""


def text(entity: Entity, field: Field) -> Json:
    """Return the text of a quantity that *field* is, or MISSING."""
    words = field.role.words
    if not _may_be(words):
        return MISSING
    if "".join(words) in _FLAGS:
        return _flag(field)
    if not _CLOSED.isdisjoint(field.schema):
        return MISSING
    if words[-1] == "range":
        return _range(entity, field)
    found = measured.reading_of(entity, field)
    if found is None or found.dropped or found.row.measure in _BARE:
        return MISSING
    return _with_unit(entity, field, found)


@lru_cache(maxsize=4096)
def _may_be(words: tuple[str, ...]) -> bool:
    if not words or "".join(words) in _FLAGS:
        return bool(words)
    if words[-1] == "range":
        return bool({"reference", "normal"} & {*words})
    if role_of("_".join(words)).name in _MOMENTS and words[-1] == "time":
        return words[0] in _LASTING
    rest = words[: -parted(words)[0][1]] if parted(words) else ()
    is_size = words[-2:] in (("file", "size"), ("screen", "size"), ("battery", "life"))
    return is_size or (words[-1] in _MEASURED and words[-1] not in ("life", "length")) \
        or bool(rest and rest[-1] in _MEASURED)  # fmt: skip


_MOMENTS = frozenset(("created", "started", "ends", "updated", "future", ""))
_LASTING = frozenset(
    tokens(
        """
        prep cook total preparation cooking response travel wait run moving flight lead
        """
    )
)


def _flag(field: Field) -> Json:
    """Return that a value is as it should be, which those that are made are."""
    for one in field.schema.get("enum", ()):
        if isinstance(one, str) and one.lower() in _NORMAL:
            return one
    return MISSING


def _range(entity: Entity, field: Field) -> Json:
    """Return between what the value beside it usually is."""
    schema = entity.memo.get("schema")
    members = schema.get("properties", {}) if isinstance(schema, dict) else {}
    for name in members:
        if not measured.is_value(name):
            continue
        path = (*field.path[:-1], name)
        other = Field(name, role_of(name), members[name], "number", path)
        found = measured.reading_of(entity, other)
        if found is not None:
            low, high = figures.ends(found)
            return f"{low:g}-{high:g}"
    return MISSING


def _with_unit(entity: Entity, field: Field, found: Reading) -> Json:
    made = figures.figure(
        entity, field._replace(kind="number", schema={"type": "number"})
    )
    if isinstance(made, bool) or not isinstance(made, int | float):
        return MISSING
    if found.is_sure or found.unit is None:
        return f"{made:g}"
    symbol, measure = found.unit.symbol, found.row.measure
    if measure == "time":
        return _lasting(made, symbol)
    if measure == "data":
        return _large(made / found.unit.factor)
    if symbol in ("%", "°", "°C", "°F"):
        return f"{made:g}{symbol}"
    return f"{made:g} {symbol}"


def _lasting(value: float, symbol: str) -> str:
    """Return how long it lasts, as people write it."""
    whole = round(value)
    if symbol == "min" and whole >= _HOUR:
        return f"{whole // _HOUR}h {whole % _HOUR}m"
    if symbol == "s":
        return f"{whole // _HOUR}:{whole % _HOUR:02d}"
    plain = {"min": "min", "h": "hours", "d": "days"}.get(symbol, symbol)
    return f"{value:g} {plain}"


def _large(size: float) -> str:
    """Return so many bytes, as people write it."""
    for symbol in ("B", "KB", "MB", "GB"):
        if size < _LARGE:
            return f"{size:.0f} B" if symbol == "B" else f"{size:.1f} {symbol}"
        size /= _LARGE
    return f"{size:.1f} TB"
