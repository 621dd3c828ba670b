"""Templates of paths, read: words, parameters, and what stands around these."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from mockforge.bodies.reading import unquoted

_PARAMETER = re.compile(r"([^{}]*)\{([^{}*]+)(\*\*|\*)?\}([^{}]*)|:([^\W\d]\w*)")


@dataclass(frozen=True, slots=True)
class Part:
    """A segment of a template, or a parameter that spans several."""

    text: str | None
    """The word, decoded; None for a parameter."""
    name: str = ""
    prefix: str = ""
    suffix: str = ""
    span: bool = False

    @property
    def rank(self) -> tuple[bool, int, str, str]:
        """What sorts the special before the general."""
        fixed = len(self.prefix) + len(self.suffix)
        return self.span, -fixed, self.prefix, self.suffix

    def value(self, text: str) -> str | None:
        """Return what the parameter holds where it stands for *text*, or None."""
        prefix, suffix = self.prefix, self.suffix
        if len(text) <= len(prefix) + len(suffix):
            return None
        if not text.startswith(prefix) or not text.endswith(suffix):
            return None
        return text[len(prefix) : len(text) - len(suffix)]


@lru_cache(maxsize=4096)
def parts_of(template: str) -> tuple[Part, ...]:
    """Return the parts of *template*; slashes at its end are left out."""
    found = []
    for number, segment in enumerate(template.rstrip("/").split("/")[1:]):
        parameter = _PARAMETER.fullmatch(segment)
        if parameter:
            name = parameter[2] or parameter[5]
            around = _plain(parameter[1] or ""), _plain(parameter[4] or "")
            found.append(Part(None, name, *around, bool(parameter[3])))
        elif segment in ("*", "**"):
            found.append(Part(None, f"rest_{number}", span=segment == "**"))
        else:
            found.append(Part(_plain(segment)))
    return tuple(found)


def _plain(text: str) -> str:
    return unquoted(text.replace("+", "%2B")) if "%" in text else text
