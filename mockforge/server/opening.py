"""A connection before its first bytes have told which HTTP it speaks."""

from __future__ import annotations

import asyncio
import logging
import socket
import struct
from collections.abc import Callable, MutableSet
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Protocol, cast

PREFACE = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"
"""How a client begins that speaks HTTP/2 unasked (RFC 9113, 3.4)."""

# The record that every TLS handshake begins with.
HELLO = b"\x16\x03"

log = logging.getLogger(__name__)


class Taken(Protocol):
    """A connection, as the server that took it sees it."""

    @property
    def task(self) -> asyncio.Future[Any] | None:
        """What is being answered now; None between requests."""

    def stop(self) -> None:
        """Finish what is being answered without its pauses, and close."""

    def sweep(self, idle: float) -> None:
        """Close if nothing was said for *idle* seconds and nothing is waited for."""

    def abort(self) -> None:
        """Break the connection."""


if TYPE_CHECKING:
    Speaking = Callable[[], asyncio.Protocol]
    """Makes what speaks one HTTP with one client."""


def abort(transport: asyncio.WriteTransport, *, resets: bool = False) -> None:
    """Break the connection of *transport*.

    Args:
        transport: Of which nothing more is sent.
        resets: Have the client's system say that it was broken.
    """
    if resets:
        break_at_end(transport)
    transport.abort()


def break_at_end(transport: asyncio.BaseTransport) -> None:
    """Have the client's system say that *transport* broke when it is closed."""
    taken = transport.get_extra_info("socket")
    if taken is not None:
        # What does not linger is not sent on, and the client is told.
        with suppress(OSError):
            at_once = struct.pack("ii", 1, 0)
            taken.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, at_once)


class Opening(asyncio.Protocol):
    """Waits for the first bytes and hands the connection over to who speaks it."""

    task: None = None

    def __init__(
        self,
        http1: Speaking,
        http2: Speaking,
        open_connections: MutableSet[Taken],
        *,
        misled: Callable[[], None],
    ) -> None:
        """Choose between *http1* and *http2*.

        Args:
            http1: Made for everything that is not the other.
            http2: Made for what begins as HTTP/2, or has agreed on it.
            open_connections: Where this one is listed for now.
            misled: Told when a client wants to speak TLS here.
        """
        self._http1 = http1
        self._http2 = http2
        self._open = open_connections
        self._misled = misled
        self._loop = asyncio.get_running_loop()
        self._since = self._loop.time()
        self._data = b""

    # What asyncio calls.

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Hand over at once where the handshake has told what is spoken."""
        self._transport = cast("asyncio.Transport", transport)
        secured = transport.get_extra_info("ssl_object")
        agreed = secured.selected_alpn_protocol() if secured is not None else None
        if agreed is None:
            self._open.add(self)
        else:
            self._become(self._http2 if agreed == "h2" else self._http1)

    def data_received(self, data: bytes) -> None:
        """Hand over as soon as it can be told to whom."""
        self._data += data
        data = self._data
        if len(data) < len(PREFACE) and PREFACE.startswith(data):
            return
        if data.startswith(HELLO):
            self._misled()
        self._become(self._http2 if data.startswith(PREFACE) else self._http1)

    def eof_received(self) -> bool | None:
        """Let somebody answer what came, if anything did."""
        if not self._data:
            return None
        return self._become(self._http1).eof_received()

    def connection_lost(self, exc: Exception | None) -> None:
        """Let go."""
        self._open.discard(self)

    # What the server calls.

    def stop(self) -> None:
        """Close: nothing was asked."""
        self._transport.close()

    def sweep(self, idle: float) -> None:
        """Close if nothing was said for *idle* seconds."""
        if self._loop.time() - self._since > idle:
            self._transport.close()

    def abort(self) -> None:
        """Break the connection."""
        self._transport.abort()

    # Between the two.

    def _become(self, speaking: Speaking) -> asyncio.Protocol:
        self._open.discard(self)
        protocol = speaking()
        self._transport.set_protocol(protocol)
        protocol.connection_made(self._transport)
        if self._data:
            protocol.data_received(self._data)
        return protocol
