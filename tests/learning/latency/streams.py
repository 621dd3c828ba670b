"""Observations of one endpoint, made for tests."""

from collections.abc import Callable
from random import Random

from mockforge.exchange import FailureKind
from mockforge.learning.latency import Latencies
from mockforge.learning.patterns.law import Law
from mockforge.learning.patterns.observation import Observation
from mockforge.learning.patterns.part import Subject

ENDPOINT = "GET /orders/{id}"
SUBJECT = Subject(ENDPOINT)
LAW = Law()
START = 1_760_000_000 - 1_760_000_000 % 86_400


def observation(
    taken: float | None,
    *,
    number: int = 1,
    status: int = 200,
    size: int = 100,
    started: float = START,
    failure: FailureKind | None = None,
    elapsed: float = 0.0,
) -> Observation:
    return Observation(
        number,
        ENDPOINT,
        status,
        failure,
        "session",
        None,
        started,
        taken,
        elapsed,
        size,
        b"",
    )


def stream(
    taken: Callable[[Random], float | None], count: int, *, seed: int = 1, **also
) -> list[Observation]:
    """Return *count* answers, a minute apart."""
    chance = Random(seed)
    return [
        observation(taken(chance), number=n + 1, started=START + 60 * n, **also)
        for n in range(count)
    ]


def learned(seen, *, latencies=None, subject=SUBJECT, law=LAW, step=10):
    latencies = Latencies() if latencies is None else latencies
    for at in range(0, len(seen), step):
        latencies.update(subject, seen[at : at + step], law)
    return latencies


def quantiles(latencies, *, status=200, subject=SUBJECT, law=LAW, **given):
    return [
        latencies.draw(subject, status, (n + 0.5) / 100, law=law, **given)
        for n in range(100)
    ]
