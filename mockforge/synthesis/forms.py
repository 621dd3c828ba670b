"""Values of a request in the form that a field has."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import NamedTuple

from mockforge.learning.fields.checking import type_of
from mockforge.learning.fields.seen import MISSING
from mockforge.options import Json
from mockforge.synthesis.atlas import (
    country_of,
    currencies,
    is_airport,
    letters_of,
    town_of,
)
from mockforge.synthesis.dated import ROLES as TIMES
from mockforge.synthesis.facts import Fact
from mockforge.synthesis.moments import written
from mockforge.synthesis.naming import words_of
from mockforge.synthesis.places import Country, Place
from mockforge.synthesis.roles import role_of
from mockforge.synthesis.spots import Spot
from mockforge.synthesis.windows import interval, month_of

_TRUE = frozenset(("true", "1", "yes", "on", "y"))
_FALSE = frozenset(("false", "0", "no", "off", "n"))
_TOWNS = frozenset(("city", "place"))
_LETTERS = 3


class Whereabouts(NamedTuple):
    """What a place that is named is."""

    text: str
    """As it was named."""
    place: Place | None
    country: Country | None
    airport: str


def whereabouts(text: str, role: str) -> Whereabouts:
    """Return what *text* is where a field of *role* is meant."""
    if role in ("country", "country code"):
        return Whereabouts(text, None, country_of(text), "")
    town = town_of(text)
    if town is None:
        code = text.upper() if len(text) == _LETTERS and text.isalpha() else ""
        return Whereabouts(text, None, None, code)
    code = text.upper() if is_airport(text) else town.airport
    return Whereabouts(text, town.place, town.place.country, code)


def as_named(fact: Fact) -> Fact:
    """Return *fact* with cities as they are written: `new-york` is New York."""
    if fact.owner == ("country",) and fact.words[-1:] in (("code",), ("iso",)):
        return fact._replace(values=tuple(str(one).upper() for one in fact.values))
    if role_of(fact.name).name != "city" and fact.owner != ("city",):
        return fact
    return fact._replace(values=tuple(
        value if not isinstance(value, str) or value.isupper() else _city(value)
        for value in fact.values
    ))  # fmt: skip


def _city(text: str) -> str:
    town = town_of(text)
    if town is not None and "," not in text:
        return town.place.city
    return text.replace("-", " ").title() if text.islower() else text


def shown(value: Json, spot: Spot) -> Json:
    """Return *value* as the field *spot* has it; MISSING if it cannot have it."""
    schema = spot.schema
    if "const" in schema:
        return schema["const"] if _same(schema["const"], value) else MISSING
    if "enum" in schema:
        return next((one for one in schema["enum"] if _same(one, value)),
                    _renamed(schema["enum"], value, spot))  # fmt: skip
    kind = type_of(value)
    if kind in spot.types or (kind == "integer" and "number" in spot.types):
        made = value
    else:
        made = _read(value, spot)
    if not isinstance(made, str):
        return made
    return _worded(made, spot)


def _same(one: Json, value: Json) -> bool:
    return _bare(one) == _bare(value) and one is not None


def _bare(value: Json) -> str:
    return " ".join(words_of(str(value))) or str(value).lower()


def _renamed(values: list[Json], value: Json, spot: Spot) -> Json:
    """Return the one of *values* that says the same in another form."""
    if spot.role.name in ("country", "country code"):
        country = country_of(str(value))
        if country is not None:
            names = (country.code, country.name, letters_of(country))
            return next((one for one in values if one in names), MISSING)
    if spot.role.name == "month":
        month = month_of(str(value))
        return next((one for one in values if month and month_of(str(one)) == month),
                    MISSING)  # fmt: skip
    return MISSING


def _read(value: Json, spot: Spot) -> Json:
    """Return *value*, mostly a text of an address, as a type that *spot* has."""
    text = str(value).strip()
    if "boolean" in spot.types and text.lower() in _TRUE | _FALSE:
        return text.lower() in _TRUE
    if spot.takes_numbers and not isinstance(value, bool):
        if spot.role.name == "month" and not text.isdigit():
            return month_of(text) or MISSING
        for kind, read in (("integer", int), ("number", float)):
            if kind in spot.types:
                try:
                    return read(text)
                except (ValueError, OverflowError):
                    continue
    if "string" in spot.types and not isinstance(value, bool | list | dict):
        return "" if value is None else text
    return MISSING


def _worded(text: str, spot: Spot) -> Json:
    """Return *text* as it is written in such a field."""
    role = spot.role.name
    told = spot.schema.get("format")
    if told in ("date", "date-time", "time") or (role in TIMES and role != "birth"):
        return _moment(text, str(told))
    if role in ("country", "country code"):
        return _country(text, spot)
    if role == "currency":
        return text.upper() if text.upper() in currencies() else text
    if role == "airport" or spot.words[-1:] == ("iata",):
        found = whereabouts(text, role)
        return found.airport or text
    if role in _TOWNS:
        return text if text.isupper() and role == "place" else _city(text)
    return text


def _moment(text: str, form: str) -> Json:
    found = interval(text, 0.0)
    if found is None:
        return text
    if form == "date-time" and found[1] > found[0]:
        return written(found[0], "date-time")
    if form == "date":
        return datetime.fromtimestamp(found[0], UTC).strftime("%Y-%m-%d")
    return text


def _country(text: str, spot: Spot) -> Json:
    """Return the code or the name of a country, whichever its field has."""
    country = country_of(text)
    if country is None:
        return text
    long = letters_of(country)
    most, least = spot.schema.get("maxLength"), spot.schema.get("minLength", 0)
    told = [str(one) for one in spot.schema.get("examples", ())]
    told += [str(spot.schema["default"])] if "default" in spot.schema else []
    size = len(told[0]) if told else 0
    if most == len(long) or size == len(long):
        return long
    if spot.role.name == "country code" or most == len(country.code) or \
            size == len(country.code):  # fmt: skip
        return long if least == len(long) else country.code
    if size:
        return country.name
    return text.upper() if text.lower() in (country.code.lower(), long.lower()) \
        else country.name  # fmt: skip


def directed(found: Whereabouts, spot: Spot) -> Json:
    """Return what *found* is in a field of where something begins or ends."""
    role, last = spot.role.name, spot.words[-1:]
    if "enum" in spot.schema:
        return next((made for one in (found.text, found.airport,
                                      found.place.city if found.place else None)
                     if one and (made := shown(one, spot)) is not MISSING),
                    MISSING)  # fmt: skip
    if not spot.takes_text:
        return _coordinate(found, last)
    if role in TIMES and last not in (("origin",), ("destination",)):
        return MISSING
    if role == "airport" and last != ("airport",):
        return found.airport or found.text
    if last in (("iata",), ("code",), ("airport",)) or _is_code(spot):
        return found.airport or found.text
    parts: Mapping[str, str] = {} if found.place is None or found.country is None else {
        "city": found.place.city,
        "country": found.country.name,
        "country code": found.country.code,
        "timezone": found.place.timezone,
        "name": f"{found.place.city} Airport" if "airport" in spot.words
        else found.place.city,
    }  # fmt: skip
    if role in ("country", "country code", "timezone", "name", "city"):
        return parts.get(role, found.text if role in ("name", "city") else MISSING)
    return found.text.upper() if found.text.upper() == found.airport else found.text


def _is_code(spot: Spot) -> bool:
    """Return whether *spot* has codes of three letters and not names."""
    told = [str(one) for one in spot.schema.get("examples", ())]
    is_short = spot.schema.get("maxLength", 99) <= _LETTERS + 1
    return is_short or (bool(told) and len(told[0]) == _LETTERS and told[0].isupper())


def _coordinate(found: Whereabouts, last: tuple[str, ...]) -> Json:
    if found.place is None:
        return MISSING
    if last == ("lat",):
        return found.place.lat
    return found.place.lng if last == ("lng",) else MISSING
