"""Mirrored sequences: which recorded answer is next, as it was learned.

The same request was answered first with one state or status, then with another. How
often it is answered with each before the next is drawn from what was learned of its
endpoint, once for each session; what is given are recorded answers of each, in their
recorded order, and the last of them again where more are needed.
"""

from __future__ import annotations

import asyncio
from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import accumulate, groupby
from typing import TYPE_CHECKING, NamedTuple, Protocol, overload

from mockforge.chance import rng
from mockforge.learning.patterns.law import Law

if TYPE_CHECKING:
    from mockforge.bodies.document import Path
    from mockforge.exchange import Exchange
    from mockforge.learning.endpoints import EndpointMap
    from mockforge.learning.options import LearningOptions
    from mockforge.learning.patterns.options import DriftLearningOptions
    from mockforge.learning.sequences import Sequences
    from mockforge.learning.sequences.course import Course, Variant
    from mockforge.sources.recorded import Recorded
    from mockforge.sources.shelf import Shelf
    from mockforge.sources.turns import Pool
    from mockforge.store.indexed import Indexed

DRAWN = 20_000
"""Sequences that are remembered; others are drawn again, and are the same."""

_PIECE = 200


class Run(NamedTuple):
    """Exchanges of one variant, in their order: where there are too few, the last."""

    rows: Sequence[Indexed]
    first: int
    """The number of the one that is given first."""
    size: int
    """How many are given."""


class Patterns(Protocol):
    """What was learned of a recording."""

    @property
    def sequences(self) -> Sequences:
        """What follows what."""

    @property
    def endpoints(self) -> EndpointMap:
        """By which it was learned."""

    @property
    def law(self) -> Law:
        """When it counts."""


class Settings(Protocol):
    """What settings say of it; `Config` does."""

    @property
    def drift_learning(self) -> DriftLearningOptions:
        """Whether answers mirror what was learned."""

    @property
    def learning(self) -> LearningOptions:
        """What is known of the API before."""

    @property
    def seed(self) -> int:
        """What draws depend on."""


async def mirror(
    recorded: Recorded,
    config: Settings,
    patterns: Mapping[str, Patterns],
    is_on: Callable[[], bool],
) -> None:
    """Have the turns of *recorded* go as it was learned, if the settings say so.

    Args:
        recorded: What answers.
        config: The settings.
        patterns: What was learned, by the name of the recording.
        is_on: Whether it is applied now; else turns go as recorded.

    Raises:
        RecordingError: If a recording cannot be read.
    """
    from mockforge.learning.sequences import states_of
    from mockforge.recordings.learning import learned_of

    if not config.drift_learning.traffic_mirroring:
        return
    for shelf in recorded.shelves:
        known = patterns[shelf.name]
        if not known.sequences.courses():
            continue
        learned = await learned_of(shelf.recording, config.learning)
        states = await asyncio.to_thread(states_of, learned)
        await mirror_shelf(shelf, known, states, seed=config.seed, is_on=is_on)


async def mirror_shelf(
    shelf: Shelf,
    patterns: Patterns,
    states: Mapping[str, Path],
    *,
    seed: int,
    is_on: Callable[[], bool] = lambda: True,
) -> None:
    """Have the turns of *shelf* go as it was learned.

    Args:
        shelf: The recording.
        patterns: What was learned of it.
        states: By the endpoint, where its answers tell a state.
        seed: What draws depend on.
        is_on: Whether it is applied now.

    Raises:
        RecordingError: If it cannot be read.
    """
    law, sequences = patterns.law, patterns.sequences
    courses = {key: sequences.course(key) for key in sequences.courses()}
    courses = {key: course for key, course in courses.items() if tells(course, law)}
    pools = [pool for pool in shelf.pools() if len(pool.rows) > 1] if courses else []
    for start in range(0, len(pools), _PIECE):
        piece = pools[start : start + _PIECE]
        firsts = await shelf.recording.load([pool.rows[0].id for pool in piece])
        for pool, first in zip(piece, firsts, strict=True):
            located = patterns.endpoints.located(first.request)
            course = courses.get(located.key) if located is not None else None
            if located is None or course is None:
                continue
            variants = await _variants(shelf, pool, states.get(located.key))
            if len(set(variants.values())) > 1:
                pool.course = Mirrored(course, law, variants, seed=seed, is_on=is_on)


def tells(course: Course, law: Law) -> bool:
    """Whether anything of *course* is known well enough to be applied."""
    return course.polls(law) or any(
        course.retries(status, law) for status in course.failing
    )


async def _variants(shelf: Shelf, pool: Pool, path: Path | None) -> dict[int, Variant]:
    """Return what each exchange of *pool* was answered with."""
    numbers, found = [row.id for row in pool.rows], dict[int, "Variant"]()
    for start in range(0, len(numbers), _PIECE):
        for exchange in await shelf.recording.load(numbers[start : start + _PIECE]):
            assert exchange.id is not None
            found[exchange.id] = variant_of(exchange, path)
    return found


def variant_of(exchange: Exchange, path: Path | None) -> Variant:
    """Return the status and the state that *exchange* was answered with."""
    from mockforge.bodies.messages import told_of
    from mockforge.learning.sequences import state_at

    if exchange.response is None:
        return 0, None
    told = told_of(exchange.response) if path is not None else None
    return exchange.response.status, state_at(told, path)


class Mirrored:
    """The sequences of one key's exchanges."""

    def __init__(
        self,
        course: Course,
        law: Law,
        variants: Mapping[int, Variant],
        *,
        seed: int,
        is_on: Callable[[], bool],
    ) -> None:
        """Draw none yet.

        Args:
            course: How such things go from state to state.
            law: When that counts.
            variants: What each exchange was answered with, by its number.
            seed: What draws depend on.
            is_on: Whether it is applied now.
        """
        self._course = course
        self._law = law
        self._polls = course.polls(law)
        self._variants = variants
        self._seed = seed
        self._is_on = is_on
        self._drawn: OrderedDict[tuple[str, int, int], Sequence[Indexed]]
        self._drawn = OrderedDict()

    def __call__(
        self, key: bytes, rows: Sequence[Indexed], session: str
    ) -> Sequence[Indexed]:
        """Return the sequence in which *rows* are given to *session*."""
        if len(rows) < 2 or not self._is_on():
            return rows
        place = (session, rows[0].id, len(rows))
        found = self._drawn.get(place)
        if found is None:
            chance = rng(self._seed, session, key.hex(), "sequence").random
            found = self._drawn[place] = self._sequence(rows, chance)
            if len(self._drawn) > DRAWN:
                self._drawn.popitem(last=False)
        return found

    def _sequence(
        self, rows: Sequence[Indexed], chance: Callable[[], float]
    ) -> Sequence[Indexed]:
        from mockforge.learning.sequences.courses import is_passing

        well: list[Indexed] = []
        failures: list[tuple[int, list[Indexed]]] = []
        for fails, group in groupby(
            rows, key=lambda row: is_passing(self._variants[row.id][0])
        ):
            if fails:
                failures.append((len(well), list(group)))
            else:
                well += group
        runs = list(self._course_of(well, chance))
        total = sum(run.size for run in runs)
        for at, failing in reversed(failures):
            is_final = at == len(well)
            run = self._tries(failing, chance, is_final=is_final)
            _insert(runs, total if is_final else min(at, total - 1), run)
        return Given(runs)

    def _course_of(
        self, rows: Sequence[Indexed], chance: Callable[[], float]
    ) -> Iterator[Run]:
        """Yield the runs of what did not fail, round by round."""
        kept: list[tuple[Variant, list[Indexed]]] = []
        for variant, group in groupby(rows, key=lambda row: self._variants[row.id]):
            if variant in (before for before, _ in kept):
                # It goes back, as it did when it was recorded: another round begins.
                yield from self._round(kept, chance)
                kept = []
            kept.append((variant, list(group)))
        if kept:
            yield from self._round(kept, chance)

    def _round(
        self, kept: Sequence[tuple[Variant, list[Indexed]]], chance: Callable[[], float]
    ) -> Iterator[Run]:
        if len(kept) < 2 or not self._polls:
            yield from (Run(group, 0, len(group)) for _, group in kept)
            return
        of = dict(kept)
        lengths = [len(group) for _, group in kept]
        for variant, length in self._course.course(list(of), lengths, chance):
            yield Run(of[variant], 0, length)

    def _tries(
        self, rows: Sequence[Indexed], chance: Callable[[], float], *, is_final: bool
    ) -> Run:
        """Return as many failures as are drawn, if it was well again after them."""
        from mockforge.learning.sequences.counts import drawn

        status = self._variants[rows[0].id][0]
        u = chance()
        if is_final or not self._course.retries(status, self._law):
            return Run(rows, 0, len(rows))
        return Run(rows, 0, drawn(self._course.tries(status), u))


def _insert(runs: list[Run], at: int, run: Run) -> None:
    """Put *run* where *at* answers of *runs* were given."""
    for number, one in enumerate(runs):
        if at < one.size:
            # A run goes on after a failure where it was.
            rest = Run(one.rows, one.first + at, one.size - at)
            before = [Run(one.rows, one.first, at)] if at else []
            runs[number : number + 1] = [*before, run, rest]
            return
        at -= one.size
    runs.append(run)


class Given(Sequence["Indexed"]):
    """A sequence made of runs."""

    def __init__(self, runs: Sequence[Run]) -> None:
        self._runs = runs
        self._ends = list(accumulate(run.size for run in runs))

    def __len__(self) -> int:
        return self._ends[-1]

    @overload
    def __getitem__(self, at: int) -> Indexed: ...

    @overload
    def __getitem__(self, at: slice) -> Sequence[Indexed]: ...

    def __getitem__(self, at: int | slice) -> Indexed | Sequence[Indexed]:
        if isinstance(at, slice):
            return [self[each] for each in range(*at.indices(len(self)))]
        at = at + len(self) if at < 0 else at
        if not 0 <= at < len(self):
            raise IndexError(at)
        number = bisect_right(self._ends, at)
        run = self._runs[number]
        within = run.first + at - (self._ends[number] - run.size)
        return run.rows[min(within, len(run.rows) - 1)]
