"""`mockforge recordings`: what was recorded, shown, moved, removed, searched."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from mockforge.cli import options, output
from mockforge.cli.carrying import counted, export, import_
from mockforge.cli.searching import search
from mockforge.cli.volatile import volatile

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from mockforge.exchange import Exchange
    from mockforge.recordings.summary import Summary

FOUND = 1
"""Exit code of a scan that found something."""
UNREADABLE = 4
"""Exit code when a recording of several could not be read."""


@click.group()
def recordings() -> None:
    """List, show, search, import, export, remove and scan recordings.

    A recording is a database, a .jsonl or .har file, a cassette of VCR or go-vcr, or
    a Hoverfly simulation.
    """


recordings.add_command(export)
recordings.add_command(import_)
recordings.add_command(volatile)
recordings.add_command(search)


@recordings.command("list")
@click.argument("sources", nargs=-1, metavar="[FOLDER|RECORDING]...")
@options.as_json
def list_(sources: tuple[str, ...], as_json: bool) -> None:
    """List the recordings in a folder; without one, in recordings/."""
    import asyncio

    from mockforge.cli import shown
    from mockforge.errors import RecordingError
    from mockforge.recordings import places

    folder = "recordings" if Path("recordings").is_dir() else "."
    found: list[Summary] = []
    troubles = []
    for place in places.expand(sources or (folder,)):
        try:
            found.append(asyncio.run(_summary(place)))
        except RecordingError as error:
            troubles.append(error)
    if as_json:
        output.as_json([_plain(one) for one in found])
    else:
        output.table(
            ("name", "form", "exchanges", "hosts", "first", "last", "size"),
            [
                (
                    one.location,
                    one.form,
                    one.exchanges,
                    _hosts(one.hosts),
                    shown.clock(one.first),
                    shown.clock(one.last),
                    shown.size(one.size),
                )
                for one in found
            ],
        )
    for trouble in troubles:
        output.warn(str(trouble))
    if troubles:
        click.get_current_context().exit(UNREADABLE)


@recordings.command()
@click.argument("recording")
@click.argument("ids", nargs=-1, type=int, metavar="[ID]...")
@click.option("--method", metavar="NAME", help="Only this method.")
@click.option("--path", metavar="TEXT", help="Only paths that begin with this.")
@click.option("--status", metavar="CODE", help="Only this status, as in 404 or 5xx.")
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="At most N.")
@click.option("--body", is_flag=True, help="Show all, with bodies to their end.")
@click.option(
    "--endpoints", is_flag=True, help="Show the API's endpoints, not the exchanges."
)
@options.openapi
@options.as_json
@options.config
def show(  # noqa: PLR0913 - one for each option
    recording: str,
    ids: tuple[int, ...],
    *,
    method: str | None,
    path: str | None,
    status: str | None,
    limit: int | None,
    body: bool,
    endpoints: bool,
    as_json: bool,
) -> None:
    """Show the exchanges of RECORDING, a line each, or those named by ID in full.

    With --endpoints, show what API they are of: paths with their parameters, how often
    each was asked and with what it was answered.

    Values that look like secrets are shown as stand-ins, whatever is in the file.
    """
    import asyncio

    from mockforge.cli import shown

    fits = chosen(method, path, status)
    if endpoints:
        from mockforge.cli import endpoints as of_endpoints

        if ids or body:
            raise click.UsageError(
                "--endpoints is of a whole recording: no ID, no --body"
            )
        of_endpoints.show(recording, fits, limit, as_json=as_json)
        return
    if "learning.openapi" in options.flags(click.get_current_context()):
        raise click.UsageError("--openapi says what endpoints there are: --endpoints")
    found = asyncio.run(_exchanges(recording, ids, fits, limit))
    if as_json:
        output.as_json([_fields(exchange) for exchange in found])
    elif ids or body:
        for exchange in found:
            output.data(shown.whole(exchange, bodies=body))
    else:
        output.table(shown.COLUMNS, [shown.row(exchange) for exchange in found])


@recordings.command()
@click.argument("recording")
@click.argument("ids", nargs=-1, type=int, metavar="[ID]...")
@click.option("-y", "--yes", is_flag=True, help="Do not ask.")
def rm(recording: str, ids: tuple[int, ...], *, yes: bool) -> None:
    """Remove RECORDING, or the exchanges of it named by ID."""
    import asyncio
    import sys

    from mockforge.recordings import places, removal

    place = str(places.one(recording))
    what = f"exchange {', '.join(map(str, ids))} of {place}" if ids else place
    if not yes:
        if not sys.stdin.isatty():
            raise click.UsageError("there is no terminal to ask on; add -y to remove")
        click.confirm(f"remove {what}?", abort=True, err=True)
    if ids:
        count = asyncio.run(removal.remove(place, list(dict.fromkeys(ids))))
        output.say(f"removed {counted(count, 'exchange')} of {place}")
    else:
        asyncio.run(removal.remove_whole(place))
        output.say(f"removed {place}")


@recordings.command()
@click.argument("sources", nargs=-1, required=True, metavar="RECORDING...")
@options.as_json
@options.config
def scan(sources: tuple[str, ...], as_json: bool) -> None:
    """Look for secrets in recordings; exit with 1 if there are any."""
    import asyncio

    from mockforge.recordings import places

    found = []
    for place in places.expand(sources):
        found += asyncio.run(_findings(place))
    if as_json:
        output.as_json(found)
    elif found:
        output.table(
            ("recording", "id", "where", "kind", "shown"),
            [list(finding.values()) for finding in found],
        )
    if found:
        output.say(f"{counted(len(found), 'value')} may be secrets")
        click.get_current_context().exit(FOUND)
    output.say("nothing looks like a secret")


async def _summary(place: str | Path) -> Summary:
    from mockforge.recordings.summary import summary

    return await summary(place)


def _plain(one: Summary) -> dict[str, object]:
    from dataclasses import asdict

    return asdict(one)


def _hosts(hosts: Sequence[str]) -> str:
    more = f" and {len(hosts) - 2} more" if len(hosts) > 2 else ""
    return ", ".join(hosts[:2]) + more


def chosen(
    method: str | None, path: str | None, status: str | None
) -> Callable[[Exchange], bool]:
    """Return whether an exchange is of what was asked for; None asks for nothing."""
    import re

    if status is not None and not re.fullmatch(r"[1-5](\d\d|[xX]{2})", status):
        raise click.BadParameter(
            f"{status!r} is no status; write 404 or 5xx", param_hint="--status"
        )
    code = re.compile((status or "").lower().replace("x", r"\d"))

    def fits(exchange: Exchange) -> bool:
        response = exchange.response
        told = "" if response is None else str(response.status)
        return (
            (method is None or exchange.request.method == method.upper())
            and (path is None or exchange.request.path.startswith(path))
            and (status is None or code.fullmatch(told) is not None)
        )

    return fits


async def _exchanges(
    place: str,
    ids: Sequence[int],
    fits: Callable[[Exchange], bool],
    limit: int | None,
) -> list[Exchange]:
    """Return the chosen exchanges of a recording, with stand-ins for secrets."""
    from mockforge.recordings.files import open_recording
    from mockforge.recordings.matchers import Matcher, MatchOptions

    # Whatever the settings say of recording: a terminal is no place for a secret.
    settings = options.configuration().redact.model_copy(update={"enabled": True})
    opened = await open_recording(
        place, matcher=Matcher(MatchOptions()), redact=settings
    )
    try:
        for note in opened.notes:
            output.say(opened.redactor.text(note))
        found: list[Exchange] = []
        if ids:
            found = [one for one in await opened.load(ids) if fits(one)][:limit]
        else:
            async for exchange in opened.every():
                if len(found) == limit:
                    break
                if fits(exchange):
                    found.append(exchange)
        return [opened.redactor.exchange(one, keep_standins=True) for one in found]
    finally:
        await opened.close()


def _fields(exchange: Exchange) -> dict[str, object]:
    from mockforge.recordings.formats import lines

    told = lines.fields(exchange, None, lambda name: None, inline=True)
    return {"id": exchange.id, **told}


async def _findings(place: str | Path) -> list[dict[str, object]]:
    from mockforge.recordings.files import open_recording
    from mockforge.recordings.matchers import Matcher, MatchOptions
    from mockforge.recordings.scan import scan as look

    opened = await open_recording(place, matcher=Matcher(MatchOptions()))
    try:
        found: list[dict[str, object]] = [
            {
                "recording": opened.location,
                "id": exchange.id,
                "where": finding.where,
                "kind": finding.kind,
                "shown": finding.shown,
            }
            async for exchange in opened.every()
            for finding in look(exchange, opened.redactor)
        ]
        return found
    finally:
        await opened.close()
