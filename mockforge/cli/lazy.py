"""Command groups that import a command only to run it, and name the nearest."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import Any

import click

CONTEXT: dict[str, Any] = {
    "help_option_names": ["-h", "--help"],
    # click guesses 80 columns where there is no terminal; the pages are written for 88.
    "max_content_width": 88,
}
"""Settings of every command's context."""


SETTINGS = (".yaml", ".yml", ".json")
"""How the names of files end that settings are in."""


class Group(click.Group):
    """A group that answers a wrong command with the nearest right one."""

    def __init__(self, *args: Any, **attrs: Any) -> None:
        attrs["context_settings"] = CONTEXT | (attrs.get("context_settings") or {})
        super().__init__(*args, **attrs)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command *args* begins with.

        Raises:
            UsageError: If there is none of that name.
        """
        name = args[0]
        if name.startswith("-") or self.get_command(ctx, name) is not None:
            return super().resolve_command(ctx, args)
        raise click.UsageError(_unknown(name, self.list_commands(ctx)), ctx)


class LazyGroup(Group):
    """A group whose commands are named in a table and imported when they run."""

    def __init__(
        self, *args: Any, table: Mapping[str, tuple[str, str]], **attrs: Any
    ) -> None:
        super().__init__(*args, **attrs)
        self.table = table
        """Name to (`module:attribute`, help line)."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names in the table's order, which is the order of use."""
        return list(self.table)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import and return the command *cmd_name*, or None if there is none."""
        if cmd_name not in self.table:
            return None
        module, _, attribute = self.table[cmd_name][0].partition(":")
        # __import__ and not importlib: --help would pay for the import of importlib.
        __import__(module)
        command = getattr(sys.modules[module], attribute)
        assert isinstance(command, click.Command)
        return command

    def format_commands(
        self, ctx: click.Context, formatter: click.HelpFormatter
    ) -> None:
        """Write the table's help lines; nothing is imported for them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in self.table.items()])


def _unknown(name: str, known: list[str]) -> str:
    from difflib import get_close_matches

    if name.endswith(SETTINGS):
        import shlex

        given = shlex.quote(name)
        return f"{name!r} is no command; a config file is given as --config {given}"
    near = get_close_matches(name, known, n=3, cutoff=0.5)
    hint = (
        f"did you mean {' or '.join(near)}?"
        if near
        else f"there are {', '.join(known)}"
    )
    return f"no such command {name!r}; {hint}"
