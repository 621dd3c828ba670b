"""Countries, moneys and languages in the letters that a schema asks for.

A country is `Germany`, `DE`, `DEU` or `276`; which is told by the length, the pattern
or the description of its field. The same holds for moneys and languages.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from mockforge.learning.fields.checking import matches
from mockforge.learning.fields.seen import MISSING
from mockforge.options import Json
from mockforge.synthesis.entity import Entity, Field
from mockforge.synthesis.issuing import NUMBERS, THREE
from mockforge.synthesis.minor import writes_small
from mockforge.synthesis.persons import VOICES

_TOLD = frozenset(("pattern", "minLength", "maxLength", "description", "example",
                   "examples"))  # fmt: skip
ROLES = frozenset(("country", "country code", "nationality", "currency", "locale",
                   "language"))  # fmt: skip
_MONEYS = {
    "USD": ("US Dollar", "840"), "EUR": ("Euro", "978"),
    "CAD": ("Canadian Dollar", "124"), "GBP": ("Pound Sterling", "826"),
    "SEK": ("Swedish Krona", "752"), "DKK": ("Danish Krone", "208"),
    "NOK": ("Norwegian Krone", "578"),
    "PLN": ("Polish Zloty", "985"), "CHF": ("Swiss Franc", "756"),
    "JPY": ("Japanese Yen", "392"), "AUD": ("Australian Dollar", "036"),
    "NZD": ("New Zealand Dollar", "554"), "BRL": ("Brazilian Real", "986"),
    "MXN": ("Mexican Peso", "484"), "INR": ("Indian Rupee", "356"),
    "SGD": ("Singapore Dollar", "702"), "KRW": ("South Korean Won", "410"),
    "ZAR": ("South African Rand", "710"), "KES": ("Kenyan Shilling", "404"),
}  # fmt: skip
_TONGUES = {"en": "eng", "de": "deu", "fr": "fra", "es": "spa", "it": "ita",
            "nl": "nld", "pt": "por", "sv": "swe", "da": "dan", "nb": "nob",
            "pl": "pol", "ja": "jpn", "ko": "kor"}  # fmt: skip
_HINTS = (
    ("numeric", "number"), ("alpha-3", "three"), ("alpha3", "three"),
    ("alpha 3", "three"), ("639-2", "three"), ("639-3", "three"), ("alpha-2", "two"),
    ("alpha2", "two"), ("alpha 2", "two"), ("639-1", "two"), ("3166-1", "two"),
    ("iso 3166", "two"), ("two-letter", "two"), ("2-letter", "two"),
    ("two letter", "two"), ("bcp 47", "tag"), ("bcp47", "tag"), ("bcp-47", "tag"),
    ("4217", "three"), ("three-letter", "three"), ("3-letter", "three"),
    ("three letter", "three"), ("full name", "name"), ("locale", "tag"),
)  # fmt: skip
"""The first that is in a description tells."""


def lettered(entity: Entity, field: Field) -> Json:
    """Return what *field* tells in the letters asked for, or MISSING if none are."""
    role, schema = field.role.name, field.schema
    is_small = role == "currency" and writes_small(entity, field)
    if not is_small and _TOLD.isdisjoint(schema):
        return _placed(entity, field)
    hint, small = _hint(str(schema.get("description", ""))[:200])
    forms = _FORMS[role](entity, field)
    least, most = schema.get("minLength", 0), schema.get("maxLength", 99)
    pattern = schema.get("pattern")
    if not hint and not is_small and pattern is None and (least, most) == (0, 99):
        return _placed(entity, field)
    names = [hint] if hint in forms else []
    for name in (*names, *forms):
        text = forms[name]
        spellings = (text.lower(), text) if small or is_small else (text, text.lower())
        for one in (*spellings, text.upper(), text.replace("-", "_")):
            fits = least <= len(one) <= most
            if fits and (pattern is None or matches(str(pattern), one)):
                return one
    return MISSING


def _placed(entity: Entity, field: Field) -> Json:
    """Return the code of where it is; what is a country has one of its own."""
    is_code = field.role.name == "country code" and entity.kind != "country"
    return VOICES["country code"](entity, field) if is_code else MISSING


@lru_cache(maxsize=2048)
def _hint(text: str) -> tuple[str, bool]:
    """Return which letters *text* asks for, and whether they are small."""
    plain = text.lower()
    small = any(one in plain for one in ("lowercase", "lower case", "lower-case"))
    return next((name for word, name in _HINTS if word in plain), ""), small


def _country(entity: Entity, field: Field) -> dict[str, str]:
    country = entity.place(field.role.whose).country
    code = country.code
    two = {"two": code, "three": THREE.get(code, code), "number": NUMBERS.get(code, "")}
    name = VOICES[field.role.name](entity, field)
    if field.role.name == "country code":
        return {**two, "name": country.name}
    return {"name": str(name), **two}


def _currency(entity: Entity, field: Field) -> dict[str, str]:
    code = str(VOICES["currency"](entity, field))
    name, number = _MONEYS.get(code, (code, "840"))
    return {"three": code, "name": name, "number": number}


def _locale(entity: Entity, field: Field) -> dict[str, str]:
    country = entity.place(field.role.whose).country
    two = country.locale.partition("-")[0]
    rest = {"two": two, "three": _TONGUES.get(two, two)}
    if field.role.name == "language":
        return {"name": country.language, "tag": country.locale, **rest}
    return {"tag": country.locale, **rest, "name": country.language}


_FORMS: dict[str, Callable[[Entity, Field], dict[str, str]]] = {
    "country": _country,
    "country code": _country,
    "nationality": _country,
    "currency": _currency,
    "locale": _locale,
    "language": _locale,
}


def money_name(entity: Entity, field: Field) -> str:
    """Return what the money is called: `Swedish Krona`."""
    return _currency(entity, field)["name"]


def money_number(entity: Entity, field: Field) -> str:
    """Return the number of the money in ISO 4217."""
    return _currency(entity, field)["number"]
