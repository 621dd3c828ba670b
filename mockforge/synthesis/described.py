"""What a field is by what its schema says of it, where its name tells nothing."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from mockforge.learning.fields.schema import Schema
from mockforge.synthesis.roles import Role

_LONGEST = 300
_ROWS = tuple(
    (re.compile(pattern, re.IGNORECASE), role)
    for pattern, role in (
        (r"\be-?mail(s| address(es)?)?\b", "email"),
        (r"\b(phone|telephone|mobile|fax) ?number|\bE\.164\b", "phone"),
        (r"\bISO[ -]?4217\b|\bcurrency( code)?\b.{0,20}\b(code|charged|used|which)\b"
         r"|^(the )?(three-letter )?currency\b", "currency"),
        (r"\bISO[ -]?3166(-1)?\b|\bcountry code\b|two-letter country", "country code"),
        (r"\bBCP[ -]?47\b|\bISO[ -]?639|\blanguage (code|tag)\b|\blocale\b", "locale"),
        (r"\btime ?zone\b", "timezone"),
        (r"\bUUID\b|\bGUID\b", "id"),
        (r"\bIPv6 address\b", "ipv6"),
        (r"\bIP(v4)? address\b", "ip"),
        (r"\bMAC address\b", "mac"),
        (r"\bhost ?name\b|\bFQDN\b", "hostname"),
        (r"\b(URL|URI|hyperlink|web address)s?\b|^(a |the )?link to\b", "url"),
        (r"\b(SHA-?(1|256)|MD5|checksum|hash)\b", "hash"),
        (r"\b(postal|zip) code\b|\bpostcode\b", "zip"),
        (r"\b(street|mailing|postal|billing|shipping) address\b", "address"),
        (r"\blatitude\b", "lat"),
        (r"\blongitude\b", "lng"),
        (r"\b(first|given) name\b", "first"),
        (r"\b(last|family) name\b|\bsurname\b", "last"),
        (r"\bfull name\b|\bname of the (person|customer|user|author|owner|employee|"
         r"patient|contact|recipient|passenger|guest|card ?holder|member|driver)\b",
         "full"),
        (r"\bname of the (company|organi[sz]ation|business|merchant|employer|supplier|"
         r"vendor|bank)\b|\bcompany name\b", "company"),
        (r"\bname of the (city|town)\b|^(the )?city\b", "city"),
        (r"\b(date of birth|birth ?date)\b", "birth"),
        (r"\b(expires|expiry|expiration|due date|valid until|deadline)\b", "future"),
        (r"\b(last (modified|updated|changed)|updated (at|on))\b", "updated"),
        (r"\btime ?stamp\b|\bISO[ -]?8601\b|\bRFC[ -]?3339\b|\bdate(-| and |)time\b"
         r"|\b(date|time) (when|on which|at which|that|the|of)\b|^(the )?when\b"
         r"|\b(unix|epoch)\b", "created"),
        (r"\b(semantic )?version( number)?\b", "firmware"),
        (r"\bunique (id|identifier)\b|^(the )?(id|identifier)\b", "id"),
    )
)  # fmt: skip
"""The first that is found in a description tells."""
_TOLD = ("description", "title")
_NAMES = frozenset(("full", "first", "last", "company", "city"))
"""What may be meant by a name."""
_TEXTUAL = frozenset(
    ("lat", "lng", "created", "updated", "future", "id", "birth")
)  # fmt: skip
"""Roles that numbers have as well."""


def described(role: Role, schema: Schema, kind: str) -> Role:
    """Return *role*, or the one that *schema* describes where *role* is none."""
    if role.name not in ("", "name") or kind not in ("string", "integer", "number"):
        return role
    found = next(
        filter(
            None, (_found(_text(schema.get(one))) for one in _TOLD if one in schema)
        ),
        "",
    )
    if not found or (kind != "string" and found not in _TEXTUAL):
        return role
    if role.name and found not in _NAMES:
        return role
    return Role(found, "", role.words)


def _text(told: Any) -> str:
    return told[:_LONGEST] if isinstance(told, str) else ""


@lru_cache(maxsize=4096)
def _found(text: str) -> str:
    # What comes after the first sentence is mostly about something else.
    first = re.split(r"(?<=[a-z)])\.\s|\n\n", text, maxsplit=1)[0]
    return next((role for told, role in _ROWS if told.search(first)), "")
