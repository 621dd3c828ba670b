"""Blending: two candidates and their shares in, one response out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from mockforge.bodies.messages import with_plain
from mockforge.http import Response
from mockforge.learning.fields.node import Node
from mockforge.learning.fields.schema import Schema
from mockforge.options import Json
from mockforge.provenance import Source
from mockforge.stages.blend.lots import Lots
from mockforge.stages.blend.merging import Merging
from mockforge.stages.blend.plan import BOTH, OTHER, REAL, Names, Plan
from mockforge.stages.blend.texts import read, styled, written
from mockforge.stages.blend.validity import Validity

Strategy = Literal["field_level", "weighted", "body_blend"]


@dataclass(frozen=True, slots=True)
class Candidate:
    """One source's proposed response."""

    source: Source
    response: Response
    share: float
    """Of the source, in the whole; above 0."""


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of the answers of an endpoint with this status."""

    node: Node | None = None
    """What its documents hold."""
    schema: Schema | bool | None = None
    """What they are valid against; None if nobody knows."""
    ids: tuple[str, ...] = ()
    """Names of fields that identify its things, the surest first."""
    rules: Mapping[Names, Source] = field(default_factory=dict)
    """Fields, without the numbers of items, whose values are one source's."""
    whose: Mapping[str, str] = field(default_factory=dict)
    """Items of lists, by their identity, that are wholly `real`, `other` or `none`."""
    facts: frozenset[Names] = frozenset()
    """Fields that are ids of something, or copies of what was asked or told before."""
    kept: dict[tuple[Source, ...], Any] = field(default_factory=dict, compare=False)
    """What was worked out of the above, to be used again."""

    def plan(self, real: Source, other: Source) -> Plan:
        """Return what becomes of each field of answers of two sources."""
        found = self.kept.get((real, other))
        if found is None:
            sides = {other: OTHER, real: REAL}
            rules = {
                path: sides[source]
                for path, source in self.rules.items()
                if source in sides
            }
            found = Plan(self.node, self.ids, rules=rules, facts=self.facts)
            self.kept[real, other] = found
        assert isinstance(found, Plan)
        return found

    def allows(self, value: Json, sides: Sequence[Json]) -> bytes | None:
        """Return *value* as JSON if it may be an answer; None if it may not.

        It may if it is valid against the schema. Where neither of the *sides* that it
        is made of is, it may have the faults that both have at the same place.
        """
        raw = written(value)
        if self.schema is None:
            return raw
        validity = self.kept.get(())
        if validity is None:
            validity = self.kept[()] = Validity(self.schema)
        assert isinstance(validity, Validity)
        if validity.allows(raw):
            return raw
        said = [*map(written, sides)]
        return raw if validity.is_no_worse(raw, said) else None


@dataclass(frozen=True, slots=True)
class Blended:
    """What came of it."""

    response: Response
    sources: tuple[Source, ...]
    """Whose bytes are in it, the most real first."""
    fields: Mapping[str, tuple[Source, ...]] = field(default_factory=dict)
    """Place of a field to the sources of its value, where the two differ."""
    why: str = ""
    """Why it is of one candidate alone; empty if it is a blend, or there was one."""


def blend(
    candidates: Sequence[Candidate],
    key: Sequence[str | int],
    strategy: Strategy = "field_level",
    known: Known | None = None,
) -> Blended:
    """Return one response made of *candidates*.

    Args:
        candidates: One, or two with the more real first.
        key: What chance depends on.
        strategy: `field_level` blends each field by itself, `body_blend` takes each
            member of the outermost object whole from one side, `weighted` the whole
            answer.
        known: What is known of such answers.

    Raises:
        ValueError: If there is none, or more than two.
    """
    if len(candidates) == 1:
        return _whole(candidates[0])
    if len(candidates) != 2:
        raise ValueError(f"one or two candidates are blended, not {len(candidates)}")
    return _of_two(candidates[0], candidates[1], Lots(*key), strategy, known or Known())


def _of_two(
    real: Candidate, other: Candidate, lots: Lots, strategy: Strategy, known: Known
) -> Blended:
    both = real, other
    share = real.share / (real.share + other.share)
    merging = Merging(
        lots,
        share,
        known.plan(real.source, other.source),
        whose=known.whose,
        is_shallow=strategy == "body_blend",
    )
    if strategy == "weighted":
        return _whole(both[not merging.is_real("$")], "drawn by weight")
    # Of equals the more real one.
    heavy = real if share >= 0.5 else other
    if real.response.status != other.response.status:
        return _whole(heavy, "the other has another status")
    mine, theirs = (read(each.response.headers, each.response.body) for each in both)
    if mine is None or theirs is None:
        drawn = both[not merging.is_real("$")]
        return _whole(drawn, "what is no JSON is not mixed")
    value = merging.merged(mine.value, theirs.value)
    for only, each, text in ((REAL, real, mine), (OTHER, other, theirs)):
        if merging.taken <= {only} or value == text.value:
            return _whole(each)
    raw = known.allows(value, (mine.value, theirs.value))
    if raw is None:
        # What one side says is as valid as what it is learned from.
        return _whole(heavy, "the blend would not be valid")
    style = (mine if heavy is real else theirs).style
    response = with_plain(heavy.response, styled(raw, style))
    return Blended(response, (real.source, other.source), _fields(merging, both))


def _fields(
    merging: Merging, both: tuple[Candidate, Candidate]
) -> dict[str, tuple[Source, ...]]:
    real, other = (each.source for each in both)
    whose = {REAL: (real,), OTHER: (other,), BOTH: (real, other)}
    return {place: whose[side] for place, side in merging.sides.items()}


def _whole(candidate: Candidate, why: str = "") -> Blended:
    return Blended(candidate.response, (candidate.source,), why=why)
