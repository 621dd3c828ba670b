"""`mockforge llm`: what a language model cost, said, and is to be varied from."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mockforge.cli import options, output, stating
from mockforge.cli.lazy import Group
from mockforge.cli.reviewing import templates

if TYPE_CHECKING:
    from mockforge.store.kept import Kept


@click.group("llm", cls=Group)
def llm() -> None:
    """Show what a language model cost and said, and decide what is kept of it."""


llm.add_command(templates)


@llm.command()
@click.option(
    "--days",
    type=click.IntRange(1, 3650),
    default=30,
    metavar="N",
    help="Of the last N days, today included; default 30.",
)
@click.option(
    "--by",
    type=click.Choice(["day", "model", "endpoint"]),
    default="day",
    help="A row for each; default day.",
)
@options.as_json
@options.db
@options.common
def cost(days: int, by: str, as_json: bool) -> None:
    """Show calls, tokens and money by day, model or endpoint.

    Days are those of UTC. The cost of a call is what it was by the prices at the
    time; where a model's price is not known its calls are counted as such.
    """
    from dataclasses import asdict

    from mockforge.clock import SystemClock
    from mockforge.llm.ledger import Spent, day_of, summed

    since = day_of(SystemClock().now() - (days - 1) * 86400)
    found = stating.run(lambda kept: summed(kept, since=since, by=by))
    if as_json:
        output.as_json([{by: name, **asdict(one)} for name, one in found.items()])
        return
    if not found:
        output.say(f"no model was asked since {since}")
        return
    total = Spent()
    for one in found.values():
        for field in Spent.__dataclass_fields__:
            setattr(total, field, getattr(total, field) + getattr(one, field))
    rows = [*found.items(), *([("total", total)] if len(found) > 1 else [])]
    output.table(
        (by, "calls", "failed", "tokens in", "tokens out", "cost"),
        (
            (name, one.calls, one.failed, one.tokens_in, one.tokens_out, _money(one))
            for name, one in rows
        ),
    )


@llm.group("cache", cls=Group)
def cache() -> None:
    """Show, clear, export and import what a model answered."""


@cache.command("list")
@options.as_json
@options.db
@options.common
def list_answers(as_json: bool) -> None:
    """List the answers that are kept, by endpoint."""
    from mockforge.clock import SystemClock
    from mockforge.llm.cache import every

    now = SystemClock().now()
    found = stating.run(every)
    if as_json:
        output.as_json(
            [{"key": one.key, "at": one.at, "expires": one.expires, **one.value}
             for one in found]
        )  # fmt: skip
        return
    if not found:
        output.say("no answers are kept")
        return
    output.table(
        ("key", "endpoint", "mode", "model", "age", "still used"),
        (
            (
                one.key[:12],
                one.value.get("endpoint"),
                one.value.get("mode"),
                one.value.get("model"),
                _age(now - one.at),
                "yes" if one.is_fresh(now) else "when frozen",
            )
            for one in found
        ),
    )


@cache.command()
@click.option("--endpoint", metavar="GLOB", help="Only those of it: GET /orders/*.")
@click.option("--expired", is_flag=True, help="Only those that are too old.")
@options.db
@options.common
def clear(endpoint: str | None, expired: bool) -> None:
    """Remove answers; templates and the ledger stay.

    They are not only marked: SQLite writes over them.
    """
    from fnmatch import fnmatchcase

    from mockforge.clock import SystemClock
    from mockforge.llm.cache import ANSWERS, every

    async def work(kept: Kept) -> int:
        found = await every(kept)
        now = SystemClock().now()
        gone = [
            one
            for one in found
            if (
                endpoint is None
                or fnmatchcase(str(one.value.get("endpoint")), endpoint)
            )
            and not (expired and one.is_fresh(now))
        ]
        if len(gone) == len(found):
            await kept.delete(ANSWERS)
        else:
            for one in gone:
                await kept.delete(ANSWERS, one.key)
        return len(gone)

    output.say(f"{stating.run(work)} answers removed")


@cache.command()
@click.option("-o", "--output", "target", metavar="FILE", help="Default: stdout.")
@options.db
@options.common
def export(target: str | None) -> None:
    """Write answers and templates as lines of JSON, to commit and import elsewhere.

    What is imported answers with --llm frozen, however old it is, and no provider is
    asked.
    """
    from mockforge.llm.exporting import exported

    lines = list(stating.run(exported))
    text = "".join(f"{line}\n" for line in lines)
    if target is None:
        output.raw(text.encode("utf-8", "backslashreplace"))
        return
    try:
        Path(target).write_text(text, encoding="utf-8", errors="backslashreplace")
    except OSError as failure:
        from mockforge.errors import MockforgeError

        raise MockforgeError(
            f"{target!r} cannot be written: {failure.strerror}"
        ) from failure
    output.say(f"{len(lines)} lines written to {target}")


@cache.command("import")
@click.argument("file", metavar="FILE")
@options.db
@options.common
def import_(file: str) -> None:
    """Keep what an export holds; `-` reads it from stdin."""
    from mockforge.errors import MockforgeError
    from mockforge.llm.exporting import imported

    try:
        if file == "-":
            text = sys.stdin.read()
        else:
            text = Path(file).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as failure:
        why = getattr(failure, "strerror", None) or "it is no UTF-8 text"
        raise MockforgeError(f"{file!r} cannot be read: {why}") from failure
    lines = text.split("\n")
    counts = stating.run(lambda kept: imported(kept, lines, where=file))
    output.say(f"{counts['answer']} answers and {counts['template']} templates kept")


def _money(spent: object) -> str:
    cost, unknown = getattr(spent, "cost", 0.0), getattr(spent, "unknown", 0)
    text = f"{cost:.4f}".rstrip("0").rstrip(".") or "0"
    if not unknown:
        return text
    return f"{text} and {unknown} calls of unknown price"


def _age(seconds: float) -> str:
    for size, unit in ((86400, "d"), (3600, "h"), (60, "min")):
        if seconds >= size:
            return f"{seconds / size:.0f} {unit}"
    return f"{max(seconds, 0):.0f} s"
