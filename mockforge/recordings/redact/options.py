"""What can be set about redaction, and the checks that a setting has to pass."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from importlib import import_module
from itertools import combinations
from typing import Any

from mockforge.errors import ConfigError
from mockforge.options import Options

# How the library reads a pattern: it says so to nobody else, least of all to mypy.
sre: Any = import_module("re._constants")
_parser: Any = import_module("re._parser")

LONGEST_MATCH = 256
"""Bytes. A pattern is tried on pieces of twice this, so that no text makes it slow."""
MOST_REPEATS = 64
"""A repeat up to this many times counts as bounded."""


class RedactOptions(Options):
    """What is taken for a secret besides what is known, and what is not."""

    enabled: bool = True
    """False stores everything as it was, secrets too."""
    headers: list[str] = []
    """More header fields whose whole value is secret; `*` stands for any characters."""
    fields: list[str] = []
    """More names of members, form fields, parameters and elements; `*` likewise."""
    patterns: list[str] = []
    """Regular expressions for secrets in any text; with a group, it alone is secret."""
    keep: list[str] = []
    """Names of headers, cookies and fields, or whole values, that always stay."""


def checked_patterns(options: RedactOptions) -> list[re.Pattern[bytes]]:
    """Return the patterns of *options*, compiled.

    Raises:
        ConfigError: If a pattern or a name cannot be used.
    """
    for key in ("headers", "fields", "keep"):
        for i, name in enumerate(getattr(options, key)):
            _check_name(name, key, f"redact.{key}[{i}]")
    return [
        _compiled(pattern, f"redact.patterns[{i}]")
        for i, pattern in enumerate(options.patterns)
    ]


def _check_name(name: str, key: str, where: str) -> None:
    if not name.strip() or not name.strip("*? "):
        raise ConfigError(
            f"{name!r} names {'everything' if name.strip() else 'nothing'}",
            where=where,
            next_step="write a name, such as 'x-acme-key' or 'acme_*'",
        )
    if key == "fields" and (name.startswith("$") or "[" in name):
        last = re.split(r"[.\[\]]+", name.strip("[]'\""))[-1].strip("'\"") or "name"
        raise ConfigError(
            f"{name!r} is a path; a field is redacted by its name wherever it stands",
            where=where,
            next_step=f"write the name alone: {last!r}",
        )


def _compiled(pattern: str, where: str) -> re.Pattern[bytes]:
    try:
        found = re.compile(pattern.encode())
        tree = _parser.parse(pattern.encode())
    except (re.error, RecursionError, OverflowError) as error:
        raise ConfigError(
            f"{pattern!r} is not a regular expression: {error}",
            where=where,
            next_step="correct it; a special character meant as such needs a backslash",
        ) from None
    empty = found.match(b"") is not None
    if empty or all(found.search(text) for text in (b" ", b"a", b"0")):
        raise ConfigError(
            f"{pattern!r} matches {'the empty text' if empty else 'any text'}"
            " and would replace everything",
            where=where,
            next_step="say what the secret looks like, such as 'acme_[a-z0-9]{20}'",
        )
    if problem := _slow(tree):
        raise ConfigError(
            f"{pattern!r} {problem}, which can take for ever on some texts",
            where=where,
            next_step="say how often at most: 'acme(-[a-z]{1,20}){1,4}' instead of"
            " 'acme(-[a-z]+)+'",
        )
    return found


def _slow(tree: Any) -> str:
    """Return why trying the parsed expression *tree* could be slow; empty if not."""
    repeats = list(_open_repeats(tree))
    for inner in repeats:
        if next(_open_repeats(inner), None) is not None:
            return "has a repeat without end inside another"
        if any(op is sre.BRANCH for op, _ in _all(inner)):
            return "has a choice inside a repeat without end"
    starts = [_letters(inner) for inner in repeats]
    if any(a & b & c for a, b, c in combinations(starts, 3)):
        return "has three repeats without end over the same characters"
    return ""


def _open_repeats(tree: Any) -> Iterator[Any]:
    """Yield what is repeated more than MOST_REPEATS times, outermost first."""
    for op, value in tree:
        if op in (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT):
            if value[1] > MOST_REPEATS:
                yield value[2]
            elif value[1] > 1 and next(_open_repeats(value[2]), None) is not None:
                # Bounded, but what it repeats is not: {1,64} of a+ is as bad.
                yield [(op, value)]
                continue
        for inner in _inside(op, value):
            yield from _open_repeats(inner)


def _all(tree: Any) -> Iterator[tuple[Any, Any]]:
    for op, value in tree:
        yield op, value
        for inner in _inside(op, value):
            yield from _all(inner)


def _inside(op: Any, value: Any) -> Sequence[Any]:
    if op in (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT):
        return [value[2]]
    if op is sre.SUBPATTERN:
        return [value[3]]
    if op is sre.BRANCH:
        return list(value[1])
    if op in (sre.ASSERT, sre.ASSERT_NOT):
        return [value[1]]
    return [value] if op is sre.ATOMIC_GROUP else []


def _letters(tree: Any) -> frozenset[int]:
    """Return the bytes that *tree* could begin to match or go on with, roughly."""
    out: set[int] = set()
    for op, value in _all(tree):
        if op is sre.LITERAL:
            out.add(value)
        elif op is sre.IN:
            out |= _class(value)
        elif op in (sre.ANY, sre.NOT_LITERAL):
            out |= set(range(256))
    return frozenset(out)


_CATEGORIES = {
    sre.CATEGORY_DIGIT: rb"\d",
    sre.CATEGORY_NOT_DIGIT: rb"\D",
    sre.CATEGORY_SPACE: rb"\s",
    sre.CATEGORY_NOT_SPACE: rb"\S",
    sre.CATEGORY_WORD: rb"\w",
    sre.CATEGORY_NOT_WORD: rb"\W",
}


def _class(items: Any) -> set[int]:
    out: set[int] = set()
    negated = False
    for op, value in items:
        if op is sre.NEGATE:
            negated = True
        elif op is sre.LITERAL:
            out.add(value)
        elif op is sre.RANGE:
            out |= set(range(value[0], value[1] + 1))
        elif op is sre.CATEGORY:
            out |= {c for c in range(256) if re.match(_CATEGORIES[value], bytes([c]))}
    return set(range(256)) - out if negated else out
