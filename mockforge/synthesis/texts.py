"""Names, descriptions, messages and choices, as the thing and its domain have them."""

from __future__ import annotations

from collections.abc import Callable

from mockforge.learning.fields.seen import MISSING
from mockforge.options import Json
from mockforge.synthesis import cuisines, entries, lifecycles, opinions, tracks
from mockforge.synthesis.addressees import addressee
from mockforge.synthesis.contacts import is_contact
from mockforge.synthesis.entity import Entity, Field
from mockforge.synthesis.kinds import nature_of
from mockforge.synthesis.lexicons import GOODS
from mockforge.synthesis.naming import plural, small, with_article
from mockforge.synthesis.persons import whose
from mockforge.synthesis.phrases import filled, phrases_for, phrases_of, said
from mockforge.synthesis.senses import sense
from mockforge.synthesis.services import LINE, is_unnamed, line_text, shelf, sorted_as
from mockforge.synthesis.sorts import SORTS, THING, sort_of

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


def name(entity: Entity, field: Field) -> Json:
    """Return what the thing, or whatever the name of the field says, is called."""
    told = _told_apart(entity)
    if told is not None:
        return told
    evidence = entity.shared.evidence
    kind = sense(" ".join(_meant(field.role.words)), evidence)
    told = whose(field)
    inner = sense(told, evidence) if told else ""
    if inner and inner != entity.kind:
        last = field.path[-1] if field.path else ""
        return _called(
            entity, inner, f"{told} {last}" if isinstance(last, int) else told
        )
    own = {"title", "name", "label", "heading"} & {*field.role.words}
    if kind and kind != entity.kind and not own:
        return _called(entity, kind, kind)
    if entity.nature == "person" and "title" in field.role.words:
        return said(entity, "job") or MISSING
    if entity.kind == "review" and not field.role.whose:
        return opinions.opinion(entity, "subject")
    kind = entity.kind or entity.whole.kind
    if not kind and entity.shared.noun:
        return _of_noun(entity)
    return _called(entity, kind, "")


def _told_apart(entity: Entity) -> str | None:
    """Return how a line, a step on the way or someone to write to is called."""
    if entity.kind == LINE:
        return line_text(entity)
    step = tracks.happened(entity)
    if step is not None:
        return step.text
    is_someone = not entity.nature and is_contact(entity)
    return addressee(entity) or (entity.person().full if is_someone else None)


def _meant(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return *words* without the one that only says that it is a name."""
    return words[:-1] if len(words) > 1 and words[-1] in _CALLED else words


_CALLED = frozenset(("name", "title", "label"))


def _of_noun(entity: Entity) -> str:
    """Return a name for a thing that only the path has a word for."""
    names = SORTS.get(sort_of(entity.shared.noun), THING).names
    shared = entity.shared
    made = shared.fresh("named", lambda: filled(entity, shared.dealt("noun", names)))
    return made[:1].upper() + made[1:]


def _called(entity: Entity, kind: str, told: str) -> Json:
    nature = nature_of(kind)
    if nature == "person":
        return entity.person(told).full
    if nature == "company":
        return entity.firm(told).name
    if nature == "goods":
        return entity.article(told).name
    served = cuisines.dish(entity, "name") if kind == "dish" else None
    if served is not None:
        return served
    if kind == "category" and entity.shared.goods is not GOODS:
        return shelf(entity)
    if kind in ("city", "destination"):
        return entity.place().city
    thing = entity
    if kind != entity.kind:
        thing = Entity(entity.shared, kind, entity.path, entity.parent)
    return entity.shared.fresh(("name", kind), lambda: said(thing, "name") or MISSING)


def _description(entity: Entity, field: Field) -> str | None:
    if entity.nature != "goods":
        noun = "" if entity.kind or entity.path[1:] else entity.shared.noun
        says = SORTS.get(sort_of(noun), THING).says
        if says and "description" not in entity.shared.lexicon.texts:
            return filled(entity, entity.shared.dealt("says", says))
        return said(entity, "description")
    article, rng = entity.article(), entity.rng
    if entity.kind == "item" and is_unnamed(entity):
        return article.name
    one, other = rng.sample(article.features, 2)
    use, thing = rng.choice(article.uses), small(article.thing)
    # A title is no kind of thing, and of several there is no one.
    is_one = article.line.category != "Books" and not thing.endswith("s")
    shape = entity.shared.dealt(
        ("shape", is_one), ("made", "match", "with", "a")[: 4 if is_one else 3]
    )
    return {
        "made": f"Made for {use}, with {one} and {other}.",
        "match": f"{one[:1].upper()}{one[1:]} and {other}: a good match for {use}.",
        "with": f"With {one} and {other}, a favourite for {use}.",
        "a": f"{with_article(thing)} for {use}. Comes with {one} and {other}.",
    }[shape]


def _tagline(entity: Entity) -> str | None:
    if entity.nature != "goods":
        return said(entity, "tagline")
    rng = entity.rng
    use = rng.choice(entity.article().uses)
    return rng.choice((f"Made for {use}.", f"The better way to enjoy {use}.",
                       f"Ready for {use}."))  # fmt: skip


def prose(role: str) -> Callable[[Entity, Field], Json]:
    """Return what says something for *role*."""

    def voice(entity: Entity, field: Field) -> Json:
        step = tracks.happened(entity)
        if step is not None:
            return step.text
        made = _written(entity, field, role)
        if made is None:
            return MISSING
        return differing(entity, field, made, lambda: _written(entity, field, role))

    return voice


def differing(
    entity: Entity, field: Field, made: str, another: Callable[[], str | None]
) -> str:
    """Return *made*, with *another* sentence if a list has it already."""
    key = ("prose", field.role.words)
    most = field.schema.get("maxLength", _LONGEST)
    first = made
    for _ in range(_MORE):
        if not made.endswith(_ENDS) or not entity.shared.is_taken(key, made):
            return made
        other = another() or first
        if other != first and len(first) + len(other) < most:
            made = f"{first} {other}"
    return made


_MORE, _LONGEST = 6, 400
_ENDS = (".", "!", "?")


def _written(entity: Entity, field: Field, role: str) -> str | None:
    voice = _OWN_VOICES.get(entity.kind)
    if voice is not None and role in voice[0]:
        return voice[1](entity, role)
    if role == "description":
        return _description(entity, field)
    if role == "tagline":
        return _tagline(entity)
    if role == "review":
        return opinions.opinion(entity, role)
    if role == "subject" and phrases_for(entity, "name") and entity.kind:
        return said(entity, "name")
    if role == "bio" and not entity.nature and not whose(field):
        return said(entity, "description")
    if role == "body" and not phrases_of(entity.kind, "body"):
        # What a comment says is its comment.
        return said(entity, _MAIN.get(entity.kind, role))
    return said(entity, role)


def _caption(entity: Entity, role: str) -> str | None:
    """Return what is posted: a caption is no message to anyone."""
    return said(entity, "body" if phrases_of(entity.kind, "body") else "description")


_OPINED = frozenset(("body", "comment", "subject", "message", "description"))
_OWN_VOICES: dict[str, tuple[frozenset[str], Callable[[Entity, str], str | None]]] = {
    LINE: (
        frozenset(("description", "summary", "body")),
        lambda entity, role: line_text(entity),
    ),
    "dish": (
        frozenset(("description", "summary")),
        lambda entity, role: cuisines.dish(entity, role) or said(entity, "description"),
    ),
    "log": (
        frozenset(("message", "body", "description")),
        lambda entity, role: entries.entry(entity),
    ),
    "review": (_OPINED, opinions.opinion),
    **dict.fromkeys(
        ("post", "photo", "video", "artwork"), (frozenset(("message",)), _caption)
    ),
}
"""Kinds whose texts are written in their own way, and which of them."""


_MAIN = {"comment": "comment", "reply": "comment", "review": "review",
         "message": "message", "notification": "message", "alert": "message",
         "ticket": "description", "issue": "description", "note": "note",
         "conversation": "message", "log": "message",
         "task": "description"}  # fmt: skip
"""What is the main text of a kind."""


def chosen(role: str) -> Callable[[Entity, Field], Json]:
    """Return what takes one of the words for *role*."""

    def voice(entity: Entity, field: Field) -> Json:
        if entity.nature == "goods":
            article = entity.article()
            known = {"category": article.line.category, "brand": article.brand,
                     "model": article.model}.get(role)  # fmt: skip
            if known is not None:
                return known
        sorted_ = sorted_as(entity, field) if role == "category" else None
        if sorted_ is not None:
            return sorted_
        if role == "unit":
            known_ = {str(value) for name, value in entity.known.items()
                      if name.endswith(("metric", "type", "name"))}  # fmt: skip
            for told in known_ & _UNITS.keys():
                return _UNITS[told]
        made = _named(entity, role)
        if made is None and role in _STEADY:
            made = entity.pick(field.name, phrases_for(entity, role) or ("",))
            made = filled(entity, made) if made else None
        made = said(entity, role) if made is None else made
        return MISSING if made is None else made

    return voice


def _status(entity: Entity, field: Field) -> Json:
    """Return a status that agrees with what is told already."""
    step = tracks.happened(entity)
    if step is not None:
        return step.status
    phrases = phrases_for(entity, "status")
    if not entity.kind and "status" not in entity.shared.lexicon.texts:
        phrases = SORTS.get(sort_of(entity.shared.noun), THING).statuses or phrases
    some = lifecycles.agreeing(entity, field.role, phrases)
    if not phrases:
        return MISSING
    told = lifecycles.moments_of(entity, field.role, some[0])
    if lifecycles.is_settled(entity) and told and not told & lifecycles.now_in(entity):
        return lifecycles.plainly(entity)
    picked = entity.pick(field.name, some)
    return picked or entity.shared.dealt((entity.kind, "status", some), some)


_STEADY = frozenset(("role", "type", "tier", "priority", "severity", "department",
                     "channel", "environment", "color", "size"))  # fmt: skip
"""Of what a thing has one of few, and always the same."""
_UNITS = {"temperature": "°C", "humidity": "%", "pressure": "hPa", "co2": "ppm",
          "power": "W", "vibration": "mm/s", "energy": "kWh"}  # fmt: skip


def _named(entity: Entity, role: str) -> str | None:
    """Return the word for *role* that the name of the thing has in it, if one."""
    names = (one for one in entity.known if one.endswith(("name", "title")))
    called = str(entity.known.get(next(names, ""), "")).lower()
    if role not in ("type", "category") or not called:
        return None
    for phrase in dict.fromkeys(phrases_for(entity, role)):
        if phrase.lower().replace("_", " ").split()[0] in called:
            return phrase
    return None


def listed(entity: Entity, field: Field) -> Json:
    """Return one of what a list such as `tags` holds."""
    called = field.name.split("_")[-1].lower()
    if entity.nature == "goods" and called in ("features", "highlights", "benefits"):
        article = entity.article()
        return entity.shared.dealt(("features", article.name), article.features)
    if called in _WITH_NAMES:
        return entity.person(f"{called} {field.path[-1]}").full
    for role in (field.name.lower(), called, plural(called), field.role.name):
        made = said(entity, role)
        if made is not None:
            return made
    return MISSING


_WITH_NAMES = frozenset(("members", "participants", "attendees", "cast", "actors",
                         "authors", "guests", "contributors"))  # fmt: skip


VOICES: dict[str, Callable[[Entity, Field], Json]] = {
    "name": name,
    **{role: prose(role) for role in _PROSE},
    **{role: chosen(role) for role in _CHOSEN},
    "status": _status,
    "carrier": lambda entity, field: tracks.carrier(entity),
    **dict.fromkeys(_LISTED, listed),
}
"""By role."""
