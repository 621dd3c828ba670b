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
    stubs = engine.stubbing.stubs.has_turns if engine.stubbing is not None else []
    if stubs and config.server.workers > 1:
        raise ConfigError(
            f"{stubs[0].name} answers in turn, and each worker counts for itself",
            where=f"{stubs[0].place}, server.workers",
            next_step="set server.workers to 1",
        )
