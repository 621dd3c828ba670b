"""What plain fields hold by the object around them: the `name` of a `priority`.

A group is a line of where it is meant, a line of its columns, and rows. What a group
is within begins with `>`, what has to stand beside with `+`, what must not be near
with `!`; of the other words one has to be around. All columns are of one row.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from mockforge.learning.fields.seen import MISSING
from mockforge.options import Json
from mockforge.synthesis import surrounded_rows, surrounded_types
from mockforge.synthesis.entity import Entity, Field
from mockforge.synthesis.naming import singular, words_of


class Group(NamedTuple):
    """Rows of what stands together, and where they are meant."""

    at: int
    within: frozenset[str]
    beside: frozenset[str]
    never: frozenset[str]
    near: frozenset[str]
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def surrounded(
    entity: Entity, field: Field, around: Callable[[], frozenset[str]]
) -> Json:
    """Return what *field* holds by where it is, or MISSING.

    Args:
        entity: What it is a field of.
        field: The field.
        around: Returns the words of what is around it, those of the request too.
    """
    name = "".join(field.role.words)
    groups = _by_column().get(name)
    if not groups:
        return MISSING
    group = next((one for one in groups if _is_meant(one, entity, around)), None)
    if group is None:
        return MISSING
    is_item = bool(field.path) and isinstance(field.path[-1], int)
    made = _row(entity, group, is_item)[group.columns.index(name)]
    if field.kind == "integer":
        return int(made) if made.isdecimal() else MISSING
    return made if made and field.kind == "string" else MISSING


@lru_cache(maxsize=1)
def _by_column() -> dict[str, tuple[Group, ...]]:
    found: dict[str, tuple[Group, ...]] = {}
    text = "\n\n".join(
        one.GROUPS.strip() for one in (surrounded_rows, surrounded_types)
    )
    for at, block in enumerate(text.split("\n\n")):
        where, head, *rows = block.replace("\n  ", " ").splitlines()
        words = where.split()
        within, beside, never = (
            frozenset(one[1:] for one in words if one[0] == mark) for mark in ">+!"
        )
        near = frozenset(one for one in words if one[0] not in ">+!")
        columns = tuple(one.strip().replace(" ", "") for one in head.split("|"))
        group = Group(at, within, beside, never, near, columns, _read(rows))
        for column in group.columns:
            found[column] = (*found.get(column, ()), group)
    return found


def _read(lines: list[str]) -> tuple[tuple[str, ...], ...]:
    """Return the rows; of one column there are several to a line."""
    found: list[tuple[str, ...]] = []
    for line in lines:
        for row in line.split(" / "):
            found.append(tuple(one.strip() for one in row.split("|")))
    return tuple(found)


def _is_meant(
    group: Group, entity: Entity, around: Callable[[], frozenset[str]]
) -> bool:
    if group.within and group.within.isdisjoint(_owners(entity)):
        return False
    if group.beside and not group.beside <= _members(entity):
        return False
    if not (group.near or group.never):
        return True
    words = around()
    if not group.never.isdisjoint(words):
        return False
    return not group.near or not group.near.isdisjoint(words)


def _owners(entity: Entity) -> frozenset[str]:
    """Return what *entity* is called: `issueType` is `issuetype` and `type`."""
    names = [step for step in entity.path if isinstance(step, str)]
    return _endings(names[-1] if names else entity.shared.noun or entity.kind)


@lru_cache(maxsize=2048)
def _endings(name: str) -> frozenset[str]:
    words = words_of(name)
    if not words:
        return frozenset()
    words = (*words[:-1], singular(words[-1]))
    return frozenset("".join(words[start:]) for start in range(len(words)))


def _members(entity: Entity) -> frozenset[str]:
    schema = entity.memo.get("schema")
    names = schema.get("properties", {}) if isinstance(schema, dict) else {}
    return _joined(tuple(names))


@lru_cache(maxsize=2048)
def _joined(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset("".join(words_of(name)) for name in names)


def _row(entity: Entity, group: Group, is_item: bool) -> tuple[str, ...]:
    """Return the row that *entity* is of: one that agrees with what is known."""
    key = f"surrounded {group.at}"
    row = None if is_item else entity.memo.get(key)
    if not isinstance(row, tuple):
        allowed = _allowed(entity)
        rows = tuple(
            row
            for row in group.rows
            if all(
                one.lower() in allowed[column]
                for column, one in zip(group.columns, row, strict=True)
                if column in allowed
            )
        )
        deck = rows or group.rows
        row = entity.memo[key] = entity.shared.dealt((key, len(deck)), deck)
    return row


def _allowed(entity: Entity) -> dict[str, set[str]]:
    """Return by the name of a field the values that it has or may have."""
    schema = entity.memo.get("schema")
    members = schema.get("properties", {}) if isinstance(schema, dict) else {}
    found = {
        "".join(words_of(name)): {str(one).lower() for one in inner["enum"]}
        for name, inner in members.items()
        if isinstance(inner, dict) and "enum" in inner
    }
    for name, value in entity.known.items():
        if isinstance(value, str | int):
            found["".join(words_of(name))] = {str(value).lower()}
    return found
