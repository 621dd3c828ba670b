"""`mockforge drift`: how far values have moved on, and having them begin again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from mockforge.cli import options, output
from mockforge.cli.lazy import Group

if TYPE_CHECKING:
    from mockforge.store.kept import Kept

_url = click.option(
    "--url", metavar="URL", help="Of the mockforge that runs there, and of no file."
)


@click.group(cls=Group)
def drift() -> None:
    """Show how far values have moved on, and have them begin again.

    What is kept is that of the settings, in mockforge.state.db beside them or where
    --db says. A mockforge that runs is asked with --url: it has its own in memory.
    """


@drift.command()
@_url
@options.as_json
@options.db
@options.common
def status(*, url: str | None, as_json: bool) -> None:
    """Show of how many things each endpoint has shown values that move."""
    from mockforge.cli import control, stating

    if url is not None:
        told = control.ask(options.configuration(), url, "drift/status")["endpoints"]
    else:
        told = stating.run(_counted)
    if as_json:
        output.as_json(told)
    elif not told:
        output.say("nothing has moved")
    else:
        rows = [(each["endpoint"], each["things"]) for each in told]
        output.table(("endpoint", "things"), rows)


@drift.command()
@click.option(
    "--endpoint",
    metavar="GLOB",
    help="Only what this one shows: /orders/*, GET /orders/:id.",
)
@click.option(
    "--session",
    metavar="NAME",
    help="Only of the client that names itself so, as in X-MockForge-Session.",
)
@_url
@options.as_json
@options.db
@options.common
def reset(
    *, endpoint: str | None, session: str | None, url: str | None, as_json: bool
) -> None:
    """Have values begin again: the next answer is as it is written.

    What is moved in a list and alone is one thing: it begins again in both.
    """
    from mockforge.cli import control, stating
    from mockforge.stages.sessions import called

    config = options.configuration()
    if url is not None:
        named = {"endpoint": endpoint, "session": session}
        given = {name: value for name, value in named.items() if value is not None}
        told = control.ask(config, url, "drift/reset", method="POST", given=given)
        count, is_open = told["reset"], False
    else:
        sessions = None if session is None else called(session, config.sessions)

        async def forget(kept: Kept) -> int:
            from mockforge.engine.advances import reset

            return len(await reset(kept, endpoint, sessions))

        is_open = stating.is_open()
        count = stating.run(forget)
    if as_json:
        output.as_json({"reset": count})
        return
    things = "1 thing begins" if count == 1 else f"{count} things begin"
    output.say(f"{things} again" if count else "nothing of that has moved")
    if count and is_open:
        output.say("a mockforge that runs has its own in memory: ask it with --url")


async def _counted(kept: Kept) -> list[dict[str, Any]]:
    from mockforge.engine.advances import KIND, counted

    found = counted(one.value for one in await kept.every(KIND))
    return [{"endpoint": name, "things": count} for name, count in found]
