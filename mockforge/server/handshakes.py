"""Connections over TLS: taken, looked at, secured, and only then handed over."""

from __future__ import annotations

import asyncio
import errno
import logging
import socket
import ssl
from collections.abc import Callable
from typing import cast

# A client that has not finished by then is not going to.
TIMEOUT = 10.0
CLOSING = 2.0
"""Seconds for the client's farewell when a connection is closed."""
RECORD = 0x16
"""The byte that a handshake begins with (RFC 8446, 5.1)."""
TAKEN = 64
"""Connections taken in one turn of the loop."""
# Nothing is freed by trying at once.
FULL = 0.2

_FULL = frozenset([errno.EMFILE, errno.ENFILE, errno.ENOBUFS, errno.ENOMEM])
# What clients say that do not believe the certificate: OpenSSL's names of the alerts.
_UNTRUSTED = (
    "ALERT_UNKNOWN_CA",
    "ALERT_CERTIFICATE_UNKNOWN",
    "ALERT_BAD_CERTIFICATE",
    "ALERT_UNSUPPORTED_CERTIFICATE",
)

HOW = "mockforge ca trust says how it is told to"

log = logging.getLogger(__name__)


class Door:
    """Takes connections from a listening socket and does their handshakes."""

    def __init__(
        self,
        listening: socket.socket,
        context: ssl.SSLContext,
        protocol: Callable[[], asyncio.Protocol],
        *,
        url: str,
    ) -> None:
        """Hand every connection to a *protocol* of its own.

        Args:
            listening: Where clients come; closed with this.
            context: What they are shown.
            protocol: Makes who answers, when the handshake is over.
            url: How we are to be called, for clients that call without TLS.
        """
        self._listening = listening
        self._context = context
        self._protocol = protocol
        self._url = url
        self._loop = asyncio.get_running_loop()
        self._tasks: set[asyncio.Task[None]] = set()
        self._told: set[str] = set()
        self._again: asyncio.TimerHandle | None = None

    def open(self) -> None:
        """Begin to take connections."""
        self._again = None
        self._loop.add_reader(self._listening.fileno(), self._take)

    async def close(self) -> None:
        """Take no more, and give up what is not secured yet."""
        if self._again is not None:
            self._again.cancel()
        else:
            self._loop.remove_reader(self._listening.fileno())
        self._listening.close()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def _take(self) -> None:
        for _ in range(TAKEN):
            try:
                client, _ = self._listening.accept()
            except (BlockingIOError, InterruptedError, ConnectionAbortedError):
                return
            except OSError as error:
                if error.errno not in _FULL:
                    raise
                self._tell("full", f"no connection can be taken: {error.strerror}")
                self._loop.remove_reader(self._listening.fileno())
                self._again = self._loop.call_later(FULL, self.open)
                return
            task = self._loop.create_task(self._secure(client))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def _secure(self, client: socket.socket) -> None:
        try:
            client.setblocking(False)
            client.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            async with asyncio.timeout(TIMEOUT):
                first = await self._first(client)
        except (OSError, TimeoutError):
            client.close()
            return
        except asyncio.CancelledError:
            client.close()
            raise
        if first and first[0] != RECORD:
            await self._loop.connect_accepted_socket(self._plain, client)
            return
        try:
            await self._loop.connect_accepted_socket(
                self._protocol,
                client,
                ssl=self._context,
                ssl_handshake_timeout=TIMEOUT,
                ssl_shutdown_timeout=CLOSING,
            )
        except OSError as error:
            self._failed(error)

    async def _first(self, client: socket.socket) -> bytes:
        """Return the first byte, which stays to be read; none if nobody speaks."""
        while True:
            try:
                return client.recv(1, socket.MSG_PEEK)
            except (BlockingIOError, InterruptedError):
                await self._readable(client)

    async def _readable(self, client: socket.socket) -> None:
        ready: asyncio.Future[None] = self._loop.create_future()

        def told() -> None:
            if not ready.done():
                ready.set_result(None)

        self._loop.add_reader(client.fileno(), told)
        try:
            await ready
        finally:
            self._loop.remove_reader(client.fileno())

    def _plain(self) -> asyncio.Protocol:
        self._tell("plain", f"a client came without TLS; the address is {self._url}")
        return Misled(self._url)

    def _failed(self, error: OSError) -> None:
        reason = getattr(error, "reason", None) or ""
        if any(each in reason for each in _UNTRUSTED):
            self._tell("untrusted", f"a client does not believe our certificate; {HOW}")
        elif isinstance(error, ssl.SSLEOFError | ConnectionResetError):
            # Some leave without a word when they see a certificate they cannot check.
            self._tell(
                "untrusted",
                "a client broke off when it saw our certificate; if it does not believe"
                f" it, {HOW}",
            )
        else:
            log.debug("a TLS handshake failed: %s", error)

    def _tell(self, kind: str, text: str) -> None:
        if kind not in self._told:
            self._told.add(kind)
            log.warning("%s", text)


class Misled(asyncio.Protocol):
    """Tells a client that came without TLS where to go."""

    def __init__(self, url: str) -> None:
        self._url = url

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Keep the way back."""
        self._transport = cast("asyncio.Transport", transport)

    def data_received(self, data: bytes) -> None:
        """Say it and leave; what is not read would take the answer with it."""
        body = f"this port speaks HTTPS: {self._url}\n".encode()
        self._transport.write(
            b"HTTP/1.1 400 Bad Request\r\nContent-Type: text/plain\r\n"
            b"Content-Length: %d\r\nConnection: close\r\n\r\n%b" % (len(body), body)
        )
        self._transport.close()
