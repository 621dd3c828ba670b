"""`mockforge proxy`: stand in front of an API and record what passes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from mockforge.cli import options

if TYPE_CHECKING:
    from mockforge.cli.running import Outcome, Run
    from mockforge.config import Config


@click.command()
@options.setting(
    "proxy.upstream",
    "--upstream",
    metavar="URL",
    help="The API to stand in front of.",
)
@options.setting(
    "proxy.mode",
    "--mode",
    metavar="MODE",
    multiple=True,
    help="reverse (default), regular, socks5 or upstream:URL, with @PORT for its own"
    " port; several at once.",
)
@options.db
@click.option(
    "--reality",
    type=click.FloatRange(0.0, 1.0),
    default=None,
    metavar="RATIO",
    help="1: answers are the upstream's (default). 0: they are made up from what was"
    " recorded, and nobody is contacted. Between: made up, recorded and real ones are"
    " mixed.",
)
@options.latency
@options.speed
@options.errors
@options.mirror
@options.world
@options.openapi
@options.rag_api_key
@options.llm
@click.option(
    "--recording",
    metavar="NAME",
    help="Record into recordings/NAME.db; default: the upstream's host.",
)
@click.option(
    "--no-record", is_flag=True, help="Pass everything through, keep nothing."
)
@options.setting(
    "recordings.ack",
    "--record-ack",
    metavar="WHEN",
    help="Answer once the exchange is on disk (commit, default), or at once (queue).",
)
@options.setting(
    "recordings.max_body",
    "--max-body",
    metavar="SIZE",
    help="Keep at most this much of a body (64MB).",
)
@options.setting(
    "proxy.keep_host",
    "--keep-host",
    is_flag=True,
    flag_value=True,
    help="Send the upstream the Host that the client called.",
)
@options.setting(
    "proxy.timeout",
    "--timeout",
    metavar="TIME",
    help="Give up on an upstream that says nothing for this long (600s).",
)
@options.setting(
    "proxy.client_certs",
    "--client-cert",
    metavar="FILE",
    help="Key and certificate, as PEM, to show the upstream.",
)
@options.setting(
    "proxy.upstream_ca",
    "--upstream-ca",
    metavar="FILE",
    help="Authorities, as PEM, that vouch for the upstream.",
)
@options.setting(
    "proxy.verify",
    "--insecure",
    is_flag=True,
    flag_value=False,
    help="Believe any certificate of the upstream.",
)
@options.setting(
    "proxy.ca_dir",
    "--confdir",
    metavar="DIR",
    help="Where the proxy's own authority is kept.",
)
@options.lane
@options.watch
@click.option(
    "--check-upstream/--no-check-upstream",
    "check",
    default=None,
    help="End with 5 if the upstream cannot be reached now, or do not look. By default"
    " a name without an address ends it, and silence is told.",
)
@options.listening
@options.seed
@options.offline
@options.as_json
@options.common
def proxy(  # noqa: PLR0913 - one for each option
    *,
    recording: str | None,
    reality: float | None,
    no_record: bool,
    check: bool | None,
    ready_file: str | None,
    as_json: bool,
) -> None:
    """Record what passes between an app and an API.

    Point the app at the address printed, use it, then press Ctrl-C.
    """
    from mockforge.cli.running import Run

    config = options.configuration()
    if config.proxy.upstream is None and "reverse" in config.proxy.mode:
        raise click.UsageError(
            "there is nothing to stand in front of; give --upstream"
            " https://api.example.com, or --mode regular for clients that name it"
        )
    asked = Run(
        config=config,
        recording=recording,
        is_kept=not no_record,
        check=check,
        ready_file=ready_file,
    )
    start(asked, reality, as_json=as_json)


def start(asked: Run, reality: float | None, *, as_json: bool) -> None:
    """Stand in front of the upstream until stopped.

    Args:
        asked: What was asked for.
        reality: In place of the settings' own.
        as_json: Whether what came of it is told as JSON.
    """
    import asyncio

    from mockforge.cli import stubs
    from mockforge.cli.running import run

    config = asked.config
    stubs.warn(config)
    if not config.is_mixed and reality == 0.0:
        _invent(asked, as_json=as_json)
        return
    if is_mixed(config, reality):
        _mix(asked, reality, as_json=as_json)
        return
    outcome: Outcome = asyncio.run(run(asked))
    outcome.tell(as_json=as_json)
    click.get_current_context().exit(outcome.exit_code)


def is_mixed(config: Config, reality: float | None) -> bool:
    """Whether answers are weighed, and not all the upstream's."""
    if not config.is_mixed:
        return reality is not None and reality < 1.0
    return config.reality_continuum.enabled or reality is not None


def _mix(asked: Run, reality: float | None, *, as_json: bool) -> None:
    """Answer as really as *reality* or the settings say."""
    import asyncio

    from mockforge.cli.mixing import run

    outcome = asyncio.run(run(asked, reality))
    outcome.tell(as_json=as_json)


def _invent(asked: Run, *, as_json: bool) -> None:
    """Answer in place of the upstream, from what its recording teaches."""
    import gc

    from mockforge.cli import output
    from mockforge.cli.replay import answered
    from mockforge.cli.replaying import Asked
    from mockforge.engine import OnMiss

    config = asked.config
    replay = config.replay.model_copy(update={"on_miss": OnMiss.INVENT})
    gc.disable()
    click.get_current_context().call_on_close(gc.enable)
    found = answered(
        Asked(
            config.model_copy(update={"replay": replay}),
            (asked.database,),
            # Its own port needs no proxy: clients call it as if it were the API.
            modes=() if config.proxy.mode == ("reverse",) else config.proxy.mode,
            upstream=asked.upstream,
            ready_file=asked.ready_file,
            invents_first=True,
        )
    )
    output.say(found.text())
    if as_json:
        output.as_json(found.json())
    click.get_current_context().exit(found.exit_code)
