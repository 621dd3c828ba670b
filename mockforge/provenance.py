"""The true account of where the bytes of an answer came from."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Source(StrEnum):
    """Where an answer can come from, most real first."""

    UPSTREAM = "upstream"
    RECORDED = "recorded"
    SYNTHETIC = "synthetic"
    LLM = "llm"


class Tier(StrEnum):
    """How a recorded answer was found."""

    EXACT = "exact"


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
