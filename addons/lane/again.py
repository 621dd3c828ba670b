"""Answers that were given before, given again at once: the server's lane in this one.

The engine answers a request the first time. After that the same bytes from the same
client take their turn and get the same bytes, as on the server's own port.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass

from mitmproxy import http
from mitmproxy.proxy.context import Context
from mockforge.addons.lane import wire

from mockforge.engine import Answer, Ending, Engine, Plan
from mockforge.http import Request
from mockforge.server.http1 import Asked
from mockforge.server.lane import ROOM, Lane
from mockforge.server.ready import Rendered

ANSWERED = "mockforge.answered"
"""Key in a flow's metadata: how it was answered, if that may be repeated."""


@dataclass(frozen=True, slots=True)
class Answered:
    """How a request was answered."""

    asked: Request
    plan: Plan
    answer: Answer


class Again:
    """What was answered before, by any listener of a proxy."""

    def __init__(
        self,
        engine: Engine,
        *,
        significant: Collection[str] = (),
        room: int = ROOM,
        rests: Callable[[], bool] = lambda: False,
    ) -> None:
        """Begin with nothing known.

        Args:
            engine: Who answers.
            significant: Header fields that the settings name.
            room: Bytes that each listener's answers may take.
            rests: Tells whether nothing is to be given again now.
        """
        self.rests = rests
        self._engine = engine
        self._significant = significant
        self._room = room
        self._lanes: dict[str, Lane] = {}

    def note(
        self, flow: http.HTTPFlow, asked: Request, plan: Plan, answer: Answer
    ) -> None:
        """Note how *flow* was answered, if the same may be said again at once."""
        if answer.repeatable and not answer.delay and answer.ending is Ending.WHOLE:
            flow.metadata[ANSWERED] = Answered(asked, plan, answer)

    def counter(self, context: Context) -> Counter:
        """Return where a client of *context* is answered again."""
        client, server = context.client, context.server
        # A request to one listener, or to one host in a tunnel, is none to another.
        mode = client.proxy_mode.full_spec
        lane = self._lanes.get(mode)
        if lane is None:
            lane = self._lanes[mode] = Lane(
                self._engine, limit=self._room, significant=self._significant
            )
        peer = client.peername[0] if client.peername else ""
        where = f"{peer} {client.sockname} {client.tls} {server.address} {server.tls}"
        return Counter(self, lane, where)


class Counter:
    """What was answered before to clients of one address that ask in one way."""

    def __init__(self, again: Again, lane: Lane, where: str) -> None:
        self._again, self._lane = again, lane
        self._desk = lane.desk(where)

    def answer(self, raw: bytes) -> Rendered | None:
        """Return the answer to the request *raw*, its turn taken, if it is known."""
        ready = self._desk.get(raw)
        if ready is None or self._again.rests():
            return None
        return self._lane.answer(ready, raw)

    def keep(
        self, flow: http.HTTPFlow, raw: bytes, data: bytes, *, closes: bool
    ) -> None:
        """Know the request *raw* from now on, which *data* was the answer to."""
        told: Answered | None = flow.metadata.pop(ANSWERED, None)
        if told is None or self._again.rests():
            return
        asked = Asked(told.asked, not wire.closes(flow.request), False)
        self._lane.keep(asked, told.plan, told.answer, data, closes)
        ready = self._lane.find(asked)
        if ready is not None:
            self._lane.spell(self._desk, raw, ready)
