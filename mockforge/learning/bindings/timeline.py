"""The samples in order of time, and where every value appeared first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from mockforge.bodies.document import Path, Scalar, general, leaves, text_of
from mockforge.learning.bindings.pieces import pieces
from mockforge.learning.sample import Sample
from mockforge.learning.threads import SKIPPED

MOST_LEAVES = 2000
"""Leaves of one message that are looked at."""

MOST_SENT = 16
"""Requests with one value that are remembered."""
TELLING = 14
"""Letters of a value that is known again in another session too.

A client that logs in has another session afterwards, as the credential is another.
"""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a value stood."""

    number: int
    """The place of the sample in the timeline."""
    told: bool
    """In the answer, not in the request."""
    path: Path
    via: str = ""
    """How it was in there; empty if it was the whole value."""


class Timeline:
    """The samples of all sessions, oldest first."""

    def __init__(self, samples: Iterable[Sample]) -> None:
        self.samples: Sequence[Sample] = sorted(samples, key=_order)
        self._first: dict[tuple[str, str], Spot] = {}
        self._anywhere: dict[str, Spot] = {}
        self.asked = [list(asked_leaves(sample)) for sample in self.samples]
        self._sent: dict[str, list[tuple[int, Path]]] = {}
        for number, sample in enumerate(self.samples):
            self._note(number, sample)

    def origin(self, session: str, text: str) -> Spot | None:
        """Return where *text* appeared first: in *session*, or if telling, at all."""
        spot = self._first.get((session, text))
        if len(text) < TELLING:
            return spot
        other = self._anywhere.get(text)
        if spot is None or other is None:
            return spot or other
        return spot if spot.number <= other.number else other

    def sent(self, text: str) -> Sequence[tuple[int, Path]]:
        """Return where *text* stood in requests of any session: the first such."""
        return self._sent.get(text, ())

    def _note(self, number: int, sample: Sample) -> None:
        for path, value in self.asked[number]:
            self._appears(sample.session, value, Spot(number, False, path))
            sent = self._sent.setdefault(text_of(value), [])
            if len(sent) < MOST_SENT:
                sent.append((number, path))
        for path, value in told_leaves(sample):
            self._appears(sample.session, value, Spot(number, True, path))

    def _appears(self, session: str, value: Scalar, spot: Spot) -> None:
        text = text_of(value)
        self._keep(session, text, spot)
        if isinstance(value, str):
            for way, inner in pieces(text):
                self._keep(session, inner, Spot(spot.number, spot.told, spot.path, way))

    def _keep(self, session: str, text: str, spot: Spot) -> None:
        self._first.setdefault((session, text), spot)
        if len(text) >= TELLING:
            self._anywhere.setdefault(text, spot)


def _order(sample: Sample) -> tuple[float, int, str, str]:
    exchange = sample.exchange
    return (
        exchange.started,
        exchange.id or 0,
        exchange.session,
        exchange.request.target,
    )


def asked_leaves(sample: Sample) -> Iterator[tuple[Path, Scalar]]:
    """Yield what was asked, value by value, without what belongs to the transport."""
    yield from _leaves(sample.asked, ("path", "query", "cookie", "header", "body"))


def told_leaves(sample: Sample) -> Iterator[tuple[Path, Scalar]]:
    """Yield what was told, value by value, without what belongs to the transport."""
    if sample.told is not None:
        yield from _leaves(sample.told, ("cookie", "header", "body"))


def _leaves(
    message: dict[str, object], parts: Sequence[str]
) -> Iterator[tuple[Path, Scalar]]:
    count = 0
    for part in parts:
        inside = leaves(message.get(part), (part,))
        for path, value in islice(inside, MOST_LEAVES - count):
            count += 1
            if value is None or isinstance(value, bool) or value == "":
                continue
            if part != "header" or path[1] not in SKIPPED:
                yield path, value


def key_of(sample: Sample, path: Path) -> tuple[str, Path]:
    """Return the endpoint of *sample* and *path* for all items of a list."""
    return sample.endpoint, general(path)
