"""`mockforge doctor`: whether this machine has what a recording needs."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mockforge.cli import options, output

if TYPE_CHECKING:
    from mockforge.config import Config

NEEDED = ("mitmproxy", "sqlalchemy", "aiosqlite", "alembic", "uvicorn", "zstandard")
SPACE = 1 << 30
"""Free bytes below which a recording is likely to fill the disk."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What one check found."""

    name: str
    told: str
    next_step: str = ""
    """What to do; empty where all is well."""


@click.command()
@options.host
@options.port
@options.db
@options.config
@options.as_json
def doctor(as_json: bool) -> None:
    """Check this machine, and say what to do where something is missing."""
    found = list(_findings())
    bad = [one for one in found if one.next_step]
    if as_json:
        output.as_json([_entry(one) for one in found])
    else:
        for one in found:
            mark = click.style("problem", fg="red") if one.next_step else "ok     "
            output.data(f"{mark}  {one.name}: {one.told}")
            if one.next_step:
                output.data(f"         next: {one.next_step}")
    raise SystemExit(1 if bad else 0)


def _findings() -> Iterator[Finding]:
    from mockforge.config import Config, examine

    ctx = click.get_current_context()
    yield _python()
    yield _packages()
    found = examine(options.path(ctx), flags=options.flags(ctx))
    names = ", ".join(str(file) for file in found.layers.files) or "no file, defaults"
    if found.config is None:
        step = "mockforge config validate says what and where"
        yield Finding("config", f"{len(found.problems)} wrong in {names}", step)
    else:
        yield Finding("config", names)
    # The rest is checked by the defaults where the settings cannot be used.
    config = found.config or Config()
    checks: tuple[Callable[[Config], Finding], ...] = (
        _port,
        _authority,
        _database,
        _space,
    )
    for check in checks:
        yield check(config)


def _python() -> Finding:
    import platform

    return Finding("python", f"{platform.python_version()} ({sys.executable})")


def _packages() -> Finding:
    from importlib import metadata

    versions, missing = [], []
    for name in NEEDED:
        try:
            versions.append(f"{name} {metadata.version(name)}")
        except metadata.PackageNotFoundError:
            missing.append(name)
    if missing:
        return Finding(
            "packages", f"missing {', '.join(missing)}", "pip install mockforge"
        )
    return Finding("packages", ", ".join(versions))


def _port(config: Config) -> Finding:
    import socket

    host, port = config.server.host, config.server.port
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as listener:
        # As a server would: an address in TIME_WAIT is free.
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((host, port))
        except OSError as failure:
            reason = failure.strerror or str(failure)
            step = (
                "stop what listens there, or choose another: --port 0 is any free one"
            )
            return Finding("port", f"{host}:{port} cannot be had: {reason}", step)
    return Finding("port", f"{host}:{port} is free" if port else "any free one")


def _authority(config: Config) -> Finding:
    from mockforge.addons.authority import certificate_file

    file = certificate_file(config.proxy.ca_directory)
    if file.is_file():
        return Finding("certificate", str(file))
    blocked = _not_writable(file.parent)
    if blocked:
        step = "mockforge config set proxy.ca_dir DIRECTORY, one you can write to"
        return Finding("certificate", blocked, step)
    return Finding("certificate", f"{file} will be made when it is needed")


def _database(config: Config) -> Finding:
    place = config.db or config.recordings.dir
    if "://" in place and not place.startswith("sqlite"):
        return Finding("database", "a server's; `mockforge db status` asks it")
    path = Path(place.removeprefix("sqlite:///")).expanduser()
    blocked = _not_writable(path if config.db is None else path.parent)
    if path.is_file() and not os.access(path, os.W_OK):
        blocked = f"{path} is not writable"
    if blocked:
        return Finding("database", blocked, "name one elsewhere with --db FILE")
    return Finding("database", f"{path} is writable")


def _space(config: Config) -> Finding:
    import shutil

    place = _there(Path(config.db or config.recordings.dir))
    free = shutil.disk_usage(place).free
    told = f"{free / (1 << 30):.1f} GB free"
    if free < SPACE:
        return Finding("disk", told, "free some space, or name another disk with --db")
    return Finding("disk", told)


def _not_writable(directory: Path) -> str:
    """Return why *directory* cannot be written in, or made; empty where it can."""
    there = _there(directory)
    if not there.is_dir():
        return f"{there} is no directory"
    if not os.access(there, os.W_OK | os.X_OK):
        return f"{there} is not writable"
    return ""


def _there(path: Path) -> Path:
    """Return *path*, or the nearest above it that exists."""
    path = path.expanduser().absolute()
    return next((one for one in (path, *path.parents) if one.exists()), Path("/"))


def _entry(one: Finding) -> dict[str, object]:
    return {
        "name": one.name,
        "ok": not one.next_step,
        "told": one.told,
        "next": one.next_step or None,
    }
