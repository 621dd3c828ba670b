"""Paths of endpoints: which requests one stands for, and which of two is nearer."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import unquote

from mockforge.endpoint import Endpoint

_NAME = re.compile(r":([^\W\d]\w*)|\{([^{}*]+)\}")
_REST = re.compile(r"\*\*?|\{([^{}*]+)\*\*\}")

LITERAL, MIXED, NAMED, REST = range(4)
"""How much a segment leaves open, the least first."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A segment of a path, as it is written."""

    kind: int
    text: str
    """What is fixed; the same for two that stand for the same."""
    pattern: re.Pattern[str] | None = None
    names: tuple[str, ...] = ()
    written: str = ""


@dataclass(frozen=True, slots=True)
class Path:
    """A path with parameters."""

    text: str
    segments: tuple[Segment, ...]
    rest: str | None = None
    """The name of what is below, "" if it has none; None if nothing may be below."""
    least: int = 0
    """Segments that must be below at least."""

    @property
    def shape(self) -> tuple[str, ...]:
        """What is the same for two paths that stand for the same requests."""
        below = () if self.rest is None else (f"*{self.least}",)
        return (*(each.text for each in self.segments), *below)

    @property
    def names(self) -> tuple[str, ...]:
        """What its parameters are called."""
        own = tuple(name for each in self.segments for name in each.names)
        return own if self.rest is None else (*own, self.rest or "*")

    @property
    def openness(self) -> tuple[int, ...]:
        """By which the nearer of two paths sorts first."""
        kinds = tuple(each.kind for each in self.segments)
        return (*kinds, -1) if self.rest is None else (*kinds, REST, -self.least)

    def match(self, segments: tuple[str, ...]) -> dict[str, str] | None:
        """Return the parameters of *segments*, or None if they are another path.

        Args:
            segments: From `split`.
        """
        own = len(self.segments)
        below = len(segments) - own
        if below < self.least or (below and self.rest is None):
            return None
        found: dict[str, str] = {}
        for each, value in zip(self.segments, segments, strict=False):
            if each.pattern is None:
                if each.text != value:
                    return None
                continue
            matched = each.pattern.fullmatch(value)
            if matched is None:
                return None
            found.update(zip(each.names, matched.groups(), strict=True))
        if self.rest is not None:
            found[self.rest or "*"] = "/".join(segments[own:])
        return found


def split(path: str) -> tuple[str, ...]:
    """Return the segments of *path*, decoded; a slash at its end is none.

    >>> split("/orders/a%20b/")
    ('orders', 'a b')
    """
    parts = path.split("/")[1:]
    if parts and not parts[-1]:
        parts.pop()
    if "%" not in path:
        return tuple(parts)
    return tuple(unquote(part, errors="surrogateescape") for part in parts)


def parse(text: str) -> Path:
    """Read `/orders/:id`, `/orders/{id}.json` or `/files/*`.

    Raises:
        ValueError: If it is no path, or could never match.
    """
    if not text.startswith("/"):
        raise ValueError(f"{text!r} does not begin with '/'")
    if "#" in text or any(ord(sign) < 33 for sign in text):
        raise ValueError(f"{text!r} is not a path: a blank or '#' is never in one")
    Endpoint.parse(text)
    *first, last = split(text) or ("",)
    rest = _REST.fullmatch(last)
    whole = first if rest or not last else [*first, last]
    for part in first:
        if part.endswith(("**", "**}")):
            raise ValueError(f"in {text!r} more follows after {part!r}")
    segments = tuple(_segment(part) for part in whole)
    if rest is None:
        return Path(text, segments)
    return Path(text, segments, rest[1] or "", 0 if last == "**" else 1)


def _segment(text: str) -> Segment:
    if "*" not in text and not _NAME.search(text):
        return Segment(LITERAL, text)
    whole = text == "*" or _NAME.fullmatch(text) is not None
    pattern, shape, names, at = "", "", [], 0
    for found in re.finditer(r"\{([^{}*]+)\}|^:([^\W\d]\w*)$|\*", text):
        fixed = text[at : found.start()]
        name = found[1] or found[2]
        pattern += re.escape(fixed) + ("(.+)" if name else ".+")
        shape += f"{fixed}{{}}"
        if name:
            names.append(name)
        at = found.end()
    pattern, shape = pattern + re.escape(text[at:]), shape + text[at:]
    if not at:
        # A colon that is no parameter's: `/jobs/a:cancel`.
        return Segment(LITERAL, text)
    kind = NAMED if whole else MIXED
    return Segment(kind, shape, re.compile(pattern, re.DOTALL), tuple(names), text)
