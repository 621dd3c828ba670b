"""What codes are made of that depends on a place, a car, a card, or has a check."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from mockforge.synthesis import checkdigits as checks
from mockforge.synthesis import nations
from mockforge.synthesis.devising import DEVISED
from mockforge.synthesis.entity import Entity, Field
from mockforge.synthesis.naming import slug
from mockforge.synthesis.places import filled

Voice = Callable[[Entity, Field], str]


def _checked(check: Callable[[str], str], *forms: str) -> Voice:
    return lambda entity, field: check(filled(entity.rng.choice(forms), entity.rng))


def _one(*values: str) -> Voice:
    return lambda entity, field: filled(entity.rng.choice(values), entity.rng)


def hexed(size: int) -> Voice:
    """Return what makes *size* hexadecimal digits."""
    return lambda entity, field: f"{entity.rng.getrandbits(4 * size):0{size}x}"


def _country(entity: Entity, field: Field) -> str:
    return entity.place(field.role.whose).country.code


def _bank(entity: Entity, field: Field) -> tuple[str, str]:
    """Return the account and the bank of whose the field is, the same twice."""
    words = [word for word in field.role.words if word not in _BANKING]
    key = f"account {' '.join(words)}"
    known = entity.memo.get(key)
    if isinstance(known, tuple):
        return known
    found = nations.account(_country(entity, field), entity.rng)
    entity.memo[key] = found
    return found


_BANKING = frozenset(("iban", "bic", "swift", "code", "number", "bank", "account"))


def _bic(entity: Entity, field: Field) -> str:
    code = _country(entity, field)
    if code in nations.BANKS:
        return nations.bank(code, entity.rng)
    return _bank(entity, field)[1]


_MAKERS = {"volkswagen": "WVW", "audi": "WAU", "bmw": "WBA", "mercedes": "WDB",
           "toyota": "JTD", "honda": "1HG", "ford": "1FA", "tesla": "5YJ",
           "volvo": "YV1", "renault": "VF1", "peugeot": "VF3", "skoda": "TMB",
           "hyundai": "KMH", "kia": "KNA", "fiat": "ZFA", "man": "WMA",
           "scania": "YS2", "nissan": "JN1", "mazda": "JM1", "subaru": "JF1",
           "seat": "VSS", "opel": "W0L", "porsche": "WP0", "iveco": "ZCF",
           "citroen": "VF7", "chevrolet": "1G1", "jeep": "1C4", "dacia": "UU1",
           "mini": "WMW", "lexus": "JTH", "daf": "XLR"}  # fmt: skip
_YEARS = "ABCDEFGHJKLMNPRSTVWXY123456789"


def _vin(entity: Entity, field: Field) -> str:
    known = entity.known
    make = str(known.get("make", known.get("brand", known.get("manufacturer", ""))))
    maker = _MAKERS.get(slug(make).split("-")[0]) or entity.rng.choice(("WVW", "1HG"))
    year = known.get("year", known.get("model_year", known.get("modelyear")))
    at = (year if isinstance(year, int) else 2020) - 2010
    body = filled("@@#@##0", entity.rng)
    ending = filled("@######", entity.rng)
    return checks.vin(f"{maker}{body[:6]}{_YEARS[at % 30]}{ending}")


def _plate(entity: Entity, field: Field) -> str:
    place = entity.place(field.role.whose)
    return nations.plate(place.country.code, place.city, entity.rng)


_TAILS = {"DE": "D-A@@@", "GB": "G-@@@@", "FR": "F-G@@@", "NL": "PH-@@@",
          "ES": "EC-@@@", "IT": "EI-@@@", "SE": "SE-@@@", "NO": "LN-@@@",
          "CH": "HB-@@@", "AT": "OE-L@@", "CA": "C-F@@@", "AU": "VH-@@@"}  # fmt: skip


def _tail(entity: Entity, field: Field) -> str:
    code = _country(entity, field)
    return filled(_TAILS.get(code, "N###@@"), entity.rng)


_CARDS = {"visa": "4242424242424242", "mastercard": "5555555555554444",
          "amex": "378282246310005", "discover": "6011111111111117"}  # fmt: skip


def card(entity: Entity, field: Field) -> str:
    """Return a number that the providers of cards keep for tests."""
    if "card" not in entity.memo:
        brand = _brand(entity, field).lower()
        entity.memo["card"] = _CARDS[brand]
    return str(entity.memo["card"])


def _brand(entity: Entity, field: Field) -> str:
    """Return the brand of a card, the same for all that speaks of it."""
    known = entity.known.get("brand", entity.known.get("network"))
    usual = ("visa", "visa", "mastercard", "mastercard", "amex")
    drawn = entity.rng.choice(usual)
    made = known if str(known).lower() in _CARDS else drawn
    return str(entity.memo.setdefault("card brand", made))


def _last_four(entity: Entity, field: Field) -> str:
    known = entity.memo.setdefault("last four", filled("####", entity.rng))
    return str(known)


def _masked(entity: Entity, field: Field) -> str:
    ending = entity.known.get("last4", entity.known.get("last_four"))
    return f"**** **** **** {ending or _last_four(entity, field)}"


AIRLINES = {"NW": "Nordwind", "AL": "Aerlink", "IB": "Iberwave", "SB": "Skybridge"}


def _airline(entity: Entity, field: Field) -> str:
    """Return the code of the airline, the same for all of a flight."""
    told = [one.lower() for one in entity.known.values() if isinstance(one, str)]
    by_name = (code for code, name in AIRLINES.items() if name.lower() in told)
    by_code = (one[:2].upper() for one in told if one[:2].upper() in AIRLINES
               and one[2:3].isdigit())  # fmt: skip
    named = next(by_name, None) or next(by_code, None)
    known = entity.memo.get("airline")
    drawn = named or known or entity.rng.choice(tuple(AIRLINES))
    entity.memo["airline"] = drawn
    return str(drawn)


_GEOHASH = "0123456789bcdefghjkmnpqrstuvwxyz"


def _geohash(entity: Entity, field: Field) -> str:
    place = entity.place()
    spans = [[-180.0, 180.0], [-90.0, 90.0]]
    values = (place.lng, place.lat)
    made, bits = "", 0
    for at in range(45):
        span, value = spans[at % 2], values[at % 2]
        middle = sum(span) / 2
        bits = 2 * bits + (value >= middle)
        span[0 if value >= middle else 1] = middle
        if at % 5 == 4:
            made, bits = made + _GEOHASH[bits], 0
    return made


THREE = {"US": "USA", "CA": "CAN", "GB": "GBR", "DE": "DEU", "FR": "FRA", "ES": "ESP",
         "IT": "ITA", "NL": "NLD", "JP": "JPN", "AU": "AUS", "BR": "BRA", "IN": "IND",
         "MX": "MEX", "SE": "SWE", "PT": "PRT", "IE": "IRL", "CH": "CHE", "AT": "AUT",
         "DK": "DNK", "NO": "NOR", "PL": "POL", "NZ": "NZL", "SG": "SGP", "KR": "KOR",
         "ZA": "ZAF", "KE": "KEN"}  # fmt: skip


def _three(entity: Entity, field: Field) -> str:
    code = _country(entity, field)
    return THREE.get(code, code)


NUMBERS = {"US": "840", "CA": "124", "GB": "826", "DE": "276", "FR": "250",
            "ES": "724", "IT": "380", "NL": "528", "JP": "392", "AU": "036",
            "BR": "076", "IN": "356", "MX": "484", "SE": "752", "PT": "620",
            "IE": "372", "CH": "756", "AT": "040", "DK": "208", "NO": "578",
            "PL": "616", "NZ": "554", "SG": "702", "KR": "410", "ZA": "710",
            "KE": "404"}  # fmt: skip


_OFFSETS = {"Los_Angeles": -8, "Vancouver": -8, "Denver": -7, "Phoenix": -7,
            "Chicago": -6, "Mexico_City": -6, "New_York": -5, "Toronto": -5,
            "Sao_Paulo": -3, "London": 0, "Dublin": 0, "Lisbon": 0, "Johannesburg": 2,
            "Nairobi": 3, "Singapore": 8, "Seoul": 9, "Tokyo": 9, "Sydney": 10,
            "Melbourne": 10, "Auckland": 12, "Kolkata": 5.5}  # fmt: skip
"""In hours, in winter; those that are not here are an hour ahead."""


def _offset(entity: Entity, field: Field) -> str:
    hours = _OFFSETS.get(entity.place().timezone.rpartition("/")[2], 1)
    sign = "-" if hours < 0 else "+"
    return f"{sign}{int(abs(hours)):02d}:{int(abs(hours) % 1 * 60):02d}"


def _date(entity: Entity, field: Field) -> str:
    return entity.shared.today.strftime("%Y%m%d")


def _lei(entity: Entity, field: Field) -> str:
    body = filled("529900", entity.rng) + filled("@#@@##@###@#", entity.rng)
    return body + checks.mod97(body)


def _uuid(entity: Entity, field: Field) -> str:
    return str(UUID(int=entity.rng.getrandbits(128), version=4))


def _orcid(entity: Entity, field: Field) -> str:
    made = checks.mod11_2(filled("0000000########", entity.rng))
    return "-".join(made[at : at + 4] for at in range(0, 16, 4))


def _mac(entity: Entity, field: Field) -> str:
    maker = entity.rng.choice(("3C:5A:B4", "B8:27:EB", "A4:83:E7", "00:1A:2B"))
    rest = (f"{entity.rng.randrange(256):02X}" for _ in range(3))
    return ":".join((maker, *rest))


ISSUED: dict[str, Voice] = {
    **DEVISED,
    **{f"hex{size}": hexed(size) for size in (8, 16, 24, 32, 40, 64, 128)},
    "isbn": _checked(checks.gs1, "9780########", "9781########", "9783########"),
    "isbn10": _checked(checks.isbn10, "0########", "1########", "3########"),
    "issn": _checked(checks.issn, "1######", "2######", "0######"),
    "orcid": _orcid,
    "ean8": _checked(checks.gs1, "40#####", "50#####"),
    "upc": _checked(checks.gs1, "0##########", "6##########", "8##########"),
    "ean": _checked(checks.gs1, "4006381#####", "50##########", "76##########"),
    "sscc": _checked(checks.gs1, "34006381#########", "15012345#########"),
    "gln": _checked(checks.gs1, "400638100###", "541234500###"),
    "bban": lambda entity, field: _bank(entity, field)[0][4:],
    "gtin14": _checked(checks.gs1, "14006381#####", "1501########0"),
    "imei": _checked(checks.luhn, "35########0###", "86########1###"),
    "iccid": _checked(checks.luhn, "89014103##########", "89490200##########"),
    "mac": _mac,
    "ip": lambda entity, field: (
        f"{entity.rng.choice(('192.0.2', '198.51.100', '203.0.113'))}"
        f".{entity.rng.randint(1, 254)}"
    ),
    "ipv6": lambda entity, field: (
        f"2001:db8:{entity.rng.randint(1, 0xFFFF):x}::{entity.rng.randint(1, 0xFFFF):x}"
    ),
    "byte": lambda entity, field: str(entity.rng.randint(1, 254)),
    "iban": lambda entity, field: _bank(entity, field)[0],
    "bic": _bic,
    "routing": _checked(checks.routing, "0210####", "1210####", "0260####", "1110####"),
    "date": _date,
    "tax": lambda entity, field: nations.tax_number(
        _country(entity, field), entity.rng
    ),
    "company": lambda entity, field: nations.company_number(
        _country(entity, field), entity.rng
    ),
    "lei": _lei,
    "isin": _checked(checks.isin, "US0########", "DE000######", "US4########"),
    "cusip": _checked(checks.cusip, "0#######", "4####@1#", "5#######"),
    "sedol": _checked(checks.sedol, "B#####", "0#####", "2#####"),
    "brand": _brand,
    "bin": lambda entity, field: card(entity, field)[:6],
    "last4": _last_four,
    "masked": _masked,
    "vin": _vin,
    "plate": _plate,
    "tail": _tail,
    "airline": _airline,
    "airlinename": lambda entity, field: AIRLINES[_airline(entity, field)],
    "airlinenumber": _one("220", "125", "057", "074"),
    "gate": lambda entity, field: (
        f"{entity.rng.choice('ABCD')}{entity.rng.randint(1, 58)}"
    ),
    "octal": lambda entity, field: f"{entity.rng.randrange(8**4):04o}",
    "seat": lambda entity, field: (
        f"{entity.rng.randint(2, 38)}{entity.rng.choice('ABCDEF')}"
    ),
    "coach": lambda entity, field: str(entity.rng.randint(1, 14)),
    "platform": lambda entity, field: str(entity.rng.randint(1, 18)),
    "container": _checked(checks.container, "MSKU######", "TGHU######", "HLXU######"),
    "imo": lambda entity, field: checks.imo(filled("9#####", entity.rng)),
    "uuid": _uuid,
    "npi": _checked(checks.provider, "1########"),
    "geohash": _geohash,
    "iso2": _country,
    "iso3": _three,
    "numeric": lambda entity, field: NUMBERS.get(_country(entity, field), "840"),
    "offset": _offset,
    "dial": lambda entity, field: entity.place(field.role.whose).country.dial,
    "lat": lambda entity, field: f"{entity.place().lat:.4f}",
    "lng": lambda entity, field: f"{entity.place().lng:.4f}",
}
"""By the names that codebooks have for them."""
