"""The shop's bad days: a latency with two humps, and failures that come in bursts."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field

from mockforge.chance import rng


@dataclass(frozen=True, slots=True)
class Hump:
    """One way in which an endpoint is answered: delays around a median."""

    weight: float
    """Share of the requests, 0..1; the humps of an endpoint sum to 1."""
    median: float
    """Seconds."""
    sigma: float
    """Spread of the natural log of the delay."""


# The first hump is a cache that has the answer, the second a database that has to
# be asked. They are far enough apart for no draw of one to look like the other.
CACHED = (Hump(0.75, 0.006, 0.25), Hump(0.25, 0.080, 0.20))
STORED = (Hump(0.35, 0.012, 0.25), Hump(0.65, 0.110, 0.20))

LATENCIES: Mapping[str, tuple[Hump, ...]] = {
    "GET /api/products": CACHED,
    "GET /api/products/{id}": CACHED,
    "GET /api/products/{id}/image.png": (Hump(1.0, 0.004, 0.2),),
    "POST /api/orders": STORED,
    "GET /api/orders": STORED,
}
"""Humps per endpoint; the rest have OTHERS."""

OTHERS = (Hump(0.80, 0.008, 0.25), Hump(0.20, 0.070, 0.20))


@dataclass(frozen=True, slots=True)
class Storm:
    """Failures as a chain of two states, calm and storm; see `Weather`."""

    enter: float = 0.01
    """Chance per request that a calm ends."""
    leave: float = 0.25
    """Chance per request that a storm ends: four requests, on average."""
    severity: float = 0.8
    """Share of the requests in a storm that fail."""

    @property
    def rate(self) -> float:
        """The share of all requests that fail in the long run."""
        if self.enter == 0.0:
            return 0.0
        return self.severity * self.enter / (self.enter + self.leave)


NO_STORM = Storm(enter=0.0)


@dataclass(frozen=True, slots=True)
class Spell:
    """What the weather does to one request."""

    delay: float
    """Seconds."""
    fails: bool


@dataclass(slots=True)
class Weather:
    """Draws one spell per request; the state carries over, so failures come in bursts.

    Source: E. N. Gilbert, Capacity of a burst-noise channel, 1960.
    """

    seed: int
    scale: float = 1.0
    """Factor on every delay; 0.0 is no latency."""
    storm: Storm = field(default_factory=Storm)
    requests: int = 0
    storming: bool = False

    def next(self, endpoint: str) -> Spell:
        """Return the spell of the next request, which is for *endpoint*."""
        self.requests += 1
        chance = rng(self.seed, "demo", "weather", self.requests)
        turn, failure = chance.random(), chance.random()
        self.storming = (
            turn >= self.storm.leave if self.storming else turn < self.storm.enter
        )
        fails = self.storming and failure < self.storm.severity
        delay = latency(self.seed, endpoint, self.requests) * self.scale
        return Spell(delay, fails)


def latency(seed: int, endpoint: str, turn: int) -> float:
    """Draw the delay of the request number *turn*, in seconds."""
    chance = rng(seed, "demo", endpoint, turn, "latency")
    humps = LATENCIES.get(endpoint, OTHERS)
    hump = chance.choices(humps, [hump.weight for hump in humps])[0]
    return chance.lognormvariate(math.log(hump.median), hump.sigma)
