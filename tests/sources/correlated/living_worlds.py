"""Recordings of servers with a clock, and replays of them at another time."""

import json
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace

from mockforge.clock import VirtualClock
from mockforge.engine import Engine
from mockforge.recordings.matchers import Matcher, MatchOptions
from mockforge.sources.recorded import Recorded
from mockforge.stages.sessions import SessionOptions
from tests.worlds import API, exchange, recording, request

THEN = 1_700_000_000.0
YEAR = 366 * 86400.0


class Fixed:
    """What is known of a recording, said outright."""

    def __init__(self, **minted):
        """Take general paths by method."""
        self._minted = minted

    def minted(self, request):
        """Return the general paths of what a client mints in *request*."""
        return self._minted.get(request.method, ())


@dataclass
class Taken:
    """A recording that is being made."""

    exchanges: list = field(default_factory=list)
    now: float = THEN

    def took(self, method, path, sent=None, told=None, **more):
        """Record that *sent* was answered with *told*."""
        self.now += 1.5
        extra = more.pop("fields", ())
        body = b"" if sent is None else json.dumps(sent).encode()
        answer = told if isinstance(told, bytes) else json.dumps(told).encode()
        one = exchange(
            method, API + path, body, answer=answer, started=self.now, **more
        )
        fields = (*one.response.headers, *extra)
        one = replace(one, response=replace(one.response, headers=fields))
        self.exchanges.append(one)
        return one


@dataclass
class Client:
    """Somebody who asks an engine."""

    engine: Engine
    address: str = "10.0.0.1"
    headers: tuple = ()

    async def ask(self, method, path, body=None, headers=()):
        """Return the whole answer."""
        sent = b"" if body is None else json.dumps(body).encode()
        fields = (*self.headers, *headers)
        asked = request(method, API + path, sent, fields, client=self.address)
        return await self.engine.answer(asked)

    async def json(self, *asked, **more):
        """Return the status of the answer and what its body holds."""
        answer = (await self.ask(*asked, **more)).response
        return answer.status, json.loads(answer.body) if answer.body else None


@asynccontextmanager
async def replay(*exchanges, lesson=None, later=YEAR, **options):
    """Replay *exchanges* *later* than they were recorded; gives engine and clock."""

    async def learn(_recording):
        return lesson

    clock = VirtualClock(THEN + later)
    shift = options.pop("shift_times", True)
    chosen = MatchOptions(**options)
    matcher = Matcher(chosen)
    shop = recording(*exchanges)
    shop._matcher = matcher
    source = await Recorded.open(
        [shop], matcher, chosen, clock=clock, learn=learn, shift_times=shift
    )
    yield Engine(recorded=source, clock=clock, sessions=SessionOptions()), clock
    await source.correlation.close()
