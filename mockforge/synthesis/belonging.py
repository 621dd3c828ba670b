"""Where a value that is given is of: a city, an IBAN, a VAT number, a phone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from mockforge.bodies.document import Path, general
from mockforge.options import Json
from mockforge.synthesis import atlas
from mockforge.synthesis.kinds import PARTS
from mockforge.synthesis.naming import singular, words_of
from mockforge.synthesis.nations import ACCOUNTS
from mockforge.synthesis.places import Country, Place
from mockforge.synthesis.roles import role_of

_IBAN = re.compile(r"([A-Z]{2})\d{2}[A-Z0-9]{11,30}")
_VAT = re.compile(r"([A-Z]{2})[A-Z0-9]{7,12}")
_BIC = re.compile(r"[A-Z]{4}([A-Z]{2})[A-Z0-9]{2}(?:[A-Z0-9]{3})?")
_LOCALE = re.compile(r"[a-z]{2,3}(?:[-_][A-Z][a-z]{3})?[-_]([A-Z]{2})")
_HOST = re.compile(r"(?:.*@|https?://)?[\w.-]+\.([a-z]{2})(?:[/:].*)?")
_NUMBERED = frozenset(("phone", "tax id", "iban", "locale", "country", "country code"))
_GENERAL = frozenset(("io", "co", "me", "tv", "ai", "cc", "ly", "to", "gg", "fm", "so"))
"""Endings of hosts that are of no country for most."""
_LONGEST = 4
"""Digits of what is dialled before a country's numbers."""
_RANKS = ("city", "zip", "region", "region code", "country", "country code", "iban",
          "tax id", "bic", "phone", "timezone", "locale", "currency",
          "host")  # fmt: skip
"""What tells of a place, the surest first."""


@lru_cache(maxsize=1)
def _dials() -> dict[str, Country]:
    found: dict[str, Country] = {}
    for country in atlas.countries().values():
        found.setdefault(country.dial.removeprefix("+"), country)
    return found


def country_told(name: str, value: Json) -> Country | None:
    """Return the country that *value* of a field called *name* is of, if it tells."""
    if not isinstance(value, str) or len(value) < len("DE"):
        return None
    return _country(name, value)


@lru_cache(maxsize=1024)
def _country(name: str, value: str) -> Country | None:
    role = sort_of_value(name, value)
    plain = re.sub(r"[\s.-]", "", value)
    if role in ("country", "country code"):
        return atlas.country_of(value)
    if role == "phone":
        return _by_phone(value)
    shape = {"iban": _IBAN, "tax id": _VAT, "bic": _BIC, "locale": _LOCALE,
             "host": _HOST}.get(role)  # fmt: skip
    found = shape.fullmatch(value if role in ("locale", "host") else plain) \
        if shape is not None else None  # fmt: skip
    if found is None or found[1] in _GENERAL:
        return None
    code = {"EL": "GR", "UK": "GB"}.get(found[1].upper(), found[1].upper())
    return atlas.countries().get(code)


def _by_phone(value: str) -> Country | None:
    digits = re.sub(r"\D", "", value)
    if value.lstrip("(").startswith("00"):
        digits = digits[2:]
    elif not value.lstrip("( ").startswith("+"):
        return None
    dials = _dials()
    return next((dials[digits[:size]] for size in range(_LONGEST, 0, -1)
                 if digits[:size] in dials), None)  # fmt: skip


@lru_cache(maxsize=2048)
def sort_of_value(name: str, value: str = "") -> str:
    """Return what a value of a field called *name* tells of a place by."""
    if is_iban(value):
        return "iban"
    role = role_of(name).name
    words = {*words_of(name)}
    if words & {"bic", "swift"}:
        return "bic"
    if words & {"vat", "vatin", "ustid"} and "rate" not in words:
        return "tax id"
    if role in ("email", "url", "domain"):
        return "host"
    return role if role in _RANKS else ""


def is_iban(text: str) -> bool:
    """Return whether *text* is the number of an account, with its digits right."""
    plain = text.replace(" ", "")
    if _IBAN.fullmatch(plain) is None:
        return False
    moved = plain[4:] + plain[:4]
    return int("".join(str(int(mark, 36)) for mark in moved)) % 97 == 1


def with_accounts(names: Iterable[str], places: tuple[Place, ...]
                  ) -> tuple[Place, ...]:  # fmt: skip
    """Return those of *places* that have what fields called *names* hold: IBANs."""
    if not any(role_of(name).name == "iban" for name in names):
        return places
    return tuple(one for one in places if one.country.code in ACCOUNTS) or places


def told_within(given: Mapping[Path, Json], path: Path) -> dict[tuple[str, ...], Json]:
    """Return what is given of the thing at *path*, and of the parts of it."""
    size, found = len(path), {}
    ways = (path, general(path))
    for place, value in given.items():
        if place[:size] not in ways or not isinstance(value, str):
            continue
        inner = tuple(str(step) for step in place[size:])
        is_part = len(inner) == 2 and (
            inner[0].lower() in PARTS or singular(words_of(inner[0])[-1]) in PARTS
            if words_of(inner[0])
            else False
        )
        if len(inner) == 1 or is_part:
            found[inner] = value
    return found


def places_told(
    told: Mapping[tuple[str, ...], Json], places: Sequence[Place]
) -> tuple[Place, ...]:
    """Return where the thing is of which *told* is given; nothing if that is not told.

    Args:
        told: Values by the names of their fields, from the thing on.
        places: Where it would be; only if what is told allows that.
    """
    ranked = []
    for names, value in told.items():
        sort = sort_of_value(names[-1], str(value))
        if sort and not role_of(names[-1]).whose.startswith(("birth", "origin")):
            ranked.append((_RANKS.index(sort), len(names), names[-1], str(value)))
    found: tuple[Place, ...] = ()
    for rank, _, name, value in sorted(ranked):
        some = _places_of(_RANKS[rank], name, value)
        both = tuple(one for one in (found or places) if one in some)
        # What is given counts for more than where all is said to be.
        found = both or found or some
    return found


@lru_cache(maxsize=1024)
def _places_of(sort: str, name: str, value: str) -> tuple[Place, ...]:
    if sort == "city":
        town = atlas.town_of(value)
        return (town.place,) if town is not None else ()
    if sort in ("region", "region code", "timezone", "currency"):
        wanted = value.lower()
        return tuple(place for place in atlas.places()
                     if _said(sort, place).lower() == wanted)  # fmt: skip
    country = country_told(name, value)
    return atlas.places_in(country) if country is not None else ()


def _said(sort: str, place: Place) -> str:
    return {"region": place.region, "region code": place.region_code,
            "timezone": place.timezone,
            "currency": place.country.currency}[sort]  # fmt: skip
