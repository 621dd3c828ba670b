"""One exchange on its way through the proxy: what is known of it so far."""

from __future__ import annotations

import asyncio
from dataclasses import replace

from mitmproxy import http
from mockforge.addons.patches import PARTIAL
from mockforge.addons.streams import RequestTap, ResponseTap, Way

from mockforge import flows
from mockforge.clock import Clock
from mockforge.endpoint import endpoint_of
from mockforge.engine import Plan
from mockforge.exchange import Exchange, Failure
from mockforge.http import Request, Response, without

PASSAGE = "mockforge.passage"
"""Key in a flow's metadata: its passage."""


class Passage:
    """What is known of one exchange between its first byte and its last."""

    __slots__ = (
        "failure",
        "flow",
        "head",
        "plan",
        "request_tap",
        "response_tap",
        "timer",
        "way",
    )

    def __init__(self, flow: http.HTTPFlow) -> None:
        self.flow = flow
        self.plan: Plan | None = None
        self.head: Response | None = None
        """As the upstream sent it, where the flow's own is changed before the end."""
        self.way = Way.WHOLE
        self.request_tap: RequestTap | None = None
        self.response_tap: ResponseTap | None = None
        self.timer: asyncio.TimerHandle | None = None
        self.failure: Failure | None = None
        """Why it is being broken off by us."""

    @classmethod
    def of(cls, flow: http.HTTPFlow) -> Passage | None:
        """Return the passage of *flow*, or None if it has none."""
        passage: Passage | None = flow.metadata.get(PASSAGE)
        return passage

    @property
    def is_conversation(self) -> bool:
        """Whether it has become a WebSocket."""
        return self.flow.websocket is not None

    @property
    def is_head_sent(self) -> bool:
        """Whether the client has seen the beginning of an answer."""
        return self.way is Way.STREAMED or self.is_conversation

    def exchange(self, clock: Clock, failure: Failure | None = None) -> Exchange:
        """Return what is to be kept: the whole, or with *failure* what there is."""
        assert self.plan is not None
        data = self.flow.request.data
        started = data.timestamp_start
        response, first_byte, ended = self.response(), None, None
        if self.flow.response is not None:
            first_byte = self.flow.response.timestamp_start - started
            ended = self.flow.response.timestamp_end
        events = flows.events_of(self.flow, started) if self.is_conversation else ()
        if failure is not None or self.is_conversation or ended is None:
            ended = clock.now()
        request = self.request()
        return Exchange(
            request=request,
            response=response,
            failure=failure,
            session=self.plan.session,
            started=started,
            first_byte=first_byte,
            elapsed=ended - started,
            events=events,
            endpoint=str(endpoint_of(request)),
        )

    def request(self) -> Request:
        """Return the request as the upstream saw it, a streamed body included."""
        assert self.plan is not None
        asked, tap = self.plan.asked, self.request_tap
        if tap is None:
            return asked
        trailers = self.flow.request.trailers
        return replace(
            asked,
            # mitmproxy answers an expectation itself.
            headers=without(asked.headers, "expect"),
            size=tap.spool.size if tap.spool.size > tap.spool.kept else None,
            body=tap.spool.take(),
            trailers=trailers.fields if trailers else (),
        )

    def response(self) -> Response | None:
        """Return what the upstream said, as far as it came; None if it said nothing."""
        if self.flow.response is None:
            return None
        tap = self.response_tap
        if self.head is None:
            return flows.response_of(self.flow, self.flow.metadata.pop(PARTIAL, None))
        if tap is None:
            return self.head
        spool, trailers = tap.spool, self.flow.response.trailers
        return replace(
            self.head,
            size=spool.size if spool.size > spool.kept else None,
            chunks=tap.times.chunks(spool.kept),
            body=spool.take(),
            trailers=trailers.fields if trailers else (),
        )

    def close(self) -> None:
        """Let go of the timer and of spooled bodies."""
        if self.timer is not None:
            self.timer.cancel()
            self.timer = None
        for tap in (self.request_tap, self.response_tap):
            if tap is not None:
                tap.spool.close()
