"""Longer texts that hold copies: a Location, a link to the next page, a message."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mockforge.bodies.document import Path
from mockforge.learning.bindings.answers import Told
from mockforge.learning.bindings.binding import Binding, Kind, wilson
from mockforge.learning.bindings.choosing import explained
from mockforge.learning.bindings.situations import Situations
from mockforge.learning.formats import classify, is_minted

LONGEST = 1000
MOST_WORDS = 40

_JOINTS = re.compile(r"([^A-Za-z0-9_\-.~%+]+)")
_FINER = re.compile(r"([^A-Za-z0-9]+)")


def in_parts(
    place: Path, values: Sequence[Told], situations: Situations
) -> Binding | None:
    """Return what stands in *values* and what is copied between; None if nothing is."""
    for joints in (_JOINTS, _FINER):
        found = _split(place, values, situations, joints)
        if found is not None:
            return found
    return None


def _split(
    place: Path,
    values: Sequence[Told],
    situations: Situations,
    joints: re.Pattern[str],
) -> Binding | None:
    rows = [
        joints.split(told.text) if len(told.text) <= LONGEST else [] for told in values
    ]
    width, between = len(rows[0]), rows[0][1::2]
    if not 1 < width <= 2 * MOST_WORDS or any(row[1::2] != between for row in rows):
        return None
    parts: list[str | Binding] = []
    for column in range(width):
        words = [row[column] for row in rows]
        if column % 2:
            part: str | Binding | None = words[0]
        else:
            part = _part(_named(place, rows[0], column), values, words, situations)
        if part is None:
            return None
        if isinstance(part, str) and parts and isinstance(parts[-1], str):
            parts[-1] += part
        elif part != "":
            parts.append(part)
    return _joined(parts, len(values))


def _named(place: Path, row: list[str], column: int) -> Path:
    """Return *place* with the name that a word has in a query: `page` of `page=2`."""
    return (*place, row[column - 2]) if column and row[column - 1] == "=" else place


def _part(
    place: Path, values: Sequence[Told], words: list[str], situations: Situations
) -> str | Binding | None:
    """Return the word that always stands there, or where the words come from."""
    same = len(set(words)) == 1
    if same and (len(words) > 1 or len(words[0]) < 2):
        return words[0]
    told = [one.of(word) for one, word in zip(values, words, strict=True)]
    found = explained(place, told, situations)
    if found is not None:
        return found
    if same:
        return words[0]
    if all(is_minted(classify(word)) for word in words):
        seen = len(words)
        format = classify(words[0])
        name = None if format is None else format.value
        return Binding(Kind.MINTED, seen, seen, wilson(seen, seen), name)
    return None


def _joined(parts: list[str | Binding], seen: int) -> Binding | None:
    copies = [part for part in parts if isinstance(part, Binding) and part.origin]
    if not copies:
        return None
    kinds = [part.kind for part in copies]
    kind = min(kinds, key=[Kind.EARLIER, Kind.REQUEST, Kind.DERIVED].index)
    return Binding(
        kind, seen, seen, min(part.confidence for part in copies), parts=tuple(parts)
    )
