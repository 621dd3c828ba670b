"""`mockforge config`: read, change and check mockforge.yaml."""

from __future__ import annotations

import os
from pathlib import Path as File
from typing import TYPE_CHECKING, Any

import click

from mockforge.cli import options, output
from mockforge.cli.lazy import Group

if TYPE_CHECKING:
    from mockforge.config import Config
    from mockforge.config.values import Node, Path, Problem


@click.group(cls=Group)
def config() -> None:
    """Read, change and check mockforge.yaml.

    A flag wins over the environment (MOCKFORGE_SERVER__PORT=9000), that over the file
    given by --config, that over the nearest mockforge.yaml up to the repository's
    root, that over the user's own config.yaml, that over the defaults.
    """


@config.command()
@click.argument("key")
@options.config
@options.as_json
def get(key: str, as_json: bool) -> None:
    """Show the value of KEY that is in force, as in `config get server.port`."""
    from mockforge.config.listing import value_at

    path = _path(key)
    value = value_at(*_in_force(), path)
    if as_json or isinstance(value, dict | list):
        output.as_json(value)
    else:
        output.data(_text(value))


@config.command(name="set")
@click.argument("key")
@click.argument("value")
@options.config
def set_(key: str, value: str) -> None:
    """Set KEY to VALUE in the file; comments and layout stay as they are.

    VALUE is read as YAML: 8080, true, text, [a, b]. Nothing is written where the
    result would not be valid.
    """
    from mockforge.config import edit, refused, wrong_in
    from mockforge.config.layers import text_of
    from mockforge.config.values import shown

    path, file = _path(key), _file()
    before, problems = text_of(file) if file.exists() else ("", [])
    if problems:
        raise refused(problems)
    after, problems = edit.valid_change(
        before, path, value, lambda text: wrong_in(text, file, os.environ)
    )
    if problems:
        raise refused(problems, left=file)
    edit.write(file, after)
    output.say(f"{file}: {key} is now {_text(shown(edit.value_of(value), path))}")


@config.command()
@click.option("--origin", is_flag=True, help="Say where each value comes from.")
@options.config
@options.as_json
def show(origin: bool, as_json: bool) -> None:
    """Show every setting that is in force; secrets are masked."""
    from mockforge.config import listing
    from mockforge.config.values import dotted

    settings, root = _in_force()
    listed = listing.settings(settings, root)
    if as_json and origin:
        output.as_json(
            {
                dotted(one.path): {"value": one.value, "origin": str(one.origin)}
                for one in listed
            }
        )
    elif as_json:
        output.as_json(listing.value_at(settings, root, ()))
    else:
        output.data(listing.as_yaml(listed, with_origin=origin))


@config.command()
@click.argument("file", required=False)
@options.config
@options.as_json
def validate(file: str | None, as_json: bool) -> None:
    """Check FILE, or all settings in force; say everything that is wrong at once."""
    from mockforge.config import refused
    from mockforge.config.problems import ordered
    from mockforge.errors import ConfigError

    found, checked = _checked(file)
    problems = ordered(found)
    if as_json:
        output.as_json([_told(problem) for problem in problems])
        raise SystemExit(ConfigError.exit_code if problems else 0)
    if problems:
        raise refused(problems)
    output.data(f"{', '.join(checked) or 'no file, all defaults'}: ok")


@config.command()
def schema() -> None:
    """Show the JSON Schema of mockforge.yaml, for editors."""
    from mockforge.config.schema import schema as whole

    output.as_json(whole())


def _path(key: str) -> Path:
    """Return the path of the setting *key*.

    Raises:
        ConfigError: If there is none, or it is not yet in this version.
    """
    from mockforge.config import keys
    from mockforge.config.problems import NOT_YET
    from mockforge.config.values import undotted
    from mockforge.errors import ConfigError

    try:
        path = undotted(key)
    except ValueError as failure:
        raise ConfigError(str(failure)) from None
    if not keys.is_known(path):
        hint = keys.nearest(path, is_whole=True)
        raise ConfigError(f"unknown key {key!r}", nearest=hint)
    if keys.is_later(path):
        raise ConfigError(f"{key!r} is {NOT_YET}")
    return path


def _in_force() -> tuple[Config, Node]:
    from mockforge.config import examine, refused

    found = examine(options.path(click.get_current_context()))
    if found.config is None:
        raise refused(found.problems)
    return found.config, found.layers.root


def _file() -> File:
    from mockforge.config.layers import NAMES, project_file

    given = options.path(click.get_current_context())
    return File(given) if given else project_file(File.cwd()) or File(NAMES[0])


def _checked(file: str | None) -> tuple[list[Problem], list[str]]:
    from mockforge.config import examine, verdict
    from mockforge.config.layers import read

    if file is None:
        found = examine(options.path(click.get_current_context()))
        return found.problems, [str(name) for name in found.layers.files]
    root, problems = read(File(file), os.environ)
    return [*problems, *verdict(root)[1]], [file]


def _told(problem: Problem) -> dict[str, Any]:
    from mockforge.config.values import dotted

    return {
        "source": problem.place.source,
        "line": problem.place.line,
        "column": problem.place.column,
        "path": dotted(problem.path),
        "what": problem.what,
        "nearest": problem.nearest or None,
    }


def _text(value: Any) -> str:
    from mockforge.config.edit import in_line

    return value if isinstance(value, str) else in_line(value)
