"""Where what a field holds is from: its kind, its domain, or any talk.

Where there is a table of the kind, as of plants with their Latin names, its column is
taken; then what the kind and the domain have words for, and then everyday language.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from mockforge.synthesis.kinds import candidates, nature_of
from mockforge.synthesis.lexicons import (
    GENERIC,
    LEXICONS,
    WORDS,
    Lexicon,
    Table,
)
from mockforge.synthesis.naming import plural, singular, tokens
from mockforge.synthesis.phrases import homes_of
from mockforge.synthesis.senses import LOOSE
from mockforge.synthesis.texts import VOICES

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


_VAGUE = frozenset(
    tokens(
        """
        format view branch vehicle action operation period line station option topic
        feature features result theme form resource trigger shift zone area side order
        position direction stage phase element plan goal test track network exchange
        module component service host instance node form pattern shape finish list
        column icon layout word sign trend purpose access route section list sector
        event channel call unit source origin strategy method state belt
        """
    )
)
"""Words that mean what those before them say."""


_SORTING = frozenset(("type", "kind", "category", "label", "name"))


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
            for at, columns in enumerate(table.columns):
                for column in columns.split("/"):
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
    if words[-2:] == ("full", "name"):
        # That is of someone, whatever has it.
        return None
    for ending in _keys(words, is_listed):
        found = _by_ending(kind, own, words, role, ending)
        if found is not None:
            return found
    key = " ".join(words[:-1])
    if words[-1:] and words[-1] in _SORTING and key and key not in _VAGUE:
        # The type of a cargo is what a cargo is; a course has a name of its own.
        is_name = words[-1] == "name"
        found = _itself(words[:-1], own) if is_name else None
        if found is not None or (is_name and candidates(key)):
            return found
        found = _anywhere(kind, own, key, role)
        if found is not None:
            return found
    return None if role else _itself(words, own)


def _by_ending(
    kind: str,
    own: Lexicon,
    words: tuple[str, ...],
    role: str,
    ending: tuple[str, tuple[str, ...]],
) -> Source | None:
    """Return what an *ending* of *words* says, which is told with what is before."""
    key, before = ending
    if not key:
        return None
    for one in _kinds(kind, before, words):
        if one == kind and key in _OWN and not _is_own(kind, before):
            continue
        found = _of_kind(one, own, key, role)
        if found is not None:
            return found
    is_vague = key in _VAGUE and not _SOFT.issuperset(before)
    if before and (key in _OWN or is_vague):
        return None
    return _anywhere(kind, own, key, role)


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
        elif is_listed:
            yield " ".join((*rest[:-1], plural(one))), before


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
            at = -1 if table is None else _column(table, one)
            if table is not None and at >= 0:
                return Source(kind, table, at, tuple(row[at] for row in table.rows))
    if key == role and role in VOICES:
        # Its own voice says it, and minds what else is known.
        return None
    for home in homes:
        if key in home.kinds[kind]:
            return Source(kind, None, 0, home.kinds[kind][key])
    return None


def _column(table: Table, name: str) -> int:
    """Return which column of *table* is called *name*, or -1."""
    return next(
        (at for at, one in enumerate(table.columns) if name in one.split("/")), -1
    )


def _anywhere(kind: str, own: Lexicon, key: str, role: str) -> Source | None:
    """Return what has *key* in the domain, in another table, or in any talk."""
    if key == role:
        return None
    for home in (own, *homes_of(kind)):
        if key in home.texts and home is not GENERIC:
            return Source(kind, None, 0, home.texts[key])
    near = _beside(kind, own, key)
    if near:
        return Source(kind, None, 0, near)
    if role and " " not in key and _has_own(kind, role):
        return None
    several = _columns().get(key, ())
    best = next((one for one in several if one[0] in own.kinds), None)
    if best is None and several and key in _DISTINCT:
        best = several[0]
    if best is not None:
        named, table, at = best
        return Source(named, table, at, tuple(row[at] for row in table.rows))
    values = WORDS.get(key) or (None if role else _only().get(key))
    return Source(kind, None, 0, values, is_near=False) if values else None


def _beside(kind: str, own: Lexicon, key: str) -> tuple[str, ...]:
    """Return what another thing of the domain has for *key* of several words."""
    if " " not in key:
        return ()
    homes = [home for home in (*homes_of(kind), own) if home is not GENERIC]
    return next((told[key] for home in homes for told in home.kinds.values()
                 if key in told), ())  # fmt: skip


@lru_cache(maxsize=1)
def _only() -> dict[str, tuple[str, ...]]:
    """Return what is said for words of one domain alone, whatever it is of."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for lexicon in LEXICONS:
        for key, values in lexicon.texts.items():
            found.setdefault(key, []).append(values)
    return {
        key: several[0]
        for key, several in found.items()
        if len(several) == 1 and key not in _OWN | _VAGUE | VOICES.keys()
    }


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


def values_of(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return what there is to say for a field of *words* anywhere, or nothing."""
    found = source("", GENERIC.name, words, "", False)
    return () if found is None else found.values
