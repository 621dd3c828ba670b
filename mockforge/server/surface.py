"""From a request that arrived to what is sent back: the engine asked as a server."""

from __future__ import annotations

import json
import logging
from collections.abc import AsyncIterator, Callable, Collection
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Protocol

from mockforge.engine import Answer, Engine, Plan
from mockforge.errors import MockforgeError
from mockforge.http import Request, Response, problem, without
from mockforge.options import Json
from mockforge.provenance import Provenance, Source
from mockforge.server import continuum, drifts, explaining, patterns, renewing
from mockforge.server.deliver import (
    Channel,
    Delivery,
    at_once,
    closed,
    deliver,
    due,
)
from mockforge.server.http1 import Asked
from mockforge.server.ready import Rendered

if TYPE_CHECKING:
    from mockforge.server.fetch import Upstream
    from mockforge.server.journal import Journal
    from mockforge.server.lane import Lane
    from mockforge.server.patterns import Learning
    from mockforge.server.renewing import Renewing
    from mockforge.stages.origins import BodyStream

CONTROL = "/__mockforge/"
Known = Callable[[Plan], "Rendered | None"]
"""Gives the answer that a plan came to, if it is ready."""
log = logging.getLogger(__name__)


class Together(Protocol):
    """What several processes that answer on one port did, asked by one of them."""

    async def report(self) -> Json:
        """Return the report of all."""

    async def health(self) -> Json:
        """Return how many answer."""

    async def journal(self, last: int | None) -> Json:
        """Return the *last* requests of all, oldest first; every one if None."""

    async def forget(self) -> None:
        """Forget the journals of all."""

    async def answer(self, request: Request) -> Answer:
        """Return what the one answers that knows what all were asked before.

        Raises:
            MockforgeError: If it cannot.
        """


class Surface:
    """Answers requests that come over HTTP, by one engine."""

    def __init__(
        self,
        engine: Engine,
        *,
        report: Callable[[], Json],
        together: Together | None = None,
        upstream: Upstream | None = None,
    ) -> None:
        """Answer by *engine*.

        Args:
            engine: Decides.
            report: Gives the report so far, of this process.
            together: Knows what all processes did; None if this is the only one.
            upstream: Fetches what the engine wants fetched.
        """
        self.engine = engine
        self.authorities: Collection[str] = ()
        """Where we listen: an absolute URL of these is no other server's."""
        self.lane: Lane | None = None
        """Where answers are kept to be sent again."""
        self.journal: Journal | None = None
        """Where what is answered is written down."""
        self.renewing: Renewing | None = engine.renewal
        """What reads the settings again."""
        self.learning: Learning | None = None
        """What was learned, for the routes that show and switch it."""
        self._report = report
        self._together = together
        self._upstream = upstream

    async def respond(self, asked: Asked, channel: Channel) -> bool:
        """Answer *asked*; return whether the connection may be used again."""
        lane = None if channel.is_stopping else self.lane
        known = partial(lane.rendered, asked) if lane is not None else None
        found = await self._found(asked.request, asked.is_named, known)
        if isinstance(found, Rendered):
            return await _sent(found, channel)
        delivery = found
        keep_alive = asked.keep_alive and not channel.is_stopping
        if lane is not None and delivery.plan is not None:
            whole = at_once(delivery, asked.request, keep_alive=asked.keep_alive)
            if whole is not None:
                data, closes = whole
                lane.keep(asked, delivery.plan, delivery.answer, data, closes)
                if not delivery.answer.delay and not channel.is_stopping:
                    channel.write(data)
                    return await channel.drain() and not closes
        return await deliver(delivery, asked.request, channel, keep_alive=keep_alive)

    async def delivery(self, request: Request, *, is_named: bool = False) -> Delivery:
        """Return what *request* is answered with; never raises.

        Args:
            request: As the client sent it.
            is_named: The client takes us for a forward proxy.
        """
        found = await self._found(request, is_named, None)
        assert not isinstance(found, Rendered), "nothing was known"
        return found

    async def _found(
        self, request: Request, is_named: bool, known: Known | None
    ) -> Delivery | Rendered:
        is_named = is_named and request.authority not in self.authorities
        if not is_named and (
            request.path.startswith(CONTROL) or continuum.is_ours(request, self.engine)
        ):
            return Delivery(await self._control(request))
        delivery = await self._answered(request, is_named, known)
        if isinstance(delivery, Rendered):
            return delivery
        if self.journal is not None:
            answer = delivery.answer
            told = answer.provenance
            place = (told.recording, told.exchange_ids[0]) if told.recording else None
            self.journal.note(request, answer.response.status, place, answer.response)
        return delivery

    async def _answered(
        self, request: Request, is_named: bool, known: Known | None
    ) -> Delivery | Rendered:
        try:
            return await self._delivery(request, is_named, known)
        except MockforgeError as error:
            log.error("%s", error)
            self.engine.ledger.lack(f"a request failed: {error.what}")
            return _failed(error.what)
        except Exception as error:
            # Its text may quote the request, so only its kind is told to everyone.
            log.error("unexpected %s while answering", type(error).__name__)
            log.debug("the traceback", exc_info=True)
            kind = type(error).__name__
            self.engine.ledger.lack(f"a request failed within mockforge: {kind}")
            return _failed("mockforge failed on this request; its log says more")

    async def _delivery(
        self, request: Request, is_named: bool, known: Known | None
    ) -> Delivery | Rendered:
        if self._together is not None and self.engine.depends(request):
            return Delivery(await self._together.answer(request))
        plan = await self.engine.plan(request, request.origin if is_named else None)
        rendered = None if known is None else known(plan)
        if rendered is not None:
            return rendered
        if not plan.wants_upstream:
            return Delivery(await self.engine.finish(plan), plan=plan)
        return await self._fetched(plan)

    async def _fetched(self, plan: Plan) -> Delivery:
        from mockforge.server.fetch import NotFetched

        assert self._upstream is not None, "a plan wants an upstream that nobody set"
        if plan.weighing is not None:
            from mockforge.server.mixed import mixed

            return await mixed(self.engine, self._upstream, plan)
        try:
            response, body = await self._upstream.fetch(plan.asked)
        except NotFetched as error:
            return Delivery(self.engine.unanswered(plan, error.failure))
        if body is None:
            return Delivery(await self.engine.finish(plan, response))
        opening = self.engine.begin(plan, response)
        answer = Answer(opening.head, Provenance(Source.UPSTREAM))
        if opening.rewriter is None:
            return Delivery(answer, body)
        # Rewritten, its length is another, and not known before the end.
        head = replace(
            opening.head, headers=without(opening.head.headers, "Content-Length")
        )
        return Delivery(
            replace(answer, response=head), rewritten(body, opening.rewriter)
        )

    async def _health(self) -> Json:
        if self._together is not None:
            return await self._together.health()
        recorded, stubbing = self.engine.recorded, self.engine.stubbing
        told = {"status": "ok", "loaded": recorded.loaded if recorded else 0}
        return told if stubbing is None else told | {"endpoints": len(stubbing.stubs)}

    async def _control(self, request: Request) -> Answer:
        return _own(await self._switched(request) or await self._shown(request))

    async def _switched(self, request: Request) -> Response | None:
        """Answer *request* if it is one of the routes by which things are turned."""
        path, together = request.path, self._together
        if together and (path.startswith(drifts.ROUTES) or path == renewing.ROUTE):
            return (await together.answer(request)).response
        if self.learning is not None and path.startswith(patterns.ROUTES):
            return await patterns.answered(request, self.learning)
        if path.startswith(drifts.ROUTES):
            return await drifts.answered(request, self.engine)
        if path == renewing.ROUTE:
            return await renewing.answered(request, self.renewing)
        if path.startswith(continuum.ROUTES) or path == continuum.CONSISTENCY:
            return continuum.answered(request, self.engine)
        return None

    async def _shown(self, request: Request) -> Response:
        """Answer *request*, which is for a route that shows something."""
        name = request.path.removeprefix(CONTROL)
        if name == "journal":
            return await self._journal(request)
        if request.method not in ("GET", "HEAD"):
            return problem(405, "only GET is answered here", request.path)
        if name == "health":
            return _json(await self._health())
        if request.path.startswith(explaining.ROUTE):
            told = explaining.explained(request.path, self.engine)
            if told.status != 404 or self._together is None:
                return told
            return (await self._together.answer(request)).response
        if name == "report":
            found = self._together
            return _json(await found.report() if found else self._report())
        return problem(
            404,
            "there is no such control route",
            f"{CONTROL}health, {CONTROL}report, {CONTROL}journal,"
            f" {CONTROL}provenance/ID, {continuum.ROUTES}ratio,"
            f" {patterns.ROUTES}status, {drifts.ROUTES}status,"
            f" {drifts.ROUTES}reset and {renewing.ROUTE} are there",
        )

    async def _journal(self, request: Request) -> Response:
        if self.journal is None:
            return problem(
                404, "no journal is kept", "start with --journal requests or bodies"
            )
        together = self._together
        if request.method == "DELETE":
            self.journal.clear()
            if together is not None:
                await together.forget()
            return Response(204, reason="No Content")
        if request.method not in ("GET", "HEAD"):
            told = f"{request.method} {request.path}"
            return problem(405, "only GET and DELETE are answered here", told)
        last = dict(request.query).get("last")
        if last is not None and not (last.isascii() and last.isdecimal()):
            return problem(400, "last is a number of requests", f"last={last}")
        count = None if last is None else int(last)
        if together is not None:
            return _json(await together.journal(count))
        return _json(self.journal.json(count))


async def _sent(rendered: Rendered, channel: Channel) -> bool:
    if not await due(rendered.delay, channel):
        return False
    channel.write(rendered.data)
    return await channel.drain() and not (rendered.closes or channel.is_stopping)


async def rewritten(
    body: AsyncIterator[bytes], rewriter: BodyStream
) -> AsyncIterator[bytes]:
    """Yield the pieces of *body* with its addresses replaced."""
    try:
        async for piece in body:
            if changed := rewriter.feed(piece):
                yield changed
    finally:
        await closed(body)
    if rest := rewriter.end():
        yield rest


def _own(response: Response) -> Answer:
    return Answer(response, Provenance(None))


def _failed(detail: str) -> Delivery:
    return Delivery(_own(problem(500, "this request could not be answered", detail)))


def _json(value: Json) -> Response:
    body = json.dumps(value, indent=2).encode() + b"\n"
    headers = (
        (b"Content-Type", b"application/json"),
        (b"Content-Length", b"%d" % len(body)),
        (b"Cache-Control", b"no-store"),
    )
    return Response(200, headers, body, "OK")
