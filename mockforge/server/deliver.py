"""Delivery: wait, send and break as an answer asks. The only place that waits."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Protocol

from mockforge.engine import Answer, Ending, Plan
from mockforge.engine.plan import NOTHING
from mockforge.http import Request, Response
from mockforge.server.framing import Frame, Framing, chunk, framed, last_chunk

# Written in one go before the client is waited for.
SLICE = 256 << 10


@dataclass(frozen=True, slots=True)
class Delivery:
    """An answer, and its body where that is still being fetched."""

    answer: Answer
    body: AsyncIterator[bytes] | None = None
    plan: Plan | None = None
    """How the engine came to it."""


class Channel(Protocol):
    """The way back to one client, for one answer."""

    @property
    def is_stopping(self) -> bool:
        """The server takes no more requests."""

    @property
    def passed(self) -> float:
        """Seconds since the request that is answered had arrived."""

    def write(self, data: bytes | memoryview) -> None:
        """Send *data* after what was written before."""

    async def drain(self) -> bool:
        """Wait until the client has taken enough; return whether it is there."""

    async def pause(self, seconds: float) -> bool:
        """Wait; return whether the client is there.

        A server that is stopping does not wait.
        """

    async def held(self) -> None:
        """Wait until the client leaves or the server stops."""

    def abort(self, *, resets: bool = False) -> None:
        """Break the connection so that the client can tell.

        Args:
            resets: Have its system say so.
        """


async def deliver(
    delivery: Delivery, request: Request, channel: Channel, *, keep_alive: bool
) -> bool:
    """Send *delivery*; return whether the connection may be used again.

    Args:
        delivery: What to send.
        request: What it answers.
        channel: Where to.
        keep_alive: The client wants to use the connection again.
    """
    answer = delivery.answer
    if not await due(answer.delay, channel):
        return False
    if answer.ending in NOTHING:
        await _failed(answer, channel)
        return False
    frame = framed(
        answer.response,
        request,
        keep_alive=keep_alive and answer.ending is not Ending.BROKEN,
        partial=delivery.body is not None or answer.ending is not Ending.WHOLE,
    )
    if frame.framing is Framing.NONE:
        channel.write(frame.head)
    elif delivery.body is not None:
        if not await _passed_on(delivery.body, frame, channel):
            return False
    elif not await _sent(answer, frame, channel):
        return False
    return await channel.drain() and not frame.closes


async def _failed(answer: Answer, channel: Channel) -> None:
    """Fail as *answer* is to: no head is sent."""
    if answer.ending is Ending.SILENT:
        await channel.held()
    elif answer.ending is Ending.RAW:
        channel.write(answer.response.body)
        await channel.drain()
    elif answer.ending is Ending.RESET:
        channel.abort(resets=True)


async def due(delay: float, channel: Channel) -> bool:
    """Wait for *delay* seconds from the request on; return whether the client is there.

    What it took to find the answer is a part of them.
    """
    return delay <= 0.0 or await channel.pause(delay - channel.passed)


def at_once(
    delivery: Delivery, request: Request, *, keep_alive: bool
) -> tuple[bytes, bool] | None:
    """Return all that is sent for *delivery*, and whether the connection closes.

    None if it takes more than one write.
    """
    answer, response = delivery.answer, delivery.answer.response
    if delivery.body is not None or answer.ending is not Ending.WHOLE:
        return None
    if len(response.body) > SLICE or _has_pauses(response):
        return None
    frame = framed(response, request, keep_alive=keep_alive)
    if frame.framing is Framing.NONE:
        return frame.head, frame.closes
    return frame.head + _body(response, frame, Ending.WHOLE), frame.closes


async def _sent(answer: Answer, frame: Frame, channel: Channel) -> bool:
    """Send head and body; return whether the client is there to the end."""
    response = answer.response
    if len(response.body) <= SLICE and not _has_pauses(response):
        channel.write(frame.head + _body(response, frame, answer.ending))
    else:
        channel.write(frame.head)
        if not await _paced(response, frame, channel):
            return False
        if answer.ending is Ending.WHOLE and frame.framing is Framing.CHUNKED:
            channel.write(last_chunk(response.trailers))
    if answer.ending is Ending.OPEN:
        await channel.held()
        if frame.framing is Framing.CHUNKED:
            channel.write(last_chunk(response.trailers))
        return False
    if answer.ending is Ending.BROKEN and frame.framing is Framing.CLOSE:
        # An orderly close would say that the body ends here.
        await channel.drain()
        channel.abort()
        return False
    return True


def _body(response: Response, frame: Frame, ending: Ending) -> bytes:
    if frame.framing is not Framing.CHUNKED:
        return response.body
    pieces = [chunk(piece) for _, piece in pieces_of(response)]
    if ending is Ending.WHOLE:
        pieces.append(last_chunk(response.trailers))
    return b"".join(pieces)


async def _paced(response: Response, frame: Frame, channel: Channel) -> bool:
    for wait, piece in pieces_of(response):
        if wait > 0.0 and not await channel.pause(wait):
            return False
        view = memoryview(piece)
        for start in range(0, len(piece), SLICE):
            part = view[start : start + SLICE]
            is_chunked = frame.framing is Framing.CHUNKED
            channel.write(chunk(bytes(part)) if is_chunked else part)
            if not await channel.drain():
                return False
    return True


async def _passed_on(
    body: AsyncIterator[bytes], frame: Frame, channel: Channel
) -> bool:
    channel.write(frame.head)
    try:
        async for piece in body:
            is_chunked = frame.framing is Framing.CHUNKED
            channel.write(chunk(piece) if is_chunked else piece)
            if not await channel.drain():
                return False
    except OSError:
        # The upstream broke off; what it said cannot be ended as if it were whole.
        channel.abort()
        return False
    finally:
        await closed(body)
    if frame.framing is Framing.CHUNKED:
        channel.write(last_chunk())
    return True


async def closed(body: AsyncIterator[bytes]) -> None:
    """End *body*, where it comes from something that can be ended."""
    close = getattr(body, "aclose", None)
    if close is not None:
        await close()


def pieces_of(response: Response) -> list[tuple[float, bytes]]:
    """Return the body in pieces, each with the seconds to wait before it."""
    if not response.chunks:
        return [(0.0, response.body)]
    pieces, start = [], 0
    for each in response.chunks:
        pieces.append((each.wait, response.body[start : start + each.size]))
        start += each.size
    if start < len(response.body):
        pieces.append((0.0, response.body[start:]))
    return pieces


def _has_pauses(response: Response) -> bool:
    return any(each.wait > 0.0 for each in response.chunks)
