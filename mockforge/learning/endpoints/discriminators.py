"""Where one URL serves several operations: what tells them apart."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from mockforge.learning.endpoints import words
from mockforge.learning.endpoints.known import Discriminator
from mockforge.learning.endpoints.trie import End, Place, Shapes

Names = Mapping[int, frozenset[str]]


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


# How much names say by themselves: what is called so is there to name an operation.
_SPEAKING = _set(
    "action method operation op command cmd function func call rpc target soapaction"
    " procedure verb opcode operationname methodname"
)
_ADDRESSING = _set("target action operation method soapaction")
_HINTING = _set("type kind event intent mode task service object")

# Without a speaking name: as many requests for each value, at least.
OFTEN = 3
"""Requests for each value, on average, where the name does not speak."""
APART = 0.4
"""How much farther apart requests with different values are, in their names."""

CLEARLY = 0.1
"""The same, where the name speaks."""


@dataclass(frozen=True, slots=True)
class Operation:
    """One of the operations at one URL."""

    discriminator: Discriminator | None
    count: int
    statuses: Mapping[int, int]


def split(end: End, names: Names) -> list[Operation]:
    """Return the operations of *end*, the one without a discriminator last.

    Args:
        end: What was asked by one method at one URL.
        names: Sets of names by their numbers.
    """
    found: list[Operation] = []
    left, statuses = end.count, dict(end.statuses)
    for place in _chosen(end, names):
        for text, shapes in sorted((end.places[place] or {}).items()):
            counted = _statuses(shapes)
            found.append(Operation((place, text), sum(counted.values()), counted))
            left -= found[-1].count
            for status, count in counted.items():
                statuses[status] = statuses.get(status, 0) - count
    if left > 0 or not found:
        rest = {each: statuses[each] for each in sorted(statuses) if statuses[each] > 0}
        found.append(Operation(None, max(left, 0), rest))
    return found


def _statuses(shapes: Shapes) -> dict[int, int]:
    found: dict[int, int] = {}
    for (_, status), count in shapes.items():
        found[status] = found.get(status, 0) + count
    return dict(sorted(found.items()))


def _chosen(end: End, names: Names) -> list[Place]:
    """Return the places that name the operation, the best first.

    Several, where each speaks for other requests: one service is asked by a header
    and another, at the same URL, by a form.
    """
    scored = []
    for place in end.places:
        values = end.places[place]
        if values:
            score = _score(place, values, end, names)
            if score > 0:
                count = sum(sum(shapes.values()) for shapes in values.values())
                scored.append((-score, place, count))
    chosen: list[Place] = []
    covered = 0
    for _, place, count in sorted(scored):
        if covered + count <= end.count:
            chosen.append(place)
            covered += count
    return chosen


def _score(place: Place, values: Mapping[str, Shapes], end: End, names: Names) -> float:
    """Return how well *place* names the operation; 0 if it does not."""
    speaks = _speaks(place)
    if speaks >= 3:
        return speaks
    if len(values) < 2:
        return 0.0
    asked, told = _apart(values, names, "?"), _apart(values, names, ">")
    if speaks >= 1:
        # A field of the header says who asks as often as what is asked.
        apart = min(asked, told) if place[0] == "header" else max(asked, told)
        least = CLEARLY if speaks > 1 else APART
        return speaks + apart if apart >= least else 0.0
    count = sum(sum(shapes.values()) for shapes in values.values())
    often = count >= OFTEN * len(values) and count * 2 >= end.count
    # A field of a resource goes with other fields; what names an operation is
    # answered otherwise too.
    if often and min(asked, told) >= APART:
        return speaks + (asked + told) / 2
    return 0.0


def _speaks(place: Place) -> float:
    """Return how much the name of *place* says that it names an operation."""
    if place in (("graphql",), ("header", "soapaction"), ("body", "methodName")):
        return 4.0
    if place == ("body", "Body"):
        return 3.0
    parts = words.parts(place[-1]) if len(place) > 1 else ()
    if not parts:
        return 1.0 if place == ("query",) else 0.0
    if place[0] == "header" and parts[-1] in _ADDRESSING:
        return 3.5
    if parts[-1] in _SPEAKING or "".join(parts) in _SPEAKING:
        return 2.0 if len(parts) == 1 else 1.0
    return 0.5 if parts[-1] in _HINTING else 0.0


def _apart(values: Mapping[str, Shapes], names: Names, side: str) -> float:
    """Return how much farther apart requests with different values are.

    Args:
        values: What stood in one place, with the shapes that came with it.
        names: Sets of names by their numbers.
        side: `>` for the names in answers, else those in requests.
    """
    groups = [
        [
            (_side(names.get(number, frozenset()), side), count)
            for (number, status), count in some.items()
            if side == "?" or 0 < status < 300
        ]
        for some in values.values()
    ][:24]
    # Errors look alike, and other than success, whatever was asked for.
    groups = [group for group in groups if group]
    within = [_mean(group, group) for group in groups if sum(n for _, n in group) > 1]
    between = [
        _mean(one, other)
        for number, one in enumerate(groups)
        for other in groups[number + 1 :]
    ]
    inner = sum(within) / len(within) if within else 0.0
    return (sum(between) / len(between) if between else 0.0) - 2 * inner


def _side(names: frozenset[str], side: str) -> frozenset[str]:
    return frozenset(name for name in names if (name[:1] == ">") == (side == ">"))


def _mean(
    one: Iterable[tuple[frozenset[str], int]],
    other: Iterable[tuple[frozenset[str], int]],
) -> float:
    total = weight = 0.0
    for mine, count in one:
        for theirs, often in other:
            union = len(mine | theirs)
            apart = 1 - len(mine & theirs) / union if union else 0.0
            total += apart * count * often
            weight += count * often
    return total / weight if weight else 0.0
