"""The places of answers: the values that each held."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from mockforge.bodies.document import Path, Scalar, general, leaves, text_of
from mockforge.learning.bindings.timeline import Timeline

MOST_SAMPLES = 48
"""Samples of one endpoint and status that are explained."""
MOST_ITEMS = 6
"""Items of a list that are explained."""
MOST_VALUES = 96
"""Values of one place."""
MOST_PLACES = 400
"""Places of one endpoint and status."""


T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Told:
    """A value at a place of an answer."""

    number: int
    """Of the sample in the timeline."""
    path: Path
    """With the numbers of items."""
    value: Scalar
    text: str

    def of(self, part: str) -> Told:
        """Return what stands inside this value."""
        return replace(self, value=part, text=part)


Groups = Mapping[tuple[str, int], Mapping[Path, Sequence[Told]]]


def answers(timeline: Timeline) -> Groups:
    """Return what was told at every place, by endpoint and status."""
    numbers: dict[tuple[str, int], list[int]] = defaultdict(list)
    for number, sample in enumerate(timeline.samples):
        if sample.status is not None:
            numbers[sample.endpoint, sample.status].append(number)
    return {
        key: _places(spread(found, MOST_SAMPLES), timeline)
        for key, found in sorted(numbers.items())
    }


def spread(values: Sequence[T], most: int) -> Sequence[T]:
    """Return *most* of *values*, evenly from the first to the last."""
    if len(values) <= most:
        return values
    step = len(values) / most
    return [values[int(turn * step)] for turn in range(most)]


def _places(numbers: Sequence[int], timeline: Timeline) -> dict[Path, Sequence[Told]]:
    places: dict[Path, list[Told]] = {}
    for number in numbers:
        for path, value in _leaves(timeline.samples[number].told or {}):
            place = general(path)
            if place not in places and len(places) >= MOST_PLACES:
                continue
            told = Told(number, path, value, text_of(value))
            places.setdefault(place, []).append(told)
    return {place: spread(values, MOST_VALUES) for place, values in places.items()}


def _leaves(told: dict[str, object]) -> Iterator[tuple[Path, Scalar]]:
    for part in ("header", "cookie", "body"):
        yield from leaves(_cut(told.get(part)), (part,))


def _cut(value: object, deep: int = 0) -> object:
    """Return *value* with the first items of its lists alone."""
    if isinstance(value, dict) and deep < 40:
        return {name: _cut(each, deep + 1) for name, each in value.items()}
    if isinstance(value, list) and deep < 40:
        return [_cut(each, deep + 1) for each in value[:MOST_ITEMS]]
    return None if isinstance(value, dict | list) else value
