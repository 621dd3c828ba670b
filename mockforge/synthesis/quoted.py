"""Texts whose example says again what is told beside them.

Where the example of `title` is "M 5.1 - Tonga" and that of `mag` 5.1, the title has the
magnitude that was made; what else is in it is as it was made up.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from random import Random  # noqa: TID251 - the type alone

from mockforge.options import Json
from mockforge.synthesis.members import Members
from mockforge.synthesis.naming import slug
from mockforge.synthesis.variation import composed

_LEAST = 3
_LONGEST = 300


def requote(members: Members, rng: Random) -> None:
    """Have texts say what is made beside them, where their examples do."""
    told = _examples(members)
    if len(told) < 2:
        return
    for name, quotes in _quotes(tuple(told.items())):
        old = members.made.get(name)
        if not isinstance(old, str) or members.is_given(name):
            continue
        made = _filled(
            told[name], old, [(told[one], members.made.get(one)) for one in quotes], rng
        )
        if made and made != old and members.put(name, made):
            _renamed(members, name, old, made)


def _examples(members: Members) -> Mapping[str, str]:
    """Return the one example of each member that has one, as text."""
    found = {}
    for name in members.made:
        several = members.told(name).get("examples")
        if isinstance(several, list) and len(several) == 1:
            one = several[0]
            if isinstance(one, str | int | float) and not isinstance(one, bool):
                found[name] = str(one)
    return found


@lru_cache(maxsize=1024)
def _quotes(told: tuple[tuple[str, str], ...]) -> Sequence[tuple[str, Sequence[str]]]:
    """Return which examples have others in them, and which, the longest first."""
    found = []
    for name, text in told:
        inner = [
            (len(part), other) for other, part in told
            if other != name and _LEAST <= len(part) < len(text) <= _LONGEST
            and re.search(rf"(?<!\w){re.escape(part)}(?!\w)", text)
        ]  # fmt: skip
        if inner:
            found.append((name, [other for _, other in sorted(inner, reverse=True)]))
    return found


def _filled(
    example: str, old: str, quotes: Sequence[tuple[str, Json]], rng: Random
) -> str:
    """Return *example* with what is made beside it; the rest is of *old* if it fits."""
    text = example
    for number, (quoted, _) in enumerate(quotes):
        part = re.escape(quoted)
        text = re.sub(rf"(?<![\w\0]){part}(?![\w\0])", f"\0{number}\0", text, count=1)
    rest = re.split(r"\0(\d+)\0", text)
    shape = "".join(".+?" if at % 2 else _loose(part) for at, part in enumerate(rest))
    match = re.fullmatch(shape, old, re.DOTALL)
    kept = match.groups() if match else tuple(composed(one, rng) for one in rest[::2])
    return "".join(str(quotes[int(part)][1]) if at % 2 else kept[at // 2]
                   for at, part in enumerate(rest))  # fmt: skip


def _loose(part: str) -> str:
    """Return a pattern of *part* with any digits in the place of digits."""
    return f"({re.sub(r'[0-9]+', '[0-9]+', re.escape(part))})"


def _renamed(members: Members, name: str, old: str, made: str) -> None:
    """What was spelt after *old* is spelt after what is there now."""
    was, now = slug(old), slug(made)
    for other, value in members.made.items():
        if other != name and isinstance(value, str) and len(was) > _LEAST \
                and was in value and not members.is_given(other):  # fmt: skip
            members.put(other, value.replace(was, now))
