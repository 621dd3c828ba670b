"""`mockforge db`: the tables of a database, looked at and brought up to date."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from mockforge.cli import options, output

if TYPE_CHECKING:
    from mockforge.store.survey import Survey

DAMAGED = 4
"""Exit code, as for every recording that cannot be read."""


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def db() -> None:
    """Show and upgrade the tables of a database."""


@db.command()
@click.argument("database", required=False)
@options.as_json
@options.config
@click.pass_context
def status(ctx: click.Context, database: str | None, as_json: bool) -> None:
    """Show the schema, the contents and the integrity of DATABASE.

    Nothing is changed. Without DATABASE it is the one of the settings, or the only
    one in recordings/.
    """
    import asyncio

    from mockforge.store.survey import survey

    found = asyncio.run(survey(database or _chosen()))
    if as_json:
        output.as_json(_plain(found))
    else:
        for name, value in _lines(found):
            output.data(f"{name:<12}{value}")
    if found.problems:
        ctx.exit(DAMAGED)


@db.command()
@click.argument("database", required=False)
@options.as_json
@options.config
def upgrade(database: str | None, as_json: bool) -> None:
    """Bring DATABASE up to the schema of this program.

    Every command that opens a database does this by itself. Exchanges that wait in a
    side file, because the database could not be written, are taken in too.
    """
    import asyncio

    before, after = asyncio.run(_upgrade(database or _chosen()))
    taken = before.waiting - after.waiting
    if as_json:
        changes = {"from": before.revision, "to": after.revision, "taken_in": taken}
        output.as_json({"database": after.location} | changes)
        return
    if before.revision == after.revision:
        output.data(f"{after.location}: schema {after.revision}, nothing to upgrade")
    else:
        moved = f"schema {before.revision} is now {after.revision}"
        output.data(f"{after.location}: {moved}")
    if taken:
        output.data(f"{after.location}: {taken} waiting exchanges were taken in")


async def _upgrade(database: str) -> tuple[Survey, Survey]:
    from mockforge.store.database import connect
    from mockforge.store.survey import survey

    before = await survey(database)
    async with await connect(database):
        pass
    return before, await survey(database)


def _chosen() -> str:
    """Return the database to use where none is named."""
    from pathlib import Path

    from mockforge.errors import RecordingError

    named = options.configuration().db
    if named is not None:
        return named
    there = sorted(Path("recordings").glob("*.db"))
    if len(there) == 1:
        return str(there[0])
    listed = ", ".join(str(path) for path in there[:5])
    raise RecordingError(
        "no database is named",
        nearest=f"there are {listed}" if there else "there is none in recordings/",
        next_step="name one: mockforge db status DATABASE",
    )


def _lines(found: Survey) -> list[tuple[str, str]]:
    """Return what is known as names and texts."""
    schema = found.revision or "none yet"
    if found.revision not in (found.head, None):
        schema += f", this program writes {found.head}: mockforge db upgrade"
    lines = [("database", found.location), ("schema", schema)]
    figures = found.statistics
    if figures is not None:
        of_them = f"{figures.failed} failed, {figures.websockets} WebSocket"
        lines += [
            ("exchanges", f"{figures.exchanges} ({of_them})"),
            ("sessions", str(figures.sessions)),
            ("origins", ", ".join(figures.origins) or "none"),
            ("bodies", f"{figures.bodies} of {_size(figures.body_bytes)} in all"),
            ("size", _size(figures.stored_bytes)),
        ]
    if found.spills:
        files = ", ".join(found.spills)
        lines.append(("waiting", f"{found.waiting} exchanges in {files}"))
    lines.append(("integrity", "; ".join(found.problems) or "ok"))
    return lines


def _plain(found: Survey) -> dict[str, object]:
    from dataclasses import asdict

    return asdict(found)


def _size(count: int) -> str:
    amount = float(count)
    for unit in ("bytes", "KB", "MB"):
        if amount < 1024:
            return f"{count} bytes" if unit == "bytes" else f"{amount:.1f} {unit}"
        amount /= 1024
    return f"{amount:.1f} GB"
