"""What learns one kind of pattern, and how a pattern is told to people."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

from mockforge.learning.patterns.law import Law
from mockforge.learning.patterns.observation import Observation
from mockforge.options import Json


class Subject(NamedTuple):
    """Of whom a pattern is."""

    endpoint: str
    """The key of an endpoint."""
    persona: str | None = None
    """One persona; None for everybody."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A pattern as it is told: a row of a table, or an object of JSON."""

    kind: str
    """`latency`, `errors`, `sequences` or `frequency`."""
    subject: Subject
    samples: float
    """How much evidence there is."""
    confidence: float
    """0 to 1."""
    told: str
    """The pattern in a few words: `p50 12 ms, p95 80 ms`."""
    plot: tuple[float, ...] = ()
    """Numbers that make a small plot, none below zero."""
    detail: dict[str, Json] = field(default_factory=dict)
    """The same for machines."""
    changing: float = 0.0
    """The share of what is new in it; 0 while nothing changes."""
    seen: float | None = None
    """Seconds since the epoch when its last exchange ended; the runner fills it in."""


class Part(Protocol):
    """What learns one kind of pattern."""

    kind: str

    def update(self, subject: Subject, seen: Sequence[Observation], law: Law) -> None:
        """Take in what was seen of *subject* since its last update, in order of end.

        That is at least `law.min_samples`, but for the last time before the patterns
        are read: then it is what there is. Everything of `Subject(e, p)` is part of
        what comes for `Subject(e)` too, and everything of all endpoints comes for
        `Subject("*")`: to sequences that alone, to frequency too.
        """

    def fade(self, subject: Subject, law: Law) -> None:
        """Lose evidence of *subject*, which is silent for longer than is usual."""

    def forget(self, subject: Subject) -> None:
        """Know nothing of *subject* any more."""

    def shown(self, law: Law) -> Iterable[Shown]:
        """Yield every pattern, also those that are not applied yet."""

    def to_json(self) -> Json:
        """Return this as JSON, short: there may be ten thousand endpoints."""
