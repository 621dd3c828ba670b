"""The ladder: from what a model wrote to documents that are valid, rung by rung.

JSON as it stands, in a fenced block, the first object or array in prose, repaired;
at each rung what is found is checked. Only if none holds are slips of type undone,
and only if that is not enough is what can be used handed back as a part.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from mockforge.llm.expected import Expected
from mockforge.options import Json

LARGEST = 400_000
"""Characters that are read of what a model wrote."""

REPAIRED = 100_000
"""Characters that are repaired."""

DEEPEST = 100
"""Levels of what is repaired; what is deeper takes long, and is nonsense."""

STARTS = 64
"""Places in prose at which an object may begin that are tried."""

_THOUGHT = re.compile(
    r"<(think|thinking|reasoning)>.*?</\1>", re.DOTALL | re.IGNORECASE
)
_FENCE = re.compile(
    r"(?:```|~~~)[ \t]*[\w+-]*[ \t]*\r?\n?(.*?)(?:```|~~~|\Z)", re.DOTALL
)
_QUOTES = "\"'\u201c\u201d\u2018\u2019"
_MEMBER = re.compile(
    rf"[{{,\[]\s*(?:[{_QUOTES}]|[\w-]+[{_QUOTES}]?\s*:|[{{\[]|//|/\*|#)"
)
_BRACKET = re.compile(r"[{}\[\]]")
_DECODER = json.JSONDecoder(parse_constant=lambda name: _refuse(name))


@dataclass(frozen=True, slots=True)
class Climbed:
    """What came of a text."""

    documents: list[Json]
    """Valid ones, as many as were asked for or fewer; none if nothing holds."""
    rung: str = "none"
    """`json`, `fenced`, `prose`, `repaired`, `coerced`; `none` if nothing holds."""
    problems: list[str] = field(default_factory=list)
    """What is wrong with what came nearest."""
    partial: Json = None
    """What of that can be used."""


def climbed(text: str, expected: Expected) -> Climbed:
    """Return the documents in *text*; it never raises, whatever the text is."""
    near: list[tuple[list[Json], list[str]]] = []
    for rung, value in found(text):
        for documents in expected.readings(value):
            good, problems = _checked(documents, expected)
            if good and (len(good) == len(documents) or expected.many > 1):
                return Climbed(_enough(good, rung, expected), rung)
            near.append((documents, problems))
    for documents, _ in near:
        good, _ = _checked([expected.coerced(one) for one in documents], expected)
        if good and (len(good) == len(documents) or expected.many > 1):
            return Climbed(_enough(good, "coerced", expected), "coerced")
    return _nearest(near, expected)


def found(text: str) -> Iterator[tuple[str, Json]]:
    """Yield every value that may be meant, with the rung it is from."""
    text = _THOUGHT.sub("", text[:LARGEST]).strip("\ufeff\u200b \t\r\n")
    value = parsed(text)
    if isinstance(value, str):
        # JSON that was written as a text of JSON.
        text, value = value, parsed(value)
    if value is not None:
        yield "json", value
        return
    fenced = [block.strip() for block in _FENCE.findall(text) if block.strip()]
    blocks = ((block, parsed(block)) for block in fenced)
    yield from (("fenced", value) for _, value in blocks if value is not None)
    for source in (*fenced, text):
        values = list(_in_prose(source))
        if len(values) > 1:
            # One object a line is a list as well as a first object.
            yield "prose", values
        yield from (("prose", value) for value in values)
    mended = (repaired(source) for source in (*fenced, text))
    yield from (("repaired", value) for value in mended if value is not None)


def parsed(text: str) -> Json:
    """Return the JSON that *text* is; None if it is none, or null."""
    try:
        return _finite(json.loads(text, parse_constant=_refuse))
    except (ValueError, RecursionError):
        return None


def repaired(text: str) -> Json:
    """Return the object or array that *text* was to be; None if it is hopeless."""
    start = _MEMBER.search(text)
    if start is None or _depth(text) > DEEPEST:
        return None
    from json_repair import repair_json

    try:
        value = repair_json(text[start.start() :][:REPAIRED], return_objects=True)
        value = json.loads(json.dumps(value), parse_constant=lambda name: None)
    except (ValueError, TypeError, RecursionError, IndexError):
        return None
    # "" is how it says that there is nothing in it.
    return value if isinstance(value, dict | list) and value else None


def _depth(text: str) -> int:
    """Return how deep *text* is nested, were all brackets outside of strings."""
    depth = deepest = 0
    for sign in _BRACKET.findall(text):
        depth = depth + 1 if sign in "{[" else max(depth - 1, 0)
        deepest = max(deepest, depth)
    return deepest


def _in_prose(text: str) -> Iterator[Json]:
    at, tries = 0, 0
    while tries < STARTS:
        starts = [place for sign in "{[" if (place := text.find(sign, at)) >= 0]
        if not starts:
            return
        start = min(starts)
        try:
            value, at = _DECODER.raw_decode(text, start)
            value = _finite(value)
        except (ValueError, RecursionError):
            at, tries = start + 1, tries + 1
            continue
        if value:
            yield value


def _refuse(name: str) -> Json:
    raise ValueError(f"{name} is no JSON")


def _finite(value: Json) -> Json:
    # 1e999 is read as infinite, which nothing can write.
    json.dumps(value, allow_nan=False)
    return value


def _checked(documents: list[Json], expected: Expected) -> tuple[list[Json], list[str]]:
    """Return the valid ones of *documents*, and what is wrong with the others."""
    good, problems = [], []
    for one in documents:
        wrong = expected.problems(one)
        if wrong:
            problems += wrong
        else:
            good.append(one)
    return good, problems


def _enough(good: list[Json], rung: str, expected: Expected) -> list[Json]:
    if rung == "repaired" and len(good) > 1:
        *before, last = good
        # The last of what was cut off has no end.
        if isinstance(last, dict) and len(last) < min(map(len, before)):
            good = before
    return good[: expected.many]


def _nearest(near: list[tuple[list[Json], list[str]]], expected: Expected) -> Climbed:
    best: Json = None
    problems = ["$: is no JSON"]
    if near:
        documents, problems = min(near, key=lambda one: len(one[1]))
        ordered = [documents, *(one for one, _ in near)]
        parts = (expected.usable(expected.coerced(one[0])) for one in ordered if one)
        best = next((part for part in parts if part), None)
    return Climbed([], problems=problems[:8], partial=best)
