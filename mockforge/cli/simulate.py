"""`mockforge simulate`: users who act on a server as the recorded ones did."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from mockforge.cli import options

if TYPE_CHECKING:
    from mockforge.cli.simulating import Asked
    from mockforge.simulation.outcome import Outcome

USERS = 1
MOST_USERS = 10_000


def _seconds(ctx: click.Context, param: click.Parameter, value: str) -> float:
    from mockforge.options import seconds

    try:
        found = float(str(seconds(value)))
    except ValueError as error:
        raise click.BadParameter(str(error)) from None
    if not found and param.name != "duration":
        raise click.BadParameter(f"{value!r} is no time at all")
    return found


@click.command()
@click.option(
    "--from",
    "recording",
    required=True,
    metavar="RECORDING",
    help="The recording whose users are simulated.",
)
@click.option("--url", required=True, metavar="URL", help="The server they act on.")
@click.option(
    "--users",
    type=click.IntRange(1, MOST_USERS),
    default=USERS,
    show_default=True,
    metavar="N",
    help="How many act at the same time.",
)
@click.option(
    "--speed",
    type=click.FloatRange(0, 1e6, min_open=True),
    default=1.0,
    show_default=True,
    metavar="S",
    help="Divide the time between two requests of a user by this.",
)
@click.option(
    "--duration",
    callback=_seconds,
    default="60s",
    show_default=True,
    metavar="TIME",
    help="End after this; 0 lets each user have one session.",
)
@click.option(
    "--timeout",
    callback=_seconds,
    default="10s",
    show_default=True,
    metavar="TIME",
    help="Give up on an answer after this.",
)
@click.option(
    "--header",
    "headers",
    multiple=True,
    metavar="'NAME: VALUE'",
    help="Send this field in the place of a recorded one; ${NAME} in it is taken from"
    " the environment. May be given several times.",
)
@click.option(
    "--target-is-mine",
    is_flag=True,
    help="Let --url name another machine than this one.",
)
@click.option(
    "--insecure", is_flag=True, help="Believe any certificate of an https URL."
)
@options.openapi
@options.seed
@options.offline
@options.as_json
@options.common
@click.pass_context
def simulate(ctx: click.Context, /, *, as_json: bool, **given: Any) -> None:
    r"""Let users act on a server as those of a recording did.

    Each goes from step to step by the learned sequences, waits as long between two as
    was learned, and sends the recorded requests with the ids, tokens and cookies that
    the server gave to it. What was seen too seldom to be learned goes as it was
    recorded.

    \b
    The exit code is the verdict:
    0 there were answers, 1 every request failed,
    4 the recording cannot be read, 5 the server cannot be reached,
    7 there was nothing to send.
    """
    from mockforge.cli import output

    outcome = _run(_asked(given))
    if as_json:
        output.as_json(outcome.json())
    else:
        from mockforge.simulation.screen import lines

        for line in lines(outcome):
            output.data(line)
    ctx.exit(outcome.exit_code)


def _asked(given: dict[str, Any]) -> Asked:
    from mockforge.cli.simulating import Asked, fields
    from mockforge.simulation.run import Manner

    config = options.configuration()
    manner = Manner(
        users=given["users"],
        speed=given["speed"],
        duration=given["duration"],
        timeout=given["timeout"],
        seed=config.seed,
        headers=fields(given["headers"]),
    )
    return Asked(
        config,
        given["recording"],
        given["url"],
        manner,
        is_mine=given["target_is_mine"],
        insecure=given["insecure"],
    )


def _run(asked: Asked) -> Outcome:
    import asyncio
    from importlib.util import find_spec

    from mockforge.cli.simulating import run

    if find_spec("uvloop") is None:
        return asyncio.run(run(asked))
    import uvloop

    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        return runner.run(run(asked))
