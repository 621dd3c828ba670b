"""The recording addon inside mitmproxy's own program."""

from __future__ import annotations

import logging
from contextlib import AsyncExitStack
from typing import TYPE_CHECKING

from mitmproxy import ctx
from mitmproxy.addonmanager import Loader
from mockforge.addons import patches

if TYPE_CHECKING:
    from mockforge.addons.record import Record

log = logging.getLogger(__name__)


class Script:
    """What mitmproxy's own program loads: records into the file it is told."""

    name = "mockforge-script"

    def __init__(self) -> None:
        self.addons: list[Record] = []
        """Asked by mitmproxy after this one."""
        self._opened = AsyncExitStack()

    def load(self, loader: Loader) -> None:
        """Add the option that names the recording."""
        help_text = "The database that mockforge records into."
        loader.add_option("mockforge_recording", str, "mockforge.db", help_text)

    async def running(self) -> None:
        """Open the recording."""
        # It is the one that imports this module: to have it at the top is a circle.
        from mockforge.addons.record import Record

        from mockforge.app import open_proxy
        from mockforge.config import Config

        patches.install()
        place = ctx.options.mockforge_recording
        engine = await self._opened.enter_async_context(open_proxy(Config(), place))
        self.addons.append(Record(engine))
        log.info("recording into %s", place)

    async def done(self) -> None:
        """Record what is on its way, and close the recording."""
        for record in self.addons:
            await record.abandon()
        await self._opened.aclose()
