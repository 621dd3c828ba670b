"""Endpoints: a method and a path template, the unit of config, learning and statistics."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from mockforge.http import Request

_PARAMETER = re.compile(r"\{(\w+)\}|:(\w+)")
_METHOD = re.compile(r"[A-Z][A-Z0-9_-]*")


@dataclass(frozen=True, slots=True)
class Endpoint:
    """A method and a path template, such as `GET /orders/{id}`.

    Whole segments only: `{id}` and `:id` stand for one segment, `*` for one
    without a name, `**` for any number of them.
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
            ValueError: If there is no path that starts with `/`, or the method is not one.
        """
        words = text.split()
        if not words or len(words) > 2 or not words[-1].startswith("/"):
            raise ValueError(f"{text!r} is not an endpoint; write 'GET /orders/{{id}}' or '/orders/*'")
        if len(words) == 1:
            return cls(None, words[0])
        method = words[0].upper()
        if not _METHOD.fullmatch(method):
            raise ValueError(f"{words[0]!r} is not a method; write 'GET /orders/{{id}}'")
        return cls(method, words[1])

    def match(self, method: str, path: str) -> dict[str, str] | None:
        """Return the path's parameters if *method* and *path* belong here, else None."""
        if self.method is not None and self.method != method:
            return None
        found = _pattern(self.template).fullmatch(path)
        return None if found is None else found.groupdict()


def endpoint_of(request: Request) -> Endpoint:
    """Return the endpoint of *request*; its path is taken literally."""
    return Endpoint(request.method, request.path)


@lru_cache(maxsize=4096)
def _pattern(template: str) -> re.Pattern[str]:
    parts = []
    for segment in template.split("/")[1:]:
        parameter = _PARAMETER.fullmatch(segment)
        if parameter:
            parts.append(f"/(?P<{parameter[1] or parameter[2]}>[^/]+)")
        elif segment == "**":
            parts.append("(?:/.*)?")
        else:
            parts.append("/" + "[^/]*".join(re.escape(piece) for piece in segment.split("*")))
    return re.compile("".join(parts), re.DOTALL)
