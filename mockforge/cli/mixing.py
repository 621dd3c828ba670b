"""One run of a proxy whose answers are as real as its settings say."""

from __future__ import annotations

import gc
from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path

from mockforge.cli import output, states, stubs
from mockforge.cli.replaying import Asked, Listening, mask, proxying, serving
from mockforge.cli.running import Run, look
from mockforge.cli.watching import watched
from mockforge.engine import Engine, Ledger
from mockforge.errors import ConfigError, NothingVerified
from mockforge.mixed import open_mixed
from mockforge.server.run import until_told


@dataclass(frozen=True, slots=True)
class Mixed:
    """What a run came to."""

    ledger: Ledger
    database: str

    def tell(self, *, as_json: bool) -> None:
        """Say it: for people to stderr, as JSON to stdout."""
        ledger = self.ledger
        answered = {str(name): count for name, count in ledger.answered.items()}
        if as_json:
            output.as_json(
                {
                    "seen": ledger.seen,
                    "recorded": ledger.recorded,
                    "failed": ledger.failed,
                    "missed": ledger.missed,
                    "answered": answered,
                    "recording": self.database,
                }
            )
        sources = ", ".join(f"{count} by {name}" for name, count in answered.items())
        output.say(
            f"seen {ledger.seen}, recorded {ledger.recorded}, failed {ledger.failed}"
            f"; answered {sources or 'none'}"
        )
        if ledger.recorded:
            output.say(f"next: mockforge learn {self.database}")


async def run(asked: Run, ratio: float | None) -> Mixed:
    """Answer until a signal ends it.

    Args:
        asked: What was asked for.
        ratio: In place of the settings' own.

    Raises:
        ConfigError: If the settings do not fit together.
        UpstreamError: If the upstream has no address, or was to be checked.
        ListenError: If the address cannot be had.
        NothingVerified: If nobody may be asked, and nothing was recorded.
        RecordingError: If the recording cannot be opened, read or written.
    """
    config = asked.config
    _check(asked)
    states.check(config)
    if asked.upstream is not None and not config.offline and asked.check is not False:
        await look(asked.upstream, must=asked.check is True)
    replay = Asked(
        config,
        (asked.database,),
        # Its own port needs no proxy: clients call it as if it were the API.
        modes=() if config.proxy.mode == ("reverse",) else config.proxy.mode,
        upstream=asked.upstream,
        ready_file=asked.ready_file,
    )
    async with AsyncExitStack() as stack:
        told = await stack.enter_async_context(until_told())
        engine = await stack.enter_async_context(
            open_mixed(
                config,
                asked.database,
                upstream=asked.upstream,
                ratio=ratio,
                is_open=bool(replay.modes),
            )
        )
        recorded = engine.recorded
        assert recorded is not None
        if config.offline and not recorded.loaded:
            raise NothingVerified(
                "nobody may be asked, and nothing was recorded",
                next_step="leave --offline out until something is",
            )
        mask(config, engine)
        await stack.enter_async_context(states.shared(config, recorded, replay.name))
        surface = proxying if replay.modes else serving
        async with surface(replay, engine, recorded) as listening:
            gc.freeze()
            gc.enable()
            stack.callback(gc.unfreeze)
            _introduce(asked, engine, listening)
            async with watched(config, engine.renewal):
                await told.wait()
        return Mixed(engine.ledger, asked.database)


def _check(asked: Run) -> None:
    config = asked.config
    if not asked.is_kept:
        raise ConfigError(
            "what was recorded is a part of the answers",
            where="--no-record, --reality",
            next_step="leave --no-record out",
        )
    if config.server.workers > 1:
        raise ConfigError(
            "what is made up must agree with itself, so that one process makes it",
            where="--reality, server.workers",
            next_step="set server.workers to 1",
        )
    if config.replay.world == "recording":
        # The world hears what the upstream says, secrets and all; what is kept of a
        # recording is redacted.
        raise ConfigError(
            "a world that hears the upstream is not kept in the recording",
            where="--world, replay.world",
            next_step="set it to session or shared, or answer with --reality 0",
        )
    if config.proxy.keep_host:
        raise ConfigError(
            "an upstream that is mixed with others is called by its own name",
            where="--keep-host, --reality",
            next_step="leave --keep-host out",
        )
    if "://" not in asked.database:
        Path(asked.database).parent.mkdir(parents=True, exist_ok=True)


def _introduce(asked: Run, engine: Engine, listening: Listening) -> None:
    recorded, reality = engine.recorded, engine.reality
    assert recorded is not None
    assert reality is not None
    standing = reality.dial.standing(engine.clock.now())
    of = asked.upstream or "whatever is asked for"
    if asked.config.offline:
        of = "nobody"
    output.say(f"{standing.ratio:g} real ({standing.origin}), asking {of}")
    if recorded.loaded:
        output.say(f"{recorded.loaded} exchanges of {asked.database} are known")
    else:
        output.say(
            f"nothing is recorded in {asked.database} yet: every answer is the"
            " upstream's until this is started again"
        )
    stubs.tell(engine)
    listening.tell(asked.ready_file, asked.database)
