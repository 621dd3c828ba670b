"""Stubs opened as the settings say, and put in front of whatever else answers."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from mockforge.config import Config
from mockforge.engine.accounts import Accounts
from mockforge.recordings.redact import NoRedaction, Redactor

if TYPE_CHECKING:
    from mockforge.engine import Engine


@asynccontextmanager
async def stubbed(
    config: Config, engine: Engine, *, is_alone: bool = False
) -> AsyncIterator[None]:
    """Have *engine* answer by the endpoints of *config* before all else, if any.

    Args:
        config: The settings.
        engine: Answers.
        is_alone: Whether nobody else answers what the endpoints do not.

    Raises:
        ConfigError: If an endpoint cannot be meant.
    """
    if not config.endpoints and not is_alone:
        yield
        return
    # A replay without any starts without it.
    from mockforge.engine.stubbing import Stubbing
    from mockforge.stubs.inventing import Inventing
    from mockforge.stubs.stubs import DAY, Stubs

    inventing = Inventing(
        seed=config.seed,
        rag=config.rag,
        since=engine.clock.now() // DAY * DAY,
    )
    stubs = Stubs.of(
        config.endpoints, inventing, opens=config.server.cors, is_alone=is_alone
    )
    engine.stubbing = Stubbing(
        stubs,
        redactor=_redactor(config, engine),
        accounts=Accounts(is_told=config.server.provenance),
    )
    yield


def _redactor(config: Config, engine: Engine) -> Redactor | NoRedaction:
    """Return what takes secrets out of what is shown of a request."""
    recorded, records = engine.recorded, engine.records
    if recorded is not None and recorded.shelves:
        return recorded.shelves[0].recording.redactor
    known: Redactor | NoRedaction | None = getattr(records, "redactor", None)
    if known is not None:
        return known
    if not config.redact.enabled:
        return NoRedaction()
    # Nothing is kept, so that nobody needs to find the same stand-ins again.
    return Redactor(os.urandom(32), config.redact)
