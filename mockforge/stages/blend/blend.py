"""Blending: two candidates and their shares in, one response out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from mockforge.bodies.document import Document, read
from mockforge.bodies.messages import with_document
from mockforge.http import Response
from mockforge.learning.fields.checking import is_valid
from mockforge.learning.fields.node import Node
from mockforge.learning.fields.schema import Schema
from mockforge.options import Json
from mockforge.provenance import Source
from mockforge.stages.blend.counts import counted
from mockforge.stages.blend.identity import is_same
from mockforge.stages.blend.lots import Lots
from mockforge.stages.blend.merging import BOTH, OTHER, REAL, Merging, Names

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
    real, other = candidates
    share = real.share / (real.share + other.share)
    merging = Merging(Lots(*key), share, _rules(known, real, other), ids_of(known))
    merging.whose = known.whose if known else {}
    if strategy == "weighted":
        return _whole(candidates[not merging.is_real("$")], "drawn by weight")
    # Of equals the more real one.
    heavy = real if share >= 0.5 else other
    if real.response.status != other.response.status:
        return _whole(heavy, "the other has another status")
    documents = [read(each.response.headers, each.response.body) for each in candidates]
    if any(document.kind != "json" for document in documents):
        drawn = candidates[not merging.is_real("$")]
        return _whole(drawn, "what is no JSON is not mixed")
    node = known.node if known else None
    if strategy == "body_blend":
        value = _shallow(merging, documents[0].value, documents[1].value)
    else:
        value = merging.merged(documents[0].value, documents[1].value, node=node)
    if known and known.schema is not None and not is_valid(known.schema, value):
        # What one side says is as valid as what it is learned from.
        return _whole(heavy, "the blend would not be valid")
    return _made(real, other, documents, value, merging)


def ids_of(known: Known | None) -> tuple[str, ...]:
    """Return the names of fields that identify, as far as they are known."""
    return known.ids if known else ()


def _made(
    real: Candidate,
    other: Candidate,
    documents: Sequence[Document],
    value: Json,
    merging: Merging,
) -> Blended:
    for each, document in zip((real, other), documents, strict=True):
        if value == document.value:
            return _whole(each)
    heavy = real if merging.share >= 0.5 else other
    document = documents[0] if heavy is real else documents[1]
    whose = {REAL: (real,), OTHER: (other,), BOTH: (real, other)}
    fields = {
        place: tuple(each.source for each in whose[side])
        for place, side in merging.sides.items()
    }
    response = with_document(heavy.response, document, value)
    return Blended(response, (real.source, other.source), fields)


def _whole(candidate: Candidate, why: str = "") -> Blended:
    return Blended(candidate.response, (candidate.source,), why=why)


def _rules(known: Known | None, real: Candidate, other: Candidate) -> dict[Names, str]:
    if known is None:
        return {}
    sides = {other.source: OTHER, real.source: REAL}
    return {
        path: sides[source] for path, source in known.rules.items() if source in sides
    }


def _shallow(merging: Merging, real: Json, other: Json) -> Json:
    """Return the members of the outermost objects, each whole from one side."""
    are_objects = isinstance(real, dict) and isinstance(other, dict)
    if not are_objects or is_same(real, other, merging.ids) is False:
        side = REAL if merging.is_real("$") else OTHER
        merging.sides["$"] = side
        return real if side == REAL else other
    mine = {name: _Whole(part) for name, part in real.items()}
    theirs = {name: _Whole(part) for name, part in other.items()}
    found = merging.merged(mine, theirs)
    return counted({name: part.value for name, part in found.items()}, (real, other))


@dataclass(frozen=True, slots=True)
class _Whole:
    """A value that is taken as it is or not at all."""

    value: Json
