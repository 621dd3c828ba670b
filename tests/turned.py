"""A server whose answers are as real as a dial says, for those who turn it."""

import asyncio
import threading
from contextlib import contextmanager

from mockforge.engine import Accounts
from mockforge.engine.reality import Reality, Scale
from mockforge.server.run import Server, listen
from mockforge.server.surface import Surface
from mockforge.stages.reality.options import RealityOptions
from tests.worlds import exchange, replaying

PATIENCE = 20
"""Seconds after which a test that waits has failed."""


@contextmanager
def turned(*exchanges, **options):
    """Yield the address of a server, and its engine; without options it has no dial."""
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    running = _Running(exchanges or (exchange(),), options)

    def done(work):
        return asyncio.run_coroutine_threadsafe(work, loop).result(PATIENCE)

    try:
        url = done(running.begin())
        yield url, running.engine
        done(running.end())
    finally:
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()


class _Running:
    def __init__(self, exchanges, options):
        self._exchanges = exchanges
        self._options = options
        self.engine = None

    async def begin(self):
        self.engine = await replaying(*self._exchanges)
        self.engine.accounts = Accounts()
        if self._options:
            options = RealityOptions.model_validate(self._options)
            self.engine.weigh(Reality(Scale(options, is_offline=True)))
        surface = Surface(self.engine, report=dict)
        server = Server(surface.respond, listen("127.0.0.1", 0))
        surface.authorities = server.authorities
        self._context = server.running()
        await self._context.__aenter__()
        return server.url

    async def end(self):
        await self._context.__aexit__(None, None, None)
