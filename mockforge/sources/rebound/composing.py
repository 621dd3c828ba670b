"""Composing: texts that hold values from elsewhere, such as addresses and messages."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping

from mockforge.bodies.document import text_of
from mockforge.learning.formats import spelled, text_in
from mockforge.sources.rebound.facts import Fact
from mockforge.sources.rebound.journal import Moment
from mockforge.sources.rebound.links import asked_values
from mockforge.sources.rebound.places import Place

_TOKEN = re.compile(r"[A-Za-z0-9][\w.:~+-]{5,}(?:={1,2}(?=$|[^\w]))?")
_WORD = re.compile(r"\w+|[^\w\s]")
_LONGEST = 4000
_SHORTEST = 2

Pair = tuple[str, str, str]
"""What stood there, what is to stand there, and where that is from, for people."""


def renamed_by_request(recorded: Moment, live: Moment) -> dict[str, tuple[str, Place]]:
    """Return what the live request says where the recorded one said something else.

    Texts that differ in a few words are compared word by word. The segments of paths
    of another length do not stand for each other.
    """
    found: dict[str, tuple[str, Place]] = {}
    is_shifted = _segments(recorded) != _segments(live)
    for fact in [*asked_values(recorded), *_derived(recorded)]:
        other = live.asked.one(fact.place)
        if other is None or recorded.asked.one(fact.place) is None:
            continue
        if isinstance(other.value, dict | list):
            continue
        if is_shifted and fact.place[0] == "path":
            continue
        mine, theirs = fact.text, text_of(other.value)
        found.setdefault(mine, (theirs, fact.place))
        if mine != theirs and max(len(mine), len(theirs)) < _LONGEST:
            for old, new in _reworded(mine, theirs):
                found.setdefault(old, (new, fact.place))
    return found


def _segments(moment: Moment) -> int:
    return sum(f.place[0] == "path" and len(f.place) == 2 for f in moment.asked.every)


def _derived(moment: Moment) -> list[Fact]:
    return [
        fact
        for fact in moment.asked.every
        if fact.place[0] in ("raw", "whole") and len(fact.text) > 1
    ]


def _reworded(mine: str, theirs: str) -> Iterator[tuple[str, str]]:
    one, other = _WORD.findall(mine), _WORD.findall(theirs)
    if len(one) < 3:
        return
    matcher = difflib.SequenceMatcher(None, one, other, autojunk=False)
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind == "replace" and b - a == d - c:
            yield from zip(one[a:b], other[c:d], strict=True)


def occurrences(
    text: str, renamed: Mapping[str, tuple[str, Place]]
) -> list[tuple[int, int, str, Place]]:
    """Return where *text* holds what was renamed, whole words, the longest first."""
    found: list[tuple[int, int, str, Place]] = []
    if len(text) > _LONGEST:
        return found
    for old in sorted(renamed, key=lambda each: (-len(each), each)):
        if len(old) < _SHORTEST or old not in text:
            continue
        new, place = renamed[old]
        start = text.find(old)
        while start >= 0:
            end = start + len(old)
            if _stands_alone(text, start, end) and not _overlaps(found, start, end):
                found.append((start, end, new, place))
            start = text.find(old, end)
    return sorted(found)


def tokens(
    text: str, taken: list[tuple[int, int, str, Place]]
) -> Iterator[tuple[int, int, str]]:
    """Yield the long words of *text* outside of what is *taken*."""
    if len(text) > _LONGEST:
        return
    for match in _TOKEN.finditer(text):
        if not _overlaps(taken, match.start(), match.end()):
            yield match.start(), match.end(), match[0]


def recoded(text: str, renamed: Mapping[str, tuple[str, Place]]) -> str | None:
    """Return *text*, base64 of a text, with what was renamed in base64 renamed in it.

    None if it is none, or holds nothing of that.
    """
    plain = text_in(text)
    if plain is None:
        return None
    inner = {}
    for old, (new, place) in renamed.items():
        was, now = text_in(old), text_in(new)
        if was and now is not None:
            inner[was] = (now, place)
    found = occurrences(plain, inner)
    if not found:
        return None
    changes = [(start, end, new) for start, end, new, _ in found]
    return spelled(put_together(plain, changes).encode(), text)


def put_together(text: str, changes: list[tuple[int, int, str]]) -> str:
    """Return *text* with each change made; none overlaps another."""
    out, at = [], 0
    for start, end, new in sorted(changes):
        out += [text[at:start], new]
        at = end
    return "".join([*out, text[at:]])


def _stands_alone(text: str, start: int, end: int) -> bool:
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    return not (before.isalnum() and text[start].isalnum()) and not (
        after.isalnum() and text[end - 1].isalnum()
    )


def _overlaps(taken: list[tuple[int, int, str, Place]], start: int, end: int) -> bool:
    return any(start < stop and begin < end for begin, stop, *_ in taken)
