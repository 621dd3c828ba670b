"""`mockforge bench`: send a recording's requests to a server and measure it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import click

from mockforge.cli import options

if TYPE_CHECKING:
    from mockforge.cli.benching import Asked
    from mockforge.load.outcome import Outcome
    from mockforge.load.schedule import Pacing

CONNECTIONS = 16
DURATION = 10.0
COUNTED = 60.0
"""Seconds that a number of requests may take."""
WARMUP = 1.0
_RATE = re.compile(r"(\d+(?:\.\d+)?)(?:/(s|m|h))?")
_PER = {None: 1.0, "s": 1.0, "m": 60.0, "h": 3600.0}


def _rate(ctx: click.Context, param: click.Parameter, value: str) -> float | None:
    """Return requests a second; None for as fast as it goes."""
    text = value.strip().lower()
    if text == "max":
        return None
    match = _RATE.fullmatch(text)
    if match is None or not float(match[1]):
        raise click.BadParameter(f"{value!r} is no rate; write 500/s, 30/m or max")
    return float(match[1]) / _PER[match[2]]


def _seconds(
    ctx: click.Context, param: click.Parameter, value: str | None
) -> float | None:
    """Return seconds; None if nothing was given."""
    from mockforge.options import seconds

    if value is None:
        return None
    try:
        found = float(str(seconds(value)))
    except ValueError as error:
        raise click.BadParameter(str(error)) from None
    if not found and param.name != "warmup":
        raise click.BadParameter(f"{value!r} is no time at all")
    return found


@click.command()
@click.argument("recording")
@click.option(
    "--url",
    metavar="URL",
    help="The server to measure; default: a replay of RECORDING, started for this.",
)
@click.option(
    "--rate",
    callback=_rate,
    default="max",
    metavar="RATE",
    help="500/s, 30/m, or max: as fast as answers come (default).",
)
@click.option(
    "--connections",
    type=click.IntRange(1, 10_000),
    default=CONNECTIONS,
    show_default=True,
    metavar="N",
    help="Connections, with one request at a time on each.",
)
@click.option(
    "--requests",
    type=click.IntRange(min=1),
    metavar="N",
    help="Send at most N, besides those of the warm-up.",
)
@click.option(
    "--duration",
    callback=_seconds,
    metavar="TIME",
    help="Send for at most this long after the warm-up. Default: 10s; 60s with"
    " --requests.",
)
@click.option(
    "--warmup",
    callback=_seconds,
    metavar="TIME",
    help="Send this long before measuring. Default: 1s; nothing with --requests.",
)
@click.option(
    "--timeout",
    callback=_seconds,
    default="10s",
    show_default=True,
    metavar="TIME",
    help="Give up on an answer after this.",
)
@click.option("--shuffle", is_flag=True, help="Send in an order drawn with --seed.")
@click.option("--method", metavar="NAME", help="Send only this method.")
@click.option("--path", metavar="TEXT", help="Send only paths that begin with this.")
@click.option(
    "--status", metavar="CODE", help="Send only what was answered 404, or 5xx."
)
@click.option("--verify", is_flag=True, help="Compare bodies too, byte by byte.")
@click.option(
    "--target-is-mine",
    is_flag=True,
    help="Let --url name another machine than this one.",
)
@click.option(
    "--insecure", is_flag=True, help="Believe any certificate of an https URL."
)
@options.seed
@options.offline
@options.as_json
@options.common
@click.pass_context
def bench(ctx: click.Context, /, *, as_json: bool, **given: Any) -> None:
    r"""Send the requests of RECORDING to a server, and measure its answers.

    They are sent in the order recorded, over and over until the time is up. Without
    --url a replay of RECORDING is started in a process of its own and measured.

    \b
    The exit code is the verdict:
    0 every request was answered as recorded, 1 one was not,
    4 the recording cannot be read, 5 the server cannot be reached,
    7 nothing was sent or compared.
    """
    from mockforge.cli import output

    outcome = _run(_asked(given))
    if as_json:
        output.as_json(outcome.json())
    else:
        from mockforge.load.screen import lines

        for line in lines(outcome):
            output.data(line)
    ctx.exit(outcome.exit_code)


def _asked(given: dict[str, Any]) -> Asked:
    from mockforge.cli.benching import Asked
    from mockforge.cli.recordings import chosen
    from mockforge.load.drive import Manner

    for flag in ("target_is_mine", "insecure"):
        if given[flag] and given["url"] is None:
            name = flag.replace("_", "-")
            raise click.UsageError(f"--{name} only goes with --url")
    manner = Manner(
        pacing=_pacing(given),
        connections=given["connections"],
        timeout=given["timeout"],
        verify=given["verify"],
    )
    return Asked(
        options.configuration(),
        given["recording"],
        manner,
        url=given["url"],
        chosen=chosen(given["method"], given["path"], given["status"]),
        shuffle=given["shuffle"],
        is_mine=given["target_is_mine"],
        insecure=given["insecure"],
    )


def _pacing(given: dict[str, Any]) -> Pacing:
    from mockforge.load.schedule import Pacing

    counted = given["requests"] is not None
    duration, warmup = given["duration"], given["warmup"]
    if duration is None:
        duration = COUNTED if counted else DURATION
    if warmup is None:
        warmup = 0.0 if counted else WARMUP
    return Pacing(
        rate=given["rate"],
        duration=duration,
        warmup=warmup,
        requests=given["requests"],
    )


def _run(asked: Asked) -> Outcome:
    import asyncio
    from importlib.util import find_spec

    from mockforge.cli.benching import run

    if find_spec("uvloop") is None:
        return asyncio.run(run(asked))
    import uvloop

    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        return runner.run(run(asked))
