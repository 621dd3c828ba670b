"""What is said of the endpoints of the settings when something begins to answer."""

from __future__ import annotations

from itertools import islice
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
    slips = ((stub, name) for stub in engine.stubbing.stubs for name in stub.strangers)
    for stub, name in islice(slips, SHOWN):
        known = ", ".join(stub.path.names) or "none"
        output.warn(
            f"{stub.place}: {stub.name} has no parameter {name!r}, as a template there"
            f" asks for; it has {known}"
        )


def warn(config: Config) -> None:
    """Say what of the settings is read and not served."""
    if config.websocket:
        paths = ", ".join(each.path for each in config.websocket[:3])
        more = ", ..." if len(config.websocket) > 3 else ""
        output.warn(f"websocket is not served yet: {paths}{more}")


def check_workers(config: Config, engine: Engine) -> None:
    """Check that several processes can answer by the endpoints.

    Raises:
        ConfigError: If the one that knows what was asked before cannot answer.
    """
    from mockforge.engine import OnMiss
    from mockforge.stages.sessions import STATES

    stubbing, several = engine.stubbing, config.server.workers > 1
    if stubbing is None or not several:
        return
    if engine.drifts is not None and config.sessions.state not in (None, *STATES):
        raise ConfigError(
            "what drifts is answered by one process, and Redis is asked by the others",
            where="sessions.state, server.workers",
            next_step="set server.workers to 1, or leave --state out",
        )
    if config.replay.on_miss is not OnMiss.UPSTREAM:
        return
    turns = stubbing.stubs.has_turns
    if not turns and engine.drifts is None and stubbing.stubs.inventing.model is None:
        return
    what = turns[0].name if turns else "what drifts, or a model is asked for,"
    raise ConfigError(
        f"{what} is answered by one process, which asks no upstream",
        where=f"{turns[0].place}, server.workers" if turns else "server.workers",
        next_step="set server.workers to 1, or leave --on-miss upstream out",
    )
