"""Sessions that go on: what each did last, until it has ended."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, field
from math import isfinite
from typing import Any

from mockforge.learning.patterns.observation import Observation
from mockforge.learning.sequences.courses import Asked

MOST_SESSIONS = 1_000
"""Sessions that are followed at once."""

MOST_ASKED = 24
"""Things that one session asks for again, the latest."""


@dataclass(slots=True)
class Open:
    """A session that goes on."""

    context: tuple[int, ...]
    """Its last steps, by number."""
    ended: float
    """When its last answer was complete."""
    writes: int = 0
    asked: OrderedDict[bytes, Asked] = field(default_factory=OrderedDict)

    def to_json(self) -> list[Any]:
        """Return this as JSON."""
        asked = [
            [key.hex(), *(getattr(one, name) for name in Asked.__slots__)]
            for key, one in self.asked.items()
        ]
        return [list(self.context), self.ended, self.writes, asked]

    @classmethod
    def from_json(cls, kept: Any) -> Open:
        """Return what `to_json` told."""
        context, ended, writes, told = kept
        asked: OrderedDict[bytes, Asked] = OrderedDict()
        for key, variant, length, first, *rest in told:
            asked[bytes.fromhex(key)] = Asked(
                None if variant is None else (variant[0], variant[1]),
                length,
                None if first is None else (first[0], first[1]),
                *rest,
            )
        return cls(tuple(map(int, context)), float(ended), int(writes), asked)


def ended_of(seen: Observation) -> float:
    """Return when *seen* had ended, whatever its clock says."""
    started = seen.started if isfinite(seen.started) else 0.0
    if isfinite(seen.elapsed) and seen.elapsed > 0:
        return started + seen.elapsed
    return started
