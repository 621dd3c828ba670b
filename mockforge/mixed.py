"""Wiring of a proxy that mixes: it records what the upstream says, and replays."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path

from mockforge.app import load_replay, open_proxy
from mockforge.clock import Clock
from mockforge.config import Config
from mockforge.engine import Engine, OnMiss
from mockforge.engine.openers import openers
from mockforge.engine.reality import Reality, Scale, Things
from mockforge.http import Origin
from mockforge.recordings.learning import learned_of


@asynccontextmanager
async def open_mixed(  # noqa: PLR0913 - all but two by name
    config: Config,
    database: str | Path,
    *,
    upstream: Origin | None = None,
    ratio: float | None = None,
    is_open: bool = False,
    clock: Clock | None = None,
) -> AsyncIterator[Engine]:
    """Open an engine that answers as really as the settings say.

    What *database* held before is what is replayed and learned from; what the
    upstream says from now on is recorded into it.

    Args:
        config: The settings.
        database: A path or a database URL; created if it is not there.
        upstream: What is stood in front of.
        ratio: In place of the settings' own.
        is_open: Clients may name an upstream: whichever it is, it is asked.
        clock: The system's if None.

    Raises:
        RecordingError: If the database cannot be opened, read or written.
        ConfigError: If a setting is unusable.
    """
    replay = config.replay.model_copy(update={"on_miss": OnMiss.INVENT})
    config = config.model_copy(update={"replay": replay})
    async with AsyncExitStack() as stack:
        # What answers has the endpoints; what records is asked for nothing.
        recording = await stack.enter_async_context(
            open_proxy(
                config.model_copy(update={"endpoints": ()}),
                database,
                upstream=upstream,
                clock=clock,
            )
        )
        engine = await load_replay(
            stack, config, [database], upstream=upstream, clock=clock
        )
        engine.records = recording.records
        assert engine.recorded is not None
        learned = [
            await learned_of(shelf.recording, config.learning)
            for shelf in engine.recorded.shelves
        ]
        opening = [await asyncio.to_thread(openers, each) for each in learned]
        scale = Scale(
            config.reality_continuum,
            ratio=ratio,
            things=Things(learned, opening),
            seed=config.seed,
            clock=clock,
            is_offline=config.offline,
            is_open=is_open,
            is_shared=config.replay.world != "session",
        )
        engine.weigh(Reality.of(scale, learned))
        yield engine
