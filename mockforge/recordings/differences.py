"""Where two requests differ, in the words of a miss report."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from mockforge.bodies import exactjson
from mockforge.bodies.exactjson import members_of, shown
from mockforge.options import Json
from mockforge.recordings.canonical import Body, PartBody

ABSENT = "(absent)"
"""Shown for what only one of the two requests has."""

Pairs = list[tuple[str, str]]

DifferenceKind = Literal["host", "method", "path", "query", "header", "body"]


@dataclass(frozen=True, slots=True)
class Difference:
    """One place where the request asked is not the one recorded."""

    where: str
    """`method`, `path`, `query.page`, `header.range`, `body.$.items[0].qty`, …"""
    recorded: str
    """What the recorded request has there, short."""
    asked: str
    """What the request asked has there, short."""

    @property
    def kind(self) -> str:
        """The first word of *where*: a `DifferenceKind`."""
        return self.where.partition(".")[0]


def of_pairs(where: str, recorded: Pairs, asked: Pairs) -> Iterator[Difference]:
    """Yield where names have other values, each name once."""
    if recorded == asked:
        return
    for name in dict.fromkeys(name for name, _ in (*recorded, *asked)):
        before = [value for each, value in recorded if each == name]
        after = [value for each, value in asked if each == name]
        if before != after:
            yield Difference(f"{where}.{name}", _values(before), _values(after))


def of_bodies(recorded: Body, asked: Body, where: str = "body") -> Iterator[Difference]:
    """Yield where the bodies differ, as JSONPaths, field names or parts."""
    if recorded.kind != asked.kind:
        yield Difference(where, _summary(recorded), _summary(asked))
    elif recorded.kind in ("json", "lines"):
        dot = f"{where}." if recorded.kind == "json" else f"{where}.lines."
        yield from _of_json(f"{dot}$", recorded.value, asked.value)
    elif recorded.kind == "form":
        yield from of_pairs(where, recorded.value, asked.value)
    elif recorded.kind == "multipart":
        yield from _of_parts(where, recorded.value, asked.value)
    elif recorded.value != asked.value:
        yield _of_bytes(where, recorded.value, asked.value)


def _values(values: list[str]) -> str:
    return ", ".join(_cut(value) for value in values) if values else ABSENT


def _cut(text: str, width: int = 60) -> str:
    # What cannot be printed is shown escaped: this ends in terminals and reports.
    text = text if text.isprintable() else repr(text)[1:-1]
    return text if len(text) <= width else text[: width - 1] + "…"


def _of_json(where: str, recorded: Json, asked: Json) -> Iterator[Difference]:
    if isinstance(recorded, dict) and isinstance(asked, dict):
        yield from _of_objects(where, recorded, asked)
    elif isinstance(recorded, list) and isinstance(asked, list):
        for index in range(max(len(recorded), len(asked))):
            place = f"{where}[{index}]"
            if index >= len(asked):
                yield Difference(place, shown(recorded[index]), ABSENT)
            elif index >= len(recorded):
                yield Difference(place, ABSENT, shown(asked[index]))
            else:
                yield from _of_json(place, recorded[index], asked[index])
    elif type(recorded) is not type(asked) or recorded != asked:
        yield Difference(where, shown(recorded), shown(asked))


def _of_objects(
    where: str, recorded: dict[str, Json], asked: dict[str, Json]
) -> Iterator[Difference]:
    if len(members_of(recorded)) != len(recorded) or len(members_of(asked)) != len(
        asked
    ):
        if exactjson.freeze(recorded) != exactjson.freeze(asked):
            yield Difference(where, shown(recorded), shown(asked))
        return
    for name in dict.fromkeys((*recorded, *asked)):
        place = where + exactjson.step(name)
        if name not in asked:
            yield Difference(place, shown(recorded[name]), ABSENT)
        elif name not in recorded:
            yield Difference(place, ABSENT, shown(asked[name]))
        else:
            yield from _of_json(place, recorded[name], asked[name])


def _of_parts(
    where: str, recorded: list[PartBody], asked: list[PartBody]
) -> Iterator[Difference]:
    for index in range(max(len(recorded), len(asked))):
        if index >= len(asked):
            yield Difference(f"{where}.part[{index}]", _part(recorded[index]), ABSENT)
        elif index >= len(recorded):
            yield Difference(f"{where}.part[{index}]", ABSENT, _part(asked[index]))
        else:
            before, after = recorded[index], asked[index]
            place = f"{where}.{before.name or f'part[{index}]'}"
            if _part(before) != _part(after):
                yield Difference(place, _part(before), _part(after))
            else:
                yield from of_bodies(before.body, after.body, place)


def _part(part: PartBody) -> str:
    name = part.name or "(no name)"
    file = f", file {part.filename}" if part.filename is not None else ""
    return _cut(f"part {name}{file}, {part.type}")


def _of_bytes(where: str, recorded: bytes, asked: bytes) -> Difference:
    try:
        before, after = recorded.decode(), asked.decode()
    except UnicodeDecodeError:
        return Difference(where, _digest(recorded), _digest(asked))
    at = next(
        (
            i
            for i, pair in enumerate(zip(before, after, strict=False))
            if len({*pair}) > 1
        ),
        min(len(before), len(after)),
    )
    return Difference(where, _from(before, at), _from(after, at))


def _from(text: str, at: int) -> str:
    """Return what stands in *text* around the first place that differs."""
    start = max(0, at - 10)
    return _cut(("…" if start else "") + text[start : start + 80], 50) or "(empty)"


def _told(content: bytes) -> str:
    """Return the beginning of a text, or size and digest of what is none."""
    try:
        return f"text {_cut(content.decode(), 40)}"
    except UnicodeDecodeError:
        return _digest(content)


def _digest(content: bytes) -> str:
    return f"{len(content)} bytes, sha256 {hashlib.sha256(content).hexdigest()[:12]}…"


def _summary(body: Body) -> str:
    if not body.kind:
        return ABSENT
    if body.kind == "bytes":
        return _told(body.value)
    kinds = {"json": "JSON", "lines": "JSON lines", "form": "a form"}
    return kinds.get(body.kind, body.kind) + _beginning(body)


def _beginning(body: Body) -> str:
    if body.kind in ("json", "lines"):
        return f" {shown(body.value, 40)}"
    if body.kind == "form":
        return f" with {_cut(', '.join(name for name, _ in body.value), 40)}"
    return f" of {len(body.value)} parts"
