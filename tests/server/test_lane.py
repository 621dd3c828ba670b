"""The lane answers what the engine would: same bytes, same turns, same report."""

import asyncio
from dataclasses import dataclass, field

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mockforge.clock import VirtualClock
from mockforge.engine import Engine
from mockforge.exchange import Failure, FailureKind
from mockforge.http import Chunk, Response
from mockforge.recordings.matchers import Matcher, MatchOptions
from mockforge.report import report_of
from mockforge.server import lane
from mockforge.server.connection import Connection
from mockforge.server.fingerprint import significant
from mockforge.server.http1 import Limits
from mockforge.server.lane import Lane
from mockforge.server.surface import Surface
from mockforge.sources.recorded import Recorded
from mockforge.stages.pacing import Latency, Pace
from mockforge.stages.sessions import SessionOptions
from tests.worlds import API, exchange, recording

JSON = (b"Content-Type", b"application/json")


class Wire(asyncio.Transport):
    """What a client would see of its connection."""

    def __init__(self, client):
        super().__init__({"peername": (client, 4711)})
        self.sent = b""
        self.is_closed = False

    def write(self, data):
        self.sent += bytes(data)

    def close(self):
        self.is_closed = True

    def can_write_eof(self):
        return False

    def pause_reading(self):
        pass

    def resume_reading(self):
        pass

    def abort(self):
        self.sent += b"<broken>"
        self.is_closed = True


@dataclass
class Served:
    """A replay without sockets, and its clients."""

    surface: Surface
    lane: Lane | None
    clock: VirtualClock
    clients: dict = field(default_factory=dict)

    async def ask(self, client, *pieces):
        """Send *pieces*, each in a read of its own; return what has come back."""
        connection, wire = self.clients.get(client) or self._connect(client)
        for piece in pieces:
            if not wire.is_closed:
                connection.data_received(piece)
        while connection.task is not None:
            await asyncio.wait([connection.task])
            await asyncio.sleep(0)
        if wire.is_closed:
            connection.connection_lost(None)
            del self.clients[client]
        answer, wire.sent = wire.sent, b""
        return answer

    def _connect(self, client):
        wire = Wire(f"10.0.0.{client}")
        connection = Connection(
            self.surface.respond,
            set(),
            here="here:80",
            limits=Limits(),
            lane=self.lane,
        )
        connection.connection_made(wire)
        self.clients[client] = connection, wire
        return connection, wire

    def close(self):
        for connection, _ in self.clients.values():
            connection.connection_lost(None)


async def served(exchanges, *, is_fast, limit=1 << 20, pace=None, **options):
    """Return a replay of *exchanges*, with a lane or without."""
    matching = MatchOptions(**options)
    matcher, clock = Matcher(matching), VirtualClock()
    made = recording(*exchanges)
    made._matcher = matcher
    source = await Recorded.open([made], matcher, matching, idle=60, clock=clock)
    engine = Engine(recorded=source, pace=pace, clock=clock)
    surface = Surface(engine, report=lambda: report_of(engine).json())
    if is_fast:
        named = significant(matching, SessionOptions())
        surface.lane = Lane(engine, limit=limit, significant=named)
    return Served(surface, surface.lane, clock)


def get(target="/a", *fields, method="GET", body=b"", version="1.1"):
    lines = [f"{method} {target} HTTP/{version}", "Host: here", *fields]
    if body:
        lines += ["Content-Type: application/json", f"Content-Length: {len(body)}"]
    return "\r\n".join([*lines, "", ""]).encode() + body


def answer(body, **more):
    fields = ((b"Content-Length", b"%d" % len(body)), JSON)
    return Response(more.pop("status", 200), fields, body, "OK", **more)


RESPONSES = [
    answer(b"1"),
    answer(b"22"),
    answer(b"x" * 400),
    answer(b'{"url": "https://api.example/a"}'),
    Response(204, (), b"", "No Content"),
    Response(500, (JSON,), b"{}", "Oh", chunks=(Chunk(0.0, 1), Chunk(0.0, 1))),
    Response(200, ((b"Connection", b"close"),), b"end", "OK"),
    Response(
        200,
        ((b"Transfer-Encoding", b"chunked"), (b"Trailer", b"X")),
        b"abc",
        "OK",
        trailers=((b"X", b"1"),),
    ),
]
BODIES = [b"", b"", b'{"a": 1, "b": 2}', b'{"b": 2, "a": 1}', b"[1]"]
TARGETS = ["/a", "/b?x=1&y=2", "/b?y=2&x=1"]
SESSIONS = ["addr:10.0.0.1", "addr:10.0.0.2", "auth:1", "auth:2"]
FIELDS = [
    *("User-Agent: one", "User-Agent: two", "traceparent: 00-1", "Accept: */*"),
    *("Authorization: Bearer a", "Authorization: Bearer b", "Expect: x"),
    *("Connection: close", "Connection: keep-alive", "X-Own: 1"),
    *("X-MockForge-Session: one", "X-MockForge-Session: two"),
    *("Origin: http://here", "X-Request-ID: 7", "Upgrade: other"),
]


def recorded_by(dice):
    """Return what may have been recorded: a few keys, some of them many times."""
    made = []
    for _ in range(dice.randint(1, 10)):
        body = dice.choice(BODIES)
        made.append(
            exchange(
                "POST" if body else "GET",
                f"{API}{dice.choice(TARGETS)}",
                body,
                session=dice.choice(SESSIONS),
                response=dice.choice(RESPONSES),
                failure=dice.choice([None] * 9 + [Failure(FailureKind.RESET, "gone")]),
            )
        )
    return made


def asked_by(dice, exchanges):
    """Return a few requests, most of them for what was recorded."""
    made = []
    for _ in range(dice.randint(2, 5)):
        known = dice.choice(exchanges).request
        target = dice.choice([known.target] * 9 + ["/never"])
        method = dice.choice([known.method] * 7 + ["HEAD"])
        fields = dice.sample(FIELDS, dice.choice([0, 0, 1, 2]))
        version = dice.choice(["1.1"] * 6 + ["1.0"])
        body = known.body if method == "POST" else b""
        made.append(get(target, *fields, method=method, body=body, version=version))
    return made


@settings(max_examples=60)
@given(
    st.randoms(use_true_random=False),
    st.sampled_from(["last", "last", "cycle", "miss"]),
    st.sampled_from([1 << 20, 1 << 20, 3000, 0]),
)
def test_with_the_lane_everything_is_as_without(dice, after_last, limit):
    async def run():
        exchanges = recorded_by(dice)
        requests = asked_by(dice, exchanges)
        options = {"limit": limit, "after_last": after_last}
        plain = await served(exchanges, is_fast=False, **options)
        fast = await served(exchanges, is_fast=True, **options)
        for _ in range(40):
            chosen = [dice.choice(requests) for _ in range(dice.choice([1, 1, 1, 3]))]
            data = b"".join(chosen)
            cut = dice.choice([0, 0, dice.randrange(len(data))])
            pieces = [part for part in (data[:cut], data[cut:]) if part]
            client, wait = dice.randint(1, 2), dice.choice([1] * 15 + [61])
            for each in (plain, fast):
                each.clock.advance(wait)

            assert await fast.ask(client, *pieces) == await plain.ask(client, *pieces)
        reports = [report_of(each.surface.engine) for each in (plain, fast)]
        assert reports[0].json() == reports[1].json()
        counts = [each.surface.engine.ledger.used for each in (plain, fast)]
        assert counts[0] == counts[1]
        plain.close()
        fast.close()

    asyncio.run(run())


async def test_what_is_asked_again_does_not_reach_the_engine():
    one = await served([exchange(url=f"{API}/a", answer=b"[1]")], is_fast=True)
    first = await one.ask(1, get())
    one.surface.engine.plan = None

    again = [await one.ask(1, get()) for _ in range(3)]

    assert again == [first] * 3
    assert one.surface.engine.ledger.used == {("shop", 1): 4}
    one.close()


@pytest.mark.parametrize(
    "other",
    [
        [get("/a", "User-Agent: another", "traceparent: 00-ab-cd-01")],
        [get()[:9], get()[9:]],
        [get(body=b"[1]", method="POST")[:-3], b"[1]"],
    ],
    ids=["another user agent", "two pieces", "head and body apart"],
)
async def test_a_request_is_known_however_it_is_spelled(other):
    made = [exchange(url=f"{API}/a"), exchange("POST", f"{API}/a", b"[1]")]
    one = await served(made, is_fast=True)
    await one.ask(1, get())
    await one.ask(1, get(body=b"[1]", method="POST"))
    one.surface.engine.plan = None

    assert (await one.ask(1, *other)).startswith(b"HTTP/1.1 200 OK")
    one.close()


async def test_requests_that_come_with_one_that_ends_the_connection_are_not_it():
    ends = Response(200, ((b"Connection", b"close"),), b"end", "OK")
    made = [
        exchange("POST", f"{API}/a", b"[1]", response=each)
        for each in (ends, answer(b"1"))
    ]
    one = await served(made, is_fast=True)
    asked = get(body=b"[1]", method="POST")
    for client in (1, 1, 2, 2, 2):
        await one.ask(client, asked)
    one.clock.advance(61)

    assert (await one.ask(1, asked * 3)).count(b"200 OK") == 1
    assert (await one.ask(1, asked * 3)).count(b"200 OK") == 3
    one.close()


async def test_a_field_that_the_settings_name_is_not_passed_over():
    made = [
        exchange(url=f"{API}/a", headers=[("Accept", kind)], answer=kind.encode())
        for kind in ("text/a", "text/b")
    ]
    one = await served(made, is_fast=True, headers=["accept"])

    answers = [
        await one.ask(1, get("/a", f"Accept: {kind}"))
        for kind in ("text/a", "text/b", "text/a", "text/b")
    ]

    assert [each[-6:] for each in answers] == [b"text/a", b"text/b"] * 2
    one.close()


async def test_no_more_is_held_than_there_is_room_for():
    made = [exchange(url=f"{API}/{n}", answer=b"x" * 1000) for n in range(100)]
    one = await served(made, is_fast=True, limit=20_000)

    for _ in range(3):
        for number in range(100):
            assert (await one.ask(1, get(f"/{number}"))).endswith(b"x" * 1000)

        assert 10_000 < one.lane.held <= 20_000
    one.close()


async def test_when_other_requests_come_what_was_known_makes_room():
    made = [exchange(url=f"{API}/{n}", answer=b"x" * 1000) for n in range(20)]
    one = await served(made, is_fast=True, limit=5000)
    for number in range(10):
        await one.ask(1, get(f"/{number}"))
    for _ in range(1300):
        await one.ask(1, get("/15"))
    one.surface.engine.plan = None

    assert (await one.ask(1, get("/15"))).endswith(b"x" * 1000)
    one.close()


async def test_an_answer_is_given_when_its_time_has_come_and_in_order():
    made = [
        exchange(url=f"{API}/{n}", answer=b"%d" % n, first_byte=0.02) for n in (1, 2)
    ]
    one = await served(made, is_fast=True, pace=Pace(Latency.RECORDED, 1.0))
    await one.ask(1, get("/1"))
    await one.ask(1, get("/2"))
    connection, wire = one.clients[1]

    connection.data_received(get("/1") + get("/2"))
    connection.data_received(get("/1"))
    assert wire.sent == b""
    while wire.sent.count(b"HTTP/1.1 200 OK") < 3:  # noqa: ASYNC110
        await asyncio.sleep(0.01)

    bodies = [part[-1:] for part in wire.sent.split(b"HTTP/1.1 200 OK")[1:]]
    assert bodies == [b"1", b"2", b"1"]
    one.close()


async def test_a_server_that_stops_sends_at_once_what_was_to_come_later():
    made = [exchange(url=f"{API}/1", answer=b"late", first_byte=30.0)]
    one = await served(made, is_fast=True, pace=Pace(Latency.RECORDED, 1000.0))
    await one.ask(1, get("/1"))
    one.surface.lane._rendered[1].delay = 30.0
    connection, wire = one.clients[1]
    connection.data_received(get("/1"))
    assert wire.sent == b""

    connection.stop()

    assert wire.sent.endswith(b"late")
    assert wire.is_closed
    one.close()


async def test_requests_that_never_come_again_are_not_kept_for_ever(monkeypatch):
    monkeypatch.setattr(lane, "_KNOWN_AT_LEAST", 100)
    one = await served([exchange(url=f"{API}/a")], is_fast=True, limit=1 << 30)
    sizes = []
    for number in range(500):
        await one.ask(1, get("/a", f"X-Number: {number}"))
        sizes.append(one.lane.held)

    assert 60_000 < max(sizes) < 120_000
    one.close()


async def test_going_round_through_more_than_fits_is_served_what_fits():
    made = [exchange(url=f"{API}/{n}", answer=b"x" * 1000) for n in range(1500)]
    one = await served(made, is_fast=True, limit=1_000_000)
    plan, asked = one.surface.engine.plan, []

    async def counted(*words):
        asked.append(words)
        return await plan(*words)

    one.surface.engine.plan = counted
    for _ in range(3):
        for number in range(1500):
            await one.ask(1, get(f"/{number}"))

    # Some five hundred fit; the first round finds nothing.
    assert len(asked) < 1500 + 2 * 1500 * 0.75
    one.close()


async def test_a_request_that_came_in_one_piece_is_known_by_its_bytes_at_once():
    one = await served([exchange(url=f"{API}/a")], is_fast=True)
    await one.ask(1, get("/a"))
    one.lane.find = None

    assert (await one.ask(1, get("/a"))).startswith(b"HTTP/1.1 200")
    one.close()


async def test_clients_that_ask_at_once_for_what_is_new_are_all_counted():
    one = await served([exchange(url=f"{API}/a")], is_fast=True)
    finish = one.surface.engine.finish

    async def slowly(plan):
        answer = await finish(plan)
        await asyncio.sleep(0)
        return answer

    one.surface.engine.finish = slowly
    await asyncio.gather(one.ask(1, get("/a")), one.ask(2, get("/a")))
    for client in (1, 2, 1, 2):
        await one.ask(client, get("/a"))

    assert one.surface.engine.ledger.used == {("shop", 1): 6}
    one.close()


async def test_nothing_is_lost_of_clients_from_many_addresses(monkeypatch):
    monkeypatch.setattr(lane, "_PEERS", 2)
    one = await served([exchange(url=f"{API}/a")], is_fast=True)
    for client in (1, 2, 3, 1, 2, 3, 1):
        await one.ask(client, get("/a"))
    one.lane.clear()

    for client in (1, 2, 3, 1, 2, 3, 1):
        await one.ask(client, get("/a"))

    assert one.surface.engine.ledger.used == {("shop", 1): 14}
    one.close()


async def test_sessions_that_ended_leave_their_room_to_those_that_begin():
    one = await served([exchange(url=f"{API}/a")], is_fast=True, limit=20_000)
    passes = 0
    find = one.surface.engine.plan

    async def plan(request, upstream=None):
        nonlocal passes
        passes += 1
        return await find(request, upstream)

    one.surface.engine.plan = plan
    for session in range(200):
        for _ in range(20):
            await one.ask(1, get("/a", f"X-MockForge-Session: {session}"))
        one.clock.advance(30)

    assert passes < 600  # of 4000
    assert one.surface.engine.ledger.used == {("shop", 1): 4000}
    assert one.lane.held <= 20_000
    one.close()
