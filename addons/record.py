"""The addon that records: asks the engine what to send, and tells it what came back.

In mitmproxy's own program, from a checkout or beside an installed mockforge:

    mitmdump -s addons/record.py --set mockforge_recording=api.db
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable

from mitmproxy import ctx, http
from mitmproxy.connection import Client, Server
from mockforge.addons import control, http1, stubs
from mockforge.addons.lane.again import Again
from mockforge.addons.passage import PASSAGE, Passage
from mockforge.addons.patches import LEFT, SPILL, SUBSTITUTE, answered
from mockforge.addons.script import Script
from mockforge.addons.streams import (
    HOLD_AT_MOST,
    STREAM_ABOVE,
    RequestTap,
    ResponseTap,
    Way,
    streams_up,
    way_of,
)

from mockforge import flows
from mockforge.engine import Engine, Plan
from mockforge.errors import MockforgeError
from mockforge.exchange import Exchange, Failure, FailureKind
from mockforge.http import Origin, Request, Response, with_header, without
from mockforge.server.patterns import Learning

log = logging.getLogger(__name__)

# Nothing of the request was on its way when these happened.
UNSENT = (FailureKind.DNS, FailureKind.REFUSED, FailureKind.TLS)

_STOPPED = "mockforge stopped before the exchange was complete"


class Record:
    """Sends every request on as the engine plans it, and records what came of it."""

    name = "mockforge-record"

    def __init__(
        self,
        engine: Engine,
        *,
        max_body: int = 64 << 20,
        keep_host: bool = False,
        timeout: float = 600.0,
    ) -> None:
        self.engine = engine
        self.passages: dict[str, Passage] = {}
        """By flow id, what is on its way."""
        self.storing: dict[str, Passage] = {}
        """By flow id, what is over and not yet as safe as was asked for."""
        self.draining = False
        """Whether connections are to end with the answer they wait for."""
        self.again: Again | None = None
        """What was answered before and may be given again without asking."""
        self.trouble: MockforgeError | None = None
        """The latest thing that kept an exchange from being stored."""
        self.last: tuple[str, str, str] | None = None
        """Method, target and outcome of the latest exchange."""
        self.learning: Learning | None = None
        """What is learned, for the control routes."""
        self._max_body = max_body
        self._keep_host = keep_host
        self._timeout = timeout

    def requestheaders(self, flow: http.HTTPFlow) -> None:
        """Take note of a request, and decide whether its body is waited for."""
        passage = Passage(flow)
        flow.metadata[PASSAGE] = passage
        flow.metadata[SPILL] = self
        self.passages[flow.id] = passage
        http1.keep(flow)
        if stubs.may_answer(flow, self.engine):
            # What answers may depend on all of the body.
            flow.metadata[control.APART] = True
            del flow.metadata[SPILL]
        elif streams_up(flow.request.data.headers.fields):
            self._stream_up(passage)
        elif control.is_for_us(flow, self.engine, self.learning):
            flow.metadata[control.APART] = True

    def request(self, flow: http.HTTPFlow) -> Awaitable[None] | None:
        """Send the request on, addressed to the upstream.

        What is returned is to be waited for; that is so only where it was marked.
        """
        passage = Passage.of(flow)
        if passage is None or flow.response is not None:
            return None
        if control.APART in flow.metadata and passage.plan is None:
            if control.is_for_us(flow, self.engine, self.learning):
                return self._controlled(passage)
            asked, _ = self._asked(flow)
            plan = self.engine.stubbed(asked)
            if plan is not None:
                return self._stubbed(passage, plan)
        self._send_on(passage)
        return None

    def _send_on(self, passage: Passage) -> None:
        if passage.plan is None:
            self._plan(passage)
        if self._timeout:
            loop = asyncio.get_running_loop()
            passage.timer = loop.call_later(self._timeout, self._time_out, passage)

    def responseheaders(self, flow: http.HTTPFlow) -> None:
        """Decide how the answer's body gets to the client."""
        passage = Passage.of(flow)
        if passage is None or passage.plan is None:
            return
        if passage.timer is not None:
            passage.timer.cancel()
            passage.timer = None
        answered.add(flow.server_conn)
        passage.way = self._way(passage, flows.head_of(flow))
        if passage.way is Way.STREAMED:
            self._stream_down(passage)

    def _way(self, passage: Passage, head: Response) -> Way:
        """Return how the answer that begins with *head* gets to the client."""
        assert passage.plan is not None
        rewrites = passage.plan.outward is not None
        return way_of(passage.plan.asked, head, rewrites=rewrites)

    async def response(self, flow: http.HTTPFlow) -> None:
        """Record the exchange, and deliver the answer once that is safe."""
        passage = Passage.of(flow)
        if passage is None or passage.plan is None or flow.id not in self.passages:
            # What ends with its connection ends for the second time when the client
            # has left: that was recorded.
            return
        if passage.is_conversation:
            # Its head is changed now, and recorded at the end.
            passage.head = flows.head_of(flow)
            answer = await self.engine.finish(passage.plan, passage.head)
            flows.deliver(flow, answer.response)
            return
        exchange = passage.exchange(self.engine.clock)
        if passage.way is not Way.STREAMED and exchange.response is not None:
            answer = await self.engine.finish(passage.plan, exchange.response)
            flows.deliver(flow, answer.response)
            if self.draining:
                http1.close_after(flow)
        await self._store(passage, exchange)

    async def error(self, flow: http.HTTPFlow) -> None:
        """Record how the exchange broke off, and tell the client."""
        passage = Passage.of(flow)
        if passage is None:
            return
        if passage.plan is None:
            # Nothing of it reached an upstream.
            self._forget(passage)
            return
        message = flow.error.msg if flow.error else "the connection broke"
        by_client = bool(flow.metadata.get(LEFT))
        failure = passage.failure or flows.failure_of(message, by_client=by_client)
        if not by_client and not passage.is_head_sent:
            is_sent = failure.kind not in UNSENT
            answer = await self.engine.failed(passage.plan, failure, is_sent=is_sent)
            told = flows.to_response(answer.response)
            if flow.request.method == "HEAD":
                told.raw_content = b""
            flow.metadata[SUBSTITUTE] = told
        await self._keep(passage, failure)

    async def websocket_end(self, flow: http.HTTPFlow) -> None:
        """Record a conversation that has ended."""
        passage = Passage.of(flow)
        if passage is not None and passage.plan is not None:
            await self._keep(passage, flows.broken_off(flow))

    async def client_disconnected(self, client: Client) -> None:
        """Record what was still on its way to a client that is gone."""
        left = [
            each for each in self.passages.values() if each.flow.client_conn is client
        ]
        for passage in left:
            await self._abandon(passage, "the client left")

    def busy(self) -> set[str]:
        """Return the ids of the client connections that wait for something."""
        waiting = (*self.passages.values(), *self.storing.values())
        return {passage.flow.client_conn.id for passage in waiting}

    async def abandon(self) -> None:
        """Record everything that is on its way as far as it came."""
        for passage in list(self.passages.values()):
            await self._abandon(passage, _STOPPED)

    def limit(self, *, request: bool) -> int:
        """Return the bytes after which a body is no longer held."""
        most: int = STREAM_ABOVE if request else HOLD_AT_MOST
        return most

    def spill(self, flow: http.HTTPFlow, *, request: bool) -> None:
        """Hand on a body that has turned out long."""
        passage = Passage.of(flow)
        assert passage is not None
        if request:
            self._stream_up(passage)
        else:
            passage.way = Way.STREAMED
            self._stream_down(passage)

    async def _controlled(self, passage: Passage) -> None:
        """Answer a control route; that is no exchange of anybody's."""
        try:
            await control.answer(passage.flow, self.engine, self.learning)
        finally:
            del passage.flow.metadata[PASSAGE]
            self._forget(passage)

    async def _stubbed(self, passage: Passage, plan: Plan) -> None:
        """Answer what the settings do; that is no exchange with an upstream."""
        try:
            await stubs.answer(passage.flow, self.engine, plan)
            if self.draining:
                http1.close_after(passage.flow)
        finally:
            del passage.flow.metadata[PASSAGE]
            self._forget(passage)

    def _plan(self, passage: Passage) -> None:
        asked, upstream = self._asked(passage.flow)
        passage.plan = self.engine.passing(asked, upstream)
        flows.forward(passage.flow, passage.plan.asked)

    def _asked(self, flow: http.HTTPFlow) -> tuple[Request, Origin]:
        """Return what is asked, and whom."""
        asked = flows.request_of(flow)
        upstream = flows.upstream_of(flow.client_conn.proxy_mode)
        if upstream is None or self._keep_host:
            # An upstream that sees the name its client called goes by that name: so
            # do its answers, and so does the recording.
            upstream = asked.origin
        return asked, upstream

    def _stream_up(self, passage: Passage) -> None:
        self._plan(passage)
        passage.request_tap = RequestTap(self._max_body)
        passage.flow.request.stream = passage.request_tap

    def _stream_down(self, passage: Passage) -> None:
        flow = passage.flow
        assert passage.plan is not None
        assert flow.response is not None
        passage.head = flows.head_of(flow)
        opening = self.engine.begin(passage.plan, passage.head)
        headers = opening.head.headers
        if opening.rewriter is not None and "content-length" in flow.response.headers:
            # Addresses of another length make a body of another length.
            headers = without(headers, "content-length")
            if not flow.request.is_http2:
                headers = with_header(headers, "Transfer-Encoding", "chunked")
        if headers is not passage.head.headers:
            flow.response.headers = http.Headers(headers)
        if self.draining:
            http1.close_after(flow)
        tap = ResponseTap(self.engine.clock, self._max_body, opening.rewriter)
        passage.response_tap = flow.response.stream = tap

    def _time_out(self, passage: Passage) -> None:
        flow = passage.flow
        told = f"no answer within {self._timeout:g} s"
        passage.failure = Failure(FailureKind.TIMEOUT, told)
        answered.discard(flow.server_conn)
        # What is closed is the connection: other requests that an HTTP/2 client has
        # on it are broken off too.
        open_ones = ctx.master.addons.get("proxyserver").connections
        handler = open_ones.get(flow.client_conn.id)
        for conn, io in list(handler.transports.items()) if handler else ():
            ours = conn is flow.server_conn or not conn.connected
            if isinstance(conn, Server) and ours and io.handler is not None:
                io.handler.cancel(told)

    async def _abandon(self, passage: Passage, why: str) -> None:
        if passage.plan is None:
            self._forget(passage)
        elif passage.is_conversation:
            await self._keep(passage, flows.broken_off(passage.flow))
        else:
            await self._keep(passage, Failure(FailureKind.CLIENT, why))

    async def _keep(self, passage: Passage, failure: Failure | None = None) -> None:
        if passage.flow.id in self.passages:
            exchange = passage.exchange(self.engine.clock, failure)
            await self._store(passage, exchange)

    async def _store(self, passage: Passage, exchange: Exchange) -> None:
        self._forget(passage)
        self.storing[passage.flow.id] = passage
        failure, response = exchange.failure, exchange.response
        outcome = failure.kind if failure else response.status if response else "?"
        request = exchange.request
        self.last = (request.method, request.target, str(outcome))
        try:
            await self.engine.observe(exchange)
        except MockforgeError as error:
            self._complain(error)
        finally:
            del self.storing[passage.flow.id]

    def _complain(self, error: MockforgeError) -> None:
        # The same for every exchange, as on a full disk, is said once; its numbers
        # go on changing.
        if self.trouble is None or error.what != self.trouble.what:
            log.error("%s", error)
        self.trouble = error

    def _forget(self, passage: Passage) -> None:
        self.passages.pop(passage.flow.id, None)
        passage.close()


addons = [Script()]
