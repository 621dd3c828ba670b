"""Where the values of entities and of answers come from, told by comparing samples."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from mockforge.bodies.document import Path, text_of
from mockforge.learning.formats import classify, is_minted, moment
from mockforge.learning.resources.model import Origin
from mockforge.learning.resources.readings import (
    Sources,
    alike,
    is_scalar,
    same,
)
from mockforge.learning.resources.texts import assembled, pieces
from mockforge.options import Json

# Seconds a server may need until it writes down what time it is, and clocks differ.
EARLY, LATE = 3.0, 30.0
_DAY = 86400.0
_TAIL = re.compile(r"(.*?)(\d+)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Observation:
    """Values that were told once, and what they could have come from."""

    sources: Sources
    values: Mapping[Path, Json]
    started: float
    before: Mapping[Path, Json] = field(default_factory=dict)
    """The values until then."""


@dataclass(frozen=True, slots=True)
class _Seen:
    """One value at one path, with the observation it is from."""

    value: Json
    of: Observation
    path: Path

    @property
    def before(self) -> Json:
        return self.of.before.get(self.path)


def learn_origins(
    observations: Sequence[Observation], *, counts: bool = False
) -> dict[Path, Origin]:
    """Return by path where the values of *observations* come from.

    Args:
        observations: In the order of time.
        counts: Whether numbers may go up from one to the next.
    """
    paths: dict[Path, None] = {}
    for each in observations:
        paths.update(dict.fromkeys(each.values))
    found = {}
    for path in paths:
        seen = [
            _Seen(each.values[path], each, path)
            for each in observations
            if path in each.values
        ]
        found[path] = _origin(path, seen, counts)
    return found


def _origin(path: Path, seen: list[_Seen], counts: bool) -> Origin:
    first = seen[0].value
    copied = _copied(path, seen)
    if copied is not None:
        return copied
    is_constant = all(each.value == first for each in seen)
    if is_constant and (len(seen) > 1 or not _is_made(seen[0])):
        embedded = None if len(seen) > 1 else _text(seen)
        return embedded or Origin("constant", value=first)
    for look in (_now, _plus, _text, _count, _steps):
        found = look(seen)
        if found is not None:
            return found
    if counts:
        found = _counter(seen)
        if found is not None:
            return found
    example = seen[-1].value
    if all(_is_random(each.value) for each in seen):
        return Origin("minted", value=example)
    return Origin("seen", value=_commonest([each.value for each in seen]))


def _commonest(values: list[Json]) -> Json:
    shown = [repr(each) for each in values]
    return max(values, key=lambda each: shown.count(repr(each)))


def _is_random(value: Json) -> bool:
    if not is_scalar(value) or value is None:
        return False
    found = classify(value)
    return found is not None and is_minted(found)


def _is_made(seen: _Seen) -> bool:
    return _is_random(seen.value) or _now([seen]) is not None


def _copied(path: Path, seen: list[_Seen]) -> Origin | None:
    """Return which source the values are copies of."""
    best: tuple[tuple[int, ...], Origin] | None = None
    for via in ("", "lower", "slug", "upper"):
        for source in _candidates(seen, via):
            found = _copy(path, seen, source, via)
            if found is not None and (best is None or found[0] > best[0]):
                best = found
        if best is not None:
            return best[1]
    return None


def _candidates(seen: list[_Seen], via: str) -> dict[Path, None]:
    found: dict[Path, None] = {}
    for each in seen[:20]:
        if each.value is None or each.value in ("", [], {}):
            continue
        for source, value in each.of.sources.items():
            if _is_copy(value, each.value, via):
                found[source] = None
    # A field that is empty wherever it was sent is copied too, if it has the name.
    if not found and not via:
        for source, value in seen[0].of.sources.items():
            if alike(source, seen[0].path) and same(value, seen[0].value):
                found[source] = None
    return found


def written(value: Json, via: str) -> Json:
    """Return *value* as a copy of it is written."""
    if not via:
        return value
    shown = text_of(value) if is_scalar(value) else ""
    if via == "lower":
        return shown.lower()
    if via == "upper":
        return shown.upper()
    return re.sub(r"[^a-z0-9]+", "-", shown.lower()).strip("-")


def _is_copy(value: Json, told: Json, via: str) -> bool:
    if not via:
        return same(value, told)
    if not isinstance(value, str) or not isinstance(told, str) or len(told) < 3:
        return False
    return value != told and bool(written(value, via) == told)


def _copy(
    path: Path, seen: list[_Seen], source: Path, via: str
) -> tuple[tuple[int, ...], Origin] | None:
    given = [each for each in seen if source in each.of.sources]
    equal = [
        each for each in given if _is_copy(each.of.sources[source], each.value, via)
    ]
    if len(equal) < len(given) or not equal:
        return None
    absent = [each.value for each in seen if source not in each.of.sources]
    default = absent[0] if absent else None
    if absent and any(each != default for each in absent) and not _all_made(absent):
        return None
    distinct = len({repr(each.value) for each in equal})
    is_alike = alike(source, path)
    if not is_alike and distinct < 2 and not _is_telling(equal[0].value):
        return None
    if _all_made(absent):
        default = None
    score = (min(distinct, 2), int(is_alike), len(equal), -len(source))
    return score, Origin("copied", source, default, via=via)


def _all_made(values: list[Json]) -> bool:
    return bool(values) and all(_is_random(each) for each in values)


def _is_telling(value: Json) -> bool:
    """Whether a value is equal to another hardly by chance."""
    if isinstance(value, bool) or value is None:
        return False
    if isinstance(value, str):
        return len(value) >= 3
    if isinstance(value, int | float):
        return abs(value) >= 100
    return bool(value)


def _now(seen: list[_Seen]) -> Origin | None:
    """Return that the values are the time, or that plus something fixed."""
    gaps = []
    for each in seen:
        at = _moment(each.value, each.of.started)
        if at is None:
            return None
        gaps.append(at - each.of.started)
    nearest = min(gaps, key=abs)
    if all(-EARLY <= gap <= LATE for gap in gaps):
        return Origin("now", value=seen[-1].value)
    is_steady = max(gaps) - min(gaps) <= EARLY + LATE
    if is_steady and (len(seen) > 2 or abs(nearest) <= _DAY):
        return Origin("now", value=seen[-1].value, step=round(nearest))
    return None


def _moment(value: Json, near: float) -> float | None:
    return moment(value, near=near) if is_scalar(value) else None


def number(value: Json) -> float | int | None:
    """Return *value* as a number, also one written as text."""
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        return value
    if isinstance(value, str) and re.fullmatch(r"-?\d{1,18}", value, re.ASCII):
        return int(value)
    return None


def _plus(seen: list[_Seen]) -> Origin | None:
    steps = set()
    for each in seen:
        old, new = number(each.before), number(each.value)
        if old is None or new is None:
            return None
        steps.add(new - old)
    if len(steps) != 1 or 0 in steps or abs(min(steps)) > 1000:
        return None
    step = steps.pop()
    if len(seen) == 1 and abs(step) != 1:
        return None
    return Origin("plus", value=seen[-1].value, step=step)


def _text(seen: list[_Seen]) -> Origin | None:
    """Return the pieces of a text that holds values of sources."""
    first = seen[0]
    if not isinstance(first.value, str) or not 1 < len(first.value) <= 2000:
        return None
    if len(seen) == 1 and classify(first.value) in _WHOLE:
        return None
    found = pieces(first.value, first.of.sources, len(seen) > 1)
    if not any(isinstance(each, tuple) for each in found):
        return None
    for each in seen[1:]:
        if assembled(found, each.of.sources) != each.value:
            return None
    return Origin("text", value=first.value, parts=tuple(found))


_WHOLE = {"uuid", "jwt"}


def _count(seen: list[_Seen]) -> Origin | None:
    """Return which list the values are the length of."""
    if len({repr(each.value) for each in seen}) < 2:
        return None
    for source, value in seen[0].of.sources.items():
        if isinstance(value, list) and all(
            _length(each.of.sources.get(source)) == each.value for each in seen
        ):
            return Origin("count", source)
    return None


def _length(value: Json) -> int | None:
    return len(value) if isinstance(value, list) else None


def _steps(seen: list[_Seen]) -> Origin | None:
    """Return which value follows which, if one always follows the same."""
    follows: dict[str, tuple[Json, Json]] = {}
    for each in seen:
        before = each.before
        if not isinstance(before, str | bool) or not isinstance(each.value, str | bool):
            return None
        pair = follows.setdefault(repr(before), (before, each.value))
        if pair[1] != each.value:
            return None
    if len(follows) < 2 or all(_is_random(each.value) for each in seen):
        return None
    return Origin("steps", value=[list(pair) for pair in follows.values()])


def _counter(seen: list[_Seen]) -> Origin | None:
    """Return how far a number, also one behind a prefix, goes up each time."""
    steps = []
    last = None
    for each in seen:
        now = tail(each.value)
        if now is None or (last is not None and now[0] != last[0]):
            return None
        if last is not None:
            steps.append(now[1] - last[1])
        last = now
    if steps and min(steps) <= 0:
        return None
    step = min(steps, default=1)
    is_small = last is not None and last[1] < 10**9
    if not is_small or step > 10_000:
        return None
    return Origin("counter", value=seen[0].value, step=step)


def tail(value: Json) -> tuple[str, int] | None:
    """Return what stands before the number at the end of *value*, and the number."""
    if isinstance(value, bool):
        return None
    if isinstance(value, int):
        return "", value
    if isinstance(value, str) and len(value) <= 40:
        match = _TAIL.fullmatch(value)
        if match and len(match[2]) <= 12:
            return match[1], int(match[2])
    return None
