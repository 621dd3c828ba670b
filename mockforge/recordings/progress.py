"""How far the patterns of a recording are learned, and what it takes to go on."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import replace
from hashlib import blake2b

from mockforge.bodies.document import Path
from mockforge.learning.endpoints import EndpointMap
from mockforge.learning.patterns.keys import Keys
from mockforge.learning.patterns.options import DriftLearningOptions
from mockforge.learning.patterns.patterns import VERSION, Patterns
from mockforge.learning.patterns.resets import Reset
from mockforge.options import Json
from mockforge.recordings.garbage import uncollected
from mockforge.recordings.observing import Locating, Observing
from mockforge.store.file import StoredFile
from mockforge.store.light import PAGE, Light, LightFile, Lights
from mockforge.store.patterns import Kept

MATTERS = (
    *("mode", "sensitivity", "decay", "min_samples", "update_interval"),
    *("persona_adaptation", "endpoint_learning", "persona_learning", "persona_from"),
)
"""The settings that decide what is learned."""

PIECE = 100
"""Items of a list that are made JSON at a time."""

States = Mapping[str, Path]
"""Where the answer of an endpoint says in what state a thing is, by its key."""


class Progress:
    """Patterns, and how far in a recording they are learned."""

    def __init__(
        self,
        options: DriftLearningOptions,
        endpoints: EndpointMap,
        states: States,
        *,
        resets: Sequence[Reset] = (),
        keys: Keys | None = None,
    ) -> None:
        """Begin at the first exchange.

        Args:
            options: How to learn.
            endpoints: Of the recording.
            states: Of its answers.
            resets: What is not to be learned again.
            keys: What is known of credentials, if it goes on.
        """
        self.states = states
        self.observing = Observing(endpoints, options, states=states, keys=keys)
        self.patterns = Patterns(options, endpoints, resets)
        self.looked = 0
        """Exchanges that were looked at."""
        self.last = 0
        """The highest number of one."""

    def take(self, rows: Sequence[Light], lights: Lights) -> None:
        """Go on with *rows*, in order of number."""
        if not rows:
            return
        self.patterns.update(self.observing.every(rows, lights))
        self.looked += len(rows)
        self.last = rows[-1].id

    def knows(self, endpoints: EndpointMap) -> None:
        """Go on with *endpoints*, by which what was taken in has the keys it has."""
        self.observing.locating = Locating(endpoints)
        self.patterns.endpoints = endpoints

    def read(self, reader: StoredFile) -> None:
        """Go on to the end of the file behind *reader*, in any thread.

        Raises:
            RecordingError: If it cannot be read.
        """
        with closing(LightFile(reader.place)) as file:
            while rows := file.page(self.last, PAGE):
                self.take(rows, file)

    def kept(self) -> Kept:
        """Return this as it is kept, to go on."""
        return self._kept(
            {
                **_told(self.patterns),
                "states": {key: list(path) for key, path in self.states.items()},
                "keys": self.observing.keys.to_json(),
            }
        )

    def settled(self, *, goes_on: bool = True) -> Kept:
        """Return the patterns as they are kept, to be read.

        Args:
            goes_on: Whether more is to be taken in.
        """
        patterns = self.patterns
        return self._kept(_told(patterns.settled() if goes_on else patterns.settle()))

    def _kept(self, told: dict[str, Json]) -> Kept:
        return Kept(self.looked, self.last, "".join(_pieces(told)).encode("ascii"))

    @classmethod
    def of(
        cls, kept: Kept, options: DriftLearningOptions, resets: Sequence[Reset] = ()
    ) -> Progress:
        """Return what `kept` gave.

        Raises:
            ValueError: If it is something else, or was learned before a reset.
        """
        with uncollected():
            told = json.loads(kept.value)
        try:
            endpoints = EndpointMap.from_json(told["endpoints"])
            states = {str(key): tuple(path) for key, path in told["states"].items()}
            keys = Keys.from_json(told["keys"])
            found = cls(options, endpoints, states, resets=resets, keys=keys)
            found.patterns = Patterns.from_json(told["patterns"], options, endpoints)
        except (KeyError, TypeError, IndexError, AttributeError) as error:
            raise ValueError(f"this is no progress: {error!r}") from error
        if found.patterns.resets != tuple(resets):
            raise ValueError("something was reset since")
        found.looked, found.last = kept.looked, kept.last
        return found


def patterns_in(
    kept: Kept, options: DriftLearningOptions, resets: Sequence[Reset] = ()
) -> Patterns:
    """Return what `Progress.settled` gave.

    Raises:
        ValueError: If it is something else, or was learned before a reset.
    """
    try:
        with uncollected():
            told = json.loads(kept.value)
            endpoints = EndpointMap.from_json(told["endpoints"])
            found = Patterns.from_json(told["patterns"], options, endpoints)
    except (KeyError, TypeError, IndexError, AttributeError) as error:
        raise ValueError(f"these are no patterns: {error!r}") from error
    if found.resets != tuple(resets):
        raise ValueError("something was reset since")
    return found


def _told(patterns: Patterns) -> dict[str, Json]:
    endpoints = bare(patterns.endpoints).to_json()
    return {"patterns": patterns.to_json(), "endpoints": endpoints}


def _pieces(value: Json, depth: int = 4) -> Iterator[str]:
    """Yield *value* as JSON in pieces: nobody else has a turn while one is made."""
    if depth and isinstance(value, dict):
        for number, name in enumerate(value):
            yield f"{',' if number else '{'}{json.dumps(str(name))}:"
            yield from _pieces(value[name], depth - 1)
        yield "}" if value else "{}"
    elif depth and isinstance(value, list) and len(value) > PIECE:
        for start in range(0, len(value), PIECE):
            yield "," if start else "["
            some = value[start : start + PIECE]
            yield json.dumps(some, separators=(",", ":"))[1:-1]
        yield "]"
    else:
        yield json.dumps(value, separators=(",", ":"))


def bare(endpoints: EndpointMap) -> EndpointMap:
    """Return *endpoints* as far as they are needed to locate requests."""
    return EndpointMap(replace(one, statuses={}, samples={}) for one in endpoints.every)


def version_of(options: DriftLearningOptions, learning: str) -> str:
    """Return what tells one way to learn from another: a word without a space.

    Args:
        options: How patterns are learned.
        learning: The same of all that is learned before.
    """
    told = options.model_dump_json(include=set(MATTERS))
    digest = blake2b(f"{learning}\n{told}".encode(), digest_size=8).hexdigest()
    return f"{VERSION}+{digest}"
