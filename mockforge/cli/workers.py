"""One run of a replay by several processes."""

from __future__ import annotations

import asyncio
import gc
import socket
from collections.abc import Sequence
from contextlib import AsyncExitStack
from functools import partial
from importlib.util import find_spec

from mockforge.cli import states, stubs
from mockforge.cli.replaying import (
    Asked,
    Listening,
    Post,
    load,
    mask,
    serving,
    tell,
)
from mockforge.cli.securing import secured
from mockforge.cli.watching import readable, watched
from mockforge.engine import Engine
from mockforge.errors import ConfigError
from mockforge.report import Report, report_of
from mockforge.server.run import listen, until_told
from mockforge.server.workers import ports
from mockforge.server.workers.crew import Crew, Started
from mockforge.server.workers.forking import start
from mockforge.server.workers.hand import Hand


def run(asked: Asked) -> Report:
    """Answer by as many processes as the settings say, until a signal ends it.

    The recordings are read once, before there are several processes.

    Raises:
        ConfigError: If the settings do not fit together, or to the recordings.
        ListenError: If the address cannot be had.
        NothingVerified: If there is nothing to answer with.
        RecordingError: If a recording cannot be read.
        MockforgeError: If a worker cannot begin.
    """
    ports.require()
    states.check(asked.config)
    if asked.modes:
        raise ConfigError(
            "as a proxy there is one process",
            where="--mode, --workers",
            next_step="leave one of them out",
        )
    stack = AsyncExitStack()
    with asyncio.Runner() as runner:
        engine, places = runner.run(_opened(asked, stack))
    gc.enable()
    started = start(places, partial(_work, asked, engine))
    with _runner() as runner:
        return runner.run(_lead(asked, engine, started, stack))


async def _opened(
    asked: Asked, stack: AsyncExitStack
) -> tuple[Engine, list[list[socket.socket]]]:
    """Read the recordings and take the port; leave nothing open that runs."""
    server = asked.config.server
    try:
        engine = await load(stack, asked)
        recorded = engine.recorded
        assert recorded is not None
        stubs.check_workers(asked.config, engine)
        # What copies of this process are to read, they read as it does.
        readable(asked.config, engine.renewal)
        # The authority is made, if need be, before several want to make it.
        secured(asked.config)
        mask(asked.config, engine)
        # Told once, and not by every worker.
        await states.look(asked.config)
        for shelf in recorded.shelves:
            await shelf.recording.rest()
        places = ports.spread(listen(server.host, server.port), server.workers)
    except BaseException:
        await stack.aclose()
        raise
    return engine, places


async def _lead(
    asked: Asked, engine: Engine, started: Sequence[Started], stack: AsyncExitStack
) -> Report:
    """Say where they answer, wait for the signal, and stop them."""
    try:
        async with until_told() as told:
            crew = Crew(engine, started)
            try:
                await crew.begin()
                first = crew.members[0]
                tell(asked, engine, Listening(first.urls, first.ca))
                async with watched(asked.config, crew):
                    await crew.wait(told)
            finally:
                await crew.end()
            return report_of(engine)
    finally:
        # Told of no failure: what is a generator ended with the loop it began in, and
        # cannot take one any more.
        await stack.aclose()


def _work(
    asked: Asked,
    engine: Engine,
    number: int,
    line: socket.socket,
    sockets: Sequence[socket.socket],
) -> None:
    if engine.stubbing is not None:
        engine.stubbing.stubs.worker = number
    if engine.accounts is not None:
        engine.accounts.worker = number + 1
    with _runner() as runner:
        runner.run(_answer(asked, engine, line, sockets))


async def _answer(
    asked: Asked, engine: Engine, line: socket.socket, sockets: Sequence[socket.socket]
) -> None:
    """Answer as one of several until the first process says that it is enough."""
    recorded = engine.recorded
    assert recorded is not None
    async with (
        Hand.joined(engine, line) as hand,
        states.shared(asked.config, recorded, asked.name, hand.channel),
    ):
        post = Post(sockets, hand)
        async with serving(asked, engine, recorded, post=post) as listening:
            hand.ready(listening.urls, listening.ca)
            await hand.told.wait()


def _runner() -> asyncio.Runner:
    if find_spec("uvloop") is None:
        return asyncio.Runner()
    import uvloop

    return asyncio.Runner(loop_factory=uvloop.new_event_loop)
