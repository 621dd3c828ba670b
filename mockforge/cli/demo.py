"""`mockforge demo`: a small shop is recorded, stopped and replayed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from mockforge.cli import options, output

if TYPE_CHECKING:
    from mockforge.demo.serve import Manner

LABELS = ("mockforge demo", "recorded", "replayed", "redacted", "kept", "next")


@click.command()
@click.option(
    "--seed",
    type=click.IntRange(0, 2**63 - 1),
    metavar="N",
    help="Decides every id, token, time and failure; a new one each time if not given.",
)
@click.option("--keep", metavar="DIR", help="Keep the recording in this directory.")
@click.option("--serve", is_flag=True, help="Run the shop alone, until Ctrl-C.")
@click.option("--calm", is_flag=True, help="With --serve: no latency and no failures.")
@click.option(
    "--host", default="127.0.0.1", metavar="ADDRESS", help="With --serve: listen here."
)
@click.option(
    "-p",
    "--port",
    type=click.IntRange(0, 65535),
    default=0,
    metavar="PORT",
    help="Port to listen on; 0, the default, is any that is free.",
)
@options.ready_file
@options.as_json
@options.verbose
@click.pass_context
def demo(ctx: click.Context, /, **asked: Any) -> None:
    """Record and replay a small shop, with no network.

    Starts a shop, puts the proxy in front of it, and lets a client go shopping. Then
    the shop is stopped, and the same client asks the same again, of the recording
    alone. Nothing leaves this machine, and nothing stays on it without --keep.
    """
    import asyncio

    from mockforge import logs

    _check(ctx, asked)
    # What the screen tells need not be logged as well.
    level, _ = options.flags(ctx).get("log.level", ("error", ""))
    logs.configure(level=level)
    if asked["serve"]:
        asyncio.run(_serve(asked))
    elif not asyncio.run(_show(asked)):
        ctx.exit(1)


def _check(ctx: click.Context, asked: dict[str, Any]) -> None:
    """Refuse what would be ignored."""
    alone = {"calm": "--calm", "ready_file": "--ready-file"}
    together = {"keep": "--keep", "as_json": "--json"}
    wrong = together if asked["serve"] else alone
    for name, flag in wrong.items():
        if asked[name]:
            word = "cannot go" if asked["serve"] else "only goes"
            raise click.UsageError(f"{flag} {word} with --serve", ctx)


async def _show(asked: dict[str, Any]) -> bool:
    from pathlib import Path

    from mockforge.demo.screen import render
    from mockforge.demo.tour import Tour, show

    keep = Path(asked["keep"]) if asked["keep"] else None
    outcome = await show(Tour(asked["seed"], keep, asked["port"]))
    if asked["as_json"]:
        output.as_json(outcome.as_json())
    elif not output.is_quiet():
        for line in render(outcome):
            output.data(_styled(line))
    return outcome.matched


async def _serve(asked: dict[str, Any]) -> None:
    from mockforge.demo.serve import CUSTOMER, open_shop, serving
    from mockforge.server.run import until_told

    api = open_shop(_manner(asked))
    async with (
        until_told() as told,
        serving(api, host=asked["host"], port=asked["port"]) as url,
    ):
        if asked["ready_file"]:
            output.write_ready(asked["ready_file"], url=url)
        email, _, password = CUSTOMER
        output.say(f"the shop listens on {url}, its endpoints are at {url}/")
        output.say(f"log in as {email} with the password {password}; Ctrl-C stops it")
        await told.wait()


def _manner(asked: dict[str, Any]) -> Manner:
    from dataclasses import replace

    from mockforge.demo.serve import CALM, Manner

    return replace(CALM if asked["calm"] else Manner(), seed=asked["seed"])


def _styled(line: str) -> str:
    for label in LABELS:
        if line.startswith(label):
            return click.style(label, bold=True) + line[len(label) :]
    return line
