"""How a request is weighed: the ratio that it has, and which source is to answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mockforge.provenance import Source
from mockforge.stages.reality.weights import Weights

if TYPE_CHECKING:
    from mockforge.engine.homes import Scopes
    from mockforge.engine.plan import Answer
    from mockforge.engine.things import Thing


@dataclass(frozen=True, slots=True)
class Weighing:
    """What was decided of a request before anything is fetched."""

    ratio: float
    origin: str
    """What set the ratio, for people."""
    weights: Weights
    """The shares of what is usable."""
    u: float
    """Where the draw fell, in [0, 1)."""
    key: tuple[str | int, ...]
    """What chance depends on."""
    thing: Thing
    """What is asked about."""
    scopes: Scopes
    """Who asks."""
    chosen: Source | None = None
    """The only source that answers; None if the answer is a blend."""
    local: Answer | None = None
    """What is answered without the upstream, if that is known already."""
    is_home: bool = False
    """It is asked of whoever made it, and not by the draw."""
    is_strict: bool = False
    """Nothing but the upstream will do."""
    why: tuple[str, ...] = ()
    """What led to it where that was not the draw, one sentence each."""

    @property
    def share(self) -> float:
        """The share of the upstream among the two sources of a blend."""
        rest = self.weights.recorded or self.weights.synthetic
        total = self.weights.upstream + rest
        return self.weights.upstream / total if total else 0.0
