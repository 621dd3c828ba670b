"""`mockforge replay`: answer from recordings alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from mockforge.cli import options

if TYPE_CHECKING:
    from collections.abc import Coroutine
    from contextlib import AsyncExitStack

    from mockforge.config import Config
    from mockforge.engine import Engine
    from mockforge.http import Origin
    from mockforge.report import Report
    from mockforge.server.fetch import Upstream
    from mockforge.stages.pacing import Pace

SPEED = click.FloatRange(min=0.0, min_open=True)


@click.command()
@click.argument("recordings", nargs=-1, required=True, metavar="RECORDING...")
@options.setting(
    "replay.on_miss",
    "--on-miss",
    metavar="WHAT",
    help="A request nothing recorded answers: fail (404 and why) or upstream.",
)
@click.option(
    "--upstream",
    metavar="URL",
    help="Where --on-miss upstream asks; default: the one that was recorded.",
)
@options.setting(
    "matching.after_last",
    "--after-last",
    metavar="WHAT",
    help="After the last recorded answer of a sequence: last, cycle or miss.",
)
@click.option(
    "--latency",
    type=click.Choice(["none", "recorded"]),
    default="none",
    help="Begin answers at once, or after the time it took.",
)
@click.option(
    "--speed", type=SPEED, default=1.0, metavar="N", help="N times as fast as recorded."
)
@click.option(
    "--report",
    metavar="FILE",
    help="Write what was served and missed: JSON, or JUnit if it ends in .xml.",
)
@options.offline
@options.seed
@options.as_json
@options.listening
@options.common
def replay(  # noqa: PLR0913 - one for each option
    recordings: tuple[str, ...],
    upstream: str | None,
    latency: str,
    speed: float,
    report: str | None,
    as_json: bool,
    ready_file: str | None,
) -> None:
    r"""Answer from recordings alone, until stopped.

    A recording is a database or a file: .db, .jsonl, .har, a VCR cassette or a
    Hoverfly simulation. No connection is opened anywhere.

    \b
    The exit code, also after Ctrl-C or SIGTERM, is the verdict:
    0 every request was answered, 1 one was missed,
    4 a recording cannot be read, 7 nothing was loaded or served.
    """
    from mockforge.cli import output
    from mockforge.stages.pacing import Latency, Pace

    config = options.configuration()
    asked = Asked(
        recordings,
        _upstream(config, upstream),
        Pace(Latency(latency), speed),
        ready_file,
    )
    found = _run(_replay(config, asked))
    if report is not None:
        found.write(report)
    output.say(found.text())
    if as_json:
        output.as_json(found.json())
    click.get_current_context().exit(found.exit_code)


@dataclass(frozen=True, slots=True)
class Asked:
    """What the command line asks for beside the settings."""

    recordings: tuple[str, ...]
    upstream: Origin | None
    pace: Pace
    ready_file: str | None


def _upstream(config: Config, url: str | None) -> Origin | None:
    from mockforge.engine import OnMiss
    from mockforge.errors import ConfigError
    from mockforge.http import Origin

    if config.replay.on_miss is not OnMiss.UPSTREAM:
        if url is not None:
            raise click.UsageError("--upstream is asked only with --on-miss upstream")
        return None
    if config.offline:
        raise ConfigError(
            "a miss cannot go to the upstream while nobody may be contacted",
            where="--on-miss upstream, --offline",
            next_step="leave one of them out",
        )
    try:
        return None if url is None else Origin.parse(url)
    except ValueError as error:
        raise ConfigError(str(error), where="--upstream") from None


def _run(replaying: Coroutine[None, None, Report]) -> Report:
    import asyncio
    from importlib.util import find_spec

    if find_spec("uvloop") is None:
        return asyncio.run(replaying)
    import uvloop

    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        return runner.run(replaying)


async def _replay(config: Config, asked: Asked) -> Report:
    from contextlib import AsyncExitStack

    from mockforge.app import open_replay
    from mockforge.report import report_of
    from mockforge.server.run import Server, listen, until_told
    from mockforge.server.surface import Surface

    async with AsyncExitStack() as stack:
        told = await stack.enter_async_context(until_told())
        engine = await stack.enter_async_context(
            open_replay(
                config, asked.recordings, upstream=asked.upstream, pace=asked.pace
            )
        )
        _mask(config, engine)
        upstream = await _fetching(engine, stack)
        surface = Surface(
            engine, report=lambda: report_of(engine).json(), upstream=upstream
        )
        server = Server(surface.respond, listen(config.server.host, config.server.port))
        surface.authorities = server.authorities
        _settle()
        async with server.running():
            _tell(server.url, engine, asked)
            await told.wait()
        return report_of(engine)


def _mask(config: Config, engine: Engine) -> None:
    from mockforge import logs

    assert engine.recorded is not None
    redactors = [shelf.recording.redactor for shelf in engine.recorded.shelves]

    def mask(text: str) -> str:
        for redactor in redactors:
            text = redactor.text(text)
        return text

    logs.configure(level=config.log.level, form=config.log.format, mask=mask)


async def _fetching(engine: Engine, stack: AsyncExitStack) -> Upstream | None:
    """Return what fetches misses, if misses are fetched, and is sure where from."""
    from mockforge.engine import OnMiss
    from mockforge.errors import ConfigError, NothingVerified

    assert engine.recorded is not None
    if engine.on_miss is not OnMiss.UPSTREAM:
        if not engine.recorded.loaded:
            raise NothingVerified(
                "nothing is loaded: no recorded exchange can answer a request",
                next_step="mockforge recordings show RECORDING",
            )
        return None
    origins = sorted(str(origin) for origin in engine.recorded.origins)
    if engine.upstream is None and len(origins) != 1:
        raise ConfigError(
            f"the recordings hold {len(origins)} origins, and a miss can go to one",
            where="--on-miss upstream",
            nearest=", ".join(origins[:5]) or None,
            next_step="name it with --upstream URL",
        )
    from mockforge.server.fetch import Upstream

    upstream = Upstream()
    stack.push_async_callback(upstream.close)
    return upstream


def _settle() -> None:
    # The index stays as it is: the collector need not look at it with every answer.
    import gc

    gc.collect()
    gc.freeze()


def _tell(url: str, engine: Engine, asked: Asked) -> None:
    from mockforge.cli import output
    from mockforge.sources.remedies import place

    assert engine.recorded is not None
    names = ", ".join(place(each) for each in asked.recordings)
    output.say(f"replaying {engine.recorded.loaded} exchanges of {names}")
    output.say(f"  at {url}")
    for shelf in engine.recorded.shelves:
        for note in shelf.recording.notes:
            output.say(f"  {shelf.name}: {note}")
    if asked.ready_file is not None:
        output.write_ready(asked.ready_file, url=url, recording=names)
