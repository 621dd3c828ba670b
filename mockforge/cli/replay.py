"""`mockforge replay`: answer from recordings alone."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

import click

from mockforge.cli import options

if TYPE_CHECKING:
    from mockforge.cli.replaying import Asked
    from mockforge.config import Config
    from mockforge.http import Origin
    from mockforge.report import Report


@click.command()
@click.argument("recordings", nargs=-1, required=True, metavar="RECORDING...")
@options.setting(
    "replay.on_miss",
    "--on-miss",
    metavar="WHAT",
    help="A request nothing recorded answers: fail (404 and why), upstream, recall"
    " (what is nearest in meaning) or invent.",
)
@options.setting(
    "recall.threshold",
    "--recall-threshold",
    metavar="LIKENESS",
    help="Recall what is at least so much like the request: 0 to 1, default 0.8.",
)
@options.world
@options.openapi
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
@options.latency
@options.speed
@options.errors
@options.mirror
@click.option(
    "--mode",
    metavar="MODE",
    multiple=True,
    help="Answer as a proxy, for clients that use one: regular, socks5 or reverse:URL.",
)
@options.tls
@options.cert
@options.key
@options.workers
@options.watch
@options.setting(
    "sessions.state",
    "--state",
    metavar="WHERE",
    help="Where sessions are kept: memory, process or redis://HOST:PORT/DB.",
)
@options.setting(
    "sessions.state_name",
    "--state-name",
    metavar="NAME",
    help="Share what Redis keeps with other runs that give this name.",
)
@options.journal
@options.lane
@options.setting(
    "replay.max_memory",
    "--max-memory",
    metavar="SIZE",
    help="Memory that the process may take, as in 256MB; answers are read again.",
)
@click.option(
    "--report",
    metavar="FILE",
    help="Write what was served and missed: JSON, or JUnit if it ends in .xml.",
)
@options.rag_api_key
@options.llm
@options.offline
@options.seed
@options.as_json
@options.listening
@options.common
def replay(  # noqa: PLR0913 - one for each option
    recordings: tuple[str, ...],
    upstream: str | None,
    mode: tuple[str, ...],
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
    4 a recording cannot be read, 5 --state cannot be reached,
    7 nothing was loaded or served.
    """
    # What is imported and read from here on stays: whoever looks through it for
    # garbage looks for nothing. `run` lets the collector work again.
    gc.disable()
    click.get_current_context().call_on_close(gc.enable)

    from mockforge.cli import output, securing, stubs
    from mockforge.cli.replaying import Asked

    config = options.configuration()
    stubs.warn(config)
    securing.check(config, mode)
    asked = Asked(
        config,
        recordings,
        modes=mode,
        upstream=_upstream(config, upstream),
        ready_file=ready_file,
    )
    found = answered(asked)
    output.say(found.text())
    if report is not None:
        found.write(report)
    if as_json:
        output.as_json(found.json())
    click.get_current_context().exit(found.exit_code)


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


def answered(asked: Asked) -> Report:
    """Answer until a signal ends it; return what came of it."""
    import asyncio
    from importlib.util import find_spec

    from mockforge.cli.replaying import run

    if asked.config.server.workers > 1:
        from mockforge.cli import workers

        return workers.run(asked)
    # mitmproxy and uvloop do not get on.
    if asked.modes or find_spec("uvloop") is None:
        return asyncio.run(run(asked))
    import uvloop

    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        return runner.run(run(asked))
