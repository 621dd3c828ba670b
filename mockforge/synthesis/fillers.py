"""Texts of which nothing is known but the name of their field: made of that name."""

from __future__ import annotations

from random import Random  # noqa: TID251 - the type alone

from mockforge.synthesis.entity import Entity, Field
from mockforge.synthesis.kinds import PREFIXES
from mockforge.synthesis.naming import singular, tokens, words_of
from mockforge.synthesis.phrases import filled

_PAPERS = frozenset(
    tokens(
        """card pass badge permit licence license certificate registration ticket
        voucher policy contract lot batch container slip receipt docket account case
        file folio warrant passport docket meter asset tag locker box parcel
        consignment manifest"""
    )
)
"""What has a number that is printed on it."""
_REFERENCES = frozenset(
    tokens(
        """transaction payment charge refund transfer payout order invoice session
        request job run build deployment message thread customer user event intent
        mandate source subscription shipment booking reservation upload export
        import task parent child cursor correlation reference balance object entity
        node"""
    )
)
"""What is referred to by an id."""
_SOFT = frozenset(
    tokens("used made given found my own current new main primary default other last"
           " first")
)  # fmt: skip
_CALLED = frozenset(tokens("name title label text value"))
_MARKS = "ABCDEFGHKLMNPRSTVWX"
_SIGNS = "23456789abcdefghjkmnpqrstuvwxyz"


def filler(entity: Entity, field: Field) -> str:
    """Return a text that reads as being what *field* is called."""
    words = tuple(word for word in field.role.words if word not in _SOFT)
    if words and _CALLED.issuperset(words):
        words = _owner(entity) or words
    most = int(field.schema.get("maxLength", 99))
    if not words:
        return filled(entity, "{letter}{small}")[:most]
    last = singular(words[-1])
    rng = entity.rng
    if last in _PAPERS:
        made = _printed(words, rng)
    elif last in _REFERENCES:
        made = _referred(words, last, rng)
    else:
        made = _named(entity, (*words[:-1], last))
    if len(made) <= most:
        return made
    short = filled(entity, "{letter}{small}")
    return short if len(short) <= most else short[:most]


def _owner(entity: Entity) -> tuple[str, ...]:
    """Return the words for what *entity* is."""
    names = [step for step in entity.path if isinstance(step, str)]
    told = names[-1] if names else entity.kind or entity.shared.noun
    return tuple(words_of(told))


def _printed(words: tuple[str, ...], rng: Random) -> str:
    """Return a number as it is printed on something: `LC-204518`."""
    lead = "".join(word[0] for word in words).upper()
    lead = words[0][:3].upper() if len(lead) < 2 else lead[:3]
    return f"{lead}-{rng.randint(100_000, 999_999)}"


def _referred(words: tuple[str, ...], last: str, rng: Random) -> str:
    """Return an id as programs give them: `txn_8f2kq0`."""
    lead = PREFIXES.get(last, "".join(word[0] for word in words[-2:]) or "id")
    lead = lead if len(lead) > 1 else last[:3]
    return f"{lead}_{''.join(rng.choice(_SIGNS) for _ in range(12))}"


def _named(entity: Entity, words: tuple[str, ...]) -> str:
    """Return the words themselves, with what tells one from the next."""
    called = " ".join(words)
    rng = entity.rng
    shapes = tuple(range(1, 25))
    number = entity.shared.dealt(("filler", words), shapes)
    told = f"{number}" if rng.random() < 0.5 else f"{rng.choice(_MARKS)}{number}"
    return f"{called[:1].upper()}{called[1:]} {told}"
