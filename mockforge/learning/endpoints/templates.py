"""Templates of paths, read: words, parameters, and what stands around these."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from mockforge.bodies.reading import unquoted

_COLON = re.compile(r":([^\W\d]\w*)")
_BRACES = re.compile(r"\{([^{}*]+)(\*\*)?\}")


@dataclass(frozen=True, slots=True)
class Part:
    """A segment of a template, or a parameter that spans several."""

    text: str | None
    """The word, decoded; None where there is a parameter."""
    names: tuple[str, ...] = ()
    """Of the parameters, in order; more than one as in `{base}...{head}`."""
    fixed: tuple[str, ...] = ("", "")
    """What stands before, between and after them."""
    span: bool = False

    @property
    def rank(self) -> tuple[bool, int, tuple[str, ...]]:
        """What sorts the special before the general."""
        return self.span, -sum(map(len, self.fixed)), self.fixed

    def values(self, text: str) -> tuple[str, ...] | None:
        """Return what the parameters hold where they stand for *text*, or None."""
        if self.fixed == ("", ""):
            return (text,) if text else None
        found = _pattern(self.fixed).fullmatch(text)
        return None if found is None else found.groups()

    def filled(self, values: tuple[str, ...]) -> str:
        """Return the segment with *values* in its parameters."""
        pairs = zip(self.fixed, (*values, ""), strict=True)
        return "".join(fixed + value for fixed, value in pairs)


@lru_cache(maxsize=1024)
def _pattern(fixed: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("(.+)".join(re.escape(text) for text in fixed), re.DOTALL)


@lru_cache(maxsize=4096)
def parts_of(template: str) -> tuple[Part, ...]:
    """Return the parts of *template*; slashes at its end are left out."""
    return tuple(
        _part(segment, number)
        for number, segment in enumerate(template.rstrip("/").split("/")[1:])
    )


@lru_cache(maxsize=4096)
def names_of(template: str) -> tuple[str, ...]:
    """Return the names of the parameters of *template*, in order."""
    return tuple(name for part in parts_of(template) for name in part.names)


def _part(segment: str, number: int) -> Part:
    colon = _COLON.fullmatch(segment)
    if colon:
        return Part(None, (colon[1],))
    if segment in ("*", "**"):
        return Part(None, (f"rest_{number}",), span=segment == "**")
    found = list(_BRACES.finditer(segment))
    if not found:
        return Part(_plain(segment))
    ends = [0, *(one.end() for one in found)]
    starts = [*(one.start() for one in found), len(segment)]
    pairs = zip(ends, starts, strict=True)
    fixed = tuple(_plain(segment[end:start]) for end, start in pairs)
    return Part(
        None, tuple(one[1] for one in found), fixed, any(one[2] for one in found)
    )


def _plain(text: str) -> str:
    return unquoted(text.replace("+", "%2B")) if "%" in text else text
