"""`mockforge drift-learning`: what was learned of an API's behaviour over time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

import click

from mockforge.cli import options, output
from mockforge.cli.lazy import Group

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from mockforge.config import Config
    from mockforge.learning.patterns.part import Shown
    from mockforge.learning.patterns.patterns import Patterns
    from mockforge.learning.patterns.telling import Filter

Command = TypeVar("Command", bound="Callable[..., Any]")

_ENABLED = "drift_learning.enabled"


def _filters(command: Command) -> Command:
    """Add the filters by which patterns are chosen."""
    for name, metavar, text in (
        ("--persona", "NAME", "Only its own."),
        ("--kind", "KIND", "Only latency, errors, sequences or frequency."),
        ("--endpoint", "GLOB", "Only those of it: a key, /users/*, GET /users/**."),
    ):
        command = click.option(name, metavar=metavar, help=text)(command)
    return command


_recording = click.argument("recording", required=False)


class Found(NamedTuple):
    """What was learned of a recording."""

    place: str
    config: Config
    patterns: Patterns
    rows: list[Shown]
    """Those that were asked for."""
    told: Callable[[str], str]


@click.group(name="drift-learning", cls=Group)
def drift_learning() -> None:
    """Show, switch and reset what was learned of latency, errors and sequences.

    RECORDING is the one in the folder of recordings, if there is but one.
    """


@drift_learning.command()
@_recording
@_filters
@click.option("--diagram", is_flag=True, help="Draw the sequences, as Mermaid text.")
@options.as_json
@options.config
def patterns(
    recording: str | None, *, diagram: bool, as_json: bool, **filters: str | None
) -> None:
    """Show what was learned, from how much, how sure, and if it counts.

    A plot has a character for each part of what it shows; digits where that is no
    terminal. What is below drift_learning.min_samples is shown and not applied.
    """
    from mockforge.cli import patterns as tables
    from mockforge.clock import SystemClock
    from mockforge.learning.patterns.telling import row

    if diagram and filters["kind"] not in (None, "sequences"):
        raise click.UsageError("--diagram draws sequences, and --kind says otherwise")
    found = _found(recording, _chosen(filters))
    law, now = found.patterns.law, SystemClock().now()
    if diagram:
        output.data(
            found.told(found.patterns.sequences.diagram(law, filters["persona"]))
        )
    elif as_json:
        output.as_json([row(each, law, found.told, now=now) for each in found.rows])
    else:
        tables.tables(found.rows, law, found.told, now=now)
    if not found.rows:
        output.say(_nothing(found))
    elif not found.config.drift_learning.enabled:
        output.say(f"nothing of this is applied: {_ENABLED} is false")


@drift_learning.command()
@_recording
@_filters
@click.option("-y", "--yes", is_flag=True, help="Do not ask.")
@options.config
def reset(recording: str | None, *, yes: bool, **filters: str | None) -> None:
    """Forget what was learned, all or what fits.

    What is recorded later counts. The recording remembers it: learning again does not
    bring back what was forgotten.
    """
    import asyncio
    import sys

    chosen = _chosen(filters)
    found = _found(recording, chosen)
    if not found.rows:
        output.say(_nothing(found))
        return
    count = len(found.rows)
    what = f"{count} {'pattern' if count == 1 else 'patterns'} of {found.place}"
    if not yes:
        if not sys.stdin.isatty():
            raise click.UsageError("there is no terminal to ask on; add -y to forget")
        click.confirm(f"forget {what}?", abort=True, err=True)
    asyncio.run(_forget(found, chosen))
    output.say(f"forgot {what}; what is recorded from now on counts")


@drift_learning.command()
@_recording
@options.as_json
@options.config
def status(recording: str | None, *, as_json: bool) -> None:
    """Show the switch, the law, and how many patterns there are."""
    from mockforge.learning.patterns.telling import Filter, account, settings

    found = _found(recording, Filter())
    drift = found.config.drift_learning
    told = {
        "enabled": drift.enabled,
        **settings(drift),
        "recording": found.place,
        **account(found.patterns, found.rows),
    }
    if as_json:
        output.as_json(told)
        return
    known = told.pop("patterns")
    output.table(("setting", "value"), [(name, _word(told[name])) for name in told])
    output.data("")
    output.table(
        ("kind", "known", "applied"),
        [(kind, each["known"], each["applied"]) for kind, each in known.items()],
    )


_url = click.option("--url", metavar="URL", help="Switch what runs there, and no file.")


@drift_learning.command()
@_url
@options.config
def enable(url: str | None) -> None:
    """Learn patterns, and apply what was learned."""
    _switch("enable", url)


@drift_learning.command()
@_url
@options.config
def disable(url: str | None) -> None:
    """Learn nothing more, and answer as recorded."""
    _switch("disable", url)


def _switch(word: str, url: str | None) -> None:
    from mockforge.cli import config, control

    if url is None:
        context = click.get_current_context()
        context.invoke(config.set_, key=_ENABLED, value=str(word == "enable").lower())
        return
    control.post(options.configuration(), url, f"drift-learning/{word}")
    output.say(f"{url}: drift learning is {word}d")


def _word(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return "-" if value is None else str(value)


def _chosen(filters: dict[str, str | None]) -> Filter:
    from mockforge.learning.patterns.telling import Filter, Unfit

    given = {name: value for name, value in filters.items() if value is not None}
    try:
        return Filter.of(given)
    except Unfit as error:
        raise click.UsageError(str(error)) from None


def _nothing(found: Found) -> str:
    count, least = found.patterns.count, found.config.drift_learning.min_samples
    exchanges = f"{count} {'exchange' if count == 1 else 'exchanges'}"
    return (
        f"nothing learned yet: {exchanges} of {found.place} counted, and a pattern"
        f" takes {least} of one endpoint"
        "\n  next: record more, or mockforge config set drift_learning.min_samples 5"
    )


def _found(recording: str | None, chosen: Filter) -> Found:
    import asyncio

    config = options.configuration()
    place = _place(recording, config)
    return asyncio.run(_learned(place, config, chosen))


def _place(recording: str | None, config: Config) -> str:
    """Return which recording is meant.

    Raises:
        UsageError: If none was named and there are several.
        RecordingError: If it is missing.
    """
    from pathlib import Path

    from mockforge.errors import RecordingError
    from mockforge.recordings import places

    if recording is None and config.db is None:
        folder = Path(config.recordings.dir)
        inside = places.found_in(folder) if folder.is_dir() else []
        if not inside:
            raise RecordingError(
                f"there is no recording in {str(folder)!r}",
                next_step="name one, or record one: mockforge proxy --upstream URL",
            )
        if len(inside) > 1:
            raise click.UsageError(_several(folder, inside))
        return str(inside[0])
    return str(places.one(recording or config.db or ""))


def _several(folder: Path, inside: list[Path]) -> str:
    named = "\n  ".join(str(path) for path in inside[:20])
    more = f"\n  … and {len(inside) - 20} more" if len(inside) > 20 else ""
    command = click.get_current_context().command_path
    return (
        f"{str(folder)!r} holds {len(inside)} recordings; name one:\n  {named}{more}"
        f"\n  next: {command} {inside[0]}"
    )


async def _learned(place: str, config: Config, chosen: Filter) -> Found:
    from mockforge.applying import learned_patterns
    from mockforge.learning.patterns.telling import Unfit
    from mockforge.recordings.files import open_recording
    from mockforge.recordings.matchers import Matcher, MatchOptions

    # Paths and personas are printed: none of what stands in them may be a secret.
    settings = config.redact.model_copy(update={"enabled": True})
    opened = await open_recording(
        place, matcher=Matcher(MatchOptions()), redact=settings
    )
    try:
        for note in opened.notes:
            output.say(opened.redactor.text(note))
        patterns = await learned_patterns(opened, config)
        rows = chosen.chosen(patterns)
        return Found(place, config, patterns, rows, opened.redactor.text)
    except Unfit as error:
        raise click.UsageError(opened.redactor.text(str(error))) from None
    finally:
        await opened.close()


async def _forget(found: Found, chosen: Filter) -> None:
    from mockforge.errors import RecordingError
    from mockforge.recordings.files import StoredRecording, open_recording
    from mockforge.recordings.matchers import Matcher, MatchOptions
    from mockforge.recordings.patterns import reset_patterns

    opened = await open_recording(
        found.place, matcher=Matcher(MatchOptions()), redact=found.config.redact
    )
    try:
        if not isinstance(opened, StoredRecording):
            raise RecordingError(
                f"{found.place} is a text, which keeps nothing that was learned",
                next_step=f"mockforge recordings import {found.place}, and reset that",
            )
        await reset_patterns(opened, found.config, **chosen._asdict())
    finally:
        await opened.close()
