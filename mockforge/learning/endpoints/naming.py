"""Templates: what the parameters of a path are called."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote

from mockforge.learning.endpoints import words
from mockforge.learning.endpoints.segments import VERSION

# Kinds whose values are names that people gave, not ids that something minted.
_NAMES = frozenset(
    {"word", "words", "host", "email", "ip", "semver", "digest", "urn", "span"}
)
_UNSAFE = re.compile(r"\W")
# Besides what a template has a meaning for: { } * ? and a colon in front.
_PLAIN = "!$&'()+,;=:@-._~"


@dataclass(frozen=True, slots=True)
class Step:
    """A segment of a template: a word, or a parameter with its values."""

    word: str = ""
    prefix: str = ""
    suffix: str = ""
    values: tuple[str, ...] = ()
    """Some that were seen; none for a word."""
    kinds: tuple[str, ...] = ()
    span: bool = False
    """It stands for any number of segments."""


def template(
    steps: tuple[Step, ...], *, slashed: bool = False
) -> tuple[str, tuple[str, ...]]:
    """Return the template of *steps*, and the names of its parameters in order.

    A parameter is named after the word before it: `/orders/{id}`, and `{order_id}`
    where more follows; `{order}` where values are names.

    Args:
        steps: From the root on.
        slashed: A slash ends it.
    """
    names: list[str] = []
    text = ""
    above = ""
    for number, step in enumerate(steps):
        if not step.values:
            text += f"/{word(step.word)}"
            above = "" if VERSION.fullmatch(step.word) else step.word
            continue
        name = _unique(_name(step, above, number == len(steps) - 1), names)
        names.append(name)
        inside = f"{name}**" if step.span else name
        text += f"/{word(step.prefix)}{{{inside}}}{word(step.suffix)}"
    if slashed or not text:
        text += "/"
    return text, tuple(names)


def word(text: str) -> str:
    """Return *text* as it stands in a template."""
    told = quote(text, safe=_PLAIN, errors="surrogateescape")
    return f"%3A{told[1:]}" if told[:1] == ":" and not text[1:2].islower() else told


def _name(step: Step, above: str, last: bool) -> str:
    before = step.prefix.rstrip("(;:") if step.prefix else above
    named = _UNSAFE.sub("_", words.singular(before)).strip("_")
    if step.prefix.endswith(";"):
        return "matrix"
    if named[:1].isdigit():
        named = f"n{named}"
    if {"word", "words"} & set(step.kinds) or set(step.kinds) <= _NAMES:
        return named or "name"
    if last or not named:
        return "id"
    return f"{named}_id"


def _unique(name: str, taken: list[str]) -> str:
    number, told = 2, name
    while told in taken:
        told = f"{name}_{number}"
        number += 1
    return told
