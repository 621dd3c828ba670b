"""Learning in one pass: exchanges go by, and a bounded sample of them stays."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

from mockforge.endpoint import Endpoint
from mockforge.exchange import Exchange
from mockforge.learning.bindings import Bindings, learn_bindings
from mockforge.learning.endpoints import EndpointMap, Endpoints
from mockforge.learning.failures.lasting import lasting
from mockforge.learning.fields import Fields, learn_fields
from mockforge.learning.learned import Learned, samples_of
from mockforge.learning.resources import Resources, learn_resources
from mockforge.learning.sample import Sample
from mockforge.learning.sampling import Bounds, Sampling
from mockforge.provenance import Source

# Whence values come shows in some hundreds of exchanges of an endpoint as well as in
# thousands, and to look takes three milliseconds an exchange.
TELLING = Bounds(
    whole=4_000,
    whole_bytes=12 << 20,
    session=1_000,
    sessions=2_500,
    each=64,
    kinds=512,
    spread=1_500,
    part_bytes=6 << 20,
)
"""How many samples are searched for bindings."""

RELATED = 1_000
"""Endpoints among which resources are looked for: each is compared with each."""

_Part = TypeVar("_Part")


class Learner:
    """Takes exchanges in one by one; memory is bounded, however many they are."""

    def __init__(
        self, declared: Iterable[Endpoint] = (), *, bounds: Bounds | None = None
    ) -> None:
        """Begin with nothing.

        Args:
            declared: Endpoints that are known; they win over what is inferred.
            bounds: How much is kept.
        """
        self._declared = tuple(declared)
        self._endpoints = Endpoints()
        self._sampling = Sampling(bounds)
        self._seen: Counter[str] = Counter()

    def add(self, exchange: Exchange) -> None:
        """Learn from *exchange*; what the upstream did not answer is left out.

        A mock must not learn from what it made up itself.
        """
        if exchange.source is not Source.UPSTREAM:
            self._seen["invented"] += 1
            return
        self._seen["exchanges"] += 1
        response = exchange.response
        status = None if response is None else response.status
        if response is None:
            self._seen["unanswered"] += 1
        self._endpoints.add(exchange.request, status, response)
        self._sampling.add(exchange)

    def settle(self) -> Learned:
        """Return what was learned so far. More may be added afterwards."""
        endpoints = self._endpoints.settle()
        if self._declared:
            endpoints = EndpointMap.of(self._declared, endpoints)
        chosen = self._sampling.chosen()
        samples = samples_of(chosen, endpoints)
        notes = self._notes(chosen, samples)
        bindings = _part(Bindings, lambda: learn_bindings(_telling(samples)), notes)
        fields = _part(Fields, lambda: learn_fields(samples), notes)

        def resources() -> Resources:
            return learn_resources(lasting(samples), endpoints, bindings, fields)

        return Learned(
            endpoints,
            bindings,
            fields,
            _part(Resources, resources, notes),
            samples,
            tuple(notes),
            self._seen["exchanges"],
        )

    def _notes(
        self, chosen: Sequence[Exchange], samples: Sequence[Sample]
    ) -> list[str]:
        """Say what could not be learned."""
        count, notes = self._seen["exchanges"], []
        if self._seen["invented"]:
            notes.append(
                f"{_many(self._seen['invented'], 'exchange')} left out: answered by a"
                " mock"
            )
        if not count:
            return ["no exchange: nothing to learn from", *notes]
        if count == 1:
            notes.append(
                "one exchange only: what varies cannot be told from what stays"
            )
        if self._seen["unanswered"]:
            notes.append(
                f"{_many(self._seen['unanswered'], 'exchange')} without an answer"
            )
        if not self._sampling.is_whole:
            notes.append(
                f"{len(chosen)} of {count} exchanges looked at in full: whole sessions,"
                " and some of every kind of request"
            )
        if len(samples) < len(chosen):
            notes.append(
                f"{_many(len(chosen) - len(samples), 'exchange')} of no endpoint:"
                " too many paths that differ"
            )
        return notes + _unread(samples)


def _of_most(samples: Sequence[Sample], notes: list[str]) -> Sequence[Sample]:
    """Return the *samples* of those endpoints that have most of them."""
    counts = Counter(sample.endpoint for sample in samples)
    if len(counts) <= RELATED:
        return samples
    kept = sorted(counts, key=lambda key: (-counts[key], key))[:RELATED]
    notes.append(f"resources looked for at {RELATED} of {len(counts)} endpoints")
    chosen = set(kept)
    return [sample for sample in samples if sample.endpoint in chosen]


def _telling(samples: Sequence[Sample]) -> list[Sample]:
    """Return those of *samples* that are searched for bindings."""
    sampling = Sampling(TELLING)
    for sample in samples:
        sampling.add(sample.exchange)
    kept = set(map(id, sampling.chosen()))
    return [sample for sample in samples if id(sample.exchange) in kept]


def learn(exchanges: Iterable[Exchange], declared: Iterable[Endpoint] = ()) -> Learned:
    """Return what *exchanges* tell of their API."""
    learner = Learner(declared)
    for exchange in exchanges:
        learner.add(exchange)
    return learner.settle()


def _part(kind: type[_Part], make: Callable[[], _Part], notes: list[str]) -> _Part:
    """Return what *make* learns, or nothing of its kind, with a word on why."""
    try:
        return make()
    except Exception as error:
        # Recordings hold whatever servers send. What one part cannot take must not
        # keep the others, and the replay, from working.
        name = kind.__name__.lower()
        notes.append(f"no {name} learned: {type(error).__name__}: {str(error)[:200]}")
        return kind()


def _unread(samples: Sequence[Sample]) -> list[str]:
    """Say which endpoints answer with bodies that cannot be read."""
    full: Counter[str] = Counter()
    blind: Counter[str] = Counter()
    for sample in samples:
        response, told = sample.exchange.response, sample.told
        if response is None or told is None or not response.body:
            continue
        full[sample.endpoint] += 1
        blind[sample.endpoint] += not _is_read(told["body"])
    dark = sorted(key for key in full if blind[key] == full[key])
    if not dark:
        return []
    shown = ", ".join(dark[:3]) + (
        f" and {len(dark) - 3} more" if len(dark) > 3 else ""
    )
    return [f"answers without fields, so only repeated as they are: {shown}"]


def _is_read(body: Any) -> bool:
    return isinstance(body, dict | list | int | float)


def _many(count: int, word: str) -> str:
    return f"{count} {word}" if count == 1 else f"{count} {word}s"
