"""Answers of endpoints that are given again from memory."""

import asyncio
from contextlib import asynccontextmanager

from mockforge.engine import Accounts, Engine
from mockforge.engine.stubbing import Stubbing
from mockforge.recordings.matchers import Matcher, MatchOptions
from mockforge.server.lane import Lane
from mockforge.server.run import Server, listen
from mockforge.server.surface import Surface
from mockforge.sources.recorded import Recorded
from mockforge.stubs.options import EndpointOptions
from mockforge.stubs.stubs import Stubs

ENDPOINTS = [
    {"path": "/fixed/:id", "response": {"body": "the same"}},
    {"path": "/drawn", "response": {"body": "{{uuid}}"}},
    {"path": "/here", "responses": [{"when": "headers.x == '1'", "body": "x"}]},
]


@asynccontextmanager
async def serving():
    engine = Engine(recorded=Recorded([], Matcher(MatchOptions())), accounts=Accounts())
    read = [EndpointOptions.model_validate(each) for each in ENDPOINTS]
    engine.stubbing = Stubbing(Stubs.of(read, is_alone=True))
    surface = Surface(engine, report=dict)
    surface.lane = Lane(engine, limit=1 << 20)
    server = Server(surface.respond, listen("127.0.0.1", 0), lane=surface.lane)
    async with server.running():
        reader, writer = await asyncio.open_connection(server.host, server.port)

        async def ask(target, *fields):
            lines = [f"GET {target} HTTP/1.1", "Host: h", *fields, "", ""]
            writer.write("\r\n".join(lines).encode())
            head = await reader.readuntil(b"\r\n\r\n")
            length = int(head.lower().split(b"content-length: ")[1].split()[0])
            return head, await reader.readexactly(length)

        yield ask, engine, surface.lane
        writer.close()


async def test_the_same_bytes_are_given_and_counted():
    async with serving() as (ask, engine, lane):
        first = await ask("/fixed/1")
        held = lane.held
        again = [await ask("/fixed/1") for _ in range(3)]
        assert lane.held - held < 1000

    assert held > 0
    assert [*again] == [first] * 3
    assert engine.ledger.answered == {"stub": 4}
    assert engine.ledger.seen == 4
    assert engine.ledger.used == {}


async def test_what_is_drawn_is_another_each_time():
    async with serving() as (ask, _, lane):
        bodies = {(await ask("/drawn"))[1] for _ in range(5)}

        assert len(bodies) == 5
        assert lane.held == 0


async def test_equal_answers_are_held_once():
    async with serving() as (ask, _, lane):
        await ask("/fixed/1")
        one = lane.held
        await ask("/fixed/2")

        assert lane.held - one < one
        lane.clear()
        assert lane.held == 0
        assert (await ask("/fixed/1"))[1] == b"the same"


async def test_a_condition_on_the_header_is_looked_at_each_time():
    async with serving() as (ask, engine, _):
        assert (await ask("/here", "X: 1"))[1] == b"x"
        head, _ = await ask("/here", "X: 2")

    assert head.startswith(b"HTTP/1.1 404")
    assert engine.ledger.missed == 1
