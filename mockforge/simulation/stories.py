"""Recorded sessions as stories: what was asked in turn, and what that was made of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from hashlib import blake2b
from math import isfinite
from typing import TYPE_CHECKING, Protocol

from mockforge.bodies.document import Path, leaves
from mockforge.bodies.reading import content_type
from mockforge.exchange import Exchange
from mockforge.http import Request
from mockforge.learning.failures.lasting import lasting
from mockforge.learning.learned import Learned
from mockforge.learning.sample import Sample
from mockforge.learning.sequences.steps import SESSION_GAP, Step, state_at
from mockforge.learning.threads import Threads
from mockforge.load.prepared import unsendable
from mockforge.simulation.taking import Heard, Made, Need, made, needs

if TYPE_CHECKING:
    from mockforge.recordings.files import Recording

MOST = 20_000
"""Exchanges that are held."""
MOST_BYTES = 64 << 20
"""Bytes of requests that are held."""
UNTIMED = 1.0
"""Seconds between two requests of a recording that does not tell when they were."""


class Secrets(Protocol):
    """What knows values that were put in the place of secrets."""

    def is_standin(self, value: str) -> bool:
        """Whether *value* stands for a secret."""


@dataclass(frozen=True, slots=True)
class Take:
    """A recorded exchange of a story, as it can be asked again."""

    number: int
    """Among all takes."""
    story: int
    position: int
    """In its story."""
    step: Step
    request: Request
    exchange: int
    """Its number in the recording."""
    expected: frozenset[int]
    """The statuses that are as recorded; empty if any is."""
    needs: tuple[Need, ...]
    made: tuple[Made, ...]
    secrets: tuple[Path, ...]
    """Where a value stands for a secret that no answer told."""
    gap: float
    """Seconds from the answer before it; 0.0 for the first."""
    elapsed: float
    """Seconds that its answer took."""
    is_stream: bool
    """Its answer is a stream of events, which may not end."""
    again: int | None = None
    """The take that asks the same again, as this one failed by chance."""


@dataclass(frozen=True, slots=True)
class Stories:
    """All that is simulated."""

    takes: tuple[Take, ...] = ()
    stories: tuple[range, ...] = ()
    """The takes of each recorded session, by number."""
    states: Mapping[str, Path] = field(default_factory=dict)
    """Where an endpoint's answers tell a state, into `told_of`."""
    cookies: frozenset[str] = frozenset()
    """Cookies that recorded answers set."""
    keep_cookies: frozenset[int] = frozenset()
    """Stories whose client sent cookies."""
    left_out: Counter[str] = field(default_factory=Counter)
    """Why exchanges are not asked, and how many."""
    by_step: Mapping[tuple[str, int], Sequence[int]] = field(default_factory=dict)
    """Takes by endpoint and status."""
    sources: frozenset[int] = frozenset()
    """Takes whose answers tell what others need."""
    source_endpoints: frozenset[str] = frozenset()
    longest: int = 0
    """How many takes the longest story has."""
    is_timed: bool = True
    """The recording tells when things happened; else gaps are UNTIMED."""


async def read_stories(
    recording: Recording, learned: Learned, states: Mapping[str, Path]
) -> Stories:
    """Return the sessions of *recording*, as many whole ones as can be held.

    Args:
        recording: Where they are.
        learned: What is known of the API.
        states: Where answers tell a state, by endpoint.

    Raises:
        RecordingError: If it cannot be read.
    """
    collected = Collected()
    async for exchange in recording.every():
        collected.add(exchange)
    return Telling(learned, states, recording.redactor).stories(collected)


class Collected:
    """Exchanges by session; where they are too many, of some sessions, drawn evenly."""

    def __init__(self, most: int = MOST, most_bytes: int = MOST_BYTES) -> None:
        self.sessions: dict[str, list[Exchange]] = {}
        self.left_out: Counter[str] = Counter()
        self._threads = Threads()
        self._most, self._most_bytes = most, most_bytes
        self._count = self._bytes = 0
        self._gone: int | None = None

    def add(self, exchange: Exchange) -> None:
        """Take *exchange*, which started after those before it."""
        thread = self._threads.of(exchange.request, exchange.session)
        if exchange.response is not None:
            self._threads.gave(exchange.response, thread)
        if self._gone is not None and _rank(thread) >= self._gone:
            self.left_out["sessions that are not held"] += 1
            return
        self.sessions.setdefault(thread, []).append(exchange)
        self._count += 1
        self._bytes += _size(exchange)
        while len(self.sessions) > 1 and self._is_full():
            self._drop()

    def _is_full(self) -> bool:
        return self._count > self._most or self._bytes > self._most_bytes

    def _drop(self) -> None:
        thread = max(self.sessions, key=_rank)
        self._gone = _rank(thread)
        dropped = self.sessions.pop(thread)
        self._count -= len(dropped)
        self._bytes -= sum(map(_size, dropped))
        self.left_out["sessions that are not held"] += len(dropped)


class Telling:
    """Makes stories of sessions."""

    def __init__(
        self, learned: Learned, states: Mapping[str, Path], secrets: Secrets
    ) -> None:
        self._learned = learned
        self._states = states
        self._secrets = secrets
        self._takes: list[Take] = []
        self._stories: list[range] = []
        self._cookies: set[str] = set()
        self._keep: set[int] = set()
        self._left_out: Counter[str] = Counter()

    def stories(self, collected: Collected) -> Stories:
        """Return the stories of what was *collected*."""
        self._left_out += collected.left_out
        for exchanges in collected.sessions.values():
            self._tell(exchanges)
        is_timed = any(take.gap or take.elapsed for take in self._takes)
        if not is_timed:
            self._takes = [
                replace(take, gap=UNTIMED if take.position else 0.0)
                for take in self._takes
            ]
        by_step: dict[tuple[str, int], list[int]] = {}
        for take in self._takes:
            by_step.setdefault(take.step[:2], []).append(take.number)
        spots = [
            spot for take in self._takes for need in take.needs for spot in need.spots
        ]
        return Stories(
            _expecting(self._takes),
            tuple(self._stories),
            self._states,
            frozenset(self._cookies),
            frozenset(self._keep),
            self._left_out,
            by_step,
            frozenset(spot.take for spot in spots),
            frozenset(spot.endpoint for spot in spots),
            max(map(len, self._stories), default=0),
            is_timed,
        )

    def _tell(self, exchanges: Sequence[Exchange]) -> None:
        begin, story = len(self._takes), len(self._stories)
        heard = Heard()
        samples = []
        ended: float | None = None
        for exchange in exchanges:
            why = unsendable(exchange)
            if why is not None:
                self._left_out[why] += 1
                continue
            sample = self._sample(exchange)
            samples.append(sample)
            take = self._take(sample, heard, ended)
            self._takes.append(replace(take, story=story, position=take.number - begin))
            heard.note(take.number, sample)
            self._cookies.update((sample.told or {}).get("cookie", ()))
            if sample.asked["cookie"]:
                self._keep.add(story)
            ended = exchange.started + _seconds(exchange.elapsed)
        if len(self._takes) > begin:
            self._stories.append(range(begin, len(self._takes)))
            self._forgive(samples, begin)

    def _sample(self, exchange: Exchange) -> Sample:
        located = self._learned.endpoints.located(exchange.request)
        if located is not None:
            return Sample.of(exchange, located.key, located.params)
        request = exchange.request
        return Sample.of(exchange, f"{request.method} {request.path}", {})

    def _take(self, sample: Sample, heard: Heard, ended: float | None) -> Take:
        exchange, bindings = sample.exchange, self._learned.bindings
        status = sample.status or 0
        taken = tuple(needs(sample, heard, bindings))
        gap = 0.0 if ended is None else exchange.started - ended
        return Take(
            number=len(self._takes),
            story=0,
            position=0,
            step=Step(
                sample.endpoint,
                status,
                state_at(sample.told, self._states.get(sample.endpoint)),
            ),
            request=exchange.request,
            exchange=exchange.id or 0,
            expected=frozenset({status} if status else ()),
            needs=taken,
            made=tuple(made(sample, bindings)),
            secrets=self._unknown(sample, taken),
            gap=min(_seconds(gap), SESSION_GAP),
            elapsed=min(_seconds(exchange.elapsed), SESSION_GAP),
            is_stream=_is_stream(exchange),
        )

    def _unknown(self, sample: Sample, taken: Sequence[Need]) -> tuple[Path, ...]:
        told = {need.path for need in taken}
        return tuple(
            path
            for path, value in leaves(sample.asked)
            if path not in told
            and not (path[0] == "cookie" and path[1] in self._cookies)
            and isinstance(value, str)
            and any(map(self._secrets.is_standin, {value, value.split(" ")[-1]}))
        )

    def _forgive(self, samples: Sequence[Sample], begin: int) -> None:
        """Expect anything where a failure was recorded that passes by itself."""
        stays = {id(sample) for sample in lasting(samples)}
        for number, sample in enumerate(samples, begin):
            if id(sample) in stays:
                continue
            after = samples[number - begin + 1 :][:1]
            is_again = any(_is_same(sample, other) for other in after)
            self._takes[number] = replace(
                self._takes[number],
                expected=frozenset(),
                again=number + 1 if is_again else None,
            )


def _expecting(takes: Sequence[Take]) -> tuple[Take, ...]:
    """Return *takes*; where a failure passed, what is well is as expected as it."""
    well: dict[str, set[int]] = {}
    for take in takes:
        if 0 < take.step.status < 400:
            well.setdefault(take.step.endpoint, set()).add(take.step.status)
    return tuple(
        take if take.expected else replace(take, expected=_either(take.step, well))
        for take in takes
    )


def _either(step: Step, well: Mapping[str, set[int]]) -> frozenset[int]:
    others = well.get(step.endpoint, set())
    return frozenset(others | {step.status} if step.status else others)


def _is_same(one: Sample, other: Sample) -> bool:
    first, second = one.exchange.request, other.exchange.request
    return (first.method, first.target, first.body) == (
        second.method,
        second.target,
        second.body,
    )


def _seconds(value: float) -> float:
    """Return *value* as a time that can pass."""
    return max(value, 0.0) if isfinite(value) else 0.0


def _is_stream(exchange: Exchange) -> bool:
    response = exchange.response
    return (
        response is not None and content_type(response.headers) == "text/event-stream"
    )


def _rank(thread: str) -> int:
    """Return a number that chance gives *thread*, the same each time."""
    digest = blake2b(thread.encode("utf-8", "surrogatepass"), digest_size=8)
    return int.from_bytes(digest.digest(), "big")


def _size(exchange: Exchange) -> int:
    request, response = exchange.request, exchange.response
    answer = 0 if response is None else len(response.body)
    return len(request.body) + len(request.target) + answer + 512
