"""Texts that hold other values: cut where those stand, and put together again."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mockforge.bodies.document import Path, text_of
from mockforge.learning.resources.readings import (
    Sources,
    is_scalar,
)
from mockforge.options import Json

_MOST = 12


def pieces(told: str, sources: Sources, loosely: bool) -> list[Json]:
    """Cut *told* where texts of *sources* stand, the longest first."""
    known = [
        (text_of(value), source)
        for source, value in sources.items()
        if is_scalar(value) and not isinstance(value, bool) and value is not None
    ]
    shortest = 1 if loosely else 2
    known = [
        each
        for each in known
        if len(each[0]) >= shortest or each[1][0] in ("address", "id", "scope")
    ]
    known.sort(key=lambda each: (-len(each[0]), _preference(each[1])))
    pieces: list[Json] = [told]
    for shown, source in known[:200]:
        if shown and len(pieces) < _MOST:
            pieces = [part for each in pieces for part in _cut(each, shown, source)]
    return [each for each in pieces if each != ""]


def _preference(source: Path) -> tuple[int, int]:
    order = {"address": 0, "id": 0, "scope": 1, "param": 2, "entity": 3}
    return (order.get(str(source[0]), 4), len(source))


def _cut(piece: Json, shown: str, source: Path) -> list[Json]:
    if not isinstance(piece, str):
        return [piece]
    pattern = rf"(?<![^\W_]){re.escape(shown)}(?![^\W_])"
    out: list[Json] = []
    at = 0
    for match in re.finditer(pattern, piece):
        out += [piece[at : match.start()], source]
        at = match.end()
    return [*out, piece[at:]]


def assembled(parts: Sequence[Json], sources: Sources) -> str | None:
    """Return the text that *parts* make with *sources*; None if one is missing."""
    out = []
    for each in parts:
        if isinstance(each, str):
            out.append(each)
        else:
            value = sources.get(tuple(each))
            if value is None or not is_scalar(value):
                return None
            out.append(text_of(value))
    return "".join(out)
