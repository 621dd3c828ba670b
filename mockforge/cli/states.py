"""Where a replay keeps what its sessions were given."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from mockforge.config import Config
from mockforge.engine import OnMiss
from mockforge.errors import ConfigError
from mockforge.sources.recorded import Recorded
from mockforge.sources.shared import share
from mockforge.sources.turns import AfterLast
from mockforge.stages.sessions import STATES

if TYPE_CHECKING:
    from mockforge.server.workers.channel import Channel
    from mockforge.sources.redis_keeper import RedisState


def check(config: Config) -> None:
    """Check that the settings of state fit the number of workers.

    Raises:
        ConfigError: If they do not.
    """
    state = config.sessions.state
    if state == "memory" and config.server.workers > 1:
        raise ConfigError(
            "sessions in the memory of each worker would be in as many places",
            where="--state memory, --workers",
            next_step="leave --state out: one process keeps them for all",
        )
    if config.server.workers > 1 and config.replay.on_miss is OnMiss.INVENT:
        raise ConfigError(
            "what is made up must agree with itself, so that one process makes it",
            where="--on-miss invent, --workers",
            next_step="leave --workers out",
        )
    if config.sessions.state_name is not None and in_redis(config, "") is None:
        raise ConfigError(
            "only what Redis keeps has a name",
            where="--state-name",
            next_step="give --state redis://HOST:PORT/DB too",
        )


async def look(config: Config) -> None:
    """Look whether what keeps the sessions can be reached.

    Raises:
        ConfigError: If what Redis is asked with is not installed.
        Unasked: If Redis cannot be reached.
    """
    redis = in_redis(config, "")
    if redis is not None:
        await redis.open()
        await redis.close()


def in_redis(config: Config, name: str) -> RedisState | None:
    """Return what keeps the sessions if that is Redis; nothing is connected yet."""
    sessions = config.sessions
    if sessions.state is None or sessions.state in STATES:
        return None
    from mockforge.sources.redis_keeper import RedisState

    return RedisState(
        sessions.state,
        sessions.state_name or name,
        after_last=AfterLast(config.matching.after_last),
        timeout=sessions.timeout,
    )


@asynccontextmanager
async def shared(
    config: Config, recorded: Recorded, name: str, channel: Channel | None = None
) -> AsyncIterator[None]:
    """Have the sessions of *recorded* kept where the settings say.

    Args:
        config: The settings.
        recorded: What answers.
        name: That of the run, if the settings give none.
        channel: To the first process; None where this is the only one.

    Raises:
        ConfigError: If what Redis is asked with is not installed.
        Unasked: If Redis cannot be reached.
    """
    after_last = AfterLast(config.matching.after_last)
    timeout = config.sessions.timeout
    redis = in_redis(config, name)
    if redis is not None:
        await redis.open()
        turns = share(
            recorded,
            lambda number: redis.keeper(recorded.shelves[number]),
            after_last=after_last,
            timeout=timeout,
        )
    elif channel is not None:
        from mockforge.server.workers.asking import Asking

        is_scoped = len(recorded.origins) > 1
        turns = share(
            recorded,
            lambda number: Asking(channel, number, is_scoped=is_scoped),
            after_last=after_last,
            timeout=timeout,
        )
    else:
        turns = []
    try:
        yield
    finally:
        for each in turns:
            await each.close()
        if redis is not None:
            await redis.close()
