"""The upstream asked for a weighed request: what it says is recorded and handed on."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mockforge.endpoint import endpoint_of
from mockforge.engine import Answer, Plan
from mockforge.errors import MockforgeError
from mockforge.exchange import Exchange, Failure, FailureKind
from mockforge.http import Chunk, Response, without
from mockforge.provenance import Provenance, Source
from mockforge.server.deliver import Delivery, closed
from mockforge.server.fetch import NotFetched
from mockforge.server.surface import rewritten

if TYPE_CHECKING:
    from mockforge.engine import Engine
    from mockforge.server.fetch import Upstream

log = logging.getLogger(__name__)

HELD = 1 << 20
"""Bytes of an answer that is held back to be mixed; a longer one is not."""

TAKEN = 64 << 20
"""Bytes of an answer that are taken down while it passes."""

# Pieces closer together came at once, as the proxy sees it.
_TOGETHER = 0.005
_GONE = "the client left"


@dataclass(slots=True)
class _Asking:
    """What is asked of the upstream, and since when."""

    engine: Engine
    plan: Plan
    started: float
    since: float
    first_byte: float | None = None

    async def tell(
        self, response: Response | None, failure: Failure | None = None
    ) -> None:
        """Have what came of it recorded."""
        asked, clock = self.plan.asked, self.engine.clock
        exchange = Exchange(
            asked,
            response,
            failure,
            session=self.plan.session,
            started=self.started,
            first_byte=self.first_byte,
            elapsed=clock.monotonic() - self.since,
            endpoint=str(endpoint_of(asked)),
        )
        try:
            await self.engine.observe(exchange)
        except MockforgeError as error:
            # The client has its answer all the same.
            log.error("%s", error)


async def mixed(engine: Engine, upstream: Upstream, plan: Plan) -> Delivery:
    """Ask *upstream* once for what *plan* wants, and return what comes of it."""
    asking = _Asking(engine, plan, engine.clock.now(), engine.clock.monotonic())
    try:
        response, body = await upstream.fetch(plan.asked)
    except NotFetched as error:
        await asking.tell(None, error.failure)
        answer = await engine.failed(plan, error.failure, is_sent=error.is_sent)
        return Delivery(answer, plan=plan)
    except asyncio.CancelledError:
        await asking.tell(None, Failure(FailureKind.CLIENT, _GONE))
        raise
    asking.first_byte = engine.clock.monotonic() - asking.since
    if body is None:
        await asking.tell(response)
        return Delivery(await engine.finish(plan, response), plan=plan)
    return await _long(asking, response, body)


async def _long(
    asking: _Asking, head: Response, body: AsyncIterator[bytes]
) -> Delivery:
    """Return what becomes of an answer whose length is great or not known."""
    engine, plan = asking.engine, asking.plan
    assert engine.reality is not None
    keeps = engine.reality.keeps(plan, head)
    if keeps is None:
        other = await engine.reality.instead(plan, "what is no JSON is not mixed")
        if other is not None:
            tap = _Tap(asking, head, body)
            await tap.leave()
            return Delivery(await engine.settled(plan, other), plan=plan)
    tap = _Tap(asking, head, body)
    if keeps:
        try:
            whole = await tap.whole(HELD)
        except OSError as error:
            failure = Failure(FailureKind.RESET, str(error))
            answer = await engine.failed(plan, failure, is_sent=True)
            return Delivery(answer, plan=plan)
        if whole is not None:
            return Delivery(await engine.finish(plan, whole), plan=plan)
    opening = engine.begin(plan, head)
    answer = Answer(opening.head, Provenance(Source.UPSTREAM))
    if opening.rewriter is None:
        return Delivery(answer, tap.passed(), plan)
    # Rewritten, its length is another, and not known before the end.
    headers = without(opening.head.headers, "Content-Length")
    answer = replace(answer, response=replace(opening.head, headers=headers))
    return Delivery(answer, rewritten(tap.passed(), opening.rewriter), plan)


class _Tap:
    """A body that is taken down while it is handed on."""

    def __init__(
        self, asking: _Asking, head: Response, body: AsyncIterator[bytes]
    ) -> None:
        self._asking = asking
        self._head = head
        self._body = body
        self._pieces: list[bytes] = []
        self._chunks: list[Chunk] = []
        self._size = self._kept = 0
        self._before = asking.engine.clock.monotonic()

    async def whole(self, limit: int) -> Response | None:
        """Return the whole answer; None if it is longer than *limit*.

        Raises:
            OSError: If the upstream broke off.
        """
        try:
            async for piece in self._body:
                self._take(piece)
                if self._size > limit:
                    return None
        except OSError as error:
            await self._end(Failure(FailureKind.RESET, str(error)))
            raise
        response = self._response()
        await self._end()
        return response

    async def passed(self) -> AsyncIterator[bytes]:
        """Yield what was held, and then what comes."""
        failure: Failure | None = Failure(FailureKind.CLIENT, _GONE)
        try:
            for piece in tuple(self._pieces):
                yield piece
            async for piece in self._body:
                self._take(piece)
                yield piece
            failure = None
        except OSError as error:
            failure = Failure(FailureKind.RESET, str(error))
            raise
        finally:
            await closed(self._body)
            await self._end(failure)

    async def leave(self) -> None:
        """Ask for no more of it."""
        await closed(self._body)
        await self._end(Failure(FailureKind.CLIENT, "no more of it was of use"))

    def _take(self, piece: bytes) -> None:
        now = self._asking.engine.clock.monotonic()
        wait, self._before = now - self._before, now
        self._size += len(piece)
        if self._kept >= TAKEN:
            return
        self._pieces.append(piece)
        self._kept += len(piece)
        if self._chunks and wait < _TOGETHER:
            last = self._chunks[-1]
            self._chunks[-1] = Chunk(last.wait, last.size + len(piece))
        else:
            self._chunks.append(Chunk(wait, len(piece)))

    def _response(self) -> Response:
        is_one = len(self._chunks) == 1 and self._chunks[0].wait < _TOGETHER
        return replace(
            self._head,
            body=b"".join(self._pieces),
            chunks=() if is_one else tuple(self._chunks),
            size=self._size if self._size > self._kept else None,
        )

    async def _end(self, failure: Failure | None = None) -> None:
        await self._asking.tell(self._response(), failure)
