"""How patterns are learned, as mockforge.yaml says it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from mockforge.learning.patterns.personas import place_of
from mockforge.learning.patterns.selection import pattern_of
from mockforge.options import Duration, Options

Ratio = Annotated[float, Field(ge=0.0, le=1.0)]
"""A share, 0 to 1."""


def _pattern(text: str) -> str:
    pattern_of(text)
    return text


def _place(text: str) -> str:
    place_of(text)
    return text


EndpointPattern = Annotated[str, AfterValidator(_pattern)]
PersonaPlace = Annotated[str, AfterValidator(_place)]


class DriftLearningOptions(Options):
    """How patterns are learnt from recorded traffic."""

    enabled: bool = True
    """Whether anything is learnt."""
    mode: Literal["behavioral", "statistical", "hybrid"] = "hybrid"
    """Sequences and flows; latency, errors and frequency; or both."""
    sensitivity: Ratio = 0.2
    """How quickly a pattern follows what is seen."""
    decay: Ratio = 0.05
    """How quickly a pattern fades that is no longer seen."""
    min_samples: Annotated[int, Field(ge=1)] = 10
    """Nothing is applied that was seen less often."""
    update_interval: Duration = 60.0
    """The time from one update of the patterns to the next."""
    persona_adaptation: bool = True
    """Whether patterns are also learnt per persona."""
    traffic_mirroring: bool = False
    """Whether answers mirror latency, errors, sequences and gaps together."""
    endpoint_learning: dict[EndpointPattern, bool] = {}
    """Path pattern to whether its endpoints learn."""
    persona_learning: dict[str, bool] = {}
    """Persona to whether it learns."""
    persona_from: list[PersonaPlace] = [
        "header:X-Persona",
        "claim:persona",
        "claim:role",
    ]
    """Where a request says who asks: `header:NAME`, `query:NAME`, `cookie:NAME`, or
    `claim:NAME` of a JWT; the first that is there counts."""

    @property
    def mirrors_statistics(self) -> bool:
        """Whether answers mirror latency and errors, unless that is set otherwise."""
        return self.traffic_mirroring and self.mode != "behavioral"

    @property
    def mirrors_behavior(self) -> bool:
        """Whether answers mirror sequences."""
        return self.traffic_mirroring and self.mode != "statistical"
