"""Judging: whether what is nearest is near enough, and the only answer that is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mockforge.recall.hashed import Span, Vectors

THRESHOLD = 0.8
"""The likeness below which nothing is recalled."""

TIE = 0.015
"""Scores that differ by less are the same."""

MAJORITY = 0.6
"""The share of those equally near that must have an answer of one kind."""

FLOORS = {"address": 0.5, "shape": 0.97, "values": 0.5, "text": 0.7}
"""How alike each field must be, whatever the others are, at the usual threshold."""

FOREIGN = 0.95
"""How alike the address must be where no endpoint is known that is asked."""


@dataclass(frozen=True, slots=True)
class Near:
    """A recorded exchange that is near."""

    place: int
    """Where it is in memory."""
    score: float
    kind: int
    """Of its answer."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is recalled, or why nothing is."""

    near: Near | None
    why: str = ""


def chosen(near: Sequence[Near], threshold: float) -> Verdict:
    """Return which of *near*, the nearest first, is to answer.

    Those that are equally near have to agree: what some of them refuse and others do
    cannot be told from the request.
    """
    if not near or near[0].score < threshold:
        return Verdict(None, "nothing is near enough")
    best = near[0].score
    level = [one for one in near if best - one.score < TIE]
    votes: dict[int, int] = {}
    for one in level:
        votes[one.kind] = votes.get(one.kind, 0) + 1
    kind = max(votes, key=lambda each: votes[each])
    if votes[kind] < MAJORITY * len(level):
        return Verdict(None, "what is nearest was answered in several ways")
    return Verdict(next(one for one in level if one.kind == kind))


def apart(
    asked: Vectors,
    found: Vectors,
    spans: Sequence[Span],
    *,
    threshold: float,
    is_located: bool,
) -> str | None:
    """Return the field in which two vectors are too far apart; None if none.

    Args:
        asked: Of what is asked.
        found: Of what is nearest.
        spans: The fields they consist of.
        threshold: Whoever asks for less likeness asks for less in each field.
        is_located: They are of the same endpoint.
    """
    slack = min(1.0, threshold / THRESHOLD)
    for span in spans:
        floor = FLOORS[span.name]
        if span.name == "address" and not is_located:
            floor = FOREIGN
        one, other = asked[span.start : span.stop], found[span.start : span.stop]
        likeness = alike(one, other)
        if likeness is not None and likeness < floor * slack:
            return span.name
    return None


def alike(one: Vectors, other: Vectors) -> float | None:
    """Return the cosine of two fields; None if both say nothing."""
    lengths = float((one @ one) * (other @ other)) ** 0.5
    if lengths:
        return float((one @ other) / lengths)
    return 0.0 if one.any() or other.any() else None
