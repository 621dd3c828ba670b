"""`mockforge llm templates`: what a model invented for endpoints, reviewed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from mockforge.cli import options, output, stating
from mockforge.cli.lazy import Group

if TYPE_CHECKING:
    from mockforge.llm.templates import Template
    from mockforge.store.kept import Kept


@click.group("templates", cls=Group)
def templates() -> None:
    """Review what a model invented for endpoints, which answers are varied from."""


@templates.command("list")
@options.as_json
@options.db
@options.common
def list_templates(as_json: bool) -> None:
    """List the templates, by endpoint."""
    from mockforge.llm.templates import every

    found = stating.run(every)
    if as_json:
        output.as_json([{"key": one.key, **one.to_json()} for one in found])
        return
    if not found:
        output.say("no templates are kept")
        return
    output.table(
        ("key", "endpoint", "mode", "model", "samples", "approved"),
        (
            (
                one.key,
                one.endpoint,
                one.mode,
                one.model,
                len(one.samples),
                "yes" if one.is_approved else "no",
            )
            for one in found
        ),
    )


@templates.command()
@click.argument("key", metavar="KEY")
@options.db
@options.common
def show(key: str) -> None:
    """Write one as JSON, its samples too; the beginning of its key is enough."""

    async def work(kept: Kept) -> Template:
        return (await _chosen(kept, (key,)))[0]

    one = stating.run(work)
    output.as_json({"key": one.key, **one.to_json()})


@templates.command()
@click.argument("keys", metavar="KEY...", nargs=-1, required=True)
@options.db
@options.common
def approve(keys: tuple[str, ...]) -> None:
    """Mark templates as reviewed: no model adds to them any more."""
    from dataclasses import replace

    from mockforge.llm.templates import TEMPLATES

    async def work(kept: Kept) -> int:
        chosen = await _chosen(kept, keys)
        for one in chosen:
            told = replace(one, is_approved=True).to_json()
            await kept.put(TEMPLATES, one.key, told)
        return len(chosen)

    output.say(f"{stating.run(work)} approved")


@templates.command()
@click.argument("keys", metavar="KEY...", nargs=-1, required=True)
@options.db
@options.common
def remove(keys: tuple[str, ...]) -> None:
    """Remove templates: their endpoints ask the model again."""
    from mockforge.llm.templates import TEMPLATES

    async def work(kept: Kept) -> int:
        chosen = await _chosen(kept, keys)
        for one in chosen:
            await kept.delete(TEMPLATES, one.key)
        return len(chosen)

    output.say(f"{stating.run(work)} removed")


async def _chosen(kept: Kept, keys: tuple[str, ...]) -> list[Template]:
    """Return the templates whose keys begin with each of *keys*."""
    from mockforge.errors import MockforgeError
    from mockforge.llm.templates import every

    there = await every(kept)
    chosen: dict[str, Template] = {}
    for key in keys:
        found = [one for one in there if one.key.startswith(key)]
        if len(found) != 1:
            what = "no template has" if not found else f"{len(found)} templates have"
            raise MockforgeError(
                f"{what} a key that begins with {key!r}",
                next_step="see the keys: mockforge llm templates list",
            )
        chosen[found[0].key] = found[0]
    return list(chosen.values())
