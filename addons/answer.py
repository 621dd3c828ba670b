"""The addon that answers from recordings, with the same engine as the server.

It is for what the server does not speak: HTTPS through CONNECT, HTTP/2, SOCKS5. An
answer goes out in one piece, since mitmproxy can neither wait between pieces nor send
some of its own: chunk times are not kept here.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Collection

from mitmproxy import http
from mockforge.addons import control, http1, stubs
from mockforge.addons.lane.again import Again
from mockforge.addons.passage import PASSAGE, Passage
from mockforge.addons.patches import ONCE, SPILL
from mockforge.addons.record import Record
from mockforge.addons.streams import Way, is_live

from mockforge import flows
from mockforge.engine import Answer as Answered
from mockforge.engine import Ending, Engine
from mockforge.engine.plan import NOTHING
from mockforge.errors import MockforgeError
from mockforge.http import Response, problem
from mockforge.server.lane import ROOM

log = logging.getLogger(__name__)


class Answer(Record):  # type: ignore[misc]  # mypy cannot follow __path__
    """Asks the recordings first; what they lack and the engine fetches is recorded."""

    name = "mockforge-answer"

    def __init__(
        self,
        engine: Engine,
        *,
        significant: Collection[str] = (),
        room: int = ROOM,
        timeout: float = 600.0,
    ) -> None:
        """Answer by *engine*.

        Args:
            engine: Decides.
            significant: Header fields that the settings name.
            room: Bytes that each listener may hold, to answer from again.
            timeout: Seconds that an upstream may take to begin to answer.
        """
        super().__init__(engine, timeout=timeout)
        self.again = Again(
            engine,
            significant=significant,
            room=room,
            rests=lambda: self.draining,
        )

    def requestheaders(self, flow: http.HTTPFlow) -> None:
        """Take note of a request; its body is always waited for."""
        super().requestheaders(flow)
        flow.metadata.pop(SPILL, None)

    async def request(self, flow: http.HTTPFlow) -> None:
        """Answer the request, or send it on if the engine says so."""
        passage = Passage.of(flow)
        if passage is None:
            return
        if control.APART in flow.metadata:
            await self._controlled(passage)
            return
        loop = asyncio.get_running_loop()
        arrived = loop.time()
        asked, upstream = self._asked(flow)
        passage.plan = await self.engine.plan(asked, upstream)
        flows.forward(flow, passage.plan.asked)
        if passage.plan.wants_upstream:
            if passage.plan.weighing is not None:
                flow.metadata[ONCE] = True
            self._send_on(passage)
            return
        try:
            answer = await self.engine.finish(passage.plan)
            if answer.delay:
                # What it took to find the answer is a part of its delay.
                await asyncio.sleep(arrived + answer.delay - loop.time())
            if answer.ending in NOTHING:
                await stubs.failed(flow, answer.ending, answer.response.body)
            else:
                flow.response = _delivered(flow, answer)
            self.again.note(flow, asked, passage.plan, answer)
        except MockforgeError as error:
            self._complain(error)
            flow.response = flows.to_response(
                problem(500, "the recording cannot be read", error.what)
            )
        # What mitmproxy tells of its response from here on is nothing to record.
        del flow.metadata[PASSAGE]
        self._forget(passage)

    def _way(self, passage: Passage, head: Response) -> Way:
        """Return how the answer that begins with *head* gets to the client."""
        way = super()._way(passage, head)
        plan, reality = passage.plan, self.engine.reality
        if way is not Way.STREAMED or plan is None or plan.weighing is None:
            return way
        assert reality is not None
        is_live_one = is_live(head.header("content-type"))
        return way if is_live_one or reality.keeps(plan, head) is False else Way.HELD

    def _stream_up(self, passage: Passage) -> None:
        """Leave the body to be held: an answer may depend on all of it."""


def _delivered(flow: http.HTTPFlow, answer: Answered) -> http.Response:
    shown = answer.response
    response = flows.to_response(shown)
    if flow.request.method == "HEAD":
        response.raw_content = b""
    if answer.ending is not Ending.WHOLE:
        http1.cut(response)
    return response
