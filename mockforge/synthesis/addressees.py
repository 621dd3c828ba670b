"""Who a parcel, a bill or a message is from and for."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from mockforge.synthesis.entity import Entity, Field
from mockforge.synthesis.naming import tokens, words_of
from mockforge.synthesis.roles import Role, role_of

_SENT = frozenset(tokens("shipping billing delivery mailing ship bill deliver "
                         "invoicing consignee shipment postal"))  # fmt: skip
_SITED = frozenset(("street", "zip", "city", "line2", "address", "house"))
_ENDS = frozenset(tokens("from to cc bcc reply_to replyto sender recipient receiver"))
_SAID = frozenset(tokens("subject body text message content html snippet"))
_MAILED = frozenset(tokens("subject cc bcc html reply snippet inbox thread mailbox"))
_CALLED = frozenset(tokens("sms sid segments segment msisdn price messaging media"))


def addressee(entity: Entity) -> str | None:
    """Return the name on a parcel or a bill, where *entity* is where it goes."""
    if entity.parent is None or entity.nature or "settled" not in entity.memo:
        return None
    names = [step for step in entity.path if isinstance(step, str)]
    words = words_of(names[-1]) if names else ()
    if not {*words} & _SENT and words not in (("from",), ("to",)):
        return None
    thing = entity.parent.whole
    mine, theirs = (_roles(one.memo.get("schema")) for one in (entity, thing))
    if "email" in mine[0]:
        # Who that is has mail of their own.
        return None
    if words[-1] == "from":
        return thing.person("sender").full
    return thing.person("customer" if "customer" in theirs[1] else "").full


def _roles(schema: Any) -> tuple[frozenset[str], frozenset[str]]:
    members = schema.get("properties", {}) if isinstance(schema, dict) else {}
    return _told(tuple(members))


@lru_cache(maxsize=2048)
def _told(names: tuple[str, ...]) -> tuple[frozenset[str], frozenset[str]]:
    """Return what members called *names* are, and whose."""
    roles = [role_of(name) for name in names]
    return (frozenset(role.name for role in roles),
            frozenset(word for role in roles for word in role.words[:1]))  # fmt: skip


def is_settled(entity: Entity, field: Field) -> bool:
    """Return whether it is told already what *field* is: who it goes to, or where."""
    spots = entity.shared.spots
    if spots and not spots.keys().isdisjoint(field.role.words):
        return True
    return field.role.words == ("name",) and addressee(entity) is not None


def is_place(schema: Any) -> bool:
    """Return whether what has the members of *schema* is somewhere."""
    members = schema.get("properties", {}) if isinstance(schema, dict) else {}
    return len(members) > 1 and _is_sited(tuple(members))


@lru_cache(maxsize=2048)
def _is_sited(names: tuple[str, ...]) -> bool:
    roles = {role_of(name).name for name in names}
    return len(roles & _SITED) > 1 or {"lat", "lng"} <= roles


def messaging(role: Role, schema: Mapping[str, Any], told: Any) -> Role:
    """Return *role*; who a message is `from` and `to` is no time.

    Args:
        role: What the field is by its name.
        schema: What it is valid against.
        told: The schema of what it is in.
    """
    words = role.words
    if "_".join(words) not in _ENDS or not isinstance(told, dict):
        return role
    kind = _kind_of_message(tuple(told.get("properties", ())))
    if not kind:
        return role
    if schema.get("format") in ("email", "idn-email"):
        kind = "email"
    return role._replace(name=kind, whose=" ".join(words))


@lru_cache(maxsize=2048)
def _kind_of_message(names: tuple[str, ...]) -> str:
    """Return what tells of who writes in a message: a name, mail, a phone number."""
    words = {word for name in names for word in words_of(name)}
    if not words & _SAID:
        return ""
    if words & _MAILED:
        return "email"
    return "phone" if len(words & _CALLED) > 1 else "full"
