"""Ids: of a thing itself, of what it is in, and of others."""

from __future__ import annotations

from random import Random  # noqa: TID251 - the type alone
from uuid import UUID

from mockforge.chance import rng as seeded
from mockforge.learning.fields.seen import MISSING
from mockforge.options import Json
from mockforge.synthesis.entity import Entity, Field
from mockforge.synthesis.kinds import PREFIXES, kind_of
from mockforge.synthesis.recurring import first_number
from mockforge.synthesis.teams import group_of

_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
_STEP = 4
_INNER = 3
"""Steps of a path from which on a thing is within another."""


def identity(entity: Entity, field: Field) -> Json:
    """Return an id: of the thing itself, or of what the name says."""
    words = field.role.whose.split()
    kind = kind_of(" ".join(words)) if words else ""
    shared, rng = entity.shared, entity.rng
    is_own = not words or kind == entity.kind or words == ["public"]
    key = f"id {field.role.whose}"
    if not is_own and key in entity.whole.memo:
        return entity.whole.memo[key]
    badge = _badge(entity, field, is_own=is_own)
    if badge is not MISSING:
        return badge
    above = MISSING if is_own else _above(entity, field, kind)
    if above is not MISSING:
        entity.whole.memo[key] = above
        return above
    if field.kind in ("integer", "number"):
        made: Json = _counted(entity, field, is_own)
    else:
        made = shared.fresh("id", lambda: _text_id(entity, field, kind))
    if not is_own:
        entity.whole.memo[key] = made
    elif entity.parent is not None and entity.path:
        made = entity.parent.memo.setdefault(f"id {entity.path[-1]}", made) \
            if isinstance(entity.path[-1], str) and _is_same(entity, field, made) \
            else made  # fmt: skip
    del rng
    return made


def _badge(entity: Entity, field: Field, *, is_own: bool) -> Json:
    """Return the id of one who comes again and again: the same each time."""
    shared, thing = entity.shared, entity
    name = field.role.whose
    if is_own:
        names = [step for step in entity.path if isinstance(step, str)]
        if entity.parent is None or not names or field.name.lower() not in _PLAIN:
            return MISSING
        thing, name = entity.parent, names[-1]
    group = group_of(name, thing.kind)
    if not group or (group == "talk" and not shared.talk):
        return MISSING
    # As it is named in what it is in.
    who = entity.person() if is_own else thing.person(name)
    looks = (field.kind, str(field.schema.get("format")), field.name.lower()[-4:])
    key = (group, who.full, *looks)
    if key not in shared.badges:
        rng = seeded(shared.seed, "badge", *map(str, key))
        shared.badges[key] = _any_number(rng, field) if field.kind != "string" \
            else _text_id(entity, field, _KINDS.get(group, group), rng)  # fmt: skip
    return shared.badges[key]


_PLAIN = frozenset(("id", "uuid", "_id", "uid", "userid", "user_id", "accountid",
                    "account_id", "guid"))  # fmt: skip


_KINDS = {"office": "user", "talk": "user"}


def _any_number(rng: Random, field: Field) -> int:
    """Return a number for what is not counted in the document."""
    schema = field.schema
    least = schema.get("minimum", schema.get("exclusiveMinimum", -1) + 1)
    most = schema.get("maximum", schema.get("exclusiveMaximum", 10**12) - 1)
    return int(rng.randint(int(max(least, 1)), int(min(max(most, 1), 4999))))


def _above(entity: Entity, field: Field, kind: str) -> Json:
    """Return the id of what the thing is in, where that is whose id it is."""
    name, thing = field.name.lower(), entity.parent
    is_owner = field.role.whose.split()[-1:] and field.role.whose.split()[-1] in _OWNERS
    while thing is not None:
        known: Json = None
        if kind and kind == thing.kind:
            known = thing.known.get("id", thing.known.get(name))
        elif is_owner:
            known = thing.known.get(name)
        is_number = isinstance(known, int) and not isinstance(known, bool)
        if isinstance(known, str) if field.kind == "string" else is_number:
            return known
        thing = thing.parent
    return MISSING


_OWNERS = frozenset(("customer", "account", "order", "tenant", "organization", "org",
                     "company", "store", "shop", "merchant", "workspace", "project",
                     "patient", "subscription", "invoice", "client", "cart", "booking",
                     "reservation", "shipment", "policy", "campaign"))  # fmt: skip
"""Those of whom all that is in a thing is, too."""


def _is_same(entity: Entity, field: Field, made: Json) -> bool:
    known = entity.parent.memo.get(f"id {entity.path[-1]}") if entity.parent else None
    return known is None or type(known) is type(made)


def _counted(entity: Entity, field: Field, is_own: bool) -> int:
    shared, rng = entity.shared, entity.rng
    if not is_own:
        return _any_number(rng, field)
    least = field.schema.get("minimum", field.schema.get("exclusiveMinimum", -1) + 1)
    most = field.schema.get("maximum", field.schema.get("exclusiveMaximum", 10**12) - 1)
    key = (entity.kind, field.name, len(entity.path))
    last = shared.counts.get(key)
    if last is None:
        first = first_number(shared.seed, entity.kind) if shared.first is None \
            else 0  # fmt: skip
        if shared.first is not None and len(entity.path) < _INNER:
            first = shared.first
        last = max(int(least), min(first, int(most) // 2))
    made = last + (rng.randint(1, _STEP) if shared.first is None else 1)
    shared.counts[key] = made
    return made


def _text_id(
    entity: Entity, field: Field, kind: str, draw: Random | None = None
) -> str:
    rng, schema = draw or entity.rng, field.schema
    if schema.get("format") == "uuid" or field.name.lower().endswith(("uuid", "guid")):
        return str(UUID(int=rng.getrandbits(128), version=4))
    most = schema.get("maxLength", 99)
    named = kind or (entity.kind if not field.role.whose else "")
    # A library loan is a loan to the library.
    told = (named or entity.shared.noun).split(" ")[-1]
    short = "".join(mark for mark in told if mark.isalpha())
    prefix = PREFIXES.get(named) or (short if len(short) < 8 else short[:4]) or "id"
    if field.role.whose and not kind:
        prefix = field.role.whose.split()[-1][:4]
    body = "".join(rng.choice(_LETTERS) for _ in range(10))
    made = f"{prefix}_{body}"
    return made if len(made) <= most else body[: max(int(most), 1)]
