"""Documents drawn from what was seen.

What is drawn is valid against the schema of the node it is drawn from: values come
from what was observed, numbers from between those, texts of a telling shape by it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from random import Random  # noqa: TID251 - the type alone

from mockforge.bodies.document import Path, Scalar, Step, general
from mockforge.learning.fields.node import Arrays, Node, Objects
from mockforge.learning.fields.reading import format_of, members
from mockforge.learning.fields.scalars import Numbers, Texts
from mockforge.learning.fields.schema import pattern_of
from mockforge.learning.fields.tally import Tally
from mockforge.learning.formats import classify, is_minted, mint
from mockforge.options import Json

MOST = 500
"""Items that an array is given at most."""
_TRIES = 12
"""Draws until an item that must differ from the others is left out."""
MISSING: Scalar = "\0missing"
"""What stands for no value."""


def from_seen(
    node: Node,
    rng: Random,
    *,
    known: Mapping[Path, Scalar] | None = None,
    now: float | None = None,
) -> Json:
    """Return a new document like those that *node* has seen.

    Args:
        node: What was learned.
        rng: What everything is drawn with.
        known: As for `generation.generate`.
        now: As for `generation.generate`.
    """
    return _Drawing(rng, dict(known or {}), now).value(node, ())


@dataclass(slots=True)
class _Drawing:
    rng: Random
    known: dict[Path, Scalar]
    now: float | None
    wanted: dict[Path, set[Step]] = field(default_factory=dict)
    """The steps that known values ask for, by the path before them."""

    def __post_init__(self) -> None:
        for path in self.known:
            for depth, step in enumerate(path):
                self.wanted.setdefault(path[:depth], set()).add(step)

    def value(self, node: Node, path: Path) -> Json:
        """Draw a value for *node* at *path*."""
        given = self._known(path)
        if given is not MISSING:
            fitted = fitting(node, given)
            if fitted is not MISSING:
                return fitted
        kind = self._kind(node, path)
        if kind == "object" and node.objects is not None:
            return self._object(node.objects, path)
        if kind == "array" and node.arrays is not None:
            return self._array(node.arrays, path)
        if kind == "text" and node.texts is not None:
            return text(node.texts, self.rng, self.now)
        if kind == "number" and node.numbers is not None:
            return number(node.numbers, self.rng, self.now)
        return {"true": True, "false": False}.get(kind)

    def _known(self, path: Path) -> Scalar:
        if path in self.known:
            return self.known[path]
        return self.known.get(general(path), MISSING) if self.known else MISSING

    def _kind(self, node: Node, path: Path) -> str:
        wanted = self._wanted(path)
        if wanted and node.objects is not None and _has_names(wanted):
            return "object"
        if wanted and node.arrays is not None:
            return "array"
        weights = {
            "null": node.nulls,
            "true": node.trues,
            "false": node.falses,
            "number": 0 if node.numbers is None else node.numbers.count,
            "text": 0 if node.texts is None else node.texts.count,
            "object": 0 if node.objects is None else node.objects.count,
            "array": 0 if node.arrays is None else node.arrays.count,
        }
        if not any(weights.values()):
            return "null"
        return self.rng.choices([*weights], [*weights.values()])[0]

    def _wanted(self, path: Path) -> set[Step]:
        if not self.wanted:
            return set()
        return self.wanted.get(path, set()) | self.wanted.get(general(path), set())

    def _object(self, objects: Objects, path: Path) -> dict[str, Json]:
        found = members(objects)
        wanted = self._wanted(path)
        drawn: dict[str, Json] = {}
        for name in self._names(objects, found.fixed, wanted):
            drawn[name] = self.value(found.fixed[name], (*path, name))
        if found.rest is not None:
            free = [step for step in wanted if isinstance(step, str)]
            names = [name for name in free if name not in found.fixed and name != "*"]
            size = whole(objects.sizes, self.rng) - len(drawn)
            loose = [name for name in sorted(objects.names) if name not in found.fixed]
            names += self.rng.sample(loose, max(0, min(size, len(loose))))
            for name in dict.fromkeys(names):
                drawn[name] = self.value(found.rest, (*path, name))
        return drawn

    def _names(
        self, objects: Objects, fixed: dict[str, Node], wanted: set[Step]
    ) -> list[str]:
        """Return the names of an object, such as were seen together."""
        if len(objects.shapes):
            shape = objects.shapes.draw(self.rng)
            names = [name for name in shape.split("\n") if name in fixed]
        else:
            names = [
                name
                for name, child in fixed.items()
                if self.rng.random() * objects.count < child.count
            ]
        must = [
            name
            for name, child in fixed.items()
            if name in wanted or child.count == objects.count
        ]
        return list(dict.fromkeys(names + must))

    def _array(self, arrays: Arrays, path: Path) -> list[Json]:
        wanted = self._wanted(path)
        size = min(whole(arrays.lengths, self.rng), MOST)
        numbers = [step for step in wanted if isinstance(step, int) and step >= 0]
        size = max([size, *(number + 1 for number in numbers if number < MOST)])
        if not arrays.items.count:
            return []
        keys = arrays.keys() if arrays.several else frozenset[str]()
        seen: set[tuple[str, str]] = set()
        drawn: list[Json] = []
        for _ in range(size):
            for _ in range(_TRIES):
                item = self.value(arrays.items, (*path, len(drawn)))
                marks = _marks(item, keys)
                if not marks & seen:
                    drawn.append(item)
                    seen |= marks
                    break
        return drawn


def _has_names(steps: set[Step]) -> bool:
    return any(isinstance(step, str) and step != "*" for step in steps)


def _marks(item: Json, keys: frozenset[str]) -> set[tuple[str, str]]:
    """Return what no other item of the array may have too."""
    if isinstance(item, dict):
        return {(key, json.dumps(item[key])) for key in keys if key in item}
    return {("", json.dumps(item))} if "" in keys else set()


def fitting(node: Node, value: Scalar) -> Scalar:
    """Return *value* in a type that *node* has seen, or `MISSING`."""
    if node.hidden or not node.count:
        return value
    if value is None:
        return None if node.nulls else MISSING
    if isinstance(value, bool) and (node.trues or node.falses):
        return value
    if isinstance(value, str):
        return value if node.texts is not None else _spelled(node, value)
    if node.numbers is not None and not isinstance(value, bool):
        if isinstance(value, int) or node.numbers.floats:
            return value
        return int(value) if value.is_integer() else MISSING
    return json.dumps(value) if node.texts is not None else MISSING


def _spelled(node: Node, text: str) -> Scalar:
    """Return the number or truth that *text* spells, if *node* has seen such."""
    if text in ("true", "false") and (node.trues or node.falses):
        return text == "true"
    if node.numbers is None:
        return MISSING
    if re.fullmatch(r"-?\d{1,300}", text, re.ASCII):
        return int(text)
    if node.numbers.floats and re.fullmatch(r"-?\d{1,300}\.\d{1,300}", text, re.ASCII):
        return float(text)
    return MISSING


def text(texts: Texts, rng: Random, now: float | None = None) -> str:
    """Return a text like those that were seen; with *now*, ids and times are new."""
    if rng.random() * texts.count < texts.long.total:
        return texts.long.draw(rng)
    drawn = texts.tally.draw(rng)
    if not _varies(texts.tally):
        return drawn
    outline = texts.outline
    pattern = pattern_of(texts)
    if now is not None and texts.choices() is None:
        made = _minted(drawn, rng, now)
        if isinstance(made, str) and (pattern is None or re.search(pattern, made)):
            return made
    if outline is not None and pattern is not None and format_of(texts) is None:
        return outline.draw(rng)
    return drawn


def _varies(tally: Tally) -> bool:
    return tally.total > 0 and tally.distinct() > 0.5 * tally.total


def _minted(value: Scalar, rng: Random, now: float) -> Scalar:
    """Return a new value of the look of *value* if it is drawn by chance or a time."""
    kind = classify(value, near=now)
    return mint(value, rng, now) if is_minted(kind) else None


def number(numbers: Numbers, rng: Random, now: float | None = None) -> float:
    """Return a number like those that were seen, between the least and the greatest.

    One that was counted up goes on being counted; with *now*, times are new.
    """
    values = numbers.values()
    if now is not None and values and _varies(numbers.tally):
        made = _minted(rng.choice(values)[0], rng, now)
        is_fit = isinstance(made, int) or (isinstance(made, float) and numbers.floats)
        if is_fit and isinstance(made, int | float):
            return made
    if not values:
        return 0.0 if numbers.floats else 0
    if numbers.is_counter:
        return int(numbers.high) + rng.randint(1, numbers.count)
    if numbers.choices() is not None or len(values) == 1:
        known, counts = zip(*values, strict=True)
        drawn: float = rng.choices(known, counts)[0]
        return drawn
    return _between(values, numbers.decimals, rng)


def _between(values: list[tuple[float, int]], decimals: int, rng: Random) -> float:
    """Return a number from between two neighbours, as dense as numbers lie there."""
    at = rng.choices(range(len(values)), [count for _, count in values])[0]
    low = values[at][0]
    high = values[min(at + 1, len(values) - 1)][0]
    if isinstance(low, int) and isinstance(high, int):
        return rng.randint(low, high)
    share = rng.random()
    drawn = low * (1 - share) + high * share
    if decimals < 17:
        drawn = round(drawn, decimals)
    drawn = min(max(drawn, low), high)
    return drawn if isinstance(drawn, float) or decimals == 0 else float(drawn)


def whole(numbers: Numbers, rng: Random) -> int:
    """Return a length like those that were seen."""
    values = numbers.values()
    if not values:
        return 0
    known, counts = zip(*values, strict=True)
    return int(rng.choices(known, counts)[0])
