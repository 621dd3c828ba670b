"""Connections whose far side is a test: in memory, where nothing comes by chance.

What a proxy gets is a reader and a writer as asyncio makes them. A peer speaks and
breaks off when the script says so, and what the proxy says is kept as it came.
"""

import asyncio
import socket
import ssl
import struct
from typing import Any


class Peer:
    """The far side of one connection of a proxy's."""

    def __init__(self, told):
        self.got = bytearray()
        """All that the proxy said."""
        self.answered = 0
        """How much of it there was when this peer last answered."""
        self.end = "open"
        """How the proxy left it: `half` after an end that is no close."""
        self.told = told
        self.address = ""
        self.is_over = False
        """Whether this peer said its last word."""

    @property
    def waits(self):
        """Whether the proxy said something that was not answered yet."""
        return len(self.got) > self.answered

    def heard(self, data):
        """Keep what the proxy said."""
        self.got += data
        self.told(self, len(data))

    def left(self, end):
        """Keep how the proxy ended the connection; the first close counts."""
        if self.end != "closed":
            self.end = end
            self.told(self, end)


class Wire(Peer):
    """A connection in memory."""

    def __init__(self, told, names):
        super().__init__(told)
        self.reader = asyncio.StreamReader(limit=1 << 24)
        self.writer = Writer(self, names)

    def say(self, data):
        """Send *data* to the proxy."""
        if self._can_speak() and data:
            self.reader.feed_data(data)

    def finish(self):
        """Send the end to the proxy, and go on listening."""
        if self._can_speak():
            self.is_over = True
            self.reader.feed_eof()

    def reset(self):
        """Break the connection."""
        if self._can_speak():
            self.is_over = True
            self.writer.is_cut = True
            self.reader.set_exception(ConnectionResetError(104, "reset by peer"))

    def close(self):
        """Send the end, and listen no more."""
        self.finish()

    def _can_speak(self):
        return not self.is_over and self.end != "closed"


class Writer:
    """What a proxy writes to, as far as mitmproxy uses it."""

    def __init__(self, peer, names):
        self._peer, self._names = peer, names
        self.is_cut = False
        self._is_closed = False

    @property
    def transport(self):
        return self

    def get_extra_info(self, name, default=None):
        return self._names.get(name, default)

    def write(self, data):
        if not self.is_closing():
            self._peer.heard(bytes(data))

    def writelines(self, parts):
        self.write(b"".join(parts))

    async def drain(self):
        if self.is_cut:
            raise ConnectionResetError(104, "reset by peer")

    def can_write_eof(self):
        return True

    def write_eof(self):
        if not self.is_closing():
            self._peer.left("half")

    def close(self):
        if not self._is_closed:
            self._is_closed = True
            self._peer.left("closed")

    abort = close

    def is_closing(self):
        return self._is_closed or self.is_cut

    async def wait_closed(self):
        pass


class Secured:
    """TLS for a peer, over any other."""

    def __init__(self, inner, context, *, name=None):
        self.inner = inner
        self._in, self._out = ssl.MemoryBIO(), ssl.MemoryBIO()
        self._tls = context.wrap_bio(
            self._in, self._out, server_side=name is None, server_hostname=name
        )
        self.is_agreed = False
        self._unsaid = []
        self._heard, inner.heard = inner.heard, self._deciphered
        self._say, inner.say = inner.say, self.say

    def start(self):
        """Begin the handshake."""
        self._go_on()

    def say(self, data):
        if not self.is_agreed:
            self._unsaid.append(data)
        elif data:
            self._tls.write(data)
            self._flush()

    def _deciphered(self, data):
        self._in.write(data)
        self._go_on()

    def _go_on(self):
        try:
            if not self.is_agreed:
                self._tls.do_handshake()
                self.is_agreed = True
                for data in self._unsaid:
                    self._tls.write(data)
                self._unsaid.clear()
            while data := self._tls.read(1 << 16):
                self._heard(data)
        except (ssl.SSLWantReadError, ssl.SSLZeroReturnError):
            pass
        except ssl.SSLError as error:
            self.inner.told(self.inner, f"tls {error.reason}")
        self._flush()

    def _flush(self):
        if self._out.pending:
            self._say(self._out.read())


class Socket(asyncio.Protocol, Peer):
    """A connection on a socket of this machine."""

    def __init__(self, told, made=None):
        Peer.__init__(self, told)
        self._made = made
        self._transport: Any = None

    def connection_made(self, transport):
        self._transport = transport
        if self._made:
            self._made(self)

    def data_received(self, data):
        self.heard(data)

    def eof_received(self):
        # Whether it was a half-close only writing would show.
        self.left("closed")
        return self._transport.get_extra_info("ssl_object") is None

    def connection_lost(self, error):
        self.left("closed")

    def say(self, data):
        if not self.is_over and not self._transport.is_closing():
            self._transport.write(data)

    def finish(self):
        self.is_over = True
        if self._transport.is_closing():
            return
        if self._transport.can_write_eof():
            self._transport.write_eof()
        else:
            self._transport.close()

    def reset(self):
        self.is_over = True
        if self._transport.is_closing():
            return
        # Without lingering an abort is a reset, not an end.
        raw = self._transport.get_extra_info("socket")
        raw.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self._transport.abort()

    def close(self):
        self.is_over = True
        self._transport.close()
