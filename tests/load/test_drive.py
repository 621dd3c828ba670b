"""A run against a real server, counted and never timed."""

import asyncio
import socket
import threading

import pytest

from mockforge.http import Origin
from mockforge.load.drive import Drive, Manner
from mockforge.load.prepared import Expected, Prepared, wire
from mockforge.load.schedule import Pacing
from mockforge.load.tally import Trouble
from mockforge.load.target import Trust, find
from tests.load.servers import answer, serving
from tests.worlds import API, request


def prepared(origin, *paths, method="GET", statuses=(200,)):
    return [
        Prepared(
            wire(request(method, f"{API}{path}"), origin),
            method == "HEAD",
            Expected(set(statuses)),
            number,
            f"{method} {path}",
        )
        for number, path in enumerate(paths, 1)
    ]


async def run(server, *paths, manner, told=None, **asked):
    origin = Origin.parse(server.url)
    target = await find(origin, trust=Trust())
    drive = Drive(prepared(origin, *paths, **asked), target, manner)
    await drive.run(told or asyncio.Event())
    return drive


def paths(server):
    return [each.split()[1].decode() for each in server.asked]


@pytest.mark.parametrize("rate", [None, 500.0])
@pytest.mark.parametrize("connections", [1, 3])
async def test_as_many_are_sent_as_were_asked_for(rate, connections):
    manner = Manner(Pacing(rate, requests=7, duration=60), connections)
    with serving(lambda _: answer()) as server:
        drive = await run(server, "/a", "/b", "/c", manner=manner)

    assert (drive.tally.answered, drive.tally.failed) == (7, 0)
    assert drive.tally.statuses == {200: 7}
    assert drive.tally.received == 7 * len(answer())
    assert sorted(paths(server)) == sorted(["/a", "/b", "/c"] * 2 + ["/a"])
    assert drive.unsent == drive.in_flight == 0


async def test_they_are_sent_in_order_over_and_over():
    manner = Manner(Pacing(requests=5, duration=60), 1)
    with serving(lambda _: answer()) as server:
        await run(server, "/a", "/b", manner=manner)

    assert paths(server) == ["/a", "/b", "/a", "/b", "/a"]


async def test_the_warm_up_is_sent_and_not_counted():
    manner = Manner(Pacing(1000.0, warmup=0.05, requests=3, duration=60), 2)
    with serving(lambda _: answer()) as server:
        drive = await run(server, "/a", manner=manner)

    assert drive.tally.answered == 3
    assert 3 < len(server.asked) <= 53


@pytest.mark.parametrize("rate", [None, 200.0])
async def test_a_connection_that_ends_is_made_anew(rate):
    manner = Manner(Pacing(rate, requests=6, duration=60), 2)
    closing = answer(fields=[b"Connection: close"])
    with serving(lambda _: closing) as server:
        drive = await run(server, "/a", manner=manner)

    assert (drive.tally.answered, drive.tally.failed) == (6, 0)
    assert drive.reconnects >= 4


async def test_a_connection_without_an_answer_is_a_reset():
    manner = Manner(Pacing(requests=4, duration=60), 1)
    with serving(lambda asked: None if b"/gone" in asked else answer()) as server:
        drive = await run(server, "/a", "/gone", manner=manner)

    assert drive.tally.errors == {Trouble.RESET: 2}
    assert drive.tally.answered == 2


async def test_what_is_no_answer_is_counted_apart():
    manner = Manner(Pacing(requests=3, duration=60), 1)
    with serving(lambda _: b"hello\r\n\r\n") as server:
        drive = await run(server, "/a", manner=manner)

    assert drive.tally.errors == {Trouble.BAD: 3}


async def test_an_answer_that_takes_too_long_is_given_up():
    manner = Manner(Pacing(requests=2, duration=60), 1, timeout=0.1)
    over = threading.Event()

    def late(asked):
        over.wait(60)

    with serving(late) as server:
        drive = await run(server, "/a", manner=manner)
        over.set()

    assert drive.tally.errors == {Trouble.TIMEOUT: 2}


async def test_a_server_that_goes_away_is_refused_from_then_on():
    manner = Manner(Pacing(requests=4, duration=60), 1)

    def going(asked):
        server.socket.shutdown(socket.SHUT_RDWR)
        server.socket.close()

    with serving(going) as server:
        drive = await run(server, "/a", manner=manner)

    # What had connected before it went is reset, and then nobody is there.
    assert drive.tally.errors.total() == 4
    assert drive.tally.errors.keys() == {Trouble.RESET, Trouble.REFUSED}


async def test_what_was_due_while_no_connection_was_free_waited():
    manner = Manner(Pacing(1000.0, duration=0.02), 1, timeout=60)
    over = threading.Event()

    def late(asked):
        if len(server.asked) == 1:
            over.wait(0.1)
        return answer()

    with serving(late) as server:
        drive = await run(server, "/a", manner=manner)

    # All twenty were due within 20 ms, and the first kept the others for 100.
    assert drive.tally.answered == 20
    assert drive.tally.latency.quantile(0.05) >= 0.08


async def test_what_could_not_be_sent_is_counted():
    manner = Manner(Pacing(1000.0, duration=0.02), 1, timeout=2.0)
    over = threading.Event()

    def late(asked):
        over.wait(0.8)
        return answer()

    with serving(late) as server:
        drive = await run(server, "/a", manner=manner)
        over.set()

    assert drive.tally.answered + drive.unsent == 20
    assert drive.unsent >= 18


async def test_it_stops_when_told():
    told = asyncio.Event()
    loop = asyncio.get_running_loop()
    over = threading.Event()

    def last(asked):
        if len(server.asked) > 2:
            loop.call_soon_threadsafe(told.set)
            over.wait(60)
        return answer()

    with serving(last) as server:
        drive = await run(server, "/a", manner=Manner(Pacing(), 1), told=told)
        over.set()

    assert (drive.tally.answered, drive.in_flight) == (2, 1)


async def test_a_head_has_no_body_whatever_its_length():
    manner = Manner(Pacing(requests=3, duration=60), 1, verify=True)
    head = answer(b"12345").removesuffix(b"12345")
    with serving(lambda _: head) as server:
        drive = await run(server, "/a", manner=manner, method="HEAD")

    assert (drive.tally.answered, drive.tally.verified) == (3, 3)


async def test_the_client_tells_of_itself():
    manner = Manner(Pacing(200.0, requests=20, duration=60), 2)
    with serving(lambda _: answer()) as server:
        drive = await run(server, "/a", manner=manner)

    assert drive.client.requests >= 19
    assert drive.client.cpu > 0
    assert drive.client.lag.count > 0
