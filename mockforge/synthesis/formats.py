"""Values of formats: those of JSON Schema and OpenAPI, and the words people write."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Mapping
from typing import Any

from mockforge.options import Json
from mockforge.synthesis.coded import code_called
from mockforge.synthesis.codes import VOICES as CODES
from mockforge.synthesis.devising import jwt
from mockforge.synthesis.entity import Entity, Field
from mockforge.synthesis.naming import slug, tokens, words_of
from mockforge.synthesis.persons import VOICES as PERSONS
from mockforge.synthesis.phrases import said
from mockforge.synthesis.places import filled

Voice = Callable[[Entity, Field], Json]
_ROLES = {
    "email": "email idn-email e-mail mail",
    "url": "uri url iri link http https website",
    "created": "date-time date datetime timestamp iso8601 iso-8601 rfc3339 "
               "iso-date-time",
    "ip": "ipv4 ip ip-address ipaddress",
    "ipv6": "ipv6",
    "mac": "mac mac-address macaddress",
    "hostname": "hostname idn-hostname host fqdn",
    "domain": "domain domain-name",
    "phone": "phone phone-number phonenumber telephone tel mobile",
    "iban": "iban",
    "bic": "bic swift",
    "hex": "color colour hex-color rgb hex-colour",
    "currency": "currency currency-code iso-4217 iso4217",
    "country code": "country-code iso-3166 iso-3166-1 countrycode country-alpha-2 "
                    "iso3166-alpha-2 iso-3166-1-alpha-2",
    "country": "country",
    "locale": "locale bcp47 bcp-47 language-tag language-code",
    "language": "language",
    "timezone": "timezone time-zone tz iana-timezone",
    "password": "password secret",
    "card number": "credit-card creditcard card-number pan",
    "ssn": "ssn",
    "zip": "zip zip-code zipcode postal-code postalcode postcode",
    "isbn": "isbn isbn-13 isbn13 isbn-10",
    "barcode": "ean ean-13 ean13 gtin upc",
    "slug": "slug permalink",
    "username": "username user-name login",
    "full": "name full-name person-name",
    "first": "first-name given-name",
    "last": "last-name family-name",
    "city": "city",
    "address": "address postal-address",
    "street": "street street-address",
    "company": "company organization",
    "image": "image image-url",
    "avatar": "avatar",
    "filename": "filename file-name",
    "path": "path file-path filepath",
    "firmware": "semver version",
    "token": "token api-key jwt-secret",
    "sku": "sku",
    "vin": "vin",
    "plate": "license-plate",
    "description": "text html markdown multiline textarea rich-text",
}  # fmt: skip
CHECKED = frozenset(tokens("""
    date-time date time duration email idn-email hostname idn-hostname ipv4 ipv6 uri
    uri-reference iri iri-reference uuid uri-template json-pointer
    relative-json-pointer regex
"""))  # fmt: skip
"""What a check knows: there the name of a field counts for more, where it fits."""
_BY_ROLE = {name: role for role, names in _ROLES.items() for name in names.split()}


def role_for(told: Json) -> str:
    """Return the role that the format *told* asks for, or nothing."""
    return _BY_ROLE.get(_plain(told), "")


def voice_for(schema: Mapping[str, Any]) -> Voice | None:
    """Return what makes texts of a format that nothing checks, None where none is."""
    told = schema.get("format")
    if told is None:
        return _ENCODED.get(schema.get("contentEncoding")) or _media(schema)
    name = _plain(told)
    if name in CHECKED:
        return None
    return _OWN.get(name) or code_called(name) or _VOICES.get(_BY_ROLE.get(name, ""))


def _plain(told: Json) -> str:
    """Return the format *told* as the table has it: `phoneNumber` is `phone-number`."""
    if not isinstance(told, str):
        return ""
    if told in CHECKED or told in _BY_ROLE or told in _OWN:
        return told
    joined = "-".join(words_of(told))
    return joined if joined in _BY_ROLE or joined in _OWN else told.lower()


def _media(schema: Mapping[str, Any]) -> Voice | None:
    told = str(schema.get("contentMediaType", ""))
    return _document if told.endswith("json") else None


def _document(entity: Entity, field: Field) -> str:
    number = entity.rng.randint(1, 99)
    return json.dumps({"id": number, "name": said(entity, "name") or "item"})


def _encoded(entity: Entity, field: Field) -> str:
    if str(field.schema.get("contentMediaType", "")).endswith("json"):
        return base64.b64encode(_document(entity, field).encode()).decode()
    least = int(field.schema.get("minLength", 24))
    most = int(field.schema.get("maxLength", max(least, 64)))
    size = max(min(max(least, 24), most) // 4, 1) * 3
    return base64.b64encode(entity.rng.randbytes(size)).decode()


def _digits(entity: Entity, field: Field) -> str:
    return str(entity.rng.randint(1_000, 99_999_999))


def _decimal(entity: Entity, field: Field) -> str:
    return f"{entity.rng.uniform(1, 500):.2f}"


def _duration(entity: Entity, field: Field) -> str:
    rng = entity.rng
    whole = {*field.role.words} & {"trial", "billing", "subscription", "notice",
                                   "interval", "period", "validity"}  # fmt: skip
    if whole:
        return rng.choice(("P7D", "P14D", "P1M", "P3M", "P1Y"))
    minutes = rng.choice((5, 10, 15, 20, 30, 45, 60, 75, 90, 120, 150))
    hours, rest = divmod(minutes, 60)
    return "PT" + (f"{hours}H" if hours else "") + (f"{rest}M" if rest else "")


def _time(entity: Entity, field: Field) -> str:
    rng = entity.rng
    return f"{rng.randint(6, 21):02d}:{rng.choice((0, 15, 30, 45)):02d}:00Z"


def _cidr(entity: Entity, field: Field) -> str:
    # RFC 1918.
    rng = entity.rng
    return f"10.{rng.randint(0, 254)}.{rng.randint(0, 254)}.0/24"


def _reference(entity: Entity, field: Field) -> str:
    return f"/{slug(entity.kind or 'page')}s/{entity.rng.randint(1000, 9999)}"


def _hexed(size: int) -> Voice:
    return lambda entity, field: f"{entity.rng.getrandbits(4 * size):0{size}x}"


def _from(letters: str, size: int) -> Voice:
    return lambda entity, field: "".join(
        entity.rng.choice(letters) for _ in range(size)
    )


_CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_DIGITS_OF = ("int64", "int32", "int", "integer", "uint64", "uint32", "long", "bigint",
              "snowflake", "numeric", "digits")  # fmt: skip
_OWN: dict[str, Voice] = {
    **dict.fromkeys(_DIGITS_OF, _digits),
    **dict.fromkeys(("decimal", "double", "float", "money", "amount", "number"),
                    _decimal),
    **dict.fromkeys(("byte", "base64", "base-64", "binary", "base64url"), _encoded),
    **dict.fromkeys(("cidr", "ip-range", "subnet", "ipv4-cidr", "ipv4-prefix"), _cidr),
    "duration": _duration,
    "time": _time,
    "partial-time": lambda entity, field: _time(entity, field)[:-1],
    "jwt": jwt,
    "json": _document,
    "percent": lambda entity, field: f"{entity.rng.randint(1, 99)}%",
    "cron": lambda entity, field: entity.rng.choice(
        ("0 6 * * *", "*/15 * * * *", "0 0 1 * *", "30 2 * * 0", "0 9 * * 1-5")
    ),
    "uri-reference": _reference,
    "iri-reference": _reference,
    "uri-template": lambda entity, field: f"/{slug(entity.kind or 'page')}s/{{id}}",
    **dict.fromkeys(("objectid", "object-id", "mongo-id", "mongoid"), _hexed(24)),
    "sha256": _hexed(64),
    "sha1": _hexed(40),
    "md5": _hexed(32),
    **dict.fromkeys(("hex", "hexadecimal"), _hexed(16)),
    "ulid": lambda entity, field: "01J" + str(_from(_CROCKFORD, 23)(entity, field)),
    **dict.fromkeys(("nanoid", "cuid", "ksuid", "shortid"),
                    _from("abcdefghijklmnopqrstuvwxyz0123456789", 21)),
    **dict.fromkeys(("guid", "uuid4", "uuid-v4", "uuidv4"), lambda entity, field: (
        CODES["id"](entity, field._replace(schema={"format": "uuid"}))
    )),
    "country-code-alpha-3": lambda entity, field: filled("@@@", entity.rng),
    "year": lambda entity, field: str(CODES["year"](entity, field)),
    "year-month": lambda entity, field: (
        f"{CODES['year'](entity, field)}-{entity.rng.randint(1, 12):02d}"
    ),
}  # fmt: skip
_ENCODED: dict[Any, Voice] = dict.fromkeys(("base64", "base64url"), _encoded)
_VOICES: dict[str, Voice] = {**PERSONS, **CODES}
"""By role; those of texts and times are the business of who tells values."""
STANDARD: dict[str, Voice] = {
    name: _OWN[name]
    for name in ("duration", "time", "uri-reference", "iri-reference", "uri-template")
}
"""For formats that are checked, where the name of a field does not tell."""
