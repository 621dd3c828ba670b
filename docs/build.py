"""Write the pages of docs/reference that are made from the program itself.

python docs/build.py            write them
python docs/build.py --check    write nothing; exit 1 where one is stale
"""

from __future__ import annotations

import difflib
import inspect
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import click
from pydantic import BaseModel

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from docs.templates_page import templates_page  # noqa: E402
from mockforge import errors  # noqa: E402
from mockforge.cli import COMMANDS, root  # noqa: E402
from mockforge.config import Config, keys  # noqa: E402
from mockforge.config.edit import in_line  # noqa: E402
from mockforge.config.template import default_of  # noqa: E402

REFERENCE = ROOT / "docs" / "reference"
MADE = "<!-- Made by docs/build.py: change what it is made from. -->"
CODES = {
    0: "All went well.",
    1: "What was asked for failed: a miss in a replay, a check that did not hold.",
    2: "The command line cannot be understood.",
    130: "Stopped by SIGINT, as with Ctrl-C.",
    141: "Whoever read the output went away.",
    143: "Stopped by SIGTERM.",
}


def config_page() -> Iterator[str]:
    """Yield the lines of the page about mockforge.yaml."""
    yield from ("# mockforge.yaml", "", MADE, "")
    yield "Settings are looked up in the nearest `mockforge.yaml`."
    yield from ("", "```yaml", "server:", "  port: 8080", "proxy:")
    yield from ("  upstream: https://api.example.com", "```", "")
    yield from PRECEDENCE.strip().splitlines()
    yield ""
    single = []
    for name, field in keys.names(Config).items():
        block = keys.model_at((name,))
        if block is None:
            single.append((name, field))
            continue
        yield from (f"## {name}", "", words(field.description), "")
        yield from rows(block)
    yield from ("## Settings outside of a block", "")
    yield from table([("key", "default", "what it does"), *map(row, single)])
    yield from ("", "## Not yet in this version", "")
    yield "These blocks are known and refused, with the line they stand in."
    yield ""
    later = keys.names(keys.later())
    yield from table(
        [("block", "what it will do")]
        + [(f"`{name}`", words(field.description)) for name, field in later.items()]
    )


def cli_page() -> Iterator[str]:
    """Yield the lines of the page about the command line."""
    yield from ("# Command line", "", MADE, "")
    yield "`mockforge COMMAND --help` says the same as this page."
    yield from (
        "",
        "```",
        "mockforge proxy --upstream https://api.example.com",
        "```",
        "",
    )
    with context(root, "mockforge") as ctx:
        yield from options(root, ctx)
        for name in COMMANDS:
            command = root.get_command(ctx, name)
            assert command is not None
            yield from about(command, ctx, name)


def errors_page() -> Iterator[str]:
    """Yield the lines of the page about errors and exit codes."""
    yield from ("# Errors and exit codes", "", MADE, "")
    yield "An error says what was wrong with which value, where it came from, the"
    yield "nearest right thing, and what to do next."
    yield "The exit code says whose move it is."
    yield from (
        "",
        "```console",
        "$ mockforge replay nothing.db; echo $?",
        "4",
        "```",
        "",
    )
    yield from ("## Exit codes", "")
    codes = dict(CODES)
    for kind in kinds(errors):
        codes.setdefault(kind.exit_code, words(kind.__doc__))
    yield from table(
        [("code", "what it means")]
        + [(f"`{code}`", text) for code, text in sorted(codes.items())]
    )
    yield from ("", "## Errors", "")
    yield from table(
        [("error", "exit code", "what it means")]
        + [
            (f"`{kind.__name__}`", f"`{kind.exit_code}`", words(kind.__doc__))
            for kind in kinds(errors)
        ]
    )


EXAMPLE = "mockforge proxy --upstream https://api.example.com"

PRECEDENCE = """
A value is taken from the first of these that has it; `mockforge config show --origin`
tells which one that was.

1. A flag: `--port 9000`.
2. The environment: `MOCKFORGE_SERVER__PORT=9000`, two underscores for each level.
3. The file named by `--config` or `MOCKFORGE_CONFIG`.
4. The nearest `mockforge.yaml`, from here up to the repository's root.
5. `config.yaml` in the user's configuration directory.
6. The default.

`${NAME}` and `${NAME:-default}` in a value are filled in from the environment; `$${` is
a plain `${`. Durations are seconds or `250ms`, `60s`, `5m`, `1h`, `2d`; sizes are bytes
or `512KB`, `64MB`, `2GB`. A path in a file is meant from where the file stands.
Everything wrong is told at once, as `file:line:column: key: what is wrong`, and values
that are secrets are never shown.
"""

PAGES: dict[str, Callable[[], Iterator[str]]] = {
    "config.md": config_page,
    "cli.md": cli_page,
    "errors.md": errors_page,
    "templates.md": lambda: templates_page(MADE, table, words),
}


def rows(block: type[BaseModel], prefix: str = "") -> Iterator[str]:
    """Yield the table of a block, those inside it included."""
    yield from table([("key", "default", "what it does"), *inner(block, prefix)])
    yield ""


def inner(block: type[BaseModel], prefix: str) -> Iterator[tuple[str, str, str]]:
    """Yield a row for each setting of *block*."""
    for name, field in keys.names(block).items():
        below = keys.block_of(field)
        if below is None:
            yield row((prefix + name, field))
        elif keys.is_several(field):
            yield row((prefix + name, field))
            yield from inner(below, f"{prefix}{name}.*.")
        else:
            yield from inner(below, f"{prefix}{name}.")


def row(named: tuple[str, Any]) -> tuple[str, str, str]:
    """Return the row of one setting."""
    name, field = named
    if field.is_required():
        return f"`{name}`", "", words(field.description)
    default = in_line(default_of(field))
    return f"`{name}`", f"`{default}`", words(field.description)


def table(lines: list[tuple[str, ...]]) -> Iterator[str]:
    """Yield *lines* as a Markdown table; the first one is its head."""
    for number, cells in enumerate(lines):
        yield f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"
        if number == 0:
            yield "|" + "---|" * len(cells)


def about(command: click.Command, above: click.Context, name: str) -> Iterator[str]:
    """Yield the section of *command*, and those of its own commands."""
    with context(command, name, above) as ctx:
        yield from ("", f"## {ctx.command_path}", "")
        yield (
            " ".join([f"`{ctx.command_path}", *command.collect_usage_pieces(ctx)]) + "`"
        )
        yield ""
        yield from prose(command.help or "")
        yield from options(command, ctx)
        for below in commands(command, ctx):
            yield from about(below, ctx, below.name or "")


def prose(text: str) -> Iterator[str]:
    """Yield the help of a command as Markdown, an empty line after each paragraph."""
    for paragraph in inspect.cleandoc(text).split("\n\n"):
        is_laid_out = paragraph.startswith(("\b\n", "\\b\n"))
        lines = paragraph.splitlines()[is_laid_out:]
        yield from ["```text", *lines, "```"] if is_laid_out else lines
        yield ""


def options(command: click.Command, ctx: click.Context) -> Iterator[str]:
    """Yield the table of the options of *command*."""
    rows = [
        (f"`{record[0]}`", words(record[1]))
        for param in command.get_params(ctx)
        if isinstance(param, click.Option)
        and "--help" not in param.opts
        and (record := param.get_help_record(ctx))
    ]
    if rows:
        yield from table([("option", "what it does"), *rows])


def commands(command: click.Command, ctx: click.Context) -> list[click.Command]:
    """Return the commands of a group; of any other command, none."""
    if not isinstance(command, click.Group):
        return []
    found = [command.get_command(ctx, name) for name in command.list_commands(ctx)]
    return [below for below in found if below is not None]


def context(
    command: click.Command, name: str, above: click.Context | None = None
) -> click.Context:
    """Return the context in which *command* tells about itself."""
    settings = command.context_settings
    return click.Context(command, info_name=name, parent=above, **settings)


def kinds(module: ModuleType) -> list[type[errors.MockforgeError]]:
    """Return the errors of *module* in the order they are written."""
    return [
        value
        for value in vars(module).values()
        if isinstance(value, type) and issubclass(value, errors.MockforgeError)
    ]


def words(text: str | None) -> str:
    """Return *text* in one line."""
    return " ".join((text or "").split())


def stale() -> dict[Path, str]:
    """Return the pages that are not as they would be made, with their new text."""
    found = {}
    for name, lines in PAGES.items():
        path = REFERENCE / name
        text = "\n".join(lines()) + "\n"
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            found[path] = text
    return found


def main(arguments: list[str]) -> int:
    """Write the pages, or check them; return the exit code."""
    changed = stale()
    if arguments == ["--check"]:
        for path, text in changed.items():
            old = path.read_text(encoding="utf-8") if path.is_file() else ""
            name = path.relative_to(ROOT).as_posix()
            diff = difflib.unified_diff(
                old.splitlines(),
                text.splitlines(),
                name,
                f"{name} as made",
                lineterm="",
                n=0,
            )
            print("\n".join(list(diff)[:20]))
        if changed:
            print("next: python docs/build.py")
        return 1 if changed else 0
    if arguments:
        print(__doc__)
        return 2
    for path, text in changed.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        print(path.relative_to(ROOT))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
