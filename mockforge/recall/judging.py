"""Judging: whether what is nearest is near enough, and the only answer that is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
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

UNNAMED = frozenset(
    {401, 405, 406, 407, 411, 413, 414, 415, 417, 421, 426, 428, 431, 501, 505, 511}
)
"""Refusals that are not for what is named, but for how it is asked and by whom (RFC
9110, 15.5; RFC 6585)."""

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
    status: int = 200
    is_alike: bool = True
    """Its request has the same places as what is asked."""
    is_shaped: bool = True
    """Its places are alike enough for an answer."""
    naming: int = 0
    """A number for the values of its request."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is recalled, or why nothing is."""

    near: Near | None
    why: str = ""


def is_refused(status: int) -> bool:
    """Return whether an answer with *status* may be for what its request names."""
    return status >= 400 and status not in UNNAMED


def chosen(
    near: Sequence[Near], threshold: float, *, naming: int = 0, refused: float = 0.0
) -> Verdict:
    """Return which of *near*, the nearest first, is to answer.

    Those that are equally near have to agree: what some of them refuse and others do
    cannot be told from the request. That one thing is missing, taken or in use says
    little of another; that several are says more. So the share of refusals among all
    that was recorded counts as one more of those equally near.

    Args:
        near: What is near.
        threshold: The likeness from which on something answers.
        naming: A number for the values in what is asked.
        refused: The share of refusals among all answers.
    """
    if not near or near[0].score < threshold:
        return Verdict(None, "nothing is near enough")
    shaped = [one for one in near if one.is_shaped] or near
    best = max(one.score for one in shaped)
    level = [one for one in shaped if best - one.score < TIE]
    level = [one for one in level if one.is_alike] or level
    same = [one for one in level if one.naming == naming]
    told: Iterable[tuple[int, int]] = [(one.kind, one.naming) for one in same]
    # To ask the same again is no sign of what others are answered.
    told = told or dict.fromkeys((one.kind, one.naming) for one in level)
    votes = Counter(kind for kind, _ in told)
    kind, most = max(votes.items(), key=lambda one: one[1])
    found = next(one for one in same or level if one.kind == kind)
    count = votes.total()
    usual = refused if is_refused(found.status) else 1.0 - refused
    sure = most if same else min(most, (most + usual) * count / (count + 1))
    if sure >= MAJORITY * count:
        return Verdict(found)
    if len(votes) > 1:
        return Verdict(None, "what is nearest was answered in several ways")
    why = f"what is nearest was refused ({found.status}), maybe for what it names"
    return Verdict(None, why)


def ranked(near: Sequence[Near]) -> list[Near]:
    """Return *near* in the order in which they are to answer.

    First those whose places are alike enough for an answer, the nearest first; of
    equally near ones those of the same places. A field more or less weighs little
    beside many that are the same, and yet it is what tells one way to ask from another.
    """
    shaped = [one for one in near if one.is_shaped]
    best = max((one.score for one in shaped or near), default=0.0)

    def rank(one: Near) -> tuple[bool, bool, bool, float]:
        is_far = best - one.score >= TIE
        return not one.is_shaped, is_far, not one.is_alike, -one.score

    return sorted(near, key=rank)


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


def is_shaped(asked: Vectors, found: Vectors, spans: Sequence[Span]) -> bool:
    """Return whether the places of two requests are alike enough for an answer."""
    for span in spans:
        if span.name == "shape":
            part = slice(span.start, span.stop)
            likeness = alike(asked[part], found[part])
            return likeness is None or likeness >= FLOORS["shape"]
    return True


def alike(one: Vectors, other: Vectors) -> float | None:
    """Return the cosine of two fields; None if both say nothing."""
    lengths = float((one @ one) * (other @ other)) ** 0.5
    if lengths:
        return float((one @ other) / lengths)
    return 0.0 if one.any() or other.any() else None
