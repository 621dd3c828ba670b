"""What is counted of a simulation, in memory that does not grow with it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from mockforge.load.histogram import Histogram
from mockforge.load.tally import Trouble

MOST_ENDPOINTS = 300
"""Endpoints that are counted each; the others are counted together."""
OTHERS = "(other endpoints)"
EXAMPLES = 5
REFUSED = frozenset({401, 403})


@dataclass(slots=True)
class Counted:
    """What happened at one endpoint."""

    latency: Histogram = field(default_factory=Histogram)
    """Of what was answered."""
    statuses: Counter[int] = field(default_factory=Counter)
    errors: Counter[Trouble] = field(default_factory=Counter)
    differing: int = 0
    """Answers with a status that was not recorded at that step."""
    unbound: int = 0
    """Values that no live answer gave."""

    @property
    def requests(self) -> int:
        """How many were sent."""
        return self.latency.count + self.errors.total()


@dataclass(slots=True)
class Tally:
    """Counts of one simulation."""

    endpoints: dict[str, Counted] = field(default_factory=dict)
    latency: Histogram = field(default_factory=Histogram)
    sessions: int = 0
    """Sessions that were gone through to their end."""
    begun: int = 0
    """Sessions that were begun."""
    steps: int = 0
    """Steps that were taken: requests less those that were sent again."""
    renewed: int = 0
    """Requests that were sent again with other values, as theirs were taken."""
    wanting: int = 0
    """Answers 401 and 403 that were recorded otherwise, to requests with stand-ins."""
    refused: int = 0
    """All answers 401 and 403 that were recorded otherwise."""
    failed: int = 0
    """Requests that got no answer, or an error that was not recorded."""
    examples: dict[int, str] = field(default_factory=dict)
    """By exchange, what differed; the first few."""
    unbound: Counter[tuple[str, str]] = field(default_factory=Counter)
    """By endpoint and place, how often a value could not be bound."""

    @property
    def requests(self) -> int:
        """How many requests were sent and answered, or not."""
        return sum(each.requests for each in self.endpoints.values())

    @property
    def answered(self) -> int:
        """How many were answered."""
        return self.latency.count

    @property
    def differing(self) -> int:
        """How many answers had a status that was not recorded at their step."""
        return sum(each.differing for each in self.endpoints.values())

    def of(self, endpoint: str) -> Counted:
        """Return what is counted at *endpoint*."""
        if endpoint not in self.endpoints and len(self.endpoints) >= MOST_ENDPOINTS:
            endpoint = OTHERS
        return self.endpoints.setdefault(endpoint, Counted())

    def miss(self, endpoint: str, place: str) -> None:
        """Count a value that could not be bound."""
        self.of(endpoint).unbound += 1
        if len(self.unbound) < MOST_ENDPOINTS or (endpoint, place) in self.unbound:
            self.unbound[endpoint, place] += 1

    def example(self, exchange: int, text: str) -> None:
        """Keep what differed, if it is one of the first."""
        if len(self.examples) < EXAMPLES:
            self.examples.setdefault(exchange, text)
