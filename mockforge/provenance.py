"""The true account of where the bytes of an answer came from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Source(StrEnum):
    """Where an answer can come from, most real first."""

    UPSTREAM = "upstream"
    RECORDED = "recorded"
    SYNTHETIC = "synthetic"
    LLM = "llm"
    BLEND = "blend"
    """Two of these at once, mixed."""


class Tier(StrEnum):
    """How a recorded answer was found."""

    EXACT = "exact"
    """The same request was recorded."""
    CORRELATED = "correlated"
    """The same, but for values that are another each time."""
    REBOUND = "rebound"
    """One of the same endpoint was, whose answer was bound to this one."""
    RECALLED = "recalled"
    """It is the nearest in meaning of all that were recorded."""
    DRAWN = "drawn"
    """It is a failure that others met, and came as often as it did for them."""


@dataclass(frozen=True, slots=True)
class Provenance:
    """What happened, never what was configured."""

    source: Source | None
    """None when mockforge itself answered: a miss, or a failure it reports."""
    exchange_ids: tuple[int, ...] = ()
    """The recorded exchanges whose bytes are in the answer."""
    recording: str | None = None
    """The name of the recording they are from."""
    tier: Tier | None = None
    seed: int = 0
    bindings: tuple[str, ...] = ()
    """Where values come from that are not as they were recorded, for people."""
    score: float | None = None
    """How well what was recorded fits, 0 to 1; None if it is the very same."""
    id: str = ""
    """By which the account of this answer is found."""
    stub: str = ""
    """Where the endpoint is written that answered; nothing if none did."""
    drifted: tuple[str, ...] = ()
    """The fields whose values have moved on since the first answer."""
    ratio: float | None = None
    """How real answers were to be; None where nothing is mixed."""
    ratio_origin: str = ""
    """What set it: `default`, `route '/users/*'`."""
    weights: Mapping[str, float] = field(default_factory=dict)
    """The share that each source had."""
    of: tuple[Source, ...] = ()
    """Whose bytes a blend is made of, the most real first."""
    candidates: tuple[tuple[Source, int | None], ...] = ()
    """The sources that were asked, each with the status of its answer; None where
    none came."""
    fields: Mapping[str, tuple[Source, ...]] = field(default_factory=dict)
    """The fields of a blend where they differed, with the sources of their values."""


STUB = "stub"
"""What answers of endpoints in the settings are counted as, if no model said them."""


def name_of(told: Provenance) -> str:
    """Return what an answer is counted as: where it comes from, in a word."""
    if told.stub and told.source is Source.SYNTHETIC:
        return STUB
    return str(told.tier or told.source)
