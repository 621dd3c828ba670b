"""`recordings export` and `recordings import`: exchanges from one place to another."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mockforge.cli import options, output

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mockforge.recordings.redact import RedactOptions
    from mockforge.recordings.transfer import Carried


@click.command()
@click.argument("recording")
@click.option(
    "-o",
    "--output",
    "target",
    metavar="FILE",
    help="Where to; - is stdout, which is the default of openapi.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["jsonl", "har", "openapi"]),
    help="Default: by FILE.",
)
@click.option(
    "--times",
    type=click.Choice(["beside", "inline", "none"]),
    default="beside",
    show_default=True,
    help="Where .jsonl keeps times: FILE.times, in its lines, or nowhere.",
)
@click.option("--redact", is_flag=True, help="Put stand-ins for what looks secret.")
@options.openapi
@options.config
def export(
    recording: str, target: str | None, form: str | None, *, times: str, redact: bool
) -> None:
    """Write RECORDING as text: .jsonl for git, .har for browsers and tools.

    With --format openapi it is described: an OpenAPI 3.1 document of what can be
    learned of the API, in YAML if FILE ends so. Secrets are stand-ins in it.
    """
    import asyncio

    if form == "openapi":
        from mockforge.cli import describing

        describing.export(recording, target or "-")
        return
    if target is None:
        raise click.UsageError(
            "there is no FILE to write to: give it with --output, or - for stdout"
        )
    form = form or _form(target)
    settings = _redaction() if redact else None
    done = asyncio.run(_export(recording, target, form, times, settings))
    where = "stdout" if target == "-" else target
    _tell(done, f"exported to {where}", redact=redact)


@click.command("import")
@click.argument("sources", nargs=-1, required=True, metavar="FILE|FOLDER...")
@click.option(
    "-o",
    "--output",
    "target",
    metavar="RECORDING",
    help="A .db, .jsonl or .har; a folder for one of each. Default: recordings/.",
)
@click.option("--add", is_flag=True, help="Add to a .db that is there already.")
@click.option("--replace", is_flag=True, help="Replace what is there already.")
@click.option("--redact", is_flag=True, help="Put stand-ins for what looks secret.")
@options.config
def import_(
    sources: tuple[str, ...],
    target: str | None,
    *,
    add: bool,
    replace: bool,
    redact: bool,
) -> None:
    """Take in cassettes, HAR files, simulations and other recordings.

    Bytes are kept as they are, unless --redact is given.
    """
    import asyncio

    from mockforge.errors import NothingVerified

    if add and replace:
        raise click.UsageError("--add and --replace exclude each other")
    settings = _redaction() if redact else None
    steps = list(_plan(sources, target))
    _check(steps, add=add, replace=replace)
    count = 0
    for step in steps:
        done = asyncio.run(_carry(step, settings, replace=replace))
        count += done.exchanges
        where = f"imported into {step.target}" if done.exchanges else "imported"
        _tell(done, where, redact=redact)
    if not count:
        raise NothingVerified(
            "nothing was imported: no exchange was found",
            next_step="see what was left out above, and why",
        )


@dataclass(frozen=True, slots=True)
class Step:
    """Recordings that go into one other."""

    sources: tuple[str | Path, ...]
    target: Path


def _plan(sources: Sequence[str], target: str | None) -> Iterator[Step]:
    """Yield what goes where: everything into one recording, or each into its own."""
    from mockforge.recordings import places

    found = places.expand(sources)
    into = Path("recordings") if target is None else Path(target)
    suffixes = places.DATABASE_SUFFIXES | {".jsonl", ".har"}
    if target is not None and not target.endswith("/") and not into.is_dir():
        if into.suffix.lower() not in suffixes:
            raise click.BadParameter(
                f"{target!r} ends in none of .db, .jsonl, .har; for a folder write "
                f"{target}/",
                param_hint="--output",
            )
        yield Step(tuple(found), into)
        return
    names: set[str] = set()
    for source in found:
        name = _unused(Path(source), names)
        names.add(name)
        yield Step((source,), into / f"{name}.jsonl")


def _unused(source: Path, taken: set[str]) -> str:
    """Return a name for *source* that is not *taken*: with folders, then a number."""
    folders = [part for part in source.parent.parts if part not in ("/", "..", ".")]
    name = source.stem
    while name in taken and folders:
        name = f"{folders.pop()}-{name}"
    number, numbered = 2, name
    while numbered in taken:
        numbered = f"{name}-{number}"
        number += 1
    return numbered


def _check(steps: Sequence[Step], *, add: bool, replace: bool) -> None:
    """Refuse targets that are there already, before anything is written."""
    from mockforge.errors import RecordingError
    from mockforge.recordings import places

    for step in steps:
        if not step.target.exists() or replace:
            continue
        if not places.is_database(step.target):
            raise RecordingError(
                f"{str(step.target)!r} is there already",
                next_step="--replace replaces it; or name another with -o",
            )
        if not add:
            raise RecordingError(
                f"{str(step.target)!r} is there already",
                next_step="--add adds to it, --replace replaces it; or name another",
            )


async def _carry(
    step: Step, settings: RedactOptions | None, *, replace: bool
) -> Carried:
    from mockforge.recordings import transfer

    step.target.parent.mkdir(parents=True, exist_ok=True)
    return await transfer.bring_in(
        step.sources, step.target, redact=settings, replace=replace
    )


async def _export(
    recording: str, target: str, form: str, times: str, settings: RedactOptions | None
) -> Carried:
    import sys

    from mockforge.recordings import transfer
    from mockforge.recordings.files import open_recording
    from mockforge.recordings.formats.jsonl import Keep
    from mockforge.recordings.matchers import Matcher, MatchOptions

    opened = await open_recording(recording, matcher=Matcher(MatchOptions()))
    try:
        return await transfer.export(
            opened,
            sys.stdout.buffer if target == "-" else Path(target),
            form,
            keep=Keep(times),
            redact=settings,
        )
    finally:
        await opened.close()


def _form(target: str) -> str:
    from mockforge.recordings.transfer import FORMS

    if target == "-":
        return "jsonl"
    form = FORMS.get(Path(target).suffix.lower())
    if form is None:
        raise click.UsageError(
            f"{target!r} does not say the form; end it in .jsonl or .har, or add "
            "--format; a description of the API is --format openapi"
        )
    return form


def _redaction() -> RedactOptions:
    # Asked for on the command line, so it is done whatever the settings say.
    return options.configuration().redact.model_copy(update={"enabled": True})


def _tell(done: Carried, what: str, *, redact: bool) -> None:
    for note in done.notes:
        output.say(note)
    output.say(f"{counted(done.exchanges, 'exchange')} {what}")
    if not done.secrets:
        return
    look = "mockforge recordings scan shows where they are"
    if redact:
        step = f"{look}; redact.fields and redact.headers name more of them"
    else:
        step = f"the same with --redact puts stand-ins in their place; {look}"
    output.warn(
        f"{counted(done.secrets, 'value')} that may be secrets are kept as they are\n"
        f"  next: {step}"
    )


def counted(number: int, noun: str) -> str:
    """Return *number* with *noun*, in the plural unless it is one."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
