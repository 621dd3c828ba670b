"""Opening a model by the settings."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from hashlib import blake2b
from typing import Protocol

from mockforge.clock import Clock, SystemClock
from mockforge.errors import ConfigError
from mockforge.llm.addresses import address, require_key
from mockforge.llm.asking import Settled
from mockforge.llm.ledger import Ledger
from mockforge.llm.line import Sleep
from mockforge.llm.model import Model
from mockforge.llm.options import RagOptions
from mockforge.llm.prices import is_known
from mockforge.recordings.redact import NoRedaction, RedactOptions, Redactor
from mockforge.store.kept import Kept, new_kept


class Settings(Protocol):
    """What of the settings a model depends on; `Config` has it."""

    @property
    def rag(self) -> RagOptions:
        """The model."""

    @property
    def redact(self) -> RedactOptions:
        """What is replaced by a stand-in."""

    @property
    def offline(self) -> bool:
        """Whether to contact nobody."""

    @property
    def seed(self) -> int:
        """What everything drawn by chance depends on."""


@asynccontextmanager
async def open_model(
    config: Settings,
    kept: Kept | None = None,
    *,
    clock: Clock | None = None,
    sleep: Sleep = asyncio.sleep,
) -> AsyncIterator[Model]:
    """Yield the model of *config*.

    Args:
        config: The settings.
        kept: Where its answers are kept; in memory if None.
        clock: Where time comes from; the system's if None.
        sleep: Waits.

    Raises:
        ConfigError: If something is missing without which it cannot be asked.
    """
    clock = clock or SystemClock()
    store = new_kept(None, clock=clock) if kept is None else kept
    model = new_model(config, store, clock=clock, sleep=sleep)
    try:
        yield model
    finally:
        await model.close()
        if kept is None:
            await store.close()


def new_model(
    config: Settings,
    store: Kept,
    *,
    clock: Clock | None = None,
    sleep: Sleep = asyncio.sleep,
) -> Model:
    """Return the model of *config*, to be closed by who asked for it.

    Args:
        config: The settings.
        store: Where its answers are kept.
        clock: Where time comes from; the system's if None.
        sleep: Waits.

    Raises:
        ConfigError: If something is missing without which it cannot be asked.
    """
    check(config.rag, offline=config.offline)
    clock = clock or SystemClock()
    redactor: Redactor | NoRedaction = NoRedaction()
    if config.redact.enabled:
        # The same in every run: what is kept under a digest of it is found again.
        key = blake2b(f"mockforge.llm {config.seed}".encode()).digest()
        redactor = Redactor(key, config.redact)
    ledger = Ledger(store, config.rag.budget, clock)
    settled = Settled(
        store, clock, ledger, sleep, redactor, config.offline, config.seed
    )
    return Model(settled)


def check(rag: RagOptions, *, offline: bool = False, where: str = "rag") -> None:
    """Check that the model of *rag* can be asked, if it is to be.

    Args:
        rag: The block `rag`, or that of an endpoint; see `merged`.
        offline: Whether to contact nobody.
        where: The block, for errors.

    Raises:
        ConfigError: If something is missing.
    """
    if rag.kind == "none" or rag.calls == "none":
        return
    model = address(rag, where=where).model
    require_key(rag, offline=offline, where=where)
    is_asked = rag.calls == "live" and rag.when != "never" and not offline
    if is_asked and rag.budget.cost is not None and not is_known(rag, model):
        raise ConfigError(
            f"{where}.budget.cost is set, and what {model!r} costs is not known",
            where=f"{where}.prices",
            nearest="pip install 'mockforge[llm]' brings the prices of many models",
            next_step=f"write it: prices: {{{model}: {{input: 2.5, output: 10}}}},"
            " for a million tokens",
        )
