"""Pins: what people say of fields of requests, over what was learned.

# made by the client, and not told as such
ignore POST /orders body.$.client_time
keep GET /search query.ts
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Literal

from mockforge.bodies.document import Path, Step, shown
from mockforge.errors import ConfigError

VERBS = ("ignore", "keep")
PARTS = ("path", "query", "header", "cookie", "body")
ANY = "*"
"""Every endpoint."""

EXAMPLE = (
    "write 'ignore POST /orders body.$.client_time' or 'keep GET /search query.ts'"
)

_STEP = re.compile(r"\.?\[(?:(\d+|\*)|\"([^\"]*)\"|'([^']*)')\]|\.([^.\[\]]+)")
_PARAMETER = re.compile(r"\{[^{}]*\}")


@dataclass(frozen=True, slots=True)
class Pin:
    """A line: what to do with one field."""

    verb: Literal["ignore", "keep"]
    endpoint: str
    """As `GET /orders/{id}`, without a method for all, or `*`."""
    path: Path
    """With `*` for items."""
    line: int = 0

    def __str__(self) -> str:
        return f"{self.verb} {self.endpoint} {shown(self.path)}"

    def applies(self, key: str) -> bool:
        """Tell whether the endpoint of *key* is meant, by any names of parameters."""
        if self.endpoint == ANY:
            return True
        own, other = _PARAMETER.sub("{}", self.endpoint), _PARAMETER.sub("{}", key)
        return own == other or (own[:1] == "/" and own == other.partition(" ")[2])


@dataclass(frozen=True, slots=True)
class Pins:
    """The lines of a file, the later over the earlier."""

    lines: tuple[Pin, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.lines)

    def of(self, key: str) -> dict[Path, Pin]:
        """Return what is said of the fields of an endpoint."""
        return {pin.path: pin for pin in self.lines if pin.applies(key)}

    def strays(self, keys: Iterable[str]) -> list[Pin]:
        """Return the lines that are of none of the endpoints *keys*."""
        known = list(keys)
        return [pin for pin in self.lines if not any(map(pin.applies, known))]


def read_pins(text: str, where: str) -> Pins:
    """Read the pins in *text*.

    Args:
        text: A line for each; `#` begins a comment.
        where: The file, for errors.

    Raises:
        ConfigError: If a line is none, with its number and the nearest right thing.
    """
    return Pins(tuple(_lines(text, where)))


def _lines(text: str, where: str) -> Iterator[Pin]:
    for number, line in enumerate(text.splitlines(), 1):
        plain = re.sub(r"(^|\s)#.*", "", line).strip()
        if plain:
            yield _pin(plain, number, f"{where}:{number}")


def _pin(line: str, number: int, where: str) -> Pin:
    words = line.split()
    verb = words[0].lower()
    if verb not in VERBS:
        near = get_close_matches(verb, VERBS, 1, 0.5)
        raise ConfigError(
            f"{words[0]!r} is nothing to do with a field",
            where=where,
            nearest=f"did you mean {near[0]!r}?" if near else "it is ignore or keep",
            next_step=EXAMPLE,
        )
    if len(words) < 3:
        raise ConfigError(
            f"{line!r} is too short",
            where=where,
            nearest="a line is what to do, an endpoint and a field",
            next_step=EXAMPLE,
        )
    endpoint = _endpoint(words[1:-1], where)
    path = _path(words[-1], where)
    return Pin("ignore" if verb == "ignore" else "keep", endpoint, path, number)


def _endpoint(words: list[str], where: str) -> str:
    text = " ".join(words)
    is_path = words[0].startswith("/") or words == [ANY]
    if is_path or (len(words) > 1 and words[1].startswith("/")):
        return text if is_path else " ".join([words[0].upper(), *words[1:]])
    raise ConfigError(
        f"{text!r} is not an endpoint",
        where=where,
        nearest="it is a method and a path, as in 'GET /orders/{id}'; * is all",
        next_step="mockforge recordings show RECORDING --endpoints lists them",
    )


def _path(text: str, where: str) -> Path:
    """Read what `bodies.document.shown` writes; names in quotes may hold dots."""
    match = re.match(r"[a-z]+", text)
    part = match[0] if match else text
    if part not in PARTS:
        near = get_close_matches(part, PARTS, 1, 0.5)
        meant = text.replace(part, near[0], 1) if near else "body.$.name or query.name"
        raise ConfigError(
            f"{text!r} is not a field of a request",
            where=where,
            nearest=f"did you mean {meant!r}?" if near else f"as in {meant}",
            next_step="mockforge recordings volatile RECORDING shows some",
        )
    rest = text[len(part) :]
    if part == "body":
        rest = re.sub(r"^\.?\$", "", rest)
    steps = list(_steps(rest, text, where))
    if part == "path":
        steps = [int(step) for step in steps if str(step).isdigit()]
    if not steps and part != "body":
        raise ConfigError(
            f"{text!r} does not say which",
            where=where,
            nearest=f"as in {'path[1]' if part == 'path' else part + '.name'}",
            next_step=EXAMPLE,
        )
    return (part, *steps)


def _steps(rest: str, text: str, where: str) -> Iterator[Step]:
    at = 0
    while at < len(rest):
        match = _STEP.match(rest, at)
        if match is None:
            raise ConfigError(
                f"{text!r} is not a field of a request",
                where=where,
                nearest=f"after {text[: len(text) - len(rest) + at]!r} comes .name, [*]"
                " or ['a name']",
                next_step=EXAMPLE,
            )
        number, double, single, name = match.groups()
        if number is not None:
            yield int(number) if text.startswith("path") else "*"
        else:
            yield next(one for one in (double, single, name) if one is not None)
        at = match.end()
