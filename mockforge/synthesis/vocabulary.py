"""What a field holds by the very words of its name, and what belongs together.

Where there is a table of the kind, as of plants with their Latin names, all fields that
name a column of it are of one row. `book_title` and `book_author` of a loan are of one
book. Where there is none, the domain and then everyday language have words for it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from mockforge.learning.fields.seen import MISSING
from mockforge.options import Json
from mockforge.synthesis.entity import Entity, Field
from mockforge.synthesis.kinds import candidates, nature_of
from mockforge.synthesis.lexicons import (
    GENERIC,
    LEXICONS,
    WORDS,
    Lexicon,
    Phrases,
    Table,
)
from mockforge.synthesis.naming import singular, tokens, words_of
from mockforge.synthesis.phrases import filled, homes_of
from mockforge.synthesis.quantities import units_told
from mockforge.synthesis.senses import LOOSE
from mockforge.synthesis.texts import VOICES, differing

_OWN = frozenset(
    tokens(
        """name title description status type category code number level size summary
        text
    note notes message comment value id date time state label kind class key"""
    )
)
"""Words that tell nothing without those before them."""
_SOFT = frozenset(
    tokens(
        """primary main current default assigned preferred favorite favourite own common
    display short full product item record entry selected chosen actual original last
    first next previous new old requested reported target source list value name"""
    )
)  # fmt: skip
"""Words before another that do not change what it is."""


class Source(NamedTuple):
    """Where the values of a field are from."""

    kind: str
    """What it is of."""
    table: Table | None
    column: int
    values: tuple[str, ...]
    """Of the column, or what is said where there is no table."""
    is_near: bool = True
    """Whether it is of the thing or its domain, and not of any talk."""


@lru_cache(maxsize=1)
def _columns() -> dict[str, tuple[tuple[str, Table, int], ...]]:
    """Return by the name of a column the tables that have it."""
    found: dict[str, list[tuple[str, Table, int]]] = {}
    for lexicon in LEXICONS:
        for kind, table in lexicon.tables.items():
            for at, column in enumerate(table.columns):
                if column not in _OWN:
                    found.setdefault(column, []).append((kind, table, at))
    return {column: tuple(several) for column, several in found.items()}


@lru_cache(maxsize=1)
def _by_name() -> dict[str, Lexicon]:
    return {lexicon.name: lexicon for lexicon in (*LEXICONS, GENERIC)}


@lru_cache(maxsize=8192)
def source(
    kind: str, domain: str, words: tuple[str, ...], role: str, is_listed: bool
) -> Source | None:
    """Return where the values of a field are from, if its words tell.

    Args:
        kind: Of the thing that has the field.
        domain: The name of the lexicon at work.
        words: Of the name of the field.
        role: Of the field, or nothing.
        is_listed: Whether it is one of a list.
    """
    own = _by_name().get(domain, GENERIC)
    for key, before in _keys(words, is_listed):
        if not key:
            continue
        for one in _kinds(kind, before, words):
            if one == kind and key in _OWN and not _is_own(kind, before):
                continue
            found = _of_kind(one, own, key, role)
            if found is not None:
                return found
        is_plain = key in _OWN and bool(before)
        found = None if is_plain else _anywhere(kind, own, key, role)
        if found is not None:
            return found
    return None if role else _itself(words, own)


def _keys(
    words: tuple[str, ...], is_listed: bool
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the endings of *words*, the longest first, each with what is before."""
    for start in range(len(words)):
        rest, before = words[start:], words[:start]
        yield " ".join(rest), before
        one = singular(rest[-1])
        if one != rest[-1]:
            yield " ".join((*rest[:-1], one)), before


def _kinds(
    kind: str, before: tuple[str, ...], words: tuple[str, ...]
) -> tuple[str, ...]:
    """Return what something of *words* is of, with *before* before the rest."""
    if not before and len(words) > 1:
        # A ticket has the train number that a train has.
        return (kind, *candidates(" ".join(words[:-1])))
    if _SOFT.issuperset(before):
        return (kind,)
    named = candidates(" ".join(before))
    # A queen has a breed as her hive has, and no name of it.
    return (kind, *named) if kind in named or not named else named


def _is_own(kind: str, before: tuple[str, ...]) -> bool:
    """Return whether *before* says nothing but that it is of the *kind* itself."""
    return _SOFT.issuperset(before) or kind in candidates(" ".join(before))


def _of_kind(kind: str, own: Lexicon, key: str, role: str) -> Source | None:
    """Return what *key* is of a *kind*; the domain at work is asked first."""
    homes = sorted(homes_of(kind), key=lambda home: home is not own)
    keys = (key, "name", "title") if key in ("name", "title") else (key,)
    for home in homes:
        table = home.tables.get(kind)
        for one in keys:
            if table is not None and one in table.columns:
                at = table.columns.index(one)
                return Source(kind, table, at, tuple(row[at] for row in table.rows))
    if key == role and role in VOICES:
        # Its own voice says it, and minds what else is known.
        return None
    for home in homes:
        if key in home.kinds[kind]:
            return Source(kind, None, 0, home.kinds[kind][key])
    return None


def _anywhere(kind: str, own: Lexicon, key: str, role: str) -> Source | None:
    """Return what has *key* in the domain, in another table, or in any talk."""
    if key == role:
        return None
    for home in (own, *homes_of(kind)):
        if key in home.texts and home is not GENERIC:
            return Source(kind, None, 0, home.texts[key])
    if role and _has_own(kind, role):
        return None
    several = _columns().get(key, ())
    best = next((one for one in several if one[0] in own.kinds), None)
    if best is None and several and key in _DISTINCT:
        best = several[0]
    if best is not None:
        named, table, at = best
        return Source(named, table, at, tuple(row[at] for row in table.rows))
    values = WORDS.get(key)
    return Source(kind, None, 0, values, is_near=False) if values else None


_DISTINCT = frozenset(
    tokens("""species breed grape constellation habitat unlocode icao iata formula""")
) | {"scientific name", "common name", "muscle group", "crystal system"}
"""Columns that tell by their name alone what they are of."""


def _has_own(kind: str, role: str) -> bool:
    """Return whether things of *kind* have words of their own for *role*."""
    if nature_of(kind) == "goods" and role in _OF_GOODS:
        return True
    return any(role in home.kinds[kind] for home in homes_of(kind))


_OF_GOODS = frozenset(("features", "category", "brand", "model", "description", "type",
                       "name", "color", "material", "size"))  # fmt: skip


def _itself(words: tuple[str, ...], own: Lexicon) -> Source | None:
    """Return the names of what *words* are a kind of: `plant` is called one."""
    several = candidates(" ".join(words))
    for kind in several:
        is_sure = len(several) == 1 and singular(words[-1]) not in LOOSE
        if not is_sure and own not in homes_of(kind):
            continue
        found = _of_kind(kind, own, "name", "")
        if found is not None:
            return found
    return None


def worded(entity: Entity, field: Field) -> Json:
    """Return what the words of *field* say, or MISSING."""
    found = _source(entity, field)
    if found is None:
        return MISSING
    if found.table is not None and not _is_listed(field):
        return together(entity, field)
    if field.kind != "string":
        return MISSING
    deck, values = ("words", found.kind, field.role.words), found.values

    def another() -> str:
        return filled(entity, entity.shared.dealt(deck, values))

    return differing(entity, field, another(), another)


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


def _source(entity: Entity, field: Field) -> Source | None:
    found = _plain_source(entity, field)
    names = [step for step in entity.path if isinstance(step, str)]
    if entity.kind or not names or not _TEXTS & {*field.role.words}:
        return found
    # The description of a violation is what a violation is.
    owner = words_of(names[-1])
    return found or source("", entity.shared.lexicon.name, owner, "", True)


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
    return row


def _fitting(entity: Entity, table: Table) -> tuple[Phrases, ...]:
    """Return the rows that agree with what is known of *entity*, or all."""
    rows = table.rows
    allowed = _allowed(entity)
    for at, column in enumerate(table.columns):
        plain = column.replace(" ", "")
        told = allowed.get(plain)
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


def values_of(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return what there is to say for a field of *words* anywhere, or nothing."""
    found = source("", GENERIC.name, words, "", False)
    return () if found is None else found.values
