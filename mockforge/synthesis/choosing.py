"""Values of an enum that fit what else is known."""

from __future__ import annotations

from collections.abc import Callable

from mockforge.bodies.document import general
from mockforge.learning.fields.checking import is_same, type_of
from mockforge.learning.fields.seen import MISSING
from mockforge.options import Json
from mockforge.synthesis import entries, lifecycles, moneys, scenes, tracks
from mockforge.synthesis.coded import placed
from mockforge.synthesis.entity import Entity, Field
from mockforge.synthesis.naming import singular, words_of
from mockforge.synthesis.vocabulary import together

Voice = Callable[[Entity, Field], Json]


def chosen(
    entity: Entity, field: Field, values: tuple[Json, ...], voice: Voice | None
) -> Json:
    """Return one of *values*: the one that fits the rest, if there is one."""
    if field.role.name == "currency":
        values = moneys.fitting(entity, values)
    scene = scenes.told(entity, field.role.name, field.role.words)
    voice = voice if field.role.name in _TELLING else None
    for one in (lambda *_: scene, placed, together, voice):
        told = one(entity, field) if one is not None else MISSING
        match = MISSING if told is None else _like(values, told)
        if match is MISSING and field.role.name == "category":
            match = _near(values, told)
        if match is not MISSING:
            return match
    if field.role.name == "status":
        values = lifecycles.agreeing(entity, field.role, values)
    elif field.role.name == "severity":
        values = entries.levels(entity, values)
    elif field.role.name == "carrier":
        there = tracks.carriers(entity)
        values = tuple(v for v in values if str(v).lower() in there) or values
    statements = entity.shared.statements
    values = _spanned(values, statements.span_of(field.name))
    some = {word.lower() for word in statements.choices_of(field.name)}
    named = tuple(one for one in values if str(one).lower() in some)
    return dealt(entity, field, named or values)


def dealt(entity: Entity, field: Field, values: tuple[Json, ...]) -> Json:
    """Return one of *values*; each comes before one comes again."""
    shared = entity.shared
    several = [one for one in values if one is not None] or [None]
    if any(isinstance(one, list | dict) for one in several):
        return shared.rng.choice(several)
    keyed = {f"{type_of(one)} {one}": one for one in several}
    picked = entity.pick(field.name, tuple(keyed))
    if picked is not None:
        return keyed[picked]
    deck = ("enum", general(field.path), tuple(keyed))
    return keyed[shared.dealt(deck, tuple(keyed))]


_TELLING = frozenset((
    "country", "country code", "currency", "city", "gender", "region", "region code",
    "timezone", "language", "locale", "industry", "category",
))  # fmt: skip


def _like(values: tuple[Json, ...], wanted: Json) -> Json:
    """Return the one of *values* that says what *wanted* says."""
    if wanted is MISSING:
        return MISSING
    if any(is_same(wanted, one) for one in values):
        return wanted
    told = str(wanted).lower()
    for one in values:
        if isinstance(one, str) and one and one.lower() in (told, told[:1]):
            return one
    return MISSING


def _near(values: tuple[Json, ...], wanted: Json) -> Json:
    """Return the one of *values* that has a word of *wanted*, if one has."""
    said = {singular(word) for word in words_of(str(wanted))}
    for one in values:
        if isinstance(one, str) and said & {singular(w) for w in words_of(one)}:
            return one
    return MISSING


def _spanned(
    values: tuple[Json, ...], span: tuple[str, str] | None
) -> tuple[Json, ...]:
    """Return the part of *values* from one to another, if both are there."""
    if span is None:
        return values
    small = [str(one).lower() for one in values]
    if span[0] not in small or span[1] not in small:
        return values
    first, last = small.index(span[0]), small.index(span[1])
    return values[first : last + 1] or values
