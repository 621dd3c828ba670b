"""`mockforge version`: the versions in use, for a report of a defect."""

from __future__ import annotations

import click

PACKAGES = (
    "mitmproxy",
    "sqlalchemy",
    "alembic",
    "httpx",
    "uvicorn",
    "pydantic",
    "click",
    "pyyaml",
)


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Write JSON.")
def version(as_json: bool) -> None:
    """Show the versions of mockforge, Python and what it stands on."""
    import platform
    import sqlite3

    from mockforge import __version__
    from mockforge.cli import output

    found = {
        "mockforge": __version__,
        "python": platform.python_version(),
        "platform": platform.platform(),
        "sqlite": sqlite3.sqlite_version,
    }
    found |= {name: _installed(name) for name in PACKAGES}
    if as_json:
        output.as_json(found)
        return
    for name, number in found.items():
        output.data(f"{name:<12} {number}")


def _installed(package: str) -> str:
    from importlib import metadata

    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return "missing"
