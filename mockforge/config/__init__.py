"""Settings: mockforge.yaml, the environment and flags as one `Config`.

In the order of reading: `values` (a value and its place), `document` (YAML to values),
`expand` (variables), `layers` (which source wins), `keys` (what there is), `problems`
(what is wrong), `model` (what works), `later` (what is known and does not yet),
`listing` (what is in force), `edit` (changing a file), `schema` and `template` (for
who writes one).
"""

from __future__ import annotations

import os
import shlex
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path as File
from typing import Any

from mockforge.config import keys
from mockforge.config.endpoints import settle
from mockforge.config.layers import NAMES, Layers, gather, written
from mockforge.config.model import (
    Config,
    LogOptions,
    ProxyOptions,
    RecordingsOptions,
    ReplayOptions,
    ServerOptions,
)
from mockforge.config.problems import check, not_yet, redaction, told
from mockforge.config.values import Node, Path, Problem, plain
from mockforge.errors import ConfigError
from mockforge.options import Options

__all__ = [
    "Config",
    "Examined",
    "LogOptions",
    "ProxyOptions",
    "RecordingsOptions",
    "ReplayOptions",
    "ServerOptions",
    "examine",
    "load",
    "refused",
    "verdict",
    "wrong_in",
]


ASIDE = "x-"
"""How keys at the top begin that are no settings: what aliases stand for."""


@dataclass(frozen=True, slots=True)
class Examined:
    """Settings, where each came from, and what is wrong with them."""

    config: Config | None
    """None where anything is wrong."""
    layers: Layers
    problems: list[Problem]


def load(
    path: str | File | None = None,
    *,
    environ: Mapping[str, str] | None = None,
    flags: Mapping[str, tuple[Any, str]] | None = None,
    here: File | None = None,
) -> Config:
    """Return the settings in force.

    Args:
        path: A file that wins over those found.
        environ: The environment; the process's own if None.
        flags: Setting to (value, flag), which win over everything.
        here: The directory to look for mockforge.yaml from; the current one if None.

    Raises:
        ConfigError: With everything that is wrong, each with its place.
    """
    found = examine(path, environ=environ, flags=flags, here=here)
    if found.config is None:
        raise refused(found.problems)
    return found.config


def examine(
    path: str | File | None = None,
    *,
    environ: Mapping[str, str] | None = None,
    flags: Mapping[str, tuple[Any, str]] | None = None,
    here: File | None = None,
) -> Examined:
    """Return the settings with their places, and what is wrong with them.

    The arguments are those of `load`.
    """
    environ = os.environ if environ is None else environ
    layers = gather(path, environ=environ, flags=flags, here=here)
    config, problems = verdict(layers.root)
    problems = [*layers.problems, *problems]
    if config is not None:
        home = layers.files[0].parent if layers.files else here or File.cwd()
        config.stands(home)
    return Examined(None if problems else config, layers, problems)


def verdict(root: Node) -> tuple[Config | None, list[Problem]]:
    """Return what is written in *root* as settings, and what is wrong with it."""
    blocks = root.value if isinstance(root.value, dict) else {}
    # What is written for anchors alone, as other formats have it, is no setting.
    blocks = {name: item for name, item in blocks.items() if name[:2] != ASIDE}
    strange = [name for name in blocks if name not in Config.model_fields]
    later = [name for name in strange if name in keys.later().model_fields]
    now = {name: item for name, item in blocks.items() if name not in later}
    here = _filled(replace(root, value=now), ())
    config, problems = check(Config, here, plain(here))
    if config is not None:
        problems += redaction(config.redact, here)
    problems += settle(config, here)
    for name in later:
        problems.append(not_yet((name,), blocks[name]))
        block = replace(root, value={name: blocks[name]})
        problems += check(keys.later(), block, plain(block))[1]
    return config, problems


def _filled(node: Node, path: Path) -> Node:
    """Return *node* with an empty mapping for each block that has nothing in it.

    A block whose every line is a comment reads as no value at all.
    """
    if isinstance(node.value, dict) and keys.model_at(path) is not None:
        blocks = {
            name: _filled(item, (*path, name)) for name, item in node.value.items()
        }
        return replace(node, value=blocks)
    field = keys.field_at(path)
    is_block = field is not None and isinstance(field.default, Options)
    return replace(node, value={}) if node.value is None and is_block else node


def wrong_in(text: str, file: File, environ: Mapping[str, str]) -> list[Problem]:
    """Return what is wrong with *text* as the content of *file*."""
    root, problems = written(text, file, environ)
    return [*problems, *verdict(root)[1]]


def refused(problems: list[Problem], *, left: File | None = None) -> ConfigError:
    """Return the error that tells *problems*.

    Args:
        problems: At least one.
        left: A file that was to be changed and was not.
    """
    files = {one.place.source for one in problems if one.place.kind == "file"}
    step = None
    if files:
        # Without a name it is the nearest file that is checked.
        named = "" if files & {*NAMES} else f" {shlex.quote(min(files))}"
        step = f"mockforge config validate{named}, once it is changed"
    if left is not None:
        step = f"{left} is left as it was; give a value that is valid"
    return ConfigError(told(problems), next_step=step)
