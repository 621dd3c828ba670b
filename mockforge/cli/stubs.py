"""What is said of the endpoints of the settings when something begins to answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mockforge.cli import output
from mockforge.errors import ConfigError

if TYPE_CHECKING:
    from mockforge.config import Config
    from mockforge.engine import Engine

SHOWN = 8
"""Endpoints that are told one by one."""


def tell(engine: Engine) -> None:
    """Say which endpoints of the settings *engine* answers by."""
    if engine.stubbing is None:
        return
    names = [stub.name for stub in engine.stubbing.stubs]
    if not names:
        return
    count = "1 endpoint" if len(names) == 1 else f"{len(names)} endpoints"
    output.say(f"answering {count} as the settings say")
    for name in names[:SHOWN]:
        output.say(f"  {name}")
    if len(names) > SHOWN:
        output.say(f"  and {len(names) - SHOWN} more")


def warn(config: Config) -> None:
    """Say what of the settings is read and not served."""
    if config.websocket:
        paths = ", ".join(each.path for each in config.websocket[:3])
        more = ", ..." if len(config.websocket) > 3 else ""
        output.warn(f"websocket is not served yet: {paths}{more}")


def check_workers(config: Config, engine: Engine) -> None:
    """Check that several processes can answer by the endpoints.

    Raises:
        ConfigError: If what one answers depends on what another was asked.
    """
    if engine.stubbing is None or config.server.workers == 1:
        return
    stubs = engine.stubbing.stubs
    if stubs.has_turns or engine.drifts is not None:
        first = stubs.has_turns[0] if stubs.has_turns else None
        what = first.name if first is not None else "what drifts"
        told = f"{what} answers in turn, and each worker would count for itself"
    elif stubs.inventing.model is not None:
        first = stubs.invented[0]
        told = f"{first.name} asks a model, which one process does"
    else:
        return
    raise ConfigError(
        told,
        where=f"{first.place}, server.workers" if first else "server.workers",
        next_step="set server.workers to 1",
    )
