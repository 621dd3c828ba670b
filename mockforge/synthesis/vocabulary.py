"""What a field holds by the very words of its name, and what belongs together.

All fields that name a column of one table are of one row: `book_title` and
`book_author` of a loan are of one book.
"""

from __future__ import annotations

from typing import Any

from mockforge.learning.fields.seen import MISSING
from mockforge.options import Json
from mockforge.synthesis import codes, subjects
from mockforge.synthesis.addressees import is_settled
from mockforge.synthesis.entity import Entity, Field
from mockforge.synthesis.lexicons import GENERIC, Lexicon, Phrases, Table
from mockforge.synthesis.naming import singular, words_of
from mockforge.synthesis.phrases import filled, phrases_of
from mockforge.synthesis.places import PLACES
from mockforge.synthesis.quantities import units_told
from mockforge.synthesis.roles import Role
from mockforge.synthesis.sources import Source, source
from mockforge.synthesis.texts import differing


def worded(entity: Entity, field: Field) -> Json:
    """Return what the words of *field* say, or MISSING."""
    if is_settled(entity, field):
        return MISSING
    told = subjects.about(entity, field)
    if told is not MISSING:
        return told
    found = _source(entity, field)
    if found is None:
        return _numbered(entity, field)
    if not found.is_near and _is_job(entity, field):
        return MISSING
    if found.table is not None and not _is_listed(field):
        return together(entity, field)
    if field.kind != "string":
        return MISSING
    deck, values = ("words", found.kind, field.role.words), found.values

    def another() -> str:
        return filled(entity, entity.shared.dealt(deck, values))

    return differing(entity, field, another(), another)


def _numbered(entity: Entity, field: Field) -> Json:
    """Return a number of what nothing else is known of, or MISSING."""
    is_code = not field.role.name and field.role.words[-1:] == ("number",)
    is_code = is_code and field.kind == "string"
    return codes.VOICES["number"](entity, field) if is_code else MISSING


def _is_job(entity: Entity, field: Field) -> bool:
    """Return whether *field* is the position of someone, and no place."""
    return field.role.name == "job" and entity.nature == "person"


def has_own_words(entity: Entity, field: Field) -> bool:
    """Return whether the thing or its domain has words for *field*.

    An area is a part of a town then, and no number of square metres.
    """
    found = _source(entity, field)
    if found is None or not found.is_near:
        return False
    return not all(units_told(value) or value == "%" for value in found.values)


def together(entity: Entity, field: Field) -> Json:
    """Return what belongs to the rest of *entity*, or MISSING."""
    found = _source(entity, field)
    if found is None or found.table is None or _is_listed(field):
        return MISSING
    is_number = field.kind in ("integer", "number")
    if is_number and not _is_of(entity, found.kind):
        # How long a trail is tells nothing of a flight.
        return MISSING
    made: Json = _row(entity, found)[found.column]
    if is_number:
        made = _number(str(made), field.kind)
    return MISSING if made == "" else made


def _is_of(entity: Entity, kind: str) -> bool:
    """Return whether *entity* is of *kind*, or is told to be of one."""
    mine = (entity.kind, entity.whole.kind)
    return kind in mine or f"row {kind}" in entity.whole.memo


_TEXTS = frozenset(("name", "title", "description", "text", "label", "detail",
                    "summary", "content"))  # fmt: skip


_OF_PLACES = frozenset(("currency", "country", "country code", "language", "locale",
                        "timezone"))  # fmt: skip


def _source(entity: Entity, field: Field) -> Source | None:
    known = entity.sources
    if known is None:
        known = entity.sources = _sources(entity)
    key = (field.role, _is_listed(field))
    if key not in known:
        known[key] = _read(entity, field)
    found: Source | None = known[key]
    return found


_SOURCES: dict[tuple[str, ...], tuple[Lexicon, dict[tuple[Role, bool], Any]]] = {}
"""Where the fields of things are from, by all of the things that this depends on."""
_MOST = 1024


def _sources(entity: Entity) -> dict[tuple[Role, bool], Any]:
    """Return where the fields of such things as *entity* are from, by their roles."""
    own = entity.shared.lexicon
    around = entity.parent.kind if entity.parent is not None else ""
    called = next((one for one in reversed(entity.path) if isinstance(one, str)), "")
    key = (own.name, entity.kind, entity.whole.kind, around, called)
    found = _SOURCES.get(key)
    if found is None or found[0] is not own:
        if len(_SOURCES) > _MOST:
            _SOURCES.clear()
        found = _SOURCES[key] = (own, {})
    return found[1]


def _read(entity: Entity, field: Field) -> Source | None:
    found = _owned(entity, field) or _plain_source(entity, field)
    if field.role.name in _OF_PLACES and found is not None and found.table is not None \
            and found.kind not in (entity.kind, entity.whole.kind):  # fmt: skip
        # What is paid in is no list of moneys.
        return None
    names = [step for step in entity.path if isinstance(step, str)]
    if entity.kind or not names or not _TEXTS & {*field.role.words}:
        return found
    # The description of a violation is what a violation is, and so is a label's name.
    owner = words_of(names[-1])
    is_item = isinstance(entity.path[-1], int)
    kind = entity.whole.kind if is_item else ""
    is_first = is_item and bool({"name", "label", "title"} & {*field.role.words})
    if found is not None and not is_first:
        return found
    return source(kind, entity.shared.lexicon.name, owner, "", True) or found


def _owned(entity: Entity, field: Field) -> Source | None:
    """Return what is told of a field with the name of what it is in: `event type`."""
    names = [step for step in entity.path if isinstance(step, str)]
    if not names:
        return None
    words = words_of(names[-1])
    key = (
        " ".join((*words[:-1], singular(words[-1]), *field.role.words)) if words else ""
    )
    own = entity.shared.lexicon
    if key and own is not GENERIC and key in own.texts:
        return Source(entity.kind, None, 0, own.texts[key])
    # A charger tells which connectors it has.
    around = entity.parent.kind if entity.parent is not None else ""
    told = phrases_of(around, key) if key and around else ()
    return Source(around, None, 0, told) if told else None


def _plain_source(entity: Entity, field: Field) -> Source | None:
    return source(
        entity.kind or entity.whole.kind,
        entity.shared.lexicon.name,
        field.role.words,
        field.role.name,
        _is_listed(field),
    )


def _is_listed(field: Field) -> bool:
    return bool(field.path) and isinstance(field.path[-1], int)


def _number(text: str, kind: str) -> Json:
    try:
        return float(text) if kind == "number" else int(float(text))
    except ValueError:
        return MISSING


def _row(entity: Entity, found: Source) -> tuple[str, ...]:
    """Return the row that *entity* is of; asked for twice, it is the same."""
    table = found.table
    assert table is not None
    memo, key = entity.whole.memo, f"row {found.kind}"
    row = memo.get(key)
    if not isinstance(row, tuple):
        rows = _fitting(entity, table)
        row = entity.shared.dealt((key, len(rows)), rows)
        row = memo[key] = tuple(filled(entity, one) for one in row)
        if found.kind == "country":
            _settle(entity.whole, row)
    return row


def _settle(entity: Entity, row: tuple[str, ...]) -> None:
    """Let *entity* be in the country that *row* is of."""
    some = tuple(one for one in PLACES if one.country.code in row)
    entity.candidates = some or entity.candidates


def _fitting(entity: Entity, table: Table) -> tuple[Phrases, ...]:
    """Return the rows that agree with what is known of *entity*, or all."""
    rows = table.rows
    allowed = _allowed(entity)
    for at, column in enumerate(table.columns):
        names = column.replace(" ", "").split("/")
        told = next((allowed[one] for one in names if one in allowed), None)
        if told is not None:
            some = tuple(row for row in rows if row[at].lower() in told)
            rows = some or rows
    return rows


def _allowed(entity: Entity) -> dict[str, set[str]]:
    """Return by the name of a field the values that it has or may have."""
    found: dict[str, set[str]] = {}
    schema = entity.memo.get("schema")
    if isinstance(schema, dict):
        for name, inner in schema.get("properties", {}).items():
            if isinstance(inner, dict) and "enum" in inner:
                found["".join(words_of(name))] = {
                    str(one).lower() for one in inner["enum"]
                }
    for name, value in entity.known.items():
        if isinstance(value, str | int | float):
            found["".join(words_of(name))] = {str(value).lower()}
    return found
