"""How clients say who they are: the security schemes that were seen."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from mockforge.learning.fields.model import Side
from mockforge.learning.openapi.headers import is_common, is_credential

Scheme = dict[str, Any]
_WORD = re.compile(r"([A-Za-z][\w-]{1,40}) \S", re.ASCII)
_HTTP = ("basic", "bearer", "digest")
_JWT = re.compile(r"Bearer ey[\w-]+\.ey[\w-]*\..*", re.IGNORECASE | re.ASCII)


def schemes_of(side: Side) -> Iterator[tuple[str, Scheme, int]]:
    """Yield what *side* was asked with: a name, the scheme, and how often."""
    for part in ("header", "query", "cookie"):
        node = side.parts.get(part)
        if node is None or node.objects is None:
            continue
        for name, child in node.objects.children.items():
            if part == "header" and name == "authorization":
                values = [] if child.texts is None else [*child.texts.tally]
                yield from _authorization(values, child.count)
            elif is_credential(name) and not (part == "header" and is_common(name)):
                yield _named(name, part), _key(part, name), child.count


def requirement(
    sides: Sequence[Side], declared: dict[str, Scheme]
) -> list[dict[str, list[str]]]:
    """Return what one operation asks for; its schemes are added to *declared*.

    All that came with every request are asked for together; where requests differ,
    each is one way, and if some had none that is one too.
    """
    total = sum(side.count for side in sides)
    counts: dict[str, int] = {}
    for side in sides:
        for name, scheme, count in schemes_of(side):
            declared.setdefault(name, scheme)
            counts[name] = counts.get(name, 0) + count
    always = {name: list[str]() for name, count in counts.items() if count >= total}
    if always or not counts:
        return [always] if always else []
    return [*({name: list[str]()} for name in counts), {}]


def _authorization(
    values: Sequence[str], count: int
) -> Iterator[tuple[str, Scheme, int]]:
    words = {match[1].lower() for match in map(_WORD.match, values) if match}
    for word in sorted(words):
        # How the requests divide among several is not known here.
        share = count if len(words) == 1 else 0
        if word not in _HTTP:
            told = {"description": f"A value that begins with {word}."}
            yield word, _key("header", "Authorization") | told, share
            continue
        scheme: Scheme = {"type": "http", "scheme": word}
        if word == "bearer" and all(_JWT.match(value) for value in values):
            scheme["bearerFormat"] = "JWT"
        yield word, scheme, share
    if not words:
        yield "authorization", _key("header", "Authorization"), count


def _key(place: str, name: str) -> Scheme:
    return {"type": "apiKey", "in": place, "name": name}


def _named(name: str, place: str) -> str:
    plain = re.sub(r"[^A-Za-z0-9._-]", "_", name)
    return plain if place == "header" else f"{plain}.{place}"
