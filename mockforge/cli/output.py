"""Where output goes: data to stdout, everything said about it to stderr."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import click

QUIET = "mockforge.quiet"
"""Key in click's context: only errors are to be said."""


def data(text: str) -> None:
    """Write a line of what was asked for to stdout."""
    click.echo(text)


def raw(content: bytes) -> None:
    """Write bytes of what was asked for to stdout, as they are."""
    sys.stdout.buffer.write(content)


def say(text: str = "") -> None:
    """Write a line to stderr, unless `--quiet`."""
    if not is_quiet():
        click.echo(text, err=True)


def warn(text: str) -> None:
    """Write a line to stderr whatever was asked for."""
    click.echo(text, err=True)


def is_quiet() -> bool:
    """Whether the running command was given `--quiet`."""
    ctx = click.get_current_context(silent=True)
    return ctx is not None and bool(ctx.find_root().meta.get(QUIET))


def as_json(value: object) -> None:
    """Write *value* to stdout as indented JSON, keys in the order given."""
    from json import dumps

    click.echo(dumps(value, indent=2, ensure_ascii=False, default=str))


def table(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Write a table to stdout: plain aligned text, which `awk` can read too."""
    lines = [[str(cell) for cell in row] for row in rows]
    everything = [[name.upper() for name in columns], *lines]
    widths = [
        max(len(line[index]) for line in everything) for index in range(len(columns))
    ]
    for number, line in enumerate(everything):
        text = "  ".join(
            cell.ljust(width) for cell, width in zip(line, widths, strict=True)
        ).rstrip()
        click.echo(click.style(text, bold=True) if number == 0 else text)


def wants_color(environ: Mapping[str, str]) -> bool | None:
    """Return whether to colour: True, False, or None for only on a terminal.

    `NO_COLOR` with any text wins, then `TERM=dumb`, then `FORCE_COLOR`.
    """
    if environ.get("NO_COLOR") or environ.get("TERM") == "dumb":
        return False
    return True if environ.get("FORCE_COLOR", "0") not in ("", "0") else None


def is_live(environ: Mapping[str, str] | None = None) -> bool:
    """Whether stderr is a terminal a status line may be redrawn on."""
    environ = os.environ if environ is None else environ
    if environ.get("CI") or environ.get("TERM") == "dumb" or is_quiet():
        return False
    return sys.stderr.isatty()


def write_ready(
    path: str | Path,
    *,
    url: str,
    ca: str | None = None,
    recording: str | None = None,
    admin_url: str | None = None,
) -> None:
    """Write the ready-file: JSON that says where this process listens.

    It appears whole or not at all, so a script may read it as soon as it exists.
    """
    from json import dumps

    values = {
        "url": url,
        "admin_url": admin_url,
        "ca": ca,
        "recording": recording,
        "pid": os.getpid(),
    }
    target = Path(path)
    partial = target.with_name(f"{target.name}.{os.getpid()}.part")
    try:
        partial.write_text(dumps(values) + "\n", encoding="utf-8")
        partial.replace(target)
    except OSError as failure:
        from mockforge.errors import MockforgeError

        partial.unlink(missing_ok=True)
        raise MockforgeError(
            f"the ready-file {str(path)!r} cannot be written: {failure.strerror}",
            next_step="name a file in a directory that exists and is writable",
        ) from failure
