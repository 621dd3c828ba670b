"""The places of requests: the values that each held, in order of time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from mockforge.bodies.document import Path, Scalar, text_of
from mockforge.learning.bindings.timeline import Timeline, key_of

MOST_SEEN = 200
"""Values of one place that are weighed."""
MOST_PLACES = 300
"""Places of one endpoint; more are as many names as there are requests."""

Key = tuple[str, Path]


@dataclass(frozen=True, slots=True)
class Seen:
    """A value at a place of a request."""

    number: int
    """Of the sample in the timeline."""
    path: Path
    """With the numbers of items."""
    value: Scalar
    text: str
    session: str
    started: float


@dataclass(frozen=True, slots=True)
class Place:
    """A place of the requests to an endpoint, with what stood there."""

    endpoint: str
    path: Path
    """With `*` for items."""
    method: str
    seen: Sequence[Seen]
    alike: Mapping[str, Sequence[str]]
    """What stood at this path in the requests to every endpoint, by session."""

    @property
    def part(self) -> str:
        """Path, query, header, cookie or body."""
        return str(self.path[0])

    @property
    def distinct(self) -> int:
        """How many values differ."""
        return len({one.text for one in self.seen})

    def own(self) -> Mapping[str, Sequence[str]]:
        """Return what stood at this place, by session."""
        return _by_session(self.seen)

    def of(self, inner: Sequence[str]) -> Place:
        """Return this place with what stands inside its values, one for each."""
        seen = [
            replace(one, value=text, text=text)
            for one, text in zip(self.seen, inner, strict=True)
        ]
        return replace(self, seen=seen, alike=_by_session(seen))


def places(timeline: Timeline) -> list[Place]:
    """Return every place of every endpoint, in order of endpoint and path."""
    found: dict[Key, list[Seen]] = defaultdict(list)
    methods: dict[str, str] = {}
    of_endpoint: dict[str, set[Path]] = defaultdict(set)
    for number, sample in enumerate(timeline.samples):
        methods[sample.endpoint] = sample.exchange.request.method
        known = of_endpoint[sample.endpoint]
        for path, value in timeline.asked[number]:
            key = key_of(sample, path)
            if key[1] not in known:
                if len(known) >= MOST_PLACES:
                    continue
                known.add(key[1])
            found[key].append(
                Seen(
                    number,
                    path,
                    value,
                    text_of(value),
                    sample.session,
                    sample.started,
                )
            )
    alike: dict[Path, list[Seen]] = defaultdict(list)
    for (_, path), seen in found.items():
        if path[0] != "path":
            alike[path] += seen
    pooled = {path: _by_session(_thinned(seen)) for path, seen in alike.items()}
    return [
        Place(
            endpoint,
            path,
            methods[endpoint],
            _thinned(seen),
            pooled.get(path) or _by_session(_thinned(seen)),
        )
        for (endpoint, path), seen in sorted(found.items(), key=_shown)
    ]


def _shown(item: tuple[Key, list[Seen]]) -> tuple[str, tuple[str, ...]]:
    (endpoint, path), _ = item
    return endpoint, tuple(map(str, path))


def _by_session(seen: Sequence[Seen]) -> dict[str, list[str]]:
    told: dict[str, list[str]] = defaultdict(list)
    for one in sorted(seen, key=lambda one: one.number):
        told[one.session].append(one.text)
    return dict(told)


def _thinned(seen: list[Seen]) -> Sequence[Seen]:
    """Return at most MOST_SEEN of *seen*, whole sessions from the first on."""
    if len(seen) <= MOST_SEEN:
        return seen
    return sorted(seen, key=lambda one: (one.session, one.number))[:MOST_SEEN]
