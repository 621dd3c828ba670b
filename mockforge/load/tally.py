"""What is counted of the answers: times, statuses, troubles, and what differed."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum

from mockforge.load.histogram import Histogram
from mockforge.load.prepared import Prepared

EXAMPLES = 5


class Trouble(StrEnum):
    """Why a request got no answer."""

    REFUSED = "refused"
    """No connection was taken."""
    RESET = "reset"
    """The connection ended before the answer did."""
    TIMEOUT = "time-out"
    """The answer was not there in time."""
    BAD = "bad answer"
    """What came is not an HTTP/1.1 answer, or more than one."""
    TLS = "no TLS"
    """No secure connection could be agreed on."""


@dataclass(slots=True)
class Tally:
    """Counts of one run, in memory that does not grow with it."""

    latency: Histogram = field(default_factory=Histogram)
    """Of the requests that were answered, whatever the answer."""
    statuses: Counter[int] = field(default_factory=Counter)
    errors: Counter[Trouble] = field(default_factory=Counter)
    received: int = 0
    """Bytes of the answers, heads and all."""
    verified: int = 0
    """Bodies compared."""
    other_status: int = 0
    """Answers whose status was not recorded for that request."""
    other_body: int = 0
    """Answers of a recorded status whose body was not recorded for that request."""
    examples: dict[int, str] = field(default_factory=dict)
    """By exchange, what differed; the first few."""

    @property
    def answered(self) -> int:
        """How many requests were answered."""
        return self.latency.count

    @property
    def failed(self) -> int:
        """How many requests got no answer."""
        return self.errors.total()

    @property
    def differing(self) -> int:
        """How many answers were not as recorded."""
        return self.other_status + self.other_body

    def answer(
        self, asked: Prepared, status: int, body: bytes | None, *, seconds: float
    ) -> None:
        """Count the answer to *asked*.

        Args:
            asked: What was asked.
            status: Its status.
            body: Its body's digest; None if bodies are not compared.
            seconds: How long it took.
        """
        self.latency.add(seconds)
        self.statuses[status] += 1
        if status not in asked.expected.statuses:
            self.other_status += 1
            known = ", ".join(map(str, sorted(asked.expected.statuses)))
            self._example(asked, f"answered {status}, recorded {known}")
        elif body is not None and body not in asked.expected.bodies:
            self.other_body += 1
            self._example(asked, f"answered {status} with another body")
        if body is not None:
            self.verified += 1

    def merge(self, other: Tally) -> None:
        """Count everything that *other* counted."""
        self.latency.merge(other.latency)
        self.statuses += other.statuses
        self.errors += other.errors
        self.received += other.received
        self.verified += other.verified
        self.other_status += other.other_status
        self.other_body += other.other_body
        both = {**other.examples, **self.examples}
        self.examples = dict(list(both.items())[:EXAMPLES])

    def _example(self, asked: Prepared, what: str) -> None:
        if len(self.examples) < EXAMPLES:
            self.examples.setdefault(asked.exchange, f"{asked.shown}: {what}")
