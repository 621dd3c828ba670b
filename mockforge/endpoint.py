"""Endpoints: a method and a path template, the unit of all that is learned."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from mockforge.http import Request

_COLON = re.compile(r":([^\W\d]\w*)")
_BRACES = re.compile(r"\{([^{}*]+)(\*\*)?\}")
_METHOD = re.compile(r"[A-Z][A-Z0-9_-]*")


@dataclass(frozen=True, slots=True)
class Endpoint:
    """A method and a path template, such as `GET /orders/{id}`.

    `{id}` and `:id` stand for one segment, `*` for one without a name, `**` for any
    number of them and `{path**}` for one or more. Fixed text may stand around what is
    in braces: `/reports/{id}.json`, `/jobs/{id}:cancel`.
    """

    method: str | None
    """None means every method."""
    template: str

    def __str__(self) -> str:
        return f"{self.method} {self.template}" if self.method else self.template

    @classmethod
    def parse(cls, text: str) -> Endpoint:
        """Read `GET /orders/{id}` or `/orders/*`.

        Raises:
            ValueError: If it is no path that starts with `/`, holds a query or
                something that would never match, or the method is not one.
        """
        words = text.split()
        if not words or len(words) > 2 or not words[-1].startswith("/"):
            raise ValueError(
                f"{text!r} is not an endpoint;"
                " write 'GET /orders/{id}' or '/orders/*'"
            )
        _check(words[-1])
        if len(words) == 1:
            return cls(None, words[0])
        method = words[0].upper()
        if not _METHOD.fullmatch(method):
            raise ValueError(
                f"{words[0]!r} is not a method; write 'GET /orders/{{id}}'"
            )
        return cls(method, words[1])

    def match(self, method: str, path: str) -> dict[str, str] | None:
        """Return the path's parameters if method and path belong here, else None."""
        if self.method is not None and self.method != method:
            return None
        pattern, names = _pattern(self.template)
        found = pattern.fullmatch(path)
        if found is None:
            return None
        return dict(zip(names, found.groups(), strict=True))


def endpoint_of(request: Request) -> Endpoint:
    """Return the endpoint of *request*; its path is taken literally."""
    return Endpoint(request.method, request.path)


def _check(template: str) -> None:
    """Refuse what could only be meant otherwise."""
    if "?" in template:
        path = template.partition("?")[0]
        raise ValueError(f"{template!r} has a query; an endpoint is a path: {path!r}")
    names = _pattern(template)[1]
    for segment in template.split("/"):
        if re.search(r"[{}]", _BRACES.sub("", segment)) or "}{" in segment:
            raise ValueError(
                f"{segment!r} in {template!r} is no parameter; write one as in"
                " '/files/{name}', with other text between two of them"
            )
    for name in names:
        if names.count(name) > 1:
            raise ValueError(f"{template!r} names the parameter {name!r} twice")


@lru_cache(maxsize=4096)
def _pattern(template: str) -> tuple[re.Pattern[str], tuple[str, ...]]:
    """Return what matches *template*, and the names of its groups in order."""
    parts: list[str] = []
    names: list[str] = []
    for segment in template.split("/")[1:]:
        colon = _COLON.fullmatch(segment)
        if colon:
            names.append(colon[1])
            parts.append("/([^/]+)")
        elif segment == "**":
            parts.append("(?:/.*)?")
        elif segment == "*":
            parts.append("/[^/]+")
        else:
            parts.append(f"/{_segment(segment, names)}")
    return re.compile("".join(parts), re.DOTALL), tuple(names)


def _segment(segment: str, names: list[str]) -> str:
    """Return what matches *segment*, and add the names of its parameters to *names*."""
    pattern, at = "", 0
    for found in _BRACES.finditer(segment):
        pattern += _fixed(segment[at : found.start()])
        pattern += "(.+)" if found[2] else "([^/]+)"
        names.append(found[1])
        at = found.end()
    return pattern + _fixed(segment[at:])


def _fixed(text: str) -> str:
    return "[^/]*".join(re.escape(piece) for piece in text.split("*"))
