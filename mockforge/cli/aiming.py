"""Commands that send to a server: which one, and when they end."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Iterator
from contextlib import contextmanager

from mockforge.addons.authority import certificate_file
from mockforge.config import Config
from mockforge.errors import ConfigError
from mockforge.load import target as targets
from mockforge.load.target import Target, Trust


async def target_of(
    config: Config, url: str, *, is_mine: bool, insecure: bool
) -> Target:
    """Return the server at *url*, which takes connections.

    Args:
        config: The settings.
        url: As given by `--url`.
        is_mine: It may be another machine.
        insecure: Believe any certificate.

    Raises:
        ConfigError: If it is not one that may be sent to.
        UpstreamError: If it cannot be reached.
    """
    origin = targets.parse(url)
    if is_mine and config.offline:
        raise ConfigError(
            "another machine cannot be measured while nobody may be contacted",
            where="--target-is-mine, --offline",
            next_step="leave one of them out",
        )
    authority = certificate_file(config.proxy.ca_directory)
    trust = Trust(authority, insecure=insecure)
    return await targets.find(origin, trust=trust, is_mine=is_mine)


@contextmanager
def until_left(told: asyncio.Event) -> Iterator[None]:
    """Have *told* set when the terminal goes away: nothing is to outlive it."""
    number = getattr(signal, "SIGHUP", None)
    if number is None:
        yield
        return
    loop = asyncio.get_running_loop()
    before = signal.getsignal(number)
    # Whoever started this with nohup wants it to go on.
    if before is not signal.SIG_IGN:
        loop.add_signal_handler(number, told.set)
    try:
        yield
    finally:
        if before is not signal.SIG_IGN:
            loop.remove_signal_handler(number)
            signal.signal(number, before)
