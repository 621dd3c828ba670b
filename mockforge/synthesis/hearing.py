"""Plain fields that are what the object around them is called: a phone's `value`.

`name` in an `emailAddress` is who has it, `address` there is the address itself;
`family` beside `given` is a name; every member of `urls` is a link.
"""

from __future__ import annotations

from functools import lru_cache

from mockforge.synthesis.entity import Entity
from mockforge.synthesis.kinds import kind_of
from mockforge.synthesis.naming import singular, tokens, words_of
from mockforge.synthesis.roles import Role, role_of

_PLAIN = frozenset(
    tokens("name value label display text title formatted content number")
)
_HEARD = frozenset(
    (
        *("email", "phone", "city", "country", "region", "currency", "language"),
        *("department", "team", "job", "priority", "severity", "role"),
        *("status", "brand", "color", "material", "timezone", "username"),
        *("carrier", "payment method", "channel", "street", "zip", "full"),
    )
)
"""Roles of objects that their plain members have as well."""
_BUSINESS = frozenset(
    tokens(
        """counterparty biller organization organisation employer agency authority
        distributor institution issuer underwriter broker shipper"""
    )
)
_LINKS = frozenset(tokens("url link uri href image thumbnail avatar picture photo"))
_SIZES = frozenset(
    tokens("full raw regular small thumb large medium original default self html web")
)
_REFERRED = frozenset(
    tokens("subject patient performer practitioner author requester recorder asserter"
           " participant individual actor")
)  # fmt: skip
_PARTED_NAME = {"family": "last", "given": "first", "surname": "last"}


def heard(role: Role, entity: Entity | None, told: object) -> Role:
    """Return *role*, or what the object around tells that it is.

    Args:
        role: What the name of the field alone tells.
        entity: What it is a field of.
        told: The schema of that.
    """
    members = told.get("properties", {}) if isinstance(told, dict) else {}
    if role.words == ("product", "type") and {"vendor", "handle"} & members.keys():
        return Role("category", "", role.words)
    if entity is None or not role.words or len(role.words) > 1:
        return role
    word = role.words[0]
    names = [step for step in entity.path if isinstance(step, str)]
    if word in _PARTED_NAME and {"family", "given"} & members.keys() - {word}:
        return Role(_PARTED_NAME[word], "", role.words)
    if not names:
        return role
    if word == "value" and "system" in members:
        found = _HOW.get(str(entity.known.get("system", "")).lower())
        return Role(found, "", role.words) if found else role
    found = _within(names[-1], word, bool(members.keys() & {"reference"}))
    return Role(found, "", role.words) if found else role


_HOW = {"phone": "phone", "sms": "phone", "fax": "phone", "email": "email",
        "url": "url"}  # fmt: skip


@lru_cache(maxsize=4096)
def _within(name: str, word: str, is_reference: bool) -> str:
    """Return the role of *word* in an object called *name*, if that tells one."""
    owner = words_of(name)
    if not owner:
        return ""
    last = singular(owner[-1])
    if last in _LINKS and word in _SIZES:
        return "image" if word != "self" and word != "html" else "url"
    if word == "full" and last == "name":
        return "full"
    if is_reference and word == "display":
        return "full" if last in _REFERRED else ""
    around = role_of(" ".join((*owner[:-1], last))).name
    if around == "email":
        return {"name": "full", "address": "email", "value": "email",
                "text": "email"}.get(word, "")  # fmt: skip
    if word == "name" and last in _BUSINESS:
        return "company"
    if word not in _PLAIN or kind_of(name) or around not in _HEARD:
        return ""
    return around
