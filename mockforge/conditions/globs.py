"""Globs: `/api/posts/*/like`, `*@example.com`."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

LONGEST = 10_000
"""Characters of a text that is compared with a glob; longer ones fit none."""


@lru_cache(maxsize=1000)
def glob(pattern: str) -> Callable[[str], bool]:
    """Return what tells whether a text fits a glob.

    One that begins with a slash is of a path: `*` is within a segment, `:id` and `{id}`
    are one segment, `**` is any number of them, and `/*` at the end is all below. In
    any other, `*` is any text. `?` is one character.
    """
    if pattern.startswith("/"):
        return _path(pattern)
    fits = _text(pattern)
    return lambda text: len(text) <= LONGEST and fits(text)


def _text(pattern: str) -> Callable[[str], bool]:
    """Return what tells whether a text fits, in time that grows with its length alone.

    Between stars the first place that fits is as good as any, so that nothing has to
    be tried twice: an atomic group for each piece.
    """
    pieces = re.split(r"\*+", pattern)
    first, *middle, last = pieces if len(pieces) > 1 else [pieces[0], ""]
    if len(pieces) == 1:
        whole = _escaped(first)
    else:
        inner = "".join(f"(?>.*?{_escaped(piece)})" for piece in middle)
        whole = f"{_escaped(first)}{inner}.*{_escaped(last)}"
    fits = re.compile(whole, re.DOTALL).fullmatch
    return lambda text: fits(text) is not None


def _escaped(piece: str) -> str:
    return "".join("." if sign == "?" else re.escape(sign) for sign in piece)


def _path(pattern: str) -> Callable[[str], bool]:
    segments = pattern.split("/")[1:]
    is_open = len(segments) > 1 and segments[-1] == "*"
    if is_open:
        segments[-1:] = ["**"]
    steps = [None if each == "**" else _segment(each) for each in segments]

    def fits(text: str) -> bool:
        if len(text) > LONGEST or not text.startswith("/"):
            return False
        parts = text.split("/")[1:]
        # `/api/users/*` is what is below `/api/users`, not that itself.
        if is_open and len(parts) < len(steps):
            return False
        return _walk(steps, parts)

    return fits


def _segment(each: str) -> Callable[[str], bool]:
    if re.fullmatch(r":\w+|\{\w+\}", each):
        return bool
    return _text(each)


def _walk(steps: list[Callable[[str], bool] | None], parts: list[str]) -> bool:
    """Tell whether the parts go with the steps; None is any number of parts."""
    reached = [True] + [False] * len(parts)
    for step in steps:
        if step is None:
            first = reached.index(True) if True in reached else len(reached)
            reached = [place >= first for place in range(len(reached))]
        else:
            following = [False]
            for place, part in enumerate(parts):
                following.append(reached[place] and step(part))
            reached = following
    return reached[-1]
