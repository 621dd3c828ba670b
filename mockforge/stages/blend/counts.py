"""Counts: numbers that say how long a list beside them is, made to agree with it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from mockforge.options import Json

_TOTAL = re.compile(r"(?:^|_|[a-z])(?:total|count|size|length|hits)", re.IGNORECASE)


def counted(found: dict[str, Json], candidates: Sequence[dict[str, Json]]) -> Json:
    """Return the merged object *found* with the counts of its lists made right.

    A number is a count of a list if every candidate that has both says so: it is the
    length of the list. A total that is more, because the list is a page of it, grows or
    shrinks with the page.
    """
    lists = [name for name, value in found.items() if type(value) is list]
    if not lists:
        return found
    for where, name in [*_numbers(found)]:
        for listed in lists:
            said = [*_said(candidates, where, name, listed)]
            if not said:
                continue
            length = len(found[listed])
            if all(number == many for number, many in said):
                _place(found, where)[name] = length
                break
            if len(lists) == 1 and _TOTAL.search(name):
                if all(number >= many for number, many in said):
                    _place(found, where)[name] = _grown(
                        _place(found, where)[name], said, length
                    )
                break
    return found


def _grown(told: int, said: Sequence[tuple[int, int]], length: int) -> int:
    """Return a total whose page became *length* long."""
    beyond = next((number - many for number, many in said if number == told), None)
    return max(length, told if beyond is None else length + beyond)


def _numbers(found: dict[str, Json]) -> Iterator[tuple[str | None, str]]:
    """Yield (object beside the list or None, member) of every whole number."""
    for name, value in found.items():
        if _is_whole(value):
            yield None, name
        elif isinstance(value, dict):
            for inner, below in value.items():
                if _is_whole(below):
                    yield name, inner


def _said(
    candidates: Sequence[dict[str, Json]], where: str | None, name: str, listed: str
) -> Iterator[tuple[int, int]]:
    for candidate in candidates:
        holder = candidate if where is None else candidate.get(where)
        many = candidate.get(listed)
        if isinstance(holder, dict) and isinstance(many, list):
            number = holder.get(name)
            if isinstance(number, int) and not isinstance(number, bool):
                yield number, len(many)


def _place(found: dict[str, Json], where: str | None) -> dict[str, Json]:
    if where is None:
        return found
    inner: dict[str, Json] = found[where]
    return inner


def _is_whole(value: Json) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)
