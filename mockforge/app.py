"""Wiring: an engine with everything it needs, opened and closed in the right order."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from mockforge.applying import failing_in, faults_in, mirroring_in
from mockforge.clock import Clock
from mockforge.config import Config
from mockforge.engine import (
    Accounts,
    Engine,
    Inventions,
    OnMiss,
)
from mockforge.errors import RecordingError
from mockforge.http import Origin
from mockforge.recordings.files import TextRecording, open_recording
from mockforge.recordings.matchers import Matcher, MatchOptions
from mockforge.recordings.places import expand
from mockforge.recordings.redact import CARRIED, NoRedaction, Redactor
from mockforge.remembering import recall_in
from mockforge.sources.correlated.learnt import learn
from mockforge.sources.recorded import Recorded
from mockforge.sources.room import give_back
from mockforge.stubbing import stand, stubbed

if TYPE_CHECKING:
    from mockforge.recordings.files import Recording
    from mockforge.sources.inventing import Inventor
    from mockforge.sources.world import World
    from mockforge.store.database import Database


@asynccontextmanager
async def open_proxy(
    config: Config,
    database: str | Path,
    *,
    upstream: Origin | None = None,
    clock: Clock | None = None,
) -> AsyncIterator[Engine]:
    """Open an engine that asks the upstream for everything and records it.

    Leaving the context writes what is still queued and closes the database.

    Args:
        config: The settings of redaction, recording, sessions and chance.
        database: A path or a database URL; created if it is not there.
        upstream: What a request is for when its surface does not say.
        clock: The system's if None.

    Raises:
        RecordingError: If the database cannot be opened or written.
        ConfigError: If a redaction setting is unusable.
    """
    # Most of a second of imports that a replay does without.
    from mockforge.recordings.online import learning
    from mockforge.recordings.recorder import Recorder, refresh_keys
    from mockforge.store.database import connect
    from mockforge.store.writer import Writer

    inherited = _key_beside(database)
    async with await connect(database, create=True) as store:
        if inherited is not None:
            await store.set_meta("redact_key", inherited)
        redactor = await redactor_of(store, config)
        # The stored key is always the plain one: replay computes its own as soon
        # as it is told to ignore something.
        matcher = Matcher(MatchOptions())
        await refresh_keys(store, matcher)
        writer = Writer(store)
        await writer.start()
        recorder = Recorder(
            writer, redactor, matcher, config.sessions, options=config.recordings
        )
        engine = Engine(
            records=recorder,
            upstream=upstream,
            sessions=config.sessions,
            clock=clock,
            seed=config.seed,
        )
        async with learning(database, config, clock=clock) as recorder.online:
            try:
                async with stubbed(config, engine):
                    yield engine
            finally:
                await recorder.close()
                await _carry(store, redactor)


@asynccontextmanager
async def open_replay(
    config: Config,
    recordings: Sequence[str | Path],
    *,
    upstream: Origin | None = None,
    clock: Clock | None = None,
    invents_first: bool = False,
) -> AsyncIterator[Engine]:
    """Open an engine that answers from *recordings* alone.

    The arguments are those of `load_replay`.

    Raises:
        RecordingError: If a recording is missing or unreadable.
    """
    async with AsyncExitStack() as stack:
        yield await load_replay(
            *(stack, config, recordings),
            upstream=upstream,
            clock=clock,
            invents_first=invents_first,
        )


async def load_replay(  # noqa: PLR0913 - all but three by name
    stack: AsyncExitStack,
    config: Config,
    recordings: Sequence[str | Path],
    *,
    upstream: Origin | None = None,
    clock: Clock | None = None,
    invents_first: bool = False,
) -> Engine:
    """Return an engine that answers from *recordings* alone, until *stack* is left.

    Args:
        stack: Closes them.
        config: The settings of replay, matching, sessions and chance.
        recordings: Databases, text files, or folders of them, asked in this order.
        upstream: Where what none of them answers is fetched, if the settings say so.
        clock: The system's if None.
        invents_first: Answers are made up even where the same request was recorded.

    Raises:
        ConfigError: If they take more memory than the settings give, or a document
            that the settings name cannot be read.
        RecordingError: If a recording is missing or unreadable.
    """
    _check(config)
    matcher = Matcher(config.matching)
    opened = await _opened(stack, config, recordings, matcher)
    failing = await failing_in(config, opened)
    recorded = await Recorded.open(
        opened,
        matcher,
        config.matching,
        idle=config.sessions.timeout,
        clock=clock,
        max_memory=config.replay.max_memory,
        learn=partial(learn, options=config.learning),
        shift_times=config.replay.shift_times,
        leave_out=lambda at, rows: failing[at].left_out(rows) if failing else (),
    )
    stack.push_async_callback(recorded.correlation.close)
    await recall_in(stack, config, recorded)
    mirroring = await mirroring_in(config, recorded)
    engine = Engine(
        recorded=recorded,
        inventions=await _inventions(stack, config, recorded, first=invents_first),
        mirroring=mirroring,
        faults=faults_in(config, recorded, failing, mirroring),
        accounts=Accounts(is_told=config.server.provenance),
        on_miss=config.replay.on_miss,
        upstream=upstream,
        sessions=config.sessions,
        pace=config.pace,
        clock=clock,
        seed=config.seed,
    )
    await stand(stack, config, engine)
    return engine


async def load_alone(
    stack: AsyncExitStack, config: Config, *, clock: Clock | None = None
) -> Engine:
    """Return an engine that answers by the endpoints of *config*, and nobody else.

    Args:
        stack: Closes what is opened.
        config: The settings.
        clock: The system's if None.

    Raises:
        ConfigError: If an endpoint cannot be meant.
    """
    engine = Engine(
        recorded=Recorded([], Matcher(config.matching), clock=clock),
        accounts=Accounts(is_told=config.server.provenance),
        sessions=config.sessions,
        clock=clock,
        seed=config.seed,
    )
    await stand(stack, config, engine, is_alone=True)
    return engine


async def _opened(
    stack: AsyncExitStack,
    config: Config,
    recordings: Sequence[str | Path],
    matcher: Matcher,
) -> list[Recording]:
    """Open *recordings* until *stack* is left."""
    opened = []
    for source in expand(recordings):
        recording = await open_recording(source, matcher=matcher, redact=config.redact)
        stack.push_async_callback(recording.close)
        opened.append(recording)
    if any(isinstance(recording, TextRecording) for recording in opened):
        give_back()
    return opened


def _check(config: Config) -> None:
    """Read what is of use when something is learned: a wrong file is told at once."""
    if config.learning.openapi is not None:
        from mockforge.recordings.formats.openapi import read_openapi

        read_openapi(config.learning.openapi)


async def _inventions(
    stack: AsyncExitStack, config: Config, recorded: Recorded, *, first: bool
) -> Inventions | None:
    if config.replay.on_miss is not OnMiss.INVENT:
        return None
    # Learning is imported where it is wanted: a strict replay starts without.
    from mockforge.learning.failures.lasting import lasting
    from mockforge.recordings.learning import learned_of
    from mockforge.sources.drawing import Drawn
    from mockforge.sources.rebound import Rebound
    from mockforge.sources.world import World

    worlds: list[tuple[str, Inventor]] = []
    rebounds: list[tuple[str, Inventor]] = []
    drawn: list[tuple[str, Inventor]] = []
    for shelf in recorded.shelves:
        learned = await learned_of(shelf.recording, config.learning)
        learned = replace(learned, samples=lasting(learned.samples))
        load = learned.loader()
        world = World(
            *(learned, load),
            seed=config.seed,
            mode=config.replay.world,
            idle=config.sessions.timeout,
        )
        if config.replay.world == "recording":
            await _keep(stack, world, shelf.recording)
        rebound = Rebound(learned, load, seed=config.seed)
        # Some milliseconds an exchange, which no client is to wait for.
        await asyncio.to_thread(rebound.prepare)
        world.foresee = rebound.foresee
        worlds.append((shelf.name, world))
        rebounds.append((shelf.name, rebound))
        drawn.append((shelf.name, Drawn(learned, seed=config.seed)))
    return Inventions([*worlds, *rebounds, *drawn], first=first)


async def _keep(stack: AsyncExitStack, world: World, recording: Recording) -> None:
    """Keep *world* beside *recording*, if that is a database, until *stack* is left."""
    from mockforge.recordings.files import StoredRecording
    from mockforge.sources.world.keeping import Keeping

    if isinstance(recording, StoredRecording):
        keeping = Keeping(world, recording.reader)
        await keeping.open()
        stack.push_async_callback(keeping.close)


async def redactor_of(store: Database, config: Config) -> Redactor | NoRedaction:
    """Return what redacts for *store*, with the key made at its creation."""
    if not config.redact.enabled:
        return NoRedaction()
    key = await store.meta("redact_key")
    assert key is not None, "a database is created with its key"
    carried = await store.meta(CARRIED) or ""
    return Redactor(bytes.fromhex(key), config.redact, carried=carried.split())


def _key_beside(database: str | Path) -> str | None:
    """Return the key of the text form beside a database that is not there yet.

    Recorded anew with that key, what has not changed is exported as it was: the same
    secrets have the same stand-ins.
    """
    from mockforge.recordings.formats import jsonl

    path = Path(database)
    text = path.with_suffix(".jsonl")
    if "://" in str(database) or path.exists() or not text.is_file():
        return None
    try:
        return jsonl.key_of(text)
    except RecordingError:
        # Something else of the same name, or from a later version.
        return None


async def _carry(store: Database, redactor: Redactor | NoRedaction) -> None:
    """Keep for the replay what leads to secrets that only memory found."""
    if redactor.carried:
        known = (await store.meta(CARRIED) or "").split()
        traces = dict.fromkeys([*known, *redactor.carried])
        await store.set_meta(CARRIED, " ".join(traces))
