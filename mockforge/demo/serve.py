"""The shop on a socket."""

from __future__ import annotations

import asyncio
import secrets
import socket
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field

import uvicorn

from mockforge.demo.api import Api
from mockforge.demo.pace import CountedPace, Pace, RealPace
from mockforge.demo.shop import Shop, Terms
from mockforge.demo.weather import NO_STORM, Storm, Weather
from mockforge.http import authority
from mockforge.server.run import listen

CUSTOMER = ("alice@example.com", "Alice Johnson", "correct-horse")
"""Email, name and password of a user every shop has."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How a shop behaves."""

    seed: int | None = None
    """None for a new one each time, and for time that passes as the machine's does."""
    latency: float = 1.0
    """Factor on every delay; 0.0 answers at once."""
    storm: Storm = field(default_factory=Storm)
    """How often it fails."""
    terms: Terms = field(default_factory=Terms)
    pace: Pace | None = None
    """None to choose by *seed*."""


CALM = Manner(latency=0.0, storm=NO_STORM)
"""Neither slow nor failing."""


def new_seed() -> int:
    """Return a seed nobody can foresee, short enough to be typed."""
    return secrets.randbelow(1_000_000)


def open_shop(manner: Manner) -> Api:
    """Return a shop with its shelves full and one customer."""
    seed = new_seed() if manner.seed is None else manner.seed
    pace = manner.pace or (RealPace() if manner.seed is None else CountedPace())
    shop = Shop(seed, pace.clock, manner.terms)
    email, name, password = CUSTOMER
    shop.accounts.register(email, name, password)
    weather = Weather(seed, scale=manner.latency, storm=manner.storm)
    return Api(shop, pace=pace, weather=weather)


@asynccontextmanager
async def serving(
    api: Api, *, host: str = "127.0.0.1", port: int = 0
) -> AsyncIterator[str]:
    """Serve *api* while the context is open; its value is the address.

    Raises:
        ListenError: If the address cannot be had.
    """
    listening = listen(host, port)
    name, taken = listening[0].getsockname()[:2]
    url = f"http://{authority(name, taken, 'http')}"
    config = uvicorn.Config(
        api,
        loop="none",
        http="httptools",
        ws="wsproto",
        lifespan="off",
        log_config=None,
        access_log=False,
        server_header=False,
        date_header=False,
        timeout_graceful_shutdown=1,
    )
    server = Server(config)
    # No TaskGroup: it would wrap what the body raises in a group.
    loop = asyncio.get_running_loop()
    running = loop.create_task(server.serve(sockets=listening))
    watching = loop.create_task(api.watch())
    try:
        await server.ready.wait()
        yield url
    finally:
        watching.cancel()
        api.close()
        server.should_exit = True
        await asyncio.gather(running, watching, return_exceptions=True)
        for each in listening:
            each.close()


class Server(uvicorn.Server):
    """Uvicorn that leaves signals to the program, and says when it listens."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.ready = asyncio.Event()

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Leave the signals alone."""
        yield

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Listen, and say so."""
        await super().startup(sockets)
        self.ready.set()
