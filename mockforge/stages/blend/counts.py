"""Counts: numbers that say how long a list beside them is, made to agree with it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from mockforge.options import Json
from mockforge.stages.blend.measures import words_of

_TOTAL = re.compile(
    r"(?:^|_|[a-z])(?:total|count|size|length|hits|results|matches|records|entries"
    r"|elements|found)|^(?:n|num|number_?of)(?![a-z])",
    re.IGNORECASE,
)

_WANTED = frozenset(
    ("page", "pages", "per", "limit", "offset", "max", "skip", "index", "version", "id")
)
"""Words of numbers that say what was asked for, or which part of the list it is."""

DEEPEST = 3
"""Objects in objects that numbers are looked for in."""

Path = tuple[str, ...]


def counted(
    found: dict[str, Json], candidates: Sequence[dict[str, Json]]
) -> dict[str, Json]:
    """Return the merged object *found* with the counts of its lists made right.

    A number is a count of a list if every candidate that has both says so: it is the
    length of the list. A total that is more, because the list is a page of it, grows or
    shrinks with the page.
    """
    lists = {name: len(each) for name, each in found.items() if type(each) is list}
    told = [(dict(_numbers(each)), each) for each in candidates] if lists else []
    for path, number in [*_numbers(found)] if lists else ():
        if not _WANTED.isdisjoint(words_of(path[-1])):
            continue
        for listed, length in lists.items():
            said = [
                (numbers[path], len(each[listed]))
                for numbers, each in told
                if path in numbers and type(each.get(listed)) is list
            ]
            right = _right(path[-1], number, said, (length, len(lists) == 1))
            if right is not None:
                if right != number:
                    found = _with(found, path, right)
                break
    return found


def _right(
    name: str, told: int, said: Sequence[tuple[int, int]], listed: tuple[int, bool]
) -> int | None:
    """Return what a number is to be if it is a count of a list; else None.

    Args:
        name: Of the number.
        told: The number.
        said: What the candidates say, with the lengths of their lists.
        listed: The length of the list, and whether it is the only one.
    """
    length, is_alone = listed
    if not said:
        return None
    is_named = _TOTAL.search(name) is not None
    # By chance one number is as long as a list, but not two that differ.
    if all(number == many for number, many in said) and (is_named or len({*said}) > 1):
        return length
    if not is_named or not is_alone or any(number < many for number, many in said):
        return None
    beyond = next((number - many for number, many in said if number == told), None)
    return max(length, told if beyond is None else length + beyond)


def _numbers(value: Mapping[str, Json], path: Path = ()) -> Iterator[tuple[Path, int]]:
    """Yield every whole number of an object and of those in it, with its path."""
    for name, each in value.items():
        if type(each) is int:
            yield (*path, name), each
        elif len(path) < DEEPEST - 1 and isinstance(each, dict):
            yield from _numbers(each, (*path, name))


def _with(value: dict[str, Json], path: Path, number: int) -> dict[str, Json]:
    """Return a copy of an object with another number at *path*."""
    first, *rest = path
    new = _with(value[first], tuple(rest), number) if rest else number
    return {**value, first: new}
