"""The patterns of a recording: kept where they can be, else learned when needed."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol
from weakref import WeakKeyDictionary

from mockforge.errors import RecordingError
from mockforge.learning.endpoints import EndpointMap
from mockforge.learning.options import LearningOptions
from mockforge.learning.patterns.observation import Observation
from mockforge.learning.patterns.options import DriftLearningOptions
from mockforge.learning.patterns.patterns import Patterns
from mockforge.learning.patterns.resets import Reset
from mockforge.learning.sequences import Sampled, states_of
from mockforge.recordings import charting, learning
from mockforge.recordings.files import Recording, StoredRecording
from mockforge.recordings.learning import KEPT_FROM, learned_of
from mockforge.recordings.observing import Observing
from mockforge.recordings.progress import Progress, States, patterns_in, version_of
from mockforge.recordings.resets import begin_behind, reset_in, resets_in
from mockforge.store import patterns as stored
from mockforge.store.file import StoredFile
from mockforge.store.light import PAGE, Light, LightFile, Lights, WholeLights, lights_of
from mockforge.store.schema import OPEN

if TYPE_CHECKING:
    from mockforge.learning.learned import Learned


class Settings(Protocol):
    """The settings that patterns are learned by; `Config` has them."""

    @property
    def drift_learning(self) -> DriftLearningOptions:
        """How patterns are learned."""

    @property
    def learning(self) -> LearningOptions:
        """What is known of the API before."""


@dataclass(slots=True)
class _Known:
    """The patterns of one recording, by how they were learned."""

    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    found: dict[str, Patterns] = field(default_factory=dict)
    resets: tuple[Reset, ...] = ()
    """Of a recording that keeps none."""


_known: WeakKeyDictionary[Recording, _Known] = WeakKeyDictionary()


async def patterns_of(recording: Recording, config: Settings) -> Patterns:
    """Return the patterns of *recording*, settled: to be read, not to be changed.

    Their subjects' keys are those of `Patterns.endpoints`: a request is located by it.
    If learning is switched off they are what was kept before, or empty.

    Raises:
        RecordingError: If it cannot be read.
        ConfigError: If the OpenAPI document that is known before cannot be.
    """
    version = version_in(config)
    known = _known.setdefault(recording, _Known())
    async with known.lock:
        found = known.found.get(version)
        if found is None:
            found = await _ready(recording, config)
            if found is None:
                progress = await _progress(recording, config)
                found = await asyncio.to_thread(progress.patterns.settle)
            known.found[version] = found
    return found


async def patterns_to_keep(
    recording: Recording, config: Settings, *, again: bool = False
) -> tuple[Patterns, bool]:
    """Return the patterns of *recording*, settled, and whether they are kept in it.

    Args:
        recording: Where the exchanges are; only a database keeps them.
        config: The settings.
        again: Learn, even if what was kept is of the recording as it is.

    Raises:
        RecordingError: If it cannot be read, or the database not be written.
        ConfigError: If the OpenAPI document that is known before cannot be read.
    """
    if not config.drift_learning.enabled:
        return await patterns_of(recording, config), False
    kept = None if again else await _kept(recording, config)
    before = None if kept is None else (kept.looked, kept.last)
    progress = await _caught_up(recording, config, kept)
    is_kept = isinstance(recording, StoredRecording)
    if is_kept and (progress is not kept or before != (progress.looked, progress.last)):
        await keep(recording, progress, version_in(config))
    return await asyncio.to_thread(progress.patterns.settle), is_kept


async def reset_patterns(
    recording: Recording,
    config: Settings,
    *,
    endpoint: str | None = None,
    kind: str | None = None,
    persona: str | None = None,
) -> Reset:
    """Forget the patterns of *recording* that fit, also for whoever learns again.

    A text file remembers it as long as it is open.

    Args:
        recording: Whose.
        config: The settings.
        endpoint: A pattern as in `endpoint_learning`, or a key; None for all.
        kind: `latency`, `errors`, `sequences` or `frequency`; None for all.
        persona: Whose own patterns; None for those of everybody and of each.

    Raises:
        RecordingError: If it cannot be read, or the database not be written.
        ValueError: If *kind* is none, or *endpoint* no pattern.
    """
    known = _known.setdefault(recording, _Known())
    async with known.lock:
        if isinstance(recording, StoredRecording):
            asked = await reset_in(
                recording.reader, endpoint=endpoint, kind=kind, persona=persona
            )
        else:
            last = max((row.id for row in await recording.index()), default=0)
            asked = Reset.of(last, endpoint, kind, persona)
            known.resets = (*known.resets, asked)
        known.found.clear()
    return asked


def outdate(recording: Recording) -> None:
    """Read anew what is kept of *recording*: somebody else has changed it."""
    if (known := _known.get(recording)) is not None:
        known.found.clear()


async def resets_of(recording: Recording) -> tuple[Reset, ...]:
    """Return what is not to be learned again of *recording*.

    Raises:
        RecordingError: If it cannot be read.
    """
    if not isinstance(recording, StoredRecording):
        return _known.setdefault(recording, _Known()).resets
    return resets_in(await stored.resets(recording.reader))


async def observations_of(
    recording: Recording,
    learned: Learned,
    options: DriftLearningOptions,
    *,
    after: int = 0,
) -> AsyncIterator[list[Observation]]:
    """Yield what *recording* holds as observations, in order of number, in batches.

    Args:
        recording: Where the exchanges are.
        learned: What is known of the API.
        options: Says who the personas are.
        after: The exchange to begin behind.

    Raises:
        RecordingError: If it cannot be read.
    """
    states = states_in(learned)
    observing = Observing(learned.endpoints, options, states=states)
    async for rows, lights in _pages(recording, after):
        yield await asyncio.to_thread(observing.every, rows, lights)


def states_in(learned: Sampled) -> States:
    """Return where answers say in what state a thing is."""
    found: States = states_of(learned)
    return found


async def keep(recording: Recording, progress: Progress, version: str) -> None:
    """Keep *progress* in the database of *recording*.

    Raises:
        RecordingError: If that cannot be written.
    """
    assert isinstance(recording, StoredRecording)
    texts = await asyncio.to_thread(packed, progress, version)
    await stored.keep(recording.reader, *texts)


def packed(
    progress: Progress, version: str, *, goes_on: bool = True
) -> tuple[str, str]:
    """Return *progress* as `store.patterns.keep` takes it.

    Args:
        progress: What to keep.
        version: As `version_in` tells it.
        goes_on: Whether more is to be taken in; if not, no copy is settled.
    """
    rest = stored.packed(version, progress.kept())
    return stored.packed(version, progress.settled(goes_on=goes_on)), rest


async def _ready(recording: Recording, config: Settings) -> Patterns | None:
    """Return what was kept to be read, None if it is not of the recording as it is."""
    if not isinstance(recording, StoredRecording):
        return None
    reader = recording.reader
    kept = await stored.kept(reader, version_in(config))
    if kept is None:
        return None
    whole = await reader.extent()
    if config.drift_learning.enabled and whole != (kept.looked, kept.last):
        return None
    resets = await resets_of(recording)
    try:
        return await asyncio.to_thread(patterns_in, kept, config.drift_learning, resets)
    except (ValueError, RecursionError):
        # Of another build of the same version, or cut: they are learned again.
        return None


async def _progress(recording: Recording, config: Settings) -> Progress:
    kept = await _kept(recording, config)
    if not config.drift_learning.enabled:
        return kept or Progress(config.drift_learning, EndpointMap(()), {})
    reader = recording.reader if isinstance(recording, StoredRecording) else None
    before = 0 if kept is None else kept.last
    progress = await _caught_up(recording, config, kept)
    is_new = progress.last > before or progress is not kept
    if reader is not None and is_new and progress.looked >= KEPT_FROM:
        # Read-only, or busy: they are learned again the next time.
        with suppress(RecordingError):
            await keep(recording, progress, version_in(config))
    return progress


async def _caught_up(
    recording: Recording, config: Settings, kept: Progress | None
) -> Progress:
    """Return *kept* with what came since, or all learned anew if it does not fit."""
    learned = await learned_of(recording, config.learning)
    states = await asyncio.to_thread(states_in, learned)
    if kept is None or not await _fits(recording, kept, learned, states):
        resets = await resets_of(recording)
        kept = Progress(config.drift_learning, learned.endpoints, states, resets=resets)
        kept.last = begin_behind(resets)
        kept.looked = await _count(recording, kept.last) if kept.last else 0
    if (reader := _file(recording)) is not None:
        await asyncio.to_thread(kept.read, reader)
        return kept
    async for rows, lights in _pages(recording, kept.last):
        await asyncio.to_thread(kept.take, rows, lights)
    return kept


async def _fits(
    recording: Recording, kept: Progress, learned: Learned, states: States
) -> bool:
    """Tell whether *kept* is what would be learned of the same exchanges now."""
    if not charting.same(kept.patterns.endpoints, learned.endpoints):
        return False
    if dict(kept.states) != dict(states):
        return False
    return await _count(recording, kept.last) == kept.looked


async def _count(recording: Recording, last: int) -> int:
    """Return how many exchanges there are up to number *last*."""
    if (reader := _file(recording)) is not None:
        with closing(LightFile(reader.place)) as file:
            return file.count(last)
    return sum(row.id <= last for row in await recording.index())


def _file(recording: Recording) -> StoredFile | None:
    reader = recording.reader if isinstance(recording, StoredRecording) else None
    return reader if isinstance(reader, StoredFile) else None


async def _kept(recording: Recording, config: Settings) -> Progress | None:
    """Return what was kept in *recording*, None if it was learned otherwise."""
    if not isinstance(recording, StoredRecording):
        return None
    kept = await stored.kept(recording.reader, version_in(config), OPEN)
    if kept is None:
        return None
    resets = await resets_of(recording)
    try:
        return await asyncio.to_thread(Progress.of, kept, config.drift_learning, resets)
    except (ValueError, RecursionError):
        # Of another build of the same version, or cut: they are learned again.
        return None


async def _pages(
    recording: Recording, after: int
) -> AsyncIterator[tuple[Sequence[Light], Lights]]:
    """Yield what is behind exchange *after*, in order of number."""
    if (reader := _file(recording)) is not None:
        with closing(LightFile(reader.place)) as file:
            while rows := await asyncio.to_thread(file.page, after, PAGE):
                after = rows[-1].id
                yield rows, file
        return
    keys = {row.id: row.key for row in await recording.index() if row.id > after}
    numbers = sorted(keys)
    for start in range(0, len(numbers), PAGE):
        some = numbers[start : start + PAGE]
        exchanges = await recording.load(some)
        yield lights_of(exchanges, [keys[number] for number in some]), WholeLights()


def version_in(config: Settings) -> str:
    """Return what tells one way to learn from another: a word without a space."""
    declared = learning.declared_in(config.learning)
    return version_of(config.drift_learning, learning.version_of(declared))
