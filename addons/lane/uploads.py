"""Bodies of requests, waited for until they are whole."""

from __future__ import annotations

import h11
from h11._receivebuffer import ReceiveBuffer
from mockforge.addons import http1
from mockforge.addons.lane.way import Left, Steps, Unfit, Way
from mockforge.addons.patches import Spill

_INCOMPLETE = (
    "HTTP/1 protocol error: peer closed connection without sending complete message"
    " body ({})"
)


def uploaded(way: Way, length: int | None, spill: Spill | None) -> Steps:
    """Return the body of the request whose head was read last.

    Args:
        way: Where it comes.
        length: Bytes; None if it comes in chunks.
        spill: Knows how long a body may be to be held.

    Raises:
        Left: If the client leaves before.
        Unfit: If a body in chunks is not as it should be. Until it is whole nothing of
            it is taken, so that it can still be left to mitmproxy: for trailers, for a
            length that is not held, for broken chunks.
    """
    if length is None:
        return (yield from _chunks(way, spill))
    unread = way.unread
    while len(unread) < length:
        if way.has_left:
            told = f"received {len(unread)} bytes, expected {length}"
            raise Left(_INCOMPLETE.format(told))
        yield None
    body = bytes(unread[:length])
    del unread[:length]
    return body


def _chunks(way: Way, spill: Spill | None) -> Steps:
    unread, buffer, reader = way.unread, ReceiveBuffer(), http1.make_body_reader(None)
    seen, size, pieces = 0, 0, []
    while True:
        buffer += bytes(unread[seen:])
        seen = len(unread)
        try:
            event = reader(buffer)
            while isinstance(event, h11.Data):
                pieces.append(bytes(event.data))
                size += len(pieces[-1])
                event = reader(buffer)
        except h11.ProtocolError:
            raise Unfit from None
        if spill is not None and size > spill.limit(request=True):
            raise Unfit
        if event is not None:
            break
        if way.has_left:
            raise Left(_INCOMPLETE.format("incomplete chunked read"))
        yield None
    if reader.trailers:
        raise Unfit
    del unread[: seen - len(buffer)]
    return b"".join(pieces)
