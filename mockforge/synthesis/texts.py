"""Names, descriptions, messages and choices, as the thing and its domain have them."""

from __future__ import annotations

from collections.abc import Callable

from mockforge.learning.fields.seen import MISSING
from mockforge.options import Json
from mockforge.synthesis.entity import Entity, Field
from mockforge.synthesis.kinds import kind_of, nature_of
from mockforge.synthesis.naming import plural
from mockforge.synthesis.persons import whose
from mockforge.synthesis.phrases import said
from mockforge.synthesis.places import PLACES

_PROSE = ("description", "summary", "bio", "tagline", "body", "message", "comment",
          "review", "note", "reason", "subject", "question", "answer")  # fmt: skip
LISTS = frozenset(("features", "tags"))
_LISTED = ("features", "tags")
_CHOSEN = ("role", "status", "type", "tier", "priority", "severity", "category",
           "payment method", "card brand", "carrier", "shipping method", "channel",
           "unit", "metric", "scope", "sentiment", "condition", "environment", "method",
           "browser", "os", "device", "gate", "airport", "color", "material", "size",
           "symbol", "legal form", "mime", "day", "hours", "duration text", "blood",
           "marital", "department", "team", "job", "model", "brand", "language",
           "languages")  # fmt: skip
_SUBTYPES = {"person": "account", "company": "business"}


def name(entity: Entity, field: Field) -> Json:
    """Return what the thing, or whatever the name of the field says, is called."""
    kind = kind_of(" ".join(field.role.words)) if field.role.words else ""
    told = whose(field)
    inner = kind_of(told) if told else ""
    if inner and inner != entity.kind:
        return _called(entity, inner, told)
    own = {"title", "name", "label", "heading"} & {*field.role.words}
    if kind and kind != entity.kind and not own:
        return _called(entity, kind, kind)
    if entity.nature == "person" and "title" in field.role.words:
        return said(entity, "job") or MISSING
    return _called(entity, entity.whole.kind if not entity.kind else entity.kind, "")


def _called(entity: Entity, kind: str, told: str) -> Json:
    nature = nature_of(kind)
    if nature == "person":
        return entity.person(told).full
    if nature == "company":
        return entity.firm(told).name
    if nature == "goods":
        return entity.article(told).name
    if kind in ("city", "destination"):
        return entity.place().city
    thing = entity
    if kind != entity.kind:
        thing = Entity(entity.shared, kind, entity.path, entity.parent)
    return entity.shared.fresh(("name", kind), lambda: said(thing, "name") or MISSING)


def _description(entity: Entity, field: Field) -> str | None:
    if entity.nature != "goods":
        return said(entity, "description")
    line, rng = entity.article().line, entity.rng
    one, other = rng.sample(line.features, 2)
    use, thing = rng.choice(line.uses), entity.article().thing.lower()
    shapes = (
        f"Made for {use}, with {one} and {other}.",
        f"{one[:1].upper()}{one[1:]} and {other}: a good match for {use}.",
        f"A {thing.split()[-1]} for {use}. Comes with {one} and {other}.",
        f"With {one} and {other}, a favourite for {use}.",
    )
    plain = thing.split()[-1].endswith("s")
    return entity.shared.dealt("shape", shapes[:2] + shapes[3:] if plain else shapes)


def prose(role: str) -> Callable[[Entity, Field], Json]:
    """Return what says something for *role*."""

    def voice(entity: Entity, field: Field) -> Json:
        if role == "description":
            made = _description(entity, field)
        elif role == "bio" and not entity.nature:
            made = said(entity, "description")
        else:
            made = said(entity, role)
        return MISSING if made is None else made

    return voice


def chosen(role: str) -> Callable[[Entity, Field], Json]:
    """Return what takes one of the words for *role*."""

    def voice(entity: Entity, field: Field) -> Json:
        if entity.nature == "goods":
            article = entity.article()
            known = {"category": article.line.category, "brand": article.brand,
                     "model": article.model}.get(role)  # fmt: skip
            if known is not None:
                return known
        if role == "category" and "cuisine" in field.role.words:
            return (
                said(Entity(entity.shared, "restaurant", entity.path), role) or MISSING
            )
        made = said(entity, role)
        return MISSING if made is None else made

    return voice


def listed(entity: Entity, field: Field) -> Json:
    """Return one of what a list such as `tags` holds."""
    called = field.name.split("_")[-1].lower()
    if entity.nature == "goods" and called in ("features", "highlights", "benefits"):
        return entity.shared.dealt(
            ("features", entity.path), entity.article().line.features
        )
    if called in _WITH_NAMES:
        return entity.person(f"{called} {field.path[-1]}").full
    for role in (field.name.lower(), called, plural(called), field.role.name):
        made = said(entity, role)
        if made is not None:
            return made
    return MISSING


_WITH_NAMES = frozenset(("members", "participants", "attendees", "cast", "actors",
                         "authors", "guests", "contributors"))  # fmt: skip


def _metric_unit(entity: Entity, field: Field) -> Json:
    return said(entity, "unit") or MISSING


def country_of(code: str) -> str:
    """Return the name of the country *code*."""
    return next((one.country.name for one in PLACES if one.country.code == code), code)


VOICES: dict[str, Callable[[Entity, Field], Json]] = {
    "name": name,
    **{role: prose(role) for role in _PROSE},
    **{role: chosen(role) for role in _CHOSEN},
    **dict.fromkeys(_LISTED, listed),
}
"""By role."""
