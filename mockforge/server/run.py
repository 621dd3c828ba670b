"""A server's life: listen, answer, stop without losing what is in flight."""

from __future__ import annotations

import asyncio
import errno
import logging
import signal
import socket
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from typing import TYPE_CHECKING

from mockforge.errors import ListenError
from mockforge.http import authority
from mockforge.server.connection import Connection
from mockforge.server.http1 import Limits
from mockforge.server.opening import Opening

if TYPE_CHECKING:
    import ssl

    from mockforge.server.connection import Respond
    from mockforge.server.handshakes import Door
    from mockforge.server.http2 import Deliver, Http2
    from mockforge.server.lane import Lane
    from mockforge.server.opening import Taken

BACKLOG = 2048
# Longer than any client is known to keep an idle connection for its next request.
IDLE = 300.0
SWEEP = 15.0
GRACE = 1.5
"""Seconds for what is in flight when the server stops; the process is gone in two."""

log = logging.getLogger(__name__)

_REFUSED = {
    errno.EADDRINUSE: ("is in use", "choose another with --port, or any free with 0"),
    errno.EADDRNOTAVAIL: ("is not an address of this machine", "leave --host out"),
    errno.EACCES: ("may not be listened on by this user", "choose a port above 1023"),
}


def listen(host: str, port: int) -> list[socket.socket]:
    """Return sockets that listen on every address of *host*, all on one port.

    Args:
        host: An address or a name of this machine.
        port: 0 for any that is free.

    Raises:
        ListenError: If the address cannot be had.
    """
    where = authority(host, port, "")
    if not 0 <= port <= 65535:
        raise ListenError(
            f"{port!r} is not a port", next_step="choose one from 0 to 65535"
        )
    try:
        found = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )
    except (OSError, UnicodeError) as error:
        raise ListenError(
            f"{host!r} is not an address or name of this machine",
            next_step="listen on 127.0.0.1, or on 0.0.0.0 for every address",
        ) from error
    sockets: list[socket.socket] = []
    try:
        for family, _, _, _, address in dict.fromkeys(found):
            sockets.append(_bound(family, (address[0], port, *address[2:])))
            port = sockets[0].getsockname()[1]
    except OSError as error:
        for each in sockets:
            each.close()
        text, advice = _REFUSED.get(
            error.errno or 0, (f"cannot be listened on: {error.strerror}", None)
        )
        raise ListenError(f"{where} {text}", next_step=advice) from error
    return sockets


class Server:
    """Listening sockets and the connections they took."""

    def __init__(  # noqa: PLR0913 - all but two by name
        self,
        respond: Respond,
        sockets: Sequence[socket.socket],
        *,
        limits: Limits | None = None,
        lane: Lane | None = None,
        deliver: Deliver | None = None,
        tls: ssl.SSLContext | None = None,
    ) -> None:
        """Answer what comes to *sockets*.

        Args:
            respond: Answers a request over HTTP/1.1.
            sockets: From `listen`.
            limits: How much a client may send.
            lane: Answers that are ready.
            deliver: Gives what a request over HTTP/2 is answered with; that is not
                spoken if None.
            tls: What clients are shown; plain HTTP if None.
        """
        self._respond = respond
        self._lane = lane
        self._deliver = deliver
        self._tls = tls
        self._sockets = sockets
        self._limits = limits or Limits()
        self._open: set[Taken] = set()
        self._is_misled = False
        host, port = sockets[0].getsockname()[:2]
        self.host: str = host
        self.port: int = port
        self.scheme = "http" if tls is None else "https"
        self._here = authority(host, port, self.scheme)
        self.url = f"{self.scheme}://{self._here}"
        """Where it listens."""

    @property
    def authorities(self) -> frozenset[str]:
        """What a client on this machine may call us."""
        names = {self.host, "localhost", "127.0.0.1", "::1"}
        return frozenset(authority(name, self.port, self.scheme) for name in names)

    @asynccontextmanager
    async def running(self) -> AsyncIterator[Server]:
        """Answer; leaving stops, and answers what is in flight."""
        loop = asyncio.get_running_loop()
        protocol = self._connection if self._deliver is None else self._opening
        servers: list[asyncio.Server] = []
        doors: list[Door] = []
        if self._tls is None:
            servers = [
                await loop.create_server(protocol, sock=each, backlog=BACKLOG)
                for each in self._sockets
            ]
        else:
            doors = self._doors(self._tls)
        sweeper = loop.create_task(self._sweep())
        try:
            yield self
        finally:
            sweeper.cancel()
            for server in servers:
                server.close()
            for door in doors:
                await door.close()
            await self._drain()
            with suppress(asyncio.CancelledError):
                await sweeper

    def _doors(self, tls: ssl.SSLContext) -> list[Door]:
        from mockforge.server.handshakes import Door

        protocol = self._connection if self._deliver is None else self._opening
        doors = [Door(each, tls, protocol, url=self.url) for each in self._sockets]
        for door in doors:
            door.open()
        return doors

    def _opening(self) -> Opening:
        return Opening(self._connection, self._http2, self._open, misled=self._mislead)

    def _connection(self) -> Connection:
        return Connection(
            self._respond,
            self._open,
            here=self._here,
            limits=self._limits,
            scheme=self.scheme,
            lane=self._lane,
        )

    def _http2(self) -> Http2:
        # Loaded with the first client that speaks it.
        from mockforge.server.http2 import Http2

        assert self._deliver is not None, "nobody said that HTTP/2 is spoken"
        return Http2(
            self._deliver,
            self._open,
            here=self._here,
            limits=self._limits,
            scheme=self.scheme,
        )

    def _mislead(self) -> None:
        if not self._is_misled:
            self._is_misled = True
            log.warning("a client wants TLS on a port without; start with --tls")

    async def _drain(self) -> None:
        for connection in tuple(self._open):
            connection.stop()
        tasks = [task for each in self._open if (task := each.task) is not None]
        if tasks:
            _, late = await asyncio.wait(tasks, timeout=GRACE)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)
        # What was written in this turn of the loop is sent in the next.
        await asyncio.sleep(0)
        for connection in tuple(self._open):
            connection.abort()
        # Transports tell their protocols in the next turn of the loop.
        await asyncio.sleep(0)

    async def _sweep(self) -> None:
        while True:
            await asyncio.sleep(SWEEP)
            for connection in tuple(self._open):
                connection.sweep(IDLE)


@asynccontextmanager
async def until_told() -> AsyncIterator[asyncio.Event]:
    """Yield an event that SIGINT and SIGTERM set, instead of ending the process.

    A second signal ends it at once.
    """
    loop = asyncio.get_running_loop()
    told = asyncio.Event()
    before = {each: signal.getsignal(each) for each in (signal.SIGINT, signal.SIGTERM)}

    def stop() -> None:
        told.set()
        restore()

    def restore() -> None:
        for each, old in before.items():
            loop.remove_signal_handler(each)
            signal.signal(each, old)

    for each in before:
        loop.add_signal_handler(each, stop)
    try:
        yield told
    finally:
        restore()


def _bound(family: int, address: tuple[str | int, ...]) -> socket.socket:
    # Not protocol 0: asyncio would leave Nagle's algorithm on, which costs an answer
    # in two writes 44 ms.
    bound = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if family == socket.AF_INET6:
            bound.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        bound.bind(address)
        # asyncio listens by itself, but a port another process listens on is told
        # only here.
        bound.listen(BACKLOG)
        bound.setblocking(False)
    except OSError:
        bound.close()
        raise
    return bound
